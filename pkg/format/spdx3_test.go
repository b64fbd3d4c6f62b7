package format

import (
	"slices"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/document"
)

const spdxGraphText = `{
  "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
  "@graph": [
    {"type": "CreationInfo", "@id": "_:info", "createdBy": ["urn:agent:lead"], "specVersion": "3.0.1"},
    {"type": "SpdxDocument", "spdxId": "urn:doc", "name": "Sepsis AI BOM", "creationInfo": "_:info", "rootElement": ["urn:bom"]},
    {"type": "software_Sbom", "spdxId": "urn:bom", "creationInfo": "_:info", "rootElement": ["urn:app"]},
    {"type": "software_Package", "spdxId": "urn:app", "name": "sepsis-alert"},
    {"type": "Person", "spdxId": "urn:agent:lead", "name": "clinical-ml-lead"},
    {"type": "Organization", "spdxId": "urn:agent:clinic", "name": "Example Clinic",
     "externalIdentifier": [{"externalIdentifierType": "email", "identifier": "ml@clinic.example"}]},
    {"type": "simplelicensing_LicenseExpression", "spdxId": "urn:licence", "simplelicensing_licenseExpression": "Apache-2.0"},
    {"type": "ai_AIPackage", "spdxId": "urn:model", "name": "Sepsis GBM", "software_packageVersion": "2.10",
     "suppliedBy": "urn:agent:clinic", "builtTime": "2026-01-15T10:00:00Z",
     "verifiedUsing": [{"type": "Hash", "algorithm": "sha1", "hashValue": "aa"}, {"type": "Hash", "algorithm": "sha256", "hashValue": "AB12"}],
     "ai_typeOfModel": ["boosted trees", "ensemble"], "ai_domain": ["classification"],
     "ai_informationAboutApplication": "Calls a nurse", "ai_limitation": "Weak under 16", "ai_modelExplainability": ["SHAP values"],
     "ai_metric": [{"type": "DictionaryEntry", "key": "AUROC", "value": "0.910"}, {"type": "DictionaryEntry", "key": "recall", "value": "good"}],
     "ai_metricDecisionThreshold": [{"type": "DictionaryEntry", "key": "AUROC", "value": "0.85"}],
     "ai_energyConsumption": {"type": "ai_EnergyConsumption",
       "ai_trainingEnergyConsumption": [{"ai_energyQuantity": "1.8", "ai_energyUnit": "megajoule"}],
       "ai_inferenceEnergyConsumption": [{"ai_energyQuantity": "900", "ai_energyUnit": "kilowattHour"}]}},
    {"type": "ai_AIPackage", "spdxId": "urn:base", "name": "base-7b", "software_packageVersion": "2.0", "suppliedBy": "urn:elsewhere:vendor",
     "ai_informationAboutTraining": "On web pages"},
    {"type": "dataset_DatasetPackage", "spdxId": "urn:ward", "name": "Ward data", "software_packageVersion": "7", "summary": "Vital signs",
     "originatedBy": ["urn:agent:clinic"], "software_downloadLocation": "https://data.example/ward",
     "verifiedUsing": {"algorithm": "sha512", "hashValue": "cd"},
     "dataset_intendedUse": "Train the alert", "dataset_dataCollectionProcess": "From the record", "dataset_dataPreprocessing": ["Drop duplicates"],
     "dataset_knownBias": ["Few transfers"], "dataset_datasetNoise": "Late entries", "dataset_hasSensitivePersonalInformation": "yes",
     "dataset_anonymizationMethodUsed": ["k-anonymity"], "dataset_datasetAvailability": "registration", "dataset_datasetUpdateMechanism": "yearly"},
    {"type": "dataset_DatasetPackage", "spdxId": "urn:test", "name": "Test data", "software_downloadLocation": "https://data.example/test",
     "dataset_hasSensitivePersonalInformation": "no"},
    {"type": "Relationship", "relationshipType": "hasConcludedLicense", "from": "urn:model", "to": ["https://spdx.org/licenses/MIT"]},
    {"type": "Relationship", "relationshipType": "hasDeclaredLicense", "from": "urn:model", "to": ["urn:licence"]},
    {"type": "Relationship", "relationshipType": "hasDeclaredLicense", "from": "urn:ward", "to": ["https://spdx.org/rdf/3.0.1/terms/ExpandedLicensing/NoAssertion"]},
    {"type": "Relationship", "relationshipType": "hasConcludedLicense", "from": "urn:ward", "to": ["https://spdx.org/licenses/CC-BY-4.0"]},
    {"type": "Relationship", "relationshipType": "trainedOn", "from": "urn:model", "to": ["urn:ward", "urn:elsewhere"]},
    {"type": "LifecycleScopedRelationship", "relationshipType": "testedOn", "from": "urn:model", "to": "urn:test"},
    {"type": "Relationship", "relationshipType": "descendantOf", "from": "urn:model", "to": ["urn:base"]},
    {"type": "Relationship", "relationshipType": "generates", "from": "urn:ward", "to": ["urn:test"]}
  ]
}`

