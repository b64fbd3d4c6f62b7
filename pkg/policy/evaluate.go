package policy

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
	"golang.org/x/sync/errgroup"

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
	limit := bounded(ctx, e.timeout, "exclude the file")
	defer limit.stop()
	for _, category := range [...]string{everyKind, d.Kind} {
		violations, record, err := e.judge(ctx, category, input, limit)
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
	violations, err := e.askOverAll(ctx, s, input, len(known), func(v ast.Value) (int, error) {
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

// askOverAll asks the rules over all documents: together, so that they share what
// several of them work out, or, if there are many documents, one by one, so that what
// one takes to its answer, kilobytes for each document, is let go before the next. A
// few are asked at once then.
func (e *Engine) askOverAll(ctx context.Context, s scope, input *ast.Term, documents int, handles reader) ([]Violation, error) {
	q, err := e.query(s)
	if q == nil || err != nil {
		return nil, err
	}
	questions := []*ast.Array{q.names}
	if documents > manyDocuments {
		questions = questions[:0]
		q.names.Foreach(func(name *ast.Term) { questions = append(questions, ast.NewArray(name)) })
	}
	said := make([][]Violation, len(questions))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(min(e.jobs, mostOverAll))
	for i, rules := range questions {
		group.Go(func() (err error) {
			limit := bounded(ctx, e.timeout*time.Duration(1+documents/manyDocuments), "turn off a rule over the repository")
			defer limit.stop()
			said[i], _, err = e.ask(ctx, q, rules, input, limit, handles)
			return err
		})
	}
	err = group.Wait()
	return slices.Concat(said...), err
}

const (
	mostOverAll   = 4      // rules over all documents that are asked at once, if one by one
	manyDocuments = 10_000 // for one question; as many have the time that one document has
)

// bound stops evaluations when the context ends or the time is up.
type bound struct {
	cancel topdown.Cancel
	most   time.Duration // 0 is no end
	advice string        // what to do if the time does not suffice, beside allowing more
	stop   func()        // to be called when all is done
}

func bounded(ctx context.Context, most time.Duration, advice string) bound {
	b := bound{cancel: topdown.NewCancel(), most: most, advice: advice}
	release := context.AfterFunc(ctx, b.cancel.Cancel)
	if most <= 0 {
		b.stop = func() { release() }
		return b
	}
	timer := time.AfterFunc(most, b.cancel.Cancel)
	b.stop = func() { release(); timer.Stop() }
	return b
}

// judge asks the rules of a category about a document, but for those that have
// seen its like.
func (e *Engine) judge(ctx context.Context, category string, input *ast.Term, limit bound) ([]Violation, ast.Value, error) {
	q, err := e.query(scope{category: category})
	if q == nil || err != nil {
		return nil, nil, err
	}
	known := e.precedents(q, category)
	if known == nil {
		return e.ask(ctx, q, q.names, input, limit, ownDocument)
	}
	c := known.consult(input)
	if len(c.ask) == 0 && !q.records {
		return c.violations, nil, nil
	}
	said, record, err := e.ask(ctx, q, known.names(c.ask), input, limit, ownDocument)
	if err != nil {
		return nil, nil, err
	}
	known.keep(c, said, &e.records)
	return append(c.violations, said...), record, nil
}

// askAll asks all rules of a scope.
func (e *Engine) askAll(ctx context.Context, s scope, input *ast.Term, limit bound, handles reader) ([]Violation, error) {
	q, err := e.query(s)
	if q == nil || err != nil {
		return nil, err
	}
	violations, _, err := e.ask(ctx, q, q.names, input, limit, handles)
	return violations, err
}

// ask evaluates the rules that are named, and makes the record.
func (e *Engine) ask(ctx context.Context, q *query, rules *ast.Array, input *ast.Term, limit bound, handles reader) ([]Violation, ast.Value, error) {
	found, record, err := q.run(ctx, e.data.asking(rules), input, limit.cancel)
	if topdown.IsCancel(err) {
		if ctx.Err() != nil {
			return nil, nil, ctx.Err()
		}
		return nil, nil, fmt.Errorf("evaluating the rules took longer than %s; "+
			"raise limits.evaluation_seconds in .aimslint.yaml, or %s", limit.most, limit.advice)
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
	limit := bounded(ctx, e.timeout, "exclude the file")
	defer limit.stop()
	violations, err := e.askAll(ctx, scope{category: r.Category(), rule: r.ID}, input, limit, ownDocument)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name(d), err)
	}
	pick := func(other *rule.Rule) bool { return other.ID == r.ID }
	if e.users.holds(pick) {
		return e.users.ask(ctx, name(d), e.data.day(), input.Value, nil, pick)
	}
	return violations, nil
}
