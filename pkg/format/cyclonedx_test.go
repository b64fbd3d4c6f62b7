package format

import (
	"slices"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/document"
)

const mlBOM = `{
  "bomFormat": "CycloneDX", "specVersion": "1.7", "version": 3,
  "metadata": {
    "manufacturer": {"name": "Example Clinic", "contact": [{"email": "ml@clinic.example"}]},
    "authors": [{"name": "clinical-ml-lead"}],
    "distributionConstraints": {"tlp": "AMBER"},
    "component": {"type": "application", "name": "sepsis-alert", "components": [
      {
        "type": "machine-learning-model", "bom-ref": "m1", "name": "Sepsis-GBM", "version": "1.10",
        "manufacturer": {"name": "Clinical ML team"},
        "licenses": [{"license": {"id": "Apache-2.0"}}, {"expression": "MIT OR BSD-3-Clause"}],
        "hashes": [{"alg": "SHA-1", "content": "aa"}, {"alg": "SHA-256", "content": "ABCDEF"}],
        "pedigree": {"ancestors": [
          {"type": "machine-learning-model", "name": "base-7b", "version": "2.0", "supplier": {"name": "model-vendor"},
           "licenses": [{"license": {"name": "Base Licence"}}]},
          {"type": "library", "name": "trainer"}
        ]},
        "modelCard": {
          "modelParameters": {
            "task": "classification", "architectureFamily": "trees", "modelArchitecture": "XGBoost",
            "datasets": [
              {"ref": "d1"}, {"ref": "d1-test"}, {"type": "dataset", "name": "Mentioned"},
              {"type": "dataset", "name": "Inline", "contents": {"url": "https://data.example/inline"}},
              {"ref": "gone"}, {"ref": "urn:cdx:f08a6ccd-4dce-4759-bd84-c626675d60a7/1#x"}
            ]
          },
          "quantitativeAnalysis": {"performanceMetrics": [
            {"type": "AUROC", "value": "0.910", "slice": "age 80+", "confidenceInterval": {"lowerBound": "0.88", "upperBound": "0.94"}},
            {"type": "recall", "value": "82 %"},
            {"type": "feel", "value": "good"}
          ]},
          "considerations": {
            "users": ["nurses", "physicians"],
            "useCases": ["Call a nurse", "Plan a round"],
            "technicalLimitations": ["Weak under 16"],
            "performanceTradeoffs": ["Recall over precision"],
            "ethicalConsiderations": [{"name": "Alarm fatigue", "mitigationStrategy": "Cap of alarms"}],
            "fairnessAssessments": [{"groupAtRisk": "Women", "harms": "Later alarms", "benefits": "Earlier care", "mitigationStrategy": "Own threshold"}],
            "environmentalConsiderations": {"energyConsumptions": [
              {"activity": "training", "activityEnergyCost": {"value": 0.4, "unit": "kWh"}, "co2CostEquivalent": {"value": 0.0012, "unit": "tCO2eq"},
               "energyProviders": [{"organization": {"name": "grid", "address": {"country": "NO", "region": "Oslo"}}}]},
              {"activity": "fine-tuning", "activityEnergyCost": {"value": 0.2, "unit": "kWh"}},
              {"activity": "inference", "activityEnergyCost": {"value": 900, "unit": "kWh"}, "co2CostEquivalent": {"value": 9, "unit": "tCO2eq"}}
            ]}
          }
        }
      }
    ]}
  },
  "components": [
    {"type": "library", "name": "numpy", "version": "2.0"},
    {"type": "data", "bom-ref": "d1", "name": "Ward data", "version": "7", "description": "Vital signs",
     "supplier": {"name": "registry"}, "licenses": [{"license": {"id": "CC-BY-4.0"}}],
     "hashes": [{"alg": "SHA-256", "content": "00ff"}],
     "pedigree": {"ancestors": [{"type": "data", "name": "Raw data"}]},
     "properties": [{"name": "cdx:ai-ml:dataset:stage", "value": "pre-training"}],
     "data": [{"type": "dataset", "contents": {"url": "https://data.example/ward"}, "classification": "PII",
       "sensitiveData": ["patient names", "tariffs"],
       "governance": {"owners": [{"organization": {"name": "Ward office"}}], "custodians": [{"contact": {"name": "archivist"}}]}}]},
    {"type": "data", "name": "Splits", "data": [
      {"type": "dataset", "bom-ref": "d1-test", "name": "Held out"},
      {"type": "dataset", "name": "Shadow"},
      {"type": "configuration", "name": "app.ini"}]},
    {"type": "data", "name": "model.safetensors"}
  ]
}`

