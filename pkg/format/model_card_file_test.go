package format

import (
	"slices"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/document"
)

const mitchellCard = `
Model Details:
  Person or organization developing model: Ward Analytics
  Model date: 2026-01-15
  Model version: 1.10
  Model type: gradient boosting
  License: MIT
  Where to send questions or comments about the model: ml@clinic.example
Intended_use:
  Primary intended uses: [Call a nurse, Plan the round]
  Primary intended users: nurses
  Out-of-scope use cases: Children
Factors: {Relevant factors: age}
Metrics:
  Model performance measures: Sensitivity at one false alert in ten hours.
Evaluation Data: {Datasets: Held-out wards, Motivation: the same hospital}
Training Data:
  - {name: ward-2025, version: 3, size: 120000}
Quantitative Analyses:
  overall: {AUROC: 0.91, n_samples: 900}
  age 80+: {AUROC: 0.88}
Ethical Considerations:
  - {name: Alarm fatigue, mitigation_strategy: A cap of alerts}
Caveats and Recommendations: Weak at night.
`

const flatCard = `{"model_card": {
  "modelName": "Triage 7B", "modelVersion": "2.0", "task": "text-classification",
  "baseModel": {"name": "base-7b"}, "owner": {"name": "Clinical ML", "email": "ml@clinic.example"},
  "evalDate": "2026-02-01", "accuracy": 0.93, "f1_score": "91.2 %", "seed": 42,
  "trainingDatasets": ["ward-notes", "public-notes"],
  "intendedUse": {"description": "Sorts notes.", "users": ["nurses"]},
  "limitations": [],
  "outOfScopeUses": ["diagnosis"],
  "fairnessMetrics": {"female": {"recall": 0.9}, "male": {"recall": 0.92}},
  "metrics": [{"name": "recall", "value": 0.9, "threshold": 0.85, "dataset": "ward-test"}, {"name": "note", "value": "fine"}],
  "carbonEmissions": {"hardware": "8 accelerators", "region": "north"},
  "humanOversight": "A nurse confirms.", "weightsPath": "model.bin", "is_public": true
}, "schema_version": "1"}
`

const groupedCard = `
model: {name: Fall alert, version: 0.4, architecture: {type: transformer, layers: 12}}
considerations:
  use_cases: [{description: Warn of a fall}]
  risks: {privacy: Cameras see visitors., bias_metrics: {gap: 0.1}}
  assumptions: Beds are flat.
performance:
  accuracy: {value: 0.9, threshold: 0.8}
  test: {precision: 0.7, recall: 0.6}
  data: The second floor
  notes: Measured by the ward.
  primary: {name: F1, value: 0.65, split: validation}
  computed_at: 2026-05-18T18:32:23
  decision_threshold: 0.5
  deployment_threshold: {loss: 3}
  recall_by_ward: {east: 0.5, west: 0.4}
explainability: {methods: [Saliency], studies: {one: {purpose: To compare}}}
dataset: Ward Falls 2025
risk_tier: LOW
benchmark_results: {segments: [{segment: night, recall: 0.6, n_samples: 40}]}
`

