package syntax

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

func TestJSONValues(t *testing.T) {
	testValues(t, JSON, []valueCase{
		{"root map", " { \"a\" : 1 } \n", nil, Map, "", `{ "a" : 1 }`},
		{"root list", "\n[1, 2]\n", nil, List, "", "[1, 2]"},
		{"root text", `"x"`, nil, String, "x", `"x"`},
		{"number as written", `{"v": 1.10}`, at("v"), Number, "1.10", "1.10"},
		{"exponent", `{"v": -1.5E+3}`, at("v"), Number, "-1.5E+3", "-1.5E+3"},
		{"30 digits", `[123456789012345678901234567890]`, at(0), Number, "123456789012345678901234567890", "123456789012345678901234567890"},
		{"huge exponent", `[1e999999999]`, at(0), String, "1e999999999", "1e999999999"},
		{"text", `{"a": "b, c: d"}`, at("a"), String, "b, c: d", `"b, c: d"`},
		{"escapes", `{"a": "x\n\"y\" \u00e9\\"}`, at("a"), String, "x\n\"y\" é\\", `"x\n\"y\" \u00e9\\"`},
		{"surrogates", `["\ud83d\ude00"]`, at(0), String, "\U0001F600", `"\ud83d\ude00"`},
		{"half a surrogate", `["\ud83d"]`, at(0), String, "\uFFFD", `"\ud83d"`},
		{"escaped key", `{"a\u00e9": true}`, at("aé"), Bool, "true", "true"},
		{"false", `[false]`, at(0), Bool, "false", "false"},
		{"null", `[null ]`, at(0), Null, "null", "null"},
		{"after wide characters", "{\"é\": {\"日本\":\t[ 1 ,\r\n2]}}", at("é", "日本", 1), Number, "2", "2"},
		{"list", `{"a":[ 1 , {"b":[]} ] ,"c":0}`, at("a"), List, "", `[ 1 , {"b":[]} ]`},
		{"empty list", `{"a": [ ]}`, at("a"), List, "", "[ ]"},
		{"empty map", `{"a": {}}`, at("a"), Map, "", "{}"},
		{"byte order mark", "\uFEFF{\"a\": 1}", at("a"), Number, "1", "1"},
		{"empty key", `{"": 1}`, at(""), Number, "1", "1"},
	})
}

func TestJSONKeys(t *testing.T) {
	root := parseString(JSON, `{ "a b" : 1, "\u0063":2 }`).Values[0]
	for i, want := range []struct{ key, under string }{{"a b", `"a b"`}, {"c", `"\u0063"`}} {
		if key := root.Fields[i].Key; key.Scalar != want.key || key.Source() != want.under {
			t.Errorf("the key is %q under %q, want %q under %q", key.Scalar, key.Source(), want.key, want.under)
		}
	}
}

func TestJSONProblems(t *testing.T) {
	testProblems(t, JSON, []problemCase{
		{"empty file", "", Invalid, "1:1", "", "empty"},
		{"comma before a brace", "{\n \"a\": 1,\n}", Invalid, "2:8", ",", "no comma before a closing bracket"},
		{"comma before a bracket", "[1, ]", Invalid, "1:3", ",", "no comma before a closing bracket"},
		{"single quotes", `{"a": 'b'}`, Invalid, "1:7", "'", "double quotes"},
		{"single quotes around a key", `{'a': 1}`, Invalid, "1:2", "'", "double quotes"},
		{"comment", "// c\n{}", Invalid, "1:1", "/", "no comments"},
		{"comment within", "{\"a\": 1 // c\n}", Invalid, "1:9", "/", "no comments"},
		{"comment before a key", "{ /* c */ \"a\": 1}", Invalid, "1:3", "/", "no comments"},
		{"NaN", `{"a": NaN}`, Invalid, "1:7", "N", "NaN"},
		{"infinity", `{"a": -Infinity}`, Invalid, "1:8", "I", "Infinity"},
		{"Python's True", `{"a": True}`, Invalid, "1:7", "T", "as true"},
		{"Python's None", `{"a": None}`, Invalid, "1:7", "N", "as null"},
		{"bare key", `{a: 1}`, Invalid, "1:2", "a", "double quotes"},
		{"number as a key", `{1: 2}`, Invalid, "1:2", "1", "double quotes"},
		{"bare text", `{"é": mit}`, Invalid, "1:7", "m", "double quotes"},
		{"line break in text", "{\"a\": \"x\ny\"}", Invalid, "1:7", `"`, "line break"},
		{"unknown escape", `{"a": "\d"}`, Invalid, "1:8", `\`, "escape"},
		{"leading zero", `{"a": 01}`, Invalid, "1:7", "0", "cannot begin with 0"},
		{"point first", `{"a": .5}`, Invalid, "1:7", ".", "number in JSON"},
		{"missing colon", `{"a" 1}`, Invalid, "1:6", "1", "colon"},
		{"missing value", `{"a": }`, Invalid, "1:7", "}", "value is expected"},
		{"missing comma in a map", `{"a": 1 "b": 2}`, Invalid, "1:9", `"`, "comma or }"},
		{"missing comma in a list", "[1\n 2]", Invalid, "2:2", "2", "comma or ]"},
		{"wrong bracket", `{"a": [1}`, Invalid, "1:9", "}", "comma or ]"},
		{"brace never closed", "{\"a\": [1],\n \"b\": 2", Invalid, "1:1", "{", "never closed"},
		{"bracket never closed", "{\"a\": [1, {\"b\": 2}", Invalid, "1:7", "[", "never closed"},
		{"quote never closed", `{"a": "x}`, Invalid, "1:7", `"`, "never closed"},
		{"value cut short", "tru", Invalid, "1:1", "t", "not complete"},
		{"text after the value", "{}\nx", Invalid, "2:1", "x", "one value"},
		{"JSON lines", "{}\n{}\n", Invalid, "2:1", "{", "one value"},
		{"placeholder of a template", `{"a": {{ x }}}`, Invalid, "1:8", "{", "template"},
		{"after a byte order mark", "\uFEFF[1,]", Invalid, "1:3", ",", "no comma"},
		{"duplicate key", "{\"a\": 1,\n \"b\": {\"a\": 2},\n \"\\u0061\": 3}", DuplicateKey, "3:2", `"\u0061"`, `"a" is already on line 1`},
		{"too deep", nested("[", "", "]", 100_000), Limit, "1:101", "[", "levels"},
		{"too deep and open", strings.Repeat(`{"a":`, 100_000), Limit, "1:501", "{", "levels"},
	})
}

