// Package rule describes rules: what each asks, on behalf of which
// requirements, how serious a finding is and how it is mended.
package rule

import (
	"slices"
	"strings"
)

// Severity is how serious the findings of a rule are.
type Severity string

// The severities, as SARIF names its levels.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Note    Severity = "note"
)

// Severities are all of them, the most serious first.
func Severities() []Severity { return []Severity{Error, Warning, Note} }

// Rank orders severities: the more serious, the higher. Unknown ones rank 0.
func (s Severity) Rank() int {
	return map[Severity]int{Note: 1, Warning: 2, Error: 3}[s]
}

// Evidence is how strong the evidence is that a rule can give.
type Evidence string

// The strengths of evidence. A rule is Verified if what it checks could have
// been contradicted by something else in the repository, else Attested.
const (
	Attested Evidence = "attested"
	Verified Evidence = "verified"
)

// Rule is one check. Rules in Rego state all this in their metadata; a few
// rules about reading files are stated in Go.
type Rule struct {
	ID           string      `json:"id"` // category/name
	Title        string      `json:"title"`
	Description  string      `json:"description"`
	Severity     Severity    `json:"severity"`
	Requirements []string    `json:"requirements"` // ids of clauses and controls
	Evidence     Evidence    `json:"evidence"`
	Remediation  string      `json:"remediation"`
	Parameters   []Parameter `json:"parameters,omitempty"`
	// Profile is the least profile under which the rule is in force: see
	// [Profiles].
	Profile Profile `json:"profile"`
	// Kinds are, for a rule over the repository, the kinds of document that it
	// may object to; it is asked only if there is one of them.
	Kinds []string `json:"kinds,omitempty"`
	// Dated rules judge by the day too. Those of the users' own may.
	Dated bool `json:"-"`
	// Proof says how the rule is put to the proof.
	Proof Proof `json:"-"`
	// Origin is the file that states a rule of the users' own, relative to the
	// root of the repository; "" for the rules that come with this program.
	Origin string `json:"origin,omitempty"`
	// Fields are those that a rule of the users' own asks for, if they have been
	// found out; of the others the policies know them.
	Fields []string `json:"-"`
}

// Proof says how a rule is put to the proof: each field that it reports at is
// spoiled in its passing example, and each time somebody must object. Fields
// are patterns such as "risks.*.owner"; a rule over the repository writes the
// kind before them, as in "risk-register:risks.*.owner".
type Proof struct {
	// Optional are fields whose absence is no fault, because a document need
	// not have them.
	Optional []string
	// Mutants are, by field, values that the rule itself must object to: plain
	// ones, or "stale", "future" (days), "unknown" (a name that nothing has)
	// and "author" (the author in place of the approver). A kind without a field,
	// as in "ai-policy:", with "deleted" takes all documents of the kind away.
	Mutants map[string][]any
}

// Profile is a choice of rules: how much is asked of a repository.
type Profile string

// The profiles. Each of the first three asks all that the one before it asks;
// the others are overlays, which add to any of them.
const (
	Starter       Profile = "starter"
	Standard      Profile = "standard"
	Certification Profile = "certification"
	EUHighRisk    Profile = "eu-high-risk"
	MedicalDevice Profile = "medical-device"
)

// Profiles are all profiles, the overlays last.
func Profiles() []Profile {
	return []Profile{Starter, Standard, Certification, EUHighRisk, MedicalDevice}
}

// Category is the part of the id before the slash: the kind that the rule
// judges, or "document" (every kind), "repository" (all documents together),
// "syntax", "schema", "format", "binding", "exception".
func (r *Rule) Category() string {
	category, _, _ := strings.Cut(r.ID, "/")
	return category
}

// Name is the part of the id after the slash.
func (r *Rule) Name() string {
	_, name, _ := strings.Cut(r.ID, "/")
	return name
}

// Judges reports whether the rule may object to documents of a kind.
func (r *Rule) Judges(kind string) bool {
	switch c := r.Category(); c {
	case "repository", "assessment":
		return slices.Contains(r.Kinds, kind)
	case "document", "syntax", "schema", "format", "binding":
		return true
	default:
		return c == kind
	}
}

// Parameter is a value that a rule reads from its configuration. Its type is
// the type of the default: a number, a string, a boolean or a list.
type Parameter struct {
	Name        string `json:"name"`
	Default     any    `json:"default"`
	Description string `json:"description"`
	// Profiles are other defaults, by the profile under which they hold.
	Profiles map[Profile]any `json:"profiles,omitempty"`
}
