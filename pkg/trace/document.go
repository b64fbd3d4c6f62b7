package trace

import (
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// Document gives the traces of a file the shape that rules see, so that a path
// leads to the place of a trace as to any value. It is no document: no report
// counts it. Project is the folder that the file belongs to;
// that of the root is not stated.
func Document(file, project string, traces []Trace) *document.Document {
	first := traces[0].Name
	root := first.Derive(syntax.Map)
	list := first.Derive(syntax.List)
	for i := range traces {
		list.Items = append(list.Items, traces[i].node())
	}
	root.Set("kind", first, first.DeriveString(document.Trace))
	if project != "." {
		root.Set("project", first, first.DeriveString(project))
	}
	root.Set("traces", first, list)
	return &document.Document{Kind: document.Trace, Format: document.Trace, File: file, Root: root}
}

// Example is what rules see of the traces in a file that stands by itself, as
// in the examples of a rule: one document, or none.
func Example(file string, content []byte) []*document.Document {
	var r Reading
	switch {
	case IsModelName(file):
		r = ReadModel(file, content, ".")
	case Reads(file):
		r = ReadText(syntax.NewText(file, content), ".", Runtime, syntax.DefaultLimits())
	}
	if len(r.Traces) == 0 {
		return nil
	}
	return []*document.Document{Document(file, Project(file, ".", func(string) bool { return false }), r.Traces)}
}

func (t *Trace) node() *syntax.Node {
	n := t.Name.Derive(syntax.Map)
	set := func(key, value string) { n.Set(key, t.Name, t.Name.DeriveString(value)) }
	list := func(key string, values []string) {
		l := t.Name.Derive(syntax.List)
		for _, value := range values {
			l.Items = append(l.Items, t.Name.DeriveString(value))
		}
		n.Set(key, t.Name, l)
	}
	n.Set("name", t.Name, t.Name)
	set("product", t.Entry.Name)
	list("aliases", t.Entry.Aliases)
	set("form", string(t.Form))
	set("scope", string(t.Scope))
	set("implies", t.Entry.Implies)
	list("suppliers", t.Entry.Suppliers)
	set("target", t.Target)
	if t.Entry.Weight != "" {
		set("weight", t.Entry.Weight)
	}
	return n
}
