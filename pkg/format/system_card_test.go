package format

import (
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/document"
)

const triageSystem = `# System card: Ward triage assistant

| Field | Value |
|---|---|
| Version | 2.1 |
| System owner | Head of nursing |

## 1. 🎯 System purpose

Ranks incoming messages so that the ward answers the urgent ones first.

## Intended users

- Charge nurses
- Ward clerks

## Out-of-scope uses

- Diagnosis
- Triage of children

## Architecture

A classifier behind an HTTP service.

## Human oversight

A nurse confirms every rank before it is used.

## Known limitations

- English messages only

## Monitoring

- Drift of the message length

## Contact

ward-ai@example.org
`

func TestSystemCard(t *testing.T) {
	d := readCard(t, "docs/SYSTEM_CARD.md", triageSystem)
	if d.Kind != document.AISystem || d.Format != systemCardName {
		t.Fatalf("%s in %s", d.Kind, d.Format)
	}
	for path, want := range map[string]string{
		"metadata.id":                    "ward-triage-assistant @ System card: Ward triage assistant",
		"metadata.title":                 "System card: Ward triage assistant @ System card: Ward triage assistant",
		"metadata.version":               "2.1 @ 2.1",
		"metadata.owner":                 "Head of nursing @ Head of nursing",
		"name":                           "Ward triage assistant @ System card: Ward triage assistant",
		"owner":                          "Head of nursing @ Head of nursing",
		"purpose":                        "Ranks incoming messages so that the ward answers the urgent ones first. @ Ranks incoming messages so that the ward answers the urgent ones first.",
		"intended_use.users.1":           "Ward clerks @ Ward clerks",
		"intended_use.prohibited.1":      "Triage of children @ Triage of children",
		"design.architecture":            "A classifier behind an HTTP service. @ A classifier behind an HTTP service.",
		"human_oversight.how":            "A nurse confirms every rank before it is used. @ A nurse confirms every rank before it is used.",
		"user_information.limitations.0": "English messages only @ English messages only",
		"user_information.contact":       "ward-ai@example.org @ ward-ai@example.org",
		"monitoring.signals.0.what":      "Drift of the message length @ Drift of the message length",
	} {
		if got := at(t, d, path); got != want {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
	for path, want := range map[string]bool{"purpose": true, "owner": true, "metadata.owner": true, "stage": false, "models": false, "monitoring.repair": false} {
		if d.CanExpress(pathOf(path)) != want {
			t.Errorf("%s can be expressed: %t, want %t", path, !want, want)
		}
	}
}

// What a card says in passing is not said to be missing.
func TestSystemCardInPassing(t *testing.T) {
	d := readCard(t, "SYSTEM_CARD.md", `# Atlas system card

## What the system is

A decision aid that turns market data into decisions for human review.

## Components

Five services and an LLM gateway.

## Operating envelope

- **Approved use:** internal analysts.
- **Not approved:** autonomous trading.
- **Human oversight:** required; decisions are advisory.

## Risks

- Wrong forecasts
`)
	for path, want := range map[string]string{
		"purpose":                   "A decision aid that turns market data into decisions for human review.",
		"intended_use.prohibited.0": "autonomous trading.",
		"human_oversight.how":       "required; decisions are advisory.",
	} {
		if got := at(t, d, path); !strings.HasPrefix(got, want) {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
}

func TestNotSystemCards(t *testing.T) {
	const body = "\n## Purpose\n\nAn AI agent.\n\n## Users\n\na\n\n## Limitations\n\nb\n\n## Monitoring\n\nc\n"
	for name, test := range map[string]struct{ file, content, reason string }{
		"about cards":      {"docs/system-cards.md", "# System cards" + body, "about cards"},
		"a guide":          {"docs/system-card-guide.md", "# How to write a system card" + body, "about cards"},
		"of a design kit":  {"system-card.md", "# Buttons\n\n## Purpose\n\na\n\n## Users\n\nb\n\n## Limitations\n\nc\n", "does not speak of AI"},
		"a page of a site": {"system-card.mdx", "---\ntitle: System card\n---\nimport X from \"x\"\n\n<X />\n", "does not speak of AI"},
		"no headings":      {"SYSTEM_CARD.md", "# X system card\n\nAn AI system, an LLM.\n", "too few headings"},
	} {
		t.Run(name, func(t *testing.T) { turnedDown(t, test.file, test.content, test.reason) })
	}
}

// turnedDown demands that a file gives no document, for a reason.
func turnedDown(t *testing.T, file, content, reason string) {
	t.Helper()
	recognition := recognise(file, []byte(content))
	if len(recognition.Documents) > 0 {
		t.Fatalf("recognised as %s in %s", recognition.Documents[0].Kind, recognition.Documents[0].Format)
	}
	for _, rejection := range recognition.Rejections {
		if strings.Contains(rejection.Reason, reason) {
			return
		}
	}
	t.Errorf("rejections %v, want %q", recognition.Rejections, reason)
}

// stubs are files of the corpus with the name of a system card and nothing of
// one in them.
var stubs = []string{"website__src__docs__resources__system-card.mdx"} // a page of a site that loads its text from elsewhere

func TestSystemCardsOfTheCorpus(t *testing.T) {
	for file, recognition := range readCorpus(t, "system-card-md") {
		stub := strings.HasSuffix(file, stubs[0])
		if recognised := len(recognition.Documents) == 1 && recognition.Documents[0].Format == systemCardName; recognised == stub {
			t.Errorf("%s: recognised %t, want %t; %v", file, recognised, !stub, recognition.Rejections)
		}
	}
	for file, recognition := range readCorpus(t, ".") {
		for _, d := range recognition.Documents {
			if d.Format == systemCardName && !strings.HasPrefix(file, "system-card-md/") || d.Format == impactAssessmentName {
				t.Errorf("%s: recognised in %s", file, d.Format)
			}
		}
	}
}

// Traits of real cards: support of languages is no contact, a limit of the input is
// no limitation, and the maintenance of the card is not that of the system.
func TestTraitsOfSystemCards(t *testing.T) {
	d := readCard(t, "SYSTEM_CARD.md", `# System card: Answers

**Contact**: ward-ai@example.org

## Purpose

An AI answers questions on visits.

## Language support

English and French.

## Safety measures

- **Character limits**: 260 characters for each question
- **Filters**: block abuse

## Known limitations

- May name the wrong ward

## Card maintenance

- Owner: front office
- Version: 1.2
`)
	haveValues(t, d, map[string]string{
		"user_information.contact":       "ward-ai@example.org @ ward-ai@example.org",
		"user_information.limitations.0": "May name the wrong ward @ May name the wrong ward",
		"user_information.limitations.1": "",
		"monitoring.update":              "",
		"owner":                          "front office @ front office",
		"version":                        "1.2 @ 1.2",
	})
}
