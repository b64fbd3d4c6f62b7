package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/trend"
)

func newCompare() *cobra.Command {
	command := &cobra.Command{
		Use:   "compare OLD NEW",
		Short: "Compare two JSON reports: findings that came, went or moved, and requirements that rose or fell",
		Long: `Compare two reports that 'aimslint check --format json --assess' wrote. A finding has
moved if its lines or its document's file moved; it is new if its message, its value or
its document's id changed. A requirement rises in this order: no evidence, gap, waived,
attested, verified. Exclusions and what people must judge are neither higher nor lower.

With --fail-on-regression the exit code is 1 if a requirement fell, or if there is an
error or a warning that was not there before or did not count.`,
		Example: "  aimslint check --format json --assess > new.json\n  aimslint compare old.json new.json --fail-on-regression",
		Args:    cobra.ExactArgs(2),
	}
	format := listFormat(command)
	fail := command.Flags().Bool("fail-on-regression", false, "exit with 1 if there is less to show than before")
	verbose := command.Flags().BoolP("verbose", "v", false, "list the findings that moved too")
	command.RunE = func(command *cobra.Command, args []string) error {
		older, err := readWhole(args[0])
		if err != nil {
			return err
		}
		newer, err := readWhole(args[1])
		if err != nil {
			return err
		}
		c := trend.Compare(older, newer)
		if format.value == "json" {
			err = printJSON(command.OutOrStdout(), comparisonOf(c, older, newer))
		} else {
			err = printComparison(command.OutOrStdout(), c, older, newer, *verbose)
		}
		if err == nil && *fail && c.Regressed() {
			return exit{code: exitFindings}
		}
		return err
	}
	return command
}

// readWhole reads a report of all findings.
func readWhole(path string) (*report.Run, error) {
	run, err := readReport(path)
	if err == nil && run.Changes != "" {
		err = errors.New(path + ": it holds the findings of a change only (" + run.Changes + "); write it without --changed-since and --staged")
	}
	return run, err
}

// comparison is a comparison for programs.
type comparison struct {
	Version  int            `json:"version"` // of this form of output
	From     comparedRun    `json:"from"`
	To       comparedRun    `json:"to"`
	New      []comparedItem `json:"new"`
	Fixed    []comparedItem `json:"fixed"`
	Moved    []comparedMove `json:"moved"`
	Excepted []comparedMove `json:"excepted"`
	Same     int            `json:"same"`
	Assessed bool           `json:"assessed"`
	Steps    []comparedStep `json:"requirements"`
}

type comparedRun struct {
	AsOf    string   `json:"as_of"`
	Profile []string `json:"profile"`
	Tool    string   `json:"tool"`
}

type comparedItem struct {
	Rule        string        `json:"rule"`
	Severity    rule.Severity `json:"severity"`
	State       finding.State `json:"state"`
	Message     string        `json:"message"`
	File        string        `json:"file"`
	Line        int           `json:"line"`
	Fingerprint string        `json:"fingerprint"`
}

type comparedMove struct {
	From comparedItem `json:"from"`
	To   comparedItem `json:"to"`
}

type comparedStep struct {
	ID        string          `json:"id"`
	Topic     string          `json:"topic"`
	From      string          `json:"from"`
	To        string          `json:"to"`
	Direction trend.Direction `json:"direction"`
}

func comparisonOf(c *trend.Comparison, older, newer *report.Run) comparison {
	run := func(r *report.Run) comparedRun { return comparedRun{r.AsOf, r.Profiles, r.Version} }
	out := comparison{
		Version: 1, From: run(older), To: run(newer), New: compared(c.New), Fixed: compared(c.Fixed), Moved: comparedMoves(c.Moved),
		Excepted: comparedMoves(c.Excepted), Same: len(c.Same), Assessed: c.Assessed, Steps: []comparedStep{},
	}
	for _, s := range c.Steps {
		out.Steps = append(out.Steps, comparedStep{s.ID, s.Topic, string(s.From), string(s.To), s.Direction})
	}
	return out
}

func compared(findings []*finding.Finding) []comparedItem {
	items := make([]comparedItem, len(findings))
	for i, f := range findings {
		items[i] = comparedItem{f.Rule.ID, f.Severity, f.State, f.Message, f.Location.File, f.Location.Span.Start.Line, f.Fingerprint}
	}
	return items
}

func comparedMoves(moves []trend.Move) []comparedMove {
	out := make([]comparedMove, len(moves))
	for i, m := range moves {
		both := compared([]*finding.Finding{m.From, m.To})
		out[i] = comparedMove{both[0], both[1]}
	}
	return out
}

// printComparison prints what is different; nothing but a line if nothing is.
func printComparison(out io.Writer, c *trend.Comparison, older, newer *report.Run, verbose bool) error {
	var text strings.Builder
	if older.AsOf != newer.AsOf {
		fmt.Fprintf(&text, "from %s to %s\n\n", printable(older.AsOf), printable(newer.AsOf))
	}
	for _, direction := range []trend.Direction{trend.Fell, trend.Rose, trend.Neither} {
		for _, s := range c.In(direction) {
			fmt.Fprintf(&text, "%-8s %-8s %s: %s, was %s\n", direction, s.ID, s.Topic, s.To, s.From)
		}
	}
	if len(c.Steps) > 0 {
		text.WriteByte('\n')
	}
	listFindings(&text, "new", c.New)
	listFindings(&text, "fixed", c.Fixed)
	listMoves(&text, "accepted", "counts again", c.Excepted)
	if verbose {
		listMoves(&text, "moved", "moved", c.Moved)
	}
	fmt.Fprintf(&text, "%d new, %d fixed, %d moved, %d the same", len(c.New), len(c.Fixed), len(c.Moved), len(c.Same))
	if n := len(c.Excepted); n > 0 {
		fmt.Fprintf(&text, ", %d accepted or no longer", n)
	}
	if c.Assessed {
		fmt.Fprintf(&text, "; %s fell, %d rose, %d changed otherwise\n", count(len(c.In(trend.Fell)), "requirement"), len(c.In(trend.Rose)), len(c.In(trend.Neither)))
	} else {
		text.WriteString("; nothing is known of requirements: write both reports with --assess\n")
	}
	_, err := io.WriteString(out, text.String())
	return err
}

func listFindings(text *strings.Builder, what string, findings []*finding.Finding) {
	for _, f := range findings {
		fmt.Fprintf(text, "%-8s %s\n         %s\n", what, place(f), printable(f.Message))
	}
	if len(findings) > 0 {
		text.WriteByte('\n')
	}
}

// listMoves lists findings that are in both reports: those that count no longer,
// and those that do.
func listMoves(text *strings.Builder, away, back string, moves []trend.Move) {
	for _, m := range moves {
		what := away
		if m.To.Counts() {
			what = back
		}
		fmt.Fprintf(text, "%-8s %s\n         %s\n", what, place(m.To), printable(m.To.Message))
		if m.From.Location.File != m.To.Location.File || m.From.Location.Span.Start.Line != m.To.Location.Span.Start.Line {
			fmt.Fprintf(text, "         was at %s:%d\n", printable(m.From.Location.File), m.From.Location.Span.Start.Line)
		}
	}
	if len(moves) > 0 {
		text.WriteByte('\n')
	}
}

func place(f *finding.Finding) string {
	return fmt.Sprintf("%s:%d  %s  %s", printable(f.Location.File), f.Location.Span.Start.Line, f.Severity, printable(f.Rule.ID))
}
