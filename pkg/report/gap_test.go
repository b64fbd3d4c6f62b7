package report_test

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/xuri/excelize/v2"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/gap"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/scan"
	"github.com/aimslint/aimslint/schemas"
)

const lonelyCard = `---
license: apache-2.0
pipeline_tag: text-classification
---
# Small classifier

## Intended use

Sorts support mails into five queues.

## Limitations

Trained on English only; mails in other languages are sorted at random.
`

// assessed keeps the runs of gapRuns: each takes a second.
var assessed map[string]*report.Run

// gapRuns are assessed runs to show the gaps of: the example organizations, and a
// folder with nothing but a model card.
func gapRuns(t *testing.T) map[string]*report.Run {
	t.Helper()
	if assessed != nil {
		return assessed
	}
	lonely := t.TempDir()
	if err := os.WriteFile(filepath.Join(lonely, "README.md"), []byte(lonelyCard), 0o600); err != nil {
		t.Fatal(err)
	}
	runs := map[string]*report.Run{}
	for name, folder := range map[string]string{"clinic": "../../testdata/clinic", "clinic-broken": "../../testdata/clinic-broken", "saas": "../../testdata/saas", "lonely": lonely} {
		absolute, err := filepath.Abs(folder)
		if err != nil {
			t.Fatal(err)
		}
		run, err := scan.Check(t.Context(), scan.Request{Directory: absolute, AsOf: "2026-11-22", Assess: true})
		if err != nil {
			t.Fatal(err)
		}
		run.Version = "0.1.0"
		runs[name] = run
	}
	assessed = runs
	return runs
}

func gapOf(run *report.Run) *report.Gap {
	return &report.Gap{Run: run, Analysis: gap.Of(run.Assessment, nil, nil), By: "group"}
}

func under(t *testing.T, run *report.Run, framework string) *report.Gap {
	t.Helper()
	f, ok := catalog.GetFramework(framework)
	if !ok {
		t.Fatal(framework)
	}
	return &report.Gap{Run: run, Analysis: gap.Of(run.Assessment, nil, &f)}
}

func gapText(t *testing.T, g *report.Gap, options report.Options) string {
	t.Helper()
	return written(t, func(w io.Writer) error { return report.WriteGap(w, g, options) })
}

