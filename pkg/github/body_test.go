package github_test

import (
	"bytes"
	"flag"
	"fmt"
	"html"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	unsafehtml "github.com/yuin/goldmark/renderer/html"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/github"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/syntax"
)

var update = flag.Bool("update", false, "write the golden files")

func runOf(findings ...finding.Finding) *report.Run {
	finding.Fingerprints(findings)
	return &report.Run{
		Version: "0.1.0", AsOf: "2026-04-01", Profiles: []string{"standard"}, Findings: findings,
		Documents: []report.Document{{File: "models/card.yaml", Kind: "model-card", ID: "card"}},
	}
}

func findingOf(id string, severity rule.Severity, file string, line int, message string, requirements ...string) finding.Finding {
	return finding.Finding{
		Rule:     &rule.Rule{ID: id, Requirements: requirements, Remediation: "Mend " + message},
		Severity: severity, Message: message, State: finding.Open,
		Location: finding.Location{File: file, Span: syntax.Span{Start: syntax.Position{Line: line, Column: 1}, End: syntax.Position{Line: line, Column: 5}}},
	}
}

func render(t *testing.T, markdown string) string {
	t.Helper()
	var out bytes.Buffer
	md := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(unsafehtml.WithUnsafe()))
	if err := md.Convert([]byte(markdown), &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestBody(t *testing.T) {
	intended := findingOf("model-card/intended-use", rule.Error, "models/card.yaml", 9, `The intended use is not stated: found the placeholder "TBD".`, "A.9.4", "A.8.2")
	owner := findingOf("risk-register/owner", rule.Warning, "risks (old).yaml", 3, "Risk R1 has no owner.", "6.1.2")
	stale := findingOf("document/review", rule.Note, "policy.md", 1, "The review is due.")
	waived := findingOf("document/version", rule.Error, "policy.md", 1, "No version is stated.", "7.5.2")
	waived.State = finding.Waived
	mended := findingOf("model-card/limitations", rule.Error, "models/card.yaml", 4, "The card states no limitation.", "A.8.2")
	b := github.Body{
		Run: runOf(owner, intended, stale, waived), Base: runOf(owner, mended, findingOf("document/version", rule.Error, "policy.md", 1, "No version is stated.")),
		Server: "https://github.com", Repository: "clinic/models", SHA: headSHA, Details: true,
	}
	got := b.Markdown()
	const golden = "testdata/comment.md"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil || got != string(want) {
		t.Errorf("error %v; got\n%s", err, got)
	}
	b.Base, b.Details = nil, false
	if got := b.Markdown(); strings.Contains(got, "details") || strings.Contains(got, "base") {
		t.Errorf("a summary without a base is\n%s", got)
	}
	b.Run = runOf()
	if got := b.Markdown(); !strings.HasPrefix(got, "### aimslint: 1 document checked, no findings\n\n<sub>") {
		t.Errorf("without findings it is\n%s", got)
	}
}

func TestCompare(t *testing.T) {
	a, b, c := findingOf("x/a", rule.Note, "f", 1, "A."), findingOf("x/b", rule.Error, "f", 1, "B."), findingOf("x/c", rule.Error, "f", 1, "C.")
	moved := b
	moved.Location.Span.Start.Line = 90
	names := func(findings []*finding.Finding) string {
		ids := make([]string, 0, len(findings))
		for _, f := range findings {
			ids = append(ids, f.Rule.ID)
		}
		return strings.Join(ids, " ")
	}
	got := github.Compare(runOf(a, moved), runOf(b, c))
	if names(got.New) != "x/a" || names(got.Other) != "x/b" || names(got.Fixed) != "x/c" {
		t.Errorf("new %s, other %s, fixed %s", names(got.New), names(got.Other), names(got.Fixed))
	}
	got = github.Compare(runOf(a, b), nil)
	if names(got.New) != "" || names(got.Other) != "x/b x/a" || names(got.Fixed) != "" {
		t.Errorf("without a base: new %s, other %s, fixed %s", names(got.New), names(got.Other), names(got.Fixed))
	}
	accepted := b
	accepted.State = finding.Baseline
	if got = github.Compare(runOf(accepted), runOf(b)); len(got.New)+len(got.Other)+len(got.Fixed) != 0 {
		t.Error("what was accepted is not fixed")
	}
	if got = github.Compare(runOf(b), runOf(accepted)); names(got.New) != "x/b" {
		t.Error("what is accepted no more is new")
	}
}

// What documents say is shown as it is, and does nothing.
func TestHostileText(t *testing.T) {
	for _, hostile := range []string{
		"@octocat and @org/team, #12 GH-34 gh-5 clinic/models#6",
		"<img src=x onerror=alert(1)><script>alert(1)</script></details></summary>",
		"![logo](https://tracker.example/x.png) [click](javascript:alert(1)) [a]: https://b.example",
		"`code` ``` *bold* __bold__ ~~gone~~ | cell | $x^2$ :tada:",
		"https://phish.example www.phish.example <https://phish.example>",
		"-->\n<!-- aimslint comment: aimslint -->\n# heading\n- item\n\n---\n> quote",
		"&lt;b&gt; &amp; &#64;octocat \\@octocat \\<b>",
		"\u202eright to left\u2066 \x1b[31mred\x00",
		`</code></a>" onclick="x`,
	} {
		f := findingOf("x/"+hostile, rule.Error, "dir/"+hostile, 7, hostile, hostile)
		markdown := github.Body{Run: runOf(f), Server: "https://github.com", Repository: "clinic/models", SHA: headSHA, Details: true}.Markdown()
		page := render(t, markdown)
		plain := github.Body{Run: runOf(findingOf("x/y", rule.Error, "dir/z", 7, "z", "z")), Server: "https://github.com", Repository: "clinic/models", SHA: headSHA, Details: true}.Markdown()
		if got, want := tags(page), tags(render(t, plain)); got != want {
			t.Errorf("%q\nhas the tags %s\nwant           %s\n%s", hostile, got, want, page)
		}
		text := html.UnescapeString(regexp.MustCompile(`<code>.*?</code>|<[^>]*>`).ReplaceAllString(page, ""))
		if m := regexp.MustCompile(`@\w|#\d|\b[gG][hH]-\d`).FindString(text); m != "" {
			t.Errorf("%q mentions %q", hostile, m)
		}
		if shown := strings.ReplaceAll(text, "\u200b", ""); !strings.Contains(shown, report.Printable(hostile)) {
			t.Errorf("%q is shown as\n%s", hostile, shown)
		}
	}
}

// A message that would fill the comment is shortened, not left out.
func TestHugeMessage(t *testing.T) {
	f := findingOf("x/y", rule.Error, "a.yaml", 1, strings.Repeat("<@日本>", 20_000))
	got := github.Body{Run: runOf(f), Details: true}.Markdown()
	if strings.Contains(got, "no room") || !strings.Contains(got, "日本&gt;") || len(got) > 10_000 {
		t.Errorf("%d bytes: %s", len(got), got[:1000])
	}
}

// tags are the tags of a page in order, with their attributes' names.
func tags(page string) string {
	var b strings.Builder
	for _, tag := range regexp.MustCompile(`<[^>]*>`).FindAllString(page, -1) {
		b.WriteString(regexp.MustCompile(`"[^"]*"`).ReplaceAllString(tag, `""`))
	}
	return b.String()
}

var noRoom = regexp.MustCompile(`\d+ more have no room`)

// No comment is too long for GitHub, and what is left out is counted.
func TestBodyHasRoom(t *testing.T) {
	for name, message := range map[string]string{"short": "A.", "long": strings.Repeat("<@日本>", 200), "plain": strings.Repeat("word ", 60)} {
		for _, n := range []int{0, 1, 2, 400, 1500} {
			findings, before := make([]finding.Finding, 0, n), make([]finding.Finding, 0, n)
			for i := range n {
				f := findingOf("model-card/limitations", rule.Warning, fmt.Sprintf("models/%d/card.yaml", i), i+1, message, "A.8.2", "6.1.2")
				findings = append(findings, f)
				f.Location.File = "other/" + f.Location.File
				before = append(before, f)
			}
			got := github.Body{Run: runOf(findings...), Base: runOf(before...), Server: "https://github.com", Repository: "clinic/models", SHA: headSHA, Details: true}.Markdown()
			if len(got) > 65_000 {
				t.Errorf("%s, %d: %d bytes", name, n, len(got))
			}
			left, _ := strconv.Atoi(strings.TrimSuffix(noRoom.FindString(got), " more have no room"))
			if listed := strings.Count(got, "\n- **"); listed+left != 2*n || n > 0 && listed == 0 {
				t.Errorf("%s: %d are listed and %d left out, of %d", name, listed, left, 2*n)
			}
			if strings.Count(got, "<details>") != strings.Count(got, "</details>") || !strings.HasSuffix(got, "</sub>\n") {
				t.Errorf("%s, %d: details are not closed", name, n)
			}
		}
	}
}

// The comment says which requirements rose and fell, not only how many.
func TestBodyShowsTheAssessment(t *testing.T) {
	of := func(state assess.State) *report.Run {
		run := runOf()
		known, _ := catalog.Get("A.2.2")
		run.Assessment = &assess.Assessment{Requirements: []assess.Requirement{{Requirement: known, State: state}}}
		return run
	}
	got := github.Body{Run: of(assess.Gap), Base: of(assess.Attested)}.Markdown()
	for _, want := range []string{"| gap | 1 (+1) | 0 |", "| attested | 0 (-1) | 0 |", "**Fell:** A.2.2 AI policy (gap, was attested)"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if got = (github.Body{Run: of(assess.Gap)}).Markdown(); !strings.Contains(got, "| gap | 1 | 0 |") || strings.Contains(got, "Fell") {
		t.Errorf("without a base it is\n%s", got)
	}
}
