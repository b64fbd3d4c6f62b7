package scan

import (
	"context"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/library"
	"github.com/aimslint/aimslint/pkg/policy"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/policies"
)

// Trial is what one rule makes of one document, or of all together.
type Trial struct {
	*policy.Trial

	File string `json:"file,omitempty"`
	Kind string `json:"kind,omitempty"`
	ID   string `json:"id,omitempty"`
}

// Try evaluates a rule over each document in the files that the request names,
// in this process. The modules are of a library of users, for a rule of theirs. A
// document is taken as it is, without others that are about the same thing.
func Try(ctx context.Context, request Request, r *rule.Rule, modules []library.Module, trace bool) ([]Trial, error) {
	w, err := open(ctx, request)
	if err != nil {
		return nil, err
	}
	if r.Origin == "" {
		if modules, err = ownModule(r); err != nil {
			return nil, err
		}
	}
	documents, err := w.documents(r)
	if err != nil {
		return nil, err
	}
	options := policy.Options{
		AsOf: request.AsOf, Parameters: w.config.Parameters([]*rule.Rule{r}),
		Timeout: time.Duration(w.config.Limits.EvaluationSeconds) * time.Second,
	}
	if r.Category() == repositoryCategory {
		input, err := recordsOf(ctx, documents, request.AsOf)
		if err != nil {
			return nil, &IncompleteError{err}
		}
		tried, err := policy.Try(ctx, modules, r, input, options, trace)
		return []Trial{{Trial: tried}}, err
	}
	var trials []Trial
	for _, d := range documents {
		tried, err := policy.Try(ctx, modules, r, policy.Input(d), options, trace)
		if _, wrong := errors.AsType[*library.Error](err); wrong {
			return nil, err
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", request.shownFrom(w.root)(d.File), err)
		}
		trials = append(trials, Trial{tried, d.File, d.Kind, d.ID()})
	}
	return trials, nil
}

// ownModule is the module of a rule that comes with this program.
func ownModule(r *rule.Rule) ([]library.Module, error) {
	file := path.Join("rules", r.ID, strings.ReplaceAll(r.Name(), "-", "_")+".rego")
	text, err := policies.Files.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("the rule %s is not written in Rego: the engine itself judges by it", r.ID)
	}
	m, err := library.Parse(library.File{Name: file, Content: text})
	if err != nil {
		return nil, err
	}
	return []library.Module{*m}, nil
}

// documents are those that the request names and the rule judges.
func (w *workspace) documents(r *rule.Rule) ([]*document.Document, error) {
	var found []*document.Document
	for _, file := range w.files {
		if !w.selected(file.Path) {
			continue
		}
		read, err := w.read(file)
		if err != nil {
			return nil, &IncompleteError{err}
		}
		for _, d := range read.Documents {
			if r.Judges(d.Kind) {
				found = append(found, d)
			}
		}
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("no document there is of a kind that %s judges; see 'aimslint inventory %s'", r.ID, filepath.ToSlash(strings.Join(w.request.Paths, " ")))
	}
	return found, nil
}

// recordsOf is what rules over the repository see of documents.
func recordsOf(ctx context.Context, documents []*document.Document, asOf string) (ast.Value, error) {
	engine, err := policy.New(ctx, policy.Options{AsOf: asOf})
	if err != nil {
		return nil, err
	}
	records := map[string][]policy.Record{}
	for i, d := range documents {
		result, err := engine.Evaluate(ctx, d)
		if err != nil {
			return nil, err
		}
		result.Record.Document = i
		records[d.Kind] = append(records[d.Kind], result.Record)
	}
	return engine.RepositoryInput(records), nil
}
