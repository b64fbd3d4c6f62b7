package format

import (
	"slices"
	"strings"
	"testing"
)

// templates are files that are still to be filled in, by their path: the kind
// that the message names and the text at its place.
var templates = map[string]struct{ content, kind, at string }{
	"MODEL_CARD.md":                   {"---\n{{ card_data }}\n---\n# Model Card for {{ name }}\n\n## Uses\n", "a model card", "{{ card_data }}"},
	"README.md":                       {"---\nlicense: {license}\nlibrary_name: {x}\n---\n# M\n", "a model card", "{license}"},
	"docs/model-card.md":              {"# Model Card: [Model Name]\n\n## Intended use\n\na\n\n## Limitations\n\nb\n", "a model card", "Model Card: [Model Name]"},
	"auto/README.md":                  {"---\nlibrary_name: transformers\ntags: []\n---\n# Model Card for Model ID\n\n## Uses\n\n### Direct Use\n\n[More Information Needed]\n\n### Out-of-Scope Use\n\n[More Information Needed]\n\n## Bias, Risks, and Limitations\n\n[More Information Needed]\n\n## Training Data\n\n[More Information Needed]\n\n- **Developed by:** [More Information Needed]\n- **License:** [More Information Needed]\n", "a model card", "[More Information Needed]"},
	"model-card-template.md":          {"# Model card\n\n## Intended use\n\n_Describe what it is for._\n\n## Limitations\n\n_List them._\n", "a model card", "Describe what it is for."},
	"dataset_card_template.md":        {"---\n{card_data}\n---\n# {{ pretty_name }}\n\n{{ some_data }}\n", "a data manifest", "{card_data}"},
	"docs/_TEMPLATE-risk-register.md": {"# Risk entry: <short title>\n\n- **Owner:** <name>\n", "a risk register", "Risk entry: <short title>"},
	"docs/risk-register.md":           {"# Risk register\n\n| ID | Risk | Likelihood | Owner |\n|--|--|--|--|\n| [ID] | [Risk] | [1-5] | [Owner] |\n", "a risk register", "[ID]"},
	"docs/risk-register.csv":          {"id,title,likelihood,impact,owner\n<id>,<title>,<1-5>,<1-5>,<owner>\n", "a risk register", "<id>"},
	"model_card.json":                 {`{"model_details": {"name": "<your model>", "overview": "", "owners": [{"name": ""}]}, "considerations": {"limitations": [{"description": ""}], "users": [{"description": ""}]}}`, "a model card", `"<your model>"`},
	"docs/SYSTEM_CARD.md":             {"# System card: [System name]\n\n## Purpose\n\n[purpose]\n\n## Users\n\n[users]\n", "an AI system", "System card: [System name]"},
	"docs/impact.md":                  {"# AI Impact Assessment: [System name]\n\n## Purpose\n\n[purpose]\n\n## Affected groups\n\n[who]\n", "an impact assessment", "AI Impact Assessment: [System name]"},
}

func TestTemplates(t *testing.T) {
	for file, test := range templates {
		t.Run(file, func(t *testing.T) {
			recognition := recognise(file, []byte(test.content))
			if len(recognition.Documents) != 0 || len(recognition.Problems) != 1 {
				t.Fatalf("%d documents, problems %v, rejections %v", len(recognition.Documents), recognition.Problems, recognition.Rejections)
			}
			problem := recognition.Problems[0]
			if want := "This is still the template of " + test.kind; problem.Rule != Template || problem.Message != want {
				t.Errorf("%s: %q, want %q", problem.Rule, problem.Message, want)
			}
			line := problem.Text.Line(problem.Span.Start.Line)
			if got := line[problem.Span.Start.Column-1:]; !strings.HasPrefix(got, test.at) {
				t.Errorf("it points at %q, want %q", got, test.at)
			}
		})
	}
}

// What is filled in is no template, though parts of it are open.
func TestFilledIn(t *testing.T) {
	for file, content := range map[string]string{
		"MODEL_CARD.md":                    freeCard,
		"README.md":                        hubModel,
		"docs/template-matching-README.md": hubModel,
		"docs/risk-register.md":            tabularRegister,
		"docs/risk-register.csv":           "id,title,likelihood,impact,owner,status,due\nR-1,Drift,,,,,\nR-2,Bias,,,,,\n",
		"model_card.json":                  `{"model_details": {"name": "Triage", "overview": "Ranks messages by urgency.", "owners": [{"name": ""}], "version": {"name": "", "date": ""}}, "considerations": {"limitations": [{"description": "English only"}], "users": [{"description": ""}], "tradeoffs": []}}`,
	} {
		if recognition := recognise(file, []byte(content)); len(recognition.Documents) != 1 {
			t.Errorf("%s: %d documents, problems %v", file, len(recognition.Documents), recognition.Problems)
		}
	}
}

// guides are files of the corpus that are labelled as templates and are pages
// on how to write cards: there is nothing in them to fill in.
var guides = []string{"docs/source/de/guides/model-cards.md", "docs/source/en/guides/model-cards.md", "docs/source/ko/guides/model-cards.md"}

func TestTemplatesOfTheCorpus(t *testing.T) {
	for file, recognition := range readCorpus(t, "_template") {
		guide := slices.ContainsFunc(guides, func(name string) bool { return strings.HasSuffix(strings.ReplaceAll(file, "__", "/"), name) })
		called := len(recognition.Problems) == 1 && recognition.Problems[0].Rule == Template
		if called == guide || len(recognition.Documents) > 0 {
			t.Errorf("%s: called a template %t, want %t", file, called, !guide)
		}
	}
	known := []string{"KOGUT__model-card.md", "_TEMPLATE-risk-register.md"}
	for file, recognition := range readCorpus(t, ".") {
		expected := strings.HasPrefix(file, "_template/") || slices.ContainsFunc(known, func(name string) bool { return strings.HasSuffix(file, name) })
		for _, problem := range recognition.Problems {
			if problem.Rule == Template && !expected {
				t.Errorf("%s is called a template at %s", file, problem.Span.Start)
			}
		}
	}
}
