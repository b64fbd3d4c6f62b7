package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/scan"
	"github.com/aimslint/aimslint/pkg/sheet"
	"github.com/aimslint/aimslint/pkg/soa"
)

func newSoA() *cobra.Command {
	command := &cobra.Command{
		Use:   "soa",
		Short: "Compute the Statement of Applicability, check it, and work on it in a spreadsheet",
		Long: `The Statement of Applicability says of each of the 38 controls of ISO/IEC 42001,
Annex A whether it applies, why, how far it is implemented, and what shows it.

'generate' computes it from the documents, 'check' holds the declared one against
them, and 'import' reads back one that was edited in a spreadsheet.`,
		Example: `  aimslint soa generate --output statement-of-applicability.yaml
  aimslint soa generate --output soa.xlsx
  aimslint soa import soa.xlsx --output statement-of-applicability.yaml --force
  aimslint soa check`,
	}
	group(command, newSoAGenerate(), newSoACheck(), newSoAImport())
	return command
}

// soaForms are the forms of a statement, by name.
var soaForms = map[string]func(*soa.Statement, io.Writer) error{
	"native": (*soa.Statement).WriteNative, "markdown": (*soa.Statement).WriteMarkdown, "xlsx": (*soa.Statement).WriteWorkbook,
}

type soaGenerateFlags struct {
	*requestFlags

	format    *oneOf
	output    string
	force     bool
	statement string
}

func newSoAGenerate() *cobra.Command {
	command := &cobra.Command{
		Use:   "generate [PATH...]",
		Short: "Compute the statement: 38 rows with what is declared and what documents show",
		Long: `Compute the Statement of Applicability: for each of the 38 controls of Annex A the state
that the documents show, the files that count, and the risks whose treatment relies on
it. Whether a control applies, why, how far it is implemented and who owns it is taken
from the declared statement; what is not declared is left to decide, and says so.

As native it is a document in YAML, as markdown a table to review, and as xlsx a
workbook with lists to choose from, which 'aimslint soa import' reads back.`,
		Example: "  aimslint soa generate\n  aimslint soa generate --output soa.xlsx\n  aimslint soa generate --format markdown > soa.md",
	}
	flags := &soaGenerateFlags{requestFlags: addRequestFlags(command), format: newOneOf("native", "native", "markdown", "xlsx")}
	set := command.Flags()
	set.Var(flags.format, "format", "how to write the statement (default: by the ending of --output, or native)")
	set.StringVarP(&flags.output, "output", "o", "", "write to a `file` that does not exist yet, instead of standard output")
	set.BoolVar(&flags.force, "force", false, "overwrite the output if it is there")
	set.StringVar(&flags.statement, "statement", "", "the `file` of the declared statement, if there are several")
	command.RunE = flags.run
	return command
}

func (f *soaGenerateFlags) run(command *cobra.Command, paths []string) error {
	if err := f.chooseForm(command); err != nil {
		return err
	}
	request, err := f.request(command, paths)
	if err != nil {
		return err
	}
	request.Assess = true
	run, err := scan.Check(command.Context(), request)
	if err != nil {
		return err
	}
	f.printNotes(command, run.Notes)
	if len(run.Documents) == 0 {
		return exit{exitEmpty, nothingRecognised(run)}
	}
	declared, err := f.declared(run)
	if err != nil {
		return err
	}
	statement := soa.Of(run.Assessment, declared)
	statement.AsOf = run.AsOf
	if statement.Origin, err = f.origin(run, paths); err != nil {
		return err
	}
	var content bytes.Buffer
	if err := soaForms[f.format.value](statement, &content); err != nil {
		return exit{exitIncomplete, "write the statement: " + err.Error()}
	}
	if err := f.write(command.OutOrStdout(), content.Bytes()); err != nil {
		return err
	}
	f.tell(command.ErrOrStderr(), statement)
	return nil
}

