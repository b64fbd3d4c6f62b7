// Package assess derives the state of each requirement of ISO/IEC 42001 from the
// documents of a repository, what rules found in them, and what was excluded or
// accepted. It reports what there is to show; whether that suffices is for people,
// and no number here is a degree of compliance.
package assess

import (
	"cmp"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
)

// State is where a requirement stands.
type State string

// The states of a requirement.
const (
	// Verified: documents show it, and at least one agrees in it with something
	// else in the repository that could have disagreed.
	Verified State = "verified"
	// Attested: documents say so of themselves, and nothing contradicts them.
	Attested State = "attested"
	// Gap: a rule that serves it objects to a document.
	Gap State = "gap"
	// NoEvidence: no document that counts says anything about it.
	NoEvidence State = "no evidence"
	// HumanReview: people must judge; documents only corroborate.
	HumanReview State = "human review"
	// Excluded: the Statement of Applicability leaves the control out, with a
	// justification.
	Excluded State = "excluded"
	// Waived: every objection is accepted, for the time being.
	Waived State = "waived"
)

// States are all states, the best shown first.
func States() []State {
	return []State{Verified, Attested, HumanReview, Excluded, Waived, Gap, NoEvidence}
}

// Input is what an assessment is derived from.
type Input struct {
	// Rules are those in force: what nobody asks for is not shown by silence.
	Rules []*rule.Rule
	// Documents are those that were checked, with what they state.
	Documents []Document
	// Findings are all findings about them.
	Findings []finding.Finding
}

// Assessment is the state of each requirement, and of those that concern single
// AI systems for each of them.
type Assessment struct {
	// Requirements are all of them in the standard's order.
	Requirements []Requirement
	// Systems are the AI systems of the inventory, by id.
	Systems []System
	// Documents are those that the evidence names.
	Documents []Document
}

// Requirement is the state of one requirement and all that it rests on.
type Requirement struct {
	catalog.Requirement

	State State
	// Until is the day on which the first of the waivers expires (ISO 8601); only
	// with [Waived].
	Until string
	// Reason says in one sentence why the state is what it is.
	Reason string
	// Rules are the rules in force that serve the requirement.
	Rules []*rule.Rule
	// Evidence are the documents that count, by file.
	Evidence []Evidence
	// Findings are those against the requirement, whatever their state.
	Findings []*finding.Finding
}

// Evidence is what one document shows for a requirement.
type Evidence struct {
	Document *Document
	// Fields are the stated fields that rules ask for on behalf of the
	// requirement. There is at least one.
	Fields []*Field
	// Strength is Verified if one of the fields agrees with something else.
	Strength rule.Evidence
}

// Of assesses.
func Of(in Input) *Assessment {
	a := &Assessment{Documents: in.Documents}
	served := catalog.Serve(in.Rules)
	against := byRequirement(in.Findings)
	exclusions := exclusionsIn(in.Documents)
	for id, row := range exclusions {
		if f := contradiction(row, in.Findings); f != nil {
			against[id] = append(against[id], f)
			delete(exclusions, id)
		}
	}
	asked := askedFor(in.Rules)
	for _, s := range served {
		r := Requirement{Requirement: s.Requirement, Rules: s.Rules, Findings: against[s.ID]}
		r.Evidence = evidence(s, asked[s.ID], a.Documents, everySystem)
		r.judge(exclusions[s.ID])
		a.Requirements = append(a.Requirements, r)
	}
	a.Systems = systems(a, served, asked, against, exclusions)
	return a
}

// Asks are, by kind of document, the fields that would count as evidence if a
// document stated them, in order. A kind that counts by the catalogue but of which
// no rule in force asks anything is not there.
func (r *Requirement) Asks() map[string][]string {
	asks := map[string][]string{}
	for _, serving := range r.Rules {
		for _, field := range fieldsOf(serving) {
			kind, pattern, _ := strings.Cut(field, ":")
			for _, counting := range r.Documents {
				if (kind == "*" || kind == counting) && pattern != namesDocument && !slices.Contains(asks[counting], pattern) {
					asks[counting] = append(asks[counting], pattern)
				}
			}
		}
	}
	for _, patterns := range asks {
		slices.Sort(patterns)
	}
	return asks
}

