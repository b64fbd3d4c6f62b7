package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/schema"
)

func newNew() *cobra.Command {
	command := &cobra.Command{
		Use:   "new KIND [FILE]",
		Short: "Begin a document: print or write a commented starter of a kind",
		Long: `Print a document of a kind to begin with, or write it to a file that does not exist yet.
Each field is there with what to write and a placeholder; 'aimslint check' names the
placeholders that are left. The kinds are
  ` + strings.Join(document.Kinds(), "\n  "),
		Example: "  aimslint new risk-register\n  aimslint new impact-assessment governance/impact-assessment.yaml",
		Args:    cobra.RangeArgs(1, 2),
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveDefault
			}
			return document.Kinds(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(command *cobra.Command, args []string) error {
			if !document.IsKind(args[0]) {
				return unknownKind(args[0])
			}
			starter := schema.Starter(args[0])
			if len(args) == 1 {
				_, err := io.WriteString(command.OutOrStdout(), starter)
				return err
			}
			return create(args[1], starter)
		},
	}
	return command
}

func unknownKind(name string) error {
	if nearest := schema.Nearest(name, document.Kinds()); nearest != "" {
		return fmt.Errorf("there is no kind %q; did you mean %q?", name, nearest)
	}
	return fmt.Errorf("there is no kind %q; there are %s", name, strings.Join(document.Kinds(), ", "))
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
