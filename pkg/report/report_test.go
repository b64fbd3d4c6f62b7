package report_test

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/syntax"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path) //nolint:gosec // a golden file
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; run with -update and look at the difference.\n%s", name, got)
	}
}

func TestGolden(t *testing.T) {
	for name, c := range map[string]struct {
		report  string
		options report.Options
	}{
		"report.txt":         {"text", report.Options{}},
		"report-color.txt":   {"text", report.Options{Color: true}},
		"report-narrow.txt":  {"text", report.Options{Width: 60}},
		"report-verbose.txt": {"text", report.Options{Verbose: true}},
		"compact.txt":        {"compact", report.Options{}},
		"compact-color.txt":  {"compact", report.Options{Color: true}},
		"report-waived.txt":  {"text", report.Options{ShowWaived: true, PrintWaivers: true}},
		"compact-waived.txt": {"compact", report.Options{ShowWaived: true}},
		"report.json":        {"json", report.Options{}},
		"report.html":        {"html", report.Options{}},
		"report.sarif":       {"sarif", report.Options{}},
		"github.txt":         {"github", report.Options{}},
		"summary.md":         {"summary", report.Options{}},
		"gitlab.json":        {"gitlab", report.Options{}},
		"azure.txt":          {"azure", report.Options{}},
		"sonarqube.json":     {"sonarqube", report.Options{}},
		"junit.xml":          {"junit", report.Options{}},
		"report.csv":         {"csv", report.Options{}},
	} {
		t.Run(name, func(t *testing.T) { golden(t, name, write(t, c.report, sample(), c.options)) })
	}
}

func TestDeterminism(t *testing.T) {
	for _, name := range report.Names() {
		first := write(t, name, sample(), report.Options{})
		for range 5 {
			if write(t, name, sample(), report.Options{}) != first {
				t.Errorf("%s: two runs differ", name)
			}
		}
	}
}

func TestNames(t *testing.T) {
	if got, want := report.Names(), []string{"text", "compact", "json", "html", "sarif", "github", "summary", "gitlab", "azure", "sonarqube", "junit", "oscal", "csv"}; !slices.Equal(got, want) {
		t.Errorf("names %v, want %v", got, want)
	}
	if report.Get("xml") != nil {
		t.Error("there is a report that there is not")
	}
	for _, r := range report.Reports() {
		if r.Title == "" {
			t.Errorf("%s has no title", r.Name)
		}
	}
}

func TestSummaryLine(t *testing.T) {
	documents := []report.Document{{File: "a.yaml", Kind: "model-card", ID: "a"}, {File: "a.yaml", Kind: "model-card", ID: "b"}, {File: "c.yaml"}}
	faults := func(states ...finding.State) []finding.Finding {
		all := make([]finding.Finding, len(states))
		for i, state := range states {
			all[i] = finding.Finding{
				Rule: riskOwner, Severity: rule.Error, Message: "No.", State: state, Kind: "model-card", Document: "b",
				Location: finding.Location{File: "a.yaml"},
			}
		}
		return all
	}
	unread := finding.Finding{Rule: invalid, Severity: rule.Warning, Message: "No.", Location: finding.Location{File: "x.yaml"}}
	cases := []struct {
		want string
		run  report.Run
	}{
		{"3 documents checked, no findings", report.Run{Documents: documents}},
		{"1 document checked, no findings", report.Run{Documents: documents[:1]}},
		{"no document to check", report.Run{}},
		{"1 finding (1 error) in 1 of 3 documents", report.Run{Documents: documents, Findings: faults(finding.Open)}},
		{
			"2 findings (2 errors) in 1 of 3 documents; 1 waived, 2 in the baseline (--show-waived lists what is accepted)",
			report.Run{Documents: documents, Findings: faults(finding.Open, finding.Waived, finding.Open, finding.Baseline, finding.Baseline)},
		},
		{"3 documents checked, no findings; 1 waived (--show-waived lists what is accepted)", report.Run{Documents: documents, Findings: faults(finding.Waived)}},
		{"1 finding (1 warning) in 1 file", report.Run{Findings: []finding.Finding{unread}}},
		{
			"2 findings (1 error, 1 warning) in 1 of 3 documents and 1 other file",
			report.Run{Documents: documents, Findings: append(faults(finding.Open), unread)},
		},
	}
	for _, c := range cases {
		for _, name := range []string{"text", "compact"} {
			out := strings.TrimSpace(write(t, name, &c.run, report.Options{}))
			if got := out[strings.LastIndex(out, "\n")+1:]; got != c.want {
				t.Errorf("%s: %q, want %q", name, got, c.want)
			}
		}
	}
}

func TestQuietIsSilentWhenClean(t *testing.T) {
	run := sample()
	run.Findings = slices.DeleteFunc(run.Findings, func(f finding.Finding) bool { return f.Counts() })
	for _, name := range []string{"text", "compact"} {
		if got := write(t, name, run, report.Options{Quiet: true}); got != "" {
			t.Errorf("%s says %q", name, got)
		}
		if got := write(t, name, sample(), report.Options{Quiet: true}); !strings.Contains(got, "intended use") {
			t.Errorf("%s holds findings back", name)
		}
	}
}

