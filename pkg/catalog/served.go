package catalog

import (
	"github.com/aimslint/aimslint/pkg/rule"
)

// Served is a requirement with the rules that serve it.
type Served struct {
	Requirement

	Rules []*rule.Rule
}

// Serve gives each requirement those of the rules that serve it, both in the
// order in which they come.
func Serve(rules []*rule.Rule) []Served {
	by := map[string][]*rule.Rule{}
	for _, r := range rules {
		for _, id := range r.Requirements {
			by[id] = append(by[id], r)
		}
	}
	served := make([]Served, 0, len(load().requirements))
	for _, r := range load().requirements {
		served = append(served, Served{r, by[r.ID]})
	}
	return served
}

// JudgedBy is how the rules judge the requirement: verified if one of them
// holds documents against other evidence, else attested if there is one. What
// is for human review stays so, whatever rules corroborate it.
func (s Served) JudgedBy() Judged {
	switch {
	case s.Machine == HumanReview:
		return HumanReview
	case s.Verifying() > 0:
		return Verified
	case len(s.Rules) > 0:
		return Attested
	}
	return NoRule
}

// Verifying is how many of the rules verify.
func (s Served) Verifying() int {
	n := 0
	for _, r := range s.Rules {
		if r.Evidence == rule.Verified {
			n++
		}
	}
	return n
}

// RuleIDs are the ids of the rules, never nil.
func (s Served) RuleIDs() []string {
	ids := make([]string, len(s.Rules))
	for i, r := range s.Rules {
		ids[i] = r.ID
	}
	return ids
}
