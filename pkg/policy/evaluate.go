package policy

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// Evaluate asks the rules for the document's kind and those for every kind. An
// error names the document: the rules could not be evaluated, or not in time,
// or gave something that is no violation.
//
// A builtin that fails (a text that is no date, a number too large) makes the
// expression that calls it undefined, as usual in Rego, and not an error:
// documents are untrusted, and none may end the run. So a rule must ask whether
// a value can be read before it uses it; the tests of the rules see to that.
func (e *Engine) Evaluate(ctx context.Context, d *document.Document) (Result, error) {
	var result Result
	input := ast.NewTerm(Input(d))
	cancel, stop := e.limit(ctx)
	defer stop()
	for _, category := range [...]string{everyKind, d.Kind} {
		violations, record, err := e.judge(ctx, category, input, cancel)
		if err != nil {
			return Result{}, fmt.Errorf("%s: %w", name(d), err)
		}
		result.Violations = append(result.Violations, violations...)
		if category == d.Kind && record != nil {
			result.Record.Value, result.Record.File = e.records.value(record), d.File
		}
	}
	if e.own[d.Kind] {
		result.Record = e.Traced(d)
	}
	pick := func(r *rule.Rule) bool { return r.Category() == everyKind || r.Category() == d.Kind }
	if e.users.holds(pick) {
		violations, err := e.users.ask(ctx, name(d), e.data.day(), input.Value, nil, pick)
		if err != nil {
			return Result{}, err
		}
		result.Violations = append(result.Violations, violations...)
	}
	sortViolations(result.Violations)
	return result, nil
}

// Traced is the record of a document as it is: of the traces of AI use in a file,
// and of a kind of the users' own.
func (e *Engine) Traced(d *document.Document) Record {
	return Record{Value: e.records.value(Input(d)), File: d.File}
}

func name(d *document.Document) string {
	if id := d.ID(); id != "" {
		return fmt.Sprintf("%s (%s %s)", d.File, d.Kind, id)
	}
	return fmt.Sprintf("%s (%s)", d.File, d.Kind)
}

// EvaluateRepository asks the rules over all documents together. The records
// are by kind. Every violation names a document by its record's handle.
func (e *Engine) EvaluateRepository(ctx context.Context, records map[string][]Record) ([]Violation, error) {
	return e.askRepository(ctx, over(records), records)
}

// EvaluateRepositoryRule asks one of the rules over all documents alone.
func (e *Engine) EvaluateRepositoryRule(ctx context.Context, id string, records map[string][]Record) ([]Violation, error) {
	s := over(records)
	s.rule = id
	return e.askRepository(ctx, s, records)
}

func (e *Engine) askRepository(ctx context.Context, s scope, records map[string][]Record) ([]Violation, error) {
	input, known := e.repositoryInput(records)
	cancel, stop := e.limit(ctx)
	defer stop()
	violations, err := e.askAll(ctx, s, input, cancel, func(v ast.Value) (int, error) {
		number, _ := v.(ast.Number)
		handle, ok := number.Int()
		if !ok || !known[handle] {
			return 0, errors.New("the document is none of the records'")
		}
		return handle, nil
	})
	if err != nil {
		return nil, fmt.Errorf("repository: %w", err)
	}
	if e.users.holds(s.holds) {
		further, err := e.users.ask(ctx, "the repository as a whole", e.data.day(), input.Value, known, s.holds)
		if err != nil {
			return nil, err
		}
		violations = append(violations, further...)
	}
	sortViolations(violations)
	return violations, nil
}

// limit gives a switch that stops evaluations when the context ends or the
// time is up. The caller must call stop.
func (e *Engine) limit(ctx context.Context) (cancel topdown.Cancel, stop func()) {
	cancel = topdown.NewCancel()
	release := context.AfterFunc(ctx, cancel.Cancel)
	if e.timeout <= 0 {
		return cancel, func() { release() }
	}
	timer := time.AfterFunc(e.timeout, cancel.Cancel)
	return cancel, func() { release(); timer.Stop() }
}

// judge asks the rules of a category about a document, but for those that have
// seen its like.
func (e *Engine) judge(ctx context.Context, category string, input *ast.Term, cancel topdown.Cancel) ([]Violation, ast.Value, error) {
	q, err := e.query(scope{category: category})
	if q == nil || err != nil {
		return nil, nil, err
	}
	known := e.precedents(q, category)
	if known == nil {
		return e.ask(ctx, q, q.names, input, cancel, ownDocument)
	}
	c := known.consult(input)
	if len(c.ask) == 0 && !q.records {
		return c.violations, nil, nil
	}
	said, record, err := e.ask(ctx, q, known.names(c.ask), input, cancel, ownDocument)
	if err != nil {
		return nil, nil, err
	}
	known.keep(c, said, &e.records)
	return append(c.violations, said...), record, nil
}

// askAll asks all rules of a scope.
func (e *Engine) askAll(ctx context.Context, s scope, input *ast.Term, cancel topdown.Cancel, handles reader) ([]Violation, error) {
	q, err := e.query(s)
	if q == nil || err != nil {
		return nil, err
	}
	violations, _, err := e.ask(ctx, q, q.names, input, cancel, handles)
	return violations, err
}

