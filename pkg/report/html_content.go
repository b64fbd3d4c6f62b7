package report

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
)

// htmlContent is what a page says of a run. Every text in it is printable.
type htmlContent struct {
	Standard, AsOf, Version, Policies, OwnPolicies, Profiles, Outcome, Reproduce string
	Commit                                                                       *Commit
	// Maps are the clauses and the controls, by group.
	Maps []htmlMap
	// States are the counts, Severities those of the findings that count.
	States                       []htmlState
	Controls, Clauses            int
	Severities                   []htmlCount
	Rules                        []htmlRule
	Accepted, Baseline, Excluded int
	Documents                    []htmlDocument
	Files                        []htmlFile
	Findings                     int
	Systems                      []htmlSystem
	Kinds                        []string
	Unrecognised                 []string
	// Brief says that much is left to the report for programs; then Words are what
	// the rules say.
	Brief bool
	Words []htmlWords
	Trend *htmlTrend
}

// htmlMap is a part of the standard: its clauses, or the controls of Annex A.
type htmlMap struct {
	ID, Title string
	Total     int
	Groups    []htmlGroup
}

type htmlGroup struct {
	ID, Title    string
	Requirements []*htmlRequirement
}

// htmlState is a state with how many requirements are in it.
type htmlState struct {
	htmlMark

	Meaning           string
	Controls, Clauses int
	Requirements      []string // of a system
}

// htmlMark shows a state: by a class, a sign and words, not by colour alone.
type htmlMark struct{ State, Class, Sign string }

// htmlMarks are the signs of the states.
var htmlMarks = map[assess.State]htmlMark{
	assess.Verified:    {"verified", "verified", "✓"},
	assess.Attested:    {"attested", "attested", "◐"},
	assess.HumanReview: {"human review", "human", "◇"},
	assess.Excluded:    {"excluded", "excluded", "–"},
	assess.Waived:      {"waived", "waived", "◔"},
	assess.Gap:         {"gap", "gap", "×"},
	assess.NoEvidence:  {"no evidence", "none", "○"},
}

// stateMeanings say what the states mean, each in a few words.
var stateMeanings = map[assess.State]string{
	assess.Verified:    "Documents agree with something that could have disagreed.",
	assess.Attested:    "Documents say so of themselves.",
	assess.HumanReview: "People must judge; documents only corroborate.",
	assess.Excluded:    "Left out by the Statement of Applicability.",
	assess.Waived:      "All objections are accepted for a time.",
	assess.Gap:         "A rule objects.",
	assess.NoEvidence:  "No document says anything about it.",
}

type htmlCount struct {
	Name string
	N    int
}

// htmlWords are what a rule says.
type htmlWords struct{ ID, Title, Remediation string }

// htmlRule is a rule with how many findings it has.
type htmlRule struct {
	ID, Title, Severity string
	N                   int
}

// htmlBuilder knows what the parts of a page refer to each other by.
type htmlBuilder struct {
	run       *Run
	documents map[htmlKey]int
	// blocks and numbers are where findings stand.
	blocks  map[*finding.Finding]*htmlBlock
	numbers map[string]int // by fingerprint
	// required are the requirements of the page.
	required map[string]int
	// words are the numbers of what rules say.
	words map[string]int
	said  []htmlWords
	// systems are, by finding and by document, the numbers of AI systems.
	findingSystems  map[*finding.Finding][]int
	documentSystems map[htmlKey][]int
	// systemFindings are how many findings each system has.
	systemFindings []int
}

// htmlKey tells documents apart.
type htmlKey struct{ file, kind, id string }

