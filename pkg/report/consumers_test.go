package report_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// nasty are names and words that mean something to one of the consumers.
var nasty = []string{
	"::stop-commands::x", "::error file=a::b", "  ::add-mask::x", "##vso[task.setvariable variable=a]b", "x ##[error]y", "##teamcity[x]",
	"%0A::error::x", "%0D%0A##vso[x]y", "100%25 %AZP25 %3B", "a;b]c,d:e=f", "line\r\nbreak\n::error::x", "\x00\x1b[31mred\x7f",
	"=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(A1)", "a;=1+1", `";=1`, "＝1", "\t=1", "\r=1", `quote " and ' mark`, "a,b\"c",
	"`code` | cell | <script>alert(1)</script> <!-- x", "</code></details>", "[a](https://x.example) ![b](//y.example)", "https://x.example www.x.example",
	"mail@x.example @team #12 GH-3", "# heading", "- item", "***b*** __c__ ~~d~~ $e$ :f: \\g", "| --- |", "&lt;b&gt; &amp;",
	"</failure><x/>]]>", "\u202Eevil\u2066\uFEFF\u200b", "\xff\xfe\uFFFE\uFFFF", "./a/../b", " ", strings.Repeat("long ", 3000), strings.Repeat("#", 300) + "[",
}

// hostile is a run in which every text that comes from outside is nasty.
func hostile() *report.Run {
	run := &report.Run{Version: "0.1.0", AsOf: "2026-04-01", Profiles: []string{"standard"}}
	severities := rule.Severities()
	for i, words := range nasty {
		r := &rule.Rule{
			ID: fmt.Sprintf("custom/%02d-%s", i, words), Title: words, Description: words, Severity: severities[i%len(severities)],
			Requirements: []string{"A.9.4", words}, Evidence: rule.Attested, Remediation: words,
		}
		run.Rules = append(run.Rules, r)
		at := finding.Location{
			File: words, Line: words, Message: words, Path: syntax.Keys(words),
			Span: syntax.Span{Start: syntax.Position{Line: 1, Column: 1}, End: syntax.Position{Line: 1, Column: 2}},
		}
		run.Findings = append(run.Findings, finding.Finding{
			Rule: r, Severity: r.Severity, Message: words, State: finding.Open, Kind: words, Document: words, Location: at,
			Related: []finding.Location{at, at},
		})
		run.Documents = append(run.Documents, report.Document{File: words, Kind: words, ID: words, Title: words, Format: words})
	}
	finding.Sort(run.Findings)
	finding.Fingerprints(run.Findings)
	return run
}

// TestReportsForCI holds the reports against what their readers demand, each
// for every run.
func TestReportsForCI(t *testing.T) {
	all := runs(t)
	all["hostile"], all["empty"], all["many"] = hostile(), &report.Run{}, many()
	for label, run := range all {
		for name, check := range map[string]func(*testing.T, string, *report.Run){
			"github": checkGitHub, "azure": checkAzure, "gitlab": checkGitLab, "sonarqube": checkSonarQube,
			"junit": checkJUnit, "csv": checkCSV, "summary": checkSummary,
		} {
			t.Run(name+"/"+label, func(t *testing.T) { check(t, label, run) })
		}
	}
}

// gitHubCommand reads a line as actions/runner does (ActionCommand.TryParseV2).
func gitHubCommand(line string) (name string, properties map[string]string, data string, ok bool) {
	rest, ok := strings.CutPrefix(strings.TrimLeft(line, " \t"), "::")
	if !ok {
		return "", nil, "", false
	}
	info, data, ok := strings.Cut(rest, "::")
	if !ok {
		return "", nil, "", false
	}
	name, list, _ := strings.Cut(info, " ")
	properties = map[string]string{}
	for property := range strings.SplitSeq(list, ",") {
		if key, value, ok := strings.Cut(property, "="); ok {
			properties[key] = strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%").Replace(value)
		}
	}
	return name, properties, strings.NewReplacer("%0D", "\r", "%0A", "\n", "%25", "%").Replace(data), true
}

