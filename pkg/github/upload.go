package github

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	gh "github.com/google/go-github/v60/github"
)

// What code scanning takes at most, see
// https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
const (
	mostCompressed = 10 << 20
	mostRuns       = 20
)

var errNoSARIF = errors.New("it is no SARIF 2.1.0 as 'aimslint check --report sarif=PATH' writes it")

// Analysis is a SARIF file and what it is of.
type Analysis struct {
	SARIF []byte
	Tool  string // the name of the first run's tool
}

// ReadAnalysis takes a SARIF file for an upload. What GitHub would turn down
// as a whole is an error here.
func ReadAnalysis(content []byte) (Analysis, error) {
	var file struct {
		Version string `json:"version"`
		Runs    []struct {
			Tool struct {
				Driver struct {
					Name string `json:"name"`
				} `json:"driver"`
			} `json:"tool"`
			Results *json.RawMessage `json:"results"`
		} `json:"runs"`
	}
	if err := json.Unmarshal(content, &file); err != nil {
		return Analysis{}, fmt.Errorf("%w: %w", errNoSARIF, err)
	}
	switch {
	case file.Version != "2.1.0":
		return Analysis{}, errNoSARIF
	case len(file.Runs) == 0 || len(file.Runs) > mostRuns:
		return Analysis{}, fmt.Errorf("it has %d runs; GitHub takes 1 to %d", len(file.Runs), mostRuns)
	}
	for _, run := range file.Runs {
		if run.Results == nil || run.Tool.Driver.Name == "" {
			return Analysis{}, errors.New("a run has no results, not even an empty list, or its tool has no name")
		}
	}
	return Analysis{SARIF: content, Tool: file.Runs[0].Tool.Driver.Name}, nil
}

// Upload sends an analysis to code scanning and gives the id of the upload.
// The analysis of a commit, ref, tool and category replaces the one before it, so
// after a fault it is sent again without harm. See
// https://docs.github.com/en/rest/code-scanning/code-scanning#upload-an-analysis-as-sarif-data
func (c *Client) Upload(ctx context.Context, a Analysis, to Target) (string, error) {
	const action = "upload the SARIF file"
	payload, err := pack(a.SARIF)
	if err != nil {
		return "", fmt.Errorf("%s: %w", action, err)
	}
	id, resp, err := c.api.CodeScanning.UploadSarif(repeatable(ctx), c.owner, c.name, &gh.SarifAnalysis{
		CommitSHA: &to.SHA, Ref: &to.Ref, Sarif: &payload, ToolName: &a.Tool,
	})
	if err != nil {
		return "", c.explain(action, writeSecurityEvents, err)
	}
	if id.GetID() == "" {
		return "", fmt.Errorf("%s: GitHub answers %d without an upload's id, where 202 is due: it is unknown whether it took the file", action, resp.StatusCode)
	}
	return id.GetID(), nil
}

// pack compresses a file and encodes it in base64, as the API asks for.
func pack(content []byte) (string, error) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write(content); err != nil {
		return "", err
	}
	if err := w.Close(); err != nil {
		return "", err
	}
	if packed.Len() > mostCompressed {
		return "", fmt.Errorf("compressed it has %d bytes; GitHub takes %d: check fewer paths in a run, or give them categories of their own", packed.Len(), mostCompressed)
	}
	return base64.StdEncoding.EncodeToString(packed.Bytes()), nil
}

// processing is the state of an upload. The struct of go-github has no errors.
type processing struct {
	Status string   `json:"processing_status"` // pending, complete, failed
	Errors []string `json:"errors"`
}

// AwaitProcessing waits until GitHub has processed an upload. What it objects
// to is the error.
func (c *Client) AwaitProcessing(ctx context.Context, id string) error {
	const action = "ask what became of the upload"
	limit := c.transport.limits.Processing
	for waited := time.Duration(0); ; {
		state, err := c.processing(ctx, id)
		switch {
		case err != nil && !notFound(err): // it may take a moment until the upload is known
			return c.explain(action, writeSecurityEvents, err)
		case err == nil && state.Status == "complete":
			return nil
		case err == nil && state.Status == "failed":
			return fmt.Errorf("GitHub could not process the upload %s:\n  %s", id, c.redact(strings.Join(state.Errors, "\n  ")))
		}
		const poll = 5 * time.Second
		if waited+poll > limit {
			return fmt.Errorf("GitHub is still processing the upload %s after %s; raise --processing-wait, or do not wait with --no-wait", id, waited)
		}
		if !c.transport.clock.Sleep(ctx.Done(), poll) {
			return fmt.Errorf("%s: %w", action, ctx.Err())
		}
		waited += poll
	}
}

func (c *Client) processing(ctx context.Context, id string) (processing, error) {
	var state processing
	req, err := c.api.NewRequest(http.MethodGet, fmt.Sprintf("repos/%s/%s/code-scanning/sarifs/%s", c.owner, c.name, pathEscape(id)), nil)
	if err == nil {
		_, err = c.api.Do(ctx, req, &state)
	}
	return state, err
}

func notFound(err error) bool {
	status, _ := answer(err)
	return status == http.StatusNotFound
}
