package scan

import (
	"maps"
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
	maps.DeleteFunc(exclusions, func(_ string, row *finding.Exception) bool { return contradicted(row, findings) })
	for i := range findings {
		if f := &findings[i]; f.State == finding.Open || f.State == finding.Baseline {
			if row := excluding(f.Rule, exclusions); row != nil {
				f.State, f.Exception = finding.Excluded, row
			}
		}
	}
	return nil
}

// contradicted reports whether a rule objects to an exclusion.
func contradicted(row *finding.Exception, findings []finding.Finding) bool {
	return slices.ContainsFunc(findings, func(f finding.Finding) bool {
		return f.Rule.ID == assess.ExclusionContradicted && f.State != finding.Waived &&
			f.Location.File == row.Location.File && f.Location.Path.HasPrefix(row.Location.Path)
	})
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
		rows, err := decided(record.Value)
		if err != nil {
			return nil, err
		}
		for i, row := range rows {
			switch {
			case row.Applicable == nil:
			case *row.Applicable:
				applicable[row.ID] = true
			default:
				if excluded[row.ID], err = e.exclusion(record.Document, i); err != nil {
					return nil, err
				}
			}
		}
	}
	maps.DeleteFunc(excluded, func(id string, row *finding.Exception) bool { return row == nil || applicable[id] })
	return excluded, nil
}

// soaRow is what the record of a Statement of Applicability holds of a row.
type soaRow struct {
	ID         string `json:"id"`
	Applicable *bool  `json:"applicable"` // nil if it does not say, or is about no control
}

// decided are the rows of a statement.
func decided(record ast.Value) ([]soaRow, error) {
	if record == nil {
		return nil, nil
	}
	var statement struct {
		Controls []soaRow `json:"controls"`
	}
	err := ast.As(record, &statement)
	for i := range statement.Controls {
		row := &statement.Controls[i]
		row.ID = strings.ToUpper(row.ID)
		if r, known := catalog.Get(row.ID); !known || !r.IsControl() {
			row.Applicable = nil
		}
	}
	return statement.Controls, err
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
