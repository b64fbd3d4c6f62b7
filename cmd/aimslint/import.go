package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/format"
	"github.com/aimslint/aimslint/pkg/sheet"
)

// maxSpreadsheet is the size up to which a spreadsheet is read, that of any
// other file.
const maxSpreadsheet = 10 << 20

func newImport() *cobra.Command {
	var kind, name, output string
	var force bool
	command := &cobra.Command{
		Use:   "import FILE.xlsx|FILE.csv",
		Short: "Turn a register kept in a spreadsheet into a native document",
		Long: `Read a register from a workbook or a CSV file, and print it as a native document in YAML.
The columns are told by their names, as 'Risk title', 'Likelihood (1-5)' or 'Owner'. What has
no meaning here or could not be read is said on standard error, with its cell; columns without
a meaning are kept under keys that begin with x-. Ratings are taken as they are written.

Without --kind the kind is the one that knows most of the columns, of
  ` + strings.Join(format.TableKinds(), "\n  "),
		Example: "  aimslint import risks.xlsx --output governance/risk-register.yaml\n  aimslint import vendors.csv --kind supplier-register\n  aimslint import grc.xlsx --sheet \"AI risks\"",
		Args:    cobra.ExactArgs(1),
		RunE: func(command *cobra.Command, args []string) error {
			switch {
			case kind != "" && !document.IsKind(kind):
				return unknownKind(kind, nil)
			case kind != "" && !slices.Contains(format.TableKinds(), kind):
				return fmt.Errorf("a document of the kind %s is no table; those that are: %s", kind, strings.Join(format.TableKinds(), ", "))
			case force && output == "":
				return errors.New("--force is for --output FILE")
			}
			content, err := readSpreadsheet(args[0])
			if err != nil {
				return err
			}
			book, err := sheet.Open(filepath.Base(args[0]), content)
			if err != nil {
				return err
			}
			imported, err := book.Import(name, kind)
			if err != nil {
				return fmt.Errorf("%s: %w", args[0], err)
			}
			if err := writeImport(command.OutOrStdout(), output, imported.Text, force); err != nil {
				return err
			}
			tellImport(command.ErrOrStderr(), imported)
			return nil
		},
	}
	flags := command.Flags()
	flags.StringVar(&kind, "kind", "", "the kind of document, as risk-register")
	flags.StringVar(&name, "sheet", "", "the sheet of a workbook")
	flags.StringVarP(&output, "output", "o", "", "write to a file that does not exist yet, instead of standard output")
	flags.BoolVar(&force, "force", false, "overwrite the output if it is there")
	return command
}

func readSpreadsheet(file string) ([]byte, error) {
	info, err := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("there is no file %s", file)
	case err != nil:
		return nil, exit{exitIncomplete, err.Error()}
	case info.IsDir():
		return nil, fmt.Errorf("%s is a folder; name a workbook or a CSV file in it", file)
	case info.Size() > maxSpreadsheet:
		return nil, exit{exitIncomplete, fmt.Sprintf("%s is larger than %d MB", file, maxSpreadsheet>>20)}
	}
	content, err := os.ReadFile(file) //nolint:gosec // the file that the command line names
	if err != nil {
		return nil, exit{exitIncomplete, err.Error()}
	}
	return content, nil
}

// writeImport prints the document, or writes it to a file.
func writeImport(out io.Writer, path, text string, force bool) error {
	switch {
	case path == "":
		_, err := io.WriteString(out, text)
		return err
	case !force:
		return create(path, text)
	}
	if err := replace(path, []byte(text)); err != nil {
		return exit{exitIncomplete, err.Error()}
	}
	return nil
}

// tellImport says what was taken from where, and what was not.
func tellImport(out io.Writer, imported *sheet.Import) {
	entries := "entries"
	if imported.Entries == 1 {
		entries = "entry"
	}
	from := ""
	if imported.Sheet != "" {
		from = fmt.Sprintf(" from the sheet %q", imported.Sheet)
	}
	fmt.Fprintf(out, "%s: %d %s%s\n", imported.Kind, imported.Entries, entries, from)
	for _, note := range imported.Notes {
		fmt.Fprintln(out, strings.TrimPrefix(note.Place+": "+note.Message, ": "))
	}
}
