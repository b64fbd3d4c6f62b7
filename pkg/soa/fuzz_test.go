package soa_test

import (
	"bytes"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/sheet"
	"github.com/aimslint/aimslint/pkg/soa"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// Whatever people write into the cells of a Statement of Applicability, what is read
// back is a statement, and a justification is the text that the cell holds.
func FuzzCells(f *testing.F) {
	for _, seed := range [][4]string{
		{"Controls", "C6", "perhaps", "Not: ours # yet"}, {"Controls", "A5", "", "a\nb"}, {"Document", "A60", "metadata/x-a/0", "=1"}, {"Document", "B5", "{a: b, ccc}", "'"},
		{"Controls", "E6", "\u2028\x7f", "---"}, {"Document", "A61", "metadata/approved/on", "x # abcdef"}, {"Additional controls", "A3", "x", "*a"}, {"Controls", "M5", "x-é: [", "TBD!"}, {"Controls", "H6", "\"", "\\"},
		{"Document", "A60", "metadata/x-~1/~0", "%"}, {"Controls", "F6", ";;a;\"b;c\"", "- a"}, {"Controls", "A44", "A.2.2", "\u0085"},
	} {
		f.Add(seed[0], seed[1], seed[2], seed[3])
	}
	s := soa.Of(assess.Of(assess.Input{}), nil)
	s.AsOf, s.Origin = day, []string{"aimslint soa generate", "aimslint TEST"}
	content := workbook(f, s)
	f.Fuzz(func(t *testing.T, name, cell, text, justification string) {
		if !utf8.ValidString(text+justification) || len(text)+len(justification) > 1<<12 {
			t.Skip("no cell holds such a text")
		}
		if column, row, err := excelize.CellNameToCoordinates(cell); err != nil || column > 50 || row > 100 {
			t.Skip("no cell nearby")
		}
		file, err := excelize.OpenReader(bytes.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = file.Close() }()
		if err := file.SetCellStr("Controls", "D6", justification); err != nil {
			t.Skip(err)
		}
		if file.SetCellStr(name, cell, text) != nil {
			t.Skip("no such sheet")
		}
		buffer, err := file.WriteToBuffer()
		if err != nil {
			t.Skip(err)
		}
		book, err := sheet.Open("soa.xlsx", buffer.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		imported, err := soa.Read(book)
		if err != nil {
			return // a column that must be there is gone
		}
		tree := syntax.Parse(syntax.NewText("soa.yaml", []byte(imported.Text)), syntax.YAML, syntax.DefaultLimits())
		if len(tree.Problems) > 0 || len(tree.Values) != 1 {
			t.Fatalf("%+v in\n%s", tree.Problems, imported.Text)
		}
		root := tree.Values[0]
		if root.Get("kind").Scalar != document.StatementOfApplicability || root.Get("controls") == nil {
			t.Fatalf("no statement:\n%s", imported.Text)
		}
		for _, note := range imported.Notes {
			if note.Message == "" || !strings.HasSuffix(note.Message, ".") {
				t.Errorf("%q is no sentence", note.Message)
			}
		}
		saved, err := excelize.OpenReader(bytes.NewReader(buffer.Bytes())) // without what no workbook can hold
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = saved.Close() }()
		stored, err := saved.GetCellValue("Controls", "D6")
		if err != nil || name == "Controls" && strings.TrimLeft(cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") < "6" || cell == "D6" || cell == "A6" {
			return
		}
		justified(t, root, strings.TrimSpace(stored), imported.Text)
	})
}

// justified demands of the first control the justification that its cell holds.
func justified(t *testing.T, root *syntax.Node, want, text string) {
	t.Helper()
	first := root.Get("controls").Items[0]
	said := first.Get("justification")
	switch {
	case first.Get("id").Scalar != "A.2.2" || want == "":
	case said == nil:
		if !strings.Contains(want, "#") { // an error of a formula is left out
			t.Errorf("%q is gone from\n%s", want, text)
		}
	case said.Kind != syntax.String || said.Scalar != want && document.HasContent(said):
		t.Errorf("%s became %s", strconv.Quote(want), strconv.Quote(said.Scalar))
	}
}
