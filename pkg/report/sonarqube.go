package report

import (
	"io"
	"strings"
	"unicode/utf16"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
)

// The parts of SonarQube's generic format, since 10.3, by its own names:
// https://docs.sonarsource.com/sonarqube-server/analyzing-source-code/importing-external-issues/generic-issue-import-format
type (
	sonarRule struct {
		ID                 string        `json:"id"`
		Name               string        `json:"name"`
		Description        string        `json:"description,omitempty"`
		EngineID           string        `json:"engineId"`
		CleanCodeAttribute string        `json:"cleanCodeAttribute"`
		Type               string        `json:"type"`
		Severity           string        `json:"severity"`
		Impacts            []sonarImpact `json:"impacts"`
	}
	sonarImpact struct {
		SoftwareQuality string `json:"softwareQuality"`
		Severity        string `json:"severity"`
	}
	sonarIssue struct {
		RuleID             string          `json:"ruleId"`
		PrimaryLocation    sonarLocation   `json:"primaryLocation"`
		SecondaryLocations []sonarLocation `json:"secondaryLocations,omitempty"`
	}
	sonarLocation struct {
		Message   string     `json:"message,omitempty"`
		FilePath  string     `json:"filePath"`
		TextRange sonarRange `json:"textRange"`
	}
	// sonarRange counts lines from 1 and columns from 0, in UTF-16 code units.
	sonarRange struct {
		StartLine   int  `json:"startLine"`
		EndLine     int  `json:"endLine"`
		StartColumn *int `json:"startColumn,omitempty"`
		EndColumn   *int `json:"endColumn,omitempty"`
	}
)

// writeSonarQube writes external issues for SonarQube and SonarCloud. The
// severity of an issue is that of its rule.
func writeSonarQube(w io.Writer, run *Run, _ Options) error {
	findings := run.Counting()
	out := newJSONWriter(w)
	out.beginObject()
	out.name("rules")
	out.beginArray()
	named := map[string]bool{}
	for _, f := range findings { // the most severe first
		if !named[f.Rule.ID] {
			named[f.Rule.ID] = true
			out.value(sonarRuleOf(f.Rule, f.Severity))
		}
	}
	out.endArray()
	out.name("issues")
	out.beginArray()
	for _, f := range findings {
		out.value(sonarIssueOf(f))
	}
	out.endArray()
	out.endObject()
	return out.err
}

func sonarRuleOf(r *rule.Rule, severity rule.Severity) sonarRule {
	impact := map[rule.Severity]string{rule.Error: "HIGH", rule.Warning: "MEDIUM"}[severity]
	return sonarRule{
		ID: r.ID, Name: Printable(or(r.Title, r.ID)), Description: help(r).Text, EngineID: toolName,
		CleanCodeAttribute: cleanCode(r), Type: "CODE_SMELL", Severity: degree(severity),
		Impacts: []sonarImpact{{SoftwareQuality: "MAINTAINABILITY", Severity: or(impact, "LOW")}},
	}
}

// cleanCode is the quality that a finding of the rule denies: what cannot be
// read keeps to no convention, what is contradicted is not logical, and what is
// not stated is not complete.
func cleanCode(r *rule.Rule) string {
	switch {
	case precision(r) == "very-high" && r.Category() != "binding":
		return "CONVENTIONAL"
	case r.Evidence == rule.Verified:
		return "LOGICAL"
	}
	return "COMPLETE"
}

func sonarIssueOf(f *finding.Finding) sonarIssue {
	said := literal(f.Message)
	if f.Rule.Remediation != "" {
		said += " " + literal(f.Rule.Remediation)
	}
	issue := sonarIssue{RuleID: f.Rule.ID, PrimaryLocation: sonarLocationOf(f.Location, said)}
	for _, at := range f.Related[:min(len(f.Related), mostRelatedPerFault)] {
		issue.SecondaryLocations = append(issue.SecondaryLocations, sonarLocationOf(at, literal(at.Message)))
	}
	return issue
}

func sonarLocationOf(at finding.Location, message string) sonarLocation {
	region := physical(at).Region
	location := sonarLocation{
		Message: message, FilePath: at.File, TextRange: sonarRange{StartLine: region.StartLine, EndLine: region.EndLine},
	}
	if start, end, ok := units(at); ok {
		location.TextRange.StartColumn, location.TextRange.EndColumn = &start, &end
	}
	return location
}

// units are the ends of a place in its line. A single empty range, or one that
// the line does not have, would make SonarQube refuse the whole report: such a
// place is the line as a whole. A carriage return ends a line there, but not
// here.
func units(at finding.Location) (start, end int, ok bool) {
	line := []rune(at.Line)
	first, last := at.Span.Start.Column-1, at.Span.End.Column-1
	if at.Skipped > 0 || !at.Span.OneLine() || first < 0 || last <= first || last > len(line) || strings.ContainsAny(at.Line, "\r\uFFFD") {
		return 0, 0, false
	}
	return len(utf16.Encode(line[:first])), len(utf16.Encode(line[:last])), true
}
