package github

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
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
	for _, f := range run.Counting() {
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

func (check Check) counts() map[rule.Severity]int {
	counts := map[rule.Severity]int{}
	for _, a := range check.Annotations {
		counts[a.Severity]++
	}
	return counts
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
		Name: as.Name, HeadSHA: as.SHA, ExternalID: &external, Status: new("completed"),
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
		list := &gh.ListCheckRunsOptions{CheckName: &options.Name, Filter: new("all"), ListOptions: gh.ListOptions{PerPage: 100}}
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
	sum := sha256.Sum256(fmt.Appendf(nil, "%+v", check))
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
		Path: &a.File, StartLine: new(max(a.StartLine, 1)), EndLine: new(max(a.EndLine, a.StartLine, 1)), AnnotationLevel: &level,
		// GitHub refuses all annotations if one says nothing.
		Message: new(clip(report.Printable(cmp.Or(a.Message, a.Title, "It is not said what is wrong.")), longestAnnotation)),
		Title:   new(clip(report.Printable(a.Title), longestTitle)),
	}
	if a.StartColumn > 0 && a.EndColumn > 0 {
		out.StartColumn, out.EndColumn = &a.StartColumn, &a.EndColumn
	}
	if a.Details != "" {
		out.RawDetails = new(clip(report.Printable(a.Details), longestAnnotation))
	}
	return out
}
