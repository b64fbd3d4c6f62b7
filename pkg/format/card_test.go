package format

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// readCard is the one document of a Markdown text.
func readCard(t *testing.T, file, content string) *document.Document {
	t.Helper()
	recognition := recognise(file, []byte(content))
	if len(recognition.Documents) != 1 {
		t.Fatalf("%d documents; %v", len(recognition.Documents), recognition.Rejections)
	}
	return recognition.Documents[0]
}

// at is the value at a dotted path ("evaluation.0.value") with the text and the
// place of its key or itself that a finding would point at: `value @ text`.
func at(t *testing.T, d *document.Document, dotted string) string {
	t.Helper()
	p := pathOf(dotted)
	n := d.Root.Lookup(p)
	if n == nil {
		return ""
	}
	text, span := d.Root.Locate(p)
	under := string(text.Bytes[text.Offset(span.Start):text.Offset(span.End)])
	return fmt.Sprintf("%s @ %s", n.Scalar, under)
}

func pathOf(dotted string) syntax.Path {
	var p syntax.Path
	for step := range strings.SplitSeq(dotted, ".") {
		index := -1
		if _, err := fmt.Sscanf(step, "%d", &index); err == nil {
			p = append(p, syntax.Index(index))
		} else {
			p = append(p, syntax.Key(step))
		}
	}
	return p
}

const hubModel = `---
license: other
license_name: clinic-1.0
base_model: [acme/base-7b]
datasets:
- acme/vitals
pipeline_tag: tabular-classification
co2_eq_emissions: {emissions: 1250.5, hardware_used: 1 A100}
model-index:
- name: Sepsis-Alert
  results:
  - dataset: {name: Ward 2025, type: ward, split: test}
    metrics:
    - {type: auroc, value: 0.91}
    - {type: recall, value: "82 %"}
---
# Model Card for Sepsis Alert

- **Version:** 2.3.0
- **Owner:** clinical-ml-lead

## 1. Intended Uses & Limitations 🎯

Alerts nurses early.

### Out-of-Scope Use

- Children
- Intensive care

### Known limitations

Limits include:

- Poor on short stays

## Bias, Risks, and Limitations

Older patients are
over-represented.

## Model Card Contact

ml@clinic.example
`

