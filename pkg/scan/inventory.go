package scan

import (
	"context"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/format"
)

// Inventory is what was recognised, and what looked like a document but is
// none.
type Inventory struct {
	Version   int     `json:"version"` // of this form of output
	Documents []Entry `json:"documents"`
	// Corroborating are the files that describe nothing by themselves.
	Corroborating []Corroborating `json:"corroborating"`
	Unrecognised  []Unrecognised  `json:"unrecognised"`
	Notes         []string        `json:"-"`
	// Shown is the path of a file as the person at the terminal would type it.
	Shown func(file string) string `json:"-"`
}

// Entry is a document and the state of each field that its kind has.
type Entry struct {
	File   string `json:"file"`
	Format string `json:"format"`
	Kind   string `json:"kind"`
	ID     string `json:"id"`
	Title  string `json:"title"`
	// OtherFiles are the further files that a merged document was made of.
	OtherFiles []string     `json:"other_files,omitempty"`
	Fields     []FieldState `json:"fields"`
	// Bindings are counted for a native document that has some.
	Bindings *Bindings `json:"bindings,omitempty"`
	// Unread are headings that were not understood, since they are in a language
	// that is not read.
	Unread []string `json:"unread,omitempty"`
}

// Corroborating is a file that describes nothing by itself, and the files of the
// documents that it joins.
type Corroborating struct {
	File      string   `json:"file"`
	Format    string   `json:"format"`
	Documents []string `json:"documents"`
}

// FieldState is what a document says in a field.
type FieldState struct {
	Field string              `json:"field"`
	State document.FieldState `json:"state"`
}

// InState are the fields in a state, in the order of the schema.
func (e Entry) InState(state document.FieldState) []string {
	var fields []string
	for _, f := range e.Fields {
		if f.State == state {
			fields = append(fields, f.Field)
		}
	}
	return fields
}

// Unrecognised is a file that looked like a document and was turned down.
type Unrecognised struct {
	File       string             `json:"file"`
	Rejections []format.Rejection `json:"rejections"`
}

// List recognises documents without judging them.
func List(ctx context.Context, request Request) (*Inventory, error) {
	w, err := open(ctx, request)
	if err != nil {
		return nil, err
	}
	w.explains = true
	readings := make([]reading, len(w.files))
	known := make([][]described, len(w.files))
	err = w.eachFile(ctx, func(_ context.Context, i int) error {
		read, err := w.read(w.files[i])
		known[i] = describeAll(read)
		readings[i] = reading{Recognition: format.Recognition{Rejections: rejections(read)}, notes: read.notes}
		return err
	})
	if err != nil {
		return nil, &IncompleteError{err}
	}
	groups, err := w.recognised(known)
	if err != nil {
		return nil, &IncompleteError{err}
	}
	corroborating := w.corroborating(known, groups)
	groups = slices.DeleteFunc(groups, func(g group) bool { return !slices.ContainsFunc(g.document.AllFiles(), w.selected) })
	entries, err := w.entries(ctx, groups)
	if err != nil {
		return nil, &IncompleteError{err}
	}
	inventory := &Inventory{Version: 1, Documents: entries, Corroborating: corroborating, Unrecognised: []Unrecognised{}, Shown: w.run().Shown}
	for i, read := range readings {
		if !w.selected(w.files[i].Path) {
			continue
		}
		w.notes = append(w.notes, read.notes...)
		if len(known[i]) == 0 && len(read.Rejections) > 0 {
			inventory.Unrecognised = append(inventory.Unrecognised, Unrecognised{w.files[i].Path, read.Rejections})
		}
	}
	inventory.Notes = w.said()
	return inventory, nil
}

// corroborating are the files that describe nothing by themselves.
func (w *workspace) corroborating(known [][]described, groups []group) []Corroborating {
	joined := map[int][]string{}
	for _, g := range groups {
		for _, at := range g.members[1:] {
			if !slices.Contains(joined[at.file], g.document.File) {
				joined[at.file] = append(joined[at.file], g.document.File)
			}
		}
	}
	found := []Corroborating{}
	for i := range known {
		if len(known[i]) > 0 && known[i][0].corroborates && w.selected(w.files[i].Path) {
			found = append(found, Corroborating{w.files[i].Path, known[i][0].Format, append([]string{}, joined[i]...)})
		}
	}
	return found
}

// rejections are the reasons why a file holds no document; a fault in the text
// is one of them.
func rejections(read reading) []format.Rejection {
	if len(read.Documents) > 0 {
		return nil
	}
	reasons := read.Rejections
	for _, p := range read.Problems {
		reasons = append(reasons, format.Rejection{Format: p.Rule, Reason: "line " + p.Span.Start.String() + ": " + p.Message})
	}
	return reasons
}

// entries are what each group says. A file that many of them stand in is read once
// for all that begin in it.
func (w *workspace) entries(ctx context.Context, groups []group) ([]Entry, error) {
	var files []int
	of := map[int][]int{} // the groups that begin in a file
	for i, g := range groups {
		file := g.members[0].file
		if of[file] == nil {
			files = append(files, file)
		}
		of[file] = append(of[file], i)
	}
	entries := make([]Entry, len(groups))
	err := w.each(ctx, len(files), func(ctx context.Context, k int) error {
		known := map[int]reading{}
		read := func(file int) (reading, error) {
			if r, ok := known[file]; ok {
				return r, nil
			}
			r, err := w.read(w.files[file])
			known[file] = r
			return r, err
		}
		for _, i := range of[files[k]] {
			e, err := w.entry(ctx, groups[i], read)
			if err != nil {
				return err
			}
			entries[i] = e
		}
		return nil
	})
	return entries, err
}

// belongsTo reports whether a field is another or below it.
func belongsTo(field, other string) bool {
	rest, ok := strings.CutPrefix(field, other)
	return ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
}

// entry is what the documents of a group say, taken together.
func (w *workspace) entry(ctx context.Context, g group, read func(file int) (reading, error)) (Entry, error) {
	a, err := w.assemble(g, read)
	if err != nil {
		return Entry{}, err
	}
	d := g.document
	e := Entry{File: d.File, Format: d.Format, Kind: d.Kind, ID: d.ID, Title: d.Title, OtherFiles: d.OtherFiles, Unread: a.document.Unread}
	for _, field := range w.book.fields(a.document.Kind) {
		if field.Path.String() == "kind" {
			continue // how the document was recognised, not what it says
		}
		e.Fields = append(e.Fields, FieldState{Field: field.Path.String(), State: a.document.State(field.Path)})
	}
	for _, pattern := range a.document.Beyond() {
		if !slices.ContainsFunc(e.Fields, func(f FieldState) bool {
			return f.State == document.NotExpressed && belongsTo(pattern.String(), f.Field)
		}) {
			e.Fields = append(e.Fields, FieldState{Field: pattern.String(), State: document.NotExpressed})
		}
	}
	e.Bindings, err = w.countBindings(ctx, a.document)
	return e, err
}