func TestSPDX3(t *testing.T) {
	recognition := recognise("ai.spdx3.json", []byte(spdxGraphText))
	if len(recognition.Documents) != 3 || len(recognition.Problems) > 0 {
		t.Fatalf("%d documents; %v; %v", len(recognition.Documents), recognition.Rejections, recognition.Problems)
	}
	for _, test := range []struct {
		document int
		want     map[string]string
	}{
		{0, map[string]string{
			"kind":                     `model-card @ "Sepsis GBM"`,
			"metadata.id":              `sepsis-gbm @ "Sepsis GBM"`,
			"metadata.author.0":        `clinical-ml-lead @ "clinical-ml-lead"`,
			"system":                   `sepsis-alert @ "sepsis-alert"`,
			"model.name":               `Sepsis GBM @ "Sepsis GBM"`,
			"model.version":            `2.10 @ "2.10"`,
			"model.type":               `boosted trees, ensemble @ ["boosted trees", "ensemble"]`,
			"model.task":               `classification @ "classification"`,
			"model.licence":            `Apache-2.0 @ "Apache-2.0"`,
			"model.digest":             `sha256:ab12 @ "AB12"`,
			"model.trained_on":         `2026-01-15 @ "2026-01-15T10:00:00Z"`,
			"model.developed_by":       `Example Clinic @ "Example Clinic"`,
			"model.base_models.0.name": `base-7b @ "base-7b"`, "model.base_models.0.version": `2.0 @ "2.0"`,
			"model.base_models.0.supplier": `urn:elsewhere:vendor @ "urn:elsewhere:vendor"`,
			"contact":                      `ml@clinic.example @ "ml@clinic.example"`,
			"intended_use.description":     `Calls a nurse @ "Calls a nurse"`,
			"limitations.0":                `Weak under 16 @ "Weak under 16"`,
			"explainability":               `SHAP values @ "SHAP values"`,
			"evaluation.0.metric":          `AUROC @ "AUROC"`,
			"evaluation.0.value":           `0.910 @ "0.910"`,
			"evaluation.0.threshold":       `0.85 @ "0.85"`,
			"evaluation.1.value":           `good @ "good"`,
			"environmental.energy_kwh":     `0.5 @ "1.8"`,
			"datasets.0.id":                `ward-data @ "urn:ward"`,
			"datasets.0.role":              `training @ "urn:ward"`,
			"datasets.1.id":                `urn:elsewhere @ "urn:elsewhere"`,
			"datasets.2.id":                `test-data @ "urn:test"`,
			"datasets.2.role":              `test @ "urn:test"`,
			"datasets.3.id":                ``,
		}},
		{1, map[string]string{"model.name": `base-7b @ "base-7b"`, "datasets": ""}},
		{2, map[string]string{
			"metadata.id":                           `sepsis-ai-bom-data @ "Sepsis AI BOM"`,
			"metadata.title":                        `Data of Sepsis AI BOM @ "Sepsis AI BOM"`,
			"datasets.0.id":                         `ward-data @ "Ward data"`,
			"datasets.0.version":                    `7 @ "7"`,
			"datasets.0.description":                `Vital signs @ "Vital signs"`,
			"datasets.0.purpose":                    `Train the alert @ "Train the alert"`,
			"datasets.0.role.0":                     `training @ "urn:model"`,
			"datasets.0.acquisition.source":         `Example Clinic @ "Example Clinic"`,
			"datasets.0.acquisition.method":         `From the record @ "From the record"`,
			"datasets.0.acquisition.licence":        `CC-BY-4.0 @ "https://spdx.org/licenses/CC-BY-4.0"`,
			"datasets.0.provenance.digest":          `sha512:cd @ "cd"`,
			"datasets.0.preparation.0.step":         `Drop duplicates @ "Drop duplicates"`,
			"datasets.0.known_bias.0.what":          `Few transfers @ "Few transfers"`,
			"datasets.0.limitations.0":              `Late entries @ "Late entries"`,
			"datasets.0.personal_data.present":      `true @ "yes"`,
			"datasets.0.personal_data.minimisation": `k-anonymity @ "k-anonymity"`,
			"datasets.0.access":                     `registration @ "registration"`,
			"datasets.0.update_cadence":             `yearly @ "yearly"`,
			"datasets.1.acquisition.source":         `https://data.example/test @ "https://data.example/test"`,
			"datasets.1.acquisition.licence":        ``,
			"datasets.1.personal_data.present":      ``,
			"datasets.1.provenance.derived_from.0":  `ward-data @ "urn:ward"`,
		}},
	} {
		for path, want := range test.want {
			if got := at(t, recognition.Documents[test.document], path); got != want {
				t.Errorf("document %d, %s: %s, want %s", test.document, path, got, want)
			}
		}
	}
}

