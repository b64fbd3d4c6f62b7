package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/scan"
)

func newInventory() *cobra.Command {
	command := &cobra.Command{
		Use:   "inventory [PATH...]",
		Short: "List the documents that are recognised, and what each field of them says",
		Long: `List the documents that are recognised: file, format, kind and id, and for each
field whether it is present, a placeholder, absent, or not expressible in the
format. A field that the format cannot express is no fault of the document, but
it is evidence that is missing. Of a native document it also counts the references to
sources of values, files and digests, and how many of them agree.

With --traces it lists the signs of AI use in the repository instead: dependencies
on AI libraries and services, model files and notebooks, each with its place, what
it is for and implies, why it is on the list, and which document claims it.`,
		Example: "  aimslint inventory\n  aimslint inventory --unrecognised\n  aimslint inventory --traces\n  aimslint inventory --format json docs/MODEL_CARD.md",
	}
	flags := addRequestFlags(command)
	format := listFormat(command)
	traces := command.Flags().Bool("traces", false, "list the signs of AI use that are no documents, and who claims them")
	unrecognised := command.Flags().Bool("unrecognised", false, "list the files that looked like a document and were turned down, and why")
	command.RunE = func(command *cobra.Command, paths []string) error {
		request, err := flags.request(command, paths)
		if err != nil {
			return err
		}
		if *traces {
			list, err := scan.ListTraces(command.Context(), request)
			if err != nil {
				return err
			}
			flags.printNotes(command, list.Notes)
			if format.value == "json" {
				return printJSON(command.OutOrStdout(), list)
			}
			return printTraces(command.OutOrStdout(), list)
		}
		inventory, err := scan.List(command.Context(), request)
		if err != nil {
			return err
		}
		flags.printNotes(command, inventory.Notes)
		out := command.OutOrStdout()
		switch {
		case format.value == "json":
			return printJSON(out, inventory)
		case *unrecognised:
			return printUnrecognised(out, inventory)
		}
		return printInventory(out, inventory)
	}
	return command
}

func printJSON(out io.Writer, value any) error {
	encoder := json.NewEncoder(report.JSONEscaper(out))
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}

// printInventory shows a document a paragraph: what it is on one line, and the
// fields by their state below it.
func printInventory(out io.Writer, inventory *scan.Inventory) error {
	var text strings.Builder
	for i := range inventory.Documents {
		if i > 0 {
			text.WriteByte('\n')
		}
		writeEntry(&text, inventory, &inventory.Documents[i])
	}
	for i, file := range inventory.Corroborating {
		if i == 0 && len(inventory.Documents) > 0 {
			text.WriteByte('\n')
		}
		says := "corroborates nothing: no document names what it is about"
		if len(file.Documents) > 0 {
			shown := make([]string, len(file.Documents))
			for k, name := range file.Documents {
				shown[k] = inventory.Shown(name)
			}
			says = "corroborates " + strings.Join(shown, ", ")
		}
		fmt.Fprintf(&text, "%s (%s) %s\n", inventory.Shown(file.File), file.Format, says)
	}
	_, err := io.WriteString(out, text.String())
	return err
}

// writeEntry shows what a document is and the fields by their state.
func writeEntry(text *strings.Builder, inventory *scan.Inventory, entry *scan.Entry) {
	fmt.Fprintf(text, "%s\n", inventory.Shown(entry.File))
	for _, file := range entry.OtherFiles {
		fmt.Fprintf(text, "  with %s\n", inventory.Shown(file))
	}
	fmt.Fprintf(text, "  %s  %s  (%s)\n", entry.Kind, printable(orDash(entry.ID)), entry.Format)
	for _, state := range []document.FieldState{document.Present, document.Placeholder, document.Absent, document.NotExpressed} {
		if fields := entry.InState(state); len(fields) > 0 {
			fmt.Fprintf(text, "  %-16s %s\n", state, wrap(strings.Join(fields, ", "), 80, 19))
		}
	}
	if len(entry.Unread) > 0 {
		headings := "headings in a language that is not read: " + strings.Join(entry.Unread, ", ")
		fmt.Fprintf(text, "  %-16s %s\n", "not understood", wrap(printable(headings), 80, 19))
	}
	if b := entry.Bindings; b != nil {
		fmt.Fprintf(text, "  %-16s %d of %s to sources, files and digests\n", "agree", b.Verified, count(b.Stated, "reference"))
	}
}

// printTraces shows a trace a paragraph.
func printTraces(out io.Writer, list *scan.TraceList) error {
	var text strings.Builder
	for i, t := range list.Traces {
		if i > 0 {
			text.WriteByte('\n')
		}
		fmt.Fprintf(&text, "%s:%d:%d\n", list.Shown(t.File), t.Line, t.Column)
		fmt.Fprintf(&text, "  %s  %s  (%s, %s)\n", printable(t.Name), t.Implies, t.Form, t.Scope)
		fmt.Fprintf(&text, "  %-11s %s: %s\n", "why", t.Product, wrap(t.Reason, 80, 14))
		fmt.Fprintf(&text, "  %-11s %s\n", "claimed by", printable(claimants(t, list.Shown)))
	}
	_, err := io.WriteString(out, text.String())
	return err
}

// claimants are those who claim a trace, in words.
func claimants(t scan.TraceEntry, shown func(string) string) string {
	names := make([]string, len(t.ClaimedBy))
	for i, c := range t.ClaimedBy {
		names[i] = fmt.Sprintf("%s %s (%s)", c.Kind, orDash(c.ID), shown(c.File))
	}
	switch {
	case len(names) > 0:
		return strings.Join(names, ", ")
	case t.Counts:
		return "nobody"
	}
	return "nobody, and need not be"
}

func printUnrecognised(out io.Writer, inventory *scan.Inventory) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, file := range inventory.Unrecognised {
		for i, rejection := range file.Rejections {
			name := inventory.Shown(file.File)
			if i > 0 {
				name = ""
			}
			fmt.Fprintf(table, "%s\t%s\t%s\n", name, rejection.Format, printable(rejection.Reason))
		}
	}
	return table.Flush()
}

func orDash(text string) string {
	if text == "" {
		return "—"
	}
	return text
}
