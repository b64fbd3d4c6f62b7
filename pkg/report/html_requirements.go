package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
)

// mostDocuments, mostOfSystem and mostBlocks are how many documents a requirement
// shows, of a system too, and how many places it names. The rest is counted. Where
// there are more than roomFor documents, or four times as many findings, the page says
// in brief what each states, and what to do once for each rule.
const (
	mostDocuments = 30
	mostOfSystem  = 10
	mostInBrief   = 8
	mostBlocks    = 20
	roomFor       = 400
)

// htmlRequirement is a requirement with its state and what it rests on.
type htmlRequirement struct {
	htmlMark

	ID, Topic, Expectation, Reason, Phase, Until string
	Rules                                        []htmlAsked
	Kinds                                        string
	Evidence                                     []htmlEvidence
	MoreEvidence                                 int
	Blocks                                       []htmlAgainst
	// Against are the findings of the blocks, and MoreBlocks those that are not shown.
	Against, MoreBlocks int
}

// htmlAsked is a rule in force.
type htmlAsked struct {
	ID, Title, Severity string
	Verified            bool
}

// htmlEvidence is what a document shows.
type htmlEvidence struct {
	Document        int // its number, -1 if it has none
	Title, File     string
	Verified        bool
	Fields, Checked string
}

// htmlAgainst is a block of findings that a requirement points to.
type htmlAgainst struct {
	Block          *htmlBlock
	N, N0          int // findings, and those of them that do not count
	File, Severity string
}

func (b *htmlBuilder) requirements(all []assess.Requirement, most int) []*htmlRequirement {
	shown := make([]*htmlRequirement, len(all))
	for i := range all {
		shown[i] = b.requirement(&all[i], most)
	}
	return shown
}

func (b *htmlBuilder) requirement(r *assess.Requirement, most int) *htmlRequirement {
	h := &htmlRequirement{
		htmlMark: htmlMarks[r.State], ID: r.ID, Topic: r.Topic, Expectation: r.Expectation, Reason: Printable(r.Reason), Phase: string(r.Phase),
		Until: Printable(r.Until), Kinds: strings.Join(r.Documents, ", "), Against: len(r.Findings),
		MoreEvidence: max(0, len(r.Evidence)-most),
	}
	for _, serving := range r.Rules {
		h.Rules = append(h.Rules, htmlAsked{Printable(serving.ID), Printable(serving.Title), string(serving.Severity), serving.Evidence == rule.Verified})
	}
	if b.brief() {
		most = min(most, mostInBrief)
		h.MoreEvidence = max(0, len(r.Evidence)-most)
	}
	for _, e := range r.Evidence[:min(len(r.Evidence), most)] {
		h.Evidence = append(h.Evidence, b.evidence(e))
	}
	h.Blocks = b.against(r.Findings, "")
	places := mostBlocks
	if b.brief() {
		places = mostInBrief
	}
	h.MoreBlocks = max(0, len(h.Blocks)-places)
	h.Blocks = h.Blocks[:len(h.Blocks)-h.MoreBlocks]
	return h
}

func (b *htmlBuilder) evidence(e assess.Evidence) htmlEvidence {
	d := e.Document
	h := htmlEvidence{Document: -1, Title: Printable(or(d.ID, d.Kind)), File: Printable(d.File), Verified: e.Strength == rule.Verified}
	if i, known := b.documents[htmlKey{d.File, d.Kind, d.ID}]; known {
		h.Document, h.Title = i, title(&b.run.Documents[i])
	}
	var checked []string
	for _, f := range e.Fields {
		for _, by := range f.VerifiedBy {
			if by = Printable(by); !slices.Contains(checked, by) {
				checked = append(checked, by)
			}
		}
	}
	h.Fields, h.Checked = stated(e.Fields, d.File), strings.Join(checked, ", ")
	return h
}

// brief reports whether there are so many documents that what each states would
// make the page slow to open.
func (b *htmlBuilder) brief() bool { return max(len(b.run.Documents), len(b.run.Findings)/4) > roomFor }

