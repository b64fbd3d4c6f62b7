package syntax

import (
	"io/fs"
	"os"
	"testing"
)

// TestCorpus reads every real file of the three languages. It fails on a panic
// and on a tree that breaks an invariant; -v lists the problems.
func TestCorpus(t *testing.T) {
	const root = "../../../shared/corpus"
	if _, err := os.Stat(root); err != nil {
		t.Skip("the corpus of real files is not here")
	}
	files, faulty := 0, 0
	corpus := os.DirFS(root)
	err := fs.WalkDir(corpus, ".", func(path string, entry fs.DirEntry, err error) error {
		language := LanguageOf(path)
		if err != nil || entry.IsDir() || language == "" || language == Markdown {
			return err
		}
		content, err := fs.ReadFile(corpus, path)
		if err != nil {
			return err
		}
		tree := Parse(NewText(path, content), language, DefaultLimits())
		checkTree(t, tree)
		files++
		if len(tree.Problems) > 0 {
			faulty++
		}
		for _, p := range tree.Problems {
			t.Logf("%s:%s %s: %s\n\t%s", path, p.Span.Start, p.Rule, p.Message, p.Text.Line(p.Span.Start.Line))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d of %d files have problems", faulty, files)
}
