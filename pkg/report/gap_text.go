package report

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/fatih/color"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/gap"
)

const (
	// shownSteps and shownTasks are how many steps text shows, and rules of one; the
	// rest is counted.
	shownSteps = 5
	shownTasks = 3
	// leastTitle is how wide the titles of a table are at least, and mostTitle at most.
	leastTitle = 24
	mostTitle  = 60
)

// WriteGap writes a gap analysis for a person at a terminal: how things stand, a
// table, and what to do next. With Verbose each requirement has its reason.
func WriteGap(w io.Writer, g *Gap, options Options) error {
	t := &gapText{text: newText(w, g.Run, options), gap: g}
	t.print(t.bold.Sprint(startOfLine(Printable(g.title()))))
	t.hanging(0, g.facts(), t.faint)
	t.print()
	t.hanging(0, strings.Join(g.picture(), " "), t.plain)
	if g.asked() {
		t.print()
		t.table()
		t.steps()
	}
	if !options.Quiet {
		t.print()
		t.hanging(0, strings.Join(g.explanation(), " "), t.faint)
	}
	return t.out.Flush()
}

type gapText struct {
	*text

	gap *Gap
}

// hanging writes a paragraph, indented by some columns.
func (t *gapText) hanging(indent int, words string, style *color.Color) {
	for _, line := range wrap(words, max(t.width-indent, leastWidth/2)) {
		t.print(strings.Repeat(" ", indent), style.Sprint(line))
	}
}

// state is the colour of a state.
func (t *gapText) state(state assess.State) *color.Color {
	switch state {
	case assess.Gap:
		return t.err
	case assess.NoEvidence, assess.Waived:
		return t.warning
	case assess.Verified:
		return t.bold
	}
	return t.plain
}

// table counts the requirements of each section, and all of them below.
func (t *gapText) table() {
	sections := t.gap.sections()
	states := t.occurring(sections)
	whose := ""
	if t.gap.Analysis.Framework != nil {
		whose = " of " + catalog.Standard
	}
	totals := []gap.Section{
		{Title: "all clauses" + whose, Count: t.gap.Analysis.Clauses},
		{Title: "all controls of Annex A" + whose, Count: t.gap.Analysis.Controls},
	}
	idWidth, titleWidth := 0, 0
	for _, s := range append(totals, sections...) {
		idWidth = max(idWidth, screen.StringWidth(Printable(s.ID)))
		titleWidth = max(titleWidth, screen.StringWidth(Printable(s.Title)))
	}
	numbers := len("   of")
	for _, state := range states {
		numbers += 2 + len(state)
	}
	columns := columns{id: idWidth, title: min(titleWidth, mostTitle, t.width-idWidth-2-numbers), states: states}
	columns.narrow = columns.title < min(titleWidth, leastTitle)
	t.print(t.bold.Sprint(startOfLine(Printable(t.gap.heading()))))
	if len(sections) == 0 {
		t.hanging(0, noSystems, t.plain)
	}
	if !columns.narrow {
		t.print(t.faint.Sprint(strings.Repeat(" ", columns.id+2+columns.title) + columns.header()))
	}
	for _, s := range sections {
		t.row(&s, columns)
		t.open(&s, columns.id+2)
	}
	for _, s := range totals {
		if s.Count.Total > 0 {
			t.row(&s, columns)
		}
	}
}

// columns are the widths of a table and the states that it counts.
type columns struct {
	id, title int
	states    []assess.State
	narrow    bool // the counts are words on a line of their own
}

func (c columns) header() string {
	var line strings.Builder
	for _, state := range c.states {
		line.WriteString("  " + string(state))
	}
	return line.String() + "   of"
}

// occurring are the states that a table has to count: the others are of none.
func (t *gapText) occurring(sections []gap.Section) []assess.State {
	var states []assess.State
	for _, state := range assess.States() {
		n := t.gap.Analysis.Controls.States[state] + t.gap.Analysis.Clauses.States[state]
		for _, s := range sections {
			n += s.Count.States[state]
		}
		if n > 0 {
			states = append(states, state)
		}
	}
	return states
}

func (t *gapText) row(s *gap.Section, c columns) {
	id := pad(Printable(s.ID), c.id)
	if s.Count.Total == 0 {
		t.print(startOfLine(id), "  ", Printable(s.Title), t.faint.Sprint("  out of scope: nothing is asked"))
		return
	}
	if c.narrow {
		t.print(startOfLine(id), "  ", Printable(s.Title))
		t.hanging(c.id+4, inWords(s.Count), t.plain)
		return
	}
	lines := wrap(s.Title, c.title)
	var line strings.Builder
	line.WriteString(startOfLine(id) + "  " + pad(lines[0], c.title))
	for _, state := range c.states {
		n := s.Count.States[state]
		style := t.state(state)
		if n == 0 {
			style = t.faint
		}
		line.WriteString(style.Sprintf("  %*d", len(state), n))
	}
	fmt.Fprintf(&line, "  %3d", s.Count.Total)
	t.print(line.String())
	for _, more := range lines[1:] {
		t.print(strings.Repeat(" ", c.id+2), more)
	}
}

// pad fills a text up to a width.
func pad(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-screen.StringWidth(text)))
}

// inWords are the counts of a section in words, those of none left out.
func inWords(c assess.Count) string {
	var words []string
	for _, state := range assess.States() {
		if n := c.States[state]; n > 0 {
			words = append(words, fmt.Sprintf("%d %s", n, state))
		}
	}
	return strings.Join(words, ", ") + ", of " + strconv.Itoa(c.Total)
}

