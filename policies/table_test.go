package policies_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"go/format"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/dependencies"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/library"
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
	compiler := compiled(t)
	for i := range rules {
		category, name, _ := strings.Cut(strings.ReplaceAll(rules[i].ID, "-", "_"), "/")
		rules[i].Dated = readsDay(t, compiler, "data.aimslint.rules."+category+"."+name+".report")
	}
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

// TestRecordsAreWithoutDay sees to it that what is kept of a record holds on any day.
func TestRecordsAreWithoutDay(t *testing.T) {
	compiler := compiled(t)
	kinds, err := fs.Glob(policies.Files, "records/*.rego")
	if err != nil || len(kinds) == 0 {
		t.Fatal(kinds, err)
	}
	for _, file := range kinds {
		kind := strings.TrimSuffix(path.Base(file), ".rego")
		if !strings.HasSuffix(kind, "_test") && readsDay(t, compiler, "data.aimslint.records."+kind+".record") {
			t.Errorf("%s reads data.as_of", file)
		}
	}
}

func compiled(t *testing.T) *ast.Compiler {
	t.Helper()
	parsed := map[string]*ast.Module{}
	for _, m := range modules(t, ".") {
		if !strings.HasSuffix(m.file, "_test.rego") {
			parsed[m.file] = m.Module.Module
		}
	}
	compiler := ast.NewCompiler()
	if compiler.Compile(parsed); compiler.Failed() {
		t.Fatal(compiler.Errors)
	}
	return compiler
}

// readsDay reports whether what is at a reference depends on the day.
func readsDay(t *testing.T, compiler *ast.Compiler, ref string) bool {
	t.Helper()
	rules := compiler.GetRulesExact(ast.MustParseRef(ref))
	if len(rules) == 0 {
		t.Fatalf("there is no %s", ref)
	}
	for _, r := range rules {
		read, err := dependencies.Base(compiler, r)
		if err != nil {
			t.Fatal(err)
		}
		if slices.ContainsFunc(read, func(base ast.Ref) bool { return base.String() == "data.as_of" }) {
			return true
		}
	}
	return false
}

// module is a parsed file below policies.
type module struct {
	library.Module

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
			parsed, err := library.Parse(library.File{Name: file, Content: text})
			if err != nil {
				t.Error(err)
				return nil
			}
			found = append(found, module{file: file, Module: *parsed})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return found
}

// readRule reads the rule that a module states in the metadata of its package.
// Beyond what everybody's rules must keep, ours stand in a folder that their id
// names and are written in sentences.
func readRule(m module) (rule.Rule, error) {
	id := strings.TrimPrefix(path.Dir(m.file), "rules/")
	snake := strings.ReplaceAll(id, "-", "_")
	if strings.Count(id, "/") != 1 || path.Base(m.file) != path.Base(snake)+".rego" {
		return rule.Rule{}, errors.New("the file of a rule is rules/CATEGORY/NAME/NAME.rego")
	}
	if want := "data.aimslint.rules." + strings.ReplaceAll(snake, "/", "."); m.Package.Path.String() != want {
		return rule.Rule{}, fmt.Errorf("the package is %s, by the folder it is %s", m.Package.Path, want)
	}
	r, err := library.Rule(&m.Module)
	return *r, errors.Join(err, style(*r))
}

func style(r rule.Rule) error {
	var faults []error
	demand := func(ok bool, words string) {
		if !ok {
			faults = append(faults, errors.New(words))
		}
	}
	demand(!strings.HasSuffix(r.Title, "."), "the title must be a phrase without a full stop")
	demand(strings.HasSuffix(r.Description, "."), "the description must be sentences that end in a full stop")
	demand(strings.HasSuffix(r.Remediation, "."), "custom.remediation must be sentences that end in a full stop")
	for _, p := range r.Parameters {
		demand(strings.HasSuffix(p.Description, "."), "the parameter "+p.Name+" must have a description that ends in a full stop")
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
		if r.Dated {
			b.WriteString("Dated: true,\n")
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
