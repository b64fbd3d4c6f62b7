package report_test

import (
	"bytes"
	"encoding/json"
	"net/url"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/syntax"
	"github.com/aimslint/aimslint/pkg/trend"
)

// told is a run of two findings in whose texts stand other people's words: the
// name of a file, what a document says, and what a policy of a user says.
func told(file, said, policy string, line int) *report.Run {
	line = 1 + line&0xffff
	r := &rule.Rule{
		ID: "custom/one", Title: policy, Description: policy, Severity: rule.Error, Requirements: []string{"A.9.4", policy},
		Evidence: rule.Attested, Remediation: policy,
	}
	at := finding.Location{
		File: file, Line: said, Message: said, Path: syntax.Path{syntax.Key(said), syntax.Index(3)},
		Span: syntax.Span{Start: syntax.Position{Line: line, Column: 1}, End: syntax.Position{Line: line, Column: 2}},
	}
	run := &report.Run{
		Version: "0.1.0", AsOf: "2026-04-01", Profiles: []string{"standard"}, Rules: []*rule.Rule{r},
		Documents: []report.Document{{File: file, Kind: "model-card", ID: said, Title: said, Format: "native"}},
		Findings: []finding.Finding{
			{Rule: r, Severity: r.Severity, Message: said, State: finding.Open, Kind: "model-card", Document: said, Location: at, Related: []finding.Location{at}},
			{
				Rule: r, Severity: rule.Warning, Message: policy, State: finding.Waived, Kind: "model-card", Document: said, Location: at,
				Exception: &finding.Exception{Kind: finding.ByWaiver, Reason: said, Approver: said, Ticket: said, Until: "2026-06-01", Location: at},
			},
		},
	}
	finding.Sort(run.Findings)
	finding.Fingerprints(run.Findings)
	for i := range run.Findings {
		run.Findings[i].LineHash = "0123456789abcdef:1"
	}
	return run
}

// aPath reports whether files may have such a name, relative to the root.
func aPath(file string) bool {
	return file != "" && file == path.Clean(file) && file != "." && file[0] != '/' && !strings.HasPrefix(file, "..") && !strings.Contains(file, "\x00")
}

func seedWords(f *testing.F) {
	f.Helper()
	for i, words := range nasty {
		file := words
		if !aPath(file) {
			file = "models/card.yaml"
		}
		f.Add(file, words, nasty[(i+1)%len(nasty)], i)
	}
	f.Add("//host/a:b?c#d%20", "No. [x](1) {0} {{", "a\u0300\n\nb", 1<<40)
	f.Add("c:\\x\\y", "\u2028", "x", -1)
}

// steers finds a character that could steer a terminal or deceive a reader: any that
// [report.Printable] shows in another way, but for line ends where lines are meant.
func steers(text string) bool {
	return !utf8.ValidString(text) || strings.ContainsFunc(text, func(r rune) bool {
		return (r < ' ' || r > '~') && r != '\n' && r != '\u200c' && r != '\u200d' && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co)
	})
}

// SARIF is valid JSON that says what the finding says, at the file that it is in,
// whatever the words are.
func FuzzSARIF(f *testing.F) {
	seedWords(f)
	f.Fuzz(func(t *testing.T, file, said, policy string, line int) {
		if !aPath(file) {
			t.Skip("no name of a file")
		}
		run := told(file, said, policy, line)
		text := write(t, "sarif", run, report.Options{Suppressions: true})
		if steers(text) {
			t.Errorf("it holds a control character: %q", text)
		}
		log := sarifOf(t, run) // without what is accepted
		checkProfile(t, log)
		if len(log.Results) != 1 {
			t.Fatalf("%d results for one finding that counts", len(log.Results))
		}
		result := log.Results[0]
		want := strings.ReplaceAll(report.Printable(strings.Join(strings.Fields(said), " ")), "](", "] (")
		if got, _, _ := strings.Cut(result.Message.Text, " See ["); !strings.HasPrefix(result.Message.Text, want) || strings.TrimRight(got, ".") != strings.TrimRight(want, ".") && !strings.Contains(want, " See [") {
			t.Errorf("the message %q became %q", said, result.Message.Text)
		}
		if n := strings.Count(result.Message.Text, "]("); n != len(result.RelatedLocations) {
			t.Errorf("%d links to %d places in %q", n, len(result.RelatedLocations), result.Message.Text)
		}
		at := result.Locations[0].PhysicalLocation
		reference, err := url.Parse(at.ArtifactLocation.URI)
		if err != nil || reference.IsAbs() || reference.Host != "" || reference.RawQuery != "" || reference.Fragment != "" || reference.Path != file {
			t.Errorf("the file %q became %q: %+v, %v", file, at.ArtifactLocation.URI, reference, err)
		}
		if at.Region.StartLine != run.Findings[0].Location.Span.Start.Line {
			t.Errorf("line %d became %d", run.Findings[0].Location.Span.Start.Line, at.Region.StartLine)
		}
	})
}

