package scan

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/binding"
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/policy"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/schema"
	"github.com/aimslint/aimslint/pkg/source"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// evaluateFile takes a file from bytes to findings, which a shelf may keep.
func (w *workspace) evaluateFile(ctx context.Context, file source.File, kept *shelf) (result, error) {
	defer kept.done()
	l, err := w.load(file)
	if err != nil {
		return result{}, err
	}
	if len(l.formats) == 0 {
		return w.evaluateReading(ctx, file, l.reading)
	}
	if w.memory.cache == nil {
		return w.evaluateReading(ctx, file, w.parse(file, l))
	}
	key := w.memory.key(file, l.content)
	if r, ok := w.recall(kept, key); ok {
		return r, nil
	}
	read := w.parse(file, l)
	before := w.namedBy(read.Documents)
	r, err := w.evaluateReading(ctx, file, read)
	if err == nil {
		w.keep(kept, key, r, before)
	}
	r.key = key
	return r, err
}

// evaluateAnew takes a file from bytes to findings, whatever is known of it.
func (w *workspace) evaluateAnew(ctx context.Context, file source.File) (result, error) {
	l, err := w.load(file)
	if err != nil {
		return result{}, err
	}
	return w.evaluateReading(ctx, file, w.parse(file, l))
}

// evaluateReading takes a file from documents to findings.
func (w *workspace) evaluateReading(ctx context.Context, file source.File, read reading) (result, error) {
	r := result{notes: read.notes, comments: read.comments, unrecognised: unrecognised(file, read)}
	for _, p := range read.Problems {
		if f := w.problem(p); f != nil {
			r.findings = append(r.findings, *f)
		}
	}
	hash := lineHasher(read.text)
	hash(r.findings)
	for _, d := range read.Documents {
		r.targets = append(r.targets, w.targets(d)...)
		if len(d.Unread) > 0 {
			r.notes = append(r.notes, source.Note{Path: d.File, Reason: notUnderstood(d.Unread)})
		}
		e, err := w.evaluateDocument(ctx, d)
		if err != nil {
			return result{}, err
		}
		hash(e.own)
		hash(e.judged)
		r.documents = append(r.documents, e)
	}
	w.detach(&r)
	return r, nil
}

// detach makes what a file came to hold nothing of its text and trees.
func (w *workspace) detach(r *result) {
	w.texts.detach(r.findings)
	w.texts.all(r.targets)
	for i := range r.documents {
		e := &r.documents[i]
		w.texts.describe(&e.described)
		w.texts.detach(e.own)
		w.texts.detach(e.judged)
		w.texts.paths(e.turnedDown)
		w.texts.paths(e.agreeing)
	}
}

// notUnderstood says which headings a format could make nothing of.
func notUnderstood(headings []string) string {
	return "headings in a language that is not read: " + strings.Join(headings, ", ")
}

// evaluated is what a document came to by itself.
type evaluated struct {
	described

	// own are the findings about what the document itself states: its shape and
	// its references. They stand also if it is a part of another.
	own []finding.Finding
	// judged are those of the rules, and record is what other documents may know;
	// sealed if it is as the cache keeps it.
	judged []finding.Finding
	record policy.Record
	sealed sealedRecord
	// turnedDown are the values that the schema turned down, and agreeing those
	// that the files which they name confirm.
	turnedDown, agreeing []syntax.Path
	// observed is what the assessment has to know, if one is asked for.
	observed *assess.Document
}

// described is what tells which documents are about the same thing.
type described struct {
	report.Document

	owner     string // as it states itself
	describes string // the path that it says it describes
	// corroborates says that it describes nothing by itself. Then subjects are
	// the names of what it is about; else named are the names that it refers to.
	corroborates    bool
	subjects, named []string
}

func describe(d *document.Document) described {
	e := described{
		Document: report.Document{File: d.File, Format: d.Format, Kind: d.Kind, ID: d.ID(), Title: d.Title()},
		owner:    ownerOf(d), describes: binding.Described(d), corroborates: corroborates(d),
	}
	if e.corroborates {
		e.subjects = subjects(d)
	} else if d.Kind == document.ModelCard || d.Kind == document.DataManifest {
		e.named = named(d)
	}
	return e
}

