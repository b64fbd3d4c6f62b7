package policy_test

import (
	"reflect"
	"testing"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/policy"
	"github.com/aimslint/aimslint/policies"
)

// TestPrecedents judges the examples of all rules, and what each becomes when a value
// goes missing or is changed, with an engine that keeps precedents and one that keeps
// none.
func TestPrecedents(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long, and does one thing after the other")
	}
	without, with := engineOn(t, 0), engineOn(t, 1)
	c := newChanges(t)
	judged, objections := 0, 0
	for _, d := range exampleDocuments(t) {
		for _, d := range []*document.Document{d, c.one(t, d)} {
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
