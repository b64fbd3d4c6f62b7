package schema

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
	"github.com/aimslint/aimslint/schemas"
)

func parse(tb testing.TB, text string, language syntax.Language) *document.Document {
	tb.Helper()
	tree := syntax.Parse(syntax.NewText("file", []byte(text)), language, syntax.DefaultLimits())
	if len(tree.Problems) > 0 || len(tree.Values) != 1 {
		tb.Fatalf("%v in %s", tree.Problems, text)
	}
	root := tree.Values[0]
	return &document.Document{Kind: root.Get("kind").Scalar, Format: "native", File: "file", Root: root}
}

// fault is a document, and what is said about it: rule, path, text under the
// span, message.
type fault struct {
	name string
	text string
	want []string
}

var faults = []fault{
	{"a rating above its scale", "kind: risk-register\nrisks:\n- id: R1\n  likelihood: 7\n", []string{
		"schema/out-of-range risks[0].likelihood «7» `likelihood` is 7; allowed are 1 to 5."}},
	{"a rating between two levels", "kind: risk-register\nrisks:\n- id: R1\n  level: 3.5\n", []string{
		"schema/wrong-type risks[0].level «3.5» `level` is the number 3.5; expected a whole number from 1 to 5 or text."}},
	{"a rating in a matrix", "kind: risk-register\ncriteria:\n  matrix: [[1, 2], [2, 9]]\n", []string{
		"schema/out-of-range criteria.matrix[1][1] «9» An item of `matrix` is 9; allowed are 1 to 5."}},
	{"an exact large number", "kind: risk-register\nrisks:\n- {id: R1, likelihood: 123456789012345678901234567890}\n", []string{
		"schema/out-of-range risks[0].likelihood «123456789012345678901234567890» `likelihood` is 123456789012345678901234567890; allowed are 1 to 5."}},
	{"a misspelt word", "kind: model-card\ndatasets:\n- id: d\n  role: trainning\n", []string{
		"schema/not-allowed datasets[0].role «trainning» `role` is \"trainning\"; did you mean \"training\"? Allowed are training, validation, test."}},
	{"a word that is near none", "kind: model-card\ndatasets: [{id: d, role: pretext}]\n", []string{
		"schema/not-allowed datasets[0].role «pretext» `role` is \"pretext\"; allowed are training, validation, test."}},
	{"a word in a list of words", "kind: data-manifest\ndatasets: [{id: d, role: [training, tset]}]\n", []string{
		"schema/not-allowed datasets[0].role[1] «tset» An item of `role` is \"tset\"; did you mean \"test\"? Allowed are training, validation, test, production."}},
	{"a word of a long vocabulary", "kind: data-manifest\ndatasets: [{id: d, quality: [{characteristic: Completness}]}]\n", []string{
		"schema/not-allowed datasets[0].quality[0].characteristic «Completness» `characteristic` is \"Completness\"; did you mean \"completeness\"?"}},
	{"neither a word nor a list of words", "kind: data-manifest\ndatasets: [{id: d, role: {a: b}}]\n", []string{
		"schema/wrong-type datasets[0].role «role» `role` is a map; expected text or a list."}},
	{"a map where a list belongs", "kind: model-card\ndatasets:\n  id: d\n", []string{
		"schema/wrong-type datasets «datasets» `datasets` is a map; expected a list."}},
	{"text where a map belongs", "kind: model-card\nintended_use: Ward use\n", []string{
		"schema/wrong-type intended_use «Ward use» `intended_use` is \"Ward use\"; expected a map."}},
	{"a list where text belongs", "kind: model-card\nmetadata: {owner: [a, b]}\n", []string{
		"schema/wrong-type metadata.owner «owner» `owner` is a list; expected text."}},
	{"a number where text belongs", "kind: model-card\nmetadata: {id: 7}\n", []string{
		"schema/wrong-type metadata.id «7» `id` is the number 7; expected text."}},
	{"a number in quotes", "kind: model-card\nevaluation: [{metric: AUROC, value: \"0.87\"}]\n", []string{
		"schema/wrong-type evaluation[0].value «\"0.87\"» `value` is \"0.87\"; expected a number without quotes."}},
	{"a word where true or false belongs", "kind: data-manifest\ndatasets: [{id: d, personal_data: {present: maybe}}]\n", []string{
		"schema/wrong-type datasets[0].personal_data.present «maybe» `present` is \"maybe\"; expected true or false."}},
	{"not a number", "kind: model-card\nevaluation: [{metric: AUROC, value: .nan}]\n", []string{
		"schema/wrong-type evaluation[0].value «.nan» `value` is \".nan\"; expected a number."}},
	{"a negative quantity", "kind: model-card\nenvironmental: {energy_kwh: -1}\n", []string{
		"schema/out-of-range environmental.energy_kwh «-1» `energy_kwh` is -1; allowed are 0 or more."}},
	{"a day that does not exist", "kind: model-card\nmetadata:\n  next_review: 2026-13-01\n", []string{
		"schema/malformed metadata.next_review «2026-13-01» `next_review` is \"2026-13-01\"; expected a day such as 2026-09-02."}},
	{"a year where a day belongs", "kind: model-card\nmetadata:\n  next_review: 2026\n", []string{
		"schema/wrong-type metadata.next_review «2026» `next_review` is the number 2026; expected a day such as 2026-09-02."}},
	{"a digest of the wrong length", "kind: data-manifest\ndatasets: [{id: d, provenance: {digest: \"sha256:abc\"}}]\n", []string{
		"schema/malformed datasets[0].provenance.digest «\"sha256:abc\"» `digest` is \"sha256:abc\"; expected a value such as sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08."}},
	{"an unknown key", "kind: model-card\nintendeduse: {users: [nurses]}\n", []string{
		"schema/unknown-key intendeduse «intendeduse» Unknown key `intendeduse`; did you mean `intended_use`?"}},
	{"an unknown key in another case", "kind: model-card\nmetadata: {nextReview: 2026-01-01}\n", []string{
		"schema/unknown-key metadata.nextReview «nextReview» Unknown key `nextReview`; did you mean `next_review`?"}},
	{"an unknown key that is near none", "kind: model-card\nzebra: 1\n", []string{
		"schema/unknown-key zebra «zebra» Unknown key `zebra`; a key of your own begins with `x-`."}},
	{"an unknown key with a slash and a percent sign", "kind: model-card\nmodel: {a/b%20~c: 1}\n", []string{
		"schema/unknown-key model.a/b%20~c «a/b%20~c» Unknown key `a/b%20~c`; a key of your own begins with `x-`."}},
	{"an entry without its identifier", "kind: risk-register\nrisks:\n- title: a\n- id: R2\n", []string{
		"schema/missing-key risks[0].id «title: a» The risk lacks `id`."}},
	{"an identifier still to be written", "kind: risk-register\nrisks:\n- title: a\n  id: TBD\n", []string{
		"schema/missing-key risks[0].id «TBD» The risk lacks `id`: found the placeholder \"TBD\"."}},
	{"several faults in the order of the text", "kind: model-card\nlimitations: none known\nevaluation:\n- value: high\n  colour: red\nmetadata: []\n", []string{
		"schema/wrong-type limitations «none known» `limitations` is \"none known\"; expected a list.",
		"schema/missing-key evaluation[0].metric «value: high» The evaluation lacks `metric`.",
		"schema/wrong-type evaluation[0].value «high» `value` is \"high\"; expected a number.",
		"schema/unknown-key evaluation[0].colour «colour» Unknown key `colour`; a key of your own begins with `x-`.",
	}},
	{"a value that runs over lines", "kind: model-card\nintended_use: |\n  one\n  two\n", []string{
		"schema/wrong-type intended_use «intended_use» `intended_use` is \"one\\ntwo\\n\"; expected a map."}},
	{"control characters", "kind: model-card\nintended_use: \"a\\e[31mb\"\n", []string{
		"schema/wrong-type intended_use «\"a\\e[31mb\"» `intended_use` is \"a\\x1b[31mb\"; expected a map."}},
	{"items without content keep their place", "kind: risk-register\nrisks: [TBD, ~, {id: TODO}, {id: R4, likelihood: 9}]\n", []string{
		"schema/out-of-range risks[3].likelihood «9» `likelihood` is 9; allowed are 1 to 5."}},
	{"what says nothing", "kind: model-card\nintended_use: TBD\nlimitations: ''\ndatasets:\nmodel: []\nfairness: {}\nevaluation: [{value: N/A}]\n", nil},
	{"keys of one's own", "kind: model-card\nx-team: [1, {a: b}]\nmodel: {x-y: 1}\nintended_use: {x-z: true}\n", nil},
	{"versions as numbers", "kind: model-card\nmetadata: {version: 1.10}\nmodel: {version: 3}\n", nil},
	{"one or several", "kind: data-manifest\nmetadata: {author: [a, b], approved: {by: c}}\ndatasets: [{id: d, role: training}, {id: e, role: [training, test]}]\n", nil},
}

