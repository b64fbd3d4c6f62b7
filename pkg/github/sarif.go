package github

import (
	"encoding/json"
	"fmt"
	"net/url"
	"slices"

	"github.com/aimslint/aimslint/pkg/rule"
)

// sarifFile is what a check shows of a SARIF file.
type sarifFile struct {
	Runs []struct {
		Results []struct {
			RuleID  string `json:"ruleId"`
			Level   string `json:"level"`
			Kind    string `json:"kind"`
			Message struct {
				Text string `json:"text"`
			} `json:"message"`
			Suppressions []json.RawMessage `json:"suppressions"`
			Locations    []struct {
				Physical struct {
					Artifact struct {
						URI string `json:"uri"`
					} `json:"artifactLocation"`
					Region struct {
						StartLine   int `json:"startLine"`
						StartColumn int `json:"startColumn"`
						EndLine     int `json:"endLine"`
						EndColumn   int `json:"endColumn"`
					} `json:"region"`
				} `json:"physicalLocation"`
			} `json:"locations"`
		} `json:"results"`
	} `json:"runs"`
}

// CheckOfSARIF makes a check of a SARIF file. Results that are suppressed or
// no failure are left out.
func CheckOfSARIF(content []byte) (Check, error) {
	if _, err := ReadAnalysis(content); err != nil {
		return Check{}, err
	}
	var file sarifFile
	if err := json.Unmarshal(content, &file); err != nil {
		return Check{}, fmt.Errorf("%w: %w", errNoSARIF, err)
	}
	var check Check
	for _, run := range file.Runs {
		for _, result := range run.Results {
			if len(result.Suppressions) > 0 || result.Kind != "" && result.Kind != "fail" {
				continue
			}
			a := Annotation{Severity: severityOf(result.Level), Title: result.RuleID, Message: result.Message.Text}
			if len(result.Locations) > 0 {
				at := result.Locations[0].Physical
				a.File, a.StartLine, a.EndLine = unescapePath(at.Artifact.URI), at.Region.StartLine, max(at.Region.EndLine, at.Region.StartLine)
				if a.StartLine == a.EndLine && at.Region.EndColumn >= at.Region.StartColumn {
					a.StartColumn, a.EndColumn = at.Region.StartColumn, at.Region.EndColumn
				}
			}
			check.Annotations = append(check.Annotations, a)
		}
	}
	slices.SortStableFunc(check.Annotations, func(a, b Annotation) int { return b.Severity.Rank() - a.Severity.Rank() })
	n := check.counts()
	check.Title = fmt.Sprintf("%d errors, %d warnings, %d notes", n[rule.Error], n[rule.Warning], n[rule.Note])
	check.Summary = "### aimslint: " + check.Title + "\n"
	return check, nil
}

// severityOf is the severity of a SARIF level, whose default is a warning.
func severityOf(level string) rule.Severity {
	switch level {
	case "error":
		return rule.Error
	case "note", "none":
		return rule.Note
	}
	return rule.Warning
}

func unescapePath(uri string) string {
	path, err := url.PathUnescape(uri)
	if err != nil {
		return uri
	}
	return path
}