// No report lets through what steers a terminal or a CI system, and each is what
// its readers demand.
func FuzzReports(f *testing.F) {
	seedWords(f)
	checks := map[string]func(*testing.T, string, *report.Run){
		"github": checkGitHub, "azure": checkAzure, "gitlab": checkGitLab, "sonarqube": checkSonarQube, "junit": checkJUnit, "csv": checkCSV, "summary": checkSummary,
	}
	f.Fuzz(func(t *testing.T, file, said, policy string, line int) {
		if !aPath(file) || len(said)+len(policy)+len(file) > 1<<16 {
			t.Skip("no name of a file")
		}
		run := told(file, said, policy, line)
		for _, name := range report.Names() {
			if name == "html" || name == "oscal" && line%8 != 0 {
				continue // FuzzHTML has the one, and the other takes its time
			}
			text := write(t, name, run, report.Options{Verbose: true, ShowWaived: true, PrintWaivers: true})
			if steers(text) {
				t.Errorf("%s holds a control character: %q", name, text)
			}
			if check := checks[name]; check != nil {
				check(t, "hostile", run)
			}
			if name == "oscal" && !json.Valid([]byte(text)) {
				t.Errorf("%s is no JSON: %s", name, text)
			}
		}
	})
}

// A page has the elements and attributes that it has for harmless words, no more.
func FuzzHTML(f *testing.F) {
	seedWords(f)
	known := map[string]bool{}
	for _, run := range htmlRuns() {
		assessed := *run
		assessed.Assessment = assess.Of(assess.Input{Rules: run.Rules, Findings: run.Findings})
		var page bytes.Buffer
		if err := report.Get("html").Write(&page, &assessed, report.Options{}); err != nil {
			f.Fatal(err)
		}
		root, err := html.Parse(&page)
		if err != nil {
			f.Fatal(err)
		}
		for element := range elements(root) {
			known[element.Data] = true
			for _, a := range element.Attr {
				known[element.Data+" "+a.Key] = true
			}
		}
	}
	f.Fuzz(func(t *testing.T, file, said, policy string, line int) {
		if !aPath(file) {
			t.Skip("no name of a file")
		}
		scripts := 0
		_, root := parsed(t, told(file, said, policy, line))
		for element := range elements(root) {
			if !known[element.Data] {
				t.Errorf("the element %s", element.Data)
			}
			if element.Data == "script" {
				scripts++
			}
			for _, a := range element.Attr {
				if !known[element.Data+" "+a.Key] {
					t.Errorf("%s has the attribute %s", element.Data, a.Key)
				}
				if a.Key == "href" && !strings.HasPrefix(a.Val, "#") {
					t.Errorf("a link to %q", a.Val)
				}
			}
		}
		if scripts > 3 {
			t.Errorf("%d scripts", scripts)
		}
	})
}

