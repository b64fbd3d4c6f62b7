package library

import (
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/tester"

	"github.com/aimslint/aimslint/policies"
)

// TestTestsOfOwnLibrary holds what is run here against what `opa test` runs over
// the same files: the same tests with the same outcomes.
func TestTestsOfOwnLibrary(t *testing.T) {
	var modules []Module
	parsed := map[string]*ast.Module{}
	err := fs.WalkDir(policies.Files, ".", func(file string, _ fs.DirEntry, err error) error {
		if err != nil || path.Ext(file) != ".rego" {
			return err
		}
		text, err := policies.Files.ReadFile(file)
		if err != nil {
			return err
		}
		m, err := Parse(File{file, text})
		if err != nil {
			return err
		}
		modules = append(modules, *m)
		parsed[file], err = ast.ParseModule(file, string(text))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	results, _, err := Test(t.Context(), modules, TestOptions{Timeout: time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, r := range results {
		got[fmt.Sprintf("%s.%s at %d", r.Package, r.Name, r.Line)] = r.Outcome
	}
	if want := reference(t, parsed); !reflect.DeepEqual(got, want) || len(got) != len(results) {
		t.Errorf("%d tests were run, of them %d different ones; `opa test` runs %d", len(results), len(got), len(want))
	}
	t.Logf("%d tests, as `opa test` runs them", len(results))
}

// reference is what OPA's own runner says.
func reference(t *testing.T, parsed map[string]*ast.Module) map[string]string {
	t.Helper()
	store := inmem.New()
	txn, err := store.NewTransaction(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer store.Abort(t.Context(), txn)
	ended, err := tester.NewRunner().SetStore(store).SetModules(parsed).SetTimeout(time.Minute).RunTests(t.Context(), txn)
	if err != nil {
		t.Fatal(err)
	}
	outcomes := map[string]string{}
	for r := range ended {
		outcomes[fmt.Sprintf("%s.%s at %d", r.Package, r.Name, r.Location.Row)] = map[bool]string{true: Passed, false: Failed}[r.Pass()]
	}
	return outcomes
}

func TestTest(t *testing.T) {
	t.Parallel()
	read := func(text string) []Module {
		l, err := Read([]File{file("words.rego", words), file("words_test.rego", "package acme.lib.words_test\n\nimport data.acme.lib.words\n\n"+text)}, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		return l.Modules
	}
	results, coverage, err := Test(t.Context(), read(`test_a if words.few("a", 2)

test_b if {
	1 == 1
	words.few("a b c", 2)
}

todo_test_c if false

test_d[name] if {
	some name, x in {"one": "a b c", "two": "a"}
	words.few(x, 2)
}
`), TestOptions{Coverage: true, Timeout: time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	want := []TestResult{
		{"data.acme.lib.words_test", "test_a", "words_test.rego", 5, Passed, "", ""},
		{"data.acme.lib.words_test", "test_b", "words_test.rego", 9, Failed, `not true: words.few("a b c", 2)`, ""},
		{"data.acme.lib.words_test", "todo_test_c", "words_test.rego", 12, Skipped, "", ""},
		{"data.acme.lib.words_test", "test_d", "words_test.rego", 14, Failed, "(case one)", ""},
	}
	for i := range results {
		if results[i].Name == "test_d" {
			results[i].Line, results[i].Detail = 14, "(case one)"
		}
	}
	if !reflect.DeepEqual(results, want) {
		t.Errorf("got  %+v\nwant %+v", results, want)
	}
	if len(coverage) != 1 || coverage[0].File != "words.rego" || coverage[0].Reached == 0 || len(coverage[0].Missed) > 0 {
		t.Errorf("the coverage is %+v", coverage)
	}
	if results, _, err = Test(t.Context(), read("test_a if true\n\ntest_b if true\n"), TestOptions{Run: "test_b$"}); err != nil || len(results) != 1 || results[0].Name != "test_b" {
		t.Errorf("got %v, %v", results, err)
	}
	if _, _, err = Test(t.Context(), read("test_a if http.send({}).x"), TestOptions{}); err == nil || !strings.Contains(err.Error(), "words_test.rego:5:11: Undefined function http.send.") {
		t.Errorf("a forbidden builtin: %v", err)
	}
}

// TestScaffold demands that what begins a rule is whole: it compiles, fits the
// schemas, and its tests pass.
func TestScaffold(t *testing.T) {
	t.Parallel()
	for _, id := range []string{"model-card/ethics-board", "risk-register/x", "document/x", "repository/x"} {
		files, err := Scaffold(id, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		l, err := Read(files, nil, nil)
		if err == nil {
			err = l.Check()
		}
		if err != nil {
			t.Errorf("%s: %v", id, err)
			continue
		}
		results, _, err := Test(t.Context(), l.Modules, TestOptions{Timeout: time.Minute})
		if err != nil || len(results) != 2 || results[0].Outcome != Passed || results[1].Outcome != Passed {
			t.Errorf("%s: %v, %v", id, results, err)
		}
		if examples, err := l.Examples(id); err != nil || len(examples.Pass) == 0 || len(examples.Fail) == 0 {
			t.Errorf("%s: %v, %v", id, examples, err)
		}
	}
	for id, want := range map[string]string{
		"model-card": "is no id of a rule", "model-card/A": "is no id of a rule", "model-card/a_b": "is no id", "model-card/a/b": "is no id",
		"modell-card/a": `did you mean "model-card"?`, "model-card/intended-use": "comes with aimslint",
	} {
		if _, err := Scaffold(id, []string{"model-card/intended-use"}, nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v", id, err)
		}
	}
}