// chooseForm settles the form by the flags.
func (f *soaGenerateFlags) chooseForm(command *cobra.Command) error {
	byEnding := map[string]string{".xlsx": "xlsx", ".md": "markdown", ".yaml": "native", ".yml": "native"}[strings.ToLower(filepath.Ext(f.output))]
	chosen := command.Flags().Changed("format")
	switch {
	case !chosen && byEnding != "":
		f.format.value = byEnding
	case f.format.value == "xlsx" && byEnding != "xlsx":
		return errors.New("a workbook is no text to print: write it to a file, as --output soa.xlsx")
	case chosen && byEnding == "xlsx" && f.format.value != "xlsx":
		return fmt.Errorf("--format %s does not go with --output %s", f.format.value, f.output)
	case f.force && f.output == "":
		return errors.New("--force is for --output FILE")
	}
	return nil
}

// declared is the statement to go by: the only one, or that of --statement.
func (f *soaGenerateFlags) declared(run *report.Run) (*assess.Document, error) {
	statements := soa.Statements(run.Assessment)
	var files []string
	for _, s := range statements {
		files = append(files, run.Shown(s.File))
		if f.statement != "" && path.Clean(filepath.ToSlash(f.statement)) == run.Shown(s.File) {
			return s, nil
		}
	}
	switch {
	case f.statement != "" && len(files) == 0:
		return nil, fmt.Errorf("--statement %s: there is no Statement of Applicability", f.statement)
	case f.statement != "":
		return nil, fmt.Errorf("--statement %s is none; there are %s", f.statement, strings.Join(files, ", "))
	case len(files) > 1:
		return nil, fmt.Errorf("there are several Statements of Applicability: %s; name one with --statement FILE", strings.Join(files, ", "))
	case len(files) == 1:
		return statements[0], nil
	}
	return nil, nil //nolint:nilnil // no statement is declared, which is no fault
}

// origin says how the statement is made again.
func (f *soaGenerateFlags) origin(run *report.Run, paths []string) ([]string, error) {
	rules, err := policyVersion()
	if err != nil {
		return nil, err
	}
	command := []string{"aimslint soa generate --format", f.format.value, "--as-of", run.AsOf}
	for _, profile := range f.profiles {
		command = append(command, "--profile", profile)
	}
	if f.config != "" {
		command = append(command, "--config", filepath.ToSlash(f.config))
	}
	if f.statement != "" {
		command = append(command, "--statement", filepath.ToSlash(f.statement))
	}
	for _, p := range paths {
		command = append(command, filepath.ToSlash(p))
	}
	return []string{
		strings.Join(command, " "),
		fmt.Sprintf("aimslint %s, rules %s, profile %s", thisBuild().Version, withOwn(rules, run.OwnPolicies), strings.Join(run.Profiles, ", ")),
	}, nil
}

func (f *soaGenerateFlags) write(out io.Writer, content []byte) error {
	switch {
	case f.output == "":
		_, err := out.Write(content)
		return err
	case !f.force:
		return create(f.output, string(content))
	}
	if err := replace(f.output, content); err != nil {
		return exit{exitIncomplete, err.Error()}
	}
	return nil
}

// tell says what was left to decide.
func (f *soaGenerateFlags) tell(out io.Writer, s *soa.Statement) {
	if f.quiet {
		return
	}
	applicable, status, _ := s.Totals()
	words := func(totals []soa.Total) string {
		said := make([]string, len(totals))
		for i, t := range totals {
			said[i] = fmt.Sprintf("%d %s", t.Count, t.Name)
		}
		return strings.Join(said, ", ")
	}
	fmt.Fprintf(out, "%s: %s; status: %s\n", count(len(s.Rows), "control"), words(applicable), words(status))
	if n := len(s.Others); n > 0 {
		fmt.Fprintf(out, "note: %s kept as it is: about no control of Annex A, or a second one about the same\n", count(n, "declared row"))
	}
}