func htmlContentOf(run *Run) *htmlContent {
	b := &htmlBuilder{
		run: run, documents: map[htmlKey]int{}, blocks: map[*finding.Finding]*htmlBlock{}, numbers: map[string]int{},
		findingSystems: map[*finding.Finding][]int{}, documentSystems: map[htmlKey][]int{},
	}
	b.number()
	b.say()
	controls, clauses := run.Assessment.Count()
	s := summarize(run)
	c := &htmlContent{
		Standard: catalog.Standard + ":" + catalog.Edition, AsOf: Printable(run.AsOf), Version: Printable(or(run.Version, "unknown")),
		Policies: Printable(run.Policies), OwnPolicies: Printable(run.OwnPolicies), Profiles: Printable(strings.Join(run.Profiles, ", ")), Outcome: s.String(), Reproduce: Printable(run.Reproduce),
		Commit: run.Commit, Controls: controls.Total, Clauses: clauses.Total, Accepted: s.Waived, Baseline: s.Baseline, Excluded: s.Excluded, Findings: len(run.Findings),
		Severities:   []htmlCount{{"error", s.Errors}, {"warning", s.Warnings}, {"note", s.Notes}},
		Unrecognised: printables(run.Unrecognised), Kinds: printables(b.kinds()),
	}
	for _, state := range assess.States() {
		c.States = append(c.States, htmlState{htmlMarks[state], stateMeanings[state], controls.States[state], clauses.States[state], nil})
	}
	c.Files = b.files()
	c.Documents = b.documentSections()
	requirements := b.requirements(run.Assessment.Requirements, mostDocuments)
	c.Maps = partsOf(requirements)
	c.Systems = b.systems()
	c.Rules = busiest(run)
	c.Trend = b.trend()
	c.Brief, c.Words = b.brief(), b.said
	return c
}

// number finds out which document and which system has which number.
func (b *htmlBuilder) number() {
	for i := range b.run.Documents {
		d := &b.run.Documents[i]
		for _, file := range d.AllFiles() {
			if _, known := b.documents[htmlKey{file, d.Kind, d.ID}]; !known {
				b.documents[htmlKey{file, d.Kind, d.ID}] = i
			}
		}
	}
	for i := range b.run.Findings {
		b.numbers[b.run.Findings[i].Fingerprint] = i
	}
	b.systemFindings = make([]int, len(b.run.Assessment.Systems))
	for i, system := range b.run.Assessment.Systems {
		if d := system.Document; d != nil {
			b.belongs(htmlKey{d.File, d.Kind, d.ID}, i)
		}
		for k := range system.Requirements {
			b.ofSystem(&system.Requirements[k], i)
		}
	}
}

// ofSystem notes that the documents and findings of a requirement are about a
// system.
func (b *htmlBuilder) ofSystem(r *assess.Requirement, system int) {
	for _, f := range r.Findings {
		if !slices.Contains(b.findingSystems[f], system) {
			b.findingSystems[f] = append(b.findingSystems[f], system)
			b.systemFindings[system]++
		}
	}
	for _, e := range r.Evidence {
		b.belongs(htmlKey{e.Document.File, e.Document.Kind, e.Document.ID}, system)
	}
}

func (b *htmlBuilder) belongs(document htmlKey, system int) {
	if !slices.Contains(b.documentSystems[document], system) {
		b.documentSystems[document] = append(b.documentSystems[document], system)
	}
}

// kinds are those of the documents and of what was found fault with.
func (b *htmlBuilder) kinds() []string {
	known := map[string]bool{}
	for _, d := range b.run.Documents {
		known[d.Kind] = true
	}
	for i := range b.run.Findings {
		known[b.run.Findings[i].Kind] = true
	}
	delete(known, "")
	return slices.Sorted(maps.Keys(known))
}

// say gathers the words of the rules that have findings, by id.
func (b *htmlBuilder) say() {
	known := map[string]*rule.Rule{}
	for i := range b.run.Findings {
		known[b.run.Findings[i].Rule.ID] = b.run.Findings[i].Rule
	}
	b.words = map[string]int{}
	for i, id := range slices.Sorted(maps.Keys(known)) {
		b.words[id] = i
		b.said = append(b.said, htmlWords{Printable(id), Printable(known[id].Title), Printable(known[id].Remediation)})
	}
}

// busiest are the rules with the most findings that count.
func busiest(run *Run) []htmlRule {
	const most = 8
	var rules []htmlRule
	at := map[*rule.Rule]int{}
	for _, f := range run.Counting() {
		i, known := at[f.Rule]
		if !known {
			i = len(rules)
			at[f.Rule] = i
			rules = append(rules, htmlRule{Printable(f.Rule.ID), Printable(f.Rule.Title), string(f.Severity), 0})
		}
		rules[i].N++
	}
	slices.SortStableFunc(rules, func(a, b htmlRule) int {
		return cmp.Or(cmp.Compare(rule.Severity(b.Severity).Rank(), rule.Severity(a.Severity).Rank()), cmp.Compare(b.N, a.N), cmp.Compare(a.ID, b.ID))
	})
	return rules[:min(len(rules), most)]
}

func printables(texts []string) []string {
	shown := make([]string, len(texts))
	for i, text := range texts {
		shown[i] = Printable(text)
	}
	return shown
}
