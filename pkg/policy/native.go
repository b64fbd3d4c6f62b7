package policy

import (
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
	"github.com/open-policy-agent/opa/v1/types"
)

// natives are the functions of policies/lib/field.rego once more, in Go. Rules ask
// little else: of the functions that are called for a model card more than half are
// these, and the evaluator needs some microseconds for each. What the module says
// holds: a function here is undefined, and gives the same values, where that of the
// module does; the tests hold one against the other, and the rules against stock OPA.
var natives = map[string]native{
	"absent":        {2, func(args []*ast.Term) *ast.Term { return holds(says(valueAt(args[0], args[1])) == nil) }},
	"present":       {2, func(args []*ast.Term) *ast.Term { return holds(says(valueAt(args[0], args[1])) != nil) }},
	"value":         {2, func(args []*ast.Term) *ast.Term { return valueAt(args[0], args[1]) }},
	"items":         {2, func(args []*ast.Term) *ast.Term { return items(args[0], args[1]) }},
	"maps":          {2, func(args []*ast.Term) *ast.Term { return mapsAt(args[0], args[1]) }},
	"others":        {2, func(args []*ast.Term) *ast.Term { return others(args[0], args[1]) }},
	"text":          {2, func(args []*ast.Term) *ast.Term { return text(args[0], args[1]) }},
	"worded":        {2, func(args []*ast.Term) *ast.Term { return holds(worded(args[0], args[1])) }},
	"unless_number": {2, func(args []*ast.Term) *ast.Term { return unlessNumber(args[0], args[1]) }},
	"unworded":      {2, func(args []*ast.Term) *ast.Term { return holds(!worded(args[0], args[1])) }},
	"wording":       {1, func(args []*ast.Term) *ast.Term { return holds(wording(args[0])) }},
	"name":          {2, func(args []*ast.Term) *ast.Term { return nameAt(args[0], args[1]) }},
	"names":         {2, func(args []*ast.Term) *ast.Term { return names(args[0], args[1]) }},
	"unnamed":       {2, func(args []*ast.Term) *ast.Term { return holds(isEmptyText(nameAt(args[0], args[1]))) }},
	"textless":      {2, func(args []*ast.Term) *ast.Term { return holds(textless(args[0], args[1])) }},
	"texts":         {2, func(args []*ast.Term) *ast.Term { return texts(args[0], args[1]) }},
}

// native is a function of so many arguments; nil is undefined.
type native struct {
	arity int
	call  func(args []*ast.Term) *ast.Term
}

const nativeModule = "aimslint.lib.field"

// builtins are the natives as the evaluator knows functions of Go.
var builtins = func() map[string]*topdown.Builtin {
	all := make(map[string]*topdown.Builtin, len(natives))
	for name, f := range natives {
		arguments := make([]types.Type, f.arity)
		for i := range arguments {
			arguments[i] = types.A
		}
		all[builtinName(name)] = &topdown.Builtin{
			Decl: &ast.Builtin{Name: builtinName(name), Decl: types.NewFunction(arguments, types.A), CanSkipBctx: true},
			Func: func(_ topdown.BuiltinContext, operands []*ast.Term, give func(*ast.Term) error) error {
				if result := f.call(operands); result != nil {
					return give(result)
				}
				return nil
			},
		}
	}
	return all
}()

func builtinName(name string) string { return "native_" + name }

// useNatives has compiled rules call the natives.
func useNatives(modules map[string]*ast.Module) {
	for _, module := range modules {
		ast.WalkExprs(module, func(e *ast.Expr) bool {
			if e.IsCall() {
				if name := nativeName(e.Operator()); name != "" {
					e.Terms.([]*ast.Term)[0] = ast.NewTerm(ast.Ref{ast.VarTerm(builtinName(name))}) //nolint:forcetypeassert // a call has terms
				}
			}
			return false
		})
	}
}

// nativeName is the name of the native that a reference names, or "".
func nativeName(ref ast.Ref) string {
	const length = 5 // data, the three parts of the module, the name
	if len(ref) != length || !ref.HasPrefix(nativeRef) {
		return ""
	}
	name, _ := ref[length-1].Value.(ast.String)
	if _, known := natives[string(name)]; known {
		return string(name)
	}
	return ""
}

var nativeRef = ast.MustParseRef("data." + nativeModule)

var (
	emptyText = ast.InternedTerm("")
	noItems   = ast.ArrayTerm()
)

func holds(is bool) *ast.Term {
	if is {
		return ast.InternedTerm(true)
	}
	return nil
}

// valueAt is value: what is at a path, or null.
func valueAt(object, path *ast.Term) *ast.Term {
	if at := find(object, path); at != nil {
		return at
	}
	return ast.InternedNullTerm
}

// find is object.get: a path is a list of keys, or one key.
func find(object, path *ast.Term) *ast.Term {
	if _, ok := object.Value.(ast.Object); !ok {
		return nil
	}
	keys, ok := path.Value.(*ast.Array)
	if !ok {
		return object.Get(path)
	}
	for i := 0; object != nil && i < keys.Len(); i++ {
		object = object.Get(keys.Elem(i))
	}
	return object
}

