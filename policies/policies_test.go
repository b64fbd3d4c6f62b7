package policies_test

import (
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/tester"

	"github.com/aimslint/aimslint/policies"
)

// TestRego runs the tests that are written in Rego, each as a subtest; with -v
// it also says which lines none of them reaches.
func TestRego(t *testing.T) {
	parsed := parsedModules(t)
	store := inmem.New()
	txn := storage.NewTransactionOrDie(t.Context(), store)
	defer store.Abort(t.Context(), txn)
	coverage := cover.New()
	results, err := tester.NewRunner().
		SetCompiler(ast.NewCompiler().WithStrict(true).WithRewriteTestRules(true)).
		SetStore(store).
		SetModules(parsed).
		SetCoverageQueryTracer(coverage).
		SetTimeout(10*time.Second).
		RunTests(t.Context(), txn)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for result := range results {
		n++
		t.Run(strings.TrimPrefix(result.Package, "data.aimslint.")+"."+result.Name, func(t *testing.T) {
			if !result.Pass() {
				t.Errorf("%s: %s", result.Location, result)
			}
		})
	}
	if n == 0 {
		t.Error("no test was run")
	}
	reportCoverage(t, coverage.Report(parsed))
}

// leastCoverage is the share of the lines of the policies, without their tests,
// that the tests must reach, in per cent.
const leastCoverage = 95

func reportCoverage(t *testing.T, report cover.Report) {
	t.Helper()
	reached, missed := 0, 0
	for _, file := range slices.Sorted(maps.Keys(report.Files)) {
		covered := report.Files[file]
		if strings.HasSuffix(file, "_test.rego") {
			continue
		}
		reached += covered.CoveredLines
		missed += covered.NotCoveredLines
		lines := make([]int, 0, len(covered.NotCovered))
		for _, stretch := range covered.NotCovered {
			lines = append(lines, stretch.Start.Row)
		}
		if len(lines) > 0 {
			t.Logf("%s: no test reaches lines %v", file, slices.Compact(lines))
		}
	}
	share := 100 * float64(reached) / float64(max(reached+missed, 1))
	t.Logf("%.1f %% of %d lines of Rego are covered", share, reached+missed)
	if share < leastCoverage {
		t.Errorf("%.1f %% of the lines are covered, want %d", share, leastCoverage)
	}
}

func parsedModules(t *testing.T) map[string]*ast.Module {
	t.Helper()
	parsed := map[string]*ast.Module{}
	for _, m := range modules(t, "lib", "records", "rules") {
		parsed[m.file] = m.Module.Module
	}
	return parsed
}

// TestStrict compiles all modules with every check that the compiler has. The
// engine relies on it, since it leaves the checks out to start faster.
func TestStrict(t *testing.T) {
	compiler := ast.NewCompiler().WithStrict(true)
	if compiler.Compile(parsedModules(t)); compiler.Failed() {
		for _, err := range compiler.Errors {
			t.Error(err)
		}
	}
}

// TestImports holds rules to lib: what one rule takes from another would be
// lost when the other is disabled.
func TestImports(t *testing.T) {
	for _, m := range modules(t, "lib", "records", "rules") {
		if strings.HasSuffix(m.file, "_test.rego") {
			continue
		}
		ast.WalkRefs(m.Module.Module, func(ref ast.Ref) bool {
			if ref.HasPrefix(ast.MustParseRef("data.aimslint")) && !ref.Equal(m.Package.Path) && !ref.HasPrefix(ast.MustParseRef("data.aimslint.lib")) {
				t.Errorf("%s refers to %s; only lib is shared", m.file, ref)
			}
			return false
		})
	}
}

// TestFolders demands that each rule stands in a folder of its own with its
// tests and its examples, and nothing else.
func TestFolders(t *testing.T) {
	folders, err := fs.Glob(policies.Files, "rules/*/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range folders {
		entries, err := policies.Files.ReadDir(folder)
		if err != nil {
			t.Errorf("%s: %v", folder, err)
			continue
		}
		got := make([]string, 0, len(entries))
		for _, entry := range entries {
			got = append(got, entry.Name())
		}
		name := strings.ReplaceAll(path.Base(folder), "-", "_")
		want := []string{"examples.txtar", name + ".rego", name + "_test.rego"}
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s holds %q, want %q", folder, got, want)
		}
	}
}

// TestPackages demands that the packages of lib, records and tests follow the
// path of their file, as those of rules do.
func TestPackages(t *testing.T) {
	for _, m := range modules(t, "lib", "records", "rules") {
		file := strings.TrimSuffix(m.file, ".rego")
		want := strings.ReplaceAll(strings.ReplaceAll(file, "/", "."), "-", "_")
		if strings.HasPrefix(m.file, "rules/") {
			want = strings.ReplaceAll(strings.ReplaceAll(path.Dir(m.file), "/", "."), "-", "_")
			if strings.HasSuffix(file, "_test") {
				want += "_test"
			}
		}
		if got := m.Package.Path.String(); got != "data.aimslint."+want {
			t.Errorf("%s: the package is %s, want data.aimslint.%s", m.file, got, want)
		}
	}
}
