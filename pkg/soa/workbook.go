package soa

import (
	"cmp"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/syntax"
	"github.com/aimslint/aimslint/pkg/workbook"
)

// The sheets of a workbook.
const (
	controlsSheet   = "Controls"
	additionalSheet = "Additional controls"
	documentSheet   = "Document"
	aboutSheet      = "About"
)

// column is a column of the sheet of the controls: what people fill in has a key of
// the document, and the others are computed.
type column struct {
	name, key string
	width     int
	choices   []string
	says      string // on the sheet that explains
}

var (
	yesNo = []string{"yes", "no", undecided}

	columns = []column{
		{"Control", "id", 9, nil, "The control of Annex A. It names the row: leave it as it is."},
		{"Topic", "", 22, nil, "What the control is about, in a few words of our own."},
		{"Applicable", "applicable", 11, yesNo, "Whether the control is needed: yes, no, or undecided."},
		{"Justification", "justification", 34, nil, "Why it is included, or why it is left out."},
		{"Status", "status", 15, append(Statuses(), undecided), "How far a control that applies is implemented: planned, implemented, not-implemented, or undecided. Empty for one that is left out."},
		{"Evidence named", "evidence", 30, nil, "What shows that it is implemented: ids of documents, paths or addresses, one a line."},
		{"Risks", "risks", 9, nil, "The risks, by identifier, that the control treats, one a line."},
		{"Owner", "owner", 20, nil, "The role or person accountable for the control."},
		{"State", "", 13, nil, "What the documents show. " + explained},
		{"Why", "", 30, nil, "What the state rests on."},
		{"Shown by", "", 40, nil, "The files whose statements count, with those that are verified. It may be more than the evidence that is named."},
		{"Called for by", "", 32, nil, "The risks of the register whose treatment relies on the control, with what is done about them."},
	}
	// The computed columns that an import passes over.
	computed = func() map[string]bool {
		names := map[string]bool{}
		for _, c := range columns {
			if c.key == "" {
				names[folded(c.name)] = true
			}
		}
		return names
	}()

	additionalColumns = []column{
		{"Control", "id", 12, nil, ""},
		{"Title", "title", 34, nil, ""},
		{"Justification", "justification", 44, nil, ""},
		{"Status", "status", 15, append(Statuses(), undecided), ""},
		{"Evidence named", "evidence", 36, nil, ""},
		{"Owner", "owner", 24, nil, ""},
	}
)

// WriteWorkbook writes the statement as a workbook to work in. [Read] reads it back.
func (s *Statement) WriteWorkbook(out io.Writer) error {
	return workbook.Write(out, &workbook.Book{
		Title: s.title(), Subject: "Statement of Applicability, ISO/IEC 42001, Annex A", Description: strings.Join(s.Origin, "\n"),
		Sheets: []workbook.Sheet{s.controls(), s.additionals(), s.document(), s.about()},
	})
}

func (s *Statement) controls() workbook.Sheet {
	extras := s.extras()
	sheet := workbook.Sheet{
		Name: controlsSheet, Frozen: 2,
		Title: []string{
			s.title(),
			"The controls of ISO/IEC 42001, Annex A, as of " + s.AsOf + ". " + s.source(strings.Clone),
			"Blue columns are for you to fill in, and are read back by 'aimslint soa import'. Grey ones are computed; changes there are lost. The sheet \"About\" explains all.",
		},
	}
	for _, c := range columns {
		sheet.Columns = append(sheet.Columns, c.shown())
	}
	for _, key := range extras {
		sheet.Columns = append(sheet.Columns, workbook.Column{Name: key, Width: 20, Input: true})
	}
	for i := range s.Rows {
		r := &s.Rows[i]
		row := append(r.cells(), make([]workbook.Cell, len(extras))...)
		for k, key := range extras {
			if value := r.declared.Get(key); value != nil {
				row[len(columns)+k].Text = literalOf(value)
			}
		}
		sheet.Rows = append(sheet.Rows, row)
	}
	for _, other := range s.Others {
		sheet.Rows = append(sheet.Rows, otherCells(other, extras))
	}
	return sheet
}

func (c *column) shown() workbook.Column {
	return workbook.Column{Name: c.name, Width: c.width, Input: c.key != "" && c.key != "id", Choices: c.choices, Hint: shortHint(c)}
}

