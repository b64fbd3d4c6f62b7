package policy

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
	"github.com/open-policy-agent/opa/v1/util"

	"github.com/aimslint/aimslint/pkg/library"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// WorkerArgument is the only argument of a process that evaluates policies of
// users for another one. Such a process calls [Work] and nothing else.
const WorkerArgument = "policy-worker"

// What a worker is told first, what it is asked then, and what it answers. Each
// is one line of JSON.
type (
	setup struct {
		Modules    []moduleText              `json:"modules"`
		Parameters map[string]map[string]any `json:"parameters"`
		Seconds    float64                   `json:"seconds"` // for one question; 0 is no bound
		Memory     int64                     `json:"memory"`  // in bytes
	}
	moduleText struct {
		File string `json:"file"`
		Text string `json:"text"`
	}
	question struct {
		Rules []string        `json:"rules"` // ids
		AsOf  string          `json:"as_of"`
		Input json.RawMessage `json:"input"`
	}
	answer struct {
		// Ready is said once, after the setup.
		Ready bool `json:"ready,omitempty"`
		// Problems are why the modules cannot be used.
		Problems []library.Problem `json:"problems,omitempty"`
		// Rule is the rule that is evaluated now, or that Error is about.
		Rule  string `json:"rule,omitempty"`
		Error string `json:"error,omitempty"`
		// Done ends the answer to a question.
		Done       bool            `json:"done,omitempty"`
		Violations []sentViolation `json:"violations,omitempty"`
	}
	sentViolation struct {
		sentPlace

		Rule    string      `json:"rule,omitempty"`
		Related []sentPlace `json:"related,omitempty"`
	}
	sentPlace struct {
		Document int    `json:"document"`
		Path     []any  `json:"path"` // keys and indexes
		Message  string `json:"message"`
	}
)

// worker evaluates policies of users.
type worker struct {
	out        *json.Encoder
	compiler   *ast.Compiler
	parameters map[string]map[string]any
	limit      time.Duration
	queries    map[string]*query // by id of the rule
	facts      *facts
	asOf       string
}

