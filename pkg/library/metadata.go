package library

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/schema"
)

// Categories of rules that judge more than one kind of document.
const (
	everyKind  = "document"
	repository = "repository"
)

// Rule reads the rule that a module states in the metadata of its package. The
// error is an [*Error].
func Rule(m *Module) (*rule.Rule, error) {
	id, isRule := ID(m)
	if !isRule {
		return &rule.Rule{}, &Error{[]Problem{{m.File, 1, 1, misplaced(m)}}}
	}
	r, problems := readRule(m, id, nil)
	return r, failed(problems)
}

func readRule(m *Module, id string, kinds []string) (*rule.Rule, []Problem) {
	s := statement{module: m, rule: &rule.Rule{ID: id}, kinds: append(document.Kinds(), kinds...)}
	if !s.reports() {
		s.at(m.Package.Location.Row, m.Package.Location.Col, "A rule reports with `report contains ...`, and `report` is nothing else.")
	}
	s.violations()
	s.category()
	i := slices.IndexFunc(m.Annotations, func(a *ast.Annotations) bool { return a.Scope == "package" })
	if i < 0 {
		s.at(m.Package.Location.Row, m.Package.Location.Col, "The package has no metadata: a comment `# METADATA` right before it, with title, description and custom.")
		return s.rule, s.problems
	}
	s.annotations = m.Annotations[i]
	s.rule.Title, s.rule.Description = oneLine(s.annotations.Title), oneLine(s.annotations.Description)
	s.custom()
	s.check()
	return s.rule, s.problems
}

// statement is a rule as it is read off its module.
type statement struct {
	module      *Module
	rule        *rule.Rule
	kinds       []string
	annotations *ast.Annotations
	problems    []Problem
}

// reports tells whether report is a set, which is never undefined, so that no
// rule is silent because it has gone missing.
func (s *statement) reports() bool {
	found := false
	for _, r := range s.module.Rules {
		if isReport(r) {
			if r.Head.RuleKind() != ast.MultiValue || len(r.Head.Ref()) > 1 {
				return false
			}
			found = true
		}
	}
	return found
}

// violations looks at the violations that are written out: each would end the run
// if it were reported.
func (s *statement) violations() {
	for _, r := range s.module.Rules {
		if !r.Head.Name.Equal(ast.Var("report")) || r.Head.Key == nil {
			continue
		}
		reported := r.Head.Key
		if written, ok := reported.Value.(ast.Object); !isText(reported) && (!ok || isViolation(written)) {
			continue
		}
		s.at(reported.Location.Row, reported.Location.Col, fmt.Sprintf("`%s` is no violation, which has a `path` and a `message`; make it with data.aimslint.lib.violation.", reported))
	}
}

func isText(t *ast.Term) bool { _, ok := t.Value.(ast.String); return ok }

// isViolation reports whether an object has the keys of a violation, as far as they
// are written out.
func isViolation(written ast.Object) bool {
	known := []string{"path", "message", "document", "related"}
	found, computed := []string{}, false
	written.Foreach(func(key, _ *ast.Term) {
		if name, ok := key.Value.(ast.String); ok {
			found = append(found, string(name))
		} else {
			computed = true
		}
	})
	return computed || slices.Contains(found, "path") && slices.Contains(found, "message") &&
		!slices.ContainsFunc(found, func(name string) bool { return !slices.Contains(known, name) })
}

func isReport(r *ast.Rule) bool {
	return r.Head.Name.Equal(ast.Var("report")) || r.Head.Ref().HasPrefix(ast.Ref{ast.VarTerm("report")})
}

func (s *statement) category() {
	known := append(slices.Clone(s.kinds), everyKind, repository)
	if c := s.rule.Category(); !slices.Contains(known, c) {
		l := s.module.Package.Location
		s.at(l.Row, l.Col, unknown("category", c, known, "a kind of document, `document` for every kind, or `repository`"))
	}
}

// known are the keys of custom.
var known = []string{"severity", "requirements", "evidence", "remediation", "parameters", "profile", "kinds", "proof"}

