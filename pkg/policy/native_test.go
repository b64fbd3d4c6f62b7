package policy

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"

	"github.com/aimslint/aimslint/policies"
)

// TestNatives holds the functions in Go against those of the module whose place they
// take, on values chosen by lot.
func TestNatives(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long, and does one thing after the other")
	}
	module, err := policies.Files.ReadFile("lib/field.rego")
	if err != nil {
		t.Fatal(err)
	}
	parsed := ast.MustParseModule(string(module))
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // a test that repeats itself
	seen := map[string]bool{}
	for _, r := range parsed.Rules {
		name := r.Head.Name.String()
		if seen[name] {
			continue
		}
		seen[name] = true
		t.Run(name, func(t *testing.T) {
			f, known := natives[name]
			if !known || f.arity != len(r.Head.Args) {
				t.Fatalf("lib/field.rego has %s with %d arguments, the natives have none like it", name, len(r.Head.Args))
			}
			args := "input[0]"
			if f.arity > 1 {
				args += ", input[1]"
			}
			query, err := rego.New(rego.Query("x := data.aimslint.lib.field."+name+"("+args+")"), rego.ParsedModule(parsed)).PrepareForEval(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			defined := 0
			for range 2000 {
				operands := []*ast.Term{someValue(random, 3), somePath(random)}
				result, err := query.Eval(t.Context(), rego.EvalParsedInput(ast.NewArray(operands...)))
				if err != nil {
					t.Fatal(err)
				}
				want := "undefined"
				if len(result) > 0 {
					want = ast.MustInterfaceToValue(result[0].Bindings["x"]).String()
				}
				got := "undefined"
				if value := f.call(operands[:f.arity]); value != nil {
					defined++
					got = ast.MustInterfaceToValue(ast.MustJSON(value.Value)).String()
				}
				if got != want {
					t.Fatalf("%s(%v) is %s, in Rego %s", name, operands[:f.arity], got, want)
				}
			}
			if defined == 0 {
				t.Error("it was never defined")
			}
		})
	}
	if len(seen) != len(natives) {
		t.Errorf("%d natives stand for %d functions", len(natives), len(seen))
	}
}

// someValue is a value as documents hold them, or such as rules make out of them: sets,
// and maps with keys that are no texts. It is nested no deeper than so many levels.
func someValue(random *rand.Rand, depth int) *ast.Term {
	scalars := []string{`null`, `true`, `false`, `""`, `" "`, `" a "`, `"b"`, `"\u00a0"`, `7`, `0`, `1.10`, `1e3`, `-2.0`, `123456789012345678901234567890`}
	switch kind := random.IntN(5); {
	case kind < 2 && depth > 0:
		object := ast.NewObject()
		for range random.IntN(4) {
			object.Insert(keyOf(random), someValue(random, depth-1))
		}
		return ast.NewTerm(object)
	case kind == 2 && depth > 0:
		items := make([]*ast.Term, random.IntN(4))
		for i := range items {
			items[i] = someValue(random, depth-1)
		}
		return ast.ArrayTerm(items...)
	case kind == 3 && depth > 0 && random.IntN(2) == 0:
		set := ast.NewSet()
		for range random.IntN(4) {
			set.Add(someValue(random, depth-1))
		}
		return ast.NewTerm(set)
	}
	return ast.MustParseTerm(scalars[random.IntN(len(scalars))])
}

func keyOf(random *rand.Rand) *ast.Term {
	switch random.IntN(16) {
	case 0:
		return ast.InternedTerm(random.IntN(3))
	case 1:
		return someValue(random, 1)
	}
	return ast.StringTerm(fmt.Sprint("k", random.IntN(3)))
}

// somePath is a list of keys, or one key; now and then something else.
func somePath(random *rand.Rand) *ast.Term {
	switch random.IntN(8) {
	case 0:
		return keyOf(random)
	case 1:
		return someValue(random, 2)
	}
	keys := make([]*ast.Term, random.IntN(4))
	for i := range keys {
		keys[i] = keyOf(random)
	}
	return ast.ArrayTerm(keys...)
}
