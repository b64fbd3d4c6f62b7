package main

import (
	"errors"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/scan"
	"github.com/aimslint/aimslint/pkg/trend"
)

// describe adds what a report says of where it comes from: the rules, the command
// that makes it again, and earlier runs.
func (f *checkFlags) describe(command *cobra.Command, run *report.Run, request scan.Request) (err error) {
	run.Version, run.Category = thisBuild().Version, f.category
	if !request.Commit {
		return nil // no report says so
	}
	if run.Policies, err = policyVersion(); err != nil {
		return err
	}
	run.Reproduce = reproduce(command, run, request)
	return follow(run, f.earlier)
}

// reproduce is the command that makes the HTML report again, to be run at the root:
// what was asked, wherever it was asked.
func reproduce(command *cobra.Command, run *report.Run, request scan.Request) string {
	if slices.Contains(request.Paths, "-") {
		return "" // nobody has the text any more
	}
	root := filepath.Join(request.Directory, filepath.FromSlash(run.Root))
	words := []string{"aimslint", "check"} // whatever command made the report
	for _, path := range request.Paths {
		if path = atRoot(root, request.Directory, path); path != "." {
			words = append(words, quoted(path))
		}
	}
	words = append(words, "--as-of", run.AsOf)
	if request.Config != "" {
		words = append(words, "--config", quoted(atRoot(root, request.Directory, request.Config)))
	}
	for _, name := range []string{"profile", "rule", "skip"} {
		values, err := command.Flags().GetStringSlice(name)
		if err == nil && len(values) > 0 {
			words = append(words, "--"+name, quoted(strings.Join(values, ",")))
		}
	}
	return strings.Join(append(words, "--report", "html=aimslint.html"), " ")
}

// atRoot is a path or a glob as it is written at the root.
func atRoot(root, directory, path string) string {
	if !filepath.IsAbs(path) {
		path = filepath.Join(directory, path)
	}
	for _, base := range []string{root, directory} {
		if relative, err := filepath.Rel(base, path); err == nil {
			return filepath.ToSlash(relative)
		}
	}
	return path
}

// plainWord is what no shell makes anything of.
var plainWord = regexp.MustCompile(`^[\w@%+=:,./-]+$`)

// quoted is a word as a POSIX shell takes it for one.
func quoted(word string) string {
	if plainWord.MatchString(word) {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}

// follow adds earlier runs, and what is different from the latest of them.
func follow(run *report.Run, earlier []*report.Run) error {
	if len(earlier) == 0 {
		return nil
	}
	run.Earlier = earlier
	latest := earlier[0]
	for _, e := range earlier {
		if e.AsOf > run.AsOf {
			return errors.New("--previous: a report as of " + printable(e.AsOf) + " is later than this run, as of " + run.AsOf)
		}
		if e.AsOf >= latest.AsOf {
			latest = e
		}
	}
	c := trend.Compare(latest, run.Whole())
	run.Changed = &report.Changed{New: c.New, Fixed: c.Fixed, Same: len(c.Same) + len(c.Moved) + len(c.Excepted)}
	for _, s := range c.Steps {
		run.Changed.Steps = append(run.Changed.Steps, report.Step{ID: s.ID, Topic: s.Topic, From: s.From, To: s.To, Direction: string(s.Direction)})
	}
	return nil
}

// readEarlier reads the reports that --previous names, if a report shows them.
func (f *checkFlags) readEarlier(shown bool) error {
	if len(f.previous) > 0 && !shown {
		return errors.New("--previous is shown by the html report only; add --report html=PATH")
	}
	for _, path := range f.previous {
		run, err := readWhole(path)
		if err != nil {
			return err
		}
		f.earlier = append(f.earlier, run)
	}
	return nil
}
