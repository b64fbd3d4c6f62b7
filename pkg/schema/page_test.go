package schema

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

var update = flag.Bool("update", false, "write docs/kinds anew")

// TestPages keeps docs/kinds in step with the schemas.
func TestPages(t *testing.T) {
	t.Parallel()
	pages := map[string]string{"README.md": index(t), "metadata.md": page(t, "metadata", "")}
	for _, kind := range document.Kinds() {
		example, err := os.ReadFile(filepath.Join("testdata", kind+".yaml")) //nolint:gosec // a kind of ours
		if err != nil {
			t.Fatal(err)
		}
		pages[kind+".md"] = page(t, kind, string(example))
	}
	for name, want := range pages {
		file := filepath.Join("..", "..", "docs", "kinds", name)
		if *update {
			if err := os.WriteFile(file, []byte(want), 0o644); err != nil { //nolint:gosec // a page for everybody
				t.Fatal(err)
			}
			continue
		}
		got, err := os.ReadFile(file) //nolint:gosec // a page of ours
		if err != nil || !bytes.Equal(got, []byte(want)) {
			t.Errorf("%s is not what the schemas say (%v); run go test ./pkg/schema -update", file, err)
		}
	}
}

const generated = "<!-- Made from the schemas by `go test ./pkg/schema -update`. -->\n\n"

func index(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString(generated + "# Kinds of document\n\n| kind | what it holds |\n|---|---|\n")
	for _, kind := range document.Kinds() {
		fmt.Fprintf(&b, "| [`%s`](%s.md) | %s |\n", kind, kind, source(kind).Get("description").Scalar)
	}
	b.WriteString("\nEvery kind has the same [metadata](metadata.md). No field but `kind` and the identifiers of list entries is required by a schema: " +
		"what is missing is for the rules to say. Keys that begin with `x-` are your own and may stand anywhere.\n\n" +
		"Days are ISO 8601 (`2026-03-02`). Blank values and placeholders such as `TBD` count as absent.\n")
	return b.String()
}

func page(t *testing.T, name, example string) string {
	t.Helper()
	schema := source(name)
	p := writer{name: name}
	p.out.WriteString(generated)
	fmt.Fprintf(&p.out, "# %s\n\n%s\n", schema.Get("title").Scalar, schema.Get("description").Scalar)
	if example != "" {
		fmt.Fprintf(&p.out, "\nFor completion and hover texts in an editor, begin the file with\n\n```yaml\n# yaml-language-server: $schema=%s%s%s\n```\n\n"+
			"or with the path of a copy that `aimslint schema print %s` made, with that of `metadata` beside it.\n", base, name, extension, name)
	}
	p.out.WriteString("\n## Fields\n")
	p.table(schema)
	p.collect("", schema)
	for _, section := range p.sections {
		fmt.Fprintf(&p.out, "\n### `%s`\n", strings.Join(section.paths, "`, `"))
		p.table(section.schema)
	}
	if example != "" {
		fmt.Fprintf(&p.out, "\n## A complete example\n\n```yaml\n%s```\n", example)
	}
	return p.out.String()
}

type writer struct {
	out      strings.Builder
	name     string
	sections []section
}

// section is a map of the schema, and the paths at which it stands.
type section struct {
	paths  []string
	schema *syntax.Node
}

// collect gathers the sections for the maps below a schema, the outer before
// the inner ones.
func (w *writer) collect(path string, schema *syntax.Node) {
	for _, p := range properties(schema) {
		inner, suffix := w.within(p.Value)
		if inner == nil || p.Key.Scalar == "metadata" {
			continue
		}
		at := strings.TrimPrefix(path+"."+p.Key.Scalar+suffix, ".")
		i := slices.IndexFunc(w.sections, func(s section) bool { return s.schema == inner })
		if i >= 0 {
			w.sections[i].paths = append(w.sections[i].paths, at)
			continue
		}
		w.sections = append(w.sections, section{[]string{at}, inner})
		w.collect(at, inner)
	}
}

func (w *writer) table(schema *syntax.Node) {
	w.out.WriteString("\n| field | type | what it says | example |\n|---|---|---|---|\n")
	for _, p := range properties(schema) {
		w.row(p, scalars(schema.Get("required")))
	}
}

// within is the schema of the maps that a field holds, or nil.
func (w *writer) within(schema *syntax.Node) (inner *syntax.Node, suffix string) {
	schema = place{w.name, schema}.resolved()
	if items := schema.Get("items"); items != nil {
		schema, suffix = place{w.name, items}.resolved(), "[]"
	}
	if schema.Get("properties") == nil {
		return nil, ""
	}
	return schema, suffix
}

func (w *writer) row(p syntax.Field, required []string) {
	says := p.Value.Get("description").Scalar
	if words := vocabulary(p.Value); len(words) > 0 {
		says += " Allowed: `" + strings.Join(words, "`, `") + "`."
	}
	if slices.Contains(required, p.Key.Scalar) {
		says += " **Required.**"
	}
	example := ""
	if examples := p.Value.Get("examples"); examples != nil {
		example = "`" + flow(examples.Items[0]) + "`"
	}
	name := "`" + p.Key.Scalar + "`"
	if p.Key.Scalar == "metadata" {
		name = "[" + name + "](metadata.md)"
	}
	cells := []string{name, w.typeOf(p.Value), says, example}
	for i, cell := range cells {
		cells[i] = strings.ReplaceAll(cell, "|", "\\|")
	}
	fmt.Fprintf(&w.out, "| %s |\n", strings.Join(cells, " | "))
}

func (w *writer) typeOf(schema *syntax.Node) string {
	resolved := place{w.name, schema}.resolved()
	items := resolved.Get("items")
	if named := referenceWord(resolved); named != "" {
		return named
	}
	switch {
	case isDay(resolved):
		return "day"
	case resolved.Get("anyOf") != nil:
		return "text or list"
	case items != nil && len(types(resolved)) == 1:
		return "list of " + strings.NewReplacer("map", "maps", "list", "lists").Replace(w.typeOf(items))
	}
	if resolved.Get("enum") != nil || resolved.Get("pattern") != nil {
		return "text"
	}
	return strings.ReplaceAll(" "+expected(resolved), " a ", " ")[1:]
}

// referenceWord says what a reference names, or "" for any other field.
func referenceWord(schema *syntax.Node) string {
	word := ""
	switch format := schema.Get("format"); {
	case format == nil:
		return ""
	case format.Scalar == string(SourceBinding):
		word = "[source](../bindings.md)"
	case format.Scalar == string(FileReference):
		word = "[file](../bindings.md#files)"
	case format.Scalar == string(EvidenceReference):
		word = "[evidence](../bindings.md#evidence)"
	default:
		return ""
	}
	if slices.Contains(types(schema), "array") {
		word += " or list"
	}
	if value := schema.Get("x-binds"); value != nil {
		return word + " of `" + value.Scalar + "`"
	}
	if digest := schema.Get("x-digest"); digest != nil {
		return word + " with `" + digest.Scalar + "`"
	}
	return word
}

// flow is a value as YAML on one line.
func flow(n *syntax.Node) string {
	var parts []string
	switch n.Kind {
	case syntax.List:
		for _, item := range n.Items {
			parts = append(parts, flow(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case syntax.Map:
		for _, f := range n.Fields {
			parts = append(parts, f.Key.Scalar+": "+flow(f.Value))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	default:
		return n.Scalar
	}
}
