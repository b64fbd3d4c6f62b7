package policy

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/library"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// engineOf makes an engine of rules by their id, each the body of a module.
func engineOf(t *testing.T, rules map[string]string, options Options) *Engine {
	t.Helper()
	from := source{files: fstest.MapFS{}}
	for id, body := range rules {
		add(&from, id, body)
	}
	e, err := newEngine(from, options)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func add(to *source, id, body string) {
	files := to.files.(fstest.MapFS) //nolint:forcetypeassert // made above
	if kind, isRecord := strings.CutPrefix(id, "records/"); isRecord {
		files["records/"+snake(kind)+".rego"] = &fstest.MapFile{Data: []byte("package aimslint.records." + snake(kind) + "\n" + body)}
		return
	}
	category, name, _ := strings.Cut(id, "/")
	module := fmt.Sprintf("package aimslint.rules.%s.%s\n%s", snake(category), snake(name), body)
	files["rules/"+id+"/"+snake(name)+".rego"] = &fstest.MapFile{Data: []byte(module)}
	to.rules = append(to.rules, rule.Rule{ID: id, Kinds: []string{"model-card"}, Parameters: []rule.Parameter{
		{Name: "days", Default: 30, Description: "Days."},
		{Name: "words", Default: []any{"a"}, Description: "Words."},
	}})
}

func card(tb testing.TB, yaml string) *document.Document {
	tb.Helper()
	tree := syntax.Parse(syntax.NewText("card.yaml", []byte(yaml)), syntax.YAML, syntax.DefaultLimits())
	if len(tree.Problems) > 0 || len(tree.Values) != 1 {
		tb.Fatalf("%v", tree.Problems)
	}
	return &document.Document{Kind: "model-card", File: "card.yaml", Root: tree.Values[0]}
}

const noName = `report contains {"path": ["model", "name"], "message": "The model has no name"} if not input.model.name`

// readsRecords is a rule for the sake of which records are made.
const readsRecords = `report contains {"document": card.document, "path": [], "message": "m"} if some card in input.records["model-card"]`

func TestEvaluate(t *testing.T) {
	e := engineOf(t, map[string]string{
		"model-card/name":      noName,
		"model-card/metrics":   `report contains {"path": ["evaluation", i, "metric"], "message": "No metric"} if { some i, e in input.evaluation; not e.metric }`,
		"document/owner":       `report contains {"path": ["metadata", "owner"], "message": "No owner", "related": [{"path": ["kind"], "message": "Here"}]} if not input.metadata.owner`,
		"data-manifest/silent": `report contains {"path": [], "message": "Another kind"}`,
		"records/model-card":   `record := {"id": input.metadata.id}`,
		"repository/reader":    readsRecords,
	}, Options{})
	got, err := e.Evaluate(t.Context(), card(t, "kind: model-card\nmetadata: {id: a}\nevaluation: [{metric: auc}, TBD, {value: 1}]\n"))
	if err != nil {
		t.Fatal(err)
	}
	words := make([]string, 0, len(got.Violations))
	for _, v := range got.Violations {
		words = append(words, fmt.Sprintf("%s %s %s %v", v.Rule.ID, v.Path, v.Message, v.Related))
	}
	want := []string{
		"document/owner metadata.owner No owner [{0 kind Here}]",
		"model-card/metrics evaluation[1].metric No metric []",
		"model-card/metrics evaluation[2].metric No metric []",
		"model-card/name model.name The model has no name []",
	}
	if !reflect.DeepEqual(words, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(words, "\n"), strings.Join(want, "\n"))
	}
	if record := got.Record.Value.String(); record != `{"id": "a"}` {
		t.Errorf("record %s", record)
	}
}

func TestKindWithoutRules(t *testing.T) {
	e := engineOf(t, map[string]string{"model-card/name": noName}, Options{Kinds: []string{"ai-policy"}})
	d := card(t, "kind: ai-policy\n")
	d.Kind = "ai-policy"
	result, err := e.Evaluate(t.Context(), d)
	if err != nil || len(result.Violations) > 0 || result.Record.Value != nil {
		t.Errorf("got %v, %v", result, err)
	}
}