// What the JSON report says is read back, and written again it is the same.
func FuzzJSONReport(f *testing.F) {
	seedWords(f)
	f.Fuzz(func(t *testing.T, file, said, policy string, line int) {
		if !aPath(file) {
			t.Skip("no name of a file")
		}
		run := told(file, said, policy, line)
		text := write(t, "json", run, report.Options{})
		if steers(text) {
			t.Errorf("it holds a control character: %q", text)
		}
		back, err := report.ReadJSON(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if again := write(t, "json", back, report.Options{}); again != text {
			t.Errorf("read and written again it is\n%s\nnot\n%s", again, text)
		}
		for i := range back.Findings {
			was, is := &run.Findings[i], &back.Findings[i]
			if is.Message != strings.ToValidUTF8(was.Message, "\uFFFD") && utf8.ValidString(was.Message) || is.State != was.State || is.Location.Span != was.Location.Span ||
				utf8.ValidString(file) && is.Location.File != file {
				t.Errorf("%+v\nbecame\n%+v", was, is)
			}
		}
	})
}

// A report that somebody else has made is an error, or a run that can be compared
// and written.
func FuzzReadJSON(f *testing.F) {
	seeds := make([]string, 0, 5)
	for _, run := range []*report.Run{sample(), assessedRun(), {}} {
		var text bytes.Buffer
		if err := report.Get("json").Write(&text, run, report.Options{}); err != nil {
			f.Fatal(err)
		}
		seeds = append(seeds, text.String())
	}
	for _, seed := range append(seeds,
		`{"version":1,"tool":{"name":"aimslint"},"findings":[{"rule":"x","severity":"note","location":{"file":"a","start":{"line":-1,"column":9e9},"path":"///~2"},"related":[{}],"exception":{}}]}`,
		`{"version":1,"tool":{"name":"aimslint"},"assessment":{"requirements":[{"id":"A.2.2","state":"?"},{},{"id":"x"}],"systems":[{}]}}`,
	) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		run, err := report.ReadJSON(strings.NewReader(text))
		if err != nil {
			return
		}
		for i := range run.Findings {
			if at := &run.Findings[i]; at.Rule == nil || at.Severity.Rank() == 0 || at.Location.File == "" {
				t.Errorf("finding %d: %+v", i, at)
			}
		}
		if c := trend.Compare(run, run); len(c.New)+len(c.Fixed)+len(c.Steps)+len(c.Excepted) > 0 && distinct(run) {
			t.Errorf("it differs from itself: %+v", c)
		}
		run.Earlier = []*report.Run{run}
		for _, name := range []string{"json", "html", "sarif", "text"} {
			out := write(t, name, run, report.Options{})
			if name == "json" || name == "sarif" {
				if !json.Valid([]byte(out)) || steers(out) {
					t.Errorf("%s: %q", name, out)
				}
			}
		}
	})
}

// distinct reports whether no fingerprint comes twice, and no requirement.
func distinct(run *report.Run) bool {
	prints, ids := make([]string, 0, len(run.Findings)), []string{}
	for i := range run.Findings {
		prints = append(prints, run.Findings[i].Fingerprint)
	}
	if run.Assessment != nil {
		for i := range run.Assessment.Requirements {
			ids = append(ids, run.Assessment.Requirements[i].ID)
		}
	}
	slices.Sort(prints)
	slices.Sort(ids)
	return len(slices.Compact(slices.Clone(prints))) == len(prints) && len(slices.Compact(slices.Clone(ids))) == len(ids) && !slices.Contains(prints, "")
}

// A gap analysis in every form says nothing that steers its reader's program.
func FuzzGap(f *testing.F) {
	seedWords(f)
	f.Fuzz(func(t *testing.T, file, said, policy string, line int) {
		if !aPath(file) || len(said)+len(policy) > 1<<14 {
			t.Skip("no name of a file")
		}
		run := told(file, said, policy, line)
		observed := assess.Document{File: file, Kind: "model-card", ID: said}
		run.Assessment = assess.Of(assess.Input{Rules: run.Rules, Findings: run.Findings, Documents: []assess.Document{observed}})
		g := gapOf(run)
		for name, text := range map[string]string{"text": gapText(t, g, report.Options{Verbose: true}), "markdown": gapMarkdown(t, g), "json": gapJSON(t, g)} {
			if steers(strings.ReplaceAll(text, "\u200b", "")) { // which keeps Markdown from taking words for links
				t.Errorf("%s: %q", name, text)
			}
			if name == "json" && !json.Valid([]byte(text)) {
				t.Errorf("no JSON: %s", text)
			}
			if name == "markdown" && strings.Contains(rendered(t, text), "<script") {
				t.Errorf("a script: %s", text)
			}
		}
		var book bytes.Buffer
		if err := report.WriteGapBook(&book, g); err != nil {
			t.Fatal(err)
		}
	})
}