// lineHasher completes those findings that are in a text with the hash of their
// line. The text is hashed once, and only if there is such a finding.
func lineHasher(text *syntax.Text) func(findings []finding.Finding) {
	if text == nil {
		return func([]finding.Finding) {}
	}
	hash := finding.LineHashes(text)
	return func(findings []finding.Finding) {
		for i := range findings {
			if f := &findings[i]; f.Location.File == text.File {
				f.LineHash = hash(f.Location.Span.Start.Line)
			}
		}
	}
}

func (w *workspace) evaluateDocument(ctx context.Context, d *document.Document) (evaluated, error) {
	e := evaluated{described: describe(d)}
	if e.corroborates {
		return e, nil
	}
	judgement := judgement{w: w, document: d, unreadable: map[string]bool{}}
	if d.Format == nativeFormat {
		violations, err := w.book.validate(d)
		if err != nil {
			return e, fmt.Errorf("%s: %w", d.File, err)
		}
		for _, v := range violations {
			judgement.schema(v)
			e.turnedDown = append(e.turnedDown, v.Path)
		}
		if err := judgement.bindings(ctx); err != nil {
			return e, fmt.Errorf("%s: %w", d.File, err)
		}
	}
	own := len(judgement.findings)
	record, err := judgement.rules(ctx)
	if err != nil {
		return e, err
	}
	e.own, e.judged, e.record = slices.Clone(judgement.findings[:own]), slices.Clone(judgement.findings[own:]), record
	e.agreeing, e.observed = judgement.agreeing, w.observe(d, judgement.agreeing)
	return e, nil
}

// rules asks the rules about the document, and gives its record.
func (j *judgement) rules(ctx context.Context) (policy.Record, error) {
	evaluated, err := j.w.engine.Evaluate(ctx, j.document)
	if err != nil {
		return policy.Record{}, j.w.located(j.document.File, err)
	}
	for _, v := range evaluated.Violations {
		j.violation(v)
	}
	j.placeholders()
	return evaluated.Record, nil
}

// nativeFormat is the format that the schemas describe. The others have shapes
// of their own, which their readers bring into the canonical one.
const nativeFormat = "native"

// judgement gathers the findings about one document.
type judgement struct {
	w        *workspace
	document *document.Document
	findings []finding.Finding
	// unreadable are the pointers of values that the schema turned down. What
	// rules say about them follows from that.
	unreadable map[string]bool
	// agreeing are the values that the files which they name confirm.
	agreeing []syntax.Path
}

func (j *judgement) schema(v schema.Violation) {
	j.unreadable[v.Path.Pointer()] = true
	if f := j.w.finding(v.Rule, j.document, v.Path, v.Message, nil); f != nil {
		text, span := v.Place(j.document.Root)
		f.Location = finding.InText(text, span, v.Path)
		j.findings = append(j.findings, *f)
	}
}

// violation turns a rule's objection into a finding, unless it is about a value
// that the schema has turned down already or that the document's format cannot
// state.
func (j *judgement) violation(v policy.Violation) {
	if j.turnedDown(v.Path) {
		return
	}
	j.add(v.Rule, v.Path, sentence(j.document, v.Path, v.Message), related(v, func(int) *document.Document { return j.document }))
}

// placeholders reports those in native text that no rule has objected to, so
// that none stays unsaid.
func (j *judgement) placeholders() {
	native := nativeTexts(j.document)
	if len(native) == 0 || !holdsPlaceholder(j.document.Root) {
		return
	}
	said := map[string]bool{}
	for i := range j.findings {
		said[j.findings[i].Location.Path.Pointer()] = true
	}
	delete(said, syntax.Path{}.Pointer()) // of the document as a whole says nothing of its values
	r := engineRule(placeholderRule)
	visit(j.document.Root, nil, func(p syntax.Path, n *syntax.Node) bool {
		if said[p.Pointer()] {
			return false
		}
		if document.IsPlaceholder(n) && native[n.Text()] {
			j.add(r, p, sentence(j.document, p, "`"+p.String()+"` is not filled in"), nil)
		}
		return true
	})
}

