package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/fatih/color"

	"github.com/aimslint/aimslint/pkg/exception"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
)

const (
	defaultWidth = 100
	leastWidth   = 40
	// shownPerRule and shownRelated are how many places text shows of one rule
	// in one file, and of one finding; the rest is counted.
	shownPerRule = 10
	shownRelated = 3
)

// writeText writes the report for a person at a terminal.
func writeText(w io.Writer, run *Run, options Options) error {
	t := newText(w, run, options)
	for _, file := range byFile(run.Findings) {
		t.file(file)
	}
	t.accepted()
	t.summary()
	return t.out.Flush()
}

// text writes the parts of the report for a person.
type text struct {
	styles

	out     *bufio.Writer
	run     *Run
	options Options
	width   int
}

func newText(w io.Writer, run *Run, options Options) *text {
	width := max(options.Width, leastWidth)
	if options.Width == 0 {
		width = defaultWidth
	}
	return &text{styles: newStyles(options.Color), out: bufio.NewWriter(w), run: run, options: options, width: width}
}

// print writes a line. An error stays with the writer until it is flushed.
func (t *text) print(parts ...string) {
	for _, part := range parts {
		_, _ = t.out.WriteString(part)
	}
	_ = t.out.WriteByte('\n')
}

func (t *text) summary() {
	if s := summarize(t.run); s.open > 0 || !t.options.Quiet {
		hint := ""
		if s.Waived+s.Baseline+s.Excluded > 0 && !t.options.ShowWaived {
			hint = t.faint.Sprint(" (--show-waived lists what is accepted)")
		}
		t.print(t.bold.Sprint(s.String()), hint)
	}
}

// accepted lists the findings that do not count, each with why.
func (t *text) accepted() {
	if !t.options.ShowWaived {
		return
	}
	title := "Accepted, and not counted"
	for i := range t.run.Findings {
		f := &t.run.Findings[i]
		if f.Counts() {
			continue
		}
		if title != "" {
			t.print(t.bold.Sprint(title))
			title = ""
		}
		t.print("  ", t.run.Shown(f.Location.File), ":", f.Location.Span.Start.String(), "  ", t.bold.Sprint(Printable(f.Rule.ID)))
		for _, words := range []string{f.Message, stopped(acceptance(f))} {
			for _, line := range wrap(words, t.width-4) {
				t.print("    ", line)
			}
		}
		if e := f.Exception; e != nil {
			t.print("    ", t.faint.Sprint("see ", t.run.Shown(e.Location.File), ":", e.Location.Span.Start))
		}
	}
	if title == "" {
		t.print()
	}
}

func stopped(text string) string { return strings.TrimSuffix(text, ".") + "." }

// waiver shows the entry of the waiver file that would accept a finding.
func (t *text) waiver(f *finding.Finding) {
	day, err := time.Parse(time.DateOnly, t.run.AsOf)
	if !t.options.PrintWaivers || err != nil {
		return
	}
	entry := exception.Entry(f, t.run.Exceptions.Folder, day.AddDate(0, 0, t.run.Exceptions.MaxDays).Format(time.DateOnly))
	for line := range strings.Lines(entry) {
		t.print(t.faint.Sprint(Printable(strings.TrimSuffix(line, "\n"))))
	}
}

// block is what one rule has to say about one file.
type block struct {
	rule     *rule.Rule
	severity rule.Severity
	findings []*finding.Finding
}

// byFile groups the open findings by file, and within a file by rule.
func byFile(findings []finding.Finding) [][]*block {
	var files [][]*block
	file := ""
	for i := range findings {
		f := &findings[i]
		if !f.Counts() {
			continue
		}
		if len(files) == 0 || f.Location.File != file {
			files, file = append(files, nil), f.Location.File
		}
		blocks := &files[len(files)-1]
		same := func(b *block) bool { return b.rule.ID == f.Rule.ID && b.severity == f.Severity }
		at := slices.IndexFunc(*blocks, same)
		if at < 0 {
			at = len(*blocks)
			*blocks = append(*blocks, &block{rule: f.Rule, severity: f.Severity})
		}
		(*blocks)[at].findings = append((*blocks)[at].findings, f)
	}
	return files
}

func (t *text) file(blocks []*block) {
	t.print(t.bold.Sprint(t.run.Shown(blocks[0].findings[0].Location.File)))
	for _, b := range blocks {
		t.block(b)
		t.print()
	}
}

