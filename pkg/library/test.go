package library

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/tester"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// Outcomes of a test.
const (
	Passed  = "passed"
	Failed  = "failed"
	Broken  = "error" // it could not be evaluated to the end
	Skipped = "skipped"
)

// TestResult is what became of a test.
type TestResult struct {
	Package string `json:"package"`
	Name    string `json:"name"`
	File    string `json:"file"`
	Line    int    `json:"line"`
	Outcome string `json:"outcome"`
	// Detail says where and why it failed, if that is known.
	Detail string `json:"detail,omitempty"`
	// Printed is what the test and what it tries say with print, a line each time.
	Printed string `json:"printed,omitempty"`
}

// Coverage is which lines of a module no test reaches.
type Coverage struct {
	File    string `json:"file"`
	Reached int    `json:"reached"`
	Missed  []int  `json:"missed"` // lines, from 1
}

// TestOptions are choices about how tests run.
type TestOptions struct {
	// Run is a regular expression; tests whose package and name it does not
	// match are not run.
	Run string
	// Coverage asks for the lines that no test reaches.
	Coverage bool
	// Timeout bounds one test.
	Timeout time.Duration
	// Ended is told when a test has ended, if it is set.
	Ended func()

	traced bool
}

// Test runs the tests among modules, in the order of their files, as `opa test`
// does: a rule whose name begins with test_ passes if it is true, and one that
// begins with todo_test_ is skipped. The error is an [*Error] for modules that do
// not compile.
func Test(ctx context.Context, modules []Module, o TestOptions) ([]TestResult, []Coverage, error) {
	if _, err := regexp.Compile(o.Run); err != nil {
		return nil, nil, fmt.Errorf("--run: %w", err)
	}
	var coverage *cover.Cover
	if o.Coverage {
		coverage = cover.New()
	}
	var results []TestResult
	compiler, err := runTests(ctx, modules, o, coverage, func(r *tester.Result) { results = append(results, testResult(r)) })
	if err != nil {
		return nil, nil, err
	}
	if err := explain(ctx, modules, o, results); err != nil {
		return nil, nil, err
	}
	slices.SortFunc(results, func(a, b TestResult) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), strings.Compare(a.Name, b.Name))
	})
	if coverage == nil {
		return results, nil, ctx.Err()
	}
	return results, coverageOf(coverage.Report(compiler.Modules), modules), ctx.Err()
}

// runTests runs tests; without coverage they leave traces.
func runTests(ctx context.Context, modules []Module, o TestOptions, coverage *cover.Cover, ended func(*tester.Result)) (*ast.Compiler, error) {
	all, err := Closure(modules)
	if err != nil {
		return nil, err
	}
	store := inmem.New()
	txn, err := store.NewTransaction(ctx)
	if err != nil {
		return nil, err
	}
	defer store.Abort(ctx, txn)
	compiler := ast.NewCompiler().WithCapabilities(Capabilities()).WithEnablePrintStatements(!o.traced)
	runner := tester.NewRunner().SetCompiler(compiler).SetStore(store).SetModules(all).SetTimeout(o.Timeout).
		SetDefaultRegoVersion(ast.RegoV1).Filter(o.Run).EnableTracing(o.traced).CapturePrintOutput(!o.traced)
	if coverage != nil {
		runner = runner.SetCoverageQueryTracer(coverage)
	}
	results, err := runner.RunTests(ctx, txn)
	if err != nil {
		return nil, refused(err, modules)
	}
	for result := range results {
		ended(result)
		if o.Ended != nil {
			o.Ended()
		}
	}
	return compiler, nil
}

// explain runs the tests that failed once more, to see what was not true.
func explain(ctx context.Context, modules []Module, o TestOptions, results []TestResult) error {
	failing := map[string]*TestResult{}
	var names []string
	for i := range results {
		if r := &results[i]; r.Outcome == Failed {
			failing[r.Package+"."+r.Name] = r
			names = append(names, regexp.QuoteMeta(r.Package+"."+r.Name))
		}
	}
	if len(names) == 0 {
		return nil
	}
	o.Run, o.traced = "^("+strings.Join(names, "|")+")$", true
	_, err := runTests(ctx, modules, o, nil, func(r *tester.Result) {
		if t := failing[r.Package+"."+r.Name]; t != nil {
			t.explain(r.Trace)
		}
	})
	return err
}

// explain finds in a trace the last expression of the test that was not true.
func (t *TestResult) explain(trace []*topdown.Event) {
	for _, event := range slices.Backward(trace) {
		if at := event.Location; event.Op == topdown.FailOp && at != nil && at.File == t.File && len(at.Text) > 0 {
			t.Line = at.Row
			t.Detail = strings.TrimSpace("not true: " + oneLine(string(at.Text)) + " " + t.Detail)
			return
		}
	}
}

// refused makes an [*Error] of what the compiler has against modules, and of their
// packages, if they should be others.
func refused(err error, modules []Module) error {
	if _, ok := errors.AsType[ast.Errors](err); !ok {
		return err
	}
	problems := Problems(err)
	for i := range modules {
		if fault := misplaced(&modules[i]); fault != "" {
			at := modules[i].Package.Location
			problems = append(problems, Problem{modules[i].File, at.Row, at.Col, fault})
		}
	}
	return failed(problems)
}

func testResult(r *tester.Result) TestResult {
	t := TestResult{Package: r.Package, Name: r.Name, Outcome: Passed, Printed: string(r.Output)}
	if r.Location != nil {
		t.File, t.Line = r.Location.File, r.Location.Row
	}
	switch {
	case r.Skip:
		t.Outcome = Skipped
	case r.Error != nil:
		t.Outcome, t.Detail = Broken, r.Error.Error()
	case !r.Pass():
		t.Outcome = Failed
		for name, sub := range r.SubResults.Iter {
			if sub.Fail {
				t.Detail = strings.TrimSpace(t.Detail + " (case " + strings.Join(name, ".") + ")")
			}
		}
	}
	return t
}

// coverageOf is the coverage of the modules that are no tests.
func coverageOf(report cover.Report, modules []Module) []Coverage {
	var found []Coverage
	for _, file := range slices.Sorted(maps.Keys(report.Files)) {
		i := slices.IndexFunc(modules, func(m Module) bool { return m.File == file })
		if i < 0 || modules[i].IsTest() {
			continue
		}
		c := Coverage{File: file, Reached: report.Files[file].CoveredLines, Missed: []int{}}
		for _, stretch := range report.Files[file].NotCovered {
			for line := stretch.Start.Row; line <= stretch.End.Row; line++ {
				c.Missed = append(c.Missed, line)
			}
		}
		c.Missed = slices.Compact(c.Missed)
		found = append(found, c)
	}
	return found
}
