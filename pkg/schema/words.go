package schema

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/aimslint/aimslint/pkg/syntax"
)

// opening is the beginning of a message: "`likelihood` is 7".
func opening(path syntax.Path, node *syntax.Node) string {
	return subject(path) + " is " + shown(node)
}

// typedOpening is the same for a value of the wrong type: "`id` is the number 7".
func typedOpening(path syntax.Path, node *syntax.Node) string {
	if node.Kind == syntax.Number {
		return subject(path) + " is the number " + shown(node)
	}
	return opening(path, node)
}

// subject names the value at a path. Items go without their index, which
// would change when others are inserted.
func subject(path syntax.Path) string {
	for i, step := range slices.Backward(path) {
		switch {
		case !step.IsKey():
		case i < len(path)-1:
			return "An item of " + code(step.Key)
		default:
			return code(step.Key)
		}
	}
	return "The document"
}

// shown is a value in a message: short, on one line, free of control
// characters.
func shown(node *syntax.Node) string {
	switch node.Kind {
	case syntax.String:
		return strconv.Quote(shortened(node.Scalar))
	case syntax.Number, syntax.Bool:
		return shortened(node.Scalar)
	default:
		return node.Kind.String()
	}
}

// code is a key in a message.
func code(key string) string {
	return "`" + strings.Trim(strconv.Quote(shortened(key)), `"`) + "`"
}

func shortened(text string) string {
	const most = 60
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

// expected says what a schema asks for: "a list", "a day such as 2026-03-02".
func expected(schema *syntax.Node) string {
	switch {
	case isDay(schema):
		return "a day" + such(schema)
	case schema.Get("pattern") != nil:
		return "a value" + such(schema)
	case schema.Get("enum") != nil:
		return "one of " + strings.Join(scalars(schema.Get("enum")), ", ")
	}
	words := []string{}
	for _, kind := range types(schema) {
		words = append(words, typeWord(kind, schema))
	}
	return strings.Join(words, " or ")
}

// isDay reports whether a schema asks for a day.
func isDay(schema *syntax.Node) bool {
	format := schema.Get("format")
	return format != nil && format.Scalar == "date"
}

// types are the JSON types that a schema allows, those of its alternatives
// included.
func types(schema *syntax.Node) []string {
	var found []string
	if alternatives := schema.Get("anyOf"); alternatives != nil {
		for _, alternative := range alternatives.Items {
			found = append(found, types(alternative)...)
		}
	}
	return append(found, scalars(schema.Get("type"))...)
}

func typeWord(kind string, schema *syntax.Node) string {
	switch kind {
	case "object":
		return syntax.Map.String()
	case "array":
		return syntax.List.String()
	case "string":
		return syntax.String.String()
	case "boolean":
		return syntax.Bool.String()
	case "integer":
		if schema.Get("maximum") != nil {
			return "a whole number from " + bounds(schema)
		}
		return "a whole number"
	default:
		return syntax.Number.String()
	}
}

func such(schema *syntax.Node) string {
	if examples := scalars(schema.Get("examples")); len(examples) > 0 {
		return " such as " + examples[0]
	}
	return ""
}

// unquoted points out that a number was written as text.
func unquoted(node, schema *syntax.Node) string {
	quoted := node.Kind == syntax.String && strings.ContainsAny(node.Source()[:min(1, len(node.Source()))], `"'`)
	if !quoted || !json.Valid([]byte(node.Scalar)) {
		return ""
	}
	if kinds := types(schema); slices.Contains(kinds, "number") || slices.Contains(kinds, "integer") {
		return " without quotes"
	}
	return ""
}

// bounds is the range of a number: "1 to 5", "0 or more".
func bounds(schema *syntax.Node) string {
	least, most := schema.Get("minimum"), schema.Get("maximum")
	switch {
	case least == nil:
		return most.Scalar + " or less"
	case most == nil:
		return least.Scalar + " or more"
	}
	return least.Scalar + " to " + most.Scalar
}

// choice is the end of a message about a value that is not in the vocabulary
// of its field. A long vocabulary is not listed if a near word is found.
func choice(node, schema *syntax.Node) string {
	const many = 12
	allowed := scalars(schema.Get("enum"))
	if constant := schema.Get("const"); constant != nil {
		allowed = []string{constant.Scalar}
	}
	list := "llowed are " + strings.Join(allowed, ", ") + "."
	nearest := Nearest(node.Scalar, allowed)
	switch {
	case nearest == "":
		return "; a" + list
	case len(allowed) > many:
		return "; did you mean " + strconv.Quote(nearest) + "?"
	}
	return "; did you mean " + strconv.Quote(nearest) + "? A" + list
}

func title(schema *syntax.Node, otherwise string) string {
	if title := schema.Get("title"); title != nil {
		return title.Scalar
	}
	return otherwise
}

// lowered is a title as it stands within a sentence.
func lowered(title string) string { return strings.ToLower(title[:1]) + title[1:] }

// scalars are the scalars of a list, or the one scalar; none for nil.
func scalars(node *syntax.Node) []string {
	if node == nil {
		return nil
	}
	if node.IsScalar() {
		return []string{node.Scalar}
	}
	found := make([]string, 0, len(node.Items))
	for _, item := range node.Items {
		if item.IsScalar() {
			found = append(found, item.Scalar)
		}
	}
	return found
}

// keys are the keys of a map in the order of the text; none for nil.
func keys(node *syntax.Node) []string {
	if node == nil {
		return nil
	}
	found := make([]string, len(node.Fields))
	for i, field := range node.Fields {
		found[i] = field.Key.Scalar
	}
	return found
}
