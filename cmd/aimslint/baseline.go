package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aimslint/aimslint/pkg/exception"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/scan"
)

func newBaseline() *cobra.Command {
	command := &cobra.Command{
		Use:   "baseline",
		Short: "Record the findings that exist before adoption, so that only new ones count",
		Long: `A baseline records the findings that a repository has when it adopts aimslint, in
` + exception.BaselineName + ` beside the configuration or at the root. They are shown as a
count and fail no run; whatever is new counts. A requirement with a finding in the
baseline is still a gap in the assessment: nobody has accepted it. To accept one, with
a reason and a day, write a waiver (docs/exceptions.md).`,
	}
	group(command, newBaselineWrite(), newBaselinePrune())
	return command
}

func newBaselineWrite() *cobra.Command {
	command := &cobra.Command{
		Use:   "write [FOLDER]",
		Short: "Write the baseline: all findings that count now, and those that are in it already",
		Long: `Write the baseline of the project that holds the folder: all findings that count now,
and those of the baseline that are still there. Findings that are waived stay with
their waivers, and what cannot be accepted (a file that cannot be read, a fault of an
exception) is left out and named.

The same findings give the same bytes, so that a review shows what was added.`,
		Example: "  aimslint baseline write\n  git add " + exception.BaselineName,
		Args:    cobra.MaximumNArgs(1),
	}
	flags := addRequestFlags(command)
	command.RunE = func(command *cobra.Command, paths []string) error {
		adoption, err := adopt(command, flags, paths)
		if err != nil {
			if _, unsound := errors.AsType[*scan.UnsoundError](err); !unsound {
				return err
			}
			fmt.Fprintln(command.ErrOrStderr(), "note: the old baseline is written anew: "+printable(err.Error()))
		}
		records, added := recorded(adoption)
		out := command.OutOrStdout()
		if len(records) == 0 && !adoption.Exists {
			fmt.Fprintln(out, "no findings, so that no baseline is needed")
		} else {
			if err := writeBaseline(adoption, records); err != nil {
				return err
			}
			fmt.Fprintf(out, "%s: %s; %d new, %d gone\n", adoption.Shown, countFindings(adoption.Findings, len(records)), added, len(adoption.Gone))
		}
		if n := len(adoption.Left); n > 0 {
			fmt.Fprintf(out, "left out, since it cannot be accepted: %s, such as %s in %s\n",
				count(n, "finding"), adoption.Left[0].Rule.ID, printable(adoption.Left[0].Location.File))
		}
		return nil
	}
	return command
}

func newBaselinePrune() *cobra.Command {
	command := &cobra.Command{
		Use:     "prune [FOLDER]",
		Short:   "Take the findings out of the baseline that are gone, so that they cannot return unseen",
		Long:    "Take the findings out of the baseline that are no longer found. Those of rules that\nare not in force are kept, since nobody knows.",
		Example: "  aimslint baseline prune",
		Args:    cobra.MaximumNArgs(1),
	}
	flags := addRequestFlags(command)
	command.RunE = func(command *cobra.Command, paths []string) error {
		adoption, err := adopt(command, flags, paths)
		if err != nil {
			return err
		}
		switch out := command.OutOrStdout(); {
		case !adoption.Exists:
			return errors.New("there is no " + adoption.Shown + "; 'aimslint baseline write' writes one")
		case len(adoption.Gone) == 0:
			fmt.Fprintf(out, "%s: %s, none of which is gone\n", adoption.Shown, count(len(adoption.Kept), "finding"))
			return nil
		default:
			if err := writeBaseline(adoption, adoption.Kept); err != nil {
				return err
			}
			fmt.Fprintf(out, "%s: %s taken out, %d left\n", adoption.Shown, count(len(adoption.Gone), "finding"), len(adoption.Kept))
			return nil
		}
	}
	return command
}

func adopt(command *cobra.Command, flags *requestFlags, paths []string) (*scan.Adoption, error) {
	request, err := flags.request(command, paths)
	if err != nil {
		return nil, err
	}
	return scan.Adopt(command.Context(), request)
}

// recorded is what the baseline is to hold, and how much of it is new.
func recorded(a *scan.Adoption) (records []exception.Record, added int) {
	known := map[string]bool{}
	for _, r := range a.Kept {
		known[r.Fingerprint] = true
	}
	records = slices.Clone(a.Kept)
	for i := range a.Findings {
		if r := exception.Recorded(&a.Findings[i]); !known[r.Fingerprint] {
			records = append(records, r)
			added++
		}
	}
	return records, added
}

func writeBaseline(a *scan.Adoption, records []exception.Record) error {
	text, err := exception.WriteBaseline(records)
	if err == nil {
		err = replace(a.File, text)
	}
	if err != nil {
		return exit{exitIncomplete, "write the baseline: " + err.Error()}
	}
	return nil
}

// countFindings says how many findings are recorded, and how serious those are that
// are there.
func countFindings(findings []finding.Finding, recorded int) string {
	counts := map[rule.Severity]int{}
	for i := range findings {
		counts[findings[i].Severity]++
	}
	var parts []string
	for _, severity := range rule.Severities() {
		if n := counts[severity]; n > 0 {
			parts = append(parts, count(n, string(severity)))
		}
	}
	said := count(recorded, "finding")
	if len(parts) > 0 {
		said += " (" + strings.Join(parts, ", ") + ")"
	}
	return said
}
