// Package gap arranges an assessment for those who have to close what is open: the
// requirements under headings, each heading with what it counts, and what to do next
// in order of weight. It counts and orders; it judges nothing anew.
package gap

import (
	"slices"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/catalog"
)

// Section is some requirements under a heading. A requirement may stand under
// several headings of a framework, and under none.
type Section struct {
	ID, Title string
	// Source is what the mapping of a framework's part rests on; else "".
	Source       string
	Requirements []*assess.Requirement
	Count        assess.Count
}

// Analysis is a gap analysis.
type Analysis struct {
	// System is the one that the analysis is of; nil for the whole repository.
	System *assess.System
	// Requirements are all that are asked, in the standard's order.
	Requirements      []assess.Requirement
	Controls, Clauses assess.Count
	// Groups and Phases hold each requirement once.
	Groups, Phases []Section
	// Systems have a section each, empty for one that is out of scope; nil if the
	// analysis is of one system.
	Systems []assess.System
	// Framework is the one under whose parts the evidence is shown too, if any.
	Framework *catalog.Framework
	Parts     []Section
	// Unmapped are the requirements that are relevant to no part of it.
	Unmapped []*assess.Requirement
	// Steps are what to do next, the weightiest first.
	Steps []Step
	// Unasked are requirements without evidence for which no rule in force asks
	// anything, so that no document could show them: the profile asks for less.
	Unasked []*assess.Requirement
}

// Of makes the analysis of an assessment, or of one of its systems, and under the
// headings of a framework if one is given.
func Of(a *assess.Assessment, system *assess.System, framework *catalog.Framework) *Analysis {
	g := &Analysis{System: system, Framework: framework, Requirements: a.Requirements}
	if system == nil {
		g.Systems = a.Systems
	} else {
		g.Requirements = system.Requirements
	}
	g.Controls = assess.Tally(g.Requirements, assess.Requirement.IsControl)
	g.Clauses = assess.Tally(g.Requirements, func(r assess.Requirement) bool { return !r.IsControl() })
	for _, group := range catalog.Groups() {
		g.Groups = g.with(g.Groups, Section{ID: group.ID, Title: group.Title}, func(r *assess.Requirement) bool { return r.Group == group.ID })
	}
	for _, phase := range phases {
		g.Phases = g.with(g.Phases, Section{ID: string(phase.id), Title: phase.title}, func(r *assess.Requirement) bool { return r.Phase == phase.id })
	}
	if framework != nil {
		for _, e := range framework.Entries {
			part := Section{ID: e.ID, Title: e.Topic, Source: e.Source}
			g.Parts = g.with(g.Parts, part, func(r *assess.Requirement) bool { return slices.Contains(e.Requirements, r.ID) })
		}
		for _, rest := range g.with(nil, Section{}, func(r *assess.Requirement) bool { return len(framework.For(r.ID).Entries) == 0 }) {
			g.Unmapped = rest.Requirements
		}
	}
	g.plan(a)
	return g
}

// Rest is the section of what stands under no part of the framework.
func (g *Analysis) Rest() Section {
	return Section{Title: "under no part", Requirements: g.Unmapped, Count: tally(g.Unmapped)}
}

// phases of the cycle, in its order, with what belongs to each.
var phases = []struct {
	id    catalog.Phase
	title string
}{
	{catalog.Plan, "clauses 4 to 7"},
	{catalog.Do, "clause 8 and the controls of Annex A"},
	{catalog.Check, "clause 9"},
	{catalog.Act, "clause 10"},
}

// with adds a section of the requirements that belong to it, unless there is none.
func (g *Analysis) with(sections []Section, s Section, belongs func(*assess.Requirement) bool) []Section {
	for i := range g.Requirements {
		if r := &g.Requirements[i]; belongs(r) {
			s.Requirements = append(s.Requirements, r)
		}
	}
	if len(s.Requirements) == 0 {
		return sections
	}
	s.Count = tally(s.Requirements)
	return append(sections, s)
}

// OfSystem is the section of a system.
func OfSystem(s *assess.System) Section {
	section := Section{ID: s.ID, Title: s.Name}
	for i := range s.Requirements {
		section.Requirements = append(section.Requirements, &s.Requirements[i])
	}
	section.Count = tally(section.Requirements)
	return section
}

func tally(requirements []*assess.Requirement) assess.Count {
	values := make([]assess.Requirement, len(requirements))
	for i, r := range requirements {
		values[i] = *r
	}
	return assess.Tally(values, func(assess.Requirement) bool { return true })
}

// In are the ids of those of some requirements that are in a state.
func In(requirements []*assess.Requirement, state assess.State) []string {
	var ids []string
	for _, r := range requirements {
		if r.State == state {
			ids = append(ids, r.ID)
		}
	}
	return ids
}
