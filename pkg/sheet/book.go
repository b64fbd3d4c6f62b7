// Package sheet turns a register that is kept in a spreadsheet into a native
// document. It knows spreadsheets and what people write in them; what the columns
// mean is for pkg/format, and what a document may hold for pkg/schema.
package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/aimslint/aimslint/pkg/syntax"
)

// The limits on what a spreadsheet holds: far above any register, far below what
// fills the memory.
const (
	maxUnzipped = 64 << 20
	maxRows     = 10_000
	maxColumns  = 200
	maxMerged   = 2_000
)

// Book is a file of tables.
type Book struct {
	Sheets []*Sheet
	Notes  []Note // on what was left out
}

// Sheet is one table. A sheet of a workbook is held as the CSV that says the
// same, so that one reader serves both.
type Sheet struct {
	Name string // "" for a file of CSV
	Tree *syntax.Tree
	// Rows are those of a workbook that are not empty.
	Rows []Row

	rows []int // of the workbook, by the line of the CSV
	at   []int // the offset of each cell, row by row
	wide int   // cells in a row
}

// Row is a row of a workbook.
type Row struct {
	Number int // from 1
	Cells  []string
}

// Place is where a cell stands, as "Risks!F7"; columns count from 0.
func (s *Sheet) Place(row Row, column int) string { return s.Name + "!" + name(row.Number, column+1) }

// Note is something that a person should know about the import.
type Note struct {
	Place   string // "Risks!F7", "risks.csv:7:3", or ""
	Message string // a sentence with a full stop
}

// Open reads a workbook or a CSV file, by the ending of its name.
func Open(file string, content []byte) (*Book, error) {
	switch strings.ToLower(path.Ext(file)) {
	case ".csv", ".tsv":
		tree := syntax.Parse(syntax.NewText(file, withoutTitle(content)), syntax.CSV, syntax.DefaultLimits())
		book := &Book{Sheets: []*Sheet{{Tree: tree}}}
		for _, problem := range tree.Problems {
			book.Notes = append(book.Notes, Note{fmt.Sprintf("%s:%s", file, problem.Span.Start), sentence(problem.Message)})
		}
		return book, nil
	case ".xlsx", ".xlsm":
		return openWorkbook(file, content)
	}
	return nil, fmt.Errorf("%s is neither a workbook (.xlsx) nor a table (.csv); save it as one of these", file)
}

// withoutTitle empties the lines above a table that have no cells, so that the
// header comes first; the number of each line stays.
func withoutTitle(content []byte) []byte {
	table := bytes.IndexAny(content, ",;\t")
	if table < 0 {
		return content
	}
	start := bytes.LastIndexByte(content[:table], '\n') + 1
	return append(bytes.Repeat([]byte("\n"), bytes.Count(content[:start], []byte("\n"))), content[start:]...)
}

func sentence(message string) string {
	if strings.HasSuffix(message, ".") || strings.HasSuffix(message, "?") {
		return message
	}
	return message + "."
}

func openWorkbook(file string, content []byte) (*Book, error) {
	return openWithin(file, content, maxUnzipped)
}

// openWithin reads a workbook that unpacks to no more than a limit.
func openWithin(file string, content []byte, limit int64) (book *Book, err error) {
	defer func() { // a workbook is untrusted, and so much of it is optional
		if fault := recover(); fault != nil {
			book, err = nil, fmt.Errorf("%s cannot be read as a workbook: %v", file, fault)
		}
	}()
	// With both limits alike nothing is unpacked into files.
	workbook, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: limit, UnzipXMLSizeLimit: limit,
	})
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read as a workbook: %w", file, err)
	}
	defer func() { err = errors.Join(err, workbook.Close()) }()
	book = &Book{}
	for _, name := range workbook.GetSheetList() {
		visible, err := workbook.GetSheetVisible(name)
		if err != nil {
			return nil, fmt.Errorf("%s: the sheet %s cannot be read: %w", file, name, err)
		}
		if !visible {
			book.note(name, "The sheet is hidden and was left out.")
			continue
		}
		r := &sheetReader{book: book, workbook: workbook, name: name, days: map[int]bool{}}
		if err := r.read(file); err != nil {
			return nil, fmt.Errorf("%s: the sheet %s cannot be read: %w", file, name, err)
		}
	}
	return book, nil
}

func (b *Book) note(place, message string) { b.Notes = append(b.Notes, Note{place, message}) }

// sheetReader reads one sheet.
type sheetReader struct {
	book     *Book
	workbook *excelize.File
	name     string
	from1904 bool         // days are counted from 1904, as on early Macs
	days     map[int]bool // whether a style shows days
}

