package policy

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// read is one thing that a rule asks of a document, or of each map in a list of it:
// the value at a path, which may be undefined, or what a native function answers.
type read struct {
	list   *ast.Term // path of the list; nil for the document itself
	answer string    // name of the native, or that of a value or a map
	path   *ast.Term
}

func (r read) String() string {
	return fmt.Sprint(r.list, " ", r.answer, " ", r.path)
}

// of is what a document answers, undefined being nil: of a list, the answers of its
// items, one after the other.
func (r read) of(document *ast.Term) *ast.Term {
	if r.list == nil {
		return r.ask(document)
	}
	list := items(document, r.list).Value.(*ast.Array) //nolint:forcetypeassert // items gives a list
	answers := make([]*ast.Term, list.Len())
	for i := range answers {
		answers[i] = noMap
		if _, isMap := list.Elem(i).Value.(ast.Object); isMap {
			if answers[i] = r.ask(list.Elem(i)); answers[i] == nil {
				answers[i] = undefined
			}
		}
	}
	return ast.ArrayTerm(answers...)
}

// Documents hold no empty lists and maps: see [Input].
var (
	noMap     = ast.ObjectTerm()
	undefined = noItems
)

func (r read) ask(object *ast.Term) *ast.Term {
	switch r.answer {
	case itself:
		return find(object, r.path)
	case isMap:
		return ast.InternedTerm(true)
	}
	return natives[r.answer].call([]*ast.Term{object, r.path})
}

const (
	itself = "value"
	isMap  = "map"
)

// answers are the natives whose result tells less than the value that they look at, by
// the one that tells as much.
var answers = map[string]string{
	"absent": "present", "others": "others", "present": "present", "text": "text", "textless": "textless", "texts": "texts",
	"unless_number": "unless_number", "unnamed": "unnamed", "unworded": "worded", "worded": "worded",
}

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
	called   map[string]known    // values of functions by their call
	visited  map[*ast.Rule]known // values of other rules
}

// footprintOf is that of all rules under a reference.
func footprintOf(compiler *ast.Compiler, ref ast.Ref) *footprint {
	f := &footprint{compiler: compiler, reads: map[string]read{}, called: map[string]known{}, visited: map[*ast.Rule]known{}}
	f.virtual(ref)
	return f
}

// known is what the text tells of a value. Nothing is known of the zero value, of which
// all has been noted that was read to make it.
type known struct {
	document bool             // it is the document itself
	mapIn    []*ast.Term      // it is a map in the list at one of these paths
	mapsOf   []*ast.Term      // it holds maps of the list at one of these paths, by index
	fields   map[string]known // it is an object of these fields
	oneOf    []*ast.Term      // it is one of these constants
}

const mostConstants = 16 // of which a value is one; more are not worth a look

func (k known) String() string {
	fields := make([]string, 0, len(k.fields))
	for _, key := range slices.Sorted(maps.Keys(k.fields)) {
		fields = append(fields, key+k.fields[key].String())
	}
	return fmt.Sprint(k.document, k.mapIn, k.mapsOf, fields, k.oneOf)
}

func (k known) isMap() bool { return k.document || len(k.mapIn) > 0 }

// namesOf are what the variables of a rule stand for.
type namesOf map[ast.Var]known

// rule notes what a rule reads, and tells what is known of its value.
func (f *footprint) rule(r *ast.Rule, args []known) known {
	names := namesOf{}
	for i, arg := range r.Head.Args {
		f.bind([]*ast.Term{arg}, args[i], names)
	}
	var value known
	if f.body(r.Body, names) {
		f.use([]*ast.Term(r.Head.Reference), names)
		f.use(r.Head.Key, names)
		if r.Head.Value != nil {
			value = f.know(r.Head.Value, names)
			f.compare(value)
		}
	}
	if r.Else != nil {
		f.give(value)
		f.give(f.rule(r.Else, args))
		return known{}
	}
	return value
}

// compare notes that a rule whose value may be one map of a list or another fails
// unless they are equal.
func (f *footprint) compare(value known) {
	if len(value.mapIn) > 0 || len(value.mapsOf) > 1 {
		f.give(value)
	}
	for _, field := range value.fields {
		f.compare(field)
	}
}

