package scan

import (
	"context"
	"slices"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/binding"
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/merge"
	"github.com/aimslint/aimslint/pkg/policy"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// unit is what counts as one document: one by itself, or several that are about
// the same thing.
type unit struct {
	group

	own    []finding.Finding // about what each of its documents states
	judged []finding.Finding // about all of them together
	record policy.Record
	sealed sealedRecord
	// observed is what the assessment has to know, if one is asked for.
	observed *assess.Document
}

// join finds out which documents are about the same thing, and has the rules
// judge those together. All others stay as they are. The results that it gives have
// no documents, which are in the units now.
func (w *workspace) join(ctx context.Context, results []result) ([]result, []unit, error) {
	results = slices.Clone(results)
	known := make([][]described, len(results))
	for i := range results {
		known[i] = descriptions(results[i].documents)
	}
	known, err := w.complete(known, func(file int) ([]described, error) {
		r, err := w.evaluateFile(ctx, w.files[file], w.memory.shelves(w.files[file : file+1])[0])
		results = slices.Grow(results, 1)[:len(w.files)]
		results[file] = r
		return descriptions(r.documents), err
	})
	if err != nil {
		return nil, nil, err
	}
	groups := w.group(known)
	units := make([]unit, len(groups))
	err = w.each(ctx, len(groups), func(ctx context.Context, i int) (err error) {
		units[i], err = w.judge(ctx, groups[i], results)
		return err
	})
	for i := range results {
		results[i].documents = nil // what is needed of them is in the units
	}
	return results, units, err
}

func descriptions(documents []evaluated) []described {
	found := make([]described, len(documents))
	for i := range documents {
		found[i] = documents[i].described
	}
	return found
}

// renamed are findings about a document of another id.
func renamed(findings []finding.Finding, id string) []finding.Finding {
	findings = slices.Clone(findings)
	for i := range findings {
		findings[i].Document = id
	}
	return findings
}

// judge makes a unit of a group. Only documents that are joined, or describe
// something that is not there, have to be read once more.
func (w *workspace) judge(ctx context.Context, g group, results []result) (unit, error) {
	u := unit{group: g}
	for _, at := range g.members {
		e := &results[at.file].documents[at.index]
		if e.corroborates {
			continue
		}
		if len(g.members) == 1 {
			u.own = e.own
		} else {
			u.own = append(u.own, renamed(e.own, g.document.ID)...)
		}
		u.judged, u.record, u.sealed, u.observed = e.judged, e.record, e.sealed, e.observed
	}
	if len(g.members) == 1 && g.faults == nil {
		return u, nil
	}
	joined, err := w.assemble(g, func(file int) (reading, error) { return w.read(w.files[file]) })
	if err != nil {
		return u, err
	}
	j := judgement{w: w, document: joined.document, unreadable: map[string]bool{}}
	for _, message := range g.faults {
		j.add(binding.Describes, syntax.Keys("describes"), stopped(message), nil)
	}
	j.contradictions(joined.contradictions)
	u.own = append(u.own, j.findings...)
	if len(g.members) > 1 {
		j.findings = nil
		u.observed = w.observe(joined.document, j.carryOver(g, results))
		u.sealed = nil
		if u.record, err = j.rules(ctx); err != nil {
			return u, err
		}
		u.judged = j.findings
	}
	for _, text := range joined.texts {
		hash := lineHasher(text)
		hash(u.own)
		hash(u.judged)
	}
	w.texts.detach(u.own)
	w.texts.detach(u.judged)
	return u, nil
}

// carryOver takes from the members of a group, which have been evaluated by
// themselves, what the schema turned down, and gives what bindings confirm.
func (j *judgement) carryOver(g group, results []result) (agreeing []syntax.Path) {
	for i, part := range j.document.Parts {
		e := &results[g.members[i].file].documents[g.members[i].index]
		for _, p := range e.turnedDown {
			j.unreadable[part.Merged(j.document.Root, p).Pointer()] = true
		}
		for _, p := range e.agreeing {
			agreeing = append(agreeing, part.Merged(j.document.Root, p))
		}
	}
	return agreeing
}

// contradictions reports where members state different facts, at both places.
func (j *judgement) contradictions(found []merge.Contradiction) {
	for _, c := range found {
		text, span := c.Other.Locate(nil)
		other := finding.InText(text, span, c.Path)
		other.Message = "What is stated here: " + quoted(c.Other) + "."
		message := "`" + c.Path.String() + "` is " + quoted(j.document.Root.Lookup(c.Path)) + ", but " + text.File + " says " + quoted(c.Other) + "."
		j.add(engineRule(contradictionRule), c.Path, message, []finding.Location{other})
	}
}

func quoted(n *syntax.Node) string { return `"` + shortened(n.Scalar) + `"` }

// assembled is the document of a group, the texts that it came from, and where
// its members contradict each other.
type assembled struct {
	document       *document.Document
	texts          []*syntax.Text
	contradictions []merge.Contradiction
}

// assemble reads the documents of a group and merges them.
func (w *workspace) assemble(g group, read func(file int) (reading, error)) (assembled, error) {
	var a assembled
	var members []merge.Member
	var documents []*document.Document
	for _, at := range g.members {
		r, err := read(at.file)
		if err != nil {
			return a, err
		}
		if at.index >= len(r.Documents) {
			return a, &changedError{w.files[at.file].Path}
		}
		d := r.Documents[at.index]
		if corroborates(d) {
			members = append(members, merge.Member{Document: tailored(d, documents), Fills: true})
		} else {
			members, documents = append(members, merge.Member{Document: d}), append(documents, d)
		}
		a.texts = append(a.texts, r.text)
	}
	if len(members) == 1 {
		a.document = members[0].Document
		return a, nil
	}
	a.document, a.contradictions = merge.Merge(members, g.described)
	return a, nil
}

// changedError says that a file holds something else than at first.
type changedError struct{ file string }

func (e *changedError) Error() string { return e.file + ": the file changed during the run" }

// listed are the documents of groups as a report lists them.
func listed(groups []group, selected func(file string) bool) []report.Document {
	var documents []report.Document
	for _, g := range groups {
		if slices.ContainsFunc(g.document.AllFiles(), selected) {
			documents = append(documents, g.document)
		}
	}
	return documents
}
