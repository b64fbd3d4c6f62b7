package library

import (
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/schema"
)

// ruleOf is a rule of a category with a body.
func ruleOf(category, body string) string {
	imports := "import data.aimslint.lib.violation\n"
	if strings.Contains(body, "field.") {
		imports = "import data.aimslint.lib.field\n" + imports
	}
	return `# METADATA
# title: T
# description: D.
# custom: {severity: error, requirements: [A.9.4], evidence: attested, remediation: R., kinds: [model-card]}
package aimslint.rules.` + category + `.x
` + imports + `
report contains violation.at([], "m") if {
	` + body + `
}
`
}

// checked is what is wrong with a rule, "" if nothing is.
func checked(t *testing.T, category, body string, kinds map[string]*schema.Own) string {
	t.Helper()
	text := ruleOf(category, body)
	if category != repository {
		text = strings.Replace(text, ", kinds: [model-card]", "", 1)
	}
	l, err := Read([]File{file("p.rego", text)}, nil, kinds)
	if err == nil {
		err = l.Check()
	}
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestFieldsThatAreMisspeltAreFound(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]string{
		`input.modl.name`:                                                      `"modl"; did you mean "model"?`,
		`input.datasets[_].idd`:                                                `"idd"; did you mean "id"?`,
		`input["metadata"]["ownr"]`:                                            `"ownr"; did you mean "owner"?`,
		`some d in input.datasets; d.idd`:                                      `"idd"; did you mean "id"?`,
		`every d in input.datasets { d.idd }`:                                  `"idd"; did you mean "id"?`,
		`not input.metadata.ownr`:                                              `"ownr"; did you mean "owner"?`,
		`object.get(input, ["metadata", "ownr"], "") == ""`:                    `"ownr"; did you mean "owner"?`,
		`object.get(input, "metdata", {}) == {}`:                               `"metdata"; did you mean "metadata"?`,
		`object.get(input.metadata, "ownr", "") == ""`:                         `"ownr"; did you mean "owner"?`,
		`object.get(input.metadata.approved, ["bye"], "") == ""`:               `"bye"; did you mean "by"?`,
		`field.absent(input, ["metadata", "ownr"])`:                            `"ownr"; did you mean "owner"?`,
		`not field.present(input.metadata, ["ownr"])`:                          `"ownr"; did you mean "owner"?`,
		`p := ["metadata", "ownr"]; field.absent(input, p)`:                    `"ownr"; did you mean "owner"?`,
		`some d in input.datasets; field.absent(d, ["idd"])`:                   `"idd"; did you mean "id"?`,
		`some i, d in input.datasets; i > 1; field.absent(d, ["idd"])`:         `"idd"; did you mean "id"?`,
		`some d in field.items(input, ["datasets"]); d.idd == 1`:               `"idd"; did you mean "id"?`,
		`m := object.get(input, ["metadata"], {}); m.ownr`:                     `"ownr"; did you mean "owner"?`,
		`count([x | some x in input.datasets; field.absent(x, ["idd"])]) == 0`: `"idd"; did you mean "id"?`,
	} {
		if got := checked(t, "model_card", body, nil); !strings.Contains(got, "Unknown field "+want) || strings.Contains(got, "\n") {
			t.Errorf("%s: got %q", body, got)
		}
	}
	text := strings.ReplaceAll(ruleOf("model_card", `f.absent(input, ["metadata", "ownr"])`), "import data.aimslint.lib.violation", "import data.aimslint.lib.field as f\nimport data.aimslint.lib.violation")
	text = strings.Replace(text, ", kinds: [model-card]", "", 1)
	l, err := Read([]File{file("p.rego", text)}, nil, nil)
	if err == nil {
		err = l.Check()
	}
	if err == nil || !strings.Contains(err.Error(), `"ownr"`) {
		t.Errorf("under another name of the import: %v", err)
	}
}

