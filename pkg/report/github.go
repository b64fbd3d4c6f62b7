package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
)

// mostAnnotations is how many errors, warnings and notices each GitHub shows of
// a step, and how many issues of each type Azure Pipelines shows of a task.
// https://docs.github.com/en/actions/reference/limits and _maxIssueCount in
// microsoft/azure-pipelines-agent, src/Agent.Worker/ExecutionContext.cs.
const mostAnnotations = 10

// writeGitHub writes workflow commands, which GitHub Actions turns into
// annotations of the lines in question: the most severe first, and no more than
// are shown; the last of a level says how many are left out. The syntax is that
// of src/Runner.Common/ActionCommand.cs in actions/runner.
func writeGitHub(w io.Writer, run *Run, _ Options) error {
	out := bufio.NewWriter(w)
	findings := run.Counting()
	for _, severity := range rule.Severities() {
		shown, more := within(ofSeverity(findings, severity), mostAnnotations)
		for _, f := range shown {
			_, _ = fmt.Fprintln(out, gitHubCommand(f)) // an error stays with the writer until it is flushed
		}
		if more > 0 {
			_, _ = fmt.Fprintf(out, "::%s title=%s::%s\n", gitHubLevel(severity), toolName, gitHubData.Replace(leftOut(severity, more)))
		}
	}
	return out.Flush()
}

// within are the findings that fit into a limit, with one place kept for the
// word that there are more if there are.
func within(findings []*finding.Finding, most int) (shown []*finding.Finding, more int) {
	if len(findings) <= most {
		return findings, 0
	}
	return findings[:most-1], len(findings) - most + 1
}

func leftOut(severity rule.Severity, n int) string {
	more := count{n, "more " + string(severity), "more " + string(severity) + "s"}
	return fmt.Sprintf("And %s; 'aimslint check' lists all of them.", more)
}

// gitHubData and gitHubProperty escape as @actions/core does: packages/core/src/command.ts
// in actions/toolkit.
var (
	gitHubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	gitHubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func gitHubLevel(severity rule.Severity) string {
	if severity == rule.Note {
		return "notice"
	}
	return string(severity)
}

func gitHubCommand(f *finding.Finding) string {
	at := physical(f.Location).Region
	title := Printable(f.Rule.ID)
	if len(f.Rule.Requirements) > 0 {
		title += " · " + Printable(strings.Join(f.Rule.Requirements, ", "))
	}
	return fmt.Sprintf("::%s file=%s,line=%d,endLine=%d,col=%d,endColumn=%d,title=%s::%s",
		gitHubLevel(f.Severity), gitHubProperty.Replace(Printable(f.Location.File)),
		at.StartLine, at.EndLine, at.StartColumn, at.EndColumn,
		gitHubProperty.Replace(title), gitHubData.Replace(strings.Join(annotation(f), "\n")))
}
