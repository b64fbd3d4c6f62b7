package syntax

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

func parseYAML(tree *Tree, limits Limits) {
	tree.Values, tree.Problems = parseYAMLDocuments(tree.Text, 0, len(tree.Text.Bytes), limits)
}

// parseYAMLDocuments reads the YAML stream in the bytes [start, end) of a text.
// It stops at the first syntax error; the documents before it are kept.
//
// Scalars follow the core schema of YAML 1.2.2 (section 10.3.2) with what JSON
// can hold: hexadecimal and octal integers, infinities, "not a number" and
// dates are text. See [parseNumber] for what is a number.
func parseYAMLDocuments(text *Text, start, end int, limits Limits) (values []*Node, problems []Problem) {
	r := &yamlReader{
		builder: builder{text: text, limits: limits},
		cursor:  yamlCursor{source: text.Bytes[:end], start: start},
	}
	r.cursor.rewind()
	if place := tooManyParts(r.cursor.source, start, limits.Nodes); place >= 0 {
		r.tooMany(place, place+1)
		return nil, r.problems
	}
	return r.documents(), r.problems
}

// tooManyParts is where a stream holds more line breaks, commas and brackets
// than there may be values, or -1. The library reads a document as a whole,
// so the memory that it takes must be bounded before.
func tooManyParts(source []byte, start, limit int) int {
	if len(source)-start <= limit {
		return -1
	}
	for i := start; i < len(source); i++ {
		switch source[i] {
		case ',', '[', ']', '{', '}', '\n', '\r', 0x85, 0xA8, 0xA9: // the last three end the other line breaks
			if limit--; limit < 0 {
				return i
			}
		}
	}
	return -1
}

// errTooDeep is what the YAML library is told to fail with.
var errTooDeep = errors.New("too deep")

type yamlReader struct {
	builder

	cursor   yamlCursor
	aliases  int // expansions so far, counting those within expansions
	anchored map[*yaml.Node]*anchor
	limited  bool // an alias went over a limit, which is reported once
}

// anchor is a value that aliases refer to and what one expansion of it costs.
// Its node is shared by all expansions, so a parsed tree must not be changed.
type anchor struct {
	node           *Node // nil while the value is still being read
	nodes, aliases int
	height         int
}

func (r *yamlReader) documents() (values []*Node) {
	tooDeep := func(depth int, _ *yaml.DepthContext) error {
		if depth > r.limits.Depth {
			return errTooDeep
		}
		return nil
	}
	// Aliases are expanded, and counted, here and not by the library.
	loader, err := yaml.NewLoader(bytes.NewReader(hideVersions(r.cursor.source[r.cursor.start:])),
		yaml.WithPlugin(loaderlimits.New(loaderlimits.DepthFunc(tooDeep), loaderlimits.AliasNone())))
	for err == nil {
		var document *yaml.Node
		if document, err = nextDocument(loader); err == nil && len(document.Content) > 0 {
			clear(r.anchored)
			value, _, _ := r.value(document.Content[0], 1, -1)
			values = append(values, value)
		}
	}
	if !errors.Is(err, io.EOF) {
		r.syntaxError(err)
	}
	return values
}

// hideVersions turns "%YAML 1.2" directives into comments of the same length:
// the library refuses every version but 1.1.
func hideVersions(stream []byte) []byte {
	const directive = "%YAML 1."
	if !bytes.Contains(stream, []byte(directive)) {
		return stream
	}
	stream = bytes.Clone(stream)
	between := true // outside of a document
	for start := len(stream) - len(bytes.TrimPrefix(stream, byteOrderMark)); start < len(stream); {
		line := stream[start:]
		if end := bytes.IndexByte(line, '\n'); end >= 0 {
			line = line[:end+1]
		}
		start += len(line)
		switch {
		case between && bytes.HasPrefix(line, []byte(directive)):
			line[0] = '#'
		case bytes.HasPrefix(line, []byte("...")):
			between = true
		case line[0] != '#' && line[0] != '%' && len(bytes.TrimSpace(line)) > 0:
			between = false
		}
	}
	return stream
}

// nextDocument loads a document. The library is known to panic on some broken
// texts; no file may end the process.
func nextDocument(loader *yaml.Loader) (document *yaml.Node, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("the YAML library failed: %v", cause)
		}
	}()
	document = new(yaml.Node)
	return document, loader.Load(document)
}

