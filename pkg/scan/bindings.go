package scan

import (
	"context"
	"slices"

	"github.com/aimslint/aimslint/pkg/binding"
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// newResolver makes what looks up the files that documents name.
func (w *workspace) newResolver() *binding.Resolver {
	return binding.New(binding.Options{
		Root:        w.root,
		View:        w.view,
		FileBytes:   w.config.Limits.FileBytes,
		DigestBytes: w.config.Limits.DigestBytes,
		Syntax:      w.limits(),
	})
}

// bindings holds what a native document names against the files of the
// repository. What the schema turned down names nothing. Nothing is looked up
// if no rule asks.
func (j *judgement) bindings(ctx context.Context) error {
	if !slices.ContainsFunc(binding.Rules(), j.w.inForce) {
		return nil
	}
	outcome, err := j.w.resolver.Resolve(ctx, j.document, j.turnedDown)
	if err != nil {
		return err
	}
	j.agreeing = outcome.Agreeing
	for _, v := range outcome.Violations {
		related := slices.Clone(v.Related)
		for i := range related {
			related[i].Message = stopped(related[i].Message)
		}
		j.add(v.Rule, v.Path, stopped(v.Message), related)
	}
	return nil
}

// turnedDown reports whether the schema has objected to the value at a path or
// to one that holds it.
func (j *judgement) turnedDown(p syntax.Path) bool {
	for i := range p {
		if j.unreadable[p[:i+1].Pointer()] {
			return true
		}
	}
	return false
}

// Bindings count the references of a native document to sources, files and
// evidence.
type Bindings struct {
	Stated   int `json:"stated"`
	Verified int `json:"verified"` // those that agree with what they name
}

// countBindings counts the references of a document, or of the native ones that
// it was merged from; nil if it makes none.
func (w *workspace) countBindings(ctx context.Context, d *document.Document) (*Bindings, error) {
	documents := make([]*document.Document, 0, 1+len(d.Parts))
	documents = append(documents, d)
	for _, part := range d.Parts {
		documents = append(documents, part.Document)
	}
	var count Bindings
	for _, d := range documents {
		if d.Format != nativeFormat {
			continue
		}
		outcome, err := w.resolver.Resolve(ctx, d, func(syntax.Path) bool { return false })
		if err != nil {
			return nil, err
		}
		count.Stated += len(outcome.References)
		count.Verified += len(outcome.Verified)
	}
	if count.Stated == 0 {
		return nil, nil //nolint:nilnil // a document without references has no count
	}
	return &count, nil
}
