package syntax

import (
	"fmt"
	"strings"
	"testing"
)

func TestYAMLScalars(t *testing.T) {
	testValues(t, YAML, []valueCase{
		{"no is text", "language: [no]", at("language", 0), String, "no", "no"},
		{"y is text", "unit: y", at("unit"), String, "y", "y"},
		{"yes is text", "a: yes", at("a"), String, "yes", "yes"},
		{"on is text", "a: on", at("a"), String, "on", "on"},
		{"true", "a: true", at("a"), Bool, "true", "true"},
		{"False", "a: False", at("a"), Bool, "False", "False"},
		{"TRUE", "a: TRUE", at("a"), Bool, "TRUE", "TRUE"},
		{"null", "a: null", at("a"), Null, "null", "null"},
		{"tilde", "a: ~", at("a"), Null, "~", "~"},
		{"empty value", "a:\nb: 1", at("a"), Null, "", ""},
		{"version", "version: 1.10", at("version"), Number, "1.10", "1.10"},
		{"arxiv", "arxiv: 2310.10", at("arxiv"), Number, "2310.10", "2310.10"},
		{"30 digits", "a: 123456789012345678901234567890", at("a"), Number, "123456789012345678901234567890", "123456789012345678901234567890"},
		{"point first", "auc: .95", at("auc"), Number, "0.95", ".95"},
		{"plus sign", "a: +1", at("a"), Number, "1", "+1"},
		{"hexadecimal", "a: 0x1F", at("a"), String, "0x1F", "0x1F"},
		{"octal", "a: 0o17", at("a"), String, "0o17", "0o17"},
		{"leading zeros", "a: 007", at("a"), String, "007", "007"},
		{"underscore", "a: 1_000", at("a"), String, "1_000", "1_000"},
		{"huge exponent", "a: 1e999999999", at("a"), String, "1e999999999", "1e999999999"},
		{"not a number", "a: .nan", at("a"), String, ".nan", ".nan"},
		{"infinity", "a: -.inf", at("a"), String, "-.inf", "-.inf"},
		{"date", "on: 2026-03-02", at("on"), String, "2026-03-02", "2026-03-02"},
		{"time stamp", "on: 2026-03-02T10:00:00Z", at("on"), String, "2026-03-02T10:00:00Z", "2026-03-02T10:00:00Z"},
		{"quoted number", `a: "1"`, at("a"), String, "1", `"1"`},
		{"quoted null", `a: 'null'`, at("a"), String, "null", `'null'`},
		{"tagged text", "a: !!str 1", at("a"), String, "1", "1"},
		{"tagged number", `a: !!int "1"`, at("a"), Number, "1", `"1"`},
		{"verbatim tag", "a: !<tag:yaml.org,2002:str> 1", at("a"), String, "1", "1"},
		{"own tag", "a: !secret 1", at("a"), String, "1", "1"},
		{"own tag without content", "a: !secret\nb: 1", at("a"), String, "", ""},
		{"bare tag", "a: ! 1", at("a"), String, "1", "1"},
		{"own tag on a map", "a: !x\n  b: c", at("a"), Map, "", "b: c"},
		{"binary", "a: !!binary aGk=", at("a"), String, "aGk=", "aGk="},
	})
}

