package scan

import (
	"context"
	"slices"
	"strconv"

	"github.com/aimslint/aimslint/pkg/cache"
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/policy"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// evaluateRepository asks the rules over all documents together. The trees of
// the documents are gone by now; those that a violation names are read again.
func (w *workspace) evaluateRepository(ctx context.Context, results []result, units []unit) ([]finding.Finding, *estate, error) {
	e := w.estate(results, units)
	if err := w.addTraces(ctx, e); err != nil {
		return nil, nil, err
	}
	if len(e.library.units)+len(e.library.traces) == 0 {
		return nil, e, nil
	}
	key := e.key(w)
	known := keptEstate{}
	if key != (cache.Key{}) {
		known = w.recallEstate()
	}
	if known.Key == key && key != (cache.Key{}) {
		if findings, err := known.all(w.book); err == nil {
			return findings, e, e.open(ctx, document.StatementOfApplicability)
		}
	}
	if err := e.open(ctx); err != nil {
		return nil, nil, err
	}
	var err error
	if e.violations, err = w.engine.EvaluateRepository(ctx, e.records); err != nil {
		return nil, nil, w.located("", err)
	}
	findings, err := e.place(w, key, known)
	return findings, e, err
}

// place makes findings of the violations. What is known of the same objections to
// the same documents need not be looked up again.
func (e *estate) place(w *workspace, key cache.Key, known keptEstate) ([]finding.Finding, error) {
	findings := make([]finding.Finding, 0, len(e.violations))
	kept := keptEstate{Key: key, Groups: map[string][]keptFinding{}}
	for i, violations := range byDocument(e.violations) {
		group := ""
		if key != (cache.Key{}) {
			group = e.groupKey(violations)
		}
		placed, err := w.book.findings(known.Groups[group])
		if _, ok := known.Groups[group]; !ok || err != nil || group == "" {
			if placed, err = e.library.findings(violations); err != nil {
				return nil, err
			}
		}
		findings = append(findings, placed...)
		if group == "" {
			group = strconv.Itoa(i)
		}
		if key != (cache.Key{}) {
			kept.Groups[group] = keptFindings(placed)
		}
	}
	w.keepEstate(kept)
	return findings, nil
}

// findings makes findings of violations.
func (l *documents) findings(violations []policy.Violation) ([]finding.Finding, error) {
	findings := make([]finding.Finding, 0, len(violations))
	for _, v := range violations {
		f, err := l.finding(v)
		if err != nil {
			return nil, err
		}
		if f != nil {
			findings = append(findings, *f)
		}
	}
	l.w.texts.detach(findings)
	return findings, nil
}

// estate is all documents together, each known by a handle: its index.
type estate struct {
	library    documents
	results    []result
	records    map[string][]policy.Record // by kind
	places     []int                      // of the documents' records among those of their kind
	violations []policy.Violation
}

func (w *workspace) estate(results []result, units []unit) *estate {
	e := &estate{results: results, records: map[string][]policy.Record{}, library: documents{w: w, units: units, read: map[int]reading{}, hashes: map[string]func(int) string{}}}
	for i := range units {
		record := &units[i].record
		record.Document = i
		*record = record.Handled()
		e.places = append(e.places, len(e.records[units[i].document.Kind]))
		e.records[units[i].document.Kind] = append(e.records[units[i].document.Kind], *record)
	}
	return e
}

// open makes records of some kinds, or of all, values, which are still as the cache keeps them:
// they are needed only if the rules have to be asked. One that cannot be read is made
// again.
func (e *estate) open(ctx context.Context, kinds ...string) error {
	return e.library.w.each(ctx, len(e.library.units), func(ctx context.Context, i int) (err error) {
		u := &e.library.units[i]
		if u.sealed == nil || len(kinds) > 0 && !slices.Contains(kinds, u.document.Kind) {
			return nil
		}
		if u.record, err = e.unsealed(ctx, u); err != nil {
			return err
		}
		u.sealed = nil
		e.records[u.document.Kind][e.places[i]] = u.record
		return nil
	})
}

func (e *estate) unsealed(ctx context.Context, u *unit) (policy.Record, error) {
	w, record := e.library.w, u.record
	value, err := u.sealed.open()
	if err != nil {
		at := u.members[0]
		anew, err := w.evaluateAnew(ctx, w.files[at.file])
		if err != nil || at.index >= len(anew.documents) {
			return record, err
		}
		value = anew.documents[at.index].record.Value
	}
	if value != nil {
		record.Value = w.engine.Compact(value)
	}
	return record.Handled(), nil
}

// forget lets go of what only an assessment needs once the rules over all documents
// have been asked; the Statements of Applicability are looked at again.
func (e *estate) forget() {
	e.violations = nil
	e.records = map[string][]policy.Record{document.StatementOfApplicability: e.records[document.StatementOfApplicability]}
	for i := range e.library.units {
		e.library.units[i].record = policy.Record{}
	}
	clear(e.library.read)
	clear(e.library.hashes)
}

// documents gives the documents behind handles. It keeps a handful of those that it
// has read: violations come document by document.
type documents struct {
	w      *workspace
	units  []unit
	traces []*document.Document // have the handles after those of units
	read   map[int]reading
	hashes map[string]func(line int) string // by file; of the documents objected to
}

// handful is how many files are kept at hand.
const handful = 100

// finding makes a finding of a violation; see [workspace.finding].
func (l *documents) finding(v policy.Violation) (*finding.Finding, error) {
	a, err := l.assembled(v.Document)
	if err != nil {
		return nil, err
	}
	d := a.document
	var failed error
	places := related(v, func(handle int) *document.Document {
		other, err := l.document(handle)
		if err != nil {
			failed = err
			return d
		}
		return other
	})
	if failed != nil {
		return nil, failed
	}
	f := l.w.finding(v.Rule, d, v.Path, sentence(d, v.Path, v.Message), places)
	if f != nil {
		f.LineHash = l.lineHash(a.texts, f.Location)
	}
	return f, nil
}

// document is the one behind a handle, merged if there are several about the
// same thing.
func (l *documents) document(handle int) (*document.Document, error) {
	a, err := l.assembled(handle)
	return a.document, err
}

func (l *documents) assembled(handle int) (assembled, error) {
	if handle >= len(l.units) {
		d := l.traces[handle-len(l.units)]
		return assembled{document: d, texts: []*syntax.Text{d.Root.Text()}}, nil
	}
	if len(l.read) >= handful {
		clear(l.read)
	}
	return l.w.assemble(l.units[handle].group, func(file int) (reading, error) {
		r, ok := l.read[file]
		if ok {
			return r, nil
		}
		r, err := l.w.read(l.w.files[file])
		l.read[file] = r
		return r, err
	})
}

// lineHash is the hash of the line of a place in one of the texts.
func (l *documents) lineHash(texts []*syntax.Text, at finding.Location) string {
	if len(l.hashes) >= handful {
		clear(l.hashes)
	}
	for _, text := range texts {
		if text.File != at.File {
			continue
		}
		if l.hashes[text.File] == nil {
			l.hashes[text.File] = finding.LineHashes(text)
		}
		return l.hashes[text.File](at.Span.Start.Line)
	}
	return ""
}
