package policy_test

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/policy"
	"github.com/aimslint/aimslint/pkg/syntax"
	"github.com/aimslint/aimslint/policies"
)

// TestPrecedents judges the examples of all rules, and what they become when a value
// goes missing or is changed, with an engine that keeps precedents and one that keeps
// none. So it finds every rule that reads what its footprint does not tell.
func TestPrecedents(t *testing.T) {
	without, with := engineOn(t, 0), engineOn(t, 1)
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // a test that repeats itself
	const changes = 2
	judged, objections := 0, 0
	for _, d := range exampleDocuments(t) {
		for range changes + 1 {
			want, err := without.Evaluate(t.Context(), d)
			if err != nil {
				t.Fatal(err)
			}
			for range 2 { // the second time all is known
				got, err := with.Evaluate(t.Context(), d)
				if err != nil {
					t.Fatal(err)
				}
				if !reflect.DeepEqual(got.Violations, want.Violations) {
					t.Fatalf("%s: with precedents\n%v\nwithout\n%v\n%s", d.File, got.Violations, want.Violations, d.Root.Text().Bytes)
				}
			}
			judged++
			objections += len(want.Violations)
			d = changed(t, random, d)
		}
	}
	if judged < 1000 || objections < judged {
		t.Errorf("%d documents with %d violations: too few to tell", judged, objections)
	}
}

func engineOn(t *testing.T, enough int64) *policy.Engine {
	t.Helper()
	engine, err := policy.New(t.Context(), policy.Options{AsOf: exampleDay})
	if err != nil {
		t.Fatal(err)
	}
	policy.KeepPrecedents(engine, enough)
	return engine
}

func exampleDocuments(t *testing.T) []*document.Document {
	t.Helper()
	var documents []*document.Document
	for _, rule := range policies.Rules {
		examples, err := policies.Examples(rule.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, example := range append(examples.Pass, examples.Fail...) {
			documents = append(documents, read(t, example)...)
		}
	}
	return documents
}

// changed is a document of the same kind in which one value, chosen by lot, is another
// one or is gone.
func changed(t *testing.T, random *rand.Rand, d *document.Document) *document.Document {
	t.Helper()
	value := plain(d.Root)
	steps := random.IntN(4) + 1
	at := &value
	for range steps {
		next := inside(random, at)
		if next == nil {
			break
		}
		at = next
	}
	others := []any{nil, "", "something else", "2026-02-30", "2031-01-01", 7, -1.5, true, []any{}, []any{"a", nil}, map[string]any{"id": "x"}}
	*at = others[random.IntN(len(others))]
	if object, ok := value.(map[string]any); ok {
		object["kind"] = d.Kind
	} else {
		value = map[string]any{"kind": d.Kind}
	}
	content, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	tree := syntax.Parse(syntax.NewText(d.File+".json", content), syntax.JSON, syntax.DefaultLimits())
	if len(tree.Values) != 1 {
		t.Fatalf("%s: %v", content, tree.Problems)
	}
	return &document.Document{Kind: d.Kind, File: d.File, Root: tree.Values[0]}
}

// inside is a place in a value, chosen by lot; nil if there is none. What is set there
// is in the value.
func inside(random *rand.Rand, at *any) *any {
	switch v := (*at).(type) {
	case map[string]any:
		if keys := slices.Sorted(maps.Keys(v)); len(keys) > 0 {
			key := keys[random.IntN(len(keys))]
			place := &holder{v[key]}
			v[key] = place
			return &place.Value
		}
	case []any:
		if len(v) > 0 {
			return &v[random.IntN(len(v))]
		}
	}
	return nil
}

// holder is written as what it holds.
type holder struct{ Value any }

func (h *holder) MarshalJSON() ([]byte, error) { return json.Marshal(h.Value) }

func plain(n *syntax.Node) any {
	switch n.Kind {
	case syntax.Map:
		object := map[string]any{}
		for _, field := range n.Fields {
			object[field.Key.Scalar] = plain(field.Value)
		}
		return object
	case syntax.List:
		items := make([]any, len(n.Items))
		for i, item := range n.Items {
			items[i] = plain(item)
		}
		return items
	case syntax.Number:
		return json.Number(n.Scalar)
	case syntax.Bool:
		return n.Scalar == "true"
	case syntax.Null:
		return nil
	case syntax.String:
	}
	return n.Scalar
}
