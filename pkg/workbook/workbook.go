// Package workbook writes tables as a workbook (XLSX) in which a person can read,
// sort, filter and fill in. Every cell is text, whatever it begins with: no formula
// ever stands in it. The same book is the same file, byte for byte, on any day.
package workbook

import (
	"errors"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"
)

// Book is a workbook.
type Book struct {
	// Title and Subject are properties of the file, as file managers show them.
	Title, Subject string
	// Description is a longer property: what the book was made from, and how.
	Description string
	// Sheets are its sheets, at least one. The first is in front.
	Sheets []Sheet
}

// Sheet is a table, with lines of text above it.
type Sheet struct {
	// Name is that of its tab: what a name may not hold is replaced, and it is cut
	// at 31 characters.
	Name string
	// Title are the lines above the table, the first in large letters.
	Title []string
	// Columns are those of the table. If none has a name there is no header, and no
	// filter.
	Columns []Column
	// Rows are the cells of each row. A row may be shorter than the header.
	Rows [][]Cell
	// Frozen is how many columns stay in view when the sheet is moved sideways.
	Frozen int
	// Upright prints the pages in portrait; a table is printed in landscape.
	Upright bool
}

// Column is a column of a table.
type Column struct {
	Name string
	// Width is about how many characters a line of it holds.
	Width int
	// Input marks what people fill in; its header is of another colour.
	Input bool
	// Choices are what may be entered, as a list to choose from; none for any text.
	Choices []string
	// Hint is shown when a cell of a column with choices is entered.
	Hint string
}

// Cell is a text. Its tone only repeats in colour what the text says.
type Cell struct {
	Text string
	Tone Tone
}

// Tone is how a cell looks.
type Tone int

// The tones.
const (
	Plain  Tone = iota
	Good        // green
	Fair        // yellow
	Bad         // red
	Quiet       // grey
	Strong      // bold letters, no colour
)

// Text is a row of plain cells.
func Text(texts ...string) []Cell {
	row := make([]Cell, len(texts))
	for i, text := range texts {
		row[i].Text = text
	}
	return row
}

// The limits of the format (ECMA-376 and what Excel opens).
const (
	maxRows    = 1_048_576
	maxColumns = 16_384
	maxChoices = 255 // characters of a list of choices, with the commas
)

// Write writes a book.
func Write(out io.Writer, b *Book) (err error) {
	if len(b.Sheets) == 0 {
		return errors.New("a workbook has at least one sheet")
	}
	file := excelize.NewFile()
	defer func() { err = errors.Join(err, file.Close()) }()
	styles, err := newStyles(file)
	if err != nil {
		return err
	}
	names := tabNames(b.Sheets)
	for i := range b.Sheets {
		if i == 0 {
			err = file.SetSheetName(file.GetSheetName(0), names[0])
		} else {
			_, err = file.NewSheet(names[i])
		}
		if err != nil {
			return err
		}
		w := &writer{file: file, styles: styles, name: names[i], sheet: &b.Sheets[i]}
		if err := w.write(); err != nil {
			return fmt.Errorf("the sheet %q cannot be written: %w", names[i], err)
		}
	}
	file.SetActiveSheet(0)
	if err := properties(file, b); err != nil {
		return err
	}
	_, err = file.WriteTo(out)
	return err
}

// written is the day of every book: when it was written would make each of them
// another file.
const written = "2000-01-01T00:00:00Z"

func properties(file *excelize.File, b *Book) error {
	if err := file.SetAppProps(&excelize.AppProperties{Application: "aimslint"}); err != nil {
		return err
	}
	return file.SetDocProps(&excelize.DocProperties{
		Title: Inert(b.Title), Subject: Inert(b.Subject), Description: Inert(b.Description),
		Creator: "aimslint", LastModifiedBy: "aimslint", Created: written, Modified: written,
	})
}
