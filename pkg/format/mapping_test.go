package format

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	stdmaps "maps"
	"math"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
	"github.com/aimslint/aimslint/policies"
)

var update = flag.Bool("update", false, "write the tables of docs/formats anew")

// pages are the formats with a page in docs/formats of their own. Each has an
// archive of examples in testdata/mapping from which its tables are read off:
// together they state every field that the format can, and one of them says
// next to nothing, so that all that the format cannot say shows.
func pages() []string {
	names := Names()
	return slices.DeleteFunc(names, func(name string) bool { return name == nativeName })
}

// free are the keys that authors choose: the Map under them is shown with "*".
var free = map[string][]string{
	datacontractName: {"models", "fields", "servers", "specification", "definitions"},
	dvcName:          {"stages", "artifacts", "outs"},
	mlmodelName:      {"flavors"},
}

// toldBy are the fields by which the items of a list are told apart: they are shown
// by what they say there.
var toldBy = map[string][]string{
	"@graph": {"type", "@type", "relationshipType"}, "slaProperties": {"property"}, "customProperties": {"property"},
	"facets": {"name"}, "props": {"name"}, "responsible-parties": {"role-id"}, "members": {"role"}, "stakeholders": {"role"},
	"authoritativeDefinitions": {"type"}, "externalReferences": {"type"}, "contributors": {"role"}, "verifiedUsing": {"algorithm"}, "hashes": {"alg"},
}

// sources finds what a value of a canonical document was written as.
type sources struct {
	format string
	labels map[[2]int]string
	texts  map[[2]int]bool // the places of texts
	starts map[int]string
}

func sourcesOf(format string, tree *syntax.Tree) *sources {
	s := &sources{format: format, labels: map[[2]int]string{}, texts: map[[2]int]bool{}, starts: map[int]string{}}
	for _, value := range tree.Values {
		s.value(value, "", "")
	}
	if tree.Outline != nil {
		s.section(tree.Outline.Root, "")
	}
	return s
}

// note labels the place of a node, unless something more telling did.
func (s *sources) note(n *syntax.Node, label string) {
	start, end := n.Offsets()
	if at := [2]int{start, end}; s.labels[at] == "" {
		s.labels[at] = label
	}
	if s.starts[start] == "" {
		s.starts[start] = label
	}
}

func (s *sources) value(n *syntax.Node, path, key string) {
	if path != "" {
		s.note(n, quoted(path))
	}
	if n.Kind == syntax.String {
		start, end := n.Offsets()
		s.texts[[2]int{start, end}] = true
	}
	for _, item := range n.Items {
		s.value(item, s.item(item, path, key), "")
	}
	for _, f := range n.Fields {
		below := s.below(f.Key.Scalar, path, key)
		s.note(f.Key, quoted(below))
		s.value(f.Value, below, f.Key.Scalar)
	}
}

// item is the path of an item of the list at a path under a key.
func (s *sources) item(item *syntax.Node, path, key string) string {
	var says []string
	by := toldBy[key]
	if s.format == cyclonedxName && key == "properties" {
		by = []string{"name"}
	}
	for _, by := range by {
		if what := item.Get(by); what != nil && what.IsScalar() {
			says = append(says, what.Scalar)
		}
	}
	return s.short(strings.TrimPrefix(path+"["+strings.Join(says, " ")+"]", "[]"))
}

// below is the path of the value of a name in the Map at a path under a key.
func (s *sources) below(name, path, key string) string {
	if slices.Contains(free[s.format], key) {
		name = "*"
	}
	return s.short(strings.TrimPrefix(path+"."+name, "."))
}

// short says "component" for a component wherever it is nested.
func (s *sources) short(path string) string {
	if s.format == cyclonedxName && componentPath.MatchString(path) {
		return "component"
	}
	return path
}

var componentPath = regexp.MustCompile(`^(?:(?:metadata\.)?component\.)?components\[\]$`)

func quoted(path string) string { return "`" + path + "`" }

// strip takes what has one of some labels out of a tree.
func (s *sources) strip(n *syntax.Node, path, key string, labels []string) {
	n.Items = slices.DeleteFunc(n.Items, func(item *syntax.Node) bool {
		at := s.item(item, path, key)
		s.strip(item, at, "", labels)
		return slices.Contains(labels, quoted(at))
	})
	n.Fields = slices.DeleteFunc(n.Fields, func(f syntax.Field) bool {
		at := s.below(f.Key.Scalar, path, key)
		s.strip(f.Value, at, f.Key.Scalar, labels)
		return slices.Contains(labels, quoted(at))
	})
}