func TestJSONDuplicates(t *testing.T) {
	tree := parseString(JSON, `{"a": 1, "a": {"a": [2]}, "b": 3}`)
	checkTree(t, tree)
	if root := tree.Values[0]; root.Get("a").Scalar != "1" || root.Get("b").Scalar != "3" {
		t.Errorf("the first key does not count: %v", root)
	}
}

func TestJSONBrokenValueIsDropped(t *testing.T) {
	if tree := parseString(JSON, `{"a": 1,}`); len(tree.Values) != 0 {
		t.Errorf("got %d values", len(tree.Values))
	}
	if tree := parseString(JSON, "{\"a\": 1}\nx"); len(tree.Values) != 1 {
		t.Errorf("a value before other text is dropped: got %d values", len(tree.Values))
	}
}

func TestJSONNodeLimit(t *testing.T) {
	text := NewText("test", []byte("["+strings.Repeat("1,", 5000)+"1]"))
	tree := Parse(text, JSON, Limits{Depth: 100, Nodes: 1000})
	if len(tree.Problems) != 1 || tree.Problems[0].Rule != Limit {
		t.Errorf("the problems are %v", tree.Problems)
	}
}

// standardValue is the tree as encoding/json shows it. It is false for a number that is
// kept as text.
func standardValue(n *Node) (value any, ok bool) {
	ok = true
	switch n.Kind {
	case Null:
		return nil, true
	case Bool:
		return n.Scalar == "true", true
	case Number:
		return json.Number(n.Scalar), true
	case String:
		return n.Scalar, n.Source()[0] == '"'
	case List:
		list := make([]any, len(n.Items))
		for i, item := range n.Items {
			var itemOK bool
			list[i], itemOK = standardValue(item)
			ok = ok && itemOK
		}
		return list, ok
	default:
		m := make(map[string]any, len(n.Fields))
		for _, f := range n.Fields {
			var fieldOK bool
			m[f.Key.Scalar], fieldOK = standardValue(f.Value)
			ok = ok && fieldOK
		}
		return m, ok
	}
}

// FuzzJSON also checks that the reader and encoding/json agree on what is valid
// and on what it means.
func FuzzJSON(f *testing.F) {
	for _, seed := range []string{
		`{"a": [1, -2.5e3, "x\n", true, null, {}], "b": {"c": []}}`, "[1,]", `{"a": 1, "a": 2}`, "\uFEFF[]", `"\ud800"`, "nul", "// x",
		"{'a': 1}", `{"a":`, "[1] 2", "01", "-", nested("[", "", "]", 200), `{"a": {{ x }}}`, "\"a\nb\"", "[1,,2]", `{"a":NaN}`, "1e9999",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, content string) {
		tree := Parse(NewText("fuzz", []byte(content)), JSON, Limits{Depth: 100, Nodes: 10_000})
		checkTree(t, tree)
		bare := strings.TrimPrefix(content, "\uFEFF")
		for _, p := range tree.Problems {
			if p.Rule == Limit || strings.Contains(p.Message, "UTF-8") {
				return
			}
			if p.Rule == Invalid && json.Valid([]byte(bare)) {
				t.Errorf("valid JSON is refused: %s", p.Message)
			}
		}
		if len(tree.Problems) == 0 {
			compareWithStandard(t, tree.Values[0], bare)
		}
	})
}

func compareWithStandard(t *testing.T, root *Node, content string) {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(content))
	decoder.UseNumber()
	var want any
	if err := decoder.Decode(&want); err != nil {
		t.Fatalf("invalid JSON is accepted: %v", err)
	}
	got, ok := standardValue(root)
	if ok && !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