func shortHint(c *column) string {
	if len(c.choices) == 0 {
		return ""
	}
	return c.says
}

func (r *Row) cells() []workbook.Cell {
	row := make([]workbook.Cell, 0, len(columns))
	for _, c := range columns {
		row = append(row, r.cell(c.name))
	}
	return row
}

func (r *Row) cell(name string) workbook.Cell {
	switch name {
	case "Control":
		return workbook.Cell{Text: r.ID, Tone: workbook.Strong}
	case "Topic":
		return workbook.Cell{Text: r.Topic}
	case "Applicable":
		return r.toned(r.applies())
	case "Justification":
		return r.toned(cmp.Or(r.Justification, open))
	case "Status":
		return r.toned(r.status())
	case "Evidence named":
		if r.lacksEvidence() {
			return r.toned(open)
		}
		return workbook.Cell{Text: linesOf(r.Named)}
	case "Risks":
		return workbook.Cell{Text: linesOf(r.Risks)}
	case "Owner":
		return r.toned(r.owner())
	case "State":
		return workbook.Cell{Text: string(r.State), Tone: tones[r.State]}
	case "Why":
		return workbook.Cell{Text: r.Reason}
	case "Shown by":
		return workbook.Cell{Text: strings.Join(r.shownBy(), "\n")}
	}
	return workbook.Cell{Text: strings.Join(r.treats(), "\n")}
}

// toned makes what is still open stand out, and a control that is left out recede.
func (r *Row) toned(text string) workbook.Cell {
	switch {
	case text == open || text == undecided:
		return workbook.Cell{Text: text, Tone: workbook.Fair}
	case r.Applicable == assess.No:
		return workbook.Cell{Text: text, Tone: workbook.Quiet}
	}
	return workbook.Cell{Text: text}
}

var tones = map[assess.State]workbook.Tone{
	assess.Verified: workbook.Good, assess.Attested: workbook.Plain, assess.HumanReview: workbook.Plain, assess.Excluded: workbook.Quiet,
	assess.Waived: workbook.Fair, assess.Gap: workbook.Bad, assess.NoEvidence: workbook.Bad,
}

// otherCells are those of a row that is about no control of Annex A.
func otherCells(row *syntax.Node, extras []string) []workbook.Cell {
	cells := make([]workbook.Cell, len(columns)+len(extras))
	for i, c := range columns {
		switch c.key {
		case "":
		case "applicable":
			cells[i].Text = yesOrNo(row.Get(c.key))
		default:
			cells[i].Text = cellOf(row.Get(c.key))
		}
	}
	for i, key := range extras {
		if value := row.Get(key); value != nil {
			cells[len(columns)+i].Text = literalOf(value)
		}
	}
	cells[9].Text = "The declared row is about no control of Annex A, or about one that has a row already."
	return cells
}

func yesOrNo(n *syntax.Node) string {
	switch {
	case n == nil:
		return ""
	case n.Kind == syntax.Bool && strings.EqualFold(n.Scalar, "true"):
		return "yes"
	case n.Kind == syntax.Bool:
		return "no"
	}
	return undecided
}

// extras are the keys that the declared rows have for purposes of their own.
func (s *Statement) extras() []string {
	keys := map[string]bool{}
	note := func(row *syntax.Node) {
		if row == nil {
			return
		}
		for _, f := range row.Fields {
			if strings.HasPrefix(f.Key.Scalar, "x-") {
				keys[f.Key.Scalar] = true
			}
		}
	}
	for i := range s.Rows {
		note(s.Rows[i].declared)
	}
	for _, other := range s.Others {
		note(other)
	}
	return slices.Sorted(maps.Keys(keys))
}

// spare is how many empty rows there are for further controls.
const spare = 5

