package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/aimslint/aimslint/pkg/schema"
)

// newRoot is the command line without a command: it shows what there is.
func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "aimslint",
		Short: "Check AI management system evidence against ISO/IEC 42001",
		Long: `aimslint finds model cards, data manifests, risk registers and other evidence of
an AI management system in a repository, in the formats that people already
write, and reports what ISO/IEC 42001 expects of them and they do not show.

It reports evidence. It does not certify anything.`,
		Example:       "  aimslint check\n  aimslint check --report sarif=aimslint.sarif\n  aimslint inventory\n  aimslint rules show model-card/intended-use",
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	group(root, newInit(), newCheck(), newInventory(), newRules(), newPolicy(), newControls(), newGap(), newBaseline(), newCompare(),
		newForecast(), newEvidence(), newSoA(),
		newNew(), newImport(), newSchema(), newConfig(), newCache(), newGitHub(), newVersion())
	root.SetFlagErrorFunc(func(command *cobra.Command, err error) error {
		return fmt.Errorf("%w\nsee '%s --help'", err, command.CommandPath())
	})
	return root
}

// group makes a command of commands: by itself it shows its help, and a word
// that is none of them is an error.
func group(parent *cobra.Command, commands ...*cobra.Command) {
	parent.AddCommand(commands...)
	parent.Args = func(command *cobra.Command, args []string) error {
		if len(args) == 0 {
			return nil
		}
		var names []string
		for _, c := range command.Commands() {
			names = append(names, c.Name())
		}
		message := fmt.Sprintf("unknown command %q for %q", args[0], command.CommandPath())
		if nearest := schema.Nearest(args[0], names); nearest != "" {
			message += fmt.Sprintf("; did you mean %q?", nearest)
		}
		return errors.New(message)
	}
	parent.RunE = func(command *cobra.Command, _ []string) error { return command.Help() }
}

// oneOf is a flag that takes one of a few words.
type oneOf struct {
	value   string
	allowed []string
}

func newOneOf(initial string, allowed ...string) *oneOf {
	return &oneOf{value: initial, allowed: allowed}
}

func (f *oneOf) String() string { return f.value }
func (f *oneOf) Type() string   { return strings.Join(f.allowed, "|") }

func (f *oneOf) Set(value string) error {
	if !slices.Contains(f.allowed, value) {
		return errors.New("allowed are " + strings.Join(f.allowed, ", "))
	}
	f.value = value
	return nil
}

// listFormat adds the --format flag of the commands that list things.
func listFormat(command *cobra.Command) *oneOf {
	format := newOneOf("text", "text", "json")
	command.Flags().Var(format, "format", "how to print the list")
	return format
}

// colored decides whether to colour what goes to a file, by the --color flag
// and the NO_COLOR convention (https://no-color.org).
func colored(choice string, out any) bool {
	file, isFile := out.(*os.File)
	switch {
	case choice != "auto":
		return choice == "always"
	case os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb":
		return false
	}
	return isFile && term.IsTerminal(int(file.Fd()))
}

// width is how many columns a terminal has, or 0 if it is none.
func width(out any) int {
	file, isFile := out.(*os.File)
	if !isFile {
		return 0
	}
	columns, _, err := term.GetSize(int(file.Fd()))
	if err != nil {
		return 0
	}
	return columns
}
