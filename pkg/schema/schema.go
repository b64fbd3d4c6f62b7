// Package schema checks that native documents and the configuration have the
// shape that their JSON Schema asks for, and says what is wrong in words for a
// person, at the exact value. It also knows the fields of each kind.
package schema

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
	"github.com/aimslint/aimslint/schemas"
)

const (
	base      = "https://raw.githubusercontent.com/aimslint/aimslint/main/schemas/" // where the files are published; never fetched
	extension = ".schema.json"
)

// Validate checks a native document against the schema of its kind. What says
// nothing (blank, null, placeholders, and lists and maps of only those) counts
// as absent. A kind without a schema has no violations. The error is for a
// schema that cannot be used, never for a fault of the document.
func Validate(d *document.Document) ([]Violation, error) {
	if !document.IsKind(d.Kind) {
		return nil, nil
	}
	return check(view{}, d.Kind, d.Root)
}

// Check checks any tree to the letter against the schema of a name: only null
// counts as absent. The violations are in the order of the text, one for each
// wrong value.
func Check(name string, root *syntax.Node) ([]Violation, error) {
	return check(view{literal: true}, name, root)
}

func check(v view, name string, root *syntax.Node) ([]Violation, error) {
	validator, err := compiled(name)
	if err != nil {
		return nil, err
	}
	value, _ := v.plain(root)
	err = validator.Validate(value)
	if err == nil {
		return nil, nil
	}
	invalid, ok := errors.AsType[*jsonschema.ValidationError](err)
	if !ok {
		return nil, fmt.Errorf("checking against schema %s: %w", name, err)
	}
	return explain(v, root, invalid), nil
}

// validators holds a compiled schema for each name that was asked for.
var validators sync.Map

func compiled(name string) (*jsonschema.Schema, error) {
	once, _ := validators.LoadOrStore(name, sync.OnceValues(func() (*jsonschema.Schema, error) {
		return compile(name, "")
	}))
	return once.(func() (*jsonschema.Schema, error))() //nolint:forcetypeassert // only this is stored
}

// compile makes the validator of a schema, or of the part of it that a
// fragment names.
func compile(name, fragment string) (*jsonschema.Schema, error) {
	compiler := jsonschema.NewCompiler()
	compiler.Draft = jsonschema.Draft2020
	compiler.AssertFormat = true
	compiler.LoadURL = embedded
	return compiler.Compile(base + name + extension + fragment)
}

// embedded opens a schema by its $id. Nothing is read from files or the
// network.
func embedded(url string) (io.ReadCloser, error) {
	name := strings.TrimSuffix(strings.TrimPrefix(url, base), extension)
	text, ok := schemas.Get(name)
	if !ok {
		return nil, fmt.Errorf("there is no schema %s", url)
	}
	return io.NopCloser(bytes.NewReader(text)), nil
}

// sources holds the tree of each schema that was asked for.
var sources sync.Map

// source is the schema of a name as a tree, its properties in the order of
// the file, or nil if there is none.
func source(name string) *syntax.Node {
	if tree, ok := sources.Load(name); ok {
		return tree.(*syntax.Node) //nolint:forcetypeassert // only nodes are stored
	}
	content, ok := schemas.Get(name)
	if !ok {
		return nil
	}
	tree := syntax.Parse(syntax.NewText(name+extension, content), syntax.JSON, syntax.DefaultLimits())
	if len(tree.Values) != 1 {
		return nil
	}
	sources.Store(name, tree.Values[0])
	return tree.Values[0]
}
