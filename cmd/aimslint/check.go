package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/format"
	"github.com/aimslint/aimslint/pkg/github"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/scan"
)

type checkFlags struct {
	*requestFlags

	failOn     *oneOf
	rules      []string
	skip       []string
	format     *oneOf
	reports    []string
	allowEmpty bool
	category   string
	since      string
	staged     bool
	assess     bool
	noIgnores  bool
	// profileRules asks for what each rule costs.
	profileRules bool
	show         report.Options // what else to show
	previous     []string
	earlier      []*report.Run // that previous names
}

func newCheck() *cobra.Command {
	command := &cobra.Command{
		Use:   "check [PATH...]",
		Short: "Check the documents of a repository",
		Long: `Check the documents of a repository, or of the given files, folders and globs.

A folder is checked as a whole. A file is judged with the documents around it in
view, and only the findings in it are reported. With - the text on standard
input is checked in place of the file that --stdin-path names.

With --changed-since or --staged the whole repository is evaluated as well, and
only what the change brings is reported: findings on changed lines, and those
that were not there before, also in files that have not changed. Arguments then
choose among what is reported. The reports html, sarif, gitlab, sonarqube, junit
and oscal hold all findings all the same.

Exit codes:
  0  no finding at or above --fail-on
  1  findings at or above it
  2  wrong use: flags, arguments, configuration
  3  the run could not be completed
  4  no document was recognised (0 with --allow-empty, or if a change is asked about)`,
		Example: `  aimslint check
  aimslint check models/ --fail-on warning
  aimslint check --report sarif=aimslint.sarif --report json=aimslint.json
  aimslint check --rule 'model-card/*' README.md
  aimslint check --changed-since origin/main
  git show :README.md | aimslint check - --stdin-path README.md`,
	}
	flags := &checkFlags{
		requestFlags: addRequestFlags(command),
		failOn:       newOneOf("", "error", "warning", "note", "never"),
		format:       newOneOf("text", report.Names()...),
	}
	set := command.Flags()
	set.Var(flags.failOn, "fail-on", "least severity that makes the exit code 1 (default error, or what the configuration says)")
	set.StringSliceVar(&flags.rules, "rule", nil, "check only these `rules`: ids or patterns such as model-card/*")
	set.StringSliceVar(&flags.skip, "skip", nil, "leave out these `rules`")
	set.Var(flags.format, "format", "how to print the findings")
	set.StringArrayVar(&flags.reports, "report", nil, "also write a report, as `FORMAT=PATH`; may be given several times")
	set.BoolVar(&flags.allowEmpty, "allow-empty", false, "exit with 0 when no document is recognised")
	set.StringVar(&flags.category, "category", "aimslint", "the `name` of this analysis in SARIF, by which GitHub tells several of one commit apart")
	set.StringVar(&flags.since, "changed-since", "", "report only what has changed since the merge base of HEAD and this `REVISION`, up to the working tree")
	set.BoolVar(&flags.staged, "staged", false, "report only what the next commit changes, judged as it is staged")
	set.BoolVar(&flags.noIgnores, "no-ignores", false, "let no comment in a document accept a finding; only the waiver file and the baseline may")
	set.BoolVar(&flags.show.ShowWaived, "show-waived", false, "list in text what is accepted, and by which waiver")
	set.BoolVar(&flags.show.PrintWaivers, "print-waivers", false, "print after each finding in text the waiver that would accept it, to be filled in")
	set.BoolVar(&flags.show.Suppressions, "sarif-suppressions", false, "put what is accepted into SARIF as suppressed (GitHub would show it as alerts)")
	set.BoolVar(&flags.assess, "assess", false, "add the state of each requirement to reports that can show it (json, summary; html and oscal always do)")
	set.StringArrayVar(&flags.previous, "previous", nil, "an earlier JSON report (`FILE`) whose trend the html report shows; may be given several times")
	set.BoolVar(&flags.profileRules, "profile-rules", false, "say on standard error how long each rule takes, asked by itself")
	command.MarkFlagsMutuallyExclusive("changed-since", "staged")
	command.RunE = flags.run
	return command
}

