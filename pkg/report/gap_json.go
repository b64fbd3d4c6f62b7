package report

import (
	"io"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/gap"
	"github.com/aimslint/aimslint/pkg/rule"
)

type jsonStandard struct {
	Name    string `json:"name"`
	Edition string `json:"edition"`
}

// jsonSection is what stands under a heading: the ids of its requirements.
type jsonSection struct {
	ID           string               `json:"id"`
	Title        string               `json:"title"`
	Source       string               `json:"source,omitempty"`
	Total        int                  `json:"total"`
	States       map[assess.State]int `json:"states"`
	Requirements []string             `json:"requirements"`
}

type jsonGapSystem struct {
	ID           string               `json:"id"`
	Name         string               `json:"name,omitempty"`
	Stage        string               `json:"stage,omitempty"`
	InScope      bool                 `json:"in_scope"`
	Total        int                  `json:"total"`
	States       map[assess.State]int `json:"states"`
	Requirements []jsonRequirement    `json:"requirements"`
}

type jsonFramework struct {
	ID      string        `json:"id"`
	Name    string        `json:"name"`
	Title   string        `json:"title"`
	Edition string        `json:"edition"`
	Source  string        `json:"source"`
	Means   string        `json:"means"`
	Parts   []jsonSection `json:"parts"`

	Unmapped []string `json:"unmapped"`
}

type jsonStep struct {
	Action       gap.Action    `json:"action"`
	Severity     rule.Severity `json:"severity,omitempty"`
	Kind         string        `json:"kind,omitempty"`
	Document     string        `json:"document,omitempty"`
	Files        []string      `json:"files"`
	Command      string        `json:"command,omitempty"`
	Requirements []string      `json:"requirements"`
	Moves        []string      `json:"moves"`
	Tasks        []jsonTask    `json:"tasks"`
	Fields       []string      `json:"fields"`
}

type jsonTask struct {
	Rule        string         `json:"rule"`
	Severity    rule.Severity  `json:"severity"`
	Remediation string         `json:"remediation"`
	Findings    []*jsonFinding `json:"findings"`
}

// WriteGapJSON writes a gap analysis for programs, in the shape of
// schemas/gap.schema.json: under all headings, with all steps.
func WriteGapJSON(w io.Writer, g *Gap) error {
	a := g.Analysis
	out := newJSONWriter(w)
	out.beginObject()
	out.member("version", jsonVersion)
	out.member("tool", jsonTool{toolName, g.Version, g.Policies, g.OwnPolicies})
	out.member("as_of", g.AsOf)
	out.member("profile", append([]string{}, g.Profiles...))
	out.member("standard", jsonStandard{catalog.Standard, catalog.Edition})
	if a.System != nil {
		out.member("system", a.System.ID)
	}
	out.member("controls", jsonStates{a.Controls.Total, a.Controls.States})
	out.member("clauses", jsonStates{a.Clauses.Total, a.Clauses.States})
	out.member("groups", jsonSections(a.Groups))
	out.member("phases", jsonSections(a.Phases))
	if a.System == nil {
		out.member("systems", jsonGapSystems(a.Systems))
	}
	if f := a.Framework; f != nil {
		out.member("framework", jsonFramework{f.ID, f.Name, f.Title, f.Edition, f.Source, catalog.MappingMeans, jsonSections(a.Parts), idsOf(a.Unmapped)})
	}
	out.member("requirements", jsonRequirements(a.Requirements))
	out.name("steps")
	out.beginArray()
	for i := range a.Steps {
		out.value(jsonStepOf(&a.Steps[i]))
	}
	out.endArray()
	out.member("unasked", idsOf(a.Unasked))
	out.endObject()
	return out.err
}

func idsOf(requirements []*assess.Requirement) []string {
	ids := make([]string, len(requirements))
	for i, r := range requirements {
		ids[i] = r.ID
	}
	return ids
}

func jsonSections(sections []gap.Section) []jsonSection {
	out := make([]jsonSection, len(sections))
	for i, s := range sections {
		out[i] = jsonSection{s.ID, s.Title, s.Source, s.Count.Total, s.Count.States, idsOf(s.Requirements)}
	}
	return out
}

func jsonGapSystems(systems []assess.System) []jsonGapSystem {
	out := make([]jsonGapSystem, len(systems))
	for i := range systems {
		s, counted := &systems[i], gap.OfSystem(&systems[i]).Count
		out[i] = jsonGapSystem{s.ID, s.Name, s.Stage, s.InScope, counted.Total, counted.States, jsonRequirements(s.Requirements)}
	}
	return out
}

func jsonStepOf(s *gap.Step) *jsonStep {
	out := &jsonStep{
		Action: s.Action, Severity: s.Severity, Kind: s.Kind, Document: s.Document, Files: append([]string{}, s.Files...),
		Requirements: append([]string{}, s.Requirements...), Moves: append([]string{}, s.Moves...), Tasks: []jsonTask{}, Fields: append([]string{}, s.Fields...),
	}
	if s.Action == gap.Write {
		out.Command = toolName + " new " + s.Kind
	}
	for _, t := range s.Tasks {
		out.Tasks = append(out.Tasks, jsonTask{t.Rule.ID, t.Severity, t.Rule.Remediation, jsonFindings(t.Findings)})
	}
	return out
}

func jsonFindings(findings []*finding.Finding) []*jsonFinding {
	out := make([]*jsonFinding, len(findings))
	for i, f := range findings {
		out[i] = jsonOf(f)
	}
	return out
}
