package syntax

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// parseJSON reads the one value of a JSON file (RFC 8259). A value that ends
// in a syntax error is dropped as a whole, since what is missing from half a
// document says nothing.
func parseJSON(tree *Tree, limits Limits) {
	content := tree.Text.Bytes
	base := 0
	if bytes.HasPrefix(content, byteOrderMark) {
		base = len(byteOrderMark)
	}
	r := &jsonReader{
		builder: builder{text: tree.Text, limits: limits},
		source:  string(content),
		base:    base,
		decoder: jsontext.NewDecoder(bytes.NewBuffer(content[base:]),
			jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)),
	}
	value, err := r.value(1)
	switch {
	case err != nil:
		r.syntaxError(err)
	default:
		tree.Values = []*Node{value}
		r.end()
	}
	tree.Problems = r.problems
}

type jsonReader struct {
	builder

	source  string // the whole text, which the scalars are parts of
	base    int    // offset at which the decoder began
	decoder *jsontext.Decoder
	open    []int // offsets of the brackets that are not closed yet
}

// limitError is a limit that was reached at the token [start, end).
type limitError struct {
	message    string
	start, end int
}

func (e *limitError) Error() string { return e.message }

// next reads a token and tells its place.
func (r *jsonReader) next() (token jsontext.Token, start, end int, err error) {
	start = r.skip(r.base + int(r.decoder.InputOffset()))
	token, err = r.decoder.ReadToken()
	return token, start, r.base + int(r.decoder.InputOffset()), err
}

// skip is the offset of the token at or after i.
func (r *jsonReader) skip(i int) int {
	for i < len(r.source) {
		switch r.source[i] {
		case ' ', '\t', '\r', '\n', ',', ':':
			i++
		default:
			return i
		}
	}
	return i
}

func (r *jsonReader) value(depth int) (*Node, error) {
	token, start, end, err := r.next()
	if err != nil {
		return nil, err
	}
	if r.nodes++; r.nodes > r.limits.Nodes {
		return nil, &limitError{fmt.Sprintf("The file holds more than %d values", r.limits.Nodes), start, end}
	}
	switch token.Kind() {
	case '{':
		return r.object(start, end, depth)
	case '[':
		return r.array(start, end, depth)
	case '"':
		return r.node(String, r.unquote(token, start, end), start, end), nil
	case '0':
		if number, ok := parseNumber(r.source[start:end]); ok {
			return r.node(Number, number, start, end), nil
		}
		return r.node(String, r.source[start:end], start, end), nil
	case 'n':
		return r.node(Null, r.source[start:end], start, end), nil
	default:
		return r.node(Bool, r.source[start:end], start, end), nil
	}
}

// unquote is the value of a string token, without a copy where it can.
func (r *jsonReader) unquote(token jsontext.Token, start, end int) string {
	if inner := r.source[start+1 : end-1]; strings.IndexByte(inner, '\\') < 0 {
		return inner
	}
	return token.String()
}

// enter opens a list or a map.
func (r *jsonReader) enter(kind Kind, start, end, depth int) (*Node, error) {
	if depth > r.limits.Depth {
		return nil, &limitError{fmt.Sprintf("The value is nested more than %d levels deep", r.limits.Depth), start, end}
	}
	r.open = append(r.open, start)
	return r.node(kind, "", start, end), nil
}

// leave reads the closing bracket of n.
func (r *jsonReader) leave(n *Node) (*Node, error) {
	_, _, end, err := r.next()
	if err != nil {
		return nil, err
	}
	r.open = r.open[:len(r.open)-1]
	n.end = end
	return n, nil
}

func (r *jsonReader) object(start, end, depth int) (*Node, error) {
	m, err := r.enter(Map, start, end, depth)
	if err != nil {
		return nil, err
	}
	var keys keySet
	for r.decoder.PeekKind() != '}' {
		token, start, end, err := r.next()
		if err != nil {
			return nil, err
		}
		key := r.node(String, r.unquote(token, start, end), start, end)
		value, err := r.value(depth + 1)
		if err != nil {
			return nil, err
		}
		r.addField(m, &keys, key, value)
	}
	return r.leave(m)
}

func (r *jsonReader) array(start, end, depth int) (*Node, error) {
	list, err := r.enter(List, start, end, depth)
	if err != nil {
		return nil, err
	}
	for r.decoder.PeekKind() != ']' {
		item, err := r.value(depth + 1)
		if err != nil {
			return nil, err
		}
		list.Items = append(list.Items, item)
	}
	return r.leave(list)
}

// end reports what follows the value.
func (r *jsonReader) end() {
	rest := r.skip(r.base + int(r.decoder.InputOffset()))
	if _, err := r.decoder.ReadToken(); !errors.Is(err, io.EOF) {
		r.reportAt(rest, "The value has ended before this text; a JSON file holds one value")
	}
}

// reportAt reports a syntax error at the character at an offset.
func (r *jsonReader) reportAt(offset int, message string) {
	_, size := utf8.DecodeRuneInString(r.source[offset:])
	r.report(Invalid, offset, offset+size, message)
}
