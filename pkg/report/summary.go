package report

import (
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
)

// summary counts what a run found.
type summary struct {
	Documents             int `json:"documents"`
	DocumentsWithFindings int `json:"documents_with_findings"`
	Errors                int `json:"errors"`
	Warnings              int `json:"warnings"`
	Notes                 int `json:"notes"`
	Waived                int `json:"waived"`
	Baseline              int `json:"baseline"`
	Excluded              int `json:"excluded"`

	open       int
	changes    string
	otherFiles int // with findings, but without a document
}

func summarize(run *Run) summary {
	s := summary{Documents: len(run.Documents), changes: run.Changes}
	type holder struct{ file, kind, id string }
	faulty := map[holder]bool{}
	for i := range run.Findings {
		f := &run.Findings[i]
		s.count(f)
		if f.Counts() {
			faulty[holder{f.Location.File, f.Kind, f.Document}] = true
		}
	}
	with := map[string]bool{}
	for _, d := range run.Documents {
		found := false
		for _, file := range d.AllFiles() {
			with[file] = true
			found = found || faulty[holder{file, d.Kind, d.ID}] || faulty[holder{file: file}]
		}
		if found {
			s.DocumentsWithFindings++
		}
	}
	others := map[string]bool{}
	for d := range faulty {
		if !with[d.file] {
			others[d.file] = true
		}
	}
	s.otherFiles = len(others)
	return s
}

// String is the summary in one line: "12 findings (9 errors, 3 warnings) in 5
// of 7 documents".
func (s *summary) String() string {
	line := s.outcome()
	switch s.changes {
	case "":
	case "staged":
		line += "; only of what is staged"
	default:
		line += "; only of the changes " + Printable(s.changes)
	}
	if accepted := list(count{s.Waived, "waived", "waived"}, count{s.Baseline, "in the baseline", "in the baseline"},
		count{s.Excluded, "excluded", "excluded"}); accepted != "" {
		line += "; " + accepted
	}
	return line
}

func (s *summary) count(f *finding.Finding) {
	switch {
	case f.State == finding.Waived:
		s.Waived++
	case f.State == finding.Baseline:
		s.Baseline++
	case f.State == finding.Excluded:
		s.Excluded++
	case f.Severity == rule.Error:
		s.Errors++
	case f.Severity == rule.Warning:
		s.Warnings++
	default:
		s.Notes++
	}
	s.open = s.Errors + s.Warnings + s.Notes
}

func (s *summary) outcome() string {
	switch {
	case s.open > 0:
		counts := list(count{s.Errors, "error", "errors"}, count{s.Warnings, "warning", "warnings"}, count{s.Notes, "note", "notes"})
		return fmt.Sprintf("%s (%s) in %s", count{s.open, "finding", "findings"}, counts, s.where())
	case s.Documents == 0:
		return "no document to check"
	}
	return count{s.Documents, "document", "documents"}.String() + " checked, no findings"
}

func (s *summary) where() string {
	documents := fmt.Sprintf("%d of %s", s.DocumentsWithFindings, count{s.Documents, "document", "documents"})
	switch {
	case s.otherFiles == 0:
		return documents
	case s.DocumentsWithFindings == 0 && s.Documents == 0:
		return count{s.otherFiles, "file", "files"}.String()
	}
	return documents + " and " + count{s.otherFiles, "other file", "other files"}.String()
}

// count is a number of things and their names.
type count struct {
	n         int
	one, many string
}

func (c count) String() string {
	if c.n == 1 {
		return "1 " + c.one
	}
	return fmt.Sprintf("%d %s", c.n, c.many)
}

// list joins the counts that are not zero.
func list(counts ...count) string {
	var words []string
	for _, c := range counts {
		if c.n > 0 {
			words = append(words, c.String())
		}
	}
	return strings.Join(words, ", ")
}

// Shown is the path of a file as the person at the terminal would type it.
func (run *Run) Shown(file string) string {
	if strings.HasPrefix(run.Directory, "..") {
		return startOfLine(Printable(path.Join(run.Root, file)))
	}
	relative, err := filepath.Rel(filepath.FromSlash("./"+run.Directory), filepath.FromSlash(file))
	if err != nil {
		return startOfLine(Printable(file))
	}
	return startOfLine(Printable(filepath.ToSlash(relative)))
}
