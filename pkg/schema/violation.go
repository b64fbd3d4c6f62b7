package schema

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// Violation is one wrong value. Message is a sentence with a full stop or a
// question mark.
type Violation struct {
	Rule    *rule.Rule
	Path    syntax.Path
	Message string
}

// Place is the place of the violation in the tree that was checked: the key if
// it is the key that is wrong, else the value or its nearest ancestor.
func (v Violation) Place(root *syntax.Node) (*syntax.Text, syntax.Span) {
	if v.Rule == unknownKey {
		last := len(v.Path) - 1
		key := root.Lookup(v.Path[:last]).KeyOf(v.Path[last].Key)
		if span := key.Span(); span.OneLine() {
			return key.Text(), span
		}
	}
	return root.Locate(v.Path)
}

// explain turns the validator's tree of errors into one violation for each
// wrong value.
func explain(v view, root *syntax.Node, invalid *jsonschema.ValidationError) []Violation {
	e := explainer{view: v, root: root}
	e.walk(invalid)
	type placed struct {
		Violation

		start   syntax.Position
		pointer string
	}
	all := make([]placed, len(e.violations))
	for i, v := range e.violations {
		_, span := v.Place(root)
		all[i] = placed{v, span.Start, v.Path.Pointer()}
	}
	slices.SortStableFunc(all, func(a, b placed) int {
		return cmp.Or(
			cmp.Compare(a.start.Line, b.start.Line),
			cmp.Compare(a.start.Column, b.start.Column),
			cmp.Compare(a.pointer, b.pointer),
			cmp.Compare(a.Message, b.Message),
		)
	})
	all = slices.CompactFunc(all, func(a, b placed) bool { return a.Message == b.Message && a.pointer == b.pointer })
	for i := range all {
		e.violations[i] = all[i].Violation
	}
	return e.violations[:len(all)]
}

type explainer struct {
	view       view
	root       *syntax.Node
	violations []Violation
}

func (e *explainer) walk(err *jsonschema.ValidationError) {
	keyword, _ := keywordOf(err)
	switch {
	case keyword == "anyOf":
		e.alternatives(err)
	case len(err.Causes) == 0:
		e.leaf(err)
	default:
		for _, cause := range err.Causes {
			e.walk(cause)
		}
	}
}

// alternatives reports what is wrong by the one alternative whose type the
// value has, or that it has the type of none.
func (e *explainer) alternatives(err *jsonschema.ValidationError) {
	for _, cause := range err.Causes {
		if !mismatch(cause, err.InstanceLocation) {
			e.walk(cause)
			return
		}
	}
	e.leaf(err)
}

// mismatch reports whether an error says that the value at a place has the
// wrong type.
func mismatch(err *jsonschema.ValidationError, place string) bool {
	if keyword, _ := keywordOf(err); keyword == "type" && err.InstanceLocation == place {
		return true
	}
	return slices.ContainsFunc(err.Causes, func(cause *jsonschema.ValidationError) bool {
		return mismatch(cause, place)
	})
}

// leaf reports an error that has no further cause. An item that does not count
// is no error.
func (e *explainer) leaf(err *jsonschema.ValidationError) {
	path := pathOf(e.root, err.InstanceLocation)
	node := e.root.Lookup(path)
	if !e.view.says(node) {
		return
	}
	keyword, schema := keywordOf(err)
	switch keyword {
	case "required":
		e.missing(path, node, schema)
	case "additionalProperties":
		e.unknown(path, node, schema)
	case "type", "anyOf":
		e.report(wrongType, path, typedOpening(path, node)+"; expected "+expected(schema)+unquoted(node, schema)+".")
	case "enum", "const":
		e.report(notAllowed, path, opening(path, node)+choice(node, schema))
	case "minimum", "maximum":
		e.report(outOfRange, path, opening(path, node)+"; allowed are "+bounds(schema)+".")
	default:
		e.report(malformed, path, opening(path, node)+"; expected "+expected(schema)+".")
	}
}

func (e *explainer) missing(path syntax.Path, node, schema *syntax.Node) {
	for _, key := range schema.Get("required").Items {
		value := node.Get(key.Scalar)
		if e.view.says(value) {
			continue
		}
		message := "The " + lowered(title(schema, "document")) + " lacks " + code(key.Scalar)
		if value != nil && document.IsPlaceholder(value) {
			message += ": found the placeholder " + shown(value)
		}
		e.report(missingKey, join(path, syntax.Key(key.Scalar)), message+".")
	}
}

func (e *explainer) unknown(path syntax.Path, node, schema *syntax.Node) {
	known := keys(schema.Get("properties"))
	for _, field := range node.Fields {
		key := field.Key.Scalar
		if slices.Contains(known, key) || strings.HasPrefix(key, "x-") || !e.view.says(field.Value) {
			continue
		}
		message := "Unknown key " + code(key) + suggestion(key, known)
		e.report(unknownKey, join(path, syntax.Key(key)), message)
	}
}

func (e *explainer) report(r *rule.Rule, path syntax.Path, message string) {
	e.violations = append(e.violations, Violation{Rule: r, Path: path, Message: message})
}

// join is path with one more step, without touching the array behind path.
func join(path syntax.Path, step syntax.Step) syntax.Path {
	return append(slices.Clip(path), step)
}

// keywordOf is the keyword that an error is about, and the schema in which it
// stands.
func keywordOf(err *jsonschema.ValidationError) (keyword string, schema *syntax.Node) {
	location, pointer, _ := strings.Cut(err.AbsoluteKeywordLocation, "#")
	name := strings.TrimSuffix(strings.TrimPrefix(location, base), extension)
	steps := tokens(pointer)
	if len(steps) == 0 {
		return "", source(name)
	}
	schema = source(name)
	for _, step := range steps[:len(steps)-1] {
		schema = child(schema, step)
	}
	return steps[len(steps)-1], schema
}

// pathOf is the path that the validator gives as an instance location.
func pathOf(root *syntax.Node, location string) syntax.Path {
	steps := tokens(location)
	path := make(syntax.Path, 0, len(steps))
	node := root
	for _, token := range steps {
		step := syntax.Key(token)
		if i, err := strconv.Atoi(token); err == nil && node != nil && node.Kind == syntax.List {
			step = syntax.Index(i)
		}
		path = append(path, step)
		node = child(node, token)
	}
	return path
}

func child(node *syntax.Node, token string) *syntax.Node {
	if node == nil || node.Kind != syntax.List {
		return node.Get(token)
	}
	if i, err := strconv.Atoi(token); err == nil && i >= 0 && i < len(node.Items) {
		return node.Items[i]
	}
	return nil
}

var unescape = strings.NewReplacer("~1", "/", "~0", "~")

// tokens are the steps of a JSON Pointer that was escaped for a URL.
func tokens(pointer string) []string {
	if pointer == "" {
		return nil
	}
	steps := strings.Split(strings.TrimPrefix(pointer, "/"), "/")
	for i, step := range steps {
		if plain, err := url.PathUnescape(step); err == nil {
			step = plain
		}
		steps[i] = unescape.Replace(step)
	}
	return steps
}
