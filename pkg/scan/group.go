package scan

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/format"
	"github.com/aimslint/aimslint/pkg/report"
)

// place is where a document came from.
type place struct {
	file  int // index into the workspace's files
	index int // of the document in its file
}

// group are documents that are about the same thing; mostly it is only one.
type group struct {
	members []place // by precedence
	// described says that the first member describes the others by their path.
	described bool
	document  report.Document
	owners    []string // of the members, as they state
	// faults are what is wrong with what the first member describes.
	faults []string
}

// grouping finds out which documents are about the same thing.
type grouping struct {
	w      *workspace
	known  [][]described // by file
	files  map[string]int
	joined map[place]*group
}

func (w *workspace) filesByPath() map[string]int {
	files := make(map[string]int, len(w.files))
	for i := range w.files {
		files[w.files[i].Path] = i
	}
	return files
}

// complete has those files read that a document describes and that have not
// been recognised by themselves, as if an argument had named them. It gives
// what is known of all files then.
func (w *workspace) complete(known [][]described, read func(file int) ([]described, error)) ([][]described, error) {
	files := w.filesByPath()
	for i := range known {
		for _, d := range known[i] {
			if d.describes == "" {
				continue
			}
			named, err := w.resolver.Find(path.Dir(d.File), d.describes)
			if err != nil {
				continue
			}
			at, found := files[named]
			if found && (w.files[at].Named || slices.ContainsFunc(known[at], d.isOfKind)) {
				continue
			}
			if !found {
				at, files[named] = len(w.files), len(w.files)
				w.addUnchosen(named)
				known = append(known, nil)
			}
			w.files[at].Named = true
			if known[at], err = read(at); err != nil {
				return nil, err
			}
		}
	}
	return known, nil
}

// recognised groups documents that are not to be judged.
func (w *workspace) recognised(known [][]described) ([]group, error) {
	known, err := w.complete(known, func(file int) ([]described, error) {
		read, err := w.read(w.files[file])
		return describeAll(read), err
	})
	if err != nil {
		return nil, err
	}
	return w.group(known), nil
}

func describeAll(read reading) []described {
	known := make([]described, len(read.Documents))
	for i, d := range read.Documents {
		known[i] = describe(d)
	}
	return known
}

// addUnchosen adds a file that is only in view.
func (w *workspace) addUnchosen(file string) {
	if w.chosen == nil {
		w.chosen = make(map[string]bool, len(w.files))
		for _, f := range w.files {
			w.chosen[f.Path] = true
		}
	}
	w.files = append(w.files, w.view.At(w.root, file, w.config.Limits.FileBytes))
}

func (d described) isOfKind(other described) bool { return d.Kind == other.Kind }

// group puts documents of one kind together that are about the same thing: one
// describes the other by its path, or they have the same id and are written in
// different formats. Documents of one format with one id are left to the rule
// that asks for ids of their own.
func (w *workspace) group(known [][]described) []group {
	g := &grouping{w: w, known: known, files: w.filesByPath(), joined: map[place]*group{}}
	var places []place
	for file := range known {
		for index := range known[file] {
			at := place{file, index}
			if known[file][index].corroborates {
				continue
			}
			places = append(places, at)
			g.joined[at] = &group{members: []place{at}}
		}
	}
	slices.SortStableFunc(places, g.compare)
	for _, at := range places {
		g.follow(at)
	}
	g.joinByID(places)
	var groups []group
	for _, at := range slices.SortedFunc(slices.Values(places), func(a, b place) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.index, b.index))
	}) {
		if found := g.joined[at]; found.members[0] == at {
			groups = append(groups, *found)
		}
	}
	g.corroborate(groups)
	for i := range groups {
		groups[i].document = g.documentOf(groups[i].members)
		for _, at := range groups[i].members {
			if owner := g.at(at).owner; owner != "" {
				groups[i].owners = append(groups[i].owners, owner)
			}
		}
	}
	return groups
}

func (g *grouping) at(p place) *described { return &g.known[p.file][p.index] }

// compare orders documents by precedence: native ones that describe another,
// other native ones, then by the order of the formats and the path.
func (g *grouping) compare(a, b place) int {
	x, y := g.at(a), g.at(b)
	return cmp.Or(
		cmp.Compare(rank(x), rank(y)),
		strings.Compare(x.File, y.File),
		cmp.Compare(a.index, b.index),
	)
}

