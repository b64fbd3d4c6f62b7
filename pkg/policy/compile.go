package policy

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/metrics"
	"github.com/open-policy-agent/opa/v1/topdown"

	"github.com/aimslint/aimslint/pkg/library"
	"github.com/aimslint/aimslint/pkg/rule"
)

// query asks rules of a category at once. Its body binds two variables:
// violations, a list of [name of the rule, violation], and record.
type query struct {
	rules    map[string]*rule.Rule // by the last part of their package
	names    *ast.Array            // of all rules
	body     ast.Body
	self     ast.QueryCompiler
	compiler *ast.Compiler
	records  bool // whether the body binds record
	memos    memos
}

const (
	violationsVar = ast.Var("violations")
	recordVar     = ast.Var("record")
)

// compile makes the query of a scope; nil if it holds neither rules nor a
// record.
func (e *Engine) compile(s scope) (*query, error) {
	files := e.files(s)
	if len(files) == 0 {
		return nil, nil //nolint:nilnil // nothing to ask is no error
	}
	q := &query{rules: map[string]*rule.Rule{}, records: slices.Contains(e.kinds, s.category)}
	for _, r := range e.rules {
		if s.holds(r) {
			q.rules[snake(r.Name())] = r
		}
	}
	q.names = ast.NewArray()
	for _, name := range slices.Sorted(maps.Keys(q.rules)) {
		q.names = q.names.Append(ast.InternedTerm(name))
	}
	modules, err := e.modules(files)
	if err != nil {
		return nil, err
	}
	return q, q.compile(s.category, q.text(s.category), modules, e.source.checked)
}

// text is what is asked for a category.
func (q *query) text(category string) string {
	text := fmt.Sprintf("%s = [[name, violation] | name = data.%s[_]; data.aimslint.rules.%s[name].report[violation]]",
		violationsVar, askedFact, snake(category))
	if q.records {
		text += fmt.Sprintf("; %s = data.aimslint.records.%s.record", recordVar, snake(category))
	}
	return text
}

// files are the modules of a scope: its rules and the policy that makes
// records.
func (e *Engine) files(s scope) []string {
	var files []string
	for _, r := range e.rules {
		if s.holds(r) {
			files = append(files, path.Join("rules", r.ID, snake(r.Name())+".rego"))
		}
	}
	if slices.Contains(e.kinds, s.category) {
		files = append(files, path.Join("records", snake(s.category)+".rego"))
	}
	return files
}

func (q *query) compile(category, text string, modules map[string]*ast.Module, checked bool) error {
	q.compiler = ast.NewCompiler().WithCapabilities(library.Capabilities()).WithMetrics(metrics.NoOp())
	if checked {
		q.compiler = q.compiler.WithSkipStages(onlyChecks...)
	}
	if q.compiler.Compile(modules); q.compiler.Failed() {
		return fmt.Errorf("compiling the rules for %s: %w", category, q.compiler.Errors)
	}
	if checked {
		useNatives(q.compiler.Modules)
	}
	return q.ask(category, text)
}

// ask makes a text what the query asks of the compiled modules.
func (q *query) ask(category, text string) error {
	body, err := ast.ParseBodyWithOpts(text, ast.ParserOptions{RegoVersion: ast.RegoV1})
	if err != nil {
		return fmt.Errorf("asking the rules for %s: %w", category, err)
	}
	q.self = q.compiler.QueryCompiler()
	if q.body, err = q.self.Compile(body); err != nil {
		return fmt.Errorf("asking the rules for %s: %w", category, err)
	}
	return nil
}

// onlyChecks are the stages of the compiler that find faults or serve other
// uses, and leave the modules as they are. They take half of its time.
var onlyChecks = []ast.StageID{
	ast.StageCheckUnusedImports,
	ast.StageCheckKeywordOverrides,
	ast.StageCheckDuplicateImports,
	ast.StageCheckVoidCalls,
	ast.StageParseMetadataBlocks,
	ast.StageSetAnnotationSet,
	ast.StageRewriteRegoMetadataCalls,
	ast.StageCheckRuleConflicts,
	ast.StageCheckUndefinedFuncs,
	ast.StageCheckSafetyRuleHeads,
	ast.StageCheckSafetyRuleBodies,
	ast.StageRewriteTestRulesForTracing,
	ast.StageCheckRecursion,
	ast.StageCheckTypes,
	ast.StageCheckUnsafeBuiltins,
	ast.StageCheckDeprecatedBuiltins,
	ast.StageBuildRequiredCapabilities,
}

