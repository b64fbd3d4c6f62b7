package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/evidence"
	"github.com/aimslint/aimslint/pkg/gap"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/scan"
	"github.com/aimslint/aimslint/pkg/soa"
	"github.com/aimslint/aimslint/pkg/source"
)

func newEvidence() *cobra.Command {
	command := &cobra.Command{
		Use:   "evidence [PATH...]",
		Short: "Pack the documents that count with their assessment, so that a day can be shown again",
		Long: `Write a pack of evidence: the documents that count and the files that they name, the
findings, the assessment and the gap analysis as reports for programs and for people, a
manifest with the SHA-256 digest of each, and an in-toto statement (test-result) about all
of them. The same commit, configuration and --as-of give the same bytes. The statement is
not signed; cosign and others sign files.

'aimslint evidence verify' holds a pack against its digests and reckons the
assessment again. The pack holds what the documents say: treat it as they are treated.`,
		Example: "  aimslint evidence --output aims-2026-11-22.zip --as-of 2026-11-22\n  aimslint evidence verify aims-2026-11-22.zip",
		Args:    cobra.ArbitraryArgs,
	}
	flags := addRequestFlags(command)
	output := command.Flags().StringP("output", "o", "", "the `file` to write the pack to")
	_ = command.MarkFlagRequired("output")
	command.RunE = func(command *cobra.Command, paths []string) error {
		request, err := flags.request(command, paths)
		if err != nil {
			return err
		}
		if len(paths) > 1 {
			return errors.New("name one folder: a pack is of one")
		}
		pack, run, err := packed(command, request)
		if err != nil {
			return err
		}
		var archive bytes.Buffer
		if err = pack.Write(&archive); err == nil {
			err = replace(*output, archive.Bytes())
		}
		if err != nil {
			return exit{exitIncomplete, "write the pack: " + err.Error()}
		}
		if !flags.quiet {
			fmt.Fprintf(command.OutOrStdout(), "%s: %s, %s, %s\n", *output, count(len(run.Documents), "document"), count(len(pack.Files), "file"), run.Summary())
		}
		return nil
	}
	command.AddCommand(newEvidenceVerify())
	return command
}

// packedReports are the reports of a pack beside the one for programs, by the
// names of their files.
var packedReports = [][2]string{{"oscal", "oscal.json"}, {"html", "report.html"}, {"summary", "summary.md"}, {"csv", "findings.csv"}}

// packedGaps are the forms of the gap analysis in a pack, by the names of their
// files. A pack puts its files in order.
var packedGaps = map[string]func(io.Writer, *report.Gap) error{"gap.md": report.WriteGapMarkdown, "gap.json": report.WriteGapJSON, "gap.xlsx": report.WriteGapBook}

// packed checks and packs.
func packed(command *cobra.Command, request scan.Request) (*evidence.Pack, *report.Run, error) {
	ctx := command.Context()
	run, inputs, err := scan.CheckWithInputs(ctx, request)
	if err != nil {
		return nil, nil, err
	}
	if len(run.Documents) == 0 {
		return nil, nil, exit{exitEmpty, nothingRecognised(run)}
	}
	policies, err := policyVersion()
	if err != nil {
		return nil, nil, err
	}
	run.Version, run.Policies = thisBuild().Version, policies
	contents := evidence.Contents{Run: run, Manifest: evidence.Manifest{
		Tool: evidence.Tool{Version: run.Version, Policies: policies, OwnPolicies: run.OwnPolicies}, Folder: inputs.Folder, Config: inputs.Config, Folders: inputs.Folders,
		WithoutPolicies: request.Policies == scan.NoPolicies,
	}}
	var names []string
	for _, input := range inputs.Files {
		contents.Inputs = append(contents.Inputs, evidence.File{Name: input.Path, Content: input.Content})
		names = append(names, input.Path)
	}
	for _, left := range inputs.Left {
		contents.Manifest.Left = append(contents.Manifest.Left, evidence.LeftOut{Name: left.Path, Bytes: left.Bytes})
	}
	commit, clean, err := source.Commit(ctx, inputs.Root, names)
	if err != nil {
		return nil, nil, exit{exitIncomplete, err.Error()}
	}
	if commit != "" {
		run.Commit = &report.Commit{SHA: commit, Dirty: !clean}
		contents.Manifest.Commit, contents.Manifest.Dirty = commit, !clean
	}
	run.Reproduce = reproduce(command, run, request)
	for _, form := range packedReports {
		var text bytes.Buffer
		if err := report.Get(form[0]).Write(&text, run, report.Options{}); err != nil {
			return nil, nil, err
		}
		contents.Reports = append(contents.Reports, evidence.File{Name: form[1], Content: text.Bytes()})
	}
	g := &report.Gap{Run: run, Analysis: gap.Of(run.Assessment, nil, nil)}
	for name, write := range packedGaps {
		var content bytes.Buffer
		if err := write(&content, g); err != nil {
			return nil, nil, err
		}
		contents.Reports = append(contents.Reports, evidence.File{Name: name, Content: content.Bytes()})
	}
	if contents.Reports, err = withStatements(contents.Reports, run, policies); err != nil {
		return nil, nil, err
	}
	pack, err := evidence.Build(contents)
	return pack, run, err
}