func TestSPDX3Inexpressible(t *testing.T) {
	documents := recognise("ai.spdx3.json", []byte(spdxGraphText)).Documents
	for _, test := range []struct {
		document int
		path     string
		want     document.FieldState
	}{
		{0, "metadata.owner", document.NotExpressed}, {0, "fairness", document.NotExpressed}, {0, "evaluation.1.threshold", document.Absent},
		{1, "limitations", document.Absent}, {1, "model.licence", document.Absent},
		{1, "datasets", document.NotExpressed}, // said in words
		{2, "datasets.1.purpose", document.Absent}, {2, "datasets.1.acquisition.licence", document.Absent},
		{2, "datasets.1.owner", document.NotExpressed},
	} {
		if got := documents[test.document].State(pathOf(test.path)); got != test.want {
			t.Errorf("document %d, %s is %s, want %s", test.document, test.path, got, test.want)
		}
	}
}

func TestSPDX3Documents(t *testing.T) {
	const graph = `"@graph": [{"type": "ai_AIPackage", "spdxId": "urn:m", "name": "m"}]}`
	for name, test := range map[string]struct{ content, want string }{
		"model":        {`{"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", ` + graph, "model-card:m"},
		"contexts":     {`{"@context": ["https://spdx.org/rdf/3.0.0/spdx-context.jsonld", {"x": "urn:x"}], ` + graph, "model-card:m"},
		"full terms":   {`{"@context": "https://spdx.org/rdf/3.1/spdx-context.jsonld", "@graph": [{"@type": "https://spdx.org/rdf/3.0.1/terms/AI/AIPackage", "@id": "urn:m", "name": "m"}]}`, "model-card:m"},
		"data":         {`{"@context": "https://spdx.org/rdf/3.0.1/x", "@graph": {"type": "dataset_DatasetPackage", "name": "d"}}`, "data-manifest:d-data"},
		"software":     {`{"@context": "https://spdx.org/rdf/3.0.1/x", "@graph": [{"type": "software_Package", "comment": "AIPackage"}]}`, ""},
		"context":      {`{"@context": {"ai_AIPackage": "https://spdx.org/rdf/3.0.1/terms/AI/AIPackage"}}`, ""},
		"only context": {`{"@context": "https://spdx.org/rdf/3.0.1/x", "note": "AIPackage"}`, ""},
		"list":         {`["https://spdx.org/rdf/3.0.1/x", "AIPackage"]`, ""},
		"no name":      {`{"@context": "https://spdx.org/rdf/3.0.1/x", "@graph": [{"type": "ai_AIPackage"}]}`, "model-card:x-ai"},
	} {
		t.Run(name, func(t *testing.T) {
			recognition := recognise("x/ai.json", []byte(test.content))
			var found []string
			for _, d := range recognition.Documents {
				found = append(found, d.Kind+":"+d.ID())
			}
			if got := strings.Join(found, " "); got != test.want {
				t.Errorf("%s, want %s; %v", got, test.want, recognition.Rejections)
			}
			if test.want == "" && len(recognition.Rejections) == 0 {
				t.Error("turned down without a reason")
			}
		})
	}
}

// Relationships of the files in a package are those of the package.
func TestSPDX3Contents(t *testing.T) {
	documents := recognise("ai.json", []byte(`{"@context": "https://spdx.org/rdf/3.0.1/x", "@graph": [
		{"type": "ai_AIPackage", "spdxId": "m", "name": "M"}, {"type": "dataset_DatasetPackage", "spdxId": "d", "name": "D"},
		{"type": "software_File", "spdxId": "prepare", "name": "prepare.py"},
		{"type": "Relationship", "relationshipType": "contains", "from": "m", "to": ["bin"]},
		{"type": "Relationship", "relationshipType": "contains", "from": "d", "to": ["folder"]},
		{"type": "Relationship", "relationshipType": "contains", "from": "folder", "to": ["a", "b", "folder"]},
		{"type": "Relationship", "relationshipType": "generates", "from": "prepare", "to": ["a", "b"]},
		{"type": "Relationship", "relationshipType": "generates", "from": "a", "to": ["b"]},
		{"type": "Relationship", "relationshipType": "trainedOn", "from": "bin", "to": ["a", "b"]}
	]}`)).Documents
	for path, want := range map[string]string{"datasets.0.id": `d @ "a"`, "datasets.0.name": `D @ "D"`, "datasets.0.role": `training @ "a"`, "datasets.1.id": ""} {
		if got := at(t, documents[0], path); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
	for path, want := range map[string]string{
		"datasets.0.role.0": `training @ "bin"`, "datasets.0.provenance.generated_by": `prepare.py @ "prepare.py"`, "datasets.0.provenance.derived_from": "",
	} {
		if got := at(t, documents[1], path); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}

// The folder of the corpus is wrong about its one file: it is the JSON-LD
// context of SPDX, which lists terms and describes nothing.
func TestSPDX3OfTheCorpus(t *testing.T) {
	for file, recognition := range readCorpus(t, ".") {
		isSPDX := slices.ContainsFunc(recognition.Documents, func(d *document.Document) bool { return d.Format == spdx3Name })
		if want := strings.HasPrefix(file, "spdx3-ai/") && !strings.HasSuffix(file, "spdx-context.jsonld"); isSPDX != want {
			t.Errorf("%s: recognised as SPDX 3: %t, want %t; %v", file, isSPDX, want, recognition.Rejections)
		}
	}
}