// stated are fields and the lines where they stand, as "title:5, version:6,9".
func stated(fields []*assess.Field, file string) string {
	var texts []string
	at, lines := map[string]int{}, map[string]bool{}
	for _, f := range fields {
		line, where := strconv.Itoa(f.Place.Span.Start.Line), ""
		if f.Place.File != file && f.Place.File != "" {
			where = " in " + Printable(f.Place.File)
		}
		key := f.Pattern + where
		i, known := at[key]
		switch {
		case lines[key+":"+line]:
		case known && where == "":
			texts[i] += "," + line
		default:
			at[key] = len(texts)
			texts = append(texts, Printable(f.Pattern)+":"+line+where)
		}
		lines[key+":"+line] = true
	}
	return strings.Join(texts, ", ")
}

// against are the blocks of some findings, the most severe first. That they are in
// the file given goes without saying.
func (b *htmlBuilder) against(findings []*finding.Finding, file string) []htmlAgainst {
	var found []htmlAgainst
	at := map[*htmlBlock]int{}
	for _, f := range findings {
		block := b.blocks[f]
		if block == nil {
			continue
		}
		i, known := at[block]
		if !known {
			i = len(found)
			at[block] = i
			found = append(found, htmlAgainst{Block: block, Severity: string(f.Severity)})
			if f.Location.File != file {
				found[i].File = Printable(f.Location.File)
			}
		}
		found[i].N++
		if !f.Counts() {
			found[i].N0++
		}
	}
	slices.SortStableFunc(found, func(x, y htmlAgainst) int {
		return cmp.Compare(rule.Severity(y.Severity).Rank(), rule.Severity(x.Severity).Rank())
	})
	return found
}

// partsOf sorts the requirements by group, controls and clauses apart.
func partsOf(requirements []*htmlRequirement) []htmlMap {
	by := map[string]*htmlRequirement{}
	for _, r := range requirements {
		by[r.ID] = r
	}
	controls := htmlMap{ID: "controls", Title: "Controls of Annex A"}
	clauses := htmlMap{ID: "clauses", Title: "Clauses 4 to 10"}
	for _, group := range catalog.Groups() {
		m := &clauses
		if strings.HasPrefix(group.ID, "A.") {
			m = &controls
		}
		g := htmlGroup{ID: group.ID, Title: group.Title}
		for _, r := range group.Requirements {
			if shown := by[r.ID]; shown != nil {
				g.Requirements = append(g.Requirements, shown)
			}
		}
		m.Total += len(g.Requirements)
		m.Groups = append(m.Groups, g)
	}
	return []htmlMap{controls, clauses}
}

// htmlSystem is an AI system with the requirements that are asked of it.
type htmlSystem struct {
	Number          int
	Slug            string // its id, once in a page
	ID, Name, Stage string
	InScope, Brief  bool
	Document        int // its number, -1 if it has none
	Requirements    []*htmlRequirement
	States          []htmlState
	Findings        int
}

func (b *htmlBuilder) systems() []htmlSystem {
	shown := make([]htmlSystem, len(b.run.Assessment.Systems))
	known := map[string]int{}
	for i := range shown {
		s := &b.run.Assessment.Systems[i]
		h := htmlSystem{
			Number: i, Slug: Printable(s.ID), ID: Printable(s.ID), Name: Printable(s.Name), Stage: Printable(s.Stage), InScope: s.InScope,
			Brief: b.brief(), Document: -1, Requirements: b.requirements(s.Requirements, mostOfSystem), States: statesOf(s), Findings: b.systemFindings[i],
		}
		if known[s.ID]++; known[s.ID] > 1 {
			h.Slug = fmt.Sprintf("%s~%d", h.ID, known[s.ID])
		}
		if d := s.Document; d != nil {
			if n, ok := b.documents[htmlKey{d.File, d.Kind, d.ID}]; ok {
				h.Document = n
			}
		}
		shown[i] = h
	}
	return shown
}

// statesOf are the states that requirements of a system are in.
func statesOf(s *assess.System) []htmlState {
	var shown []htmlState
	for _, state := range assess.States() {
		of := htmlState{htmlMark: htmlMarks[state]}
		for _, r := range s.Requirements {
			if r.State == state {
				of.Controls++
				of.Requirements = append(of.Requirements, r.ID)
			}
		}
		if of.Controls > 0 {
			shown = append(shown, of)
		}
	}
	return shown
}