// open names what is open in a section; with Verbose every requirement of it.
func (t *gapText) open(s *gap.Section, indent int) {
	if t.options.Verbose {
		for _, r := range s.Requirements {
			t.print(strings.Repeat(" ", indent), t.state(r.State).Sprint(pad(string(r.State), len(assess.HumanReview))), "  ", pad(r.ID, 8), " ", r.Topic)
			const indented = len(assess.HumanReview) + 2 + 9
			t.hanging(indent+indented, r.Reason, t.faint)
			for _, e := range r.Evidence {
				t.hanging(indent+indented, t.evidence(&e), t.faint)
			}
		}
		return
	}
	for _, state := range []assess.State{assess.Gap, assess.NoEvidence} {
		if ids := gap.In(s.Requirements, state); len(ids) > 0 {
			t.hanging(indent, string(state)+": "+strings.Join(ids, ", "), t.faint)
		}
	}
}

// evidence is a document that counts, with the lines of what it states.
func (t *gapText) evidence(e *assess.Evidence) string {
	places := make([]string, len(e.Fields))
	for i, f := range e.Fields {
		places[i] = strconv.Itoa(f.Place.Span.Start.Line)
		if f.Place.File != e.Document.File {
			places[i] = t.run.Shown(f.Place.File) + ":" + places[i]
		}
	}
	return fmt.Sprintf("%s %s: %s", e.Strength, t.run.Shown(e.Document.File), strings.Join(slices.Compact(places), ", "))
}

// steps are what to do next.
func (t *gapText) steps() {
	steps := t.gap.Analysis.Steps
	if len(steps) == 0 {
		return
	}
	t.print()
	t.print(t.bold.Sprintf("What to do next: %s, the weightiest first", count{len(steps), "step", "steps"}))
	for i := range steps {
		if i == shownSteps && !t.options.Verbose {
			t.print()
			t.print(t.faint.Sprintf("and %s; --verbose shows all", count{len(steps) - i, "more step", "more steps"}))
			return
		}
		t.print()
		t.step(i+1, &steps[i])
	}
}

const stepIndent = 4

func (t *gapText) step(number int, s *gap.Step) {
	title := stepTitle(s)
	if s.Action == gap.Mend {
		title += " " + t.run.Shown(s.Files[0])
	}
	if words := objections(s); words != "" {
		title += ": " + words
	}
	style := t.bold
	if s.Severity != "" {
		style = t.severity(s.Severity)
	}
	for i, line := range wrap(title, t.width-stepIndent) {
		lead := strings.Repeat(" ", stepIndent)
		if i == 0 {
			lead = fmt.Sprintf("%2d  ", number)
		}
		t.print(lead, style.Sprint(line))
	}
	t.hanging(stepIndent, stepEffect(s)+".", t.plain)
	for i, task := range s.Tasks {
		if i == shownTasks && !t.options.Verbose {
			t.print(strings.Repeat(" ", stepIndent), t.faint.Sprintf("and %s; --verbose shows all", count{len(s.Tasks) - i, "more rule", "more rules"}))
			break
		}
		t.task(s, &task)
	}
	t.supply(s)
}

// task is what a rule asks for: where, and what to do.
func (t *gapText) task(s *gap.Step, task *gap.Task) {
	t.hanging(stepIndent, fmt.Sprintf("%s %s: %s", task.Severity, task.Rule.ID, t.places(s, task)), t.plain)
	if t.options.Verbose {
		message := ""
		for _, f := range task.Findings {
			if f.Message != message {
				message = f.Message
				t.hanging(stepIndent+2, message, t.plain)
			}
		}
	}
	if task.Rule.Remediation != "" {
		t.hanging(stepIndent+2, task.Rule.Remediation, t.help)
	}
}

// places are the lines of a task, with the file where it is not that of the step.
func (t *gapText) places(s *gap.Step, task *gap.Task) string {
	var lines, others []string
	for _, f := range task.Findings {
		line := strconv.Itoa(f.Location.Span.Start.Line)
		if s.Action == gap.Mend && f.Location.File == s.Files[0] {
			lines = append(lines, line)
		} else {
			others = append(others, t.run.Shown(f.Location.File)+":"+line)
		}
	}
	switch len(lines) {
	case 0:
	case 1:
		others = append([]string{"line " + lines[0]}, others...)
	default:
		others = append([]string{"lines " + strings.Join(lines, ", ")}, others...)
	}
	if n := len(others); n > shownPerRule && !t.options.Verbose {
		others = append(others[:shownPerRule], fmt.Sprintf("and %d more", n-shownPerRule))
	}
	return strings.Join(others, ", ")
}

// supply says what documents that are missing or silent would state.
func (t *gapText) supply(s *gap.Step) {
	if s.Action == gap.Write {
		t.print(strings.Repeat(" ", stepIndent), t.help.Sprint("aimslint new "+s.Kind), t.faint.Sprint(" prints a start"))
	}
	if s.Action == gap.Complete {
		files := make([]string, len(s.Files))
		for i, file := range s.Files {
			files[i] = t.run.Shown(file)
		}
		if n := len(files); n > shownPerRule && !t.options.Verbose {
			files = append(files[:shownPerRule], fmt.Sprintf("and %d more", n-shownPerRule))
		}
		t.hanging(stepIndent, "In "+strings.Join(files, ", "), t.plain)
	}
	if len(s.Fields) > 0 {
		t.hanging(stepIndent, says(s)+strings.Join(t.fields(s), ", "), t.plain)
	}
}

// fields are what a document does not state: in full with Verbose.
func (t *gapText) fields(s *gap.Step) []string {
	if t.options.Verbose {
		return s.Fields
	}
	return sayOf(s)
}