func TestValidate(t *testing.T) {
	t.Parallel()
	for _, c := range faults {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			expect(t, parse(t, c.text, syntax.YAML), c.want)
		})
	}
}

// TestValidateJSON holds what YAML cannot say, or says otherwise.
func TestValidateJSON(t *testing.T) {
	t.Parallel()
	for _, c := range []fault{
		{"a number beyond all bounds", `{"kind": "model-card", "evaluation": [{"metric": "AUROC", "value": 1e999999}]}`, []string{
			"schema/wrong-type evaluation[0].value «1e999999» `value` is \"1e999999\"; expected a number."}},
		{"a small exponent", `{"kind": "model-card", "evaluation": [{"metric": "AUROC", "value": 8.7e-1}]}`, nil},
		{"a whole number with a fraction of nothing", `{"kind": "risk-register", "risks": [{"id": "R1", "likelihood": 3.0}]}`, nil},
		{"a list where the key is on the line before", "{\"kind\": \"model-card\",\n\"model\":\n[1,\n2]}", []string{
			"schema/wrong-type model «\"model\"» `model` is a list; expected a map."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			expect(t, parse(t, c.text, syntax.JSON), c.want)
		})
	}
}

func expect(t *testing.T, d *document.Document, want []string) {
	t.Helper()
	violations, err := Validate(d)
	if err != nil {
		t.Fatal(err)
	}
	got := make([]string, 0, len(violations))
	for _, v := range violations {
		text, span := v.Place(d.Root)
		under := string(text.Bytes[text.Offset(span.Start):text.Offset(span.End)])
		got = append(got, v.Rule.ID+" "+v.Path.String()+" «"+under+"» "+v.Message)
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestEverySchemaCompiles(t *testing.T) {
	t.Parallel()
	for _, s := range schemas.All() {
		if _, err := compiled(s.Name); err != nil {
			t.Error(err)
		}
	}
	for _, name := range append(document.Kinds(), "metadata", "config", "waivers", "baseline") {
		if id := source(name).Get("$id"); id == nil || id.Scalar != base+name+extension {
			t.Errorf("the $id of %s does not follow from its name", name)
		}
	}
}

func TestNothingIsFetched(t *testing.T) {
	t.Parallel()
	for _, url := range []string{"file:///etc/passwd", "https://example.org/x.json", base + "../embed.go", base + "absent" + extension} {
		if _, err := embedded(url); err == nil {
			t.Errorf("%s was opened", url)
		}
	}
	if _, err := Check("absent", &syntax.Node{Kind: syntax.Map}); err == nil {
		t.Error("an unknown schema gave no error")
	}
}

// TestExamples holds the examples of the schemas, which editors show, to the
// schemas themselves.
func TestExamples(t *testing.T) {
	t.Parallel()
	for _, s := range schemas.All() {
		var visit func(n *syntax.Node, pointer string)
		visit = func(n *syntax.Node, pointer string) {
			if examples := n.Get("examples"); examples != nil && examples.Kind == syntax.List {
				validator, err := compile(s.Name, pointer)
				if err != nil {
					t.Fatal(err)
				}
				for _, example := range examples.Items {
					value, _ := view{}.plain(example)
					if err := validator.Validate(value); err != nil {
						t.Errorf("%s: the example %s of %s: %v", s.Name, example.Source(), pointer, err)
					}
				}
				return
			}
			for _, f := range n.Fields {
				visit(f.Value, pointer+"/"+f.Key.Scalar)
			}
			for i, item := range n.Items {
				visit(item, pointer+"/"+strconv.Itoa(i))
			}
		}
		for _, part := range []string{"properties", "$defs"} {
			if n := source(s.Name).Get(part); n != nil {
				visit(n, "#/"+part)
			}
		}
	}
}

// TestSchemasServeEditors demands what an editor shows for each property, and
// room for users' own keys.
func TestSchemasServeEditors(t *testing.T) {
	t.Parallel()
	for _, name := range append(document.Kinds(), "metadata", "config", "waivers", "baseline") {
		var visit func(schema *syntax.Node, path string)
		visit = func(schema *syntax.Node, path string) {
			for _, p := range properties(schema) {
				at := path + "." + p.Key.Scalar
				if p.Value.Get("title") == nil || p.Value.Get("description") == nil {
					t.Errorf("%s lacks a title or a description", at)
				}
				visit(p.Value, at)
			}
			if closed := schema.Get("additionalProperties"); closed != nil && closed.Scalar == "false" &&
				schema.Get("patternProperties").Get("^x-") == nil {
				t.Errorf("%s has no room for keys of one's own", path)
			}
			for _, part := range []string{"items", "additionalProperties"} {
				if n := schema.Get(part); n != nil && n.Kind == syntax.Map {
					visit(n, path+"[]")
				}
			}
			if defs := schema.Get("$defs"); defs != nil {
				for _, def := range defs.Fields {
					visit(def.Value, path+".$defs."+def.Key.Scalar)
				}
			}
		}
		visit(source(name), name)
	}
}

func TestFields(t *testing.T) {
	t.Parallel()
	fields := Fields("risk-register")
	got := make([]string, 0, len(fields))
	for _, f := range fields {
		if f.Title == "" || f.Description == "" {
			t.Errorf("%s has no title or description", f.Path)
		}
		got = append(got, f.Path.String())
	}
	want := "kind metadata.id metadata.title metadata.version metadata.owner metadata.author metadata.approved metadata.next_review " +
		"metadata.classification metadata.retention metadata.language metadata.supersedes describes criteria method assessed_on risks"
	if strings.Join(got, " ") != want {
		t.Errorf("got %v", got)
	}
	if len(Fields("no-such-kind")) > 0 {
		t.Error("an unknown kind has fields")
	}
}

func TestNearest(t *testing.T) {
	t.Parallel()
	known := []string{"intended_use", "limitations", "id", "on"}
	for name, want := range map[string]string{
		"intendeduse": known[0], "Intended-Use": known[0], "limitation": "limitations", "zebra": "", "Id": "id", "": "",
	} {
		if got := Nearest(name, known); got != want {
			t.Errorf("Nearest(%q) is %q, want %q", name, got, want)
		}
	}
}

func BenchmarkValidate(b *testing.B) {
	text, err := os.ReadFile("testdata/model-card.yaml")
	if err != nil {
		b.Fatal(err)
	}
	d := parse(b, string(text), syntax.YAML)
	expectClean(b, d)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Validate(d); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCompile(b *testing.B) {
	for b.Loop() {
		if _, err := compile("model-card", ""); err != nil {
			b.Fatal(err)
		}
	}
}

func TestCompleteDocuments(t *testing.T) {
	t.Parallel()
	for _, kind := range document.Kinds() {
		text, err := os.ReadFile("testdata/" + kind + ".yaml") //nolint:gosec // a kind of ours
		if err != nil {
			t.Fatal(err)
		}
		expectClean(t, parse(t, string(text), syntax.YAML))
	}
}

func expectClean(tb testing.TB, d *document.Document) {
	tb.Helper()
	violations, err := Validate(d)
	if err != nil {
		tb.Fatal(err)
	}
	for _, v := range violations {
		tb.Errorf("%s: %s", v.Path, v.Message)
	}
}

// FuzzValidate demands that every violation has a place and a sentence.
func FuzzValidate(f *testing.F) {
	for _, kind := range document.Kinds() {
		text, err := os.ReadFile("testdata/" + kind + ".yaml") //nolint:gosec // a kind of ours
		if err != nil {
			f.Fatal(err)
		}
		f.Add(kind, string(text))
	}
	f.Add("model-card", "intended_use: [a]\nmetadata: {id: 7, next_review: 2026-13-01}\nzzz: 1\ndatasets: [1, {role: x}]")
	f.Add("risk-register", "risks: [{likelihood: 1e999, source: [1, {}]}]\n? \"a\\nb\"\n: c")
	f.Fuzz(func(t *testing.T, kind, text string) {
		tree := syntax.Parse(syntax.NewText("file", []byte(text)), syntax.YAML, syntax.DefaultLimits())
		for _, root := range tree.Values {
			for _, check := range []func() ([]Violation, error){
				func() ([]Violation, error) { return Validate(&document.Document{Kind: kind, Root: root}) },
				func() ([]Violation, error) { return Check("config", root) },
			} {
				violations, err := check()
				if err != nil {
					t.Fatal(err)
				}
				for _, v := range violations {
					if _, span := v.Place(root); span.Start.Line < 1 || !span.OneLine() {
						t.Errorf("%v at %v", v, span)
					}
					if !strings.HasSuffix(v.Message, ".") && !strings.HasSuffix(v.Message, "?") || strings.ContainsAny(v.Message, "\n\x1b") {
						t.Errorf("%q is no sentence", v.Message)
					}
				}
			}
		}
	})
}
