package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/open-policy-agent/opa/v1/topdown"
	"github.com/spf13/cobra"

	"github.com/aimslint/aimslint/pkg/library"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/scan"
)

func newPolicyEval() *cobra.Command {
	command := &cobra.Command{
		Use:   "eval RULE|FILE DOCUMENT...",
		Short: "Show what a rule sees of a document, and what it reports",
		Long: `Evaluate one rule, of your own or one that comes with this program, over documents: show its
input, what it prints, its result and with --trace each step. RULE is an id, FILE a policy. A document is
taken as it is, without others that are about the same thing.`,
		Example: "  aimslint policy eval model-card/intended-use model-card.yaml\n  aimslint policy eval policies/setting.rego model-card.yaml --trace",
		Args:    cobra.MinimumNArgs(2),
	}
	flags := addRequestFlags(command)
	form := listFormat(command)
	trace := command.Flags().Bool("trace", false, "show the steps of the evaluation")
	command.RunE = func(command *cobra.Command, args []string) error {
		if code, done, err := elsewhere(command); done {
			return confinedOutcome(code, err)
		}
		request, err := flags.request(command, args[1:])
		if err != nil {
			return err
		}
		r, modules, err := ruleToTry(command, request, args[0])
		if err != nil {
			return err
		}
		defer stopwatch(command).Stop()
		trials, err := scan.Try(command.Context(), request, r, modules, *trace)
		if err != nil {
			return err
		}
		if form.value == "json" {
			return printJSON(command.OutOrStdout(), trials)
		}
		return printTrials(command, trials)
	}
	return command
}

// ruleToTry is the rule of an id, or the one that a file states.
func ruleToTry(command *cobra.Command, request scan.Request, name string) (*rule.Rule, []library.Module, error) {
	if filepath.Ext(name) == ".rego" {
		own, err := readPolicies(command, request.Config, []string{name})
		if err != nil {
			return nil, nil, err
		}
		for _, r := range own.Rules {
			if own.asked(r.Origin) {
				return r, own.Modules, nil
			}
		}
		return nil, nil, fmt.Errorf("%s states no rule", name)
	}
	book, err := scan.RulesFor(command.Context(), request)
	if err != nil {
		return nil, nil, err
	}
	r, err := book.Lookup(name)
	if err != nil || book.Users() == nil {
		return r, nil, err
	}
	return r, book.Users().Modules, nil
}

func printTrials(command *cobra.Command, trials []scan.Trial) error {
	out := command.OutOrStdout()
	for i, t := range trials {
		if i > 0 {
			fmt.Fprintln(out)
		}
		if t.File != "" {
			fmt.Fprintf(out, "%s (%s %s)\n", printable(t.File), t.Kind, printable(orDash(t.ID)))
		}
		fmt.Fprintln(out, "input")
		if err := printJSON(out, t.Input); err != nil {
			return err
		}
		if len(t.Trace) > 0 {
			var steps strings.Builder
			topdown.PrettyTraceWithLocation(&steps, t.Trace)
			fmt.Fprintf(out, "trace\n%s", printableLines(steps.String()))
		}
		if t.Printed != "" {
			fmt.Fprintf(out, "printed\n%s", printableLines(t.Printed))
		}
		fmt.Fprintln(out, "result")
		if err := printJSON(out, t.Result); err != nil {
			return err
		}
	}
	return nil
}
