package syntax

import "testing"

// checkTree fails the test if a tree breaks a promise of this package.
func checkTree(t *testing.T, tree *Tree) {
	t.Helper()
	for _, value := range tree.Values {
		checkNode(t, value, 1, map[*Node]bool{})
	}
	for _, p := range tree.Problems {
		if p.Rule == "" || p.Message == "" || p.Text == nil {
			t.Errorf("problem without rule, message or text: %+v", p)
		}
		if p.Span.Start.Line < 1 || p.Span.Start.Column < 1 || p.Span.End.Before(p.Span.Start) {
			t.Errorf("problem %q has the span %v", p.Message, p.Span)
		}
	}
}

// checkNode visits a shared node once, as a tree of aliases may be large.
func checkNode(t *testing.T, n *Node, depth int, seen map[*Node]bool) {
	t.Helper()
	if seen[n] {
		return
	}
	seen[n] = true
	if depth > DefaultLimits().Depth {
		t.Fatalf("the tree is more than %d levels deep", DefaultLimits().Depth)
	}
	if start, end := n.Offsets(); start < 0 || end < start || end > len(n.Text().Bytes) {
		t.Fatalf("%s %q lies at [%d, %d) of %d bytes", n.Kind, n.Scalar, start, end, len(n.Text().Bytes))
	}
	if n.Kind == Number {
		if number, ok := parseNumber(n.Scalar); !ok || number != n.Scalar {
			t.Errorf("the number %q is not one by JSON", n.Scalar)
		}
	}
	for _, item := range n.Items {
		checkNode(t, item, depth+1, seen)
	}
	keys := map[string]bool{}
	for _, f := range n.Fields {
		if keys[f.Key.Scalar] {
			t.Errorf("the key %q occurs twice", f.Key.Scalar)
		}
		keys[f.Key.Scalar] = true
		checkNode(t, f.Key, depth+1, seen)
		checkNode(t, f.Value, depth+1, seen)
	}
}
