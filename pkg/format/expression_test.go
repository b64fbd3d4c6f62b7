package format

import "testing"

// TestExpressions compiles all expressions, as a document that needs them would.
func TestExpressions(t *testing.T) {
	if len(expressions) < 100 {
		t.Fatalf("only %d expressions", len(expressions))
	}
	for _, e := range expressions {
		e()
	}
}