func TestPathsAreRelativeToTheWorkingDirectory(t *testing.T) {
	for _, c := range []struct{ directory, root, file, want string }{
		{"", "", "models/a.yaml", "models/a.yaml"},
		{"models", "..", "models/a.yaml", "a.yaml"},
		{"docs/x", "../..", "models/a.yaml", "../../models/a.yaml"},
		{"..", "repo", "models/a.yaml", "repo/models/a.yaml"},
		{"../../home", "../srv/repo", "a.yaml", "../srv/repo/a.yaml"},
	} {
		run := &report.Run{Directory: c.directory, Root: c.root, Findings: []finding.Finding{
			{Rule: invalid, Severity: rule.Error, Message: "No.", Location: finding.Location{
				File: c.file, Span: syntax.Span{Start: syntax.Position{Line: 3, Column: 7}, End: syntax.Position{Line: 3, Column: 8}},
			}},
		}}
		if got, want := write(t, "compact", run, report.Options{}), c.want+":3:7: error: No. [syntax/invalid]\n"; !strings.HasPrefix(got, want) {
			t.Errorf("in %q: %s, want %s", c.directory, got, want)
		}
		if got := write(t, "text", run, report.Options{}); !strings.HasPrefix(got, c.want+"\n") {
			t.Errorf("in %q: %s", c.directory, got)
		}
		if got := write(t, "json", run, report.Options{}); !strings.Contains(got, `"file": "`+c.file+`"`) {
			t.Errorf("JSON is not relative to the root: %s", got)
		}
	}
}

// Whatever stands in a document, nothing of it steers a terminal.
func TestNothingSteersTheTerminal(t *testing.T) {
	colors := regexp.MustCompile("\x1b\\[[0-9;]*m")
	for _, name := range []string{"text", "compact"} {
		for _, colored := range []bool{false, true} {
			out := write(t, name, sample(), report.Options{Color: colored, Verbose: true})
			if colored {
				if !colors.MatchString(out) {
					t.Errorf("%s has no colour", name)
				}
				out = colors.ReplaceAllString(out, "")
			}
			if !utf8.ValidString(out) || strings.ContainsAny(out, "\x1b\u202e\r\t\x00") {
				t.Errorf("%s lets something through", name)
			}
		}
	}
}

func TestPrintable(t *testing.T) {
	for in, want := range map[string]string{
		"plain":               "plain",
		"名前 é 😀👩‍⚕️":          "名前 é 😀👩‍⚕️",
		"a\x1b[31mb":          `a\x1b[31mb`,
		"a\nb\tc\r":           `a\nb\tc\r`,
		"\x00\x7f\u0085":      `\x00\x7f\u0085`,
		"\u202Eevil\u2066":    `\u202eevil\u2066`,
		"\uFEFFx\u200b":       `\ufeffx\u200b`,
		"\xffx\xe2\x82":       `\xffx\xe2\x82`,
		"\U000E0041 tag":      `\U000e0041 tag`,
		"line\u2028separator": `line\u2028separator`,
	} {
		if got := report.Printable(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

func TestTextFitsTheScreen(t *testing.T) {
	for line := range strings.SplitSeq(write(t, "text", sample(), report.Options{Width: 60}), "\n") {
		if n := utf8.RuneCountInString(line); n > 60 && strings.Contains(line, "│") {
			t.Errorf("%d characters: %s", n, line)
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriteErrorsAreReported(t *testing.T) {
	for _, r := range report.Reports() {
		if err := r.Write(full{}, sample(), report.Options{}); err == nil {
			t.Errorf("%s takes no notice of a failed write", r.Name)
		}
	}
}

// many is a run of ten thousand documents with one finding each.
func many() *report.Run {
	run := sample()
	pattern := run.Findings
	run.Findings, run.Documents = nil, nil
	for i := range 10_000 {
		f := pattern[i%len(pattern)]
		f.State = finding.Open
		f.Location.File = fmt.Sprintf("models/%05d/card.yaml", i)
		f.Document = fmt.Sprintf("card-%05d", i)
		run.Findings = append(run.Findings, f)
		run.Documents = append(run.Documents, report.Document{File: f.Location.File, Kind: f.Kind, ID: f.Document, Format: "native"})
	}
	return run
}

func benchmark(b *testing.B, name string) {
	b.Helper()
	run := many()
	b.ReportAllocs()
	if report.Get(name).Assessed {
		run.Assessment = assess.Of(assess.Input{Rules: run.Rules, Findings: run.Findings})
	}
	for b.Loop() {
		if err := report.Get(name).Write(io.Discard, run, report.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkText(b *testing.B)  { benchmark(b, "text") }
func BenchmarkJSON(b *testing.B)  { benchmark(b, "json") }
func BenchmarkHTML(b *testing.B)  { benchmark(b, "html") }
func BenchmarkSARIF(b *testing.B) { benchmark(b, "sarif") }
