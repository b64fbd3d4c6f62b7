package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
)

// writeAzure writes logging commands, which Azure Pipelines turns into issues
// of the task: errors, then warnings, no more than are shown; the last of each
// type says how many are left out. Azure knows no notes: they are plain lines
// of the log. See
// https://learn.microsoft.com/en-us/azure/devops/pipelines/scripts/logging-commands#logissue-log-an-error-or-warning
func writeAzure(w io.Writer, run *Run, _ Options) error {
	out := bufio.NewWriter(w)
	findings := run.Counting()
	for _, severity := range []rule.Severity{rule.Error, rule.Warning} {
		shown, more := within(ofSeverity(findings, severity), mostAnnotations)
		for _, f := range shown {
			_, _ = fmt.Fprintln(out, azureCommand(f)) // an error stays with the writer until it is flushed
		}
		if more > 0 {
			_, _ = fmt.Fprintf(out, "##vso[task.logissue type=%s]%s\n", severity, azureData.Replace(leftOut(severity, more)))
		}
	}
	for _, f := range ofSeverity(findings, rule.Note) {
		_, _ = fmt.Fprintf(out, "note: %s: %s [%s]\n", whereabouts(f.Location), strings.Join(annotation(f), " "), Printable(f.Rule.ID))
	}
	return out.Flush()
}

// azureData and azureProperty escape as Azure's own library for tasks does:
// node/taskcommand.ts in microsoft/azure-pipelines-task-lib.
var (
	azureData     = strings.NewReplacer("%", "%AZP25", "\r", "%0D", "\n", "%0A")
	azureProperty = strings.NewReplacer("%", "%AZP25", "\r", "%0D", "\n", "%0A", "]", "%5D", ";", "%3B")
)

func azureCommand(f *finding.Finding) string {
	at := physical(f.Location).Region
	return fmt.Sprintf("##vso[task.logissue type=%s;sourcepath=%s;linenumber=%d;columnnumber=%d;code=%s]%s",
		f.Severity, azureProperty.Replace(Printable(f.Location.File)), at.StartLine, at.StartColumn,
		azureProperty.Replace(Printable(f.Rule.ID)), azureData.Replace(strings.Join(annotation(f), " ")))
}
