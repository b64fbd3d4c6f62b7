package library

import (
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/aimslint/aimslint/pkg/schema"
)

// Undefined are the references of compiled modules to what nothing defines. Rego
// takes them for undefined, so that a rule which makes one would be silent for ever.
// Parameters are the names of those of a rule, nil if they are not known.
func Undefined(compiler *ast.Compiler, modules []Module, parameters func(id string) (names []string, ok bool)) []Problem {
	var problems []Problem
	for i := range modules {
		m := compiler.Modules[modules[i].File]
		if m == nil || modules[i].IsTest() {
			continue
		}
		ast.WalkTerms(m, func(t *ast.Term) bool {
			ref, ok := t.Value.(ast.Ref)
			if !ok || len(ref) < 2 || !ref[0].Equal(ast.DefaultRootDocument) {
				return false
			}
			if fault := undefined(compiler.RuleTree, ref, parameters); fault != "" {
				at := placeOf(t, m)
				problems = append(problems, Problem{modules[i].File, at.Row, at.Col, fault})
			}
			return false
		})
	}
	return problems
}

// placeOf is where a term stands; one that the compiler has made stands where its
// module begins.
func placeOf(t *ast.Term, m *ast.Module) *ast.Location {
	if t.Location != nil {
		return t.Location
	}
	if ref, ok := t.Value.(ast.Ref); ok && ref[0].Location != nil {
		return ref[0].Location
	}
	return m.Package.Location
}

// undefined says why nothing is where a reference leads; "" if something may be.
func undefined(tree *ast.TreeNode, ref ast.Ref, parameters func(string) ([]string, bool)) string {
	names := strings.Split(ref.String(), ".")
	switch {
	case ref[1].Equal(ast.StringTerm("as_of")):
		return ""
	case ref[1].Equal(ast.StringTerm("config")):
		return unknownParameter(ref, parameters)
	case strings.HasPrefix(ref.String(), "data."+rulesPackage) && len(names) > 4 && tree.Find(ref[:5]) == nil:
		return fmt.Sprintf("`%s` is out of reach: a rule sees nothing of rules that come with aimslint, nor of ones that are not there.", ref)
	}
	node := tree.Child(ref[0].Value)
	for i, step := range ref[1:] {
		name, ground := step.Value.(ast.String)
		if node == nil || len(node.Values) > 0 || !ground {
			return ""
		}
		next := node.Child(name)
		if next == nil {
			return fmt.Sprintf("There is nothing at `%s`%s", ref[:i+2], nearestOf(string(name), node))
		}
		node = next
	}
	return ""
}

// nearestOf ends a sentence with the nearest name, if there is one.
func nearestOf(name string, node *ast.TreeNode) string {
	var known []string
	for key := range node.Children {
		if text, ok := key.(ast.String); ok {
			known = append(known, string(text))
		}
	}
	slices.Sort(known)
	if nearest := schema.Nearest(name, known); nearest != "" {
		return fmt.Sprintf("; did you mean %q?", nearest)
	}
	return "."
}

// unknownParameter says what is wrong with a reference to a parameter.
func unknownParameter(ref ast.Ref, parameters func(string) ([]string, bool)) string {
	if len(ref) < 3 {
		return ""
	}
	id, ground := ref[2].Value.(ast.String)
	if !ground {
		return ""
	}
	known, ok := parameters(string(id))
	if !ok {
		return fmt.Sprintf("There is no rule %q of your own whose parameters could be read.", string(id))
	}
	if len(ref) < 4 || known == nil {
		return ""
	}
	if name, ground := ref[3].Value.(ast.String); ground && !slices.Contains(known, string(name)) {
		return unknown("parameter", string(name), known, "the metadata of "+string(id)+" list none of that name")
	}
	return ""
}