func (r *sheetReader) read(file string) error {
	if props, err := r.workbook.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		r.from1904 = *props.Date1904
	}
	merged, err := r.workbook.GetMergeCells(r.name, true)
	switch {
	case err != nil:
		return err
	case len(merged) > maxMerged:
		return fmt.Errorf("it has more than %d merged cells", maxMerged)
	}
	grid, err := r.grid()
	if err != nil {
		return err
	}
	if err := spread(grid, merged); err != nil {
		return err
	}
	sheet := &Sheet{Name: r.name}
	var out bytes.Buffer
	for row, cells := range grid {
		if blank(cells) {
			continue
		}
		sheet.rows = append(sheet.rows, row+1)
		sheet.Rows = append(sheet.Rows, Row{Number: row + 1, Cells: cells})
		sheet.wide = max(sheet.wide, len(cells))
	}
	for _, row := range sheet.rows {
		for i := range sheet.wide {
			value := ""
			if i < len(grid[row-1]) {
				value = grid[row-1][i]
			}
			sheet.at = append(sheet.at, out.Len())
			writeCell(&out, value, i == sheet.wide-1)
		}
	}
	if len(sheet.rows) == 0 {
		r.book.note(r.name, "The sheet is empty and was left out.")
		return nil
	}
	sheet.Tree = syntax.Parse(syntax.NewText(file, out.Bytes()), syntax.CSV, syntax.DefaultLimits())
	r.book.Sheets = append(r.book.Sheets, sheet)
	return nil
}

func blank(cells []string) bool { return strings.TrimSpace(strings.Join(cells, "")) == "" }

// writeCell writes a cell in quotes, so that nothing in it is taken for the end of
// it.
func writeCell(out *bytes.Buffer, value string, last bool) {
	out.WriteString(`"` + strings.ReplaceAll(value, `"`, `""`) + `"`)
	if last {
		out.WriteByte('\n')
	} else {
		out.WriteByte(',')
	}
}

// grid are the values of the cells as text, within the limits.
func (r *sheetReader) grid() ([][]string, error) {
	rows, err := r.workbook.Rows(r.name)
	if err != nil {
		return nil, err
	}
	var grid [][]string
	for rows.Next() {
		cells, err := rows.Columns()
		if err != nil {
			return nil, err
		}
		if len(grid) == maxRows {
			r.book.note(r.name, fmt.Sprintf("Rows below %d were left out.", maxRows))
			break
		}
		if len(cells) > maxColumns && !blank(cells[maxColumns:]) {
			r.book.note(r.cell(len(grid)+1, maxColumns+1), fmt.Sprintf("Columns beyond %d were left out.", maxColumns))
		}
		cells = cells[:min(len(cells), maxColumns)]
		for i, value := range cells {
			cells[i] = r.value(len(grid)+1, i+1, value)
		}
		grid = append(grid, cells)
	}
	return grid, errors.Join(rows.Error(), rows.Close())
}

// value is what a cell says: a number that is shown as a day is that day.
func (r *sheetReader) value(row, column int, raw string) string {
	cell := name(row, column)
	switch {
	case strings.TrimSpace(raw) == "":
		if formula, err := r.workbook.GetCellFormula(r.name, cell); err == nil && formula != "" && raw == "" {
			r.book.note(r.cell(row, column), "The formula has no stored value; open the workbook in a spreadsheet program and save it.")
		}
		return ""
	case isError(raw):
		r.book.note(r.cell(row, column), "The cell holds the error "+raw+" and was left out.")
		return ""
	}
	serial, ok := serialDay(raw)
	if !ok || !r.showsDay(cell) {
		return strings.TrimSpace(raw)
	}
	day, err := excelize.ExcelDateToTime(serial, r.from1904)
	if err != nil {
		return raw
	}
	return day.Format("2006-01-02")
}

// isError tells the errors that formulas give.
func isError(value string) bool {
	switch value {
	case "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!":
		return true
	}
	return false
}

// showsDay reports whether the style of a cell shows a number as a day.
func (r *sheetReader) showsDay(cell string) bool {
	id, err := r.workbook.GetCellStyle(r.name, cell)
	if err != nil {
		return false
	}
	shows, met := r.days[id]
	if !met {
		if style, err := r.workbook.GetStyle(id); err == nil {
			shows = isDayFormat(style.NumFmt, style.CustomNumFmt)
		}
		r.days[id] = shows
	}
	return shows
}

// spread copies the value of cells that are merged downwards to each of their
// rows. Cells that are merged across are a title or the name of a group.
func spread(grid [][]string, merged []excelize.MergeCell) error {
	for _, area := range merged {
		column, top, err := excelize.CellNameToCoordinates(area.GetStartAxis())
		if err != nil {
			return err
		}
		_, bottom, err := excelize.CellNameToCoordinates(area.GetEndAxis())
		if err != nil {
			return err
		}
		if top > len(grid) || column > len(grid[top-1]) || column > maxColumns {
			continue
		}
		for row := top + 1; row <= min(bottom, len(grid)); row++ {
			if missing := column - len(grid[row-1]); missing > 0 {
				grid[row-1] = append(grid[row-1], make([]string, missing)...)
			}
			grid[row-1][column-1] = grid[top-1][column-1]
		}
	}
	return nil
}

func (r *sheetReader) cell(row, column int) string { return r.name + "!" + name(row, column) }

// name is the name of a cell, as "F7".
func name(row, column int) string {
	cell, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return fmt.Sprintf("R%dC%d", row, column)
	}
	return cell
}
