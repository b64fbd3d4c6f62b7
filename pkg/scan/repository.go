package scan

import (
	"context"
	"fmt"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/policy"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// place is where a document's record came from.
type place struct {
	file  int // index into the workspace's files
	index int // of the document in its file
}

// evaluateRepository asks the rules over all documents together. The trees of
// the documents are gone by now; those that a violation names are read again.
func (w *workspace) evaluateRepository(ctx context.Context, results []result) ([]finding.Finding, *estate, error) {
	e := w.estate(results)
	if err := w.addTraces(ctx, e); err != nil {
		return nil, nil, err
	}
	if len(e.library.places)+len(e.library.traces) == 0 {
		return nil, e, nil
	}
	var err error
	if e.violations, err = w.engine.EvaluateRepository(ctx, e.records); err != nil {
		return nil, nil, err
	}
	var findings []finding.Finding
	for _, v := range e.violations {
		f, err := e.library.finding(v)
		if err != nil {
			return nil, nil, err
		}
		if f != nil {
			findings = append(findings, *f)
		}
	}
	return findings, e, nil
}

// estate is all documents together, each known by a handle.
type estate struct {
	library    library
	records    map[string][]policy.Record // by kind
	observed   []*assess.Document         // by handle, if an assessment is asked for
	violations []policy.Violation
}

func (w *workspace) estate(results []result) *estate {
	e := &estate{records: map[string][]policy.Record{}, library: library{
		w: w, read: map[int]reading{}, hashes: map[*syntax.Text]func(int) string{},
	}}
	for i := range results {
		for k, record := range results[i].records {
			record.Document = len(e.library.places)
			e.library.places = append(e.library.places, place{i, k})
			kind := results[i].documents[k].Kind
			e.records[kind] = append(e.records[kind], record)
			if w.request.Assess {
				e.observed = append(e.observed, &results[i].observed[k])
			}
		}
	}
	return e
}

// library gives the documents behind handles. It keeps a shelf of those that it
// has read: violations come document by document.
type library struct {
	w      *workspace
	places []place
	traces []*document.Document // have the handles after those of places
	read   map[int]reading
	hashes map[*syntax.Text]func(line int) string
}

// finding makes a finding of a violation; see [workspace.finding].
func (l *library) finding(v policy.Violation) (*finding.Finding, error) {
	d, text, err := l.document(v.Document)
	if err != nil {
		return nil, err
	}
	var failed error
	places := related(v, func(handle int) *document.Document {
		other, _, err := l.document(handle)
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
		if l.hashes[text] == nil {
			l.hashes[text] = finding.LineHashes(text)
		}
		f.LineHash = l.hashes[text](f.Location.Span.Start.Line)
	}
	return f, nil
}

func (l *library) document(handle int) (*document.Document, *syntax.Text, error) {
	if handle >= len(l.places) {
		d := l.traces[handle-len(l.places)]
		return d, d.Root.Text(), nil
	}
	at := l.places[handle]
	r, ok := l.read[at.file]
	if !ok {
		var err error
		if r, err = l.w.read(l.w.files[at.file]); err != nil {
			return nil, nil, err
		}
		const shelf = 100
		if len(l.read) >= shelf {
			clear(l.read)
			clear(l.hashes)
		}
		l.read[at.file] = r
	}
	if at.index >= len(r.Documents) {
		return nil, nil, fmt.Errorf("%s: the file changed during the run", l.w.files[at.file].Path)
	}
	return r.Documents[at.index], r.text, nil
}
