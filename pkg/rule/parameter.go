package rule

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

// Configure is the values of all parameters of the rule by name: those given,
// and the defaults of the others. An error names a parameter that the rule does
// not have or a value that is not of the parameter's type.
func (r *Rule) Configure(given map[string]any) (map[string]any, error) {
	values := make(map[string]any, len(r.Parameters))
	for _, p := range r.Parameters {
		values[p.Name] = p.Default
	}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		fallback, ok := values[name]
		if !ok {
			return nil, fmt.Errorf("rule %s has no parameter %q", r.ID, name)
		}
		if want, got := typeOf(fallback), typeOf(given[name]); want != got {
			return nil, fmt.Errorf("rule %s: the parameter %q must be %s, not %s", r.ID, name, want, got)
		}
		values[name] = given[name]
	}
	return values, nil
}

// typeOf is the type of a parameter's value in words.
func typeOf(value any) string {
	switch value.(type) {
	case bool:
		return "true or false"
	case string:
		return "text"
	case int, int64, uint64, float64, json.Number:
		return "a number"
	case []any, []string:
		return "a list"
	case nil:
		return "null"
	}
	return "a map"
}