func (s *sources) section(section *syntax.Section, under string) {
	if section.Heading != nil {
		if under = "“" + section.Heading.Scalar + "”"; section.Level == 1 {
			under = "the title"
		}
		s.note(section.Heading, under)
	}
	for _, block := range section.Blocks {
		for _, pair := range block.Pairs {
			s.note(pair.Value, "entry “"+pair.Key.Scalar+"”")
			s.note(pair.Key, "entry “"+pair.Key.Scalar+"”")
		}
		if block.Table != nil {
			s.table(block.Table)
		}
		if block.Text != nil {
			s.note(block.Text, under)
		}
		for _, item := range block.Items {
			s.note(item, under)
		}
	}
	for _, child := range section.Sections {
		s.section(child, under)
	}
}

func (s *sources) table(table *syntax.Table) {
	for _, row := range table.Rows {
		for i, cell := range row {
			label := "column “" + table.Header[i].Scalar + "”"
			if len(table.Header) == 2 && i == 1 {
				label = "entry “" + row[0].Scalar + "”"
			}
			s.note(cell, label)
		}
	}
	for _, cell := range table.Header {
		s.note(cell, "column “"+cell.Scalar+"”")
	}
}

// of is where a value was written: at its own place, or else at that of its key.
func (s *sources) of(value, key *syntax.Node) string {
	for _, n := range []*syntax.Node{value, key} {
		start, end := n.Offsets()
		if label := s.labels[[2]int{start, end}]; label != "" {
			return label
		}
	}
	start, end := value.Offsets()
	if within := s.around(start, end); within != "" {
		return "a sentence of " + within
	}
	return s.starts[start]
}

// around is the label of the shortest text that holds a place and more.
func (s *sources) around(start, end int) (label string) {
	length := math.MaxInt
	for at := range s.texts {
		if at[0] <= start && end <= at[1] && at[1]-at[0] < length {
			label, length = s.labels[at], at[1]-at[0]
		}
	}
	return label
}

// mapping is a table of what fills which field: by kind and pattern, the places.
type mapping map[string]map[document.Pattern][]string

func (m mapping) add(kind string, pattern document.Pattern, label string) {
	if m[kind] == nil {
		m[kind] = map[document.Pattern][]string{}
	}
	if !slices.Contains(m[kind][pattern], label) {
		m[kind][pattern] = append(m[kind][pattern], label)
	}
}

// filled calls back for every text, number or day of a document but its kind.
func filled(d *document.Document, say func(pattern document.Pattern, value, key *syntax.Node)) {
	var visit func(n, key *syntax.Node, at syntax.Path)
	visit = func(n, key *syntax.Node, at syntax.Path) {
		aside := len(at) > 0 && at[len(at)-1].Key == "additional" // what was not understood, under names of its own
		if aside || n.IsScalar() && document.HasContent(n) {
			say(document.PatternOf(at), n, key)
		}
		if aside {
			return
		}
		for i, item := range n.Items {
			visit(item, key, append(slices.Clone(at), syntax.Index(i)))
		}
		for _, f := range n.Fields {
			if len(at) > 0 || f.Key.Scalar != "kind" {
				visit(f.Value, f.Key, append(slices.Clone(at), syntax.Key(f.Key.Scalar)))
			}
		}
	}
	visit(d.Root, d.Root, nil)
}

// example is a file of an archive of examples with what its format made of it.
type example struct {
	tree        *syntax.Tree
	recognition Recognition
}

// examples are those of a format.
func examples(t *testing.T, format string) []example {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("testdata", "mapping", format+".txtar"))
	if err != nil {
		t.Fatal(err)
	}
	all := make([]example, 0, len(archive.Files))
	for _, file := range archive.Files {
		tree := syntax.Parse(syntax.NewText(file.Name, file.Data), syntax.LanguageOf(file.Name), syntax.DefaultLimits())
		if len(tree.Problems) > 0 {
			t.Fatalf("%s: %s: %v", format, file.Name, tree.Problems)
		}
		recognition := Recognise(tree, Nominated(file.Name, file.Data)...)
		if len(recognition.Documents) == 0 || recognition.Documents[0].Format != format || len(recognition.Problems) > 0 {
			t.Fatalf("%s: %s: %v %v", format, file.Name, recognition.Rejections, recognition.Problems)
		}
		all = append(all, example{tree, recognition})
	}
	return all
}

