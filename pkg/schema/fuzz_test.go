package schema

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// What is written as a document says what it was given, wherever it stands and
// whatever a remark adds: texts come out of spreadsheets.
func FuzzWritten(f *testing.F) {
	for _, seed := range [][3]string{
		{"TBD", "x-a", "say # so"}, {"a: b", "x-b: c", "\n- c"}, {"a\nb", "x-\n", ""}, {"2026-12-01", "x", "\x00\x1b"}, {"x # abcdef", "y", "z"}, {"{a: [1,2]}", "? a", "\u2028"},
		{"'\"", "'", "\u0085x"}, {"\t", " ", "\ufeff"}, {"*a", "&a", "%"}, {"null", "true", "1e3"}, {"---", "...", "---"}, {"\r\n", "<<", "\r"}, {"[a, b, cc]", "-", "#"}, {"\x7f\u009b", "😀", "\ufffe"},
	} {
		f.Add(seed[0], seed[1], seed[2])
	}
	f.Fuzz(func(t *testing.T, text, key, remark string) {
		if !utf8.ValidString(text) || !utf8.ValidString(key) || key == "" || len(text) > 1<<12 {
			t.Skip("neither spreadsheets nor documents give such a text")
		}
		node := func(kind syntax.Kind) *syntax.Node { return syntax.NewNode(kind, syntax.NewText("", nil), 0, 0) }
		said := func() *syntax.Node { return node(syntax.String).DeriveString(text) }
		root, metadata, approved, row, list := node(syntax.Map), node(syntax.Map), node(syntax.Map), node(syntax.Map), node(syntax.List)
		root.Set("kind", nil, node(syntax.String).DeriveString(document.StatementOfApplicability))
		approved.Set("on", nil, said())
		metadata.Set("title", nil, said())
		metadata.Set("next_review", nil, said())
		metadata.Set("approved", nil, approved)
		metadata.Set("x-"+key, nil, said())
		row.Set("id", nil, said())
		row.Set("justification", nil, said())
		row.Set("x-"+key, nil, said())
		list.Items = []*syntax.Node{row, row}
		root.Set("metadata", nil, metadata)
		root.Set("controls", nil, list)
		remarks := map[*syntax.Node]string{metadata.Get("title"): remark, row.Get("justification"): remark, approved.Get("on"): remark}
		written := Written(document.StatementOfApplicability, root, remarks)
		tree := syntax.Parse(syntax.NewText("x.yaml", []byte(written)), syntax.YAML, syntax.DefaultLimits())
		if len(tree.Problems) > 0 || len(tree.Values) != 1 {
			t.Fatalf("%+v in\n%s", tree.Problems, written)
		}
		if document.HasContent(said()) { // what says nothing is not written
			same(t, root, tree.Values[0], written)
		}
		if !strings.HasPrefix(written, "# yaml-language-server: ") {
			t.Errorf("another first line: %s", written)
		}
	})
}

// same demands that a value was read as it was given.
func same(t *testing.T, given, read *syntax.Node, written string) {
	t.Helper()
	if read == nil || given.Kind != read.Kind || given.IsScalar() && given.Scalar != read.Scalar || len(given.Items) != len(read.Items) || len(given.Fields) != len(read.Fields) {
		t.Fatalf("%+v\nis read as %+v in\n%s", given, read, written)
	}
	for i, item := range given.Items {
		same(t, item, read.Items[i], written)
	}
	for _, f := range given.Fields {
		same(t, f.Value, read.Get(f.Key.Scalar), written)
	}
}