func TestHuggingFaceModel(t *testing.T) {
	d := readCard(t, "README.md", hubModel)
	if d.Kind != document.ModelCard || d.Format != huggingFaceName {
		t.Fatalf("%s in %s", d.Kind, d.Format)
	}
	for path, want := range map[string]string{
		"metadata.id":                   "sepsis-alert @ Sepsis-Alert",
		"metadata.title":                "Model Card for Sepsis Alert @ Model Card for Sepsis Alert",
		"metadata.version":              "2.3.0 @ 2.3.0",
		"metadata.owner":                "clinical-ml-lead @ clinical-ml-lead",
		"model.name":                    "Sepsis-Alert @ Sepsis-Alert",
		"model.licence":                 "clinic-1.0 @ clinic-1.0",
		"model.base_models.0.name":      "acme/base-7b @ acme/base-7b",
		"model.base_models.0.supplier":  "acme @ acme/base-7b",
		"evaluation.0.slice":            "test @ test",
		"model.task":                    "tabular-classification @ tabular-classification",
		"datasets.0.id":                 "acme/vitals @ acme/vitals",
		"datasets.0.role":               "training @ acme/vitals",
		"evaluation.0.metric":           "auroc @ auroc",
		"evaluation.0.value":            "0.91 @ 0.91",
		"evaluation.0.dataset":          "Ward 2025 @ Ward 2025",
		"evaluation.1.value":            `82 @ "82 %"`,
		"environmental.carbon_kg":       "1.2505 @ 1250.5",
		"environmental.hardware":        "1 A100 @ 1 A100",
		"intended_use.description":      "Alerts nurses early. @ Alerts nurses early.",
		"intended_use.out_of_scope.1":   "Intensive care @ Intensive care",
		"limitations.0":                 "Alerts nurses early. @ Alerts nurses early.",
		"limitations.1":                 "Poor on short stays @ Poor on short stays",
		"limitations.2":                 "Older patients are over-represented. @ Older patients are",
		"ethical_considerations.0.name": "Older patients are over-represented. @ Bias, Risks, and Limitations",
		"contact":                       "ml@clinic.example @ ml@clinic.example",
	} {
		if got := at(t, d, path); got != want {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
	if d.CanExpress(pathOf("metadata.approved")) || d.CanExpress(pathOf("evaluation.0.threshold")) {
		t.Error("a card is said to have a place for approval and thresholds")
	}
	for _, path := range []string{"metadata.version", "metadata.owner", "model.licence", "intended_use", "limitations", "evaluation", "evaluation.0.metric", "contact"} {
		if !d.CanExpress(pathOf(path)) {
			t.Errorf("a card is said to have no place for %s", path)
		}
	}
}

func TestHuggingFaceTypes(t *testing.T) {
	for name, test := range map[string]struct{ front, path, want string }{
		"licence as a list":      {"license: [mit, apache-2.0]", "model.licence", "mit, apache-2.0 @ [mit, apache-2.0]"},
		"licence as a map":       {"license: {name: mit, link: x}", "model.licence", "mit @ mit"},
		"base model as text":     {"base_model: a/b", "model.base_models.0.name", "a/b @ a/b"},
		"base model as a map":    {"base_model: {name: a/b}", "model.base_models.0.name", "a/b @ a/b"},
		"base models as maps":    {"base_model: [{id: a/b}, {id: c}]", "model.base_models.1.name", "c @ c"},
		"one dataset":            {"datasets: x", "datasets.0.id", "x @ x"},
		"emissions as a number":  {"co2_eq_emissions: 3", "environmental.carbon_kg", "0.003 @ 3"},
		"a version is no number": {"model_version: 1.10", "model.version", "1.10 @ 1.10"},
		"no metadata":            {"tags: [a]", "model.licence", ""},
	} {
		t.Run(name, func(t *testing.T) {
			d := readCard(t, "README.md", "---\nlibrary_name: x\n"+test.front+"\n---\n# M\n")
			if got := at(t, d, test.path); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestHuggingFaceUnreadable(t *testing.T) {
	for name, test := range map[string]struct{ front, under string }{
		"licence":       {"license: {a: 1}", "license"},
		"results":       {"model-index: [{name: x, results: [y]}]", "y"},
		"base models":   {"base_model: [a, {b: c}]", "base_model"},
		"a nested type": {"pipeline_tag: {x: y}", "pipeline_tag"},
	} {
		t.Run(name, func(t *testing.T) {
			recognition := recognise("README.md", []byte("---\nlibrary_name: x\n"+test.front+"\n---\n# M\n"))
			if len(recognition.Documents) != 1 || len(recognition.Problems) != 1 || recognition.Problems[0].Rule != Unreadable {
				t.Fatalf("%+v", recognition)
			}
			problem := recognition.Problems[0]
			under := string(problem.Text.Bytes[problem.Text.Offset(problem.Span.Start):problem.Text.Offset(problem.Span.End)])
			if under != test.under {
				t.Errorf("points at %q, want %q", under, test.under)
			}
		})
	}
}

const hubDataset = `---
license: cc-by-4.0
pretty_name: Ward vitals
task_categories: [tabular-classification]
annotations_creators: [expert-generated]
source_datasets: [original, "extended|mimic"]
---
# Dataset Card for Ward vitals

## Dataset Summary

Vital signs of adults.

### Source Data

Bedside monitors.

### Personal and Sensitive Information

Pseudonymised.

## Considerations for Using the Data

### Discussion of Biases

- Few night shifts

### Other Known Limitations

One hospital only.

### Dataset Curators

data-steward
`

func TestHuggingFaceDataset(t *testing.T) {
	d := readCard(t, "README.md", hubDataset)
	if d.Kind != document.DataManifest {
		t.Fatal(d.Kind)
	}
	for path, want := range map[string]string{
		"metadata.id":                           "ward-vitals @ Ward vitals",
		"metadata.owner":                        "data-steward @ data-steward",
		"datasets.0.id":                         "ward-vitals @ Ward vitals",
		"datasets.0.name":                       "Ward vitals @ Ward vitals",
		"datasets.0.description":                "Vital signs of adults. @ Vital signs of adults.",
		"datasets.0.acquisition.licence":        "cc-by-4.0 @ cc-by-4.0",
		"datasets.0.acquisition.source":         "original @ original",
		"datasets.0.provenance.derived_from.0":  `mimic @ "extended|mimic"`,
		"datasets.0.labelling.by.0":             "expert-generated @ expert-generated",
		"datasets.0.personal_data.description":  "Pseudonymised. @ Pseudonymised.",
		"datasets.0.known_bias.0.what":          "Few night shifts @ Few night shifts",
		"datasets.0.limitations.0":              "One hospital only. @ One hospital only.",
		"datasets.0.provenance.derived_from.1":  "",
		"datasets.0.personal_data.minimisation": "",
	} {
		if got := at(t, d, path); got != want {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
}

const freeCard = `Model Card: Triage
==================

| Attribute | Value |
|-----------|-------|
| **Model name** | triage-v2 |
| Base Model | acme/small |
| License | MIT |

## Intended use

**Users:** ward nurses

Sorting of messages.

## Training data

Messages of 2024.

## Evaluation

| Metric | Value | Target | Test set |
|---|---:|---:|---|
| Accuracy | 92.5% | ≥ 90% | Inbox 2025 |
| Samples | 1,200 | | |
| Notes | see report | | |

### By language

| Language | F1 | Recall |
|---|---|---|
| English | 0.91 | TBD |

## Responsible human oversight

A nurse reads every message.

` + "```\n## Limitations\nnone\n```\n"

func TestFreeCard(t *testing.T) {
	d := readCard(t, "docs/MODEL_CARD.md", freeCard)
	for path, want := range map[string]string{
		"metadata.id":              "triage-v2 @ triage-v2",
		"metadata.title":           "Model Card: Triage @ Model Card: Triage",
		"model.name":               "triage-v2 @ triage-v2",
		"model.licence":            "MIT @ MIT",
		"model.base_models.0.name": "acme/small @ acme/small",
		"intended_use.users.0":     "ward nurses @ ward nurses",
		"intended_use.description": "Users: ward nurses\nSorting of messages. @ Intended use",
		"datasets.0.description":   "Messages of 2024. @ Messages of 2024.",
		"datasets.0.role":          "training @ Training data",
		"evaluation.0.metric":      "Accuracy @ Accuracy",
		"evaluation.0.value":       "92.5 @ 92.5%",
		"evaluation.0.unit":        "% @ 92.5%",
		"evaluation.0.threshold":   "90 @ ≥ 90%",
		"evaluation.0.dataset":     "Inbox 2025 @ Inbox 2025",
		"evaluation.1.metric":      "F1 @ F1",
		"evaluation.1.slice":       "English @ English",
		"evaluation.2":             "",
		"human_oversight":          "A nurse reads every message. @ A nurse reads every message.",
		"limitations":              "",
	} {
		if got := at(t, d, path); got != want {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
	if !d.CanExpress(pathOf("evaluation.1.threshold")) {
		t.Error("the table has a column of targets")
	}
	if state := d.State(pathOf("limitations")); state != document.Absent {
		t.Errorf("limitations in a code fence are %s", state)
	}
}

func TestWhatSentencesSay(t *testing.T) {
	d := readCard(t, "MODEL_CARD.md", "# Model card: X\n\n## Model details\n\nX is released under the Apache 2.0 license.\n\n"+
		"## Intended use\n\nResearch.\n\nX should not be used for triage.\n\n## Results\n\nIt does well.\n")
	for path, want := range map[string]string{
		"model.licence":               "Apache 2.0 license @ X is released under the Apache 2.0 license.",
		"intended_use.out_of_scope.0": "X should not be used for triage. @ X should not be used for triage.",
		"intended_use.out_of_scope.1": "",
		"evaluation.0.description":    "It does well. @ It does well.",
	} {
		if got := at(t, d, path); got != want {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
	if d.CanExpress(pathOf("evaluation.0.metric")) || !d.CanExpress(pathOf("evaluation")) {
		t.Error("results in words hold no metric, but they are results")
	}
}

func TestPlaceholdersOfACardStay(t *testing.T) {
	d := readCard(t, "MODEL_CARD.md", "# Model card: X\n\n## Intended use\n\nTBD\n\n## Limitations\n\n[More Information Needed]\n\n## Training data\n\nLogs.\n")
	for _, path := range []string{"intended_use", "limitations"} {
		if state := d.State(pathOf(path)); state != document.Placeholder {
			t.Errorf("%s is %s", path, state)
		}
	}
}

func TestHeadings(t *testing.T) {
	for heading, want := range map[string][]topic{
		"Intended Use(s)":                     {useProse},
		"2.1 Primary intended uses":           {useProse},
		"🎯 Direct Use":                        {useProse},
		"Primary Intended Users":              {useUsers},
		"How to use":                          {usage},
		"Out-of-Scope Use Cases":              {useOutOfScope},
		"Not Suitable For":                    {useOutOfScope},
		"Bias, Risks, and Limitations":        {limits, ethics},
		"Caveats and Recommendations":         {limits},
		"Ethical Considerations":              {ethics},
		"Training Data":                       {trainingData},
		"Training Procedure":                  {training},
		"Evaluation Data":                     {testData},
		"Training and Evaluation Data":        {trainingData, testData},
		"Evaluation Results":                  {results},
		"Performance Metrics":                 {results},
		"Quantitative Analyses":               {results},
		"Environmental Impact":                {environment},
		"Model Card Contact":                  {contact},
		"Model Details":                       {details},
		"Licence":                             {licence},
		"BibTeX entry and citation info":      {apparatus},
		"Required human & technical controls": {oversight},
		"Security":                            {security},
		"Robustness":                          {robustness},
		"Frequently asked":                    nil,
		"Installation":                        {usage},
	} {
		if got := modelTopics.topics(heading); !slices.Equal(got, want) {
			t.Errorf("%q is on %q, want %q", heading, got, want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"0.91": "0.91", "≈ 92.4 %": "92.4 %", "0.88 ± 0.02": "0.88", "82% (n=50)": "82 %", "12 ms": "12", "1,234": "1234", "-0.5": "-0.5",
		"4/40": "", "≥ 80": "", "90–95%": "", "v1.2.3": "", "high": "", "": "", "007": "",
	} {
		got := ""
		value, unit := number(syntax.NewString(text, syntax.NewText("x.md", []byte(text)), 0, len(text)))
		if value != nil {
			got = value.Scalar
		}
		if unit != nil {
			got += " " + unit.Scalar
		}
		if got != want {
			t.Errorf("%q reads as %q, want %q", text, got, want)
		}
	}
}

// A table that compares models says of the card's own only what is in its row.
func TestComparedModels(t *testing.T) {
	d := readCard(t, "MODEL_CARD.md", "# Model card: Triage\n\n## Intended use\n\na\n\n## Evaluation\n\n| Model | Accuracy | F1 |\n|--|--|--|\n| Baseline | 0.6 | 0.5 |\n| **Triage** | 0.9 | 0.8 |\n")
	for path, want := range map[string]string{
		"evaluation.0.value": "0.9 @ 0.9", "evaluation.1.value": "0.8 @ 0.8", "evaluation.2": "",
	} {
		if got := at(t, d, path); got != want {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
}

func TestNotCards(t *testing.T) {
	const body = "\n## Intended use\n\na\n\n## Limitations\n\nb\n\n## Training data\n\nc\n\n## Evaluation\n\nd\n"
	for name, test := range map[string]struct{ file, content, reason string }{
		"a Space":          {"README.md", "---\nsdk: docker\nlicense: mit\ntags: [a]\n---\n# Model card: x" + body, "Space"},
		"a page of a site": {"README.md", "---\ntitle: x\nlicense: mit\ntags: [a]\n---\n# x" + body, "too few keys"},
		"about cards":      {"model-cards.md", "# Model Cards" + body, "about cards"},
		"a guide":          {"docs/model-card-guide.md", "# How to write a model card" + body, "about cards"},

		"a device's":          {"DATASHEET.md", "# Sensor\n\n## Overview\n\na\n\n## Applications\n\nb\n\n## Quality\n\nc\n\n## Sampling\n\nd\n", "device"},
		"a card in name only": {"MODEL_CARD.md", "# Project\n\n## Installation\n\nx\n\n## License\n\ny\n", "too few headings"},
	} {
		t.Run(name, func(t *testing.T) {
			recognition := recognise(test.file, []byte(test.content))
			if len(recognition.Documents) > 0 {
				t.Fatalf("recognised as %s in %s", recognition.Documents[0].Kind, recognition.Documents[0].Format)
			}
			if !slices.ContainsFunc(recognition.Rejections, func(r Rejection) bool { return strings.Contains(r.Reason, test.reason) }) {
				t.Errorf("rejections %v, want %q", recognition.Rejections, test.reason)
			}
		})
	}
	if nominated := Nominated("README.md", []byte("# Project"+body)); len(nominated) > 0 {
		t.Errorf("the README of a software project is nominated for %s", nominated[0].Name)
	}
}

func TestOtherLanguages(t *testing.T) {
	text := strings.Repeat("Das Modell ordnet Nachrichten einer Klasse zu und wird im Krankenhaus von Pflegekräften verwendet. ", 6)
	d := readCard(t, "README.md", "---\nlibrary_name: x\n---\n# Modell\n\n## Verwendungszweck\n\n"+text+"\n")
	for _, path := range []string{"intended_use", "limitations", "evaluation", "contact"} {
		if d.CanExpress(pathOf(path)) {
			t.Errorf("%s is asked of a card whose headings cannot be understood", path)
		}
	}
	if d.CanExpress(pathOf("metadata.approved")) || !d.CanExpress(pathOf("metadata.title")) {
		t.Error("only what stands in prose is out of reach")
	}
}

const tabularRegister = `# Risk register

**Owner:** risk-manager
**Version:** 1.2

## Scale

| Level | Meaning |
|---|---|
| 5 | certain |

## Risks

| ID | Risk | Likelihood | Impact | Owner | Mitigation |
|----|------|:----------:|--------|-------|------------|
| R-1 | Missed sepsis | 3 | High | ward lead | second check |
| R-2 | **Drift** | TBD | Low | | monitoring |

### Closed

| ID | Risk | Likelihood | Impact | Owner |
|----|------|------------|--------|-------|
| R-3 | Leak | 1 | 5 | dpo |
`

func TestMarkdownRegister(t *testing.T) {
	d := readCard(t, "docs/RISK_REGISTER.md", tabularRegister)
	if d.Kind != document.RiskRegister || d.Format != markdownRegisterName {
		t.Fatalf("%s in %s", d.Kind, d.Format)
	}
	for path, want := range map[string]string{
		"metadata.title":                   "Risk register @ Risk register",
		"metadata.owner":                   "risk-manager @ risk-manager",
		"metadata.version":                 "1.2 @ 1.2",
		"risks.0.id":                       "R-1 @ R-1",
		"risks.0.title":                    "Missed sepsis @ Missed sepsis",
		"risks.0.likelihood":               "3 @ 3",
		"risks.0.consequence_level":        "High @ High",
		"risks.0.treatment.actions.0.what": "second check @ second check",
		"risks.1.title":                    "Drift @ Drift",
		"risks.1.likelihood":               "TBD @ TBD",
		"risks.2.owner":                    "dpo @ dpo",
		"risks.3":                          "",
	} {
		if got := at(t, d, path); got != want {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
	if _, span := d.Root.Locate(pathOf("risks.1.owner")); span.Start.Line != 17 {
		t.Errorf("the blank owner is said to stand at %s", span.Start)
	}
}

func TestNotMarkdownRegisters(t *testing.T) {
	for name, content := range map[string]string{
		"no table":  "# Risk register\n\nLikelihood | impact in words.\n",
		"catalogue": "# Risks\n\n| ID | Risk | Description |\n|--|--|--|\n| 1 | a | b |\n\nlevel\n",
		"a scale":   "# Risk register\n\n| Likelihood | Score | Severity | Score | Risk = L × S |\n|--|--|--|--|--|\n| Low | 1 | Low | 1 | 1-4: LOW |\n",
		"blank":     "# Risk register\n\n| ID | Risk | Likelihood | Owner |\n|--|--|--|--|\n| | | | |\n",
	} {
		t.Run(name, func(t *testing.T) {
			if recognition := recognise("risk-register.md", []byte(content)); len(recognition.Documents) > 0 || len(recognition.Rejections) == 0 {
				t.Errorf("%+v", recognition)
			}
		})
	}
}

// mislabelled are files of the corpus that are not what their folder says.
var mislabelled = map[string]string{
	"docs__deployment__huggingface-space-README.md":      "the README of a Space, which is an application",
	"spaces__skops_model_card_creator__README.md":        "the README of a Space, which is an application",
	"KOGUT__model-card.md":                               "a template: license: {spdx_license_id}, # ${MODEL_NAME}",
	"data_cards_playbook_summary.md":                     "a summary of the Data Cards Playbook, about no dataset",
	"_TEMPLATE-risk-register.md":                         "a template of one risk, with every value in angle brackets",
	"checks__clause_08_02_risk_register_review_check.md": "an instruction to review a register, one sentence",
}

func TestCardsOfTheCorpus(t *testing.T) {
	for folder, kind := range map[string]string{
		"hf-model-card": document.ModelCard, "model-card-md": document.ModelCard,
		"hf-dataset-card": document.DataManifest, "dataset-card-md": document.DataManifest,
		"risk-register-md": document.RiskRegister,
	} {
		for file, recognition := range readCorpus(t, folder) {
			var wrong bool
			for name := range mislabelled {
				wrong = wrong || strings.HasSuffix(file, name)
			}
			switch {
			case wrong && len(recognition.Documents) > 0:
				t.Errorf("%s: recognised as %s", file, recognition.Documents[0].Kind)
			case !wrong && (len(recognition.Documents) != 1 || recognition.Documents[0].Kind != kind):
				t.Errorf("%s: %v, want %s; %v", file, recognition.Documents, kind, recognition.Rejections)
			case !wrong && len(recognition.Problems) > 0:
				t.Errorf("%s: %v", file, recognition.Problems)
			}
		}
	}
	for _, folder := range []string{"_negative", "_template"} {
		for file, recognition := range readCorpus(t, folder) {
			for _, d := range recognition.Documents {
				t.Errorf("%s: recognised as %s in %s", file, d.Kind, d.Format)
			}
		}
	}
}

func FuzzCards(f *testing.F) {
	for _, seed := range []string{hubModel, hubDataset, freeCard, tabularRegister} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, content string) {
		for _, file := range []string{"MODEL_CARD.md", "DATA_CARD.md", "RISK_REGISTER.md"} {
			if err := checkPlaces(recognise(file, []byte(content))); err != nil {
				t.Errorf("%s: %v", file, err)
			}
		}
	})
}

// Traits of real cards, on texts of our own.
func TestTraitsOfCards(t *testing.T) {
	for name, test := range map[string]struct {
		content string
		want    map[string]string
	}{
		"hardware among the details of training is not on the environment": {
			"# Model card: Falls\n\n## Intended use\n\nWarns.\n\n## Limitations\n\nNone is known.\n\n## Training procedure\n\n- **Hardware:** one A100\n- **Rank:** 16\n",
			map[string]string{"environmental": ""},
		},
		"the footprint with units": {
			"# Model card: Falls\n\n## Intended use\n\nWarns.\n\n## Limitations\n\nNone is known.\n\n## Environmental impact\n\n- **Carbon Emitted:** 350 g CO2eq\n- **Energy consumption:** 1,200 kWh\n- **Hours used:** 24\n",
			map[string]string{"environmental.carbon_kg": "0.35 @ 350 g CO2eq", "environmental.energy_kwh": "1200 @ 1,200 kWh"},
		},
		"no unit, no amount": {
			"# Model card: Falls\n\n## Intended use\n\nWarns.\n\n## Limitations\n\nNone is known.\n\n## Environmental impact\n\n- **Carbon Emitted:** little\n",
			map[string]string{"environmental.carbon_kg": ""},
		},
		"the file of the model": {
			"# Model card: Falls\n\n## Model details\n\n- Algorithm: forest\n- Model artifact: falls.joblib\n\n## Intended use\n\nWarns.\n\n## Limitations\n\nNone is known.\n",
			map[string]string{"model.path": "falls.joblib @ falls.joblib", "model.type": "forest @ forest"},
		},
		"restrictions of a licence beside what it permits": {
			"# Model card: Falls\n\n## Intended use\n\nWarns.\n\n## Limitations\n\nNone is known.\n\n## License\n\nCC-BY-NC-4.0\n\n### Usage restrictions\n\n- ✅ Free to use for research.\n- ❌ Commercial use is prohibited.\n- Data of the ward: CC-BY-4.0\n",
			map[string]string{"intended_use.out_of_scope.0": "❌ Commercial use is prohibited. @ ❌ Commercial use is prohibited.", "intended_use.out_of_scope.1": ""},
		},
		"who made it and whom it is for, in sentences": {
			"# Model card: Falls\n\nThis is the card of the models trained and released by Ward Analytics. It was fine-tuned from a model developed by Acme.\n\n## Intended use\n\nThe primary intended users of these models are nurses on night shifts.\n\n## Limitations\n\nNone is known.\n",
			map[string]string{
				"model.developed_by":   "Ward Analytics @ This is the card of the models trained and released by Ward Analytics. It was fine-tuned from a model developed by Acme.",
				"intended_use.users.0": "nurses on night shifts @ The primary intended users of these models are nurses on night shifts.",
			},
		},
		"the maker of another model": {
			"# Model card: Falls\n\nThis model is based on one developed by Acme.\n\n## Intended use\n\nWarns.\n\n## Limitations\n\nNone is known.\n",
			map[string]string{"model.developed_by": ""},
		},
		"an interval": {
			"# Model card: Falls\n\n## Intended use\n\nWarns.\n\n## Evaluation\n\n| Metric | Value | 95% CI |\n|---|---|---|\n| Recall | 0.91 | [0.88, 0.94] |\n| F1 | 0.8 | wide |\n",
			map[string]string{
				"evaluation.0.confidence_interval.lower": "0.88 @ [0.88, 0.94]", "evaluation.0.confidence_interval.upper": "0.94 @ [0.88, 0.94]",
				"evaluation.1.confidence_interval": "",
			},
		},
		"a sentence that introduces an example": {
			"# Model card: Falls\n\n## Intended use\n\nWarns.\n\n## Limitations\n\nMisses slow falls.\n\nHere is an example:\n\n```\nx\n```\n",
			map[string]string{"limitations.0": "Misses slow falls. @ Misses slow falls.", "limitations.1": ""},
		},
	} {
		t.Run(name, func(t *testing.T) { haveValues(t, readCard(t, "MODEL_CARD.md", test.content), test.want) })
	}
}

func TestTraitsOfDatasetCards(t *testing.T) {
	d := readCard(t, "DATASET_CARD.md", `# Dataset card: Falls

## Source data

Sensors of beds.

## Lineage and deduplication

Doubles are dropped.

## Personal information

The dataset contains no personal or sensitive information.

## Social impact

**Positive:**

- Helps wards

## Bias

- Few night shifts

**Mitigation:**

- A share of nights
`)
	haveValues(t, d, map[string]string{
		"datasets.0.acquisition.source":        "Sensors of beds. @ Sensors of beds.",
		"datasets.0.personal_data.present":     "false @ The dataset contains no personal or sensitive information.",
		"datasets.0.known_bias.0.what":         "Few night shifts @ Few night shifts",
		"datasets.0.known_bias.0.mitigation":   "A share of nights @ A share of nights",
		"datasets.0.known_bias.1":              "",
		"datasets.0.personal_data.description": "The dataset contains no personal or sensitive information. @ The dataset contains no personal or sensitive information.",
	})
}

// haveValues holds fields to "value @ text under it"; "" stands for none.
func haveValues(t *testing.T, d *document.Document, want map[string]string) {
	t.Helper()
	for path, expected := range want {
		if got := at(t, d, path); got != expected {
			t.Errorf("%s: got %q, want %q", path, got, expected)
		}
	}
}
