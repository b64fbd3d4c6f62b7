package soa_test

import (
	"bytes"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/scan"
	"github.com/aimslint/aimslint/pkg/schema"
	"github.com/aimslint/aimslint/pkg/sheet"
	"github.com/aimslint/aimslint/pkg/soa"
	"github.com/aimslint/aimslint/pkg/syntax"
)

var update = flag.Bool("update", false, "write the golden files anew")

const day = "2026-11-22"

// part is an organization with a part of a statement: rows for some controls, one
// for none, one twice, fields of its own, and nothing decided here and there.
var part = map[string]string{
	"soa.yaml": `kind: statement-of-applicability
metadata:
  id: our-soa
  title: What applies | <b>here</b>
  version: "1.0"
  author: [one, two]
  x-note: {reviewed: true, by: ["a", 3]}
x-top: "7"
controls:
  - {id: A.10.3, applicable: false, justification: We buy nothing., x-tags: [a, b], x-ticket: 12}
  - {id: a.2.2, applicable: true, justification: "=HYPERLINK(\"http://x\")", status: Implemented, evidence: [policy, "a;b", "\"q\""], owner: "+boss", x-ticket: "12"}
  - {id: A.9.9, applicable: true, justification: Ours., status: planned}
  - {id: A.2.2, applicable: true, status: planned}
  - {id: A.6.2.4, applicable: TBD, status: planned, owner: N/A}
  - {id: A.7.4, applicable: true, justification: "One\nTwo", status: implemented, evidence: dq, risks: [r-9], owner: data-steward}
additional_controls:
  - {id: OWN-1, title: "@SUM(A1)", justification: Ours., status: planned, owner: us, x-size: 3}
`,
	"policy.yaml": `kind: ai-policy
metadata: {id: policy, title: Policy, owner: boss}
principles: [Be fair]
`,
	"risks.yaml": `kind: risk-register
metadata: {id: risks}
risks:
  - id: R-1
    title: Wrong answers
    treatment: {option: change-likelihood, controls: [a.6.2.4, A.10.3]}
`,
	"model/README.md": `---
license: apache-2.0
base_model: somebody/model-7b
---
# Model card for answers
## Uses
Answers to questions of customers.
`,
}

func organization(tb testing.TB, files map[string]string) string {
	tb.Helper()
	folder := tb.TempDir()
	for name, text := range files {
		file := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			tb.Fatal(err)
		}
	}
	return folder
}

func checked(tb testing.TB, folder string) *report.Run {
	tb.Helper()
	root := must(filepath.Abs(folder))(tb)
	run := must(scan.Check(tb.Context(), scan.Request{Root: root, Directory: root, AsOf: day, Assess: true, Statement: true}))(tb)
	return run
}

func must[T any](value T, err error) func(tb testing.TB) T {
	return func(tb testing.TB) T {
		tb.Helper()
		if err != nil {
			tb.Fatal(err)
		}
		return value
	}
}

func statement(tb testing.TB, folder string) *soa.Statement {
	tb.Helper()
	run := checked(tb, folder)
	var declared *assess.Document
	if all := soa.Statements(run.Assessment); len(all) > 0 {
		declared = all[0]
	}
	s := soa.Of(run.Assessment, declared)
	s.AsOf, s.Origin = day, []string{"aimslint soa generate", "aimslint TEST"}
	return s
}

// known are the statements that were computed already: that takes its time.
var known = map[string]*soa.Statement{}

// statements are those that the tests are about, by name.
func statements(tb testing.TB) map[string]*soa.Statement {
	tb.Helper()
	if len(known) > 0 {
		return known
	}
	bare := maps.Clone(part)
	delete(bare, "soa.yaml")
	for name, folder := range map[string]string{
		"clinic": "../../testdata/clinic", "saas": "../../testdata/saas", "part": organization(tb, part), "bare": organization(tb, bare),
	} {
		known[name] = statement(tb, folder)
	}
	return known
}

func native(tb testing.TB, s *soa.Statement) string {
	tb.Helper()
	var out bytes.Buffer
	if err := s.WriteNative(&out); err != nil {
		tb.Fatal(err)
	}
	return out.String()
}

