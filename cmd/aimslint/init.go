package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/aimslint/aimslint/pkg/begin"
	"github.com/aimslint/aimslint/pkg/config"
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/scan"
	"github.com/aimslint/aimslint/pkg/source"
)

func newInit() *cobra.Command {
	var folder string
	var dry bool
	command := &cobra.Command{
		Use:   "init [PATH]",
		Short: "Begin: write a configuration, and documents for what the repository holds",
		Long: `Look at what the repository holds (documents in any format, models, dependencies on AI) and
write what is missing beside it: a configuration, a file beside each document for what that
does not state, and documents about the AI system, its risks, impact and suppliers. What is
known is filled in; for the rest there is a TBD with what to write. 'aimslint check' then names
each TBD. A file that is there is never changed.

PATH is the folder of the project; without it, the folder of the configuration, or the root of
the repository.`,
		Example: "  aimslint init --dry-run\n  aimslint init\n  aimslint init services/triage --folder governance",
		Args:    cobra.MaximumNArgs(1),
	}
	flags := addRequestFlags(command)
	for _, name := range []string{"stdin-path", "quiet", "config"} {
		_ = command.Flags().MarkHidden(name)
	}
	command.Flags().StringVar(&folder, "folder", "aims", "the `folder` for documents about the system and the organization, in that of the project")
	command.Flags().BoolVar(&dry, "dry-run", false, "print what would be written as a diff, and write nothing")
	command.RunE = func(command *cobra.Command, args []string) error {
		if !filepath.IsLocal(filepath.FromSlash(folder)) {
			return fmt.Errorf("--folder %q does not lie in the project", folder)
		}
		project, err := projectFolder(args)
		if err != nil {
			return err
		}
		request, err := flags.request(command, []string{project})
		if err != nil {
			return err
		}
		plan, err := begin.Make(command.Context(), begin.Request{Scan: request, Folder: filepath.ToSlash(filepath.Clean(folder))})
		if err != nil {
			return err
		}
		if dry {
			return printDiff(command.OutOrStdout(), plan, colored(flags.color.value, command.OutOrStdout()))
		}
		if _, err := plan.Write(); err != nil {
			return exit{exitIncomplete, err.Error()}
		}
		return printBegun(command.OutOrStdout(), plan)
	}
	return command
}

// projectFolder is the folder that the argument names, else that of the nearest
// configuration, else the root of the repository.
func projectFolder(args []string) (string, error) {
	if len(args) == 1 {
		info, err := os.Stat(args[0])
		switch {
		case err != nil:
			return "", fmt.Errorf("there is no folder %s", args[0])
		case !info.IsDir():
			return "", fmt.Errorf("%s is no folder; name the one of the project", args[0])
		}
		return filepath.Abs(args[0])
	}
	here, err := os.Getwd()
	if err != nil {
		return "", err
	}
	root, err := source.Root(here)
	if err != nil {
		return "", err
	}
	file, err := config.Find(here, root)
	switch {
	case err != nil:
		return "", err
	case file != "":
		return filepath.Dir(file), nil
	}
	return root, nil
}

// printDiff shows the files as a patch that makes them.
func printDiff(out io.Writer, plan *begin.Plan, color bool) error {
	var text bytes.Buffer
	paint := func(code, line string) {
		if color {
			line = "\x1b[" + code + "m" + line + "\x1b[0m"
		}
		text.WriteString(line + "\n")
	}
	for _, f := range plan.Files {
		lines := strings.Split(strings.TrimSuffix(printableLines(string(f.Content)), "\n"), "\n")
		paint("1", "--- /dev/null")
		paint("1", "+++ b/"+printable(f.Path))
		paint("36", fmt.Sprintf("@@ -0,0 +1,%d @@", len(lines)))
		for _, line := range lines {
			paint("32", "+"+line)
		}
	}
	_, err := out.Write(text.Bytes())
	return err
}

// printBegun says what was recognised and what was written.
func printBegun(out io.Writer, plan *begin.Plan) error {
	var text bytes.Buffer
	written, kept := make([][]string, 0, len(plan.Files)), make([][]string, 0, len(plan.Kept))
	open := 0
	for _, f := range plan.Files {
		written = append(written, []string{plan.Before.Shown(f.Path), f.About, toFill(f.Open)})
		open += f.Open
	}
	for _, file := range plan.Kept {
		kept = append(kept, []string{plan.Before.Shown(file), "is there already"})
	}
	printRows(&text, "Documents", documentRows(plan.Before))
	printRows(&text, "AI that no document claims", traceRows(plan.Before))
	printRows(&text, "Written", written)
	printRows(&text, "Left as they are", kept)
	fmt.Fprintln(&text, wrap(whatNext(plan, open), 98, 0))
	_, err := out.Write(text.Bytes())
	return err
}

// mostRows is how long a table may be.
const mostRows = 30

// printRows prints a title and below it a table, if it has rows.
func printRows(out io.Writer, title string, rows [][]string) {
	if len(rows) == 0 {
		return
	}
	left := len(rows) - mostRows
	if left > 0 {
		rows = rows[:mostRows]
	}
	var table bytes.Buffer
	columns := tabwriter.NewWriter(&table, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		for i := range row {
			row[i] = printable(row[i])
		}
		fmt.Fprintln(columns, "  "+strings.Join(row, "\t"))
	}
	_ = columns.Flush() // into memory
	fmt.Fprintln(out, title)
	for line := range strings.Lines(table.String()) {
		fmt.Fprintln(out, strings.TrimRight(line, " \n"))
	}
	if left > 0 {
		fmt.Fprintf(out, "  and %d more\n", left)
	}
	fmt.Fprintln(out)
}

// whatNext says what is to be done next.
func whatNext(plan *begin.Plan, open int) string {
	isSystem := func(d scan.Surveyed) bool { return d.Kind == document.AISystem }
	switch known := slices.IndexFunc(plan.Before.Documents, isSystem); {
	case known >= 0 && len(traceRows(plan.Before)) > 0:
		return "Name the AI that nobody claims in the ai-system it belongs to, as " +
			printable(plan.Before.Shown(plan.Before.Documents[known].File)) + "; `aimslint check` says how."
	case open > 0:
		return "Fill in each TBD: the comment above it says what is expected. `aimslint check` names those that are left."
	case len(plan.Files) == 0:
		return "There is nothing to write: what was found has its documents."
	case len(plan.Before.Documents)+len(traceRows(plan.Before)) > 0:
		return "The documents are there already; `aimslint check` says what they lack."
	}
	return "No document and no use of AI was found. Begin a document with `aimslint new KIND`."
}

func documentRows(survey *scan.Survey) [][]string {
	rows := make([][]string, len(survey.Documents))
	for i, d := range survey.Documents {
		rows[i] = []string{d.Kind, d.Format, survey.Shown(d.File)}
	}
	slices.SortStableFunc(rows, func(a, b []string) int { return strings.Compare(a[0], b[0]) })
	return rows
}

func traceRows(survey *scan.Survey) [][]string {
	var rows [][]string
	for _, t := range survey.Traces {
		if t.Counts && len(t.ClaimedBy) == 0 {
			rows = append(rows, []string{t.Name, t.Implies, fmt.Sprintf("%s:%d", survey.Shown(t.File), t.Line)})
		}
	}
	return rows
}

func toFill(open int) string {
	if open == 0 {
		return ""
	}
	return fmt.Sprintf("%d TBD", open)
}
