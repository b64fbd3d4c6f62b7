package report

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/go-json-experiment/json"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/syntax"
)

var errNoReport = errors.New("it is no JSON report as 'aimslint check --report json=PATH' writes it")

// ReadJSON reads what [writeJSON] wrote (schemas/report.schema.json): a run as
// far as that report tells of it. Rules have no title or description, and every
// step of a path is a key. Fields that it does not know are passed over.
func ReadJSON(r io.Reader) (*Run, error) {
	var file struct {
		Version   int           `json:"version"`
		Tool      jsonTool      `json:"tool"`
		AsOf      string        `json:"as_of"`
		Profile   []string      `json:"profile"`
		Changes   string        `json:"changes"`
		Commit    *Commit       `json:"commit"`
		Documents []Document    `json:"documents"`
		Findings  []jsonFinding `json:"findings"`
		// Assessment is nil in a report that was written without one.
		Assessment *jsonAssessment `json:"assessment"`
	}
	if err := json.UnmarshalRead(r, &file); err != nil {
		return nil, fmt.Errorf("%w: %w", errNoReport, err)
	}
	switch {
	case file.Tool.Name != toolName:
		return nil, errNoReport
	case file.Version != jsonVersion:
		return nil, fmt.Errorf("it has version %d, and this aimslint reads version %d", file.Version, jsonVersion)
	}
	run := &Run{Version: file.Tool.Version, Policies: file.Tool.Policies, OwnPolicies: file.Tool.OwnPolicies, AsOf: file.AsOf, Profiles: file.Profile, Changes: file.Changes, Commit: file.Commit, Documents: file.Documents}
	rules := map[string]*rule.Rule{}
	for i := range file.Findings {
		f := &file.Findings[i]
		if f.Severity.Rank() == 0 || f.Location.File == "" {
			return nil, fmt.Errorf("finding %d has no place or the severity %q", i+1, f.Severity)
		}
		if rules[f.Rule] == nil {
			rules[f.Rule] = &rule.Rule{ID: f.Rule, Severity: f.Severity, Requirements: f.Requirements, Evidence: f.Evidence, Remediation: f.Remediation}
			run.Rules = append(run.Rules, rules[f.Rule])
		}
		run.Findings = append(run.Findings, f.finding(rules[f.Rule]))
	}
	run.Assessment = file.Assessment.assessment(run)
	return run, nil
}

func (f *jsonFinding) finding(r *rule.Rule) finding.Finding {
	related := make([]finding.Location, len(f.Related))
	for i := range f.Related {
		related[i] = f.Related[i].location()
	}
	return finding.Finding{
		Rule: r, Severity: f.Severity, Message: f.Message, State: f.State, Kind: f.Kind, Document: f.Document,
		Location: f.Location.location(), Related: related, Fingerprint: f.Fingerprint, Change: f.Change,
		Exception: f.Exception.exception(),
	}
}

func (e *jsonException) exception() *finding.Exception {
	if e == nil {
		return nil
	}
	return &finding.Exception{Kind: e.Kind, Reason: e.Reason, Approver: e.Approver, Until: e.Until, Ticket: e.Ticket, Location: e.Location.location()}
}

func (l *jsonLocation) location() finding.Location {
	return finding.Location{File: l.File, Span: syntax.Span{Start: l.Start, End: l.End}, Path: pathOf(l.Path), Message: l.Message}
}

// pathOf is the path that a JSON Pointer writes. Whether a step is an index is
// not to be seen.
func pathOf(pointer string) syntax.Path {
	if pointer == "" {
		return nil
	}
	var path syntax.Path
	for step := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		path = append(path, syntax.Key(strings.NewReplacer("~1", "/", "~0", "~").Replace(step)))
	}
	return path
}

// Summary is what the run found, in one line.
func (run *Run) Summary() string {
	s := summarize(run)
	return s.String()
}
