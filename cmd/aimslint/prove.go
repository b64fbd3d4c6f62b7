package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/aimslint/aimslint/pkg/library"
	"github.com/aimslint/aimslint/pkg/policy"
	"github.com/aimslint/aimslint/pkg/prove"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/scan"
)

func newRulesProve() *cobra.Command {
	command := &cobra.Command{
		Use:   "prove [PATTERN...]",
		Short: "Put the rules to the proof: spoil their passing examples and see who objects",
		Long: `Take the passing example of each rule, spoil one field after the other (remove it, leave it
blank, put a placeholder, a value of another type, a day long past, a name that nothing has)
and demand each time that the rule objects, or the schema, or another rule at that field.
A mutant to which nobody objects survives, and the rule is not proven.`,
		Example:           "  aimslint rules prove\n  aimslint rules prove 'risk-register/*' --verbose",
		ValidArgsFunction: completeRules,
	}
	format, config := listFormat(command), configFlag(command)
	verbose := command.Flags().BoolP("verbose", "v", false, "list every mutant")
	command.RunE = func(command *cobra.Command, patterns []string) error {
		book, err := rulesHere(command, *config)
		if err != nil {
			return err
		}
		rules, err := book.Matching(patterns)
		if err != nil {
			return err
		}
		if rules, err = withExamples(command, book, rules); err != nil {
			return err
		}
		proofs, err := proofsOf(command.Context(), rules, book.Users())
		if err != nil {
			return err
		}
		if len(proofs) == 0 {
			return errors.New("these rules have no examples to spoil; name others, as in 'aimslint rules prove risk-register/*'")
		}
		return showProofs(command, proofs, format.value, *verbose)
	}
	return command
}

// withExamples leaves out the rules of users' policies that have no examples, and
// says so.
func withExamples(command *cobra.Command, book *scan.Rulebook, rules []*rule.Rule) ([]*rule.Rule, error) {
	var with []*rule.Rule
	for _, r := range rules {
		if r.Origin != "" {
			examples, err := book.Examples(r.ID)
			if err != nil {
				return nil, err
			}
			if len(examples.Pass) == 0 || len(examples.Fail) == 0 {
				fmt.Fprintf(command.ErrOrStderr(), "note: %s: not put to the proof, since there are no examples of it\n", book.Shown(r.Origin))
				continue
			}
		}
		with = append(with, r)
	}
	return with, nil
}

// proofsOf puts rules to the proof.
func proofsOf(ctx context.Context, rules []*rule.Rule, users *library.Library) ([]*prove.Proof, error) {
	prover, err := prove.New(ctx, users)
	if err != nil {
		return nil, policyError(err)
	}
	defer prover.Close()
	proofs, err := prover.Library(ctx, rules)
	if err != nil {
		return nil, exit{exitIncomplete, err.Error()}
	}
	return proofs, nil
}

// policyError gives a policy that cannot be evaluated the exit code that it has
// in a check; one that is wrong is wrong use.
func policyError(err error) error {
	if failed, ok := errors.AsType[*policy.SandboxError](err); ok {
		return exit{exitIncomplete, failed.Error()}
	}
	return err
}

func showProofs(command *cobra.Command, proofs []*prove.Proof, format string, verbose bool) error {
	show := printProofs
	if format == "json" {
		show = printProofsJSON
	}
	if err := show(command.OutOrStdout(), proofs, verbose); err != nil {
		return err
	}
	for _, p := range proofs {
		if len(p.Faults) > 0 {
			return exit{code: exitFindings}
		}
	}
	return nil
}

func printProofsJSON(out io.Writer, proofs []*prove.Proof, _ bool) error {
	return printJSON(out, proofs)
}

func printProofs(out io.Writer, proofs []*prove.Proof, verbose bool) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "rule\tfields\tmutants\tby the rule\tby the schema\tby another\tsurvive")
	total, killed := 0, 0
	for _, p := range proofs {
		fmt.Fprintf(table, "%s\t%d\t%d\t%d\t%d\t%d\t%d\n", p.Rule, len(p.Fields), len(p.Mutants),
			p.Count(prove.TheRule), p.Count(prove.Schema), p.Count(prove.Another), p.Count(prove.Nobody))
		total += len(p.Mutants)
		killed += len(p.Mutants) - p.Count(prove.Nobody)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	var text strings.Builder
	for _, p := range proofs {
		writeProof(&text, p, verbose)
	}
	score := 0.0
	if total > 0 {
		score = 100 * float64(killed) / float64(total)
	}
	fmt.Fprintf(&text, "\n%s, %s: %.1f %% found\n", count(len(proofs), "rule"), count(total, "mutant"), score)
	_, err := io.WriteString(out, text.String())
	return err
}

func writeProof(text *strings.Builder, p *prove.Proof, verbose bool) {
	if len(p.Faults) > 0 || verbose {
		fmt.Fprintf(text, "\n%s\n", p.Rule)
	}
	for _, fault := range p.Faults {
		fmt.Fprintf(text, "  not proven: %s\n", fault)
	}
	if !verbose {
		return
	}
	for _, m := range p.Mutants {
		witness := string(m.Witness)
		if m.Witness == prove.Nobody {
			witness = "survives"
		}
		fmt.Fprintf(text, "  %-8s  %s is %s\n", witness, m.Place, m.Mutation)
	}
}
