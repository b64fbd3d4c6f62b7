package rule

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

func TestConfigure(t *testing.T) {
	r := Rule{ID: "a/b", Parameters: []Parameter{{Name: "days", Default: 30}, {Name: "words", Default: []any{"x"}}, {Name: "strict", Default: true}}}
	got, err := r.Configure(map[string]any{"days": 7.5, "strict": false})
	want := map[string]any{"days": 7.5, "words": []any{"x"}, "strict": false}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, %v, want %v", got, err, want)
	}
	for words, given := range map[string]map[string]any{
		`rule a/b has no parameter "day"`:              {"day": 1},
		`"days" must be a number, not text`:            {"days": "7"},
		`"days" must be a number, not null`:            {"days": nil},
		`"words" must be a list, not a map`:            {"words": map[string]any{}},
		`"days" must not be negative`:                  {"days": json.Number("-1")},
		`text in each place, not a number`:             {"words": []any{"a", 1}},
		`"strict" must be true or false, not a number`: {"strict": 1},
	} {
		if _, err := r.Configure(given); err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("got %v, want %q", err, words)
		}
	}
}
