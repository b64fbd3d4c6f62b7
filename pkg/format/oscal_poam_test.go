package format

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/aimslint/aimslint/pkg/document"
)

const poamText = `{
  "plan-of-action-and-milestones": {
    "uuid": "4a202b62-38e0-40ac-9bf0-d595d5df7c28",
    "metadata": {
      "title": "Plan of the sepsis alert", "last-modified": "2026-05-12T02:46:09Z", "version": "1.2", "oscal-version": "1.1.2",
      "props": [{"name": "marking", "value": "confidential"}],
      "roles": [{"id": "system-owner", "title": "System owner"}, {"id": "content-approver", "title": "Approver"}],
      "parties": [
        {"uuid": "72bf37e1-9f76-4261-886f-8e297599f365", "type": "organization", "name": "Clinical ML"},
        {"uuid": "afe665d1-9021-4ad8-8bd2-c15b0f2dcf2d", "type": "person", "name": "Medical director"},
        {"uuid": "e7730080-71ce-4b20-bec4-84f33136fd58", "type": "organization", "name": "Assessor"}
      ],
      "responsible-parties": [
        {"role-id": "content-approver", "party-uuids": ["afe665d1-9021-4ad8-8bd2-c15b0f2dcf2d"]},
        {"role-id": "system-owner", "party-uuids": ["11111111-9f76-4261-886f-8e297599f365", "72bf37e1-9f76-4261-886f-8e297599f365"]}
      ]
    },
    "system-id": {"identifier-type": "http://ietf.org/rfc/rfc4122", "id": "sepsis-alert"},
    "observations": [{"uuid": "0c4de4fc-9bde-46af-b6fe-3b5e78194dcf", "description": "Looked.", "methods": ["TEST"], "collected": "2026-05-02T12:14:16-04:00"}],
    "risks": [
      {
        "uuid": "8b8bae66-b28c-4fa5-9a20-b79e7322fc00", "title": "Missed sepsis", "description": "The score stays low.",
        "statement": "Treatment starts late.", "status": "deviation-approved",
        "origins": [{"actors": [{"type": "party", "actor-uuid": "e7730080-71ce-4b20-bec4-84f33136fd58"}]}],
        "threat-ids": [{"system": "https://atlas.mitre.org", "id": "https://atlas.mitre.org/techniques/AML.T0015"}],
        "characterizations": [{
          "origin": {"actors": [{"type": "party", "actor-uuid": "e7730080-71ce-4b20-bec4-84f33136fd58"}]},
          "facets": [
            {"name": "likelihood", "system": "https://clinic.example", "value": "low"},
            {"name": "impact", "system": "https://clinic.example", "value": "high"},
            {"name": "risk", "system": "https://clinic.example", "value": "moderate", "props": [{"name": "state", "value": "initial"}]},
            {"name": "risk", "system": "https://clinic.example", "value": "minor", "props": [{"name": "state", "value": "adjusted"}]},
            {"name": "AV", "system": "http://www.first.org/cvss/v3.1", "value": "network"}
          ]}],
        "mitigating-factors": [{"uuid": "401c15c9-ad6b-4d4a-a591-7d53a3abb3b6", "description": "Staff keep the round."}],
        "deadline": "2026-12-31T05:00:00-04:00",
        "remediations": [
          {"uuid": "039aa7e5-9aaf-4b84-b48e-41616714bcae", "lifecycle": "recommendation", "title": "A tool says", "description": "Do more."},
          {"uuid": "d28873f7-0a45-476d-9cd3-1d2ec0b8bca1", "lifecycle": "planned", "title": "Retrain", "description": "More data helps most.",
           "props": [{"name": "type", "value": "mitigate"}],
           "tasks": [
             {"uuid": "f8b1d4cb-d1a9-4932-9859-2e93b325f287", "type": "milestone", "title": "Collect",
              "timing": {"within-date-range": {"start": "2026-09-29T09:00:00-04:00", "end": "2026-10-31T05:00:00-04:00"}},
              "responsible-roles": [{"role-id": "ml-engineer", "party-uuids": ["72bf37e1-9f76-4261-886f-8e297599f365"]}]},
             {"uuid": "f8b1d4cb-d1a9-4932-9859-2e93b325f288", "type": "milestone", "title": "Train", "responsible-roles": [{"role-id": "ml-engineer"}]}
           ]}],
        "risk-log": {"entries": [
          {"uuid": "12b1d4cb-d1a9-4932-9859-2e93b325f287", "start": "2026-06-01T00:00:00Z", "status-change": "deviation-approved",
           "logged-by": [{"party-uuid": "afe665d1-9021-4ad8-8bd2-c15b0f2dcf2d"}]},
          {"uuid": "13b1d4cb-d1a9-4932-9859-2e93b325f287", "start": "2026-03-01T00:00:00Z"}]}
      },
      {"uuid": "1c65d2d3-7735-47fa-8f68-a236744beab7", "title": "Alarm fatigue", "description": "Alerts are dismissed.", "statement": "As above.",
       "status": "open", "props": [{"name": "risk-owner", "value": "Ward office"}], "deadline": "2026-11-30T05:00:00Z",
       "remediations": [{"uuid": "4676b126-ba6d-40cc-9dc8-f2aa677b03ee", "lifecycle": "completed", "title": "Cap", "description": "Cap the alerts."}]},
      {"uuid": "2c65d2d3-7735-47fa-8f68-a236744beab7", "title": "Drift", "description": "Patients change.", "statement": "-", "status": "open"}
    ],
    "poam-items": [
      {"title": "Watch the drift", "description": "Each month.",
       "origins": [{"actors": [{"type": "tool", "actor-uuid": "9d194268-a9d1-4c38-839f-9c4aa57bf71e"}, {"type": "party", "actor-uuid": "72bf37e1-9f76-4261-886f-8e297599f365"}]}],
       "related-risks": [{"risk-uuid": "2c65d2d3-7735-47fa-8f68-a236744beab7"}, {"risk-uuid": "401c15c9-ad6b-4d4a-a591-7d53a3abb3b6"}]},
      {"uuid": "48c8368d-43ff-4736-9b28-64b1b1284c03", "title": "Notes leak", "description": "Logs hold notes.",
       "props": [{"name": "severity", "value": "high"}, {"name": "status", "value": "open"}]}
    ]
  }
}`

