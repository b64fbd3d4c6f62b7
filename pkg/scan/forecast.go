package scan

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/policy"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// Forecast finds what will be objected to by the passing of time alone, up to and
// with a day: reviews, training, certificates and assessments that lapse, deadlines
// that pass, exceptions that end. A lapse is a finding that is not there today, with the first day on
// which it is. The same rules judge as in [Check], on other days, so that a
// forecast and a later check cannot disagree.
func Forecast(ctx context.Context, request Request, until time.Time) (*report.Forecast, error) {
	w, err := open(ctx, request)
	if err != nil {
		return nil, err
	}
	if err := w.compile(ctx); err != nil {
		return nil, err
	}
	defer w.close()
	results, err := w.evaluate(ctx, nil)
	if err != nil {
		return nil, &IncompleteError{err}
	}
	results, units, err := w.join(ctx, results)
	if err != nil {
		return nil, &IncompleteError{err}
	}
	from, err := time.Parse(time.DateOnly, request.AsOf)
	if err != nil {
		return nil, err
	}
	f := &forecaster{w: w, from: from, until: until, estate: w.estate(results, units), owners: map[[2]string]string{}}
	if err := f.estate.open(ctx); err != nil {
		return nil, &IncompleteError{err}
	}
	if err := f.run(ctx); err != nil {
		return nil, &IncompleteError{err}
	}
	if err := f.except(ctx, results, units); err != nil {
		return nil, &IncompleteError{err}
	}
	out := &report.Forecast{Run: w.run(), Until: until.Format(time.DateOnly), Lapses: f.lapses}
	slices.SortStableFunc(out.Lapses, func(a, b report.Lapse) int {
		return cmp.Or(strings.Compare(a.Day, b.Day), strings.Compare(a.Finding.Location.File, b.Finding.Location.File),
			a.Finding.Location.Span.Start.Line-b.Finding.Location.Span.Start.Line, strings.Compare(a.Finding.Rule.ID, b.Finding.Rule.ID),
			strings.Compare(a.Finding.Message, b.Finding.Message))
	})
	return out, nil
}

// forecaster judges on other days.
type forecaster struct {
	w           *workspace
	from, until time.Time
	estate      *estate
	lapses      []report.Lapse
	owners      map[[2]string]string // of documents, by kind and id
}

func (f *forecaster) run(ctx context.Context) error {
	for handle := range f.estate.library.units {
		if err := f.document(ctx, handle); err != nil {
			return err
		}
	}
	return f.search(ctx, func(ctx context.Context, day time.Time) ([]finding.Finding, error) {
		violations, err := f.engine(day).EvaluateRepository(ctx, f.estate.records)
		if err != nil {
			return nil, err
		}
		return f.findings(violations, f.estate.library.finding)
	})
}

// document forecasts the findings about one document.
func (f *forecaster) document(ctx context.Context, handle int) error {
	d, err := f.estate.library.document(handle)
	if err != nil {
		return err
	}
	if owner := d.Root.Lookup(syntax.Keys("metadata", "owner")); owner != nil && owner.IsScalar() && document.HasContent(owner) {
		f.owners[[2]string{d.Kind, d.ID()}] = owner.Scalar
	}
	return f.search(ctx, func(ctx context.Context, day time.Time) ([]finding.Finding, error) {
		evaluated, err := f.engine(day).Evaluate(ctx, d)
		if err != nil {
			return nil, err
		}
		return f.findings(evaluated.Violations, func(v policy.Violation) (*finding.Finding, error) {
			v.Document = handle
			return f.estate.library.finding(v)
		})
	})
}

func (f *forecaster) engine(day time.Time) *policy.Engine {
	return f.w.engine.On(day.Format(time.DateOnly))
}

// findings are those of violations that are reported on.
func (f *forecaster) findings(violations []policy.Violation, of func(policy.Violation) (*finding.Finding, error)) ([]finding.Finding, error) {
	var found []finding.Finding
	for _, v := range violations {
		one, err := of(v)
		if err != nil {
			return nil, err
		}
		if one != nil && f.w.concerns(one) {
			found = append(found, *one)
		}
	}
	return identified(found), nil
}

// judge gives the findings on a day.
type judge func(ctx context.Context, day time.Time) ([]finding.Finding, error)

// search finds the first day of each finding that is there at the end and not at
// the beginning, by halving the time between: what time brings it does not take
// away again.
func (f *forecaster) search(ctx context.Context, on judge) error {
	before, err := on(ctx, f.from)
	if err != nil {
		return err
	}
	after, err := on(ctx, f.until)
	if err != nil {
		return err
	}
	return f.halve(ctx, on, f.from, f.until, before, after)
}

func (f *forecaster) halve(ctx context.Context, on judge, from, until time.Time, before, after []finding.Finding) error {
	fresh := without(after, before)
	if len(fresh) == 0 {
		return nil
	}
	days := int(until.Sub(from).Hours()) / 24
	if days <= 1 {
		for _, one := range fresh {
			f.lapses = append(f.lapses, report.Lapse{Day: until.Format(time.DateOnly), Owner: f.owners[[2]string{one.Kind, one.Document}], Finding: one})
		}
		return nil
	}
	middle := from.AddDate(0, 0, days/2)
	between, err := on(ctx, middle)
	if err != nil {
		return err
	}
	if err := f.halve(ctx, on, from, middle, before, between); err != nil {
		return err
	}
	return f.halve(ctx, on, middle, until, between, after)
}

// without are the findings that others do not hold.
func without(findings, others []finding.Finding) []finding.Finding {
	known := map[string]bool{}
	for i := range others {
		known[others[i].Fingerprint] = true
	}
	return slices.DeleteFunc(slices.Clone(findings), func(one finding.Finding) bool { return known[one.Fingerprint] })
}
