package begin

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/scan"
	"github.com/aimslint/aimslint/pkg/schema"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// draft is a document that is being made.
type draft struct {
	file, kind string
	about      string
	head       []string // comments at the top
	root       *syntax.Node
	// hasOwnID says that what the draft completes has an id by itself.
	hasOwnID bool
	// tried are the fields that were asked for, so that each is asked for once.
	tried map[string]bool
}

func (d *draft) text() string {
	prune(d.root)
	return schema.Sketch(d.kind, d.root, d.head...)
}

// prune takes out lists and maps in which nothing is.
func prune(n *syntax.Node) {
	for _, item := range n.Items {
		prune(item)
	}
	for _, f := range n.Fields {
		prune(f.Value)
	}
	isEmpty := func(n *syntax.Node) bool { return !n.IsScalar() && len(n.Items)+len(n.Fields) == 0 }
	n.Items = slices.DeleteFunc(n.Items, isEmpty)
	n.Fields = slices.DeleteFunc(n.Fields, func(f syntax.Field) bool { return isEmpty(f.Value) })
}

// drafts are all documents that are being made.
type drafts struct {
	before *scan.Survey
	folder string // of what is about the organization or a system
	list   []*draft
	kept   []string
	ids    map[string]bool // those in use
}

func newDrafts(before *scan.Survey, folder string) *drafts {
	d := &drafts{before: before, folder: folder, ids: map[string]bool{}}
	for _, each := range before.Documents {
		d.ids[strings.ToLower(each.ID())] = true
	}
	return d
}

// further are the files as they would be.
func (d *drafts) further() map[string][]byte {
	files := map[string][]byte{}
	for _, each := range d.list {
		files[each.file] = []byte(each.text())
	}
	return files
}

// add begins a document, unless there is a file in its place.
func (d *drafts) add(file, kind, about string, head ...string) *draft {
	if slices.ContainsFunc(d.list, func(other *draft) bool { return other.file == file }) {
		return nil
	}
	if _, err := os.Lstat(filepath.Join(d.before.Root, filepath.FromSlash(file))); err == nil {
		if !slices.Contains(d.kept, file) {
			d.kept = append(d.kept, file)
		}
		return nil
	}
	for i := range head {
		head[i] = strings.Map(printable, head[i])
	}
	made := &draft{file: file, kind: kind, about: about, head: head, root: newMap(), tried: map[string]bool{}}
	made.set(kind, "kind")
	d.list = append(d.list, made)
	return made
}

// printable takes the place of what a comment cannot hold.
func printable(r rune) rune {
	if !unicode.IsPrint(r) {
		return '?'
	}
	return r
}

// blank is what new nodes are at the place of.
var blank = syntax.NewNode(syntax.Null, syntax.NewText("", nil), 0, 0) //nolint:gochecknoglobals // it is never changed

func newMap() *syntax.Node                { return blank.Derive(syntax.Map) }
func newText(text string) *syntax.Node    { return blank.DeriveString(text) }
func isOpen(n *syntax.Node) bool          { return document.IsPlaceholder(n) }
func has(n *syntax.Node) bool             { return n != nil && document.HasContent(n) }
func setText(n *syntax.Node, k, v string) { n.Set(k, blank, newText(v)) }

// newList is a list of maps, or of texts.
func newList(items ...*syntax.Node) *syntax.Node {
	list := blank.Derive(syntax.List)
	list.Items = items
	return list
}

// set states a text in a field; an empty one is not stated.
func (d *draft) set(text string, keys ...string) {
	if text != "" {
		d.setNode(newText(text), keys...)
	}
}

// setNode states a value in a field; one that says nothing is not stated.
func (d *draft) setNode(value *syntax.Node, keys ...string) {
	if !has(value) {
		return
	}
	at := d.root
	for _, key := range keys[:len(keys)-1] {
		if at.Get(key) == nil {
			at.Set(key, blank, newMap())
		}
		at = at.Get(key)
	}
	at.Set(keys[len(keys)-1], blank, value)
}

// id makes an identifier of a name that no document has.
func (d *drafts) id(name string) string {
	id := slug(name)
	if id == "" {
		id = "unnamed"
	}
	free := id
	for n := 2; d.ids[free]; n++ {
		free = id + "-" + strconv.Itoa(n)
	}
	d.ids[free] = true
	return free
}

// slug is a name in small letters, digits and hyphens.
func slug(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '.' && r != '_'
	})
	return strings.Trim(strings.Join(words, "-"), "._-")
}

// stem is the path of a file without the end of its name.
func stem(file string) string { return strings.TrimSuffix(file, path.Ext(file)) }
