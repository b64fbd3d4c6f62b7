package schema

import (
	"encoding/json"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// view is how a tree is looked at: as evidence, in which placeholders and
// empty values say nothing, or to the letter, in which only null does.
type view struct{ literal bool }

// says reports whether a value counts.
func (v view) says(n *syntax.Node) bool {
	if v.literal {
		return n != nil && n.Kind != syntax.Null
	}
	return document.HasContent(n)
}

// plain is a node as the validator takes it: maps, slices, strings, booleans
// and json.Number. What does not count is left out of maps and is nil in
// lists, so that indexes stay; then the second result is false.
func (v view) plain(n *syntax.Node) (value any, counts bool) {
	switch n.Kind {
	case syntax.Map:
		return v.plainMap(n)
	case syntax.List:
		return v.plainList(n)
	case syntax.String:
		return n.Scalar, v.says(n)
	case syntax.Number:
		return json.Number(n.Scalar), true
	case syntax.Bool:
		return strings.EqualFold(n.Scalar, "true"), true
	default:
		return nil, false
	}
}

func (v view) plainMap(n *syntax.Node) (value any, counts bool) {
	fields := make(map[string]any, len(n.Fields))
	for _, field := range n.Fields {
		if value, ok := v.plain(field.Value); ok {
			fields[field.Key.Scalar] = value
		}
	}
	return fields, v.literal || len(fields) > 0
}

func (v view) plainList(n *syntax.Node) (value any, counts bool) {
	items := make([]any, len(n.Items))
	for i, item := range n.Items {
		if value, ok := v.plain(item); ok {
			items[i] = value
			counts = true
		}
	}
	return items, v.literal || counts
}