// modules parses files and, one after the other, the modules of lib that they
// import.
func (e *Engine) modules(files []string) (map[string]*ast.Module, error) {
	modules := make(map[string]*ast.Module, len(files))
	for len(files) > 0 {
		file := files[0]
		files = files[1:]
		if modules[file] != nil {
			continue
		}
		module, err := e.module(file)
		if err != nil {
			return nil, err
		}
		modules[file] = module
		files = append(files, imported(module)...)
	}
	return modules, nil
}

// imported are the files of lib that a module imports.
func imported(module *ast.Module) []string {
	var files []string
	for _, i := range module.Imports {
		name, found := strings.CutPrefix(i.Path.String(), "data.aimslint.lib.")
		if found {
			files = append(files, path.Join("lib", name+".rego"))
		}
	}
	return files
}

// module is a parsed file. Queries share it; the compiler works on copies.
func (e *Engine) module(file string) (*ast.Module, error) {
	parse, ok := e.parsed.Load(file)
	if !ok {
		parse, _ = e.parsed.LoadOrStore(file, sync.OnceValues(func() (*ast.Module, error) {
			return e.source.parse(file)
		}))
	}
	return parse.(func() (*ast.Module, error))() //nolint:forcetypeassert // only such functions are stored
}

func (s source) parse(file string) (*ast.Module, error) {
	text, err := fs.ReadFile(s.files, file)
	if err != nil {
		return nil, err
	}
	module, err := ast.ParseModuleWithOpts(file, string(text),
		ast.ParserOptions{RegoVersion: ast.RegoV1, Capabilities: library.Capabilities()})
	if err != nil {
		return nil, err
	}
	if strings.HasPrefix(file, "rules/") && !reports(module) {
		return nil, fmt.Errorf(`%s: a rule reports with "report contains ..."`, file)
	}
	return module, nil
}

// reports tells whether report is a set, which is never undefined, so that no
// rule is silent because it has gone missing.
func reports(module *ast.Module) bool {
	found := false
	for _, r := range module.Rules {
		if r.Head.Name.Equal(ast.Var("report")) || r.Head.Ref().HasPrefix(ast.Ref{ast.VarTerm("report")}) {
			if r.Head.RuleKind() != ast.MultiValue || len(r.Head.Ref()) > 1 {
				return false
			}
			found = true
		}
	}
	return found
}

// recordedKinds are the kinds for which there is a policy that makes records.
func recordedKinds(files fs.FS) ([]string, error) {
	entries, err := fs.ReadDir(files, "records")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var kinds []string
	for _, entry := range entries {
		name, isModule := strings.CutSuffix(entry.Name(), ".rego")
		if isModule && !strings.HasSuffix(name, "_test") {
			kinds = append(kinds, kebab(name))
		}
	}
	return kinds, nil
}

// run gives the violations and the record (nil without one) for an input.
func (q *query) run(ctx context.Context, data *facts, input *ast.Term, cancel topdown.Cancel) (violations, record ast.Value, err error) {
	memo := q.memos.get()
	defer q.memos.put(memo)
	answers, err := topdown.NewQuery(q.body).
		WithQueryCompiler(q.self).
		WithCompiler(q.compiler).
		WithStore(data).
		WithTransaction(reading{}).
		WithInput(input).
		WithCancel(cancel).
		WithMetrics(metrics.NoOp()).
		WithVirtualCache(memo).
		WithBuiltins(builtins).
		Run(ctx)
	if err != nil {
		return nil, nil, err
	}
	if len(answers) != 1 {
		return nil, nil, errors.New("the record is undefined")
	}
	if q.records {
		record = answers[0][recordVar].Value
	}
	return answers[0][violationsVar].Value, record, nil
}
