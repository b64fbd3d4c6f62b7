package soa

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/sheet"
	"github.com/aimslint/aimslint/pkg/syntax"
)

func indexStep(i int) string { return strconv.Itoa(i) }

var (
	stepEscape   = strings.NewReplacer("~", "~0", "/", "~1")
	stepUnescape = strings.NewReplacer("~1", "/", "~0", "~")
)

func escapeStep(key string) string { return stepEscape.Replace(key) }

// Import is what became of a workbook.
type Import struct {
	// Text is the native document, in YAML.
	Text string
	// Rows are how many controls of Annex A it has rows for, and Additional how
	// many controls of its own.
	Rows, Additional int
	// Notes say what was left out, is missing or could not be read.
	Notes []sheet.Note
}

// Read reads a workbook as [Statement.WriteWorkbook] writes it, however its rows and
// columns have been moved since.
func Read(book *sheet.Book) (*Import, error) {
	r := &reader{draft: newDraft(), notes: slices.Clone(book.Notes)}
	table := r.find(book)
	if table == nil {
		return nil, errors.New(`no sheet has the columns "Control" and "Applicable"; 'aimslint soa generate --format xlsx' writes one that has`)
	}
	r.document(book)
	controls := r.controls(table)
	r.draft.root.Set("controls", nil, controls)
	additional := r.additional(book)
	if additional != nil {
		r.draft.root.Set("additional_controls", nil, additional)
	}
	result := &Import{Text: r.draft.yaml(), Rows: r.rows, Notes: r.notes}
	if additional != nil {
		result.Additional = len(additional.Items)
	}
	return result, nil
}

type reader struct {
	draft *draft
	notes []sheet.Note
	rows  int
}

func (r *reader) notef(place, format string, arguments ...any) {
	r.notes = append(r.notes, sheet.Note{Place: place, Message: fmt.Sprintf(format, arguments...)})
}

// table is a sheet with its header.
type table struct {
	sheet *sheet.Sheet
	rows  []sheet.Row    // below the header
	at    map[string]int // the place of each column, by its folded name
	names []string       // as they are written
}

// headerWithin is how far down a header may stand.
const headerWithin = 20

// tableOf finds the header that has some columns.
func tableOf(s *sheet.Sheet, needed ...string) *table {
	for i, row := range s.Rows[:min(len(s.Rows), headerWithin)] {
		t := &table{sheet: s, rows: s.Rows[i+1:], at: map[string]int{}, names: row.Cells}
		for k, cell := range row.Cells {
			name := folded(cell)
			if _, twice := t.at[name]; !twice && name != "" {
				t.at[name] = k
			}
		}
		if !slices.ContainsFunc(needed, func(name string) bool { _, ok := t.at[folded(name)]; return !ok }) {
			return t
		}
	}
	return nil
}

// find is the table of the controls: the sheet of that name, or another that has
// its columns.
func (r *reader) find(book *sheet.Book) *table {
	var found *table
	for _, s := range book.Sheets {
		if t := tableOf(s, "Control", "Applicable"); t != nil && (found == nil || s.Name == controlsSheet) {
			found = t
		}
	}
	return found
}

func named(book *sheet.Book, name string) *sheet.Sheet {
	for _, s := range book.Sheets {
		if strings.EqualFold(strings.TrimSpace(s.Name), name) {
			return s
		}
	}
	return nil
}

