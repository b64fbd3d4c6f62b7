package schema

import (
	"slices"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// TestStarters demands of the starter of each kind that it has the right shape,
// names every field once and states nothing but its kind.
func TestStarters(t *testing.T) {
	t.Parallel()
	for _, kind := range document.Kinds() {
		d := parse(t, Starter(kind), syntax.YAML)
		expectClean(t, d)
		if d.Root.Get("kind").Scalar != kind {
			t.Errorf("the starter of %s is for %s", kind, d.Root.Get("kind").Scalar)
		}
		for _, f := range Fields(kind) {
			if key := f.Path.String(); d.Root.Lookup(f.Path) == nil && key != "describes" {
				t.Errorf("the starter of %s lacks %s", kind, key)
			}
		}
		for _, f := range d.Root.Fields {
			if f.Key.Scalar != "kind" && len(entriesOf(kind, f.Key.Scalar)) < 2 && document.HasContent(f.Value) {
				t.Errorf("the starter of %s states something under %s", kind, f.Key.Scalar)
			}
		}
		for i, line := range strings.Split(Starter(kind), "\n")[1:] {
			if len(line) > 130 {
				t.Errorf("line %d of the starter of %s is too long: %s", i+2, kind, line)
			}
		}
	}
	if Starter("no-such-kind") != "" {
		t.Error("an unknown kind has a starter")
	}
}

// TestStarterRows demands a row for every control in the starter of a Statement
// of Applicability.
func TestStarterRows(t *testing.T) {
	t.Parallel()
	var controls []string
	for _, r := range catalog.All() {
		if r.Kind() == "control" {
			controls = append(controls, r.ID)
		}
	}
	if got := entriesOf(document.StatementOfApplicability, "controls"); !slices.Equal(got, controls) {
		t.Errorf("the starter has rows for %v, the catalogue %v", got, controls)
	}
}

// entriesOf are the entries that the starter makes for a list.
func entriesOf(kind, key string) []string {
	items := source(kind).Get("properties").Get(key).Get("items")
	return entries(items)
}
