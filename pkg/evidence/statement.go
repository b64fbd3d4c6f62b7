package evidence

import (
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/rule"
)

// statement is an in-toto statement (https://in-toto.io/Statement/v1) about the
// files of a pack with the predicate test-result
// (https://github.com/in-toto/attestation/blob/main/spec/predicates/test-result.md).
// It is not signed: cosign and others do that.
type statement struct {
	Type          string     `json:"_type"`
	Subject       []resource `json:"subject"`
	PredicateType string     `json:"predicateType"`
	Predicate     testResult `json:"predicate"`
}

type resource struct {
	Name   string            `json:"name"`
	Digest map[string]string `json:"digest"`
}

type testResult struct {
	Result        string     `json:"result"`
	Configuration []resource `json:"configuration"`
	PassedTests   []string   `json:"passedTests"`
	WarnedTests   []string   `json:"warnedTests"`
	FailedTests   []string   `json:"failedTests"`
}

// The results that the predicate knows.
const (
	passed = "PASSED"
	warned = "WARNED"
	failed = "FAILED"
)

// state makes the statement about the files of a pack. A test is a rule in force:
// failed if one of its findings fails the run, warned if it has others, accepted ones
// among them, else passed.
func state(run *report.Run, files []File, configuration []resource) statement {
	s := statement{
		Type: "https://in-toto.io/Statement/v1", PredicateType: "https://in-toto.io/attestation/test-result/v0.1",
		Predicate: testResult{Result: passed, Configuration: configuration, PassedTests: []string{}, WarnedTests: []string{}, FailedTests: []string{}},
	}
	for _, f := range files {
		s.Subject = append(s.Subject, resource{f.Name, map[string]string{"sha256": f.Digest()}})
	}
	outcomes := map[string]string{}
	for i := range run.Findings {
		f := &run.Findings[i]
		switch {
		case f.Counts() && fails(run.FailOn, f.Severity):
			outcomes[f.Rule.ID] = failed
		case outcomes[f.Rule.ID] == "":
			outcomes[f.Rule.ID] = warned
		}
	}
	for _, r := range run.Rules {
		switch outcomes[r.ID] {
		case failed:
			s.Predicate.FailedTests = append(s.Predicate.FailedTests, r.ID)
		case warned:
			s.Predicate.WarnedTests = append(s.Predicate.WarnedTests, r.ID)
		default:
			s.Predicate.PassedTests = append(s.Predicate.PassedTests, r.ID)
		}
	}
	switch {
	case len(s.Predicate.FailedTests) > 0:
		s.Predicate.Result = failed
	case len(s.Predicate.WarnedTests) > 0:
		s.Predicate.Result = warned
	}
	slices.SortFunc(s.Subject, func(a, b resource) int { return strings.Compare(a.Name, b.Name) })
	return s
}

// fails reports whether a severity fails a run.
func fails(on, severity rule.Severity) bool { return on.Rank() > 0 && severity.Rank() >= on.Rank() }
