package main

import (
	"encoding/json"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// version is set by the release build; a build from source takes it from the
// module.
var version = ""

// build says which program this is.
type build struct {
	Version string `json:"version"`
	Commit  string `json:"commit"`
	Go      string `json:"go"`
}

func thisBuild() build {
	b := build{Version: version, Commit: "unknown", Go: runtime.Version()}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	if b.Version == "" {
		b.Version = info.Main.Version
	}
	if b.Version == "" || b.Version == "(devel)" {
		b.Version = "0.0.0-dev"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			b.Commit = s.Value
		}
	}
	return b
}

func newVersion() *cobra.Command {
	command := &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  cobra.NoArgs,
	}
	format := listFormat(command)
	command.RunE = func(command *cobra.Command, _ []string) error {
		b := thisBuild()
		if format.value == "json" {
			return json.NewEncoder(command.OutOrStdout()).Encode(b)
		}
		_, err := fmt.Fprintf(command.OutOrStdout(), "aimslint %s (commit %s, %s)\n", b.Version, b.Commit, b.Go)
		return err
	}
	return command
}
