package github_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/github"
	"github.com/aimslint/aimslint/pkg/rule"
)

const checks = "POST /check-runs"

func checkWith(n int) github.Check {
	check := github.Check{Title: "many", Summary: "# many\n"}
	for i := range n {
		check.Annotations = append(check.Annotations, github.Annotation{
			Severity: rule.Warning, File: "a.yaml", StartLine: i + 1, EndLine: i + 1, StartColumn: 2, EndColumn: 4, Title: "a/b", Message: fmt.Sprint("message ", i),
		})
	}
	return check
}

var asCheck = github.CheckRun{Name: "aimslint", SHA: headSHA, RunID: "12/1", FailOn: rule.Error}

// annotated demands every annotation once, in order.
func annotated(t *testing.T, s *server, n int) {
	t.Helper()
	if len(s.checks) != 1 {
		t.Fatalf("%d check runs", len(s.checks))
	}
	all := s.checks[0].Output.Annotations
	if len(all) != n {
		t.Fatalf("%d annotations, want %d", len(all), n)
	}
	for i, a := range all {
		if a["message"] != fmt.Sprint("message ", i) {
			t.Errorf("annotation %d has the %v", i, a["message"])
		}
	}
}

func TestCheckRunInBatches(t *testing.T) {
	for n, requests := range map[int]int{0: 1, 1: 1, 50: 1, 51: 2, 100: 2, 230: 5} {
		s := newServer(t)
		page, err := s.client().CheckRun(context.Background(), asCheck, checkWith(n))
		if err != nil || page == "" {
			t.Fatal(err)
		}
		annotated(t, s, n)
		if len(s.requests) != requests {
			t.Errorf("%d annotations in %d requests", n, len(s.requests))
		}
		if run := s.checks[0]; run.Status != "completed" || run.HeadSHA != headSHA || run.Output.Title != "many" {
			t.Errorf("check run %+v", run)
		}
	}
}

func TestCheckRunKeepsTheMost(t *testing.T) {
	s := newServer(t)
	check := checkWith(1003)
	check.Annotations[5].File = ""
	if _, err := s.client().CheckRun(context.Background(), asCheck, check); err != nil {
		t.Fatal(err)
	}
	if n := len(s.checks[0].Output.Annotations); n != 1000 || !strings.Contains(s.checks[0].Output.Summary, "3 more are not annotated") {
		t.Errorf("%d annotations, %s", n, s.checks[0].Output.Summary)
	}
}

// Whatever fails, each annotation is there once.
func TestCheckRunIsNotDoubled(t *testing.T) {
	const updates = "PATCH /check-runs/500"
	for name, faults := range map[string]map[string][]fault{
		"created, then a fault": {checks: {{status: 502, carried: true}}},
		"not created":           {checks: {{status: 502}, {}}},
		"added, then broken":    {updates: {{carried: true}}},
		"not added":             {updates: {{status: 503}, {}, {status: 429}}},
		"all of it":             {checks: {{carried: true}}, updates: {{status: 500, carried: true}, {status: 500}, {carried: true}}},
	} {
		t.Run(name, func(t *testing.T) {
			s := newServer(t)
			s.faults = faults
			if _, err := s.client().CheckRun(context.Background(), asCheck, checkWith(230)); err != nil {
				t.Fatal(err)
			}
			annotated(t, s, 230)
		})
	}
}

func TestCheckRunRefused(t *testing.T) {
	s := newServer(t)
	s.faults[checks] = []fault{{status: 403, body: `{"message":"You must authenticate via a GitHub App."}`}}
	_, err := s.client().CheckRun(context.Background(), asCheck, checkWith(1))
	if err == nil || !strings.Contains(err.Error(), "checks: write") || !strings.Contains(err.Error(), "via a GitHub App") {
		t.Errorf("error %v", err)
	}
}

func TestConclusion(t *testing.T) {
	of := func(severities ...rule.Severity) github.Check {
		var check github.Check
		for _, s := range severities {
			check.Annotations = append(check.Annotations, github.Annotation{Severity: s})
		}
		return check
	}
	for _, c := range []struct {
		check  github.Check
		failOn rule.Severity
		want   string
	}{
		{of(), rule.Error, "success"},
		{of(rule.Note, rule.Error), rule.Error, "failure"},
		{of(rule.Warning), rule.Error, "neutral"},
		{of(rule.Warning), rule.Warning, "failure"},
		{of(rule.Note), rule.Note, "failure"},
		{of(rule.Error), "never", "neutral"},
	} {
		if got := c.check.Conclusion(c.failOn); got != c.want {
			t.Errorf("%v with %s: %s, want %s", c.check, c.failOn, got, c.want)
		}
	}
}

// The JSON report and the SARIF file of a run make the same annotations, but
// for the requirements and what to do, which SARIF has with the rule.
func TestCheckOfFile(t *testing.T) {
	lines := func(path string) []string {
		content, err := os.ReadFile(path) //nolint:gosec // a golden file
		if err != nil {
			t.Fatal(err)
		}
		check, err := github.CheckOfFile(content, github.Body{})
		if err != nil {
			t.Fatal(err)
		}
		out := make([]string, 0, len(check.Annotations))
		for _, a := range check.Annotations {
			id, _, _ := strings.Cut(a.Title, " · ")
			out = append(out, fmt.Sprintln(a.Severity, a.File, a.StartLine, a.StartColumn, a.EndLine, a.EndColumn, id))
		}
		return out
	}
	fromReport, fromSARIF := lines("../report/testdata/report.json"), lines("../report/testdata/report.sarif")
	if len(fromReport) == 0 || fmt.Sprint(fromReport) != fmt.Sprint(fromSARIF) {
		t.Errorf("%v, and from SARIF\n%v", fromReport, fromSARIF)
	}
	for _, content := range []string{"", "{}", `{"version":"2.1.0"}`, "[]"} {
		if _, err := github.CheckOfFile([]byte(content), github.Body{}); err == nil {
			t.Errorf("%q is a report", content)
		}
	}
}

func TestCheckOfSARIF(t *testing.T) {
	check, err := github.CheckOfSARIF([]byte(`{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x"}},"results":[
		{"ruleId":"a","message":{"text":"no level"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a%20%231.yaml"},"region":{"startLine":3}}}]},
		{"ruleId":"b","level":"note","message":{"text":"nowhere"}},
		{"ruleId":"c","kind":"pass","message":{"text":"passes"}},
		{"ruleId":"d","level":"error","suppressions":[{"kind":"external"}],"message":{"text":"accepted"}},
		{"ruleId":"e","level":"error","message":{"text":"bad"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"b%zz.yaml"},"region":{"startLine":1,"startColumn":2,"endLine":4,"endColumn":1}}}]}
	]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	want := "{1 errors, 1 warnings, 1 notes ### aimslint: 1 errors, 1 warnings, 1 notes\n [{error b%zz.yaml 1 4 0 0 e bad } {warning a #1.yaml 3 3 0 0 a no level } {note  0 0 0 0 b nowhere }]}"
	if got := fmt.Sprint(check); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}