// withStatements adds the Statement of Applicability as it is computed, to read and
// to work on: each that is declared, or the one to begin with.
func withStatements(files []evidence.File, run *report.Run, rules string) ([]evidence.File, error) {
	declared := soa.Statements(run.Assessment)
	if len(declared) == 0 {
		declared = []*assess.Document{nil}
	}
	for i, d := range declared {
		statement := soa.Of(run.Assessment, d)
		statement.AsOf = run.AsOf
		statement.Origin = []string{fmt.Sprintf("aimslint %s, rules %s, profile %s", run.Version, withOwn(rules, run.OwnPolicies), strings.Join(run.Profiles, ", "))}
		name := "soa"
		if i > 0 {
			name += "-" + strconv.Itoa(i+1)
		}
		for ending, form := range map[string]string{".md": "markdown", ".xlsx": "xlsx"} {
			var content bytes.Buffer
			if err := soaForms[form](statement, &content); err != nil {
				return nil, err
			}
			files = append(files, evidence.File{Name: name + ending, Content: content.Bytes()})
		}
	}
	return files, nil
}

// withOwn names the rules and those of the users' own, if there are any.
func withOwn(rules, own string) string {
	if own == "" {
		return rules
	}
	return rules + ", policies of your own " + own
}

func newEvidenceVerify() *cobra.Command {
	command := &cobra.Command{
		Use:   "verify PACK",
		Short: "Hold a pack against its digests, and reckon its assessment again",
		Long: `Hold every file of a pack against its digest, and check the packed documents again on
the pack's day, by the rules of this aimslint. If those are the rules of the pack, the
report must have the same bytes; if they are others, that is said, and the digests
alone are held.

Exit codes: 0, nothing differs; 1, something does, and is named.`,
		Example: "  aimslint evidence verify aims-2026-11-22.zip",
		Args:    cobra.ExactArgs(1),
	}
	command.RunE = func(command *cobra.Command, args []string) error {
		content, err := os.ReadFile(args[0])
		if err != nil {
			return err
		}
		pack, err := evidence.Read(content)
		if err != nil {
			return fmt.Errorf("%s: %w", args[0], err)
		}
		manifest, faults, err := pack.Check()
		if err != nil {
			return fmt.Errorf("%s: %w", args[0], err)
		}
		out := command.OutOrStdout()
		for _, fault := range faults {
			fmt.Fprintln(out, printable(fault))
		}
		if len(faults) > 0 {
			return exit{code: exitFindings}
		}
		fmt.Fprintf(out, "%s hold their digests\n", count(len(pack.Files), "file"))
		return reckonAgain(command, pack, manifest)
	}
	return command
}

// reckonAgain checks the documents of a pack and compares the report.
func reckonAgain(command *cobra.Command, pack *evidence.Pack, manifest *evidence.Manifest) error {
	out := command.OutOrStdout()
	policies, err := policyVersion()
	if err != nil {
		return err
	}
	switch tool := thisBuild().Version; {
	case manifest.Tool.Policies != policies || manifest.Tool.Version != tool:
		fmt.Fprintf(out, "not reckoned again: the pack was made by aimslint %s with rules %s, this is %s with %s\n",
			printable(manifest.Tool.Version), printable(manifest.Tool.Policies), tool, policies)
		return nil
	case len(manifest.Left) > 0:
		fmt.Fprintf(out, "not reckoned again: %s too large for the pack, such as %s\n", count(len(manifest.Left), "file is"), printable(manifest.Left[0].Name))
		return nil
	}
	run, err := recheck(command.Context(), pack, manifest)
	if err != nil {
		return err
	}
	again, err := evidence.Report(run)
	if err != nil {
		return err
	}
	if !bytes.Equal(again, pack.Get(evidence.ReportName).Content) {
		fmt.Fprintln(out, "reckoned again, the findings or the assessment are others than "+evidence.ReportName+" says")
		return exit{code: exitFindings}
	}
	fmt.Fprintf(out, "reckoned again as of %s, the findings and the assessment are the same\n", printable(manifest.AsOf))
	return nil
}

// recheck lays the files of a pack out in a folder of their own and checks them.
func recheck(ctx context.Context, pack *evidence.Pack, manifest *evidence.Manifest) (*report.Run, error) {
	root, err := os.MkdirTemp("", "aimslint-evidence-")
	if err != nil {
		return nil, exit{exitIncomplete, err.Error()}
	}
	defer os.RemoveAll(root) //nolint:errcheck // nothing in it matters any more
	if err := layOut(root, pack, manifest); err != nil {
		return nil, exit{exitIncomplete, err.Error()}
	}
	request := scan.Request{Root: root, Directory: root, Paths: []string{manifest.Folder}, AsOf: manifest.AsOf, Profiles: manifest.Profile, Assess: true}
	if manifest.WithoutPolicies {
		request.Policies = scan.NoPolicies
	}
	run, err := scan.Check(ctx, request)
	if err != nil {
		return nil, err
	}
	run.Version, run.Policies = manifest.Tool.Version, manifest.Tool.Policies
	if manifest.Commit != "" {
		run.Commit = &report.Commit{SHA: manifest.Commit, Dirty: manifest.Dirty}
	}
	return run, nil
}

// layOut writes files and folders below a root that they cannot lead out of.
func layOut(root string, pack *evidence.Pack, manifest *evidence.Manifest) error {
	inside, err := os.OpenRoot(root)
	if err != nil {
		return err
	}
	defer inside.Close() //nolint:errcheck // what was written is read next
	for _, folder := range append([]string{".git", manifest.Folder}, manifest.Folders...) {
		if err := inside.MkdirAll(filepath.FromSlash(folder), 0o700); err != nil {
			return err
		}
	}
	for _, f := range pack.Inputs() {
		name := filepath.FromSlash(f.Name)
		if err := inside.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			return err
		}
		if err := inside.WriteFile(name, f.Content, 0o600); err != nil {
			return err
		}
	}
	return nil
}
