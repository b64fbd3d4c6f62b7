// Package merge makes one document of several that describe one thing: of a card
// for the world and the sidecar beside it that has what the card cannot say.
package merge

import (
	"maps"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/schema"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// Member is a document that is to be merged.
type Member struct {
	*document.Document

	// Fills says that the member only fills in what no other states: it adds no
	// item to a list that another has.
	Fills bool
}

// Contradiction is a field in which two members state different facts. The one
// of higher precedence stands at Path in the merged document.
type Contradiction struct {
	Path  syntax.Path
	Other *syntax.Node // what the other member states
}

// Merge makes one document of members of one kind, which are in the order of
// their precedence. In each field the first member counts that says something
// there, and its place is the field's place. Maps are merged field by field.
// Lists are joined: items that are about the same thing (see [merger.match]) are
// merged, the others follow. A placeholder yields to any content.
//
// described says that the first member describes the others by their path, so
// that the only dataset of one is the only dataset of the other, whatever their
// ids.
func Merge(members []Member, described bool) (*document.Document, []Contradiction) {
	first := members[0]
	m := &merger{kind: first.Kind, described: described, members: members, items: make([]map[*syntax.Node][]int, len(members))}
	values := make([]value, len(members))
	for i, member := range members {
		m.items[i] = map[*syntax.Node][]int{}
		values[i] = value{member: i, node: member.Root}
	}
	merged := &document.Document{
		Kind: first.Kind, File: first.File, Index: first.Index, Root: m.merge(values, nil).node,
		Format: formats(members),
	}
	for i, member := range members {
		if member.Fills {
			merged.Corroborating = append(merged.Corroborating, member.File)
			continue
		}
		merged.Parts = append(merged.Parts, document.Part{Document: member.Document, Items: m.items[i]})
	}
	return merged, m.contradictions
}

// formats names the formats of the members: native+huggingface.
func formats(members []Member) string {
	var names []string
	for _, member := range members {
		if !slices.Contains(names, member.Format) {
			names = append(names, member.Format)
		}
	}
	return strings.Join(names, "+")
}

type merger struct {
	kind           string
	described      bool
	members        []Member
	items          []map[*syntax.Node][]int // by member, see [document.Part]
	contradictions []Contradiction
}

// value is what a member has in a field, under its key if it has one.
type value struct {
	member    int
	key, node *syntax.Node
}

// merge makes one value of those that members have at a path, in the order of
// their precedence. There is at least one.
func (m *merger) merge(values []value, at syntax.Path) value {
	first := values[0]
	if i := slices.IndexFunc(values, func(v value) bool { return document.HasContent(v.node) }); i >= 0 {
		first = values[i]
	}
	if len(values) == 1 {
		return first
	}
	switch first.node.Kind {
	case syntax.Map:
		return m.maps(ofKind(values, syntax.Map), at)
	case syntax.List:
		lists := slices.DeleteFunc(ofKind(values, syntax.List), func(v value) bool { return !document.HasContent(v.node) })
		if len(lists) > 1 {
			return m.lists(lists, at)
		}
	default:
		m.compare(first, values, at)
	}
	return first
}

func ofKind(values []value, kind syntax.Kind) []value {
	return slices.DeleteFunc(slices.Clone(values), func(v value) bool { return v.node.Kind != kind })
}

// maps merges maps field by field: those of the first in its order, then what
// the others add.
func (m *merger) maps(values []value, at syntax.Path) value {
	if len(values) == 1 {
		return values[0]
	}
	merged := value{values[0].member, values[0].key, values[0].node.Derive(syntax.Map)}
	byKey := map[string][]value{}
	var keys []string
	for _, v := range values {
		for _, f := range v.node.Fields {
			key := f.Key.Scalar
			if byKey[key] == nil {
				keys = append(keys, key)
			}
			byKey[key] = append(byKey[key], value{v.member, f.Key, f.Value})
		}
	}
	for _, key := range keys {
		field := m.merge(byKey[key], append(slices.Clip(at), syntax.Key(key)))
		merged.node.Set(key, field.key, field.node)
	}
	return merged
}

// lists joins lists. Items of different members that are about the same thing
// become one.
func (m *merger) lists(values []value, at syntax.Path) value {
	if m.members[values[0].member].Fills {
		return values[0]
	}
	merged := value{values[0].member, values[0].key, values[0].node.Derive(syntax.List)}
	var groups [][]value
	own := map[int][]int{} // by member: the index of each group's item
	for _, v := range values {
		found := m.match(at, groups, v.node.Items)
		own[v.member] = slices.Repeat([]int{-1}, len(groups))
		for i, item := range v.node.Items {
			group := found[i]
			if group < 0 && m.members[v.member].Fills {
				continue
			}
			if group < 0 {
				group = len(groups)
				groups = append(groups, nil)
				own[v.member] = append(own[v.member], -1)
			}
			groups[group] = append(groups[group], value{member: v.member, node: item})
			own[v.member][group] = i
		}
	}
	for i, group := range groups {
		merged.node.Items = append(merged.node.Items, m.merge(group, append(slices.Clip(at), syntax.Index(i))).node)
	}
	for i := range m.members {
		items := slices.Grow(own[i], len(groups))
		for len(items) < len(groups) {
			items = append(items, -1)
		}
		m.items[i][merged.node] = items
	}
	return merged
}

// compare notes where a member states another fact than the one that counts.
func (m *merger) compare(first value, values []value, at syntax.Path) {
	if !first.node.IsScalar() || !document.HasContent(first.node) || !schema.IsFact(m.kind, at) {
		return
	}
	for _, other := range values {
		if m.members[other.member].Fills && field(at) == "digest" {
			continue // bindings compare it, and say more
		}
		if other.member != first.member && other.node.IsScalar() && document.HasContent(other.node) && !agree(at, first.node, other.node) {
			m.contradictions = append(m.contradictions, Contradiction{slices.Clone(at), other.node})
		}
	}
}

// texts are the values of scalar fields by key, folded, of an item.
func texts(item *syntax.Node, keys []string) map[string]string {
	found := map[string]string{}
	for _, key := range keys {
		if n := item.Get(key); n != nil && n.IsScalar() && document.HasContent(n) {
			found[key] = fold(n.Scalar)
		}
	}
	maps.DeleteFunc(found, func(_, text string) bool { return text == "" })
	return found
}
