package prove

import (
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/policies"
)

// TestLibrary proves every embedded rule: a rule that never fires, that objects
// to its passing example, or whose mutants survive fails the build.
func TestLibrary(t *testing.T) {
	rules := make([]*rule.Rule, len(policies.Rules))
	for i := range policies.Rules {
		rules[i] = &policies.Rules[i]
	}
	prover, err := New(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	proofs, err := prover.Library(t.Context(), rules)
	if err != nil {
		t.Fatal(err)
	}
	mutants, survivors := 0, 0
	for _, p := range proofs {
		mutants += len(p.Mutants)
		survivors += p.Count(Nobody)
		if len(p.Faults) > 0 {
			t.Errorf("%s\n\t%s", p.Rule, strings.Join(p.Faults, "\n\t"))
		}
	}
	t.Logf("%d rules, %d mutants, %d survive", len(proofs), mutants, survivors)
}
