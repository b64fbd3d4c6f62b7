package prove

import (
	"context"
	"runtime"

	"golang.org/x/sync/errgroup"

	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/policies"
)

// Library proves rules with their own examples, several at once, in the order
// of the rules. Rules of the engine, which are not written in Rego, are left
// out: they have tests in Go.
func (p *Prover) Library(ctx context.Context, rules []*rule.Rule) ([]*Proof, error) {
	written := rules[:0:0]
	for _, r := range rules {
		if p.isWritten(r.ID) {
			written = append(written, r)
		}
	}
	proofs := make([]*Proof, len(written))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, r := range written {
		group.Go(func() error {
			examples, err := p.examples(r.ID)
			if err == nil {
				proofs[i], err = p.Prove(ctx, r, examples)
			}
			return err
		})
	}
	return proofs, group.Wait()
}

// isWritten reports whether a rule is written in Rego.
func (p *Prover) isWritten(id string) bool {
	if p.users != nil && p.users.Rule(id) != nil {
		return true
	}
	for i := range policies.Rules {
		if policies.Rules[i].ID == id {
			return true
		}
	}
	return false
}

func (p *Prover) examples(id string) (policies.ExampleSet, error) {
	if p.users != nil && p.users.Rule(id) != nil {
		return p.users.Examples(id)
	}
	return policies.Examples(id)
}
