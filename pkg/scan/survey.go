package scan

import (
	"context"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/policy"
)

// Survey is all that a repository holds, in memory: whoever wants to complete
// it has to know what there is and what is asked for.
type Survey struct {
	// Root is that of the repository, absolute.
	Root string
	// Folder is that of the project, and Config the configuration ("" for none),
	// relative to the root.
	Folder, Config string
	Profiles       []string
	Documents      []Surveyed
	// Other are the findings that are about no document: about texts that could
	// not be read, and about traces.
	Other  []finding.Finding
	Traces []TraceEntry
	// Asked are the fields that the rules in force ask for.
	Asked assess.Asked
	// Shown is the path of a file as the person at the terminal would type it.
	Shown func(file string) string
}

// Surveyed is a document, merged if there are several about the same thing, and
// the findings about it.
type Surveyed struct {
	*document.Document

	Files    []string
	Findings []finding.Finding
}

// Surveyor surveys a repository, as it is or as it would be with further files.
type Surveyor struct {
	request Request
	engine  *policy.Engine
	known   map[string]result // of the files that are there
}

// NewSurveyor makes one for the files that a request names.
func NewSurveyor(request Request) *Surveyor {
	request.Cache = nil // what is known is known here
	return &Surveyor{request: request}
}

// Close ends what the surveyor has started.
func (s *Surveyor) Close() {
	if s.engine != nil {
		s.engine.Close()
	}
}

// Survey surveys the repository with further files, by their paths relative to
// its root. They must not be there; a configuration among them must be what the
// request comes to without.
func (s *Surveyor) Survey(ctx context.Context, further map[string][]byte) (*Survey, error) {
	request := s.request
	request.further = further
	w, err := open(ctx, request)
	if err != nil {
		return nil, err
	}
	if err := w.book.findFields(ctx); err != nil {
		return nil, err
	}
	w.engine = s.engine
	if err := w.compile(ctx); err != nil {
		return nil, err
	}
	s.engine = w.engine
	survey, err := s.survey(ctx, w)
	if err != nil {
		return nil, &IncompleteError{err}
	}
	return survey, nil
}

func (s *Surveyor) survey(ctx context.Context, w *workspace) (*Survey, error) {
	results, err := w.evaluate(ctx, s.known)
	if err != nil {
		return nil, err
	}
	s.remember(w, results)
	results, units, err := w.join(ctx, results)
	if err != nil {
		return nil, err
	}
	folder, _ := w.project()
	survey := &Survey{
		Root: w.root, Folder: relativeTo(w.root, folder), Profiles: w.config.Profiles.Names(),
		Asked: assess.AskedBy(w.rules), Shown: w.run().Shown,
	}
	if w.config.File != "" {
		survey.Config = inRoot(w.root, w.config.File)
	}
	for i := range results {
		survey.Other = append(survey.Other, results[i].findings...)
	}
	if err := survey.add(ctx, w, units); err != nil {
		return nil, err
	}
	found, err := w.findTraces(ctx)
	if err != nil {
		return nil, err
	}
	survey.Traces, err = w.claims(ctx, units, found)
	return survey, err
}

// remember keeps what files came to, so that the next survey need not evaluate
// them.
func (s *Surveyor) remember(w *workspace, results []result) {
	s.known = make(map[string]result, len(results))
	for i := range results {
		if _, isFurther := w.request.further[w.files[i].Path]; !isFurther {
			s.known[w.files[i].Path] = results[i]
		}
	}
}

// add adds the documents of units, with the findings about each.
func (s *Survey) add(ctx context.Context, w *workspace, units []unit) error {
	for _, u := range units {
		a, err := w.assemble(u.group, func(file int) (reading, error) { return w.read(w.files[file]) })
		if err != nil {
			return err
		}
		findings := append(append([]finding.Finding{}, u.own...), u.judged...)
		s.Documents = append(s.Documents, Surveyed{a.document, u.document.AllFiles(), findings})
	}
	_, estate, err := w.evaluateRepository(ctx, nil, units) // nothing is recalled
	if err != nil {
		return err
	}
	for _, v := range estate.violations {
		f, err := estate.library.finding(v)
		switch {
		case err != nil:
			return err
		case f == nil:
		case v.Document < len(s.Documents):
			s.Documents[v.Document].Findings = append(s.Documents[v.Document].Findings, *f)
		default:
			s.Other = append(s.Other, *f)
		}
	}
	return nil
}
