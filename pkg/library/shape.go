package library

import (
	"encoding/json"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/schemas"
)

// shape is what a schema says about the fields that a value may have. One of
// which it says nothing may be anything.
type shape struct {
	types  []string
	fields map[string]*shape
	item   *shape
	// open says that there may be fields of other names.
	open bool
	// others are what it may be instead.
	others []*shape

	unfinished bool // while its schema is read
}

// ownPrefix begins a key of the users' own, which may stand in every map.
const ownPrefix = "x-"

// anything reports whether nothing is known of the value.
func (s *shape) anything() bool {
	return len(s.types) == 0 && s.fields == nil && s.item == nil && len(s.others) == 0
}

func (s *shape) may(kind string) bool { return len(s.types) == 0 || slices.Contains(s.types, kind) }

// Steps of a path that is not known in full.
const (
	anyIndex = "*"
	anyStep  = "?" // of which nothing is known, so that any field or item will do
)

// below are the shapes to which a path may lead, none if the schema has no such
// path.
func (s *shape) below(steps []string) []*shape {
	if len(steps) == 0 || s.anything() {
		return []*shape{s}
	}
	var found []*shape
	for _, other := range s.others {
		found = append(found, other.below(steps)...)
	}
	for _, next := range s.step(steps[0]) {
		found = append(found, next.below(steps[1:])...)
	}
	return found
}

func (s *shape) step(step string) []*shape {
	var found []*shape
	if s.may("array") && (step == anyIndex || step == anyStep) {
		switch {
		case s.item != nil:
			found = append(found, s.item)
		case slices.Contains(s.types, "array"):
			found = append(found, &shape{})
		}
	}
	if !s.may("object") || step == anyIndex {
		return found
	}
	field := s.fields[step]
	switch {
	case field != nil:
		found = append(found, field)
	case step == anyStep:
		found = slices.AppendSeq(found, maps.Values(s.fields))
	}
	if strings.HasPrefix(step, ownPrefix) || field == nil && s.holdsAnything() {
		found = append(found, &shape{})
	}
	return found
}

// holdsAnything reports whether the map may have fields of any name.
func (s *shape) holdsAnything() bool {
	return s.open || s.fields == nil && slices.Contains(s.types, "object")
}

