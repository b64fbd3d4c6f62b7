package gap

import (
	"cmp"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
)

// Action is what a step does with a document.
type Action string

// The actions.
const (
	// Mend a document, or another file, to which rules object.
	Mend Action = "mend"
	// Complete documents that say nothing yet of what is asked.
	Complete Action = "complete"
	// Write a document of a kind of which there is none.
	Write Action = "write"
)

// Step is one thing to do: everything about one document, or about documents of one
// kind that say nothing yet.
type Step struct {
	Action Action
	// Severity is that of the worst objection; "" if nothing is wrong but missing.
	Severity rule.Severity
	// Kind is the kind of the document; "" for a file that is none.
	Kind string
	// Files are the document's, or those of the documents to complete.
	Files []string
	// Document is the id of the document to mend; "" if it has none.
	Document string
	// Tasks are the objections that the step answers, by rule, the worst first.
	Tasks []Task
	// Fields are what documents of the kind would state, as patterns in order.
	Fields []string
	// Requirements are the ids of all that the step bears on, and Moves of those
	// whose state it alone would change.
	Requirements, Moves []string
}

// Task is what one rule asks for in a step.
type Task struct {
	Rule     *rule.Rule
	Severity rule.Severity
	Findings []*finding.Finding // at least one, in order
}

// Errors is how many objections of that severity the step answers.
func (s *Step) Errors() int { return s.objections(rule.Error) }

// Warnings is how many objections of that severity the step answers.
func (s *Step) Warnings() int { return s.objections(rule.Warning) }

func (s *Step) objections(severity rule.Severity) int {
	n := 0
	for _, t := range s.Tasks {
		if t.Severity == severity {
			n += len(t.Findings)
		}
	}
	return n
}

// planner gathers the steps by what they are about.
type planner struct {
	documents []assess.Document
	kinds     map[string][]*assess.Document // those that there are, by kind
	steps     map[string]*Step
	order     []string
	of        map[*finding.Finding]*Step
}

// plan finds the steps and puts them in order.
func (g *Analysis) plan(a *assess.Assessment) {
	p := &planner{documents: a.Documents, kinds: g.kinds(a), steps: map[string]*Step{}, of: map[*finding.Finding]*Step{}}
	for i := range g.Requirements {
		for _, f := range g.Requirements[i].Findings {
			if assess.Stands(f) && p.of[f] == nil {
				p.answer(f)
			}
		}
	}
	for i := range g.Requirements {
		r := &g.Requirements[i]
		switch r.State {
		case assess.NoEvidence:
			if !p.supply(r) {
				g.Unasked = append(g.Unasked, r)
			}
		default:
			p.close(r)
		}
	}
	for _, key := range p.order {
		s := p.steps[key]
		slices.SortStableFunc(s.Tasks, func(a, b Task) int {
			return cmp.Or(cmp.Compare(b.Severity.Rank(), a.Severity.Rank()), cmp.Compare(a.Rule.ID, b.Rule.ID))
		})
		slices.Sort(s.Fields)
		if s.Action == Mend && len(s.Tasks) == 0 {
			s.Action = Complete
		}
		s.Requirements = inOrder(slices.DeleteFunc(s.Requirements, func(id string) bool { return !g.asks(id) }))
		s.Moves = inOrder(s.Moves)
		g.Steps = append(g.Steps, *s)
	}
	slices.SortStableFunc(g.Steps, byWeight)
}

func (g *Analysis) asks(id string) bool {
	return slices.ContainsFunc(g.Requirements, func(r assess.Requirement) bool { return r.ID == id })
}

// byWeight orders steps: errors before warnings before what is only missing; then
// those that change the state of more requirements; then those that bear on more;
// then as kinds are listed, files that are no document first.
func byWeight(a, b Step) int {
	return cmp.Or(
		cmp.Compare(b.Severity.Rank(), a.Severity.Rank()),
		cmp.Compare(len(b.Moves), len(a.Moves)),
		cmp.Compare(len(b.Requirements), len(a.Requirements)),
		cmp.Compare(slices.Index(document.Kinds(), a.Kind), slices.Index(document.Kinds(), b.Kind)),
		slices.Compare(a.Files, b.Files),
		cmp.Compare(a.Document, b.Document),
	)
}

func inOrder(ids []string) []string {
	slices.SortFunc(ids, catalog.Compare)
	return slices.Compact(ids)
}

