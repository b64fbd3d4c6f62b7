package library

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/schemas"
)

// Check compiles the modules with the modules of lib that they refer to, with all
// checks that the compiler has and without the builtins that no policy may use,
// and holds each rule against the schema of the kind that it judges: a field
// that the schema does not have, or a value used as another type than the schema
// says, is a problem. The error is an [*Error].
func (l *Library) Check() error {
	all, err := Closure(l.Modules)
	if err != nil {
		return err
	}
	compiler := ast.NewCompiler().WithStrict(true).WithCapabilities(Capabilities())
	if compiler.Compile(all); compiler.Failed() {
		return failed(compilerProblems(compiler.Errors))
	}
	var problems []Problem
	for i := range l.Modules {
		m := &l.Modules[i]
		id, isRule := ID(m)
		if !isRule || m.IsTest() {
			continue
		}
		category, _, _ := strings.Cut(id, "/")
		shape := shapeOf(category)
		if own := l.Kinds[category]; own != nil {
			if shape, err = plainShape(own.Text()); err != nil {
				return err
			}
		}
		problems = append(problems, typeProblems(category, shape, []Module{*m}, l.Modules, l.KindNames())...)
	}
	return failed(problems)
}

// CheckTypes holds modules against the schema of a kind, or of all kinds for
// the category "document"; others of the library are taken from all. Fields are
// seen in three forms: references such as input.risks[i].owner, paths below
// input that are given to functions, and the paths at which violations stand.
func CheckTypes(kind string, modules, all []Module) []Problem {
	return typeProblems(kind, shapeOf(kind), modules, all, nil)
}

func typeProblems(kind string, shape any, modules, all []Module, own []string) []Problem {
	if shape == nil {
		return recordKinds(modules, own)
	}
	needed := with(modules, all)
	closure, err := Closure(needed)
	if err != nil {
		return Problems(err)
	}
	set := ast.NewSchemaSet()
	set.Put(ast.SchemaRootRef, shape)
	compiler := ast.NewCompiler().WithCapabilities(Capabilities()).WithSchemas(set)
	var problems []Problem
	if compiler.Compile(closure); compiler.Failed() {
		for _, p := range compilerProblems(compiler.Errors) {
			p.Message = strings.TrimSuffix(p.Message, ".") + ", in a rule about " + kind + "."
			problems = append(problems, p)
		}
	}
	for i := range modules {
		problems = append(problems, paths(&modules[i], kind, shape)...)
	}
	return problems
}

// with are modules and those of all that they import, directly or not.
func with(modules, all []Module) []Module {
	needed := slices.Clone(modules)
	for i := 0; i < len(needed); i++ {
		ast.WalkRefs(needed[i].Module, func(ref ast.Ref) bool {
			for k := range all {
				if ref.HasPrefix(all[k].Package.Path) && !slices.ContainsFunc(needed, func(m Module) bool { return m.File == all[k].File }) {
					needed = append(needed, all[k])
				}
			}
			return false
		})
	}
	return needed
}

// compilerProblems are the faults that a compiler found, with the nearest name
// where a field is misspelt.
func compilerProblems(errs ast.Errors) []Problem {
	problems := make([]Problem, 0, len(errs))
	for _, e := range errs {
		p := Problems(ast.Errors{e})[0]
		if invalid, ok := e.Details.(*ast.RefErrInvalidDetail); ok && invalid.Pos < len(invalid.Ref) {
			var names []string
			for _, v := range invalid.OneOf {
				if text, ok := v.(ast.String); ok {
					names = append(names, string(text))
				}
			}
			if have, ok := invalid.Ref[invalid.Pos].Value.(ast.String); ok && len(names) > 0 {
				p.Message = unknown("field", string(have), names, "") + " It stands in `" + invalid.Ref.String() + "`."
			}
		}
		problems = append(problems, p)
	}
	return problems
}

// paths looks at every literal path that a module takes into its document.
func paths(m *Module, kind string, shape any) []Problem {
	var problems []Problem
	ast.WalkTerms(m.Module, func(term *ast.Term) bool {
		call, ok := term.Value.(ast.Call)
		if !ok || len(call) < 3 {
			return false
		}
		var path *ast.Term
		switch name := call[0].String(); {
		case name == "violation.at" || name == "data.aimslint.lib.violation.at":
			path = call[1]
		case call[1].String() == "input":
			path = call[2]
		default:
			return false
		}
		steps, literal := literalPath(path)
		if !literal || described(shape, steps) {
			return false
		}
		problems = append(problems, Problem{m.File, path.Location.Row, path.Location.Col, strayPath(kind, shape, path, steps)})
		return false
	})
	return problems
}

// strayPath says which step of a path the schema does not have.
func strayPath(kind string, shape any, path *ast.Term, steps []string) string {
	n := 1
	for n < len(steps) && described(shape, steps[:n]) {
		n++
	}
	message := unknown("field", steps[n-1], properties(shape, steps[:n-1]), "")
	return fmt.Sprintf("%s It stands in `%s`, in a rule about %s.", message, path, kind)
}