// ask evaluates the rules that are named, and makes the record.
func (e *Engine) ask(ctx context.Context, q *query, rules *ast.Array, input *ast.Term, cancel topdown.Cancel, handles reader) ([]Violation, ast.Value, error) {
	found, record, err := q.run(ctx, e.data.asking(rules), input, cancel)
	if topdown.IsCancel(err) {
		if ctx.Err() != nil {
			return nil, nil, ctx.Err()
		}
		return nil, nil, fmt.Errorf("evaluating the rules took longer than %s; "+
			"raise limits.evaluation_seconds in .aimslint.yaml, or exclude the file", e.timeout)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("evaluating the rules: %w", err)
	}
	violations, err := q.violations(found, handles)
	return violations, record, err
}

// violations reads the list of [name of the rule, violation].
func (q *query) violations(found ast.Value, handles reader) ([]Violation, error) {
	list, _ := found.(*ast.Array)
	if list.Len() == 0 {
		return nil, nil
	}
	violations := make([]Violation, list.Len())
	for i := range violations {
		pair, _ := list.Elem(i).Value.(*ast.Array)
		name, _ := pair.Elem(0).Value.(ast.String)
		r := q.rules[string(name)]
		if r == nil {
			return nil, fmt.Errorf("rule %s reports but is not in the table of rules", name)
		}
		v, err := violation(pair.Elem(1).Value, r, handles)
		if err != nil {
			return nil, fmt.Errorf("rule %s: the violation %s is malformed: %w", r.ID, pair.Elem(1), err)
		}
		violations[i] = v
	}
	return violations, nil
}

// reader reads the document that a violation names; v is nil if it names
// none.
type reader func(v ast.Value) (int, error)

// ownDocument is for rules over one document.
func ownDocument(v ast.Value) (int, error) {
	if v != nil {
		return 0, errors.New("it names a document, though the rule sees only its own")
	}
	return 0, nil
}

func violation(v ast.Value, r *rule.Rule, handles reader) (Violation, error) {
	object, ok := v.(ast.Object)
	if !ok {
		return Violation{}, errors.New("it is no object")
	}
	if err := onlyKeys(object, "path", "message", "document", "related"); err != nil {
		return Violation{}, err
	}
	place, err := place(object, handles)
	if err != nil {
		return Violation{}, err
	}
	found := Violation{Rule: r, Document: place.Document, Path: place.Path, Message: place.Message}
	related := field(object, "related")
	if related == nil {
		return found, nil
	}
	found.Related, err = places(related, handles)
	return found, err
}

// places reads the related places of a violation.
func places(v ast.Value, handles reader) ([]Related, error) {
	list, ok := v.(*ast.Array)
	if !ok {
		return nil, errors.New("related is no list")
	}
	related := make([]Related, list.Len())
	for i := range related {
		object, ok := list.Elem(i).Value.(ast.Object)
		if !ok {
			return nil, errors.New("a related place is no object")
		}
		if err := onlyKeys(object, "path", "message", "document"); err != nil {
			return nil, err
		}
		var err error
		if related[i], err = place(object, handles); err != nil {
			return nil, fmt.Errorf("related: %w", err)
		}
	}
	return related, nil
}

// place reads what violations and related places have in common.
func place(object ast.Object, handles reader) (Related, error) {
	steps, err := steps(field(object, "path"))
	if err != nil {
		return Related{}, err
	}
	message, _ := field(object, "message").(ast.String)
	if message == "" {
		return Related{}, errors.New("the message is no text or empty")
	}
	handle, err := handles(field(object, "document"))
	return Related{Document: handle, Path: steps, Message: string(message)}, err
}

func steps(v ast.Value) (syntax.Path, error) {
	list, ok := v.(*ast.Array)
	if !ok {
		return nil, errors.New("the path is no list")
	}
	path := make(syntax.Path, list.Len())
	for i := range path {
		switch step := list.Elem(i).Value.(type) {
		case ast.String:
			path[i] = syntax.Key(string(step))
		case ast.Number:
			index, ok := step.Int()
			if !ok || index < 0 {
				return nil, fmt.Errorf("%s in the path is no index", step)
			}
			path[i] = syntax.Index(index)
		default:
			return nil, fmt.Errorf("%s in the path is neither a key nor an index", step)
		}
	}
	return path, nil
}

// field is the value of a key, or nil.
func field(object ast.Object, key string) ast.Value {
	if term := object.Get(ast.InternedTerm(key)); term != nil {
		return term.Value
	}
	return nil
}

// onlyKeys guards against misspelt keys, which would be lost in silence.
func onlyKeys(object ast.Object, known ...string) error {
	n := 0
	for _, key := range known {
		if field(object, key) != nil {
			n++
		}
	}
	if n < object.Len() {
		return fmt.Errorf("it has other keys than %q", known)
	}
	return nil
}

// EvaluateRule asks one of the rules about a document alone.
func (e *Engine) EvaluateRule(ctx context.Context, r *rule.Rule, d *document.Document) ([]Violation, error) {
	input := ast.NewTerm(Input(d))
	cancel, stop := e.limit(ctx)
	defer stop()
	violations, err := e.askAll(ctx, scope{category: r.Category(), rule: r.ID}, input, cancel, ownDocument)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name(d), err)
	}
	pick := func(other *rule.Rule) bool { return other.ID == r.ID }
	if e.users.holds(pick) {
		return e.users.ask(ctx, name(d), e.data.day(), input.Value, nil, pick)
	}
	return violations, nil
}
