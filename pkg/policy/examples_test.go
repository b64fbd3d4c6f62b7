package policy_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/format"
	"github.com/aimslint/aimslint/pkg/policy"
	"github.com/aimslint/aimslint/pkg/syntax"
	"github.com/aimslint/aimslint/pkg/trace"
	"github.com/aimslint/aimslint/policies"
)

// exampleDay is the day that the examples take for today.
const exampleDay = "2026-06-01"

// TestExamples evaluates the examples of every rule as documents: the rule must
// be content with the passing ones and object to the failing ones.
func TestExamples(t *testing.T) {
	engine, err := policy.New(t.Context(), policy.Options{AsOf: exampleDay, Timeout: 10 * time.Second})
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range policies.Rules {
		t.Run(rule.ID, func(t *testing.T) {
			examples, err := policies.Examples(rule.ID)
			if err != nil {
				t.Fatal(err)
			}
			if found := objections(t, engine, rule.ID, examples.Pass); len(found) > 0 {
				t.Errorf("the rule objects to the passing example:\n%s", strings.Join(found, "\n"))
			}
			if found := objections(t, engine, rule.ID, examples.Fail); len(found) == 0 {
				t.Error("the rule is content with the failing example")
			}
		})
	}
}

// objections are what a rule says about the passing or the failing examples,
// taken together as a repository.
func objections(t *testing.T, engine *policy.Engine, id string, examples []policies.Example) []string {
	t.Helper()
	var documents []*document.Document
	var found []policy.Violation
	records := map[string][]policy.Record{}
	for _, example := range examples {
		for _, d := range trace.Example(example.Name, []byte(example.Content)) {
			record := engine.Traced(d)
			record.Document = len(documents)
			records[d.Kind] = append(records[d.Kind], record)
			documents = append(documents, d)
		}
		for _, d := range read(t, example) {
			result, err := engine.Evaluate(t.Context(), d)
			if err != nil {
				t.Fatal(err)
			}
			for _, v := range result.Violations {
				v.Document = len(documents)
				found = append(found, v)
			}
			result.Record.Document = len(documents)
			records[d.Kind] = append(records[d.Kind], result.Record)
			documents = append(documents, d)
		}
	}
	if len(documents) == 0 {
		t.Fatal("no document among the passing or among the failing examples")
	}
	across, err := engine.EvaluateRepository(t.Context(), records)
	if err != nil {
		t.Fatal(err)
	}
	return wordings(id, append(found, across...), documents)
}

// wordings are the violations of one rule in words, without those that ask for
// what the document's format cannot state.
func wordings(id string, violations []policy.Violation, documents []*document.Document) []string {
	var words []string
	for _, v := range violations {
		d := documents[v.Document]
		if v.Rule.ID == id && (d.Root.Lookup(v.Path) != nil || d.CanExpress(v.Path)) {
			words = append(words, fmt.Sprintf("%s %s: %s", d.File, v.Path, v.Message))
		}
	}
	return words
}

// read gives the documents of an example. A file that is part of an example
// but holds no document, such as a source of values, gives none.
func read(t *testing.T, example policies.Example) []*document.Document {
	t.Helper()
	content := []byte(example.Content)
	tree := syntax.Parse(syntax.NewText(example.Name, content), syntax.LanguageOf(example.Name), syntax.DefaultLimits())
	recognition := format.Recognise(tree, format.Nominated(example.Name, content)...)
	for _, problem := range append(tree.Problems, recognition.Problems...) {
		t.Errorf("%s:%s: %s", example.Name, problem.Span.Start, problem.Message)
	}
	return recognition.Documents
}