// mappingOf reads off what fills which field, and what the format cannot
// express, by kind. Where a value is taken away something else may fill the
// field: that is said after the others.
func mappingOf(format string, all []example) (mapping, map[string][]document.Pattern) {
	m, beyond := mapping{}, map[string][]document.Pattern{}
	for _, e := range all {
		for _, d := range e.recognition.Documents {
			for _, pattern := range d.Inexpressible {
				if generic := pattern.Generic(); !slices.Contains(beyond[d.Kind], generic) {
					beyond[d.Kind] = append(beyond[d.Kind], generic)
				}
			}
		}
		m.merge(fills(format, e.tree, e.recognition.Documents), "")
	}
	for _, e := range all {
		if e.tree.Outline == nil {
			m.merge(otherwise(format, e), "else ")
		}
	}
	return m, beyond
}

func (m mapping) merge(from mapping, prefix string) {
	for kind, fields := range from {
		for pattern, labels := range fields {
			for _, label := range labels {
				if !slices.Contains(m[kind][pattern], label) {
					m.add(kind, pattern, prefix+label)
				}
			}
		}
	}
}

const nameOfFile = "the name of the file"

// named are the fields that a file without a name fills with its own.
var named = regexp.MustCompile(`(?:^|\.)(?:id|title|name)$`)

// fills is what fills which field of some documents.
func fills(format string, tree *syntax.Tree, documents []*document.Document) mapping {
	m, s := mapping{}, sourcesOf(format, tree)
	for _, d := range documents {
		filled(d, func(pattern document.Pattern, value, key *syntax.Node) {
			label := cmp.Or(s.of(value, key), "a sentence of the text")
			at := s.of(key, key)
			switch {
			case named.MatchString(string(pattern)) && (strings.Contains(value.Scalar, fileSlug(d.File)) || strings.Contains(value.Scalar, fileTitle(d.File))):
				label = nameOfFile
			case strings.HasPrefix(at, "“") && !strings.HasPrefix(label, "entry") && !strings.HasPrefix(label, "column"):
				label = at
			}
			m.add(d.Kind, pattern, label)
		})
	}
	return m
}

// otherwise is what else fills the fields of an example: what is read as soon as
// that which counts first is not there.
func otherwise(format string, e example) mapping {
	more := mapping{}
	for kind, fields := range fills(format, e.tree, e.recognition.Documents) {
		for pattern, labels := range fields {
			gone := slices.Clone(labels)
			for range 12 {
				tree := syntax.Parse(e.tree.Text, e.tree.Language, syntax.DefaultLimits())
				s := sourcesOf(format, tree)
				for _, value := range tree.Values {
					s.strip(value, "", "", gone)
				}
				next := fills(format, tree, Recognise(tree, Named(format)).Documents)[kind][pattern]
				next = slices.DeleteFunc(next, func(label string) bool { return label == nameOfFile || slices.Contains(gone, label) })
				if len(next) == 0 {
					break
				}
				for _, label := range next {
					more.add(kind, pattern, label)
				}
				gone = append(gone, next...)
			}
		}
	}
	return more
}

// requirements are those on behalf of which rules ask for a field: for itself, or
// else for what is below it, or else for the nearest field around it.
func requirements(kind string, pattern document.Pattern) []string {
	asked := func(matches func(field string) bool) []string {
		set := map[string]bool{}
		for _, r := range policies.Rules {
			for _, field := range policies.Fields(r.ID) {
				if of, what, _ := strings.Cut(field, ":"); (of == kind || of == "*") && matches(what) {
					for _, requirement := range r.Requirements {
						set[requirement] = true
					}
				}
			}
		}
		return slices.SortedFunc(stdmaps.Keys(set), byNumber)
	}
	whole := string(pattern)
	found := asked(func(field string) bool { return field == whole })
	if len(found) == 0 {
		found = asked(func(field string) bool { return strings.HasPrefix(field, whole+".") })
	}
	for keys := strings.Split(whole, "."); len(found) == 0 && len(keys) > 1; {
		keys = keys[:len(keys)-1]
		found = asked(func(field string) bool { return field == strings.Join(keys, ".") })
	}
	return found
}

// byNumber puts A.6.2.10 behind A.6.2.9, and clauses before controls.
func byNumber(a, b string) int {
	x, y := strings.Split(a, "."), strings.Split(b, ".")
	return slices.CompareFunc(x, y, func(p, q string) int {
		return cmp.Or(cmp.Compare(len(p), len(q)), cmp.Compare(p, q))
	})
}

