package scan_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/format"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/scan"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// batch are files that share no document, so that none is merged with another.
type batch struct {
	files     map[string]string
	documents map[string]*document.Document // by file, kind and id
	ids       map[string]bool               // by kind
}

func key(parts ...string) string { return strings.Join(parts, "\x00") }

// batches are the examples of all formats that are judged, from the complete to
// those that say next to nothing.
func batches(t *testing.T) []*batch {
	t.Helper()
	archives, err := filepath.Glob("../format/testdata/mapping/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no examples of formats", err)
	}
	var all []*batch
	for _, archive := range archives {
		name := strings.TrimSuffix(filepath.Base(archive), ".txtar")
		if format.Named(name).Corroborates {
			continue
		}
		examples, err := txtar.ParseFile(archive)
		if err != nil {
			t.Fatal(err)
		}
		for _, example := range examples.Files {
			file := name + "/" + example.Name
			tree := syntax.Parse(syntax.NewText(file, example.Data), syntax.LanguageOf(file), syntax.DefaultLimits())
			documents := format.Recognise(tree, format.Nominated(file, example.Data)...).Documents
			if len(documents) == 0 {
				t.Fatalf("%s is not recognised", file)
			}
			all = place(all, file, string(example.Data), documents)
		}
	}
	return all
}

// place adds a file to the first batch that has none of its documents.
func place(all []*batch, file, content string, documents []*document.Document) []*batch {
	at := slices.IndexFunc(all, func(b *batch) bool {
		return !slices.ContainsFunc(documents, func(d *document.Document) bool { return b.ids[key(d.Kind, strings.ToLower(d.ID()))] })
	})
	if at < 0 {
		at = len(all)
		all = append(all, &batch{map[string]string{}, map[string]*document.Document{}, map[string]bool{}})
	}
	all[at].files[file] = content
	for _, d := range documents {
		all[at].documents[key(file, d.Kind, d.ID())] = d
		all[at].ids[key(d.Kind, strings.ToLower(d.ID()))] = true
	}
	return all
}

// Under no profile does a document of any format get a finding about a field
// that its format cannot state and that it does not state.
func TestNothingBeyondAFormat(t *testing.T) {
	found, judged := 0, map[string]bool{}
	for _, batch := range batches(t) {
		folder := project(t, batch.files)
		for _, profile := range rule.Profiles() {
			run, err := scan.Check(t.Context(), scan.Request{Directory: folder, Root: folder, AsOf: "2026-06-01", Profiles: []string{string(profile)}})
			if err != nil {
				t.Fatal(err)
			}
			found += len(run.Findings)
			for _, f := range run.Findings {
				d := batch.documents[key(f.Location.File, f.Kind, f.Document)]
				if d == nil {
					continue
				}
				judged[d.Format] = true
				if path := f.Location.Path; len(path) > 0 && d.State(path) == document.NotExpressed {
					t.Errorf("%s under %s: %s at %s: %s", f.Location.File, profile, f.Rule.ID, path, f.Message)
				}
			}
		}
	}
	if found < 100 || len(judged) < 12 {
		t.Errorf("only %d findings on documents of %d formats", found, len(judged))
	}
}
