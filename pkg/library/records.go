package library

import (
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/schema"
	"github.com/aimslint/aimslint/policies"
)

// repositoryShape is what rules over the repository see: the records of each kind. That
// of a kind of the users' own is the whole document.
func repositoryShape(own map[string]*schema.Own) *shape {
	kinds := map[string]*shape{document.Trace: listOf(&shape{})}
	for _, kind := range document.Kinds() {
		kinds[kind] = listOf(recordShape(kind))
	}
	for kind, s := range own {
		whole := *shapeOfText(s.Text())
		whole.fields = withHandle(whole.fields)
		kinds[kind] = listOf(&whole)
	}
	records := &shape{types: []string{"object"}, fields: kinds}
	return &shape{types: []string{"object"}, fields: map[string]*shape{"records": records}}
}

func listOf(item *shape) *shape { return &shape{types: []string{"array"}, item: item} }

// withHandle are fields with that by which a violation names the record, and its file.
func withHandle(fields map[string]*shape) map[string]*shape {
	all := map[string]*shape{"document": {}, "file": {types: []string{"string"}}}
	maps.Copy(all, fields)
	return all
}

// recordShape is what is known of the record of a kind from how its policy writes it.
func recordShape(kind string) *shape {
	module := embeddedModule("records/" + snake(kind) + ".rego")
	header := embeddedModule("lib/header.rego")
	w := recordWriter{module: module, header: header}
	for _, r := range module.Rules {
		if r.Head.Name.Equal(ast.Var("record")) && r.Head.Value != nil {
			s := w.value(r.Head.Value, r.Body, 0)
			if s.fields != nil {
				s.fields = withHandle(s.fields)
			}
			return s
		}
	}
	return &shape{}
}

func embeddedModule(file string) *ast.Module {
	text, err := policies.Files.ReadFile(file)
	if err != nil {
		panic("embedded policies: " + err.Error())
	}
	return ast.MustParseModuleWithOpts(string(text), ast.ParserOptions{RegoVersion: ast.RegoV1})
}

// recordWriter reads off a policy which fields a record has.
type recordWriter struct{ module, header *ast.Module }

// value is the shape of a term, in whose body variables may be assigned; of what is
// not written out nothing is known.
func (w recordWriter) value(t *ast.Term, body ast.Body, depth int) *shape {
	if depth > deepest {
		return &shape{}
	}
	switch value := t.Value.(type) {
	case ast.Object:
		s := &shape{types: []string{"object"}, fields: map[string]*shape{}}
		value.Foreach(func(key, of *ast.Term) {
			if name, ok := key.Value.(ast.String); ok {
				s.fields[string(name)] = w.value(of, body, depth+1)
			} else {
				s.open = true
			}
		})
		return s
	case *ast.ArrayComprehension:
		return listOf(w.value(value.Term, value.Body, depth+1))
	case ast.Var:
		for _, e := range body {
			if terms, ok := e.Terms.([]*ast.Term); ok && e.IsAssignment() && len(terms) > 2 && terms[1].Equal(t) {
				return w.value(terms[2], body, depth+1)
			}
		}
	case ast.Call:
		return w.call(value, body, depth)
	}
	return &shape{}
}

func (w recordWriter) call(call ast.Call, body ast.Body, depth int) *shape {
	switch name := call[0].String(); {
	case name == "object.union" && len(call) == 3:
		first, second := w.value(call[1], body, depth+1), w.value(call[2], body, depth+1)
		if first.fields == nil || second.fields == nil {
			return &shape{}
		}
		union := &shape{types: []string{"object"}, open: first.open || second.open}
		union.fields = map[string]*shape{}
		maps.Copy(union.fields, first.fields)
		maps.Copy(union.fields, second.fields)
		return union
	case name == "header.of":
		return w.function(w.header, "of", depth)
	case !strings.Contains(name, "."):
		return w.function(w.module, name, depth)
	}
	return &shape{}
}

// function is the shape of what a function gives that has one definition.
func (w recordWriter) function(module *ast.Module, name string, depth int) *shape {
	defined := slices.DeleteFunc(slices.Clone(module.Rules), func(r *ast.Rule) bool { return r.Head.Name.String() != name })
	if len(defined) != 1 || defined[0].Else != nil || defined[0].Head.Value == nil {
		return &shape{}
	}
	return w.value(defined[0].Head.Value, defined[0].Body, depth+1)
}