func TestOSCALPOAM(t *testing.T) {
	recognition := recognise("poam.json", []byte(poamText))
	if len(recognition.Documents) != 1 || recognition.Documents[0].Format != oscalPOAMName {
		t.Fatalf("%+v", recognition)
	}
	if len(recognition.Problems) != 1 || !strings.Contains(recognition.Problems[0].Message, "none of the risks") || recognition.Problems[0].Span.Start.Line == 1 {
		t.Errorf("problems %+v, want one about the reference to no risk", recognition.Problems)
	}
	for path, want := range map[string]string{
		"kind":                               `risk-register @ "plan-of-action-and-milestones"`,
		"metadata.id":                        `4a202b62-38e0-40ac-9bf0-d595d5df7c28 @ "4a202b62-38e0-40ac-9bf0-d595d5df7c28"`,
		"metadata.title":                     `Plan of the sepsis alert @ "Plan of the sepsis alert"`,
		"metadata.version":                   `1.2 @ "1.2"`,
		"metadata.owner":                     `Clinical ML @ "72bf37e1-9f76-4261-886f-8e297599f365"`,
		"metadata.approved.by":               `Medical director @ "afe665d1-9021-4ad8-8bd2-c15b0f2dcf2d"`,
		"metadata.classification":            `confidential @ "confidential"`,
		"assessed_on":                        `2026-05-02 @ "2026-05-02T12:14:16-04:00"`,
		"risks.0.id":                         `8b8bae66-b28c-4fa5-9a20-b79e7322fc00 @ "8b8bae66-b28c-4fa5-9a20-b79e7322fc00"`,
		"risks.0.title":                      `Missed sepsis @ "Missed sepsis"`,
		"risks.0.event":                      `The score stays low. @ "The score stays low."`,
		"risks.0.consequence":                `Treatment starts late. @ "Treatment starts late."`,
		"risks.0.status":                     `deviation-approved @ "deviation-approved"`,
		"risks.0.system":                     `sepsis-alert @ "sepsis-alert"`,
		"risks.0.taxonomy.0":                 `https://atlas.mitre.org/techniques/AML.T0015 @ "https://atlas.mitre.org/techniques/AML.T0015"`,
		"risks.0.likelihood":                 `low @ "low"`,
		"risks.0.consequence_level":          `high @ "high"`,
		"risks.0.level":                      `moderate @ "moderate"`,
		"risks.0.residual.level":             `minor @ "minor"`,
		"risks.0.existing_controls.0":        `Staff keep the round. @ "Staff keep the round."`,
		"risks.0.owner":                      `Clinical ML @ "72bf37e1-9f76-4261-886f-8e297599f365"`,
		"risks.0.treatment.option":           `mitigate @ "mitigate"`,
		"risks.0.treatment.rationale":        `More data helps most. @ "More data helps most."`,
		"risks.0.treatment.actions.0.what":   `Collect @ "Collect"`,
		"risks.0.treatment.actions.0.due":    `2026-10-31 @ "2026-10-31T05:00:00-04:00"`,
		"risks.0.treatment.actions.0.owner":  `Clinical ML @ "72bf37e1-9f76-4261-886f-8e297599f365"`,
		"risks.0.treatment.actions.0.status": `planned @ "planned"`,
		"risks.0.treatment.actions.1.owner":  `ml-engineer @ "ml-engineer"`,
		"risks.0.treatment.actions.1.due":    `2026-12-31 @ "2026-12-31T05:00:00-04:00"`,
		"risks.0.treatment.actions.2":        ``,
		"risks.0.acceptance.by":              `Medical director @ "afe665d1-9021-4ad8-8bd2-c15b0f2dcf2d"`,
		"risks.0.acceptance.on":              `2026-06-01 @ "2026-06-01T00:00:00Z"`,
		"risks.0.reviewed_on":                `2026-06-01 @ "2026-06-01T00:00:00Z"`,
		"risks.1.owner":                      `Ward office @ "Ward office"`,
		"risks.1.treatment.actions.0.what":   `Cap the alerts. @ "Cap the alerts."`,
		"risks.1.treatment.actions.0.due":    `2026-11-30 @ "2026-11-30T05:00:00Z"`,
		"risks.1.treatment.actions.0.status": `done @ "completed"`,
		"risks.2.owner":                      `Clinical ML @ "72bf37e1-9f76-4261-886f-8e297599f365"`,
		"risks.2.treatment.actions.0.what":   `Watch the drift @ "Watch the drift"`,
		"risks.3.id":                         `48c8368d-43ff-4736-9b28-64b1b1284c03 @ "48c8368d-43ff-4736-9b28-64b1b1284c03"`,
		"risks.3.title":                      `Notes leak @ "Notes leak"`,
		"risks.3.consequence_level":          `high @ "high"`,
		"risks.3.status":                     `open @ "open"`,
		"risks.4":                            ``,
	} {
		if got := at(t, recognition.Documents[0], path); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
	for _, pattern := range []document.Pattern{"risks.*.next_review", "criteria"} {
		if !slices.Contains(recognition.Documents[0].Inexpressible, pattern) {
			t.Errorf("%s is asked for", pattern)
		}
	}
}

// The plan of the test is one by the schema of NIST.
func TestOSCALPOAMIsValid(t *testing.T) {
	const file = "../../../shared/schemas/oscal-poam.schema.json"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Skip("the schema of OSCAL is not here: " + file)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("poam.json", bytes.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile("poam.json")
	if err != nil {
		t.Fatal(err)
	}
	var plan any
	if err := json.Unmarshal([]byte(poamText), &plan); err != nil {
		t.Fatal(err)
	}
	if err := compiled.Validate(plan); err != nil {
		t.Errorf("%#v", err)
	}
}

func TestOSCALPOAMInYAML(t *testing.T) {
	recognition := recognise("plan.yaml", []byte("plan-of-action-and-milestones:\n  metadata: {title: P}\n  risks:\n  - title: Drift\n    status: open\n---\nplan-of-action-and-milestones: {poam-items: [{title: Leak}]}\n"))
	if len(recognition.Documents) != 2 || at(t, recognition.Documents[0], "risks.0.title") != "Drift @ Drift" || recognition.Documents[1].Index != 1 {
		t.Errorf("%+v", recognition)
	}
}

func TestOSCALPOAMTurnsDown(t *testing.T) {
	for content, want := range map[string]string{
		`{"catalog": "plan-of-action-and-milestones"}`:                    "no map under",
		`{"plan-of-action-and-milestones": []}`:                           "no map under",
		`{"plan-of-action-and-milestones": {"metadata": {"title": "a"}}}`: "no risks and no items",
	} {
		recognition := recognise("a.json", []byte(content))
		if len(recognition.Documents) > 0 || len(recognition.Rejections) == 0 || !strings.Contains(recognition.Rejections[0].Reason, want) {
			t.Errorf("%s: %+v, want %q", content, recognition, want)
		}
	}
}
