package policy_test

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/format"
	"github.com/aimslint/aimslint/pkg/policy"
	"github.com/aimslint/aimslint/pkg/syntax"
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
			if found := objections(t, engine, rule.ID, examples, true); len(found) > 0 {
				t.Errorf("the rule objects to the passing example:\n%s", strings.Join(found, "\n"))
			}
			if found := objections(t, engine, rule.ID, examples, false); len(found) == 0 {
				t.Error("the rule is content with the failing example")
			}
		})
	}
}

// TestExampleNames demands that examples are below pass/ and fail/, both, and
// that every rule has a row in the table.
func TestExampleNames(t *testing.T) {
	for _, rule := range policies.Rules {
		text, err := policies.Files.ReadFile(path.Join("rules", rule.ID, "examples.txtar"))
		if err != nil {
			t.Error(err)
			continue
		}
		sides := map[string]bool{}
		for _, file := range txtar.Parse(text).Files {
			side, name, _ := strings.Cut(file.Name, "/")
			if sides[side] = true; name == "" || side != "pass" && side != "fail" {
				t.Errorf("%s: the example %s is neither below pass/ nor below fail/", rule.ID, file.Name)
			}
		}
		if !sides["pass"] || !sides["fail"] {
			t.Errorf("%s needs an example that passes and one that fails", rule.ID)
		}
	}
}

// objections are what a rule says about the passing or the failing examples,
// taken together as a repository.
func objections(t *testing.T, engine *policy.Engine, id string, examples []policies.Example, passes bool) []string {
	t.Helper()
	var documents []*document.Document
	var found []policy.Violation
	records := map[string][]policy.Record{}
	for _, example := range examples {
		if example.Passes != passes {
			continue
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
		t.Fatalf("no document among the examples (pass: %t)", passes)
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
	text := syntax.NewText(example.File, example.Content)
	tree := syntax.Parse(text, syntax.LanguageOf(example.File), syntax.DefaultLimits())
	for _, problem := range tree.Problems {
		t.Errorf("%s: %s: %s", example.File, problem.Span.Start, problem.Message)
	}
	recognition := format.Recognise(tree, format.Nominated(example.File, example.Content)...)
	if len(recognition.Documents) > 0 {
		return recognition.Documents
	}
	var documents []*document.Document
	for i, root := range tree.Values {
		if kind := root.Get("kind"); kind != nil {
			documents = append(documents, &document.Document{Kind: kind.Scalar, Format: "native", File: example.File, Index: i, Root: root})
		}
	}
	return slices.Clip(documents)
}
