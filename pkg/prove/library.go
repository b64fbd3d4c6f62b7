package prove

import (
	"context"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/policies"
)

// Library proves rules with their own examples, several at once, in the order
// of the rules. Rules of the engine, which are not written in Rego, are left
// out: they have tests in Go.
func Library(ctx context.Context, rules []*rule.Rule) ([]*Proof, error) {
	prover, err := New(ctx)
	if err != nil {
		return nil, err
	}
	written := rules[:0:0]
	for _, r := range rules {
		if slices.ContainsFunc(policies.Rules, func(known rule.Rule) bool { return known.ID == r.ID }) {
			written = append(written, r)
		}
	}
	proofs := make([]*Proof, len(written))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, r := range written {
		group.Go(func() error {
			examples, err := policies.Examples(r.ID)
			if err == nil {
				proofs[i], err = prover.Prove(ctx, r, examples)
			}
			return err
		})
	}
	return proofs, group.Wait()
}
