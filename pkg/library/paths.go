package library

import (
	"fmt"
	"slices"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
)

// strayPaths are the paths into its document that a rule takes and that the schema does
// not have. The type checker of OPA sees some of them only: not those that are given to
// functions, nor what is reached through these, through every, or through a schema that
// refers to itself.
func strayPaths(m *Module, kind string, of *shape) []Problem {
	w := pathWalk{module: m, kind: kind, shape: of, wholes: wholes(m.Module)}
	for _, r := range m.Rules {
		w.bound = bindings(r)
		ast.WalkExprs(r, func(e *ast.Expr) bool {
			if terms, ok := e.Terms.([]*ast.Term); ok {
				w.call(terms)
			}
			return false
		})
		ast.WalkTerms(r, func(t *ast.Term) bool {
			switch value := t.Value.(type) {
			case ast.Call:
				w.call(value)
			case ast.Ref:
				w.ref(t, value)
			}
			return false
		})
	}
	return w.problems
}

// pathWalk is the search for paths in one module.
type pathWalk struct {
	module   *Module
	kind     string
	shape    *shape
	wholes   map[ast.Var]binding // rules that are a part of the document
	bound    map[ast.Var]binding // variables of the rule that is looked at
	problems []Problem
}

// binding is what a variable stands for: a term, or any item of it. The term is
// nil if that is not known.
type binding struct {
	term *ast.Term
	item bool
}

// call looks at the paths that a function is given.
func (w *pathWalk) call(terms []*ast.Term) {
	name := w.name(terms[0])
	switch {
	case name == "data.aimslint.lib.violation.at" && len(terms) > 1:
		if path, ok := w.literal(terms[1]); ok {
			w.check(terms[1], path)
		}
	case slices.Contains(pointing, name) && len(terms) > 2:
		of, known := w.place(terms[1], 0)
		if path, ok := w.literal(terms[2]); ok && known && len(of) == 3 && of[0] == "records" {
			w.checkIn(w.documents(of[1]), of[1], terms[2], path)
		}
	case len(terms) > 2 && takesPath(name):
		of, known := w.place(terms[1], 0)
		if path, ok := w.literal(terms[2]); ok && known {
			w.check(terms[2], append(of, path...))
		} else if key, ok := terms[2].Value.(ast.String); ok && known && name == objectGet {
			w.check(terms[2], append(of, string(key)))
		}
	}
}

// ref looks at a reference.
func (w *pathWalk) ref(t *ast.Term, ref ast.Ref) {
	if len(ref) < 2 {
		return
	}
	if steps, known := w.place(t, 0); known {
		w.check(t, steps)
	}
}

// pointing are the functions that take a record and a path into its document.
var pointing = []string{"data.aimslint.lib.violation.on", "data.aimslint.lib.violation.related"}

// documents is the shape of the documents of the records of a kind.
func (w *pathWalk) documents(kind string) *shape {
	if kind == anyStep {
		return &shape{} // own kinds among them
	}
	if of := shapeOf(kind); of != nil {
		return of
	}
	return w.shape.fields["records"].fields[kind].item
}

// check reports a path that the schema does not have.
func (w *pathWalk) check(at *ast.Term, steps []string) { w.checkIn(w.shape, about(w.kind), at, steps) }

func (w *pathWalk) checkIn(of *shape, kind string, at *ast.Term, steps []string) {
	if len(of.below(steps)) > 0 {
		return
	}
	n := 1
	for n < len(steps) && len(of.below(steps[:n])) > 0 {
		n++
	}
	message := unknown("field", steps[n-1], of.names(steps[:n-1]), "")
	w.problems = append(w.problems, Problem{w.module.File, at.Location.Row, at.Location.Col,
		fmt.Sprintf("%s It stands in `%s`, in a rule about %s.", message, at, kind)})
}

// deepest is more than people write variables that stand for others.
const deepest = 20

// place are the steps from the document to a term, if it is known to stand there.
func (w *pathWalk) place(t *ast.Term, depth int) ([]string, bool) {
	if depth > deepest {
		return nil, false
	}
	switch value := t.Value.(type) {
	case ast.Var:
		return w.variable(value, depth)
	case ast.Ref:
		of, known := w.place(value[0], depth)
		for _, step := range value[1:] {
			of = append(of, stepOf(step))
		}
		return of, known
	case ast.Call:
		name := w.name(value[0])
		if len(value) < 3 || !slices.Contains(passing, name) {
			return nil, false
		}
		of, known := w.place(value[1], depth+1)
		path, ok := w.literal(value[2])
		if key, isKey := value[2].Value.(ast.String); isKey && name == objectGet {
			path, ok = []string{string(key)}, true
		}
		return append(of, path...), known && ok
	}
	return nil, false
}

func (w *pathWalk) variable(name ast.Var, depth int) ([]string, bool) {
	if name.Equal(ast.InputRootDocument.Value) {
		return nil, true
	}
	b, ok := w.bound[name]
	if !ok {
		b = w.wholes[name]
	}
	if b.term == nil {
		return nil, false
	}
	of, known := w.place(b.term, depth+1)
	if b.item {
		of = append(of, anyStep)
	}
	return of, known
}

