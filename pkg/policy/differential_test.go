package policy_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/format"
	"github.com/aimslint/aimslint/pkg/policy"
	"github.com/aimslint/aimslint/pkg/syntax"
	"github.com/aimslint/aimslint/policies"
)

const testDay = "2026-11-22"

// TestStockOPA compares what the engine makes of the example organizations, and
// of what is wrong with them, with what stock OPA makes of the same policies.
// It runs 'opa eval' if that is installed, else the library behind it.
func TestStockOPA(t *testing.T) {
	for _, organization := range []string{"clinic", "clinic-broken", "saas", "saas-broken"} {
		t.Run(organization, func(t *testing.T) {
			documents := documentsIn(t, filepath.Join("..", "..", "testdata", organization))
			want := byEngine(t, documents)
			got := byStock(t, documents)
			slices.Sort(want)
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Errorf("stock OPA says\n%s\nthe engine says\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
			if strings.HasSuffix(organization, "-broken") && len(want) == 0 {
				t.Error("nothing was compared")
			}
		})
	}
}

func documentsIn(t *testing.T, folder string) []*document.Document {
	t.Helper()
	var documents []*document.Document
	err := filepath.WalkDir(folder, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || syntax.LanguageOf(file) == "" {
			return err
		}
		content, err := os.ReadFile(file) //nolint:gosec // an example of ours
		if err != nil {
			return err
		}
		if nominated := format.Nominated(file, content); len(nominated) > 0 {
			tree := syntax.Parse(syntax.NewText(file, content), syntax.LanguageOf(file), syntax.DefaultLimits())
			documents = append(documents, format.Recognise(tree, nominated...).Documents...)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(documents) == 0 {
		t.Fatalf("%s holds no document", folder)
	}
	return documents
}

func said(document int, rule string, path, message any) string {
	return fmt.Sprintf("%d %s %v %s", document, rule, path, message)
}

func byEngine(t *testing.T, documents []*document.Document) []string {
	t.Helper()
	engine, err := policy.New(t.Context(), policy.Options{AsOf: testDay})
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	records := map[string][]policy.Record{}
	add := func(violations []policy.Violation, document func(policy.Violation) int) {
		for _, v := range violations {
			path := make([]any, len(v.Path))
			for i, step := range v.Path {
				path[i] = any(step.Index)
				if step.IsKey() {
					path[i] = step.Key
				}
			}
			all = append(all, said(document(v), v.Rule.ID, path, v.Message))
		}
	}
	for i, d := range documents {
		result, err := engine.Evaluate(t.Context(), d)
		if err != nil {
			t.Fatal(err)
		}
		add(result.Violations, func(policy.Violation) int { return i })
		result.Record.Document = i
		records[d.Kind] = append(records[d.Kind], result.Record)
	}
	violations, err := engine.EvaluateRepository(t.Context(), records)
	if err != nil {
		t.Fatal(err)
	}
	add(violations, func(v policy.Violation) int { return v.Document })
	return all
}

// byStock evaluates with nothing but OPA: each document by itself, then all
// together over the records that the policies themselves make of them.
func byStock(t *testing.T, documents []*document.Document) []string {
	t.Helper()
	config := map[string]any{}
	for i := range policies.Rules {
		values, err := policies.Rules[i].Configure(nil)
		if err != nil {
			t.Fatal(err)
		}
		config[policies.Rules[i].ID] = values
	}
	data := map[string]any{"as_of": testDay, "config": config}
	kinds := map[string]any{}
	for _, kind := range document.Kinds() {
		kinds[kind] = []any{}
	}
	inputs := make([]any, len(documents))
	for i, d := range documents {
		value, err := ast.JSON(policy.Input(d))
		if err != nil {
			t.Fatal(err)
		}
		inputs[i] = map[string]any{"index": i, "kind": d.Kind, "document": value}
	}
	answer := evalStock(t, `answer := [{"index": d.index, "kind": d.kind, "said": said, "record": record} |
		some d in input
		snake := replace(d.kind, "-", "_")
		said := {[concat("/", [category, replace(name, "_", "-")]), violation] |
			some category in ["document", d.kind]
			some name
			some violation in data.aimslint.rules[replace(category, "-", "_")][name].report
		} with input as d.document
		record := data.aimslint.records[snake].record with input as d.document
	]`, inputs, data)
	var all []string
	var judged []struct {
		Index  int            `json:"index"`
		Kind   string         `json:"kind"`
		Said   [][]any        `json:"said"`
		Record map[string]any `json:"record"`
	}
	decode(t, answer, &judged)
	if len(judged) != len(documents) {
		t.Fatalf("stock OPA judged %d of %d documents", len(judged), len(documents))
	}
	for _, j := range judged {
		all = append(all, sayings(j.Index, j.Said)...)
		j.Record["document"] = j.Index
		kinds[j.Kind] = append(kinds[j.Kind].([]any), j.Record) //nolint:forcetypeassert // made above
	}
	var across [][]any
	decode(t, evalStock(t, `answer := {[concat("/", ["repository", replace(name, "_", "-")]), violation] |
		some name
		some violation in data.aimslint.rules.repository[name].report
	}`, map[string]any{"records": kinds}, data), &across)
	return append(all, sayings(-1, across)...)
}

// sayings are violations in words. Those over the repository say themselves
// which document they are about.
func sayings(index int, violations [][]any) []string {
	all := make([]string, len(violations))
	for i, v := range violations {
		violation, _ := v[1].(map[string]any)
		about := index
		if n, ok := violation["document"].(json.Number); ok {
			handle, _ := n.Int64()
			about = int(handle)
		}
		rule, _ := v[0].(string)
		all[i] = said(about, rule, violation["path"], violation["message"])
	}
	return all
}

func decode(t *testing.T, text []byte, into any) {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	if err := decoder.Decode(into); err != nil {
		t.Fatal(err)
	}
}

// evalStock is, as JSON, the answer that a module gives.
func evalStock(t *testing.T, module string, input, data any) []byte {
	t.Helper()
	module = "package question\n" + module
	if opa, err := exec.LookPath("opa"); err == nil {
		return evalCommand(t, opa, module, input, data)
	}
	results, err := rego.New(
		rego.Load([]string{filepath.Join("..", "..", "policies"), inFile(t, "data.json", asJSON(t, data))}, nil),
		rego.Module("question.rego", module),
		rego.Input(plainJSON(t, input)),
		rego.Query("data.question.answer"),
	).Eval(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return asJSON(t, results[0].Expressions[0].Value)
}

func evalCommand(t *testing.T, opa, module string, input, data any) []byte {
	t.Helper()
	command := exec.CommandContext(t.Context(), opa, "eval", "--data", filepath.Join("..", "..", "policies"), //nolint:gosec // what the test looked up
		"--data", inFile(t, "data.json", asJSON(t, data)), "--data", inFile(t, "question.rego", []byte(module)),
		"--input", inFile(t, "input.json", asJSON(t, input)), "--format", "json", "data.question.answer")
	command.Stderr = os.Stderr
	out, err := command.Output()
	if err != nil {
		t.Fatalf("opa eval: %v\n%s", err, out)
	}
	var answer struct {
		Result []struct {
			Expressions []struct {
				Value json.RawMessage `json:"value"`
			} `json:"expressions"`
		} `json:"result"`
	}
	decode(t, out, &answer)
	return answer.Result[0].Expressions[0].Value
}

func inFile(t *testing.T, name string, content []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func asJSON(t *testing.T, value any) []byte {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func plainJSON(t *testing.T, value any) any {
	t.Helper()
	var plain any
	decode(t, asJSON(t, value), &plain)
	return plain
}
