package begin

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/format"
	"github.com/aimslint/aimslint/pkg/scan"
	"github.com/aimslint/aimslint/pkg/schema"
	"github.com/aimslint/aimslint/pkg/syntax"
)

const gguf = "GGUF\x03\x00\x00\x00aaaaaaaaaaaaaaaa"

const onnx = "\x08\x08\x12\x07pytorch"

const huggingFaceCard = `---
license: apache-2.0
datasets:
  - acme/tickets
base_model: google-bert/bert-base-uncased
pipeline_tag: text-classification
model-index:
  - name: ticket-router
    results:
      - task: {type: text-classification}
        dataset: {name: tickets-2025, type: acme/tickets}
        metrics:
          - {type: f1, value: 0.91}
---

# Ticket router

## Intended uses

Routes tickets to a team.

## Limitations

English only.
`

const contract = `apiVersion: v3.0.0
kind: DataContract
id: orders
name: Orders
version: 1.0.0
status: active
description:
  purpose: Orders of customers
schema:
  - name: orders
    properties:
      - name: id
        logicalType: string
`

const bom = `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [
  {"type": "machine-learning-model", "bom-ref": "m", "name": "router", "version": "1.2.0",
   "licenses": [{"license": {"id": "MIT"}}],
   "modelCard": {"modelParameters": {"task": "classification", "datasets": [{"ref": "d"}]},
     "quantitativeAnalysis": {"performanceMetrics": [{"type": "accuracy", "value": "0.9"}]},
     "considerations": {"users": ["agents"], "useCases": ["routing"]}}},
  {"type": "data", "bom-ref": "d", "name": "tickets", "data": [{"type": "dataset", "name": "tickets"}]}]}
`

const frictionless = `{"name": "counts", "title": "Counts", "licenses": [{"name": "CC-BY-4.0"}],
  "resources": [{"name": "counts", "path": "counts.csv", "schema": {"fields": [{"name": "n", "type": "integer"}]}}]}
`

const markdownCard = `# Model card: churn model

## Model details

- Version: 1.4
- Licence: MIT
- Owner: growth team

## Intended use

Finds customers who may leave.

## Limitations

Fails for new customers.

## Metrics

| metric | value |
|---|---|
| AUROC | 0.8 |
`

const registerCSV = `id,risk,likelihood,impact,owner,treatment
R1,Wrong answers,3,4,product-owner,Review by people
R2,Data leak,2,5,security-officer,Encrypt
`

var repositories = map[string]map[string]string{
	"hugging face card": {"README.md": huggingFaceCard},
	"services and a model file": {
		"requirements.txt": "openai==1.2.3\nlangchain\nfastapi\n", "models/mistral-7b.gguf": gguf,
	},
	"several models":     {"package.json": `{"dependencies": {"@anthropic-ai/sdk": "0.30.1"}}`, "a.onnx": onnx, "m/x-00001-of-00002.gguf": gguf, "m/x-00002-of-00002.gguf": gguf},
	"a folder of models": {"models/a.onnx": onnx, "models/b.onnx": onnx, "models/c.onnx": onnx, "models/d.onnx": onnx},
	"systems that a register names": {
		"README.md": huggingFaceCard, "risks.csv": "id,risk,system,likelihood,impact,owner,treatment\nR1,Wrong answers,Help desk,3,4,lead,Review\nR2,Leak,Ticket router,1,2,lead,Encrypt\n",
	},
	"system card":       {"requirements.txt": "openai\n", "SYSTEM_CARD.md": "# System card: help desk\n\n## Purpose\n\nAnswers questions of customers.\n\n## Human oversight\n\nAn agent reads every answer.\n\n## Limitations\n\nEnglish only.\n\n## Risks\n\nWrong answers.\n"},
	"native system":     {"requirements.txt": "torch\n", "ai.yaml": "kind: ai-system\nmetadata: {id: desk}\nname: Help desk\n"},
	"notebook":          {"train.ipynb": `{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [], "source": ["import openai\n", "import sklearn\n", "model.fit(x, y)\n"]}]}`},
	"cyclonedx":         {"bom.json": bom},
	"odcs":              {"orders.odcs.yaml": contract},
	"frictionless":      {"datapackage.json": frictionless},
	"markdown card":     {"docs/MODEL_CARD.md": markdownCard},
	"csv risk register": {"risk-register.csv": registerCSV},
	"card and register": {"README.md": huggingFaceCard, "risk-register.csv": registerCSV, "requirements.txt": "torch==2.1.0\n"},
	"empty":             {},
	"web project":       {"package.json": `{"dependencies": {"react": "18"}}`, "README.md": "# Shop\n\nA shop.\n"},
}

