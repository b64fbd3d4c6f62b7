package library

import (
	"strings"
	"testing"
)

const good = `# METADATA
# title: The setting is stated
# description: Who deploys the model must know where it was meant to run.
# custom:
#   severity: error
#   requirements: [A.9.4, "7.1"]
#   evidence: attested
#   remediation: State intended_use.setting.
#   parameters:
#     - {name: words, default: 3, description: The least number of words.}
package aimslint.rules.model_card.setting

import data.acme.lib.words
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["intended_use", "setting"], "The setting is not stated") if {
	words.few(field.text(input, ["intended_use", "setting"]), data.config["model-card/setting"].words)
}
`

const words = `package acme.lib.words

few(text, n) if count(split(text, " ")) < n
`

func file(name, text string) File { return File{name, []byte(text)} }

func TestRead(t *testing.T) {
	t.Parallel()
	l, err := Read([]File{
		file("policies/setting.rego", good), file("policies/words.rego", words), file("policies/README.md", "# Ours\n"),
		file("policies/examples.txtar", "-- pass/a.yaml --\nx\n-- fail/b.yaml --\ny\n"),
	}, []string{"model-card/intended-use"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(l.Rules) != 1 || len(l.Modules) != 2 {
		t.Fatalf("got %d rules, %d modules", len(l.Rules), len(l.Modules))
	}
	r := l.Rule("model-card/setting")
	if r.Origin != "policies/setting.rego" || r.Profile != "standard" || r.Parameters[0].Default != 3 || r.Requirements[1] != "7.1" {
		t.Errorf("got %+v", r)
	}
	examples, err := l.Examples(r.ID)
	if err != nil || len(examples.Pass) != 1 || len(examples.Fail) != 1 {
		t.Errorf("got %v, %v", examples, err)
	}
	if err := l.Check(); err != nil {
		t.Errorf("a good library: %v", err)
	}
}

// Each fault must be reported at its line.
func TestReadFindsFaults(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ old, new, want string }{
		"unknown severity":      {"severity: error", "severity: critical", `p.rego:5:15: Unknown severity "critical"; known are error, warning, note.`},
		"misspelt severity":     {"severity: error", "severity: eror", `p.rego:5:15: Unknown severity "eror"; did you mean "error"?`},
		"no severity":           {"#   severity: error\n", "", "p.rego:1:1: The metadata must state `custom.severity`: one of error, warning, note."},
		"unknown requirement":   {"A.9.4", "A.9.9", `p.rego:6:20: Unknown requirement "A.9.9"; did you mean "`},
		"requirement twice":     {`"7.1"`, "A.9.4", "p.rego:6:20: The requirement A.9.4 is named twice."},
		"unknown profile":       {"#   evidence", "#   profile: certfication\n#   evidence", `p.rego:7:14: Unknown profile "certfication"; did you mean "certification"?`},
		"no remediation":        {"#   remediation: State intended_use.setting.\n", "", "p.rego:1:1: The metadata must state `custom.remediation`"},
		"empty remediation":     {"State intended_use.setting.", "", "p.rego:8:5: The metadata must state `custom.remediation`"},
		"unknown key":           {"severity: error", "severty: error", "p.rego:5:5: Unknown key \"custom.severty\"; did you mean \"custom.severity\"?"},
		"unknown parameter key": {"{name: words", "{nme: words", "Unknown key `nme` in the metadata under custom."},
		"wrong type":            {`[A.9.4, "7.1"]`, "A.9.4", "p.rego:6:5: `custom.requirements` is or holds text where another type is expected"},
		"no violation":          {`violation.at(["intended_use", "setting"], "The setting is not stated")`, `{"mesage": "m", "path": ["intended_use"]}`, `p.rego:17:17: ` + "`" + `{"mesage": "m", "path": ["intended_use"]}` + "`" + ` is no violation, which has a ` + "`path` and a `message`"},
		"text for a violation":  {`violation.at(["intended_use", "setting"], "The setting is not stated")`, `"The setting is not stated"`, `p.rego:17:17: ` + "`" + `"The setting is not stated"` + "`" + ` is no violation`},
		"kinds":                 {"#   evidence", "#   kinds: [model-card]\n#   evidence", "p.rego:7:5: `custom.kinds` is for rules over the repository only"},
		"parameter name":        {"name: words", "name: severity", "has the name of a setting that every rule has."},
		"no metadata":           {strings.SplitN(good, "package", 2)[0], "", "p.rego:1:1: The package has no metadata"},
		"wrong package":         {"aimslint.rules.model_card.setting", "aimslint.rules.setting", "p.rego:11:1: The package is aimslint.rules.setting; that of a rule is aimslint.rules.CATEGORY.NAME."},
		"reserved package":      {"aimslint.rules.model_card.setting", "aimslint.records.model_card", "below aimslint only"},
		"capitals":              {"aimslint.rules.model_card.setting", "aimslint.rules.model_card.Setting", "written in snake_case"},
		"facts":                 {"aimslint.rules.model_card.setting", "config.x", "under which rules read parameters"},
		"unknown category":      {"rules.model_card", "rules.modell_card", `p.rego:11:1: Unknown category "modell-card"; did you mean "model-card"?`},
		"our library":           {"aimslint.rules.model_card.setting", "aimslint.lib.field", "comes with aimslint and cannot be added to"},
		"our rule":              {"model_card.setting", "model_card.intended_use", "p.rego:11:1: The rule model-card/intended-use comes with aimslint"},
		"no report":             {"report contains", "reports contains", "p.rego:11:1: A rule reports with"},
		"report no set":         {"report contains violation.at([\"intended_use\", \"setting\"], \"The setting is not stated\")", "report", "A rule reports with"},
		"no Rego":               {"report contains", "report contain", "p.rego:17:8: "},
		"forbidden in parsing":  {"import data.acme.lib.words", "import future.keywords.nope", "p.rego:13:"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text := strings.Replace(good, c.old, c.new, 1)
			if text == good {
				t.Fatal("nothing is spoiled")
			}
			_, err := Read([]File{file("p.rego", text)}, []string{"model-card/intended-use"}, nil)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
	if _, err := Read([]File{file("a.rego", good), file("b.rego", good)}, nil, nil); err == nil || !strings.Contains(err.Error(), "is already stated in a.rego") {
		t.Errorf("two rules of one id: %v", err)
	}
	if _, err := Read([]File{file("a.rego", strings.Repeat("#", largest+1))}, nil, nil); err == nil || !strings.Contains(err.Error(), "larger than") {
		t.Errorf("a huge policy: %v", err)
	}
	beside := strings.Replace(good, "model_card.setting", "model_card.other", 1)
	if _, err := Read([]File{file("a.rego", good), file("b.rego", beside), file("examples.txtar", "")}, nil, nil); err == nil || !strings.Contains(err.Error(), "setting.examples.txtar") {
		t.Errorf("whose examples: %v", err)
	}
}

func TestCheckFindsFaults(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ old, new, want string }{
		"path of a violation": {`violation.at(["intended_use", "setting"]`, `violation.at(["intendd_use", "setting"]`, `p.rego:17:30: Unknown field "intendd_use"; did you mean "intended_use"?`},
		"path of a function":  {`field.text(input, ["intended_use", "setting"])`, `field.text(input, ["intended_use", "seting"])`, `did you mean "setting"?`},
		"reference":           {`field.text(input, ["intended_use", "setting"])`, `field.text(input.intendd_use, ["setting"])`, `p.rego:18:23: Unknown field "intendd_use"; did you mean "intended_use"?`},
		"forbidden builtin":   {`words.few(`, `http.send({}); words.few(`, "p.rego:18:2: Undefined function http.send."},
		"unused import":       {"import data.aimslint.lib.field\n", "import data.aimslint.lib.field\nimport data.aimslint.lib.date\n", "p.rego:15:1: Import data.aimslint.lib.date unused"},
		"unknown function":    {"field.text(", "field.txt(", "Undefined function data.aimslint.lib.field.txt"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text := strings.Replace(good, c.old, c.new, 1)
			l, err := Read([]File{file("p.rego", text), file("w.rego", words)}, nil, nil)
			if err == nil {
				err = l.Check()
			}
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
	kinds := `# METADATA
# title: T
# description: D.
# custom: {severity: error, requirements: [A.9.4], evidence: attested, remediation: R., kinds: [model-card]}
package aimslint.rules.repository.x

report contains {"document": r.document, "path": [], "message": "m"} if some r in input.records["modell-card"]
`
	l, err := Read([]File{file("k.rego", kinds)}, nil, nil)
	if err == nil {
		err = l.Check()
	}
	if err == nil || !strings.Contains(err.Error(), `k.rego:7:97: Unknown kind "modell-card"; did you mean "model-card"?`) {
		t.Errorf("a kind that is misspelt: %v", err)
	}
}

// Two files of one name would hide each other.
func TestFilesOfOneName(t *testing.T) {
	t.Parallel()
	_, err := Read([]File{file("b.tar.gz/a.rego", good), file("b.tar.gz/a.rego", words)}, nil, nil)
	if err == nil || !strings.Contains(err.Error(), "b.tar.gz/a.rego:1:1: There is another policy under this name") {
		t.Errorf("got %v", err)
	}
}

func TestDescribed(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]bool{
		"metadata approved by": true, "metadata approved bye": false, "risks": true, "risks * treatment option": true, "risks * treatment opton": false,
		"risk": false, "risks owner": false, "risks * ? option": true, "risks * source": true, "risks * source *": true,
	} {
		if got := len(shapeOf("risk-register").below(strings.Fields(path))) > 0; got != want {
			t.Errorf("%s is known: %v", path, got)
		}
	}
}
