// Package soa computes the Statement of Applicability of ISO/IEC 42001 (6.1.3) from
// an assessment, writes it in the forms that people work with, reads it back from a
// workbook, and holds the declared one against the evidence. What an organization
// decides (whether a control applies, why, and how far it is implemented) it takes
// from the declared statement and never makes up.
package soa

import (
	"cmp"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// The statuses of a control.
const (
	Planned        = "planned"
	Implemented    = "implemented"
	NotImplemented = "not-implemented"
)

// Statuses are all of them, as a person goes through them.
func Statuses() []string { return []string{Planned, Implemented, NotImplemented} }

// Statement is a Statement of Applicability: what is declared, and what the
// documents show.
type Statement struct {
	// AsOf is the day of the assessment, ISO 8601.
	AsOf string
	// Origin says how the statement is made again: command and versions, a line
	// each.
	Origin []string
	// Declared is the statement that the repository holds; nil if there is none.
	Declared *document.Document
	// Rows are those of the 38 controls, in the order of the standard.
	Rows []Row
	// Others are the declared rows that are about no control of Annex A, or about
	// one that has a row already.
	Others []*syntax.Node
}

// Row is what there is to say of one control.
type Row struct {
	// Requirement is the control with its state and what shows it.
	*assess.Requirement

	Applicable    assess.Answer
	Justification string
	Status        string
	Owner         string
	// Named is the evidence that the declared row names; without one, the
	// documents that count.
	Named []string
	// Risks are those of the declared row, and those that the control treats.
	Risks []string
	// Treatments are the risks whose treatment relies on the control.
	Treatments []assess.Treatment

	declared *syntax.Node // nil if there is no row
}

// Declared reports whether the statement has a row for the control.
func (r *Row) Declared() bool { return r.declared != nil }

// Of computes the statement. Declared is that of the assessment to go by, or nil.
func Of(a *assess.Assessment, declared *assess.Document) *Statement {
	s := &Statement{}
	rows := map[string]int{}
	if declared != nil {
		s.Declared = declared.Statement
		rows = s.sortRows(declared)
	}
	for i := range a.Requirements {
		r := &a.Requirements[i]
		if !r.IsControl() {
			continue
		}
		row := Row{Requirement: r, Treatments: treatments(a, r.ID)}
		if at, ok := rows[r.ID]; ok {
			row.take(&declared.Rows[at], declared.Statement.Root.Get("controls").Items[at])
		}
		row.complete()
		s.Rows = append(s.Rows, row)
	}
	return s
}

// take takes over what is declared.
func (r *Row) take(row *assess.Row, node *syntax.Node) {
	r.declared = node
	r.Applicable, r.Justification, r.Owner = row.Applicable, row.Justification, row.Owner
	if status := folded(row.Status); slices.Contains(Statuses(), status) {
		r.Status = status
	}
	r.Named, r.Risks = slices.Clone(row.Evidence), slices.Clone(row.Risks)
}

// complete adds the facts that the documents hold.
func (r *Row) complete() {
	for _, t := range r.Treatments {
		if t.Risk != "" && !slices.ContainsFunc(r.Risks, func(id string) bool { return strings.EqualFold(id, t.Risk) }) {
			r.Risks = append(r.Risks, t.Risk)
		}
	}
	if len(r.Named) > 0 || r.Applicable == assess.No || r.Status == Planned || r.Status == NotImplemented {
		return
	}
	for _, e := range r.Evidence {
		if name := cmp.Or(e.Document.ID, e.Document.File); !slices.Contains(r.Named, name) {
			r.Named = append(r.Named, name)
		}
	}
}

// treatments are the risks that a control treats.
func treatments(a *assess.Assessment, control string) []assess.Treatment {
	var found []assess.Treatment
	for i := range a.Documents {
		for _, t := range a.Documents[i].Treatments {
			if slices.ContainsFunc(t.Controls, func(id string) bool { return strings.EqualFold(id, control) }) {
				found = append(found, t)
			}
		}
	}
	return found
}

// Statements are the Statements of Applicability of an assessment.
func Statements(a *assess.Assessment) []*assess.Document {
	var found []*assess.Document
	for i := range a.Documents {
		if d := &a.Documents[i]; d.Kind == document.StatementOfApplicability && d.Statement != nil {
			found = append(found, d)
		}
	}
	return found
}

// folded is a word of a vocabulary however it is spelled.
func folded(word string) string {
	return strings.NewReplacer(" ", "-", "_", "-").Replace(strings.ToLower(strings.TrimSpace(word)))
}

// Total is how many of something there are among all rows.
type Total struct {
	Name  string
	Count int
}

// Totals are the rows by what is declared of them, and by what the documents
// show. Each list adds up to all rows.
func (s *Statement) Totals() (applicable, status, states []Total) {
	count := func(name string, of func(*Row) bool) Total {
		t := Total{Name: name}
		for i := range s.Rows {
			if of(&s.Rows[i]) {
				t.Count++
			}
		}
		return t
	}
	for _, answer := range []struct {
		name string
		is   assess.Answer
	}{{"apply", assess.Yes}, {"left out", assess.No}, {"undecided", assess.Undecided}} {
		applicable = append(applicable, count(answer.name, func(r *Row) bool { return r.Applicable == answer.is }))
	}
	for _, name := range append(Statuses(), "") {
		status = append(status, count(cmp.Or(name, "undecided"), func(r *Row) bool { return r.Applicable != assess.No && r.Status == name }))
	}
	status = append(status, count("left out", func(r *Row) bool { return r.Applicable == assess.No }))
	for _, state := range assess.States() {
		states = append(states, count(string(state), func(r *Row) bool { return r.State == state }))
	}
	return applicable, status, states
}

// sortRows finds the row of each control; what remains are the others.
func (s *Statement) sortRows(declared *assess.Document) map[string]int {
	rows := map[string]int{}
	for i := range declared.Rows {
		id := strings.ToUpper(declared.Rows[i].ID)
		if _, twice := rows[id]; !twice && known(id) {
			rows[id] = i
			continue
		}
		s.Others = append(s.Others, declared.Statement.Root.Get("controls").Items[i])
	}
	return rows
}
