package binding

import (
	"net/url"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/schema"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// source resolves the source of a value and compares the two. Without a value
// there is nothing that could agree.
func (r *Resolver) source(o occurrence, stated *syntax.Node) (verified bool, objected *objection) {
	written := strings.TrimSpace(o.node.Scalar)
	if isURL(written) {
		return false, &objection{rule: sourceLocal, message: code(o.field()) + " is a URL, which is never fetched, so that the value cannot be checked"}
	}
	reference := parseSource(written)
	if reference.file == "" {
		return false, &objection{rule: sourceReadable, message: code(o.field()) + " names no file; expected is a source such as metrics/eval.json#/test/auc"}
	}
	at, objected := r.locate(o, reference.file, sourceReadable)
	if objected != nil {
		return false, objected
	}
	if at.info == nil {
		return false, elsewhere(at.path, "DVC")
	}
	if at.info.IsDir() {
		return false, unreadable(name(at.path)+" is a folder; expected is a file", nil)
	}
	if r.plain(at.path) == r.plain(o.node.Text().File) {
		return false, unreadable(code(o.field())+" names the document itself, which cannot disagree", nil)
	}
	found, objected := r.value(at.path, reference)
	if objected != nil || stated == nil {
		return false, objected
	}
	return compare(o, stated, found)
}

func unreadable(message string, related []finding.Location) *objection {
	return &objection{rule: sourceReadable, message: message, related: related}
}

func elsewhere(file, keeper string) *objection {
	return &objection{rule: sourceLocal, message: name(file) + " is kept by " + keeper + " and was not fetched, so that the value cannot be checked"}
}

// value is a scalar that a source says.
type value struct {
	file    string
	kind    syntax.Kind
	text    string
	percent bool // the name of the value or its unit says that it is a percentage
	place   finding.Location
}

// compare holds a stated value against its source.
func compare(o occurrence, stated *syntax.Node, found value) (agrees bool, objected *objection) {
	a, numbers := parseNumber(stated.Scalar)
	b, sourceIsNumber := parseNumber(found.text)
	says, says2, hint := shown(stated.Kind, stated.Scalar), shown(found.kind, found.text), ""
	switch {
	case numbers && sourceIsNumber:
		if !a.percent && isPercentUnit(o.parent.Get("unit")) {
			a.percent, says = true, says+" %"
		}
		if !b.percent && found.percent {
			b.percent, says2 = true, says2+" %"
		}
		agrees = a.agrees(b)
		if a.percent && !b.percent {
			hint = ", which is not marked as a percentage"
		}
	case stated.Kind == syntax.Bool || found.kind == syntax.Bool:
		agrees = strings.EqualFold(strings.TrimSpace(stated.Scalar), strings.TrimSpace(found.text))
	default:
		agrees = strings.TrimSpace(stated.Scalar) == strings.TrimSpace(found.text)
	}
	if agrees {
		return true, nil
	}
	return false, &objection{
		rule:      valueAgrees,
		message:   o.subject() + " states " + says + ", but " + name(found.file) + " says " + says2 + hint,
		atSibling: true,
		related:   []finding.Location{found.place},
	}
}

// value reads the value of a source.
func (r *Resolver) value(file string, reference sourceReference) (value, *objection) {
	language := languageOf(file)
	if language == "" && reference.hasPlace {
		return value{}, unreadable(name(file)+" is neither JSON, YAML, CSV nor Markdown, so that no place in it can be named", nil)
	}
	v := r.open(file, language)
	switch {
	case v.err != nil:
		return value{}, unreadable(name(file)+" "+reason(v.err), nil)
	case isPointer(v.text.Bytes):
		return value{}, elsewhere(file, "Git LFS")
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if !reference.hasPlace && (language != syntax.JSON && language != syntax.YAML) {
		return v.whole()
	}
	return v.at(reference)
}

// languageOf is the language of a source, or "" for one that is only read as a
// whole.
func languageOf(file string) syntax.Language {
	if strings.EqualFold(path.Ext(file), ".tsv") {
		return syntax.CSV
	}
	return syntax.LanguageOf(file)
}

// whole takes the text of a file for one value.
func (v *volume) whole() (value, *objection) {
	content := string(v.text.Bytes)
	start := len(content) - len(strings.TrimLeft(content, " \t\r\n\uFEFF"))
	text := strings.TrimSpace(content[start:])
	if text == "" || strings.ContainsAny(text, "\r\n\x00") || len(text) > 1000 {
		return value{}, unreadable(name(v.text.File)+" does not hold just one value; name a place in a JSON, YAML or CSV file, as in metrics/eval.json#/test/auc", nil)
	}
	n := syntax.NewString(text, v.text, start, start+len(text))
	return v.found(n, nil, false), nil
}

func (v *volume) found(n *syntax.Node, at syntax.Path, percent bool) value {
	place := finding.InText(v.text, n.Span(), at)
	if !n.Span().OneLine() {
		text, span := n.Locate(nil)
		place = finding.InText(text, span, at)
	}
	place.Message = "The value in the source"
	return value{file: v.text.File, kind: n.Kind, text: n.Scalar, percent: percent, place: place}
}

// at finds the value at a place of a parsed file.
func (v *volume) at(reference sourceReference) (value, *objection) {
	file := name(v.text.File)
	if len(v.tree.Problems) > 0 {
		p := v.tree.Problems[0]
		place := finding.InText(p.Text, p.Span, nil)
		place.Message = p.Message
		return value{}, unreadable(file+" cannot be read as "+languageNames[v.tree.Language], []finding.Location{place})
	}
	switch {
	case len(v.tree.Values) == 0:
		return value{}, unreadable(file+" "+emptyWords[v.tree.Language], nil)
	case len(v.tree.Values) > 1:
		return value{}, unreadable(file+" holds several YAML documents; expected is one", nil)
	}
	steps, ok := parsePointer(reference.pointer)
	if !ok {
		return value{}, unreadable("The place in "+file+" is not a JSON Pointer; expected is one such as /test/auc", nil)
	}
	w := walk{volume: v, node: v.tree.Values[0], table: v.tree.Language == syntax.CSV}
	for _, step := range steps {
		if message := w.step(step); message != "" {
			return value{}, w.lost(file, message)
		}
	}
	switch {
	case !w.node.IsScalar():
		return value{}, w.lost(file, "holds "+w.node.Kind.String()+" at "+w.shown()+"; expected is one value")
	case w.node.IsBlank():
		return value{}, w.lost(file, "says nothing at "+w.shown())
	}
	percent := len(steps) > 0 && percentName.MatchString(w.name) || isPercentUnit(w.parent.Get("unit"))
	return v.found(w.node, w.path, percent), nil
}

var (
	languageNames = map[syntax.Language]string{syntax.JSON: "JSON", syntax.YAML: "YAML", syntax.CSV: "CSV", syntax.Markdown: "Markdown"}
	emptyWords    = map[syntax.Language]string{
		syntax.JSON: "is empty", syntax.YAML: "is empty", syntax.CSV: "is empty", syntax.Markdown: "has no front matter",
	}
	percentName = regexp.MustCompile(`(?i)%|(?:^|[^a-z])(?:percent|percentage|pct)(?:[^a-z]|$)`)
)

// isPercentUnit reports whether a unit says that a number is a percentage.
func isPercentUnit(unit *syntax.Node) bool {
	if unit == nil {
		return false
	}
	return slices.Contains([]string{"%", "percent", "pct"}, strings.ToLower(strings.TrimSpace(unit.Scalar)))
}

// parsePointer gives the steps of a JSON Pointer (RFC 6901, section 3).
func parsePointer(pointer string) (steps []string, ok bool) {
	if pointer == "" {
		return nil, true
	}
	if pointer[0] != '/' {
		return nil, false
	}
	steps = strings.Split(pointer[1:], "/")
	for i, step := range steps {
		steps[i] = unescape.Replace(step)
	}
	return steps, true
}

var unescape = strings.NewReplacer("~1", "/", "~0", "~")

// walk goes down a tree, a step of a pointer at a time.
type walk struct {
	volume *volume
	node   *syntax.Node
	parent *syntax.Node
	path   syntax.Path
	name   string // of the last step
	table  bool   // the items of the list at hand are rows of a table
}

// shown is the place that was reached.
func (w *walk) shown() string {
	if len(w.path) == 0 {
		return "its root"
	}
	return name(w.path.Pointer())
}

// lost is the objection to a pointer that leads to no value, with the place to
// which it leads.
func (w *walk) lost(file, message string) *objection {
	text, span := w.volume.tree.Values[0].Locate(w.path)
	place := finding.InText(text, span, w.path)
	place.Message = "So far the source leads"
	return unreadable(file+" "+message, []finding.Location{place})
}

// step goes to a field or an item. The message says why it cannot.
func (w *walk) step(token string) (message string) {
	var known []string
	switch w.node.Kind {
	case syntax.Map:
		for _, key := range spellings(token) {
			if n := w.node.Get(key); n != nil {
				w.enter(n, syntax.Key(key))
				return ""
			}
		}
		for _, f := range w.node.Fields {
			known = append(known, f.Key.Scalar)
		}
	case syntax.List:
		rows, message := w.rows(token)
		if message != "" {
			return message
		}
		if rows >= 0 {
			w.enter(w.node.Items[rows], syntax.Index(rows))
			return ""
		}
	}
	missing := "holds nothing at " + name(join(w.path, syntax.Key(token)).Pointer())
	if nearest := schema.Nearest(token, known); nearest != "" {
		missing += "; perhaps " + name(join(w.path, syntax.Key(nearest)).Pointer()) + " is meant"
	}
	return missing
}

func (w *walk) enter(n *syntax.Node, step syntax.Step) {
	w.parent, w.node, w.path, w.name = w.node, n, join(w.path, step), step.Key
	w.table = false
}

// spellings are what a token may stand for: itself, or what it says as part of
// a URL (RFC 6901, section 6).
func spellings(token string) []string {
	if plain, err := url.PathUnescape(token); err == nil && plain != token {
		return []string{token, plain}
	}
	return []string{token}
}

// rows is the index of the item that a token names, or -1: in a table the row
// whose first cell it is, else the item with that index.
func (w *walk) rows(token string) (index int, message string) {
	if w.table {
		var named []int
		for i, row := range w.node.Items {
			if len(row.Fields) > 0 && slices.Contains(spellings(token), strings.TrimSpace(row.Fields[0].Value.Scalar)) {
				named = append(named, i)
			}
		}
		if len(named) > 1 {
			return -1, "has several rows that begin with " + name(token) + "; name the row by its index from 0"
		}
		if len(named) == 1 {
			return named[0], ""
		}
	}
	i, err := strconv.Atoi(token)
	if err != nil || i < 0 || i >= len(w.node.Items) || strconv.Itoa(i) != token {
		return -1, ""
	}
	return i, ""
}
