package report_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/report"
)

// Each finding says what it has to do with the change, and a report of a change
// that it is one.
func TestChangeIsSaid(t *testing.T) {
	run := sample()
	run.Changes, run.All = "since main", slices.Clone(run.Findings)
	run.Findings = run.Findings[:2]
	run.Findings[0].Change, run.Findings[1].Change = finding.ChangedLine, finding.ChangedDocument
	for name, want := range map[string][]string{
		"text":    {"On a changed line.", "Caused by the change: it was not found before.", "; only of the changes since main"},
		"compact": {"] (changed line)\n", "] (caused by the change)\n", "; only of the changes since main"},
		"json":    {`"changes": "since main"`, `"change": "line"`, `"change": "document"`},
		"sarif":   {`"change": "line"`, `"change": "document"`},
	} {
		out := write(t, name, run, report.Options{})
		for _, words := range want {
			if !strings.Contains(out, words) {
				t.Errorf("%s does not say %q:\n%s", name, words, out)
			}
		}
	}
	validate(t, "../../schemas/report.schema.json", write(t, "json", run, report.Options{}))
	if whole := run.Whole(); len(whole.Findings) != len(run.All) || whole.Changes != "" {
		t.Errorf("the whole run has %d findings of %q", len(whole.Findings), whole.Changes)
	}
}

// What compares two reports by itself, or takes what is missing for mended,
// gets all findings.
func TestWholeReports(t *testing.T) {
	var whole []string
	for _, r := range report.Reports() {
		if r.Whole {
			whole = append(whole, r.Name)
		}
	}
	if want := []string{"html", "sarif", "gitlab", "sonarqube", "junit", "oscal"}; !slices.Equal(whole, want) {
		t.Errorf("reports of all findings are %q, want %q", whole, want)
	}
}
