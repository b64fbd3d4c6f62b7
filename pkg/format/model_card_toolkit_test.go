package format

import (
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/document"
)

const toolkitNew = `{
  "schema_version": "0.0.2",
  "model_details": {
    "name": "Sepsis GBM", "overview": "Meant to call a nurse.",
    "owners": [{"name": "Clinical ML", "contact": "ml@clinic.example"}, {"name": "Ward office"}],
    "version": {"name": "1.10", "date": "2026-01-15"},
    "licenses": [{"identifier": "Apache-2.0"}, {"custom_text": "No resale"}]
  },
  "model_parameters": {"model_architecture": "XGBoost", "data": [
    {"name": "Ward data", "link": "https://data.example/ward"}, {"link": "https://data.example/more"}, {"name": "Ward data"}]},
  "quantitative_analysis": {"performance_metrics": [
    {"type": "AUROC", "value": "0.910", "slice": "age 80+", "confidence_interval": {"lower_bound": "0.88", "upper_bound": "0.94"}},
    {"type": "recall", "value": "good", "threshold": "0.5"}, 7]},
  "considerations": {
    "users": [{"description": "nurses"}], "use_cases": [{"description": "Call a nurse"}, {"description": "Plan a round"}],
    "limitations": [{"description": "Weak under 16"}], "tradeoffs": [{"description": "Recall over precision"}],
    "ethical_considerations": [{"name": "Alarm fatigue", "mitigation_strategy": "Cap of alarms"}]
  }
}`

const toolkitOld = `
schema_version: "0.0.1"
model_details: {name: Ward model, version: {date: "2026-01-15"}, license: MIT, overview: Intended for triage.}
model_parameters:
  data: {train: {name: ward}, eval: {name: held out}}
quantitative_analysis:
  performance_metrics: [{type: accuracy, value: 0.9}]
considerations: {users: [nurses], limitations: [Weak at night], ethical_considerations: [Fatigue]}
`

const toolkitExtended = `
schema_version: d4d
pipeline_tag: text-classification
model_category: transformer
base_model: base-7b
bias_model: Few night shifts.
model_details:
  name: Triage
  contributors:
    - {name: Ann, role: developed_by, email: ann@clinic.example}
    - {name: Ward office, role: maintained_by, email: ward@clinic.example}
model_parameters:
  training_datasets: [{url: ./ward.yaml, description: Ward data}]
  evaluation_datasets: [{url: ./test.yaml}]
  compute_infrastructure: {hardware: one server}
considerations: {out_of_scope_uses: [{description: Children}]}
`

