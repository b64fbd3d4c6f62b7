package syntax

import (
	"io/fs"
	"os"
	"strings"
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
		for _, value := range tree.Values {
			checkSources(t, language, value)
		}
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

// checkSources reads the text under each scalar and key again, and expects the
// same value: so the spans are exact. Block scalars are left out, since they
// mean something else without the indentation around them.
func checkSources(t *testing.T, language Language, n *Node) {
	t.Helper()
	for _, item := range n.Items {
		checkSources(t, language, item)
	}
	for _, f := range n.Fields {
		checkSources(t, language, f.Key)
		checkSources(t, language, f.Value)
	}
	source := n.Source()
	if language == CSV || !n.IsScalar() || source == "" || strings.ContainsAny(source[:1], "|>") {
		return
	}
	again := parseString(language, source)
	if len(again.Values) != 1 || again.Values[0].Scalar != n.Scalar || again.Values[0].Source() != source {
		t.Errorf("%s at %s is %q, but the text under it is %q", n.Text().File, n.Span().Start, n.Scalar, source)
	}
}