func (s *Statement) additionals() workbook.Sheet {
	sheet := workbook.Sheet{
		Name: additionalSheet, Frozen: 1,
		Title: []string{"Additional controls", "Controls of your own beyond Annex A, one a row, under identifiers that no control of Annex A has."},
	}
	for _, c := range additionalColumns {
		shown := c.shown()
		shown.Input = true
		sheet.Columns = append(sheet.Columns, shown)
	}
	rows := s.additional()
	extras := map[string]bool{}
	for _, row := range rows {
		for _, f := range row.Fields {
			if strings.HasPrefix(f.Key.Scalar, "x-") {
				extras[f.Key.Scalar] = true
			}
		}
	}
	keys := slices.Sorted(maps.Keys(extras))
	for _, key := range keys {
		sheet.Columns = append(sheet.Columns, workbook.Column{Name: key, Width: 20, Input: true})
	}
	for _, row := range rows {
		cells := make([]workbook.Cell, 0, len(sheet.Columns))
		for _, c := range additionalColumns {
			cells = append(cells, workbook.Cell{Text: cellOf(row.Get(c.key))})
		}
		for _, key := range keys {
			cell := workbook.Cell{}
			if value := row.Get(key); value != nil {
				cell.Text = literalOf(value)
			}
			cells = append(cells, cell)
		}
		sheet.Rows = append(sheet.Rows, cells)
	}
	sheet.Rows = append(sheet.Rows, make([][]workbook.Cell, spare)...)
	return sheet
}

// document is the sheet of what the document says beside its rows.
func (s *Statement) document() workbook.Sheet {
	sheet := workbook.Sheet{
		Name: documentSheet, Upright: true,
		Title:   []string{"Document control", "Who owns and approved the statement, in which version, and when it is reviewed next. The first column names the fields of the document."},
		Columns: []workbook.Column{{Name: "Field", Width: 36}, {Name: "Value", Width: 60, Input: true}},
	}
	if s.Declared == nil {
		for _, m := range metadata {
			sheet.Rows = append(sheet.Rows, []workbook.Cell{{Text: m.path}, {Text: open, Tone: workbook.Fair}})
		}
		return sheet
	}
	for _, f := range s.Declared.Root.Fields {
		switch f.Key.Scalar {
		case "kind", "controls", "additional_controls":
		default:
			sheet.Rows = append(sheet.Rows, leaves(escapeStep(f.Key.Scalar), f.Value)...)
		}
	}
	return sheet
}

// leaves are the values below a path, a row each.
func leaves(path string, n *syntax.Node) [][]workbook.Cell {
	rows := make([][]workbook.Cell, 0, len(n.Items)+len(n.Fields))
	for i, item := range n.Items {
		rows = append(rows, leaves(path+"/"+escapeStep(indexStep(i)), item)...)
	}
	for _, f := range n.Fields {
		rows = append(rows, leaves(path+"/"+escapeStep(f.Key.Scalar), f.Value)...)
	}
	switch {
	case len(rows) > 0:
		return rows
	case strings.HasPrefix(path, "x-") || strings.Contains(path, "/x-"):
		return [][]workbook.Cell{workbook.Text(path, literalOf(n))}
	}
	return [][]workbook.Cell{workbook.Text(path, cellOf(n))}
}

// about is the sheet that explains the others.
func (s *Statement) about() workbook.Sheet {
	sheet := workbook.Sheet{
		Name: aboutSheet, Upright: true,
		Title:   []string{"About this workbook"},
		Columns: []workbook.Column{{Width: 22}, {Width: 84}},
	}
	add := func(name, text string) {
		sheet.Rows = append(sheet.Rows, []workbook.Cell{{Text: name, Tone: workbook.Strong}, {Text: text}})
	}
	for _, line := range s.totals() {
		name, text, _ := strings.Cut(line, ": ")
		add(name, text)
	}
	add("", "")
	for _, c := range columns {
		kind := "To fill in. "
		if c.key == "" {
			kind = "Computed. "
		}
		if c.key == "id" {
			kind = ""
		}
		add(c.name, kind+c.says)
	}
	add("", "")
	add("To read it back", "aimslint soa import THIS-FILE.xlsx --output statement-of-applicability.yaml. Rows and columns may be sorted, filtered, hidden and moved. "+
		"What was left out, renamed or cannot be read is said, with its cell.")
	for i, line := range s.Origin {
		name := ""
		if i == 0 {
			name = "To make it again"
		}
		add(name, line)
	}
	add("", "This workbook reports what documents show. Whether that suffices is for people to judge; it is no certificate and no degree of compliance.")
	return sheet
}