func TestCycloneDXModel(t *testing.T) {
	recognition := recognise("aibom.json", []byte(mlBOM))
	if len(recognition.Documents) != 2 {
		t.Fatalf("%d documents; %v", len(recognition.Documents), recognition.Rejections)
	}
	card := recognition.Documents[0]
	for path, want := range map[string]string{
		"metadata.id":                            `sepsis-gbm @ "Sepsis-GBM"`,
		"metadata.title":                         `Sepsis-GBM @ "Sepsis-GBM"`,
		"metadata.version":                       `3 @ 3`,
		"metadata.owner":                         `Example Clinic @ "Example Clinic"`,
		"metadata.author":                        `clinical-ml-lead @ "clinical-ml-lead"`,
		"metadata.classification":                `TLP:AMBER @ "AMBER"`,
		"system":                                 `sepsis-alert @ "sepsis-alert"`,
		"model.version":                          `1.10 @ "1.10"`,
		"model.developed_by":                     `Clinical ML team @ "Clinical ML team"`,
		"model.digest":                           `sha256:abcdef @ "ABCDEF"`,
		"model.task":                             `classification @ "classification"`,
		"model.type":                             `trees @ "trees"`,
		"model.architecture":                     `XGBoost @ "XGBoost"`,
		"model.licence":                          `Apache-2.0, MIT OR BSD-3-Clause @ [{"license": {"id": "Apache-2.0"}}, {"expression": "MIT OR BSD-3-Clause"}]`,
		"model.trained_on":                       ``,
		"model.base_models.0.name":               `base-7b @ "base-7b"`,
		"model.base_models.0.version":            `2.0 @ "2.0"`,
		"model.base_models.0.supplier":           `model-vendor @ "model-vendor"`,
		"model.base_models.0.licence":            `Base Licence @ "Base Licence"`,
		"model.base_models.1.name":               ``,
		"contact":                                `ml@clinic.example @ "ml@clinic.example"`,
		"intended_use.users.1":                   `physicians @ "physicians"`,
		"intended_use.description":               `Call a nurse; Plan a round @ ["Call a nurse", "Plan a round"]`,
		"limitations.0":                          `Weak under 16 @ "Weak under 16"`,
		"limitations.1":                          `Recall over precision @ "Recall over precision"`,
		"datasets.0.id":                          `ward-data @ "d1"`,
		"datasets.0.name":                        `Ward data @ "Ward data"`,
		"datasets.0.role":                        `training @ "pre-training"`,
		"datasets.1.id":                          `held-out @ "d1-test"`,
		"datasets.2.id":                          `Mentioned @ "Mentioned"`,
		"datasets.3.id":                          `inline @ "Inline"`,
		"datasets.4.id":                          `gone @ "gone"`,
		"datasets.5.id":                          `urn:cdx:f08a6ccd-4dce-4759-bd84-c626675d60a7/1#x @ "urn:cdx:f08a6ccd-4dce-4759-bd84-c626675d60a7/1#x"`,
		"evaluation.0.metric":                    `AUROC @ "AUROC"`,
		"evaluation.0.value":                     `0.910 @ "0.910"`,
		"evaluation.0.slice":                     `age 80+ @ "age 80+"`,
		"evaluation.0.confidence_interval.lower": `0.88 @ "0.88"`,
		"evaluation.0.confidence_interval.upper": `0.94 @ "0.94"`,
		"evaluation.1.value":                     `82 @ "82 %"`,
		"evaluation.1.unit":                      `% @ "82 %"`,
		"evaluation.2.value":                     `good @ "good"`,
		"ethical_considerations.0.name":          `Alarm fatigue @ "Alarm fatigue"`,
		"ethical_considerations.0.mitigation":    `Cap of alarms @ "Cap of alarms"`,
		"ethical_considerations.1.name":          `Women @ "Women"`,
		"ethical_considerations.1.harm":          `Later alarms @ "Later alarms"`,
		"fairness.0.group":                       `Women @ "Women"`,
		"fairness.0.mitigation":                  `Own threshold @ "Own threshold"`,
		"environmental.energy_kwh":               `0.6 @ "energyConsumptions"`,
		"environmental.carbon_kg":                `1.2 @ 0.0012`,
		"environmental.region":                   `Oslo @ "Oslo"`,
	} {
		if got := at(t, card, path); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
	if len(recognition.Problems) != 1 || recognition.Problems[0].Rule != Unreadable || !strings.Contains(recognition.Problems[0].Message, `"gone"`) {
		t.Errorf("problems %v, want one about the reference that leads nowhere", recognition.Problems)
	}
}

func TestCycloneDXData(t *testing.T) {
	manifest := recognise("aibom.json", []byte(mlBOM)).Documents[1]
	if manifest.Kind != document.DataManifest || manifest.Index != 1 {
		t.Fatalf("the second document is %+v", manifest)
	}
	for path, want := range map[string]string{
		"metadata.id":                           `sepsis-alert-data @ "sepsis-alert"`,
		"metadata.title":                        `Data of sepsis-alert @ "sepsis-alert"`,
		"metadata.owner":                        `Example Clinic @ "Example Clinic"`,
		"datasets.0.id":                         `inline @ "Inline"`,
		"datasets.0.acquisition.source":         `https://data.example/inline @ "https://data.example/inline"`,
		"datasets.1.id":                         `ward-data @ "Ward data"`,
		"datasets.1.version":                    `7 @ "7"`,
		"datasets.1.description":                `Vital signs @ "Vital signs"`,
		"datasets.1.role":                       `training @ "pre-training"`,
		"datasets.1.acquisition.licence":        `CC-BY-4.0 @ "CC-BY-4.0"`,
		"datasets.1.acquisition.supplier":       `registry @ "registry"`,
		"datasets.1.acquisition.source":         `https://data.example/ward @ "https://data.example/ward"`,
		"datasets.1.provenance.digest":          `sha256:00ff @ "00ff"`,
		"datasets.1.provenance.derived_from.0":  `Raw data @ "Raw data"`,
		"datasets.1.owner":                      `Ward office @ "Ward office"`,
		"datasets.1.steward":                    `archivist @ "archivist"`,
		"datasets.1.personal_data.present":      `true @ "sensitiveData"`,
		"datasets.1.personal_data.categories.0": `patient names @ "patient names"`,
		"datasets.1.personal_data.categories.1": ``,
		"datasets.2.id":                         `held-out @ "Held out"`,
		"datasets.3.id":                         `shadow @ "Shadow"`,
		"datasets.4.id":                         ``,
	} {
		if got := at(t, manifest, path); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
	if got := at(t, manifest, "datasets.2.acquisition.licence"); got != "" {
		t.Errorf("a licence from nowhere: %s", got)
	}
	text, span := manifest.Root.Locate(pathOf("datasets.3.acquisition.licence"))
	if got := text.Line(span.Start.Line); !strings.Contains(got, `"name": "Shadow"`) {
		t.Errorf("a missing licence is at %q, not at the name of its dataset", got)
	}
}

// wrapped is a BOM of the version with these components.
func wrapped(version, components string) string {
	return `{"bomFormat": "CycloneDX", "specVersion": "` + version + `", "components": [` + components + `]}`
}

func TestCycloneDXDocuments(t *testing.T) {
	const model = `{"type": "machine-learning-model", "name": "m", "version": "1"}`
	for name, test := range map[string]struct{ content, want string }{
		"plain":         {wrapped("1.6", `{"type": "library", "name": "data"}`), ""},
		"model":         {wrapped("1.5", model), "model-card:m"},
		"data":          {wrapped("1.5", `{"type": "data", "name": "d"}`), "data-manifest:x-bom-data"},
		"both":          {wrapped("1.5", model+`, {"type": "data", "name": "d"}`), "model-card:m data-manifest:x-bom-data"},
		"twice":         {wrapped("1.5", model+","+model), "model-card:m"},
		"two versions":  {wrapped("1.5", model+`, {"type": "machine-learning-model", "name": "m", "version": "2"}`), "model-card:m model-card:m-2"},
		"two groups":    {wrapped("1.5", `{"type": "machine-learning-model", "name": "m", "group": "a"}, {"type": "machine-learning-model", "name": "m", "group": "b"}`), "model-card:m model-card:m-2"},
		"weights":       {wrapped("1.5", `{"type": "machine-learning-model", "name": "m", "components": [{"type": "data", "name": "part-1.bin"}]}`), "model-card:m"},
		"nested":        {wrapped("1.5", `{"type": "application", "name": "a", "components": [{"type": "library", "name": "b", "components": [`+model+`]}]}`), "model-card:m"},
		"configuration": {wrapped("1.5", `{"type": "data", "name": "c", "data": [{"type": "configuration"}]}`), ""},
		"formulation":   {`{"bomFormat": "CycloneDX", "formulation": [{"components": [` + model + `]}]}`, "model-card:m"},
		"tools":         {`{"bomFormat": "CycloneDX", "metadata": {"tools": {"components": [` + model + `]}}}`, ""},
		"ancestor":      {wrapped("1.5", `{"type": "library", "name": "l", "pedigree": {"ancestors": [`+model+`]}}`), ""},
		"another":       {`{"bomFormat": "Other", "x": "CycloneDX", "components": [` + model + `]}`, ""},
		"schema":        {`{"$id": "CycloneDX", "properties": {"bomFormat": {"enum": ["CycloneDX"]}, "type": {"enum": ["machine-learning-model"]}}}`, ""},
		"list":          {`["CycloneDX", "machine-learning-model"]`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			recognition := recognise("x/bom.json", []byte(test.content))
			var found []string
			for _, d := range recognition.Documents {
				found = append(found, d.Kind+":"+d.ID())
			}
			if got := strings.Join(found, " "); got != test.want {
				t.Errorf("%s, want %s; %v", got, test.want, recognition.Rejections)
			}
			if test.want == "" && len(Nominated("x/bom.json", []byte(test.content))) > 0 && len(recognition.Rejections) == 0 {
				t.Error("turned down without a reason")
			}
		})
	}
}

// A model that is the subject of the BOM is made of the data in it; another is
// made of what it depends on.
func TestCycloneDXDataOfModels(t *testing.T) {
	const data = `{"type": "data", "bom-ref": "d", "name": "D"}, {"type": "data", "bom-ref": "e", "name": "E"}`
	for want, content := range map[string]string{
		"d e": `{"bomFormat": "CycloneDX", "metadata": {"component": {"type": "machine-learning-model", "name": "m"}}, "components": [` + data + `]}`,
		"e": `{"bomFormat": "CycloneDX", "components": [{"type": "machine-learning-model", "name": "m", "bom-ref": "m"}, ` + data + `],
			"dependencies": [{"ref": "m", "dependsOn": ["e", "x"]}, {"ref": "d"}]}`,
	} {
		var ids []string
		for _, item := range recognise("bom.json", []byte(content)).Documents[0].Root.Get("datasets").Items {
			ids = append(ids, item.Get("id").Scalar)
		}
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("datasets %s, want %s", got, want)
		}
	}
}