// azureCommand reads a line as microsoft/azure-pipelines-agent does
// (Command.TryParse): the prefix counts wherever it stands.
func azureCommand(line string) (name string, properties map[string]string, data string, ok bool) {
	_, rest, ok := strings.Cut(line, "##vso[")
	if !ok {
		return "", nil, "", false
	}
	info, data, ok := strings.Cut(rest, "]")
	if !ok {
		return "", nil, "", false
	}
	unescape := strings.NewReplacer("%3B", ";", "%0D", "\r", "%0A", "\n", "%5D", "]", "%AZP25", "%")
	name, list, _ := strings.Cut(info, " ")
	properties = map[string]string{}
	for property := range strings.SplitSeq(list, ";") {
		if key, value, ok := strings.Cut(property, "="); ok {
			properties[key] = unescape.Replace(value)
		}
	}
	return name, properties, unescape.Replace(data), true
}

// A CI system reads all that is printed. Whatever stands in a document or is
// the name of a file, nothing of it is a command.
func TestNothingCommandsTheCISystem(t *testing.T) {
	anywhere := regexp.MustCompile(`##[A-Za-z]*\[`)
	for _, name := range report.Names() {
		for _, run := range []*report.Run{hostile(), sample()} {
			for line := range strings.SplitSeq(write(t, name, run, report.Options{Verbose: true}), "\n") {
				command, _, _, ok := gitHubCommand(line)
				if ok && (name != "github" || !slices.Contains([]string{"error", "warning", "notice"}, command)) {
					t.Errorf("%s: a command to GitHub: %.200s", name, line)
				}
				own := 0
				if name == "azure" && strings.HasPrefix(line, "##vso[task.logissue ") {
					own = 1
				}
				if n := len(anywhere.FindAllString(line, -1)); n > own {
					t.Errorf("%s: a command to Azure or TeamCity: %.200s", name, line)
				}
			}
		}
	}
}

func checkGitHub(t *testing.T, label string, run *report.Run) {
	t.Helper()
	annotations := map[string]int{}
	counted := map[rule.Severity]int{}
	out := write(t, "github", run, report.Options{})
	last := 0
	for line := range strings.Lines(out) {
		command, properties, data, ok := gitHubCommand(strings.TrimSuffix(line, "\n"))
		if !ok || data == "" || len(properties) == 0 {
			t.Fatalf("%s: no command: %s", label, line)
		}
		level := slices.Index([]string{"error", "warning", "notice"}, command)
		if level < last {
			t.Errorf("%s: the most severe are not first: %s", label, line)
		}
		last = level
		annotations[command]++
		severity := rule.Severity(strings.Replace(command, "notice", "note", 1))
		if m := regexp.MustCompile(`^And (\d+) more (error|warning|note)s?; `).FindStringSubmatch(data); m != nil && properties["file"] == "" {
			n, _ := strconv.Atoi(m[1])
			counted[severity] += n
			continue
		}
		counted[severity]++
		for _, key := range []string{"line", "endLine", "col", "endColumn"} {
			if n, err := strconv.Atoi(properties[key]); err != nil || n < 1 {
				t.Errorf("%s: %s is %q", label, key, properties[key])
			}
		}
	}
	for command, n := range annotations {
		if n > 10 {
			t.Errorf("%s: %d annotations of level %s", label, n, command)
		}
	}
	for severity, n := range openBySeverity(run) {
		if counted[severity] != n {
			t.Errorf("%s: %d of %d findings of severity %s are shown or counted", label, counted[severity], n, severity)
		}
	}
}

func openBySeverity(run *report.Run) map[rule.Severity]int {
	counts := map[rule.Severity]int{}
	for i := range run.Findings {
		if f := &run.Findings[i]; f.Counts() {
			counts[f.Severity]++
		}
	}
	return counts
}

func open(run *report.Run) int {
	n := 0
	for _, some := range openBySeverity(run) {
		n += some
	}
	return n
}

// one is a run with one finding.
func one(file, message string) *report.Run {
	return &report.Run{Findings: []finding.Finding{{
		Rule: riskOwner, Severity: rule.Error, Message: message, Location: finding.Location{File: file}, Fingerprint: "1",
	}}}
}

