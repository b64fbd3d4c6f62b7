package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/gap"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/scan"
)

type gapFlags struct {
	*requestFlags

	format    *oneOf
	by        *oneOf
	framework *string
	system    string
	output    string
}

func newGap() *cobra.Command {
	command := &cobra.Command{
		Use:   "gap [PATH]",
		Short: "Show the gap analysis: where each requirement stands, and what to do next",
		Long: `Show where each requirement of ISO/IEC 42001 stands by the documents of a repository, and
what to do next, the weightiest first. The states are
  verified      documents show it and agree with something that could have disagreed
  attested      documents say so of themselves
  human review  people must judge; documents only corroborate
  excluded      the Statement of Applicability leaves the control out, with a reason
  waived        every objection is accepted for a time
  gap           a rule objects to a document
  no evidence   no document says anything about it

A step is everything about one document: errors come before warnings, those before
what is only missing, and among equals what changes the state of more requirements.

With --framework the same evidence stands under the parts of another framework.
` + catalog.MappingMeans + `

JSON and XLSX hold all headings, whatever --by says. The exit code is 0 whatever the
analysis shows: 'aimslint check' is what fails a build.`,
		Example: `  aimslint gap
  aimslint gap --by phase
  aimslint gap --system sepsis-alert --verbose
  aimslint gap --framework eu-ai-act
  aimslint gap --format xlsx --output gap.xlsx`,
		Args: cobra.MaximumNArgs(1),
	}
	flags := &gapFlags{
		requestFlags: addRequestFlags(command),
		format:       newOneOf("text", gapFormats()...),
		by:           newOneOf("group", report.GapHeadings()...),
		framework:    frameworkFlag(command),
	}
	set := command.Flags()
	set.Var(flags.format, "format", "how to print the analysis")
	set.Var(flags.by, "by", "the headings of text and Markdown")
	set.StringVar(&flags.system, "system", "", "the `id` of an AI system: what is asked of it alone")
	set.StringVarP(&flags.output, "output", "o", "", "the `file` to write to (default: standard output)")
	command.MarkFlagsMutuallyExclusive("by", "framework")
	command.MarkFlagsMutuallyExclusive("by", "system")
	command.RunE = flags.run
	return command
}

// gapFormats are the forms of a gap analysis. HTML is the report of that name, which
// holds the whole assessment.
func gapFormats() []string { return []string{"text", "markdown", "json", "xlsx", "html"} }

func (f *gapFlags) run(command *cobra.Command, paths []string) error {
	if err := f.check(command); err != nil {
		return err
	}
	request, err := f.request(command, paths)
	if err != nil {
		return err
	}
	request.Assess, request.Commit = true, f.format.value == "html"
	run, err := scan.Check(command.Context(), request)
	if err != nil {
		return err
	}
	run.Version = thisBuild().Version
	if request.Commit { // the report says where it comes from
		if run.Policies, err = policyVersion(); err != nil {
			return err
		}
		run.Reproduce = reproduce(command, run, request)
	}
	g, err := f.analysis(run)
	if err != nil {
		return err
	}
	f.printNotes(command, run.Notes)
	out := command.OutOrStdout()
	if f.output == "" {
		err = f.write(out, g, report.Options{Color: colored(f.color.value, out), Quiet: f.quiet, Verbose: f.verbose, Width: width(out)})
	} else {
		var content bytes.Buffer
		err = f.write(&content, g, report.Options{Color: f.color.value == "always", Quiet: f.quiet, Verbose: f.verbose})
		if err == nil {
			err = replace(f.output, content.Bytes())
		}
	}
	if err != nil {
		return exit{exitIncomplete, "write the gap analysis: " + err.Error()}
	}
	return nil
}

// check turns down what would not be done.
func (f *gapFlags) check(command *cobra.Command) error {
	switch {
	case f.format.value == "xlsx" && f.output == "" && width(command.OutOrStdout()) > 0:
		return errors.New("--format xlsx is no text for a terminal: name a file with --output")
	case f.format.value == "html" && (f.system != "" || *f.framework != ""):
		return errors.New("--format html shows all requirements and systems: --system and --framework are for the other formats")
	case f.framework != nil && *f.framework != "":
		_, err := lookUpFramework(*f.framework)
		return err
	}
	return nil
}

// analysis is what the flags ask for.
func (f *gapFlags) analysis(run *report.Run) (*report.Gap, error) {
	var system *assess.System
	if f.system != "" {
		systems := run.Assessment.Systems
		at := slices.IndexFunc(systems, func(s assess.System) bool { return s.ID == f.system })
		if at < 0 {
			return nil, unknownSystem(f.system, systems)
		}
		system = &systems[at]
	}
	var framework *catalog.Framework
	if *f.framework != "" {
		known, err := lookUpFramework(*f.framework)
		if err != nil {
			return nil, err
		}
		framework = &known
	}
	return &report.Gap{Run: run, Analysis: gap.Of(run.Assessment, system, framework), By: f.by.value}, nil
}

func unknownSystem(id string, systems []assess.System) error {
	ids := make([]string, len(systems))
	for i, s := range systems {
		ids[i] = printable(s.ID)
	}
	if len(ids) == 0 {
		return fmt.Errorf("there is no AI system %q: the inventory is empty; 'aimslint new ai-system' begins an entry", id)
	}
	return fmt.Errorf("there is no AI system %q%s\nthere are %s", id, didYouMean(id, ids), strings.Join(ids, ", "))
}

func (f *gapFlags) write(out io.Writer, g *report.Gap, options report.Options) error {
	switch f.format.value {
	case "markdown":
		return report.WriteGapMarkdown(out, g)
	case "json":
		return report.WriteGapJSON(out, g)
	case "xlsx":
		return report.WriteGapBook(out, g)
	case "html":
		return report.Get("html").Write(out, g.Run, options)
	}
	return report.WriteGap(out, g, options)
}