func (t *text) block(b *block) {
	requirements := ""
	if len(b.rule.Requirements) > 0 {
		requirements = t.faint.Sprint(" · " + Printable(strings.Join(b.rule.Requirements, ", ")))
	}
	t.print("  ", t.severity(b.severity).Sprint(b.severity), "  ", t.bold.Sprint(Printable(b.rule.ID)), requirements)
	message := ""
	for i, f := range b.findings {
		if i == shownPerRule && !t.options.Verbose {
			t.more(count{len(b.findings) - i, "more place in this file", "more places in this file"})
			break
		}
		if f.Message != message {
			message = f.Message
			t.paragraph(message, t.plain)
		}
		t.frame(f.Location, t.severity(b.severity))
		t.related(f)
		if f.Change != "" {
			t.print("  ", t.faint.Sprint(changeWords[f.Change]))
		}
		t.waiver(f)
	}
	if b.rule.Remediation != "" {
		t.paragraph(b.rule.Remediation, t.help)
	}
}

// changeWords say what a finding has to do with the change that was asked
// about.
var changeWords = map[finding.Change]string{
	finding.ChangedLine:     "On a changed line.",
	finding.ChangedDocument: "Caused by the change: it was not found before.",
}

// changeMarks say the same on the line of a finding.
var changeMarks = map[finding.Change]string{
	finding.ChangedLine:     " (changed line)",
	finding.ChangedDocument: " (caused by the change)",
}

func (t *text) related(f *finding.Finding) {
	for i, at := range f.Related {
		if i == shownRelated && !t.options.Verbose {
			t.more(count{len(f.Related) - i, "more related place", "more related places"})
			return
		}
		what := fmt.Sprintf("see %s:%s", t.run.Shown(at.File), at.Span.Start)
		if at.Message != "" {
			what += ": " + at.Message
		}
		t.paragraph(what, t.plain)
		t.frame(at, t.faint)
	}
}

func (t *text) more(c count) {
	t.print("  ", t.faint.Sprintf("and %s; --verbose shows all", c))
}

func (t *text) paragraph(words string, style *color.Color) {
	for _, line := range wrap(words, t.width-2) {
		t.print("  ", style.Sprint(line))
	}
}

// frame shows the line of a place with the span underlined.
func (t *text) frame(at finding.Location, carets *color.Color) {
	if at.Line == "" && at.Span.Start == at.Span.End {
		return // an empty line, or a file that is no text
	}
	number := fmt.Sprintf("%6d", at.Span.Start.Line)
	code, underline := frame(at, t.width-len(number)-len(" │ "))
	blank := strings.Repeat(" ", len(number))
	indent := len(underline) - len(strings.TrimLeft(underline, " "))
	t.print(t.faint.Sprint(number+" │"), " ", code)
	t.print(t.faint.Sprint(blank+" │"), " ", underline[:indent], carets.Sprint(underline[indent:]))
}

// styles are the colours of the report; without colour they do nothing.
type styles struct {
	plain, bold, faint, help, err, warning, note *color.Color
}

func newStyles(colored bool) styles {
	style := func(attributes ...color.Attribute) *color.Color {
		c := color.New(attributes...)
		if colored && len(attributes) > 0 {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
		return c
	}
	return styles{
		plain: style(), bold: style(color.Bold), faint: style(color.Faint), help: style(color.FgCyan),
		err: style(color.FgRed, color.Bold), warning: style(color.FgYellow, color.Bold), note: style(color.FgBlue, color.Bold),
	}
}

func (s styles) severity(severity rule.Severity) *color.Color {
	switch severity {
	case rule.Error:
		return s.err
	case rule.Warning:
		return s.warning
	default:
		return s.note
	}
}

// writeCompact writes one line for each finding.
func writeCompact(w io.Writer, run *Run, options Options) error {
	t := newText(w, run, options)
	for i := range run.Findings {
		f := &run.Findings[i]
		kind := t.severity(f.Severity).Sprint(f.Severity)
		switch {
		case f.Counts():
		case t.options.ShowWaived:
			kind = t.faint.Sprint(f.State)
		default:
			continue
		}
		t.print(t.bold.Sprint(run.Shown(f.Location.File)), ":", f.Location.Span.Start.String(), ": ", kind, ": ", Printable(f.Message), " [", Printable(f.Rule.ID), "]", changeMarks[f.Change])
	}
	t.summary()
	return t.out.Flush()
}
