package policies_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"go/format"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/policies"
)

var update = flag.Bool("update", false, "write rules_gen.go anew")

// TestTable compares the table of rules with the metadata of the rules; with
// -update it writes the table anew.
func TestTable(t *testing.T) {
	var rules []rule.Rule
	for _, module := range modules(t, "rules") {
		if strings.HasSuffix(module.file, "_test.rego") {
			continue
		}
		r, err := readRule(module)
		if err != nil {
			t.Errorf("%s: %v", module.file, err)
			continue
		}
		rules = append(rules, r)
	}
	slices.SortFunc(rules, func(a, b rule.Rule) int { return strings.Compare(a.ID, b.ID) })
	want, err := format.Source(table(rules))
	if err != nil {
		t.Fatal(err)
	}
	if *update && !t.Failed() {
		if err := os.WriteFile("rules_gen.go", want, 0o644); err != nil { //nolint:gosec // source is for all to read
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile("rules_gen.go")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("rules_gen.go is not what the metadata of the rules say: run go generate ./policies")
	}
}

// module is a parsed file below policies.
type module struct {
	*ast.Module

	file string
}

// modules parses all Rego files below the folders, with their annotations.
func modules(t *testing.T, folders ...string) []module {
	t.Helper()
	var found []module
	for _, folder := range folders {
		err := fs.WalkDir(policies.Files, folder, func(file string, _ fs.DirEntry, err error) error {
			if err != nil || path.Ext(file) != ".rego" {
				return err
			}
			text, err := policies.Files.ReadFile(file)
			if err != nil {
				return err
			}
			parsed, err := ast.ParseModuleWithOpts(file, string(text),
				ast.ParserOptions{RegoVersion: ast.RegoV1, ProcessAnnotation: true})
			if err != nil {
				t.Error(err)
				return nil
			}
			found = append(found, module{file: file, Module: parsed})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return found
}

// readRule reads the rule that a module states in the metadata of its package.
func readRule(m module) (rule.Rule, error) {
	id := strings.TrimPrefix(path.Dir(m.file), "rules/")
	r := rule.Rule{ID: id}
	snake := strings.ReplaceAll(id, "-", "_")
	if strings.Count(id, "/") != 1 || path.Base(m.file) != path.Base(snake)+".rego" {
		return r, errors.New("the file of a rule is rules/CATEGORY/NAME/NAME.rego")
	}
	if want := "data.aimslint.rules." + strings.ReplaceAll(snake, "/", "."); m.Package.Path.String() != want {
		return r, fmt.Errorf("the package is %s, by the folder it is %s", m.Package.Path, want)
	}
	i := slices.IndexFunc(m.Annotations, func(a *ast.Annotations) bool { return a.Scope == "package" })
	if i < 0 {
		return r, errors.New("the package has no metadata")
	}
	a := m.Annotations[i]
	r.Title, r.Description = oneLine(a.Title), oneLine(a.Description)
	if err := readCustom(&r, a.Custom); err != nil {
		return r, err
	}
	return r, validate(r)
}

func readCustom(r *rule.Rule, custom map[string]any) error {
	known := []string{"severity", "requirements", "evidence", "remediation", "parameters", "profile", "kinds", "proof"}
	for key := range custom {
		if !slices.Contains(known, key) {
			return fmt.Errorf("custom.%s is unknown; known are %v", key, known)
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
	text, err := json.Marshal(custom)
	if err != nil {
		return err
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&form); err != nil {
		return fmt.Errorf("custom: %w", err)
	}
	r.Severity, r.Evidence = form.Severity, form.Evidence
	r.Profile, r.Kinds, r.Proof = cmp.Or(form.Profile, rule.Standard), form.Kinds, form.Proof
	if slices.Equal(r.Kinds, []string{"any"}) {
		r.Kinds = document.Kinds()
	}
	for field := range r.Proof.Mutants {
		plain(r.Proof.Mutants[field])
	}
	for _, id := range form.Requirements {
		r.Requirements = append(r.Requirements, fmt.Sprint(id))
	}
	r.Remediation, r.Parameters = oneLine(form.Remediation), form.Parameters
	for i := range r.Parameters {
		p := &r.Parameters[i]
		p.Default, p.Description = plain(p.Default), oneLine(p.Description)
		for profile := range p.Profiles {
			p.Profiles[profile] = plain(p.Profiles[profile])
		}
	}
	return nil
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

func validate(r rule.Rule) error {
	var faults []error
	demand := func(ok bool, words string) {
		if !ok {
			faults = append(faults, errors.New(words))
		}
	}
	demand(r.Title != "" && !strings.HasSuffix(r.Title, "."), "the title must be a phrase without a full stop")
	demand(strings.HasSuffix(r.Description, "."), "the description must be sentences that end in a full stop")
	demand(strings.HasSuffix(r.Remediation, "."), "custom.remediation must be sentences that end in a full stop")
	demand(slices.Contains(rule.Severities(), r.Severity), "custom.severity must be error, warning or note")
	demand(r.Evidence == rule.Attested || r.Evidence == rule.Verified, "custom.evidence must be attested or verified")
	demand(len(r.Requirements) > 0, "custom.requirements must name at least one")
	demand(slices.Contains(rule.Profiles(), r.Profile), "custom.profile must be one of the profiles")
	demand((r.Category() == "repository") == (len(r.Kinds) > 0), "custom.kinds must name the kinds that a rule over the repository judges, and is for no other rule")
	for _, kind := range r.Kinds {
		demand(document.IsKind(kind) || kind == document.Trace, kind+" is no kind")
	}
	for i, id := range r.Requirements {
		demand(catalog.Valid(id), id+" is no requirement of ISO/IEC 42001")
		demand(slices.Index(r.Requirements, id) == i, id+" is named twice")
	}
	for i, p := range r.Parameters {
		demand(regexp.MustCompile(`^[a-z][a-z0-9_]*$`).MatchString(p.Name), p.Name+" must be in snake_case")
		for profile, value := range p.Profiles {
			demand(slices.Contains(rule.Profiles(), profile), string(profile)+" is no profile")
			_, err := r.Configure(map[string]any{p.Name: value})
			demand(err == nil, "the parameter "+p.Name+" has another type under "+string(profile))
		}
		demand(p.Default != nil, "the parameter "+p.Name+" must have a default")
		demand(strings.HasSuffix(p.Description, "."), "the parameter "+p.Name+" must have a description that ends in a full stop")
		first := slices.IndexFunc(r.Parameters, func(q rule.Parameter) bool { return q.Name == p.Name })
		demand(first == i, "the parameter "+p.Name+" is there twice")
	}
	return errors.Join(faults...)
}

// table is the source of rules_gen.go.
func table(rules []rule.Rule) []byte {
	var b bytes.Buffer
	b.WriteString(`// Code generated from the metadata of the rules by go generate; DO NOT EDIT.

package policies

import (
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/rule"
)

// Rules are the rules written in Rego, by id.
var Rules = []rule.Rule{
`)
	for _, r := range rules {
		fmt.Fprintf(&b, "{\nID: %q,\nTitle: %q,\nDescription: %q,\nSeverity: rule.%s,\nRequirements: %#v,\nEvidence: rule.%s,\nRemediation: %q,\n",
			r.ID, r.Title, r.Description, exported(string(r.Severity)), r.Requirements, exported(string(r.Evidence)), r.Remediation)
		fmt.Fprintf(&b, "Profile: %q,\n", r.Profile)
		if slices.Equal(r.Kinds, document.Kinds()) {
			b.WriteString("Kinds: document.Kinds(),\n")
		} else if len(r.Kinds) > 0 {
			fmt.Fprintf(&b, "Kinds: %#v,\n", r.Kinds)
		}
		if len(r.Parameters) > 0 {
			b.WriteString("Parameters: []rule.Parameter{\n")
			for _, p := range r.Parameters {
				fmt.Fprintf(&b, "{Name: %q, Default: %s, Description: %q%s},\n", p.Name, literal(p.Default), p.Description, profiles(p))
			}
			b.WriteString("},\n")
		}
		b.WriteString(proof(r.Proof))
		b.WriteString("},\n")
	}
	b.WriteString("}\n")
	return b.Bytes()
}

// profiles is the field of a parameter that holds its other defaults.
func profiles(p rule.Parameter) string {
	if len(p.Profiles) == 0 {
		return ""
	}
	var entries []string
	for _, profile := range slices.Sorted(maps.Keys(p.Profiles)) {
		entries = append(entries, fmt.Sprintf("%q: %s", profile, literal(p.Profiles[profile])))
	}
	return ", Profiles: map[rule.Profile]any{" + strings.Join(entries, ", ") + "}"
}

// proof is the field of a rule that says how it is put to the proof.
func proof(p rule.Proof) string {
	if len(p.Optional)+len(p.Mutants) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("Proof: rule.Proof{\n")
	if len(p.Optional) > 0 {
		fmt.Fprintf(&b, "Optional: %#v,\n", p.Optional)
	}
	if len(p.Mutants) > 0 {
		b.WriteString("Mutants: map[string][]any{\n")
		for _, field := range slices.Sorted(maps.Keys(p.Mutants)) {
			fmt.Fprintf(&b, "%q: %s,\n", field, strings.TrimPrefix(literal(p.Mutants[field]), "[]any"))
		}
		b.WriteString("},\n")
	}
	b.WriteString("},\n")
	return b.String()
}

func exported(name string) string { return strings.ToUpper(name[:1]) + name[1:] }

// literal is a value in Go; a whole float64 would read as an int.
func literal(value any) string {
	switch value := value.(type) {
	case float64:
		return fmt.Sprintf("float64(%v)", value)
	case []any:
		items := make([]string, len(value))
		for i, item := range value {
			items[i] = literal(item)
		}
		return "[]any{" + strings.Join(items, ", ") + "}"
	case map[string]any:
		var entries []string
		for _, key := range slices.Sorted(maps.Keys(value)) {
			entries = append(entries, fmt.Sprintf("%q: %s", key, literal(value[key])))
		}
		return "map[string]any{" + strings.Join(entries, ", ") + "}"
	}
	return fmt.Sprintf("%#v", value)
}

func TestValidate(t *testing.T) {
	good := func() rule.Rule {
		return rule.Rule{
			ID: "a/b", Title: "A title", Description: "A sentence.", Remediation: "Do so.",
			Severity: rule.Error, Evidence: rule.Attested, Profile: rule.Standard, Requirements: []string{"4.1", "6.1.2", "10.2", "A.2.2", "A.6.2.4", "A.10.4"},
			Parameters: []rule.Parameter{{Name: "days", Default: 3, Description: "How many days."}},
		}
	}
	if err := validate(good()); err != nil {
		t.Errorf("a good rule: %v", err)
	}
	for words, spoil := range map[string]func(*rule.Rule){
		"title":            func(r *rule.Rule) { r.Title = "A title." },
		"description":      func(r *rule.Rule) { r.Description = "" },
		"remediation":      func(r *rule.Rule) { r.Remediation = "" },
		"severity":         func(r *rule.Rule) { r.Severity = "critical" },
		"profile":          func(r *rule.Rule) { r.Profile = "all" },
		"custom.kinds":     func(r *rule.Rule) { r.Kinds = []string{"model-card"} },
		"evidence":         func(r *rule.Rule) { r.Evidence = "" },
		"at least one":     func(r *rule.Rule) { r.Requirements = nil },
		"no requirement":   func(r *rule.Rule) { r.Requirements = []string{"A.1.2"} },
		"named twice":      func(r *rule.Rule) { r.Requirements = []string{"4.1", "4.1"} },
		"snake_case":       func(r *rule.Rule) { r.Parameters[0].Name = "Days" },
		"have a default":   func(r *rule.Rule) { r.Parameters[0].Default = nil },
		"is there twice":   func(r *rule.Rule) { r.Parameters = append(r.Parameters, r.Parameters[0]) },
		"have a descripti": func(r *rule.Rule) { r.Parameters[0].Description = "" },
	} {
		r := good()
		spoil(&r)
		if err := validate(r); err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("want an error about %q, got %v", words, err)
		}
	}
	if err := readCustom(new(rule.Rule), map[string]any{"severty": "error"}); err == nil {
		t.Error("an unknown custom key must be an error")
	}
	if err := readCustom(new(rule.Rule), map[string]any{"parameters": []any{map[string]any{"nam": "x"}}}); err == nil {
		t.Error("an unknown key of a parameter must be an error")
	}
}
