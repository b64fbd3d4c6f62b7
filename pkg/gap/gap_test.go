package gap_test

import (
	"slices"
	"testing"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/gap"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/policies"
)

// known is a rule of the library.
func known(t *testing.T, id string) *rule.Rule {
	t.Helper()
	for i := range policies.Rules {
		if policies.Rules[i].ID == id {
			return &policies.Rules[i]
		}
	}
	t.Fatalf("no rule %s", id)
	return nil
}

func objection(r *rule.Rule, severity rule.Severity, file, kind, id string) finding.Finding {
	return finding.Finding{Rule: r, Severity: severity, State: finding.Open, Kind: kind, Document: id, Location: finding.Location{File: file}}
}

func serving(id string, severity rule.Severity, requirements ...string) *rule.Rule {
	return &rule.Rule{ID: id, Severity: severity, Requirements: requirements}
}

func of(in assess.Input) *gap.Analysis { return gap.Of(assess.Of(in), nil, nil) }

func TestHeadingsHoldEveryRequirementOnce(t *testing.T) {
	g := of(assess.Input{})
	for name, sections := range map[string][]gap.Section{"groups": g.Groups, "phases": g.Phases} {
		seen, total := map[string]int{}, 0
		for _, s := range sections {
			sum := 0
			for _, n := range s.Count.States {
				sum += n
			}
			if sum != s.Count.Total || s.Count.Total != len(s.Requirements) {
				t.Errorf("%s %s: %d in states, total %d, %d requirements", name, s.ID, sum, s.Count.Total, len(s.Requirements))
			}
			total += s.Count.Total
			for _, r := range s.Requirements {
				seen[r.ID]++
			}
		}
		if total != 70 || len(seen) != 70 {
			t.Errorf("%s hold %d requirements, %d different ones", name, total, len(seen))
		}
	}
	if len(g.Groups) != 16 || len(g.Phases) != 4 {
		t.Errorf("%d groups, %d phases", len(g.Groups), len(g.Phases))
	}
}

func TestFrameworkLosesNothing(t *testing.T) {
	a := assess.Of(assess.Input{})
	for _, f := range catalog.Frameworks() {
		g := gap.Of(a, nil, &f)
		seen := map[string]bool{}
		for _, s := range append(slices.Clone(g.Parts), g.Rest()) {
			for _, r := range s.Requirements {
				seen[r.ID] = true
			}
		}
		if len(seen) != 70 {
			t.Errorf("%s: %d of 70 requirements are shown", f.ID, len(seen))
		}
	}
}

// Errors come before warnings, those before what is only missing; among equals what
// changes the state of more.
func TestStepsAreInOrderOfWeight(t *testing.T) {
	one := serving("model-card/one", rule.Error, "A.9.4")
	two := serving("ai-system/two", rule.Error, "A.6.2.5", "A.6.2.8")
	shared := serving("document/shared", rule.Warning, "7.5.2", "A.8.2")
	documents := []assess.Document{
		{File: "card.yaml", Files: []string{"card.yaml"}, Kind: "model-card", ID: "card"},
		{File: "policy.yaml", Files: []string{"policy.yaml"}, Kind: "ai-policy", ID: "policy"},
		{File: "system.yaml", Files: []string{"system.yaml"}, Kind: "ai-system", ID: "system"},
	}
	g := of(assess.Input{
		Rules: []*rule.Rule{one, two, shared, known(t, "risk-register/risk-description")}, Documents: documents,
		Findings: []finding.Finding{
			objection(one, rule.Error, "card.yaml", "model-card", "card"),
			objection(shared, rule.Warning, "card.yaml", "model-card", "card"),
			objection(shared, rule.Warning, "policy.yaml", "ai-policy", "policy"),
			objection(two, rule.Error, "system.yaml", "ai-system", "system"),
			objection(one, rule.Note, "policy.yaml", "ai-policy", "policy"), // a note asks for nothing
			objection(shared, rule.Warning, "readme.txt", "", ""),
		},
	})
	got := make([]string, 0, len(g.Steps))
	for _, s := range g.Steps {
		got = append(got, string(s.Action)+" "+s.Kind+" "+string(s.Severity))
	}
	want := []string{"mend ai-system error", "mend model-card error", "mend  warning", "mend ai-policy warning", "write risk-register "}
	if !slices.Equal(got, want) {
		t.Fatalf("steps %q", got)
	}
	if s := g.Steps[0]; !slices.Equal(s.Moves, []string{"A.6.2.5", "A.6.2.8"}) {
		t.Errorf("the system moves %v", s.Moves)
	}
	card := g.Steps[1]
	if !slices.Equal(card.Moves, []string{"A.9.4"}) || !slices.Equal(card.Requirements, []string{"7.5.2", "A.8.2", "A.9.4"}) {
		t.Errorf("the card moves %v of %v: others object to what it shares", card.Moves, card.Requirements)
	}
	if len(card.Tasks) != 2 || card.Tasks[0].Rule != one || card.Errors() != 1 || card.Warnings() != 1 {
		t.Errorf("tasks of the card %v", card.Tasks)
	}
	if s := g.Steps[4]; !slices.Contains(s.Moves, "6.1.2") || len(s.Fields) == 0 {
		t.Errorf("to write a register moves %v by %v", s.Moves, s.Fields)
	}
}

