package syntax

import (
	"strconv"
	"strings"
)

// Step is one step of a [Path]: into a Map by key, or into a List by a 0-based
// index. A step into a Map has Index -1.
type Step struct {
	Key   string
	Index int
}

// Key is the step to a field of a Map.
func Key(key string) Step { return Step{Key: key, Index: -1} }

// Index is the step to an item of a List.
func Index(i int) Step { return Step{Index: i} }

// IsKey reports whether the step leads into a Map.
func (s Step) IsKey() bool { return s.Index < 0 }

// Path leads from the root of a document to a value in it.
type Path []Step

// Keys is the path through the given fields.
func Keys(keys ...string) Path {
	p := make(Path, len(keys))
	for i, k := range keys {
		p[i] = Key(k)
	}
	return p
}

// String is the path as a person writes it: risks[2].likelihood. A key that
// could be mistaken for a path is quoted: models["v1.2"].
func (p Path) String() string {
	var b strings.Builder
	for _, s := range p {
		switch {
		case !s.IsKey():
			b.WriteString("[" + strconv.Itoa(s.Index) + "]")
		case s.Key == "" || strings.ContainsAny(s.Key, `.[]"`):
			b.WriteString("[" + strconv.Quote(s.Key) + "]")
		case b.Len() > 0:
			b.WriteString("." + s.Key)
		default:
			b.WriteString(s.Key)
		}
	}
	return b.String()
}

// Pointer is the path as a JSON Pointer (RFC 6901): /risks/2/likelihood.
func (p Path) Pointer() string {
	var b strings.Builder
	for _, s := range p {
		b.WriteByte('/')
		if s.IsKey() {
			b.WriteString(pointerEscape.Replace(s.Key))
		} else {
			b.WriteString(strconv.Itoa(s.Index))
		}
	}
	return b.String()
}

var pointerEscape = strings.NewReplacer("~", "~0", "/", "~1")

// HasPrefix reports whether p leads to the value at prefix or to one below it.
func (p Path) HasPrefix(prefix Path) bool {
	if len(prefix) > len(p) {
		return false
	}
	for i := range prefix {
		if p[i] != prefix[i] {
			return false
		}
	}
	return true
}

// Lookup is the value at a path, or nil if there is none.
func (n *Node) Lookup(p Path) *Node {
	value, _, rest := n.descend(p)
	if len(rest) > 0 {
		return nil
	}
	return value
}

// Locate is the place to point at for a path: the value itself if it is a
// scalar on one line, else its key, else its first line. For a path to
// something absent it is the place of the nearest ancestor that exists. The
// span is always within one line, since reviewers see an alert on a pull
// request only where all its lines are in the difference.
func (n *Node) Locate(p Path) (*Text, Span) {
	value, key, _ := n.descend(p)
	span := value.Span()
	if value.IsScalar() && span.OneLine() && span.Start != span.End {
		return value.text, span
	}
	if key != nil && key.start < key.end {
		return key.text, key.firstLine()
	}
	if value.IsScalar() && span.Start == span.End {
		return value.text, value.point()
	}
	return value.text, value.firstLine()
}

// point is the place of an empty value: the character that stands there, if
// any does.
func (n *Node) point() Span {
	span := n.Span()
	if n.start < n.text.lineEnd(span.Start.Line) {
		span.End.Column++
	}
	return span
}

// descend follows a path as far as it leads: the last value, the key under
// which it stands if it has one, and the steps that remain.
func (n *Node) descend(p Path) (value, key *Node, rest Path) {
	value = n
	for i, s := range p {
		switch {
		case s.IsKey():
			f := value.field(s.Key)
			if f == nil {
				return value, key, p[i:]
			}
			value, key = f.Value, f.Key
		case s.Index < len(value.Items):
			value, key = value.Items[s.Index], nil
		default:
			return value, key, p[i:]
		}
	}
	return value, key, nil
}

// firstLine is the part of the node's span that lies on its first line. It is
// never empty unless the line holds nothing after the node's start.
func (n *Node) firstLine() Span {
	span := n.Span()
	if span.OneLine() && span.Start != span.End {
		return span
	}
	end := n.text.lineEnd(span.Start.Line)
	for end > n.start && (n.text.Bytes[end-1] == ' ' || n.text.Bytes[end-1] == '\t') {
		end--
	}
	return Span{Start: span.Start, End: n.text.Position(max(end, n.start))}
}
