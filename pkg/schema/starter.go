package schema

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"go.yaml.in/yaml/v4"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// starterMark is the key of a field's schema under which the values are listed
// for which the starter has an entry each, with what the value means.
const starterMark = "x-starter"

// Starter is a document of a kind to begin with: every field with what to write
// there, and a placeholder where something is to be written. An unknown kind
// has none.
func Starter(kind string) string { return Filled(kind, nil, nil) }

// Filled is the starter of a kind with values in place of the placeholders, as far
// as root has them. Entries of lists are written as they are given, without
// what they lack. A remark on a value stands behind it.
func Filled(kind string, root *syntax.Node, remarks map[*syntax.Node]string) string {
	schema := source(kind)
	if schema == nil {
		return ""
	}
	s := starter{name: kind, remarks: remarks}
	s.begin(base+kind+extension, schema)
	s.fields(0, schema, "", root)
	return s.out.String()
}

// begin says what the document is and where its schema is.
func (s *starter) begin(schemaAt string, schema *syntax.Node) {
	s.line(0, "# yaml-language-server: $schema="+schemaAt)
	if title, description := stated(schema.Get("title")), stated(schema.Get("description")); title+description != "" {
		s.comment(0, strings.TrimPrefix(strings.TrimSuffix(title+": "+description, ": "), ": "))
	}
	s.comment(0, "Replace each TBD and remove what does not apply. `aimslint check` names what is still missing.")
}

// Written is a document of a kind as it is given, in the order of its schema and
// with nothing that it lacks. A remark on a value stands behind it.
func Written(kind string, root *syntax.Node, remarks map[*syntax.Node]string) string {
	schema := source(kind)
	if schema == nil {
		return ""
	}
	s := starter{name: kind, remarks: remarks}
	s.line(0, "# yaml-language-server: $schema="+base+kind+extension)
	s.givenFields(0, schema, root)
	return s.out.String()
}

type starter struct {
	out     strings.Builder
	left    *int   // lines that may still be written, nil for any number
	name    string // of the schema that references are relative to
	remarks map[*syntax.Node]string
}

