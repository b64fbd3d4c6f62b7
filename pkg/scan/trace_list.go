package scan

import (
	"cmp"
	"context"
	"slices"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/policy"
	"github.com/aimslint/aimslint/pkg/trace"
)

// TraceList is the traces of AI use, by file and place.
type TraceList struct {
	Version int          `json:"version"` // of this form of output
	Traces  []TraceEntry `json:"traces"`
	Notes   []string     `json:"-"`
	// Shown is the path of a file as the person at the terminal would type it.
	Shown func(file string) string `json:"-"`
}

// TraceEntry is a sign of AI use, with those who claim it.
type TraceEntry struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Name    string `json:"name"`
	Product string `json:"product"`
	// Project is the folder that the file belongs to.
	Project string      `json:"project"`
	Form    trace.Form  `json:"form"`
	Scope   trace.Scope `json:"scope"`
	Implies string      `json:"implies"`
	// Target is the model file that is meant, if one is.
	Target    string   `json:"target,omitempty"`
	Suppliers []string `json:"suppliers,omitempty"`
	Reason    string   `json:"reason"`
	// Counts reports whether somebody has to claim it.
	Counts    bool       `json:"counts"`
	ClaimedBy []Claimant `json:"claimed_by"`
}

// Claimant is a document that claims a trace.
type Claimant struct {
	File string `json:"file"`
	Kind string `json:"kind"`
	ID   string `json:"id"`
}

// ListTraces lists the traces of AI use in the files that the request names.
// Documents are asked who claims them, and not judged.
func ListTraces(ctx context.Context, request Request) (*TraceList, error) {
	w, err := open(ctx, request)
	if err != nil {
		return nil, err
	}
	found, err := w.findTraces(ctx)
	if err != nil {
		return nil, &IncompleteError{err}
	}
	w.memory = memory{} // the rules are others than those of a check
	if w.engine, err = policy.New(ctx, policy.Options{AsOf: w.request.AsOf}); err != nil {
		return nil, err
	}
	entries, err := w.claimed(ctx, found)
	if err != nil {
		return nil, &IncompleteError{err}
	}
	entries = slices.DeleteFunc(entries, func(e TraceEntry) bool { return !w.selected(e.File) })
	return &TraceList{Version: 1, Traces: entries, Notes: w.said(), Shown: w.run().Shown}, nil
}

// claimed are the entries of the traces in files.
func (w *workspace) claimed(ctx context.Context, found []traced) ([]TraceEntry, error) {
	results, err := w.evaluate(ctx, nil)
	if err != nil {
		return nil, err
	}
	_, units, err := w.join(ctx, results)
	if err != nil {
		return nil, err
	}
	return w.claims(ctx, units, found)
}

// claims are the entries of traces, with the documents of units that claim them.
func (w *workspace) claims(ctx context.Context, units []unit, found []traced) ([]TraceEntry, error) {
	e := w.estate(nil, units) // nothing is recalled
	first := map[int]int{}    // handle of a file with traces -> index of its first entry
	entries := []TraceEntry{}
	for i, t := range found {
		handle := len(units) + i
		first[handle] = len(entries)
		record := w.engine.Traced(trace.Document(t.file, t.project, t.traces))
		record.Document = handle
		e.records[document.Trace] = append(e.records[document.Trace], record)
		for k := range t.traces {
			entries = append(entries, traceEntry(t, &t.traces[k]))
		}
	}
	claims, err := w.engine.Claims(ctx, e.records)
	if err != nil {
		return nil, err
	}
	for _, c := range claims {
		entry, d := &entries[first[c.Traces]+c.Index], units[c.Document].document
		entry.ClaimedBy = append(entry.ClaimedBy, Claimant{d.File, d.Kind, d.ID})
	}
	for i := range entries {
		slices.SortFunc(entries[i].ClaimedBy, func(a, b Claimant) int {
			return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.ID, b.ID))
		})
	}
	return entries, nil
}

func traceEntry(of traced, t *trace.Trace) TraceEntry {
	at := t.Name.Span().Start
	return TraceEntry{
		File: of.file, Line: at.Line, Column: at.Column, Name: t.Name.Scalar, Product: t.Entry.Name, Project: of.project,
		Form: t.Form, Scope: t.Scope, Implies: t.Entry.Implies, Target: t.Target, Suppliers: t.Entry.Suppliers,
		Reason: t.Entry.Reason, Counts: t.Counts(), ClaimedBy: []Claimant{},
	}
}