// body reports whether the end of a body may be reached.
func (f *footprint) body(body ast.Body, names namesOf) bool {
	for _, e := range body {
		if len(e.With) > 0 {
			f.whole = true // the rules that are called see another document
		}
		switch terms := e.Terms.(type) {
		case *ast.Term:
			f.use(terms, names)
		case []*ast.Term:
			if always, sure := f.asksType(terms, names); sure && always == e.Negated {
				return false
			}
			f.call(terms, names)
		case *ast.Every:
			f.use([]*ast.Term{terms.Domain, terms.Key, terms.Value}, names)
			f.body(terms.Body, maps.Clone(names))
		case *ast.SomeDecl:
		}
	}
	return true
}

// asksType reports whether a call asks for the type of what is known to be a map, and
// the answer.
func (f *footprint) asksType(terms []*ast.Term, names namesOf) (answer, sure bool) {
	const operatorAndValue = 2
	name := terms[0].String()
	if len(terms) != operatorAndValue || !strings.HasPrefix(name, "is_") || !f.know(terms[1], names).isMap() {
		return false, false
	}
	return name == ast.IsObject.Name, true
}

func (f *footprint) call(terms []*ast.Term, names namesOf) {
	operator, _ := terms[0].Value.(ast.Ref)
	args := terms[1:]
	native, isNative := strings.CutPrefix(operator.String(), builtinName(""))
	switch {
	case operator.Equal(ast.Equality.Ref()):
		f.equal(args[0], args[1], names)
	case isNative:
		f.native(native, args, names)
	case operator.Equal(ast.ObjectGet.Ref()):
		f.readOf(f.know(args[0], names), itself, f.know(args[1], names))
		f.use(args[2:], names)
	case operator.Equal(ast.Count.Ref()) && len(f.know(args[0], names).mapsOf) > 0:
		f.use(args[1:], names) // that the maps are there has been noted
	case operator[0].Equal(ast.DefaultRootDocument):
		f.function(operator, args, names)
	default:
		for _, arg := range args {
			if _, sure := f.asksType([]*ast.Term{terms[0], arg}, names); !sure {
				f.use(arg, names)
			}
		}
	}
}

// native notes what a native reads.
func (f *footprint) native(name string, args []*ast.Term, names namesOf) {
	object := f.know(args[0], names)
	switch {
	case natives[name].arity == 1:
		f.give(object)
		f.use(args[1:], names)
		return
	case name == "maps" && object.document:
		if lists := f.know(args[1], names).oneOf; len(lists) > 0 {
			f.readOf(known{mapIn: lists}, isMap, known{oneOf: []*ast.Term{noItems}})
			f.bind(args[2:], known{mapsOf: lists}, names)
			return
		}
	case name == "names":
		f.readOf(object, itself, known{oneOf: eachAlone(f.know(args[1], names).oneOf)})
		f.use(args[2:], names)
		return
	}
	f.readOf(object, cmp.Or(answers[name], itself), f.know(args[1], names))
	f.use(args[2:], names)
}

// eachAlone are the items of lists, each as a list of its own.
func eachAlone(lists []*ast.Term) []*ast.Term {
	var alone []*ast.Term
	for _, list := range lists {
		each(list, func(_, key *ast.Term) { alone = append(alone, ast.ArrayTerm(key)) })
	}
	return alone
}

// readOf notes that something is read of an object, at a path that is one of some.
func (f *footprint) readOf(object known, answer string, path known) {
	if !object.isMap() || len(path.oneOf) == 0 {
		f.give(object)
		f.give(path)
		return
	}
	lists := object.mapIn
	if object.document {
		lists = []*ast.Term{nil}
	}
	for _, list := range lists {
		for _, p := range path.oneOf {
			r := read{list, answer, p}
			f.reads[r.String()] = r
		}
	}
}

