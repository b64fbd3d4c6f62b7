package policies_test

import (
	"slices"
	"testing"

	"github.com/open-policy-agent/opa/v1/rego"

	"github.com/aimslint/aimslint/pkg/catalog"
)

// TestRequirements compares the ids that the rules know with the catalog.
func TestRequirements(t *testing.T) {
	libraries := modules(t, "lib")
	options := make([]func(*rego.Rego), 0, len(libraries)+1)
	options = append(options, rego.Query("data.aimslint.lib.requirement.ids[_]"))
	for _, m := range libraries {
		options = append(options, rego.ParsedModule(m.Module.Module))
	}
	results, err := rego.New(options...).Eval(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	requirements := catalog.All()
	got, want := make([]string, 0, len(results)), make([]string, 0, len(requirements))
	for _, result := range results {
		id, _ := result.Expressions[0].Value.(string)
		got = append(got, id)
	}
	for _, requirement := range requirements {
		want = append(want, requirement.ID)
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("the rules know the requirements %v, the catalog has %v", got, want)
	}
}
