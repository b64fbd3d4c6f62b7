package scan

import (
	"path"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/binding"
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// Documents that only corroborate (see [format.Format]) join those that name
// what they are about. Names are compared as texts that say what they are: the
// "path:" of a model or of data relative to the root, the "file:" that a document
// refers to, the "id:" of a dataset.

// subjects are the names of what a document that corroborates is about.
func subjects(d *document.Document) []string {
	if d.Kind == document.ModelCard {
		at := statedPaths(d, d.Root.Lookup(syntax.Keys("model", "path")))
		return append(at, "file:"+d.File)
	}
	var names []string
	for _, dataset := range datasetsOf(d) {
		names = append(names, subjectsOfDataset(d, dataset)...)
	}
	return names
}

func subjectsOfDataset(d *document.Document, dataset *syntax.Node) []string {
	return append(statedPaths(d, dataset.Lookup(syntax.Keys("provenance", "path"))), statedIDs(dataset)...)
}

// named are the names under which a document refers to what others may be
// about: to its model or data, which may lie in a folder that they are about, and
// to any file.
func named(d *document.Document) []string {
	var names []string
	if d.Kind == document.ModelCard {
		names = withFolders(statedPaths(d, d.Root.Lookup(syntax.Keys("model", "path"))))
		for _, target := range binding.Targets(d) {
			names = append(names, "file:"+target)
		}
		return names
	}
	for _, dataset := range datasetsOf(d) {
		names = append(names, namedByDataset(d, dataset)...)
	}
	return names
}

func namedByDataset(d *document.Document, dataset *syntax.Node) []string {
	names := withFolders(statedPaths(d, dataset.Lookup(syntax.Keys("provenance", "path"))))
	names = append(names, statedPaths(d, dataset.Get("id"))...)
	return append(names, statedIDs(dataset)...)
}

func datasetsOf(d *document.Document) []*syntax.Node {
	if d.Kind != document.DataManifest || d.Root.Get("datasets") == nil {
		return nil
	}
	return d.Root.Get("datasets").Items
}

// statedPaths are the paths that a text may mean.
func statedPaths(d *document.Document, n *syntax.Node) []string {
	if n == nil || n.Kind != syntax.String || !document.HasContent(n) {
		return nil
	}
	paths := binding.Candidates(path.Dir(d.File), strings.TrimSpace(n.Scalar))
	for i := range paths {
		paths[i] = "path:" + paths[i]
	}
	return paths
}

// withFolders adds to paths the folders that they lie in, but for the root.
func withFolders(paths []string) []string {
	for _, p := range slices.Clone(paths) {
		if folder := path.Dir(strings.TrimPrefix(p, "path:")); folder != "." {
			paths = append(paths, "path:"+folder)
		}
	}
	return paths
}

func statedIDs(dataset *syntax.Node) []string {
	var names []string
	for _, key := range []string{"id", "name"} {
		if n := dataset.Get(key); n != nil && n.IsScalar() && document.HasContent(n) {
			names = append(names, "id:"+foldID(n.Scalar))
		}
	}
	return names
}

// tailored is that part of a document that corroborates which is about the
// datasets of others, under the ids that they have there. A card is about one
// thing only.
func tailored(d *document.Document, others []*document.Document) *document.Document {
	if d.Kind != document.DataManifest {
		return d
	}
	fitting := *d
	fitting.Root = d.Root.Derive(syntax.Map)
	list := d.Root.Get("datasets").Derive(syntax.List)
	fitting.Root.Set("datasets", d.Root.KeyOf("datasets"), list)
	byName := map[string][]*syntax.Node{}
	for _, dataset := range datasetsOf(d) {
		for _, name := range subjectsOfDataset(d, dataset) {
			byName[name] = append(byName[name], dataset)
		}
	}
	for _, other := range others {
		for _, dataset := range datasetsOf(other) {
			id := dataset.Get("id")
			if id == nil {
				continue
			}
			var about []*syntax.Node
			for _, name := range namedByDataset(other, dataset) {
				about = append(about, byName[name]...)
			}
			if len(about) > 0 {
				list.Items = append(list.Items, together(about, id))
			}
		}
	}
	return &fitting
}

// together makes one dataset of several entries about it. The first that says
// something in a field counts.
func together(entries []*syntax.Node, id *syntax.Node) *syntax.Node {
	dataset := entries[0].Derive(syntax.Map)
	dataset.Set("id", nil, entries[0].DeriveString(id.Scalar))
	var fill func(to, from *syntax.Node)
	fill = func(to, from *syntax.Node) {
		for _, f := range from.Fields {
			switch there := to.Get(f.Key.Scalar); {
			case there == nil && f.Value.Kind == syntax.Map:
				section := f.Value.Derive(syntax.Map)
				to.Set(f.Key.Scalar, f.Key, section)
				fill(section, f.Value)
			case there == nil:
				to.Set(f.Key.Scalar, f.Key, f.Value)
			case there.Kind == syntax.Map && f.Value.Kind == syntax.Map:
				fill(there, f.Value)
			}
		}
	}
	for _, entry := range entries {
		fill(dataset, entry)
	}
	return dataset
}

// corroborate has documents that only corroborate join the groups that name what
// they are about.
func (g *grouping) corroborate(groups []group) {
	about := map[[2]string][]place{}
	for file := range g.known {
		for index := range g.known[file] {
			d := &g.known[file][index]
			for _, name := range d.subjects {
				key := [2]string{d.Kind, name}
				about[key] = append(about[key], place{file, index})
			}
		}
	}
	if len(about) == 0 {
		return
	}
	for i := range groups {
		groups[i].members = append(groups[i].members, g.joining(groups[i], about)...)
	}
}

// joining are the documents, by kind and what they are about, whose subject a
// member of a group names.
func (g *grouping) joining(of group, about map[[2]string][]place) []place {
	var joining []place
	for _, at := range of.members {
		for _, name := range g.at(at).named {
			joining = append(joining, about[[2]string{g.at(at).Kind, name}]...)
		}
	}
	slices.SortFunc(joining, g.compare)
	return slices.Compact(joining)
}
