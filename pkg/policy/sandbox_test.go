package policy

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/aimslint/aimslint/pkg/library"
)

func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == WorkerArgument {
		if err := Work(os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(3)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

const header = `# METADATA
# title: T
# description: D.
# custom:
#   severity: error
#   requirements: [A.9.4]
#   evidence: attested
#   remediation: R.
`

// users are policies by their file, each a package and a body.
func users(t *testing.T, modules map[string]string) *library.Library {
	t.Helper()
	files := make([]library.File, 0, len(modules))
	for name, body := range modules {
		text := "package " + body
		if strings.HasPrefix(body, "aimslint.rules.") {
			text = header + text
		}
		files = append(files, library.File{Name: name, Content: []byte(text)})
	}
	l, err := library.Read(files, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func withRecords() source {
	from := source{files: fstest.MapFS{}}
	add(&from, "records/model-card", `record := {"id": object.get(input, ["metadata", "id"], "")}`)
	return from
}

func withUsers(t *testing.T, modules map[string]string, options Options) (*Engine, error) {
	t.Helper()
	options.Users = users(t, modules)
	e, err := newEngine(withRecords(), options)
	if err == nil {
		t.Cleanup(e.Close)
	}
	return e, err
}

func TestUsersPolicies(t *testing.T) {
	e, err := withUsers(t, map[string]string{
		"p/a.rego": `aimslint.rules.model_card.named
import data.acme.lib.words
import data.aimslint.lib.violation
report contains violation.at(["metadata", "id"], sprintf("not %v on %v", [data.config["model-card/named"], data.as_of])) if words.other(input.metadata.id)`,
		"p/b.rego": `aimslint.rules.document.related
report contains {"path": ["risks", 1], "message": "m", "related": [{"path": [], "message": "here"}]} if input.risks[1] == 3.10`,
		"p/off.rego":    `aimslint.rules.document.off` + "\n" + `report contains {"path": [], "message": "off"}`,
		"p/words.rego":  `acme.lib.words` + "\n" + `other(x) if x != "expected"`,
		"p/a_test.rego": `aimslint.rules.model_card.named_test` + "\n" + `test_x if false`,
	}, Options{AsOf: "2026-01-02", Disabled: []string{"document/off"}, Timeout: time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	result, err := e.Evaluate(t.Context(), card(t, "kind: model-card\nmetadata: {id: x}\nrisks: [1, 3.10]\n"))
	if err != nil {
		t.Fatal(err)
	}
	got := make([]string, 0, len(result.Violations))
	for _, v := range result.Violations {
		got = append(got, fmt.Sprint(v.Rule.ID, " ", v.Path, " ", v.Message, " ", len(v.Related)))
	}
	want := "document/related risks[1] m 1; model-card/named metadata.id not {} on 2026-01-02 0"
	if strings.Join(got, "; ") != want {
		t.Errorf("got %s\nwant %s", strings.Join(got, "; "), want)
	}
	result, err = e.On("2027-01-02").Evaluate(t.Context(), card(t, "kind: model-card\nmetadata: {id: x}\n"))
	if err != nil || len(result.Violations) != 1 || !strings.Contains(result.Violations[0].Message, "2027-01-02") {
		t.Errorf("on another day: %v, %v", result.Violations, err)
	}
	result, err = e.Evaluate(t.Context(), card(t, "kind: model-card\nmetadata: {id: expected}\n"))
	if err != nil || len(result.Violations) > 0 {
		t.Errorf("a document that is good: %v, %v", result.Violations, err)
	}
}

func TestUsersPoliciesOverTheRepository(t *testing.T) {
	kinds := strings.Replace(header, "#   evidence", "#   kinds: [model-card]\n#   evidence", 1)
	read := func(body string) *library.Library {
		l, err := library.Read([]library.File{{Name: "r.rego", Content: []byte(kinds + "package aimslint.rules.repository.twice\n" + body)}}, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		return l
	}
	evaluate := func(body string) ([]Violation, error) {
		e, err := newEngine(withRecords(), Options{Users: read(body)})
		if err != nil {
			t.Fatal(err)
		}
		defer e.Close()
		result, err := e.Evaluate(t.Context(), card(t, "kind: model-card\nmetadata: {id: x}\n"))
		if err != nil {
			t.Fatal(err)
		}
		result.Record.Document = 7
		return e.EvaluateRepository(t.Context(), map[string][]Record{"model-card": {result.Record}})
	}
	found, err := evaluate(`report contains {"document": r.document, "path": [], "message": r.id} if some r in input.records["model-card"]`)
	if err != nil || len(found) != 1 || found[0].Document != 7 || found[0].Message != "x" {
		t.Errorf("got %v, %v", found, err)
	}
	if _, err := evaluate(`report contains {"document": 8, "path": [], "message": "m"}`); err == nil || !strings.Contains(err.Error(), "none of the records") {
		t.Errorf("a document that is none: %v", err)
	}
}

// Policies that use what none may use, or that do not compile, are refused with
// their line before any document is read.
func TestHostilePoliciesAreRefused(t *testing.T) {
	for body, want := range map[string]string{
		`report contains {"path": [], "message": "m"} if graph.reachable_paths({"a": ["b"]}, ["a"])`: "p.rego:10:49: Undefined function graph.reachable_paths.",
		`report contains {"path": [], "message": "m"} if bits.lsh(1, 134217728) > 0`:                 "Undefined function bits.lsh.",
		`report contains {"path": [], "message": "m"} if http.send({"method": "get", "url": "x"})`:   "Undefined function http.send.",
		`report contains {"path": [], "message": "m"} if opa.runtime().env.HOME`:                     "Undefined function opa.runtime.",
		`report contains {"path": [], "message": "m"} if time.now_ns() > 0`:                          "Undefined function time.now_ns.",
		`report contains {"path": [], "message": "m"} if f(3)` + "\nf(x) := f(x - 1)":                "is recursive",
	} {
		_, err := withUsers(t, map[string]string{"p.rego": "aimslint.rules.model_card.hostile\n" + body}, Options{})
		if _, ok := errors.AsType[*library.Error](err); !ok || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v", body, err)
		}
	}
}

// Policies that exhaust time or memory in ways that cannot be cancelled end
// their process and not this one.
func TestHostilePoliciesAreKilled(t *testing.T) {
	const tooLong, memory = "it took longer than 1s and was stopped", "MB of memory and was stopped"
	for name, c := range map[string]struct{ body, want string }{
		"nested replace": {`a0 := sprintf("%01000d", [0])
a1 := replace(a0, "0", a0)
a2 := replace(a1, "0", a0)
a3 := replace(a2, "0", a0)
bomb if count(replace(a3, "0", a3)) > 0`, memory},
		"deep walk": {`deep := json.unmarshal(concat("", [replace(sprintf("%09000d", [0]), "0", "["), replace(sprintf("%09000d", [0]), "0", "]")]))
bomb if count([p | walk(deep, [p, _]); walk(deep, [q, _]); p == q]) < 0`, ""},
		"huge range": {`bomb if count(numbers.range(1, 100000000000)) > 0`, ""},
		"comprehension": {`r := numbers.range(1, 3000)
bomb if count([[a, b, c] | some a in r; some b in r; some c in r]) > 0`, ""},
		"endless": {`r := numbers.range(1, 3000)
bomb if {
	some a in r; some b in r; some c in r
	(a + b) + c == 0
}`, tooLong},
		"long message": {`bomb if false
report contains {"path": [], "message": a2} if true
a0 := sprintf("%09000d", [0])
a2 := replace(a0, "0", a0)`, ""},
		"pathological regex": {`bomb if regex.match(sprintf("(%s)$", [replace(sprintf("%0900d", [0]), "0", "(a*)*")]), replace(sprintf("%090000d", [0]), "0", "a"))
r := numbers.range(1, 100000)
report contains {"path": [], "message": "m"} if {
	some a in r; some b in r
	regex.match(sprintf("(%s)$%d", [replace(sprintf("%0900d", [0]), "0", "(a*)*"), a * b]), replace(sprintf("%090000d", [0]), "0", "a"))
}`, tooLong},
	} {
		t.Run(name, func(t *testing.T) {
			e, err := withUsers(t, map[string]string{"p/hostile.rego": "aimslint.rules.model_card.hostile\n" +
				`report contains {"path": [], "message": "m"} if { input.bomb; bomb }` + "\n" + c.body}, Options{Timeout: time.Second, Memory: 128 << 20})
			if err != nil {
				t.Fatal(err)
			}
			_, err = e.Evaluate(t.Context(), card(t, "kind: model-card\nmetadata: {id: x}\nbomb: true\n"))
			failed, ok := errors.AsType[*SandboxError](err)
			if !ok || failed.Rule != "model-card/hostile" || failed.Origin != "p/hostile.rego" || failed.Subject != "card.yaml (model-card x)" || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("got %v", err)
			}
			t.Log(err)
			if name == "long message" || name == "pathological regex" {
				return // they do not look at the document
			}
			if result, err := e.Evaluate(t.Context(), card(t, "kind: model-card\nmetadata: {id: x}\n")); err != nil || len(result.Violations) > 0 {
				t.Errorf("afterwards: %v, %v", result, err)
			}
		})
	}
}

func TestSandboxStopsWithItsContext(t *testing.T) {
	e, err := withUsers(t, map[string]string{"p.rego": `aimslint.rules.model_card.endless
r := numbers.range(1, 3000)
report contains {"path": [], "message": "m"} if { some a in r; some b in r; some c in r; (a + b) + c == 0 }`}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := e.Evaluate(ctx, card(t, "kind: model-card\n")); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}