func TestYAMLPlaces(t *testing.T) {
	testValues(t, YAML, []valueCase{
		{"root", "a: 1\n", nil, Map, "", "a: 1"},
		{"after wide characters", "é: [ü: 日本]", at("é", 0, "ü"), String, "日本", "日本"},
		{"plain over lines", "a: one\n  two\n\n  three # note\nb: 1", at("a"), String, "one two\nthree", "one\n  two\n\n  three"},
		{"plain with spaces within", "a: one   two  # note", at("a"), String, "one   two", "one   two"},
		{"plain over lines with CRLF", "a: one\r\n  two\r\nb: 1", at("a"), String, "one two", "one\r\n  two"},
		{"single quotes", "a: 'it''s' # note", at("a"), String, "it's", "'it''s'"},
		{"double quotes", `a: "x \" y\\" # note`, at("a"), String, `x " y\`, `"x \" y\\"`},
		{"double quotes over lines", "a: \"x\n  y\"\nb: 1", at("a"), String, "x y", "\"x\n  y\""},
		{"literal", "a: |\n  x\n   y\n\n  z\n\nb: 1", at("a"), String, "x\n y\n\nz\n", "|\n  x\n   y\n\n  z"},
		{"literal after blank lines", "a: |\n\n  x\nb: 1", at("a"), String, "\nx\n", "|\n\n  x"},
		{"literal with indicator", "a:\n  b: |2-\n      x\n    y\n  c: 1", at("a", "b"), String, "  x\ny", "|2-\n      x\n    y"},
		{"literal with indicator in a list", "- |1\n  x\n- y", at(0), String, " x\n", "|1\n  x"},
		{"folded", "a: >-\n  x\n  y\nb: 1", at("a"), String, "x y", ">-\n  x\n  y"},
		{"folded with a note", "a: > # note\n  x\n# b\nb: 1", at("a"), String, "x\n", "> # note\n  x"},
		{"literal without content", "a: |\nb: 1", at("a"), String, "", "|"},
		{"literal with CRLF", "a: |\r\n  x\r\n\r\nb: 1\r\n", at("a"), String, "x\n", "|\r\n  x"},
		{"literal at the end", "a: |\n  x", at("a"), String, "x", "|\n  x"},
		{"flow list", "a: [1, 'b]', # ]\n 2 ] # c", at("a"), List, "", "[1, 'b]', # ]\n 2 ]"},
		{"flow map", "a: { b: {c: 1}, d } ", at("a"), Map, "", "{ b: {c: 1}, d }"},
		{"empty flow list", "a: [ # none\n ]", at("a"), List, "", "[ # none\n ]"},
		{"flow list with a comma at its end", "a: [1, ]", at("a"), List, "", "[1, ]"},
		{"pair in a flow list", "a: [b: c, d]", at("a", 0), Map, "", "b: c"},
		{"explicit pair in a flow list", "a: [? b : c, d]", at("a", 0), Map, "", "? b : c"},
		{"empty value in a flow map", "a: {b: , c: 1}", at("a", "b"), Null, "", ""},
		{"block list", "a:\n- 1\n- b: 2\n  c: 3\nd: 4", at("a"), List, "", "- 1\n- b: 2\n  c: 3"},
		{"map in a block list", "a:\n- 1\n- b: 2\n  c: 3\nd: 4", at("a", 1), Map, "", "b: 2\n  c: 3"},
		{"empty item", "- a\n-\n", at(1), Null, "", ""},
		{"list of empty items", "-\n-\n", nil, List, "", "-\n-"},
		{"nested lists", "- - - a\n", at(0, 0), List, "", "- a"},
		{"explicit key", "? a\n: b\n", at("a"), String, "b", "b"},
		{"anchored map", "a: &x\n  b: 1\n", at("a"), Map, "", "b: 1"},
		{"anchored and tagged", "a: &x !!str b", at("a"), String, "b", "b"},
		{"quoted key", `"a b" : c`, at("a b"), String, "c", "c"},
		{"byte order mark", "\uFEFFa: b", at("a"), String, "b", "b"},
		{"byte order mark and marker", "\uFEFF--- b", nil, String, "b", "b"},
		{"lone carriage return", "a: 1\rb: 2", at("b"), Number, "2", "2"},
		{"line separator", "a: x\u2028b: y", at("b"), String, "y", "y"},
		{"marker inside a value", "a: x---y", at("a"), String, "x---y", "x---y"},
	})
}

func TestYAMLKeys(t *testing.T) {
	for text, want := range map[string]struct{ key, under string }{
		"1: a":            {"1", "1"},
		"true: a":         {"true", "true"},
		"2026-03-02: a":   {"2026-03-02", "2026-03-02"},
		"~: a":            {"~", "~"},
		": a":             {"", ""},
		"'a': b":          {"a", "'a'"},
		"&x a: b":         {"a", "a"},
		"? a\n: b":        {"a", "a"},
		"? |\n  a\n: b":   {"a\n", "|\n  a"},
		"{ü: b}":          {"ü", "ü"},
		"!!str 1: b":      {"1", "1"},
		"\"a\\u00e9\": b": {"aé", `"a\u00e9"`},
	} {
		tree := parseString(YAML, text)
		checkTree(t, tree)
		if len(tree.Problems) != 0 || len(tree.Values) != 1 || len(tree.Values[0].Fields) != 1 {
			t.Errorf("%q gives %+v", text, tree)
			continue
		}
		key := tree.Values[0].Fields[0].Key
		if key.Kind != String || key.Scalar != want.key || key.Source() != want.under {
			t.Errorf("%q has the key %q under %q, want %q under %q", text, key.Scalar, key.Source(), want.key, want.under)
		}
	}
}

func TestYAMLStream(t *testing.T) {
	tests := map[string][]string{
		"owner: ok\n--- # note\nname: bad":                {"owner: ok", "name: bad"},
		"a: 1\n...\n---\nb: 2\n":                          {"a: 1", "b: 2"},
		"a: |\n  x\n  ---\n  y\n---\nb: 1":                {"a: |\n  x\n  ---\n  y", "b: 1"},
		"a: \"x\n  --- y\"\n---\nb: 1":                    {"a: \"x\n  --- y\"", "b: 1"},
		"--- a\n--- b\n":                                  {"a", "b"},
		"---\n---\na\n":                                   {"", "a"},
		"%YAML 1.2\n---\na: 1\n":                          {"a: 1"},
		"%YAML 1.1\n---\na\n...\n# n\n%YAML 1.2\n--- b\n": {"a", "b"},
		"\uFEFF%YAML 1.2\n--- \"%YAML 1.2\"":              {`"%YAML 1.2"`},
		"":                                                nil,
		"# note\n":                                        nil,
		"\uFEFF# note\r\n---\r\na: 1\r\n---\r\n":          {"a: 1", ""},
	}
	for text, want := range tests {
		tree := parseString(YAML, text)
		checkTree(t, tree)
		got := make([]string, 0, len(tree.Values))
		for _, value := range tree.Values {
			got = append(got, value.Source())
		}
		if len(tree.Problems) > 0 || strings.Join(got, "|") != strings.Join(want, "|") || len(got) != len(want) {
			t.Errorf("%q holds %q, want %q; problems %v", text, got, want, tree.Problems)
		}
	}
}

func TestYAMLRange(t *testing.T) {
	text := NewText("card.md", []byte("---\r\nlicense: mit # é\r\ntags: [a]\r\n---\r\n# Card: x\r\n"))
	start, end := strings.Index(string(text.Bytes), "license"), strings.Index(string(text.Bytes), "---\r\n#")
	values, problems := parseYAMLDocuments(text, start, end, DefaultLimits())
	if len(values) != 1 || len(problems) != 0 {
		t.Fatalf("got %d values and the problems %v", len(values), problems)
	}
	tag := values[0].Lookup(at("tags", 0))
	if tag.Source() != "a" || tag.Span().Start.String() != "3:8" {
		t.Errorf("the tag is %q at %s", tag.Source(), tag.Span().Start)
	}
	_, problems = parseYAMLDocuments(text, start, end-len("a]\r\n"), DefaultLimits())
	if len(problems) != 1 || problems[0].Span.Start.String() != "3:7" {
		t.Errorf("an open bracket gives %v", problems)
	}
}

func TestYAMLAliases(t *testing.T) {
	const text = "base: &b {x: 1, y: [2]}\ncopy: *b\nkey: &k v\n*k : w\nlist: [*b, *k]\n"
	tree := parseString(YAML, text)
	checkTree(t, tree)
	root := tree.Values[0]
	if len(tree.Problems) > 0 {
		t.Fatal(tree.Problems)
	}
	for _, c := range []struct {
		path  Path
		under string
		start string
	}{
		{at("copy"), "{x: 1, y: [2]}", "1:10"},
		{at("copy", "y", 0), "2", "1:21"},
		{at("v"), "w", "4:6"},
		{at("list", 0, "x"), "1", "1:14"},
		{at("list", 1), "v", "3:9"},
		{at("list"), "[*b, *k]", "5:7"},
	} {
		value := root.Lookup(c.path)
		if value == nil || value.Source() != c.under || value.Span().Start.String() != c.start {
			t.Errorf("%s is %v, want %q at %s", c.path, value, c.under, c.start)
		}
	}
	if key := root.Fields[3].Key; key.Source() != "*k" || key.Scalar != "v" {
		t.Errorf("the key is %q under %q", key.Scalar, key.Source())
	}
}

func TestYAMLMerge(t *testing.T) {
	for text, want := range map[string]string{
		"a: &a {x: 1, y: 2}\nz: {<<: *a, y: 3}":                    "y=3 x=1",
		"a: &a {x: 1}\nb: &b {x: 2, y: 3}\nz: {<<: [*a, *b]}":      "x=1 y=3",
		"z: {<<: {x: 1}, y: 2}":                                    "y=2 x=1",
		"a: &a {x: 1}\nb: &b {<<: *a, y: 2}\nz:\n  <<: *b\n  w: 0": "w=0 y=2 x=1",
		"z: {'<<': 1}": "<<=1",
	} {
		tree := parseString(YAML, text)
		checkTree(t, tree)
		fields := tree.Values[0].Get("z").Fields
		got := make([]string, 0, len(fields))
		for _, f := range fields {
			got = append(got, f.Key.Scalar+"="+f.Value.Scalar)
		}
		if len(tree.Problems) > 0 || strings.Join(got, " ") != want {
			t.Errorf("%q gives %v, want %s; problems %v", text, got, want, tree.Problems)
		}
	}
}

func TestYAMLProblems(t *testing.T) {
	testProblems(t, YAML, []problemCase{
		{"bold text", "a: 1\nnote: **bold** text", Invalid, "2:7", "*", "begins with * is read as an alias"},
		{"star list", "a: 1\nb: * x", Invalid, "2:4", "*", "begins with *"},
		{"unknown anchor", "a: *x", Invalid, "1:4", "*", "no anchor &x"},
		{"ampersand", "a: & x", Invalid, "1:4", "&", "begins with &"},
		{"colon in a value", "a: 1\nb: x: y", Invalid, "2:5", ":", "colon and a space"},
		{"indentation of a key", "a: 1\n  b: 2\n", Invalid, "2:3", "b", "indentation"},
		{"dedent to no level", "a:\n    b: 1\n  c: 2\n", Invalid, "3:3", "c", "indentation"},
		{"tab", "a:\n\tb: 1\n", Invalid, "2:1", "\t", "tab"},
		{"tab in a list", "a:\n- b\n\t- c: d\n", Invalid, "3:1", "\t", "tab"},
		{"single quote never closed", "a: 1\nb: 'x\nc: 2\n", Invalid, "2:4", "'", "never closed"},
		{"double quote never closed", "a: \"x\n---\nc: 2\n", Invalid, "1:4", "\"", "never closed"},
		{"unknown escape", `a: "\d"`, Invalid, "1:5", `\`, "escape"},
		{"bracket never closed", "a: [1,\nb: 2\n", Invalid, "1:4", "[", "not closed with ]"},
		{"brace never closed", "a: {b: 1\nc: 2\n", Invalid, "1:4", "{", "not closed with }"},
		{"text after a bracket", "a: [x] y", Invalid, "1:8", "y", "closing bracket"},
		{"text after a quote", "a: 'x' y", Invalid, "1:8", "y", "closing quote"},
		{"text after a quoted item", "- 'x' y\n- z", Invalid, "1:7", "y", "closing quote"},
		{"missing comma", "a: ['b' 'c']", Invalid, "1:9", "'", "comma or ]"},
		{"at sign", "a: @x", Invalid, "1:4", "@", "cannot begin with @"},
		{"backtick", "a: `x`", Invalid, "1:4", "`", "cannot begin with `"},
		{"percent", "a: %x", Invalid, "1:4", "%", "cannot begin with %"},
		{"item on the key's line", "a: - b", Invalid, "1:4", "-", "list item cannot begin here"},
		{"key without colon", "a: 1\nb\nc: 2\n", Invalid, "2:1", "b", "colon and a space are expected"},
		{"key among items", "- a\nb: c\n", Invalid, "2:1", "b", "list item"},
		{"item among keys", "a: 1\n- b\n", Invalid, "2:1", "-", "key is expected"},
		{"text after a flow document", "{a: 1}}", Invalid, "1:7", "}", "closing bracket"},
		{"text beside a block scalar", "a: | text\n  b\n", Invalid, "1:4", "|", "begin it on the next line"},
		{"unknown tag handle", "a: !x!y z", Invalid, "1:4", "!", "begins with !"},
		{"directive", "%x y\na: 1\n", Invalid, "1:1", "%", "begins with %"},
		{"control character", "a: é\nb: \x07", Invalid, "2:4", "\x07", "control character"},
		{"alias of itself", "a: &a [*a]", Invalid, "1:8", "*a", "inside the value that it repeats"},
		{"merge of a scalar", "<<: 1\na: 2", Invalid, "1:5", "1", "merge key"},
		{"merge of a list of scalars", "<<: [1]\na: 2", Invalid, "1:6", "1", "merge key"},
		{"duplicate key", "a: 1\nb: 2\na: 3", DuplicateKey, "3:1", "a", `"a" is already on line 1`},
		{"duplicate key in quotes", "a: 1\n'a': 3", DuplicateKey, "2:1", "'a'", `"a" is already on line 1`},
		{"list as a key", "? [a]\n: b", ComplexKey, "1:3", "[a]", "a list"},
		{"map as a key", "? {a: b}\n: b", ComplexKey, "1:3", "{a: b}", "a map"},
		{"placeholder of a template", "license: {{ license }}", ComplexKey, "1:11", "{ license }", "template"},
	})
}

func TestYAMLFirstDuplicateCounts(t *testing.T) {
	var b strings.Builder
	for i := range 40 { // more than a search without hashing goes through
		fmt.Fprintf(&b, "k%d: %d\n", i, i)
	}
	tree := parseString(YAML, b.String()+"k3: again\nk39: again\n")
	if len(tree.Problems) != 2 || tree.Values[0].Get("k3").Scalar != "3" || tree.Values[0].Get("k39").Scalar != "39" {
		t.Errorf("got %v and the problems %v", tree.Values[0].Get("k3"), tree.Problems)
	}
}

func TestYAMLKeepsDocumentsBeforeAnError(t *testing.T) {
	tree := parseString(YAML, "a: 1\n---\nb: 2\n---\nc: **d**\n")
	if len(tree.Values) != 2 || len(tree.Problems) != 1 || tree.Problems[0].Span.Start.Line != 5 {
		t.Errorf("got %d documents and the problems %v", len(tree.Values), tree.Problems)
	}
}

// bomb is the classic of aliases that each repeat the one before ten times.
func bomb(levels int) string {
	var b strings.Builder
	b.WriteString("a0: &a0 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]\n")
	for i := 1; i < levels; i++ {
		alias := fmt.Sprintf("*a%d", i-1)
		fmt.Fprintf(&b, "a%d: &a%d [%s]\n", i, i, strings.Join([]string{
			alias, alias, alias, alias, alias, alias, alias, alias, alias, alias}, ", "))
	}
	return b.String()
}

func TestYAMLLimits(t *testing.T) {
	roomy := Limits{Depth: 10, Aliases: 100, Nodes: 1_000_000}
	tight := Limits{Depth: 10, Aliases: 100, Nodes: 1000}
	tests := map[string]struct{ text, message string }{
		"alias bomb":          {bomb(12), "aliases"},
		"chain of aliases":    {"a: &a [[[[[[[[1]]]]]]]]\nb: [[*a]]\n", "levels"},
		"flow lists":          {nested("[", "", "]", 100_000), "levels"},
		"flow maps":           {nested("{a: ", "1", "}", 100_000), "levels"},
		"open flow lists":     {strings.Repeat("[", 100_000), "levels"},
		"block lists":         {strings.Repeat("- ", 100_000) + "a", "levels"},
		"block and flow":      {strings.Repeat("- ", 8) + nested("[", "", "]", 8), "levels"},
		"explicit keys":       {strings.Repeat("? ", 100_000) + "a", "levels"},
		"many values":         {strings.Repeat("- a\n", 2000), "values"},
		"many in few bytes":   {"[" + strings.Repeat("{a: b},", 400) + "]", "values"},
		"many merged values":  {"a: &a {" + manyKeys(300) + "}\n" + manyMerges(10), "values"},
		"aliases of scalars":  {"a: &a x\nb: [" + strings.Repeat("*a, ", 200) + "]", "aliases"},
		"aliases of one list": {"a: &a [" + strings.Repeat("x, ", 100) + "]\nb: [" + strings.Repeat("*a, ", 20) + "]", "values"},
	}
	for name, c := range tests {
		t.Run(name, func(t *testing.T) {
			limits := roomy
			if c.message == "values" {
				limits = tight
			}
			tree := Parse(NewText("test", []byte(c.text)), YAML, limits)
			checkTree(t, tree)
			if len(tree.Problems) != 1 || tree.Problems[0].Rule != Limit || !strings.Contains(tree.Problems[0].Message, c.message) {
				t.Errorf("the problems are %v", tree.Problems)
			}
		})
	}
}

func manyKeys(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "k%d: 1, ", i)
	}
	return b.String()
}

func manyMerges(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "m%d: {<<: *a}\n", i)
	}
	return b.String()
}

func TestYAMLBombAtTheDefaults(t *testing.T) {
	tree := parseString(YAML, bomb(30))
	if len(tree.Problems) != 1 || tree.Problems[0].Rule != Limit || underSpan(tree.Text, tree.Problems[0].Span)[0] != '*' {
		t.Errorf("the problems are %v", tree.Problems)
	}
}

func TestProblemsAreCapped(t *testing.T) {
	if n := len(parseString(YAML, strings.Repeat("a: 1\n", 10_000)).Problems); n != maxProblems {
		t.Errorf("got %d problems, want %d", n, maxProblems)
	}
}

func FuzzYAML(f *testing.F) {
	for _, seed := range []string{
		"a: 1\nb: [x, {y: z}]\nc: |\n  text\nd: >2-\n    x\n", "a: &x {b: 1}\nc: *x\n<<: *x\n", "? [a]\n: b\n", "a: 'x''y'\nb: \"\\n\"\n",
		"\uFEFF--- # n\r\na: !t b\r\n...\r\n---\r\n", "- - a\n  - b\n-\n", "{a: , ? b, c}", "[? a : b, c: d]", "a: b\n c\n\n d\n",
		"a: &a [*a]", bomb(5), strings.Repeat("[", 200), "a: x\u2028b: \u0085c", "&a &b c", "!<x> y: !!str", "a\rb: c\r",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, content string) {
		tree := Parse(NewText("fuzz", []byte(content)), YAML, Limits{Depth: 100, Aliases: 1000, Nodes: 10_000})
		checkTree(t, tree)
	})
}
