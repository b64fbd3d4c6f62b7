// Package report writes the outcome of a run in the forms that its readers
// use. Each form is one file of this package with a golden file beside it.
package report

import (
	"io"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
)

// Run is the outcome of a run: all that a report may show.
type Run struct {
	// Version is the tool's version, as "0.1.0".
	Version string
	// AsOf is the day that the run takes for today, ISO 8601.
	AsOf string
	// Documents are the documents that were checked, by file and place in it.
	Documents []Document
	// Findings are in the order of [finding.Sort].
	Findings []finding.Finding
	// Rules are the rules that were in force, in the order of their ids.
	Rules []*rule.Rule
	// Notes are for --verbose: files skipped and why.
	Notes []string
	// Directory is the working directory relative to the root, with slashes
	// ("" when they are the same), so that text can show paths as the person
	// at the terminal would type them.
	Directory string
	// CommandLine is the command that was run, for the SARIF invocation.
	CommandLine string
	// ExitCode is the exit code that the run leads to.
	ExitCode int
}

// Document is a document that was checked.
type Document struct {
	File   string `json:"file"`
	Format string `json:"format"`
	Kind   string `json:"kind"`
	ID     string `json:"id"`
	Title  string `json:"title,omitempty"`
}

// Options are choices about how a report looks.
type Options struct {
	Color   bool
	Quiet   bool
	Verbose bool
}

// Report is one form of output.
type Report struct {
	Name  string // as in --format and --report
	Title string
	Write func(w io.Writer, run *Run, options Options) error
}
