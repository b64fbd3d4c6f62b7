package workbook

import (
	"archive/zip"
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

func example() *Book {
	return &Book{
		Title: "Gap analysis", Subject: "ISO/IEC 42001", Description: "aimslint gap",
		Sheets: []Sheet{
			{
				Name: "Controls", Title: []string{"Gap analysis", "As of 2026-11-22"}, Frozen: 1,
				Columns: []Column{
					{Name: "Control", Width: 10},
					{Name: "State", Width: 14, Choices: []string{"verified", "attested", "gap"}, Hint: "As the assessment says."},
					{Name: "Note", Width: 40, Input: true},
				},
				Rows: [][]Cell{
					{{Text: "A.2.2"}, {Text: "verified", Tone: Good}, {Text: "one\ntwo\nthree"}},
					{{Text: "A.2.3"}, {Text: "gap", Tone: Bad}},
				},
			},
			{Name: "About", Columns: []Column{{Width: 20}, {Width: 60}}, Rows: [][]Cell{{{Text: "State", Tone: Strong}, {Text: "Where it stands."}}}, Upright: true},
		},
	}
}

func bytesOf(tb testing.TB, b *Book) []byte {
	tb.Helper()
	var out bytes.Buffer
	if err := Write(&out, b); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

func opened(tb testing.TB, b *Book) *excelize.File {
	tb.Helper()
	file, err := excelize.OpenReader(bytes.NewReader(bytesOf(tb, b)))
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := file.Close(); err != nil {
			tb.Error(err)
		}
	})
	return file
}

// must gives a value that is there, or ends the test.
func must[T any](tb testing.TB) func(T, error) T {
	tb.Helper()
	return func(value T, err error) T {
		tb.Helper()
		if err != nil {
			tb.Fatal(err)
		}
		return value
	}
}

func TestSheetIsReadyForWork(t *testing.T) {
	file := opened(t, example())
	if got := must[string](t)(file.GetCellValue("Controls", "B5")); got != "verified" {
		t.Errorf("B5 is %q", got)
	}
	panes := must[excelize.Panes](t)(file.GetPanes("Controls"))
	if !panes.Freeze || panes.YSplit != 4 || panes.XSplit != 1 || panes.TopLeftCell != "B5" {
		t.Errorf("panes %+v", panes)
	}
	if width := must[float64](t)(file.GetColWidth("Controls", "C")); width != 42 {
		t.Errorf("width %v", width)
	}
	if one, three := must[float64](t)(file.GetRowHeight("Controls", 6)), must[float64](t)(file.GetRowHeight("Controls", 5)); three-one != 2*lineHeight {
		t.Errorf("heights %v and %v", one, three)
	}
	validations := must[[]*excelize.DataValidation](t)(file.GetDataValidations("Controls"))
	if len(validations) != 1 || validations[0].Sqref != "B5:B6" || !strings.Contains(validations[0].Formula1, "verified,attested,gap") {
		t.Errorf("validations %+v", validations)
	}
	names := map[string]string{}
	for _, name := range file.GetDefinedName() {
		names[name.Name] = name.RefersTo
	}
	if names["_xlnm.Print_Titles"] != "'Controls'!$4:$4" || !strings.Contains(names["_xlnm._FilterDatabase"], "$A$4:$C$6") {
		t.Errorf("names %v", names)
	}
	layout := must[excelize.PageLayoutOptions](t)(file.GetPageLayout("Controls"))
	if *layout.Orientation != "landscape" || *layout.FitToWidth != 1 || *layout.FitToHeight != 0 {
		t.Errorf("layout %+v", layout)
	}
	properties := must[*excelize.DocProperties](t)(file.GetDocProps())
	if properties.Title != "Gap analysis" || properties.Created != written || properties.Modified != written {
		t.Errorf("properties %+v", properties)
	}
}

func TestSameBookSameBytes(t *testing.T) {
	first := bytesOf(t, example())
	for range 5 {
		if !bytes.Equal(first, bytesOf(t, example())) {
			t.Fatal("the same book was written as another file")
		}
	}
	archive := must[*zip.Reader](t)(zip.NewReader(bytes.NewReader(first), int64(len(first))))
	for _, part := range archive.File {
		if !part.Modified.IsZero() && part.Modified.After(time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)) {
			t.Errorf("%s has the time %v", part.Name, part.Modified)
		}
	}
}

func TestHostileTextIsInert(t *testing.T) {
	for text, want := range map[string]string{
		"=HYPERLINK(\"http://x\",\"y\")": "=HYPERLINK(\"http://x\",\"y\")",
		"+1":                             "+1",
		"-1+cmd|' /C calc'!A0":           "-1+cmd|' /C calc'!A0",
		"@SUM(A1)":                       "@SUM(A1)",
		"\t=1":                           "\t=1",
		"1e400":                          "1e400",
		"TRUE":                           "TRUE",
		"_x0041_ _x005F_x0041_":          "_x0041_ _x005F_x0041_",
		"<script>&amp;</script>":         "<script>&amp;</script>",
		"\x1b[31mred\x00":                "␛[31mred␀",
		"a\r\nb\rc":                      "a\nb\nc",
		"bad \xff \ufffe":                "bad � �",
		" kept ":                         " kept ",
	} {
		file := opened(t, &Book{Sheets: []Sheet{{Name: "S", Columns: []Column{{Name: "Text", Width: 10}}, Rows: [][]Cell{Text(text)}}}})
		if got := must[string](t)(file.GetCellValue("S", "A2")); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
		if formula := must[string](t)(file.GetCellFormula("S", "A2")); formula != "" {
			t.Errorf("%q became the formula %q", text, formula)
		}
		if kind := must[excelize.CellType](t)(file.GetCellType("S", "A2")); kind != excelize.CellTypeSharedString {
			t.Errorf("%q became a cell of type %v", text, kind)
		}
	}
}

