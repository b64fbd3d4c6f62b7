package report

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/gap"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/workbook"
)

// WriteGapBook writes a gap analysis as a workbook (XLSX) with a sheet each for the
// requirements, the steps, the evidence, the findings, the systems and the parts of
// a framework, and one that says what they are.
func WriteGapBook(w io.Writer, g *Gap) error {
	book := &workbook.Book{
		Title: g.title(), Subject: catalog.Standard + ":" + catalog.Edition,
		Description: sentenceOf(g.facts()) + ", " + toolName + " " + or(g.Version, "(no version)"),
		Sheets:      []workbook.Sheet{requirementSheet(g), stepSheet(g), evidenceSheet(g), findingSheet(g)},
	}
	if g.Analysis.System == nil {
		book.Sheets = append(book.Sheets, systemSheet(g))
	}
	if g.Analysis.Framework != nil {
		book.Sheets = append(book.Sheets, frameworkSheet(g))
	}
	book.Sheets = append(book.Sheets, aboutSheet(g))
	return workbook.Write(w, book)
}

// stateTones repeat the states in colour.
var stateTones = map[assess.State]workbook.Tone{
	assess.Verified: workbook.Good, assess.Attested: workbook.Good, assess.HumanReview: workbook.Quiet, assess.Excluded: workbook.Quiet,
	assess.Waived: workbook.Fair, assess.NoEvidence: workbook.Fair, assess.Gap: workbook.Bad,
}

func stateCell(r *assess.Requirement) workbook.Cell {
	return workbook.Cell{Text: string(r.State), Tone: stateTones[r.State]}
}

func severityCell(s rule.Severity) workbook.Cell {
	tones := map[rule.Severity]workbook.Tone{rule.Error: workbook.Bad, rule.Warning: workbook.Fair}
	return workbook.Cell{Text: string(s), Tone: tones[s]}
}

func named(names ...any) []workbook.Column {
	columns := make([]workbook.Column, 0, len(names)/2)
	for i := 0; i+1 < len(names); i += 2 {
		name, _ := names[i].(string)
		width, _ := names[i+1].(int)
		columns = append(columns, workbook.Column{Name: name, Width: width})
	}
	return columns
}

func requirementSheet(g *Gap) workbook.Sheet {
	a := g.Analysis
	s := workbook.Sheet{
		Name: "Requirements", Title: append([]string{g.title()}, strings.Join(g.picture(), " ")), Frozen: 2,
		Columns: named("Requirement", 13, "Topic", 32, "Kind", 9, "Group", 26, "Phase", 8, "State", 14, "Until", 11, "Reason", 52,
			"Documents", 10, "Objections", 11, "What a repository can show", 52),
	}
	groups := map[string]string{}
	for _, group := range catalog.Groups() {
		groups[group.ID] = group.ID + " " + group.Title
	}
	for i := range a.Requirements {
		r := &a.Requirements[i]
		row := workbook.Text(r.ID, r.Topic, r.Kind(), groups[r.Group], string(r.Phase), "", r.Until, r.Reason,
			strconv.Itoa(len(r.Evidence)), strconv.Itoa(standing(r)), r.Requirement.Evidence)
		row[0].Tone, row[5] = workbook.Strong, stateCell(r)
		s.Rows = append(s.Rows, row)
	}
	return s
}

// standing is how many objections stand against a requirement.
func standing(r *assess.Requirement) int {
	n := 0
	for _, f := range r.Findings {
		if assess.Stands(f) {
			n++
		}
	}
	return n
}

func stepSheet(g *Gap) workbook.Sheet {
	s := workbook.Sheet{
		Name: "Steps", Frozen: 2,
		Title: []string{
			"What to do next, the weightiest first",
			"Errors come before warnings, those before what is only missing; among equals what changes the state of more requirements. A step has a row for each rule that it answers.",
		},
		Columns: named("Step", 6, "Action", 10, "Severity", 10, "Kind", 20, "Document or files", 36, "What to do", 60, "Rule", 34, "Places", 36,
			"Changes the state of", 28, "How many", 9, "Bears on", 28),
	}
	for i := range g.Analysis.Steps {
		s.Rows = append(s.Rows, stepRows(strconv.Itoa(i+1), &g.Analysis.Steps[i])...)
	}
	return s
}

// stepRows are a row for each rule of a step, and one for what documents do not say.
func stepRows(number string, s *gap.Step) [][]workbook.Cell {
	var rows [][]workbook.Cell
	add := func(severity rule.Severity, what, rule, places string) {
		row := workbook.Text(number, string(s.Action), "", s.Kind, strings.Join(s.Files, "\n"), what, rule, places,
			strings.Join(s.Moves, ", "), strconv.Itoa(len(s.Moves)), strings.Join(s.Requirements, ", "))
		row[2] = severityCell(severity)
		rows = append(rows, row)
	}
	for _, t := range s.Tasks {
		places := make([]string, len(t.Findings))
		for i, f := range t.Findings {
			places[i] = whereabouts(f.Location)
		}
		add(t.Severity, t.Rule.Remediation, t.Rule.ID, strings.Join(places, "\n"))
	}
	if len(s.Fields) > 0 {
		what := says(s) + strings.Join(sayOf(s), ", ") + "."
		if s.Action == gap.Write {
			what = "Write a document of this kind (" + toolName + " new " + s.Kind + " prints a start). " + what
		}
		add("", what, "", "")
	}
	return rows
}

