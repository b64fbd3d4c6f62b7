package merge

import (
	"testing"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// Whatever two documents say, every value of the merged one stands in one of them,
// and a contradiction is a path into it.
func FuzzMerge(f *testing.F) {
	for _, seed := range [][2]string{
		{"metadata: {id: a, owner: TBD}\nmodel: {licence: MIT}\ndatasets: [{id: x, role: training}]", "metadata: {id: b, owner: me}\nmodel: x\ndatasets: [{id: x}, {id: y}, z, [1]]"},
		{"a: [1, {b: [c]}]", "a: {0: 1}"}, {"metrics: [{name: auc, value: 1}, {name: auc, value: 2}]", "metrics: [{name: AUC, value: 3}]"}, {"a: ~", "a: &x {b: *x}"}, {"a: [[[]]]", "a: [[], [[1]]]"}, {"evaluation: [{metric: m, value: 0.10, slice: s}]", "evaluation: [{metric: m, value: .1}, {metric: m}]"},
	} {
		f.Add(seed[0], seed[1], true, false)
		f.Add(seed[1], seed[0], false, true)
	}
	f.Fuzz(func(t *testing.T, first, second string, described, fills bool) {
		members, texts := make([]Member, 0, 2), make([]*syntax.Text, 0, 2)
		for i, content := range []string{first, second} {
			text := syntax.NewText([]string{"s.yaml", "README.md"}[i], []byte(content))
			tree := syntax.Parse(text, syntax.YAML, syntax.DefaultLimits())
			if len(tree.Problems) > 0 || len(tree.Values) != 1 || tree.Values[0].Kind != syntax.Map {
				t.Skip("no document")
			}
			texts = append(texts, text)
			members = append(members, Member{Document: &document.Document{Kind: document.ModelCard, Format: "native", File: text.File, Root: tree.Values[0]}, Fills: fills && i == 1})
		}
		merged, contradictions := Merge(members, described)
		var walk func(n *syntax.Node)
		walk = func(n *syntax.Node) {
			if n == nil || n.Text() != texts[0] && n.Text() != texts[1] {
				t.Fatalf("%+v stands in neither", n)
			}
			if start, end := n.Offsets(); start < 0 || end < start || end > len(n.Text().Bytes) {
				t.Errorf("[%d, %d) of %d bytes", start, end, len(n.Text().Bytes))
			}
			keys := map[string]bool{}
			for _, field := range n.Fields {
				if keys[field.Key.Scalar] {
					t.Errorf("the key %q twice", field.Key.Scalar)
				}
				keys[field.Key.Scalar] = true
				walk(field.Value)
			}
			for _, item := range n.Items {
				walk(item)
			}
		}
		walk(merged.Root)
		for _, c := range contradictions {
			if merged.Root.Lookup(c.Path) == nil || c.Other == nil {
				t.Errorf("a contradiction at %s, which is nowhere", c.Path)
			}
		}
	})
}