// fields are the columns of a table that have a meaning, by key. It says which have
// none, and which are missing.
func (r *reader) fields(t *table, of []column) map[string]int {
	fields := map[string]int{}
	for _, c := range of {
		at, ok := t.at[folded(c.name)]
		switch {
		case c.key == "":
		case ok:
			fields[c.key] = at
		default:
			r.notef(t.sheet.Name, "There is no column %q; the document has no such field.", c.name)
		}
	}
	for i, name := range t.names {
		key := folded(name)
		switch {
		case key == "":
			if slices.ContainsFunc(t.rows, func(row sheet.Row) bool { return cell(row, i) != "" }) {
				r.notef(t.sheet.Name, "Column %d has no name; what it holds was left out.", i+1)
			}
		case t.at[key] != i:
			r.notef(t.sheet.Name, "There are two columns %q; the first was read.", name)
		case strings.HasPrefix(key, "x-"):
			fields[strings.TrimSpace(name)] = i
		case !computed[key] && !slices.ContainsFunc(of, func(c column) bool { return folded(c.name) == key }):
			r.notef(t.sheet.Name, "The column %q has no meaning here and was left out; a name that begins with x- keeps it.", name)
		}
	}
	return fields
}

func cell(row sheet.Row, column int) string {
	if column >= len(row.Cells) {
		return ""
	}
	return strings.TrimSpace(row.Cells[column])
}

// controls reads the rows.
func (r *reader) controls(t *table) *syntax.Node {
	fields := r.fields(t, columns)
	list := r.draft.node(syntax.List)
	seen := map[string]bool{}
	for _, row := range t.rows {
		id := cell(row, fields["id"])
		place := t.sheet.Place(row, fields["id"])
		switch {
		case id == "":
			r.notef(place, "The row names no control and was left out.")
			continue
		case !known(strings.ToUpper(id)):
			r.notef(place, "%q is no control of Annex A; the row is kept. Controls of your own belong on the sheet %q.", id, additionalSheet)
		case seen[strings.ToUpper(id)]:
			r.notef(place, "There is another row for %s; both are kept.", id)
		default:
			seen[strings.ToUpper(id)] = true
			id = strings.ToUpper(id)
		}
		list.Items = append(list.Items, r.row(t, row, fields, id))
	}
	r.rows = len(seen)
	for _, id := range controlIDs() {
		if !seen[id] {
			r.notef(t.sheet.Name, "There is no row for %s.", id)
		}
	}
	return list
}

// row reads a row of either table.
func (r *reader) row(t *table, row sheet.Row, fields map[string]int, id string) *syntax.Node {
	n := r.draft.node(syntax.Map)
	n.Set("id", nil, r.draft.text(id))
	for _, key := range slices.Sorted(maps.Keys(fields)) {
		value := cell(row, fields[key])
		if key == "id" || value == "" {
			continue
		}
		r.field(n, key, value, t.sheet.Place(row, fields[key]))
	}
	return n
}

// field reads a cell into the field of a key.
func (r *reader) field(n *syntax.Node, key, value, place string) {
	d := r.draft
	switch placeholder := document.IsPlaceholder(d.text(value)); {
	case strings.HasPrefix(key, "x-"):
		n.Set(key, nil, d.literal(value))
	case placeholder || folded(value) == undecided && (key == "applicable" || key == "status"):
		d.open(n, key, cmp.Or(remarks[key], "the sheet says "+value))
	case key == "applicable":
		yes, ok := answers[folded(value)]
		if !ok {
			r.notef(place, "%q is neither yes nor no; it remains to be decided.", value)
			d.open(n, key, "the sheet says "+value)
			return
		}
		n.Set(key, nil, d.truth(yes))
	case key == "status":
		if !slices.Contains(Statuses(), folded(value)) {
			r.notef(place, "%q is no status; there are %s. It remains to be decided.", value, strings.Join(Statuses(), ", "))
			d.open(n, key, "the sheet says "+value)
			return
		}
		n.Set(key, nil, d.text(folded(value)))
	case key == "evidence" || key == "risks":
		n.Set(key, nil, d.texts(itemsOf(value)))
	default:
		n.Set(key, nil, d.text(value))
	}
}

var answers = map[string]bool{"yes": true, "y": true, "true": true, "1": true, "no": false, "n": false, "false": false, "0": false}

