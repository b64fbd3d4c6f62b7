package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/gap"
)

// WriteGapMarkdown writes a gap analysis as a document to be handed on: how things
// stand, what to do next, and every requirement with its reason and its documents.
func WriteGapMarkdown(w io.Writer, g *Gap) error {
	m := &gapMarkdown{markdown: &markdown{}, gap: g}
	a := g.Analysis
	title := g.standard()
	if a.System != nil {
		title += ", AI system " + code(a.System.ID)
	}
	m.linef("# %s\n\n%s; %s %s.\n", title, sentenceOf(g.facts()), toolName, Markdown(or(g.Version, "(no version)")))
	m.linef("**%s**\n", strings.Join(g.picture(), " "))
	if g.asked() {
		m.linef("%s", countsTable([2]assess.Count{a.Controls, a.Clauses}, nil))
		m.sections()
		m.steps()
		m.requirements()
	}
	if a.Framework != nil {
		m.linef("\n%s", catalog.MappingMeans)
	}
	_, err := io.WriteString(w, m.text.String())
	return err
}

func sentenceOf(text string) string { return strings.ToUpper(text[:1]) + text[1:] }

type gapMarkdown struct {
	*markdown

	gap *Gap
}

// sections are a table with a row for each heading: every state is counted.
func (m *gapMarkdown) sections() {
	sections := m.gap.sections()
	m.linef("## %s\n", m.gap.heading())
	if len(sections) == 0 {
		m.linef("%s\n", noSystems)
		return
	}
	var head strings.Builder
	for _, state := range assess.States() {
		head.WriteString(" | " + string(state))
	}
	m.linef("| requirements%s | of |\n|---|%s--:|", head.String(), strings.Repeat("--:|", len(assess.States())))
	for _, s := range sections {
		cells := []string{prose(nameOf(&s))}
		for _, state := range assess.States() {
			cells = append(cells, strconv.Itoa(s.Count.States[state]))
		}
		m.linef("| %s | %d |", strings.Join(cells, " | "), s.Count.Total)
	}
	m.linef("")
}

// nameOf is a heading in one line.
func nameOf(s *gap.Section) string {
	return strings.TrimSpace(s.ID + " " + s.Title)
}

func (m *gapMarkdown) steps() {
	steps := m.gap.Analysis.Steps
	if len(steps) == 0 {
		return
	}
	m.linef("## What to do next\n\nThe weightiest first: errors before warnings, those before what is only missing; among equals what changes the\nstate of more requirements.\n")
	for i := range steps {
		m.step(i+1, &steps[i])
	}
}

func (m *gapMarkdown) step(number int, s *gap.Step) {
	title := stepTitle(s)
	if s.Action == gap.Mend {
		title += " " + code(s.Files[0])
	}
	if words := objections(s); words != "" {
		title += ": " + words
	}
	m.linef("### %d. %s\n\n%s.\n", number, title, stepEffect(s))
	for i := range s.Tasks {
		m.task(s, &s.Tasks[i])
	}
	if s.Action == gap.Write {
		m.linef("- %s prints a start.", code(toolName+" new "+s.Kind))
	}
	if s.Action == gap.Complete {
		m.linef("- In %s", codes(s.Files))
	}
	if len(s.Fields) > 0 {
		m.linef("- %s%s", says(s), codes(sayOf(s)))
	}
	m.linef("")
}

// codes are paths and names, as many as are read.
func codes(texts []string) string {
	shown := make([]string, 0, len(texts))
	for i, text := range texts {
		if i == mostDetails {
			shown = append(shown, fmt.Sprintf("and %d more", len(texts)-i))
			break
		}
		shown = append(shown, code(text))
	}
	return strings.Join(shown, ", ")
}

func (m *gapMarkdown) task(s *gap.Step, task *gap.Task) {
	m.linef("- %s %s: %s", task.Severity, code(task.Rule.ID), prose(strings.Join(strings.Fields(task.Rule.Remediation), " ")))
	for i, f := range task.Findings {
		if i == mostDetails {
			m.linef("  - and %s", count{len(task.Findings) - i, "more finding", "more findings"})
			return
		}
		place := fmt.Sprintf("line %d", physical(f.Location).Region.StartLine)
		if s.Action != gap.Mend || f.Location.File != s.Files[0] {
			place = code(whereabouts(f.Location))
		}
		m.linef("  - %s: %s", place, prose(f.Message))
	}
}

// requirements are all of them under their headings.
func (m *gapMarkdown) requirements() {
	m.linef("## Requirements")
	for _, s := range m.gap.sections() {
		m.linef("\n### %s\n", prose(nameOf(&s)))
		if s.Source != "" && s.Source != s.ID {
			m.linef("Mapped by: %s.\n", prose(strings.TrimSuffix(s.Source, ".")))
		}
		if len(s.Requirements) == 0 {
			m.linef("Out of scope: nothing is asked.")
			continue
		}
		m.linef("| requirement | state | reason | documents |\n|---|---|---|---|")
		for _, r := range s.Requirements {
			m.linef("| %s %s | %s | %s | %s |", Markdown(r.ID), prose(r.Topic), stateWords(r), prose(r.Reason), evidenceCells(r))
		}
	}
}

// stateWords is a state, with its last day if it has one.
func stateWords(r *assess.Requirement) string {
	if r.Until == "" {
		return string(r.State)
	}
	return string(r.State) + " until " + Markdown(r.Until)
}

// evidenceCells are the documents that count for a requirement, with their strength.
func evidenceCells(r *assess.Requirement) string {
	const most = 10
	var cells []string
	for i, e := range r.Evidence {
		if i == most {
			cells = append(cells, fmt.Sprintf("and %d more", len(r.Evidence)-i))
			break
		}
		cells = append(cells, code(e.Document.File)+" "+string(e.Strength))
	}
	return strings.Join(cells, "<br>")
}
