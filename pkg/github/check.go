package github

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	gh "github.com/google/go-github/v60/github"

	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/rule"
)

// What the API of checks takes, see
// https://docs.github.com/en/rest/checks/runs#create-a-check-run
const (
	annotationsARequest = 50
	longestTitle        = 255
	longestAnnotation   = 60_000 // bytes, of 64 KB
	// mostAnnotations keeps below what GitHub lets a token write in a minute;
	// the most severe come first.
	mostAnnotations = 1000
)

// Annotation is a finding on a line of a file.
type Annotation struct {
	Severity           rule.Severity
	File               string
	StartLine, EndLine int
	StartColumn        int // 0 if the lines differ
	EndColumn          int
	Title              string
	Message            string
	Details            string
}

// Check is the outcome of a run as a check run.
type Check struct {
	Title       string
	Summary     string // Markdown
	Annotations []Annotation
}

// CheckOf makes a check of a run.
func CheckOf(run *report.Run, b Body) Check {
	check := Check{Title: run.Summary(), Summary: b.Markdown()}
	for _, f := range open(run) {
		span := f.Location.Span
		a := Annotation{
			Severity: f.Severity, File: f.Location.File, Title: f.Rule.ID, Message: f.Message, Details: f.Rule.Remediation,
			StartLine: span.Start.Line, EndLine: span.End.Line,
		}
		if span.OneLine() {
			a.StartColumn, a.EndColumn = span.Start.Column, span.End.Column
		}
		if len(f.Rule.Requirements) > 0 {
			a.Title += " · " + strings.Join(f.Rule.Requirements, ", ")
		}
		check.Annotations = append(check.Annotations, a)
	}
	return check
}

// sarifFile is what a check shows of a SARIF file.
type sarifFile struct {
	Runs []struct {
		Results []struct {
			RuleID  string `json:"ruleId"`
			Level   string `json:"level"`
			Kind    string `json:"kind"`
			Message struct {
				Text string `json:"text"`
			} `json:"message"`
			Suppressions []json.RawMessage `json:"suppressions"`
			Locations    []struct {
				Physical struct {
					Artifact struct {
						URI string `json:"uri"`
					} `json:"artifactLocation"`
					Region struct {
						StartLine   int `json:"startLine"`
						StartColumn int `json:"startColumn"`
						EndLine     int `json:"endLine"`
						EndColumn   int `json:"endColumn"`
					} `json:"region"`
				} `json:"physicalLocation"`
			} `json:"locations"`
		} `json:"results"`
	} `json:"runs"`
}

// CheckOfSARIF makes a check of a SARIF file. Results that are suppressed or
// no failure are left out.
func CheckOfSARIF(content []byte) (Check, error) {
	if _, err := ReadAnalysis(content); err != nil {
		return Check{}, err
	}
	var file sarifFile
	if err := json.Unmarshal(content, &file); err != nil {
		return Check{}, fmt.Errorf("it is no SARIF 2.1.0: %w", err)
	}
	var check Check
	for _, run := range file.Runs {
		for _, result := range run.Results {
			if len(result.Suppressions) > 0 || result.Kind != "" && result.Kind != "fail" {
				continue
			}
			a := Annotation{Severity: severityOf(result.Level), Title: result.RuleID, Message: result.Message.Text}
			if len(result.Locations) > 0 {
				at := result.Locations[0].Physical
				a.File, a.StartLine, a.EndLine = unescapePath(at.Artifact.URI), at.Region.StartLine, max(at.Region.EndLine, at.Region.StartLine)
				if a.StartLine == a.EndLine && at.Region.EndColumn >= at.Region.StartColumn {
					a.StartColumn, a.EndColumn = at.Region.StartColumn, at.Region.EndColumn
				}
			}
			check.Annotations = append(check.Annotations, a)
		}
	}
	slices.SortStableFunc(check.Annotations, func(a, b Annotation) int { return b.Severity.Rank() - a.Severity.Rank() })
	n := check.counts()
	check.Title = fmt.Sprintf("%d errors, %d warnings, %d notes", n[rule.Error], n[rule.Warning], n[rule.Note])
	check.Summary = "### aimslint: " + check.Title + "\n"
	return check, nil
}

// severityOf is the severity of a SARIF level, whose default is a warning.
func severityOf(level string) rule.Severity {
	switch level {
	case "error":
		return rule.Error
	case "note", "none":
		return rule.Note
	}
	return rule.Warning
}

func unescapePath(uri string) string {
	path, err := url.PathUnescape(uri)
	if err != nil {
		return uri
	}
	return path
}

// CheckOfFile makes a check of a JSON report or a SARIF file.
func CheckOfFile(content []byte, body Body) (Check, error) {
	run, err := report.ReadJSON(strings.NewReader(string(content)))
	if err == nil {
		body.Run = run
		return CheckOf(run, body), nil
	}
	if check, sarifErr := CheckOfSARIF(content); sarifErr == nil {
		return check, nil
	}
	return Check{}, fmt.Errorf("it is neither a JSON report of aimslint nor SARIF: %w", err)
}

func (check Check) counts() map[rule.Severity]int {
	counts := map[rule.Severity]int{}
	for _, a := range check.Annotations {
		counts[a.Severity]++
	}
	return counts
}

// Conclusion is the verdict: a failure if there is something at or above a
// severity ("never" for none), neutral if there is something else.
func (check Check) Conclusion(failOn rule.Severity) string {
	conclusion := "success"
	for _, a := range check.Annotations {
		if failOn.Rank() > 0 && a.Severity.Rank() >= failOn.Rank() {
			return "failure"
		}
		conclusion = "neutral"
	}
	return conclusion
}