func (s *statement) custom() {
	for _, key := range slices.Sorted(maps.Keys(s.annotations.Custom)) {
		if !slices.Contains(known, key) {
			s.key(key, "", unknown("key", "custom."+key, prefixed("custom.", known), ""))
		}
	}
	var form struct {
		Severity     rule.Severity    `json:"severity"`
		Requirements []any            `json:"requirements"` // YAML takes 7.5 for a number, A.2.2 for text
		Evidence     rule.Evidence    `json:"evidence"`
		Remediation  string           `json:"remediation"`
		Parameters   []rule.Parameter `json:"parameters"`
		Profile      rule.Profile     `json:"profile"`
		Kinds        []string         `json:"kinds"`
		Proof        rule.Proof       `json:"proof"`
	}
	custom := maps.Clone(s.annotations.Custom)
	maps.DeleteFunc(custom, func(key string, _ any) bool { return !slices.Contains(known, key) })
	text, err := json.Marshal(custom)
	if err == nil {
		decoder := json.NewDecoder(bytes.NewReader(text))
		decoder.UseNumber()
		decoder.DisallowUnknownFields()
		err = decoder.Decode(&form) //nolint:musttag // the keys of proof are read in any case
	}
	if err != nil {
		s.undecodable(err)
	}
	r := s.rule
	r.Severity, r.Evidence, r.Remediation = form.Severity, form.Evidence, oneLine(form.Remediation)
	r.Profile, r.Kinds, r.Proof = cmp.Or(form.Profile, rule.Standard), form.Kinds, form.Proof
	if slices.Equal(r.Kinds, []string{"any"}) {
		r.Kinds = s.kinds
	}
	for field := range r.Proof.Mutants {
		plain(r.Proof.Mutants[field])
	}
	for _, id := range form.Requirements {
		r.Requirements = append(r.Requirements, fmt.Sprint(id))
	}
	r.Parameters = form.Parameters
	for i := range r.Parameters {
		p := &r.Parameters[i]
		p.Default, p.Description = plain(p.Default), oneLine(p.Description)
		for profile := range p.Profiles {
			p.Profiles[profile] = plain(p.Profiles[profile])
		}
	}
}

// undecodable reports metadata of another shape than expected.
func (s *statement) undecodable(err error) {
	if mistyped, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		field, _, _ := strings.Cut(mistyped.Field, ".")
		s.key(field, "", fmt.Sprintf("`custom.%s` is or holds %s where another type is expected; see docs/policies.md.", mistyped.Field, article(mistyped.Value)))
		return
	}
	_, name, _ := strings.Cut(err.Error(), "unknown field ")
	name = strings.Trim(name, `"`)
	s.key(name, "", fmt.Sprintf("Unknown key `%s` in the metadata under custom.", name))
}

func article(jsonType string) string {
	return map[string]string{"string": "text", "array": "a list", "object": "a map", "bool": "true or false"}[jsonType]
}

