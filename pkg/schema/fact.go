package schema

import (
	"slices"
	"strings"
	"sync"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

const (
	// factMark is the keyword that says of a field whether it states a fact,
	// where its type does not tell.
	factMark = "x-fact"
	// keyMark is the keyword that names the fields by which the items of a list
	// are told apart that have no id.
	keyMark = "x-key"
)

// IsFact reports whether a field states a fact, of which only one can be true of
// a thing: a number, a day, one of several words, a digest, or a text that the
// schema marks with x-fact, such as a version, a licence or an owner. Prose is
// none: it can be put in many ways. Nor is the control of the document itself,
// its id, version and approval, which each file has for itself.
func IsFact(kind string, p syntax.Path) bool { return traitsOf(kind).facts[document.PatternOf(p)] }

// Identity are the fields by which the items of a list are told apart where
// they have no id of their own, the most telling first.
func Identity(kind string, list syntax.Path) []string {
	return traitsOf(kind).keys[document.PatternOf(list)]
}

// traits are what merging has to know of the fields of a kind.
type traits struct {
	facts map[document.Pattern]bool
	keys  map[document.Pattern][]string
}

// traitsByKind holds the traits of each kind that was asked for.
var traitsByKind sync.Map

func traitsOf(kind string) traits {
	once, _ := traitsByKind.LoadOrStore(kind, sync.OnceValue(func() traits { return collectTraits(kind) }))
	return once.(func() traits)() //nolint:forcetypeassert // only this is stored
}

func collectTraits(kind string) traits {
	t := traits{map[document.Pattern]bool{}, map[document.Pattern][]string{}}
	if !document.IsKind(kind) {
		return t
	}
	c := collector{visited: func(node *syntax.Node, path []string) {
		field := document.Pattern(strings.Join(path, "."))
		if stated := node.Get(factMark); stated != nil {
			t.facts[field] = stated.Scalar == "true"
		} else if _, known := t.facts[field]; !known && isFact(node) && last(path) != "id" {
			t.facts[field] = true
		}
		if keys := identity(node.Get("items")); keys != nil {
			t.keys[field] = keys
		}
	}}
	c.visit(place{kind, source(kind)}, nil)
	return t
}

func last(path []string) string {
	if len(path) == 0 {
		return ""
	}
	return path[len(path)-1]
}

// isFact tells a fact by the type of its field.
func isFact(node *syntax.Node) bool {
	if node.Get("enum") != nil || node.Get("pattern") != nil {
		return true
	}
	if format := node.Get("format"); format != nil && format.Scalar == "date" {
		return true
	}
	types := node.Get("type")
	if types == nil {
		return false
	}
	return slices.ContainsFunc(append(slices.Clone(types.Items), types), func(t *syntax.Node) bool {
		return t.Scalar == "number" || t.Scalar == "integer" || t.Scalar == "boolean"
	})
}

// identity are the fields that tell the items of a list apart: those that the
// schema marks, else those without which it admits none.
func identity(items *syntax.Node) []string {
	for _, keyword := range []string{keyMark, "required"} {
		if stated := items.Get(keyword); stated != nil {
			keys := make([]string, len(stated.Items))
			for i, key := range stated.Items {
				keys[i] = key.Scalar
			}
			return keys
		}
	}
	return nil
}
