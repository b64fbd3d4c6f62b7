package policy

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/aimslint/aimslint/policies"
)

// A rule that reads in an unusual way must be asked again about a document that
// differs from an earlier one in what it reads. Each of these objects to one document
// and not, or not so, to the other.
func TestFootprintsLeaveNothingOut(t *testing.T) {
	list := []string{"list: [{a: x, b: y}, {a: z}]", "list: [{a: x, b: n}, {a: z}]"}
	for name, test := range map[string]struct {
		rule      string
		documents []string
	}{
		"partial object": {`by_name[item.a] := item if some item in entries
			objects if { all := by_name; all.x.b == "y" }`, list},
		"partial object in a longer reference": {`by.name[item.a] := item if some item in entries
			objects if { all := by.name; all.x.b == "y" }`, list},
		"partial set": {`found contains item if some item in entries
			objects if { some item in found; item.b == "y" }`, list},
		"value of every": {`objects if { some item in entries; every v in [{"a": "x", "b": "y"}] { v == item } }`, list},
		"key of every":   {`objects if { some item in entries; every k, _ in {{"a": "x", "b": "y"}: 1} { k == item } }`, list},
		"domain of every": {`objects if { every item in entries { item.b == "y" } }`,
			[]string{"list: [{a: x, b: y}]", "list: [{a: x, b: n}]"}},
		"pattern as an argument": {`f([v], item) if v == item
			objects if { some item in entries; f([{"a": "x", "b": "y"}], item) }`, list},
		"object as an argument": {`f({"v": v}, item) if item == v
			objects if { some item in entries; f({"v": {"a": "x", "b": "y"}}, item) }`, list},
		"argument that comes twice": {`f(v, v)
			objects if { some item in entries; f({"a": "x", "b": "y"}, item) }`, list},
		"argument that comes twice, the other way round": {`f(v, v)
			objects if { some item in entries; f(item, {"a": "x", "b": "y"}) }`, list},
		"constant argument": {`f({"a": "x", "b": "y"})
			objects if { some item in entries; f(item) }`, list},
		"variable of two comprehensions": {`objects if { count([1 | x = "a"]) == 1; count([1 | input[x] == "y"]) == 1 }`,
			[]string{"a: z\nb: y", "a: z\nb: n"}},
		"variable of a comprehension that has found nothing": {`objects if { count([1 | x = "a"; input.a == x]) == 0; count([v | v = input[x]; x != "kind"; v == "y"]) == 1 }`,
			[]string{"a: z\nb: y", "a: z\nb: n"}},
		"field without a name": {`objects if { some item in entries; both := {"": 1, "item": item}; some k, v in both; v.b == "y" }`, list},
		"item as a key": {`objects if {
				chosen := {x: item | some item in entries; some x in [{"a": "x", "b": "y"}]}
				some other in field.maps(input, ["others"])
				is_object(chosen[other])
			}`,
			[]string{"list: [{a: x}]\nothers: [{a: x, b: y}]", "list: [{a: x}]\nothers: [{a: x, b: n}]"}},
		"document as a key": {`objects if {
				chosen := {x: item | some item in entries; some x in [{"kind": "model-card", "list": [{"a": "x"}], "b": "y"}]}
				is_object(chosen[input])
			}`,
			[]string{"list: [{a: x}]\nb: y", "list: [{a: x}]\nb: n"}},
		"pattern":                     {`objects if { some item in entries; [x, 1] = [item, 1]; x.b == "y" }`, list},
		"pattern of an object":        {`objects if { some item in entries; {"b": x, "a": "x"} = item; x == "y" }`, list},
		"pattern of the document":     {`objects if { {"kind": _, "b": x} = input; x == "y" }`, []string{"b: y", "b: n"}},
		"pattern around the document": {`objects if { [x, y] = [input, "b"]; x[y] == "y" }`, []string{"b: y", "b: n"}},
		"pattern in a loop":           {`objects if { some {"b": x} in input.list; x == "y" }`, []string{"list: [{b: y}]", "list: [{b: n}]"}},
		"pattern of a result": {`f(item) := [item, 1]
			objects if { some item in entries; [x, _] = f(item); x.b == "y" }`, list},
		"key of the document":      {`objects if { some k, v in input; k != "kind"; v == "y" }`, []string{"b: y", "b: n"}},
		"key that is bound before": {`objects if { some k in ["a", "b"]; input[k] == "y" }`, []string{"b: y", "b: n"}},
		"key that is bound after":  {`objects if { input[k] == "y"; k == "b" }`, []string{"b: y", "b: n"}},
		"key out of the document":  {`objects if input[input.a] == "y"`, []string{"a: b\nb: y", "a: b\nb: n", "a: c\nb: y"}},
		"key out of a set":         {`objects if { {"a", "b"}[k]; input[k] == "y" }`, []string{"b: y", "b: n"}},
		"path out of parts":        {`objects if { some k in ["a", "b"]; some l in ["c", "d"]; object.get(input, [k, l], "") == "y" }`, []string{"b: {d: y}", "b: {d: n}"}},
		"path of one key":          {`objects if object.get(input, "b", "") == "y"`, []string{"b: y", "b: n"}},
		"path that is nothing":     {`objects if object.get(input, [], "").b == "y"`, []string{"b: y", "b: n"}},
		"path with a number":       {`objects if field.value(input, ["list", 0, "b"]) == "y"`, list},
		"path with another number": {`objects if object.get(input, ["list", 0, "b"], 0) == "y"`, list},
		"list within the path":     {`objects if { some item in field.maps(input, []); item.b == "y" }`, []string{"b: y", "b: n"}},
		"list at a key":            {`objects if { some item in field.maps(input, "list"); item.b == "y" }`, list},
		"default of object.get":    {`objects if { some item in entries; object.get({}, "x", item).b == "y" }`, list},
		"object.union":             {`objects if { some item in entries; object.union(item, {"c": 1}).b == "y" }`, list},
		"object.remove":            {`objects if object.remove(input, ["kind"]).b == "y"`, []string{"b: y", "b: n"}},
		"json.filter":              {`objects if json.filter(input, ["b"]).b == "y"`, []string{"b: y", "b: n"}},
		"object.keys":              {`objects if "b" in object.keys(input)`, []string{"b: y", "c: y"}},
		"walk":                     {`objects if { walk(input, [p, v]); v == "y" }`, []string{"b: y", "b: n"}},
		"walk of an item":          {`objects if { some item in entries; walk(item, [["b"], "y"]) }`, list},
		"count of the document":    {`objects if count(input) == 2`, []string{"b: y", "b: y\nc: y"}},
		"count of items":           {`objects if count(entries) == 2`, []string{"list: [{a: x}, {a: z}]", "list: [{a: x}, z]", "list: {a: x}"}},
		"count of an item":         {`objects if { some item in entries; count(item) == 2 }`, []string{"list: [{a: x, b: y}]", "list: [{a: x}]"}},
		"sum":                      {`objects if sum([n | some item in entries; n := item.n]) == 3`, []string{"list: [{n: 1}, {n: 2}]", "list: [{n: 1}, {n: 3}]"}},
		"numbers as written":       {`objects if { some item in entries; json.marshal(item.n) == "1.0" }`, []string{"list: [{n: 1.0}]", "list: [{n: 1.00}]", "list: [{n: 1e0}]"}},
		"what is no map":           {`objects if { some i, _ in entries; i == 1 }`, []string{"list: [null, {a: x}]", "list: [{a: x}, null]", "list: [{a: x}, x]", "list: {a: x}"}},
		"others":                   {`objects if { some i, o in field.others(input, ["list"]); o == "y" }`, []string{"list: [y, {a: x}]", "list: [z, {a: x}]", "list: y", "list: [null, y]"}},
		"others in an item":        {`objects if { some item in entries; field.others(item, ["b"])[0] == "y" }`, list},
		"maps in an item": {`objects if { some item in entries; some inner in field.maps(item, ["b"]); inner.c == "y" }`,
			[]string{"list: [{b: [{c: y}]}]", "list: [{b: [{c: n}]}]"}},
		"names out of a set":    {`objects if { some item in entries; some n in field.names(item, {"b"}); n == "y" }`, list},
		"names of the document": {`objects if field.names(input, ["a", "b"]).b == "y"`, []string{"b: y", "b: n"}},
		"order of items":        {`objects if { all := entries; all[0].b == "y" }`, []string{"list: [{b: y}, {b: n}]", "list: [{b: n}, {b: y}]"}},
		"sorted items":          {`objects if sort([item | some item in entries])[0].b == "y"`, list},
		"index in arithmetic":   {`objects if { all := entries; some i, _ in all; all[i + 1].b == "y" }`, []string{"list: [{a: x}, {b: y}]", "list: [{a: x}, {b: n}]"}},
		"chosen by key": {`chosen := {item.a: item | some item in entries}
			objects if chosen.x.b == "y"`, list},
		"chosen by another": {`chosen := {i: item | some i, item in entries; item.a == "x"}
			objects if count(chosen) == 1`, []string{"list: [{a: x}]", "list: [{a: z}]"}},
		"else": {`f(item) := "first" if item.a == "q" else := item if item.b
			objects if { some item in entries; f(item).b == "y" }`, list},
		"default": {`default f(_) := "n"
			f(o) := o.b
			objects if f(input) == "y"`, []string{"b: y", "b: n"}},
		"default of a rule": {`default g := false
			g if input.b == "y"
			objects if g`, []string{"b: y", "b: n"}},
		"several bodies": {`f(item) if item.a == "q"
			f(item) if item.b == "y"
			objects if { some item in entries; f(item) }`, list},
		"nested functions": {`f(group) := g(group.all[0])
			g(item) := {"in": item}
			objects if f({"all": entries, "x": 1})["in"].b == "y"`, list},
		"object of the document": {`whole := {"document": input}
			objects if whole.document.b == "y"`, []string{"b: y", "b: n"}},
		"key of an object of the document": {`whole := {"document": input}
			objects if { some k; whole[k].b == "y" }`, []string{"b: y", "b: n"}},
		"with":                         {`objects if g with input as {"b": input.b}` + "\n" + `g if input.b == "y"`, []string{"b: y", "b: n"}},
		"with of data":                 {`objects if g with data.config as {"b": input.b}` + "\n" + `g if data.config.b == "y"`, []string{"b: y", "b: n"}},
		"negation":                     {`objects if not input.b`, []string{"b: y", "c: n"}},
		"negation of an item":          {`objects if { all := entries; not all[1] }`, []string{"list: [{a: x}]", "list: [{a: x}, {a: x}]"}},
		"negation of equality":         {`objects if { some item in entries; not item == {"a": "x", "b": "y"} }`, []string{"list: [{a: x, b: y}]", "list: [{a: x, b: n}]"}},
		"comparison of all":            {`objects if entries == {0: {"a": "x", "b": "y"}, 1: {"a": "z"}}`, list},
		"comparison of all, otherwise": {`objects if entries != {0: {"a": "x", "b": "y"}, 1: {"a": "z"}}`, list},
		"membership":                   {`objects if {"a": "x", "b": "y"} in entries`, list},
		"text of an item":              {`objects if { some item in entries; sprintf("%v", [item]) == "{\"a\": \"x\", \"b\": \"y\"}" }`, list},
		"template":                     {"objects if { some item in entries; contains($`{item}`, \"y\") }", list},
		"rules by their name": {`part.a := input.a
			part.b := input.b
			objects if { some k in ["a", "b"]; part[k] == "y" }`, []string{"b: y", "b: n"}},
		"all rules": {`part.a := input.a
			part.b := input.b
			objects if part == {"b": "y"}`, []string{"b: y", "b: n"}},
		"import of the document":             {`objects if { x := input; y := x; y.b == "y" }`, []string{"b: y", "b: n"}},
		"unicode":                            {`objects if input.b == "é"`, []string{"b: \"\\u00e9\"", "b: \"e\\u0301\""}},
		"false":                              {`objects if { some item in entries; item.b }`, []string{"list: [{b: true}]", "list: [{b: false}]"}},
		"worded":                             {`objects if { some item in entries; field.worded(item, ["b"]) }`, []string{"list: [{b: y}]", "list: [{b: 7}]"}},
		"number":                             {`objects if { some item in entries; field.unless_number(item, ["b"]) == "y" }`, list},
		"wording":                            {`objects if { some item in entries; field.wording(item) }`, []string{"list: [{b: 7}]", "list: [{b: y}]"}},
		"the document in a comparison":       {`objects if { input == {"kind": "model-card", "b": "y"} }`, []string{"b: y", "b: n"}},
		"a comparison with the document":     {`objects if { {"kind": "model-card", "b": "y"} == input }`, []string{"b: y", "b: n"}},
		"a variable that is the document":    {`objects if { x := {"kind": "model-card", "b": "y"}; input == x }`, []string{"b: y", "b: n"}},
		"a list with the document":           {`objects if { x := [{"kind": "model-card", "b": "y"}, 1]; x == [input, 1] }`, []string{"b: y", "b: n"}},
		"an object with the document":        {`objects if { x := {"a": input}; x == {"a": {"kind": "model-card", "b": "y"}} }`, []string{"b: y", "b: n"}},
		"a variable in place of an item":     {`objects if { some item in entries; x = item; y := {"a": "x", "b": "y"}; x == y }`, list},
		"a variable that is unified":         {`objects if { some item in entries; y := {"a": "x", "b": "y"}; y = item }`, list},
		"two items":                          {`objects if { some a in entries; some b in field.maps(input, ["others"]); a == b }`, []string{"list: [{a: x}]\nothers: [{a: x}]", "list: [{a: x}]\nothers: [{a: y}]"}},
		"two lists":                          {`objects if { entries == field.maps(input, ["others"]) }`, []string{"list: [{a: x}]\nothers: [{a: x}]", "list: [{a: x}]\nothers: [{a: y}]"}},
		"selections that are equal":          {`objects if { {i: item | some i, item in entries; item.a == "x"} == {0: {"a": "x", "b": "y"}} }`, list},
		"smallest of all":                    {`objects if min({item | some item in entries}).b == "y"`, list},
		"a list as the key of a set":         {`objects if { {["a", "b"], ["c", "d"]}[[k, l]]; object.get(input, [k, l], "") == "y" }`, []string{"a: {b: y}", "a: {b: n}"}},
		"a call in a reference":              {`objects if object.get(input, "a", {})[input.k] == "y"`, []string{"a: {b: y}\nk: b", "a: {b: y}\nk: c", "a: {b: n}\nk: b"}},
		"a comprehension in a reference":     {`objects if [item | some item in entries][0].b == "y"`, list},
		"a comprehension of a comprehension": {`objects if { count([1 | some v in [item | some item in entries]; v.b == "y"]) == 1 }`, list},
		"a function of a selection": {`f(all) if { some item in all; item.b == "y" }
			objects if f({i: item | some i, item in entries; item.a == "x"})`, list},
		"a function of the document": {`f(x, k) := x[k]
			objects if { some k in ["a", "b"]; f(input, k) == "y" }`, []string{"b: y", "b: n"}},
		"a function that is called twice": {`f(x, p) := object.get(x, p, "")
			objects if { f(input, "c") == ""; f(input, "b") == "y" }`, []string{"b: y", "b: n"}},
		"else of a rule": {`g := "n" if input.a else := input.b
			objects if g == "y"`, []string{"b: y", "b: n", "a: x\nb: y"}},
		"else of an item": {`f(item) := item if item.a == "q" else := item
			objects if { some item in entries; f(item).b == "y" }`, list},
		"a set that depends on another": {`names contains item.a if some item in entries
			objects if { "x" in names; count(names) == 2 }`, []string{"list: [{a: x}, {a: z}]", "list: [{a: x}]"}},
		"a key of a partial object": {`by_name[item.a] := item if some item in entries
			objects if by_name.x.b == "y"`, list},
		"keys of a partial object": {`by_name[item.a] := 1 if some item in entries
			objects if "x" in object.keys(by_name)`, []string{"list: [{a: x}]", "list: [{a: y}]"}},
		"a partial object of objects": {`by[item.a][item.b] := item if some item in entries
			objects if { all := by; all.x.y.b == "y" }`, list},
		"parameters":               {`objects if { some w in data.config["model-card/x"].words; input[w] == "y" }`, []string{"a: y", "a: n"}},
		"the day":                  {`objects if input.b > data.as_of`, []string{"b: \"2026-01-01\"", "a: x"}},
		"path out of the document": {`objects if field.present(input, [input.a])`, []string{"a: b\nb: y", "a: b\nc: y", "a: c\nb: y"}},
	} {
		t.Run(name, func(t *testing.T) {
			without, with := checkedEngine(t, test.rule, 0), checkedEngine(t, test.rule, 1)
			said := map[bool]bool{}
			for _, first := range test.documents {
				for _, yaml := range []string{first, test.documents[0], test.documents[1]} {
					d := card(t, "kind: model-card\n"+yaml)
					want, err := without.Evaluate(t.Context(), d)
					if err != nil {
						t.Fatal(err)
					}
					got, err := with.Evaluate(t.Context(), d)
					if err != nil {
						t.Fatal(err)
					}
					said[len(want.Violations) > 0] = true
					if !reflect.DeepEqual(got.Violations, want.Violations) {
						t.Errorf("%s: with precedents %v, without %v", yaml, got.Violations, want.Violations)
					}
				}
			}
			if len(said) < 2 {
				t.Errorf("the rule says the same of all documents")
			}
		})
	}
}

