package trend_test

import (
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/syntax"
	"github.com/aimslint/aimslint/pkg/trend"
)

func found(fingerprint, file string, line int, state finding.State) finding.Finding {
	f := finding.Finding{
		Rule: &rule.Rule{ID: "x/" + fingerprint[:1]}, Severity: rule.Error, Message: fingerprint[:1] + ".", State: state,
		Kind: "model-card", Document: "card", Fingerprint: fingerprint, Location: finding.Location{File: file},
	}
	f.Location.Span.Start = syntax.Position{Line: line, Column: 1}
	return f
}

func run(findings ...finding.Finding) *report.Run { return &report.Run{Findings: findings} }

func fingerprints(findings []*finding.Finding) string {
	words := make([]string, 0, len(findings))
	for _, f := range findings {
		words = append(words, f.Fingerprint)
	}
	return strings.Join(words, " ")
}

func TestCompareFindings(t *testing.T) {
	open := finding.Open
	older := run(found("a1", "f", 1, open), found("b1", "f", 2, open), found("c1", "old", 3, open), found("d1", "f", 4, open), found("e1", "f", 5, open))
	newer := run(found("a1", "f", 1, open), found("b1", "f", 20, open), found("c2", "new", 3, open), found("d1", "f", 4, finding.Waived), found("g1", "f", 6, open))
	c := trend.Compare(older, newer)
	if got := fingerprints(c.Same); got != "a1" {
		t.Errorf("the same are %s", got)
	}
	if got := fingerprints(c.New); got != "g1" {
		t.Errorf("new are %s", got)
	}
	if got := fingerprints(c.Fixed); got != "e1" {
		t.Errorf("fixed are %s", got)
	}
	if len(c.Moved) != 2 || c.Moved[0].To.Fingerprint != "b1" || c.Moved[1].From.Fingerprint != "c1" || c.Moved[1].To.Fingerprint != "c2" {
		t.Errorf("moved are %v", c.Moved)
	}
	if len(c.Excepted) != 1 || c.Excepted[0].To.Fingerprint != "d1" {
		t.Errorf("excepted are %v", c.Excepted)
	}
	if c.Assessed || len(c.Steps) > 0 {
		t.Error("without assessments something is said of requirements")
	}
}

// A finding without a document's id says too little to be followed.
func TestCompareFollowsDocumentsOnly(t *testing.T) {
	a, b := found("a1", "old", 1, finding.Open), found("a2", "new", 1, finding.Open)
	a.Document, b.Document = "", ""
	if c := trend.Compare(run(a), run(b)); len(c.New) != 1 || len(c.Fixed) != 1 || len(c.Moved) != 0 {
		t.Errorf("%d new, %d fixed, %d moved", len(c.New), len(c.Fixed), len(c.Moved))
	}
}

func assessed(states map[string]assess.State) *report.Run {
	r := run()
	r.Assessment = &assess.Assessment{}
	for _, known := range catalog.All() {
		if state, ok := states[known.ID]; ok {
			r.Assessment.Requirements = append(r.Assessment.Requirements, assess.Requirement{Requirement: known, State: state})
		}
	}
	return r
}

func TestCompareRequirements(t *testing.T) {
	older := map[string]assess.State{"A.2.2": assess.NoEvidence, "A.2.3": assess.Verified, "A.2.4": assess.Attested, "A.3.2": assess.Gap, "4.4": assess.HumanReview}
	newer := map[string]assess.State{"A.2.2": assess.Gap, "A.2.3": assess.Attested, "A.2.4": assess.Excluded, "A.3.2": assess.Gap, "4.4": assess.HumanReview}
	c := trend.Compare(assessed(older), assessed(newer))
	for id, want := range map[string]trend.Direction{"A.2.2": trend.Rose, "A.2.3": trend.Fell, "A.2.4": trend.Neither} {
		steps := c.In(want)
		if len(steps) != 1 || steps[0].ID != id {
			t.Errorf("%s are %v, want %s", want, steps, id)
		}
	}
	if len(c.Steps) != 3 || !c.Assessed {
		t.Errorf("steps %v", c.Steps)
	}
}

func TestRegressed(t *testing.T) {
	note := found("n1", "f", 1, finding.Open)
	note.Severity = rule.Note
	states := func(s assess.State) map[string]assess.State { return map[string]assess.State{"A.2.2": s} }
	for name, test := range map[string]struct {
		older, newer *report.Run
		want         bool
	}{
		"nothing":          {run(), run(), false},
		"a new error":      {run(), run(found("a1", "f", 1, finding.Open)), true},
		"a new note":       {run(), run(note), false},
		"a new waived":     {run(), run(found("a1", "f", 1, finding.Waived)), false},
		"no longer waived": {run(found("a1", "f", 1, finding.Waived)), run(found("a1", "f", 1, finding.Open)), true},
		"now waived":       {run(found("a1", "f", 1, finding.Open)), run(found("a1", "f", 1, finding.Waived)), false},
		"fixed":            {run(found("a1", "f", 1, finding.Open)), run(), false},
		"a fall":           {assessed(states(assess.Verified)), assessed(states(assess.Attested)), true},
		"a rise":           {assessed(states(assess.Attested)), assessed(states(assess.Verified)), false},
		"an exclusion":     {assessed(states(assess.Attested)), assessed(states(assess.Excluded)), false},
	} {
		if got := trend.Compare(test.older, test.newer).Regressed(); got != test.want {
			t.Errorf("%s: regressed %t", name, got)
		}
	}
}