func TestCommandsSayWhatTheFindingSays(t *testing.T) {
	const file, message = "a%3A,b;c]d=e: 100%.yaml", "Of 100%, 5%0A; are [x] :: wrong."
	_, properties, data, _ := gitHubCommand(strings.TrimSpace(write(t, "github", one(file, message), report.Options{})))
	want := message + "\nName the person or role that answers for the risk."
	if properties["file"] != file || properties["title"] != "risk-register/owner · 6.1.2, A.3.2" || data != want {
		t.Errorf("GitHub reads %q, %q", properties, data)
	}
	name, properties, data, _ := azureCommand(strings.TrimSpace(write(t, "azure", one(file, message), report.Options{})))
	want = strings.ReplaceAll(want, "\n", " ")
	if name != "task.logissue" || properties["sourcepath"] != file || properties["code"] != "risk-register/owner" || properties["type"] != "error" || data != want {
		t.Errorf("Azure reads %q %q, %q", name, properties, data)
	}
}

func checkAzure(t *testing.T, label string, run *report.Run) {
	t.Helper()
	issues := map[string]int{}
	notes := 0
	for line := range strings.Lines(write(t, "azure", run, report.Options{})) {
		name, properties, data, ok := azureCommand(strings.TrimSuffix(line, "\n"))
		switch {
		case !ok && strings.HasPrefix(line, "note: "):
			notes++
		case !ok || name != "task.logissue" || data == "":
			t.Errorf("%s: %s", label, line)
		default:
			issues[properties["type"]]++
		}
	}
	counts := openBySeverity(run)
	if issues["error"] != min(counts[rule.Error], 10) || issues["warning"] != min(counts[rule.Warning], 10) || notes != counts[rule.Note] || len(issues) > 2 {
		t.Errorf("%s: %v and %d notes of %v", label, issues, notes, counts)
	}
}

// What GitLab validates (app/validators/json_schemas/codeclimate.json in
// GitLab's source; it stops at the first issue that fails) and its documentation
// says beyond that.
func checkGitLab(t *testing.T, label string, run *report.Run) {
	t.Helper()
	var issues []struct {
		Description *string
		CheckName   *string `json:"check_name"`
		Fingerprint *string
		Severity    *string
		Location    *struct {
			Path  *string
			Lines *struct{ Begin *int }
		}
	}
	decoder := json.NewDecoder(strings.NewReader(write(t, "gitlab", run, report.Options{})))
	if err := decoder.Decode(&issues); err != nil || issues == nil {
		t.Fatalf("%s: %v", label, err)
	}
	if len(issues) != open(run) {
		t.Errorf("%s: %d issues for %d findings", label, len(issues), open(run))
	}
	seen := map[string]bool{}
	for _, issue := range issues {
		if *issue.Description == "" && label != "hostile" || *issue.CheckName == "" || *issue.Location.Path == "" || *issue.Location.Lines.Begin < 1 {
			t.Errorf("%s: %+v", label, issue)
		}
		if !slices.Contains([]string{"info", "minor", "major", "critical", "blocker"}, *issue.Severity) {
			t.Errorf("%s: severity %s", label, *issue.Severity)
		}
		if label != "hostile" && strings.HasPrefix(*issue.Location.Path, "./") {
			t.Errorf("%s: path %s", label, *issue.Location.Path)
		}
		if label != "many" && seen[*issue.Fingerprint] { // many repeats findings on purpose
			t.Errorf("%s: fingerprint %s occurs twice", label, *issue.Fingerprint)
		}
		seen[*issue.Fingerprint] = true
	}
}

