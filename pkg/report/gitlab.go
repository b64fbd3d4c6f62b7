package report

import (
	"io"
	"strings"

	"github.com/aimslint/aimslint/pkg/rule"
)

// gitLabIssue is what GitLab reads of an issue; of two with the same
// fingerprint it keeps one. See
// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
type gitLabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitLabLocation `json:"location"`
}

type gitLabLocation struct {
	Path  string      `json:"path"` // from the root, without "./"
	Lines gitLabLines `json:"lines"`
}

type gitLabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

// writeGitLab writes GitLab's Code Quality report: a bare list, the most
// severe first. The requirements and the remediation are part of the
// description, which is all that a merge request shows.
func writeGitLab(w io.Writer, run *Run, _ Options) error {
	out := newJSONWriter(w)
	out.beginArray()
	for _, f := range run.Counting() {
		said := strings.Join(sentences(f), " ")
		if len(f.Rule.Requirements) > 0 {
			said += " (" + Printable(strings.Join(f.Rule.Requirements, ", ")) + ")"
		}
		at := physical(f.Location).Region
		out.value(gitLabIssue{
			Description: said, CheckName: f.Rule.ID, Fingerprint: f.Fingerprint, Severity: strings.ToLower(degree(f.Severity)),
			Location: gitLabLocation{Path: f.Location.File, Lines: gitLabLines{Begin: at.StartLine, End: at.EndLine}},
		})
	}
	out.endArray()
	return out.err
}

// degree is a severity on the scale that SonarQube and, in lower case, GitLab
// share: BLOCKER, CRITICAL, MAJOR, MINOR, INFO.
func degree(severity rule.Severity) string {
	switch severity {
	case rule.Error:
		return "CRITICAL"
	case rule.Warning:
		return "MAJOR"
	default:
		return "MINOR"
	}
}
