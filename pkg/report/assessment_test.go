package report_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// assessedRun is a run with a requirement in several states.
func assessedRun() *report.Run {
	licence := &rule.Rule{ID: "data-manifest/licence", Severity: rule.Error, Requirements: []string{"A.7.3", "A.7.5"}, Evidence: rule.Attested}
	place := finding.Location{File: "data.yaml", Path: syntax.Path{syntax.Key("datasets")}}
	place.Span.Start, place.Span.End = syntax.Position{Line: 3, Column: 1}, syntax.Position{Line: 3, Column: 9}
	documents := []assess.Document{
		{File: "data.yaml", Kind: "data-manifest", ID: "data", Fields: []assess.Field{{Pattern: "datasets.*.acquisition.licence", Subjects: []string{"dataset:notes"}, Place: place, VerifiedBy: []string{licence.ID}}}},
		{File: "soa.yaml", Kind: "statement-of-applicability", Rows: []assess.Row{{ID: "A.2.2", Applicable: assess.No, Justification: "None."}}},
		{File: "triage.yaml", Kind: "ai-system", ID: "triage", System: &assess.Entry{ID: "triage", Name: "Triage", InScope: true, Owns: []string{"dataset:notes"}}},
	}
	run := &report.Run{Version: "0.1.0", AsOf: "2026-04-01", Profiles: []string{"standard"}, Findings: []finding.Finding{{
		Rule: licence, Severity: rule.Error, Message: "No licence.", State: finding.Open, Kind: "data-manifest", Document: "other", Location: place, Fingerprint: "f1",
	}}}
	run.Findings[0].Location.File = "other.yaml"
	run.Assessment = assess.Of(assess.Input{Rules: []*rule.Rule{licence}, Documents: documents, Findings: run.Findings})
	return run
}

// Written again, an assessment that was read has the same bytes, so that nothing
// of it is lost to those who compare.
func TestJSONHoldsTheAssessment(t *testing.T) {
	want := write(t, "json", assessedRun(), report.Options{})
	validate(t, "../../schemas/report.schema.json", want)
	for _, part := range []string{`"state": "gap"`, `"state": "excluded"`, `"state": "verified"`, `"verified_by"`, `"total": 38`} {
		if !strings.Contains(want, part) {
			t.Errorf("no %s in\n%s", part, want)
		}
	}
	run, err := report.ReadJSON(bytes.NewReader([]byte(want)))
	if err != nil {
		t.Fatal(err)
	}
	if got := write(t, "json", run, report.Options{}); got != want {
		t.Errorf("read and written again it is\n%s", got)
	}
}

func TestStatesTable(t *testing.T) {
	now := assessedRun().Assessment
	before := assess.Of(assess.Input{})
	got := report.StatesTable(now, before)
	for _, row := range []string{"| excluded | 1 (+1) | 0 |", "| gap | 2 (+2) | 0 |", "| human review | 0 | 5 |", "| all | 38 | 32 |"} {
		if !strings.Contains(got, row+"\n") {
			t.Errorf("no row %q in\n%s", row, got)
		}
	}
	if strings.Contains(got, "%") || strings.Contains(report.StatesTable(now, nil), "+") {
		t.Error("a share, or a change against nothing")
	}
	if summary := write(t, "summary", assessedRun(), report.Options{}); !strings.Contains(summary, "| all | 38 | 32 |") {
		t.Errorf("the summary has no table of states:\n%s", summary)
	}
}