func workbook(tb testing.TB, s *soa.Statement) []byte {
	tb.Helper()
	var out bytes.Buffer
	if err := s.WriteWorkbook(&out); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

func TestGolden(t *testing.T) {
	for name, s := range statements(t) {
		var markdown bytes.Buffer
		if err := s.WriteMarkdown(&markdown); err != nil {
			t.Fatal(err)
		}
		golden(t, name+".yaml", native(t, s))
		golden(t, name+".md", markdown.String())
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if want := string(must(os.ReadFile(file))(t)); got != want { //nolint:gosec // in the folder of the test
		t.Errorf("%s differs; -update writes it anew. It is now\n%s", file, got)
	}
}

// Each native document has the shape of its kind, and computed from itself it is the
// same again.
func TestNative(t *testing.T) {
	for name, s := range statements(t) {
		text := native(t, s)
		tree := syntax.Parse(syntax.NewText("soa.yaml", []byte(text)), syntax.YAML, syntax.DefaultLimits())
		if len(tree.Problems) > 0 || len(tree.Values) != 1 {
			t.Fatalf("%s: %v", name, tree.Problems)
		}
		violations := must(schema.Validate(&document.Document{Kind: document.StatementOfApplicability, Root: tree.Values[0]}))(t)
		for _, v := range violations {
			t.Errorf("%s: %s", name, v.Message)
		}
		if name != "part" {
			continue
		}
		again := maps.Clone(part)
		again["soa.yaml"] = text
		if got := native(t, statement(t, organization(t, again))); got != text {
			t.Errorf("computed from itself it is\n%s\nnot\n%s", got, text)
		}
	}
}

// remark is what is said behind a placeholder.
var remark = regexp.MustCompile(`(?m)TBD #.*$`)

// From the workbook comes the document that it was made of.
func TestRoundTrip(t *testing.T) {
	for name, s := range statements(t) {
		imported := read(t, workbook(t, s))
		got, want := remark.ReplaceAllString(imported.Text, "TBD"), remark.ReplaceAllString(native(t, s), "TBD")
		if got != want {
			t.Errorf("%s: read back it is\n%s\nnot\n%s", name, got, want)
		}
		if name != "part" && len(imported.Notes) > 0 {
			t.Errorf("%s: notes %v", name, imported.Notes)
		}
		if imported.Rows != 38 {
			t.Errorf("%s: %d rows", name, imported.Rows)
		}
	}
}

func TestWorkbookIsReproducible(t *testing.T) {
	if s := statements(t)["part"]; !bytes.Equal(workbook(t, s), workbook(t, s)) {
		t.Error("the same statement gave two workbooks")
	}
}

func read(tb testing.TB, content []byte) *soa.Import {
	tb.Helper()
	book := must(sheet.Open("soa.xlsx", content))(tb)
	return must(soa.Read(book))(tb)
}

// edited is the workbook of a statement after people have worked on it.
func edited(t *testing.T, s *soa.Statement, edit func(f *excelize.File) error) *soa.Import {
	t.Helper()
	file := must(excelize.OpenReader(bytes.NewReader(workbook(t, s))))(t)
	if err := edit(file); err != nil {
		t.Fatal(err)
	}
	buffer := must(file.WriteToBuffer())(t)
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	return read(t, buffer.Bytes())
}

// Of the sheet Controls: row 5 is the header, row 6 that of A.2.2; C is Applicable, D
// Justification, E Status, F Evidence named, G Risks, H Owner.
func TestEdits(t *testing.T) {
	s := statements(t)["saas"]
	before := native(t, s)
	set := func(values ...string) func(f *excelize.File) error {
		return func(f *excelize.File) error {
			for i := 0; i < len(values); i += 2 {
				if err := f.SetCellValue("Controls", values[i], values[i+1]); err != nil {
					return err
				}
			}
			return nil
		}
	}
	for name, test := range map[string]struct {
		edit  func(f *excelize.File) error
		text  string   // a part of the document
		notes []string // in their order, as "PLACE: MESSAGE" or the beginning of it
	}{
		"a decision": {edit: set("C6", "No", "D6", "Not ours.", "E6", ""), text: "  - id: A.2.2\n    applicable: false\n    justification: Not ours.\n    evidence:\n"},
		"a truth value": {
			edit: func(f *excelize.File) error { return f.SetCellBool("Controls", "C6", false) },
			text: "  - id: A.2.2\n    applicable: false\n",
		},
		"a status in other words": {edit: set("E6", "Not implemented"), text: "status: not-implemented\n"},
		"no answer": {
			edit: set("C6", "perhaps", "E6", "nearly"), text: "applicable: TBD # the sheet says perhaps\n",
			notes: []string{`Controls!C6: "perhaps" is neither yes nor no`, `Controls!E6: "nearly" is no status; there are planned, implemented, not-implemented`},
		},
		"lists": {edit: set("F6", "one\n two ; three", "G6", "R-1;R-2"), text: "    evidence:\n      - one\n      - two\n      - three\n    risks:\n      - R-1\n      - R-2\n"},
		"a formula": {
			edit: func(f *excelize.File) error {
				if err := f.SetCellValue("Controls", "H6", nil); err != nil {
					return err
				}
				return f.SetCellFormula("Controls", "H6", `=CONCATENATE("a","b")`)
			},
			notes: []string{"Controls!H6: The formula has no stored value"},
		},
		"a deleted row":    {edit: func(f *excelize.File) error { return f.RemoveRow("Controls", 7) }, notes: []string{"Controls: There is no row for A.2.3."}},
		"a deleted column": {edit: func(f *excelize.File) error { return f.RemoveCol("Controls", "H") }, notes: []string{`Controls: There is no column "Owner"`}},
		"a renamed column": {
			edit:  set("H5", "Responsible"),
			notes: []string{`Controls: There is no column "Owner"`, `Controls: The column "Responsible" has no meaning here`},
		},
		"a new column of one's own": {edit: set("M5", "x-ticket", "M6", "AIMS-7"), text: "    x-ticket: AIMS-7\n"},
		"an extra row": {
			edit: set("A44", "A.11.1", "C44", "yes", "A45", "A.2.2", "D46", "lost"), text: "  - id: A.11.1\n    applicable: true\n",
			notes: []string{`Controls!A44: "A.11.1" is no control of Annex A; the row is kept`, "Controls!A45: There is another row for A.2.2", "Controls!A46: The row names no control and was left out."},
		},
		"merged cells": {
			edit: func(f *excelize.File) error { return f.MergeCell("Controls", "H6", "H8") },
			text: "  - id: A.2.4\n",
		},
		"no title lines": {
			edit: func(f *excelize.File) error {
				for range 4 {
					if err := f.RemoveRow("Controls", 1); err != nil {
						return err
					}
				}
				return nil
			}, text: "  - id: A.2.2\n",
		},
		"a renamed sheet": {edit: func(f *excelize.File) error { return f.SetSheetName("Controls", "SoA 2026") }, text: "  - id: A.2.2\n"},
		"deleted sheets": {
			edit: func(f *excelize.File) error {
				if err := f.DeleteSheet("Document"); err != nil {
					return err
				}
				return f.DeleteSheet("Additional controls")
			},
			text:  "  owner: TBD # the role or person accountable for keeping it true\n",
			notes: []string{`There is no sheet "Document"`, `There is no sheet "Additional controls"`},
		},
	} {
		t.Run(name, func(t *testing.T) {
			imported := edited(t, s, test.edit)
			if !strings.Contains(imported.Text, test.text) {
				t.Errorf("no %q in\n%s", test.text, imported.Text)
			}
			if imported.Text == before && name != "merged cells" && name != "no title lines" && name != "a renamed sheet" {
				t.Error("the edit changed nothing")
			}
			if len(imported.Notes) != len(test.notes) {
				t.Fatalf("notes %q", imported.Notes)
			}
			for i, note := range imported.Notes {
				if said := strings.TrimPrefix(note.Place+": "+note.Message, ": "); !strings.HasPrefix(said, test.notes[i]) {
					t.Errorf("%q, want %q", said, test.notes[i])
				}
			}
		})
	}
}

// Rows and columns may be moved.
func TestMovedRowsAndColumns(t *testing.T) {
	s := statements(t)["saas"]
	moved := edited(t, s, func(f *excelize.File) error {
		rows, err := f.GetRows("Controls")
		if err != nil {
			return err
		}
		slices.Reverse(rows[5:])
		for i, row := range rows {
			slices.Reverse(row[:min(8, len(row))])
			cell, err := excelize.CoordinatesToCellName(1, i+1)
			if err != nil {
				return err
			}
			if err := f.SetSheetRow("Controls", cell, &row); err != nil {
				return err
			}
		}
		return nil
	})
	if len(moved.Notes) > 0 {
		t.Fatalf("notes %v", moved.Notes)
	}
	lines := func(text string) []string { return slices.Sorted(strings.Lines(text)) }
	if !slices.Equal(lines(moved.Text), lines(native(t, s))) {
		t.Errorf("moved, it says something else:\n%s", moved.Text)
	}
}

func TestWorkbooksThatAreNone(t *testing.T) {
	file := excelize.NewFile()
	if err := file.SetCellStr("Sheet1", "A1", "Control"); err != nil {
		t.Fatal(err)
	}
	book := must(sheet.Open("x.xlsx", must(file.WriteToBuffer())(t).Bytes()))(t)
	if _, err := soa.Read(book); err == nil || !strings.Contains(err.Error(), `no sheet has the columns "Control" and "Applicable"`) {
		t.Errorf("%v", err)
	}
}

// What the sheet of the document says cannot make a document of another shape.
func TestHostileDocumentSheet(t *testing.T) {
	imported := edited(t, statements(t)["saas"], func(f *excelize.File) error {
		for i, row := range [][]string{
			{"kind", "model-card"}, {"controls/0/id", "A.2.2"}, {"metadata", "x"}, {"metadata/owner/0", "x"}, {"metadata/x-list/99999999", "x"}, {"/", "x"}, {"", "x"}, {"metadata/id", "twice"},
		} {
			for k, value := range row {
				cell, err := excelize.CoordinatesToCellName(k+1, 60+i)
				if err != nil {
					return err
				}
				if err := f.SetCellStr("Document", cell, value); err != nil {
					return err
				}
			}
		}
		return nil
	})
	for _, want := range []string{"kind: statement-of-applicability\n", "metadata:\n  id:"} {
		if !strings.Contains(imported.Text, want) {
			t.Errorf("no %q in\n%s", want, imported.Text)
		}
	}
	if strings.Contains(imported.Text, "twice") || len(imported.Notes) != 7 {
		t.Errorf("notes %q", imported.Notes)
	}
}

// found are the findings of the rules over the assessment, as "PATH RULE".
func found(run *report.Run) []string {
	var all []string
	for _, f := range run.Findings {
		if f.Rule.Category() == soa.Category {
			all = append(all, f.Location.Path.String()+" "+strings.TrimPrefix(f.Rule.ID, soa.Category+"/"))
		}
	}
	return all
}

func TestCheck(t *testing.T) {
	files := maps.Clone(part)
	files["soa.yaml"] = `kind: statement-of-applicability
metadata: {id: our-soa}
controls:
  - {id: A.2.2, applicable: true, justification: x, status: implemented}
  - {id: A.2.4, applicable: true, justification: x, status: planned}
  - {id: A.2.3, applicable: true, justification: x, status: Implemented}
  - {id: A.7.4, applicable: true, justification: x, status: implemented}
  - {id: A.8.2, applicable: false, justification: Nobody uses it.}
  - {id: A.2.2, applicable: false, justification: Contradicted already.}
  - {id: A.99, applicable: false, justification: x}
`
	run := checked(t, organization(t, files))
	got := found(run)
	for _, want := range []string{"controls[0].status implemented-objected", "controls[4].applicable exclusion-shown"} {
		if !slices.Contains(got, want) {
			t.Errorf("no %q in %q", want, got)
		}
	}
	for _, f := range run.Findings {
		if f.Rule.Category() == soa.Category && f.Rule.ID != soa.Category+"/implemented-unshown" && (len(f.Related) == 0 || f.Related[0].Message == "" || f.Fingerprint == "" || f.LineHash == "") {
			t.Errorf("a finding without its other place: %+v", f)
		}
	}
	for _, f := range got {
		if strings.HasPrefix(f, "controls[1]") || strings.HasPrefix(f, "controls[3]") || strings.HasPrefix(f, "controls[5]") || strings.HasPrefix(f, "controls[6]") {
			t.Errorf("unexpected %s", f)
		}
	}
}

// The rules are asked by nobody else.
func TestCheckAsksOnlyOnDemand(t *testing.T) {
	root := must(filepath.Abs("../../testdata/clinic"))(t)
	run := must(scan.Check(t.Context(), scan.Request{Root: root, Directory: root, AsOf: day, Assess: true}))(t)
	if got := found(run); len(got) > 0 {
		t.Errorf("%q", got)
	}
	if _, err := scan.Check(t.Context(), scan.Request{Root: root, Directory: root, AsOf: day, Rules: []string{soa.Category + "/*"}}); err == nil || !strings.Contains(err.Error(), "soa check") {
		t.Errorf("%v", err)
	}
}

// In the clean organizations the rules object to nothing; they only note what
// rests on the documents' own word.
func TestCleanOrganizations(t *testing.T) {
	for _, folder := range []string{"../../testdata/clinic", "../../testdata/saas"} {
		for _, f := range found(checked(t, folder)) {
			if !strings.HasSuffix(f, " implemented-unverified") {
				t.Errorf("%s: %s", folder, f)
			}
		}
	}
}

func TestTotalsAddUp(t *testing.T) {
	for name, s := range statements(t) {
		applicable, status, states := s.Totals()
		for _, totals := range [][]soa.Total{applicable, status, states} {
			sum := 0
			for _, total := range totals {
				sum += total.Count
			}
			if sum != 38 {
				t.Errorf("%s: %v", name, totals)
			}
		}
	}
}