func (s *starter) line(depth int, text string) {
	if s.left != nil {
		if *s.left--; *s.left < 0 {
			return
		}
	}
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
// that the starter has entries for; values are what is written in place of
// placeholders.
func (s *starter) fields(depth int, schema *syntax.Node, entry string, values *syntax.Node) {
	for _, p := range properties(schema) {
		key, field := p.Key.Scalar, s.resolved(p.Value)
		value := values.Get(key)
		switch {
		case s.left != nil && *s.left < 0:
			return
		case s.left != nil && depth == 0 && key == "kind": // it is written already
		case key == "describes" && !counts(value): // for documents that complete another
		case field.Get("const") != nil && field.Get("const").IsScalar():
			s.line(depth, key+": "+field.Get("const").Scalar)
		case entry != "" && field.Get(starterMark) != nil:
			s.line(depth, key+": "+entry+" # "+field.Get(starterMark).Get(entry).Scalar)
		default:
			if text := says(p.Value); text != "" {
				s.comment(depth, text)
			}
			s.field(depth, keyText(key), field, value)
		}
	}
}

// counts reports whether there is a value to write.
func counts(value *syntax.Node) bool { return value != nil && document.HasContent(value) }

// field writes a key with its value, or with what is to be filled in.
func (s *starter) field(depth int, key string, schema, value *syntax.Node) {
	items := schema.Get("items")
	switch {
	case s.left != nil && depth > deepestStarter:
		s.line(depth, key+": TBD")
	case schema.Get("properties") != nil:
		s.line(depth, key+":")
		s.fields(depth+1, schema, "", value)
	case counts(value):
		s.given(depth, key, schema, value)
	case items != nil && slices.Index(types(schema), "array") == 0:
		s.line(depth, key+":")
		s.items(depth+1, s.resolved(items))
	default:
		s.line(depth, key+": TBD")
	}
}

// given writes a key with its value and nothing else, in the order of the
// schema.
func (s *starter) given(depth int, key string, schema, value *syntax.Node) {
	switch {
	case value.IsScalar():
		s.scalar(depth, key+":", schema, value)
	case value.Kind == syntax.Map:
		s.line(depth, key+":")
		s.givenFields(depth+1, schema, value)
	default:
		s.line(depth, key+":")
		inner := schema
		if of := schema.Get("items"); of != nil {
			inner = s.resolved(of)
		}
		for _, item := range value.Items {
			s.givenItem(depth+1, inner, item)
		}
	}
}

func (s *starter) givenItem(depth int, schema, item *syntax.Node) {
	if item.IsScalar() {
		s.scalar(depth, "-", schema, item)
		return
	}
	inner := starter{name: s.name, remarks: s.remarks}
	inner.givenFields(depth+1, schema, item)
	s.out.WriteString(dashed(inner.out.String(), depth))
}

func (s *starter) givenFields(depth int, schema, value *syntax.Node) {
	known := map[string]bool{}
	write := func(key, written string, of *syntax.Node) {
		if field := value.Get(key); counts(field) || s.remarked(field) {
			s.given(depth, written, of, field)
		}
	}
	for _, p := range properties(schema) {
		known[p.Key.Scalar] = true
		write(p.Key.Scalar, p.Key.Scalar, s.resolved(p.Value))
	}
	for _, f := range value.Fields {
		if !known[f.Key.Scalar] {
			write(f.Key.Scalar, quoted(f.Key.Scalar), schema.Derive(syntax.Map))
		}
	}
}

// remarked reports whether there is a remark on a value or on one in it.
func (s *starter) remarked(value *syntax.Node) bool {
	if value == nil || len(s.remarks) == 0 {
		return false
	}
	return s.remarks[value] != "" || slices.ContainsFunc(value.Items, s.remarked) ||
		slices.ContainsFunc(value.Fields, func(f syntax.Field) bool { return s.remarked(f.Value) })
}

// scalar writes a value behind a key or dash, as YAML that reads as that value.
func (s *starter) scalar(depth int, key string, schema, value *syntax.Node) {
	text := value.Scalar
	_, notDay := time.Parse(time.DateOnly, text)
	isDay := scalarIs(schema, "format", "date") && notDay == nil
	if value.Kind == syntax.String && !isDay || value.Kind == syntax.Number && scalarIs(schema, "type", "string") {
		text = quoted(text)
	}
	if remark := s.remarks[value]; remark != "" {
		text += " # " + strings.Join(strings.Fields(strings.Map(printable, remark)), " ")
	}
	s.line(depth, key+" "+text)
}

// printable replaces what may not stand in a comment.
func printable(r rune) rune {
	if unicode.IsPrint(r) || unicode.IsSpace(r) {
		return r
	}
	return unicode.ReplacementChar
}

func scalarIs(schema *syntax.Node, key, word string) bool {
	stated := schema.Get(key)
	return stated != nil && stated.Scalar == word
}

// quoted is a text as YAML on one line, in quotes where it would read as
// something else without.
func quoted(text string) string {
	if plain, err := yaml.Marshal(text); err == nil {
		if line := strings.TrimSuffix(string(plain), "\n"); !strings.ContainsAny(line, "\n") {
			return line
		}
	}
	inJSON, err := json.Marshal(text) // a text of JSON is one of YAML
	if err != nil {
		return "TBD"
	}
	return string(inJSON)
}

// keyText is a key as YAML. YAML 1.2 has no words such as on.
func keyText(key string) string {
	if plainKey.MatchString(key) {
		return key
	}
	return quoted(key)
}

var plainKey = regexp.MustCompile(`^[a-z_][\w-]*$`)

// items writes the entries of a list, each with a dash before its first field.
func (s *starter) items(depth int, schema *syntax.Node) {
	if schema.Get("properties") == nil {
		s.line(depth, "- TBD")
		return
	}
	for i, entry := range entries(schema) {
		item := starter{name: s.name, left: s.left}
		if i == 0 {
			item.fields(depth+1, schema, entry, nil)
		} else {
			item.bare(depth+1, schema, entry)
		}
		s.out.WriteString(dashed(item.out.String(), depth))
	}
}

// bare writes the fields of a further entry without the comments, which the
// first one has.
func (s *starter) bare(depth int, schema *syntax.Node, entry string) {
	commented := starter{name: s.name, left: s.left}
	commented.fields(depth, schema, entry, nil)
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
	text := stated(schema.Get("description"))
	if words := vocabulary(schema); len(words) > 0 {
		text += " One of: " + strings.Join(words, ", ") + "."
	}
	if examples := schema.Get("examples"); examples != nil && len(examples.Items) > 0 && examples.Items[0].IsScalar() {
		text += " Such as: " + examples.Items[0].Scalar
	}
	return strings.TrimSpace(text)
}

// resolved is what a schema comes to: what its $ref leads to, and of several
// alternatives the first. Alternatives beside properties only say which of those
// are required.
func (s *starter) resolved(schema *syntax.Node) *syntax.Node {
	if alternatives := schema.Get("anyOf"); alternatives != nil && schema.Get("properties") == nil {
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