// value turns a library node into a Node. block is the offset of the innermost
// block collection around it, or -1. end is where its text ends, which for an
// alias is not where the Node's ends; height counts the levels of nesting.
func (r *yamlReader) value(n *yaml.Node, depth, block int) (value *Node, end, height int) {
	start := r.cursor.seek(n.Line, n.Column)
	if n.Kind == yaml.AliasNode {
		end = start + len("*") + len(n.Value)
		value, height = r.expand(n, start, min(end, len(r.cursor.source)), depth)
		return value, end, height
	}
	a := r.anchor(n)
	nodes, aliases := r.nodes, r.aliases
	r.nodes++
	start = r.skipProperties(n, start)
	switch {
	case depth > r.limits.Depth:
		value, end = r.tooDeep(start)
	case r.nodes > r.limits.Nodes:
		value, end = r.tooMany(start, start), start
	case n.Kind == yaml.MappingNode:
		value, height = r.mapping(n, start, depth)
		end = value.end
	case n.Kind == yaml.SequenceNode:
		value, height = r.sequence(n, start, depth)
		end = value.end
	default:
		end = r.scalarEnd(n, start, block)
		value = r.scalar(n, start, end)
	}
	height++
	if a != nil {
		*a = anchor{node: value, nodes: r.nodes - nodes, aliases: r.aliases - aliases, height: height}
	}
	return value, end, height
}

func (r *yamlReader) anchor(n *yaml.Node) *anchor {
	if n.Anchor == "" {
		return nil
	}
	if r.anchored == nil {
		r.anchored = map[*yaml.Node]*anchor{}
	}
	a := new(anchor)
	r.anchored[n] = a
	return a
}

// expand is the value that an alias at [start, end) stands for.
func (r *yamlReader) expand(n *yaml.Node, start, end, depth int) (value *Node, height int) {
	a := r.anchored[n.Alias]
	if a == nil || a.node == nil {
		if r.limited {
			return r.node(Null, "", start, end), 1
		}
		r.report(Invalid, start, end, fmt.Sprintf("The alias *%s stands inside the value that it repeats", n.Value))
		return r.node(Null, "", start, end), 1
	}
	r.nodes += a.nodes
	r.aliases += 1 + a.aliases
	switch {
	case r.aliases > r.limits.Aliases:
		return r.overLimit(start, end, "The aliases of this file expand to more than %d uses", r.limits.Aliases), 1
	case r.nodes > r.limits.Nodes:
		return r.tooMany(start, end), 1
	case depth+a.height-1 > r.limits.Depth:
		value, _ := r.tooDeep(start)
		return value, 1
	}
	return a.node, a.height
}

func (r *yamlReader) tooDeep(start int) (value *Node, end int) {
	return r.overLimit(start, start, "The value is nested more than %d levels deep", r.limits.Depth), start
}

func (r *yamlReader) tooMany(start, end int) *Node {
	return r.overLimit(start, end, "The file holds more than %d values", r.limits.Nodes)
}

// overLimit reports a limit once and puts null in the place of the value.
func (r *yamlReader) overLimit(start, end int, format string, limit int) *Node {
	if !r.limited {
		r.limited = true
		r.report(Limit, start, end, fmt.Sprintf(format, limit))
	}
	return r.node(Null, "", start, end)
}

func (r *yamlReader) sequence(n *yaml.Node, start, depth int) (list *Node, height int) {
	list = r.node(List, "", start, start)
	list.Items = make([]*Node, 0, len(n.Content))
	end := start + len("-")
	for _, item := range n.Content {
		value, itemEnd, itemHeight := r.value(item, depth+1, start)
		list.Items = append(list.Items, value)
		end, height = max(end, itemEnd), max(height, itemHeight)
	}
	list.end = r.collectionEnd(n, start, end, ']')
	return list, height
}

func (r *yamlReader) mapping(n *yaml.Node, start, depth int) (m *Node, height int) {
	m = r.node(Map, "", start, start)
	m.Fields = make([]Field, 0, len(n.Content)/2)
	end := start
	var keys keySet
	var merges []*Node
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, keyEnd, keyHeight := r.key(n.Content[i], depth+1, start)
		value, valueEnd, valueHeight := r.value(n.Content[i+1], depth+1, start)
		end, height = max(end, keyEnd, valueEnd), max(height, keyHeight, valueHeight)
		switch {
		case key == nil:
		case isMerge(n.Content[i]):
			merges = append(merges, r.mergeSources(value)...)
		default:
			r.addField(m, &keys, key, value)
		}
	}
	m.end = r.collectionEnd(n, start, end, '}')
	for _, source := range merges {
		r.merge(m, &keys, source)
	}
	return m, height
}

