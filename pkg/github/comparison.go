package github

import (
	"slices"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/report"
)

// Comparison is a run held against one of the base of a pull request.
type Comparison struct {
	New   []*finding.Finding // open, and not open in the base
	Other []*finding.Finding // open in both; all open ones without a base
	Fixed []*finding.Finding // open in the base, and not there any more
}

// Compare tells findings apart by their fingerprints. Each list has the most
// severe first. The base may be nil.
func Compare(run, base *report.Run) Comparison {
	var c Comparison
	before, now := map[string]bool{}, map[string]bool{}
	if base != nil {
		for _, f := range base.Counting() {
			before[f.Fingerprint] = true
		}
	}
	for i := range run.Findings {
		now[run.Findings[i].Fingerprint] = true
	}
	for _, f := range run.Counting() {
		if base != nil && !before[f.Fingerprint] {
			c.New = append(c.New, f)
		} else {
			c.Other = append(c.Other, f)
		}
	}
	if base != nil {
		c.Fixed = slices.DeleteFunc(base.Counting(), func(f *finding.Finding) bool { return now[f.Fingerprint] })
	}
	return c
}