// says is a value if it says something.
func says(value *ast.Term) *ast.Term {
	switch v := value.Value.(type) {
	case ast.Null:
		return nil
	case ast.String:
		if v == "" {
			return nil
		}
	case *ast.Array:
		if v.Len() == 0 {
			return nil
		}
	case ast.Object:
		if v.Len() == 0 {
			return nil
		}
	}
	return value
}

func items(object, path *ast.Term) *ast.Term {
	value := valueAt(object, path)
	if _, ok := value.Value.(*ast.Array); ok {
		return value
	}
	if says(value) == nil {
		return noItems
	}
	return ast.ArrayTerm(value)
}

func mapsAt(object, path *ast.Term) *ast.Term { return byIndex(object, path, isObject) }

func others(object, path *ast.Term) *ast.Term {
	return byIndex(object, path, func(item *ast.Term) bool { return !isObject(item) })
}

func isObject(t *ast.Term) bool {
	_, is := t.Value.(ast.Object)
	return is
}

// byIndex are the chosen items of a list by their index.
func byIndex(object, path *ast.Term, chosen func(*ast.Term) bool) *ast.Term {
	list := items(object, path).Value.(*ast.Array) //nolint:forcetypeassert // items gives a list
	found := make([][2]*ast.Term, 0, list.Len())
	for i := range list.Len() {
		if item := list.Elem(i); chosen(item) {
			found = append(found, [2]*ast.Term{ast.InternedTerm(i), item})
		}
	}
	return ast.ObjectTerm(found...)
}

func unlessNumber(object, path *ast.Term) *ast.Term {
	value := valueAt(object, path)
	if _, isNumber := value.Value.(ast.Number); isNumber {
		return ast.InternedNullTerm
	}
	return value
}

func text(object, path *ast.Term) *ast.Term {
	at := find(object, path)
	if at == nil {
		return emptyText
	}
	if _, ok := at.Value.(ast.String); !ok {
		return emptyText
	}
	return trimmed(at)
}

// trimmed is a text without the blanks around it.
func trimmed(text *ast.Term) *ast.Term {
	whole := string(text.Value.(ast.String)) //nolint:forcetypeassert // callers ask
	if inner := strings.TrimSpace(whole); len(inner) < len(whole) {
		return ast.InternedTerm(inner)
	}
	return text
}

func isEmptyText(t *ast.Term) bool { return t.Value.Compare(emptyText.Value) == 0 }

// isText reports whether a value is text and not blank.
func isText(t *ast.Term) bool {
	s, ok := t.Value.(ast.String)
	return ok && strings.TrimSpace(string(s)) != ""
}

func worded(object, path *ast.Term) bool {
	at := find(object, path)
	return at != nil && (isText(at) || somePart(at, wording))
}

func wording(part *ast.Term) bool { return isText(part) || somePart(part, isText) }

// somePart reports whether something holds for a part of a list, map or set.
func somePart(whole *ast.Term, is func(*ast.Term) bool) bool {
	switch v := whole.Value.(type) {
	case *ast.Array:
		return v.Until(is)
	case ast.Object:
		return v.Until(func(_, part *ast.Term) bool { return is(part) })
	case ast.Set:
		return v.Until(is)
	}
	return false
}

func nameAt(object, path *ast.Term) *ast.Term {
	if at := find(object, path); at != nil {
		return asName(at)
	}
	return emptyText
}

// asName is a text without the blanks around it, or a number as it is written.
func asName(value *ast.Term) *ast.Term {
	switch value.Value.(type) {
	case ast.String:
		return trimmed(value)
	case ast.Number:
		written := emptyText
		_ = sprintf(topdown.BuiltinContext{}, []*ast.Term{ast.InternedTerm("%v"), ast.ArrayTerm(value)}, func(result *ast.Term) error {
			written = result
			return nil
		})
		return written
	}
	return emptyText
}

var sprintf = topdown.GetBuiltin(ast.Sprintf.Name)

// names takes the keys as a list or set; of a map, the values are the keys.
func names(object, keys *ast.Term) *ast.Term {
	var found [][2]*ast.Term
	each(keys, func(_, key *ast.Term) {
		name := emptyText
		if at := object.Get(key); at != nil {
			name = asName(at)
		}
		found = append(found, [2]*ast.Term{key, name})
	})
	return ast.ObjectTerm(found...)
}

func textless(object, path *ast.Term) bool {
	list := items(object, path).Value.(*ast.Array) //nolint:forcetypeassert // items gives a list
	return !list.Until(isText)
}

func texts(object, path *ast.Term) *ast.Term {
	list := items(object, path).Value.(*ast.Array) //nolint:forcetypeassert // items gives a list
	found := make([]*ast.Term, 0, list.Len())
	list.Foreach(func(item *ast.Term) {
		if isText(item) {
			found = append(found, trimmed(item))
		}
	})
	return ast.ArrayTerm(found...)
}