// literal are the steps of a path that is written out, or of a variable that
// stands for such a path.
func (w *pathWalk) literal(t *ast.Term) ([]string, bool) {
	switch value := t.Value.(type) {
	case ast.Var:
		if b := w.bound[value]; b.term != nil && !b.item && !b.term.Equal(t) {
			if array, ok := b.term.Value.(*ast.Array); ok {
				return stepsOf(array), true
			}
		}
	case *ast.Array:
		return stepsOf(value), true
	}
	return nil, false
}

func stepsOf(path *ast.Array) []string {
	var steps []string
	path.Foreach(func(step *ast.Term) { steps = append(steps, stepOf(step)) })
	return steps
}

func stepOf(t *ast.Term) string {
	switch value := t.Value.(type) {
	case ast.String:
		return string(value)
	case ast.Number:
		return anyIndex
	}
	return anyStep
}

// name is that of a function in full, whatever a module calls its import.
func (w *pathWalk) name(function *ast.Term) string {
	ref, ok := function.Value.(ast.Ref)
	if !ok || len(ref) == 0 {
		return function.String()
	}
	for _, imported := range w.module.Imports {
		if path, ok := imported.Path.Value.(ast.Ref); ok && ref[0].Value.Compare(imported.Name()) == 0 {
			return path.Concat(ref[1:]).String()
		}
	}
	return ref.String()
}

const objectGet = "object.get"

// passing are functions that give what stands at a path of an object.
var passing = []string{objectGet, "data.aimslint.lib.field.value", "data.aimslint.lib.field.items", "data.aimslint.lib.field.maps"}

// takesPath reports whether a function takes an object and a path into it: one
// of OPA, or one of lib, where the parameters are called so.
func takesPath(name string) bool { return name == objectGet || slices.Contains(pathFunctions(), name) }

var pathFunctions = sync.OnceValue(func() []string {
	var names []string
	for _, name := range Shared() {
		m, err := sharedModule(name, name)
		if err != nil {
			panic("embedded policies: " + err.Error())
		}
		for _, r := range m.Rules {
			if args := r.Head.Args; len(args) > 1 && args[0].String() == "object_" && args[1].String() == "path" {
				names = append(names, m.Package.Path.String()+"."+r.Head.Name.String())
			}
		}
	}
	return names
})

// wholes are the rules of a module that stand for a term, as `cards := input.x`.
func wholes(m *ast.Module) map[ast.Var]binding {
	found := map[ast.Var]binding{}
	for _, r := range m.Rules {
		name := r.Head.Name
		_, twice := found[name]
		plain := len(r.Head.Args) == 0 && r.Head.Key == nil && r.Head.Value != nil && r.Else == nil && len(r.Head.Ref()) == 1
		if twice || !plain {
			found[name] = binding{}
			continue
		}
		if ref, ok := r.Head.Value.Value.(ast.Ref); ok && ref[0].Equal(ast.InputRootDocument) {
			found[name] = binding{term: r.Head.Value}
		}
	}
	return found
}

// bindings are what the variables of a rule stand for. One that stands for
// several things stands for none that is known.
func bindings(r *ast.Rule) map[ast.Var]binding {
	bound := map[ast.Var]binding{}
	bind := func(variable *ast.Term, to binding) {
		name, ok := variable.Value.(ast.Var)
		if !ok {
			for _, v := range patternVars(variable) {
				bound[v] = binding{}
			}
			return
		}
		if known, twice := bound[name]; twice && (known.term == nil || to.term == nil || known.item != to.item || !known.term.Equal(to.term)) {
			to = binding{}
		}
		bound[name] = to
	}
	ast.WalkRules(r, func(part *ast.Rule) bool {
		for _, arg := range part.Head.Args {
			ast.WalkVars(arg, func(v ast.Var) bool { bind(ast.NewTerm(v), binding{}); return false })
		}
		return false
	})
	ast.WalkExprs(r, func(e *ast.Expr) bool {
		bindExpression(e, bind)
		return false
	})
	return bound
}

// patternVars are the variables that a pattern binds; a reference binds none.
func patternVars(t *ast.Term) []ast.Var {
	var found []ast.Var
	switch t.Value.(type) {
	case *ast.Array, ast.Object:
		ast.WalkVars(t, func(v ast.Var) bool { found = append(found, v); return false })
	}
	return found
}

func bindExpression(e *ast.Expr, bind func(*ast.Term, binding)) {
	switch terms := e.Terms.(type) {
	case *ast.SomeDecl:
		for _, symbol := range terms.Symbols {
			if call, ok := symbol.Value.(ast.Call); ok {
				bindMembers(call[1:], bind)
			}
		}
	case *ast.Every:
		bind(terms.Value, binding{term: terms.Domain, item: true})
		if terms.Key != nil {
			bind(terms.Key, binding{})
		}
	case []*ast.Term:
		if (e.IsAssignment() || e.IsEquality()) && len(terms) > 2 {
			bind(terms[1], binding{term: terms[2]})
		}
	}
}

// bindMembers binds the variables of `some x in y` or `some i, x in y`.
func bindMembers(operands []*ast.Term, bind func(*ast.Term, binding)) {
	last := len(operands) - 1
	bind(operands[last-1], binding{term: operands[last], item: true})
	if last > 1 {
		bind(operands[0], binding{})
	}
}