func TestOnlyPlaceholdersAreFound(t *testing.T) {
	for _, name := range slices.Sorted(maps.Keys(repositories)) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			root := folder(t, repositories[name])
			before := check(t, root)
			plan := written(t, root)
			for _, fault := range faults(t, root, plan, before) {
				t.Error(fault)
			}
			if again := made(t, root); len(again.Files) > 0 {
				t.Errorf("a second time it writes %s", again.Files[0].Path)
			}
			isEmpty := name == "empty" || name == "web project"
			if isEmpty != (len(plan.Files) == 1) {
				t.Errorf("%d files were written", len(plan.Files))
			}
		})
	}
}

func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	root = filepath.Join(root, "triage")
	for name, content := range files {
		put(t, filepath.Join(root, filepath.FromSlash(name)), content)
	}
	if err := os.MkdirAll(root, 0o750); err != nil {
		t.Fatal(err)
	}
	return root
}

func put(t *testing.T, file, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func request(root string) scan.Request {
	return scan.Request{Directory: root, Root: root, Paths: []string{root}, AsOf: "2026-11-22"}
}

func made(t *testing.T, root string) *Plan {
	t.Helper()
	plan, err := Make(t.Context(), Request{Scan: request(root), Folder: "aims"})
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

func written(t *testing.T, root string) *Plan {
	t.Helper()
	plan := made(t, root)
	if n, err := plan.Write(); err != nil || n != len(plan.Files) {
		t.Fatal(n, err)
	}
	return plan
}

func check(t *testing.T, root string) []finding.Finding {
	t.Helper()
	run, err := scan.Check(t.Context(), request(root))
	if err != nil {
		t.Fatal(err)
	}
	return run.Findings
}

// faults are what must not be of what has been written: shapes that the schemas
// turn down, findings that are about no placeholder and were not there before, and
// placeholders that no finding names.
func faults(t *testing.T, root string, plan *Plan, before []finding.Finding) []string {
	t.Helper()
	var found []string
	known := map[string]bool{}
	for i := range before {
		known[key(&before[i])] = true
	}
	open, named := map[string]map[int][]int{}, map[string]map[int]bool{}
	for _, f := range plan.Files {
		if f.Kind == "" {
			continue
		}
		d := read(t, root, f.Path)
		violations, err := schema.Validate(d)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range violations {
			if n := d.Root.Lookup(v.Path); n != nil && document.IsPlaceholder(n) {
				continue // required, and still to be written
			}
			found = append(found, fmt.Sprintf("%s: %s: %s", f.Path, v.Path, v.Message))
		}
		open[f.Path], named[f.Path] = map[int][]int{}, map[int]bool{}
		openLines(d.Root, nil, open[f.Path])
	}
	for _, f := range check(t, root) {
		at := f.Location
		switch lines, ours := open[at.File]; {
		case ours && lines[at.Span.Start.Line] != nil:
			named[at.File][at.Span.Start.Line] = true
		case known[key(&f)]:
		default:
			found = append(found, fmt.Sprintf("%s:%s: %s [%s] is about no placeholder", at.File, at.Span.Start, f.Message, f.Rule.ID))
		}
	}
	for file, lines := range open {
		for line, above := range lines {
			if len(above) > 0 && !slices.ContainsFunc(above, func(at int) bool { return named[file][at] }) {
				found = append(found, fmt.Sprintf("%s:%d: no finding names the placeholder", file, line))
			}
		}
	}
	slices.Sort(found)
	return found
}

// key is what tells whether a finding was there before. Where it stands may change:
// a value that tells an item apart stands in both files.
func key(f *finding.Finding) string { return f.Rule.ID + f.Message }

func read(t *testing.T, root, file string) *document.Document {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(file))) //nolint:gosec // in a folder of the test
	if err != nil {
		t.Fatal(err)
	}
	tree := syntax.Parse(syntax.NewText(file, content), syntax.LanguageOf(file), syntax.DefaultLimits())
	recognised := format.Recognise(tree, format.Named("native"))
	if len(recognised.Documents) != 1 || len(tree.Problems)+len(recognised.Problems) > 0 {
		t.Fatalf("%s is no native document: %v %v\n%s", file, tree.Problems, recognised.Problems, content)
	}
	return recognised.Documents[0]
}

