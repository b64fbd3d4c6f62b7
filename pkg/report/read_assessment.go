package report

import (
	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
)

// assessment is what was written of an assessment, as far as that report tells of
// it, with the findings of the run; nil for none.
func (a *jsonAssessment) assessment(run *Run) *assess.Assessment {
	if a == nil {
		return nil
	}
	r := assessmentReader{rules: map[string]*rule.Rule{}, findings: map[string]*finding.Finding{}, documents: map[jsonDocument]*assess.Document{}}
	for _, known := range run.Rules {
		r.rules[known.ID] = known
	}
	for i := range run.Findings {
		r.findings[run.Findings[i].Fingerprint] = &run.Findings[i]
	}
	restored := &assess.Assessment{Requirements: r.requirements(a.Requirements)}
	for _, s := range a.Systems {
		restored.Systems = append(restored.Systems, assess.System{
			Entry: assess.Entry{ID: s.ID, Name: s.Name, Stage: s.Stage, InScope: s.InScope}, Requirements: r.requirements(s.Requirements),
		})
	}
	return restored
}

// assessmentReader finds what the parts of an assessment name.
type assessmentReader struct {
	rules     map[string]*rule.Rule
	findings  map[string]*finding.Finding
	documents map[jsonDocument]*assess.Document
}

func (r *assessmentReader) requirements(stated []jsonRequirement) []assess.Requirement {
	var restored []assess.Requirement
	for _, s := range stated {
		known, ok := catalog.Get(s.ID)
		if !ok {
			continue
		}
		requirement := assess.Requirement{Requirement: known, State: s.State, Until: s.Until, Reason: s.Reason}
		for _, id := range s.Rules {
			if r.rules[id] == nil {
				r.rules[id] = &rule.Rule{ID: id}
			}
			requirement.Rules = append(requirement.Rules, r.rules[id])
		}
		for _, e := range s.Evidence {
			requirement.Evidence = append(requirement.Evidence, r.evidence(e))
		}
		for _, fingerprint := range s.Findings {
			if f := r.findings[fingerprint]; f != nil {
				requirement.Findings = append(requirement.Findings, f)
			}
		}
		restored = append(restored, requirement)
	}
	return restored
}

func (r *assessmentReader) evidence(stated jsonEvidence) assess.Evidence {
	e := assess.Evidence{Document: r.document(stated), Strength: stated.Strength}
	for _, f := range stated.Fields {
		e.Fields = append(e.Fields, &assess.Field{Pattern: f.Field, Place: f.Location.location(), VerifiedBy: f.VerifiedBy})
	}
	return e
}

func (r *assessmentReader) document(stated jsonEvidence) *assess.Document {
	key := jsonDocument{stated.File, stated.Kind, stated.Document}
	if r.documents[key] == nil {
		r.documents[key] = &assess.Document{File: stated.File, Kind: stated.Kind, ID: stated.Document}
	}
	return r.documents[key]
}

// jsonDocument tells documents apart.
type jsonDocument struct{ file, kind, id string }
