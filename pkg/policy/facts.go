package policy

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"

	"github.com/aimslint/aimslint/pkg/rule"
)

// facts are what rules read under data besides each other: data.as_of, the
// day, and data.config, the parameters of the rules. Queries read data.asked
// too, the names of the rules that are asked. It is a store that is never
// written to, so that it needs neither locks nor transactions.
type facts struct {
	storage.WritesNotSupported
	storage.PolicyNotSupported
	storage.TriggersNotSupported

	root  ast.Object
	asked *ast.Array
}

func newFacts(rules []rule.Rule, options Options) (*facts, error) {
	given := maps.Clone(options.Parameters)
	maps.DeleteFunc(given, func(id string, _ map[string]any) bool { return options.Users != nil && options.Users.Rule(id) != nil })
	config, err := parameters(rules, given)
	if err != nil {
		return nil, err
	}
	root, err := ast.InterfaceToValue(map[string]any{"as_of": options.AsOf, "config": config})
	if err != nil {
		return nil, fmt.Errorf("parameters of rules: %w", err)
	}
	return &facts{root: root.(ast.Object)}, nil //nolint:forcetypeassert // a map becomes an object
}

// parameters are the values of all parameters: by rule and name, each from the
// configuration or else its default.
func parameters(rules []rule.Rule, given map[string]map[string]any) (map[string]any, error) {
	config := map[string]any{}
	for id := range given {
		if !slices.ContainsFunc(rules, func(r rule.Rule) bool { return r.ID == id }) {
			return nil, fmt.Errorf("parameters for %q: no such rule with parameters", id)
		}
	}
	for i := range rules {
		values, err := rules[i].Configure(given[rules[i].ID])
		if err != nil {
			return nil, err
		}
		config[rules[i].ID] = values
	}
	return config, nil
}

// Read gives the value at a path, as the evaluator asks for it.
func (f *facts) Read(_ context.Context, _ storage.Transaction, path storage.Path) (any, error) {
	if f.asked != nil && len(path) == 1 && path[0] == askedFact {
		return f.asked, nil
	}
	var value ast.Value = f.root
	for _, key := range path {
		object, ok := value.(ast.Object)
		if !ok {
			return nil, errNoFact
		}
		term := object.Get(ast.StringTerm(key))
		if term == nil {
			return nil, errNoFact
		}
		value = term.Value
	}
	return value, nil
}

const askedFact = "asked"

var errNoFact = &storage.Error{Code: storage.NotFoundErr, Message: "no such value"}

// The rest of a store, for which a constant has no use.

// NewTransaction gives a transaction that holds nothing.
func (*facts) NewTransaction(context.Context, ...storage.TransactionParams) (storage.Transaction, error) {
	return reading{}, nil
}

// Commit does nothing.
func (*facts) Commit(context.Context, storage.Transaction) error { return nil }

// Abort does nothing.
func (*facts) Abort(context.Context, storage.Transaction) {}

// Truncate is not supported.
func (*facts) Truncate(context.Context, storage.Transaction, storage.TransactionParams, storage.Iterator) error {
	return &storage.Error{Code: storage.WritesNotSupportedErr, Message: "facts are constant"}
}

// asking are the facts for a query that asks the named rules.
func (f *facts) asking(rules *ast.Array) *facts { return &facts{root: f.root, asked: rules} }

// day is the day that counts as today.
func (f *facts) day() string {
	day, _ := field(f.root, "as_of").(ast.String)
	return string(day)
}

// on are the facts of another day.
func (f *facts) on(day string) *facts {
	entries := [][2]*ast.Term{{ast.StringTerm("as_of"), ast.StringTerm(day)}}
	f.root.Foreach(func(key, value *ast.Term) {
		if key.Value.Compare(ast.String("as_of")) != 0 {
			entries = append(entries, [2]*ast.Term{key, value})
		}
	})
	return &facts{root: ast.NewObject(entries...)}
}

type reading struct{}

// ID is the same for all: they all read the same.
func (reading) ID() uint64 { return 0 }
