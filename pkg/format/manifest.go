package format

import (
	"bytes"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// manifest gathers the canonical data manifest of a file that describes data
// under names of its own, in YAML or JSON.
type manifest struct {
	card

	format string
	place  *syntax.Node // what the file as a whole points at
	beyond []document.Pattern

	silenced map[string]bool                 // patterns in beyond that this file gave cause for
	said     map[*syntax.Node][]syntax.Field // texts about each dataset
}

func newManifest(tree *syntax.Tree, format string, place *syntax.Node, beyond []document.Pattern) *manifest {
	m := &manifest{format: format, beyond: slices.Clone(beyond), place: place, silenced: map[string]bool{}, said: map[*syntax.Node][]syntax.Field{}}
	m.tree, m.kind, m.root = tree, document.DataManifest, place.Derive(syntax.Map)
	m.root.Set("kind", nil, place.DeriveString(m.kind))
	m.root.Set("metadata", place, place.Derive(syntax.Map))
	m.root.Set("datasets", place, place.Derive(syntax.List))
	return m
}

// add gives the manifest a dataset.
func (m *manifest) add(dataset *syntax.Node) {
	list := m.root.Get("datasets")
	list.Items = append(list.Items, dataset)
}

// silence says that the file states a field of a dataset in a way that cannot
// be brought into the canonical shape, so that it is not asked for again.
func (m *manifest) silence(dataset int, field string) {
	pattern := "datasets." + strconv.Itoa(dataset) + "." + field
	if len(m.silenced) >= maxSilenced {
		pattern = indexes().ReplaceAllString(pattern, ".*")
	}
	if !m.silenced[pattern] {
		m.silenced[pattern] = true
		m.beyond = append(m.beyond, document.Pattern(pattern))
	}
}

// maxSilenced is how many fields are silenced one by one. Beyond it a field is
// silenced for all items of its list.
const maxSilenced = 500

var indexes = lazily(`\.\d+`)

// identify sets the id, title, version and owner of the manifest from those of
// its first dataset, and the id from the file where that has none.
func (m *manifest) identify() {
	for _, dataset := range m.root.Get("datasets").Items[:1] {
		for _, from := range [][2]string{{"id", "id"}, {"title", "name"}, {"title", "id"}, {"version", "version"}, {"owner", "owner"}} {
			key, value := field(dataset, from[1])
			m.set("metadata."+from[0], key, value)
		}
	}
	m.nameDatasets()
	base := path.Base(m.tree.Text.File)
	m.set("metadata.id", nil, m.place.DeriveString(fileSlug(m.tree.Text.File)))
	m.set("metadata.title", nil, m.place.DeriveString(strings.Join(nameWords(strings.TrimSuffix(base, path.Ext(base))), " ")))
}

// nameDatasets gives the datasets without an id one made of their name, or of
// the name of the file if that says more than what sort of file it is.
func (m *manifest) nameDatasets() {
	for i, dataset := range m.root.Get("datasets").Items {
		if name := dataset.Get("name"); name != nil && cardID(name.Scalar) != "" {
			setOnce(dataset, "id", name, name.DeriveString(cardID(name.Scalar)))
		}
		if id := fileSlug(m.tree.Text.File); !genericName(m.tree.Text.File) {
			if i > 0 {
				id += "-" + strconv.Itoa(i+1)
			}
			setOnce(dataset, "id", nil, m.place.DeriveString(id))
		}
	}
	if first := m.root.Lookup(syntax.Path{syntax.Key("datasets"), syntax.Index(0), syntax.Key("id")}); first != nil {
		m.set("metadata.id", first, first)
	}
}

// genericName reports whether the path of a file says no more than what sort of
// file it is: "data/metadata.json".
func genericName(file string) bool {
	words := nameWords(strings.TrimSuffix(file, path.Ext(file)))
	return !slices.ContainsFunc(words, func(word string) bool { return !genericWords[word] })
}

var genericWords = func() map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq("data dataset datasets metadata meta datapackage package card cards datacard datasheet sheet model models croissant readme docs doc index manifest contract datacontract info description main") {
		set[word] = true
	}
	return set
}()

