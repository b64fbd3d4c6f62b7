// Package policy evaluates the rules, written in Rego, over documents.
//
// The modules of one category of rules (a kind, "document", "repository") are
// compiled together, when they are first needed or ahead in the background,
// and asked with one query, since an array of queries costs more than twice as
// much. Documents enter as plain values, straight from their nodes: see [Input].
package policy

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/aimslint/aimslint/pkg/library"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/syntax"
	"github.com/aimslint/aimslint/policies"
)

// Categories of rules that judge more than one kind of document.
const (
	everyKind  = "document"
	repository = "repository"
)

// Options are choices about how an engine judges.
type Options struct {
	// Kinds are kinds of documents that will surely be evaluated. Their rules
	// are compiled in the background from the start; those of other kinds when
	// the first such document comes.
	Kinds []string
	// Disabled are the ids of rules that are not evaluated. Ids of rules that
	// are not written in Rego are left alone.
	Disabled []string
	// Parameters are the values of parameters by the id of their rule and
	// their name, where they differ from the defaults.
	Parameters map[string]map[string]any
	// AsOf is the day that counts as today, ISO 8601.
	AsOf string
	// Timeout bounds the evaluation of one document, and, for every ten thousand
	// documents begun, that of the rules over all of them; 0 is no bound.
	Timeout time.Duration
	// Jobs is how many rules over many documents may be asked at once; 0 for one a
	// processor.
	Jobs int
	// Users are policies of the users' own, nil for none. They are evaluated in
	// other processes, for which this program starts itself with
	// [WorkerArgument], and Memory is what each of those may take, in bytes;
	// 0 is [DefaultMemory].
	Users  *library.Library
	Memory int64
}

// Engine evaluates rules. It may be used by several goroutines.
type Engine struct {
	*core

	data  *facts
	known sync.Map // of *notebook by category
}

// core is what does not depend on the day: the rules as they are compiled.
type core struct {
	source  source
	rules   []*rule.Rule
	kinds   []string // those with records, if a rule in force reads records
	timeout time.Duration
	jobs    int
	users   *sandbox
	own     map[string]bool // kinds of the users' own
	queries sync.Map        // of func() (*query, error) by scope
	parsed  sync.Map        // of func() (*ast.Module, error) by file
	records compactor
	enough  int64 // documents of a kind before precedents are kept; 0 for none
}

// On is the engine on another day, ISO 8601. Both share what is compiled.
func (e *Engine) On(day string) *Engine { return &Engine{core: e.core, data: e.data.on(day)} }

// Close ends the processes that evaluate policies of users. The engine and those
// of other days that share it can be used no more.
func (e *Engine) Close() { e.users.close() }

// source is where rules come from.
type source struct {
	files fs.FS
	rules []rule.Rule
	// checked says that the modules have passed all checks of the compiler in
	// the tests, so that those which change nothing can be left out.
	checked bool
}

// New makes an engine for the embedded rules. An error tells what is wrong
// with the options.
func New(_ context.Context, options Options) (*Engine, error) {
	return newEngine(source{files: policies.Files, rules: policies.Rules, checked: true}, options) //nolint:contextcheck // what it starts outlives the call
}

func newEngine(from source, options Options) (*Engine, error) {
	e := &Engine{core: &core{source: from, timeout: options.Timeout, jobs: cmp.Or(options.Jobs, runtime.GOMAXPROCS(0))}}
	if from.checked {
		e.enough = enoughDocuments
	}
	var err error
	if e.data, err = newFacts(from.rules, options); err != nil {
		return nil, err
	}
	if e.users, err = newSandbox(options); err != nil {
		return nil, err
	}
	if e.kinds, err = recordedKinds(from.files); err != nil {
		return nil, err
	}
	e.own = map[string]bool{}
	for _, kind := range options.Users.KindNames() {
		e.own[kind] = true
	}
	for i := range from.rules {
		if r := &from.rules[i]; !slices.Contains(options.Disabled, r.ID) {
			e.rules = append(e.rules, r)
		}
	}
	judgesAll := func(r *rule.Rule) bool { return r.Category() == repository }
	if !slices.ContainsFunc(e.rules, judgesAll) && !e.users.holds(judgesAll) {
		e.kinds = nil // nobody would read the records
	}
	if len(options.Kinds) > 0 {
		e.prepare(scope{category: everyKind})
		for _, kind := range options.Kinds {
			e.prepare(scope{category: kind})
		}
	}
	return e, nil
}

