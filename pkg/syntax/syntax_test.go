package syntax

import (
	"fmt"
	"strings"
	"testing"
)

func parseString(language Language, content string) *Tree {
	return Parse(NewText("test", []byte(content)), language, DefaultLimits())
}

// at is the path through the given keys and indexes.
func at(steps ...any) Path {
	var path Path
	for _, step := range steps {
		switch step := step.(type) {
		case int:
			path = append(path, Index(step))
		case string:
			path = append(path, Key(step))
		}
	}
	return path
}

// valueCase says which value stands at a path, and the text under it.
type valueCase struct {
	name   string
	text   string
	path   Path
	kind   Kind
	scalar string
	source string
}

func testValues(t *testing.T, language Language, cases []valueCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			tree := parseString(language, c.text)
			checkTree(t, tree)
			for _, p := range tree.Problems {
				t.Errorf("unexpected problem at %s: %s", p.Span.Start, p.Message)
			}
			if len(tree.Values) == 0 {
				t.Fatal("the text holds no value")
			}
			value := tree.Values[0].Lookup(c.path)
			if value == nil {
				t.Fatalf("nothing stands at %s", c.path)
			}
			if value.Kind != c.kind || value.Scalar != c.scalar {
				t.Errorf("got %s %q, want %s %q", value.Kind, value.Scalar, c.kind, c.scalar)
			}
			if value.Source() != c.source {
				t.Errorf("the text under it is %q, want %q", value.Source(), c.source)
			}
		})
	}
}

// problemCase says which one problem a text has: its rule, the text under it,
// the line and column where it starts, and words of its message.
type problemCase struct {
	name    string
	text    string
	rule    string
	start   string
	under   string
	message string
}

func testProblems(t *testing.T, language Language, cases []problemCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			tree := parseString(language, c.text)
			checkTree(t, tree)
			if len(tree.Problems) != 1 {
				t.Fatalf("got %d problems, want 1: %v", len(tree.Problems), tree.Problems)
			}
			checkProblem(t, tree.Problems[0], c)
		})
	}
}

func checkProblem(t *testing.T, p Problem, want problemCase) {
	t.Helper()
	if p.Rule != want.rule {
		t.Errorf("got the rule %s, want %s", p.Rule, want.rule)
	}
	if !strings.Contains(p.Message, want.message) || strings.HasSuffix(p.Message, ".") {
		t.Errorf("the message is %q, want it to hold %q", p.Message, want.message)
	}
	if p.Span.Start.String() != want.start {
		t.Errorf("it starts at %s, want %s", p.Span.Start, want.start)
	}
	if under := underSpan(p.Text, p.Span); under != want.under {
		t.Errorf("the text under it is %q, want %q", under, want.under)
	}
}

func underSpan(text *Text, span Span) string {
	return string(text.Bytes[text.Offset(span.Start):text.Offset(span.End)])
}

func TestEncoding(t *testing.T) {
	cases := []problemCase{
		{"NUL", "a: b\nc: \x00d", Invalid, "2:4", "\x00", "NUL"},
		{"broken UTF-8", "a: é\nb: ü\xFFx", Invalid, "2:5", "\xFF", "not valid UTF-8"},
		{"truncated UTF-8", "a: \xC3", Invalid, "1:4", "\xC3", "not valid UTF-8"},
		{"UTF-16 with a mark", "\xFF\xFEa\x00:\x00", Invalid, "1:1", "\xFF", "UTF-16"},
		{"nothing but NUL", strings.Repeat("\x00", 100), Invalid, "1:1", "\x00", "not text"},
		{"UTF-16 without a mark", "a\x00:\x00 \x001\x00", Invalid, "1:2", "\x00", "UTF-16"},
	}
	for _, language := range []Language{YAML, JSON, Markdown, CSV} {
		t.Run(string(language), func(t *testing.T) { testProblems(t, language, cases) })
	}
}

func TestNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"0": "0", "-0": "-0", "1.10": "1.10", "2310.10": "2310.10", "1e5": "1e5", "1.5E-3": "1.5E-3",
		"123456789012345678901234567890": "123456789012345678901234567890",
		".95":                            "0.95", "-.5": "-0.5", "+1": "1", "+.5e2": "0.5e2", "1.": "1", "1.e3": "1e3", "0.5": "0.5",
		"": "", "-": "", ".": "", "+": "", "e5": "", "1e": "", "1e+": "", "007": "", "00.5": "", "0x1F": "", "0o17": "",
		"1_000": "", ".nan": "", ".inf": "", "1e9999": "", "1-2": "", "1.2.3": "", "2024-01-01": "", "12:30": "", "--1": "",
		strings.Repeat("9", 1001): "",
	} {
		got, ok := parseNumber(text)
		if got != want || ok != (want != "") {
			t.Errorf("parseNumber(%q) is %q, %v; want %q", text, got, ok, want)
		}
	}
}

func TestLanguageOf(t *testing.T) {
	for file, want := range map[string]Language{
		"a/b.yaml": YAML, "b.YML": YAML, "c.json": JSON, "c.jsonld": JSON, "README.md": Markdown, "x.mdx": Markdown,
		"r.csv": CSV, "Makefile": "", "a.yaml/b": "",
	} {
		if got := LanguageOf(file); got != want {
			t.Errorf("LanguageOf(%q) is %q, want %q", file, got, want)
		}
	}
}

// nested is a text with n levels of nesting.
func nested(open, inner, closing string, n int) string {
	return strings.Repeat(open, n) + inner + strings.Repeat(closing, n)
}

func ExampleNode_Locate() {
	text := NewText("risks.yaml", []byte("risks:\n- id: R1\n  owner: TBD\n"))
	root := Parse(text, YAML, DefaultLimits()).Values[0]
	for _, path := range []Path{at("risks", 0, "owner"), at("risks", 0, "treatment"), at("risks")} {
		_, span := root.Locate(path)
		fmt.Printf("%s lies at %s\n", path, span.Start)
	}
	// Output:
	// risks[0].owner lies at 3:10
	// risks[0].treatment lies at 2:3
	// risks lies at 1:1
}

// What ends the reading is told, however much was wrong before.
func TestFatalProblemIsNotCrowdedOut(t *testing.T) {
	keys := strings.Repeat(`"a": 1, `, 2*maxProblems)
	for name, tree := range map[string]*Tree{
		"syntax": parseString(JSON, "{"+keys+"]"),
		"limit":  Parse(NewText("test", []byte("{"+keys+`"b": 1}`)), JSON, Limits{Depth: 10, Nodes: 2 * maxProblems}),
	} {
		last := tree.Problems[len(tree.Problems)-1]
		if len(tree.Problems) != maxProblems || last.Rule == DuplicateKey {
			t.Errorf("%s: the last of %d problems is %s", name, len(tree.Problems), last.Rule)
		}
	}
}