// recordKinds looks at the kinds that rules over the repository ask for.
func recordKinds(modules []Module, own []string) []Problem {
	var problems []Problem
	records := ast.MustParseRef("input.records")
	kinds := append(append(document.Kinds(), document.Trace), own...)
	for i := range modules {
		m := &modules[i]
		ast.WalkRefs(m.Module, func(ref ast.Ref) bool {
			if len(ref) < 3 || !ref.HasPrefix(records) {
				return false
			}
			if kind, ok := ref[2].Value.(ast.String); ok && !slices.Contains(kinds, string(kind)) {
				problems = append(problems, Problem{m.File, ref[2].Location.Row, ref[2].Location.Col, unknown("kind", string(kind), kinds, "")})
			}
			return false
		})
	}
	return problems
}

// literalPath are the steps of a path that is written out; a variable stands
// for any index.
func literalPath(term *ast.Term) ([]string, bool) {
	array, ok := term.Value.(*ast.Array)
	if !ok {
		return nil, false
	}
	var steps []string
	array.Foreach(func(step *ast.Term) {
		switch value := step.Value.(type) {
		case ast.String:
			steps = append(steps, string(value))
		case ast.Number:
			steps = append(steps, anyIndex)
		default:
			steps = append(steps, anyStep)
		}
	})
	return steps, true
}

const (
	anyIndex = "*"
	anyStep  = "?" // of which nothing is known, so that any property will do
)

// described reports whether a path leads to something that a schema describes.
func described(shape any, steps []string) bool { return len(below(shape, steps)) > 0 }

// below are the parts of a schema to which a path may lead.
func below(shape any, steps []string) []any {
	node, _ := shape.(map[string]any)
	if alternatives, ok := node["anyOf"].([]any); ok {
		found := make([]any, 0, len(alternatives))
		for _, a := range alternatives {
			found = append(found, below(a, steps)...)
		}
		return found
	}
	if len(steps) == 0 {
		return []any{shape}
	}
	if items, ok := node["items"]; ok && (steps[0] == anyIndex || steps[0] == anyStep) {
		return below(items, steps[1:])
	}
	fields, _ := node["properties"].(map[string]any)
	if steps[0] == anyStep {
		var found []any
		for _, p := range fields {
			found = append(found, below(p, steps[1:])...)
		}
		return found
	}
	if property, ok := fields[steps[0]]; ok {
		return below(property, steps[1:])
	}
	return nil
}

// properties are the names of the fields to which a path leads.
func properties(shape any, steps []string) []string {
	var names []string
	for _, part := range below(shape, steps) {
		node, _ := part.(map[string]any)
		fields, _ := node["properties"].(map[string]any)
		for name := range fields {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// shapeOf is the schema of a kind as OPA's type checker understands it, nil for
// a category that has none: without references, and with alternatives where a
// value may be of several types.
func shapeOf(kind string) any {
	once, _ := shapes.LoadOrStore(kind, sync.OnceValue(func() any {
		if kind == everyKind {
			var all []any
			for _, k := range document.Kinds() {
				all = append(all, shapeOf(k))
			}
			return map[string]any{"anyOf": all}
		}
		if !document.IsKind(kind) {
			return nil
		}
		content, _ := schemas.Get(kind)
		shape, err := plainShape(content)
		if err != nil {
			panic("embedded schema " + kind + ": " + err.Error())
		}
		return shape
	}))
	return once.(func() any)() //nolint:forcetypeassert // only this is stored
}

var shapes sync.Map

func plainShape(content []byte) (any, error) {
	var root map[string]any
	if err := json.Unmarshal(content, &root); err != nil {
		return nil, err
	}
	return flatten(root, func(ref string) any {
		file, pointer, _ := strings.Cut(ref, "#")
		var found any = root
		if file != "" {
			other, err := parseSchema(strings.TrimSuffix(file, ".schema.json"))
			if err != nil {
				return nil
			}
			found = other
		}
		for step := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
			if node, ok := found.(map[string]any); ok && step != "" {
				found = node[step]
			}
		}
		return found
	}), nil
}

func parseSchema(name string) (map[string]any, error) {
	content, ok := schemas.Get(name)
	if !ok {
		return nil, errors.New("there is no schema " + name)
	}
	var parsed map[string]any
	return parsed, json.Unmarshal(content, &parsed)
}

func flatten(node any, resolve func(ref string) any) any {
	from, ok := node.(map[string]any)
	if !ok {
		return node
	}
	if ref, ok := from["$ref"].(string); ok {
		return flatten(resolve(ref), resolve)
	}
	plain := map[string]any{}
	for _, key := range []string{"properties", "items", "additionalProperties", "type", "anyOf"} {
		switch value := from[key].(type) {
		case nil:
		case map[string]any:
			if key != "properties" {
				plain[key] = flatten(value, resolve)
				continue
			}
			fields := map[string]any{}
			for name, p := range value {
				fields[name] = flatten(p, resolve)
			}
			plain[key] = fields
		case []any:
			items := slices.Clone(value)
			for i := range items {
				items[i] = flatten(items[i], resolve)
			}
			plain[key] = items
		default:
			plain[key] = value
		}
	}
	return oneType(plain)
}

// oneType turns a list of types into alternatives.
func oneType(plain map[string]any) any {
	several, ok := plain["type"].([]any)
	if !ok {
		return plain
	}
	alternatives := make([]any, len(several))
	for i, one := range several {
		alternative := map[string]any{"type": one}
		if one == "array" && plain["items"] != nil {
			alternative["items"] = plain["items"]
		}
		if one == "object" && plain["properties"] != nil {
			alternative["properties"] = plain["properties"]
		}
		alternatives[i] = alternative
	}
	return map[string]any{"anyOf": alternatives}
}
