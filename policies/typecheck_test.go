package policies_test

import (
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/library"
)

// TestTypes checks the rules and the record of each kind against the schema of
// the kind: a field that the schema does not have, or a value used as another
// type than the schema says, fails the build.
func TestTypes(t *testing.T) {
	all := modules(t, "lib", "records", "rules")
	for _, kind := range append(document.Kinds(), "document", "repository") {
		var judging []library.Module
		for _, m := range all {
			if judges(m, kind) {
				judging = append(judging, m.Module)
			}
		}
		for _, problem := range library.CheckTypes(kind, judging, nil) {
			t.Error(problem)
		}
	}
}

// judges reports whether the module is about documents of one kind.
func judges(m module, kind string) bool {
	snake := strings.ReplaceAll(kind, "-", "_")
	return !strings.HasSuffix(m.file, "_test.rego") &&
		(strings.HasPrefix(m.file, "rules/"+kind+"/") || m.file == "records/"+snake+".rego")
}
