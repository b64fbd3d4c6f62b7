package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/aimslint/aimslint/pkg/scan"
	"github.com/aimslint/aimslint/pkg/schema"
	"github.com/aimslint/aimslint/schemas"
)

func newSchema() *cobra.Command {
	command := &cobra.Command{
		Use:   "schema",
		Short: "Show the JSON Schemas of the documents, the configuration and the reports",
	}
	group(command, newSchemaList(), newSchemaPrint())
	return command
}

func newSchemaList() *cobra.Command {
	command := &cobra.Command{
		Use:   "list",
		Short: "List the schemas, with those of kinds of your own",
		Args:  cobra.NoArgs,
	}
	format, config := listFormat(command), configFlag(command)
	command.RunE = func(command *cobra.Command, _ []string) error {
		book, err := kindsHere(command, *config)
		if err != nil {
			return err
		}
		listed := listedSchemas(book)
		out := command.OutOrStdout()
		if format.value == "json" {
			return printJSON(out, listed)
		}
		table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
		for _, s := range listed {
			place := s.ID
			if s.File != "" {
				place = book.Shown(s.File) + " (of your own)"
			}
			fmt.Fprintf(table, "%s\t%s\t%s\n", s.Name, printable(s.Title), place)
		}
		return table.Flush()
	}
	return command
}

// listedSchema is a schema as a list shows it.
type listedSchema struct {
	schemas.Schema

	File string `json:"file,omitempty"` // of one of a kind of the users' own
}

func listedSchemas(book *scan.Rulebook) []listedSchema {
	listed := make([]listedSchema, 0, len(schemas.All())+len(book.Kinds()))
	for _, s := range schemas.All() {
		listed = append(listed, listedSchema{Schema: s})
	}
	for _, name := range slices.Sorted(maps.Keys(book.Kinds())) {
		own := book.Kinds()[name]
		listed = append(listed, listedSchema{schemas.Schema{Name: name, Title: own.Title(), Description: own.Description()}, own.File()})
	}
	return listed
}

func newSchemaPrint() *cobra.Command {
	command := &cobra.Command{
		Use:   "print NAME",
		Short: "Print a schema",
		Long: `Print a schema as it is published. In an editor, a first line such as
  # yaml-language-server: $schema=https://raw.githubusercontent.com/aimslint/aimslint/main/schemas/model-card.schema.json
or the path of a printed copy gives completion and hover texts. The schema of a kind of your
own is printed with addresses in place of references to the schemas of this program.`,
		Example: "  aimslint schema print model-card > model-card.schema.json",
		Args:    cobra.ExactArgs(1),
		ValidArgsFunction: func(command *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
			return append(schemaNames(), completeOwnKinds(command)...), cobra.ShellCompDirectiveNoFileComp
		},
	}
	config := configFlag(command)
	command.RunE = func(command *cobra.Command, args []string) error {
		content, ok := schemas.Get(args[0])
		if !ok {
			book, err := kindsHere(command, *config)
			if err != nil {
				return err
			}
			own := book.Kinds()[args[0]]
			if own == nil {
				return unknownSchema(args[0], slices.Sorted(maps.Keys(book.Kinds())))
			}
			content = own.Published()
		}
		_, err := command.OutOrStdout().Write(content)
		return err
	}
	return command
}

func unknownSchema(name string, own []string) error {
	known := append(schemaNames(), own...)
	if best := schema.Nearest(name, known); best != "" {
		return fmt.Errorf("there is no schema %q; did you mean %q?", name, best)
	}
	return fmt.Errorf("there is no schema %q; there are %s", name, strings.Join(known, ", "))
}

func schemaNames() []string {
	names := make([]string, 0, len(schemas.All()))
	for _, s := range schemas.All() {
		names = append(names, s.Name)
	}
	return names
}