// document is the manifest as a document. What its format has no place for,
// and this file does not say all the same, is listed as inexpressible.
func (m *manifest) document(index int) *document.Document {
	m.identify()
	beyond := slices.DeleteFunc(m.beyond, func(pattern document.Pattern) bool { return occurs(m.root, pattern) })
	for i, dataset := range m.root.Get("datasets").Items {
		if readSaid(dataset, m.said[dataset]...) {
			beyond = append(beyond, document.Pattern("datasets."+strconv.Itoa(i)+".acquisition.on"))
		}
	}
	return &document.Document{
		Kind: m.kind, Format: m.format, File: m.tree.Text.File, Index: index, Root: m.root, Inexpressible: beyond,
	}
}

// readManifests reads every value of a tree as a manifest of its own. find
// gives nil and the reason for a value that is none.
func readManifests(tree *syntax.Tree, find func(value *syntax.Node) (*manifest, string)) Reading {
	reading := Reading{Rejection: "it is empty"}
	for i, value := range tree.Values {
		if value.IsBlank() {
			continue
		}
		m, rejection := find(value)
		if m == nil {
			reading.Rejection = rejection
			continue
		}
		reading.Documents = append(reading.Documents, m.document(i))
		reading.Problems = append(reading.Problems, m.problems...)
	}
	if len(reading.Documents) > 0 {
		reading.Rejection = ""
	}
	return reading
}

// copyText sets a field of a dataset from the text under the first of the
// keys that has any.
func (m *manifest) copyText(to *syntax.Node, path string, from *syntax.Node, keys ...string) {
	if from == nil || from.Kind != syntax.Map {
		return
	}
	for _, name := range keys {
		key, value := field(from, name)
		setOnce(to, path, key, m.words(key, value))
	}
}

// words are the text of a value, with several joined by commas. A number is
// text as it was written, so that a version keeps its zeros.
func (m *manifest) words(key, value *syntax.Node) *syntax.Node {
	return asText(m.oneText(key, value, "name", "description", "value", "text"))
}

func asText(value *syntax.Node) *syntax.Node {
	if value == nil || value.Kind == syntax.String || !value.IsScalar() {
		return value
	}
	return value.DeriveString(value.Scalar)
}

// section is the Map under a key, or nil. Anything else under it but nothing
// is a problem.
func (m *manifest) section(from *syntax.Node, name string) *syntax.Node {
	key, value := field(from, name)
	switch {
	case value == nil || value.IsBlank():
		return nil
	case value.Kind != syntax.Map:
		m.unreadable(key, value, "a map")
		return nil
	}
	return value
}

// listed are the Maps of the list under a key. A Map in its place is the only
// one.
func (m *manifest) listed(from *syntax.Node, name string) []*syntax.Node {
	key, value := field(from, name)
	return m.maps(key, value)
}

// entries are the values of the Map under a key that are Maps, with their
// keys.
func (m *manifest) entries(from *syntax.Node, name string) []syntax.Field {
	section := m.section(from, name)
	if section == nil {
		return nil
	}
	var found []syntax.Field
	for _, entry := range section.Fields {
		switch {
		case entry.Value.Kind == syntax.Map:
			found = append(found, entry)
		case !entry.Value.IsBlank():
			m.unreadable(entry.Key, entry.Value, "a map")
		}
	}
	return found
}

// anchorOf is what a Map as a whole points at: its name, or else its first key.
func anchorOf(value *syntax.Node, keys ...string) *syntax.Node {
	for _, key := range keys {
		if at := value.Get(key); at != nil && at.IsScalar() && !at.IsBlank() {
			return at
		}
	}
	if len(value.Fields) > 0 {
		return value.Fields[0].Key
	}
	return value
}

// isAddress reports whether a text is a URL or another absolute address.
func isAddress(text string) bool { return address().MatchString(text) }

var address = lazily(`^[A-Za-z][A-Za-z0-9+.-]*:\S+$`)

// isLocal reports whether a text names a single file or folder beside the
// document.
func isLocal(text string) bool {
	return text != "" && !isAddress(text) && !strings.ContainsAny(text, "*?{}[]$\n") && !path.IsAbs(text)
}

// mentions are the bytes by which a format nominates files.
func mentions(content []byte, words ...string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return bytes.Contains(content, []byte(word)) })
}