// give notes that a value may go anywhere, so that all of it is read.
func (f *footprint) give(value known) {
	if value.document {
		f.whole = true
	}
	for _, list := range append(slices.Clone(value.mapIn), value.mapsOf...) {
		f.readOf(known{document: true}, itself, known{oneOf: []*ast.Term{list}})
	}
	for _, field := range value.fields {
		f.give(field)
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
	call := fmt.Sprint(operator, given)
	value, followed := f.called[call]
	if !followed {
		f.called[call] = known{}
		for _, r := range rules {
			value = f.rule(r, given)
			if len(rules) > 1 {
				f.give(value)
				value = known{}
			}
		}
		f.called[call] = value
	}
	f.bind(args[len(given):], value, names)
}

// bind gives the variable that takes a value, the result of a call or an argument,
// what is known of it. What is compared with a value is read.
func (f *footprint) bind(takers []*ast.Term, value known, names namesOf) {
	for _, t := range takers {
		v, isVar := t.Value.(ast.Var)
		if _, bound := names[v]; isVar && !bound {
			names[v] = value
			continue
		}
		f.use(t, names)
		f.give(value)
	}
}

// equal is where variables get their values.
func (f *footprint) equal(a, b *ast.Term, names namesOf) {
	for _, pair := range [...][2]*ast.Term{{a, b}, {b, a}} {
		v, isVar := pair[0].Value.(ast.Var)
		if _, bound := names[v]; isVar && !bound {
			value := f.know(pair[1], names)
			if _, bound = names[v]; !bound {
				names[v] = value
				return
			}
		}
	}
	f.use([]*ast.Term{a, b}, names)
}

// know is what the text tells of a value. What is read to make it is noted.
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
		return f.follow(v, names)
	case *ast.Array:
		if ast.IsConstant(v) {
			break
		}
		if lists := f.lists(v, names); len(lists) > 0 {
			return known{oneOf: lists}
		}
	case ast.Object:
		if ast.IsConstant(v) {
			break
		}
		if fields := f.fields(v, names); fields != nil {
			return known{fields: fields}
		}
	case *ast.ObjectComprehension:
		return f.selection(v, names)
	}
	if ast.IsConstant(t.Value) {
		return known{oneOf: []*ast.Term{t}}
	}
	f.use(t, names)
	return known{}
}

// follow goes along a reference as far as something is known.
func (f *footprint) follow(ref ast.Ref, names namesOf) known {
	if ref[0].Equal(ast.DefaultRootDocument) {
		f.use([]*ast.Term(ref[1:]), names)
		if rules := f.compiler.GetRulesExact(ref); len(rules) == 1 && rules[0].Head.RuleKind() == ast.SingleValue && rules[0].Ref().IsGround() {
			return f.valueOf(rules[0])
		}
		f.virtual(ref)
		return known{}
	}
	value := f.know(ref[0], names)
	for i, key := range ref[1:] {
		switch {
		case value.isMap():
			f.path(value, ref[i+1:], names)
			return known{}
		case len(value.mapsOf) > 0:
			f.use(key, names)
			value = known{mapIn: value.mapsOf}
		case value.fields != nil:
			name, isText := key.Value.(ast.String)
			field, there := value.fields[string(name)]
			if !isText || !there {
				f.give(value)
				f.use([]*ast.Term(ref[i+1:]), names)
				return known{}
			}
			value = field
		case len(value.oneOf) > 0:
			value = known{oneOf: f.parts(value.oneOf, key, names)}
		default:
			f.use([]*ast.Term(ref[i+1:]), names)
			return known{}
		}
	}
	return value
}

// path notes what a reference reads of a map: the value at the longest path of which
// the keys are known.
func (f *footprint) path(object known, keys []*ast.Term, names namesOf) {
	f.use(keys, names)
	paths := [][]*ast.Term{nil}
	for _, key := range keys {
		steps := f.know(key, names).oneOf
		if len(steps) == 0 || len(steps)*len(paths) > mostConstants ||
			slices.ContainsFunc(steps, func(t *ast.Term) bool { _, isText := t.Value.(ast.String); return !isText }) {
			break
		}
		paths = product(paths, steps)
	}
	if len(paths[0]) == 0 {
		f.give(object)
		return
	}
	f.readOf(object, itself, known{oneOf: asLists(paths)})
}

// parts are the values that constant[key] may be. If the key is a variable that stands
// for nothing yet, it becomes one of the keys.
func (f *footprint) parts(wholes []*ast.Term, key *ast.Term, names namesOf) []*ast.Term {
	var keys, parts []*ast.Term
	for _, whole := range wholes {
		each(whole, func(key, part *ast.Term) { keys, parts = append(keys, key), append(parts, part) })
	}
	v, isVar := key.Value.(ast.Var)
	if len(parts) > mostConstants {
		keys, parts = nil, nil
	}
	if _, bound := names[v]; isVar && !bound {
		names[v] = known{oneOf: keys}
	} else {
		f.use(key, names)
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
		item := list.Elem(i)
		if _, isVar := item.Value.(ast.Var); !isVar && !ast.IsConstant(item.Value) {
			return nil
		}
		choice := f.know(item, names).oneOf
		if len(choice) == 0 || len(choice)*len(found) > mostConstants {
			return nil
		}
		found = product(found, choice)
	}
	return asLists(found)
}