func rank(d *described) int {
	if d.describes != "" {
		return -1
	}
	return slices.Index(format.Names(), d.Format)
}

// join makes one group of two.
func (g *grouping) join(a, b place) {
	into, from := g.joined[a], g.joined[b]
	if into == from {
		return
	}
	into.members = append(into.members, from.members...)
	into.faults = append(into.faults, from.faults...)
	into.described = into.described || from.described
	slices.SortFunc(into.members, g.compare)
	for _, member := range from.members {
		g.joined[member] = into
	}
}

// follow joins a document with the one that it describes, or says why it
// cannot.
func (g *grouping) follow(at place) {
	d := g.at(at)
	if d.describes == "" {
		return
	}
	to, fault := g.target(at)
	switch {
	case fault != "":
		g.joined[at].faults = append(g.joined[at].faults, "`describes` names "+report.Printable(d.describes)+", which "+fault)
	case to != at:
		g.join(at, to)
		g.joined[at].described = true
	}
}

// target is the document that another one describes. It is that one itself if
// it describes a text that no format could read as a document of the kind.
func (g *grouping) target(at place) (to place, fault string) {
	d := g.at(at)
	file, err := g.w.resolver.Find(path.Dir(d.File), d.describes)
	if err != nil {
		return at, err.Error()
	}
	others := g.ofKind(d.Kind, file)
	if len(others) > 0 && g.at(others[0]).corroborates {
		return at, "" // it joins later
	}
	others = slices.DeleteFunc(others, func(other place) bool { return other == at })
	same := slices.DeleteFunc(slices.Clone(others), func(other place) bool { return !sameID(g.at(other), d) })
	switch {
	case len(same) == 1:
		return same[0], ""
	case len(others) == 1:
		return others[0], ""
	case len(others) > 1:
		return at, "holds several documents of kind " + d.Kind + ", of which not one has the id of this one"
	case !hasOtherFormat(d.Kind):
		return at, ""
	}
	return at, "holds no document of kind " + d.Kind + " that could be read"
}

// ofKind are the documents of a kind that a file holds.
func (g *grouping) ofKind(kind, file string) []place {
	i, known := g.files[file]
	if !known {
		return nil
	}
	var found []place
	for index := range g.known[i] {
		if g.known[i][index].Kind == kind {
			found = append(found, place{i, index})
		}
	}
	return found
}

// hasOtherFormat reports whether a kind can be written in another format than
// the native one.
func hasOtherFormat(kind string) bool {
	return slices.ContainsFunc(format.Formats(), func(f *format.Format) bool {
		return f.Name != nativeFormat && !f.Corroborates && slices.Contains(f.Kinds, kind)
	})
}

func sameID(a, b *described) bool { return foldID(a.ID) == foldID(b.ID) && a.ID != "" }

func foldID(id string) string { return strings.ToLower(strings.Join(strings.Fields(id), " ")) }

// joinByID joins documents of different formats that have the same id; of each
// format the first. Two groups that both hold a native document stay apart.
func (g *grouping) joinByID(places []place) {
	first := map[[2]string][]place{}
	for _, at := range places {
		d := g.at(at)
		if d.ID == "" {
			continue
		}
		key := [2]string{d.Kind, foldID(d.ID)}
		isTaken := func(other place) bool {
			return g.at(other).Format == d.Format || g.hasNative(other) && g.hasNative(at)
		}
		if slices.ContainsFunc(first[key], isTaken) {
			continue
		}
		first[key] = append(first[key], at)
		g.join(first[key][0], at)
	}
}

func (g *grouping) hasNative(at place) bool {
	return slices.ContainsFunc(g.joined[at].members, func(member place) bool { return g.at(member).Format == nativeFormat })
}

// documentOf is the entry for the documents of a group.
func (g *grouping) documentOf(members []place) report.Document {
	d := g.at(members[0]).Document
	formats := []string{d.Format}
	for _, at := range members[1:] {
		other := g.at(at)
		d.ID, d.Title = cmp.Or(d.ID, other.ID), cmp.Or(d.Title, other.Title)
		if !slices.Contains(formats, other.Format) {
			formats = append(formats, other.Format)
		}
		if !slices.Contains(d.AllFiles(), other.File) {
			d.OtherFiles = append(d.OtherFiles, other.File)
		}
	}
	d.Format = strings.Join(formats, "+")
	return d
}
