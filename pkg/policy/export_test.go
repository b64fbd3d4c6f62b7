package policy

import (
	"context"
	"maps"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/rule"
)

// KeepPrecedents has an engine keep what its rules said from a number of documents of
// a kind on; 0 for never.
func KeepPrecedents(e *Engine, documents int64) { e.enough = documents }

// Witness tells what a rule reads of a document and says of it.
type Witness struct {
	Reads []string // in words

	engine *Engine
	query  *query
	name   *ast.Array
	reads  []read
}

// WitnessOf is that of a rule over single documents; nil if it may see everything.
func WitnessOf(e *Engine, r *rule.Rule) (*Witness, error) {
	q, err := e.query(scope{category: r.Category()})
	if err != nil {
		return nil, err
	}
	f := footprintOf(q.compiler, ruleRef(r.Category(), snake(r.Name())))
	if f.whole {
		return nil, nil //nolint:nilnil // nothing to tell
	}
	w := &Witness{engine: e, query: q, name: ast.NewArray(ast.InternedTerm(snake(r.Name())))}
	for _, words := range slices.Sorted(maps.Keys(f.reads)) {
		w.Reads, w.reads = append(w.Reads, words), append(w.reads, f.reads[words])
	}
	return w, nil
}

// Of gives the answers to all reads, and the violations.
func (w *Witness) Of(ctx context.Context, d *document.Document) (answers []string, violations []Violation, err error) {
	input := ast.NewTerm(Input(d))
	for _, r := range w.reads {
		answer := "undefined"
		if value := r.of(input); value != nil {
			answer = value.String()
		}
		answers = append(answers, answer)
	}
	limit := bounded(ctx, 0, "")
	defer limit.stop()
	violations, _, err = w.engine.ask(ctx, w.query, w.name, input, limit, ownDocument)
	sortViolations(violations)
	return answers, violations, err
}
