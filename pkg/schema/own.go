package schema

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// Own is the schema of a kind of the users' own. It may refer to its own parts
// and to metadata.schema.json, the schema of document control.
type Own struct {
	id   string // under which it is known here, by its content
	text []byte
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
	own := &Own{id: "own-" + hex.EncodeToString(sum[:]), text: text}
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
		if cause := errors.Unwrap(err); cause != nil {
			err = cause
		}
		return nil, fmt.Errorf("%s: the schema cannot be used: %w", file, err)
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
