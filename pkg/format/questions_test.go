package format

import (
	"slices"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// Authors answer the questions of a datasheet under headings, in the paragraph
// of the question, or in the items of a list.
func TestDatasheetQuestions(t *testing.T) {
	const text = `# Datasheet: Ward vitals

The dataset is one of vital signs.

## Motivation

**For what purpose was the dataset created, and was there a specific gap to fill?**
To test alerts. The dataset has no other use.

## Collection

1. **How was the data associated with each instance acquired?** If so, please describe how.

   From the monitors of two wards.

2. **Did the individuals in question consent to the collection of their data?** N/A

### Did the individuals receive a notice of the collection?

N/A

## Distribution

**Under what licence?**
CC-BY-4.0

**Who maintains it?**
The data office.
`
	d := readCard(t, "DATASHEET.md", text)
	for path, want := range map[string]string{
		"datasets.0.purpose":             "To test alerts. The dataset has no other use. @ To test alerts. The dataset has no other use.",
		"datasets.0.acquisition.source":  "From the monitors of two wards. @ From the monitors of two wards.",
		"datasets.0.acquisition.licence": "CC-BY-4.0 @ CC-BY-4.0",
		"datasets.0.owner":               "The data office. @ The data office.",
		"datasets.0.acquisition.consent": "",
	} {
		if got := at(t, d, path); got != want {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
}

func TestQuestionsAndWhatTheyAdd(t *testing.T) {
	for text, want := range map[string][2]string{
		"Who created it? A team.": {"Who created it?", "A team."},
		"3. Is anything missing from the data? If so, please say why (e.g. lost). No.": {"Is anything missing from the data?", "No."},
		"Under what terms is it given? Please say which.":                              {"Under what terms is it given?", ""},
		"Nobody knows. Who created it?":                                                {"", ""},
		"What?":                                                                        {"", ""},
	} {
		heading, answer := question(syntax.NewString(text, syntax.NewText("card.md", []byte(text)), 0, len(text)))
		got := [2]string{}
		if heading != nil {
			got[0] = heading.Scalar
		}
		if answer != nil {
			got[1] = answer.Scalar
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// What a card says without the usual heading is heard.
func TestStatementsWithoutAHeading(t *testing.T) {
	const text = `# Model card: Ward alerts

The model is intended for nurses who watch for sepsis.

## Model details

### Model version

2.1

### Developed by

The clinical ML team

## Use cases to avoid

- triage of children

## Limitations

- trained on one site

## Operating points

| Threshold | Precision | Recall |
|---|---|---|
| 0.5 | 0.4 | 0.2 |
`
	d := readCard(t, "MODEL_CARD.md", text)
	for path, want := range map[string]string{
		"intended_use.description":    "The model is intended for nurses who watch for sepsis. @ The model is intended for nurses who watch for sepsis.",
		"intended_use.out_of_scope.0": "triage of children @ triage of children",
		"model.version":               "2.1 @ 2.1",
		"metadata.owner":              "The clinical ML team @ The clinical ML team",
		"evaluation.0.slice":          "0.5 @ 0.5",
		"evaluation.0.threshold":      "",
	} {
		if got := at(t, d, path); got != want {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
	if d = readCard(t, "MODEL_CARD.md", "# Model card: Alerts\n\n## Intended use\n\na\n\n## Limitations\n\nb\n\n## Evaluation\n\nc\n"); d.CanExpress(pathOf("metadata.version")) {
		t.Error("a card that states no version of its own is asked for one")
	}
}

// A text in a language whose headings are not known is a card if its name and
// its title say so; a guide with the same name in the plural is none.
func TestForeignCards(t *testing.T) {
	const text = "# Model Card — Alertas de sala\n\n## Información general\n\nModelo entrenado con datos clínicos del hospital para predecir alertas durante la noche.\n\n" +
		"## Uso previsto\n\nEl modelo avisa al equipo de enfermería cuando los signos vitales empeoran y alguien debe mirar al paciente pronto.\n\n" +
		"## Desempeño\n\nEl modelo alcanza una sensibilidad suficiente según el equipo clínico.\n\n## Límites\n\nNo sirve para niños ni para otras salas del hospital.\n"
	if d := readCard(t, "docs/model_card.md", text); d.Kind != document.ModelCard {
		t.Errorf("recognised as %s", d.Kind)
	}
	unknown := strings.NewReplacer("Uso previsto", "A cosa serve", "Límites", "Confini").Replace(text)
	if d := readCard(t, "docs/model_card.md", unknown); d.Kind != document.ModelCard || !slices.Contains(d.Unread, "A cosa serve") {
		t.Errorf("recognised as %s, unread %q", d.Kind, d.Unread)
	}
	if recognition := recognise("docs/model-cards.md", []byte(unknown)); len(recognition.Documents) > 0 {
		t.Error("a guide to cards is taken for one")
	}
}
