package policy

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

func TestInput(t *testing.T) {
	for yaml, want := range map[string]string{
		"a: text\nb: 1\nc: true\nd: False":                  `{"a": "text", "b": 1, "c": true, "d": false}`,
		"a: TBD\nb: ''\nc: ~\nd: [More Information Needed]": `{}`,
		"a: [x, TBD, null, y]":                              `{"a": ["x", null, null, "y"]}`,
		"a: [TBD, '', {b: N/A}]\nc: {d: {e: [ ]}}":          `{}`,
		"a: [{b: TODO, c: 1}, {b: TODO}]":                   `{"a": [{"c": 1}, null]}`,
		"a: 123456789012345678901234567890\nb: 0.10":        `{"a": 123456789012345678901234567890, "b": 0.10}`,
		"a: &x {b: [1, TBD]}\nc: *x":                        `{"a": {"b": [1, null]}, "c": {"b": [1, null]}}`,
		"a: .inf\nb: 1e999999999":                           `{"a": ".inf", "b": "1e999999999"}`,
		"a: 'false'\nb: 'no'\nc: 2026-03-02":                `{"a": "false", "b": "no", "c": "2026-03-02"}`,
		"'': 1\n' ': 2":                                     `{"": 1, " ": 2}`,
	} {
		got := Input(card(t, yaml))
		if got.String() != canonical(t, want) {
			t.Errorf("%s\ngot  %s\nwant %s", yaml, got, want)
		}
	}
	if got := Input(&document.Document{Root: new(syntax.Node)}); got.String() != "{}" {
		t.Errorf("a document that says nothing: got %s", got)
	}
}

func canonical(t *testing.T, text string) string {
	t.Helper()
	term, err := ast.ParseTerm(text)
	if err != nil {
		t.Fatal(err)
	}
	return term.Value.String()
}

// Policies and the rest of the program must agree on what says something.
func FuzzInput(f *testing.F) {
	f.Add("a: [TBD, {b: ''}]\nc: {d: [x, ~]}\n")
	f.Add("a: 1\nb: {c: n/a, d: [[], [TODO]]}\n")
	f.Add("[a, {b: .inf}]")
	f.Fuzz(func(t *testing.T, text string) {
		tree := syntax.Parse(syntax.NewText("x.yaml", []byte(text)), syntax.YAML, syntax.DefaultLimits())
		for _, root := range tree.Values {
			agree(t, root)
		}
	})
}

func agree(t *testing.T, n *syntax.Node) {
	t.Helper()
	value := term(n)
	if (value != nil) != document.HasContent(n) {
		t.Errorf("%q gives %v but has content: %t", n.Source(), value, document.HasContent(n))
	}
	if value != nil {
		if list, ok := value.Value.(*ast.Array); ok && list.Len() != len(n.Items) {
			t.Errorf("%q: the items have moved: %v", n.Source(), value)
		}
	}
	for _, item := range n.Items {
		agree(t, item)
	}
	for _, field := range n.Fields {
		agree(t, field.Value)
	}
}

func TestCompactSharesNothing(t *testing.T) {
	text := strings.Repeat("x", 100)
	value := ast.ObjectTerm(
		[2]*ast.Term{ast.StringTerm(text[:5]), ast.ArrayTerm(ast.StringTerm(text[:7]), ast.NumberTerm("1.10"), ast.InternedTerm(true))},
		[2]*ast.Term{ast.StringTerm("set"), ast.SetTerm(ast.StringTerm("a"))},
	).Value
	got := new(compactor).value(value)
	if got.Compare(value) != 0 {
		t.Errorf("got %s, want %s", got, value)
	}
}

// Parts that are equal are there once, but for those that are written in another way.
func TestCompactKeepsOnce(t *testing.T) {
	record := func(id, metric, value string) ast.Object {
		measured := ast.ObjectTerm([2]*ast.Term{ast.StringTerm("metric"), ast.StringTerm(metric)}, [2]*ast.Term{ast.StringTerm("value"), ast.NumberTerm(json.Number(value))})
		return ast.NewObject([2]*ast.Term{ast.StringTerm("id"), ast.StringTerm(id)}, [2]*ast.Term{ast.StringTerm("evaluation"), ast.ArrayTerm(measured)})
	}
	c := new(compactor)
	part := func(id, metric, value string) *ast.Term {
		want := record(id, metric, value)
		compact, _ := c.value(want).(ast.Object)
		if compact.String() != want.String() {
			t.Errorf("got %s, want %s", compact, want)
		}
		return compact.Get(ast.StringTerm("evaluation"))
	}
	first := part("a", "auc", "0.80")
	for i := range 2 * mostRecent {
		part(strconv.Itoa(i), "metric "+strconv.Itoa(i), "0.80")
		if part("b", "auc", "0.80") != first {
			t.Fatalf("after %d others, an equal part is there twice", i)
		}
	}
	if part("c", "auc", "0.8") == first {
		t.Error("0.8 is shown as 0.80")
	}
	if n := len(c.recent) + len(c.older); n > 2*mostRecent+2 {
		t.Errorf("%d terms are remembered", n)
	}
}

func TestHandled(t *testing.T) {
	r := Record{Document: 7, File: "a.yaml", Value: ast.NewObject(
		[2]*ast.Term{ast.StringTerm("id"), ast.StringTerm("x")}, [2]*ast.Term{ast.StringTerm("document"), ast.StringTerm("of the users' own")})}
	handled := r.Handled()
	if want := `{"document": 7, "file": "a.yaml", "id": "x"}`; handled.Value.String() != want {
		t.Errorf("got %s, want %s", handled.Value, want)
	}
	if handled.Handled().Value != handled.Value {
		t.Error("a record that has its handle is copied")
	}
	handled.Document = 8
	if want := `{"document": 8, "file": "a.yaml", "id": "x"}`; handled.Handled().Value.String() != want {
		t.Errorf("another handle: got %s, want %s", handled.Handled().Value, want)
	}
	if value := (Record{Value: ast.String("x")}).Handled().Value; value != nil {
		t.Errorf("what is no record became %v", value)
	}
}
