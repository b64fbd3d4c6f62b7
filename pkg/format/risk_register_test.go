package format

import (
	"strconv"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// show is a tree in one line: {a: 1, b: [x]}.
func show(n *syntax.Node) string {
	if n == nil {
		return "nothing"
	}
	var parts []string
	switch n.Kind {
	case syntax.List:
		for _, item := range n.Items {
			parts = append(parts, show(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case syntax.Map:
		for _, f := range n.Fields {
			parts = append(parts, f.Key.Scalar+": "+show(f.Value))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case syntax.String:
		return strconv.Quote(n.Scalar)
	}
	return n.Scalar
}

func register(t *testing.T, file, content string) *document.Document {
	t.Helper()
	recognition := recognise(file, []byte(content))
	if len(recognition.Documents) != 1 {
		t.Fatalf("recognised %d documents, want 1: %v", len(recognition.Documents), recognition.Rejections)
	}
	d := recognition.Documents[0]
	if d.Kind != document.RiskRegister || d.Format != riskRegisterName {
		t.Fatalf("recognised as %s in %s", d.Kind, d.Format)
	}
	return d
}

// registerShapes are registers as people write them, and the risks they hold.
var registerShapes = map[string]struct{ file, content, want string }{
	"list under risks": {
		"risk-register.yaml", "risks:\n- {id: R1, title: Drift, likelihood: 3, impact: 4, owner: ml-lead}\n",
		`[{id: "R1", title: "Drift", likelihood: 3, consequence_level: 4, owner: "ml-lead"}]`,
	},
	"bare list": {
		"risks.json", `[{"risk_id":"R1","name":"Drift","probability":"HIGH (90%)","status":"open"}]`,
		`[{id: "R1", title: "Drift", likelihood: "HIGH (90%)", status: "open"}]`,
	},
	"nested": {
		"risk_register.json", `{"risk_register":{"risks":[{"summary":"Drift","severity":"high","ownerRole":"a","riskStatus":"open"}]}}`,
		`[{title: "Drift", consequence_level: "high", owner: "a", status: "open"}]`,
	},
	"by category": {
		"risks.yaml", "risk_categories:\n- category: data\n  risks:\n  - {id: R1, likelihood: low, impact: high}\n- category: model\n  risks:\n  - {id: R2, likelihood: low, impact: high}\n",
		`[{id: "R1", likelihood: "low", consequence_level: "high"}, {id: "R2", likelihood: "low", consequence_level: "high"}]`,
	},
	"keyed by id": {
		"risks.yaml", "risks:\n  R1: {title: Drift, likelihood: low, impact: high}\n",
		`[{id: "R1", title: "Drift", likelihood: "low", consequence_level: "high"}]`,
	},
	"groups": {
		"risks.yaml", "risks:\n- id: R1\n  inherent: {likelihood: 4, impact: 5, score: 20, band: high}\n  residual: {likelihood: 2, impact: 5, score: 10}\n  treatment: {strategy: reduce, actions: [retrain], owner: ml, due: 2026-01-01}\n  acceptance: {by: board, on: 2026-02-02}\n",
		`[{id: "R1", likelihood: 4, consequence_level: 5, level: "high", additional: {score: 20}, residual: {likelihood: 2, consequence_level: 5, level: 10}, ` +
			`treatment: {option: "reduce", actions: [{what: "retrain", owner: "ml", due: "2026-01-01"}]}, acceptance: {by: "board", on: "2026-02-02"}}]`,
	},
	"before and after": {
		"risks.json", `[{"id":"R1","pre":{"severity":5,"probability":2},"post":{"severity":5,"probability":1,"rpn":5},"Existing Controls":"a"}]`,
		`[{id: "R1", consequence_level: 5, likelihood: 2, residual: {consequence_level: 5, likelihood: 1, level: 5}, existing_controls: ["a"]}]`,
	},
	"impact in prose": {
		"risks.yaml", "- {id: R1, severity: high, probability: low, impact: Patients wait longer than they should}\n",
		`[{id: "R1", consequence_level: "high", likelihood: "low", consequence: "Patients wait longer than they should"}]`,
	},
	"severity beside impact": {
		"risks.yaml", "- {id: R1, severity: high, probability: low, impact: 4}\n",
		`[{id: "R1", level: "high", likelihood: "low", consequence_level: 4}]`,
	},
	"treatment in a sentence": {
		"risks.yaml", "- {id: R1, likelihood: low, treatment: Retrain every month and review, evidence: [a.md]}\n",
		`[{id: "R1", likelihood: "low", treatment: {actions: [{what: "Retrain every month and review", evidence: ["a.md"]}]}}]`,
	},
	"actions as maps": {
		"risks.yaml", "- {id: R1, likelihood: low, mitigations: [{action: Retrain, assignee: ml, deadline: 2026-01-01, status: done}], due: 2026-05-05}\n",
		`[{id: "R1", likelihood: "low", treatment: {actions: [{what: "Retrain", owner: "ml", due: "2026-01-01", status: "done"}]}}]`,
	},
	"reviews": {
		"risks.yaml", "- {id: R1, likelihood: low, created: 2026-01-01, review_date: 2026-01-01}\n- {id: R2, likelihood: low, created: 2026-01-01, review_date: 2026-06-01, last_reviewed: 2026-02-01}\n",
		`[{id: "R1", likelihood: "low", additional: {created: "2026-01-01"}, reviewed_on: "2026-01-01"}, ` +
			`{id: "R2", likelihood: "low", additional: {created: "2026-01-01"}, next_review: "2026-06-01", reviewed_on: "2026-02-01"}]`,
	},
	"owner as a map": {
		"risks.yaml", "- {id: R1, likelihood: low, owner: {accountable: [{name: CISO}], responsible: [{name: Lead}]}}\n",
		`[{id: "R1", likelihood: "low", owner: "CISO"}]`,
	},
	"csv": {
		"risk_register.csv", "Risk ID,Risk Description,Likelihood (1-5),Impact (1-5),Risk Score (LxI),Risk Level,Risk Owner ,Mitigation / Treatment Plan,Target Date,Notes\nR-1,\"Drift, slow\",3,4,12,High,ML lead,Retrain,2026-01-01,\n",
		`[{id: "R-1", event: "Drift, slow", likelihood: "3", consequence_level: "4", level: "High", additional: {Risk Score (LxI): "12", Notes: ""}, owner: "ML lead", ` +
			`treatment: {actions: [{what: "Retrain", due: "2026-01-01"}]}}]`,
	},
	"csv under a title": {
		"risks.csv", "Risk register,,,\nOwner: board,,,\nNo,Risk,L,I\n1,Drift,3,4\n",
		`[{id: "1", title: "Drift", likelihood: "3", consequence_level: "4"}]`,
	},
	"risk is the level beside a title": {
		"risks.csv", "#,Title,Probability,Impact,Risk\n1,Drift,3,4,12\n",
		`[{id: "1", title: "Drift", likelihood: "3", consequence_level: "4", level: "12"}]`,
	},
	"german": {
		"risiken.csv", "Nr;Risiko;Eintrittswahrscheinlichkeit;Schadenshöhe;Maßnahmen;Verantwortlich\n1;Drift;hoch;mittel;Neu trainieren;ML\n",
		`[{id: "1", title: "Drift", likelihood: "hoch", consequence_level: "mittel", treatment: {actions: [{what: "Neu trainieren"}]}, owner: "ML"}]`,
	},
	"spanish": {
		"risk_register.csv", "riesgo,severidad,probabilidad,control\nsesgo,media,baja,revisión\n",
		`[{title: "sesgo", consequence_level: "media", likelihood: "baja", existing_controls: ["revisión"]}]`,
	},
	"unrated, but a register": {
		"risk_register.json", `{"risks":[{"id":"r-1","risk":"Drift","mitigation":"Retrain","status":"open"}]}`,
		`[{id: "r-1", title: "Drift", treatment: {actions: [{what: "Retrain"}]}, status: "open"}]`,
	},
}

func TestRegisterShapes(t *testing.T) {
	for name, test := range registerShapes {
		t.Run(name, func(t *testing.T) {
			if got := show(register(t, test.file, test.content).Root.Get("risks")); got != test.want {
				t.Errorf("risks are\n%s, want\n%s", got, test.want)
			}
		})
	}
}

func TestNoRegister(t *testing.T) {
	risk := `{"id":"R1","title":"x","likelihood":1,"impact":2,"owner":"a"}`
	for name, test := range map[string]struct{ file, content, reason string }{
		"JSON Schema":     {"risk-register.schema.json", `{"$schema":"x","properties":{"risks":{"likelihood":1}}}`, "JSON Schema"},
		"LinkML":          {"ai_risk.yaml", "prefixes: {a: b}\nclasses: {Risk: {slots: [likelihood]}}\n", "LinkML"},
		"Kubernetes":      {"risk.yaml", "apiVersion: v1\nkind: ConfigMap\nrisks: [{id: a, likelihood: 1, impact: 1}]\n", "apiVersion"},
		"evaluation":      {"risk_report.json", `{"rubric":"r","risks":[` + risk + `]}`, "part of a report"},
		"scan":            {"threats.json", `{"version":"1","runs":[],"risks":[` + risk + `]}`, "scanner's report"},
		"catalogue":       {"ai-risk-register.yaml", "risks:\n- {id: a, name: b, description: c, category: d}\n", "rated nowhere"},
		"rated catalogue": {"risks.yaml", "risks:\n- {id: a, name: b, description: c, severity: high}\n", "catalogue of risks"},
		"two fields":      {"risks.csv", "id,likelihood,x\n1,2,3\n", "fewer than three"},
		"no rows":         {"risks.csv", "id,likelihood,impact\n", "no list of risks"},
		"settings":        {"risk.yaml", "risk: {level: 3}\nimpact: 2\n", "no list of risks"},
		"a number":        {"ai-risk-register.json", "3", "no list of risks"},
		"linked data":     {"risk-level.json", `{"@context":"x","risks":[` + risk + `]}`, "linked data"},
		"cut off":         {"risk-score.json", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			recognition := recognise(test.file, []byte(test.content))
			if len(recognition.Documents) > 0 {
				t.Fatalf("recognised %s", show(recognition.Documents[0].Root))
			}
			if test.reason == "" {
				return
			}
			if len(recognition.Rejections) != 1 || !strings.Contains(recognition.Rejections[0].Reason, test.reason) {
				t.Errorf("rejections %+v, want one with %q", recognition.Rejections, test.reason)
			}
		})
	}
}

func TestOnlyNamesThatSpeakOfRiskAreNominated(t *testing.T) {
	content := []byte("risks: [{id: a, likelihood: 1, impact: 2}]")
	for file, want := range map[string]bool{
		"risks.yaml": true, "governance/AI_RISK_LOG.yml": true, "risks/2026.yaml": true, "values.yaml": false, "risky/deep/values.yaml": false,
	} {
		if got := nominateRiskRegister(file, content); got != want {
			t.Errorf("%s: nominated %t, want %t", file, got, want)
		}
	}
	if nominateRiskRegister("risk-service/values.yaml", []byte("replicas: 3\n")) {
		t.Error("a file that rates nothing is nominated")
	}
}

func TestRegisterHead(t *testing.T) {
	d := register(t, "governance/risk-register.yaml", `title: AI risks
metadata: {version: 1.10, owner: {name: CISO}, next_review: 2026-09-01, approved_by: board}
as_of: 2026-01-01
risks: [{id: R1, likelihood: 1, impact: 2}]
`)
	want := `{title: "AI risks", version: 1.10, owner: "CISO", next_review: "2026-09-01", approved: {by: "board"}, id: "ai-risks"}`
	if got := show(d.Root.Get("metadata")); got != want {
		t.Errorf("metadata %s, want %s", got, want)
	}
	if got := show(d.Root.Get("assessed_on")); got != `"2026-01-01"` {
		t.Errorf("assessed on %s", got)
	}
	d = register(t, "governance/risk-register.yaml", "- {id: R1, likelihood: 1, impact: 2}\n")
	if d.ID() != "governance-risk-register" || d.Title() != "risk register" {
		t.Errorf("id %q, title %q", d.ID(), d.Title())
	}
}

func TestRegisterSaysWhatItCannotExpress(t *testing.T) {
	d := register(t, "risks.csv", "id,risk,likelihood,impact,owner,residual risk,mitigation\n1,a,1,2,x,low,y\n")
	for _, field := range []string{"title", "likelihood", "consequence_level", "owner", "status", "next_review", "treatment", "residual"} {
		if p := (syntax.Path{syntax.Key("risks"), syntax.Index(0), syntax.Key(field)}); !d.CanExpress(p) {
			t.Errorf("%s cannot be expressed", p)
		}
	}
	for _, field := range []string{"acceptance", "cause", "event", "objective", "system"} {
		if p := (syntax.Path{syntax.Key("risks"), syntax.Index(0), syntax.Key(field)}); d.CanExpress(p) {
			t.Errorf("%s can be expressed", p)
		}
	}
	for _, keys := range []string{"metadata approved by", "metadata author", "criteria likelihood", "method"} {
		if p := syntax.Keys(strings.Fields(keys)...); d.CanExpress(p) {
			t.Errorf("%s can be expressed", p)
		}
	}
	stated := register(t, "risks.csv", "id,risk,likelihood,impact,accepted by,cause\n1,a,1,2,,\n")
	for _, field := range []string{"acceptance", "cause"} {
		if p := (syntax.Path{syntax.Key("risks"), syntax.Index(0), syntax.Key(field)}); !stated.CanExpress(p) {
			t.Errorf("%s cannot be expressed though there is a column for it", p)
		}
	}
}

func TestUnreadableValue(t *testing.T) {
	recognition := recognise("risks.yaml", []byte("- id: R1\n  likelihood: 1\n  impact: 2\n  owner: {shift: night}\n"))
	if len(recognition.Documents) != 1 || len(recognition.Problems) != 1 {
		t.Fatalf("%+v, want one document and one problem", recognition)
	}
	problem := recognition.Problems[0]
	if problem.Rule != Unreadable || problem.Message != "`owner` is a map; expected is text" || problem.Span.Start.Line != 4 {
		t.Errorf("problem %+v", problem)
	}
}

// Every value of the canonical tree points at the text that says it.
func TestRegisterPlaces(t *testing.T) {
	d := register(t, "risks.csv", "id,risk,likelihood,impact,owner\n1,a,1,2,\n2,\"b, c\",3,4,me\n")
	for path, want := range map[string]string{
		"risks 1 id": "2", "risks 1 title": `"b, c"`, "risks 1 consequence_level": "4", "risks 0 owner": "",
	} {
		if got := d.Root.Lookup(pathTo(path)).Source(); got != want {
			t.Errorf("%s stands at %q, want %q", path, got, want)
		}
	}
	_, span := d.Root.Locate(pathTo("risks 1 treatment"))
	if span.Start.Line != 3 {
		t.Errorf("what row 2 lacks is placed at %s", span.Start)
	}
}

func pathTo(steps string) syntax.Path {
	var p syntax.Path
	for step := range strings.FieldsSeq(steps) {
		if i, err := strconv.Atoi(step); err == nil {
			p = append(p, syntax.Index(i))
		} else {
			p = append(p, syntax.Key(step))
		}
	}
	return p
}

func TestRiskField(t *testing.T) {
	for name, want := range map[string]string{
		"Likelihood (1-5)": riskLikelihood, "L_1to5": riskLikelihood, "riskOwner": riskOwner, "Risk  Rating": riskLevel,
		"Inherent_Risk_Score": riskLevel, "Likelihood_Residual": riskResidualLikelihood, "Residual Risk Rating": riskResidualLevel,
		"Post-mitigation impact": riskResidualImpact, "Severity Level": riskSeverity, "Responsável": riskOwner, "#": riskNumber,
		"Gravité": riskSeverity, "impactType": "", "": "", "Personas": "", "Current likelihood": riskLikelihood,
	} {
		if got, ok := riskField(name); got != want || ok != (want != "") {
			t.Errorf("riskField(%q) = %q, %t; want %q", name, got, ok, want)
		}
	}
}

// What an attacker can write into one file takes time in proportion to its
// size.
func TestHostileRegisters(t *testing.T) {
	var keys strings.Builder
	for i := range 200_000 {
		keys.WriteString(`,"k` + strconv.Itoa(i) + `":1`)
	}
	for name, test := range map[string]struct{ file, content string }{
		"keys":    {"risks.json", `[{"id":"a","likelihood":1,"impact":2` + keys.String() + `}]`},
		"columns": {"risks.csv", strings.Repeat("a,", 500_000) + "\n" + strings.Repeat("b,", 500_000) + "\n"},
		"kinds":   {"a.yaml", strings.Repeat("kind: &", 1_000_000)},
		"spaces":  {"a.yaml", strings.Repeat("kind:"+strings.Repeat(" ", 1000), 2000)},
		"nesting": {"risks.json", strings.Repeat(`{"risks":[`, 40) + strings.Repeat("]}", 40)},
	} {
		t.Run(name, func(t *testing.T) {
			if err := checkPlaces(recognise(test.file, []byte(test.content))); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestRisksWithASectionEach(t *testing.T) {
	const sections = `# Risk register

Ratings run from Low to High.

## Fields

- **Likelihood:** how often
- **Impact:** how bad
- **Owner:** who answers

## R-001: Alerts come too late

- **Likelihood:** 🔴 High
- **Impact:** Medium. A nurse hears of it after the shift.
- **Owner:** ward lead

**Mitigation**

- check the feed each hour

## R-002 — Drift

| Field | Value |
|---|---|
| Likelihood | Low |
| Impact | High |
| Status | open |

## Risk 3

Impact: Low
Likelihood: Rare

Mitigation:

1. retrain
2. compare
`
	d := readCard(t, "docs/RISK_REGISTER.md", sections)
	for path, want := range map[string]string{
		"risks.0.id":                       "R-001 @ R-001: Alerts come too late",
		"risks.0.title":                    "Alerts come too late @ R-001: Alerts come too late",
		"risks.0.likelihood":               "🔴 High @ 🔴 High",
		"risks.0.consequence_level":        "Medium @ Medium. A nurse hears of it after the shift.",
		"risks.0.consequence":              "A nurse hears of it after the shift. @ Medium. A nurse hears of it after the shift.",
		"risks.0.owner":                    "ward lead @ ward lead",
		"risks.0.treatment.actions.0.what": "check the feed each hour @ check the feed each hour",
		"risks.1.id":                       "R-002 @ R-002 — Drift",
		"risks.1.title":                    "Drift @ R-002 — Drift",
		"risks.1.consequence_level":        "High @ High",
		"risks.1.status":                   "open @ open",
		"risks.2.id":                       "Risk 3 @ Risk 3",
		"risks.2.likelihood":               "Rare @ Rare",
		"risks.2.treatment.actions.1.what": "compare @ compare",
		"risks.3":                          "",
	} {
		if got := at(t, d, path); got != want {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
}

// A table and sections that say more of the same risks are one register.
func TestSectionsCompleteATable(t *testing.T) {
	const text = `# Plan

Nothing about risks here.

| Risk | Likelihood | Impact | Owner |
|---|---|---|---|
| not of the register | 1 | 2 | nobody |

## Risk register

| ID | Risk | Severity | Owner |
|---|---|---|---|
| R1 | Drift | High | ml-lead |

### Risk 1: Drift

**Mitigation:** retrain each month
**Owner:** somebody else

### Risk 2: Leak

**Severity:** Low
**Mitigation:** redact
`
	d := readCard(t, "docs/plan.md", text)
	for path, want := range map[string]string{
		"risks.0.id":                       "R1 @ R1",
		"risks.0.owner":                    "ml-lead @ ml-lead",
		"risks.0.treatment.actions.0.what": "retrain each month @ retrain each month",
		"risks.1.title":                    "Leak @ Risk 2: Leak",
		"risks.2":                          "",
	} {
		if got := at(t, d, path); got != want {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
}

func TestSparseRegisters(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		want bool
	}{
		"unrated":      {"# Risk register\n\n| ID | Risk | Why it matters | Mitigation |\n|--|--|--|--|\n| 1 | a | b | c |\n", true},
		"Korean":       {"# Risk register\n\n| ID | 위험 | 영향 | 현재 통제 | 상태 |\n|--|--|--|--|--|\n| 1 | a | b | c | d |\n", true},
		"joined names": {"# Risk register\n\n| # | Risk | Likelihood & impact | Suggested mitigations / owner |\n|--|--|--|--|\n| 1 | a | b | c |\n", true},
		"actions only": {"# Risk register\n\n| ID | Action | Owner | Due |\n|--|--|--|--|\n| 1 | a | b | c |\n", false},
		"a legend":     {"# Risk register\n\n## Legend\n\n- **Likelihood:** how often\n- **Impact:** how bad\n- **Owner:** who\n", false},
		"a template":   {"# Risk register template\n", false},
	} {
		t.Run(name, func(t *testing.T) {
			recognition := recognise("docs/RISK_REGISTER.md", []byte(test.text))
			if got := len(recognition.Documents) > 0; got != test.want {
				t.Errorf("recognised %t, want %t; %v", got, test.want, recognition.Rejections)
			}
		})
	}
	filled := "# Risk register\n\n| ID | Risk | Likelihood | Impact |\n|--|--|--|--|\n| 1 | a | 2 | 3 |\n"
	if recognition := recognise("docs/risk-register.template.md", []byte(filled)); len(recognition.Documents) > 0 {
		t.Error("a file that is called a template is taken for a register")
	}
}

// YAML takes "- Step one: do this" for a Map of one entry.
func TestActionsWithAColon(t *testing.T) {
	d := readCard(t, "risk-register.yaml", "risks:\n  - id: R1\n    title: Drift\n    likelihood: High\n    mitigation:\n      - Step one: retrain\n")
	if got, want := at(t, d, "risks.0.treatment.actions.0.what"), "Step one: retrain @ Step one"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
