package scan_test

import (
	"maps"
	"testing"

	"github.com/aimslint/aimslint/pkg/finding"
)

// A control that is left out with a justification is not asked for; one that
// documents call for, or that another statement declares applicable, is.
func TestWhatIsExcludedDoesNotCount(t *testing.T) {
	const (
		card      = "kind: model-card\nmetadata: {id: one}\nenvironmental: {hardware: one machine}\n"
		footprint = "model-card/environmental-impact" // serves A.5.5 alone
	)
	statement := func(row string) string {
		return "kind: statement-of-applicability\nmetadata: {id: soa}\ncontrols:\n- " + row + "\n"
	}
	for name, test := range map[string]struct {
		files map[string]string
		want  finding.State
	}{
		"no statement":   {nil, finding.Open},
		"left out":       {map[string]string{"soa.yaml": statement(`{id: A.5.5, applicable: false, justification: It runs on one machine.}`)}, finding.Excluded},
		"without reason": {map[string]string{"soa.yaml": statement(`{id: A.5.5, applicable: false, justification: TBD}`)}, finding.Open},
		"applicable":     {map[string]string{"soa.yaml": statement(`{id: A.5.5, applicable: true, justification: It matters.}`)}, finding.Open},
		"another":        {map[string]string{"soa.yaml": statement(`{id: A.5.4, applicable: false, justification: None.}`)}, finding.Open},
		"two that disagree": {map[string]string{
			"soa.yaml":   statement(`{id: A.5.5, applicable: false, justification: It runs on one machine.}`),
			"other.yaml": "kind: statement-of-applicability\nmetadata: {id: other}\ncontrols:\n- {id: A.5.5, applicable: true}\n",
		}, finding.Open},
	} {
		files := map[string]string{"card.yaml": card}
		maps.Copy(files, test.files)
		run := check(t, project(t, files), footprint, "repository/exclusion-contradicted")
		if len(run.Findings) == 0 {
			t.Errorf("%s: nothing is found", name)
			continue
		}
		f := run.Findings[0]
		if f.Rule.ID != footprint || f.State != test.want || f.Counts() != (test.want == finding.Open) {
			t.Errorf("%s: %s is %s, want %s", name, f.Rule.ID, f.State, test.want)
		}
		if excluded := test.want == finding.Excluded; excluded && (f.Exception == nil || f.Exception.Reason != "It runs on one machine." || f.Exception.Location.File != "soa.yaml") {
			t.Errorf("%s: it does not say why: %+v", name, f.Exception)
		}
	}
}

func TestAContradictedExclusionExcludesNothing(t *testing.T) {
	folder := project(t, map[string]string{
		"soa.yaml":       "kind: statement-of-applicability\nmetadata: {id: soa}\ncontrols:\n- {id: A.10.3, applicable: false, justification: We buy nothing.}\n",
		"suppliers.yaml": "kind: supplier-register\nmetadata: {id: suppliers}\nsuppliers: [{id: acme}]\n",
	})
	run := check(t, folder, "supplier-register/*", "repository/exclusion-contradicted")
	for _, f := range run.Findings {
		if f.State != finding.Open {
			t.Errorf("%s is %s although the exclusion is contradicted", f.Rule.ID, f.State)
		}
	}
	if len(run.Findings) < 2 {
		t.Errorf("%d findings", len(run.Findings))
	}
}