// What SonarQube's scanner demands of a report; it refuses all of one that
// fails (ExternalIssueReportValidator and ExternalIssueImporter).
func checkSonarQube(t *testing.T, label string, run *report.Run) {
	t.Helper()
	type location struct {
		Message   string
		FilePath  string
		TextRange *struct{ StartLine, EndLine, StartColumn, EndColumn *int }
	}
	var got struct {
		Rules []struct {
			ID, Name, EngineID, CleanCodeAttribute, Type, Severity string
			Impacts                                                []struct{ SoftwareQuality, Severity string }
		}
		Issues []struct {
			RuleID             string
			EngineID, Severity *string
			PrimaryLocation    location
			SecondaryLocations []location
		}
	}
	if err := json.Unmarshal([]byte(write(t, "sonarqube", run, report.Options{})), &got); err != nil || got.Rules == nil || got.Issues == nil {
		t.Fatalf("%s: %v", label, err)
	}
	known := map[string]bool{}
	for _, r := range got.Rules {
		if known[r.ID] || r.ID == "" || r.Name == "" || r.EngineID != "aimslint" || len(r.Impacts) != 1 || r.Impacts[0].SoftwareQuality != "MAINTAINABILITY" {
			t.Errorf("%s: rule %+v", label, r)
		}
		known[r.ID] = true
		if !slices.Contains([]string{"CONVENTIONAL", "LOGICAL", "COMPLETE"}, r.CleanCodeAttribute) || !slices.Contains([]string{"CRITICAL", "MAJOR", "MINOR"}, r.Severity) ||
			!slices.Contains([]string{"HIGH", "MEDIUM", "LOW"}, r.Impacts[0].Severity) || r.Type != "CODE_SMELL" {
			t.Errorf("%s: rule %+v", label, r)
		}
	}
	if len(got.Issues) != open(run) {
		t.Errorf("%s: %d issues for %d findings", label, len(got.Issues), open(run))
	}
	for _, issue := range got.Issues {
		if !known[issue.RuleID] || issue.Severity != nil || issue.PrimaryLocation.Message == "" && label != "hostile" {
			t.Errorf("%s: issue %+v", label, issue)
		}
		for _, at := range append(issue.SecondaryLocations, issue.PrimaryLocation) {
			r := at.TextRange
			if at.FilePath == "" || r == nil || *r.StartLine < 1 || (r.StartColumn == nil) != (r.EndColumn == nil) || r.StartColumn != nil && *r.StartColumn >= *r.EndColumn {
				t.Errorf("%s: location %+v", label, at)
			}
		}
	}
}

func TestSonarQubeColumns(t *testing.T) {
	run := sample()
	for i := range run.Findings {
		run.Findings[i].Related = nil
	}
	got := write(t, "sonarqube", run, report.Options{})
	// 😀 counts twice, the emoji of five code points and joiners six times.
	if !strings.Contains(got, "\"startColumn\": 9,\n          \"endColumn\": 27\n") {
		t.Error("columns do not count UTF-16 code units")
	}
	if !strings.Contains(got, "\"startLine\": 2,\n          \"endLine\": 2\n") {
		t.Error("an empty span is not the whole line")
	}
}

type junit struct {
	XMLName  xml.Name `xml:"testsuites"`
	Tests    int      `xml:"tests,attr"`
	Failures int      `xml:"failures,attr"`
	Suites   []struct {
		Name     string `xml:"name,attr"`
		Tests    int    `xml:"tests,attr"`
		Failures int    `xml:"failures,attr"`
		Skipped  int    `xml:"skipped,attr"`
		Cases    []struct {
			ClassName string `xml:"classname,attr"`
			Name      string `xml:"name,attr"`
			Failures  []struct {
				Type    string `xml:"type,attr"`
				Message string `xml:"message,attr"`
				Text    string `xml:",chardata"`
			} `xml:"failure"`
			Skipped []struct{} `xml:"skipped"`
		} `xml:"testcase"`
	} `xml:"testsuite"`
}

func junitOf(t *testing.T, run *report.Run) junit {
	t.Helper()
	out := write(t, "junit", run, report.Options{})
	var got junit
	if err := xml.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	return got
}

func checkJUnit(t *testing.T, label string, run *report.Run) {
	t.Helper()
	got := junitOf(t, run)
	suites, tests, failures, lines := map[string]bool{}, 0, 0, 0
	for _, s := range got.Suites {
		if suites[s.Name] {
			t.Errorf("%s: suite %s occurs twice", label, s.Name)
		}
		suites[s.Name] = true
		cases, failed, skipped := map[string]bool{}, 0, 0
		for _, c := range s.Cases {
			id := c.ClassName + "\x00" + c.Name
			if cases[id] || c.ClassName == "" || c.Name == "" {
				t.Errorf("%s: case %q occurs twice or has no name", label, id)
			}
			cases[id] = true
			failed += len(c.Failures)
			skipped += len(c.Skipped)
			for _, f := range c.Failures {
				lines += strings.Count(f.Text, ": error: ") + strings.Count(f.Text, ": warning: ") + strings.Count(f.Text, ": note: ")
			}
			if len(c.Failures)+len(c.Skipped) > 1 {
				t.Errorf("%s: case %q has several outcomes", label, id)
			}
		}
		if s.Tests != len(s.Cases) || s.Failures != failed || s.Skipped != skipped {
			t.Errorf("%s: suite %s counts wrongly", label, s.Name)
		}
		tests, failures = tests+s.Tests, failures+s.Failures
	}
	if got.Tests != tests || got.Failures != failures || lines != open(run) {
		t.Errorf("%s: %d tests, %d failures, %d findings of %d", label, tests, failures, lines, open(run))
	}
}

