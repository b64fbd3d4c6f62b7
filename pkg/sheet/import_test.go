package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/format"
	"github.com/aimslint/aimslint/pkg/schema"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// workbook makes a workbook with what real ones have.
func workbook(tb testing.TB, fill func(f *excelize.File) error) []byte {
	tb.Helper()
	f := excelize.NewFile()
	if err := fill(f); err != nil {
		tb.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

func riskWorkbook(f *excelize.File) error {
	const sheet = "Risks"
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		return err
	}
	for cell, row := range map[string][]any{
		"A1": {"AI risk register"},
		"E3": {"Inherent", "", "", "Residual", ""},
		"A4": {"ID", "Risk title", "Category", "Owner", "Likelihood", "Impact", "Score", "Likelihood", "Impact", "Treatment", "Mitigation", "Due date", "Review date", "Status", "Budget (EUR)"},
		"A5": {"R-1", "Missed sepsis", "safety", "Clinical ML", 3, 4, 12, 2, 4, "Accept", "Retrain", 46204, 46300, "In progress", 9000},
		"A7": {"R-2", "Alarm fatigue", "", "Ward office", 2, 3, 6, 1, 3, "Mitigate", "Cap the alerts", "Q3 2026", "31 Jan 2027", "Open", ""},
		"A8": {"R-3", "Drift: \"new\" ward;\nlater", "data", "", 2, 2, nil, "", "", "Transfer", "", "05/06/2026", "", "Who knows", ""},
	} {
		if err := f.SetSheetRow(sheet, cell, &row); err != nil {
			return err
		}
	}
	days, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		return err
	}
	custom := `dd" of "mmm\ yyyy`
	named, err := f.NewStyle(&excelize.Style{CustomNumFmt: &custom})
	if err != nil {
		return err
	}
	for _, act := range []error{
		f.SetCellStyle(sheet, "L5", "L8", days),
		f.SetCellStyle(sheet, "M5", "M5", named),
		f.MergeCell(sheet, "A1", "O1"), f.MergeCell(sheet, "E3", "G3"), f.MergeCell(sheet, "H3", "I3"), f.MergeCell(sheet, "C7", "C8"),
		f.SetCellValue(sheet, "C7", "human factors"), f.SetCellFormula(sheet, "G8", "E8*F8"),
	} {
		if act != nil {
			return act
		}
	}
	for _, name := range []string{"Lists", "Notes", "Empty"} {
		if _, err := f.NewSheet(name); err != nil {
			return err
		}
	}
	if err := f.SetCellValue("Notes", "A1", "Last change by the ward office"); err != nil {
		return err
	}
	return f.SetSheetVisible("Lists", false)
}

