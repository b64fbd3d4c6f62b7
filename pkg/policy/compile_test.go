package policy

import (
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/library"
)

// The embedded modules are compiled without the stages that only check. With
// and without them the outcome must be the same. If it is not, a rule relies on
// the compiler to put its expressions in order: the one that binds a variable
// has to stand before those that use it.
func TestChecksChangeNothing(t *testing.T) {
	e, err := New(t.Context(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	files := make([]string, 0, len(e.Rules()))
	for _, r := range e.Rules() {
		files = append(files, e.files(scope{category: r.Category(), kinds: strings.Join(document.Kinds(), ",")})...)
	}
	modules, err := e.modules(files)
	if err != nil {
		t.Fatal(err)
	}
	want, got := compiled(t, modules), compiled(t, modules, onlyChecks...)
	for file := range modules {
		if want, got := want[file].String(), got[file].String(); want != got {
			t.Errorf("%s\nwith checks\n%s\nwithout\n%s", file, want, got)
		}
	}
}

func compiled(t *testing.T, modules map[string]*ast.Module, skipped ...ast.StageID) map[string]*ast.Module {
	t.Helper()
	compiler := ast.NewCompiler().WithCapabilities(library.Capabilities()).WithSkipStages(skipped...)
	if compiler.Compile(modules); compiler.Failed() {
		t.Fatal(compiler.Errors)
	}
	return compiler.Modules
}
