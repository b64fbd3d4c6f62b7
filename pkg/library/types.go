package library

import (
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/aimslint/aimslint/pkg/document"
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
	compiler := ast.NewCompiler().SetErrorLimit(0).WithStrict(true).WithCapabilities(Capabilities())
	var problems []Problem
	if compiler.Compile(all); compiler.Failed() {
		problems = compilerProblems(compiler.Errors)
		if compiler = l.compiled(); compiler.Failed() {
			return failed(problems)
		}
	}
	problems = append(problems, Undefined(compiler, l.Modules, l.parameters)...)
	judging := map[string][]Module{}
	for i := range l.Modules {
		m := &l.Modules[i]
		if id, isRule := ID(m); isRule && !m.IsTest() {
			category, _, _ := strings.Cut(id, "/")
			judging[category] = append(judging[category], *m)
		}
	}
	return failed(append(problems, l.typeProblems(judging)...))
}

// typeProblems holds the rules of each category against what they see. What is wrong
// in a module that several categories import counts if it is wrong for each of them.
func (l *Library) typeProblems(judging map[string][]Module) []Problem {
	type place struct {
		file         string
		line, column int
	}
	var all []Problem
	times, imported := map[place]int{}, map[string]int{}
	for _, category := range slices.Sorted(maps.Keys(judging)) {
		for _, m := range with(judging[category], l.Modules) {
			imported[m.File]++
		}
		seen := map[place]bool{}
		for _, p := range typeProblems(category, l.shape(category), judging[category], l.Modules, l.KindNames()) {
			at := place{p.File, p.Line, p.Column}
			if !seen[at] {
				times[at]++
			}
			seen[at] = true
			all = append(all, p)
		}
	}
	told := map[place]bool{}
	return slices.DeleteFunc(all, func(p Problem) bool {
		at := place{p.File, p.Line, p.Column}
		again := told[at] && imported[p.File] > 1
		told[at] = true
		return again || times[at] < imported[p.File]
	})
}

// shape is that of what rules of a category see.
func (l *Library) shape(category string) *shape {
	if category == repository {
		return repositoryShape(l.Kinds)
	}
	if own := l.Kinds[category]; own != nil {
		return shapeOfText(own.Text())
	}
	return shapeOf(category)
}

// compiled are the modules without the checks of strict mode.
func (l *Library) compiled() *ast.Compiler {
	compiler := ast.NewCompiler().WithCapabilities(Capabilities())
	if all, err := Closure(l.Modules); err == nil {
		compiler.Compile(all)
	}
	return compiler
}

// parameters are the names of those of a rule.
func (l *Library) parameters(id string) (names []string, ok bool) {
	r := l.Rule(id)
	if r == nil {
		return nil, false
	}
	names = []string{}
	for _, p := range r.Parameters {
		names = append(names, p.Name)
	}
	return names, true
}

// CheckTypes holds modules against the schema of a kind, or of all kinds for
// the category "document"; others of the library are taken from all. Fields are
// seen in three forms: references such as input.risks[i].owner, paths below
// input that are given to functions, and the paths at which violations stand.
func CheckTypes(kind string, modules, all []Module) []Problem {
	return typeProblems(kind, (&Library{}).shape(kind), modules, all, nil)
}

func typeProblems(kind string, of *shape, modules, all []Module, own []string) []Problem {
	if kind == repository {
		if problems := recordKinds(modules, own); len(problems) > 0 {
			return problems
		}
	}
	needed := with(modules, all)
	closure, err := Closure(needed)
	if err != nil {
		return Problems(err)
	}
	set := ast.NewSchemaSet()
	set.Put(ast.SchemaRootRef, of.json())
	compiler := ast.NewCompiler().SetErrorLimit(0).WithCapabilities(Capabilities()).WithSchemas(set)
	var problems []Problem
	if compiler.Compile(closure); compiler.Failed() {
		for _, p := range compilerProblems(compiler.Errors) {
			if kind == repository && strings.HasPrefix(p.File, "aimslint/") {
				continue // what it has for rules about documents, no rule over the repository uses
			}
			p.Message = strings.TrimSuffix(p.Message, ".") + ", in a rule about " + about(kind) + "."
			problems = append(problems, p)
		}
	}
	for i := range modules {
		for _, stray := range strayPaths(&modules[i], kind, of) {
			if !slices.ContainsFunc(problems, func(p Problem) bool { return p.File == stray.File && p.Line == stray.Line && p.Column == stray.Column }) {
				problems = append(problems, stray)
			}
		}
	}
	return problems
}

// about is what rules of a category are about.
func about(category string) string {
	if category == repository {
		return "the repository"
	}
	return category
}

// with are modules and those of all that they import, directly or not.
func with(modules, all []Module) []Module {
	inPackage := map[string][]int{}
	for i := range all {
		path := all[i].Package.Path.String()
		inPackage[path] = append(inPackage[path], i)
	}
	needed := slices.Clone(modules)
	taken := map[string]bool{}
	for i := range needed {
		taken[needed[i].File] = true
	}
	for i := 0; i < len(needed); i++ {
		ast.WalkRefs(needed[i].Module, func(ref ast.Ref) bool {
			for n := 2; n <= len(ref) && ref[0].Equal(ast.DefaultRootDocument); n++ {
				for _, k := range inPackage[ref[:n].String()] {
					if !taken[all[k].File] {
						taken[all[k].File] = true
						needed = append(needed, all[k])
					}
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
		if ownKey(e) {
			continue
		}
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

// ownKey reports whether a field is one of the users' own, which may stand
// anywhere and is in no schema.
func ownKey(e *ast.Error) bool {
	invalid, ok := e.Details.(*ast.RefErrInvalidDetail)
	if !ok || invalid.Pos >= len(invalid.Ref) {
		return false
	}
	name, ok := invalid.Ref[invalid.Pos].Value.(ast.String)
	return ok && strings.HasPrefix(string(name), ownPrefix)
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