func (f *checkFlags) run(command *cobra.Command, paths []string) error {
	destinations, err := parseReports(f.reports)
	if err != nil {
		return err
	}
	if err := github.CheckCategory(f.category); err != nil {
		return err
	}
	request, err := f.request(command, paths)
	if err != nil {
		return err
	}
	request.Rules, request.Skip, request.NoIgnores = f.rules, f.skip, f.noIgnores
	if err := f.askForChange(command, &request, destinations); err != nil {
		return err
	}
	wanted := f.wanted(destinations)
	request.Assess = f.assess || slices.ContainsFunc(wanted, func(r *report.Report) bool { return r.Assessed })
	request.Commit = slices.ContainsFunc(wanted, func(r *report.Report) bool { return r.Committed })
	if err := f.readEarlier(slices.ContainsFunc(wanted, func(r *report.Report) bool { return r.Name == "html" })); err != nil {
		return err
	}
	run, err := scan.Check(command.Context(), request)
	if err != nil {
		return err
	}
	if err := f.describe(command, run, request); err != nil {
		return err
	}
	if err := f.printProfile(command, request); err != nil {
		return err
	}
	return f.finish(command, run, destinations)
}

// printProfile says on standard error what the rules cost, if a flag asks for it.
func (f *checkFlags) printProfile(command *cobra.Command, request scan.Request) error {
	if !f.profileRules {
		return nil
	}
	request.Progress = nil
	times, err := scan.Profile(command.Context(), request)
	if err != nil {
		return err
	}
	const most = 20
	out := tabwriter.NewWriter(command.ErrOrStderr(), 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(out, "ms\tms each\tasked of\t\trule")
	for i, t := range times {
		if i == most && !f.verbose {
			fmt.Fprintf(out, "\t\t\t\tand %d more; --verbose shows all\n", len(times)-most)
			break
		}
		total := float64(t.Total.Microseconds()) / 1000
		fmt.Fprintf(out, "%.1f\t%.2f\t%d\t\t%s\n", total, total/float64(t.Asked), t.Asked, t.Rule)
	}
	return out.Flush()
}

// finish writes the reports of a run, prints it, and ends with its exit code.
func (f *checkFlags) finish(command *cobra.Command, run *report.Run, destinations []destination) error {
	code := f.outcome(run)
	run.ExitCode = code
	for _, d := range destinations {
		if err := d.write(run, f.show); err != nil {
			return exit{exitIncomplete, err.Error()}
		}
		if n := report.SARIFLeaves(run.Whole(), f.show); d.report.Name == "sarif" && n > 0 {
			fmt.Fprintf(command.ErrOrStderr(), "warning: %s: %s\n", printable(d.path), report.LeftOfSARIF(n))
		}
	}
	f.printWarnings(command, run.Warnings)
	f.printNotes(command, run.Notes)
	if err := f.print(command.OutOrStdout(), run); err != nil {
		return exit{exitIncomplete, "write the findings: " + err.Error()}
	}
	if code == exitEmpty {
		return exit{code, nothingRecognised(run)}
	}
	if n := len(run.Unrecognised); n > 0 && !f.quiet {
		fmt.Fprintln(command.ErrOrStderr(), "note: "+strayFiles(n)+"; see 'aimslint inventory --unrecognised'")
	}
	if code == exitClean {
		return nil
	}
	return exit{code: code}
}

// askForChange makes the request one for what a change brings, if a flag says
// so.
func (f *checkFlags) askForChange(command *cobra.Command, request *scan.Request, destinations []destination) error {
	switch {
	case command.Flags().Changed("changed-since") && f.since == "":
		return errors.New("--changed-since needs a branch, tag or commit, such as origin/main")
	case f.profileRules && slices.Contains(request.Paths, "-"):
		return errors.New("--profile-rules reads documents several times, and - can be read but once")
	case f.since == "" && !f.staged:
		return nil
	case slices.Contains(request.Paths, "-"):
		return errors.New("- cannot be checked with --changed-since or --staged: they compare files that Git knows")
	}
	request.ChangedSince, request.Staged = f.since, f.staged
	request.Whole = slices.ContainsFunc(f.wanted(destinations), func(r *report.Report) bool { return r.Whole })
	return nil
}

// wanted are all forms that are asked for.
func (f *checkFlags) wanted(destinations []destination) []*report.Report {
	forms := append(make([]*report.Report, 0, len(destinations)+1), report.Get(f.format.value))
	for _, d := range destinations {
		forms = append(forms, d.report)
	}
	return forms
}

func strayFiles(n int) string {
	if n == 1 {
		return "1 file looks like a document but was not recognised"
	}
	return fmt.Sprintf("%d files look like documents but were not recognised", n)
}

// nothingRecognised says so, and names some of the files that should have been.
func nothingRecognised(run *report.Run) string {
	const named = 3
	var message strings.Builder
	message.WriteString("no document was recognised")
	if len(run.Findings) > 0 {
		message.WriteString(", only templates")
	}
	if n := len(run.Unrecognised); n > 0 {
		message.WriteString("; " + strayFiles(n) + ":")
		for _, file := range run.Unrecognised[:min(n, named)] {
			message.WriteString("\n  " + run.Shown(file))
		}
		if n > named {
			fmt.Fprintf(&message, "\n  and %d more", n-named)
		}
	}
	return message.String() + `
see 'aimslint inventory --unrecognised' for why files that looked like one were
turned down, and 'aimslint schema list' for the kinds of document; --allow-empty
accepts none.`
}

func (f *checkFlags) print(out io.Writer, run *report.Run) error {
	options := f.show
	options.Color, options.Verbose, options.Width = colored(f.color.value, out), f.verbose, width(out)
	options.Quiet = f.quiet || run.ExitCode == exitEmpty && len(run.Findings) == 0
	form := report.Get(f.format.value)
	if form.Whole {
		run = run.Whole()
	}
	return form.Write(out, run, options)
}

// outcome is the exit code that the findings lead to.
func (f *checkFlags) outcome(run *report.Run) int {
	failOn := rule.Severity(f.failOn.value)
	if failOn == "" {
		failOn = run.FailOn
	}
	for i := range run.Findings {
		if failOn.Rank() > 0 && run.Findings[i].Counts() && run.Findings[i].Severity.Rank() >= failOn.Rank() {
			return exitFindings
		}
	}
	if len(run.Documents) == 0 && onlyTemplates(run.Findings) && run.Changes == "" && !f.allowEmpty {
		return exitEmpty
	}
	return exitClean
}

// onlyTemplates reports whether there is no finding but that files are still to
// be filled in: such files are no documents.
func onlyTemplates(findings []finding.Finding) bool {
	return !slices.ContainsFunc(findings, func(f finding.Finding) bool { return f.Rule.ID != format.Template })
}

// destination is a report to be written to a file.
type destination struct {
	report *report.Report
	path   string
}

func parseReports(specs []string) ([]destination, error) {
	var destinations []destination
	for _, spec := range specs {
		name, path, ok := strings.Cut(spec, "=")
		form := report.Get(name)
		switch {
		case !ok || path == "":
			return nil, fmt.Errorf("--report %s: write it as FORMAT=PATH, such as sarif=aimslint.sarif", spec)
		case form == nil:
			return nil, fmt.Errorf("--report %s: there is no format %q; there are %s", spec, name, strings.Join(report.Names(), ", "))
		}
		destinations = append(destinations, destination{form, path})
	}
	return destinations, nil
}

// write puts a whole report in place at once, so that no reader ever takes a
// part of one for the whole.
func (d destination) write(run *report.Run, options report.Options) error {
	if d.report.Whole {
		run = run.Whole()
	}
	err := replaceBy(d.path, func(w io.Writer) error { return d.report.Write(w, run, options) })
	if err != nil {
		return fmt.Errorf("write the %s report: %w", d.report.Name, err)
	}
	return nil
}

// replace gives a file new content in one step. What is no regular file, as a
// pipe or a device, is written to.
func replace(path string, content []byte) error {
	return replaceBy(path, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
}

// replaceBy is [replace] with what a function writes, which may be too much to be in
// memory at once.
func replaceBy(path string, write func(io.Writer) error) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		file, err := os.OpenFile(path, os.O_WRONLY, 0) //nolint:gosec // the file that was asked for
		if err != nil {
			return err
		}
		return errors.Join(writeBuffered(file, write), file.Close())
	}
	temporary, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer os.Remove(temporary.Name()) //nolint:errcheck // it is gone once it has been renamed
	err = writeBuffered(temporary, write)
	if err == nil {
		err = temporary.Chmod(0o644)
	}
	if closed := temporary.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(temporary.Name(), path)
	}
	return err
}

func writeBuffered(w io.Writer, write func(io.Writer) error) error {
	out := bufio.NewWriterSize(w, 1<<16)
	if err := write(out); err != nil {
		return err
	}
	return out.Flush()
}
