package scan

import (
	"bytes"
	"context"
	"path/filepath"
	"testing"

	"github.com/fxamacker/cbor/v2"
	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/util"
)

// A value of a record is recalled as it was kept.
func FuzzKeptValue(f *testing.F) {
	for _, seed := range []string{`null`, `[1, -2.50, 1e400, "x", {"a": [true, {}]}]`, `"\ud800"`, `{"": "", "a\u0000": 00}`, `123456789012345678901234567890.10`, `-0`, `[[]]`} {
		f.Add(seed, true)
	}
	f.Fuzz(func(t *testing.T, text string, set bool) {
		var plain any
		if util.UnmarshalJSON([]byte(text), &plain) != nil {
			t.Skip("no JSON")
		}
		value, err := ast.InterfaceToValue(plain)
		if err != nil {
			t.Skip("no value")
		}
		if list, ok := value.(*ast.Array); ok && set {
			var items []*ast.Term
			list.Foreach(func(item *ast.Term) { items = append(items, item) })
			value = ast.NewSet(items...)
		}
		kept, err := keptValue(value)
		if err != nil {
			t.Fatal(err)
		}
		content, err := cbor.Marshal(kept)
		if err != nil {
			t.Fatal(err)
		}
		var recalled any
		if err := decoding.Unmarshal(content, &recalled); err != nil {
			t.Skipf("it cannot be recalled, and is judged again: %v", err)
		}
		back, err := valueOf(recalled)
		if err != nil {
			t.Fatal(err)
		}
		if value.Compare(back) != 0 || value.String() != back.String() {
			t.Errorf("%v became %v", value, back)
		}
	})
}

// What an entry holds is a result, or no use; and a result that is kept again is the
// same entry.
func FuzzKeptResult(f *testing.F) {
	folder, err := filepath.Abs("../../testdata/saas-broken")
	if err != nil {
		f.Fatal(err)
	}
	w, err := open(context.Background(), Request{Directory: folder, Root: folder, AsOf: "2031-01-01", Assess: true})
	if err != nil {
		f.Fatal(err)
	}
	if err := w.compile(context.Background()); err != nil {
		f.Fatal(err)
	}
	results, err := w.evaluate(context.Background(), nil)
	if err != nil {
		f.Fatal(err)
	}
	for _, r := range results {
		if kept, err := keptOf(r, []keptState{{"a", "absent"}}); err == nil {
			content, err := cbor.Marshal(kept)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(content)
		}
	}
	f.Add([]byte{0x86, 0x80, 0x81, 0xf6, 0x80, 0x80, 0x80, 0xf4})
	f.Fuzz(func(t *testing.T, content []byte) {
		var kept keptResult
		if decoding.Unmarshal(content, &kept) != nil {
			return
		}
		r, err := kept.result(w.book)
		if err != nil {
			return
		}
		for i := range r.findings {
			if r.findings[i].Rule == nil {
				t.Error("a finding of no rule")
			}
		}
		again, err := keptOf(r, kept.Named)
		if err != nil {
			return // as a statement, which is read anew each time
		}
		first, err := cbor.Marshal(again)
		if err != nil {
			t.Fatal(err)
		}
		var twice keptResult
		if err := decoding.Unmarshal(first, &twice); err != nil {
			t.Skipf("judged again: %v", err)
		}
		back, err := twice.result(w.book)
		if err != nil {
			t.Fatal(err)
		}
		last, err := keptOf(back, kept.Named)
		if err != nil {
			t.Fatal(err)
		}
		if second, err := cbor.Marshal(last); err != nil || !bytes.Equal(first, second) && len(r.documents) == 0 { // records are maps, in any order
			t.Errorf("kept again it is another: %v", err)
		}
	})
}
