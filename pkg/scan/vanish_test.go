package scan

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Whatever changes under a run, it says so, or its report is that of the files as they
// are: a part is never taken for the whole.
func TestFilesThatChangeUnderARun(t *testing.T) {
	const card = "kind: model-card\nmetadata: {id: one}\n"
	for name, c := range map[string]struct {
		paths         []string
		found, judged func(t *testing.T, folder string) // what happens once the files are found, and once they are judged
		want          string                            // the error, or ""
		documents     int
	}{
		"nothing":                           {documents: 2},
		"a document goes":                   {found: gone("a/model-card.yaml"), want: "a/model-card.yaml: the file went away during the run"},
		"a document that an argument names": {paths: []string{"notes.yaml"}, found: gone("notes.yaml"), want: "notes.yaml: the file went away during the run"},
		"a folder goes":                     {found: gone("a"), want: "a/model-card.yaml: the file went away during the run"},
		"a folder takes its place":          {found: replaced("a/model-card.yaml"), want: "a/model-card.yaml: the file went away during the run"},
		"any other file goes":               {found: gone("other.yaml"), documents: 2},
		"a document changes before":         {found: wrote("a/model-card.yaml", strings.Replace(card, "one", "two", 1)), documents: 2},
		"a document changes afterwards":     {judged: wrote("a/model-card.yaml", "# moved\n"+card), want: "a/model-card.yaml: the file changed during the run"},
		"a document goes afterwards":        {judged: gone("a/model-card.yaml"), want: "a/model-card.yaml: the file went away during the run"},
		"a document is emptied":             {judged: wrote("model-card.yaml", ""), want: "model-card.yaml: the file changed during the run"},
		"any other file changes":            {judged: wrote("other.yaml", "b: 2\n"), documents: 2},
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			for file, content := range map[string]string{"model-card.yaml": card, "a/model-card.yaml": card, "other.yaml": "a: 1\n", "notes.yaml": card} {
				wrote(file, content)(t, folder)
			}
			if c.paths == nil {
				gone("notes.yaml")(t, folder)
			}
			w, err := open(t.Context(), Request{Directory: folder, Root: folder, AsOf: "2026-11-22", Paths: c.paths, Rules: []string{"repository/document-id-unique", "syntax/*"}})
			if err != nil {
				t.Fatal(err)
			}
			if err := w.compile(t.Context()); err != nil {
				t.Fatal(err)
			}
			defer w.close()
			if c.found != nil {
				c.found(t, folder)
			}
			documents, err := concluded(t, w, folder, c.judged)
			switch incomplete, ok := errors.AsType[*IncompleteError](err); {
			case c.want != "" && (!ok || incomplete.Error() != c.want):
				t.Errorf("%d documents, %v; want %q", documents, err, c.want)
			case c.want == "" && (err != nil || documents != c.documents):
				t.Errorf("%d documents, %v; want %d", documents, err, c.documents)
			}
		})
	}
}

// concluded is how many documents are reported.
func concluded(t *testing.T, w *workspace, folder string, judged func(*testing.T, string)) (int, error) {
	t.Helper()
	results, err := w.evaluate(t.Context(), nil)
	if err != nil {
		return 0, &IncompleteError{err}
	}
	if judged != nil {
		judged(t, folder)
	}
	run, err := w.conclude(t.Context(), results)
	if err != nil {
		return 0, err
	}
	return len(run.Documents), nil
}

func gone(file string) func(*testing.T, string) {
	return func(t *testing.T, folder string) {
		t.Helper()
		if err := os.RemoveAll(filepath.Join(folder, filepath.FromSlash(file))); err != nil {
			t.Fatal(err)
		}
	}
}

func wrote(file, content string) func(*testing.T, string) {
	return func(t *testing.T, folder string) {
		t.Helper()
		full := filepath.Join(folder, filepath.FromSlash(file))
		if err := os.MkdirAll(filepath.Dir(full), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func replaced(file string) func(*testing.T, string) {
	return func(t *testing.T, folder string) {
		t.Helper()
		gone(file)(t, folder)
		if err := os.Mkdir(filepath.Join(folder, filepath.FromSlash(file)), 0o750); err != nil {
			t.Fatal(err)
		}
	}
}