func TestModelCardFile(t *testing.T) {
	for _, test := range []struct {
		file, content string
		want          map[string]string
	}{
		{"model_card.yaml", mitchellCard, map[string]string{
			"model.developed_by":                  `Ward Analytics @ Ward Analytics`,
			"metadata.owner":                      `Ward Analytics @ Ward Analytics`,
			"model.trained_on":                    `2026-01-15 @ 2026-01-15`,
			"model.version":                       `1.10 @ 1.10`,
			"model.type":                          `gradient boosting @ gradient boosting`,
			"model.licence":                       `MIT @ MIT`,
			"contact":                             `ml@clinic.example @ ml@clinic.example`,
			"intended_use.description":            "Call a nurse\nPlan the round @ Call a nurse, Plan the round",
			"intended_use.users.0":                `nurses @ nurses`,
			"intended_use.out_of_scope.0":         `Children @ Children`,
			"datasets.0.name":                     `Held-out wards @ Held-out wards`,
			"datasets.0.role":                     `test @ Evaluation Data`,
			"datasets.1.name":                     `ward-2025 @ ward-2025`,
			"datasets.1.version":                  `3 @ 3`,
			"datasets.1.role":                     `training @ Training Data`,
			"datasets.2":                          ``,
			"evaluation.0.metric":                 `AUROC @ AUROC`,
			"evaluation.0.value":                  `0.91 @ 0.91`,
			"evaluation.0.slice":                  `overall @ overall`,
			"evaluation.1.slice":                  `age 80+ @ age 80+`,
			"evaluation.2":                        ``,
			"ethical_considerations.0.name":       `Alarm fatigue @ Alarm fatigue`,
			"ethical_considerations.0.mitigation": `A cap of alerts @ A cap of alerts`,
			"ethical_considerations.1":            ``,
			"limitations.0":                       `Weak at night. @ Weak at night.`,
		}},
		{"triage_model_card.json", flatCard, map[string]string{
			"metadata.id":                 `triage-7b @ "Triage 7B"`,
			"metadata.owner":              `Clinical ML @ "Clinical ML"`,
			"model.name":                  `Triage 7B @ "Triage 7B"`,
			"model.version":               `2.0 @ "2.0"`,
			"model.task":                  `text-classification @ "text-classification"`,
			"model.base_models.0.name":    `base-7b @ "base-7b"`,
			"model.path":                  `model.bin @ "model.bin"`,
			"datasets.0.id":               `ward-notes @ "ward-notes"`,
			"datasets.1.role":             `training @ "trainingDatasets"`,
			"intended_use.description":    `Sorts notes. @ "Sorts notes."`,
			"intended_use.users.0":        `nurses @ "nurses"`,
			"intended_use.out_of_scope.0": `diagnosis @ "diagnosis"`,
			"limitations":                 ``,
			"evaluation.0.metric":         `recall @ "recall"`,
			"evaluation.0.threshold":      `0.85 @ 0.85`,
			"evaluation.0.dataset":        `ward-test @ "ward-test"`,
			"evaluation.0.on":             `2026-02-01 @ "2026-02-01"`,
			"evaluation.1.metric":         `accuracy @ "accuracy"`,
			"evaluation.2.value":          `91.2 @ "91.2 %"`,
			"evaluation.2.unit":           `% @ "91.2 %"`,
			"evaluation.3":                ``,
			"fairness.0.group":            `female @ "female"`,
			"fairness.1.value":            `0.92 @ 0.92`,
			"environmental.hardware":      `8 accelerators @ "8 accelerators"`,
			"human_oversight":             `A nurse confirms. @ "A nurse confirms."`,
		}},
		{"cards/model-card.yml", groupedCard, map[string]string{
			"model.name":                    `Fall alert @ Fall alert`,
			"model.version":                 `0.4 @ 0.4`,
			"model.architecture":            `type: transformer; layers: 12 @ {type: transformer, layers: 12}`,
			"intended_use.description":      `Warn of a fall @ {description: Warn of a fall}`,
			"ethical_considerations.0.name": `Cameras see visitors. @ Cameras see visitors.`,
			"ethical_considerations.1":      ``,
			"fairness.0.metric":             `gap @ gap`,
			"assumptions.0":                 `Beds are flat. @ Beds are flat.`,
			"datasets.0.name":               `Ward Falls 2025 @ Ward Falls 2025`,
			"datasets.0.role":               `training @ dataset`,
			"datasets.1.description":        `The second floor @ The second floor`,
			"datasets.1.role":               `test @ data`,
			"evaluation.0.metric":           `precision @ precision`,
			"evaluation.0.slice":            `test @ test`,
			"evaluation.2.metric":           `F1 @ F1`,
			"evaluation.2.dataset":          `validation @ validation`,
			"evaluation.3.metric":           `recall_by_ward @ recall_by_ward`,
			"evaluation.3.slice":            `east @ east`,
			"evaluation.4.value":            `0.4 @ 0.4`,
			"evaluation.5.metric":           `accuracy @ accuracy`,
			"evaluation.5.threshold":        `0.8 @ 0.8`,
			"evaluation.6.metric":           `recall @ recall`,
			"evaluation.6.slice":            `night @ night`,
			"evaluation.7":                  ``,
			"explainability":                "Saliency\nTo compare @ Saliency], studies: {one: {purpose: To compare",
		}},
	} {
		recognition := recognise(test.file, []byte(test.content))
		if len(recognition.Documents) != 1 || recognition.Documents[0].Format != modelCardFileName {
			t.Fatalf("%s: %+v", test.file, recognition)
		}
		for path, want := range test.want {
			if got := at(t, recognition.Documents[0], path); got != want {
				t.Errorf("%s: %s: %s, want %s", test.file, path, got, want)
			}
		}
		if len(recognition.Problems) > 0 {
			t.Errorf("%s: problems %v", test.file, recognition.Problems)
		}
	}
}

