package schema

import (
	"strings"

	"github.com/aimslint/aimslint/pkg/syntax"
)

// starterMark is the key of a field's schema under which the values are listed
// for which the starter has an entry each, with what the value means.
const starterMark = "x-starter"

// Starter is a document of a kind to begin with: every field with what to write
// there, and a placeholder where something is to be written. An unknown kind
// has none.
func Starter(kind string) string {
	schema := source(kind)
	if schema == nil {
		return ""
	}
	s := starter{name: kind}
	s.line(0, "# yaml-language-server: $schema="+base+kind+extension)
	s.comment(0, schema.Get("title").Scalar+": "+schema.Get("description").Scalar)
	s.comment(0, "Replace each TBD and remove what does not apply. `aimslint check` names what is still missing.")
	s.fields(0, schema, "")
	return s.out.String()
}

type starter struct {
	out  strings.Builder
	name string // of the schema that references are relative to
}

func (s *starter) line(depth int, text string) {
	s.out.WriteString(strings.Repeat("  ", depth) + text + "\n")
}

// comment writes a comment in lines of moderate width.
func (s *starter) comment(depth int, text string) {
	const width = 96
	line := ""
	for word := range strings.FieldsSeq(text) {
		if line != "" && 2*depth+2+len(line)+1+len(word) > width {
			s.line(depth, "# "+line)
			line = ""
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	s.line(depth, "# "+line)
}

// fields writes the fields of a map. A given entry is the value of the field
// that the starter has entries for.
func (s *starter) fields(depth int, schema *syntax.Node, entry string) {
	for _, p := range properties(schema) {
		key, field := p.Key.Scalar, s.resolved(p.Value)
		switch {
		case key == "describes": // for documents that complete another
		case field.Get("const") != nil:
			s.line(depth, key+": "+field.Get("const").Scalar)
		case entry != "" && field.Get(starterMark) != nil:
			s.line(depth, key+": "+entry+" # "+field.Get(starterMark).Get(entry).Scalar)
		default:
			s.comment(depth, says(p.Value))
			s.field(depth, key, field)
		}
	}
}

// field writes a key with what is to be filled in.
func (s *starter) field(depth int, key string, schema *syntax.Node) {
	items := schema.Get("items")
	switch {
	case schema.Get("properties") != nil:
		s.line(depth, key+":")
		s.fields(depth+1, schema, "")
	case items != nil && types(schema)[0] == "array":
		s.line(depth, key+":")
		s.items(depth+1, s.resolved(items))
	default:
		s.line(depth, key+": TBD")
	}
}

// items writes the entries of a list, each with a dash before its first field.
func (s *starter) items(depth int, schema *syntax.Node) {
	if schema.Get("properties") == nil {
		s.line(depth, "- TBD")
		return
	}
	for i, entry := range entries(schema) {
		item := starter{name: s.name}
		if i == 0 {
			item.fields(depth+1, schema, entry)
		} else {
			item.bare(depth+1, schema, entry)
		}
		s.out.WriteString(dashed(item.out.String(), depth))
	}
}

// bare writes the fields of a further entry without the comments, which the
// first one has.
func (s *starter) bare(depth int, schema *syntax.Node, entry string) {
	commented := starter{name: s.name}
	commented.fields(depth, schema, entry)
	for line := range strings.Lines(commented.out.String()) {
		if !strings.HasPrefix(strings.TrimSpace(line), "#") {
			s.out.WriteString(line)
		}
	}
}

// entries are the values of the marked field, or nothing once.
func entries(schema *syntax.Node) []string {
	for _, p := range properties(schema) {
		if marked := p.Value.Get(starterMark); marked != nil {
			return keys(marked)
		}
	}
	return []string{""}
}

// dashed puts the dash of a list item before its first key. Comments before it
// stay above.
func dashed(text string, depth int) string {
	var out strings.Builder
	done := false
	indent := strings.Repeat("  ", depth)
	for line := range strings.Lines(text) {
		switch content := strings.TrimPrefix(line, indent+"  "); {
		case done:
			out.WriteString(line)
		case strings.HasPrefix(content, "#"):
			out.WriteString(indent + content)
		default:
			out.WriteString(indent + "- " + content)
			done = true
		}
	}
	return out.String()
}

// says is what a person reads about a field.
func says(schema *syntax.Node) string {
	text := schema.Get("description").Scalar
	if words := vocabulary(schema); len(words) > 0 {
		text += " One of: " + strings.Join(words, ", ") + "."
	}
	if examples := schema.Get("examples"); examples != nil && len(examples.Items) > 0 && examples.Items[0].IsScalar() {
		text += " Such as: " + examples.Items[0].Scalar
	}
	return text
}

// resolved is what a schema comes to: what its $ref leads to, and of several
// alternatives the first.
func (s *starter) resolved(schema *syntax.Node) *syntax.Node {
	if alternatives := schema.Get("anyOf"); alternatives != nil {
		schema = alternatives.Items[0]
	}
	return place{s.name, schema}.resolved()
}

// vocabulary is the fixed vocabulary of a field, wherever its schema has it.
func vocabulary(schema *syntax.Node) []string {
	if alternatives := schema.Get("anyOf"); alternatives != nil {
		return vocabulary(alternatives.Items[0])
	}
	return scalars(schema.Get("enum"))
}