func holdsPlaceholder(n *syntax.Node) bool {
	return document.IsPlaceholder(n) || slices.ContainsFunc(n.Items, holdsPlaceholder) ||
		slices.ContainsFunc(n.Fields, func(f syntax.Field) bool { return holdsPlaceholder(f.Value) })
}

// nativeTexts are the texts of a document, or of its parts, that are native.
func nativeTexts(d *document.Document) map[*syntax.Text]bool {
	texts := map[*syntax.Text]bool{}
	if d.Format == nativeFormat {
		texts[d.Root.Text()] = true
	}
	for _, part := range d.Parts {
		if part.Format == nativeFormat {
			texts[part.Root.Text()] = true
		}
	}
	return texts
}

// visit calls f for every value at and below a node, but for those below one
// for which it returns false.
func visit(n *syntax.Node, p syntax.Path, f func(syntax.Path, *syntax.Node) bool) {
	if !f(p, n) {
		return
	}
	for i, item := range n.Items {
		visit(item, append(slices.Clip(p), syntax.Index(i)), f)
	}
	for _, field := range n.Fields {
		visit(field.Value, append(slices.Clip(p), syntax.Key(field.Key.Scalar)), f)
	}
}

func (j *judgement) add(r *rule.Rule, p syntax.Path, message string, related []finding.Location) {
	if f := j.w.finding(r, j.document, p, message, related); f != nil {
		j.findings = append(j.findings, *f)
	}
}

// finding makes a finding about a document. It is nil if the rule is not in
// force, or if what is missing is something that the document's format cannot
// state, unless the request asks for such findings too.
func (w *workspace) finding(r *rule.Rule, d *document.Document, p syntax.Path, message string, related []finding.Location) *finding.Finding {
	state := finding.Open
	if d.State(p) == document.NotExpressed {
		state = excused
	}
	if !w.inForce(r) || state == excused && !w.request.excused || isFilledIn(d, p) {
		return nil
	}
	return &finding.Finding{
		Rule:       r,
		Severity:   w.severity(r),
		Message:    message,
		State:      state,
		Kind:       d.Kind,
		Document:   d.ID(),
		Location:   finding.At(d, p),
		Related:    related,
		StablePath: finding.StablePath(d, p),
	}
}

// isFilledIn reports whether the value at a path, or what holds it, comes from a
// document that only corroborates. Nothing is asked of such.
func isFilledIn(d *document.Document, p syntax.Path) bool {
	if len(d.Corroborating) == 0 {
		return false
	}
	text, _ := d.Root.Locate(p)
	return slices.Contains(d.Corroborating, text.File)
}

// problem makes a finding about a text that could not be read as it should.
func (w *workspace) problem(p syntax.Problem) *finding.Finding {
	r := engineRule(p.Rule)
	if !w.inForce(r) {
		return nil
	}
	return &finding.Finding{
		Rule:     r,
		Severity: w.severity(r),
		Message:  stopped(p.Message),
		State:    finding.Open,
		Location: finding.InText(p.Text, p.Span, nil),
	}
}

// sentence completes a rule's message: it names the placeholder that stands
// where a value is asked for, and ends with a full stop.
func sentence(d *document.Document, p syntax.Path, message string) string {
	if n := d.Root.Lookup(p); n != nil && document.IsPlaceholder(n) {
		message += `: found the placeholder "` + shortened(n.Scalar) + `"`
	}
	return stopped(message)
}

func shortened(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if runes := []rune(text); len(runes) > 60 {
		return string(runes[:59]) + "…"
	}
	return text
}

func stopped(message string) string {
	if strings.HasSuffix(message, ".") || strings.HasSuffix(message, "?") {
		return message
	}
	return message + "."
}

// related are the other places of a violation.
func related(v policy.Violation, documentOf func(handle int) *document.Document) []finding.Location {
	places := make([]finding.Location, 0, len(v.Related))
	for _, other := range v.Related {
		place := finding.At(documentOf(other.Document), other.Path)
		place.Message = stopped(other.Message)
		places = append(places, place)
	}
	return places
}