// A file that is not called a card is one if it says enough; each value of a
// stream or list is a card of its own.
func TestModelCardFileByContent(t *testing.T) {
	said := "{name: N, version: 1, intended_use: Call., limitations: Night., training_data: Wards., accuracy: 0.9}"
	for content, want := range map[string]int{
		said:                           1,
		"- " + said + "\n- " + said:    2,
		said + "\n---\n" + said + "\n": 2,
		"name: N\nintended_use: Call.\nlimitations: Night.\n": 0,
	} {
		recognition := recognise("about.yaml", []byte(content))
		if len(recognition.Documents) != want {
			t.Errorf("%s: %d documents, want %d; %v", content, len(recognition.Documents), want, recognition.Rejections)
		}
		for i, d := range recognition.Documents {
			if d.Index != i || d.Format != modelCardFileName {
				t.Errorf("%s: document %d has the index %d and the format %s", content, i, d.Index, d.Format)
			}
		}
	}
}

func TestModelCardFileTurnsDown(t *testing.T) {
	for content, want := range map[string]string{
		``:                              "it is empty",
		`a card`:                        "it is no map",
		"name: N\nversion: 1\nport: 80": "too few keys",
		"rubric: r10\nname: N\nintended_use: a\nlimitations: b":                 "a report on a card",
		"$schema: x\nproperties: {intended_use: {}, limitations: {}, name: {}}": "a JSON Schema",
	} {
		recognition := recognise("model_card.yaml", []byte(content))
		if len(recognition.Documents) > 0 || !slices.ContainsFunc(recognition.Rejections, func(r Rejection) bool {
			return r.Format == modelCardFileName && strings.Contains(r.Reason, want)
		}) {
			t.Errorf("%s: %+v, want %q", content, recognition, want)
		}
	}
}

// One that nobody has filled in is a template, which is one problem.
func TestModelCardFileTemplate(t *testing.T) {
	const content = "name: '{{ name }}'\nversion: TBD\nintended_use: '{{ use }}'\nlimitations: TBD\ntraining_data: TODO\n"
	recognition := recognise("model_card.yaml", []byte(content))
	if len(recognition.Documents) > 0 || len(recognition.Problems) != 1 || recognition.Problems[0].Rule != Template {
		t.Errorf("%+v", recognition)
	}
}

func TestModelCardFilesOfTheCorpus(t *testing.T) {
	for file, recognition := range readCorpus(t, ".") {
		taken := len(recognition.Documents) > 0 && recognition.Documents[0].Format == modelCardFileName
		want := strings.HasPrefix(file, "model-card-structured/")
		if taken != want || want && recognition.Documents[0].Kind != document.ModelCard {
			t.Errorf("%s: taken %t, want %t; %v", file, taken, want, recognition.Rejections)
		}
		if want && len(recognition.Problems) > 0 {
			t.Errorf("%s: %v", file, recognition.Problems)
		}
	}
}