func newSoACheck() *cobra.Command {
	command := &cobra.Command{
		Use:   "check [PATH...]",
		Short: "Hold the declared statement against what documents show",
		Long: `Hold the declared Statement of Applicability against the documents, and report what
concerns it: what 'aimslint check' finds about it, and, by the rules of the category
assessment, what only the assessment shows: controls that are declared implemented and
that nothing shows, that a rule objects to, or that rest on the documents' own word
though they could be verified, and exclusions that documents speak against.

The exit codes are those of 'aimslint check'; 4 if there is no statement.`,
		Example: "  aimslint soa check\n  aimslint soa check --fail-on warning --report sarif=soa.sarif",
	}
	flags := &checkFlags{
		requestFlags: addRequestFlags(command),
		failOn:       newOneOf("", "error", "warning", "note", "never"),
		format:       newOneOf("text", report.Names()...),
		category:     "aimslint-soa",
	}
	set := command.Flags()
	set.Var(flags.failOn, "fail-on", "least severity that makes the exit code 1 (default error, or what the configuration says)")
	set.Var(flags.format, "format", "how to print the findings")
	set.StringArrayVar(&flags.reports, "report", nil, "also write a report, as `FORMAT=PATH`; may be given several times")
	command.RunE = flags.checkStatement
	return command
}

func (f *checkFlags) checkStatement(command *cobra.Command, paths []string) error {
	destinations, err := parseReports(f.reports)
	if err != nil {
		return err
	}
	request, err := f.request(command, paths)
	if err != nil {
		return err
	}
	request.Assess, request.Statement = true, true
	run, err := scan.Check(command.Context(), request)
	if err != nil {
		return err
	}
	if len(run.Documents) == 0 {
		return exit{exitEmpty, nothingRecognised(run)}
	}
	var files []string
	for _, s := range soa.Statements(run.Assessment) {
		files = append(files, s.Files...)
	}
	if len(files) == 0 {
		return exit{exitEmpty, "there is no Statement of Applicability\n'aimslint soa generate' computes one to begin with"}
	}
	run.Findings = slices.DeleteFunc(slices.Clone(run.Findings), func(found finding.Finding) bool { return !soa.Concerns(&found, files) })
	if err := f.describe(command, run, request); err != nil {
		return err
	}
	return f.finish(command, run, destinations)
}

func newSoAImport() *cobra.Command {
	var output string
	var force bool
	command := &cobra.Command{
		Use:   "import FILE.xlsx",
		Short: "Read a statement that was edited in a spreadsheet back into a native document",
		Long: `Read a workbook that 'aimslint soa generate' wrote and that people have edited since, and
print it as a native document in YAML. Rows and columns may have been moved. What was
left out, renamed, added or cannot be read is said on standard error, with its cell.`,
		Example: "  aimslint soa import soa.xlsx\n  aimslint soa import soa.xlsx --output statement-of-applicability.yaml --force",
		Args:    cobra.ExactArgs(1),
	}
	flags := command.Flags()
	flags.StringVarP(&output, "output", "o", "", "write to a `file` that does not exist yet, instead of standard output")
	flags.BoolVar(&force, "force", false, "overwrite the output if it is there")
	command.RunE = func(command *cobra.Command, args []string) error {
		if force && output == "" {
			return errors.New("--force is for --output FILE")
		}
		content, err := readSpreadsheet(args[0])
		if err != nil {
			return err
		}
		if ext := strings.ToLower(filepath.Ext(args[0])); ext != ".xlsx" && ext != ".xlsm" {
			return fmt.Errorf("%s is no workbook (.xlsx)", args[0])
		}
		book, err := sheet.Open(filepath.Base(args[0]), content)
		if err != nil {
			return err
		}
		imported, err := soa.Read(book)
		if err != nil {
			return fmt.Errorf("%s: %w", args[0], err)
		}
		if err := writeImport(command.OutOrStdout(), output, imported.Text, force); err != nil {
			return err
		}
		tellStatement(command.ErrOrStderr(), imported)
		return nil
	}
	return command
}

func tellStatement(out io.Writer, imported *soa.Import) {
	fmt.Fprintf(out, "statement-of-applicability: %s of Annex A, %s\n", count(imported.Rows, "control"), count(imported.Additional, "additional control"))
	for _, note := range imported.Notes {
		fmt.Fprintln(out, printable(strings.TrimPrefix(note.Place+": "+note.Message, ": ")))
	}
}
