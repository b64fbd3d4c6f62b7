package prove

import (
	"context"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/schema"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// mutation is one way to spoil a value. Apply gives what stands in its place;
// nil removes the field.
type mutation struct {
	name     string
	declared bool // the rule itself must object
	apply    func(n *syntax.Node) *syntax.Node
}

// absences leave a field without content. They are the ways in which forms are
// handed in unfilled.
var absences = []mutation{
	{name: "removed", apply: func(*syntax.Node) *syntax.Node { return nil }},
	{name: "empty", apply: func(n *syntax.Node) *syntax.Node { return n.DeriveString("") }},
	{name: "blank", apply: func(n *syntax.Node) *syntax.Node { return n.DeriveString(" \t ") }},
	{name: "a placeholder", apply: func(n *syntax.Node) *syntax.Node { return n.DeriveString("TBD") }},
	{name: "null", apply: func(n *syntax.Node) *syntax.Node { return n.Derive(syntax.Null) }},
	{name: "an empty list", apply: func(n *syntax.Node) *syntax.Node { return n.Derive(syntax.List) }},
}

// Days that no document of today should have.
const (
	staleDay  = "2001-01-01"
	futureDay = "2999-01-01"
	nothing   = "no-such-thing"
)

// deleted is what becomes of the documents of a kind that a rule's metadata
// names without a field.
const deleted = "deleted"

var day = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)

// spoil makes the mutants of a field, one for each of its values in the passing
// example and each mutation. A field that the rule does not report at has only
// those that the rule declares.
func (t *trial) spoil(ctx context.Context, f field, reported bool) ([]Mutant, error) {
	if f.pattern == "" {
		return t.lose(ctx, f)
	}
	var mutants []Mutant
	for i, file := range t.passing.files {
		if f.kind != "" && f.kind != file.document.Kind {
			continue
		}
		for _, path := range document.Pattern(f.pattern).Matches(file.document.Root) {
			spoilt, err := t.spoilValue(ctx, f, i, path, reported)
			if err != nil {
				return nil, err
			}
			mutants = append(mutants, spoilt...)
		}
	}
	return mutants, nil
}

// spoilValue makes the mutants of a field for one of its values.
func (t *trial) spoilValue(ctx context.Context, f field, i int, path syntax.Path, reported bool) ([]Mutant, error) {
	d := t.passing.files[i].document
	mutations := t.declarations(f, d)
	if reported {
		mutations = append(t.mutations(f, d, path), mutations...)
	}
	value := d.Root.Lookup(path)
	var mutants []Mutant
	for _, m := range mutations {
		if same(value, m.apply(value)) {
			continue
		}
		witness, err := t.witness(ctx, i, path, m)
		if err != nil {
			return nil, err
		}
		mutants = append(mutants, Mutant{Field: f.String(), Place: d.File + " " + path.String(), Mutation: m.name, Witness: witness})
	}
	return mutants, nil
}

// same reports whether a mutation changes nothing.
func same(a, b *syntax.Node) bool {
	return b != nil && a.IsScalar() && a.Kind == b.Kind && a.Scalar == b.Scalar
}

// lose takes all documents of a kind away; the rule itself must object.
func (t *trial) lose(ctx context.Context, f field) ([]Mutant, error) {
	without, err := t.prover.without(ctx, t.passing, f.kind)
	if err != nil || len(without.files) == len(t.passing.files) {
		return nil, err
	}
	m := Mutant{Field: f.String(), Place: f.kind, Mutation: deleted}
	if slices.ContainsFunc(without.objections(), func(o objection) bool { return o.rule == t.rule.ID }) {
		m.Witness = TheRule
	}
	return []Mutant{m}, nil
}

// mutations are those that make sense for a value.
func (t *trial) mutations(f field, d *document.Document, path syntax.Path) []mutation {
	n := d.Root.Lookup(path)
	var found []mutation
	if path[len(path)-1].IsKey() && !t.optional(f) {
		found = append(found, absences...)
	}
	for _, m := range wrongTypes(n) {
		if d.Format != nativeFormat || len(shapeless(d, path, m.apply(n))) > 0 {
			found = append(found, m)
		}
	}
	if n.Kind == syntax.String && day.MatchString(n.Scalar) {
		found = append(found, text("a day that does not exist", "2026-02-30"), text("a day in words", "last spring"))
	}
	if n.Kind == syntax.String && enumerated(d, path) {
		found = append(found, text("in capitals", strings.ToUpper(n.Scalar)))
	}
	return found
}

// declarations are the mutations that the rule's metadata asks for.
func (t *trial) declarations(f field, d *document.Document) []mutation {
	values := t.rule.Proof.Mutants[f.String()]
	found := make([]mutation, len(values))
	for i, value := range values {
		found[i] = declared(value, d)
	}
	return found
}

func text(name, value string) mutation {
	return mutation{name: name, apply: func(n *syntax.Node) *syntax.Node { return n.DeriveString(value) }}
}