// names are those of the fields of the values to which a path leads.
func (s *shape) names(steps []string) []string {
	var names []string
	for _, part := range s.below(steps) {
		for _, alternative := range append(slices.Clone(part.others), part) {
			names = slices.AppendSeq(names, maps.Keys(alternative.fields))
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// json is the shape as a JSON Schema that the type checker of OPA understands:
// without references, and with alternatives where there are several types. What
// it cannot express is left out, so that nothing is known of it.
func (s *shape) json() any {
	w := shapeWriter{left: largestShape}
	return w.write(s)
}

// largestShape is more than a schema needs whose parts are written out wherever
// they are referred to, in shapes.
const largestShape = 50_000

type shapeWriter struct {
	open []*shape // that are being written
	left int
}

func (w *shapeWriter) write(s *shape) any {
	w.left--
	if s.anything() || w.left < 0 || slices.Contains(w.open, s) {
		return map[string]any{}
	}
	w.open = append(w.open, s)
	defer func() { w.open = w.open[:len(w.open)-1] }()
	var alternatives []any
	types := s.types
	switch {
	case len(types) > 0 || len(s.others) > 0:
	case s.fields != nil && s.item != nil:
		return map[string]any{}
	case s.fields != nil:
		types = []string{"object"}
	default:
		types = []string{"array"}
	}
	for _, kind := range types {
		alternatives = append(alternatives, w.one(s, kind))
	}
	for _, other := range s.others {
		alternatives = append(alternatives, w.write(other))
	}
	if len(alternatives) == 1 {
		return alternatives[0]
	}
	return map[string]any{"anyOf": alternatives}
}

// one is the schema of a shape as a value of one type.
func (w *shapeWriter) one(s *shape, kind string) any {
	plain := map[string]any{"type": kind}
	switch {
	case kind == "array" && s.item != nil:
		plain["items"] = w.write(s.item)
	case kind == "object" && !s.open && len(s.fields) > 0:
		fields := map[string]any{}
		for _, name := range slices.Sorted(maps.Keys(s.fields)) {
			fields[name] = w.write(s.fields[name])
		}
		plain["properties"] = fields
	}
	return plain
}

// shapeOf is the shape of a kind, or of every kind for the category "document";
// nil for a category that has none.
func shapeOf(category string) *shape {
	once, _ := shapes.LoadOrStore(category, sync.OnceValue(func() *shape {
		if category == everyKind {
			all := &shape{}
			for _, k := range document.Kinds() {
				all.others = append(all.others, shapeOf(k))
			}
			return all
		}
		if !document.IsKind(category) {
			return nil
		}
		content, _ := schemas.Get(category)
		return shapeOfText(content)
	}))
	return once.(func() *shape)() //nolint:forcetypeassert // only this is stored
}

var shapes sync.Map

// shapeOfText is the shape of a schema that is known to be one.
func shapeOfText(schema []byte) *shape {
	r := shapeReader{root: parsed(schema), made: map[string]*shape{}}
	return r.read(r.root, r.root, "")
}

func parsed(schema []byte) any {
	var root any
	if json.Unmarshal(schema, &root) != nil {
		return nil
	}
	return root
}

// shapeReader makes shapes of a schema, each of its definitions once.
type shapeReader struct {
	root any
	made map[string]*shape
}

// read makes a shape of a node of the schema of a name, "" for the one that is
// read; root is that schema, to which references are relative.
func (r *shapeReader) read(node, root any, name string) *shape {
	if ref, ok := object(node)["$ref"].(string); ok && !structured(object(node)) {
		return r.refer(ref, root, name)
	}
	s := &shape{}
	r.into(s, node, root, name)
	return s
}

// into adds what a node says to a shape.
func (r *shapeReader) into(s *shape, node, root any, name string) {
	from, ok := node.(map[string]any)
	if !ok {
		return
	}
	if ref, ok := from["$ref"].(string); ok {
		s.merge(r.refer(ref, root, name))
	}
	switch types := from["type"].(type) {
	case string:
		s.types = []string{types}
	case []any:
		s.types = nil
		for _, one := range types {
			if text, ok := one.(string); ok {
				s.types = append(s.types, text)
			}
		}
	}
	for field, value := range object(from["properties"]) {
		s.field(field, r.read(value, root, name))
	}
	if items, ok := from["items"]; ok {
		s.item = r.read(items, root, name)
	}
	s.open = s.open || isOpen(from)
	for _, key := range []string{"if", "then", "else"} {
		r.into(s, properties(from[key]), root, name)
	}
	all, _ := from["allOf"].([]any)
	for _, part := range all {
		r.into(s, part, root, name)
	}
	for _, key := range []string{"anyOf", "oneOf"} {
		alternatives, _ := from[key].([]any)
		for _, part := range alternatives {
			if other := r.read(part, root, name); !other.anything() {
				s.others = append(s.others, other)
			}
		}
	}
}

// structured reports whether a schema says by itself which values there may be.
func structured(schema map[string]any) bool {
	return slices.ContainsFunc([]string{"type", "properties", "items", "allOf", "anyOf", "oneOf", "if", "additionalProperties", "patternProperties"},
		func(key string) bool { return schema[key] != nil })
}

// refer makes a shape of what a reference names; of one that cannot be followed
// nothing is known.
func (r *shapeReader) refer(ref string, root any, name string) *shape {
	file, pointer, _ := strings.Cut(ref, "#")
	if file != "" {
		name = strings.TrimSuffix(path.Base(file), ".schema.json") // a name, or the address at which it is published
		content, _ := schemas.Get(name)
		root = parsed(content)
	}
	key := name + "#" + pointer
	if made := r.made[key]; made != nil {
		return made
	}
	s := &shape{unfinished: true}
	r.made[key] = s
	r.into(s, follow(root, pointer), root, name)
	s.unfinished = false
	return s
}

// follow gives what a JSON pointer leads to.
func follow(node any, pointer string) any {
	for step := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		if step != "" {
			node = object(node)[strings.NewReplacer("~1", "/", "~0", "~").Replace(step)]
		}
	}
	return node
}

// isOpen reports whether a schema says itself that a map may have fields which
// it does not name. One that is silent about it names those that its rules ask for.
func isOpen(schema map[string]any) bool {
	switch further := schema["additionalProperties"].(type) {
	case bool:
		return further
	case map[string]any:
		return true
	}
	for pattern := range object(schema["patternProperties"]) {
		if pattern != "^"+ownPrefix {
			return true
		}
	}
	return false
}

// properties is a schema of the fields of another only, without what it demands
// of them.
func properties(schema any) any {
	fields := map[string]any{}
	for name := range object(object(schema)["properties"]) {
		fields[name] = map[string]any{}
	}
	if len(fields) == 0 {
		return nil
	}
	return map[string]any{"properties": fields}
}

func object(node any) map[string]any {
	fields, _ := node.(map[string]any)
	return fields
}

// field adds a field. If it is there already, what is known of it stays.
func (s *shape) field(name string, value *shape) {
	if s.fields == nil {
		s.fields = map[string]*shape{}
	}
	if known := s.fields[name]; known == nil || known.anything() {
		s.fields[name] = value
	}
}

// merge adds what another shape says.
func (s *shape) merge(other *shape) {
	if len(s.types) == 0 {
		s.types = other.types
	}
	for name, value := range other.fields {
		s.field(name, value)
	}
	if s.item == nil {
		s.item = other.item
	}
	s.open = s.open || other.open || other.unfinished
	s.others = append(s.others, other.others...)
}
