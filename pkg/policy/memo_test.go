package policy

import (
	"math/rand/v2"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// TestMemo holds the memo against the cache of the evaluator, whose place it
// takes, through many steps chosen by lot.
func TestMemo(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // a test that repeats itself
	var pool memos
	for range 50 {
		ours, theirs := pool.get(), topdown.NewVirtualCache()
		depth := 0
		for range 300 {
			switch key := someKey(random); random.IntN(12) {
			case 0:
				ours.Push()
				theirs.Push()
				depth++
			case 1:
				if depth > 0 {
					ours.Pop()
					theirs.Pop()
					depth--
				}
			case 2, 3, 4:
				var value *ast.Term
				if known, undefined := theirs.Get(key); known == nil && !undefined && random.IntN(4) > 0 {
					value = ast.NumberTerm("7")
				}
				ours.Put(key, value)
				theirs.Put(key, value)
			default:
				value, undefined := ours.Get(key)
				wanted, unknown := theirs.Get(key)
				if undefined != unknown || !value.Equal(wanted) {
					t.Fatalf("%v is %v (undefined: %t) instead of %v (undefined: %t)", key, value, undefined, wanted, unknown)
				}
			}
		}
		for ; depth > 0; depth-- {
			ours.Pop()
		}
		pool.put(ours)
	}
}

// someKey is a call or a rule. Equal keys are rarely the same terms.
func someKey(random *rand.Rand) ast.Ref {
	key := ast.MustParseRef([]string{"data.a.f", "data.a.g", "data.b.f"}[random.IntN(3)])
	arguments := []string{`"x"`, `""`, "1", "2.5", `["x"]`, `{"k": ["x", null]}`, "{1, 2}", "null", "true"}
	if random.IntN(3) == 0 {
		return key
	}
	call := make(ast.Ref, 2+random.IntN(2))
	call[0] = ast.NewTerm(key)
	for i := 1; i < len(call); i++ {
		call[i] = ast.MustParseTerm(arguments[random.IntN(len(arguments))])
	}
	return call
}

// TestMemoKeepsNothing checks that what one document gave is gone for the next.
func TestMemoKeepsNothing(t *testing.T) {
	m := newMemo()
	key := ast.MustParseRef("data.a.f")
	m.Put(key, ast.NumberTerm("1"))
	var pool memos
	pool.put(m)
	if value, undefined := m.Get(key); value != nil || undefined || len(m.Keys()) > 0 {
		t.Errorf("still there: %v", value)
	}
}
