package scan_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/cache"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/scan"
)

// copyOf is a copy of an example organization.
func copyOf(t *testing.T, example string) string {
	t.Helper()
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS("../../testdata/"+example)); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(folder, ".git"), 0o750); err != nil {
		t.Fatal(err)
	}
	return folder
}

func opened(t *testing.T, folder, base string) *cache.Cache {
	t.Helper()
	c, err := cache.Open(folder, base)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// someRules are a few of each sort, since it takes long to compile them all.
var someRules = []string{
	"binding/*", "schema/*", "syntax/*", "model-card/licence", "risk-register/risk-owner", "document/approved", "document/contradiction", "document/review-not-overdue",
	"repository/document-id-unique", "repository/undocumented-ai", "repository/supplier-*", "repository/*risk*",
}

// reported is the report for programs of a check.
func reported(t *testing.T, folder string, kept *cache.Cache, change func(*scan.Request)) string {
	t.Helper()
	request := scan.Request{Directory: folder, AsOf: "2026-11-22", Cache: kept, Rules: someRules}
	if change != nil {
		change(&request)
	}
	run, err := scan.Check(t.Context(), request)
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if err := report.Get("json").Write(&text, run, report.Options{}); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// A run that recalls what it can says the same as one that recalls nothing,
// whatever has changed between the runs.
func TestRecalledRunsSayTheSame(t *testing.T) {
	folder := copyOf(t, "clinic-broken")
	kept := opened(t, t.TempDir(), "1.0")
	write := func(name, content string) func(*testing.T) {
		return func(t *testing.T) {
			t.Helper()
			if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	remove := func(name string) func(*testing.T) {
		return func(t *testing.T) {
			t.Helper()
			if err := os.Remove(filepath.Join(folder, name)); err != nil {
				t.Fatal(err)
			}
		}
	}
	previous := ""
	for _, step := range []struct {
		name   string
		change func(*testing.T)
		ask    func(*scan.Request)
	}{
		{name: "for the first time"},
		{name: "once more"},
		{name: "another day", ask: func(r *scan.Request) { r.AsOf = "2031-01-01" }},
		{name: "another profile", ask: func(r *scan.Request) { r.Profiles = []string{"starter"} }},
		{name: "one rule", ask: func(r *scan.Request) { r.Rules = []string{"model-card/licence"} }},
		{name: "one file", ask: func(r *scan.Request) { r.Paths = []string{"models/sepsis-alert/model-card.yaml"} }},
		{name: "with an assessment", ask: func(r *scan.Request) { r.Assess = true }},
		{name: "with an assessment once more", ask: func(r *scan.Request) { r.Assess = true }},
		{name: "a source says something else", change: write("metrics/sepsis-alert-2.3.0.json", `{"auc": 0.1}`)},
		{name: "a source goes", change: remove("metrics/data-quality.json")},
		{name: "a folder takes its place", change: func(t *testing.T) {
			t.Helper()
			if err := os.Mkdir(filepath.Join(folder, "metrics/data-quality.json"), 0o750); err != nil {
				t.Fatal(err)
			}
		}},
		{name: "a ledger goes", change: remove("dvc.lock")},
		{name: "a document goes", change: remove("governance/suppliers.yaml")},
		{name: "a document comes", change: write("governance/more.yaml", "kind: risk-register\nmetadata: {id: more}\nrisks: [{id: new}]\n")},
		{name: "a document changes", change: write("governance/more.yaml", "kind: risk-register\nmetadata: {id: sepsis-alert}\nrisks: [{id: other}]\n")},
		{name: "a sidecar comes", change: write("models/note-triage/card.yaml", "kind: model-card\ndescribes: README.md\nmodel: {licence: none}\n")},
		{name: "a dependency comes", change: write("code/scoring/package.json", `{"dependencies": {"openai": "1.0.0"}}`)},
		{name: "a parameter", change: write(".aimslint.yaml", "profile: starter\nrules:\n  document/approved: {severity: note}\n")},
	} {
		if step.change != nil {
			step.change(t)
		}
		want := reported(t, folder, nil, step.ask)
		if got := reported(t, folder, kept, step.ask); got != want {
			t.Errorf("%s: a run that recalls says something else:\n%s\nwant\n%s", step.name, got, want)
		}
		if want == previous && step.name != "once more" && step.name != "with an assessment once more" {
			t.Errorf("%s: it makes no difference", step.name)
		}
		previous = want
	}
}

// Results of another version, and damaged ones, are as good as none.
func TestWrongEntriesAreAsGoodAsNone(t *testing.T) {
	folder := copyOf(t, "saas-broken")
	want := reported(t, folder, nil, nil)
	for name, damage := range map[string]func([]byte) []byte{
		"truncated": func(content []byte) []byte { return content[:len(content)/2] },
		"edited":    func(content []byte) []byte { return bytes.ReplaceAll(content, []byte("error"), []byte("noted")) },
		"emptied":   func([]byte) []byte { return nil },
		"kept":      func(content []byte) []byte { return content },
	} {
		where := t.TempDir()
		if got := reported(t, folder, opened(t, where, "another version"), nil); got != want {
			t.Errorf("%s: a first run says something else", name)
		}
		err := filepath.WalkDir(where, func(file string, entry fs.DirEntry, err error) error {
			if err != nil || !entry.Type().IsRegular() {
				return err
			}
			content, err := os.ReadFile(file) //nolint:gosec // the test's own
			if err != nil {
				return err
			}
			return os.WriteFile(file, damage(content), 0o600) //nolint:gosec // the test's own
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, base := range []string{"another version", "this version"} {
			if got := reported(t, folder, opened(t, where, base), nil); got != want {
				t.Errorf("%s, %s: it says something else", name, base)
			}
		}
	}
}

// What users' policies and kinds came to is recalled only while they are the same.
func TestUsersPoliciesAreRecalledWhileTheyAreTheSame(t *testing.T) {
	folder := t.TempDir()
	write := func(name, content string) {
		t.Helper()
		file := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	const (
		metadata = "# METADATA\n# title: T\n# description: D.\n# custom: {severity: warning, requirements: [A.9.4], evidence: attested, remediation: R.%s}\n"
		rule     = "package aimslint.rules.model_card.short\n\nimport data.acme.words\n\n" +
			"report contains {\"path\": [\"intended_use\", \"setting\"], \"message\": \"%s\"} if count(input.intended_use.setting) < words.fewest\n"
		over = "package aimslint.rules.repository.cards\n\n" +
			"report contains {\"document\": c.document, \"path\": [], \"message\": \"%s\"} if some c in input.records[\"ethics-review\"]\n"
		examples = "-- pass/model-card.yaml --\nkind: model-card\nmetadata: {id: a, title: A}\nintended_use: {setting: Wards of adults, users: [nurses]}\n" +
			"-- fail/model-card.yaml --\nkind: model-card\nmetadata: {id: a, title: A}\nintended_use: {setting: W}\n"
		kind = `{"type": "object", "properties": {"kind": true, "metadata": true, "verdict": {"enum": ["yes"%s]}}}`
	)
	write(".git/HEAD", "")
	write(".aimslint.yaml", "policies: [policies]\nkinds: {ethics-review: schemas/review.json}\n")
	write("model-card.yaml", "kind: model-card\nmetadata: {id: triage, title: Triage}\nintended_use: {setting: Wards}\n")
	write("review.yaml", "kind: ethics-review\nmetadata: {id: review, title: Review}\nverdict: no\n")
	write("schemas/review.json", fmt.Sprintf(kind, ""))
	write("policies/words.rego", "package acme.words\n\nfewest := 9\n")
	write("policies/short.rego", fmt.Sprintf(metadata, "")+fmt.Sprintf(rule, "It is short"))
	write("policies/cards.rego", fmt.Sprintf(metadata, ", kinds: [ethics-review]")+fmt.Sprintf(over, "A review"))
	kept, without := opened(t, t.TempDir(), "1.0"), []string{"model-card/*", "schema/*"}
	previous := ""
	for _, step := range []struct {
		name, file, content string
		ask                 func(*scan.Request)
	}{
		{name: "for the first time"},
		{name: "once more"},
		{name: "a rule", file: "policies/short.rego", content: fmt.Sprintf(metadata, "") + fmt.Sprintf(rule, "It is too short")},
		{name: "a rule over the repository", file: "policies/cards.rego", content: fmt.Sprintf(metadata, ", kinds: [ethics-review]") + fmt.Sprintf(over, "One review")},
		{name: "a library", file: "policies/words.rego", content: "package acme.words\n\nfewest := 2\n"},
		{name: "the library as before", file: "policies/words.rego", content: "package acme.words\n\nfewest := 9\n"},
		{name: "a schema", file: "schemas/review.json", content: fmt.Sprintf(kind, `, "no"`)},
		{name: "without policies", ask: func(r *scan.Request) { r.Policies, r.Rules = scan.NoPolicies, without }},
		{name: "with an assessment", ask: func(r *scan.Request) { r.Assess = true }},
		{name: "examples", file: "policies/short.examples.txtar", content: examples, ask: func(r *scan.Request) { r.Assess = true }},
		{name: "a severity", file: ".aimslint.yaml", content: "policies: [policies]\nkinds: {ethics-review: schemas/review.json}\nrules: {model-card/short: {severity: error}}\n"},
		{name: "no kind", file: ".aimslint.yaml", content: "policies: [policies/short.rego, policies/words.rego]\n", ask: func(r *scan.Request) { r.Rules = without }},
	} {
		if step.file != "" {
			write(step.file, step.content)
		}
		ask := func(r *scan.Request) {
			r.Rules = []string{"model-card/*", "repository/cards", "repository/document-id-unique", "schema/*"}
			if step.ask != nil {
				step.ask(r)
			}
		}
		want := reported(t, folder, nil, ask)
		for range 2 {
			if got := reported(t, folder, kept, ask); got != want {
				t.Errorf("%s: a run that recalls says something else:\n%s\nwant\n%s", step.name, got, want)
			}
		}
		if want == previous && step.name != "once more" {
			t.Errorf("%s: it makes no difference", step.name)
		}
		previous = want
	}
}

// A run that has to know the commit recalls what one kept that had not.
func TestRecalledRunsKnowWhatTheCommitLacks(t *testing.T) {
	folder := project(t, map[string]string{
		"card.yaml":    "kind: model-card\nmetadata: {id: one}\nevaluation: [{metric: auc, value: 0.8, source: metrics.json#/auc}]\n",
		"metrics.json": `{"auc": 0.9}`,
	})
	git(t, folder, "init", "-q")
	git(t, folder, "add", ".")
	git(t, folder, "commit", "-q", "-m", "one")
	if err := os.WriteFile(filepath.Join(folder, "metrics.json"), []byte(`{"auc": 0.8}`), 0o600); err != nil {
		t.Fatal(err)
	}
	kept := opened(t, t.TempDir(), "1.0")
	commit := func(r *scan.Request) { r.Commit = true }
	want := reported(t, folder, nil, commit)
	if !strings.Contains(want, `"dirty": true`) {
		t.Fatalf("the change is not seen:\n%s", want)
	}
	reported(t, folder, kept, nil)
	if got := reported(t, folder, kept, commit); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