func TestModelCardToolkit(t *testing.T) {
	for _, test := range []struct {
		file, content string
		want          map[string]string
		problems      int
	}{
		{"card.json", toolkitNew, map[string]string{
			"metadata.id":                            `sepsis-gbm @ "Sepsis GBM"`,
			"metadata.title":                         `Sepsis GBM @ "Sepsis GBM"`,
			"metadata.version":                       ``,
			"metadata.owner":                         `Clinical ML, Ward office @ [{"name": "Clinical ML", "contact": "ml@clinic.example"}, {"name": "Ward office"}]`,
			"contact":                                `ml@clinic.example @ "ml@clinic.example"`,
			"model.version":                          `1.10 @ "1.10"`,
			"model.licence":                          `Apache-2.0, No resale @ [{"identifier": "Apache-2.0"}, {"custom_text": "No resale"}]`,
			"model.architecture":                     `XGBoost @ "XGBoost"`,
			"datasets.0.id":                          `Ward data @ "Ward data"`,
			"datasets.0.role":                        ``,
			"datasets.1.id":                          `https://data.example/more @ "https://data.example/more"`,
			"datasets.2.id":                          ``,
			"evaluation.0.metric":                    `AUROC @ "AUROC"`,
			"evaluation.0.value":                     `0.910 @ "0.910"`,
			"evaluation.0.slice":                     `age 80+ @ "age 80+"`,
			"evaluation.0.confidence_interval.lower": `0.88 @ "0.88"`,
			"evaluation.0.confidence_interval.upper": `0.94 @ "0.94"`,
			"evaluation.1.value":                     `good @ "good"`,
			"evaluation.1.threshold":                 ``,
			"intended_use.users.0":                   `nurses @ "nurses"`,
			"intended_use.description":               `Call a nurse; Plan a round @ [{"description": "Call a nurse"}, {"description": "Plan a round"}]`,
			"limitations.0":                          `Weak under 16 @ "Weak under 16"`,
			"limitations.1":                          `Recall over precision @ "Recall over precision"`,
			"ethical_considerations.0.name":          `Alarm fatigue @ "Alarm fatigue"`,
			"ethical_considerations.0.mitigation":    `Cap of alarms @ "Cap of alarms"`,
		}, 1},
		{"old.yaml", toolkitOld, map[string]string{
			"metadata.owner":                ``,
			"model.version":                 ``,
			"model.licence":                 `MIT @ MIT`,
			"datasets.0.id":                 `ward @ ward`,
			"datasets.0.role":               `training @ train`,
			"datasets.1.role":               `test @ eval`,
			"evaluation.0.value":            `0.9 @ 0.9`,
			"intended_use.users.0":          `nurses @ nurses`,
			"intended_use.description":      `Intended for triage. @ Intended for triage.`,
			"limitations.0":                 `Weak at night @ Weak at night`,
			"ethical_considerations.0.name": `Fatigue @ Fatigue`,
		}, 0},
		{"extended.yaml", toolkitExtended, map[string]string{
			"metadata.owner":                `Ward office @ Ward office`,
			"model.developed_by":            `Ann @ Ann`,
			"contact":                       `ward@clinic.example @ ward@clinic.example`,
			"model.task":                    `text-classification @ text-classification`,
			"model.type":                    `transformer @ transformer`,
			"model.base_models.0.name":      `base-7b @ base-7b`,
			"datasets.0.id":                 `./ward.yaml @ ./ward.yaml`,
			"datasets.1.role":               `test @ evaluation_datasets`,
			"environmental":                 ``,
			"ethical_considerations.0.name": `Few night shifts. @ Few night shifts.`,
			"intended_use.out_of_scope.0":   `Children @ Children`,
		}, 0},
	} {
		recognition := recognise(test.file, []byte(test.content))
		if len(recognition.Documents) != 1 || recognition.Documents[0].Format != modelCardToolkitName {
			t.Fatalf("%s: %+v", test.file, recognition)
		}
		for path, want := range test.want {
			if got := at(t, recognition.Documents[0], path); got != want {
				t.Errorf("%s: %s: %s, want %s", test.file, path, got, want)
			}
		}
		if len(recognition.Problems) != test.problems {
			t.Errorf("%s: problems %v, want %d", test.file, recognition.Problems, test.problems)
		}
	}
}

func TestModelCardToolkitTurnsDown(t *testing.T) {
	for content, want := range map[string]string{
		`[model_details]`:                                                              "it is no map",
		"model_details: 1\nconsiderations: {}":                                         "it has no map under",
		"model_details: {name: a}\nweights: {}":                                        "beside `model_details`",
		"apiVersion: v1\nkind: X\nmodel_details: {name: a}\nconsiderations: {}":        "a Kubernetes resource",
		"type: object\nproperties: {}\nmodel_details: {name: a}\nconsiderations: {}":   "a JSON Schema",
		"classes: {}\nprefixes: {}\nmodel_details: {name: a}\nmodel_parameters: {}":    "a LinkML schema",
		"openapi: 3.1.0\npaths: {}\nmodel_details: {name: a}\nquantitative_analysis: ": "an interface",
	} {
		recognition := recognise("a.yaml", []byte(content))
		if len(recognition.Documents) > 0 || len(recognition.Rejections) == 0 || !strings.Contains(recognition.Rejections[0].Reason, want) {
			t.Errorf("%s: %+v, want %q", content, recognition, want)
		}
	}
}

func TestModelCardToolkitOfTheCorpus(t *testing.T) {
	for file, recognition := range readCorpus(t, ".") {
		taken := len(recognition.Documents) > 0 && recognition.Documents[0].Format == modelCardToolkitName
		want := strings.HasPrefix(file, "model-card-toolkit/")
		if taken != want || want && recognition.Documents[0].Kind != document.ModelCard {
			t.Errorf("%s: taken %t, want %t; %v", file, taken, want, recognition.Rejections)
		}
		if want && len(recognition.Problems) > 0 {
			t.Logf("%s: %v", file, recognition.Problems)
		}
	}
}