func imported(t *testing.T, file string, content []byte, sheet, kind string) *Import {
	t.Helper()
	book, err := Open(file, content)
	if err != nil {
		t.Fatal(err)
	}
	result, err := book.Import(sheet, kind)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// native reads a text back as the document that it is, which the schema accepts.
func native(t *testing.T, text string) *document.Document {
	t.Helper()
	tree := syntax.Parse(syntax.NewText("x.yaml", []byte(text)), syntax.YAML, syntax.DefaultLimits())
	recognition := format.Recognise(tree, format.Named("native"))
	if len(tree.Problems)+len(recognition.Problems) > 0 || len(recognition.Documents) != 1 {
		t.Fatalf("%+v %+v in\n%s", tree.Problems, recognition, text)
	}
	violations, err := schema.Validate(recognition.Documents[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range violations {
		t.Errorf("%s: %s", v.Path, v.Message)
	}
	return recognition.Documents[0]
}

func values(t *testing.T, d *document.Document, want map[string]string) {
	t.Helper()
	for path, value := range want {
		n := d.Root
		for step := range strings.SplitSeq(path, ".") {
			if n != nil && n.Kind == syntax.List {
				n = n.Lookup(syntax.Path{syntax.Index(int(step[0] - '0'))})
			} else {
				n = n.Get(step)
			}
		}
		got := ""
		if n != nil {
			got = n.Scalar
		}
		if got != value {
			t.Errorf("%s is %q, want %q", path, got, value)
		}
	}
}

func TestRiskWorkbook(t *testing.T) {
	result := imported(t, "ai-risks.xlsx", workbook(t, riskWorkbook), "", "")
	if result.Kind != document.RiskRegister || result.Sheet != "Risks" || result.Entries != 3 {
		t.Errorf("%s with %d entries from %q", result.Kind, result.Entries, result.Sheet)
	}
	values(t, native(t, result.Text), map[string]string{
		"metadata.id":                        "ai-risks",
		"metadata.title":                     "ai risks",
		"metadata.owner":                     "TBD",
		"risks.0.id":                         "R-1",
		"risks.0.title":                      "Missed sepsis",
		"risks.0.likelihood":                 "3",
		"risks.0.consequence_level":          "4",
		"risks.0.level":                      "12",
		"risks.0.residual.likelihood":        "2",
		"risks.0.residual.consequence_level": "4",
		"risks.0.treatment.option":           "retain",
		"risks.0.treatment.actions.0.what":   "Retrain",
		"risks.0.treatment.actions.0.due":    "2026-07-01",
		"risks.0.next_review":                "2026-10-05",
		"risks.0.status":                     "in-treatment",
		"risks.0.x-budget-eur":               "9000",
		"risks.1.taxonomy.0":                 "human factors",
		"risks.1.treatment.option":           "TBD",
		"risks.1.treatment.actions.0.due":    "TBD",
		"risks.1.next_review":                "2027-01-31",
		"risks.1.status":                     "open",
		"risks.2.title":                      "Drift: \"new\" ward;\nlater",
		"risks.2.taxonomy.0":                 "human factors",
		"risks.2.owner":                      "",
		"risks.2.treatment.option":           "share",
		"risks.2.status":                     "TBD",
	})
	said := make([]string, 0, len(result.Notes))
	for _, note := range result.Notes {
		said = append(said, note.Place+": "+note.Message)
	}
	for _, want := range []string{
		`Lists: The sheet is hidden and was left out.`,
		`Empty: The sheet is empty and was left out.`,
		`Notes: The sheet was left out; --sheet imports it.`,
		`Risks: The column "Budget (EUR)" has no meaning here; what it holds is kept as ` + "`x-budget-eur`.",
		"Risks!J7: `option` is \"Mitigate\"; allowed are",
		"Risks!L7: `due` is \"Q3 2026\"; expected a day",
		"Risks!N8: `status` is \"Who knows\"",
		`Risks!G8: The formula has no stored value`,
	} {
		if !strings.Contains(strings.Join(said, "\n"), want) {
			t.Errorf("nobody says %q in\n%s", want, strings.Join(said, "\n"))
		}
	}
	for _, want := range []string{"due: TBD # the sheet says Q3 2026\n", "due: TBD # the sheet says 05/06/2026\n"} {
		if !strings.Contains(result.Text, want) {
			t.Errorf("the text lacks %q:\n%s", want, result.Text)
		}
	}
}

func TestOtherKinds(t *testing.T) {
	for _, test := range []struct {
		file, content, kind string
		want                map[string]string
	}{
		{"vendors.csv", "\uFEFFVendor;Service;Type;Contract owner;Assessment date;Result;Next review;Exit plan\nModels Inc;Chat API;API;CTO;1 Mar 2026;Passed;2027-03-01;\"Switch\nmodels\"\n", document.SupplierRegister, map[string]string{
			"suppliers.0.name": "Models Inc", "suppliers.0.supplies.0.name": "Chat API", "suppliers.0.supplies.0.what": "api", "suppliers.0.owner": "CTO",
			"suppliers.0.assessment.on": "2026-03-01", "suppliers.0.assessment.result": "approved", "suppliers.0.assessment.next": "2027-03-01", "suppliers.0.exit": "Switch\nmodels",
		}},
		{"incidents.tsv", "Incident ID\tTitle\tDate detected\tSeverity\tRoot cause\tClosed on\tLessons learned\nI-1\tWrong ward\t2026.3.4\tMajor\tLabels\t4.3.2026\tCheck labels\n", document.IncidentLog, map[string]string{
			"incidents.0.id": "I-1", "incidents.0.detected": "2026-03-04", "incidents.0.severity": "major", "incidents.0.cause": "Labels", "incidents.0.resolved": "2026-03-04", "incidents.0.lessons": "Check labels",
		}},
		{"roles.csv", "Role,Person,Responsibilities,Qualifications,Independent of\nAI officer,Ann,Keeps the register,Statistics,ml-lead; ward\n", document.RoleRegister, map[string]string{
			"roles.0.name": "AI officer", "roles.0.holder": "Ann", "roles.0.competence.0.what": "Statistics", "roles.0.independent_of.1": "ward",
		}},
		{"titled.csv", "Our roles\n\nRole;Person;Duties\n\"Data \"\"owner\"\"\";Ann;Keeps, checks\n", document.RoleRegister, map[string]string{
			"roles.0.name": `Data "owner"`, "roles.0.holder": "Ann", "roles.0.responsibilities": "Keeps, checks",
		}},
		{"data.csv", "Dataset name,Version,Data source,License,Data owner,Contains PII,Purpose\nWard notes,1.10,Ward,CC-BY-4.0,Clinical ML,Yes,Training\n", document.DataManifest, map[string]string{
			"datasets.0.name": "Ward notes", "datasets.0.version": "1.10", "datasets.0.acquisition.source": "Ward", "datasets.0.owner": "Clinical ML", "datasets.0.personal_data.present": "true",
		}},
	} {
		result := imported(t, test.file, []byte(test.content), "", "")
		if result.Kind != test.kind {
			t.Errorf("%s: %s, want %s", test.file, result.Kind, test.kind)
			continue
		}
		values(t, native(t, result.Text), test.want)
		for _, note := range result.Notes {
			if !strings.Contains(note.Message, "without an identifier") {
				t.Errorf("%s: %+v", test.file, note)
			}
		}
	}
}

func TestWhatCannotBeImported(t *testing.T) {
	risks := workbook(t, riskWorkbook)
	for _, test := range []struct {
		file, sheet, kind, want string
		content                 []byte
	}{
		{"a.ods", "", "", "neither a workbook", nil},
		{"a.xlsx", "", "", "cannot be read as a workbook", []byte("PK")},
		{"a.xlsx", "Risk", "", `there is no sheet "Risk"; there are Risks, Notes`, risks},
		{"a.xlsx", "Notes", "", "no column has a name that is known", risks},
		{"a.csv", "", document.RoleRegister, "for the kind role-register", []byte("a,b\n1,2\n")},
		{"a.csv", "", "", "no column", nil},
	} {
		book, err := Open(test.file, test.content)
		if err == nil {
			_, err = book.Import(test.sheet, test.kind)
		}
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", test.file, err, test.want)
		}
	}
}

func TestDayOf(t *testing.T) {
	for text, want := range map[string]string{
		"2026-03-04": "2026-03-04", "2026/3/4": "2026-03-04", "4.3.2026": "2026-03-04", "March 4, 2026": "2026-03-04", "4 Mar 26": "2026-03-04",
		"31/12/2026": "2026-12-31", "12/31/2026": "2026-12-31", "5/5/2026": "2026-05-05", "2026-03-04T10:00:00Z": "2026-03-04",
		"5/6/2026": "", "Q3 2026": "", "soon": "", "": "", "31/31/2026": "", "30/2/2026": "",
	} {
		if got := dayOf(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestIsDayFormat(t *testing.T) {
	for code, want := range map[string]bool{"yyyy-mm-dd": true, "d/m": true, `"day" 0`: false, "[Red]0.00": false, "h:mm": false, "mmm yy": true, `0 \d\a\y\m`: false, "General": false} {
		if got := isDayFormat(0, &code); got != want {
			t.Errorf("%s: %t, want %t", code, got, want)
		}
	}
	for builtIn, want := range map[int]bool{0: false, 1: false, 10: false, 14: true, 18: false, 22: true} {
		if got := isDayFormat(builtIn, nil); got != want {
			t.Errorf("%d: %t, want %t", builtIn, got, want)
		}
	}
}

// A workbook that unpacks to more than the limit is turned down, not read.
func TestBombIsTurnedDown(t *testing.T) {
	content := workbook(t, func(f *excelize.File) error {
		return f.SetCellValue("Sheet1", "A1", strings.Repeat("x", 32_767))
	})
	if _, err := openWithin("a.xlsx", content, 16<<10); err == nil || !strings.Contains(err.Error(), "cannot be read as a workbook") {
		t.Errorf("%v, want an error about the limit", err)
	}
}

// What lies beyond the limits is left out, and said.
func TestLimits(t *testing.T) {
	content := workbook(t, func(f *excelize.File) error {
		header, row := []any{"ID", "Title", "Likelihood", "Impact"}, []any{"R-1", "Drift", 1, 2}
		return errors.Join(f.SetSheetRow("Sheet1", "A1", &header), f.SetSheetRow("Sheet1", "A2", &row),
			f.SetCellValue("Sheet1", "A10500", "R-2"), f.SetCellValue("Sheet1", "ZZ2", "far out"), f.MergeCell("Sheet1", "A10500", "A10502"))
	})
	result := imported(t, "a.xlsx", content, "", "")
	if result.Entries != 1 || len(result.Notes) != 2 || result.Notes[0].Place != "Sheet1!GS2" || !strings.Contains(result.Notes[1].Message, "Rows below 10000 were left out") {
		t.Errorf("%d entries, %+v", result.Entries, result.Notes)
	}
	content = workbook(t, func(f *excelize.File) error {
		var err error
		for row := 1; row <= 2*maxMerged+2; row += 2 {
			err = errors.Join(err, f.MergeCell("Sheet1", name(row, 1), name(row+1, 1)))
		}
		return err
	})
	if _, err := Open("a.xlsx", content); err == nil || !strings.Contains(err.Error(), "more than 2000 merged cells") {
		t.Errorf("%v, want an error about merged cells", err)
	}
}

func FuzzImport(f *testing.F) {
	f.Add(workbook(f, riskWorkbook), true)
	f.Add([]byte("ID,Title,Likelihood,Impact,Due\nR1,a,1,2,x\n"), false)
	f.Add([]byte("Vendor;Type\n\"a\nb\";y\n"), false)
	f.Fuzz(func(t *testing.T, content []byte, isWorkbook bool) {
		file := "a.csv"
		if isWorkbook {
			file = "a.xlsx"
		}
		book, err := Open(file, content)
		if err != nil {
			return
		}
		for _, kind := range append(format.TableKinds(), "") {
			if result, err := book.Import("", kind); err == nil {
				native(t, result.Text)
			}
		}
	})
}

// Whatever stands in the cells of a register, the document that it becomes has the
// shape of its kind.
func FuzzCells(f *testing.F) {
	for _, seed := range [][4]string{
		{"Risk", "Owner", "a: b # c", "2026-13-99"}, {"ID", "Title", "x # abcdef", "{a: b, cc}"}, {"Title", "Due", "=1", "[1,2,3,456]"}, {"Title", "Review date", "\t\n", "1e400"}, {"Vendor", "Type", "'\"", "*a"}, {"Title", "Likelihood", "\u0085\u2028", "-0.0"},
		{"Title", "Title", "a", "b"}, {"\x7f", "x-y: [", "---", "?"}, {"Risk", "Status", "#REF!", "%"},
	} {
		f.Add(seed[0], seed[1], seed[2], seed[3])
	}
	f.Fuzz(func(t *testing.T, header, another, cell, value string) {
		if len(header)+len(another)+len(cell)+len(value) > 1<<12 {
			t.Skip("long")
		}
		var out bytes.Buffer
		w := csv.NewWriter(&out)
		_ = w.WriteAll([][]string{{"ID", "Title", "Likelihood", "Impact", header, another}, {"R-1", cell, "1", "2", cell, value}, {value, "Drift", value, cell, "", value}})
		book, err := Open("a.csv", out.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		for _, kind := range append(format.TableKinds(), "") {
			if result, err := book.Import("", kind); err == nil {
				native(t, result.Text)
			}
		}
	})
}
