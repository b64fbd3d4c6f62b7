package soa

import (
	"encoding/json"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// cellOf is a text, or a list of texts, as a cell: an item a line.
func cellOf(n *syntax.Node) string {
	switch {
	case n == nil || n.Kind == syntax.Null:
		return ""
	case n.IsScalar() && document.IsPlaceholder(n):
		return open
	case n.IsScalar():
		return n.Scalar
	}
	lines := make([]string, 0, len(n.Items))
	for _, item := range n.Items {
		if item.IsScalar() && !item.IsBlank() {
			lines = append(lines, lineOf(item.Scalar))
		}
	}
	return strings.Join(lines, "\n")
}

// lineOf is an item of a list as a line: one that would be read as several, or as
// another, stands in quotes.
func lineOf(item string) string {
	if strings.ContainsAny(item, "\n\r;") || strings.HasPrefix(item, `"`) || strings.TrimSpace(item) != item {
		return quoted(item)
	}
	return item
}

func linesOf(items []string) string {
	lines := make([]string, len(items))
	for i, item := range items {
		lines[i] = lineOf(item)
	}
	return strings.Join(lines, "\n")
}

// itemsOf are the items that a cell holds: its lines, or what semicolons divide.
func itemsOf(cell string) []string {
	var items []string
	for line := range strings.SplitSeq(cell, "\n") {
		line = strings.TrimSpace(line)
		if item, ok := unquoted(line); ok {
			items = append(items, item)
			continue
		}
		for item := range strings.SplitSeq(line, ";") {
			if item = strings.TrimSpace(item); item != "" {
				items = append(items, item)
			}
		}
	}
	return items
}

func quoted(text string) string {
	inJSON, err := json.Marshal(text)
	if err != nil { // no text has an error
		return text
	}
	return string(inJSON)
}

func unquoted(line string) (string, bool) {
	var text string
	if !strings.HasPrefix(line, `"`) || json.Unmarshal([]byte(line), &text) != nil {
		return "", false
	}
	return text, true
}

// literalOf is a value of any kind as a cell: a text as it stands, unless it would
// be read as something else, and all others as JSON.
func literalOf(n *syntax.Node) string {
	switch n.Kind {
	case syntax.String:
		if json.Valid([]byte(n.Scalar)) {
			return quoted(n.Scalar)
		}
		return n.Scalar
	case syntax.Null:
		return "null"
	case syntax.Bool:
		return strings.ToLower(n.Scalar)
	case syntax.Number:
		return n.Scalar
	case syntax.List:
		items := make([]string, len(n.Items))
		for i, item := range n.Items {
			items[i] = inJSON(item)
		}
		return "[" + strings.Join(items, ", ") + "]"
	}
	fields := make([]string, len(n.Fields))
	for i, f := range n.Fields {
		fields[i] = quoted(f.Key.Scalar) + ": " + inJSON(f.Value)
	}
	return "{" + strings.Join(fields, ", ") + "}"
}

func inJSON(n *syntax.Node) string {
	if n.Kind == syntax.String {
		return quoted(n.Scalar)
	}
	return literalOf(n)
}

// literal is the value that a cell holds; see [literalOf].
func (d *draft) literal(cell string) *syntax.Node {
	if !json.Valid([]byte(cell)) {
		return d.text(cell)
	}
	tree := syntax.Parse(syntax.NewText("", []byte(cell)), syntax.JSON, syntax.DefaultLimits())
	if len(tree.Values) != 1 || len(tree.Problems) > 0 {
		return d.text(cell)
	}
	return tree.Values[0]
}
