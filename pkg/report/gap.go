package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/gap"
)

// Gap is a gap analysis to be shown.
type Gap struct {
	*Run // the frame: on which day, by which rules

	Analysis *gap.Analysis
	// By says what the headings are: one of [GapHeadings]. A framework's parts come
	// first, if there is one.
	By string
}

// GapHeadings are what requirements may stand under, apart from the parts of a
// framework.
func GapHeadings() []string { return []string{"group", "phase", "system"} }

// sections are the requirements under the headings that were asked for.
func (g *Gap) sections() []gap.Section {
	switch {
	case g.Analysis.Framework != nil && len(g.Analysis.Unmapped) > 0:
		return append(slices.Clone(g.Analysis.Parts), g.Analysis.Rest())
	case g.Analysis.Framework != nil:
		return g.Analysis.Parts
	case g.By == "phase":
		return g.Analysis.Phases
	case g.By == "system":
		sections := make([]gap.Section, len(g.Analysis.Systems))
		for i := range g.Analysis.Systems {
			sections[i] = gap.OfSystem(&g.Analysis.Systems[i])
		}
		return sections
	}
	return g.Analysis.Groups
}

// heading names what the sections are.
func (g *Gap) heading() string {
	switch {
	case g.Analysis.Framework != nil:
		return "By part of " + g.Analysis.Framework.Name
	case g.By == "phase":
		return "By phase of the cycle"
	case g.By == "system":
		return "By AI system"
	}
	return "By clause and group of controls"
}

// asked reports whether anything is: nothing is of a system out of scope.
func (g *Gap) asked() bool { return len(g.Analysis.Requirements) > 0 }

// standard says by which standard the analysis is.
func (g *Gap) standard() string {
	return "Gap analysis: " + catalog.Standard + ":" + catalog.Edition
}

// title says what the analysis is of.
func (g *Gap) title() string {
	if s := g.Analysis.System; s != nil {
		return g.standard() + ", AI system " + s.ID
	}
	return g.standard()
}

// facts are on what day and by which rules the states were found.
func (g *Gap) facts() string {
	facts, profile := []string{"as of " + g.AsOf}, "profile"
	if len(g.Profiles) > 1 {
		profile = "profiles"
	}
	if len(g.Profiles) > 0 {
		facts = append(facts, profile+" "+strings.Join(g.Profiles, ", "))
	}
	return strings.Join(append(facts, count{len(g.Documents), "document", "documents"}.String()+" checked"), ", ")
}

// picture says in plain words how things stand, what is missing first.
func (g *Gap) picture() []string {
	a := g.Analysis
	all := a.Controls.Total + a.Clauses.Total
	if !g.asked() {
		return []string{"The system is out of scope by its entry in the inventory: nothing is asked of it."}
	}
	in := func(state assess.State) int { return a.Controls.States[state] + a.Clauses.States[state] }
	of := func(state assess.State) string { return ofAll(state, a.Controls, a.Clauses) }
	var words []string
	if a.System != nil {
		words = append(words, fmt.Sprintf("Of each AI system %d controls and %d of the clauses are asked.", a.Controls.Total, a.Clauses.Total))
	}
	if len(g.Documents) == 0 {
		words = append(words, "No document was recognised.")
	}
	if n := in(assess.NoEvidence); n > 0 {
		lead := "Some requirements have no evidence"
		if 2*n > all {
			lead = "Most requirements have no evidence"
		}
		words = append(words, lead+": no document says anything about "+of(assess.NoEvidence)+".")
	}
	if in(assess.Gap) > 0 {
		words = append(words, "Rules object to what there is for "+of(assess.Gap)+".")
	}
	if in(assess.Gap)+in(assess.NoEvidence) == 0 {
		words = append(words, "No requirement has a gap, and none is without evidence; whether the evidence suffices is for people to judge.")
	}
	if in(assess.Waived) > 0 {
		words = append(words, "What rules object to is accepted for a time for "+of(assess.Waived)+".")
	}
	if in(assess.HumanReview) > 0 {
		words = append(words, "People alone can judge "+of(assess.HumanReview)+".")
	}
	if n := len(a.Unasked); n > 0 {
		words = append(words, fmt.Sprintf("For %s no rule in force asks for anything, so that no document would count: a larger profile asks for more.", count{n, "requirement", "requirements"}))
	}
	return words
}

// ofAll says how many controls and clauses are in a state, of how many.
func ofAll(state assess.State, controls, clauses assess.Count) string {
	var parts []string
	if controls.Total > 0 && controls.States[state] > 0 {
		parts = append(parts, fmt.Sprintf("%d of %d controls", controls.States[state], controls.Total))
	}
	if clauses.Total > 0 && clauses.States[state] > 0 {
		parts = append(parts, fmt.Sprintf("%d of %d clauses", clauses.States[state], clauses.Total))
	}
	return strings.Join(parts, " and ")
}

// explanation is what stands below: what the states and the headings mean.
func (g *Gap) explanation() []string {
	words := []string{
		"What the states mean: " + StateMeanings,
		"Every number is of the requirements named with it; none is a degree of compliance.",
	}
	if g.Analysis.Framework != nil {
		words = append(words, catalog.MappingMeans+" A requirement may stand under several parts, or under none.")
	}
	return words
}

// noSystems stands where there is no system to show.
const noSystems = "The inventory has no AI system; `aimslint new ai-system` begins an entry."

// says introduces the parts of a document that would count.
func says(s *gap.Step) string {
	if s.Action == gap.Write {
		return "What counts in it: "
	}
	return "It says nothing yet that counts of: "
}

// stepTitle says what a step does, without files.
func stepTitle(s *gap.Step) string {
	switch {
	case s.Action == gap.Write:
		return "Write a document of the kind " + s.Kind
	case s.Action == gap.Complete:
		return "Complete what is there of the kind " + s.Kind
	case s.Kind == "":
		return "Mend"
	}
	return "Mend the " + s.Kind
}

// stepEffect says what a step would change.
func stepEffect(s *gap.Step) string {
	bears := count{len(s.Requirements), "requirement", "requirements"}.String()
	rest := without(s.Requirements, s.Moves)
	switch {
	case len(s.Moves) == 0:
		return "Part of what is open for " + bears + ": " + strings.Join(s.Requirements, ", ")
	case len(rest) == 0:
		return "Changes the state of " + bears + ": " + strings.Join(s.Moves, ", ")
	}
	return fmt.Sprintf("Changes the state of %d of %s: %s; part of what is open for %s", len(s.Moves), bears, strings.Join(s.Moves, ", "), strings.Join(rest, ", "))
}

func without(all, some []string) []string {
	known := map[string]bool{}
	for _, id := range some {
		known[id] = true
	}
	var rest []string
	for _, id := range all {
		if !known[id] {
			rest = append(rest, id)
		}
	}
	return rest
}

// sayOf are the parts of a document of a kind in which the fields of a step stand.
func sayOf(s *gap.Step) []string {
	var parts []string
	known := map[string]bool{}
	for _, pattern := range s.Fields {
		part, _, _ := strings.Cut(pattern, ".")
		if !known[part] {
			known[part] = true
			parts = append(parts, part)
		}
	}
	return parts
}

// objections counts those that a step answers.
func objections(s *gap.Step) string {
	return list(count{s.Errors(), "error", "errors"}, count{s.Warnings(), "warning", "warnings"})
}
