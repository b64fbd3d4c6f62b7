package format

import (
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// A file that is two formats at once, or contradicts its own name, is what its
// content says, and what else it might have been is said with the reason.
func TestContradictions(t *testing.T) {
	for name, test := range map[string]struct{ file, content, format, kind, says string }{
		"a bill of materials by the name of a data package": {
			"datapackage.json", `{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{"type": "machine-learning-model", "name": "Sepsis"}]}`,
			cyclonedxName, document.ModelCard, "read as CycloneDX ML-BOM, not as Frictionless data package: it lists no resources",
		},
		"a bill of materials and a data package": {
			"both.json", `{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{"type": "machine-learning-model", "name": "Sepsis"}], "name": "air", "resources": [{"name": "air", "path": "air.csv", "schema": {"fields": []}}]}`,
			cyclonedxName, document.ModelCard, "not as Frictionless data package: it could be both",
		},
		"a dataset card under a key of models": {
			"README.md", "---\nlicense: mit\npipeline_tag: text-classification\n---\n# Dataset card for Ward notes\n\n## Source data\n\nNotes.\n\n## Annotation process\n\nTwo nurses.\n",
			huggingFaceName, document.DataManifest, "read as Hugging Face card, not as Markdown card: it could be both",
		},
		"Croissant by the name of a model card": {
			"model_card.json", `{"@context": {"cr": "http://mlcommons.org/croissant/"}, "@type": "sc:Dataset", "name": "ward", "recordSet": []}`,
			croissantName, document.DataManifest, "not as Model card in JSON or YAML: it is linked data",
		},
		"one data contract by the name of the other": {
			"datacontract.yaml", "apiVersion: v3.1.0\nkind: DataContract\nid: orders\nschema: []\n",
			odcsName, document.DataManifest, "not as Data Contract Specification: it states no `dataContractSpecification`",
		},
		"a model card by the name of a register": {
			"risk-register.md", "# Model card for Triage\n\n## Intended use\n\nSorts notes.\n\n## Limitations\n\nEnglish only.\n",
			markdownCardName, document.ModelCard, "not as Markdown risk register: it has no table of risks",
		},
	} {
		t.Run(name, func(t *testing.T) {
			formats := Nominated(test.file, []byte(test.content))
			tree := syntax.Parse(syntax.NewText(test.file, []byte(test.content)), syntax.LanguageOf(test.file), syntax.DefaultLimits())
			recognition := Recognise(tree, formats...)
			if len(recognition.Documents) != 1 || recognition.Documents[0].Format != test.format || recognition.Documents[0].Kind != test.kind {
				t.Fatalf("%+v, want a %s in %s", recognition, test.kind, test.format)
			}
			if says := strings.Join(Others(tree, recognition, formats...), "\n"); !strings.Contains(says, test.says) {
				t.Errorf("%q, want %q", says, test.says)
			}
		})
	}
}