// additional reads the controls beyond Annex A; nil if there are none.
func (r *reader) additional(book *sheet.Book) *syntax.Node {
	s := named(book, additionalSheet)
	if s == nil {
		r.notef("", "There is no sheet %q; the document has no controls beyond Annex A.", additionalSheet)
		return nil
	}
	t := tableOf(s, "Control")
	if t == nil {
		r.notef(s.Name, "No row names the column %q; the sheet was left out.", "Control")
		return nil
	}
	fields := r.fields(t, additionalColumns)
	list := r.draft.node(syntax.List)
	for _, row := range t.rows {
		id := cell(row, fields["id"])
		if id == "" {
			r.notef(t.sheet.Place(row, fields["id"]), "The row has no identifier and was left out.")
			continue
		}
		list.Items = append(list.Items, r.row(t, row, fields, id))
	}
	if len(list.Items) == 0 {
		return nil
	}
	return list
}

// document reads what the document says beside its rows.
func (r *reader) document(book *sheet.Book) {
	s := named(book, documentSheet)
	var t *table
	if s != nil {
		t = tableOf(s, "Field", "Value")
	}
	if t == nil {
		r.notef("", "There is no sheet %q with the columns \"Field\" and \"Value\"; owner, version and approval remain to be filled in.", documentSheet)
		return
	}
	seen := map[string]bool{}
	for _, row := range t.rows {
		path, value := cell(row, t.at["field"]), cell(row, t.at["value"])
		steps := strings.Split(path, "/")
		place := t.sheet.Place(row, t.at["field"])
		switch {
		case path == "" || value == "":
			if value != "" {
				r.notef(place, "The row names no field and was left out.")
			}
		case seen[path]:
			r.notef(place, "%q is named twice; the first value was read.", path)
		case !settable(steps[0]):
			r.notef(place, "%q is no field of the document and was left out; its fields are as metadata/owner.", path)
		case !r.draft.set(steps, value):
			r.notef(place, "%q does not fit the fields above it and was left out.", path)
		}
		seen[path] = true
	}
}

// settable reports whether the sheet of the document may set a field.
func settable(key string) bool {
	return key == "metadata" || key == "describes" || strings.HasPrefix(key, "x-")
}

// mostItems is how long a list on the sheet of the document may be.
const mostItems = 1000

// set puts a value at a path, with the maps and lists that lead there. It reports
// whether they fit what is there.
func (d *draft) set(steps []string, value string) bool {
	own := slices.ContainsFunc(steps, func(step string) bool { return strings.HasPrefix(step, "x-") })
	leaf := d.text(value)
	switch {
	case own:
		leaf = d.literal(value)
	case document.IsPlaceholder(leaf):
		d.remarks[leaf] = belongs(strings.Join(steps, "/"))
	}
	at := d.root
	for i, step := range steps {
		step = stepUnescape.Replace(step)
		next := child(at, step)
		switch last := i == len(steps)-1; {
		case last && next != nil:
			return false
		case last:
			next = leaf
		case next == nil:
			next = d.node(syntax.Map)
			if isIndex(steps[i+1]) {
				next.Kind = syntax.List
			}
		}
		if !put(at, step, next) {
			return false
		}
		at = next
	}
	return true
}

func isIndex(step string) bool {
	n, err := strconv.Atoi(step)
	return err == nil && n >= 0 && n < mostItems
}

func child(n *syntax.Node, step string) *syntax.Node {
	if n.Kind == syntax.List && isIndex(step) {
		if i, err := strconv.Atoi(step); err == nil && i < len(n.Items) {
			return n.Items[i]
		}
		return nil
	}
	return n.Get(step)
}

// put sets an item or a field. Items that are left out above move up.
func put(n *syntax.Node, step string, value *syntax.Node) bool {
	switch {
	case n.Kind == syntax.Map && step != "":
		n.Set(step, nil, value)
	case n.Kind == syntax.List && isIndex(step):
		if child(n, step) == nil {
			n.Items = append(n.Items, value)
		}
	default:
		return false
	}
	return true
}