// plain turns the numbers of a value into int where they are whole.
func plain(value any) any {
	switch value := value.(type) {
	case json.Number:
		if i, err := value.Int64(); err == nil {
			return int(i)
		}
		f, _ := value.Float64()
		return f
	case []any:
		for i := range value {
			value[i] = plain(value[i])
		}
	}
	return value
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// check reports what a rule must state and does not, and what it states
// wrongly.
func (s *statement) check() {
	r := s.rule
	s.demand(r.Title != "", "title", "The metadata must state a `title`: what the rule asks, in a phrase.")
	s.demand(r.Description != "", "description", "The metadata must state a `description`: why the rule asks it.")
	s.demand(r.Remediation != "", "remediation", "The metadata must state `custom.remediation`: what to do about a finding.")
	s.oneOf("severity", string(r.Severity), texts(rule.Severities()))
	s.oneOf("evidence", string(r.Evidence), []string{string(rule.Attested), string(rule.Verified)})
	s.oneOf("profile", string(r.Profile), texts(rule.Profiles()))
	s.requirements()
	s.judgedKinds()
	for i := range r.Parameters {
		s.parameter(i)
	}
}

func (s *statement) requirements() {
	r := s.rule
	s.demand(len(r.Requirements) > 0, "requirements", "The metadata must name at least one requirement of ISO/IEC 42001 under `custom.requirements`; `aimslint controls` lists them.")
	all := catalog.All()
	ids := make([]string, 0, len(all))
	for _, requirement := range all {
		ids = append(ids, requirement.ID)
	}
	for i, id := range r.Requirements {
		if !catalog.Valid(id) {
			s.key("requirements", id, unknown("requirement", id, ids, "`aimslint controls` lists them"))
		}
		if slices.Index(r.Requirements, id) != i {
			s.key("requirements", id, fmt.Sprintf("The requirement %s is named twice.", id))
		}
	}
}

func (s *statement) judgedKinds() {
	r := s.rule
	isRepository := r.Category() == repository
	s.demand(isRepository || len(r.Kinds) == 0, "kinds", "`custom.kinds` is for rules over the repository only; this one judges what its category says.")
	s.demand(!isRepository || len(r.Kinds) > 0, "kinds", "A rule over the repository must name under `custom.kinds` the kinds of document that it may object to.")
	known := append(slices.Clone(s.kinds), document.Trace)
	for _, kind := range r.Kinds {
		if !slices.Contains(known, kind) {
			s.key("kinds", kind, unknown("kind", kind, known, ""))
		}
	}
}

var snakeCase = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

func (s *statement) parameter(i int) {
	p := s.rule.Parameters[i]
	at := func(ok bool, message string) {
		if !ok {
			s.key("parameters", p.Name, fmt.Sprintf("The parameter %q ", p.Name)+message+".")
		}
	}
	at(snakeCase.MatchString(p.Name), "must have a name in snake_case")
	at(p.Name != "enabled" && p.Name != "severity", "has the name of a setting that every rule has")
	at(p.Default != nil, "must have a default")
	at(p.Description != "", "must have a description")
	first := slices.IndexFunc(s.rule.Parameters, func(q rule.Parameter) bool { return q.Name == p.Name })
	at(first == i, "is there twice")
	for _, profile := range slices.Sorted(maps.Keys(p.Profiles)) {
		at(slices.Contains(rule.Profiles(), profile), "has a default for the profile "+string(profile)+", which does not exist")
		_, err := s.rule.Configure(map[string]any{p.Name: p.Profiles[profile]})
		at(err == nil, "has another type under "+string(profile))
	}
}

func (s *statement) demand(ok bool, key, message string) {
	if !ok {
		s.key(key, "", message)
	}
}

func (s *statement) oneOf(key, value string, allowed []string) {
	switch {
	case value == "":
		s.key(key, "", fmt.Sprintf("The metadata must state `custom.%s`: one of %s.", key, strings.Join(allowed, ", ")))
	case !slices.Contains(allowed, value):
		s.key(key, value, unknown(key, value, allowed, "")) //nolint:wsl_v5 // one case a line
	}
}

func (s *statement) at(line, column int, message string) {
	s.problems = append(s.problems, Problem{s.module.File, line, column, message})
}

// key reports a problem at a value under a key of the metadata; without a value
// at the key, and if that is not there where the metadata begins.
func (s *statement) key(key, value, message string) {
	lines := strings.Split(s.module.Text, "\n")
	first := s.annotations.Location.Row
	last := min(s.module.Package.Location.Row, len(lines))
	isKey := regexp.MustCompile(`(?:^#[\s-]*|[{,]\s*)(["']?` + regexp.QuoteMeta(key) + `)["']?\s*:`)
	for row := first; row <= last; row++ {
		if found := isKey.FindStringSubmatchIndex(lines[row-1]); found != nil && strings.HasPrefix(lines[row-1], "#") {
			row, at := s.value(lines[:last], row, found[2], value)
			s.at(row, 1+utf8.RuneCountInString(lines[row-1][:at]), message)
			return
		}
	}
	s.at(first, s.annotations.Location.Col, message)
}

// value finds a value that stands after a place in a row, or below it; else it is
// the place.
func (s *statement) value(lines []string, first, from int, value string) (row, at int) {
	for row := first; value != "" && row <= len(lines); row++ {
		start := 0
		if row == first {
			start = from
		}
		if i := strings.Index(lines[row-1][start:], value); i >= 0 {
			return row, start + i
		}
	}
	return first, from
}

// unknown is the sentence about a name that is not known.
func unknown(what, name string, known []string, hint string) string {
	message := fmt.Sprintf("Unknown %s %q", what, name)
	const many = 20
	switch nearest := schema.Nearest(name, known); {
	case nearest != "":
		return message + fmt.Sprintf("; did you mean %q?", nearest)
	case hint != "":
		return message + "; " + hint + "."
	case len(known) <= many:
		return message + "; known are " + strings.Join(known, ", ") + "."
	}
	return message + "."
}

func texts[T ~string](values []T) []string {
	found := make([]string, len(values))
	for i, v := range values {
		found[i] = string(v)
	}
	return found
}

func prefixed(prefix string, names []string) []string {
	found := make([]string, len(names))
	for i, name := range names {
		found[i] = prefix + name
	}
	return found
}