// judge settles the state from what has been gathered.
func (r *Requirement) judge(exclusion *Row) {
	open, waived, until := 0, 0, ""
	for _, f := range r.Findings {
		switch {
		case Stands(f):
			open++
		case f.Severity.Rank() >= rule.Warning.Rank():
			waived++
			if f.Exception != nil {
				until = earlier(until, f.Exception.Until)
			}
		}
	}
	switch {
	case r.Machine == catalog.HumanReview:
		r.State, r.Reason = HumanReview, r.humanReason(open)
	case exclusion != nil && open == 0:
		r.State, r.Reason = Excluded, "The Statement of Applicability leaves it out: "+exclusion.Justification
	case open > 0:
		r.State, r.Reason = Gap, count(open, "objection stands", "objections stand")+" against it"
	case waived > 0:
		r.State, r.Until, r.Reason = Waived, until, accepted(waived, until)
	case len(r.Evidence) == 0:
		r.State, r.Reason = NoEvidence, "no document of these kinds says anything about it: "+strings.Join(r.Documents, ", ")
	case r.verified() > 0 && r.Machine == catalog.Verified:
		r.State, r.Reason = Verified, ofDocuments(r.verified(), len(r.Evidence))+" with something else that could have disagreed"
	default:
		r.State, r.Reason = Attested, count(len(r.Evidence), "document says so of itself", "documents say so of themselves")
	}
	r.Reason = sentence(r.Reason)
}

// Stands reports whether a finding is an objection that nobody has accepted, to what
// is not excluded. A note
// is no objection, and a baseline accepts nothing: what is from before adoption is
// a gap all the same.
func Stands(f *finding.Finding) bool {
	return f.Severity.Rank() >= rule.Warning.Rank() && f.State != finding.Waived && f.State != finding.Excluded
}

func (r *Requirement) humanReason(open int) string {
	reason := strings.TrimSuffix(r.Requirement.Reason, ".")
	if len(r.Evidence) > 0 {
		reason += "; " + count(len(r.Evidence), "document corroborates it", "documents corroborate it")
	}
	if open > 0 {
		reason += "; " + count(open, "objection stands", "objections stand") + " against what corroborates it"
	}
	return reason
}

// verified is how many of the documents are verified.
func (r *Requirement) verified() int {
	n := 0
	for _, e := range r.Evidence {
		if e.Strength == rule.Verified {
			n++
		}
	}
	return n
}

// earlier is the earlier of two days, of which one may be unknown.
func earlier(a, b string) string {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}

// byRequirement sorts findings by the requirements of their rules.
func byRequirement(findings []finding.Finding) map[string][]*finding.Finding {
	by := map[string][]*finding.Finding{}
	for i := range findings {
		for _, id := range findings[i].Rule.Requirements {
			by[id] = append(by[id], &findings[i])
		}
	}
	return by
}

// askedFor are, by requirement, the fields for which rules ask on its behalf,
// written KIND:PATTERN.
func askedFor(rules []*rule.Rule) map[string]map[string]bool {
	asked := map[string]map[string]bool{}
	for _, r := range rules {
		for _, id := range r.Requirements {
			for _, field := range fieldsOf(r) {
				if asked[id] == nil {
					asked[id] = map[string]bool{}
				}
				asked[id][field] = true
			}
		}
	}
	return asked
}

// evidence is what the documents show for a requirement, of one system or of
// every one.
func evidence(s catalog.Served, asked map[string]bool, documents []Document, system string) []Evidence {
	serves := map[string]bool{}
	for _, r := range s.Rules {
		serves[r.ID] = true
	}
	var found []Evidence
	for i := range documents {
		d := &documents[i]
		if !slices.Contains(s.Documents, d.Kind) {
			continue
		}
		e := Evidence{Document: d, Strength: rule.Attested}
		for k := range d.Fields {
			f := &d.Fields[k]
			if !f.concerns(system) || !asked[d.Kind+":"+f.Pattern] && !asked["*:"+f.Pattern] {
				continue
			}
			e.Fields = append(e.Fields, f)
			if f.verifiedFor(serves) {
				e.Strength = rule.Verified
			}
		}
		if len(e.Fields) > 0 {
			found = append(found, e)
		}
	}
	slices.SortStableFunc(found, func(a, b Evidence) int {
		return cmp.Or(cmp.Compare(a.Document.File, b.Document.File), cmp.Compare(a.Document.ID, b.Document.ID))
	})
	return found
}

// exclusionsIn are the controls that a Statement of Applicability leaves out
// with a justification.
func exclusionsIn(documents []Document) map[string]*Row {
	found := map[string]*Row{}
	for i := range documents {
		for k := range documents[i].Rows {
			row := &documents[i].Rows[k]
			r, known := catalog.Get(row.ID)
			if known && r.IsControl() && row.Applicable == No && row.Justification != "" {
				found[row.ID] = row
			}
		}
	}
	return found
}

// ExclusionContradicted is the rule that objects to a row which leaves out a control
// that documents call for.
const ExclusionContradicted = "repository/exclusion-contradicted"

// contradiction is the objection that stands against an exclusion, or nil. An
// exclusion that documents contradict excludes nothing.
func contradiction(row *Row, findings []finding.Finding) *finding.Finding {
	for i := range findings {
		f := &findings[i]
		if f.Rule.ID == ExclusionContradicted && f.State != finding.Waived && f.Severity.Rank() >= rule.Warning.Rank() &&
			f.Location.File == row.Place.File && f.Location.Path.HasPrefix(row.Place.Path) {
			return f
		}
	}
	return nil
}
