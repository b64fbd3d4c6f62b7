package schema

import (
	"slices"
	"strings"
	"sync"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// Reference is a field whose value names something else in the repository. The
// schema marks it by a format of its own, which validators of JSON Schema pass
// over.
type Reference struct {
	// Field is the field, as "evaluation.*.source". Where its value is a list
	// of texts, each of them is meant.
	Field  document.Pattern
	Format ReferenceFormat
	// Sibling is the field beside it that has to agree with what it names: the
	// value that a source binds (x-binds), or the digest of the file
	// (x-digest). "" for none.
	Sibling string
}

// ReferenceFormat is what a reference names.
type ReferenceFormat string

// The formats of references.
const (
	// SourceBinding is a value in a file, as PATH#/json/pointer.
	SourceBinding ReferenceFormat = "source-binding"
	// FileReference is the path of a file or folder, or a URL.
	FileReference ReferenceFormat = "file-reference"
	// EvidenceReference is the id of a document, a path, a URL, or the name of
	// a record that is kept elsewhere.
	EvidenceReference ReferenceFormat = "evidence-reference"
)

// siblings are the keywords that name the field that has to agree.
var siblings = map[ReferenceFormat]string{
	SourceBinding: "x-binds", FileReference: "x-digest", EvidenceReference: "",
}

// References are the fields of a kind that name something else, in the order of
// its schema. An unknown kind has none.
func References(kind string) []Reference {
	once, _ := references.LoadOrStore(kind, sync.OnceValue(func() []Reference { return collectReferences(kind) }))
	return once.(func() []Reference)() //nolint:forcetypeassert // only this is stored
}

// references holds the references of each kind that was asked for.
var references sync.Map

func collectReferences(kind string) []Reference {
	if !document.IsKind(kind) {
		return nil
	}
	found := referencesIn(place{kind, source(kind)})
	return slices.DeleteFunc(slices.Clone(found), func(r Reference) bool {
		list, isItem := strings.CutSuffix(string(r.Field), ".*")
		return isItem && slices.Contains(found, Reference{document.Pattern(list), r.Format, r.Sibling})
	})
}

// referencesIn are the references that a schema marks, each once.
func referencesIn(at place) []Reference {
	var found []Reference
	c := collector{visited: func(node *syntax.Node, path []string) {
		if r, ok := referenceAt(node, path); ok && !slices.Contains(found, r) {
			found = append(found, r)
		}
	}}
	c.visit(at, nil)
	return found
}

// place is a part of a schema, and the name of the schema in which it stands.
type place struct {
	schema string
	node   *syntax.Node
}

// collector walks a schema along the paths of its documents.
type collector struct {
	visited func(node *syntax.Node, path []string)
	open    []*syntax.Node // the schemas that lead to the one at hand
}

func (c *collector) visit(at place, path []string) {
	if at.node == nil || at.node.Kind != syntax.Map || slices.Contains(c.open, at.node) {
		return
	}
	c.open = append(c.open, at.node)
	c.visited(at.node, path)
	if ref := at.node.Get("$ref"); ref != nil {
		c.visit(at.referred(ref.Scalar), path)
	}
	for _, keyword := range []string{"anyOf", "oneOf", "allOf"} {
		if alternatives := at.node.Get(keyword); alternatives != nil {
			for _, alternative := range alternatives.Items {
				c.visit(place{at.schema, alternative}, path)
			}
		}
	}
	for _, property := range properties(at.node) {
		c.visit(place{at.schema, property.Value}, append(slices.Clip(path), property.Key.Scalar))
	}
	for _, keyword := range []string{"items", "additionalProperties"} {
		c.visit(place{at.schema, at.node.Get(keyword)}, append(slices.Clip(path), "*"))
	}
	c.open = c.open[:len(c.open)-1]
}

// referenceAt is the reference that a field is marked as.
func referenceAt(node *syntax.Node, path []string) (r Reference, ok bool) {
	format := node.Get("format")
	if format == nil {
		return Reference{}, false
	}
	keyword, known := siblings[ReferenceFormat(format.Scalar)]
	if !known {
		return Reference{}, false
	}
	r = Reference{Field: document.Pattern(strings.Join(path, ".")), Format: ReferenceFormat(format.Scalar)}
	if sibling := node.Get(keyword); sibling != nil {
		r.Sibling = sibling.Scalar
	}
	return r, true
}

// resolved is what the $ref of a schema leads to, or the schema itself.
func (at place) resolved() *syntax.Node {
	if ref := at.node.Get("$ref"); ref != nil {
		return at.referred(ref.Scalar).node
	}
	return at.node
}

// referred is what a $ref of this project's schemas leads to.
func (at place) referred(ref string) place {
	file, pointer, _ := strings.Cut(ref, "#")
	if file != "" {
		at.schema = strings.TrimSuffix(file, extension)
	}
	at.node = source(at.schema)
	for _, step := range tokens(pointer) {
		at.node = child(at.node, step)
	}
	return at
}
