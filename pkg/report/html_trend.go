package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/finding"
)

// Changed is what is different from the latest of the earlier runs.
type Changed struct {
	// New and Fixed are findings, Same is how many are in both.
	New, Fixed []*finding.Finding
	Same       int
	Steps      []Step
}

// Step is a requirement whose state is another.
type Step struct {
	ID, Topic string
	From, To  assess.State
	Direction string // "rose", "fell" or "changed"
}

// htmlTrend is how it came to be as it is.
type htmlTrend struct {
	Runs       []htmlRun
	Steps      []htmlStep
	Since      string
	Compared   bool
	New, Fixed htmlChanges
	Same       int
	Width      int // of the chart
}

// htmlRun is one of the runs, the oldest first.
type htmlRun struct {
	AsOf, Short, Commit, Version string
	Errors, Warnings, Notes      int
	Assessed, Now                bool
	States                       []htmlState
	Bars                         []htmlBar
	X, Label                     int
	Documents                    int
}

// htmlBar is a part of a column of the chart.
type htmlBar struct {
	Class        string
	Y, Height, N int
}

type htmlStep struct {
	ID, Topic, Direction string
	From, To             htmlMark
}

type htmlChanges struct {
	Shown []htmlChange
	N     int
}

// More are those that are not shown.
func (c htmlChanges) More() int { return c.N - len(c.Shown) }

type htmlChange struct {
	Number                        int // of the finding in the page, -1 if it is gone
	Rule, Severity, Message, File string
	Line                          int
}

// Sizes of the chart, in its own units.
const (
	chartStep   = 56
	chartUnit   = 4 // for each control
	mostChanges = 30
)

func (b *htmlBuilder) trend() *htmlTrend {
	if len(b.run.Earlier) == 0 {
		return nil
	}
	earlier := slices.Clone(b.run.Earlier)
	slices.SortStableFunc(earlier, func(x, y *Run) int { return cmp.Compare(x.AsOf, y.AsOf) })
	t := &htmlTrend{Since: Printable(earlier[len(earlier)-1].AsOf), Width: (len(earlier) + 1) * chartStep}
	for _, e := range append(earlier, b.run) {
		t.Runs = append(t.Runs, htmlRunOf(e, len(t.Runs)))
	}
	t.Runs[len(t.Runs)-1].Now = true
	if c := b.run.Changed; c != nil {
		t.Compared, t.Same, t.New, t.Fixed = true, c.Same, b.changes(c.New), b.changes(c.Fixed)
		for _, s := range c.Steps {
			t.Steps = append(t.Steps, htmlStep{s.ID, s.Topic, s.Direction, htmlMarks[s.From], htmlMarks[s.To]})
		}
	}
	return t
}

func htmlRunOf(run *Run, column int) htmlRun {
	s := summarize(run)
	h := htmlRun{
		AsOf: Printable(run.AsOf), Short: Printable(strings.TrimPrefix(run.AsOf, "20")), Version: Printable(run.Version), Errors: s.Errors, Warnings: s.Warnings, Notes: s.Notes,
		Documents: s.Documents, Assessed: run.Assessment != nil, X: column*chartStep + 8, Label: column*chartStep + chartStep/2,
	}
	if run.Commit != nil {
		h.Commit = Printable(run.Commit.SHA[:min(len(run.Commit.SHA), 10)])
	}
	if run.Assessment == nil {
		return h
	}
	controls, clauses := run.Assessment.Count()
	y := 0
	for _, state := range assess.States() {
		n := controls.States[state]
		h.States = append(h.States, htmlState{htmlMarks[state], "", n, clauses.States[state], nil})
		if n > 0 {
			h.Bars = append(h.Bars, htmlBar{htmlMarks[state].Class, y, n * chartUnit, n})
			y += n * chartUnit
		}
	}
	return h
}

func (b *htmlBuilder) changes(findings []*finding.Finding) htmlChanges {
	c := htmlChanges{N: len(findings)}
	for _, f := range findings[:min(len(findings), mostChanges)] {
		h := htmlChange{-1, Printable(f.Rule.ID), string(f.Severity), Printable(f.Message), Printable(f.Location.File), f.Location.Span.Start.Line}
		if n, known := b.numbers[f.Fingerprint]; known {
			h.Number = n
		}
		c.Shown = append(c.Shown, h)
	}
	return c
}
