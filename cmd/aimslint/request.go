package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"

	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/scan"
)

// requestFlags are the flags of every command that reads documents.
type requestFlags struct {
	config    string
	policies  *oneOf
	base      string
	profiles  []string
	asOf      string
	stdinPath string
	jobs      int
	noCache   bool
	quiet     bool
	verbose   bool
	color     *oneOf
}

func addRequestFlags(command *cobra.Command) *requestFlags {
	f := &requestFlags{color: newOneOf("auto", "auto", "always", "never"), policies: newOneOf(scan.ConfigPolicies, scan.ConfigPolicies, scan.NoPolicies)}
	flags := command.Flags()
	flags.StringVar(&f.config, "config", "", "configuration `file` (default: the nearest .aimslint.yaml at or above the argument)")
	flags.Var(f.policies, "policies", "policies of your own to run: those that the configuration names, or none")
	flags.StringVar(&f.base, "policies-base", "", "run only policies of your own that the configuration of this `REVISION` names too, as of the base of a pull request")
	flags.StringSliceVar(&f.profiles, "profile", nil, "how much is asked: starter, standard or certification; with `NAMES` eu-high-risk, medical-device added (default: the configuration's, or standard)")
	_ = command.RegisterFlagCompletionFunc("profile", cobra.FixedCompletions(profileNames(), cobra.ShellCompDirectiveNoFileComp))
	flags.StringVar(&f.asOf, "as-of", "", "the `day` to take for today, as 2026-03-02 (default: today)")
	flags.StringVar(&f.stdinPath, "stdin-path", "", "the `path` that the text on standard input stands for, with - as argument")
	flags.IntVarP(&f.jobs, "jobs", "j", 0, "documents to work on at once (default: one a processor)")
	flags.BoolVar(&f.noCache, "no-cache", false, "judge every file anew, and keep nothing for later runs")
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "print findings only")
	flags.BoolVarP(&f.verbose, "verbose", "v", false, "say which files were skipped and why")
	flags.Var(f.color, "color", "colour the output")
	command.MarkFlagsMutuallyExclusive("quiet", "verbose")
	return f
}

func profileNames() []cobra.Completion {
	names := make([]cobra.Completion, len(rule.Profiles()))
	for i, p := range rule.Profiles() {
		names[i] = string(p)
	}
	return names
}

// request is what the flags and arguments ask for.
func (f *requestFlags) request(command *cobra.Command, paths []string) (scan.Request, error) {
	directory, err := os.Getwd()
	if err != nil {
		return scan.Request{}, fmt.Errorf("find the working directory: %w", err)
	}
	asOf := f.asOf
	if asOf == "" {
		asOf = time.Now().Format(time.DateOnly)
	} else if _, err := time.Parse(time.DateOnly, asOf); err != nil {
		return scan.Request{}, fmt.Errorf("--as-of %q is not a day; write it as 2026-03-02", asOf)
	}
	if f.jobs < 0 {
		return scan.Request{}, fmt.Errorf("--jobs %d: at least one is needed", f.jobs)
	}
	if f.base == "" && command.Flags().Changed("policies-base") {
		return scan.Request{}, errors.New("--policies-base needs a revision; without the flag all policies that the configuration names are run")
	}
	switch fromStdin := slices.Contains(paths, "-"); {
	case fromStdin && f.stdinPath == "":
		return scan.Request{}, errors.New("- needs --stdin-path: the path of the file that the text on standard input stands for")
	case !fromStdin && f.stdinPath != "":
		return scan.Request{}, errors.New("--stdin-path needs - as an argument: the text on standard input")
	}
	return scan.Request{
		Directory: directory,
		Paths:     paths,
		Stdin:     command.InOrStdin(),
		StdinPath: f.stdinPath,
		Config:    f.config,
		Policies:  f.policies.value, PolicyBase: f.base,
		Profiles: f.profiles,
		AsOf:     asOf,
		Jobs:     f.jobs,
		Cache:    f.openCache(command),
		Progress: f.progress(command.ErrOrStderr()),
	}, nil
}

// progress draws a bar on a terminal once a run has taken a second.
func (f *requestFlags) progress(out io.Writer) func(done, total int) {
	if f.quiet || !colored("auto", out) {
		return nil
	}
	start := time.Now()
	var bar *progressbar.ProgressBar
	return func(done, total int) {
		if bar == nil && time.Since(start) < time.Second {
			return
		}
		if bar == nil {
			bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(out), progressbar.OptionSetDescription("checking"),
				progressbar.OptionShowCount(), progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(100*time.Millisecond))
		}
		_ = bar.Set(done)
		if done == total {
			_ = bar.Finish()
		}
	}
}

// printWarnings says on standard error what was left out that people may take
// for judged.
func (f *requestFlags) printWarnings(command *cobra.Command, warnings []string) {
	for _, warning := range warnings {
		if !f.quiet {
			fmt.Fprintln(command.ErrOrStderr(), "note: "+printable(warning))
		}
	}
}

// printNotes says on standard error what was skipped.
func (f *requestFlags) printNotes(command *cobra.Command, notes []string) {
	if !f.verbose {
		return
	}
	for _, note := range notes {
		fmt.Fprintln(command.ErrOrStderr(), "note: "+note)
	}
}
