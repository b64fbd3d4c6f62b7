// Package trend holds two runs on a repository against each other: which findings
// came, went or moved, and for which requirements there is more or less to show.
package trend

import (
	"cmp"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/rule"
)

// Comparison is what is different between two runs, each list in the order of
// [finding.Sort].
type Comparison struct {
	// New and Fixed are in one of the runs only.
	New, Fixed []*finding.Finding
	// Moved are in both, at another place; Same at the same one.
	Moved []Move
	Same  []*finding.Finding
	// Excepted are in both, but no longer count (a waiver, the baseline), or count
	// again.
	Excepted []Move
	// Steps are the requirements whose state is another.
	Steps []Step
	// Assessed says that both runs have an assessment, without which nothing is
	// known of requirements.
	Assessed bool
}

// Move is a finding then and now.
type Move struct{ From, To *finding.Finding }

// Step is a requirement then and now.
type Step struct {
	ID, Topic string
	From, To  assess.State
	Direction Direction
}

// Direction says whether there is more or less to show for a requirement.
type Direction string

// The directions. A change that only people can weigh, such as an exclusion, is
// neither.
const (
	Rose    Direction = "rose"
	Fell    Direction = "fell"
	Neither Direction = "changed"
)

// ranks order the states that can be weighed against each other.
var ranks = map[assess.State]int{assess.NoEvidence: 1, assess.Gap: 2, assess.Waived: 3, assess.Attested: 4, assess.Verified: 5}

// Compare says what is different in the newer run. Both hold all findings, not
// only those of a change.
func Compare(older, newer *report.Run) *Comparison {
	c := &Comparison{Assessed: older.Assessment != nil && newer.Assessment != nil}
	c.follow(c.pair(older.Findings, newer.Findings))
	if c.Assessed {
		c.step(older.Assessment.Requirements, newer.Assessment.Requirements)
	}
	return c
}

// In are the steps in a direction.
func (c *Comparison) In(d Direction) []Step {
	return slices.DeleteFunc(slices.Clone(c.Steps), func(s Step) bool { return s.Direction != d })
}

// Regressed reports whether there is less to show than before: a requirement
// fell, or there is an error or a warning that was not there or did not count.
func (c *Comparison) Regressed() bool {
	return len(c.In(Fell)) > 0 || slices.ContainsFunc(c.New, weighs) ||
		slices.ContainsFunc(c.Excepted, func(m Move) bool { return weighs(m.To) })
}

// pair finds the findings that both runs have by their fingerprints, and gives
// those that only the older one has.
func (c *Comparison) pair(older, newer []finding.Finding) []*finding.Finding {
	known := make(map[string]*finding.Finding, len(older))
	for i := range older {
		known[older[i].Fingerprint] = &older[i]
	}
	met := map[string]bool{}
	for i := range newer {
		f := &newer[i]
		before := known[f.Fingerprint]
		met[f.Fingerprint] = true
		switch {
		case before == nil:
			c.New = append(c.New, f)
		case before.Counts() != f.Counts():
			c.Excepted = append(c.Excepted, Move{before, f})
		case before.Location.Span != f.Location.Span:
			c.Moved = append(c.Moved, Move{before, f})
		default:
			c.Same = append(c.Same, f)
		}
	}
	var gone []*finding.Finding
	for i := range older {
		if !met[older[i].Fingerprint] {
			gone = append(gone, &older[i])
		}
	}
	return gone
}

// identity is what a finding keeps when its document goes to another file.
type identity struct{ rule, kind, document, path, message string }

func identify(f *finding.Finding) identity {
	return identity{f.Rule.ID, f.Kind, f.Document, f.Location.Path.Pointer(), f.Message}
}

// follow finds those that went with their document to another file; the others
// that are gone are fixed.
func (c *Comparison) follow(gone []*finding.Finding) {
	elsewhere := map[identity][]*finding.Finding{}
	for _, f := range c.New {
		if f.Document != "" {
			elsewhere[identify(f)] = append(elsewhere[identify(f)], f)
		}
	}
	followed := map[*finding.Finding]bool{}
	for _, f := range gone {
		candidates := elsewhere[identify(f)]
		if len(candidates) == 0 {
			c.Fixed = append(c.Fixed, f)
			continue
		}
		elsewhere[identify(f)], followed[candidates[0]] = candidates[1:], true
		c.Moved = append(c.Moved, Move{f, candidates[0]})
	}
	c.New = slices.DeleteFunc(c.New, func(f *finding.Finding) bool { return followed[f] })
	slices.SortStableFunc(c.Moved, func(a, b Move) int {
		return cmp.Or(strings.Compare(a.To.Location.File, b.To.Location.File), a.To.Location.Span.Start.Line-b.To.Location.Span.Start.Line)
	})
}

// step compares the states.
func (c *Comparison) step(older, newer []assess.Requirement) {
	before := map[string]assess.State{}
	for _, r := range older {
		before[r.ID] = r.State
	}
	for _, r := range newer {
		if from, known := before[r.ID]; known && from != r.State {
			c.Steps = append(c.Steps, Step{r.ID, r.Topic, from, r.State, direction(from, r.State)})
		}
	}
}

func direction(from, to assess.State) Direction {
	a, b := ranks[from], ranks[to]
	switch {
	case a == 0 || b == 0:
		return Neither
	case b > a:
		return Rose
	}
	return Fell
}

func weighs(f *finding.Finding) bool { return f.Counts() && f.Severity.Rank() >= rule.Warning.Rank() }