func TestNoRecordForNobody(t *testing.T) {
	e := engineOf(t, map[string]string{
		"model-card/name":    noName,
		"records/model-card": `record := {"id": input.metadata.id}`,
		"repository/reader":  readsRecords,
	}, Options{Disabled: []string{"repository/reader"}})
	result, err := e.Evaluate(t.Context(), card(t, "kind: model-card\nmetadata: {id: a}\n"))
	if err != nil || result.Record.Value != nil || len(result.Violations) != 1 {
		t.Errorf("got %v, %v", result, err)
	}
	if violations, err := e.EvaluateRepository(t.Context(), map[string][]Record{"model-card": {result.Record}}); err != nil || len(violations) > 0 {
		t.Errorf("got %v, %v", violations, err)
	}
}

func TestDisabled(t *testing.T) {
	broken := map[string]string{"model-card/name": noName, "model-card/broken": "this is no Rego"}
	e := engineOf(t, broken, Options{Disabled: []string{"model-card/broken", "syntax/invalid"}})
	result, err := e.Evaluate(t.Context(), card(t, "kind: model-card\n"))
	if err != nil || len(result.Violations) != 1 || len(e.Rules()) != 1 {
		t.Errorf("got %v, %v with rules %v", result, err, e.Rules())
	}
	all := map[string]string{"model-card/name": noName}
	result, err = engineOf(t, all, Options{Disabled: []string{"model-card/name"}}).Evaluate(t.Context(), card(t, "kind: model-card\n"))
	if err != nil || len(result.Violations) != 0 {
		t.Errorf("got %v, %v", result, err)
	}
}

// A rule that gives something other than a violation is never silent: the error
// names the rule and the document.
func TestMalformedViolations(t *testing.T) {
	for _, violation := range []string{
		`"text"`, `{}`, `{"path": [], "message": ""}`, `{"path": [], "message": 1}`, `{"message": "no path"}`,
		`{"path": "a.b", "message": "m"}`, `{"path": [true], "message": "m"}`, `{"path": [-1], "message": "m"}`,
		`{"path": [1.5], "message": "m"}`, `{"path": [null], "message": "m"}`, `{"path": [], "mesage": "m", "message": "m"}`,
		`{"path": [], "message": "m", "document": 0}`, `{"path": [], "message": "m", "related": {}}`,
		`{"path": [], "message": "m", "related": ["x"]}`, `{"path": [], "message": "m", "related": [{"path": []}]}`,
		`{"path": [], "message": "m", "related": [{"path": [], "message": "m", "at": 1}]}`,
	} {
		e := engineOf(t, map[string]string{"model-card/bad": "report contains " + violation}, Options{})
		_, err := e.Evaluate(t.Context(), card(t, "kind: model-card\nmetadata: {id: a}\n"))
		if err == nil || !strings.Contains(err.Error(), "card.yaml (model-card a): rule model-card/bad: ") {
			t.Errorf("%s: got %v", violation, err)
		}
	}
}

func TestErrors(t *testing.T) {
	for name, test := range map[string]struct {
		rules map[string]string
		want  string
	}{
		"undefined record": {map[string]string{"records/model-card": `record := {"id": input.nowhere}`, "repository/reader": readsRecords}, "the record is undefined"},
		"conflict":         {map[string]string{"model-card/x": "report contains {\"path\": [], \"message\": m(1)}\nm(_) := \"a\"\nm(_) := \"b\""}, "x.rego"},
		"not a set":        {map[string]string{"model-card/x": `report := []`}, "report contains"},
		"no report":        {map[string]string{"model-card/x": `deny contains "x"`}, "report contains"},
		"partial object":   {map[string]string{"model-card/x": `report[x] := 1 if some x in ["a"]`}, "report contains"},
		"unparsable":       {map[string]string{"model-card/x": `report contains`}, "x.rego"},
		"unknown function": {map[string]string{"model-card/x": `report contains f(1)`}, "f"},
	} {
		_, err := engineOf(t, test.rules, Options{}).Evaluate(t.Context(), card(t, "kind: model-card\n"))
		if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), "card.yaml") {
			t.Errorf("%s: got %v, want an error about %q", name, err, test.want)
		}
	}
}

