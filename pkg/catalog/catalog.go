// Package catalog knows the requirements of ISO/IEC 42001:2023: the leaves of
// clauses 4 to 10 and the controls of Annex A. Identifiers and short topics are
// the standard's; what each asks for is said in words of our own, so read the
// standard for the text that binds.
package catalog

import (
	_ "embed"
	"encoding/json"
	"slices"
	"strings"
	"sync"
)

// Standard is the name of the standard, and Edition the year of the edition
// that the requirements are numbered by.
const (
	Standard = "ISO/IEC 42001"
	Edition  = "2023"
)

// Phase is a part of the cycle that a management system goes through.
type Phase string

// The phases. Clauses 4 to 7 plan, 8 does, 9 checks and 10 acts; controls are
// put to work by carrying out the risk treatment (8.3), so all of them do.
const (
	Plan  Phase = "plan"
	Do    Phase = "do"
	Check Phase = "check"
	Act   Phase = "act"
)

// Requirement is a clause or an Annex A control.
type Requirement struct {
	ID          string `json:"id"`    // "6.1.2", "A.6.2.7"
	Topic       string `json:"topic"` // short name
	Expectation string `json:"expectation"`
	Evidence    string `json:"evidence"` // what a repository can show for it
	// Documents are the native kinds that count as evidence.
	Documents []string `json:"documents"`
	// Machine is the most that a machine can do to judge it.
	Machine Judged `json:"machine"`
	// Reason says why people must judge; only with [HumanReview].
	Reason string `json:"reason,omitempty"`
	Group  string `json:"group"` // id of its [Group]
	Phase  Phase  `json:"phase"`
}

// Judged is how a requirement is judged.
type Judged string

// Documents are held against something that could contradict them, or what they
// say of themselves is heard, or people judge. Documents corroborate what is
// for human review but never show it to be met.
const (
	Verified    Judged = "verified"
	Attested    Judged = "attested"
	HumanReview Judged = "human-review"
	NoRule      Judged = "no rule yet" // a machine could, but no rule in force does
)

// IsControl reports whether the requirement is an Annex A control, which an
// organization may exclude with a reason. Clauses always apply.
func (r Requirement) IsControl() bool { return strings.HasPrefix(r.ID, "A.") }

// Kind is "clause" or "control".
func (r Requirement) Kind() string {
	if r.IsControl() {
		return "control"
	}
	return "clause"
}

// Group is a clause of the standard ("4" to "10") or a group of controls
// ("A.2" to "A.10").
type Group struct {
	ID           string        `json:"id"`
	Title        string        `json:"title"`
	Phase        Phase         `json:"phase"`
	Requirements []Requirement `json:"requirements"`
}

//go:embed catalog.json
var source []byte

type content struct {
	groups       []Group
	requirements []Requirement
	index        map[string]int
}

// load reads the embedded catalogue when it is first asked for; most runs of
// the tool never need it.
var load = sync.OnceValue(func() content {
	var file struct {
		Groups []Group `json:"groups"`
	}
	if err := json.Unmarshal(source, &file); err != nil {
		panic("catalog.json: " + err.Error()) // embedded: every test would fail
	}
	c := content{groups: file.Groups, index: map[string]int{}}
	for _, group := range c.groups {
		for i := range group.Requirements {
			r := &group.Requirements[i]
			r.Group, r.Phase = group.ID, group.Phase
			c.index[r.ID] = len(c.requirements)
			c.requirements = append(c.requirements, *r)
		}
	}
	return c
})

// Groups are the clauses and then the groups of controls, each with its
// requirements.
func Groups() []Group { return slices.Clone(load().groups) }

// All are the 32 clauses and then the 38 controls, in the standard's order.
func All() []Requirement { return slices.Clone(load().requirements) }

// Get is the requirement of an id.
func Get(id string) (Requirement, bool) {
	c := load()
	i, ok := c.index[id]
	if !ok {
		return Requirement{}, false
	}
	return c.requirements[i], true
}

// Valid reports whether an id names a requirement.
func Valid(id string) bool {
	_, ok := load().index[id]
	return ok
}

// Compare orders ids as the standard does; ids that name no requirement come
// last, by their text.
func Compare(a, b string) int {
	index := load().index
	i, knownA := index[a]
	j, knownB := index[b]
	switch {
	case knownA && knownB:
		return i - j
	case knownA:
		return -1
	case knownB:
		return 1
	}
	return strings.Compare(a, b)
}
