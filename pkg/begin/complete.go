package begin

import (
	"slices"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/scan"
	"github.com/aimslint/aimslint/pkg/schema"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// complete adds to the drafts what the rules object to for want of it. It reports
// whether there was such a thing.
func (d *drafts) complete(after *scan.Survey) bool {
	added := d.claimRest(after)
	for i := range after.Documents {
		each := &after.Documents[i]
		made := d.draftOf(each)
		if made == nil {
			continue
		}
		asked := after.Asked[each.Kind]
		for _, f := range each.Findings {
			added = made.answer(each.Document, &f, asked) || added
		}
	}
	return added
}

// draftOf is the draft that a document, or a part of it, was read from.
func (d *drafts) draftOf(each *scan.Surveyed) *draft {
	for _, made := range d.list {
		if made.kind == each.Kind && slices.Contains(each.Files, made.file) {
			return made
		}
	}
	return nil
}

// answer puts a placeholder where a finding says that something is missing.
func (d *draft) answer(whole *document.Document, f *finding.Finding, asked []string) bool {
	p := f.Location.Path
	if len(p) == 0 || d.tried[p.Pointer()+f.Rule.ID] {
		return false
	}
	d.tried[p.Pointer()+f.Rule.ID] = true
	q := question{draft: d, asked: asked}
	return q.ask(whole.Root, p)
}

// question is what a document is asked for.
type question struct {
	draft *draft
	asked []string
}

// ask follows a path into the whole document, and into the draft as far as that
// goes along. Where the whole says nothing, the draft gets a placeholder.
func (q *question) ask(whole *syntax.Node, p syntax.Path) bool {
	own := q.draft.root
	for i, step := range p {
		at := p[:i+1]
		if !step.IsKey() {
			if step.Index >= len(whole.Items) {
				return false
			}
			item := whole.Items[step.Index]
			mine := q.item(own, item, p[:i])
			if mine == nil {
				return q.another(own, p[:i])
			}
			own, whole = mine, item
			continue
		}
		value := whole.Get(step.Key)
		switch {
		case !has(value):
			return q.leave(own, step.Key, at)
		case i == len(p)-1:
			return q.fill(own, value, step.Key, at)
		case value.IsScalar():
			return false
		}
		if own.Get(step.Key) == nil {
			own.Set(step.Key, blank, blank.Derive(value.Kind))
		}
		own, whole = own.Get(step.Key), value
	}
	return q.lacking(own, whole, p)
}

// leave leaves a field to be written.
func (q *question) leave(own *syntax.Node, key string, at syntax.Path) bool {
	if own.Kind != syntax.Map || own.Get(key) != nil {
		return false
	}
	value := schema.Blank(q.draft.kind, at, q.asked, blank)
	if value == nil {
		return false
	}
	own.Set(key, blank, value)
	q.siblings(own, key, at)
	return true
}

// siblings leave the same field to be written in the other items of the list that
// a map is in, if nothing but the draft says what is in them: rules often name the
// first only.
func (q *question) siblings(own *syntax.Node, key string, at syntax.Path) {
	if len(at) < 2 || at[len(at)-2].IsKey() || q.draft.root.Get("describes") != nil {
		return
	}
	list := q.draft.root.Lookup(at[:len(at)-2])
	if list == nil || !slices.Contains(list.Items, own) {
		return
	}
	for _, item := range list.Items {
		if item.Kind == syntax.Map && item.Get(key) == nil {
			item.Set(key, blank, schema.Blank(q.draft.kind, at, q.asked, blank))
		}
	}
}

// fill leaves what is missing in a field that says something.
func (q *question) fill(own, value *syntax.Node, key string, at syntax.Path) bool {
	if value.Kind != syntax.Map {
		return false
	}
	inner := own.Get(key)
	if inner == nil {
		inner = newMap()
	}
	if !q.lacking(inner, value, at) {
		return false
	}
	own.Set(key, blank, inner)
	return true
}

// lacking leaves those fields of a map to be written that are asked for.
func (q *question) lacking(own, value *syntax.Node, at syntax.Path) bool {
	added := false
	if value.Kind == syntax.Map {
		for _, key := range schema.Lacking(q.draft.kind, at, q.asked, value) {
			added = q.leave(own, key, append(slices.Clip(at), syntax.Key(key))) || added
		}
	}
	return added
}

// item is the item of the draft's own list that is about the same thing as one of
// the whole; a new one, with what tells it apart, if it has none. It is nil if
// nothing tells it apart.
func (q *question) item(own, item *syntax.Node, list syntax.Path) *syntax.Node {
	if item.Kind != syntax.Map || own == nil || own.Kind != syntax.List {
		return nil
	}
	keys := q.identity(item, list)
	if len(keys) == 0 {
		return nil
	}
	for _, mine := range own.Items {
		if slices.IndexFunc(keys, func(key string) bool { return text(mine, key) != text(item, key) }) < 0 {
			return mine
		}
	}
	made := newMap()
	for _, key := range keys {
		made.Set(key, blank, copied(item.Get(key)))
	}
	own.Items = append(own.Items, made)
	return made
}

// another leaves an item of its own to be written in a list of the draft, once, where
// nothing tells apart the item that lacks something.
func (q *question) another(own *syntax.Node, list syntax.Path) bool {
	if own.Kind != syntax.List || slices.ContainsFunc(own.Items, func(item *syntax.Node) bool { return !has(item) }) {
		return false
	}
	made := schema.Blank(q.draft.kind, list, q.asked, blank)
	if made == nil || made.Kind != syntax.List {
		return false
	}
	own.Items = append(own.Items, made.Items...)
	return true
}

// identity are the fields of an item that tell it apart.
func (q *question) identity(item *syntax.Node, list syntax.Path) []string {
	var keys []string
	required := schema.Identity(q.draft.kind, list)
	for _, key := range append([]string{"id"}, required...) {
		if value := item.Get(key); has(value) && value.IsScalar() && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

func text(n *syntax.Node, key string) string {
	if value := n.Get(key); value != nil && value.IsScalar() {
		return value.Scalar
	}
	return ""
}

// copied is a scalar by itself.
func copied(n *syntax.Node) *syntax.Node {
	made := blank.Derive(n.Kind)
	made.Scalar = n.Scalar
	return made
}
