package policy

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"

	"github.com/aimslint/aimslint/pkg/library"
	"github.com/aimslint/aimslint/pkg/rule"
)

// Trial is what one rule makes of one input.
type Trial struct {
	// Input is what the rule sees, and Result what it reports: plain values.
	Input  any `json:"input"`
	Result any `json:"result"`
	// Printed is what the rule says with print, each time on a line.
	Printed string `json:"printed,omitempty"`
	// Trace are the steps of the evaluation, if they were asked for.
	Trace []*topdown.Event `json:"-"`
}

// Try evaluates a rule of modules over an input in this process, as somebody
// does who looks for a fault in a policy. Of the options the parameters, the day
// and the timeout count.
func Try(ctx context.Context, modules []library.Module, r *rule.Rule, input ast.Value, options Options, trace bool) (*Trial, error) {
	all, err := library.Closure(modules)
	if err != nil {
		return nil, err
	}
	q := &query{compiler: ast.NewCompiler().WithCapabilities(library.Capabilities()).WithEnablePrintStatements(true)}
	if q.compiler.Compile(all); q.compiler.Failed() {
		return nil, &library.Error{Problems: library.Problems(q.compiler.Errors)}
	}
	if problems := library.Undefined(q.compiler, modules, func(id string) ([]string, bool) {
		if id != r.ID {
			return nil, true // the parameters of others are not known here
		}
		names := []string{}
		for _, p := range r.Parameters {
			names = append(names, p.Name)
		}
		return names, true
	}); len(problems) > 0 {
		return nil, &library.Error{Problems: problems}
	}
	if err := q.ask(r.ID, fmt.Sprintf("%s = data.aimslint.rules.%s.%s.report", violationsVar, snake(r.Category()), snake(r.Name()))); err != nil {
		return nil, err
	}
	f, err := newFacts([]rule.Rule{*r}, Options{AsOf: options.AsOf, Parameters: options.Parameters})
	if err != nil {
		return nil, err
	}
	cancel := topdown.NewCancel()
	defer context.AfterFunc(ctx, cancel.Cancel)()
	if options.Timeout > 0 {
		defer time.AfterFunc(options.Timeout, cancel.Cancel).Stop()
	}
	steps := topdown.NewBufferTracer()
	var printed strings.Builder
	asked := topdown.NewQuery(q.body).WithQueryCompiler(q.self).WithCompiler(q.compiler).WithStore(f).WithTransaction(reading{}).
		WithInput(ast.NewTerm(input)).WithCancel(cancel).WithPrintHook(topdown.NewPrintHook(&printed))
	if trace {
		asked = asked.WithQueryTracer(steps)
	}
	answers, err := asked.Run(ctx)
	if err != nil {
		return nil, err
	}
	trial := &Trial{Trace: *steps, Printed: printed.String()}
	if trial.Input, err = ast.JSON(input); err != nil {
		return nil, err
	}
	if len(answers) == 1 {
		trial.Result, err = ast.JSON(answers[0][violationsVar].Value)
	}
	return trial, err
}

// RepositoryInput is what rules over the repository see of records.
func (e *Engine) RepositoryInput(records map[string][]Record) ast.Value {
	input, _ := e.repositoryInput(records)
	return input.Value
}