// Two values for one key, or of one rule, are an error if they differ: so they are read.
func TestFootprintsSeeConflicts(t *testing.T) {
	for name, body := range map[string]string{
		"comprehension":              `objects if { all := {item.a: item | some item in entries}; count(all) > 0 }`,
		"comprehension of two lists": `objects if { all := {i: item | some p in ["list", "other"]; some i, item in field.maps(input, [p])}; count(all) > 0 }`,
		"rule": `first := item if some item in entries
			objects if first.a`,
		"rule about fields": `first := {"item": item} if some item in entries
			objects if first.item.a`,
		"rule about lists": `all := field.maps(input, [p]) if some p in ["list", "other"]
			objects if count(all) > 0`,
		"function": `first(a) := item if { some item in entries; item.a == a }
			objects if first("x").a`,
		"partial object": `by_name[item.a] := item if some item in entries
			objects if by_name.x.a`,
	} {
		t.Run(name, func(t *testing.T) {
			e := checkedEngine(t, body, 1)
			if _, err := e.Evaluate(t.Context(), card(t, "kind: model-card\nlist: [{a: x, b: y}, {a: x, b: y}]\nother: [{a: x, b: y}, {a: x, b: y}]\n")); err != nil {
				t.Fatal(err)
			}
			if _, err := e.Evaluate(t.Context(), card(t, "kind: model-card\nlist: [{a: x, b: y}, {a: x, b: n}]\nother: [{a: x, b: n}, {a: x, b: y}]\n")); err == nil {
				t.Error("there is no error")
			}
		})
	}
}

// checkedEngine has one rule, which objects to a document if objects holds, compiled
// as the embedded ones are, and keeps precedents as said.
func checkedEngine(t *testing.T, body string, enough int64) *Engine {
	t.Helper()
	lib, err := policies.Files.ReadFile("lib/field.rego")
	if err != nil {
		t.Fatal(err)
	}
	from := source{files: fstest.MapFS{"lib/field.rego": {Data: lib}}, checked: true}
	add(&from, "model-card/x", "import data.aimslint.lib.field\n"+strings.ReplaceAll(body, "entries", `field.maps(input, ["list"])`)+"\n"+`report contains {"path": [], "message": "m"} if objects`)
	e, err := newEngine(from, Options{})
	if err != nil {
		t.Fatal(err)
	}
	e.enough = enough
	return e
}