// openLines are the lines of values in which something is to be written, each with
// those of the lines at which that may be named: its own and those of what holds it.
// The lines of maps and lists have none, since they need not be named.
func openLines(n *syntax.Node, above []int, lines map[int][]int) bool {
	isOpen := document.IsPlaceholder(n)
	note := func(at, value *syntax.Node) {
		line := at.Span().Start.Line
		holding := append(slices.Clone(above), line)
		if openLines(value, holding, lines) {
			isOpen = true
			lines[line] = append([]int{}, lines[line]...)
			if value.IsScalar() {
				lines[line] = append(lines[line], holding...)
			}
		}
	}
	for _, item := range n.Items {
		note(item, item)
	}
	for _, f := range n.Fields {
		note(f.Key, f.Value)
	}
	return isOpen
}

// Nothing that is there is changed, and nothing is written through a link that leads
// out of the root.
func TestWriteTouchesNothing(t *testing.T) {
	t.Parallel()
	root := folder(t, repositories["services and a model file"])
	put(t, filepath.Join(root, "aims", "risk-register.yaml"), "mine\n")
	plan := written(t, root)
	if !slices.Equal(plan.Kept, []string{"aims/risk-register.yaml"}) {
		t.Errorf("kept %q", plan.Kept)
	}
	if content, err := os.ReadFile(filepath.Join(root, "aims", "risk-register.yaml")); err != nil || string(content) != "mine\n" { //nolint:gosec // in a folder of the test
		t.Errorf("%q %v", content, err)
	}
	if _, err := plan.Write(); !errors.Is(err, ErrExists) {
		t.Errorf("written twice: %v", err)
	}
	parts, err := filepath.Glob(filepath.Join(root, "*", ".aimslint-*"))
	if err != nil || len(parts) > 0 {
		t.Errorf("%q is left over, %v", parts, err)
	}
}

func TestLinksOutOfTheRoot(t *testing.T) {
	t.Parallel()
	root, outside := folder(t, repositories["services and a model file"]), t.TempDir()
	if err := os.Symlink(outside, filepath.Join(root, "aims")); err != nil {
		t.Skip(err)
	}
	plan := made(t, root)
	if _, err := plan.Write(); err == nil {
		t.Error("it was written")
	}
	entries, err := os.ReadDir(outside)
	if err != nil || len(entries) > 0 {
		t.Errorf("%v is written outside, %v", entries, err)
	}
}

// What a name holds that no text may is not in a comment.
func TestNamesThatSteerATerminal(t *testing.T) {
	t.Parallel()
	root := folder(t, map[string]string{"a: b\x1b[31m#.gguf": gguf})
	for _, fault := range faults(t, root, written(t, root), nil) {
		t.Error(fault)
	}
}

// A folder that is named is a project of its own.
func TestProjectInARepository(t *testing.T) {
	t.Parallel()
	root := folder(t, map[string]string{"a/requirements.txt": "openai\n", "b/requirements.txt": "torch\n"})
	asked := request(root)
	asked.Paths = []string{filepath.Join(root, "a")}
	plan, err := Make(t.Context(), Request{Scan: asked, Folder: "aims"})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range plan.Files {
		if !strings.HasPrefix(f.Path, "a/") || strings.Contains(string(f.Content), "torch") {
			t.Errorf("%s is written:\n%s", f.Path, f.Content)
		}
	}
	if len(plan.Files) != 5 {
		t.Errorf("%d files", len(plan.Files))
	}
}

