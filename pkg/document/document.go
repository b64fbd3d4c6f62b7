// Package document holds the unit of evidence that everything after the
// formats works on: one document of one kind in its canonical shape.
package document

import (
	"slices"
	"strconv"
	"strings"

	"github.com/aimslint/aimslint/pkg/syntax"
)

// Document is one unit of evidence. Root is a Map in the shape that the schema
// of Kind describes, whichever format the document was written in; every node
// of it keeps the place it came from.
type Document struct {
	Kind   string // "model-card", ...
	Format string // name of the format, as "native" or "huggingface"
	File   string // path relative to the root, with slashes
	Index  int    // position among the documents of its file, from 0
	Root   *syntax.Node
	// Inexpressible are the fields that the document's format has no way to
	// state. Their absence is no fault of the document.
	Inexpressible []Pattern
	// Parts are the documents that this one was merged from, by precedence, but
	// for those that only corroborate; none if it is a document by itself.
	Parts []Part
	// Corroborating are the files of the documents that only corroborate.
	Corroborating []string
	// Unread are the headings that were not understood, since they are in a
	// language that is not read.
	Unread []string
}

// ID is the document's metadata.id, or "" if it states none.
func (d *Document) ID() string { return d.scalar("metadata", "id") }

// Title is the document's metadata.title, or "" if it states none.
func (d *Document) Title() string { return d.scalar("metadata", "title") }

// CanExpress reports whether the document's format can state the value at a
// path, or that of one of its parts.
func (d *Document) CanExpress(p syntax.Path) bool {
	if len(d.Parts) > 0 {
		return slices.ContainsFunc(d.Parts, func(part Part) bool { return part.CanExpress(part.own(d.Root, p)) })
	}
	for _, pattern := range d.Inexpressible {
		if pattern.Covers(p) {
			return false
		}
	}
	return true
}

// Beyond are the fields that the document's format, or those of all its parts,
// cannot state and that it does not state all the same, in order.
func (d *Document) Beyond() []Pattern {
	lists := [][]Pattern{d.Inexpressible}
	if len(d.Parts) > 0 {
		lists = make([][]Pattern, 0, len(d.Parts))
		for _, part := range d.Parts {
			lists = append(lists, part.Inexpressible)
		}
	}
	var beyond []Pattern
	for _, pattern := range slices.Concat(lists...) {
		generic := pattern.Generic()
		inAll := !slices.ContainsFunc(lists, func(list []Pattern) bool {
			return !slices.ContainsFunc(list, func(other Pattern) bool { return other.includes(generic) })
		})
		stated := slices.ContainsFunc(generic.Matches(d.Root), func(p syntax.Path) bool { return HasContent(d.Root.Lookup(p)) })
		if generic == pattern && inAll && !stated && !slices.Contains(beyond, generic) {
			beyond = append(beyond, generic)
		}
	}
	slices.Sort(beyond)
	return beyond
}

// String is the pattern as a person writes it: datasets[].role.
func (pattern Pattern) String() string { return strings.ReplaceAll(string(pattern), ".*", "[]") }

// Pattern names fields by path, with "*" for any key or index: "metadata.approved",
// "evaluation.*.threshold", "datasets.0.role". It covers the field and all below it.
type Pattern string

// PatternOf is a path with "*" for indexes.
func PatternOf(p syntax.Path) Pattern {
	keys := make([]string, len(p))
	for i, step := range p {
		keys[i] = "*"
		if step.IsKey() {
			keys[i] = step.Key
		}
	}
	return Pattern(strings.Join(keys, "."))
}

// Generic is the pattern with "*" for every index that it names.
func (pattern Pattern) Generic() Pattern {
	keys := strings.Split(string(pattern), ".")
	for i, key := range keys {
		if _, err := strconv.Atoi(key); err == nil {
			keys[i] = "*"
		}
	}
	return Pattern(strings.Join(keys, "."))
}

// Covers reports whether the path leads to a field that the pattern names or
// to a value below it.
func (pattern Pattern) Covers(p syntax.Path) bool {
	keys := strings.Split(string(pattern), ".")
	if len(keys) > len(p) {
		return false
	}
	for i, key := range keys {
		if key != "*" && key != p[i].Key && (p[i].IsKey() || key != strconv.Itoa(p[i].Index)) {
			return false
		}
	}
	return true
}

// Matches are the paths to the values below a node that the pattern names.
func (pattern Pattern) Matches(root *syntax.Node) []syntax.Path {
	return matches(root, strings.Split(string(pattern), "."))
}

// includes reports whether all that another pattern covers is covered by this one.
func (pattern Pattern) includes(other Pattern) bool {
	keys, others := strings.Split(string(pattern), "."), strings.Split(string(other), ".")
	if len(keys) > len(others) {
		return false
	}
	for i, key := range keys {
		if key != "*" && key != others[i] {
			return false
		}
	}
	return true
}

func matches(n *syntax.Node, keys []string) []syntax.Path {
	if n == nil {
		return nil
	}
	if len(keys) == 0 {
		return []syntax.Path{nil}
	}
	var found []syntax.Path
	below := func(step syntax.Step, value *syntax.Node) {
		for _, rest := range matches(value, keys[1:]) {
			found = append(found, append(syntax.Path{step}, rest...))
		}
	}
	if i, err := strconv.Atoi(keys[0]); err == nil && i >= 0 && i < len(n.Items) {
		below(syntax.Index(i), n.Items[i])
		return found
	}
	if keys[0] != "*" {
		below(syntax.Key(keys[0]), n.Get(keys[0]))
		return found
	}
	for i, item := range n.Items {
		below(syntax.Index(i), item)
	}
	for _, f := range n.Fields {
		below(syntax.Key(f.Key.Scalar), f.Value)
	}
	return found
}

// FieldState is what a document says in a field.
type FieldState string

// The states of a field.
const (
	Present      FieldState = "present"
	Placeholder  FieldState = "placeholder"
	Absent       FieldState = "absent"
	NotExpressed FieldState = "not expressible"
)

// State is the state of the field at a path.
func (d *Document) State(p syntax.Path) FieldState {
	n := d.Root.Lookup(p)
	switch {
	case n != nil && HasContent(n):
		return Present
	case n != nil && !n.IsBlank() && (n.IsScalar() || len(n.Items)+len(n.Fields) > 0):
		return Placeholder
	case !d.CanExpress(p):
		return NotExpressed
	}
	return Absent
}

func (d *Document) scalar(keys ...string) string {
	n := d.Root.Lookup(syntax.Keys(keys...))
	if n == nil || !n.IsScalar() || IsPlaceholder(n) {
		return ""
	}
	return n.Scalar
}
