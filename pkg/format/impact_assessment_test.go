package format

import (
	"testing"

	"github.com/aimslint/aimslint/pkg/document"
)

const triageImpact = `# AI impact assessment: Ward triage assistant

**Prepared by:** Clinical safety officer
**Date:** 2026-05-04

## 1. System description

Ranks incoming messages of a ward by urgency.

## 2. Who is affected

| Stakeholder | Interest |
|---|---|
| Patients | Quick answers |
| Nurses | Workload |

## 3. Risks to individuals

| Risk | Who | Severity | Likelihood | Mitigation |
|---|---|---|---|---|
| An urgent message waits | Patients | Major | Unlikely | A nurse reads all within the hour |

### Scenario 2: nurses rely on the rank alone

**Likelihood:** Possible
**Severity:** Moderate

## 4. Misuse

- Used to measure the work of nurses

## 5. Right to human dignity

Messages in simple English rank no lower.

## 6. Mitigation measures

| Measure | Owner | Status |
|---|---|---|
| Weekly audit of ranks | Ward lead | planned |

## 7. Fairness

Ranks were compared between age groups.

## 8. Residual risk

Low.

## 9. Conclusion

Proceed with a pilot on one ward.
`

func TestImpactAssessment(t *testing.T) {
	d := readCard(t, "docs/AI_IMPACT_ASSESSMENT.md", triageImpact)
	if d.Kind != document.ImpactAssessment || d.Format != impactAssessmentName {
		t.Fatalf("%s in %s", d.Kind, d.Format)
	}
	for path, want := range map[string]string{
		"metadata.id":               "ward-triage-assistant @ AI impact assessment: Ward triage assistant",
		"metadata.owner":            "Clinical safety officer @ Clinical safety officer",
		"system":                    "Ward triage assistant @ AI impact assessment: Ward triage assistant",
		"assessor":                  "Clinical safety officer @ Clinical safety officer",
		"assessed_on":               "2026-05-04 @ 2026-05-04",
		"intended_use.purpose":      "Ranks incoming messages of a ward by urgency. @ Ranks incoming messages of a ward by urgency.",
		"interested_parties.1.who":  "Nurses @ Nurses",
		"individuals.0.harm":        "An urgent message waits @ An urgent message waits",
		"individuals.0.group":       "Patients @ Patients",
		"individuals.0.severity":    "Major @ Major",
		"individuals.0.likelihood":  "Unlikely @ Unlikely",
		"individuals.0.mitigation":  "A nurse reads all within the hour @ A nurse reads all within the hour",
		"individuals.1.harm":        "Scenario 2: nurses rely on the rank alone @ Scenario 2: nurses rely on the rank alone",
		"individuals.1.severity":    "Moderate @ Moderate",
		"foreseeable_misuse.0.what": "Used to measure the work of nurses @ Used to measure the work of nurses",
		"rights.0.effect":           "Messages in simple English rank no lower. @ Messages in simple English rank no lower.",
		"measures.0.what":           "Weekly audit of ranks @ Weekly audit of ranks",
		"measures.0.owner":          "Ward lead @ Ward lead",
		"measures.0.status":         "planned @ planned",
		"dimensions.fairness":       "Ranks were compared between age groups. @ Ranks were compared between age groups.",
		"residual":                  "Low. @ Low.",
		"conclusion":                "Proceed with a pilot on one ward. @ Proceed with a pilot on one ward.",
		"individuals.2":             "",
		"foreseeable_misuse.1":      "",
	} {
		if got := at(t, d, path); got != want {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
	for path, want := range map[string]bool{"conclusion": true, "individuals": true, "society": false, "individuals.0.vulnerable": false, "decision": false} {
		if d.CanExpress(pathOf(path)) != want {
			t.Errorf("%s can be expressed: %t, want %t", path, !want, want)
		}
	}
}

// An assessment of data protection by AI is one, and is not asked about what
// others assess.
func TestDataProtectionAssessment(t *testing.T) {
	d := readCard(t, "docs/DPIA.md", "# Data Protection Impact Assessment\n\nThe AI service ranks messages. Owner: Privacy office. Review: yearly.\n\n## Purpose of processing\n\nAn LLM ranks messages by machine learning.\n\n## Risks\n\n- Names leak\n\n## Mitigations\n\n- Masking\n\n## Conclusion\n\nAcceptable.\n")
	if got, want := at(t, d, "metadata.owner"), "Privacy office"; got[:len(want)] != want {
		t.Errorf("owner %q", got)
	}
	if d.CanExpress(pathOf("foreseeable_misuse")) || d.CanExpress(pathOf("interested_parties")) || !d.CanExpress(pathOf("conclusion")) {
		t.Error("it is asked for what an assessment of data protection leaves to others")
	}
}

func TestNotImpactAssessments(t *testing.T) {
	const body = "\n## Overview\n\na\n\n## Affected parties\n\nb\n\n## Risks\n\nc\n\n## Mitigation\n\nd\n\n## Conclusion\n\ne\n"
	for name, test := range map[string]struct{ file, content, reason string }{
		"of the environment":  {"EIA.md", "# Environmental Impact Assessment: Wind farm" + body + "AI, LLM, ML", "something else"},
		"of a change":         {"IMPACT_ASSESSMENT.md", "# Impact assessment: new API" + body, "does not speak of AI"},
		"of data without AI":  {"DPIA.md", "# DPIA of the booking app" + body + "\nNo AI.\n", "does not speak of AI"},
		"a guide":             {"docs/impact-assessment.md", "# AI impact assessment guide" + body, "something else"},
		"how to":              {"docs/aia.md", "# How to run an algorithmic impact assessment" + body, "something else"},
		"another text's name": {"docs/impact-assessment.md", "# Plans\n\n## Risks\n\nAI, LLM, ML\n", "does not say that it assesses"},
		"too little":          {"IMPACT_ASSESSMENT.md", "# Algorithmic Impact Assessment\n**Risk level:** low\n", "too few headings"},
	} {
		t.Run(name, func(t *testing.T) { turnedDown(t, test.file, test.content, test.reason) })
	}
}

// The one file under impact-assessment in the corpus is the questionnaire of a
// tool (SurveyJS pages of questions, no answers): no document.
func TestQuestionnaireOfTheCorpus(t *testing.T) {
	for file, recognition := range readCorpus(t, "impact-assessment") {
		if len(recognition.Documents)+len(recognition.Problems) > 0 {
			t.Errorf("%s: %d documents, problems %v", file, len(recognition.Documents), recognition.Problems)
		}
	}
}

func FuzzAssessments(f *testing.F) {
	for _, seed := range []string{triageSystem, triageImpact, "# Fiche système X\n\n## Objectif\n\nIA\n", "# System card: [name]\n\n| | |\n|-|-|\n| a | <b> |\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, content string) {
		for _, file := range []string{"SYSTEM_CARD.md", "AI_IMPACT_ASSESSMENT.md", "DPIA.md", "card-template.md"} {
			if err := checkPlaces(recognise(file, []byte(content))); err != nil {
				t.Errorf("%s: %v", file, err)
			}
		}
	})
}
