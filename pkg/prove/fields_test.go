package prove

import (
	"bytes"
	"flag"
	"fmt"
	"go/format"
	"os"
	"testing"

	"github.com/aimslint/aimslint/policies"
)

var update = flag.Bool("update", false, "write policies/fields_gen.go anew")

// TestFields compares the table of fields with what the rules report at in
// their failing examples; with -update it writes the table anew.
func TestFields(t *testing.T) {
	prover, err := New(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var table bytes.Buffer
	table.WriteString("// Code generated from the examples of the rules by go generate; DO NOT EDIT.\n\npackage policies\n\nvar fields = map[string][]string{\n")
	for i := range policies.Rules {
		r := &policies.Rules[i]
		examples, err := policies.Examples(r.ID)
		if err != nil {
			t.Fatal(err)
		}
		fields, err := prover.Fields(t.Context(), r, examples)
		if err != nil {
			t.Fatal(err)
		}
		if len(fields) > 0 {
			fmt.Fprintf(&table, "%q: %#v,\n", r.ID, fields)
		}
	}
	table.WriteString("}\n")
	want, err := format.Source(bytes.ReplaceAll(table.Bytes(), []byte(": []string{"), []byte(": {")))
	if err != nil {
		t.Fatal(err)
	}
	const file = "../../policies/fields_gen.go"
	if *update {
		if err := os.WriteFile(file, want, 0o644); err != nil { //nolint:gosec // source is for all to read
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("policies/fields_gen.go is not what the examples of the rules say: run go generate ./policies")
	}
}
