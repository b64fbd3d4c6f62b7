package policy

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Documents that are judged at once, and that differ so often that all is forgotten
// more than once, get their own violations.
func TestPrecedentsOfManyDocuments(t *testing.T) {
	e := checkedEngine(t, `objects if input.a == "x"
		report contains {"path": ["a"], "message": input.a}
		report contains {"path": ["b"], "message": input.b}`, 1)
	const many = 3 * probation
	var workers sync.WaitGroup
	for worker := range 4 {
		workers.Go(func() {
			for i := worker; i < many; i += 4 {
				a, b := fmt.Sprint("a", i), fmt.Sprint("b", i%7)
				result, err := e.Evaluate(t.Context(), card(t, fmt.Sprintf("kind: model-card\na: %s\nb: %s\n", a, b)))
				if err != nil || len(result.Violations) != 2 || result.Violations[0].Message != a || result.Violations[1].Message != b {
					t.Errorf("%s, %s: got %v, %v", a, b, result.Violations, err)
				}
			}
		})
	}
	workers.Wait()
	for _, v := range precedentsOf(t, e).reads {
		if v.size > probation {
			t.Errorf("%s: %d values are kept", v.read, v.size)
		}
	}
}

// What is kept of long lists has an end too.
func TestPrecedentsOfLongDocuments(t *testing.T) {
	e := checkedEngine(t, `objects if input.list[0] == 7`, 1)
	q, err := e.query(scope{category: "model-card"})
	if err != nil {
		t.Fatal(err)
	}
	p := newPrecedents(q, "model-card")
	const length = mostTerms / 6
	violations := slices.Repeat([]Violation{{Rule: q.rules["x"], Message: "m"}}, length)
	items := slices.Repeat([]*ast.Term{ast.InternedTerm("x")}, length)
	for i := range 8 {
		items[0] = ast.InternedTerm(i)
		document := ast.ObjectTerm([2]*ast.Term{ast.InternedTerm("list"), ast.ArrayTerm(slices.Clone(items)...)})
		p.keep(p.consult(document), violations, &e.records)
		if c := p.consult(document); len(c.violations) != length && len(c.ask) != 1 {
			t.Errorf("%d violations, and %d rules are asked again", len(c.violations), len(c.ask))
		}
		if v := p.reads[0]; v.terms > mostTerms+2*length || p.rules[0].kept > mostViolations+length {
			t.Errorf("%d terms and %d violations are kept", v.terms, p.rules[0].kept)
		}
	}
}

func precedentsOf(t *testing.T, e *Engine) *precedents {
	t.Helper()
	kept, found := e.known.Load("model-card")
	if !found {
		t.Fatal("there are no precedents")
	}
	return kept.(*notebook).precedents.Load() //nolint:forcetypeassert // only notebooks are stored
}

// An evaluation that was stopped is no precedent.
func TestNoPrecedentsFromWhatWasStopped(t *testing.T) {
	e := checkedEngine(t, `objects if { not input.a; count([1 | some i in numbers.range(1, 200000); i > 100]) > 3 }`, 1)
	stopped, cancel := context.WithCancel(t.Context())
	cancel()
	d := card(t, "kind: model-card\n")
	if _, err := e.Evaluate(stopped, d); !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v", err)
	}
	if result, err := e.Evaluate(t.Context(), d); err != nil || len(result.Violations) != 1 {
		t.Errorf("got %v, %v", result, err)
	}
}

// On another day a rule may say something else of the same.
func TestPrecedentsAreOfOneDay(t *testing.T) {
	e := checkedEngine(t, `objects if input.on < data.as_of`, 1)
	d := card(t, "kind: model-card\n'on': 2026-06-01\n")
	for day, objections := range map[string]int{"2026-05-31": 0, "2026-06-02": 1} {
		on := e.On(day)
		for range 2 {
			if result, err := on.Evaluate(t.Context(), d); err != nil || len(result.Violations) != objections {
				t.Errorf("%s: got %v, %v", day, result, err)
			}
		}
	}
}
