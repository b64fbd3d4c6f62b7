package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/finding"
)

// htmlFrameWidth is how many columns of a line a page shows.
const htmlFrameWidth = 100

// htmlFile is a file with its findings.
type htmlFile struct {
	File   string
	Blocks []*htmlBlock
}

// htmlBlock is what one rule has to say about one document in a file.
type htmlBlock struct {
	Number, Words                      int // Words is the number of what the rule says
	Rule, Title, Severity, Remediation string
	Kind                               string
	Document                           int // its number, -1 if it has none
	DocumentTitle                      string
	Requirements                       []htmlLink
	Findings                           []htmlFinding

	of htmlKey
}

// htmlLink names a requirement; Known says that the page has it.
type htmlLink struct {
	ID    string
	Known bool
}

// htmlFinding is a finding within a block.
type htmlFinding struct {
	Number  int
	Message string
	State   string // "" for open
	Systems string // numbers, as " 0 2"
	Why     string // why it does not count, or what it has to do with the change
	Place   htmlPlace
	Related []htmlPlace
	More    int // related places that are not shown
}

// htmlPlace is a place with its line, if that is at hand.
type htmlPlace struct {
	File, Message         string
	Line                  int
	Before, Marked, After string
	Framed                bool
}

// files are the findings by file and, within one, by rule and document.
func (b *htmlBuilder) files() []htmlFile {
	var files []htmlFile
	at := map[*htmlBlock]bool{}
	var open []*htmlBlock // of the current file
	file, blocks := "", 0
	for i := range b.run.Findings {
		f := &b.run.Findings[i]
		if len(files) == 0 || f.Location.File != file {
			files, file, open = append(files, htmlFile{File: Printable(f.Location.File)}), f.Location.File, nil
		}
		block := b.blockFor(f, open)
		if !at[block] {
			block.Number, at[block] = blocks, true
			blocks++
			open = append(open, block)
			files[len(files)-1].Blocks = append(files[len(files)-1].Blocks, block)
		}
		b.blocks[f] = block
		block.Findings = append(block.Findings, b.finding(i))
	}
	return files
}

// blockFor is the block that a finding belongs to: one of those that are open, or
// a new one.
func (b *htmlBuilder) blockFor(f *finding.Finding, open []*htmlBlock) *htmlBlock {
	key := htmlKey{f.Location.File, f.Kind, f.Document}
	severity, id := string(f.Severity), Printable(f.Rule.ID)
	for _, block := range open {
		if block.of == key && block.Severity == severity && block.Rule == id {
			return block
		}
	}
	block := &htmlBlock{
		Rule: id, Title: Printable(f.Rule.Title), Severity: severity, Remediation: Printable(f.Rule.Remediation), Kind: Printable(f.Kind),
		Document: -1, Words: b.words[f.Rule.ID], of: key,
	}
	if n, known := b.documents[key]; known {
		block.Document, block.DocumentTitle = n, title(&b.run.Documents[n])
	}
	for _, requirement := range f.Rule.Requirements {
		_, known := b.requirementNumbers()[requirement]
		block.Requirements = append(block.Requirements, htmlLink{Printable(requirement), known})
	}
	return block
}

// requirementNumbers are the requirements that the page shows.
func (b *htmlBuilder) requirementNumbers() map[string]int {
	if b.required == nil {
		b.required = map[string]int{}
		for i, r := range b.run.Assessment.Requirements {
			b.required[r.ID] = i
		}
	}
	return b.required
}

func (b *htmlBuilder) finding(number int) htmlFinding {
	f := &b.run.Findings[number]
	h := htmlFinding{Number: number, Message: Printable(f.Message), Why: changeWords[f.Change], Place: placed(f.Location)}
	if !f.Counts() {
		h.State, h.Why = string(f.State), excuse(f)
	}
	for _, system := range b.findingSystems[f] {
		h.Systems += " " + strconv.Itoa(system)
	}
	for _, at := range f.Related[:min(len(f.Related), shownRelated)] {
		h.Related = append(h.Related, placed(at))
	}
	h.More = len(f.Related) - len(h.Related)
	return h
}

// excuse says why a finding does not count.
func excuse(f *finding.Finding) string {
	switch e := f.Exception; {
	case e == nil && f.State == finding.Baseline, e != nil && e.Kind == finding.ByBaseline:
		return "In the baseline: it was there before adoption."
	case e == nil:
		return "Accepted."
	case e.Kind == finding.ByStatement:
		return Printable("Excluded by the Statement of Applicability: " + e.Reason)
	default:
		text := "Accepted"
		if e.Until != "" {
			text += " until " + e.Until
		}
		if e.Approver != "" {
			text += " by " + e.Approver
		}
		text += ": " + e.Reason
		if e.Ticket != "" {
			text += " (" + e.Ticket + ")"
		}
		return Printable(text)
	}
}

