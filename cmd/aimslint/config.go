package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/aimslint/aimslint/pkg/scan"
)

func newConfig() *cobra.Command {
	command := &cobra.Command{
		Use:   "config",
		Short: "Check or show the configuration",
	}
	group(command, newConfigVerify(), newConfigShow())
	return command
}

func newConfigVerify() *cobra.Command {
	command := &cobra.Command{
		Use:   "verify [PATH]",
		Short: "Check the configuration that is in force for a path, with the policies and kinds that it names",
		Args:  cobra.MaximumNArgs(1),
	}
	flags := addRequestFlags(command)
	command.RunE = func(command *cobra.Command, paths []string) error {
		request, err := flags.request(command, paths)
		if err != nil {
			return err
		}
		return scan.Verify(command.Context(), request)
	}
	return command
}

func newConfigShow() *cobra.Command {
	command := &cobra.Command{
		Use:   "show [PATH]",
		Short: "Print the configuration that is in force for a path, with the defaults",
		Args:  cobra.MaximumNArgs(1),
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
		out := command.OutOrStdout()
		if format.value == "json" {
			return printJSON(out, c)
		}
		text, err := c.YAML()
		if err != nil {
			return err
		}
		_, err = fmt.Fprint(out, text)
		return err
	}
	return command
}
