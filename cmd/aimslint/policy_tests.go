package main

import (
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/aimslint/aimslint/pkg/library"
)

func newPolicyTest() *cobra.Command {
	command := &cobra.Command{
		Use:   "test [PATH...]",
		Short: "Run the tests of policies, written in Rego",
		Long: `Run the tests of policies: rules whose names begin with test_, which pass if they are true,
as 'opa test' runs them. Whether the rules are as they must be is for 'aimslint policy check'.
Exit code 1 means that one failed.`,
		Example: "  aimslint policy test\n  aimslint policy test --coverage --run setting policies",
	}
	form, config := newOneOf("text", "text", "json", "junit"), configFlag(command)
	flags := command.Flags()
	flags.Var(form, "format", "how to print the results")
	coverage := flags.Bool("coverage", false, "say which lines no test reaches")
	run := flags.String("run", "", "run only tests whose package and name match this `regular expression`")
	verbose := flags.BoolP("verbose", "v", false, "list the tests that passed too")
	command.RunE = func(command *cobra.Command, paths []string) error {
		if code, done, err := elsewhere(command); done {
			return confinedOutcome(code, err)
		}
		own, files, err := policyFiles(command, *config, paths)
		if err != nil {
			return err
		}
		modules, err := library.ReadTests(files)
		if err != nil {
			return err
		}
		watch := stopwatch(command)
		defer watch.Stop()
		results, covered, err := library.Test(command.Context(), modules, library.TestOptions{
			Run: *run, Coverage: *coverage, Timeout: perTest, Ended: func() { watch.Reset(perTest * 2) },
		})
		if err != nil {
			return err
		}
		outcome := testOutcome{
			Tests:    slices.DeleteFunc(results, func(r library.TestResult) bool { return !own.asked(r.File) }),
			Coverage: slices.DeleteFunc(covered, func(c library.Coverage) bool { return !own.asked(c.File) }),
			verbose:  *verbose,
		}
		if len(outcome.Tests) == 0 {
			return exit{exitUsage, "no test was run: there is none whose name begins with test_, or --run matches none"}
		}
		write := map[string]func(io.Writer, testOutcome) error{"text": printTests, "json": printTestsJSON, "junit": printTestsJUnit}[form.value]
		if err := write(command.OutOrStdout(), outcome); err != nil {
			return err
		}
		if outcome.of(library.Failed)+outcome.of(library.Broken) > 0 {
			return exit{code: exitFindings}
		}
		return nil
	}
	return command
}

// testOutcome is what became of tests.
type testOutcome struct {
	Tests    []library.TestResult `json:"tests"`
	Coverage []library.Coverage   `json:"coverage,omitempty"`

	verbose bool
}

// of is how many tests had an outcome.
func (o testOutcome) of(outcome string) int {
	n := 0
	for _, t := range o.Tests {
		if t.Outcome == outcome {
			n++
		}
	}
	return n
}

func printTests(out io.Writer, o testOutcome) error {
	var text strings.Builder
	for _, t := range o.Tests {
		if t.Outcome == library.Passed && !o.verbose {
			continue
		}
		fmt.Fprintf(&text, "%s:%d: %s: %s.%s\n", printable(t.File), t.Line, t.Outcome, strings.TrimPrefix(t.Package, "data."), printable(t.Name))
		if t.Detail != "" {
			fmt.Fprintf(&text, "  %s\n", printable(t.Detail))
		}
		for line := range strings.Lines(t.Printed) {
			fmt.Fprintf(&text, "  printed: %s\n", printable(strings.TrimSuffix(line, "\n")))
		}
	}
	fmt.Fprintf(&text, "%s: %d passed, %d failed", count(len(o.Tests), "test"), o.of(library.Passed), o.of(library.Failed))
	for _, further := range []struct{ outcome, words string }{{library.Broken, "could not be evaluated"}, {library.Skipped, "skipped"}} {
		if n := o.of(further.outcome); n > 0 {
			fmt.Fprintf(&text, ", %d %s", n, further.words)
		}
	}
	text.WriteByte('\n')
	if _, err := io.WriteString(out, text.String()); err != nil {
		return err
	}
	return printTestCoverage(out, o.Coverage)
}

func printTestCoverage(out io.Writer, coverage []library.Coverage) error {
	if len(coverage) == 0 {
		return nil
	}
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table)
	reached, all := 0, 0
	for _, c := range coverage {
		missed := ""
		if len(c.Missed) > 0 {
			missed = "no test reaches " + lineList(c.Missed)
		}
		fmt.Fprintf(table, "%s\t%s\t%s\n", printable(c.File), share(c.Reached, c.Reached+len(c.Missed)), missed)
		reached += c.Reached
		all += c.Reached + len(c.Missed)
	}
	fmt.Fprintf(table, "all\t%s\t\n", share(reached, all))
	return table.Flush()
}

func share(part, whole int) string {
	return fmt.Sprintf("%.1f %%", 100*float64(part)/float64(max(whole, 1)))
}

func printTestsJSON(out io.Writer, o testOutcome) error { return printJSON(out, o) }

// The parts of JUnit's XML that are used.
type (
	testSuites struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Name     string       `xml:"name,attr"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Errors   int          `xml:"errors,attr"`
		Suites   []*testSuite `xml:"testsuite"`
	}
	testSuite struct {
		Name     string     `xml:"name,attr"`
		Tests    int        `xml:"tests,attr"`
		Failures int        `xml:"failures,attr"`
		Errors   int        `xml:"errors,attr"`
		Skipped  int        `xml:"skipped,attr"`
		Cases    []testCase `xml:"testcase"`
	}
	testCase struct {
		ClassName string       `xml:"classname,attr"`
		Name      string       `xml:"name,attr"`
		File      string       `xml:"file,attr"`
		Line      int          `xml:"line,attr"`
		Failure   *testFailure `xml:"failure"`
		Error     *testFailure `xml:"error"`
		Skipped   *struct{}    `xml:"skipped"`
		Printed   string       `xml:"system-out,omitempty"`
	}
	testFailure struct {
		Message string `xml:"message,attr"`
	}
)

// printTestsJUnit writes a suite for each package.
func printTestsJUnit(out io.Writer, o testOutcome) error {
	all := testSuites{Name: "aimslint policy test", Tests: len(o.Tests), Failures: o.of(library.Failed), Errors: o.of(library.Broken)}
	suites := map[string]*testSuite{}
	for _, t := range o.Tests {
		name := strings.TrimPrefix(t.Package, "data.")
		suite := suites[name]
		if suite == nil {
			suite = &testSuite{Name: name}
			suites[name] = suite
			all.Suites = append(all.Suites, suite)
		}
		c := testCase{ClassName: name, Name: t.Name, File: t.File, Line: t.Line, Printed: t.Printed}
		suite.Tests++
		switch t.Outcome {
		case library.Failed:
			suite.Failures++
			c.Failure = &testFailure{Message: orDash(t.Detail)}
		case library.Broken:
			suite.Errors++
			c.Error = &testFailure{Message: orDash(t.Detail)}
		case library.Skipped:
			suite.Skipped++
			c.Skipped = &struct{}{}
		}
		suite.Cases = append(suite.Cases, c)
	}
	if _, err := io.WriteString(out, xml.Header); err != nil {
		return err
	}
	encoder := xml.NewEncoder(out)
	encoder.Indent("", "  ")
	if err := encoder.Encode(all); err != nil {
		return err
	}
	_, err := io.WriteString(out, "\n")
	return err
}