// Each requirement without evidence is in one step, or said to be asked by nobody.
func TestWhatIsMissingIsSuppliedOnce(t *testing.T) {
	rules := make([]*rule.Rule, len(policies.Rules))
	for i := range policies.Rules {
		rules[i] = &policies.Rules[i]
	}
	for name, in := range map[string]assess.Input{"every rule": {Rules: rules}, "no rule": {}, "one rule": {Rules: rules[:1]}} {
		g := of(in)
		moved := map[string]int{}
		for _, s := range g.Steps {
			for _, id := range s.Moves {
				moved[id]++
			}
		}
		for _, r := range g.Unasked {
			moved[r.ID]++
		}
		for _, r := range g.Requirements {
			if want := map[assess.State]int{assess.NoEvidence: 1}[r.State]; moved[r.ID] != want {
				t.Errorf("%s: %s, %s, is in %d steps", name, r.ID, r.State, moved[r.ID])
			}
		}
		if name == "every rule" && len(g.Unasked) > 0 {
			t.Errorf("of %d requirements no rule asks anything", len(g.Unasked))
		}
	}
}

// A rule that objects because there is no document of a kind asks for one to be
// written, wherever its finding stands.
func TestWhatIsKeptNowhereIsToBeWritten(t *testing.T) {
	kept := known(t, "repository/ai-policy-kept")
	system := assess.Document{File: "aims.yaml", Files: []string{"aims.yaml"}, Kind: "management-system", ID: "aims"}
	policy := assess.Document{File: "policy.yaml", Files: []string{"policy.yaml"}, Kind: "ai-policy", ID: "policy"}
	found := []finding.Finding{objection(kept, rule.Error, "aims.yaml", "management-system", "aims")}
	in := assess.Input{Rules: []*rule.Rule{kept}, Documents: []assess.Document{system}, Findings: found}
	if s := of(in).Steps[0]; s.Action != gap.Write || s.Kind != "ai-policy" || s.Severity != rule.Error {
		t.Errorf("%s %s", s.Action, s.Kind)
	}
	in.Documents = append(in.Documents, policy)
	if s := of(in).Steps[0]; s.Action != gap.Mend || s.Kind != "management-system" {
		t.Errorf("with a policy: %s %s", s.Action, s.Kind)
	}
}

// A document that says nothing yet is completed; where rules object to it too it is
// one step.
func TestOneStepADocument(t *testing.T) {
	rules := []*rule.Rule{known(t, "risk-register/risk-description"), serving("risk-register/other", rule.Warning, "8.3")}
	register := assess.Document{File: "risks.yaml", Files: []string{"risks.yaml"}, Kind: "risk-register", ID: "risks"}
	in := assess.Input{Rules: rules, Documents: []assess.Document{register}}
	if g := of(in); len(g.Steps) != 1 || g.Steps[0].Action != gap.Complete || g.Steps[0].Files[0] != "risks.yaml" {
		t.Errorf("%+v", g.Steps)
	}
	in.Findings = []finding.Finding{objection(rules[1], rule.Warning, "risks.yaml", "risk-register", "risks")}
	if g := of(in); len(g.Steps) != 1 || g.Steps[0].Action != gap.Mend || len(g.Steps[0].Fields) == 0 || !slices.Contains(g.Steps[0].Moves, "8.3") {
		t.Errorf("%+v", g.Steps)
	}
	in.Findings = nil
	second := register
	second.File, second.ID = "more.yaml", "more"
	in.Documents = append(in.Documents, second)
	if g := of(in); len(g.Steps) != 1 || !slices.Equal(g.Steps[0].Files, []string{"more.yaml", "risks.yaml"}) {
		t.Errorf("%+v", g.Steps)
	}
}

// Of a system only that is shown which is asked of it.
func TestOfASystem(t *testing.T) {
	shared := serving("ai-system/shared", rule.Error, "A.6.2.5", "5.3")
	entry := func(id string) assess.Document {
		return assess.Document{File: id + ".yaml", Files: []string{id + ".yaml"}, Kind: "ai-system", ID: id, Subjects: []string{id}, System: &assess.Entry{ID: id, InScope: true}}
	}
	a := assess.Of(assess.Input{
		Rules: []*rule.Rule{shared}, Documents: []assess.Document{entry("alert"), entry("triage")},
		Findings: []finding.Finding{objection(shared, rule.Error, "triage.yaml", "ai-system", "triage")},
	})
	alert, triage := gap.Of(a, &a.Systems[0], nil), gap.Of(a, &a.Systems[1], nil)
	if len(alert.Steps) != 0 || len(triage.Steps) != 1 {
		t.Fatalf("%d and %d steps", len(alert.Steps), len(triage.Steps))
	}
	if s := triage.Steps[0]; !slices.Equal(s.Requirements, []string{"A.6.2.5"}) || !slices.Equal(s.Moves, s.Requirements) {
		t.Errorf("%v of %v: 5.3 is asked of no system", s.Moves, s.Requirements)
	}
	if triage.Systems != nil || triage.Controls.Total+triage.Clauses.Total != len(a.Systems[1].Requirements) {
		t.Error("the analysis of a system counts others")
	}
}
