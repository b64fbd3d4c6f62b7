package scan

import (
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"unsafe"
	"weak"

	"github.com/aimslint/aimslint/pkg/syntax"
)

// What a file came to lives until the end of the run, and nothing of its text and
// trees does, whatever the findings in it name.
func TestResultsHoldNoTexts(t *testing.T) {
	folder := t.TempDir()
	card := `{"kind": "model-card", "metadata": {"id": "a-model", "title": "A model whose title is longer than what allocations share"},
		"unknown": 1, "model": {"version": 1}, "limitations": [` + strings.Repeat(`"text", `, 1000) + `"last"]}`
	if err := os.WriteFile(filepath.Join(folder, "model-card.json"), []byte(card), 0o600); err != nil {
		t.Fatal(err)
	}
	w, err := open(t.Context(), Request{Directory: folder, Root: folder, AsOf: "2026-11-22"})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.compile(t.Context()); err != nil {
		t.Fatal(err)
	}
	evaluatedAlone(t, w) // the first document of a kind names what is loaded for it
	r, held := evaluatedAlone(t, w)
	if len(r.documents) != 1 || len(r.documents[0].own) == 0 || len(r.documents[0].judged) == 0 || r.documents[0].record.Value == nil {
		t.Fatalf("the card came to %+v", r)
	}
	for range 4 {
		runtime.GC() // pools are emptied by the second
	}
	for what, isHeld := range held {
		if isHeld() {
			t.Errorf("the %s is held", what)
		}
	}
	runtime.KeepAlive(r)
}

// evaluatedAlone is what the only file came to, and what tells whether its content and
// its tree are still in memory.
func evaluatedAlone(t *testing.T, w *workspace) (result, map[string]func() bool) {
	t.Helper()
	l, err := w.load(w.files[0])
	if err != nil {
		t.Fatal(err)
	}
	read := w.parse(w.files[0], l)
	content := weak.Make(&l.content[0])
	root := read.Documents[0].Root
	title := root.Lookup(syntax.Keys("metadata", "title")).Scalar
	tree, scalar := weak.Make(root), weak.Make(unsafe.StringData(title)) //nolint:gosec // it is not written to
	r, err := w.evaluateReading(t.Context(), w.files[0], read)
	if err != nil {
		t.Fatal(err)
	}
	return r, map[string]func() bool{
		"content": func() bool { return content.Value() != nil },
		"tree":    func() bool { return tree.Value() != nil },
		"scalar":  func() bool { return scalar.Value() != nil },
	}
}

func TestTexts(t *testing.T) {
	var all texts
	first := all.one(strings.Clone("recurs"))
	for i := range 5 * mostTexts {
		all.one(strconv.Itoa(i))
		again := all.one(strings.Clone("recurs"))
		if unsafe.StringData(again) != unsafe.StringData(first) { //nolint:gosec // they are only compared
			t.Fatalf("after %d others, a text that recurs is there twice", i)
		}
	}
	if n := len(all.recent) + len(all.older); n > 2*mostTexts {
		t.Errorf("%d texts are remembered", n)
	}
}
