package exception

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/syntax"
)

var (
	purpose = &rule.Rule{ID: "model-card/use"}
	limits  = &rule.Rule{ID: "model-card/limits"}
	broken  = &rule.Rule{ID: "syntax/invalid"}
	rules   = slices.Concat(Rules(), []*rule.Rule{purpose, limits, broken})
)

const print1 = "00000000000000000000000000000001"

// found are open findings: of use and of limits in a/card.yaml, and a file that
// cannot be read.
func found() []finding.Finding {
	at := func(line int, path ...string) finding.Location {
		return finding.Location{File: "a/card.yaml", Path: syntax.Keys(path...), Span: syntax.Span{Start: syntax.Position{Line: line, Column: 1}}}
	}
	return []finding.Finding{
		{Rule: purpose, State: finding.Open, Message: "No use.", Kind: "model-card", Document: "triage", Location: at(4, "use", "users"), Fingerprint: print1},
		{Rule: limits, State: finding.Open, Message: "No limits.", Kind: "model-card", Document: "triage", Location: at(9, "limits"), Fingerprint: "00000000000000000000000000000002"},
		{Rule: broken, State: finding.Open, Message: "Broken.", Location: at(1), Fingerprint: "00000000000000000000000000000003"},
		{Rule: expired, State: finding.Open, Message: "Ended.", Location: at(1), Fingerprint: "00000000000000000000000000000004"},
	}
}

func today() Circumstances {
	return Circumstances{
		AsOf: "2026-11-22", MaxDays: 180, Comments: true,
		Owners: func(*finding.Finding) []string { return []string{"ml lead", "data lead"} },
		Judged: func(*rule.Rule) bool { return true },
	}
}

