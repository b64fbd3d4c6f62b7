package schema

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// Own is the schema of a kind of the users' own. It may refer to its own parts
// and to metadata.schema.json, the schema of document control.
type Own struct {
	id      string // under which it is known here, by its content
	file    string
	text    []byte
	content []byte
}

// NewOwn reads a schema from a file. Nothing else is read, neither files nor the
// network.
func NewOwn(file string, content []byte) (*Own, error) {
	tree := syntax.Parse(syntax.NewText(file, content), syntax.JSON, syntax.DefaultLimits())
	if len(tree.Problems) > 0 {
		p := tree.Problems[0]
		return nil, fmt.Errorf("%s:%s: %s", file, p.Span.Start, p.Message)
	}
	var root map[string]any
	if err := json.Unmarshal(content, &root); err != nil || len(tree.Values) != 1 {
		return nil, fmt.Errorf("%s: a schema is a map in JSON", file)
	}
	delete(root, "$id") // references are to files of ours
	text, err := json.Marshal(root)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	sum := sha256.Sum256(content)
	own := &Own{id: "own-" + hex.EncodeToString(sum[:]), file: file, text: text, content: content}
	compiler := jsonschema.NewCompiler()
	compiler.Draft, compiler.AssertFormat = jsonschema.Draft2020, true
	url := base + own.id + extension
	compiler.LoadURL = func(asked string) (io.ReadCloser, error) {
		if asked == url {
			return io.NopCloser(bytes.NewReader(text)), nil
		}
		return embedded(asked)
	}
	validator, err := compiler.Compile(url)
	if err != nil {
		return nil, own.unusable(tree.Values[0], url, err)
	}
	sources.Store(own.id, tree.Values[0])
	validators.Store(own.id, func() (*jsonschema.Schema, error) { return validator, nil })
	return own, nil
}

// Validate is [Validate] for a document of the kind.
func (o *Own) Validate(d *document.Document) ([]Violation, error) {
	return check(view{}, o.id, d.Root)
}

// Fields are the fields of the kind, as [Fields] gives them.
func (o *Own) Fields() []Field { return Fields(o.id) }

// ID tells the schema from any other, by its content.
func (o *Own) ID() string { return o.id }

// Text is the schema in JSON, without its $id.
func (o *Own) Text() []byte { return o.text }

// File is the file of the schema, as it was given.
func (o *Own) File() string { return o.file }

// Content is the text of the file.
func (o *Own) Content() []byte { return o.content }

// Title is what the schema calls the kind, "" if it does not.
func (o *Own) Title() string { return stated(source(o.id).Get("title")) }

// Description is what the schema says of the kind, "" if it does not.
func (o *Own) Description() string { return stated(source(o.id).Get("description")) }

// Published is the schema as its file has it, with references to the schemas of this
// program under their addresses, so that an editor finds them wherever a copy is.
func (o *Own) Published() []byte {
	return ourReference.ReplaceAll(o.content, []byte("${1}"+base+"${2}"))
}

var ourReference = regexp.MustCompile(`("\$ref"\s*:\s*")([a-z-]+\.schema\.json[#"])`)

// Starter is a document of the kind to begin with, as [Starter] gives it; the
// schema is at a path or address for editors.
func (o *Own) Starter(kind, schemaAt string) string {
	left := longestStarter
	schema := source(o.id)
	s := starter{name: o.id, left: &left}
	s.begin(schemaAt, schema)
	s.line(0, "kind: "+kind)
	s.fields(0, schema, "", nil)
	return s.out.String()
}

// A schema may refer to itself: longestStarter, in lines, and deepestStarter, in
// levels, are more than anybody fills in.
const (
	longestStarter = 1000
	deepestStarter = 4
)

// unusable is the error for a schema, with the place in its file if that is known.
func (o *Own) unusable(root *syntax.Node, url string, err error) error {
	at := o.file
	if invalid, ok := errors.AsType[*jsonschema.ValidationError](err); ok {
		for len(invalid.Causes) > 0 {
			invalid = invalid.Causes[0]
		}
		node := root
		for _, step := range tokens(invalid.InstanceLocation) {
			if below := child(node, step); below != nil {
				node = below
			}
		}
		at += ":" + node.Span().Start.String()
		err = fmt.Errorf("`%s`: %s", strings.TrimPrefix(invalid.InstanceLocation, "/"), invalid.Message)
	} else if cause := errors.Unwrap(err); cause != nil {
		err = cause
	}
	return fmt.Errorf("%s: the schema cannot be used: %s", at, strings.ReplaceAll(err.Error(), url, ""))
}
