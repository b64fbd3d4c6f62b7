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
		if fault := unfit(fallback, given[name]); fault != "" {
			return nil, fmt.Errorf("rule %s: the parameter %q %s", r.ID, name, fault)
		}
		values[name] = given[name]
	}
	return values, nil
}

// unfit says what is wrong with a value of the right type: an interval or a
// length below zero, an item of a list that is of another type than those of
// the default. "" if nothing is.
func unfit(fallback, value any) string {
	if number(fallback) >= 0 && number(value) < 0 {
		return "must not be negative"
	}
	known, _ := fallback.([]any)
	items, _ := value.([]any)
	for _, item := range items {
		if len(known) > 0 && typeOf(item) != typeOf(known[0]) {
			return fmt.Sprintf("must be a list with %s in each place, not %s", typeOf(known[0]), typeOf(item))
		}
	}
	return ""
}

// number is the value of a number, and 0 for anything else.
func number(value any) float64 {
	switch value := value.(type) {
	case int:
		return float64(value)
	case float64:
		return value
	case json.Number:
		f, _ := value.Float64()
		return f
	}
	return 0
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
