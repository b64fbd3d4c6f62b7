package report

import (
	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
)

// jsonAssessment is the state of each requirement in the report for programs.
type jsonAssessment struct {
	Controls     jsonStates        `json:"controls"`
	Clauses      jsonStates        `json:"clauses"`
	Requirements []jsonRequirement `json:"requirements"`
	Systems      []jsonSystem      `json:"systems"`
}

// jsonStates count requirements by state; all of them are Total.
type jsonStates struct {
	Total  int                  `json:"total"`
	States map[assess.State]int `json:"states"`
}

type jsonRequirement struct {
	ID       string         `json:"id"`
	Topic    string         `json:"topic"`
	Kind     string         `json:"kind"`
	Group    string         `json:"group"`
	Phase    string         `json:"phase"`
	State    assess.State   `json:"state"`
	Until    string         `json:"until,omitempty"`
	Reason   string         `json:"reason"`
	Rules    []string       `json:"rules"`
	Evidence []jsonEvidence `json:"evidence"`
	// Findings are the fingerprints of those against the requirement.
	Findings []string `json:"findings"`
}

type jsonEvidence struct {
	File     string        `json:"file"`
	Kind     string        `json:"kind"`
	Document string        `json:"document"`
	Strength rule.Evidence `json:"strength"`
	Fields   []jsonField   `json:"fields"`
}

type jsonField struct {
	Field      string       `json:"field"`
	Location   jsonLocation `json:"location"`
	VerifiedBy []string     `json:"verified_by,omitempty"`
}

type jsonSystem struct {
	ID           string            `json:"id"`
	Name         string            `json:"name,omitempty"`
	Stage        string            `json:"stage,omitempty"`
	InScope      bool              `json:"in_scope"`
	Requirements []jsonRequirement `json:"requirements"`
}

func jsonAssessmentOf(run *Run) *jsonAssessment {
	a := run.Assessment
	controls, clauses := a.Count()
	out := &jsonAssessment{
		Controls: jsonStates{controls.Total, controls.States}, Clauses: jsonStates{clauses.Total, clauses.States},
		Requirements: jsonRequirements(a.Requirements), Systems: []jsonSystem{},
	}
	for _, s := range a.Systems {
		out.Systems = append(out.Systems, jsonSystem{s.ID, s.Name, s.Stage, s.InScope, jsonRequirements(s.Requirements)})
	}
	return out
}

func jsonRequirements(requirements []assess.Requirement) []jsonRequirement {
	out := make([]jsonRequirement, len(requirements))
	for i, r := range requirements {
		out[i] = jsonRequirement{
			ID: r.ID, Topic: r.Topic, Kind: r.Kind(), Group: r.Group, Phase: string(r.Phase), State: r.State, Until: r.Until, Reason: r.Reason,
			Rules: []string{}, Evidence: []jsonEvidence{}, Findings: fingerprints(r.Findings),
		}
		for _, serving := range r.Rules {
			out[i].Rules = append(out[i].Rules, serving.ID)
		}
		for _, e := range r.Evidence {
			out[i].Evidence = append(out[i].Evidence, jsonEvidenceOf(e))
		}
	}
	return out
}

func jsonEvidenceOf(e assess.Evidence) jsonEvidence {
	out := jsonEvidence{File: e.Document.File, Kind: e.Document.Kind, Document: e.Document.ID, Strength: e.Strength}
	for _, f := range e.Fields {
		out.Fields = append(out.Fields, jsonField{f.Pattern, placeOf(f.Place), f.VerifiedBy})
	}
	return out
}

func fingerprints(findings []*finding.Finding) []string {
	out := make([]string, len(findings))
	for i, f := range findings {
		out[i] = f.Fingerprint
	}
	return out
}
