package policy

import (
	"encoding/json"
	"strings"
	"sync"

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
			if value := record.Handled().Value; value != nil {
				handles[record.Document] = true
				items = append(items, ast.NewTerm(value))
			}
		}
		kinds.Insert(ast.StringTerm(kind), ast.ArrayTerm(items...))
	}
	return ast.ObjectTerm([2]*ast.Term{ast.StringTerm("records"), ast.NewTerm(kinds)}), handles
}

// What the rules over all documents see in each record beside what its policy says:
// the handle of its document, under which they point at it, and the path of its file.
var (
	handleKey = ast.InternedTerm("document")
	fileKey   = ast.InternedTerm("file")
)

// Handled is the record with the handle of its document and the path of its file in
// its value, as the rules over all documents see it. Whoever keeps it in place of
// the record spares them a copy for each time that they are asked. A value that is
// no object is left out.
func (r Record) Handled() Record {
	object, ok := r.Value.(ast.Object)
	if !ok {
		r.Value = nil
		return r
	}
	handle, file := ast.InternedTerm(r.Document), ast.String(r.File)
	if is(object.Get(handleKey), handle.Value) && is(object.Get(fileKey), file) {
		return r
	}
	entries := make([][2]*ast.Term, 0, object.Len()+2)
	object.Foreach(func(key, value *ast.Term) {
		if !is(key, handleKey.Value) && !is(key, fileKey.Value) {
			entries = append(entries, [2]*ast.Term{key, value})
		}
	})
	r.Value = ast.NewObject(append(entries, [2]*ast.Term{handleKey, handle}, [2]*ast.Term{fileKey, ast.NewTerm(file)})...)
	return r
}

func is(t *ast.Term, value ast.Value) bool { return t != nil && same(t.Value, value) }

// Compact is a record of which equal parts are kept but once among all that the
// engine has made or compacted, and which shares nothing with anything else.
func (e *Engine) Compact(record ast.Value) ast.Value { return e.records.value(record) }

// compactor makes copies of records that share nothing with their documents,
// whose text and trees can then be forgotten. Values that recur in records are kept
// once: the keys, what is left empty, the people, systems and datasets that many
// documents name.
type compactor struct {
	mutex sync.Mutex
	// recent are the terms met lately, by the hash of their values, and older those
	// before them: what does not recur is forgotten here in time, however many
	// documents there are.
	recent, older map[int]*ast.Term
}

// mostRecent is how many terms are remembered before the older ones are forgotten.
const mostRecent = 1 << 14

func (c *compactor) term(t *ast.Term) *ast.Term {
	hash := t.Value.Hash()
	if number, ok := t.Value.(ast.Number); ok {
		hash = ast.String(number).Hash() // its own is that of the integer below
	}
	if known := c.known(hash); is(known, t.Value) {
		return known
	}
	copied := ast.NewTerm(c.value(t.Value))
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.recent == nil || len(c.recent) >= mostRecent {
		c.recent, c.older = map[int]*ast.Term{}, c.recent
	}
	c.recent[hash] = copied
	return copied
}

// known is the term of a hash that was met last.
func (c *compactor) known(hash int) *ast.Term {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if known := c.recent[hash]; known != nil {
		return known
	}
	known := c.older[hash]
	if known != nil {
		c.recent[hash] = known
	}
	return known
}

// same reports whether two values are written alike. To the evaluator 1.0 and 1.00
// are equal, but a message shows which of them a document states. Sets are never the
// same: records hold none that are worth the trouble.
func same(a, b ast.Value) bool {
	switch a := a.(type) {
	case ast.Object:
		other, ok := b.(ast.Object)
		return ok && a.Len() == other.Len() && !a.Until(func(key, value *ast.Term) bool {
			_, isName := key.Value.(ast.String)
			return !isName || !is(other.Get(key), value.Value)
		})
	case *ast.Array:
		other, ok := b.(*ast.Array)
		if !ok || a.Len() != other.Len() {
			return false
		}
		for i := range a.Len() {
			if !same(a.Elem(i).Value, other.Elem(i).Value) {
				return false
			}
		}
		return true
	case ast.String, ast.Number, ast.Boolean, ast.Null:
		return a == b
	}
	return false
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