// Components that are the same model fill each other's gaps.
func TestCycloneDXSameModel(t *testing.T) {
	d := readCard(t, "bom.json", wrapped("1.6", `{"type": "machine-learning-model", "name": "m", "licenses": [{"license": {"id": "MIT"}}, {"license": {"name": "NOASSERTION"}}]},
		{"type": "machine-learning-model", "name": "m", "version": "2", "description": "A model designed for triage",
		 "properties": [{"name": "x:limitation", "value": "Short texts"}, {"name": "x:model:typeOfModel", "value": "transformer"}, {"name": "x:contact", "value": "NOASSERTION"}],
		 "modelCard": {"modelParameters": {"task": "triage"}}}`))
	for path, want := range map[string]string{
		"model.licence": `MIT @ "MIT"`, "model.task": `triage @ "triage"`, "model.version": `2 @ "2"`, "contact": "",
		"limitations.0": `Short texts @ "Short texts"`, "model.type": `transformer @ "transformer"`,
		"intended_use.description": `A model designed for triage @ "A model designed for triage"`,
	} {
		if got := at(t, d, path); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}

func TestCycloneDXInexpressible(t *testing.T) {
	for _, test := range []struct {
		version, path string
		want          document.FieldState
	}{
		{"1.5", "environmental", document.NotExpressed},
		{"1.6", "environmental", document.Absent},
		{"1.6", "metadata.classification", document.NotExpressed},
		{"1.7", "metadata.classification", document.Absent},
		{"1.7", "metadata.approved.by", document.NotExpressed},
		{"1.7", "metadata.owner", document.Absent},
		{"1.7", "limitations", document.Absent},
		{"1.7", "evaluation.0.threshold", document.NotExpressed},
		{"1.7", "system", document.NotExpressed},
	} {
		d := readCard(t, "bom.json", wrapped(test.version, `{"type": "machine-learning-model", "name": "m"}`))
		if got := d.State(pathOf(test.path)); got != test.want {
			t.Errorf("%s in %s is %s, want %s", test.path, test.version, got, test.want)
		}
	}
	data := readCard(t, "bom.json", wrapped("1.7", `{"type": "data", "name": "d"}`))
	for path, want := range map[string]document.FieldState{
		"datasets.0.acquisition.licence": document.Absent, "datasets.0.owner": document.Absent,
		"datasets.0.purpose": document.NotExpressed, "datasets.0.personal_data.present": document.NotExpressed,
	} {
		if got := data.State(pathOf(path)); got != want {
			t.Errorf("%s is %s, want %s", path, got, want)
		}
	}
}

func TestCycloneDXUnreadable(t *testing.T) {
	for content, want := range map[string]string{
		`"modelCard": []`:                         "`modelCard` holds a list; expected is a map",
		`"modelCard": {"considerations": "none"}`: "`considerations` holds text; expected is a map",
		`"modelCard": {"quantitativeAnalysis": {"performanceMetrics": [7]}}`: "`performanceMetrics` holds a number; expected is a list of maps",
		`"modelCard": {"modelParameters": {"task": {"a": 1}}}`:               "`task` holds a map; expected is text or a list of texts",
		`"licenses": ["MIT"]`: "`licenses` holds text; expected is a list of maps",
		`"hashes": "x"`:       "`hashes` holds text; expected is a list of maps",
		`"modelCard": {"modelParameters": {"datasets": [[1]]}}`:                               "`datasets` holds a list; expected is a list of maps",
		`"modelCard": null, "licenses": null, "hashes": null, "pedigree": null, "data": null`: "",
	} {
		recognition := recognise("bom.json", []byte(wrapped("1.6", `{"type": "machine-learning-model", "name": "m", `+content+`}`)))
		var messages []string
		for _, problem := range recognition.Problems {
			messages = append(messages, problem.Message)
		}
		if got := strings.Join(messages, "; "); got != want || len(recognition.Documents) != 1 {
			t.Errorf("%s: %q, want %q; %d documents", content, got, want, len(recognition.Documents))
		}
	}
}

func TestCycloneDXNomination(t *testing.T) {
	for content, want := range map[string]bool{
		wrapped("1.6", `{"type": "library", "name": "a"}`):                      false,
		wrapped("1.6", `{"type" : "data", "name": "a"}`):                        true,
		wrapped("1.6", `{"type": "machine-learning-model", "name": "a"}`):       true,
		`{"type": "data", "of": "machine-learning-model", "bomFormat": "SPDX"}`: false,
	} {
		if got := nominateCycloneDX("a.json", []byte(content)); got != want {
			t.Errorf("%s: nominated %t, want %t", content, got, want)
		}
	}
}

func TestCycloneDXOfTheCorpus(t *testing.T) {
	for file, recognition := range readCorpus(t, "cyclonedx-mlbom") {
		if strings.Contains(file, "valid-component-data-") { // configurations alone
			if len(recognition.Documents) > 0 {
				t.Errorf("%s is recognised", file)
			}
			continue
		}
		if len(recognition.Documents) == 0 || recognition.Documents[0].Format != cyclonedxName {
			t.Errorf("%s is not recognised: %v", file, recognition.Rejections)
			continue
		}
		wants := document.ModelCard
		if strings.Contains(file, "valid-component-") {
			wants = document.DataManifest
		}
		if got := recognition.Documents[0].Kind; got != wants {
			t.Errorf("%s is a %s, want a %s", file, got, wants)
		}
	}
	for file, recognition := range readCorpus(t, ".") {
		foreign := slices.ContainsFunc(recognition.Documents, func(d *document.Document) bool { return d.Format == cyclonedxName })
		if foreign && !strings.HasPrefix(file, "cyclonedx-mlbom/") {
			t.Errorf("%s is recognised as CycloneDX", file)
		}
	}
}
