package schema

import "github.com/aimslint/aimslint/pkg/syntax"

// Field is a field of a kind.
type Field struct {
	Path        syntax.Path
	Title       string
	Description string
}

// Fields are the top-level fields of a kind in the order of its schema, those
// of metadata one by one. An unknown kind has none.
func Fields(kind string) []Field {
	var fields []Field
	for _, property := range properties(source(kind)) {
		key := property.Key.Scalar
		if key != "metadata" {
			fields = append(fields, field(property, key))
			continue
		}
		for _, control := range properties(source("metadata")) {
			fields = append(fields, field(control, key, control.Key.Scalar))
		}
	}
	return fields
}

func field(property syntax.Field, keys ...string) Field {
	return Field{
		Path:        syntax.Keys(keys...),
		Title:       stated(property.Value.Get("title")),
		Description: stated(property.Value.Get("description")),
	}
}

func properties(schema *syntax.Node) []syntax.Field {
	if found := schema.Get("properties"); found != nil {
		return found.Fields
	}
	return nil
}

// stated is the text of a node, "" for none: schemas of users need not describe
// their fields.
func stated(n *syntax.Node) string {
	if n == nil {
		return ""
	}
	return n.Scalar
}