func TestJUnitShowsWhatWasChecked(t *testing.T) {
	run := sample()
	pattern := run.Findings
	run.Findings = nil
	run.Rules = append(run.Rules, &rule.Rule{ID: "supplier-register/x", Requirements: []string{"A.10.3"}})
	run.Rules[2] = &rule.Rule{ID: datasetKnown.ID, Requirements: datasetKnown.Requirements, Kinds: []string{"data-manifest"}}
	var names []string
	for _, s := range junitOf(t, run).Suites {
		for _, c := range s.Cases {
			names = append(names, s.Name+" "+c.ClassName+" "+c.Name)
		}
	}
	if len(names) != 5+2+1+2*2 {
		t.Errorf("%d cases:\n%s", len(names), strings.Join(names, "\n"))
	}
	for _, want := range []string{
		"A.9.4 Intended use model-card/intended-use models/triage/README.md",
		"A.4.3 Data resources repository/dataset-manifest all documents together",
		"6.1.2 AI risk assessment risk-register/owner risks/table.csv",
	} {
		if !slices.Contains(names, want) {
			t.Errorf("no case %q in\n%s", want, strings.Join(names, "\n"))
		}
	}
	// What was accepted has not passed.
	run.Findings = slices.DeleteFunc(pattern, func(f finding.Finding) bool { return f.Counts() })
	skipped := 0
	for _, s := range junitOf(t, run).Suites {
		skipped += s.Skipped
	}
	if skipped != 3 {
		t.Errorf("%d cases are skipped for 3 accepted findings", skipped)
	}
}

func TestJUnitIsBounded(t *testing.T) {
	run := many()
	run.Findings = run.Findings[:1]
	if n := junitOf(t, run).Tests; n > 10 {
		t.Errorf("%d cases for 10,000 documents", n)
	}
}

func checkCSV(t *testing.T, label string, run *report.Run) {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(write(t, "csv", run, report.Options{}))).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", label, err)
	}
	if len(rows) != len(run.Findings)+1 {
		t.Errorf("%s: %d rows for %d findings", label, len(rows), len(run.Findings))
	}
	for _, row := range rows {
		for _, cell := range row {
			for part := range strings.SplitSeq(cell, ";") {
				if part = strings.TrimLeft(part, ` "`); part != "" && strings.ContainsRune("=+-@＝＋－＠\t\r\n", []rune(part)[0]) {
					t.Errorf("%s: a spreadsheet would compute %q", label, cell)
				}
			}
		}
	}
}

func TestCSVHasAllStates(t *testing.T) {
	states := map[string]int{}
	rows, _ := csv.NewReader(strings.NewReader(write(t, "csv", sample(), report.Options{}))).ReadAll()
	for _, row := range rows[1:] {
		states[row[0]]++
	}
	if states["open"] != 21 || states["waived"] != 2 || states["baseline"] != 1 {
		t.Errorf("states %v", states)
	}
}

var gfm = goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe()))

