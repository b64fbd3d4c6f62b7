package scan_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/scan"
)

func assessed(t *testing.T, folder string) *assess.Assessment {
	t.Helper()
	run, err := scan.Check(t.Context(), scan.Request{Directory: folder, AsOf: "2026-11-22", Assess: true})
	if err != nil {
		t.Fatal(err)
	}
	return run.Assessment
}

// The example organizations show something for everything, and what only people
// can judge is left to them.
func TestAssessmentOfTheOrganizations(t *testing.T) {
	for _, organization := range []string{"clinic", "saas"} {
		folder, err := filepath.Abs("../../testdata/" + organization)
		if err != nil {
			t.Fatal(err)
		}
		a := assessed(t, folder)
		for _, r := range a.Requirements {
			switch r.State {
			case assess.Gap, assess.NoEvidence, assess.Waived:
				t.Errorf("%s: %s is %s: %s", organization, r.ID, r.State, r.Reason)
			case assess.HumanReview:
				if want := map[string]bool{"4.4": true, "5.1": true, "7.1": true, "8.1": true, "10.1": true}; !want[r.ID] {
					t.Errorf("%s: %s is left to people", organization, r.ID)
				}
			}
		}
		for _, s := range a.Systems { // out of scope nothing is asked
			for _, r := range s.Requirements {
				if r.State == assess.Gap || r.State == assess.NoEvidence {
					t.Errorf("%s: %s of %s is %s: %s", organization, r.ID, s.ID, r.State, r.Reason)
				}
			}
		}
	}
}

const loneCard = `kind: model-card
metadata: {id: triage, title: Triage, owner: ml-lead}
model: {name: triage, version: "1.0"}
intended_use: {description: Sorts messages for the front desk.}
`

func TestAssessmentOfALoneCard(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "model-card.yaml"), []byte(loneCard), 0o600); err != nil {
		t.Fatal(err)
	}
	controls, clauses := assessed(t, folder).Count()
	if controls.Total != 38 || clauses.Total != 32 {
		t.Fatalf("%d controls, %d clauses", controls.Total, clauses.Total)
	}
	if controls.States[assess.Verified]+clauses.States[assess.Verified] != 0 {
		t.Error("a card that nothing could contradict is verified")
	}
	if n := controls.States[assess.NoEvidence]; n < 20 {
		t.Errorf("no evidence for %d controls only, of what a lone card says nothing about", n)
	}
	if n := clauses.States[assess.HumanReview]; n != 5 {
		t.Errorf("%d clauses are for people", n)
	}
}

// A reference counts as verified only where there is something that could have
// disagreed with it.
func TestVerifiedNeedsACounterpart(t *testing.T) {
	const register = "kind: risk-register\nmetadata: {id: risks, title: Risks, owner: quality}\nrisks:\n- {id: R-1, title: Misses, system: triage, owner: quality}\n"
	const system = "kind: ai-system\nmetadata: {id: triage, title: Triage, owner: quality}\nname: Triage\n"
	verified := func(files map[string]string) bool {
		folder := t.TempDir()
		for name, content := range files {
			if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		for _, d := range assessed(t, folder).Documents {
			for _, f := range d.Fields {
				if d.Kind == "risk-register" && f.Pattern == "risks.*.system" {
					return len(f.VerifiedBy) > 0
				}
			}
		}
		t.Fatal("the register states no system")
		return false
	}
	if verified(map[string]string{"risks.yaml": register}) {
		t.Error("without an inventory the system of a risk is verified")
	}
	if !verified(map[string]string{"risks.yaml": register, "system.yaml": system}) {
		t.Error("with an inventory that knows the system of a risk it is only attested")
	}
}
