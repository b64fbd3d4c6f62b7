package main

import (
	"strings"

	"github.com/aimslint/aimslint/pkg/report"
)

// printable is text from a document or a file name with what could steer a
// terminal shown instead of sent.
func printable(text string) string { return report.Printable(text) }

// printableLines is [printable] for a text of several lines.
func printableLines(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = printable(line)
	}
	return strings.Join(lines, "\n")
}

// wrap breaks text at spaces so that no line is longer than width, with an
// indent before every line but the first.
func wrap(text string, width, indent int) string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		if line != "" && len(line)+1+len(word) > width {
			lines = append(lines, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	return strings.Join(append(lines, line), "\n"+strings.Repeat(" ", indent))
}
