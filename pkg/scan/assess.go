package scan

import (
	"context"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/policy"
	"github.com/aimslint/aimslint/pkg/prove"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/soa"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// observe notes what a document states for the assessment, if one is asked for,
// and which of it the files that it names confirm.
func (w *workspace) observe(d *document.Document, agreeing []syntax.Path) *assess.Document {
	if !w.request.Assess {
		return nil
	}
	observed := w.asked.Observe(d)
	for _, path := range agreeing {
		observed.Verify(string(document.PatternOf(path)), assess.Binding)
	}
	return &observed
}

// assess derives the state of the requirements from all documents and findings of
// a run.
func (w *workspace) assess(ctx context.Context, run *report.Run, estate *estate) error {
	if err := w.verify(ctx, estate); err != nil {
		return err
	}
	var documents []assess.Document
	for i := range estate.library.units {
		if d := estate.library.units[i].observed; d != nil && slices.ContainsFunc(d.Files, w.selected) {
			documents = append(documents, *d)
		}
	}
	rules := slices.DeleteFunc(slices.Clone(w.rules), func(r *rule.Rule) bool { return r.Category() == soa.Category })
	run.Assessment = assess.Of(assess.Input{Rules: rules, Documents: documents, Findings: run.Findings})
	return nil
}

// holdStatements adds what the rules over the assessment find. The assessment itself
// stays as it is: what it says of a requirement does not depend on who declares it.
func (w *workspace) holdStatements(run *report.Run, results []result, units []unit) {
	var findings []finding.Finding
	for _, o := range soa.Check(run.Assessment) {
		f := w.finding(o.Rule, o.Document, o.Path, o.Message, o.Related)
		if f == nil {
			continue
		}
		text, _ := o.Document.Locate(o.Path)
		f.LineHash = finding.LineHashes(text)(f.Location.Span.Start.Line)
		findings = append(findings, *f)
	}
	findings = identified(findings)
	w.accepted(results).Apply(findings, w.circumstances(units)) // what is wrong with exceptions has been said
	// The assessment points into the findings that there are: they stay in their place.
	run.Findings = slices.Concat(run.Findings, findings)
	finding.Sort(run.Findings)
}

// attempts is how many documents are tried, for each field that a rule compares,
// before it is taken for one that has nothing to compare.
const attempts = 5

// verify finds out which of the rules that compare have something to compare
// with: those that would object if a document said something else. What such a
// rule has looked at and does not object to agrees with something that could have
// disagreed.
func (w *workspace) verify(ctx context.Context, e *estate) error {
	for _, r := range w.rules {
		if r.Category() != "repository" || r.Evidence != rule.Verified {
			continue
		}
		for _, field := range prove.Compared(r) {
			if err := w.verifyField(ctx, e, r, field); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *workspace) verifyField(ctx context.Context, e *estate, r *rule.Rule, field string) error {
	kind, pattern, _ := strings.Cut(field, ":")
	pattern = string(document.Pattern(pattern).Generic())
	var stating []int // handles of the documents that state the field
	for handle := range e.library.units {
		if d := e.library.units[handle].observed; d != nil && d.Kind == kind && d.States(pattern) && !e.objects(r, handle) {
			stating = append(stating, handle)
		}
	}
	for _, handle := range stating[:min(len(stating), attempts)] {
		compares, err := w.compares(ctx, e, r, field, handle)
		if err != nil {
			return err
		}
		if compares {
			for _, handle := range stating {
				e.library.units[handle].observed.Verify(pattern, r.ID)
			}
			return nil
		}
	}
	return nil
}

// compares reports whether a rule would object if a document said something
// else in a field.
func (w *workspace) compares(ctx context.Context, e *estate, r *rule.Rule, field string, handle int) (bool, error) {
	d, err := e.library.document(handle)
	if err != nil {
		return false, err
	}
	for contradicted := range prove.Contradictions(r, field, d) {
		evaluated, err := w.engine.Evaluate(ctx, contradicted)
		if err != nil {
			return false, w.located(d.File, err)
		}
		violations, err := w.engine.EvaluateRepositoryRule(ctx, r.ID, e.with(handle, evaluated.Record))
		if err != nil {
			return false, w.located("", err)
		}
		if len(violations) > e.count(r) {
			return true, nil
		}
	}
	return false, nil
}

// with are the records with another one for a document.
func (e *estate) with(handle int, record policy.Record) map[string][]policy.Record {
	record.Document = handle
	others := make(map[string][]policy.Record, len(e.records))
	for kind, list := range e.records {
		if i := slices.IndexFunc(list, func(r policy.Record) bool { return r.Document == handle }); i >= 0 {
			list = slices.Clone(list)
			list[i] = record
		}
		others[kind] = list
	}
	return others
}

// count is how often a rule objects.
func (e *estate) count(r *rule.Rule) int {
	n := 0
	for _, v := range e.violations {
		if v.Rule == r {
			n++
		}
	}
	return n
}

// objects reports whether a rule objects to a document.
func (e *estate) objects(r *rule.Rule, handle int) bool {
	return slices.ContainsFunc(e.violations, func(v policy.Violation) bool { return v.Rule == r && v.Document == handle })
}
