package prove

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/format"
	"github.com/aimslint/aimslint/pkg/policy"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/schema"
	"github.com/aimslint/aimslint/pkg/syntax"
	"github.com/aimslint/aimslint/pkg/trace"
	"github.com/aimslint/aimslint/policies"
)

// estate is the documents of an example, judged one by one and together.
type estate struct {
	files  []*judged
	across []objection // of rules over the repository
	// whole says that the rules over the repository are asked.
	whole bool
}

// judged is a document with what is said about it alone.
type judged struct {
	document   *document.Document
	record     policy.Record
	objections []objection
}

// objection is what the schema or a rule has against a value.
type objection struct {
	rule     string
	document int
	path     syntax.Path
	message  string
}

func (o objection) category() string {
	category, _, _ := strings.Cut(o.rule, "/")
	return category
}

// key tells objections apart.
func (o objection) key() string {
	return fmt.Sprintf("%s %d %s %s", o.rule, o.document, o.path.Pointer(), o.message)
}

// objections are all that is said about the documents.
func (e *estate) objections() []objection {
	var all []objection
	for i, f := range e.files {
		for _, o := range f.objections {
			o.document = i
			all = append(all, o)
		}
	}
	return append(all, e.across...)
}

// read reads and judges the files of an example. A file that holds no document
// is part of the repository and no evidence.
func (p *Prover) read(ctx context.Context, r *rule.Rule, examples []policies.Example) (*estate, error) {
	e := &estate{whole: r.Category() == repoName}
	for _, example := range examples {
		content := []byte(example.Content)
		tree := syntax.Parse(syntax.NewText(example.Name, content), syntax.LanguageOf(example.Name), syntax.DefaultLimits())
		recognition := format.Recognise(tree, format.Nominated(example.Name, content, p.users.KindNames()...)...)
		for _, problem := range append(tree.Problems, recognition.Problems...) {
			return nil, fmt.Errorf("%s:%s: %s", example.Name, problem.Span.Start, problem.Message)
		}
		documents := recognition.Documents
		if e.whole {
			documents = append(documents, trace.Example(example.Name, content)...)
		}
		for _, d := range documents {
			f, err := p.judge(ctx, d)
			if err != nil {
				return nil, err
			}
			e.files = append(e.files, f)
		}
	}
	if len(e.files) == 0 {
		return nil, errors.New("it holds no document")
	}
	return e, p.together(ctx, e)
}

// judge asks the schema and the rules over one document.
func (p *Prover) judge(ctx context.Context, d *document.Document) (*judged, error) {
	f := &judged{document: d}
	if d.Kind == document.Trace {
		f.record = p.engine.Traced(d)
		return f, nil
	}
	if d.Format == nativeFormat {
		violations, err := p.validate(d)
		if err != nil {
			return nil, err
		}
		for _, v := range violations {
			f.objections = append(f.objections, objection{rule: v.Rule.ID, path: v.Path, message: v.Message})
		}
	}
	result, err := p.engine.Evaluate(ctx, d)
	if err != nil {
		return nil, err
	}
	f.record = result.Record
	for _, v := range result.Violations {
		if d.Root.Lookup(v.Path) != nil || d.CanExpress(v.Path) {
			f.objections = append(f.objections, objection{rule: v.Rule.ID, path: v.Path, message: v.Message})
		}
	}
	return f, nil
}

// validate holds a native document against the schema of its kind.
func (p *Prover) validate(d *document.Document) ([]schema.Violation, error) {
	if p.users != nil && p.users.Kinds[d.Kind] != nil {
		return p.users.Kinds[d.Kind].Validate(d)
	}
	return schema.Validate(d)
}

// nativeFormat is the one that the schemas describe.
const nativeFormat = "native"

// together asks the rules over the repository, if they matter.
func (p *Prover) together(ctx context.Context, e *estate) error {
	if !e.whole {
		return nil
	}
	records := map[string][]policy.Record{}
	for i, f := range e.files {
		f.record.Document = i
		records[f.document.Kind] = append(records[f.document.Kind], f.record)
	}
	violations, err := p.engine.EvaluateRepository(ctx, records)
	if err != nil {
		return err
	}
	e.across = nil
	for _, v := range violations {
		d := e.files[v.Document].document
		if d.Root.Lookup(v.Path) != nil || d.CanExpress(v.Path) {
			e.across = append(e.across, objection{rule: v.Rule.ID, document: v.Document, path: v.Path, message: v.Message})
		}
	}
	return nil
}

// with is the estate with one document in another form.
func (p *Prover) with(ctx context.Context, e *estate, i int, root *syntax.Node) (*estate, error) {
	d := *e.files[i].document
	d.Root = root
	f, err := p.judge(ctx, &d)
	if err != nil {
		return nil, err
	}
	spoiled := &estate{whole: e.whole, files: make([]*judged, len(e.files))}
	for k, other := range e.files {
		copied := *other
		spoiled.files[k] = &copied
	}
	spoiled.files[i] = f
	return spoiled, p.together(ctx, spoiled)
}

// without is the estate without the documents of a kind.
func (p *Prover) without(ctx context.Context, e *estate, kind string) (*estate, error) {
	rest := &estate{whole: e.whole}
	for _, f := range e.files {
		if f.document.Kind != kind {
			copied := *f
			rest.files = append(rest.files, &copied)
		}
	}
	return rest, p.together(ctx, rest)
}
