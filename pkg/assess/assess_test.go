package assess

import (
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// licence is what the tests ask for: a data manifest's licence, for A.7.5 which a machine
// can verify, and for 4.4 which it cannot judge.
var licence = &rule.Rule{ID: "data-manifest/licence", Requirements: []string{"A.7.5", "4.4"}}

// concerns is what is asked for A.3.3, of which a machine can only hear.
var concerns = &rule.Rule{ID: "management-system/concerns-channel", Requirements: []string{"A.3.3"}}

const licenceField = "datasets.*.acquisition.licence"

func manifest(verifiedBy ...string) Document {
	return Document{
		File: "data.yaml", Files: []string{"data.yaml"}, Kind: "data-manifest", ID: "data",
		Fields: []Field{{Pattern: licenceField, Subjects: []string{"dataset:notes"}, VerifiedBy: verifiedBy}},
	}
}

func objection(state finding.State, severity rule.Severity, until string) finding.Finding {
	f := finding.Finding{Rule: licence, Severity: severity, State: state, Kind: "data-manifest", Document: "data", Location: finding.Location{File: "data.yaml"}}
	if until != "" {
		f.Exception = &finding.Exception{Until: until}
	}
	return f
}

func excluding(justification string, applicable Answer) Document {
	return Document{File: "soa.yaml", Kind: "statement-of-applicability", Rows: []Row{{ID: "A.7.5", Applicable: applicable, Justification: justification}}}
}

func TestStates(t *testing.T) {
	for name, test := range map[string]struct {
		id        string
		documents []Document
		findings  []finding.Finding
		want      State
		until     string
	}{
		"nothing":                    {id: "A.7.5", want: NoEvidence},
		"stated":                     {id: "A.7.5", documents: []Document{manifest()}, want: Attested},
		"verified by the rule":       {id: "A.7.5", documents: []Document{manifest(licence.ID)}, want: Verified},
		"verified by another rule":   {id: "A.7.5", documents: []Document{manifest("repository/of-another-requirement")}, want: Attested},
		"verified by a binding":      {id: "A.7.5", documents: []Document{manifest(Binding)}, want: Verified},
		"no more than a machine can": {id: "A.3.3", documents: []Document{{Kind: "management-system", Fields: []Field{{Pattern: "concerns_channel", VerifiedBy: []string{Binding}}}}}, want: Attested},
		"of a kind that does not count": {
			id: "A.7.5", documents: []Document{{Kind: "ai-policy", Fields: []Field{{Pattern: licenceField}}}}, want: NoEvidence,
		},
		"a field that nobody asks for": {
			id: "A.7.5", documents: []Document{{Kind: "data-manifest", Fields: []Field{{Pattern: "datasets.*.name"}}}}, want: NoEvidence,
		},
		"objected to":         {id: "A.7.5", documents: []Document{manifest(licence.ID)}, findings: []finding.Finding{objection(finding.Open, rule.Warning, "")}, want: Gap},
		"a note only":         {id: "A.7.5", documents: []Document{manifest()}, findings: []finding.Finding{objection(finding.Open, rule.Note, "")}, want: Attested},
		"from the baseline":   {id: "A.7.5", documents: []Document{manifest()}, findings: []finding.Finding{objection(finding.Baseline, rule.Error, "")}, want: Gap},
		"waived":              {id: "A.7.5", findings: []finding.Finding{objection(finding.Waived, rule.Error, "2027-03-01"), objection(finding.Waived, rule.Error, "2027-01-01")}, want: Waived, until: "2027-01-01"},
		"waived in part":      {id: "A.7.5", findings: []finding.Finding{objection(finding.Waived, rule.Error, "2027-03-01"), objection(finding.Open, rule.Error, "")}, want: Gap},
		"excluded":            {id: "A.7.5", documents: []Document{excluding("No data of our own.", No)}, want: Excluded},
		"excluded, no reason": {id: "A.7.5", documents: []Document{excluding("", No)}, want: NoEvidence},
		"not excluded":        {id: "A.7.5", documents: []Document{excluding("We train.", Yes)}, want: NoEvidence},
		"excluded, yet objected to": {
			id: "A.7.5", documents: []Document{excluding("No data of our own.", No), manifest()},
			findings: []finding.Finding{objection(finding.Open, rule.Error, "")}, want: Gap,
		},
		"for people": {id: "4.4", documents: []Document{manifest(licence.ID)}, findings: []finding.Finding{objection(finding.Open, rule.Error, "")}, want: HumanReview},
	} {
		t.Run(name, func(t *testing.T) {
			a := Of(Input{Rules: []*rule.Rule{licence, concerns}, Documents: test.documents, Findings: test.findings})
			r := requirement(t, a.Requirements, test.id)
			if r.State != test.want || r.Until != test.until {
				t.Errorf("%s until %q, want %s until %q", r.State, r.Until, test.want, test.until)
			}
			if r.Reason == "" || !strings.HasSuffix(r.Reason, ".") {
				t.Errorf("reason %q", r.Reason)
			}
		})
	}
}

// What documents contradict is not excluded, unless somebody has accepted that.
func TestContradictedExclusion(t *testing.T) {
	contradicted := &rule.Rule{ID: ExclusionContradicted, Requirements: []string{"6.1.3"}}
	statement := excluding("No data of our own.", No)
	statement.Rows[0].Place = finding.Location{File: "soa.yaml", Path: pathOf("controls", 3)}
	for state, want := range map[finding.State]State{finding.Open: Gap, finding.Baseline: Gap, finding.Waived: Excluded} {
		for row, want := range map[int]State{3: want, 4: Excluded} {
			f := finding.Finding{Rule: contradicted, Severity: rule.Error, State: state, Location: finding.Location{File: "soa.yaml", Path: append(pathOf("controls", row), syntax.Key("applicable"))}}
			a := Of(Input{Rules: []*rule.Rule{licence, contradicted}, Documents: []Document{statement}, Findings: []finding.Finding{f}})
			if r := requirement(t, a.Requirements, "A.7.5"); r.State != want || (want == Gap) != (len(r.Findings) == 1) {
				t.Errorf("%s, row %d: %s with %d findings, want %s", state, row, r.State, len(r.Findings), want)
			}
		}
	}
}

func requirement(t *testing.T, requirements []Requirement, id string) *Requirement {
	t.Helper()
	for i := range requirements {
		if requirements[i].ID == id {
			return &requirements[i]
		}
	}
	t.Fatalf("no requirement %s", id)
	return nil
}

// A manifest of several systems counts for each by its own datasets, and so do
// the findings in it.
func TestSystemsShareAManifest(t *testing.T) {
	shared := Document{
		File: "data.yaml", Files: []string{"data.yaml"}, Kind: "data-manifest", ID: "data",
		Fields: []Field{{Pattern: licenceField, Subjects: []string{"dataset:notes"}}},
		Items:  [][]string{{"dataset:notes"}, {"dataset:vitals"}},
	}
	system := func(id, dataset string, inScope bool) Document {
		return Document{File: id + ".yaml", Kind: "ai-system", ID: id, System: &Entry{ID: id, InScope: inScope, Owns: []string{dataset}}}
	}
	lacking := objection(finding.Open, rule.Error, "")
	lacking.Location.Path = pathOf("datasets", 1)
	a := Of(Input{
		Rules:     []*rule.Rule{licence},
		Documents: []Document{shared, system("triage", "dataset:notes", true), system("alert", "dataset:vitals", true), system("old", "dataset:notes", false)},
		Findings:  []finding.Finding{lacking},
	})
	if len(a.Systems) != 3 || a.Systems[0].ID != "alert" {
		t.Fatalf("systems %v", a.Systems)
	}
	if r := requirement(t, a.Systems[0].Requirements, "A.7.5"); r.State != Gap || len(r.Findings) != 1 {
		t.Errorf("alert: %s with %d findings", r.State, len(r.Findings))
	}
	if r := requirement(t, a.Systems[2].Requirements, "A.7.5"); r.State != Attested || len(r.Evidence) != 1 {
		t.Errorf("triage: %s by %d documents", r.State, len(r.Evidence))
	}
	if a.Systems[1].Requirements != nil {
		t.Error("requirements are asked of a system out of scope")
	}
	if n := len(a.Systems[2].Requirements); n < 15 {
		t.Errorf("%d requirements are asked of a system", n)
	}
}

func TestCount(t *testing.T) {
	controls, clauses := Of(Input{}).Count()
	sum := 0
	for _, n := range controls.States {
		sum += n
	}
	if controls.Total != 38 || sum != 38 || clauses.Total != 32 || len(clauses.States) != len(States()) {
		t.Errorf("%v, %v", controls, clauses)
	}
}

func pathOf(key string, index int) syntax.Path {
	return syntax.Path{syntax.Key(key), syntax.Index(index)}
}
