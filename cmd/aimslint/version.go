package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"text/tabwriter"

	opa "github.com/open-policy-agent/opa/v1/version"
	"github.com/spf13/cobra"

	"github.com/aimslint/aimslint/policies"
	"github.com/aimslint/aimslint/schemas"
)

// A release sets these (.goreleaser.yaml). A build from source takes them from
// the module and from Git, as far as the build was told.
var version, commit, date string

// build says which program this is.
type build struct {
	Version string `json:"version"`
	Commit  string `json:"commit"`
	Date    string `json:"date"` // of the commit
	Go      string `json:"go"`
	OPA     string `json:"opa"`
}

func thisBuild() build {
	b := build{Version: version, Commit: commit, Date: date, Go: runtime.Version(), OPA: opa.Version}
	if info, ok := debug.ReadBuildInfo(); ok {
		b.complete(info)
	}
	b.Version = cmp.Or(b.Version, "0.0.0-dev")
	b.Commit = cmp.Or(b.Commit, "unknown")
	b.Date = cmp.Or(b.Date, "unknown")
	return b
}

// complete adds what the Go command recorded, where a release did not say.
func (b *build) complete(info *debug.BuildInfo) {
	if info.Main.Version != "(devel)" {
		b.Version = cmp.Or(b.Version, strings.TrimPrefix(info.Main.Version, "v"))
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.Commit = cmp.Or(b.Commit, s.Value)
		case "vcs.time":
			b.Date = cmp.Or(b.Date, s.Value)
		}
	}
}

// policyVersion names what judges the documents: two programs with the same
// embedded rules and schemas have the same, whatever else differs.
func policyVersion() (string, error) {
	return digestOf(map[string]fs.FS{"policies": policies.Files, "schemas": schemas.Files})
}

// digestOf is the SHA-256 digest of what sha256sum prints for the files of some
// folders in the order of their paths, without the tests and examples of rules.
func digestOf(folders map[string]fs.FS) (string, error) {
	sums := map[string]string{}
	for folder, files := range folders {
		err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || strings.HasSuffix(name, "_test.rego") || path.Ext(name) == ".txtar" {
				return err
			}
			content, err := fs.ReadFile(files, name)
			sum := sha256.Sum256(content)
			sums[path.Join(folder, name)] = hex.EncodeToString(sum[:])
			return err
		})
		if err != nil {
			return "", err
		}
	}
	all := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(sums)) {
		fmt.Fprintf(all, "%s  %s\n", sums[name], name)
	}
	return "sha256:" + hex.EncodeToString(all.Sum(nil)), nil
}

func newVersion() *cobra.Command {
	command := &cobra.Command{
		Use:   "version",
		Short: "Print the version of the program, of its rules, and of your own",
		Long: `Print the version of the program, and digests of its rules and schemas and of the policies
and kinds of your own that the configuration here names. Reports state the same digests.`,
		Args: cobra.NoArgs,
	}
	format, config := listFormat(command), configFlag(command)
	command.RunE = func(command *cobra.Command, _ []string) error {
		b := thisBuild()
		rules, err := policyVersion()
		if err != nil {
			return err
		}
		own := ""
		if book, err := rulesHere(command, *config); err == nil {
			own = book.OwnDigest()
		} else {
			// The version is told also where the configuration is faulty.
			fmt.Fprintln(command.ErrOrStderr(), "note: policies of your own are not known: "+printableLines(err.Error()))
		}
		out := command.OutOrStdout()
		if format.value == "json" {
			return printJSON(out, struct {
				build

				Policies    string `json:"policies"`
				OwnPolicies string `json:"own_policies,omitempty"`
			}{b, rules, own})
		}
		table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
		fmt.Fprintf(table, "aimslint\t%s\ncommit\t%s\ndate\t%s\ngo\t%s\nopa\t%s\npolicies\t%s\n",
			b.Version, b.Commit, b.Date, b.Go, b.OPA, rules)
		if own != "" {
			fmt.Fprintf(table, "own policies\t%s\n", own)
		}
		return table.Flush()
	}
	return command
}
