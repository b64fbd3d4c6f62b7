package schema

import (
	"encoding/json"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// plain is a node as the validator takes it: maps, slices, strings, booleans
// and json.Number. What has no content is left out of maps and is nil in
// lists, so that indexes stay; then the second result is false.
func plain(n *syntax.Node) (value any, content bool) {
	switch n.Kind {
	case syntax.Map:
		return plainMap(n)
	case syntax.List:
		return plainList(n)
	case syntax.String:
		if n.IsBlank() || document.IsPlaceholder(n) {
			return nil, false
		}
		return n.Scalar, true
	case syntax.Number:
		return json.Number(n.Scalar), true
	case syntax.Bool:
		return strings.EqualFold(n.Scalar, "true"), true
	default:
		return nil, false
	}
}

func plainMap(n *syntax.Node) (value any, content bool) {
	fields := make(map[string]any, len(n.Fields))
	for _, field := range n.Fields {
		if value, ok := plain(field.Value); ok {
			fields[field.Key.Scalar] = value
		}
	}
	return fields, len(fields) > 0
}

func plainList(n *syntax.Node) (value any, content bool) {
	items := make([]any, len(n.Items))
	for i, item := range n.Items {
		if value, ok := plain(item); ok {
			items[i] = value
			content = true
		}
	}
	return items, content
}
