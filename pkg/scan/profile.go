package scan

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/rule"
)

// RuleTime is what a rule costs.
type RuleTime struct {
	Rule string
	// Asked is of how many documents it was asked; of a rule over the repository 1.
	Asked int
	Total time.Duration
}

// Profile asks each rule in force by itself, of all documents that the request names
// and one after the other, and gives what that takes, the costliest first. Rules that
// are asked together share what they have in common, so that a whole run takes less
// than the sum. Compiling is not counted, nor is what the engine itself judges.
func Profile(ctx context.Context, request Request) ([]RuleTime, error) {
	request.Cache = nil
	w, err := open(ctx, request)
	if err != nil {
		return nil, err
	}
	if w.change != nil {
		defer w.change.Close()
	}
	defer w.close()
	if err := w.compile(ctx); err != nil {
		return nil, err
	}
	results, err := w.evaluate(ctx, nil)
	if err != nil {
		return nil, &IncompleteError{err}
	}
	results, units, err := w.join(ctx, results)
	if err != nil {
		return nil, &IncompleteError{err}
	}
	e := w.estate(results, units)
	if err := w.addTraces(ctx, e); err != nil {
		return nil, &IncompleteError{err}
	}
	times, err := e.times(ctx)
	if err != nil {
		return nil, &IncompleteError{err}
	}
	slices.SortFunc(times, func(a, b RuleTime) int {
		return cmp.Or(cmp.Compare(b.Total, a.Total), cmp.Compare(a.Rule, b.Rule))
	})
	return times, nil
}

func (e *estate) times(ctx context.Context) ([]RuleTime, error) {
	documents := make([]*document.Document, len(e.library.units))
	for i := range documents {
		var err error
		if documents[i], err = e.library.document(i); err != nil {
			return nil, err
		}
	}
	var times []RuleTime
	for _, r := range e.library.w.engine.Rules() {
		t, err := e.time(ctx, r, documents)
		if err != nil {
			return nil, err
		}
		if t.Asked > 0 {
			times = append(times, t)
		}
	}
	return times, nil
}

// time asks a rule. The first time, which compiles it, is not counted.
func (e *estate) time(ctx context.Context, r *rule.Rule, documents []*document.Document) (t RuleTime, err error) {
	t.Rule = r.ID
	engine := e.library.w.engine
	measure := func(ask func() error) error {
		if t.Asked == 0 {
			if err := ask(); err != nil {
				return err
			}
		}
		start := time.Now()
		err := ask()
		t.Total += time.Since(start)
		t.Asked++
		return err
	}
	if r.Category() == repositoryCategory {
		if !slices.ContainsFunc(sortedKinds(e), r.Judges) {
			return t, nil
		}
		return t, measure(func() error {
			_, err := engine.EvaluateRepositoryRule(ctx, r.ID, e.records)
			return e.library.w.located("", err)
		})
	}
	for _, d := range documents {
		if r.Category() != "document" && r.Category() != d.Kind {
			continue
		}
		err := measure(func() error {
			_, err := engine.EvaluateRule(ctx, r, d)
			return e.library.w.located(d.File, err)
		})
		if err != nil {
			return t, err
		}
	}
	return t, nil
}

// sortedKinds are the kinds of the documents that there are.
func sortedKinds(e *estate) []string {
	kinds := make([]string, 0, len(e.records))
	for kind, records := range e.records {
		if len(records) > 0 {
			kinds = append(kinds, kind)
		}
	}
	slices.Sort(kinds)
	return kinds
}
