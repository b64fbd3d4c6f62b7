package workbook

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// writer writes one sheet.
type writer struct {
	file   *excelize.File
	styles *styles
	name   string
	sheet  *Sheet
}

func (w *writer) write() error {
	s := w.sheet
	switch {
	case len(s.Columns) == 0 || len(s.Columns) > maxColumns:
		return fmt.Errorf("it has %d columns", len(s.Columns))
	case w.header()+len(s.Rows) > maxRows:
		return fmt.Errorf("it has %d rows", len(s.Rows))
	}
	for _, step := range []func() error{w.widths, w.titles, w.names, w.rows, w.choices, w.filter, w.view, w.print} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// header is the row of the names of the columns, or the last one above the table.
func (w *writer) header() int {
	row := len(w.sheet.Title)
	if row > 0 {
		row++ // an empty one below the title
	}
	if w.named() {
		row++
	}
	return row
}

// named reports whether the columns have names.
func (w *writer) named() bool {
	for i := range w.sheet.Columns {
		if w.sheet.Columns[i].Name != "" {
			return true
		}
	}
	return false
}

// set puts a text into a cell.
func (w *writer) set(row, column int, text string, style styleKey) error {
	cell, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return err
	}
	text = Inert(text)
	if escape.MatchString(text) { // a shared text would be taken for an escaped character
		err = w.file.SetCellRichText(w.name, cell, []excelize.RichTextRun{{Text: text}})
	} else {
		err = w.file.SetCellStr(w.name, cell, text)
	}
	if err != nil {
		return err
	}
	style.quoted = strings.IndexAny(text, "=+-@\t") == 0
	return w.file.SetCellStyle(w.name, cell, cell, w.styles.ids[style])
}

// escape is how the format writes a character that XML forbids (ECMA-376, part 1,
// 22.9.2.19).
var escape = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