// addField adds a field to a map unless its key is there already: the first
// one counts.
func (b *builder) addField(m *Node, keys *keySet, key, value *Node) {
	if i := keys.find(m.Fields, key.Scalar); i >= 0 {
		first := b.text.Position(m.Fields[i].Key.start)
		b.report(DuplicateKey, key.start, key.end, fmt.Sprintf(
			"The key %s is already on line %d, and only that one counts", quote(key.Scalar), first.Line))
		return
	}
	m.Fields = append(m.Fields, Field{Key: key, Value: value})
}

// key is the key of a field as text, or nil for a list or a map.
func (r *yamlReader) key(n *yaml.Node, depth, block int) (key *Node, end, height int) {
	target := n
	if n.Kind == yaml.AliasNode {
		target = n.Alias
	}
	if target.Kind == yaml.ScalarNode {
		start := r.skipProperties(n, r.cursor.seek(n.Line, n.Column))
		if n.Kind == yaml.AliasNode {
			end = min(start+len("*")+len(n.Value), len(r.cursor.source))
		} else {
			end = r.scalarEnd(n, start, block)
		}
		if a := r.anchor(n); a != nil {
			*a = anchor{node: r.scalar(n, start, end), nodes: 1, height: 1}
		}
		return r.node(String, target.Value, start, end), end, 1
	}
	start := r.cursor.seek(n.Line, n.Column)
	value, end, height := r.value(n, depth, block)
	r.report(ComplexKey, start, min(end, len(r.cursor.source)), complexKey(value))
	return nil, end, height
}

func complexKey(value *Node) string {
	if bytes.HasPrefix(value.text.Bytes[max(0, value.start-1):], []byte("{{")) {
		return "A value that begins with {{ is read as a map; put quotes around a template's placeholder"
	}
	return "A key must be text, but here it is " + value.Kind.String()
}

func isMerge(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!merge" }

// mergeSources are the maps that the value of a merge key (<<) names. See
// https://yaml.org/type/merge.html.
func (r *yamlReader) mergeSources(value *Node) []*Node {
	if value.Kind == Map {
		return []*Node{value}
	}
	if value.Kind != List {
		if !r.limited {
			r.report(Invalid, value.start, value.end, "The merge key << takes a map or a list of maps")
		}
		return nil
	}
	sources := make([]*Node, 0, len(value.Items))
	for _, item := range value.Items {
		if item.Kind == Map {
			sources = append(sources, item)
		} else {
			r.report(Invalid, item.start, item.end, "The merge key << takes a map or a list of maps")
		}
	}
	return sources
}

// merge adds the fields of source whose keys m lacks.
func (r *yamlReader) merge(m *Node, keys *keySet, source *Node) {
	for _, field := range source.Fields {
		if r.nodes++; r.nodes > r.limits.Nodes {
			r.tooMany(m.start, m.start)
			return
		}
		if keys.find(m.Fields, field.Key.Scalar) < 0 {
			m.Fields = append(m.Fields, field)
		}
	}
}

const scalarQuotes = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle

func (r *yamlReader) scalar(n *yaml.Node, start, end int) *Node {
	switch n.Tag {
	case "!!str", "!!binary", "!":
		return r.node(String, n.Value, start, end)
	case "!!null", "!!bool", "!!int", "!!float", "!!timestamp", "!!merge":
	default: // a tag of an application's own
		return r.node(String, n.Value, start, end)
	}
	switch n.Value {
	case "", "~", "null", "Null", "NULL":
		return r.node(Null, n.Value, start, end)
	case "true", "True", "TRUE", "false", "False", "FALSE":
		return r.node(Bool, n.Value, start, end)
	}
	if number, ok := parseNumber(n.Value); ok {
		return r.node(Number, number, start, end)
	}
	return r.node(String, n.Value, start, end)
}

// quote shows a text within a message.
func quote(text string) string { return strconv.Quote(text) }
