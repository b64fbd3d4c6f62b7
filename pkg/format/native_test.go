package format

import (
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/document"
)

func TestNativeDocuments(t *testing.T) {
	for name, test := range map[string]struct{ file, content, want string }{
		"one":             {"a.yaml", "kind: model-card\nmodel: {name: x}\n", "model-card"},
		"json":            {"a.json", `{"kind": "risk-register", "risks": []}`, "risk-register"},
		"json array":      {"a.json", `[{"kind":"model-card"},{"kind":"data-manifest"}]`, "model-card data-manifest"},
		"stream":          {"a.yaml", "kind: model-card\n--- # note\nkind: data-manifest\n...\n---\n", "model-card data-manifest"},
		"flow":            {"a.yaml", "{name: x, 'kind' : 'model-card'}", "model-card"},
		"anchored":        {"a.yaml", "kind: &k model-card\nx: *k\n", "model-card"},
		"list in yaml":    {"a.yaml", "- kind: model-card\n- kind: data-manifest\n", "model-card data-manifest"},
		"folded":          {"a.yaml", "kind: >-\n  model-card\n", "model-card"},
		"kubernetes":      {"a.yaml", "apiVersion: apps/v1\nkind: Deployment\n", ""},
		"data contract":   {"a.yaml", "apiVersion: data.example/v1\nkind: DataContract\n", ""},
		"beside another":  {"a.yaml", "apiVersion: v1\nkind: Service\n---\nkind: model-card\n", "model-card"},
		"kind deep below": {"a.yaml", "spec:\n  kind: model-card\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			recognition := recognise(test.file, []byte(test.content))
			var kinds []string
			for _, d := range recognition.Documents {
				kinds = append(kinds, d.Kind)
				if d.Format != "native" || d.File != test.file || d.Root.Get("kind").Scalar != d.Kind {
					t.Errorf("document %+v", d)
				}
			}
			if got := strings.Join(kinds, " "); got != test.want {
				t.Errorf("kinds %q, want %q", got, test.want)
			}
			if len(recognition.Problems) > 0 {
				t.Errorf("problems %v", recognition.Problems)
			}
		})
	}
}

// A document that somebody meant to be native is never dropped in silence.
func TestUnknownKinds(t *testing.T) {
	for name, test := range map[string]struct{ content, at, message string }{
		"misspelt":        {"name: x\nkind: modelcard\n", "modelcard", `did you mean "model-card"`},
		"underscore":      {"kind: risk_register\n", "risk_register", `did you mean "risk-register"`},
		"capitals":        {"kind: ModelCard\n", "ModelCard", `did you mean "model-card"`},
		"later version":   {"kind: model-card/v2\n", "model-card/v2", "version 1, the only one"},
		"no kind":         {"kind: model-card\n---\nowner: x\n", "owner: x", "Document 2 of this file states no kind"},
		"unknown kind":    {"kind: model-card\n---\nkind: recipe\n", "recipe", "document 2"},
		"a list":          {"kind: model-card\n---\n- a\n- b\n", "- a", "Document 2 of this file is a list"},
		"text":            {"kind: model-card\n---\nhello\n", "hello", "Document 2 of this file is text"},
		"kind is no text": {"kind: model-card\n---\nkind: [model-card]\n", "kind", "document 2"},
	} {
		t.Run(name, func(t *testing.T) {
			recognition := recognise("a.yaml", []byte(test.content))
			if len(recognition.Problems) == 0 {
				t.Fatalf("no problem; %+v", recognition)
			}
			problem := recognition.Problems[0]
			start, end := problem.Text.Offset(problem.Span.Start), problem.Text.Offset(problem.Span.End)
			if got := string(problem.Text.Bytes[start:end]); got != test.at {
				t.Errorf("points at %q, want %q", got, test.at)
			}
			if problem.Rule != UnknownKind || !strings.Contains(problem.Message, test.message) || strings.HasSuffix(problem.Message, ".") {
				t.Errorf("problem %+v, want a message with %q", problem, test.message)
			}
		})
	}
}

func TestNativeNomination(t *testing.T) {
	for file, want := range map[string]bool{
		"x/model-card.yaml": true, "model-card.yml": true, "risk-register.json": true, "data-manifest.yaml": true,
		"values.yaml": false, "model-cards.yaml": false,
	} {
		if got := native.Nominate(file, []byte("kind: Deployment\nkindness: 1\nkind:\n")); got != want {
			t.Errorf("%s: nominated %t, want %t", file, got, want)
		}
	}
	for content, want := range map[string]bool{
		`{"kind":"model-card"}`: true, "\tkind :  'risk-register'": true, "kind: !!str data-manifest": true,
		"kind: Model Card": true, "mankind: model": false, "": false, `"kind"`: false,
	} {
		if got := native.Nominate("a.yaml", []byte(content)); got != want {
			t.Errorf("%q: nominated %t, want %t", content, got, want)
		}
	}
}

func TestEveryKindHasAFormat(t *testing.T) {
	for _, kind := range document.Kinds() {
		if !document.IsKind(kind) || kinds(document.Kinds()).nearest(kind) != kind {
			t.Errorf("the kind %s is not its own nearest", kind)
		}
	}
}
