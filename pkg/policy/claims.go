package policy

import (
	"context"
	"errors"
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Claim says that a document claims a trace of AI use.
type Claim struct {
	Traces   int // handle of the record of the file with the trace
	Index    int // of the trace in the file
	Document int // handle of the record of the document that claims it
}

// Claims are all claims among the records, which are those of
// [Engine.EvaluateRepository].
func (e *Engine) Claims(ctx context.Context, records map[string][]Record) ([]Claim, error) {
	modules, err := e.modules([]string{"lib/traces.rego"})
	if err != nil {
		return nil, err
	}
	q := &query{}
	if err := q.compile("traces", fmt.Sprintf("%s = [c | some c in data.aimslint.lib.traces.claims]", violationsVar), modules, e.source.checked); err != nil {
		return nil, err
	}
	input, _ := e.repositoryInput(records)
	limit := bounded(ctx, e.timeout, "exclude files")
	defer limit.stop()
	found, _, err := q.run(ctx, e.data, input, limit.cancel)
	if err != nil {
		return nil, fmt.Errorf("claims on traces: %w", err)
	}
	list, ok := found.(*ast.Array)
	if !ok {
		return nil, errors.New("claims on traces: they are no list")
	}
	claims := make([]Claim, list.Len())
	for i := range claims {
		triple, _ := list.Elem(i).Value.(*ast.Array)
		var numbers [3]int
		for k := range numbers {
			number, _ := triple.Elem(k).Value.(ast.Number)
			numbers[k], _ = number.Int()
		}
		claims[i] = Claim{numbers[0], numbers[1], numbers[2]}
	}
	return claims, nil
}
