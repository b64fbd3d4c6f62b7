package schema

import (
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// placeholder stands where something is to be written.
const placeholder = "TBD"

// Sketch is a native document with the fields of root and no others, in the order
// of the schema. Above the first of each kind of field in which something is
// still to be written stands what to write. The head says what the document is,
// a comment a line.
func Sketch(kind string, root *syntax.Node, head ...string) string {
	schema := source(kind)
	if schema == nil {
		return ""
	}
	s := sketch{starter: starter{name: kind}, explained: map[*syntax.Node]bool{}}
	s.line(0, "# yaml-language-server: $schema="+base+kind+extension)
	for _, line := range head {
		s.comment(0, line)
	}
	s.fields(0, schema, root)
	return s.out.String()
}

type sketch struct {
	starter

	explained map[*syntax.Node]bool // by the field's schema
}

// isOpen reports whether something is still to be written in a value.
func isOpen(value *syntax.Node) bool {
	if value == nil {
		return false
	}
	return document.IsPlaceholder(value) || slices.ContainsFunc(value.Items, isOpen) ||
		slices.ContainsFunc(value.Fields, func(f syntax.Field) bool { return isOpen(f.Value) })
}

func (s *sketch) fields(depth int, schema, value *syntax.Node) {
	for _, p := range properties(schema) {
		if field := value.Get(p.Key.Scalar); field != nil {
			s.field(depth, p, field)
		}
	}
}

func (s *sketch) field(depth int, p syntax.Field, value *syntax.Node) {
	key, schema := p.Key.Scalar, s.resolved(p.Value)
	if isOpen(value) && !s.explained[p.Value] {
		s.explained[p.Value] = true
		s.comment(depth, says(p.Value))
	}
	switch {
	case value.IsScalar():
		s.scalar(depth, key+":", schema, value)
	case value.Kind == syntax.Map:
		s.line(depth, key+":")
		s.fields(depth+1, schema, value)
	default:
		s.line(depth, key+":")
		inner := schema
		if of := schema.Get("items"); of != nil {
			inner = s.resolved(of)
		}
		for _, item := range value.Items {
			s.item(depth+1, inner, item)
		}
	}
}

func (s *sketch) item(depth int, schema, item *syntax.Node) {
	if item.IsScalar() {
		s.scalar(depth, "-", schema, item)
		return
	}
	inner := sketch{starter: starter{name: s.name}, explained: s.explained}
	inner.fields(depth+1, schema, item)
	s.out.WriteString(dashed(inner.out.String(), depth))
}

// Blank is a value for the field at a path of a kind in which everything is still
// to be written: of a map the fields that are asked for, of a list one item. A
// path that the schema does not know has none. The node has the place of at.
func Blank(kind string, p syntax.Path, asked []string, at *syntax.Node) *syntax.Node {
	schema := schemaAt(kind, p)
	if schema == nil {
		return nil
	}
	b := blanks{starter{name: kind}, asked, at}
	return b.blank(schema, document.PatternOf(p))
}

// Lacking are the fields of the map at a path that are asked for and say nothing
// in a value.
func Lacking(kind string, p syntax.Path, asked []string, value *syntax.Node) []string {
	schema := schemaAt(kind, p)
	if schema == nil {
		return nil
	}
	b := blanks{starter{name: kind}, asked, value}
	var lacking []string
	for _, key := range b.wanted(schema, document.PatternOf(p)) {
		if !document.HasContent(value.Get(key)) {
			lacking = append(lacking, key)
		}
	}
	return lacking
}

// schemaAt is the schema of the value at a path, or nil.
func schemaAt(kind string, p syntax.Path) *syntax.Node {
	s := starter{name: kind}
	schema := source(kind)
	for _, step := range p {
		if schema == nil {
			return nil
		}
		next := schema.Get("items")
		if step.IsKey() {
			next = schema.Get("properties").Get(step.Key)
		}
		if next == nil {
			return nil
		}
		schema = s.resolved(next)
	}
	return schema
}

type blanks struct {
	starter

	asked []string
	at    *syntax.Node
}

func (b *blanks) blank(schema *syntax.Node, field document.Pattern) *syntax.Node {
	items := schema.Get("items")
	switch {
	case schema.Get("properties") != nil:
		return b.fields(schema, field, "")
	case items != nil && types(schema)[0] == "array":
		list, inner := b.at.Derive(syntax.List), b.resolved(items)
		if inner.Get("properties") == nil {
			list.Items = append(list.Items, b.at.DeriveString(placeholder))
			return list
		}
		for _, entry := range entries(inner) {
			list.Items = append(list.Items, b.fields(inner, below(field, "*"), entry))
		}
		return list
	}
	return b.at.DeriveString(placeholder)
}

// fields is a map with the fields that are wanted. A given entry is the value of
// the field that the starter has entries for.
func (b *blanks) fields(schema *syntax.Node, at document.Pattern, entry string) *syntax.Node {
	made := b.at.Derive(syntax.Map)
	wanted := b.wanted(schema, at)
	for _, p := range properties(schema) {
		key, field := p.Key.Scalar, b.resolved(p.Value)
		switch {
		case entry != "" && field.Get(starterMark) != nil:
			made.Set(key, b.at, b.at.DeriveString(entry))
		case slices.Contains(wanted, key):
			made.Set(key, b.at, b.blank(field, below(at, key)))
		}
	}
	return made
}

// wanted are the fields of a map that a document needs: those that a rule asks
// for, and those without which the schema admits none. If there are none, it is
// all of them.
func (b *blanks) wanted(schema *syntax.Node, at document.Pattern) []string {
	required := scalars(schema.Get("required"))
	fields := properties(schema)
	all := make([]string, 0, len(fields))
	var wanted []string
	for _, p := range fields {
		key := p.Key.Scalar
		all = append(all, key)
		if slices.Contains(required, key) || b.isAsked(below(at, key)) || isItem(at) && slices.Contains(telling, key) {
			wanted = append(wanted, key)
		}
	}
	if len(wanted) == 0 {
		return all
	}
	return wanted
}

// telling are fields without which nobody knows what an item of a list is about,
// whether a rule asks for them or not.
var telling = []string{"what", "meaning", "from", "step", "measure"}

func isItem(field document.Pattern) bool { return strings.HasSuffix(string(field), "*") }

func (b *blanks) isAsked(field document.Pattern) bool {
	return slices.ContainsFunc(b.asked, func(asked string) bool {
		return asked == string(field) || strings.HasPrefix(asked, string(field)+".")
	})
}

func below(at document.Pattern, key string) document.Pattern {
	return document.Pattern(strings.TrimPrefix(string(at)+"."+key, "."))
}