// shown is a pattern as the docs write it: datasets[].name.
func shown(pattern document.Pattern) string {
	return "`" + strings.ReplaceAll(string(pattern), ".*", "[]") + "`"
}

// kindTitle is a kind as a heading.
func kindTitle(kind string) string {
	words := strings.ReplaceAll(kind, "-", " ")
	return strings.Replace(strings.ToUpper(words[:1])+words[1:], "Ai ", "AI ", 1)
}

func (m mapping) table() string {
	var b strings.Builder
	for _, kind := range slices.Sorted(stdmaps.Keys(m)) {
		fmt.Fprintf(&b, "\n### %s\n\n| in the file | canonical field | requirements |\n|---|---|---|\n", kindTitle(kind))
		for _, pattern := range slices.Sorted(stdmaps.Keys(m[kind])) {
			from := strings.ReplaceAll(strings.Join(m[kind][pattern], ", "), "|", `\|`)
			fmt.Fprintf(&b, "| %s | %s | %s |\n", from, shown(pattern), strings.Join(requirements(kind, pattern), ", "))
		}
	}
	return b.String()
}

func tableBeyond(beyond map[string][]document.Pattern) string {
	var b strings.Builder
	for _, kind := range slices.Sorted(stdmaps.Keys(beyond)) {
		fmt.Fprintf(&b, "\n| field of %s | requirements |\n|---|---|\n", withArticle(kind))
		slices.Sort(beyond[kind])
		for _, pattern := range beyond[kind] {
			fmt.Fprintf(&b, "| %s | %s |\n", shown(pattern), strings.Join(requirements(kind, pattern), ", "))
		}
	}
	return b.String()
}

const (
	mappingBegins = "<!-- The fields, as the reader of the format fills them: written by go test ./pkg/format -update -->\n"
	beyondBegins  = "<!-- What the format cannot express: written by go test ./pkg/format -update -->\n"
	generatedEnds = "\n<!-- end -->\n"
)

// replaced is a page with the text between a mark and the end of what is
// generated anew.
func replaced(t *testing.T, page []byte, begins, text string) []byte {
	t.Helper()
	head, rest, ok := bytes.Cut(page, []byte(begins))
	_, tail, closed := bytes.Cut(rest, []byte(generatedEnds))
	if !ok || !closed {
		t.Fatalf("a page has no %q up to %q", begins, generatedEnds)
	}
	return slices.Concat(head, []byte(begins), []byte(text), []byte(generatedEnds), tail)
}

// The tables of fields in docs/formats are what the formats do with their
// examples; with -update they are written anew.
func TestMappingOfTheDocs(t *testing.T) {
	for _, format := range pages() {
		t.Run(format, func(t *testing.T) {
			m, beyond := mappingOf(format, examples(t, format))
			file := filepath.Join("..", "..", "docs", "formats", format+".md")
			page, err := os.ReadFile(file) //nolint:gosec // a page of the project
			if err != nil {
				t.Fatal(err)
			}
			want := replaced(t, page, mappingBegins, m.table())
			if !Named(format).Corroborates {
				want = replaced(t, want, beyondBegins, tableBeyond(beyond))
			}
			switch {
			case bytes.Equal(page, want):
			case *update:
				if err := os.WriteFile(file, want, 0o644); err != nil { //nolint:gosec // a page is for all to read
					t.Fatal(err)
				}
			default:
				t.Errorf("%s is not what the format does: run go test ./pkg/format -run Mapping -update", path.Base(file))
			}
		})
	}
}

// Whatever a file of the corpus fills is in the table of its format.
func TestMappingIsComplete(t *testing.T) {
	known := map[string]mapping{}
	for _, format := range pages() {
		known[format], _ = mappingOf(format, examples(t, format))
	}
	missing := map[string]string{}
	for file, recognition := range readCorpus(t, ".") {
		for _, d := range recognition.Documents {
			if d.Format == nativeName {
				continue
			}
			filled(d, func(pattern document.Pattern, _, _ *syntax.Node) {
				if known[d.Format][d.Kind][pattern] == nil {
					missing[d.Format+": "+d.Kind+": "+string(pattern)] = file
				}
			})
		}
	}
	for _, what := range slices.Sorted(stdmaps.Keys(missing)) {
		t.Errorf("%s, as in %s, is in no example", what, missing[what])
	}
}
