package scan

import (
	"context"
	"errors"
	"path/filepath"
	"slices"

	"github.com/aimslint/aimslint/pkg/exception"
	"github.com/aimslint/aimslint/pkg/finding"
)

// Adoption is what a repository has been found to lack, and which of it its
// baseline knows.
type Adoption struct {
	// File is the baseline: absolute, and as the person at the terminal would type
	// it.
	File, Shown string
	// Exists reports whether the baseline is there.
	Exists bool
	// Findings are those that may be in the baseline: they count, or are in it now.
	Findings []finding.Finding
	// Left are those that count and cannot be accepted.
	Left []finding.Finding
	// Kept are the findings of the baseline that are there, or of which nobody knows
	// since their rules are not in force. Gone are the others.
	Kept, Gone []exception.Record
}

// Adopt finds out what a baseline would hold, over the whole project that holds the
// folder which the request names.
func Adopt(ctx context.Context, request Request) (*Adoption, error) {
	w, err := open(ctx, request)
	if err != nil {
		return nil, err
	}
	isFile := func(a argument) bool { return !a.isFolder(request) }
	if !w.wholeInView() || slices.ContainsFunc(request.arguments(), isFile) {
		return nil, errors.New("a baseline is of a whole project: name its folder")
	}
	if err := w.compile(ctx); err != nil {
		return nil, err
	}
	defer w.close()
	results, err := w.evaluate(ctx, nil)
	if err != nil {
		return nil, &IncompleteError{err}
	}
	results, units, err := w.join(ctx, results)
	if err != nil {
		return nil, &IncompleteError{err}
	}
	repository, _, err := w.evaluateRepository(ctx, results, units)
	if err != nil {
		return nil, &IncompleteError{err}
	}
	findings := identified(gathered(results, units, repository))
	accepted, circumstances := w.accepted(results), w.circumstances(units)
	accepted.Apply(findings, circumstances)
	_, file := w.exceptionFiles()
	a := &Adoption{File: filepath.Join(w.root, filepath.FromSlash(file)), Shown: w.run().Shown(file), Exists: accepted.HasBaseline()}
	a.Kept, a.Gone = accepted.Prune(findings, circumstances)
	for _, f := range findings {
		switch {
		case f.State == finding.Waived, f.State == finding.Excluded:
		case exception.Acceptable(f.Rule):
			a.Findings = append(a.Findings, f)
		default:
			a.Left = append(a.Left, f)
		}
	}
	if err := accepted.Sound(file); err != nil && a.Exists {
		return a, &UnsoundError{err}
	}
	return a, nil
}

// UnsoundError says that there is a baseline that cannot be read as it should.
type UnsoundError struct{ Err error }

func (e *UnsoundError) Error() string { return e.Err.Error() }
func (e *UnsoundError) Unwrap() error { return e.Err }