func (w *writer) widths() error {
	for i := range w.sheet.Columns {
		column, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		// The arrow of a filter and the margins of a cell take about two.
		if err := w.file.SetColWidth(w.name, column, column, float64(min(max(w.sheet.Columns[i].Width, 4), 250)+2)); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) titles() error {
	across := 0
	for i := range w.sheet.Columns {
		across += max(w.sheet.Columns[i].Width, 4) + 2
	}
	for i, line := range w.sheet.Title {
		style, height := styleKey{role: subtitle}, lineHeight
		if i == 0 {
			style, height = styleKey{role: title}, 1.6*lineHeight
		} else {
			height *= float64(lines(Inert(line), across))
		}
		if err := w.set(i+1, 1, line, style); err != nil {
			return err
		}
		last, err := excelize.CoordinatesToCellName(len(w.sheet.Columns), i+1)
		if err != nil {
			return err
		}
		if len(w.sheet.Columns) > 1 {
			if err := w.file.MergeCell(w.name, fmt.Sprintf("A%d", i+1), last); err != nil {
				return err
			}
		}
		if err := w.file.SetRowHeight(w.name, i+1, min(height, maxHeight)); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) names() error {
	if !w.named() {
		return nil
	}
	row, tall := w.header(), 1
	for i, column := range w.sheet.Columns {
		style := styleKey{role: header}
		if column.Input {
			style.role = inputHeader
		}
		if err := w.set(row, i+1, column.Name, style); err != nil {
			return err
		}
		tall = max(tall, lines(Inert(column.Name), column.Width-1)) // bold letters are wider
	}
	return w.file.SetRowHeight(w.name, row, lineHeight*float64(tall)+6)
}

func (w *writer) rows() error {
	for i, cells := range w.sheet.Rows {
		if len(cells) > len(w.sheet.Columns) {
			return fmt.Errorf("row %d has %d cells for %d columns", i+1, len(cells), len(w.sheet.Columns))
		}
		row, tall := w.header()+i+1, 1
		for k := range w.sheet.Columns {
			var cell Cell
			if k < len(cells) {
				cell = cells[k]
			}
			style := styleKey{role: body, tone: cell.Tone, bare: !w.named()}
			if err := w.set(row, k+1, cell.Text, style); err != nil {
				return err
			}
			tall = max(tall, lines(Inert(cell.Text), w.sheet.Columns[k].Width*11/10)) // letters are narrower than digits
		}
		if err := w.file.SetRowHeight(w.name, row, min(lineHeight*float64(tall)+3, maxHeight)); err != nil {
			return err
		}
	}
	return nil
}

// The height of a line of the letters used, and of the tallest row, in points.
const (
	lineHeight = 15.0
	maxHeight  = 409.0
)

// area is the table below its header, as "C5:C42".
func (w *writer) area(from, to, top int) (string, error) {
	first, err := excelize.CoordinatesToCellName(from, top)
	if err != nil {
		return "", err
	}
	last, err := excelize.CoordinatesToCellName(to, w.header()+len(w.sheet.Rows))
	return first + ":" + last, err
}

func (w *writer) choices() error {
	for i, column := range w.sheet.Columns {
		if len(column.Choices) == 0 || len(w.sheet.Rows) == 0 {
			continue
		}
		for _, choice := range column.Choices {
			if strings.Contains(choice, ",") {
				return fmt.Errorf("a choice of the column %q has a comma, which divides choices: %q", column.Name, choice)
			}
		}
		list := strings.Join(column.Choices, ",")
		if utf8.RuneCountInString(list) > maxChoices {
			return fmt.Errorf("the choices of the column %q are longer than %d characters", column.Name, maxChoices)
		}
		area, err := w.area(i+1, i+1, w.header()+1)
		if err != nil {
			return err
		}
		validation := excelize.NewDataValidation(true)
		validation.SetSqref(area)
		if err := validation.SetDropList(column.Choices); err != nil {
			return err
		}
		heading := shorten(column.Name, 32)
		validation.SetError(excelize.DataValidationErrorStyleStop, heading, shorten("One of: "+strings.Join(column.Choices, ", "), 255))
		if column.Hint != "" {
			validation.SetInput(heading, shorten(column.Hint, 255))
		}
		if err := w.file.AddDataValidation(w.name, validation); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) filter() error {
	if !w.named() || len(w.sheet.Rows) == 0 {
		return nil
	}
	area, err := w.area(1, len(w.sheet.Columns), w.header())
	if err != nil {
		return err
	}
	return w.file.AutoFilter(w.name, area, nil)
}

// view keeps the header in view.
func (w *writer) view() error {
	grid := w.named()
	if err := w.file.SetSheetView(w.name, 0, &excelize.ViewOptions{ShowGridLines: &grid}); err != nil {
		return err
	}
	rows := 0
	if w.named() {
		rows = w.header()
	}
	if rows == 0 && w.sheet.Frozen == 0 {
		return nil
	}
	corner, err := excelize.CoordinatesToCellName(w.sheet.Frozen+1, rows+1)
	if err != nil {
		return err
	}
	pane := "bottomRight"
	switch {
	case w.sheet.Frozen == 0:
		pane = "bottomLeft"
	case rows == 0:
		pane = "topRight"
	}
	return w.file.SetPanes(w.name, &excelize.Panes{
		Freeze: true, XSplit: w.sheet.Frozen, YSplit: rows, TopLeftCell: corner, ActivePane: pane,
		Selection: []excelize.Selection{{SQRef: corner, ActiveCell: corner, Pane: pane}},
	})
}

// print fits the columns on the width of a page of A4 and repeats the header.
func (w *writer) print() error {
	fit, size, wide, tall, orientation := true, 9, 1, 0, "landscape"
	if w.sheet.Upright {
		orientation = "portrait"
	}
	if err := w.file.SetSheetProps(w.name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	err := w.file.SetPageLayout(w.name, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &tall})
	if err != nil {
		return err
	}
	side, top, edge := 0.4, 0.6, 0.3 // inches
	err = w.file.SetPageMargins(w.name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &top, Bottom: &top, Header: &edge, Footer: &edge})
	if err != nil {
		return err
	}
	if err := w.file.SetHeaderFooter(w.name, &excelize.HeaderFooterOptions{OddFooter: "&L&A&RPage &P of &N"}); err != nil {
		return err
	}
	if !w.named() {
		return nil
	}
	return w.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: w.name,
		RefersTo: fmt.Sprintf("'%s'!$%d:$%d", strings.ReplaceAll(w.name, "'", "''"), w.header(), w.header()),
	})
}