// CheckRun names a check run.
type CheckRun struct {
	Name   string
	SHA    string // of the pull request's head: GitHub shows none on the merge
	RunID  string // of the workflow, so that a second attempt is another check run
	FailOn rule.Severity
}

// CheckRun creates a check run with a check's annotations, the first 50 with
// it and the others in requests of 50. It is concluded from the beginning, so
// that a fault on the way leaves no check run that never ends. It gives the
// address at which to see it.
func (c *Client) CheckRun(ctx context.Context, as CheckRun, check Check) (string, error) {
	const action = "create the check run"
	made, err := c.checkRun(ctx, as, check)
	return made.GetHTMLURL(), c.explain(action, writeChecks, err)
}

func (c *Client) checkRun(ctx context.Context, as CheckRun, check Check) (*gh.CheckRun, error) {
	batches, summary := batchesOf(check)
	external, conclusion, title := as.externalID(check), check.Conclusion(as.FailOn), clip(report.Printable(check.Title), longestTitle)
	output := func(batch []*gh.CheckRunAnnotation) *gh.CheckRunOutput {
		return &gh.CheckRunOutput{Title: &title, Summary: &summary, Annotations: batch}
	}
	made, err := c.createCheckRun(ctx, gh.CreateCheckRunOptions{
		Name: as.Name, HeadSHA: as.SHA, ExternalID: &external, Status: gh.String("completed"),
		Conclusion: &conclusion, Output: output(batches[0]),
	})
	if err != nil {
		return nil, err
	}
	sent := len(batches[0])
	for _, batch := range batches[1:] {
		sent += len(batch)
		if err := c.addAnnotations(ctx, made.GetID(), sent, gh.UpdateCheckRunOptions{Name: as.Name, Output: output(batch)}); err != nil {
			return nil, err
		}
	}
	return made, nil
}

// createCheckRun creates it once: after a fault one with the same external id
// is taken for the one that was asked for.
func (c *Client) createCheckRun(ctx context.Context, options gh.CreateCheckRunOptions) (*gh.CheckRun, error) {
	var made *gh.CheckRun
	err := c.once(ctx, func() (err error) {
		made, _, err = c.api.Checks.CreateCheckRun(ctx, c.owner, c.name, options)
		return err
	}, func() (bool, error) {
		list := &gh.ListCheckRunsOptions{CheckName: &options.Name, Filter: gh.String("all"), ListOptions: gh.ListOptions{PerPage: 100}}
		for {
			runs, resp, err := c.api.Checks.ListCheckRunsForRef(ctx, c.owner, c.name, options.HeadSHA, list)
			if err != nil {
				return false, err
			}
			for _, run := range runs.CheckRuns {
				if run.GetExternalID() == *options.ExternalID {
					made = run
					return true, nil
				}
			}
			if resp.NextPage == 0 {
				return false, nil
			}
			list.Page = resp.NextPage
		}
	})
	if err == nil && made.GetID() == 0 {
		return nil, errors.New("GitHub answers without the check run's id")
	}
	return made, err
}

// addAnnotations adds to a check run, which has so many afterwards. GitHub adds
// to what is there, so that a request that arrived twice would show all twice.
func (c *Client) addAnnotations(ctx context.Context, id int64, afterwards int, options gh.UpdateCheckRunOptions) error {
	return c.once(ctx, func() error {
		_, _, err := c.api.Checks.UpdateCheckRun(ctx, c.owner, c.name, id, options)
		return err
	}, func() (bool, error) {
		run, _, err := c.api.Checks.GetCheckRun(ctx, c.owner, c.name, id)
		return run.GetOutput().GetAnnotationsCount() >= afterwards, err
	})
}

// externalID tells this check run from those of other runs and other content.
func (as CheckRun) externalID(check Check) string {
	content, _ := json.Marshal(check) //nolint:errchkjson // plain texts and numbers
	sum := sha256.Sum256(content)
	return strings.Trim("aimslint/"+as.RunID, "/") + "/" + hex.EncodeToString(sum[:8])
}

// batchesOf are the annotations in lists of 50, at least one of them, and the
// summary with a word on those that have no place.
func batchesOf(check Check) ([][]*gh.CheckRunAnnotation, string) {
	var all []*gh.CheckRunAnnotation
	for _, a := range check.Annotations {
		if a.File != "" && len(all) < mostAnnotations {
			all = append(all, a.annotation())
		}
	}
	summary := check.Summary
	if more := len(check.Annotations) - len(all); more > 0 {
		summary += fmt.Sprintf("\n%d more are not annotated.\n", more)
	}
	batches := slices.Collect(slices.Chunk(all, annotationsARequest))
	if len(batches) == 0 {
		batches = append(batches, nil)
	}
	return batches, summary
}

func (a Annotation) annotation() *gh.CheckRunAnnotation {
	level := map[rule.Severity]string{rule.Error: "failure", rule.Warning: "warning", rule.Note: "notice"}[a.Severity]
	out := &gh.CheckRunAnnotation{
		Path: &a.File, StartLine: gh.Int(max(a.StartLine, 1)), EndLine: gh.Int(max(a.EndLine, 1)), AnnotationLevel: &level,
		Message: gh.String(clip(report.Printable(a.Message), longestAnnotation)),
		Title:   gh.String(clip(report.Printable(a.Title), longestTitle)),
	}
	if a.StartColumn > 0 && a.EndColumn > 0 {
		out.StartColumn, out.EndColumn = &a.StartColumn, &a.EndColumn
	}
	if a.Details != "" {
		out.RawDetails = gh.String(clip(report.Printable(a.Details), longestAnnotation))
	}
	return out
}