func TestFieldsThatExistAreNoFault(t *testing.T) {
	t.Parallel()
	for _, body := range []string{
		`input["x-board"]`,
		`input.metadata["x-board"].date`,
		`field.absent(input, ["metadata", "x-board", "date"])`,
		`json.filter(input, ["metadata/owner"]) == {}`,
		`object.remove(input, ["kind", "metadata"]) == {}`,
		`object.filter(input, ["kind", "metadata"]) == {}`,
		`some key in ["owner", "version"]; field.absent(input, ["metadata", key])`,
		`some key in ["owner", "version"]; field.absent(input.metadata, [key])`,
		`some d in input.datasets; field.absent(d, ["id"])`,
		`some d in input.datasets; some e in input.evaluation; field.absent(d, ["name"]); field.absent(e, ["metric"])`,
		`every d in input.datasets { field.present(d, ["id"]) }`,
		`x := {"a": 1}; object.get(x, "b", 0) == 0`,
		`count([d | some d in input.datasets]) > 0; count([d | some pair in [[{"x": 1}, 1]]; [d, _] = pair; d.x]) > 0`,
		`walk(input, [p, v]); p == ["metdata"]; v`,
	} {
		if got := checked(t, "model_card", body, nil); got != "" {
			t.Errorf("%s: got %q", body, got)
		}
	}
	for _, body := range []string{`some t in input.traces; field.absent(t, ["path"])`, `field.absent(input, ["traces", 0, "path"])`} {
		if got := checked(t, "ai_system", body, nil); got != "" {
			t.Errorf("%s: got %q", body, got)
		}
	}
}

// Schemas of kinds of users' own use all that JSON Schema has.
func TestSchemasOfOwnKinds(t *testing.T) {
	t.Parallel()
	for text, fields := range map[string][]string{
		`{"type": "object", "properties": {"kind": {}, "a": {"oneOf": [{"type": "object", "properties": {"b": {"type": "string"}}}, {"type": "string"}]}}}`:                                                                                 {"a.b", "-a.c"},
		`{"type": "object", "allOf": [{"properties": {"a": {"type": "string"}}}, {"$ref": "#/$defs/more"}], "$defs": {"more": {"properties": {"b": true}}}}`:                                                                                {"a", "b", "-c"},
		`{"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": {"type": "string"}}`:                                                                                                                           {"a", "c"},
		`{"type": "object", "properties": {"a": {"type": "string"}}, "patternProperties": {"^q-": {"type": "string"}}}`:                                                                                                                     {"a", `["q-c"]`},
		`{"properties": {"parts": {"type": "array", "items": {"$ref": "#/$defs/part"}}}, "$defs": {"part": {"type": "object", "properties": {"name": {"type": "string"}, "parts": {"type": "array", "items": {"$ref": "#/$defs/part"}}}}}}`: {"parts[_].name", "parts[_].parts[_].parts[_].name", "-parts[_].nme", "-parts[_].parts[_].nme", "-part"},
		`{"type": "object", "if": {"properties": {"a": {"const": 1}}}, "then": {"properties": {"b": {"const": 2}}}}`:                                                                                                                        {"a", "b", "-c"},
		`{"type": "object"}`: {"a.b.c"},
		`{"type": "object", "properties": {"a": {"$ref": "metadata.schema.json", "description": "d"}, "m": {"$ref": "metadata.schema.json#/properties/approved"}}}`: {"a.owner", "m.by", "-a.ownr", "-m.bye"},
	} {
		own, err := schema.NewOwn("own.schema.json", []byte(text))
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		for _, path := range fields {
			name, unknown := strings.CutPrefix(path, "-")
			body := "input." + name
			if strings.HasPrefix(name, "[") {
				body = "input" + name
			}
			got := checked(t, "ethics_review", body, map[string]*schema.Own{"ethics-review": own})
			if unknown != strings.Contains(got, "Unknown field") || !unknown && got != "" {
				t.Errorf("%s: %s: got %q", text, path, got)
			}
		}
	}
}

