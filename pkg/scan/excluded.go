package scan

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// exclude marks the findings of rules that serve nothing but controls which the
// Statement of Applicability leaves out with a justification. An exclusion that
// documents contradict excludes nothing.
func (w *workspace) exclude(findings []finding.Finding, e *estate) error {
	exclusions, err := e.exclusions()
	if err != nil || len(exclusions) == 0 {
		return err
	}
	for i := range findings {
		f := &findings[i]
		if f.Rule.ID == assess.ExclusionContradicted && f.State != finding.Waived {
			for id, row := range exclusions {
				if row.Location.File == f.Location.File && f.Location.Path.HasPrefix(row.Location.Path) {
					delete(exclusions, id)
				}
			}
		}
	}
	for i := range findings {
		if f := &findings[i]; f.State == finding.Open || f.State == finding.Baseline {
			if row := excluding(f.Rule, exclusions); row != nil {
				f.State, f.Exception = finding.Excluded, row
			}
		}
	}
	return nil
}

// excluding is the exclusion of the first control that a rule serves, if all that it
// serves are excluded.
func excluding(r *rule.Rule, exclusions map[string]*finding.Exception) *finding.Exception {
	for _, id := range r.Requirements {
		if exclusions[id] == nil {
			return nil
		}
	}
	if len(r.Requirements) == 0 {
		return nil
	}
	return exclusions[r.Requirements[0]]
}

// exclusions are the controls that are left out by every row that decides on them,
// each with its justification.
func (e *estate) exclusions() (map[string]*finding.Exception, error) {
	excluded, applicable := map[string]*finding.Exception{}, map[string]bool{}
	for _, record := range e.records[document.StatementOfApplicability] {
		for i, row := range rowsOf(record.Value) {
			id := strings.ToUpper(row.id)
			if r, known := catalog.Get(id); !known || !r.IsControl() || row.applicable == nil {
				continue
			}
			if *row.applicable {
				applicable[id] = true
				continue
			}
			exception, err := e.exclusion(record.Document, i)
			if err != nil {
				return nil, err
			}
			if exception != nil {
				excluded[id] = exception
			}
		}
	}
	for id := range applicable {
		delete(excluded, id)
	}
	return excluded, nil
}

// exclusion is that of a row, or nil if it gives no reason.
func (e *estate) exclusion(handle, row int) (*finding.Exception, error) {
	d, err := e.library.document(handle)
	if err != nil {
		return nil, err
	}
	at := syntax.Path{syntax.Key("controls"), syntax.Index(row)}
	reason := d.Root.Lookup(append(slices.Clip(at), syntax.Key("justification")))
	if reason == nil || !reason.IsScalar() || !document.HasContent(reason) {
		return nil, nil //nolint:nilnil // it leaves nothing out
	}
	return &finding.Exception{Kind: finding.ByStatement, Reason: reason.Scalar, Location: finding.At(d, at)}, nil
}

// soaRow is what the record of a Statement of Applicability holds of a row.
type soaRow struct {
	id         string
	applicable *bool
}

func rowsOf(record ast.Value) []soaRow {
	fields, ok := record.(ast.Object)
	if !ok {
		return nil
	}
	controls := fields.Get(ast.StringTerm("controls"))
	if controls == nil {
		return nil
	}
	list, ok := controls.Value.(*ast.Array)
	if !ok {
		return nil
	}
	rows := make([]soaRow, 0, list.Len())
	list.Foreach(func(term *ast.Term) {
		var row soaRow
		if item, ok := term.Value.(ast.Object); ok {
			if id := item.Get(ast.StringTerm("id")); id != nil {
				if text, ok := id.Value.(ast.String); ok {
					row.id = string(text)
				}
			}
			if applicable := item.Get(ast.StringTerm("applicable")); applicable != nil {
				if answer, ok := applicable.Value.(ast.Boolean); ok {
					decided := bool(answer)
					row.applicable = &decided
				}
			}
		}
		rows = append(rows, row)
	})
	return rows
}
