// Package report writes the outcome of a run in the forms that its readers
// use. Each form is one file of this package with a golden file beside it.
package report

import (
	"errors"
	"io"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
)

// Run is the outcome of a run: all that a report may show.
type Run struct {
	// Version is the tool's version, as "0.1.0".
	Version string
	// Policies is the digest of the rules and schemas that judged, as `aimslint
	// version` shows it.
	Policies string
	// OwnPolicies is the digest of the policies of the users' own and of the schemas of
	// their kinds that judged, in the same form; "" for none.
	OwnPolicies string
	// Commit is the commit of the repository, if it was asked for and is known.
	Commit *Commit
	// Category names the analysis where there are several of one commit; ""
	// for the tool's name.
	Category string
	// AsOf is the day that the run takes for today, ISO 8601.
	AsOf string
	// Profiles are those in force: how much was asked.
	Profiles []string
	// Documents are the documents that were checked, by file and place in it.
	Documents []Document
	// Findings are in the order of [finding.Sort].
	Findings []finding.Finding
	// Changes names the change whose findings these are, as "since main" or
	// "staged"; "" if they are all.
	Changes string
	// All are all findings, if those of a change are Findings and the others were
	// asked for too. See [Run.Whole].
	All []finding.Finding
	// Rules are the rules that were in force, in the order of their ids.
	Rules []*rule.Rule
	// Assessment is the state of each requirement, if it was asked for.
	Assessment *assess.Assessment
	// Notes are for --verbose: files skipped and why, fit for a terminal.
	Notes []string
	// Warnings are for everybody at a terminal: what was left out that they may
	// take for judged.
	Warnings []string
	// Unrecognised are the files that by their name should hold a document and
	// hold none, in the order of their paths. Each is listed with its reasons
	// by 'aimslint inventory --unrecognised'.
	Unrecognised []string
	// Directory is the working directory relative to the root, with slashes
	// ("" when they are the same), so that text can show paths as the person
	// at the terminal would type them. It may begin with "..": then Root is
	// the root relative to the working directory.
	Directory string
	Root      string
	// Reproduce is the command that makes the same report of the same documents, to
	// be run at the root; "" if there is none.
	Reproduce string
	// Earlier are earlier runs to be shown beside this one, and Changed what is
	// different from the latest of them.
	Earlier []*Run
	Changed *Changed
	// CommandLine is the command that was run. No report shows it: it would
	// differ between two runs that differ in nothing but where they write.
	CommandLine string
	// Exceptions say where waivers are kept, and for how long they may hold.
	Exceptions Exceptions
	// FailOn is the severity from which findings fail the run, as configured.
	FailOn rule.Severity
	// ExitCode is the exit code that the run leads to.
	ExitCode int
}

// Whole is the run with all findings, also if a change was asked about: for
// those who take what is missing in a report for mended.
func (run *Run) Whole() *Run {
	if run.Changes == "" {
		return run
	}
	whole := *run
	whole.Findings, whole.All, whole.Changes = run.All, nil, ""
	return &whole
}

// Exceptions say how findings are accepted.
type Exceptions struct {
	// Folder is that of the waiver file, relative to the root ("." for it).
	Folder string
	// MaxDays is how many days ahead an exception may end.
	MaxDays int
}

// Commit is a commit of a repository.
type Commit struct {
	SHA string `json:"sha"` // in Git's hexadecimal
	// Dirty says that not all that was judged is in the commit.
	Dirty bool `json:"dirty"`
}

// Document is a document that was checked.
type Document struct {
	File   string `json:"file"`
	Format string `json:"format"` // of a merged one all: "native+huggingface"
	Kind   string `json:"kind"`
	ID     string `json:"id"`
	Title  string `json:"title,omitempty"`
	// OtherFiles are the further files that a merged document was made of, by
	// precedence.
	OtherFiles []string `json:"other_files,omitempty"`
}

// AllFiles are the files that the document was made of.
func (d *Document) AllFiles() []string { return append([]string{d.File}, d.OtherFiles...) }

// Options are choices about how a report looks.
type Options struct {
	Color   bool
	Quiet   bool // nothing at all when there is nothing to mend
	Verbose bool // every finding, where text would say "and 40 more"
	Width   int  // columns of the terminal; 0 for 100
	// ShowWaived lists in text what was accepted.
	ShowWaived bool
	// PrintWaivers adds to each finding in text the waiver that would accept it
	// until the last day on which it may end.
	PrintWaivers bool
	// Suppressions puts what was accepted into SARIF, marked as suppressed.
	Suppressions bool
}

// Report is one form of output.
type Report struct {
	Name  string // as in --format and --report
	Title string
	// Whole says that the report is one of all findings, see [Run.Whole].
	Whole bool
	// Assessed says that the report needs [Run.Assessment].
	Assessed bool
	// Committed says that the report names [Run.Commit].
	Committed bool
	Write     func(w io.Writer, run *Run, options Options) error
}

// errUnassessed is for a report that needs an assessment and has none.
var errUnassessed = errors.New("it shows an assessment, and none was made")

// Reports are all forms, the ones for people first.
func Reports() []*Report {
	return []*Report{
		{Name: "text", Title: "Findings by file, each with its line and how to mend it", Write: writeText},
		{Name: "compact", Title: "One line for each finding, as compilers print them", Write: writeCompact},
		{Name: "json", Title: "Documents and findings for programs (schemas/report.schema.json)", Committed: true, Write: writeJSON},
		{Name: "html", Title: "A page to read, search and print, with the state of each requirement", Whole: true, Assessed: true, Committed: true, Write: writeHTML},
		{Name: "sarif", Title: "SARIF 2.1.0 for code scanning", Whole: true, Write: writeSARIF},
		{Name: "github", Title: "Annotations in GitHub Actions (workflow commands)", Write: writeGitHub},
		{Name: "summary", Title: "Markdown for the job summary of GitHub Actions", Write: writeSummary},
		{Name: "gitlab", Title: "GitLab Code Quality", Whole: true, Write: writeGitLab},
		{Name: "azure", Title: "Issues in Azure Pipelines (logging commands)", Write: writeAzure},
		{Name: "sonarqube", Title: "External issues for SonarQube and SonarCloud", Whole: true, Write: writeSonarQube},
		{Name: "junit", Title: "Test results: a suite for each requirement, a case for each rule and file", Whole: true, Write: writeJUnit},
		{Name: "oscal", Title: "OSCAL assessment results, with the state of each requirement", Whole: true, Assessed: true, Write: writeOSCAL},
		{Name: "csv", Title: "A table of all findings for spreadsheets", Write: writeCSV},
	}
}

// Get is the form of a name, or nil if there is none.
func Get(name string) *Report {
	for _, r := range Reports() {
		if r.Name == name {
			return r
		}
	}
	return nil
}

// Names are the names of all forms.
func Names() []string {
	forms := Reports()
	names := make([]string, len(forms))
	for i, r := range forms {
		names[i] = r.Name
	}
	return names
}