// Rules are the rules in force, by id.
func (e *Engine) Rules() []*rule.Rule { return e.rules }

// Kinds are the kinds of document that rules over the repository know of.
func (e *Engine) Kinds() []string { return e.kinds }

// Violation is a rule's objection to a value of a document.
type Violation struct {
	Rule *rule.Rule
	// Document is the handle of the document's record. It means nothing for
	// a violation that Evaluate reports, which is by the document itself.
	Document int
	// Path leads to the value, or to where it should be.
	Path    syntax.Path
	Message string // plain sentence without a full stop
	// Related are other places that the violation is about.
	Related []Related
}

// Related is another place that a violation is about.
type Related struct {
	Document int // as in Violation
	Path     syntax.Path
	Message  string
}

// Record is what other documents may know of a document.
type Record struct {
	// Document is a handle that the caller chooses, not negative: violations
	// by rules over the repository name the document with it.
	Document int
	// File is the path of the document's file, which its record states as file.
	File string
	// Value is the record itself; nil if the kind has none, or if no rule in
	// force is over the repository.
	Value ast.Value
}

// Result is what the rules say about one document.
type Result struct {
	// Violations are by rule, path and message. Those of other documents may share
	// their paths and related places, which must not be changed.
	Violations []Violation
	Record     Record
}

// prepare compiles scopes in the background. An error shows when the scope is
// used.
func (e *Engine) prepare(scopes ...scope) {
	for _, s := range scopes {
		go func() { _, _ = e.query(s) }()
	}
}

// scope is what is compiled and asked together: the rules of a category, of
// those over the repository only the ones that judge some of its kinds.
type scope struct {
	category string
	kinds    string // of a repository: those that it holds, sorted, each before a comma
	rule     string // the only one that is asked, by id; "" for all
}

func over(records map[string][]Record) scope {
	s := scope{category: repository}
	for _, kind := range slices.Sorted(maps.Keys(records)) {
		if len(records[kind]) > 0 {
			s.kinds += kind + ","
		}
	}
	return s
}

// holds reports whether a rule is asked.
func (s scope) holds(r *rule.Rule) bool {
	if r.Category() != s.category || s.rule != "" && s.rule != r.ID {
		return false
	}
	return s.category != repository || slices.ContainsFunc(strings.Split(s.kinds, ","), r.Judges)
}

// query is the compiled query of a scope; the first call compiles it.
func (e *Engine) query(s scope) (*query, error) {
	compile, ok := e.queries.Load(s)
	if !ok {
		compile, _ = e.queries.LoadOrStore(s, sync.OnceValues(func() (*query, error) {
			return e.compile(s)
		}))
	}
	return compile.(func() (*query, error))() //nolint:forcetypeassert // only such functions are stored
}

// sortViolations makes the order of evaluation invisible.
func sortViolations(violations []Violation) {
	slices.SortFunc(violations, func(a, b Violation) int {
		if order := cmp.Or(cmp.Compare(a.Document, b.Document), strings.Compare(a.Rule.ID, b.Rule.ID)); order != 0 {
			return order // most often; what follows costs more
		}
		return cmp.Or(
			strings.Compare(a.Path.Pointer(), b.Path.Pointer()),
			strings.Compare(a.Message, b.Message),
			strings.Compare(fmt.Sprint(a.Related), fmt.Sprint(b.Related)),
		)
	})
}

func snake(kebab string) string { return strings.ReplaceAll(kebab, "-", "_") }
func kebab(snake string) string { return strings.ReplaceAll(snake, "_", "-") }
