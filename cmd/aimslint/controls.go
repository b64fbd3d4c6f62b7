package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/scan"
	"github.com/aimslint/aimslint/pkg/schema"
)

func newControls() *cobra.Command {
	command := &cobra.Command{
		Use:   "controls",
		Short: "Show the requirements of ISO/IEC 42001 and what serves them",
	}
	group(command, newControlsList(), newControlsShow(), newControlsCoverage())
	return command
}

// requirementRow is a requirement as lists show it in JSON.
type requirementRow struct {
	ID       string         `json:"id"`
	Topic    string         `json:"topic"`
	Kind     string         `json:"kind"`
	JudgedBy catalog.Judged `json:"judged_by"`
	Reason   string         `json:"reason,omitempty"` // for human review
	Rules    []string       `json:"rules"`
	// Own are those of the rules that are the organization's own.
	Own []string `json:"own_rules,omitempty"`
}

func requirementRows(served []catalog.Served) []requirementRow {
	rows := make([]requirementRow, len(served))
	for i, s := range served {
		rows[i] = requirementRow{s.ID, s.Topic, s.Kind(), s.JudgedBy(), s.Reason, s.RuleIDs(), ownRules(s)}
	}
	return rows
}

// ownRules are the ids of the organization's own rules that serve a requirement.
func ownRules(s catalog.Served) []string {
	var ids []string
	for _, r := range s.Rules {
		if r.Origin != "" {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

// ruleCount is how many rules serve a requirement, and how many of them are the
// organization's own.
func ruleCount(s catalog.Served) string {
	rules := count(len(s.Rules), "rule")
	if n := len(ownRules(s)); n > 0 {
		rules += fmt.Sprintf(", %d of your own", n)
	}
	return rules
}

// servedHere are the requirements with the rules that the configuration of the
// working directory knows.
func servedHere(command *cobra.Command, config string) ([]catalog.Served, error) {
	book, err := rulesHere(command, config)
	if err != nil {
		return nil, err
	}
	return catalog.Serve(book.Rules()), nil
}

func newControlsList() *cobra.Command {
	command := &cobra.Command{
		Use:   "list",
		Short: "List the clauses and controls, or the parts of another framework that they are relevant to",
		Long: `List the 32 clauses and 38 Annex A controls of ISO/IEC 42001: how each is judged, and
by how many rules, policies of your own among them. With --framework, list the parts of that framework and under each the
requirements whose evidence is relevant there.

` + catalog.MappingMeans,
		Example: "  aimslint controls list\n  aimslint controls list --framework eu-ai-act",
		Args:    cobra.NoArgs,
	}
	format, config := listFormat(command), configFlag(command)
	framework := frameworkFlag(command)
	command.RunE = func(command *cobra.Command, _ []string) error {
		served, err := servedHere(command, *config)
		if err != nil {
			return err
		}
		out := command.OutOrStdout()
		if *framework != "" {
			return listFramework(out, *framework, served, format.value)
		}
		if format.value == "json" {
			return printJSON(out, requirementRows(served))
		}
		table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
		for _, s := range served {
			fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\n", s.ID, s.Topic, s.Kind(), s.JudgedBy(), ruleCount(s))
		}
		return table.Flush()
	}
	return command
}

// count is a number with its noun.
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

func frameworkFlag(command *cobra.Command) *string {
	id := command.Flags().String("framework", "", "another `framework`: "+strings.Join(frameworkIDs(), ", "))
	_ = command.RegisterFlagCompletionFunc("framework", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		completions := frameworkIDs()
		for i, f := range catalog.Frameworks() {
			completions[i] += "\t" + f.Name
		}
		return completions, cobra.ShellCompDirectiveNoFileComp
	})
	return id
}

func frameworkIDs() []string {
	ids := make([]string, len(catalog.Frameworks()))
	for i, f := range catalog.Frameworks() {
		ids[i] = f.ID
	}
	return ids
}

// frameworkEntry is a part of a framework with its requirements.
type frameworkEntry struct {
	ID           string           `json:"id"`
	Topic        string           `json:"topic"`
	Source       string           `json:"source"`
	Requirements []requirementRow `json:"requirements"`
}

func listFramework(out io.Writer, id string, served []catalog.Served, format string) error {
	f, err := lookUpFramework(id)
	if err != nil {
		return err
	}
	entries := make([]frameworkEntry, len(f.Entries))
	for i, e := range f.Entries {
		concerned := slices.DeleteFunc(slices.Clone(served), func(s catalog.Served) bool { return !slices.Contains(e.Requirements, s.ID) })
		entries[i] = frameworkEntry{e.ID, e.Topic, e.Source, requirementRows(concerned)}
	}
	if format == "json" {
		return printJSON(out, struct {
			ID         string              `json:"id"`
			Name       string              `json:"name"`
			Title      string              `json:"title"`
			Edition    string              `json:"edition"`
			Source     string              `json:"source"`
			Means      string              `json:"means"`
			Entries    []frameworkEntry    `json:"entries"`
			Exceptions []catalog.Exception `json:"exceptions,omitempty"`
		}{f.ID, f.Name, f.Title, f.Edition, f.Source, catalog.MappingMeans, entries, f.Exceptions})
	}
	var text strings.Builder
	fmt.Fprintf(&text, "%s: %s\n%s\n\n%s\n", f.Name, f.Title, f.Source, wrap(catalog.MappingMeans, 80, 0))
	for _, e := range entries {
		fmt.Fprintf(&text, "\n%s\n", partHeading(e.ID, e.Topic, e.Source))
		for _, r := range e.Requirements {
			fmt.Fprintf(&text, "  %-8s %s (%s)\n", r.ID, r.Topic, r.JudgedBy)
			if len(r.Rules) > 0 {
				fmt.Fprintf(&text, "           %s\n", wrap(strings.Join(r.Rules, ", "), 69, 11))
			}
		}
	}
	for _, e := range f.Exceptions {
		fmt.Fprintf(&text, "\nNothing there for %s. %s\n", strings.Join(e.Requirements, ", "), wrap(e.Reason, 80, 0))
	}
	_, err = io.WriteString(out, text.String())
	return err
}

func newControlsShow() *cobra.Command {
	command := &cobra.Command{
		Use:               "show ID",
		Short:             "Show one requirement: what it expects, what shows it, the rules that serve it, where else it is relevant",
		Example:           "  aimslint controls show A.7.5\n  aimslint controls show 6.1.2 --framework eu-ai-act",
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: completeRequirements,
	}
	format, config := listFormat(command), configFlag(command)
	framework := frameworkFlag(command)
	command.RunE = func(command *cobra.Command, args []string) error {
		served, err := servedHere(command, *config)
		if err != nil {
			return err
		}
		s, err := lookUpRequirement(served, args[0])
		if err != nil {
			return err
		}
		frameworks := catalog.Frameworks()
		if *framework != "" {
			f, err := lookUpFramework(*framework)
			if err != nil {
				return err
			}
			frameworks = []catalog.Framework{f}
		}
		parts := make([]catalog.Framework, len(frameworks))
		for i, f := range frameworks {
			parts[i] = f.For(s.ID)
		}
		if format.value == "json" {
			return printRequirementJSON(command.OutOrStdout(), s, parts)
		}
		return printRequirement(command.OutOrStdout(), s, parts, *framework != "")
	}
	return command
}

// servingRule is a rule as a requirement shows it.
type servingRule struct {
	ID       string        `json:"id"`
	Severity rule.Severity `json:"severity"`
	Evidence rule.Evidence `json:"evidence"`
	Title    string        `json:"title"`
	Origin   string        `json:"origin,omitempty"` // of a rule of the organization's own: its file
}

func printRequirementJSON(out io.Writer, s catalog.Served, parts []catalog.Framework) error {
	rules := make([]servingRule, len(s.Rules))
	for i, r := range s.Rules {
		rules[i] = servingRule{r.ID, r.Severity, r.Evidence, r.Title, r.Origin}
	}
	mapped := slices.DeleteFunc(parts, func(f catalog.Framework) bool { return len(f.Entries) == 0 && len(f.Exceptions) == 0 })
	return printJSON(out, struct {
		catalog.Requirement

		Kind      string              `json:"kind"`
		JudgedBy  catalog.Judged      `json:"judged_by"`
		Rules     []servingRule       `json:"rules"`
		Means     string              `json:"crosswalk_means"`
		Crosswalk []catalog.Framework `json:"crosswalk"`
	}{s.Requirement, s.Kind(), s.JudgedBy(), rules, catalog.MappingMeans, mapped})
}

func printRequirement(out io.Writer, s catalog.Served, parts []catalog.Framework, chosen bool) error {
	var text strings.Builder
	fmt.Fprintf(&text, "%s %s (%s, %s)\n%s\n\n", s.ID, s.Topic, s.Kind(), s.JudgedBy(), wrap(s.Expectation, 80, 0))
	fmt.Fprintf(&text, "What shows it: %s\n", wrap(s.Evidence, 65, 15))
	fmt.Fprintf(&text, "Documents that count: %s\n", wrap(strings.Join(s.Documents, ", "), 58, 22))
	fmt.Fprintf(&text, "\n%s\n\n%s\n", wrap(machineCan(s.Requirement), 80, 0), servedBy(s))
	if err := writeServing(&text, s.Rules); err != nil {
		return err
	}
	fmt.Fprintf(&text, "\n%s\n", wrap(catalog.MappingMeans, 80, 0))
	for _, f := range parts {
		writePart(&text, f, chosen)
	}
	_, err := io.WriteString(out, text.String())
	return err
}

// writePart writes what of a framework concerns a requirement. If a person
// asked for this framework it also says that there is nothing, and why.
func writePart(text *strings.Builder, f catalog.Framework, chosen bool) {
	if len(f.Entries) > 0 {
		fmt.Fprintf(text, "  %s\n", f.Name)
	}
	for _, e := range f.Entries {
		fmt.Fprintf(text, "    %s\n", partHeading(e.ID, e.Topic, e.Source))
	}
	if !chosen {
		return
	}
	for _, e := range f.Exceptions {
		fmt.Fprintf(text, "  Nothing in %s: %s\n", f.Name, wrap(e.Reason, 76, 4))
	}
	if len(f.Entries) == 0 && len(f.Exceptions) == 0 {
		fmt.Fprintf(text, "  Nothing in %s.\n", f.Name)
	}
}

// partHeading names a part of a framework and what its mapping rests on,
// unless that is the part itself.
func partHeading(id, topic, source string) string {
	if source == id {
		return id + ": " + topic
	}
	return fmt.Sprintf("%s: %s (%s)", id, topic, source)
}

func machineCan(r catalog.Requirement) string {
	switch r.Machine {
	case catalog.Verified:
		return "A machine can verify it: other evidence in the repository could contradict the documents."
	case catalog.Attested:
		return "A machine can hear what the documents say of it; nothing else in a repository could contradict them."
	default:
		return "A machine cannot judge it; people do. " + r.Reason
	}
}

func servedBy(s catalog.Served) string {
	human := s.Machine == catalog.HumanReview
	switch {
	case human && len(s.Rules) == 0:
		return "No rule corroborates it."
	case human:
		return "Rules that corroborate it:"
	case len(s.Rules) == 0:
		return "No rule serves it yet."
	}
	return "Rules that serve it:"
}

func writeServing(text *strings.Builder, rules []*rule.Rule) error {
	table := tabwriter.NewWriter(text, 0, 0, 2, ' ', 0)
	for _, r := range rules {
		title := printable(r.Title)
		if r.Origin != "" {
			title += " (of your own)"
		}
		fmt.Fprintf(table, "  %s\t%s\t%s\t%s\n", r.ID, r.Severity, r.Evidence, title)
	}
	return table.Flush()
}

func newControlsCoverage() *cobra.Command {
	command := &cobra.Command{
		Use:   "coverage [PATH]",
		Short: "Show which requirements the rules in force serve, and how",
		Long: `Show for each requirement of ISO/IEC 42001 how the rules in force for a path judge it:
verified   a rule holds documents against other evidence in the repository
attested   rules hear what documents say of themselves
human-review   people judge it, for the reason that is given; rules only corroborate it
no rule yet   nothing judges it

It is about the rules, not about your documents: 'aimslint check' judges those.`,
		Example: "  aimslint controls coverage",
		Args:    cobra.MaximumNArgs(1),
	}
	flags := addRequestFlags(command)
	format := listFormat(command)
	command.RunE = func(command *cobra.Command, paths []string) error {
		request, err := flags.request(command, paths)
		if err != nil {
			return err
		}
		c, err := scan.Configuration(command.Context(), request)
		if err != nil {
			return err
		}
		book, err := scan.RulesFor(command.Context(), request)
		if err != nil {
			return err
		}
		inForce := slices.DeleteFunc(slices.Clone(book.Rules()), func(r *rule.Rule) bool { return !c.Enabled(r) })
		served := catalog.Serve(inForce)
		out := command.OutOrStdout()
		if format.value == "json" {
			return printJSON(out, requirementRows(served))
		}
		return printCoverage(out, served)
	}
	return command
}

func printCoverage(out io.Writer, served []catalog.Served) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, s := range served {
		rules := ruleCount(s)
		if n := s.Verifying(); n > 0 {
			rules += fmt.Sprintf(", %d verifying", n)
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", s.ID, s.JudgedBy(), rules, s.Topic)
		if s.Reason != "" {
			fmt.Fprintf(table, "\t\t\t%s\n", s.Reason)
		}
	}
	if err := table.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(out, "\n%s\n", coverageTotals(served))
	return err
}

// coverageTotals is the sum of a table of coverage in one sentence.
func coverageTotals(served []catalog.Served) string {
	n := map[catalog.Judged]int{}
	for _, s := range served {
		n[s.JudgedBy()]++
	}
	judged := n[catalog.Verified] + n[catalog.Attested]
	could := len(served) - n[catalog.HumanReview]
	return fmt.Sprintf("%d requirements: %d verified, %d attested, %d human-review, %d no rule yet; rules serve %d of the %d that a machine can judge (%d%%)",
		len(served), n[catalog.Verified], n[catalog.Attested], n[catalog.HumanReview], n[catalog.NoRule], judged, could, judged*100/could)
}

func lookUpRequirement(served []catalog.Served, id string) (catalog.Served, error) {
	var ids, within []string
	for _, s := range served {
		if s.ID == id {
			return s, nil
		}
		if strings.HasPrefix(s.ID, id+".") {
			within = append(within, s.ID)
		}
		ids = append(ids, s.ID)
	}
	if len(within) > 0 {
		return catalog.Served{}, fmt.Errorf("%s holds several requirements; name one of %s", id, strings.Join(within, ", "))
	}
	return catalog.Served{}, fmt.Errorf("%s has no requirement %q%s\nsee 'aimslint controls list'", catalog.Standard, id, didYouMean(id, ids))
}

func lookUpFramework(id string) (catalog.Framework, error) {
	f, ok := catalog.GetFramework(id)
	if !ok {
		return f, fmt.Errorf("there is no framework %q%s\nthere are %s", id, didYouMean(id, frameworkIDs()), strings.Join(frameworkIDs(), ", "))
	}
	return f, nil
}

func didYouMean(name string, known []string) string {
	if nearest := schema.Nearest(name, known); nearest != "" {
		return fmt.Sprintf("; did you mean %q?", nearest)
	}
	return ""
}

func completeRequirements(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var ids []string
	for _, r := range catalog.All() {
		ids = append(ids, r.ID+"\t"+r.Topic)
	}
	return ids, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
}