// A builtin that fails is undefined, not an error: documents are untrusted.
func TestBuiltinErrorsDoNotEndTheRun(t *testing.T) {
	e := engineOf(t, map[string]string{
		"model-card/x": `report contains {"path": ["on"], "message": "No day"} if not time.parse_ns("2006-01-02", input.on)`,
	}, Options{})
	result, err := e.Evaluate(t.Context(), card(t, "kind: model-card\n'on': soon\n"))
	if err != nil || len(result.Violations) != 1 {
		t.Errorf("got %v, %v", result, err)
	}
}

const endless = `report contains {"path": [], "message": "never"} if {
	numbers.range(1, 3000)[a] + numbers.range(1, 3000)[b] + numbers.range(1, 3000)[c] == 0
}`

func TestTimeout(t *testing.T) {
	e := engineOf(t, map[string]string{"model-card/x": endless, "repository/x": endless}, Options{Timeout: 50 * time.Millisecond})
	start := time.Now()
	_, err := e.Evaluate(t.Context(), card(t, "kind: model-card\n"))
	if err == nil || !strings.Contains(err.Error(), "card.yaml") || !strings.Contains(err.Error(), "longer than 50ms") {
		t.Errorf("got %v", err)
	}
	_, err = e.EvaluateRepository(t.Context(), someCard)
	if err == nil || !strings.Contains(err.Error(), "longer than 50ms") {
		t.Errorf("repository: got %v", err)
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %s", took)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	e = engineOf(t, map[string]string{"model-card/x": endless}, Options{})
	if _, err = e.Evaluate(ctx, card(t, "kind: model-card\n")); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}

func TestSandbox(t *testing.T) {
	for _, call := range []string{
		`http.send({"method": "get", "url": "http://localhost"})`, `opa.runtime()`, `net.lookup_ip_addr("localhost")`,
		`net.cidr_expand("10.0.0.0/8")`, `rand.intn("a", 3)`, `time.now_ns()`, `uuid.rfc4122("a")`,
		`graph.reachable_paths({}, [])`, `bits.lsh(1, 134217728)`, `io.jwt.decode("a")`, `rego.parse_module("a", "b")`,
		`json.match_schema({}, {})`, `yaml.unmarshal("a")`, `crypto.x509.parse_certificates("a")`,
	} {
		e := engineOf(t, map[string]string{"model-card/x": `report contains {"path": [], "message": "m"} if ` + call}, Options{})
		name, _, _ := strings.Cut(call, "(")
		if _, err := e.Evaluate(t.Context(), card(t, "kind: model-card\n")); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	around := `report contains {"path": [], "message": "m"} if count("a") == 1 with count as http.send`
	e := engineOf(t, map[string]string{"model-card/x": around}, Options{})
	if _, err := e.Evaluate(t.Context(), card(t, "kind: model-card\n")); err == nil {
		t.Error("a forbidden builtin comes in through `with`")
	}
	if library.Capabilities().AllowNet == nil || len(library.Capabilities().AllowNet) > 0 {
		t.Error("no host may be reachable while modules are compiled")
	}
}

func TestParameters(t *testing.T) {
	body := `report contains {"path": [data.as_of], "message": sprintf("%v %v", [data.config["model-card/x"].days, data.config["model-card/x"].words])}`
	rules := map[string]string{"model-card/x": body}
	for want, given := range map[string]map[string]any{
		`30 ["a"]`: nil,
		`7 ["a"]`:  {"days": 7},
		`30 ["b"]`: {"words": []any{"b"}},
	} {
		e := engineOf(t, rules, Options{AsOf: "2026-06-01", Parameters: map[string]map[string]any{"model-card/x": given}})
		result, err := e.Evaluate(t.Context(), card(t, "kind: model-card\n"))
		if err != nil {
			t.Fatal(err)
		}
		if v := result.Violations[0]; v.Message != want || v.Path.String() != "2026-06-01" {
			t.Errorf("got %v, want %s", v, want)
		}
	}
	from := source{files: fstest.MapFS{}}
	add(&from, "model-card/x", body)
	for want, given := range map[string]map[string]map[string]any{
		"no such rule":                   {"model-card/y": {"days": 1}},
		`has no parameter "day"`:         {"model-card/x": {"day": 1}},
		`"days" must be a number, not t`: {"model-card/x": {"days": "7"}},
	} {
		if _, err := newEngine(from, Options{Parameters: given}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}

// Another day changes what is due, and nothing of the engine that it comes from.
func TestOn(t *testing.T) {
	body := `report contains {"path": [], "message": sprintf("%v %v", [data.as_of, data.config["model-card/x"].days])} if data.as_of > "2026-06-01"`
	engine := engineOf(t, map[string]string{"model-card/x": body}, Options{AsOf: "2026-05-01", Parameters: map[string]map[string]any{"model-card/x": {"days": 7}}})
	d := card(t, "model: {}")
	for _, test := range []struct {
		engine *Engine
		want   string
	}{{engine, ""}, {engine.On("2026-07-01"), "2026-07-01 7"}, {engine.On("2026-06-01"), ""}, {engine, ""}} {
		result, err := test.engine.Evaluate(t.Context(), d)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, v := range result.Violations {
			got = append(got, v.Message)
		}
		if strings.Join(got, "; ") != test.want {
			t.Errorf("violations %q, want %q", got, test.want)
		}
	}
}

// One rule over all documents can be asked alone.
func TestEvaluateRepositoryRule(t *testing.T) {
	engine := engineOf(t, map[string]string{"repository/x": readsRecords, "repository/y": readsRecords, "records/model-card": "record := {}"}, Options{})
	result, err := engine.Evaluate(t.Context(), card(t, "model: {}"))
	if err != nil {
		t.Fatal(err)
	}
	records := map[string][]Record{"model-card": {result.Record}}
	all, err := engine.EvaluateRepository(t.Context(), records)
	if err != nil {
		t.Fatal(err)
	}
	one, err := engine.EvaluateRepositoryRule(t.Context(), "repository/y", records)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 2 || len(one) != 1 || one[0].Rule.ID != "repository/y" {
		t.Errorf("all say %v, the one says %v", all, one)
	}
}

func TestRepository(t *testing.T) {
	e := engineOf(t, map[string]string{
		"records/model-card":    `record := {"id": input.metadata.id, "datasets": input.datasets}`,
		"records/data-manifest": `record := {"id": input.metadata.id}`,
		"repository/dataset": `report contains {
			"document": card.document, "path": ["datasets", i], "message": "No manifest describes the dataset",
			"related": [{"document": other.document, "path": ["metadata", "id"], "message": "The only other card"}],
		} if {
			some card in input.records["model-card"]
			some i, dataset in card.datasets
			not dataset in {m.id | some m in input.records["data-manifest"]}
			some other in input.records["model-card"]
			other != card
		}`,
	}, Options{})
	records := map[string][]Record{}
	for i, text := range []string{"metadata: {id: a}\ndatasets: [d, e]\n", "metadata: {id: b}\ndatasets: [d]\n"} {
		result, err := e.Evaluate(t.Context(), card(t, "kind: model-card\n"+text))
		if err != nil {
			t.Fatal(err)
		}
		result.Record.Document = 10 + i
		records["model-card"] = append(records["model-card"], result.Record)
	}
	d := card(t, "kind: data-manifest\nmetadata: {id: d}\n")
	d.Kind = "data-manifest"
	result, err := e.Evaluate(t.Context(), d)
	if err != nil {
		t.Fatal(err)
	}
	records["data-manifest"] = []Record{result.Record}
	violations, err := e.EvaluateRepository(t.Context(), records)
	if err != nil {
		t.Fatal(err)
	}
	want := []Violation{{
		Rule: e.Rules()[0], Document: 10, Path: syntax.Path{syntax.Key("datasets"), syntax.Index(1)},
		Message: "No manifest describes the dataset",
		Related: []Related{{Document: 11, Path: syntax.Keys("metadata", "id"), Message: "The only other card"}},
	}}
	if !reflect.DeepEqual(violations, want) {
		t.Errorf("got %v, want %v", violations, want)
	}
}

// someCard is a repository with one card.
var someCard = map[string][]Record{"model-card": {{Value: ast.NewObject()}}}

// A rule over the repository is neither compiled nor asked where no document is
// of a kind that it judges.
func TestOnlyTheKindsThatAreThere(t *testing.T) {
	e := engineOf(t, map[string]string{
		"records/model-card": `record := {}`,
		"repository/x":       `report contains {"document": 0, "path": [], "message": "m"} if not_even_compiled`,
	}, Options{})
	for _, records := range []map[string][]Record{nil, {"risk-register": someCard["model-card"]}, {"model-card": nil}} {
		if violations, err := e.EvaluateRepository(t.Context(), records); err != nil || len(violations) > 0 {
			t.Errorf("got %v, %v", violations, err)
		}
	}
	if _, err := e.EvaluateRepository(t.Context(), someCard); err == nil {
		t.Error("the rule is not compiled")
	}
}

func TestEveryKindHasAList(t *testing.T) {
	e := engineOf(t, map[string]string{
		"records/model-card":    `record := {}`,
		"records/certification": `record := {}`,
		"repository/x":          `report contains {"document": 7, "path": [], "message": "m"} if input.records["certification"] == []`,
	}, Options{})
	_, err := e.EvaluateRepository(t.Context(), someCard)
	if err == nil || !strings.Contains(err.Error(), "rule repository/x") || !strings.Contains(err.Error(), "none of the records") {
		t.Errorf("got %v, want an error about the document that does not exist", err)
	}
}

func TestParallel(t *testing.T) {
	e, err := New(t.Context(), Options{AsOf: "2026-06-01", Kinds: []string{"model-card"}})
	if err != nil {
		t.Fatal(err)
	}
	d := card(t, "kind: model-card\nmetadata: {id: a}\n")
	want, err := e.Evaluate(t.Context(), d)
	if err != nil || len(want.Violations) == 0 {
		t.Fatalf("%v, %v", want, err)
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 5 {
				got, err := e.Evaluate(t.Context(), d)
				if err != nil || !reflect.DeepEqual(got.Violations, want.Violations) || ast.Compare(got.Record.Value, want.Record.Value) != 0 {
					t.Errorf("got %v, %v", got, err)
				}
			}
		})
	}
	group.Wait()
}

// Many documents are judged by one rule after the other, with the same outcome.
func TestManyDocumentsAreJudgedRuleByRule(t *testing.T) {
	rules := map[string]string{
		"repository/first":   `report contains {"document": c.document, "path": ["id"], "message": "First"} if { some c in input.records["model-card"]; c.document % 5000 == 0 }`,
		"repository/second":  `report contains {"document": c.document, "path": ["id"], "message": "Second"} if { some c in input.records["model-card"]; c.document % 7000 == 1 }`,
		"records/model-card": `record := {"id": "x"}`,
	}
	e := engineOf(t, rules, Options{Timeout: time.Minute})
	records := map[string][]Record{}
	for i := range manyDocuments + 1 {
		records["model-card"] = append(records["model-card"], Record{Document: i, Value: ast.NewObject()})
	}
	said := func() string {
		t.Helper()
		violations, err := e.EvaluateRepository(t.Context(), records)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, v := range violations {
			fmt.Fprintln(&b, v.Document, v.Message)
		}
		return b.String()
	}
	if got, want := said(), "0 First\n1 Second\n5000 First\n7001 Second\n10000 First\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	records["model-card"] = records["model-card"][:manyDocuments]
	if got, want := said(), "0 First\n1 Second\n5000 First\n7001 Second\n"; got != want {
		t.Errorf("fewer documents: got\n%swant\n%s", got, want)
	}
}