func written(t *testing.T, write func(io.Writer) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func gapMarkdown(t *testing.T, g *report.Gap) string {
	t.Helper()
	return written(t, func(w io.Writer) error { return report.WriteGapMarkdown(w, g) })
}

func gapJSON(t *testing.T, g *report.Gap) string {
	t.Helper()
	return written(t, func(w io.Writer) error { return report.WriteGapJSON(w, g) })
}

func gapBook(t *testing.T, g *report.Gap) *excelize.File {
	t.Helper()
	file, err := excelize.OpenReader(strings.NewReader(written(t, func(w io.Writer) error { return report.WriteGapBook(w, g) })))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	return file
}

func TestGapGolden(t *testing.T) {
	for name, run := range gapRuns(t) {
		if name == "saas" {
			continue // says no more than the clinic
		}
		golden(t, "gap-"+name+".txt", gapText(t, gapOf(run), report.Options{}))
		golden(t, "gap-"+name+".md", gapMarkdown(t, gapOf(run)))
		if name == "lonely" {
			golden(t, "gap-narrow.txt", gapText(t, gapOf(run), report.Options{Width: 60}))
			golden(t, "gap-framework.txt", gapText(t, under(t, run, "eu-ai-act"), report.Options{Quiet: true}))
			golden(t, "gap-lonely.json", gapJSON(t, gapOf(run)))
		}
		if name == "clinic-broken" {
			golden(t, "gap-color.txt", gapText(t, gapOf(run), report.Options{Color: true}))
			g := gapOf(run)
			g.By = "system"
			golden(t, "gap-system.txt", gapText(t, g, report.Options{}))
			golden(t, "gap-verbose.txt", gapText(t, gapOf(run), report.Options{Verbose: true}))
		}
	}
}

// counted are the controls and the clauses by state, as a form of output shows them.
type counted map[string][2]int

func (c counted) total() [2]int { return c["all"] }

func countedBy(controls, clauses assess.Count) counted {
	c := counted{"all": {controls.Total, clauses.Total}}
	for _, s := range assess.States() {
		c[string(s)] = [2]int{controls.States[s], clauses.States[s]}
	}
	return c
}

// Text, Markdown, JSON, XLSX, HTML, the reports of a check in JSON and OSCAL, and its
// summary show the same numbers.
func TestGapNumbersAgree(t *testing.T) {
	for name, run := range gapRuns(t) {
		g := gapOf(run)
		want := countedBy(run.Assessment.Count())
		if want.total() != [2]int{38, 32} {
			t.Fatalf("%s: %v", name, want)
		}
		for form, got := range map[string]counted{
			"text": countText(t, gapText(t, g, report.Options{})), "markdown": countTable(t, gapMarkdown(t, g)), "summary": countTable(t, write(t, "summary", run, report.Options{})),
			"json": countJSON(t, gapJSON(t, g), ""), "check": countJSON(t, write(t, "json", run, report.Options{}), "assessment"),
			"oscal": countOSCAL(t, write(t, "oscal", run, report.Options{})), "xlsx": countBook(t, gapBook(t, g)), "html": countHTML(t, write(t, "html", run, report.Options{})),
		} {
			for state, n := range want {
				if got[state] != n {
					t.Errorf("%s, %s: %s is %v, want %v", name, form, state, got[state], n)
				}
			}
		}
		countSections(t, name, g)
	}
}

// countText reads the last rows of the table; states that do not occur are not
// there.
func countText(t *testing.T, text string) counted {
	t.Helper()
	lines := strings.Split(text, "\n")
	c := counted{}
	var states []string
	for _, line := range lines {
		if strings.HasSuffix(line, "   of") && states == nil {
			states = regexp.MustCompile(`\S+( \S+)?`).FindAllString(line, -1)
		}
		for i, label := range []string{"all controls of Annex A", "all clauses"} {
			rest, ok := strings.CutPrefix(strings.TrimSpace(line), label)
			if !ok {
				continue
			}
			numbers := strings.Fields(rest)
			if len(numbers) != len(states) {
				t.Fatalf("%d numbers for %q", len(numbers), states)
			}
			for k, state := range states {
				if state == "of" {
					state = "all"
				}
				n := c[state]
				n[i], _ = strconv.Atoi(numbers[k])
				c[state] = n
			}
		}
	}
	return c
}

func countTable(t *testing.T, markdown string) counted {
	t.Helper()
	c := counted{}
	for _, row := range regexp.MustCompile(`(?m)^\| ([a-z ]+) \| (\d+) \| (\d+) \|$`).FindAllStringSubmatch(markdown, -1) {
		controls, _ := strconv.Atoi(row[2])
		clauses, _ := strconv.Atoi(row[3])
		c[row[1]] = [2]int{controls, clauses}
	}
	return c
}

func countJSON(t *testing.T, text, member string) counted {
	t.Helper()
	type states struct {
		Total  int
		States map[assess.State]int
	}
	type shown struct{ Controls, Clauses states }
	var document map[string]json.RawMessage
	if err := json.Unmarshal([]byte(text), &document); err != nil {
		t.Fatal(err)
	}
	part := []byte(text)
	if member != "" {
		part = document[member]
	}
	var got shown
	if err := json.Unmarshal(part, &got); err != nil {
		t.Fatal(err)
	}
	return countedBy(assess.Count(got.Controls), assess.Count(got.Clauses))
}

func countOSCAL(t *testing.T, text string) counted {
	t.Helper()
	c := counted{}
	for _, p := range regexp.MustCompile(`"name": "(controls|clauses)(-[a-z-]+)?",\s+"ns": "[^"]*",\s+"value": "(\d+)"`).FindAllStringSubmatch(text, -1) {
		state, column := strings.ReplaceAll(strings.TrimPrefix(p[2], "-"), "-", " "), 0
		if state == "" {
			state = "all"
		}
		if p[1] == "clauses" {
			column = 1
		}
		n := c[state]
		n[column], _ = strconv.Atoi(p[3])
		c[state] = n
	}
	return c
}

// countHTML counts the requirements of the page.
func countHTML(t *testing.T, page string) counted {
	t.Helper()
	c := counted{}
	short := map[string]string{"human": "human review", "none": "no evidence"}
	for _, r := range regexp.MustCompile(`id="r/[^"]+"[^>]* data-state="([a-z]+)"[^>]* data-part="(controls|clauses)"`).FindAllStringSubmatch(page, -1) {
		column := map[string]int{"controls": 0, "clauses": 1}[r[2]]
		state := r[1]
		if long, ok := short[state]; ok {
			state = long
		}
		for _, state := range []string{state, "all"} {
			n := c[state]
			n[column]++
			c[state] = n
		}
	}
	return c
}

// countBook counts the rows of the requirements, and demands that the sheet that
// counts them says the same.
func countBook(t *testing.T, file *excelize.File) counted {
	t.Helper()
	c := counted{}
	for _, row := range table(t, file, "Requirements") {
		column := 0
		if row["Kind"] == "clause" {
			column = 1
		}
		for _, state := range []string{row["State"], "all"} {
			n := c[state]
			n[column]++
			c[state] = n
		}
	}
	for _, row := range table(t, file, "About") {
		column := map[string]int{"Controls of Annex A": 0, "Clauses": 1}
		i, ok := column[row["Requirements"]]
		if !ok {
			continue
		}
		for _, state := range append(assess.States(), "of") {
			key := string(state)
			if key == "of" {
				key = "all"
			}
			if got := strconv.Itoa(c[key][i]); row[string(state)] != got {
				t.Errorf("About says %s %s, the rows are %s", row[string(state)], state, got)
			}
		}
	}
	return c
}

// table are the rows of a sheet below its header, by the names of the columns.
func table(t *testing.T, file *excelize.File, sheet string) []map[string]string {
	t.Helper()
	rows, err := file.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(rows, func(row []string) bool { return len(row) > 1 && row[1] != "" })
	if at < 0 {
		t.Fatalf("%s has no header", sheet)
	}
	found := make([]map[string]string, 0, len(rows))
	for _, row := range rows[at+1:] {
		cells := map[string]string{}
		for i, cell := range row {
			cells[rows[at][i]] = cell
		}
		found = append(found, cells)
	}
	return found
}

// countSections demands that the groups and the phases add up to all requirements.
func countSections(t *testing.T, name string, g *report.Gap) {
	t.Helper()
	controls, clauses := g.Assessment.Count()
	for _, sections := range [][]gap.Section{g.Analysis.Groups, g.Analysis.Phases} {
		for _, state := range assess.States() {
			sum := 0
			for _, s := range sections {
				sum += s.Count.States[state]
			}
			if want := controls.States[state] + clauses.States[state]; sum != want {
				t.Errorf("%s: %d %s under the headings, %d in all", name, sum, state, want)
			}
		}
	}
}

func TestGapOfTheOrganizations(t *testing.T) {
	for _, organization := range []string{"clinic", "saas"} {
		g := gapOf(gapRuns(t)[organization])
		if len(g.Analysis.Steps) > 0 || len(g.Analysis.Unasked) > 0 {
			t.Errorf("%s: there are steps %v", organization, g.Analysis.Steps)
		}
		text := gapText(t, g, report.Options{Quiet: true})
		for _, words := range []string{"No requirement has a gap, and none is without evidence", "5 of 32 clauses"} {
			if !strings.Contains(strings.Join(strings.Fields(text), " "), words) {
				t.Errorf("%s: no %q in\n%s", organization, words, text)
			}
		}
		for _, id := range []string{"4.4", "5.1", "7.1", "8.1", "10.1"} {
			at := slices.IndexFunc(g.Analysis.Requirements, func(r assess.Requirement) bool { return r.ID == id })
			if state := g.Analysis.Requirements[at].State; state != assess.HumanReview {
				t.Errorf("%s: %s is %s", organization, id, state)
			}
		}
	}
}

// A lone card gives an honest picture: first of all, that most is missing.
func TestGapOfALoneCard(t *testing.T) {
	run := gapRuns(t)["lonely"]
	g := gapOf(run)
	lead := "Most requirements have no evidence: no document says anything about 25 of 38 controls and 23 of 32 clauses."
	for form, text := range map[string]string{"text": gapText(t, g, report.Options{Quiet: true}), "markdown": gapMarkdown(t, g)} {
		top := strings.Join(strings.Fields(text[:min(len(text), 600)]), " ")
		if !strings.Contains(top, lead) {
			t.Errorf("%s does not say at the top that most is missing:\n%s", form, top)
		}
		if strings.Contains(text, "%") {
			t.Errorf("%s shows a share", form)
		}
	}
	if cells := table(t, gapBook(t, g), "Steps"); cells[0]["Action"] != "mend" || !slices.ContainsFunc(cells, func(row map[string]string) bool { return row["Kind"] == "risk-register" && row["Action"] == "write" }) {
		t.Errorf("steps %v", cells)
	}
}

// gapSchema is the schema of a gap analysis, which refers to that of a report.
func gapSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat = true
	const base = "https://raw.githubusercontent.com/aimslint/aimslint/main/schemas/"
	for _, name := range []string{"report", "gap"} {
		content, _ := schemas.Get(name)
		if err := compiler.AddResource(base+name+".schema.json", bytes.NewReader(content)); err != nil {
			t.Fatal(err)
		}
	}
	compiled, err := compiler.Compile(base + "gap.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

func TestGapJSONFollowsItsSchema(t *testing.T) {
	schema := gapSchema(t)
	all := maps.Clone(gapRuns(t))
	all["empty"] = &report.Run{AsOf: "2026-04-01", Assessment: assess.Of(assess.Input{})}
	for name, run := range all {
		forms := map[string]*report.Gap{"all": gapOf(run), "framework": under(t, run, "iso-27001")}
		for i := range run.Assessment.Systems {
			forms["system "+strconv.Itoa(i)] = &report.Gap{Run: run, Analysis: gap.Of(run.Assessment, &run.Assessment.Systems[i], nil)}
		}
		for form, g := range forms {
			if err := schema.Validate(decode(t, gapJSON(t, g))); err != nil {
				t.Errorf("%s, %s: %#v", name, form, err)
			}
		}
	}
}

// hostileGap is a run in which every text from outside is nasty: findings, files,
// evidence and AI systems.
func hostileGap() *report.Run {
	run := hostile()
	in := assess.Input{Rules: run.Rules, Findings: run.Findings}
	for _, words := range nasty {
		place := finding.Location{File: words, Path: nil}
		place.Span.Start.Line, place.Span.Start.Column, place.Span.End.Line, place.Span.End.Column = 1, 1, 1, 1
		in.Documents = append(in.Documents,
			assess.Document{File: words, Files: []string{words}, Kind: "model-card", ID: words, Fields: []assess.Field{{Pattern: words, Place: place, VerifiedBy: []string{words}}}},
			assess.Document{File: words, Files: []string{words}, Kind: "ai-system", ID: words, System: &assess.Entry{ID: words, Name: words, Stage: words, InScope: true}},
			assess.Document{File: words, Files: []string{words}, Kind: "statement-of-applicability", ID: words, Rows: []assess.Row{{ID: "A.2.2", Applicable: assess.No, Justification: words}}},
		)
	}
	run.Assessment = assess.Of(in)
	for i := range run.Assessment.Requirements { // as if the words were fields that rules ask for
		r := &run.Assessment.Requirements[i]
		for k := range in.Documents {
			if d := &in.Documents[k]; len(d.Fields) > 0 && r.ID == "A.9.4" {
				r.Evidence = append(r.Evidence, assess.Evidence{Document: d, Fields: []*assess.Field{&d.Fields[0]}, Strength: rule.Attested})
			}
		}
	}
	return run
}

// hostileGaps are the analyses of it under all headings.
func hostileGaps(t *testing.T) []*report.Gap {
	t.Helper()
	run := hostileGap()
	gaps := make([]*report.Gap, 0, 3+len(run.Assessment.Systems))
	gaps = append(gaps, gapOf(run), under(t, run, "iso-27001"), &report.Gap{Run: run, Analysis: gap.Of(run.Assessment, nil, nil), By: "system"})
	for i := range run.Assessment.Systems {
		gaps = append(gaps, &report.Gap{Run: run, Analysis: gap.Of(run.Assessment, &run.Assessment.Systems[i], nil)})
	}
	return gaps
}

func TestHostileTextIsInertInGapText(t *testing.T) {
	for _, g := range hostileGaps(t) {
		for _, options := range []report.Options{{}, {Verbose: true}, {Width: 50, Verbose: true}} {
			out := gapText(t, g, options)
			if !utf8.ValidString(out) || strings.ContainsAny(out, "\x1b\u202e\r\t\x00") {
				t.Error("something steers the terminal")
			}
			for line := range strings.SplitSeq(out, "\n") {
				if command, _, _, ok := gitHubCommand(line); ok {
					t.Errorf("a command to GitHub: %s", command)
				}
				if command, _, _, ok := azureCommand(line); ok {
					t.Errorf("a command to Azure: %s", command)
				}
			}
		}
		if out := gapJSON(t, g); strings.ContainsAny(out, "\x1b\u202e\r\t\x00") {
			t.Error("JSON holds what steers a terminal")
		}
	}
}

func TestHostileTextIsInertInGapMarkdown(t *testing.T) {
	tag := regexp.MustCompile(`<[^>]*>`)
	allowed := regexp.MustCompile(`^</?(h1|h2|h3|p|strong|code|table|thead|tbody|tr|ul|li)>$|^<t[hd]( style="text-align:right")?>$|^</t[hd]>$|^<br( /)?>$|^<!-- -->$`)
	for _, g := range hostileGaps(t) {
		page := rendered(t, gapMarkdown(t, g))
		for _, found := range tag.FindAllString(page, -1) {
			if !allowed.MatchString(found) {
				t.Errorf("the page has %s", found)
			}
		}
		for row := range strings.SplitSeq(page, "<tr>") {
			if n := strings.Count(row, "<td"); n != 0 && n != 3 && n != 4 && n != 9 {
				t.Errorf("a row has %d cells: %s", n, row)
			}
		}
	}
}

func TestHostileTextIsInertInGapBook(t *testing.T) {
	for _, g := range hostileGaps(t)[:4] {
		file := gapBook(t, g)
		cells := 0
		for _, sheet := range file.GetSheetList() {
			rows, err := file.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			for y, row := range rows {
				for x := range row {
					cells++
					name, err := excelize.CoordinatesToCellName(x+1, y+1)
					if err != nil {
						t.Fatal(err)
					}
					if formula, err := file.GetCellFormula(sheet, name); err != nil || formula != "" {
						t.Errorf("%s!%s is the formula %q (%v)", sheet, name, formula, err)
					}
					if strings.ContainsAny(row[x], "\x1b\x00") {
						t.Errorf("%s!%s holds control characters", sheet, name)
					}
				}
			}
		}
		if cells < 300 {
			t.Errorf("%d cells only", cells)
		}
	}
}

func TestGapIsTheSameAgain(t *testing.T) {
	forms := map[string]func(io.Writer, *report.Gap) error{
		"text": func(w io.Writer, g *report.Gap) error { return report.WriteGap(w, g, report.Options{}) }, "markdown": report.WriteGapMarkdown,
		"json": report.WriteGapJSON, "xlsx": report.WriteGapBook,
	}
	for name, write := range forms {
		first := written(t, func(w io.Writer) error { return write(w, gapOf(hostileGap())) })
		for range 3 {
			if written(t, func(w io.Writer) error { return write(w, gapOf(hostileGap())) }) != first {
				t.Errorf("%s: two analyses differ", name)
			}
		}
	}
}

func TestGapFitsTheScreen(t *testing.T) {
	run := gapRuns(t)["clinic-broken"]
	for _, width := range []int{60, 80, 120} {
		for line := range strings.SplitSeq(gapText(t, gapOf(run), report.Options{Width: width}), "\n") {
			if n := utf8.RuneCountInString(line); n > width && strings.Contains(strings.TrimSpace(line), " ") && !strings.Contains(line, "/") {
				t.Errorf("%d columns, at %d: %s", n, width, line)
			}
		}
	}
}

func TestGapSaysWhatNobodyAsks(t *testing.T) {
	empty := &report.Run{AsOf: "2026-04-01", Assessment: assess.Of(assess.Input{})}
	text := strings.Join(strings.Fields(gapText(t, gapOf(empty), report.Options{})), " ")
	for _, words := range []string{"No document was recognised.", "38 of 38 controls and 27 of 32 clauses", "For 65 requirements no rule in force asks for anything"} {
		if !strings.Contains(text, words) {
			t.Errorf("no %q in\n%s", words, text)
		}
	}
	g := gapOf(empty)
	g.By = "system"
	if text := gapText(t, g, report.Options{}); !strings.Contains(text, "The inventory has no AI system") {
		t.Errorf("nothing says that there is no system:\n%s", text)
	}
}

func TestGapSaysWhatIsAccepted(t *testing.T) {
	run := assessedRun()
	run.Findings[0].State, run.Findings[0].Exception = finding.Waived, &finding.Exception{Until: "2026-12-01"}
	run.Assessment = assess.Of(assess.Input{Rules: []*rule.Rule{run.Findings[0].Rule}, Findings: run.Findings})
	text := strings.Join(strings.Fields(gapText(t, gapOf(run), report.Options{})), " ")
	if !strings.Contains(text, "accepted for a time for 2 of 38 controls") {
		t.Errorf("nothing says what is accepted:\n%s", text)
	}
	if text := gapMarkdown(t, gapOf(run)); !strings.Contains(text, "waived until 2026-12-01") {
		t.Errorf("nothing says until when:\n%s", text)
	}
}