func TestProblemsBesideOnesOfStrictMode(t *testing.T) {
	t.Parallel()
	got := checked(t, "model_card", "unused := 1\n\tinput.modl", nil)
	if !strings.Contains(got, "unused") || !strings.Contains(got, `"modl"`) {
		t.Errorf("got %q", got)
	}
	got = checked(t, "model_card", strings.Repeat("input.modl\n\t", 12), nil)
	if n := strings.Count(got, `"modl"`); n != 12 {
		t.Errorf("%d of 12 are found: %q", n, got)
	}
}

func TestRecordsThatAreMisspeltAreFound(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]string{
		`some card in input.records["model-card"]; card.systm`:                                 `"systm"; did you mean "system"?`,
		`some card in input.records["model-card"]; card.model.nme`:                             `"nme"; did you mean "name"?`,
		`some card in input.records["model-card"]; some d in card.datasets; d.nme`:             `"nme"; did you mean "name"?`,
		`some card in input.records["model-card"]; field.absent(card, ["ownr"])`:               `"ownr"; did you mean "owner"?`,
		`some card in input.records["model-card"]; violation.on(card, ["systm"], "m")`:         `"systm"; did you mean "system"?`,
		`some i; violation.related(input.records["model-card"][i], ["metadata", "ownr"], "m")`: `"ownr"; did you mean "owner"?`,
		`some r in input.records["ethics-review"]; r.outcme`:                                   `"outcme"; did you mean "outcome"?`,
		`some r in input.records["ethics-review"]; violation.on(r, ["outcme"], "m")`:           `"outcme"; did you mean "outcome"?`,
		`input.record["model-card"]`:                                                           `"record"; did you mean "records"?`,
		// What is there.
		`some card in input.records["model-card"]; card.system; card.document; card.file; card.owner`: "",
		`some card in input.records["model-card"]; violation.on(card, ["metadata", "x-a"], "m")`:      "",
		`some kind, records in input.records; some r in records; violation.on(r, ["any"], kind)`:      "",
		`some r in input.records["ethics-review"]; r.outcome; r.document`:                             "",
		`some r in input.records.trace; r.anything`:                                                   "",
		`some s in input.records["ai-system"]; s.name; s.stage`:                                       "",
	} {
		own, err := schema.NewOwn("own.json", []byte(`{"type": "object", "properties": {"kind": {}, "outcome": {"type": "string"}}}`))
		if err != nil {
			t.Fatal(err)
		}
		got := checked(t, repository, body, map[string]*schema.Own{"ethics-review": own})
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%s: got %q", body, got)
		}
	}
}

// A module that rules of several kinds import is wrong only if it is for each.
func TestModulesOfSeveralKinds(t *testing.T) {
	t.Parallel()
	judge := func(category string) string {
		text := strings.Replace(ruleOf(category, "data.acme.lib.shared.same"), "import data.aimslint.lib.field\n", "", 1)
		if category != repository {
			text = strings.Replace(text, ", kinds: [model-card]", "", 1)
		}
		return text
	}
	read := func(shared string) string {
		l, err := Read([]File{file("a.rego", judge("model_card")), file("b.rego", judge("risk_register")), file("c.rego", judge(repository)),
			file("s.rego", "package acme.lib.shared\n\nsame := 1\n\n"+shared+"\n")}, nil, nil)
		if err == nil {
			err = l.Check()
		}
		if err == nil {
			return ""
		}
		return err.Error()
	}
	if got := read("risks := input.risks"); got != "" {
		t.Errorf("a field of one of the kinds: %q", got)
	}
	if got := read("risks := input.rsks"); !strings.Contains(got, "s.rego:5:10: Unknown field \"rsks\"") || strings.Contains(got, "\n") {
		t.Errorf("a field of none: %q", got)
	}
}
