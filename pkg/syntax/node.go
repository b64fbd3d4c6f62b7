package syntax

import "strings"

// Kind says what a [Node] holds.
type Kind uint8

// The kinds of node. The zero Kind is Null.
const (
	Null Kind = iota
	Bool
	Number
	String
	List
	Map
)

// String is the kind in words for a message: "a list", "text", ...
func (k Kind) String() string {
	return [...]string{"null", "true or false", "a number", "text", "a list", "a map"}[k]
}

// Node is a value and the place that it came from. A Map keeps its fields in
// the order of the text, and no key occurs twice in it. A tree is for one
// goroutine at a time.
type Node struct {
	Kind Kind
	// Scalar is the value of a scalar: for String the decoded text; for
	// Number, Bool and Null the characters as written ("1.10", "True", "~"),
	// so that nothing is lost to a conversion. A Number is always one by the
	// grammar of JSON (RFC 8259, section 6): YAML's ".95" becomes "0.95", and
	// what JSON cannot hold (0x1F, 1_000, .inf, 1e9999) is a String.
	Scalar string
	Items  []*Node
	Fields []Field

	text       *Text
	start, end int
	index      *fieldIndex // once there are many Fields
}

// Field is one entry of a Map. Key is a String node with a place of its own.
type Field struct {
	Key   *Node
	Value *Node
}

// NewNode makes a node of the given kind for the bytes [start, end) of a text.
func NewNode(kind Kind, text *Text, start, end int) *Node {
	return &Node{Kind: kind, text: text, start: start, end: end}
}

// NewString makes a String node for the bytes [start, end) of a text.
func NewString(value string, text *Text, start, end int) *Node {
	return &Node{Kind: String, Scalar: value, text: text, start: start, end: end}
}

// Derive makes an empty node of another kind at the place of n. Formats use it
// to build the canonical tree without losing a place.
func (n *Node) Derive(kind Kind) *Node {
	return &Node{Kind: kind, text: n.text, start: n.start, end: n.end}
}

// DeriveString makes a String node at the place of n.
func (n *Node) DeriveString(value string) *Node {
	d := n.Derive(String)
	d.Scalar = value
	return d
}

// Text is the text that the node came from.
func (n *Node) Text() *Text { return n.text }

// Offsets are the byte offsets of the node in its text, half open.
func (n *Node) Offsets() (start, end int) { return n.start, n.end }

// Span is the place of the node.
func (n *Node) Span() Span {
	return Span{Start: n.text.Position(n.start), End: n.text.Position(n.end)}
}

// Source is the text under the node, as written.
func (n *Node) Source() string { return string(n.text.Bytes[n.start:n.end]) }

// Get is the value of a key, or nil if n is no Map or lacks the key.
func (n *Node) Get(key string) *Node {
	if f := n.field(key); f != nil {
		return f.Value
	}
	return nil
}

// KeyOf is the node of a key, or nil if n is no Map or lacks the key.
func (n *Node) KeyOf(key string) *Node {
	if f := n.field(key); f != nil {
		return f.Key
	}
	return nil
}

// Set gives a Map the value for a key, replacing an earlier one. The place of
// the key is that of at, or of the value if at is nil.
func (n *Node) Set(key string, at, value *Node) {
	if at == nil {
		at = value
	}
	field := Field{Key: at.DeriveString(key), Value: value}
	if f := n.field(key); f != nil {
		*f = field
		return
	}
	n.Fields = append(n.Fields, field)
}

// IsScalar reports whether n is neither a List nor a Map.
func (n *Node) IsScalar() bool { return n.Kind != List && n.Kind != Map }

// IsBlank reports whether n holds nothing: null, empty or white space.
func (n *Node) IsBlank() bool {
	return n == nil || n.Kind == Null || n.Kind == String && strings.TrimSpace(n.Scalar) == ""
}

// field is the entry of a key, or nil.
func (n *Node) field(key string) *Field {
	if n == nil {
		return nil
	}
	if len(n.Fields) > manyFields {
		return n.indexed(key)
	}
	for i := range n.Fields {
		if n.Fields[i].Key.Scalar == key {
			return &n.Fields[i]
		}
	}
	return nil
}

// manyFields is how many entries a map has at most that is searched from end to
// end, which is faster than hashing.
const manyFields = 64

// fieldIndex finds the entries of a map by key.
type fieldIndex struct {
	first *Field // of the array that was indexed
	count int    // of its entries
	at    map[string]int
}

// indexed is the entry of a key by the index. The index grows with Fields, and
// is made anew when they have moved or become fewer.
func (n *Node) indexed(key string) *Field {
	if n.index == nil || n.index.first != &n.Fields[0] || n.index.count > len(n.Fields) {
		n.index = &fieldIndex{first: &n.Fields[0], at: make(map[string]int, len(n.Fields))}
	}
	for ; n.index.count < len(n.Fields); n.index.count++ {
		name := n.Fields[n.index.count].Key.Scalar
		if _, twice := n.index.at[name]; !twice {
			n.index.at[name] = n.index.count
		}
	}
	if i, ok := n.index.at[key]; ok {
		return &n.Fields[i]
	}
	return nil
}
