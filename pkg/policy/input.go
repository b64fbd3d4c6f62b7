package policy

import (
	"encoding/json"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// Input is a document as policies see it: plain values under the names of the
// fields. What says nothing is not there (see [document.HasContent]), except
// that an item of a list which says nothing is null, so that the others keep
// their indexes. Numbers are exact.
func Input(d *document.Document) ast.Value {
	if term := term(d.Root); term != nil {
		return term.Value
	}
	return ast.NewObject()
}

// term is a node as a term, or nil if it says nothing.
func term(n *syntax.Node) *ast.Term {
	if n == nil {
		return nil
	}
	switch n.Kind {
	case syntax.Map:
		return object(n)
	case syntax.List:
		return array(n)
	case syntax.String:
		if n.IsBlank() || document.IsPlaceholder(n) {
			return nil
		}
		return ast.StringTerm(n.Scalar)
	case syntax.Number:
		return number(n.Scalar)
	case syntax.Bool:
		return ast.InternedTerm(strings.EqualFold(n.Scalar, "true"))
	case syntax.Null:
	}
	return nil
}

func object(n *syntax.Node) *ast.Term {
	entries := make([][2]*ast.Term, 0, len(n.Fields))
	for i := range n.Fields {
		if value := fieldTerm(&n.Fields[i]); value != nil {
			entries = append(entries, [2]*ast.Term{ast.StringTerm(n.Fields[i].Key.Scalar), value})
		}
	}
	if len(entries) == 0 {
		return nil
	}
	return ast.ObjectTerm(entries...)
}

// fieldTerm is the value of a field. A version is text, however it is written:
// as a number 1.10 would be 1.1.
func fieldTerm(f *syntax.Field) *ast.Term {
	if f.Key.Scalar == "version" && f.Value.Kind == syntax.Number {
		return ast.StringTerm(f.Value.Source())
	}
	return term(f.Value)
}

func array(n *syntax.Node) *ast.Term {
	items := make([]*ast.Term, len(n.Items))
	empty := true
	for i, item := range n.Items {
		if items[i] = term(item); items[i] == nil {
			items[i] = ast.InternedNullTerm
		} else {
			empty = false
		}
	}
	if empty {
		return nil
	}
	return ast.ArrayTerm(items...)
}

// number is exact: syntax writes numbers as JSON does and bounds their size.
// Anything else under that name is left as text, to which a rule that asks for
// a number objects.
func number(written string) *ast.Term {
	if !json.Valid([]byte(written)) {
		return ast.StringTerm(written)
	}
	return ast.NumberTerm(json.Number(written))
}

// repositoryInput is the input of rules over all documents, and the handles of
// the documents in it. Every kind has a list, be it empty.
func (e *Engine) repositoryInput(records map[string][]Record) (input *ast.Term, handles map[int]bool) {
	handles = map[int]bool{}
	kinds := ast.NewObject()
	for _, kind := range e.kinds {
		kinds.Insert(ast.StringTerm(kind), ast.ArrayTerm())
	}
	for kind, list := range records {
		items := make([]*ast.Term, 0, len(list))
		for _, record := range list {
			if object, ok := record.Value.(ast.Object); ok {
				handles[record.Document] = true
				items = append(items, withHandle(object, record))
			}
		}
		kinds.Insert(ast.StringTerm(kind), ast.ArrayTerm(items...))
	}
	return ast.ObjectTerm([2]*ast.Term{ast.StringTerm("records"), ast.NewTerm(kinds)}), handles
}

// withHandle is a record with the handle of its document, under which rules
// point at it, and the path of its file.
func withHandle(object ast.Object, record Record) *ast.Term {
	entries := make([][2]*ast.Term, 0, object.Len()+2)
	object.Foreach(func(key, value *ast.Term) { entries = append(entries, [2]*ast.Term{key, value}) })
	return ast.ObjectTerm(append(entries,
		[2]*ast.Term{ast.InternedTerm("document"), ast.InternedTerm(record.Document)},
		[2]*ast.Term{ast.InternedTerm("file"), ast.StringTerm(record.File)},
	)...)
}

// compactor makes copies of records that share nothing with their documents,
// whose text and trees can then be forgotten. Scalars that recur in records,
// above all the keys, are kept once.
type compactor struct {
	known sync.Map // of *ast.Term by ast.String
	size  atomic.Int64
}

func (c *compactor) term(t *ast.Term) *ast.Term {
	text, ok := t.Value.(ast.String)
	if !ok {
		return ast.NewTerm(c.value(t.Value))
	}
	if known, ok := c.known.Load(text); ok {
		return known.(*ast.Term) //nolint:forcetypeassert // only terms are stored
	}
	text = ast.String(strings.Clone(string(text)))
	copied := ast.NewTerm(text)
	const most = 10_000
	if c.size.Load() < most {
		c.size.Add(1)
		c.known.Store(text, copied)
	}
	return copied
}

func (c *compactor) value(v ast.Value) ast.Value {
	switch v := v.(type) {
	case ast.Object:
		entries := make([][2]*ast.Term, 0, v.Len())
		v.Foreach(func(key, value *ast.Term) { entries = append(entries, [2]*ast.Term{c.term(key), c.term(value)}) })
		return ast.NewObject(entries...)
	case *ast.Array:
		items := make([]*ast.Term, v.Len())
		for i := range items {
			items[i] = c.term(v.Elem(i))
		}
		return ast.NewArray(items...)
	case ast.Set:
		set := ast.NewSet()
		v.Foreach(func(item *ast.Term) { set.Add(c.term(item)) })
		return set
	case ast.String:
		return ast.String(strings.Clone(string(v)))
	case ast.Number:
		return ast.Number(strings.Clone(string(v)))
	}
	return v
}