func placed(at finding.Location) htmlPlace {
	p := htmlPlace{File: Printable(at.File), Message: Printable(at.Message), Line: at.Span.Start.Line, Framed: at.Line != ""}
	if p.Framed {
		p.Before, p.Marked, p.After = frameParts(at, htmlFrameWidth)
	}
	return p
}

// htmlDocument is a document with what it counts for.
type htmlDocument struct {
	Title, ID, Kind, Format, File string
	OtherFiles                    []string
	Systems                       string // numbers, as " 0 2"
	SystemNames                   []htmlName
	Counts                        []htmlServes
	Blocks                        []htmlAgainst
	// Open are the findings in it that count.
	Open int
}

// htmlName is an AI system that a document is about.
type htmlName struct{ Slug, Name string }

// htmlServes is what a document states that counts for some requirements.
type htmlServes struct {
	Requirements    []string
	Fields, Checked string

	fields []*assess.Field
}

// title is what a document is called.
func title(d *Document) string { return Printable(or(d.Title, or(d.ID, d.File))) }

func (b *htmlBuilder) documentSections() []htmlDocument {
	shown := make([]htmlDocument, len(b.run.Documents))
	serves := b.served()
	in := map[int][]*finding.Finding{}
	for i := range b.run.Findings {
		f := &b.run.Findings[i]
		if n := b.blocks[f].Document; n >= 0 {
			in[n] = append(in[n], f)
		}
	}
	for i := range shown {
		d := &b.run.Documents[i]
		h := htmlDocument{
			Title: title(d), ID: Printable(d.ID), Kind: Printable(d.Kind), Format: Printable(d.Format), File: Printable(d.File),
			OtherFiles: printables(d.OtherFiles), Counts: serves[i], Blocks: b.against(in[i], d.File),
		}
		for _, system := range b.documentSystems[htmlKey{d.File, d.Kind, d.ID}] {
			h.Systems += " " + strconv.Itoa(system)
			id := Printable(b.run.Assessment.Systems[system].ID)
			h.SystemNames = append(h.SystemNames, htmlName{id, id})
		}
		for _, against := range h.Blocks {
			h.Open += against.N - against.N0
		}
		shown[i] = h
	}
	return shown
}

// served is, by document, what it states that counts: each field once, with those
// that count for the same requirements.
func (b *htmlBuilder) served() map[int][]htmlServes {
	var order []*assess.Field
	in, serving := map[*assess.Field]int{}, map[*assess.Field][]string{}
	for _, r := range b.run.Assessment.Requirements {
		for _, e := range r.Evidence {
			n, known := b.documents[htmlKey{e.Document.File, e.Document.Kind, e.Document.ID}]
			for _, f := range e.Fields {
				if known && serving[f] == nil {
					order, in[f] = append(order, f), n
				}
				serving[f] = append(serving[f], r.ID)
			}
		}
	}
	serves := map[int][]htmlServes{}
	for _, f := range order {
		n := in[f]
		if b.brief() {
			serves[n] = inBrief(serves[n], serving[f])
			continue
		}
		by := strings.Join(printables(slices.Sorted(slices.Values(f.VerifiedBy))), ", ")
		serves[n] = noting(serves[n], htmlServes{Requirements: serving[f], Checked: by, fields: []*assess.Field{f}})
	}
	for n := range serves {
		for i := range serves[n] {
			serves[n][i].Fields = stated(serves[n][i].fields, b.run.Documents[n].File)
		}
	}
	return serves
}

// noting adds what a field counts for to what others of the document do.
func noting(all []htmlServes, one htmlServes) []htmlServes {
	for i := range all {
		if slices.Equal(all[i].Requirements, one.Requirements) && all[i].Checked == one.Checked {
			all[i].fields = append(all[i].fields, one.fields...)
			return all
		}
	}
	return append(all, one)
}

// inBrief adds requirements to the one entry of a document, in their order.
func inBrief(all []htmlServes, requirements []string) []htmlServes {
	if len(all) == 0 {
		all = []htmlServes{{}}
	}
	for _, id := range requirements {
		if !slices.Contains(all[0].Requirements, id) {
			all[0].Requirements = append(all[0].Requirements, id)
		}
	}
	slices.SortFunc(all[0].Requirements, catalog.Compare)
	return all
}
