package report_test

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/rule"
)

// GitHub refuses a run of more results than it takes: the most severe are kept, in
// their order, and the file says that others are missing.
func TestSARIFHoldsNoMoreThanGitHubTakes(t *testing.T) {
	run := one("a.yaml", "It is wrong.")
	first := run.Findings[0]
	run.Findings = nil
	for i := range report.MostResults + 2 {
		f := first
		f.Message, f.Severity = "Finding "+strconv.Itoa(i)+".", rule.Warning
		switch i {
		case 0:
			f.Severity = rule.Note
		case report.MostResults + 1:
			f.Severity = rule.Error
		}
		run.Findings = append(run.Findings, f)
	}
	var file struct {
		Runs []struct {
			Results []struct {
				Message struct {
					Text string `json:"text"`
				} `json:"message"`
			} `json:"results"`
			Invocations []struct {
				Notifications []struct {
					Message struct {
						Text string `json:"text"`
					} `json:"message"`
				} `json:"toolExecutionNotifications"`
			} `json:"invocations"`
		} `json:"runs"`
	}
	if err := json.Unmarshal([]byte(write(t, "sarif", run, report.Options{})), &file); err != nil {
		t.Fatal(err)
	}
	results := file.Runs[0].Results
	if len(results) != report.MostResults || results[0].Message.Text != "Finding 1." || results[len(results)-1].Message.Text != "Finding 25001." {
		t.Errorf("%d results from %q to %q", len(results), results[0].Message.Text, results[len(results)-1].Message.Text)
	}
	notices := file.Runs[0].Invocations[0].Notifications
	if len(notices) != 1 || !strings.HasPrefix(notices[0].Message.Text, "2 findings are left out, the least severe") {
		t.Errorf("it says %v", notices)
	}
	if left := report.SARIFLeaves(run, report.Options{}); left != 2 {
		t.Errorf("%d are left out, want 2", left)
	}
}
