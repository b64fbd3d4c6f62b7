package report

import (
	"encoding/csv"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/aimslint/aimslint/pkg/finding"
)

var csvHeader = []string{
	"state", "severity", "rule", "title", "requirements", "evidence", "kind", "document",
	"file", "line", "column", "end_line", "end_column", "path", "message", "related", "remediation", "fingerprint", "change", "exception",
}

// writeCSV writes a table for spreadsheets (RFC 4180, UTF-8): a row for every
// finding, those that do not count included, with its state and why.
func writeCSV(w io.Writer, run *Run, _ Options) error {
	out := csv.NewWriter(w)
	_ = out.Write(csvHeader) // an error stays with the writer
	for i := range run.Findings {
		_ = out.Write(csvRow(&run.Findings[i]))
	}
	out.Flush()
	return out.Error()
}

func csvRow(f *finding.Finding) []string {
	at := physical(f.Location).Region
	row := []string{
		string(stateOf(f)), string(f.Severity), f.Rule.ID, f.Rule.Title, strings.Join(f.Rule.Requirements, " "),
		string(f.Rule.Evidence), f.Kind, f.Document,
		f.Location.File, strconv.Itoa(at.StartLine), strconv.Itoa(at.StartColumn), strconv.Itoa(at.EndLine), strconv.Itoa(at.EndColumn),
		f.Location.Path.Pointer(), f.Message, strings.Join(others(f), " "), f.Rule.Remediation, f.Fingerprint, string(f.Change), "",
	}
	if !f.Counts() {
		row[len(row)-1] = acceptance(f)
	}
	for i, cell := range row {
		row[i] = formula.ReplaceAllString(Printable(cell), "$1'$2")
	}
	return row
}

// formula finds what a spreadsheet would compute instead of show: at the start
// of a cell, and after a semicolon, which separates cells where the comma is
// the decimal point. Tabs and line breaks are shown by [Printable]. See
// https://owasp.org/www-community/attacks/CSV_Injection
var formula = regexp.MustCompile(`((?:^|;)["' ]*)([=+\-@＝＋－＠])`)