// wrongTypes are values of a type that the field does not have.
func wrongTypes(n *syntax.Node) []mutation {
	wrong := mutation{name: "a map", apply: func(n *syntax.Node) *syntax.Node {
		m := n.Derive(syntax.Map)
		m.Set("of", nil, n.DeriveString("another type"))
		return m
	}}
	if n.Kind == syntax.Map {
		wrong = mutation{name: "a list", apply: func(n *syntax.Node) *syntax.Node {
			list := n.Derive(syntax.List)
			list.Items = []*syntax.Node{n.DeriveString("another type")}
			return list
		}}
	}
	if n.Kind == syntax.Bool {
		return []mutation{wrong}
	}
	return []mutation{wrong, {name: "a bare true", apply: func(n *syntax.Node) *syntax.Node { return scalar(n, syntax.Bool, "true") }}}
}

// enumerated reports whether a value must be one of a fixed list.
func enumerated(d *document.Document, path syntax.Path) bool {
	return slices.Contains(shapeless(d, path, d.Root.Lookup(path).DeriveString(nothing)), "schema/not-allowed")
}

// shapeless are the rules about the shape of documents that a value would break
// in the place of another. Without any the schema allows the value.
func shapeless(d *document.Document, path syntax.Path, value *syntax.Node) []string {
	spoiled := *d
	spoiled.Root = replaced(d.Root, path, value)
	violations, err := schema.Validate(&spoiled)
	if err != nil {
		return nil // judging the document reports it
	}
	var broken []string
	for _, v := range violations {
		if related(v.Path, path) {
			broken = append(broken, v.Rule.ID)
		}
	}
	return broken
}

// declared is a mutation that the rule's metadata asks for.
func declared(value any, d *document.Document) mutation {
	m := mutation{name: fmt.Sprintf("%v", value), declared: true}
	switch value {
	case "stale":
		m.name, value = "long past", staleDay
	case "future":
		m.name, value = "in the future", futureDay
	case "unknown":
		m.name, value = "a name that nothing has", nothing
	case "author":
		m.name, value = "the author", author(d)
	}
	m.apply = func(n *syntax.Node) *syntax.Node { return node(n, value) }
	return m
}

// author is the first author that a document states.
func author(d *document.Document) string {
	n := d.Root.Get("metadata").Get("author")
	if n != nil && n.Kind == syntax.List && len(n.Items) > 0 {
		n = n.Items[0]
	}
	if n == nil {
		return ""
	}
	return n.Scalar
}

// node is a value as a node at the place of another.
func node(at *syntax.Node, value any) *syntax.Node {
	switch value := value.(type) {
	case string:
		return at.DeriveString(value)
	case bool:
		return scalar(at, syntax.Bool, strconv.FormatBool(value))
	case []any:
		list := at.Derive(syntax.List)
		for _, item := range value {
			list.Items = append(list.Items, node(at, item))
		}
		return list
	case map[string]any:
		m := at.Derive(syntax.Map)
		for _, key := range slices.Sorted(maps.Keys(value)) {
			m.Set(key, nil, node(at, value[key]))
		}
		return m
	case nil:
		return at.Derive(syntax.Null)
	}
	return scalar(at, syntax.Number, fmt.Sprint(value))
}

func scalar(at *syntax.Node, kind syntax.Kind, written string) *syntax.Node {
	n := at.Derive(kind)
	n.Scalar = written
	return n
}

// witness is who objects when a value of a passing document is spoiled.
func (t *trial) witness(ctx context.Context, i int, path syntax.Path, m mutation) (Witness, error) {
	root := t.passing.files[i].document.Root
	spoiled, err := t.prover.with(ctx, t.passing, i, replaced(root, path, m.apply(root.Lookup(path))))
	if err != nil {
		return Nobody, err
	}
	before := map[string]bool{}
	for _, o := range t.passing.objections() {
		before[o.key()] = true
	}
	witness := Nobody
	for _, o := range spoiled.objections() {
		if before[o.key()] {
			continue
		}
		switch {
		case o.rule == t.rule.ID:
			return TheRule, nil
		case m.declared:
		case o.category() == "schema":
			witness = Schema
		case witness == Nobody && o.document == i && related(o.path, path):
			witness = Another
		}
	}
	return witness, nil
}

// related reports whether one path leads through the other.
func related(a, b syntax.Path) bool {
	n := min(len(a), len(b))
	return slices.Equal(a[:n], b[:n])
}

// replaced is a tree with another value at a path; nil removes the field. What
// does not lead to the path is shared.
func replaced(n *syntax.Node, p syntax.Path, value *syntax.Node) *syntax.Node {
	if len(p) == 0 {
		return value
	}
	step, rest := p[0], p[1:]
	copied := *n
	copied.Items = slices.Clone(n.Items)
	for i, item := range n.Items {
		if !step.IsKey() && i == step.Index {
			copied.Items[i] = replaced(item, rest, value)
		}
	}
	copied.Fields = nil
	for _, f := range n.Fields {
		if step.IsKey() && f.Key.Scalar == step.Key {
			f.Value = replaced(f.Value, rest, value)
		}
		if f.Value != nil {
			copied.Fields = append(copied.Fields, f)
		}
	}
	return &copied
}