// What begins as a formula does stays text when the cell is edited.
func TestFormulaLikeTextIsQuoted(t *testing.T) {
	file := opened(t, &Book{Sheets: []Sheet{{Name: "S", Columns: []Column{{Name: "Text", Width: 10}}, Rows: [][]Cell{Text("=1"), Text("1")}}}})
	for cell, want := range map[string]bool{"A2": true, "A3": false} {
		xf := file.Styles.CellXfs.Xf[must[int](t)(file.GetCellStyle("S", cell))]
		if got := xf.QuotePrefix != nil && *xf.QuotePrefix; got != want {
			t.Errorf("%s is quoted: %t", cell, got)
		}
	}
}

func TestLongTextIsCutAndSaysSo(t *testing.T) {
	for _, text := range []string{strings.Repeat("x", MaxText+1), strings.Repeat("😀", MaxText), strings.Repeat("\x01", 2*MaxText)} {
		cut := Inert(text)
		if n := utf16Length(cut); n > MaxText || n < MaxText-100 {
			t.Errorf("cut to %d", n)
		}
		if !strings.Contains(cut, "characters are left out]") {
			t.Errorf("nothing says that the text was cut: %q", cut[len(cut)-100:])
		}
	}
	if text := strings.Repeat("y", MaxText); Inert(text) != text {
		t.Error("a text that fits was cut")
	}
}

func TestTabNames(t *testing.T) {
	sheets := []Sheet{{Name: "a/b [c]"}, {Name: "A/B [C]"}, {Name: ""}, {Name: "'history'"}, {Name: strings.Repeat("long ", 10)}, {Name: strings.Repeat("long ", 10)}}
	want := []string{"a-b -c-", "A-B -C- (2)", "Sheet", "history (2)", "long long long long long long l", "long long long long long lo (2)"}
	if got := tabNames(sheets); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	for i := range sheets {
		sheets[i].Columns = []Column{{Name: "x"}}
	}
	if got := opened(t, &Book{Sheets: sheets}).GetSheetList(); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestMistakesAreSaid(t *testing.T) {
	for want, b := range map[string]*Book{
		"at least one sheet":              {},
		"it has 0 columns":                {Sheets: []Sheet{{Name: "S"}}},
		"row 1 has 2 cells for 1 columns": {Sheets: []Sheet{{Name: "S", Columns: []Column{{Name: "x"}}, Rows: [][]Cell{Text("a", "b")}}}},
		"has a comma":                     {Sheets: []Sheet{{Name: "S", Columns: []Column{{Name: "x", Choices: []string{"a,b"}}}, Rows: [][]Cell{Text("a")}}}},
		"are longer than 255 characters":  {Sheets: []Sheet{{Name: "S", Columns: []Column{{Name: "x", Choices: []string{strings.Repeat("a", 256)}}}, Rows: [][]Cell{Text("a")}}}},
	} {
		if err := Write(&bytes.Buffer{}, b); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}

func TestLines(t *testing.T) {
	for _, test := range []struct {
		text  string
		width int
		want  int
	}{
		{"", 10, 1}, {"word", 10, 1}, {"two words", 5, 2}, {"a\n\nb", 10, 3}, {"abcdefghijkl", 5, 3}, {"ab abcdefghijkl", 5, 4}, {"漢字漢字", 4, 2}, {"x", 0, 1},
	} {
		if got := lines(test.text, test.width); got != test.want {
			t.Errorf("%q in %d: %d lines, want %d", test.text, test.width, got, test.want)
		}
	}
}

// LibreOffice opens the book and finds in it what was written.
func TestLibreOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice is not installed")
	}
	book := example()
	book.Sheets[0].Rows = append(book.Sheets[0].Rows, Text("=1+1", "@SUM(1)", "\x1b[0m"))
	dir := t.TempDir()
	file := filepath.Join(dir, "book.xlsx")
	if err := os.WriteFile(file, bytesOf(t, book), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	convert := exec.CommandContext(ctx, office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), //nolint:gosec // the program that was found
		"--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", dir, file)
	if output, err := convert.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	got := string(must[[]byte](t)(os.ReadFile(filepath.Join(dir, "book.csv")))) //nolint:gosec // in the folder of the test
	for _, want := range []string{"Control,State,Note\n", "A.2.2,verified,\"one\ntwo\nthree\"\n", "=1+1,@SUM(1),␛[0m\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}
