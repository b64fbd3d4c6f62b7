package syntax

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

// parseCSV reads a table (RFC 4180) whose first row names its columns. Each
// further row becomes a Map; the key of a field has the place of the field's
// cell, so that an empty cell can be pointed at. A column without a name is
// called after its number, as "column 3".
func parseCSV(tree *Tree, limits Limits) {
	content := tree.Text.Bytes
	base := 0
	if bytes.HasPrefix(content, byteOrderMark) {
		base = len(byteOrderMark)
	}
	r := &csvReader{
		builder: builder{text: tree.Text, limits: limits},
		base:    base,
		rows:    csv.NewReader(bytes.NewReader(content[base:])),
	}
	r.rows.Comma = delimiter(content[base:])
	r.rows.FieldsPerRecord = -1
	r.rows.ReuseRecord = true
	if header := r.row(); header != nil && len(r.problems) == 0 {
		tree.Values = []*Node{r.table(header)}
	}
	tree.Problems = r.problems
}

// delimiter is the one of comma, semicolon and tab that the header has most of.
func delimiter(content []byte) rune {
	header := bytes.TrimLeft(content, "\r\n") // as empty lines are passed over
	if end := bytes.IndexAny(header, "\r\n"); end >= 0 {
		header = header[:end]
	}
	best, most := ',', 0
	for _, candidate := range []byte(",;\t") {
		if n := countOutsideQuotes(header, candidate); n > most {
			best, most = rune(candidate), n
		}
	}
	return best
}

func countOutsideQuotes(line []byte, b byte) int {
	n, quoted := 0, false
	for _, c := range line {
		switch {
		case c == '"':
			quoted = !quoted
		case c == b && !quoted:
			n++
		}
	}
	return n
}

type csvReader struct {
	builder

	base int // offset at which the table begins
	rows *csv.Reader
}

// row is the next row's cells, or nil at the end. A row that cannot be read is
// reported and passed over.
func (r *csvReader) row() []*Node {
	for {
		record, err := r.rows.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			if !r.syntaxError(err) {
				return nil
			}
			continue
		}
		cells := make([]*Node, len(record))
		for i, value := range record {
			start, end := r.place(i, value)
			cells[i] = r.node(String, value, start, end)
		}
		return cells
	}
}

// offset is the byte offset of a 1-based line and byte column of the reader.
func (r *csvReader) offset(line, column int) int {
	starts := r.text.index()
	offset := starts[min(line, len(starts))-1] + column - 1
	if line == 1 {
		offset += r.base
	}
	return min(offset, len(r.text.Bytes))
}

// place is where the cell i of the last row stands, with its quotes.
func (r *csvReader) place(i int, value string) (start, end int) {
	start = r.offset(r.rows.FieldPos(i))
	content := r.text.Bytes
	if start == len(content) || content[start] != '"' {
		return start, min(start+len(value), len(content))
	}
	for end = start + 1; end < len(content); end++ {
		if content[end] != '"' {
			continue
		}
		if end+1 == len(content) || content[end+1] != '"' {
			return start, end + 1
		}
		end++
	}
	return start, end
}

// columns are the names that the header gives. A name that an earlier column
// has is reported, and becomes empty so that its cells are left out.
func (r *csvReader) columns(header []*Node) []string {
	names := make([]string, len(header))
	first := map[string]int{}
	for i, cell := range header {
		name := strings.TrimSpace(cell.Scalar)
		if name == "" {
			name = fmt.Sprintf("column %d", i+1)
		}
		if earlier, ok := first[name]; ok {
			r.report(DuplicateKey, cell.start, cell.end, fmt.Sprintf(
				"The column %s is already the one with number %d, and only that one counts", quote(name), earlier+1))
			continue
		}
		first[name], names[i] = i, name
	}
	return names
}

// table reads the rows below the header.
func (r *csvReader) table(header []*Node) *Node {
	names := r.columns(header)
	table := r.node(List, "", header[0].start, header[len(header)-1].end)
	for cells := r.row(); cells != nil; cells = r.row() {
		if r.nodes += 1 + len(cells); r.nodes > r.limits.Nodes {
			r.report(Limit, cells[0].start, cells[0].end, fmt.Sprintf("The file holds more than %d values", r.limits.Nodes))
			break
		}
		table.end = cells[len(cells)-1].end
		if !blankRow(cells) {
			table.Items = append(table.Items, r.fields(names, cells))
		}
	}
	return table
}

// blankRow tells a row of nothing but delimiters, as spreadsheets leave behind.
func blankRow(cells []*Node) bool {
	for _, cell := range cells {
		if !cell.IsBlank() {
			return false
		}
	}
	return true
}

// fields is the Map of a row. Cells without a column are reported.
func (r *csvReader) fields(names []string, cells []*Node) *Node {
	row := r.node(Map, "", cells[0].start, cells[len(cells)-1].end)
	if len(cells) < len(names) {
		r.ragged(row.start, row.end, len(cells), len(names))
	} else if len(cells) > len(names) && !blankRow(cells[len(names):]) {
		r.ragged(cells[len(names)].start, row.end, len(cells), len(names))
	}
	row.Fields = make([]Field, 0, len(names))
	for i, cell := range cells[:min(len(cells), len(names))] {
		if names[i] != "" {
			key := r.node(String, names[i], cell.start, cell.end)
			row.Fields = append(row.Fields, Field{Key: key, Value: cell})
		}
	}
	return row
}

func (r *csvReader) ragged(start, end, cells, columns int) {
	r.report(Invalid, start, end, fmt.Sprintf("The number of cells in the row is %d, but the header has %d", cells, columns))
}

// syntaxError reports a row that cannot be read. It is false if no further
// row can be either.
func (r *csvReader) syntaxError(err error) bool {
	var fault *csv.ParseError
	if !errors.As(err, &fault) {
		r.report(Invalid, r.base, r.base, "The table cannot be read: "+err.Error())
		return false
	}
	content := r.text.Bytes
	offset := r.offset(fault.Line, fault.Column)
	message := "A quote in the middle of a cell; put quotes around the whole cell, and write each quote within it twice"
	if errors.Is(fault.Err, csv.ErrQuote) && offset >= len(bytes.TrimRight(content, "\r\n")) {
		message = "The quote that opens here is never closed"
		offset = openQuote(content, r.offset(fault.StartLine, 1))
	}
	r.report(Invalid, offset, min(offset+1, len(content)), message)
	return true
}

// openQuote is the offset of the quote after start that no other one closes.
func openQuote(content []byte, start int) int {
	open, quoted := start, false
	for i := start; i < len(content); i++ {
		if content[i] != '"' {
			continue
		}
		if quoted = !quoted; quoted && (i == start || content[i-1] != '"') {
			open = i
		}
	}
	return open
}