// evidenceSheet has a row for each document that counts for a requirement.
func evidenceSheet(g *Gap) workbook.Sheet {
	s := workbook.Sheet{
		Name: "Evidence", Title: []string{"What documents state for each requirement"}, Frozen: 1,
		Columns: named("Requirement", 13, "Topic", 30, "Strength", 11, "Kind", 20, "Document", 26, "File", 44, "Fields, with their lines", 60, "Agrees by the rules", 46),
	}
	for i := range g.Analysis.Requirements {
		r := &g.Analysis.Requirements[i]
		for _, e := range r.Evidence {
			fields := make([]string, len(e.Fields))
			var rules []string
			for k, f := range e.Fields {
				fields[k] = fmt.Sprintf("%s (%d)", f.Pattern, physical(f.Place).Region.StartLine)
				if f.Place.File != e.Document.File {
					fields[k] = f.Pattern + " (" + whereabouts(f.Place) + ")"
				}
				rules = append(rules, f.VerifiedBy...)
			}
			slices.Sort(rules)
			row := workbook.Text(r.ID, r.Topic, string(e.Strength), e.Document.Kind, e.Document.ID, e.Document.File,
				strings.Join(fields, ", "), strings.Join(slices.Compact(rules), ", "))
			if e.Strength == rule.Verified {
				row[2].Tone = workbook.Good
			}
			s.Rows = append(s.Rows, row)
		}
	}
	return s
}

// findingSheet holds the findings about the requirements that are shown, each once.
func findingSheet(g *Gap) workbook.Sheet {
	s := workbook.Sheet{
		Name: "Findings", Title: []string{"What rules say about the documents"}, Frozen: 1,
		Columns: named("Severity", 10, "State", 10, "Rule", 34, "Message", 60, "What to do", 60, "Place", 44, "Kind", 20, "Document", 24, "Requirements", 24, "Fingerprint", 34),
	}
	for _, f := range g.findings() {
		row := workbook.Text("", string(stateOf(f)), f.Rule.ID, f.Message, f.Rule.Remediation, whereabouts(f.Location), f.Kind, f.Document,
			strings.Join(f.Rule.Requirements, ", "), f.Fingerprint)
		row[0] = severityCell(f.Severity)
		s.Rows = append(s.Rows, row)
	}
	return s
}

// findings are those that the analysis is about: all, or those against what is asked
// of a system.
func (g *Gap) findings() []*finding.Finding {
	concerned := map[*finding.Finding]bool{}
	for _, r := range g.Analysis.Requirements {
		for _, f := range r.Findings {
			concerned[f] = true
		}
	}
	var found []*finding.Finding
	for i := range g.Findings {
		if f := &g.Findings[i]; g.Analysis.System == nil || concerned[f] {
			found = append(found, f)
		}
	}
	return found
}

func systemSheet(g *Gap) workbook.Sheet {
	s := workbook.Sheet{
		Name: "Systems", Title: []string{"What is asked of each AI system of the inventory"}, Frozen: 2,
		Columns: named("System", 22, "Name", 28, "Stage", 14, "In scope", 9, "Requirement", 13, "Topic", 32, "State", 14, "Until", 11, "Reason", 52, "Documents", 10, "Objections", 11),
	}
	for i := range g.Analysis.Systems {
		system := &g.Analysis.Systems[i]
		if !system.InScope {
			s.Rows = append(s.Rows, workbook.Text(system.ID, system.Name, system.Stage, "no", "", "", "", "", "Out of scope: nothing is asked."))
		}
		for k := range system.Requirements {
			r := &system.Requirements[k]
			row := workbook.Text(system.ID, system.Name, system.Stage, "yes", r.ID, r.Topic, "", r.Until, r.Reason, strconv.Itoa(len(r.Evidence)), strconv.Itoa(standing(r)))
			row[6] = stateCell(r)
			s.Rows = append(s.Rows, row)
		}
	}
	return s
}

func frameworkSheet(g *Gap) workbook.Sheet {
	f := g.Analysis.Framework
	s := workbook.Sheet{
		Name: "Framework", Title: []string{f.Name + ": " + f.Title, catalog.MappingMeans, f.Source}, Frozen: 2,
		Columns: named("Part", 14, "Topic", 36, "Mapped by", 30, "Requirement", 13, "Topic of the requirement", 32, "State", 14, "Reason", 52),
	}
	for _, part := range g.sections() {
		for _, r := range part.Requirements {
			row := workbook.Text(part.ID, part.Title, part.Source, r.ID, r.Topic, "", r.Reason)
			row[5] = stateCell(r)
			s.Rows = append(s.Rows, row)
		}
	}
	return s
}

// aboutSheet explains, and counts under all headings but those of a framework.
func aboutSheet(g *Gap) workbook.Sheet {
	a := g.Analysis
	s := workbook.Sheet{
		Name: "About", Frozen: 1, Title: append([]string{g.title(), sentenceOf(g.facts()) + ", " + toolName + " " + or(g.Version, "(no version)")}, g.explanation()...),
		Columns: named("Requirements", 48),
	}
	for _, state := range assess.States() {
		s.Columns = append(s.Columns, workbook.Column{Name: string(state), Width: 10})
	}
	s.Columns = append(s.Columns, workbook.Column{Name: "of", Width: 6})
	add := func(name string, c assess.Count, tone workbook.Tone) {
		row := workbook.Text(name)
		for _, state := range assess.States() {
			row = append(row, workbook.Cell{Text: strconv.Itoa(c.States[state])})
		}
		row = append(row, workbook.Cell{Text: strconv.Itoa(c.Total)})
		for i := range row {
			row[i].Tone = tone
		}
		s.Rows = append(s.Rows, row)
	}
	add("Controls of Annex A", a.Controls, workbook.Strong)
	add("Clauses", a.Clauses, workbook.Strong)
	for _, sections := range [][]gap.Section{a.Groups, a.Phases} {
		for i := range sections {
			add(nameOf(&sections[i]), sections[i].Count, workbook.Plain)
		}
	}
	return s
}
