package trace

import (
	"bytes"

	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/aimslint/aimslint/pkg/syntax"
)

// parseTOML reads a TOML text (https://toml.io/en/v1.0.0) into a Map. What
// stands before a fault is kept. Scalars other than text are kept as written,
// and of two values for one key the first.
func parseTOML(text *syntax.Text) *syntax.Node {
	root := syntax.NewNode(syntax.Map, text, 0, len(text.Bytes))
	head := len(text.Bytes) - len(bytes.TrimPrefix(text.Bytes, byteOrderMark))
	r := tomlReader{text: text, head: head}
	r.parser.Reset(text.Bytes[head:])
	at := root
	for r.parser.NextExpression() {
		switch e := r.parser.Expression(); e.Kind {
		case unstable.Table:
			at = r.table(root, e.Key(), false)
		case unstable.ArrayTable:
			at = r.table(root, e.Key(), true)
		case unstable.KeyValue:
			r.set(at, e)
		default: // a comment
		}
	}
	return root
}

var byteOrderMark = []byte("\uFEFF")

type tomlReader struct {
	text   *syntax.Text
	parser unstable.Parser
	head   int // bytes before the text that the parser sees
}

// table is the table of a header, made if it is not there; another one of an
// array if again is set.
func (r *tomlReader) table(root *syntax.Node, keys unstable.Iterator, again bool) *syntax.Node {
	at := root
	for keys.Next() {
		key := r.scalar(keys.Node())
		if again && keys.IsLast() {
			return r.item(at, key)
		}
		at = below(at, key)
	}
	return at
}

// item is a new table at the end of an array of tables.
func (*tomlReader) item(at, key *syntax.Node) *syntax.Node {
	list := at.Get(key.Scalar)
	if list == nil || list.Kind != syntax.List {
		list = key.Derive(syntax.List)
		at.Set(key.Scalar, key, list)
	}
	item := key.Derive(syntax.Map)
	list.Items = append(list.Items, item)
	return item
}

// below is the table under a key, made if it is not there; of an array its
// last.
func below(at, key *syntax.Node) *syntax.Node {
	switch child := at.Get(key.Scalar); {
	case child != nil && child.Kind == syntax.Map:
		return child
	case child != nil && child.Kind == syntax.List && len(child.Items) > 0:
		return child.Items[len(child.Items)-1]
	}
	child := key.Derive(syntax.Map)
	at.Set(key.Scalar, key, child)
	return child
}

// set puts the value of a key, which may be dotted, into a table.
func (r *tomlReader) set(at *syntax.Node, e *unstable.Node) {
	for keys := e.Key(); keys.Next(); {
		key := r.scalar(keys.Node())
		switch {
		case !keys.IsLast():
			at = below(at, key)
		case at.Get(key.Scalar) == nil:
			at.Set(key.Scalar, key, r.value(e.Value(), key))
		}
	}
}

// value is a value; the places of arrays and tables are those of their key.
func (r *tomlReader) value(n *unstable.Node, key *syntax.Node) *syntax.Node {
	switch n.Kind {
	case unstable.Array:
		list := key.Derive(syntax.List)
		for items := n.Children(); items.Next(); {
			if items.Node().Kind != unstable.Comment {
				list.Items = append(list.Items, r.value(items.Node(), key))
			}
		}
		return list
	case unstable.InlineTable:
		table := key.Derive(syntax.Map)
		for fields := n.Children(); fields.Next(); {
			if fields.Node().Kind == unstable.KeyValue {
				r.set(table, fields.Node())
			}
		}
		return table
	default:
		return r.scalar(n)
	}
}

// scalar is a key or scalar as text; its place is what is written, quotes
// included.
func (r *tomlReader) scalar(n *unstable.Node) *syntax.Node {
	start := r.head + int(n.Raw.Offset)
	s := syntax.NewString(string(n.Data), r.text, start, start+int(n.Raw.Length))
	if n.Kind == unstable.Bool {
		s.Kind = syntax.Bool
	}
	return s
}
