package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

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
		Short: "List the schemas",
		Args:  cobra.NoArgs,
	}
	format := listFormat(command)
	command.RunE = func(command *cobra.Command, _ []string) error {
		out := command.OutOrStdout()
		if format.value == "json" {
			return printJSON(out, schemas.All())
		}
		table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
		for _, s := range schemas.All() {
			fmt.Fprintf(table, "%s\t%s\t%s\n", s.Name, s.Title, s.ID)
		}
		return table.Flush()
	}
	return command
}

func newSchemaPrint() *cobra.Command {
	return &cobra.Command{
		Use:   "print NAME",
		Short: "Print a schema",
		Long: `Print a schema as it is published. In an editor, a first line such as
  # yaml-language-server: $schema=https://raw.githubusercontent.com/aimslint/aimslint/main/schemas/model-card.schema.json
or the path of a printed copy gives completion and hover texts.`,
		Example: "  aimslint schema print model-card > model-card.schema.json",
		Args:    cobra.ExactArgs(1),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return schemaNames(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(command *cobra.Command, args []string) error {
			content, ok := schemas.Get(args[0])
			if !ok {
				return unknownSchema(args[0])
			}
			_, err := command.OutOrStdout().Write(content)
			return err
		},
	}
}

func unknownSchema(name string) error {
	if best := schema.Nearest(name, schemaNames()); best != "" {
		return fmt.Errorf("there is no schema %q; did you mean %q?", name, best)
	}
	return fmt.Errorf("there is no schema %q; there are %s", name, strings.Join(schemaNames(), ", "))
}

func schemaNames() []string {
	names := make([]string, 0, len(schemas.All()))
	for _, s := range schemas.All() {
		names = append(names, s.Name)
	}
	return names
}
