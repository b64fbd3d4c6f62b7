package merge

import (
	"slices"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// read is a document of a kind, written as YAML.
func read(tb testing.TB, file, format, kind, content string) *document.Document {
	tb.Helper()
	tree := syntax.Parse(syntax.NewText(file, []byte(content)), syntax.YAML, syntax.DefaultLimits())
	if len(tree.Problems) > 0 || len(tree.Values) != 1 {
		tb.Fatalf("%s: %v", file, tree.Problems)
	}
	return &document.Document{Kind: kind, Format: format, File: file, Root: tree.Values[0]}
}

// flat shows every scalar of a document with the file and line it came from.
func flat(d *document.Document) string {
	var lines []string
	var walk func(n *syntax.Node, p syntax.Path)
	walk = func(n *syntax.Node, p syntax.Path) {
		if n.IsScalar() {
			lines = append(lines, p.String()+" = "+n.Scalar+" @ "+n.Text().File+":"+n.Span().Start.String())
		}
		for i, item := range n.Items {
			walk(item, append(slices.Clip(p), syntax.Index(i)))
		}
		for _, f := range n.Fields {
			walk(f.Value, append(slices.Clip(p), syntax.Key(f.Key.Scalar)))
		}
	}
	walk(d.Root, nil)
	return strings.Join(lines, "\n") + "\n"
}

func shown(contradictions []Contradiction) string {
	lines := make([]string, 0, len(contradictions))
	for _, c := range contradictions {
		lines = append(lines, c.Path.String()+" / "+c.Other.Scalar)
	}
	return strings.Join(lines, "\n")
}

func cards(tb testing.TB, sidecar, card string) []Member {
	tb.Helper()
	return []Member{
		{Document: read(tb, "s.yaml", "native", document.ModelCard, sidecar)},
		{Document: read(tb, "README.md", "huggingface", document.ModelCard, card)},
	}
}

func TestEveryFieldKeepsItsPlace(t *testing.T) {
	d, contradictions := Merge(cards(t, `
metadata: {id: a, owner: TBD}
model: {licence: MIT, task: ""}
limitations: [One]
evaluation:
- {id: E-1, metric: AUC, dataset: ward-test, threshold: 0.8}
- {metric: recall}
`, `
metadata: {id: b, title: A, owner: team}
model: {licence: mit, name: gbm, task: triage}
limitations: [one, Two]
evaluation:
- {metric: F1, value: 0.5}
- {metric: auc, dataset: Ward test, value: 0.9}
contact: x
`), true)
	want := `metadata.id = a @ s.yaml:2:16
metadata.owner = team @ README.md:2:36
metadata.title = A @ README.md:2:26
model.licence = MIT @ s.yaml:3:18
model.task = triage @ README.md:3:40
model.name = gbm @ README.md:3:29
limitations[0] = One @ s.yaml:4:15
limitations[1] = Two @ README.md:4:20
evaluation[0].id = E-1 @ s.yaml:6:8
evaluation[0].metric = AUC @ s.yaml:6:21
evaluation[0].dataset = ward-test @ s.yaml:6:35
evaluation[0].threshold = 0.8 @ s.yaml:6:57
evaluation[0].value = 0.9 @ README.md:7:44
evaluation[1].metric = recall @ s.yaml:7:12
evaluation[2].metric = F1 @ README.md:6:12
evaluation[2].value = 0.5 @ README.md:6:23
contact = x @ README.md:8:10
`
	if got := flat(d); got != want {
		t.Errorf("got\n%s", got)
	}
	if len(contradictions) != 0 {
		t.Errorf("contradictions: %s", shown(contradictions))
	}
	if d.Format != "native+huggingface" || d.File != "s.yaml" || d.Kind != document.ModelCard {
		t.Errorf("%s %s %s", d.Format, d.File, d.Kind)
	}
}

func TestContradictions(t *testing.T) {
	for name, test := range map[string]struct{ sidecar, card, want string }{
		"licences":                  {"model: {licence: MIT}", "model: {licence: apache-2.0}", "model.licence / apache-2.0"},
		"spelling of a licence":     {"model: {licence: Apache-2.0}", "model: {licence: 'Apache License, Version 2.0'}", ""},
		"address of a licence":      {"model: {licence: CC-BY-4.0}", "model: {licence: 'https://creativecommons.org/licenses/by/4.0/'}", ""},
		"another address":           {"model: {licence: CC-BY-4.0}", "model: {licence: 'https://creativecommons.org/licenses/by-nc/4.0/legalcode'}", "model.licence / https://creativecommons.org/licenses/by-nc/4.0/legalcode"},
		"an address nobody knows":   {"model: {licence: LicenseRef-x}", "model: {licence: 'https://example.org/terms'}", ""},
		"other is no licence":       {"model: {licence: LicenseRef-x}", "model: {licence: other}", ""},
		"licence versions":          {"model: {licence: GPL-2.0}", "model: {licence: GPL-3.0}", "model.licence / GPL-3.0"},
		"only and later":            {"model: {licence: GPL-3.0-only}", "model: {licence: GPL-3.0-or-later}", "model.licence / GPL-3.0-or-later"},
		"versions":                  {"model: {version: 1.1}", "model: {version: 1.10}", "model.version / 1.10"},
		"spelling of a version":     {"model: {version: 2.3.0}", "model: {version: v2.3}", ""},
		"owners":                    {"metadata: {owner: lead}", "metadata: {owner: Someone Else}", "metadata.owner / Someone Else"},
		"an owner's address":        {"metadata: {owner: lead}", "metadata: {owner: lead@example.org}", ""},
		"versions of the documents": {"metadata: {version: 1}", "metadata: {version: 2}", ""},
		"ids and titles":            {"metadata: {id: a, title: A}", "metadata: {id: b, title: B}", ""},
		"reviews of the documents":  {"metadata: {next_review: 2026-01-01, approved: {on: 2026-01-01}}", "metadata: {next_review: 2027-01-01, approved: {on: 2025-01-01}}", ""},
		"prose":                     {"intended_use: {description: This}", "intended_use: {description: That}", ""},
		"names":                     {"model: {name: sepsis-gbm}", "model: {name: resnet}", "model.name / resnet"},
		"part of a name":            {"model: {name: org/sepsis-gbm}", "model: {name: Sepsis GBM}", ""},
		"days":                      {"model: {trained_on: 2026-01-01}", "model: {trained_on: 2026-02-01}", "model.trained_on / 2026-02-01"},
		"a day and its month":       {"model: {trained_on: 2026-01-01}", "model: {trained_on: 2026-01}", ""},
		"numbers":                   {"environmental: {energy_kwh: 12}", "environmental: {energy_kwh: 14}", "environmental.energy_kwh / 14"},
		"a rounded number":          {"environmental: {energy_kwh: 12}", "environmental: {energy_kwh: 12.3}", ""},
		"measured values":           {"evaluation: [{metric: AUC, value: 0.91}]", "evaluation: [{metric: auc, value: 0.87}]", "evaluation[0].value / 0.87"},
		"other slices":              {"evaluation: [{metric: AUC, slice: men, value: 0.9}]", "evaluation: [{metric: auc, slice: women, value: 0.87}]", ""},
		"ambiguous items":           {"evaluation: [{metric: AUC, value: 0.9}]", "evaluation: [{metric: auc, dataset: x, value: 0.1}, {metric: auc, dataset: y, value: 0.2}]", ""},
		"a placeholder":             {"model: {licence: TBD}", "model: {licence: mit}", ""},
	} {
		_, contradictions := Merge(cards(t, test.sidecar, test.card), true)
		if got := shown(contradictions); got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}
