package prove

import (
	"strings"
	"sync/atomic"
	"testing"

	"github.com/aimslint/aimslint/policies"
)

// TestLibrary proves every embedded rule: a rule that never fires, that objects
// to its passing example, or whose mutants survive fails the build.
func TestLibrary(t *testing.T) {
	prover, err := New(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var mutants, proven atomic.Int64
	t.Run("rules", func(t *testing.T) {
		for i := range policies.Rules {
			r := &policies.Rules[i]
			t.Run(r.ID, func(t *testing.T) {
				t.Parallel()
				examples, err := policies.Examples(r.ID)
				if err != nil {
					t.Fatal(err)
				}
				proof, err := prover.Prove(t.Context(), r, examples)
				if err != nil {
					t.Fatal(err)
				}
				mutants.Add(int64(len(proof.Mutants)))
				proven.Add(int64(len(proof.Mutants) - proof.Count(Nobody)))
				if len(proof.Faults) > 0 {
					t.Error(strings.Join(proof.Faults, "\n"))
				}
			})
		}
	})
	t.Logf("%d of %d mutants have a witness", proven.Load(), mutants.Load())
}