// kinds are the documents that there are, by kind; those that are about the system
// if the analysis is of one.
func (g *Analysis) kinds(a *assess.Assessment) map[string][]*assess.Document {
	kinds := map[string][]*assess.Document{}
	add := func(d *assess.Document) {
		if !slices.ContainsFunc(kinds[d.Kind], func(known *assess.Document) bool { return keyOf(known) == keyOf(d) }) {
			kinds[d.Kind] = append(kinds[d.Kind], d)
		}
	}
	if g.System == nil {
		for i := range a.Documents {
			add(&a.Documents[i])
		}
		return kinds
	}
	add(g.System.Document)
	for _, r := range g.Requirements {
		for _, e := range r.Evidence {
			add(e.Document)
		}
	}
	return kinds
}

func keyOf(d *assess.Document) string { return strings.Join([]string{d.File, d.Kind, d.ID}, "\x00") }

// step is the step of a key, new if there is none yet.
func (p *planner) step(key string, fresh Step) *Step {
	if p.steps[key] == nil {
		p.steps[key] = &fresh
		p.order = append(p.order, key)
	}
	return p.steps[key]
}

// answer puts an objection into the step that answers it: to write a document if the
// rule objects only because there is none of its kind, else to mend the one that the
// objection stands in.
func (p *planner) answer(f *finding.Finding) {
	s := p.mend(f)
	for i := range s.Tasks {
		if t := &s.Tasks[i]; t.Rule.ID == f.Rule.ID && t.Severity == f.Severity {
			t.Findings = append(t.Findings, f)
			p.note(s, f)
			return
		}
	}
	s.Tasks = append(s.Tasks, Task{f.Rule, f.Severity, []*finding.Finding{f}})
	p.note(s, f)
}

func (p *planner) note(s *Step, f *finding.Finding) {
	p.of[f] = s
	s.Requirements = append(s.Requirements, f.Rule.Requirements...)
	if f.Severity.Rank() > s.Severity.Rank() {
		s.Severity = f.Severity
	}
}

func (p *planner) mend(f *finding.Finding) *Step {
	if kind := p.lacks(f.Rule); kind != "" {
		return p.write(kind)
	}
	for i := range p.documents {
		if d := &p.documents[i]; d.Kind == f.Kind && d.ID == f.Document && slices.Contains(d.Files, f.Location.File) {
			return p.document(d)
		}
	}
	file := f.Location.File
	return p.step(file, Step{Action: Mend, Files: []string{file}})
}

// lacks is the kind of document whose absence a rule objects to, if there is none of
// it: that which the rule's proof takes away. "" if there is such a document.
func (p *planner) lacks(r *rule.Rule) string {
	var removed []string
	for field, mutants := range r.Proof.Mutants {
		if kind, isKind := strings.CutSuffix(field, ":"); isKind && slices.Contains(mutants, any("deleted")) {
			removed = append(removed, kind)
		}
	}
	if len(removed) != 1 || len(p.kinds[removed[0]]) > 0 || !document.IsKind(removed[0]) {
		return ""
	}
	return removed[0]
}

// document is the step about one document.
func (p *planner) document(d *assess.Document) *Step {
	return p.step(keyOf(d), Step{Action: Mend, Kind: d.Kind, Document: d.ID, Files: d.Files})
}

// write is the step to write a document of a kind, or to complete what is there of
// it.
func (p *planner) write(kind string) *Step {
	switch there := p.kinds[kind]; len(there) {
	case 0:
		return p.step("\x00"+kind, Step{Action: Write, Kind: kind})
	case 1:
		return p.document(there[0])
	default:
		s := Step{Action: Complete, Kind: kind}
		for _, d := range there {
			s.Files = append(s.Files, d.File)
		}
		slices.Sort(s.Files)
		s.Files = slices.Compact(s.Files)
		return p.step("\x00"+kind, s)
	}
}

// supply puts a requirement without evidence into the step about the first of the
// kinds that the catalogue names for it and of which a rule in force asks something.
func (p *planner) supply(r *assess.Requirement) bool {
	asks := r.Asks()
	for _, kind := range r.Documents {
		if len(asks[kind]) == 0 {
			continue
		}
		s := p.write(kind)
		s.Requirements = append(s.Requirements, r.ID)
		s.Moves = append(s.Moves, r.ID)
		for _, pattern := range asks[kind] {
			if !slices.Contains(s.Fields, pattern) {
				s.Fields = append(s.Fields, pattern)
			}
		}
		return true
	}
	return false
}

// close notes that one step alone ends a gap: all objections that stand against the
// requirement are in it.
func (p *planner) close(r *assess.Requirement) {
	if r.State != assess.Gap {
		return
	}
	var only *Step
	for _, f := range r.Findings {
		switch {
		case !assess.Stands(f):
		case only == nil:
			only = p.of[f]
		case only != p.of[f]:
			return
		}
	}
	if only != nil {
		only.Moves = append(only.Moves, r.ID)
	}
}
