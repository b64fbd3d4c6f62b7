package github

import (
	"slices"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/trend"
)

// Comparison is a run held against one of the base of a pull request.
type Comparison struct {
	New   []*finding.Finding // open, and not open in the base
	Other []*finding.Finding // open in both; all open ones without a base
	Fixed []*finding.Finding // open in the base, and not there any more
}

// Compare tells open findings apart. Each list has the most severe first. The base
// may be nil.
func Compare(run, base *report.Run) Comparison {
	if base == nil {
		return Comparison{Other: run.Counting()}
	}
	compared := trend.Compare(base, run)
	var c Comparison
	before := map[string]bool{}
	for _, f := range compared.Same {
		before[f.Fingerprint] = true
	}
	for _, move := range compared.Moved {
		before[move.To.Fingerprint] = true
	}
	for _, f := range run.Counting() {
		if before[f.Fingerprint] {
			c.Other = append(c.Other, f)
		} else {
			c.New = append(c.New, f)
		}
	}
	fixed := map[string]bool{}
	for _, f := range compared.Fixed {
		fixed[f.Fingerprint] = true
	}
	c.Fixed = slices.DeleteFunc(base.Counting(), func(f *finding.Finding) bool { return !fixed[f.Fingerprint] })
	return c
}