// A profile that asks for less has less written.
func TestStarter(t *testing.T) {
	t.Parallel()
	root := folder(t, repositories["services and a model file"])
	asked := request(root)
	asked.Profiles = []string{"starter"}
	plan, err := Make(t.Context(), Request{Scan: asked, Folder: "aims"})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range plan.Files {
		if f.Kind == document.ImpactAssessment {
			t.Errorf("%s is written:\n%s", f.Path, f.Content)
		}
	}
}

// What the documents state stands in the new ones.
func TestKnownValuesAreFilledIn(t *testing.T) {
	t.Parallel()
	for name, wanted := range map[string]map[string][]string{
		"services and a model file": {
			"aims/ai-system.yaml":         {"- name: openai\n      version: 1.2.3\n", "- id: mistral-7b\n", "suppliers:\n  - openai\n"},
			"aims/supplier-register.yaml": {"- id: openai\n    name: OpenAI\n", "systems:\n      - triage\n"},
			"aims/impact-assessment.yaml": {"system: triage\n"},
			"aims/risk-register.yaml":     {"system: triage\n"},
			"models/mistral-7b.aims.yaml": {"path: mistral-7b.gguf\n", "system: triage\n"},
			".aimslint.yaml":              {"profile: standard\n"},
		},
		"hugging face card": {
			"README.aims.yaml":        {"describes: README.md\n", "threshold: TBD\n", "metric: f1\n"},
			"aims/ai-system.yaml":     {"licence: apache-2.0\n", "- id: acme/tickets\n"},
			"aims/data-manifest.yaml": {"- id: acme/tickets\n"},
		},
		"cyclonedx": {
			"aims/ai-system.yaml": {"version: 1.2.0\n    licence: MIT\n"},
		},
		"systems that a register names": {
			"aims/ai-system-help-desk.yaml": {"name: Help desk\n"}, "aims/ai-system-ticket-router.yaml": {"name: Ticket router\n"},
		},
		"several models": {"m/x.aims.yaml": {"path: x-00001-of-00002.gguf\n"}, "a.aims.yaml": {"path: a.onnx\n"}},
		"notebook":       {"aims/ai-system.yaml": {"traces:\n  - path: train.ipynb\n", "suppliers:\n  - openai\n"}},
	} {
		files := map[string]string{}
		for _, f := range made(t, folder(t, repositories[name])).Files {
			files[f.Path] = string(f.Content)
		}
		for file, texts := range wanted {
			for _, text := range texts {
				if !strings.Contains(files[file], text) {
					t.Errorf("%s: %s lacks %q:\n%s", name, file, text, files[file])
				}
			}
		}
		if strings.Contains(files["README.aims.yaml"], "apache-2.0") {
			t.Errorf("%s: the sidecar repeats what the card states", name)
		}
	}
}

// Of the corpus, each file by itself: whatever it is, what is written is valid,
// only placeholders are found in it, and the second time there is nothing to write.
func TestCorpus(t *testing.T) {
	const corpus = "../../../shared/corpus"
	formats, err := os.ReadDir(corpus)
	if err != nil {
		t.Skip("the corpus of real files is not here: " + corpus)
	}
	for _, dir := range formats {
		if !dir.IsDir() {
			continue
		}
		files, err := filepath.Glob(filepath.Join(corpus, dir.Name(), "*", "*"))
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i < len(files); i += max(1, len(files)/perFormat) {
			t.Run(strings.TrimPrefix(files[i], corpus+"/"), func(t *testing.T) {
				t.Parallel()
				content, err := os.ReadFile(files[i])
				if err != nil {
					t.Fatal(err)
				}
				root := folder(t, map[string]string{strings.ReplaceAll(filepath.Base(files[i]), "__", "/"): string(content)})
				before := check(t, root)
				for _, fault := range faults(t, root, written(t, root), before) {
					t.Error(fault)
				}
				if again := made(t, root); len(again.Files) > 0 {
					t.Errorf("a second time it writes %s", again.Files[0].Path)
				}
			})
		}
	}
}

// perFormat is how many files of a format are tried.
const perFormat = 2
