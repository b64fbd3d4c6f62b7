package prove

import (
	"context"
	"fmt"
	"slices"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/policies"
)

// Fields are the fields that a rule asks for, each written KIND:PATTERN: those
// that it reports at in its failing example, and those for which it declares
// mutants. A rule for every kind has "*" for the kind. The document as a whole
// is no field.
func (p *Prover) Fields(ctx context.Context, r *rule.Rule, examples policies.ExampleSet) ([]string, error) {
	trial, err := p.trial(ctx, r, examples)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", r.ID, err)
	}
	kind := r.Category()
	if kind == everyKind {
		kind = "*"
	}
	var fields []string
	for f := range trial.fields() {
		if f.kind != "" {
			kind = f.kind
		}
		if f.pattern != "" {
			fields = append(fields, kind+":"+string(document.Pattern(f.pattern).Generic()))
		}
	}
	slices.Sort(fields)
	return slices.Compact(fields), nil
}

// everyKind is the category of rules that judge documents of every kind.
const everyKind = "document"
