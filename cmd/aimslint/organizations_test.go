package main

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/scan"
)

// organizations are the examples in testdata. Each is complete and clean, and
// has a twin, NAME-broken, whose README lists what was broken and who must say
// so.
var organizations = []string{"clinic", "saas"}

// organizationsDay is the day on which the examples are current.
const organizationsDay = "2026-11-22"

func checked(t *testing.T, folder string, profiles ...string) *report.Run {
	t.Helper()
	run, err := scan.Check(t.Context(), scan.Request{Directory: folder, AsOf: organizationsDay, Profiles: profiles})
	if err != nil {
		t.Fatal(err)
	}
	return run
}

func organization(t *testing.T, name string) string {
	t.Helper()
	folder, err := filepath.Abs(filepath.Join("..", "..", "testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

// TestOrganizationsAreClean demands no finding of any severity, in the profile
// of the organization and under certification alone.
func TestOrganizationsAreClean(t *testing.T) {
	for _, name := range organizations {
		for _, profiles := range [][]string{nil, {"starter"}, {"standard"}, {"certification"}} {
			run := checked(t, organization(t, name), profiles...)
			for i := range run.Findings {
				t.Errorf("%s %v: %s", name, profiles, line(&run.Findings[i]))
			}
			kinds := map[string]bool{}
			for _, d := range run.Documents {
				kinds[d.Kind] = true
			}
			for _, kind := range document.Kinds() {
				if !kinds[kind] {
					t.Errorf("%s has no %s", name, kind)
				}
			}
			if len(run.Unrecognised) > 0 {
				t.Errorf("%s: not recognised are %v", name, run.Unrecognised)
			}
		}
	}
}

func line(f *finding.Finding) string {
	return fmt.Sprintf("%s:%d %s: %s", f.Location.File, f.Location.Span.Start.Line, f.Rule.ID, f.Message)
}

// broken is a row of the list in the README of a broken twin.
var broken = regexp.MustCompile("(?m)^\\| .+ \\| `(.+:\\d+)` \\| `([a-z-]+/[a-z-]+)` \\|$")

// TestTwins demands of each broken organization exactly the findings that its
// README lists.
func TestTwins(t *testing.T) {
	for _, name := range organizations {
		folder := organization(t, name+"-broken")
		list, err := os.ReadFile(filepath.Join(folder, "README.md")) //nolint:gosec // an example of ours
		if err != nil {
			t.Fatal(err)
		}
		var want, got []string
		for _, row := range broken.FindAllStringSubmatch(string(list), -1) {
			want = append(want, row[1]+" "+row[2])
		}
		run := checked(t, folder)
		for i := range run.Findings {
			f := &run.Findings[i]
			file := strings.TrimPrefix(f.Location.File, path.Join("testdata", name+"-broken")+"/")
			got = append(got, fmt.Sprintf("%s:%d %s", file, f.Location.Span.Start.Line, f.Rule.ID))
		}
		slices.Sort(want)
		slices.Sort(got)
		for _, finding := range got {
			if !slices.Contains(want, finding) {
				t.Errorf("%s-broken: not listed: %s", name, finding)
			}
		}
		for _, finding := range want {
			if !slices.Contains(got, finding) {
				t.Errorf("%s-broken: listed and not found: %s", name, finding)
			}
		}
		if len(want) != len(got) || len(want) < 15 {
			t.Errorf("%s-broken: %d are listed, %d found", name, len(want), len(got))
		}
	}
}

// TestNothingGoesMissing deletes each file of an organization in turn. Somebody
// must notice, and name what is missing.
func TestNothingGoesMissing(t *testing.T) {
	for _, name := range organizations {
		files := filesIn(t, organization(t, name))
		documents := documentsOf(t, organization(t, name))
		for _, file := range files {
			t.Run(name+"/"+file, func(t *testing.T) {
				t.Parallel()
				folder := t.TempDir()
				if err := os.CopyFS(folder, os.DirFS(organization(t, name))); err != nil {
					t.Fatal(err)
				}
				if err := os.Remove(filepath.Join(folder, filepath.FromSlash(file))); err != nil {
					t.Fatal(err)
				}
				run := checked(t, folder)
				if !slices.ContainsFunc(run.Findings, func(f finding.Finding) bool { return names(f.Message, file, documents[file]) }) {
					said := make([]string, 0, len(run.Findings))
					for i := range run.Findings {
						said = append(said, line(&run.Findings[i]))
					}
					t.Errorf("nobody names %s or what it holds:\n%s", file, strings.Join(said, "\n"))
				}
			})
		}
	}
}

// names reports whether a message names a file, or a document that it held by
// its kind, its id or something that it alone defines.
func names(message, file string, held []report.Document) bool {
	message = strings.ToLower(message)
	if strings.Contains(message, strings.ToLower(path.Base(file))) {
		return true
	}
	return slices.ContainsFunc(held, func(d report.Document) bool {
		return strings.Contains(message, strings.ReplaceAll(d.Kind, "-", " ")) || strings.Contains(message, d.Kind) ||
			d.ID != "" && strings.Contains(message, strings.ToLower(d.ID))
	})
}

func filesIn(t *testing.T, folder string) []string {
	t.Helper()
	var files []string
	err := fs.WalkDir(os.DirFS(folder), ".", func(file string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			files = append(files, file)
		}
		return err
	})
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: %v, %d files", folder, err, len(files))
	}
	return files
}

func documentsOf(t *testing.T, folder string) map[string][]report.Document {
	t.Helper()
	held := map[string][]report.Document{}
	run := checked(t, folder)
	prefix := path.Join("testdata", filepath.Base(folder)) + "/"
	for _, d := range run.Documents {
		file := strings.TrimPrefix(d.File, prefix)
		held[file] = append(held[file], d)
	}
	return held
}
