package assess

import (
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/syntax"
	"github.com/aimslint/aimslint/policies"
)

// Document is a document with what an assessment has to know of it, when its
// text is gone.
type Document struct {
	File, Format, Kind, ID, Title string
	// Files are all files that it stands in, File first.
	Files []string
	// Digest is the SHA-256 of the file, in hex; "" if nobody asked.
	Digest string
	// Fields are what it states of what rules ask for.
	Fields []Field
	// Rows are those of a Statement of Applicability, and Statement is all of it.
	Rows      []Row
	Statement *document.Document
	// Treatments are the risks of a register with the controls that treat them.
	Treatments []Treatment
	// Subjects are what the document as a whole is about, as [Field.Subjects], and
	// Items what each item of its list is about, if it has one.
	Subjects []string
	Items    [][]string
	// System is what an entry of the inventory says of the system itself.
	System *Entry
}

// Field is a field that a document states.
type Field struct {
	// Pattern names it, with "*" for indexes.
	Pattern string
	// Subjects are what it is about: ids of AI systems, and as "model:ID" and
	// "dataset:ID" things that belong to some. None is the organization.
	Subjects []string
	// Place is the first place where it is stated.
	Place finding.Location
	// VerifiedBy are the rules by which it agrees with something else: those
	// that would object if it said something else here.
	VerifiedBy []string
}

// Binding stands for the rules by which a value agrees with the source or the
// file that it names, whatever requirement asks for the value.
const Binding = "binding/source-agrees"

// States reports whether the document states a field.
func (d *Document) States(pattern string) bool {
	return slices.ContainsFunc(d.Fields, func(f Field) bool { return f.Pattern == pattern })
}

// Verify notes that by a rule a field agrees with something else.
func (d *Document) Verify(pattern, rule string) {
	for i := range d.Fields {
		if f := &d.Fields[i]; f.Pattern == pattern && !slices.Contains(f.VerifiedBy, rule) {
			f.VerifiedBy = append(f.VerifiedBy, rule)
		}
	}
}

// everySystem asks for all fields.
const everySystem = ""

// concerns reports whether the field is about a system.
func (f *Field) concerns(system string) bool {
	return system == everySystem || slices.Contains(f.Subjects, system)
}

func (f *Field) verifiedFor(serves map[string]bool) bool {
	return slices.ContainsFunc(f.VerifiedBy, func(id string) bool { return id == Binding || serves[id] })
}

// Entry is an entry of the inventory.
type Entry struct {
	ID, Name, Stage string
	InScope         bool
	// Owns are the things that belong to the system, as [Field.Subjects].
	Owns []string
}

// Answer is what a row says on whether a control applies.
type Answer string

// The answers.
const (
	Yes       Answer = "yes"
	No        Answer = "no"
	Undecided Answer = ""
)

// Row is a row of a Statement of Applicability.
type Row struct {
	ID            string
	Applicable    Answer
	Justification string
	Status        string
	Evidence      []string
	Risks         []string
	Owner         string
	Place         finding.Location
}

// Treatment is a risk with the controls that treat it.
type Treatment struct {
	Risk, Title, Option string
	Controls            []string
	Place               finding.Location
}

// Asked are the fields of each kind for which rules ask, as patterns in order.
type Asked map[string][]string

// fieldsOf are the fields for which a rule asks, written KIND:PATTERN.
func fieldsOf(r *rule.Rule) []string {
	if r.Origin != "" {
		return r.Fields
	}
	return policies.Fields(r.ID)
}

// namesDocument is a field that names a document and shows nothing.
const namesDocument = "metadata.id"

// AskedBy are the fields for which the rules ask.
func AskedBy(rules []*rule.Rule) Asked {
	patterns := map[string]map[string]bool{}
	for _, r := range rules {
		for _, field := range fieldsOf(r) {
			kind, pattern, _ := strings.Cut(field, ":")
			kinds := []string{kind}
			if kind == "*" {
				kinds = document.Kinds()
			}
			for _, kind := range kinds {
				if patterns[kind] == nil {
					patterns[kind] = map[string]bool{}
				}
				patterns[kind][pattern] = true
			}
		}
	}
	asked := Asked{}
	for kind, set := range patterns {
		delete(set, namesDocument)
		for pattern := range set {
			asked[kind] = append(asked[kind], pattern)
		}
		slices.Sort(asked[kind])
	}
	return asked
}

// Observe notes what a document states of what is asked for.
func (asked Asked) Observe(d *document.Document) Document {
	o := Document{File: d.File, Format: d.Format, Kind: d.Kind, ID: d.ID(), Title: d.Title(), Files: files(d), Subjects: subjects(d, nil)}
	for _, pattern := range asked[d.Kind] {
		o.Fields = append(o.Fields, stated(d, pattern)...)
	}
	for i := range list(d.Root, itemsOf[d.Kind]) {
		o.Items = append(o.Items, subjects(d, syntax.Path{syntax.Key(itemsOf[d.Kind]), syntax.Index(i)}))
	}
	switch d.Kind {
	case document.StatementOfApplicability:
		o.Rows, o.Statement = rows(d), d
	case document.RiskRegister:
		o.Treatments = treatments(d)
	case document.AISystem:
		o.System = entry(d)
	}
	return o
}

