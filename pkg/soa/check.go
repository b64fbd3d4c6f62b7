package soa

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// Objection is one of a rule of this package.
type Objection struct {
	Rule     *rule.Rule
	Document *document.Document
	Path     syntax.Path
	Message  string
	Related  []finding.Location
}

// mostPlaces is how many places an objection names.
const mostPlaces = 5

// Check holds each declared statement against the assessment.
func Check(a *assess.Assessment) []Objection {
	requirements := map[string]*assess.Requirement{}
	for i := range a.Requirements {
		requirements[a.Requirements[i].ID] = &a.Requirements[i]
	}
	var found []Objection
	for _, statement := range Statements(a) {
		for i := range statement.Rows {
			row := &statement.Rows[i]
			r := requirements[strings.ToUpper(row.ID)]
			if r == nil || !r.IsControl() {
				continue // another rule asks that there is such a control
			}
			at := syntax.Path{syntax.Key("controls"), syntax.Index(i)}
			o := judge(row, r)
			if o == nil || o.Rule == exclusionShown && contradicted(requirements["6.1.3"], statement, at) || o.Rule == implementedUnshown && !kept(a, r) {
				continue
			}
			o.Document, o.Path = statement.Statement, append(at, o.Path...)
			found = append(found, *o)
		}
	}
	return found
}

// contradicted reports whether another rule objects to the exclusion already.
func contradicted(r *assess.Requirement, statement *assess.Document, row syntax.Path) bool {
	return r != nil && slices.ContainsFunc(r.Findings, func(f *finding.Finding) bool {
		return f.Rule.ID == assess.ExclusionContradicted && slices.Contains(statement.Files, f.Location.File) && f.Location.Path.HasPrefix(row)
	})
}

// kept reports whether there is a document that could show a control. If there is
// none, repository/implemented-without-evidence says so.
func kept(a *assess.Assessment, r *assess.Requirement) bool {
	return slices.ContainsFunc(a.Documents, func(d assess.Document) bool { return slices.Contains(r.Documents, d.Kind) })
}

// judge holds one row against what there is to show for it.
func judge(row *assess.Row, r *assess.Requirement) *Objection {
	switch {
	case row.Applicable == assess.No:
		return judgeExclusion(row, r)
	case folded(row.Status) != Implemented:
		return nil
	}
	o := &Objection{Path: syntax.Keys("status")}
	switch against := standing(r); {
	case len(against) > 0:
		o.Rule = implementedObjected
		o.Message = fmt.Sprintf("The control %s is declared implemented, and yet rules object to what shows it.", r.ID)
		o.Related = objections(against)
	case len(r.Evidence) == 0 && r.State == assess.NoEvidence:
		o.Rule = implementedUnshown
		o.Message = fmt.Sprintf("The control %s is declared implemented, and yet no document says anything of what it asks for; such kinds would: %s.", r.ID, strings.Join(r.Documents, ", "))
	case r.State == assess.Attested && r.Machine == catalog.Verified:
		o.Rule = implementedUnverified
		o.Message = fmt.Sprintf("The control %s is declared implemented on the documents' own word alone, though they can be held against something.", r.ID)
		o.Related = statements(r, "Says so of itself.")
	default:
		return nil
	}
	return o
}

func judgeExclusion(row *assess.Row, r *assess.Requirement) *Objection {
	if len(r.Evidence) == 0 {
		return nil
	}
	return &Objection{
		Rule: exclusionShown, Path: syntax.Keys("applicable"),
		Message: fmt.Sprintf("The control %s is left out, and yet documents state what it asks for.", cmp.Or(r.ID, row.ID)),
		Related: statements(r, "States something that the control asks for."),
	}
}

// standing are the findings that make a requirement a gap.
func standing(r *assess.Requirement) []*finding.Finding {
	if r.State != assess.Gap {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(r.Findings), func(f *finding.Finding) bool {
		return !assess.Stands(f)
	})
}

// objections are the places of findings, the most severe first.
func objections(findings []*finding.Finding) []finding.Location {
	slices.SortStableFunc(findings, func(a, b *finding.Finding) int { return b.Severity.Rank() - a.Severity.Rank() })
	places := make([]finding.Location, 0, mostPlaces)
	for _, f := range findings[:min(len(findings), mostPlaces)] {
		place := f.Location
		place.Message = f.Rule.ID + ": " + f.Message
		places = append(places, place)
	}
	return places
}

// statements are the places that count for a requirement, one a document.
func statements(r *assess.Requirement, message string) []finding.Location {
	places := make([]finding.Location, 0, mostPlaces)
	for _, e := range r.Evidence[:min(len(r.Evidence), mostPlaces)] {
		place := e.Fields[0].Place
		place.Message = message
		places = append(places, place)
	}
	return places
}

// Concerns reports whether a finding is about a statement, or about something else
// because of what a statement says.
func Concerns(f *finding.Finding, statements []string) bool {
	return f.Kind == document.StatementOfApplicability || slices.Contains(aboutStatements, f.Rule.ID) || slices.Contains(statements, f.Location.File) ||
		slices.ContainsFunc(f.Related, func(at finding.Location) bool { return slices.Contains(statements, at.File) })
}

// aboutStatements are the rules whose findings stand elsewhere and yet are about the
// statement.
var aboutStatements = []string{"repository/treatment-control-applicable", "repository/statement-of-applicability-kept"}
