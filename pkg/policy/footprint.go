package policy

import (
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// read is one thing that a rule asks of a document: the value at a path, which may
// be undefined, or whether a native function holds for the document and that path.
type read struct {
	holds string // name of the native; "" for the value itself
	path  *ast.Term
}

func (r read) String() string { return r.holds + r.path.String() }

// of is what a document answers: a value, undefined being nil.
func (r read) of(document *ast.Term) *ast.Term {
	if r.holds == "" {
		return find(document, r.path)
	}
	return natives[r.holds].call([]*ast.Term{document, r.path})
}

// questions are the natives of which a rule learns yes or no and nothing else.
var questions = []string{"absent", "present", "unnamed", "unworded", "worded"}

// footprint is what a rule reads of its document, as its text tells: every document
// that answers all reads alike gets the same violations on the same day. What the
// text does not tell makes it whole: then the rule may see everything.
//
// It is worked out on compiled rules. There a body is in an order in which variables
// have their values before they are used, every name of a variable occurs in one rule
// alone, and calls stand by themselves.
type footprint struct {
	compiler *ast.Compiler
	reads    map[string]read
	whole    bool
	visited  map[string]bool
	rules    map[*ast.Rule]bool
}

// footprintOf is that of all rules under a reference.
func footprintOf(compiler *ast.Compiler, ref ast.Ref) *footprint {
	f := &footprint{compiler: compiler, reads: map[string]read{}, visited: map[string]bool{}, rules: map[*ast.Rule]bool{}}
	f.virtual(ref)
	return f
}

// known is what the text tells of a value: that it is the document itself, or one of
// some constants; neither if nothing is known.
type known struct {
	document bool
	oneOf    []*ast.Term
}

const mostConstants = 16 // of which a value is one; more are not worth a look

func (k known) String() string {
	if k.document {
		return "input"
	}
	texts := make([]string, len(k.oneOf))
	for i, t := range k.oneOf {
		texts[i] = t.String()
	}
	return strings.Join(texts, "|")
}

// namesOf are what the variables of a rule stand for.
type namesOf map[ast.Var]known

func (f *footprint) rule(r *ast.Rule, args []known) {
	names := namesOf{}
	for i, arg := range r.Head.Args {
		if v, ok := arg.Value.(ast.Var); ok {
			names[v] = args[i]
		} else if args[i].document {
			f.whole = true
		}
	}
	f.body(r.Body, names)
	for _, part := range append(slices.Clone(r.Head.Reference), r.Head.Key, r.Head.Value) {
		if part != nil {
			f.use(part, names)
		}
	}
	if r.Else != nil {
		f.rule(r.Else, args)
	}
}

func (f *footprint) body(body ast.Body, names namesOf) {
	for _, e := range body {
		if len(e.With) > 0 {
			f.whole = true // the rules that are called see another document
		}
		switch terms := e.Terms.(type) {
		case *ast.Term:
			f.use(terms, names)
		case []*ast.Term:
			f.call(terms, names)
		case *ast.Every:
			f.use(terms.Domain, names)
			f.body(terms.Body, names)
		case *ast.SomeDecl:
		}
	}
}

func (f *footprint) call(terms []*ast.Term, names namesOf) {
	operator, _ := terms[0].Value.(ast.Ref)
	args := terms[1:]
	switch {
	case operator.Equal(ast.Equality.Ref()):
		f.equal(args[0], args[1], names)
	case operator.Equal(ast.ObjectGet.Ref()) && f.know(args[0], names).document:
		f.read("", f.know(args[1], names))
		f.use(args[2:], names)
	case operator[0].Equal(ast.DefaultRootDocument):
		f.function(operator, args, names)
	case f.native(operator, args, names):
	default:
		f.use(args, names)
	}
}

// native notes what a native reads of the document.
func (f *footprint) native(operator ast.Ref, args []*ast.Term, names namesOf) bool {
	name, isNative := strings.CutPrefix(operator.String(), builtinName(""))
	if !isNative || !f.know(args[0], names).document {
		return false
	}
	const ofPath = 2
	switch {
	case slices.Contains(questions, name):
		f.read(name, f.know(args[1], names))
	case natives[name].arity == ofPath && name != "names":
		f.read("", f.know(args[1], names))
	default:
		f.whole = true
	}
	f.use(args[2:], names)
	return true
}

func (f *footprint) read(holds string, path known) {
	if len(path.oneOf) == 0 {
		f.whole = true
	}
	for _, p := range path.oneOf {
		r := read{holds, p}
		f.reads[r.String()] = r
	}
}

// function follows a call of a function of the policies.
func (f *footprint) function(operator ast.Ref, args []*ast.Term, names namesOf) {
	rules := f.compiler.GetRulesExact(operator)
	if len(rules) == 0 {
		f.whole = true
		return
	}
	given := make([]known, len(rules[0].Head.Args))
	for i := range given {
		given[i] = f.know(args[i], names)
	}
	f.use(args[len(given):], names)
	call := fmt.Sprint(operator, given)
	if f.visited[call] {
		return
	}
	f.visited[call] = true
	for _, r := range rules {
		f.rule(r, given)
	}
}

// equal is where variables get their values.
func (f *footprint) equal(a, b *ast.Term, names namesOf) {
	for _, pair := range [...][2]*ast.Term{{a, b}, {b, a}} {
		v, isVar := pair[0].Value.(ast.Var)
		if _, bound := names[v]; isVar && !bound {
			names[v] = f.know(pair[1], names)
			return
		}
	}
	f.use([]*ast.Term{a, b}, names)
}

// know is what the text tells of a value. Whatever is read to make it is noted.
func (f *footprint) know(t *ast.Term, names namesOf) known {
	switch v := t.Value.(type) {
	case ast.Var:
		if v.Equal(ast.InputRootDocument.Value) {
			return known{document: true}
		}
		if _, bound := names[v]; !bound {
			names[v] = known{}
		}
		return names[v]
	case ast.Ref:
		if len(v) == 1 {
			return f.know(v[0], names)
		}
		if parts := f.part(v, names); len(parts) > 0 {
			return known{oneOf: parts}
		}
	case *ast.Array:
		if lists := f.lists(v, names); len(lists) > 0 {
			return known{oneOf: lists}
		}
	}
	if ast.IsConstant(t.Value) {
		return known{oneOf: []*ast.Term{t}}
	}
	f.use(t, names)
	return known{}
}

// part are the values that a reference such as constant[key] may lead to. If the key
// is a variable that stands for nothing yet, it becomes one of the keys.
func (f *footprint) part(ref ast.Ref, names namesOf) []*ast.Term {
	const keyed = 2
	wholes := f.know(ref[0], names).oneOf
	if len(ref) != keyed || len(wholes) == 0 {
		return nil
	}
	var keys, parts []*ast.Term
	for _, whole := range wholes {
		each(whole, func(key, part *ast.Term) { keys, parts = append(keys, key), append(parts, part) })
	}
	if v, ok := ref[1].Value.(ast.Var); !ok || len(parts) > mostConstants {
		return nil
	} else if _, bound := names[v]; !bound {
		names[v] = known{oneOf: keys}
	}
	return parts
}

// each calls f for the parts of a constant.
func each(whole *ast.Term, f func(key, part *ast.Term)) {
	switch v := whole.Value.(type) {
	case *ast.Array:
		for i := range v.Len() {
			f(ast.InternedTerm(i), v.Elem(i))
		}
	case ast.Object:
		v.Foreach(f)
	case ast.Set:
		v.Foreach(func(item *ast.Term) { f(item, item) })
	}
}

// lists are the lists that a list with variables may be.
func (f *footprint) lists(list *ast.Array, names namesOf) []*ast.Term {
	found := [][]*ast.Term{nil}
	for i := range list.Len() {
		if _, isVar := list.Elem(i).Value.(ast.Var); !isVar && !ast.IsConstant(list.Elem(i).Value) {
			return nil
		}
		var longer [][]*ast.Term
		for _, start := range found {
			for _, item := range f.know(list.Elem(i), names).oneOf {
				longer = append(longer, append(slices.Clip(start), item))
			}
		}
		if found = longer; len(found) > mostConstants {
			return nil
		}
	}
	lists := make([]*ast.Term, len(found))
	for i := range found {
		lists[i] = ast.ArrayTerm(found[i]...)
	}
	return lists
}

// use notes what terms read, whose values may then go anywhere.
func (f *footprint) use(what any, names namesOf) {
	switch x := what.(type) {
	case []*ast.Term:
		for _, t := range x {
			f.use(t, names)
		}
	case *ast.Term:
		f.useValue(x.Value, names)
	}
}

func (f *footprint) useValue(v ast.Value, names namesOf) {
	switch v := v.(type) {
	case ast.Var:
		if f.know(ast.NewTerm(v), names).document {
			f.whole = true
		}
	case ast.Ref:
		f.useRef(v, names)
	case *ast.Array:
		v.Foreach(func(t *ast.Term) { f.use(t, names) })
	case ast.Set:
		v.Foreach(func(t *ast.Term) { f.use(t, names) })
	case ast.Object:
		v.Foreach(func(key, value *ast.Term) { f.use([]*ast.Term{key, value}, names) })
	case *ast.ArrayComprehension:
		f.body(v.Body, names)
		f.use(v.Term, names)
	case *ast.SetComprehension:
		f.body(v.Body, names)
		f.use(v.Term, names)
	case *ast.ObjectComprehension:
		f.body(v.Body, names)
		f.use([]*ast.Term{v.Key, v.Value}, names)
	case ast.Call, *ast.TemplateString:
		f.whole = true
	}
}

func (f *footprint) useRef(ref ast.Ref, names namesOf) {
	f.use([]*ast.Term(ref[1:]), names)
	if ref[0].Equal(ast.DefaultRootDocument) {
		f.virtual(ref)
		return
	}
	if !f.know(ref[0], names).document {
		return
	}
	var path []*ast.Term
	for _, key := range ref[1:] {
		if _, ok := key.Value.(ast.String); !ok {
			break
		}
		path = append(path, key)
	}
	if len(path) == 0 {
		f.whole = true
		return
	}
	f.read("", known{oneOf: []*ast.Term{ast.ArrayTerm(path...)}})
}

// virtual follows a reference to rules. Other data is the same for all documents.
func (f *footprint) virtual(ref ast.Ref) {
	for _, r := range f.compiler.GetRulesDynamicWithOpts(ref, ast.RulesOptions{IncludeHiddenModules: true}) {
		if len(r.Head.Args) == 0 && !f.rules[r] {
			f.rules[r] = true
			f.rule(r, nil)
		}
	}
}
