package policies_test

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/rego"

	"github.com/aimslint/aimslint/pkg/catalog"
)

// TestShownBy holds the kinds of document that show a control, as rules know
// them, to those that the catalogue of requirements names.
func TestShownBy(t *testing.T) {
	options := []func(*rego.Rego){rego.Query("data.aimslint.lib.duty.shown_by")}
	for _, m := range modules(t, "lib") {
		if !strings.HasSuffix(m.file, "_test.rego") {
			options = append(options, rego.ParsedModule(m.Module.Module))
		}
	}
	results, err := rego.New(options...).Eval(t.Context())
	if err != nil || len(results) != 1 {
		t.Fatal(results, err)
	}
	shown, ok := results[0].Expressions[0].Value.(map[string]any)
	if !ok {
		t.Fatalf("shown_by is %v", results[0].Expressions[0].Value)
	}
	for _, r := range catalog.All() {
		if !strings.HasPrefix(r.ID, "A.") {
			continue
		}
		want := make([]any, len(r.Documents))
		for i, kind := range r.Documents {
			want[i] = kind
		}
		if !reflect.DeepEqual(shown[r.ID], any(want)) {
			t.Errorf("%s is shown by %v in policies/lib/duty.rego, by %v in the catalogue", r.ID, shown[r.ID], r.Documents)
		}
		delete(shown, r.ID)
	}
	if len(shown) > 0 {
		t.Errorf("no controls: %v", slices.Sorted(maps.Keys(shown)))
	}
}