func product(starts [][]*ast.Term, next []*ast.Term) [][]*ast.Term {
	longer := make([][]*ast.Term, 0, len(starts)*len(next))
	for _, start := range starts {
		for _, item := range next {
			longer = append(longer, append(slices.Clone(start), item))
		}
	}
	return longer
}

func asLists(all [][]*ast.Term) []*ast.Term {
	lists := make([]*ast.Term, len(all))
	for i := range all {
		lists[i] = ast.ArrayTerm(all[i]...)
	}
	return lists
}

// fields are those of an object whose keys are texts; nil for another one.
func (f *footprint) fields(object ast.Object, names namesOf) map[string]known {
	fields := map[string]known{}
	for _, key := range object.Keys() {
		name, isText := key.Value.(ast.String)
		if !isText {
			return nil
		}
		fields[string(name)] = f.know(object.Get(key), names)
	}
	return fields
}

// selection is an object by comprehension. If its values are maps of a list, they are
// still known as such; what chooses among them is noted. Unless they keep their indexes,
// two of them may come to one key, which fails if they differ.
func (f *footprint) selection(c *ast.ObjectComprehension, names namesOf) known {
	names = maps.Clone(names)
	f.body(c.Body, names)
	f.use(c.Key, names)
	value := f.know(c.Value, names)
	if len(value.mapIn) != 1 || !keepsIndexes(c) {
		f.give(value)
	}
	return known{mapsOf: value.mapIn}
}

// keepsIndexes reports whether all values of an object by comprehension have the key
// that they had in another, as in {i: item | some i, item in items}.
func keepsIndexes(c *ast.ObjectComprehension) bool {
	return slices.ContainsFunc(c.Body, func(e *ast.Expr) bool {
		if !e.IsEquality() || e.Negated || !e.Operand(0).Equal(c.Value) {
			return false
		}
		from, isRef := e.Operand(1).Value.(ast.Ref)
		return isRef && len(from) == 2 && from[1].Equal(c.Key)
	})
}

// use notes what terms read, whose values may then go anywhere.
func (f *footprint) use(what any, names namesOf) {
	switch x := what.(type) {
	case []*ast.Term:
		for _, t := range x {
			f.use(t, names)
		}
	case *ast.Term:
		if x != nil {
			f.useValue(x, names)
		}
	}
}

func (f *footprint) useValue(t *ast.Term, names namesOf) {
	switch v := t.Value.(type) {
	case ast.Var, ast.Ref, *ast.ObjectComprehension:
		f.give(f.know(t, names))
	case *ast.Array:
		v.Foreach(func(item *ast.Term) { f.use(item, names) })
	case ast.Set:
		v.Foreach(func(item *ast.Term) { f.use(item, names) })
	case ast.Object:
		v.Foreach(func(key, value *ast.Term) { f.use([]*ast.Term{key, value}, names) })
	case *ast.ArrayComprehension:
		f.comprehend(v.Body, v.Term, names)
	case *ast.SetComprehension:
		f.comprehend(v.Body, v.Term, names)
	case ast.Call, *ast.TemplateString:
		f.whole = true
	}
}

// comprehend notes what a comprehension reads. What its variables stand for is known
// within it alone: another may have a variable of the same name.
func (f *footprint) comprehend(body ast.Body, term *ast.Term, names namesOf) {
	names = maps.Clone(names)
	f.body(body, names)
	f.use(term, names)
}

// virtual follows a reference to rules. Other data is the same for all documents.
func (f *footprint) virtual(ref ast.Ref) {
	for _, r := range f.compiler.GetRulesDynamicWithOpts(ref, ast.RulesOptions{IncludeHiddenModules: true}) {
		if len(r.Head.Args) == 0 {
			f.give(f.valueOf(r))
		}
	}
}

// valueOf is what is known of the value of a rule that is no function.
func (f *footprint) valueOf(r *ast.Rule) known {
	value, visited := f.visited[r]
	if !visited {
		f.visited[r] = known{}
		value = f.rule(r, nil)
		f.visited[r] = value
	}
	return value
}
