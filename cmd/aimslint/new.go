package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/scan"
	"github.com/aimslint/aimslint/pkg/schema"
)

func newNew() *cobra.Command {
	command := &cobra.Command{
		Use:   "new KIND [FILE]",
		Short: "Begin a document: print or write a commented starter of a kind",
		Long: `Print a document of a kind to begin with, or write it to a file that does not exist yet.
Each field is there with what to write and a placeholder; 'aimslint check' names the
placeholders that are left. The kinds are
  ` + strings.Join(document.Kinds(), "\n  ") + `
and those that your configuration names under kinds.`,
		Example: "  aimslint new risk-register\n  aimslint new impact-assessment governance/impact-assessment.yaml",
		Args:    cobra.RangeArgs(1, 2),
		ValidArgsFunction: func(command *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveDefault
			}
			return append(document.Kinds(), completeOwnKinds(command)...), cobra.ShellCompDirectiveNoFileComp
		},
	}
	config := configFlag(command)
	command.RunE = func(command *cobra.Command, args []string) error {
		file := ""
		if len(args) > 1 {
			file = args[1]
		}
		starter, err := starterOf(command, *config, args[0], file)
		if err != nil {
			return err
		}
		if file == "" {
			_, err := io.WriteString(command.OutOrStdout(), starter)
			return err
		}
		return create(file, starter)
	}
	return command
}

// starterOf is the starter of a kind for a file, "" for standard output.
func starterOf(command *cobra.Command, config, kind, file string) (string, error) {
	if document.IsKind(kind) {
		return schema.Starter(kind), nil
	}
	book, err := kindsHere(command, config)
	if err != nil {
		return "", err
	}
	own := book.Kinds()[kind]
	if own == nil {
		return "", unknownKind(kind, slices.Sorted(maps.Keys(book.Kinds())))
	}
	schemaAt := book.Shown(own.File())
	if relative, err := filepath.Rel(filepath.Dir(file), filepath.FromSlash(schemaAt)); file != "" && err == nil && !filepath.IsAbs(file) {
		schemaAt = filepath.ToSlash(relative)
	}
	return printableLines(own.Starter(kind, schemaAt)), nil
}

// kindsHere are the kinds that the configuration of the working directory names.
// No policies are loaded.
func kindsHere(command *cobra.Command, config string) (*scan.Rulebook, error) {
	directory, err := os.Getwd()
	if err != nil {
		return nil, fmt.Errorf("find the working directory: %w", err)
	}
	return scan.RulesFor(command.Context(), scan.Request{Directory: directory, Config: config, Policies: scan.NoPolicies})
}

func completeOwnKinds(command *cobra.Command) []string {
	book, err := kindsHere(command, "")
	if err != nil {
		return nil // whoever runs the command is told
	}
	return slices.Sorted(maps.Keys(book.Kinds()))
}

func unknownKind(name string, own []string) error {
	known := append(document.Kinds(), own...)
	if nearest := schema.Nearest(name, known); nearest != "" {
		return fmt.Errorf("there is no kind %q; did you mean %q?", name, nearest)
	}
	return fmt.Errorf("there is no kind %q; there are %s", name, strings.Join(known, ", "))
}

// create writes a new file, or none. What is there already is never overwritten.
func create(path, content string) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644) //nolint:gosec // the file that the command line names, for all to read
	switch {
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("%s exists already; name another file", path)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s cannot be written: its folder is not there; create it first", path)
	case err != nil:
		return exit{exitIncomplete, err.Error()}
	}
	_, err = io.WriteString(file, content)
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return exit{exitIncomplete, errors.Join(err, os.Remove(path)).Error()}
	}
	return nil
}
