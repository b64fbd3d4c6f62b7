package main

import (
	"fmt"
	"io"
	"os"
	"path"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/scan"
	"github.com/aimslint/aimslint/policies"
)

func newRules() *cobra.Command {
	command := &cobra.Command{
		Use:   "rules",
		Short: "Show the rules",
	}
	group(command, newRulesList(), newRulesShow(), newRulesExplain(), newRulesProve())
	return command
}

func newRulesList() *cobra.Command {
	command := &cobra.Command{
		Use:     "list [PATTERN...]",
		Short:   "List the rules",
		Example: "  aimslint rules list\n  aimslint rules list 'risk-register/*'",
	}
	format, config := listFormat(command), configFlag(command)
	command.RunE = func(command *cobra.Command, patterns []string) error {
		book, err := rulesHere(command, *config)
		if err != nil {
			return err
		}
		rules, err := book.Matching(patterns)
		if err != nil {
			return err
		}
		out := command.OutOrStdout()
		if format.value == "json" {
			return printJSON(out, rules)
		}
		table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
		for _, r := range rules {
			title := printable(r.Title)
			if r.Origin != "" {
				title += " (" + book.Shown(r.Origin) + ")"
			}
			fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", r.ID, r.Severity, strings.Join(r.Requirements, ", "), title)
		}
		return table.Flush()
	}
	return command
}

// configFlag adds the flag of commands that ask a configuration for its rules
// and for nothing else.
func configFlag(command *cobra.Command) *string {
	return command.Flags().String("config", "", "configuration `file` that names policies of your own (default: the nearest .aimslint.yaml at or above the working directory)")
}

// rulesHere are the rules that the configuration of the working directory
// knows.
func rulesHere(command *cobra.Command, config string) (*scan.Rulebook, error) {
	directory, err := os.Getwd()
	if err != nil {
		return nil, fmt.Errorf("find the working directory: %w", err)
	}
	return scan.RulesFor(command.Context(), scan.Request{Directory: directory, Config: config})
}

func newRulesShow() *cobra.Command {
	command := &cobra.Command{
		Use:               "show RULE",
		Short:             "Show one rule: what it asks and why, an example that passes and one that fails",
		Example:           "  aimslint rules show model-card/intended-use",
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: completeRules,
	}
	format, config := listFormat(command), configFlag(command)
	command.RunE = func(command *cobra.Command, args []string) error {
		book, err := rulesHere(command, *config)
		if err != nil {
			return err
		}
		r, err := book.Lookup(args[0])
		if err != nil {
			return err
		}
		examples, err := book.Examples(r.ID)
		if err != nil {
			return err
		}
		out := command.OutOrStdout()
		if format.value == "json" {
			return printJSON(out, struct {
				*rule.Rule

				Examples policies.ExampleSet `json:"examples"`
			}{r, examples})
		}
		return printRule(out, r, book.Shown(r.Origin), examples)
	}
	return command
}

func printRule(out io.Writer, r *rule.Rule, origin string, examples policies.ExampleSet) error {
	var page strings.Builder
	fmt.Fprintf(&page, "%s (%s, %s)\n%s\n\n%s\n\n", r.ID, r.Severity, r.Evidence, printable(r.Title), wrap(printable(r.Description), 80, 0))
	fmt.Fprintf(&page, "To mend: %s\n", wrap(printable(r.Remediation), 71, 9))
	if r.Origin != "" {
		fmt.Fprintf(&page, "\nA policy of your own: %s\n", origin)
	}
	page.WriteString("\nRequirements of ISO/IEC 42001 that it serves:\n")
	for _, id := range r.Requirements {
		if requirement, ok := catalog.Get(id); ok {
			fmt.Fprintf(&page, "  %-8s %s\n", id, requirement.Topic)
		}
	}
	if len(r.Parameters) > 0 {
		page.WriteString("\nParameters:\n")
	}
	for _, p := range r.Parameters {
		fmt.Fprintf(&page, "  %s (default %v)\n    %s\n", p.Name, p.Default, wrap(p.Description, 76, 4))
	}
	writeExample(&page, "Passes", examples.Pass)
	writeExample(&page, "Fails", examples.Fail)
	fmt.Fprintf(&page, "\nConfigure it in .aimslint.yaml:\n  rules:\n    %s: %s\n", r.ID, "off   # or error, warning, note")
	_, err := io.WriteString(out, page.String())
	return err
}

func writeExample(page *strings.Builder, heading string, files []policies.Example) {
	for _, file := range files {
		fmt.Fprintf(page, "\n%s: %s\n", heading, path.Base(file.Name))
		for line := range strings.Lines(file.Content) {
			page.WriteString("  " + line)
		}
	}
}

func newRulesExplain() *cobra.Command {
	command := &cobra.Command{
		Use:   "explain RULE [PATH...]",
		Short: "Say how a rule judges each document of the repository, and why",
		Long: `Say whether a rule is in force here and with which severity, and for each document
whether it objects, where, or is content. Other than 'check' it tells apart a
document that passes from one whose format cannot state what the rule asks for.`,
		Example:           "  aimslint rules explain model-card/limitations\n  aimslint rules explain document/owner models/",
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: completeRules,
	}
	flags := addRequestFlags(command)
	format := listFormat(command)
	command.RunE = func(command *cobra.Command, args []string) error {
		request, err := flags.request(command, args[1:])
		if err != nil {
			return err
		}
		book, err := scan.RulesFor(command.Context(), request)
		if err != nil {
			return err
		}
		r, err := book.Lookup(args[0])
		if err != nil {
			return err
		}
		explanation, err := scan.Explain(command.Context(), r, request)
		if err != nil {
			return err
		}
		if format.value == "json" {
			return printJSON(command.OutOrStdout(), explanation)
		}
		return printExplanation(command.OutOrStdout(), explanation)
	}
	return command
}

func printExplanation(out io.Writer, e *scan.Explanation) error {
	var text strings.Builder
	fmt.Fprintf(&text, "%s: %s\n%s\n", e.Rule, e.Title, e.Standing)
	for _, d := range e.Documents {
		fmt.Fprintf(&text, "\n%s (%s, %s)\n  %s\n", e.Shown(d.File), d.Kind, d.Format, d.Verdict)
		for _, o := range d.Objections {
			fmt.Fprintf(&text, "  %s: %s\n", o.Place, printable(o.Message))
		}
	}
	if len(e.Documents) == 0 {
		text.WriteString("\nNo document here is of a kind that it judges.\n")
	}
	_, err := io.WriteString(out, text.String())
	return err
}

func completeRules(command *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveDefault
	}
	var ids []string
	rules := scan.Rules()
	if directory, err := os.Getwd(); err == nil {
		if book, err := scan.RulesFor(command.Context(), scan.Request{Directory: directory}); err == nil {
			rules = book.Rules()
		}
	}
	for _, r := range rules {
		ids = append(ids, r.ID+"\t"+r.Title)
	}
	return ids, cobra.ShellCompDirectiveNoFileComp
}
