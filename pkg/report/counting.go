package report

import (
	"cmp"
	"slices"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
)

// Counting are the findings that count, the most severe first and otherwise in
// their order.
func (run *Run) Counting() []*finding.Finding {
	var findings []*finding.Finding
	for i := range run.Findings {
		if f := &run.Findings[i]; f.Counts() {
			findings = append(findings, f)
		}
	}
	slices.SortStableFunc(findings, func(a, b *finding.Finding) int { return cmp.Compare(b.Severity.Rank(), a.Severity.Rank()) })
	return findings
}

// ofSeverity are those of the findings that have a severity.
func ofSeverity(findings []*finding.Finding, severity rule.Severity) []*finding.Finding {
	var some []*finding.Finding
	for _, f := range findings {
		if f.Severity == severity {
			some = append(some, f)
		}
	}
	return some
}

// whereabouts are a location as compilers print it.
func whereabouts(at finding.Location) string {
	return Printable(at.File) + ":" + at.Span.Start.String()
}

// others says of each related place of a finding where it is and what is there.
func others(f *finding.Finding) []string {
	var said []string
	for _, at := range f.Related[:min(len(f.Related), mostRelatedPerFault)] {
		what := "See " + whereabouts(at)
		if at.Message != "" {
			what += ": " + literal(at.Message)
		}
		said = append(said, what)
	}
	if n := len(f.Related) - mostRelatedPerFault; n > 0 {
		said = append(said, "And "+count{n, "more related place", "more related places"}.String()+".")
	}
	return said
}

// sentences are all that a finding says, for formats with one text for a
// finding: what is wrong, where else to look, and what to do.
func sentences(f *finding.Finding) []string {
	said := append([]string{literal(f.Message)}, others(f)...)
	if f.Rule.Remediation != "" {
		said = append(said, literal(f.Rule.Remediation))
	}
	return said
}

// acceptance says why a finding does not count, without a full stop of its own.
func acceptance(f *finding.Finding) string {
	e := f.Exception
	switch {
	case f.State == finding.Baseline:
		return "In the baseline: it was there before adoption"
	case f.State == finding.Excluded && e != nil:
		return "Excluded by the Statement of Applicability: " + e.Reason
	case e == nil:
		return "Waived"
	}
	how := "Waived"
	if e.Kind == finding.ByIgnore {
		how = "Waived by a comment"
	}
	if e.Approver != "" {
		how += ", approved by " + e.Approver
	}
	if e.Until != "" {
		how += ", until " + e.Until
	}
	if e.Ticket != "" {
		how += " (" + e.Ticket + ")"
	}
	if e.Reason != "" {
		how += ": " + e.Reason
	}
	return how
}

// annotation is [sentences], and why the finding is shown if only those of a
// change are.
func annotation(f *finding.Finding) []string {
	said := sentences(f)
	if f.Change != "" {
		said = append(said, changeWords[f.Change])
	}
	return said
}