func rendered(t *testing.T, markdown string) string {
	t.Helper()
	var b bytes.Buffer
	if err := gfm.Convert([]byte(markdown), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func checkSummary(t *testing.T, label string, run *report.Run) {
	t.Helper()
	tag := regexp.MustCompile(`<[^>]*>`)
	allowed := regexp.MustCompile(`^</?(h2|h3|p|strong|code|table|thead|tbody|tr|ul|li|details|summary)>$|^<t[hd]( style="text-align:right")?>$|^</t[hd]>$|^<br( /)?>$|^<!-- -->$`)
	out := write(t, "summary", run, report.Options{})
	if len(out) > 1<<20 {
		t.Errorf("%s: %d bytes", label, len(out))
	}
	page := rendered(t, out)
	for _, found := range tag.FindAllString(page, -1) {
		if !allowed.MatchString(found) {
			t.Errorf("%s: the page has %s", label, found)
		}
	}
	if strings.Count(page, "<details>") != strings.Count(page, "</details>") || strings.Count(out, "\n## ") > 0 {
		t.Errorf("%s: the structure is broken", label)
	}
	cells := strings.Count(page, "<td")
	rows := strings.Count(page, "<tbody>\n") + strings.Count(page, "</tr>\n<tr>") // of both tables
	if n := min(open(run), 50); n > 0 && cells != 5*n+4*(rows-n) {
		t.Errorf("%s: %d cells in %d rows, %d of findings", label, cells, rows, n)
	}
	checkDetails(t, label, run, out)
}

// checkDetails demands that the files with details and those for which there
// is no room add up.
func checkDetails(t *testing.T, label string, run *report.Run, out string) {
	t.Helper()
	files := map[string]bool{}
	for i := range run.Findings {
		if run.Findings[i].Counts() {
			files[run.Findings[i].Location.File] = true
		}
	}
	shown := strings.Count(out, "<details>")
	if m := regexp.MustCompile(`There is no room for the details of \d+ findings? in (\d+) more files?\.`).FindStringSubmatch(out); m != nil {
		n, _ := strconv.Atoi(m[1])
		shown += n
	}
	if shown != len(files) {
		t.Errorf("%s: %d files are shown or counted, not %d", label, shown, len(files))
	}
}

func TestSummaryIsBounded(t *testing.T) {
	run := many()
	for i := range run.Findings {
		f := &run.Findings[i]
		f.Location.File = strings.Repeat("|&<", 500) + strconv.Itoa(i)
		f.Message = strings.Repeat("@#&", 5000)
	}
	out := write(t, "summary", run, report.Options{})
	if len(out) > 1<<20 || len(out) < 500_000 {
		t.Errorf("%d bytes", len(out))
	}
	checkDetails(t, "long", run, out)
	if !strings.HasSuffix(strings.TrimSpace(out), "give it the same arguments.") || !strings.Contains(out, "of 10000 findings, the most severe first.") {
		t.Error("the end is missing, or the word that the table is cut")
	}
}

func TestMarkdown(t *testing.T) {
	for _, words := range nasty {
		page := rendered(t, "x "+report.Markdown(words)+" y")
		text := strings.NewReplacer("\u200b", "", "&lt;", "<", "&gt;", ">", "&quot;", `"`, "&amp;", "&", "<p>", "", "</p>\n", "").Replace(page)
		want := strings.Join(strings.Fields("x "+report.Printable(words)+" y"), " ")
		if got := strings.Join(strings.Fields(text), " "); got != want {
			t.Errorf("%.100q is shown as %.100q", want, got)
		}
	}
}

func TestOnlyWhatCountsIsReported(t *testing.T) {
	run := sample()
	run.Findings = slices.DeleteFunc(run.Findings, func(f finding.Finding) bool { return f.Counts() })
	for _, name := range []string{"github", "azure", "gitlab", "sonarqube", "summary"} {
		if out := write(t, name, run, report.Options{}); strings.Contains(out, "has no owner") || strings.Contains(out, "older than") {
			t.Errorf("%s reports what was accepted:\n%s", name, out)
		}
	}
}

func TestReportsSayWhatAChangeBrings(t *testing.T) {
	run := one("a.yaml", "It is wrong.")
	run.Findings[0].Change = finding.ChangedDocument
	for name, want := range map[string]string{
		"github": "Caused by the change", "azure": "Caused by the change", "summary": "(caused by the change)", "csv": ",document,\n",
	} {
		if out := write(t, name, run, report.Options{}); !strings.Contains(out, want) {
			t.Errorf("%s does not say why it reports the finding:\n%s", name, out)
		}
	}
	// Readers of these take what is missing for mended, or for passed.
	for _, name := range []string{"sarif", "gitlab", "sonarqube", "junit"} {
		if !report.Get(name).Whole {
			t.Errorf("%s would hold the findings of a change only", name)
		}
	}
}

func BenchmarkSummary(b *testing.B) { benchmark(b, "summary") }
func BenchmarkJUnit(b *testing.B)   { benchmark(b, "junit") }