func set(t *testing.T, waivers, baseline string) *Set {
	t.Helper()
	var texts [2]*syntax.Text
	for i, content := range []string{waivers, baseline} {
		if content != "" {
			texts[i] = syntax.NewText([]string{WaiversName, BaselineName}[i], []byte(content))
		}
	}
	s, err := NewSet(Known{Rules: rules}, texts[0], texts[1])
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// outcome are the states of the findings and the rules of the faults, in one line.
func outcome(s *Set, findings []finding.Finding, c Circumstances) string {
	faults := s.Apply(findings, c)
	words := make([]string, len(findings), len(findings)+len(faults))
	for i := range findings {
		words[i] = string(findings[i].State)
	}
	for _, f := range faults {
		words = append(words, f.Rule.Name())
	}
	return strings.Join(words, " ")
}

func TestWaivers(t *testing.T) {
	const rest = "reason: Soon., approver: board, until: 2026-12-01"
	for name, c := range map[string]struct{ waivers, want string }{
		"document":             {"- {rule: model-card/use, document: triage, " + rest + "}", "waived open open open"},
		"another document":     {"- {rule: model-card/use, document: other, " + rest + "}", "open open open open unused"},
		"pattern":              {"- {rule: model-card/*, document: triage, " + rest + "}", "waived waived open open"},
		"path":                 {"- {rule: model-card/use, path: a/card.yaml, " + rest + "}", "waived open open open"},
		"glob":                 {"- {rule: '*/*', path: '**', " + rest + "}", "waived waived open open"},
		"another path":         {"- {rule: model-card/use, path: card.yaml, " + rest + "}", "open open open open unused"},
		"field":                {"- {rule: '*/*', path: '**', field: use, " + rest + "}", "waived open open open"},
		"deeper field":         {"- {rule: '*/*', path: '**', field: use.*.x, " + rest + "}", "open open open open unused"},
		"fingerprint":          {"- {rule: '*/*', fingerprint: '" + print1 + "', " + rest + "}", "waived open open open"},
		"number for a print":   {"- {rule: '*/*', fingerprint: 11111111111111111111111111111111, " + rest + "}", "open open open open malformed"},
		"all must fit":         {"- {rule: model-card/use, document: triage, path: b/**, " + rest + "}", "open open open open unused"},
		"no place":             {"- {rule: model-card/use, " + rest + "}", "open open open open malformed"},
		"outside":              {"- {rule: model-card/use, path: ../a/card.yaml, " + rest + "}", "open open open open malformed"},
		"bad glob":             {"- {rule: model-card/use, path: 'a/[', " + rest + "}", "open open open open malformed"},
		"unknown rule":         {"- {rule: model-card/uses, document: triage, " + rest + "}", "open open open open rule"},
		"bad pattern":          {"- {rule: 'model-card/[', document: triage, " + rest + "}", "open open open open rule"},
		"syntax":               {"- {rule: syntax/invalid, path: '**', " + rest + "}", "open open open open rule"},
		"exceptions":           {"- {rule: exception/*, path: '**', " + rest + "}", "open open open open rule"},
		"no approver":          {"- {rule: model-card/use, document: triage, reason: Soon., until: 2026-12-01}", "open open open open malformed"},
		"placeholder reason":   {"- {rule: model-card/use, document: triage, reason: TODO, approver: board, until: 2026-12-01}", "open open open open incomplete"},
		"blank approver":       {"- {rule: model-card/use, document: triage, reason: Soon., approver: ' ', until: 2026-12-01}", "open open open open incomplete"},
		"no such day":          {"- {rule: model-card/use, document: triage, reason: Soon., approver: board, until: 2026-11-31}", "open open open open malformed"},
		"ends today":           {"- {rule: model-card/use, document: triage, reason: Soon., approver: board, until: 2026-11-22}", "open open open open expired"},
		"ends tomorrow":        {"- {rule: model-card/use, document: triage, reason: Soon., approver: board, until: 2026-11-23}", "waived open open open"},
		"ended and mended":     {"- {rule: model-card/use, document: other, reason: Soon., approver: board, until: 2026-11-22}", "open open open open unused"},
		"the longest":          {"- {rule: model-card/use, document: triage, reason: Soon., approver: board, until: 2027-05-21}", "waived open open open"},
		"too long":             {"- {rule: model-card/use, document: triage, reason: Soon., approver: board, until: 2027-05-22}", "waived open open open too-long"},
		"by the owner":         {"- {rule: model-card/use, document: triage, reason: Soon., approver: ML  Lead, until: 2026-12-01}", "waived open open open self-approved"},
		"by the other owner":   {"- {rule: model-card/use, document: triage, reason: Soon., approver: data lead, until: 2026-12-01}", "waived open open open self-approved"},
		"renewed":              {"- {rule: model-card/use, document: triage, reason: Soon., approver: board, until: 2026-11-01}\n- {rule: model-card/use, document: triage, " + rest + "}", "waived open open open unused"},
		"a map":                {"rule: model-card/use", "open open open open malformed"},
		"text among them":      {"- nothing\n- {rule: model-card/use, document: triage, " + rest + "}", "waived open open open malformed"},
		"broken":               {"- {rule: model-card/use, document: triage, " + rest, "open open open open malformed"},
		"two documents":        {"- {rule: model-card/use, document: triage, " + rest + "}\n---\n[]", "waived open open open malformed"},
		"unknown key":          {"- {rule: model-card/use, document: triage, owner: x, " + rest + "}", "open open open open malformed"},
		"a key of one's own":   {"- {rule: model-card/use, document: triage, x-note: x, " + rest + "}", "waived open open open"},
		"empty":                {"# nothing yet\n", "open open open open"},
		"an empty list":        {"[]", "open open open open"},
		"aliases without end":  {"- &a [*a]", "open open open open malformed malformed"},
		"null for an entry":    {"-\n", "open open open open"},
		"a number of an entry": {"- 7\n", "open open open open malformed"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := outcome(set(t, c.waivers, ""), found(), today()); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

func TestUnusedNeedsTheWholePicture(t *testing.T) {
	s := set(t, "- {rule: model-card/*, document: other, reason: Soon., approver: board, until: 2026-12-01}", "")
	c := today()
	c.Judged = func(*rule.Rule) bool { return false }
	if got := outcome(s, found(), c); got != "open open open open" {
		t.Errorf("without the whole in view: %s", got)
	}
	c.Judged = func(r *rule.Rule) bool { return r == purpose }
	if got := outcome(s, found(), c); got != "open open open open unused" {
		t.Errorf("with one of its rules in force: %s", got)
	}
	c.Selected = true
	if got := outcome(s, found(), c); got != "open open open open" {
		t.Errorf("with one of its rules asked for: %s", got)
	}
}

func TestBaseline(t *testing.T) {
	all := found()
	text, err := WriteBaseline([]Record{Recorded(&all[1]), Recorded(&all[0]), Recorded(&all[2]), {Fingerprint: strings.Repeat("a", 32), Rule: "model-card/use", File: "gone.yaml", Message: "Gone."}})
	if err != nil {
		t.Fatal(err)
	}
	again, _ := WriteBaseline([]Record{Recorded(&all[2]), {Fingerprint: strings.Repeat("a", 32), Rule: "model-card/use", File: "gone.yaml", Message: "Gone."}, Recorded(&all[0]), Recorded(&all[1])})
	if string(again) != string(text) {
		t.Error("another order gives other bytes")
	}
	s := set(t, "- {rule: model-card/limits, document: triage, reason: Soon., approver: board, until: 2026-12-01}", string(text))
	if got, want := outcome(s, all, today()), "baseline waived open open stale-baseline stale-baseline"; got != want {
		t.Errorf("%s, want %s: what is waived or cannot be accepted is not in the baseline", got, want)
	}
	kept, gone := s.Prune(found(), today())
	if len(kept) != 3 || len(gone) != 1 || gone[0].File != "gone.yaml" {
		t.Errorf("kept %v, gone %v", kept, gone)
	}
	if s.Sound(BaselineName) != nil || !s.HasBaseline() || s.Empty() {
		t.Error("a baseline that was written is sound")
	}
	for content, want := range map[string]string{
		`{`:                              "malformed",
		`[]`:                             "malformed",
		`{"version": 2, "findings": []}`: "malformed",
		`{"version": 1, "findings": [{"fingerprint": "x", "rule": "model-card/use"}]}`: "malformed",
		`{"version": 1, "findings": []}`:                                               "",
	} {
		s := set(t, "", content)
		if got := strings.TrimSpace(strings.TrimPrefix(outcome(s, found(), today()), "open open open open")); got != want || (s.Sound(BaselineName) == nil) != (want == "") {
			t.Errorf("%s: %q, want %q", content, got, want)
		}
	}
}

func TestEntryCanBePasted(t *testing.T) {
	f := found()[0]
	f.Location.File = "a/[odd] *name: #1.yaml"
	for folder, path := range map[string]string{".": "a/[odd] *name: #1.yaml", "a": "[odd] *name: #1.yaml"} {
		entry := Entry(&f, folder, "2027-01-01")
		for _, unfilled := range []string{entry, strings.Replace(entry, "reason: TBD", "reason: Soon.", 1)} {
			if got := outcome(set(t, unfilled, ""), []finding.Finding{f}, today()); !strings.HasPrefix(got, "open incomplete") {
				t.Errorf("before it is filled in: %s", got)
			}
		}
		filled := strings.Replace(strings.Replace(entry, "reason: TBD", "reason: Soon.", 1), "approver: TBD", "approver: board", 1)
		text := syntax.NewText(folder+"/"+WaiversName, []byte(filled))
		if folder == "." {
			text.File = WaiversName
		}
		s, err := NewSet(Known{Rules: rules}, text, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := outcome(s, []finding.Finding{f}, today()); got != "waived" {
			t.Errorf("%s: %s of\n%s", path, got, filled)
		}
	}
	for _, f := range found()[2:] {
		if Entry(&f, ".", "2027-01-01") != "" {
			t.Errorf("there is an entry for %s", f.Rule.ID)
		}
	}
}

func comments(language syntax.Language, content string) []*Exception {
	return Comments(syntax.Parse(syntax.NewText("a/card.yaml", []byte(content)), language, syntax.DefaultLimits()), Known{Rules: rules})
}

func TestCommentLines(t *testing.T) {
	const c = "aimslint:ignore model-card/use Soon. until 2026-12-01"
	for name, test := range map[string]struct {
		language syntax.Language
		content  string
		want     int
	}{
		"beside":                    {syntax.YAML, "a: 1\nb: 2 # " + c + "\nc: 3\n", 2},
		"above":                     {syntax.YAML, "a: 1\n# " + c + "\nb: 2\n", 3},
		"above with others between": {syntax.YAML, "# " + c + "\n\n# other\n---\n\na: 1\n", 6},
		"at the end":                {syntax.YAML, "a: 1\n# " + c + "\n", 2},
		"markdown above":            {syntax.Markdown, "<!-- " + c + " -->\n\n<!-- other -->\n## Use\n", 4},
		"markdown beside":           {syntax.Markdown, "text\n\n## Use <!-- " + c + " -->\n\ntext\n", 3},
		"markdown before":           {syntax.Markdown, "text\n\n<!-- " + c + " --> TBD\n", 3},
		"front matter":              {syntax.Markdown, "---\n# " + c + "\nlicense: mit\n---\n", 3},
	} {
		got := comments(test.language, test.content)
		if len(got) != 1 || got[0].line != test.want || got[0].void {
			t.Errorf("%s: %v, want line %d", name, got, test.want)
		}
	}
}

func TestComments(t *testing.T) {
	for words, want := range map[string]string{
		"aimslint:ignore model-card/use Soon. until 2026-12-01":                 "waived",
		"aimslint:ignore model-card/* Until they until it, until 2026-12-01":    "",
		"aimslint:ignore model-card/* They said until spring. until 2026-12-01": "waived",
		"aimslint:ignore model-card/limits Soon. until 2026-12-01":              "open unused",
		"aimslint:ignore model-card/use Soon. until 2026-11-22":                 "open expired",
		"aimslint:ignore model-card/use Soon. until 2027-11-22":                 "waived too-long",
		"aimslint:ignore model-card/use TBD until 2026-12-01":                   "open incomplete",
		"aimslint:ignore model-card/use until 2026-12-01":                       "open malformed",
		"aimslint:ignore model-card/use Soon.":                                  "open malformed",
		"aimslint:ignore model-card/use Soon. until tomorrow":                   "open malformed",
		"aimslint:ignore model-card/use":                                        "open malformed",
		"aimslint:ignore":                                                       "open malformed",
		"aimslint:ignore model-card/usage Soon. until 2026-12-01":               "open rule",
		"aimslint:ignore syntax/invalid Soon. until 2026-12-01":                 "open rule",
		"aimslint: ignore model-card/use Soon. until 2026-12-01":                "open malformed",
		"aimslint-disable model-card/use":                                       "open malformed",
		"aimslint:ignored":                                                      "open",
		"aimslint checks this file":                                             "open",
		"yaml-language-server: $schema=https://x/aimslint/aimslint/ignore":      "open",
	} {
		if want == "" {
			want = "waived"
		}
		s := set(t, "", "").With(comments(syntax.YAML, "a: 1\nb: 2\nc: 3\nd: 4 # "+words+"\n"))
		if got := outcome(s, found()[:1], today()); got != want {
			t.Errorf("%s: %s, want %s", words, got, want)
		}
	}
	c := today()
	c.Comments = false
	s := set(t, "", "").With(comments(syntax.YAML, "a: 1\nb: 2\nc: 3\nd: 4 # aimslint:ignore model-card/use Soon. until 2026-12-01\n"))
	if got := outcome(s, found()[:1], c); got != "open unused" {
		t.Errorf("where comments are forbidden: %s", got)
	}
}

// Applied twice, on other days, exceptions say what is so on that day.
func TestApplyKeepsNothing(t *testing.T) {
	s := set(t, "- {rule: model-card/use, document: triage, reason: Soon., approver: board, until: 2026-12-01}", "")
	for _, day := range []struct{ asOf, want string }{{"2026-12-01", "open expired"}, {"2026-11-30", "waived"}, {"2026-12-01", "open expired"}} {
		c := today()
		c.AsOf = day.asOf
		if got := outcome(s, found()[:1], c); got != day.want {
			t.Errorf("%s: %s, want %s", day.asOf, got, day.want)
		}
	}
	if got := fmt.Sprint(s.Ends("2026-11-22", "2026-12-01"), s.Ends("2026-12-01", "2027-12-01")); got != "[2026-12-01] []" {
		t.Errorf("ends %s", got)
	}
}

// Whatever stands in a text, its comments can be read, each either holds or is at
// fault, and its place is in the text.
func FuzzIgnore(f *testing.F) {
	for _, seed := range []string{
		"a: 1 # aimslint:ignore model-card/use Soon. until 2026-12-01", "# aimslint:ignore", "# aimslint:ignore model-card/[ x until 2026-12-01\na: |\n  # aimslint:ignore",
		"---\n# aimslint:ignore\na: 1\n---\n<!-- aimslint:ignore x\n y until z -->\n", "<!-- aimslint:ignore --> <!--aimslint:ignore-->", "\uFEFF# aimslint:ignore \xff\u202E until 9999-99-99",
		"a: \"# aimslint:ignore\" # aimslint-disable", "[a, # aimslint:ignore\r\n b]", "> - <!-- aimslint:ignore\n> -->",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, content string) {
		for _, language := range []syntax.Language{syntax.YAML, syntax.Markdown, syntax.JSON, syntax.CSV} {
			text := syntax.NewText("a/card.yaml", []byte(content))
			for _, e := range Comments(syntax.Parse(text, language, syntax.DefaultLimits()), Known{Rules: rules}) {
				switch {
				case e.void != (len(e.faults) > 0):
					t.Errorf("%q: void %v with faults %v", content, e.void, e.faults)
				case e.line < 1 || e.line > text.Lines():
					t.Errorf("%q: line %d of %d", content, e.line, text.Lines())
				case !e.void && (e.Rule == "" || e.Reason == "" || len(e.Until) != len("2026-12-01")):
					t.Errorf("%q: %+v", content, e.Exception)
				}
			}
		}
	})
}