// Work answers questions until there are no more; see [Options.Users]. It
// bounds its own memory and ends itself when what asks is gone, even while it
// evaluates.
func Work(in io.Reader, out io.Writer) error {
	lines := make(chan []byte)
	go func() {
		r := bufio.NewReaderSize(in, 1<<16)
		for {
			line, err := r.ReadBytes('\n')
			if err != nil {
				os.Exit(0) // nobody is there to hear an answer
			}
			lines <- line
		}
	}()
	var s setup
	if err := util.UnmarshalJSON(<-lines, &s); err != nil {
		return err
	}
	w := &worker{out: json.NewEncoder(out), queries: map[string]*query{}, parameters: s.Parameters, limit: time.Duration(s.Seconds * float64(time.Second))}
	w.out.SetEscapeHTML(false)
	confine(s.Memory)
	forbidFiles()
	if problems := w.compile(s.Modules); len(problems) > 0 {
		return w.out.Encode(answer{Problems: problems})
	}
	if err := w.out.Encode(answer{Ready: true}); err != nil {
		return err
	}
	for line := range lines {
		var q question
		err := util.UnmarshalJSON(line, &q)
		if err == nil {
			err = w.answer(q)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// confine makes the collector work harder before the limit is reached, and
// asks the system for no more than it.
func confine(memory int64) {
	debug.SetMaxStack(64 << 20)
	if memory > 0 {
		debug.SetMemoryLimit(memory - memory/8)
		limitAddresses(memory)
	}
}

func (w *worker) compile(texts []moduleText) []library.Problem {
	modules := make([]library.Module, 0, len(texts))
	for _, t := range texts {
		m, err := library.Parse(library.File{Name: t.File, Content: []byte(t.Text)})
		if err != nil {
			return library.Problems(err)
		}
		modules = append(modules, *m)
	}
	all, err := library.Closure(modules)
	if err != nil {
		return library.Problems(err)
	}
	w.compiler = ast.NewCompiler().WithCapabilities(library.Capabilities())
	if w.compiler.Compile(all); w.compiler.Failed() {
		return library.Problems(w.compiler.Errors)
	}
	return library.Undefined(w.compiler, modules, func(id string) ([]string, bool) {
		values, ok := w.parameters[id]
		return slices.AppendSeq([]string{}, maps.Keys(values)), ok
	})
}

// answer evaluates one rule after the other, so that whoever ends this process
// knows which of them it was.
func (w *worker) answer(q question) error {
	var input any
	if err := util.UnmarshalJSON(q.Input, &input); err != nil {
		return err
	}
	value, err := ast.InterfaceToValue(input)
	if err != nil {
		return err
	}
	if err := w.setDay(q.AsOf); err != nil {
		return err
	}
	cancel := topdown.NewCancel()
	if w.limit > 0 {
		defer time.AfterFunc(w.limit, cancel.Cancel).Stop()
	}
	done := answer{Done: true}
	for _, id := range q.Rules {
		if err := w.out.Encode(answer{Rule: id}); err != nil {
			return err
		}
		found, err := w.evaluate(id, ast.NewTerm(value), cancel)
		if err != nil {
			return w.out.Encode(answer{Done: true, Rule: id, Error: err.Error()})
		}
		for _, v := range found {
			done.Violations = append(done.Violations, sent(v))
		}
	}
	return w.out.Encode(done)
}

func (w *worker) setDay(day string) error {
	if w.facts != nil && w.asOf == day {
		return nil
	}
	root, err := ast.InterfaceToValue(map[string]any{"as_of": day, "config": w.parameters})
	if err != nil {
		return err
	}
	w.facts, w.asOf = &facts{root: root.(ast.Object)}, day //nolint:forcetypeassert // a map becomes an object
	return nil
}

func (w *worker) evaluate(id string, input *ast.Term, cancel topdown.Cancel) ([]Violation, error) {
	q, err := w.query(id)
	if err != nil {
		return nil, err
	}
	found, _, err := q.run(context.Background(), w.facts, input, cancel)
	if topdown.IsCancel(err) {
		return nil, errTooLong
	}
	if err != nil {
		return nil, err
	}
	read := ownDocument
	if r := q.rules[snake(nameOf(id))]; r.Category() == repository {
		read = anyDocument
	}
	return q.violations(found, read)
}

// errTooLong stands for an evaluation that was cancelled; the one who asked
// says how long it took.
var errTooLong = errors.New("too long")

// anyDocument reads a handle, which the one who asked checks.
func anyDocument(v ast.Value) (int, error) {
	number, _ := v.(ast.Number)
	handle, ok := number.Int()
	if !ok {
		return 0, errors.New("it names no document of a record")
	}
	return handle, nil
}

// query asks for one rule alone.
func (w *worker) query(id string) (*query, error) {
	if q := w.queries[id]; q != nil {
		return q, nil
	}
	r := &rule.Rule{ID: id}
	report := ast.MustParseRef(fmt.Sprintf("data.aimslint.rules.%s.%s.report", snake(r.Category()), snake(r.Name())))
	if len(w.compiler.GetRulesExact(report)) == 0 {
		return nil, errors.New("the policy states no report")
	}
	q := &query{rules: map[string]*rule.Rule{snake(r.Name()): r}, compiler: w.compiler}
	return q, q.ask(id, fmt.Sprintf("%s = [[%q, violation] | data.aimslint.rules.%s.%s.report[violation]]",
		violationsVar, snake(r.Name()), snake(r.Category()), snake(r.Name())))
}

func nameOf(id string) string { return (&rule.Rule{ID: id}).Name() }

func sent(v Violation) sentViolation {
	s := sentViolation{sentPlace: sentPlace{v.Document, steppedPath(v.Path), v.Message}, Rule: v.Rule.ID}
	for _, r := range v.Related {
		s.Related = append(s.Related, sentPlace{r.Document, steppedPath(r.Path), r.Message})
	}
	return s
}

func steppedPath(p syntax.Path) []any {
	steps := make([]any, len(p))
	for i, step := range p {
		if step.IsKey() {
			steps[i] = step.Key
		} else {
			steps[i] = step.Index
		}
	}
	return steps
}

// received is a place that a worker has sent. handles are those of the records
// that it was given; nil for a rule over one document.
func (s sentPlace) received(handles map[int]bool) (Related, error) {
	path := make(syntax.Path, len(s.Path))
	for i, step := range s.Path {
		switch step := step.(type) {
		case string:
			path[i] = syntax.Key(step)
		case float64:
			if step < 0 || step > math.MaxInt32 || step != math.Trunc(step) {
				return Related{}, fmt.Errorf("%v in the path is no index", step)
			}
			path[i] = syntax.Index(int(step))
		default:
			return Related{}, fmt.Errorf("%v in the path is neither a key nor an index", step)
		}
	}
	if handles != nil && !handles[s.Document] {
		return Related{}, errors.New("the document is none of the records'")
	}
	return Related{s.Document, path, s.Message}, nil
}

func (s sentViolation) received(rules []*rule.Rule, handles map[int]bool) (Violation, error) {
	i := slices.IndexFunc(rules, func(r *rule.Rule) bool { return r.ID == s.Rule })
	if i < 0 {
		return Violation{}, errors.New("it comes from a rule that was not asked")
	}
	place, err := s.sentPlace.received(handles)
	if err != nil {
		return Violation{}, err
	}
	v := Violation{Rule: rules[i], Document: place.Document, Path: place.Path, Message: place.Message}
	for _, other := range s.Related {
		related, err := other.received(handles)
		if err != nil {
			return Violation{}, fmt.Errorf("related: %w", err)
		}
		v.Related = append(v.Related, related)
	}
	return v, nil
}

// said keeps the beginning of what a process says on standard error.
type said struct {
	sync.Mutex

	text []byte
}

func (t *said) Write(p []byte) (int, error) {
	t.Lock()
	defer t.Unlock()
	const most = 256 << 10
	t.text = append(t.text, p[:min(len(p), most-min(most, len(t.text)))]...)
	return len(p), nil
}

func (t *said) String() string {
	t.Lock()
	defer t.Unlock()
	return strings.TrimSpace(string(t.text))
}

// crash is why the runtime has ended the process, "" if it has not.
func (t *said) crash() string {
	text := t.String()
	for line := range strings.Lines(text) {
		reason, isCrash := strings.CutPrefix(line, "fatal error: ")
		if reason = strings.TrimSpace(reason); isCrash && strings.Contains(text, "memory") {
			return tooMuchMemory
		} else if isCrash {
			return reason
		}
	}
	return ""
}