// files are the files of a document and of those that it was merged from.
func files(d *document.Document) []string {
	all := []string{d.File}
	for _, part := range d.Parts {
		if !slices.Contains(all, part.File) {
			all = append(all, part.File)
		}
	}
	return all
}

// itemsOf are the lists whose items may each be about another system.
var itemsOf = map[string]string{
	document.DataManifest: "datasets", document.RiskRegister: "risks", document.IncidentLog: "incidents", document.SupplierRegister: "suppliers",
}

// stated are the values of a pattern that say something, one for each set of
// subjects.
func stated(d *document.Document, pattern string) []Field {
	var fields []Field
	known := map[string]bool{}
	for _, path := range document.Pattern(pattern).Matches(d.Root) {
		if !document.HasContent(d.Root.Lookup(path)) {
			continue
		}
		about := subjects(d, path)
		if key := strings.Join(about, "\x00"); !known[key] {
			known[key] = true
			fields = append(fields, Field{Pattern: pattern, Subjects: about, Place: finding.At(d, path)})
		}
	}
	return fields
}

func rows(d *document.Document) []Row {
	controls := list(d.Root, "controls")
	found := make([]Row, 0, len(controls))
	for i, row := range controls {
		at := syntax.Path{syntax.Key("controls"), syntax.Index(i)}
		found = append(found, Row{
			ID: text(row, "id"), Applicable: answer(row.Get("applicable")), Justification: text(row, "justification"), Status: text(row, "status"),
			Evidence: texts(row, "evidence"), Risks: texts(row, "risks"), Owner: text(row, "owner"), Place: finding.At(d, at),
		})
	}
	return found
}

func answer(n *syntax.Node) Answer {
	switch {
	case n == nil || n.Kind != syntax.Bool:
		return Undecided
	case strings.EqualFold(n.Scalar, "true"):
		return Yes
	}
	return No
}

func treatments(d *document.Document) []Treatment {
	risks := list(d.Root, "risks")
	found := make([]Treatment, 0, len(risks))
	for i, risk := range risks {
		treatment := risk.Get("treatment")
		found = append(found, Treatment{
			Risk: text(risk, "id"), Title: text(risk, "title"), Option: text(treatment, "option"), Controls: texts(treatment, "controls"),
			Place: finding.At(d, syntax.Path{syntax.Key("risks"), syntax.Index(i)}),
		})
	}
	return found
}

func entry(d *document.Document) *Entry {
	e := &Entry{ID: d.ID(), Name: text(d.Root, "name"), Stage: text(d.Root, "stage"), InScope: answer(d.Root.Get("in_scope")) != No}
	for _, kind := range []string{"model", "dataset"} {
		for _, item := range list(d.Root, kind+"s") {
			if id := text(item, "id"); id != "" {
				e.Owns = append(e.Owns, thing(kind, id))
			}
		}
	}
	return e
}

// subjects are what the value at a path is about.
func subjects(d *document.Document, path syntax.Path) []string {
	item := d.Root
	if len(path) > 1 && !path[1].IsKey() {
		item = d.Root.Lookup(path[:2])
	}
	switch d.Kind {
	case document.AISystem:
		return nonempty(d.ID())
	case document.ModelCard:
		about := texts(d.Root, "system")
		for _, name := range []string{d.ID(), text(d.Root.Get("model"), "name")} {
			if name != "" {
				about = append(about, thing("model", name))
			}
		}
		return about
	case document.ImpactAssessment:
		return texts(d.Root, "system")
	case document.DataManifest:
		if id := text(item, "id"); id != "" && item != d.Root {
			return []string{thing("dataset", id)}
		}
		return nil
	case document.RiskRegister, document.IncidentLog:
		return texts(item, "system")
	case document.SupplierRegister:
		return texts(item, "systems")
	}
	return nil
}

func nonempty(id string) []string {
	if id == "" {
		return nil
	}
	return []string{id}
}

// thing is what belongs to a system, by its folded name.
func thing(kind, id string) string { return kind + ":" + strings.ToLower(strings.TrimSpace(id)) }

func list(m *syntax.Node, key string) []*syntax.Node {
	n := m.Get(key)
	if n == nil {
		return nil
	}
	return n.Items
}

func text(m *syntax.Node, key string) string {
	n := m.Get(key)
	if n == nil || !n.IsScalar() || !document.HasContent(n) {
		return ""
	}
	return strings.TrimSpace(n.Scalar)
}

// texts are the texts of a field that holds one or a list.
func texts(m *syntax.Node, key string) []string {
	if one := text(m, key); one != "" {
		return []string{one}
	}
	var found []string
	for _, item := range list(m, key) {
		if item.IsScalar() && document.HasContent(item) {
			found = append(found, strings.TrimSpace(item.Scalar))
		}
	}
	return found
}
