package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Whatever the words, the book opens again, each cell holds them as text, and no
// part of the file holds a formula or a link.
func FuzzWrite(f *testing.F) {
	for _, seed := range [][3]string{
		{"=1+1", "Sheet", "Name"}, {"_x0041_", "a/b [c]", "'x'"}, {"\x1b\x00\xff\uFFFE", "history", ""}, {"<f>1</f>&amp;]]>", "=x", "@x"},
		{"\r\n\t a ", "'", "\n"}, {"http://example.org", "A1", "_xlnm.Print_Area"}, {"😀\u202E", "\x01\x02", "a,b"}, {strings.Repeat("long ", 7000), "Ünï", "\""},
	} {
		f.Add(seed[0], seed[1], seed[2])
	}
	f.Fuzz(func(t *testing.T, text, sheet, name string) {
		book := &Book{Title: text, Subject: sheet, Description: name, Sheets: []Sheet{
			{Name: sheet, Title: []string{name, text}, Columns: []Column{{Name: "Text", Width: 10}, {Name: name, Width: 4}}, Rows: [][]Cell{Text(text, name), {{Text: sheet, Tone: Bad}}}, Frozen: 1},
			{Name: name, Columns: []Column{{Width: 3}}, Rows: [][]Cell{Text(text)}},
		}}
		content := bytesOf(t, book)
		noFormula(t, content)
		file, err := excelize.OpenReader(bytes.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = file.Close() }()
		sheets := file.GetSheetList()
		if len(sheets) != 2 || strings.EqualFold(sheets[0], sheets[1]) {
			t.Fatalf("sheets %q", sheets)
		}
		for _, c := range []struct{ sheet, cell, want string }{
			{sheets[0], "A1", name}, {sheets[0], "A2", text}, {sheets[0], "A5", text}, {sheets[0], "B4", name}, {sheets[0], "B5", name}, {sheets[0], "A6", sheet}, {sheets[1], "A1", text},
		} {
			got, err := file.GetCellValue(c.sheet, c.cell)
			if err != nil || got != Inert(c.want) {
				t.Errorf("%s!%s is %q, %v; want %q", c.sheet, c.cell, got, err, Inert(c.want))
			}
		}
	})
}

// noFormula reads the parts of a book as they are.
func noFormula(t *testing.T, content []byte) {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range archive.File {
		if !strings.HasSuffix(part.Name, ".xml") && !strings.HasSuffix(part.Name, ".rels") {
			t.Errorf("the part %s", part.Name)
		}
		opened, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		decoder := xml.NewDecoder(opened)
		for {
			token, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", part.Name, err)
			}
			element, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			if name := element.Name.Local; name == "f" || name == "hyperlink" || name == "externalReference" {
				t.Errorf("%s holds the element %s", part.Name, name)
			}
			for _, a := range element.Attr {
				if a.Name.Local == "TargetMode" {
					t.Errorf("%s leads out of the file: %v", part.Name, element)
				}
			}
		}
	}
}
