package library

import (
	"io/fs"
	"path"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/aimslint/aimslint/policies"
)

// What nothing defines is no pass.
func TestReferencesToNothing(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]string{
		`count(data.aimslint.rules.model_card.intended_use.report) > 0`: "`data.aimslint.rules.model_card.intended_use.report` is out of reach",
		`data.acme.lib.wrds.few("a", 1)`:                                "Undefined function data.acme.lib.wrds.few",
		`data.acme.lib.wrds.x`:                                          "There is nothing at `data.acme.lib.wrds`; did you mean \"words\"?",
		`data.acme.lib.words.fw`:                                        "There is nothing at `data.acme.lib.words.fw`",
		`not data.acme.lib.words.fw`:                                    "There is nothing at `data.acme.lib.words.fw`",
		`data.as_off > "2020"`:                                          "There is nothing at `data.as_off`",
		`data.config["model-card/y"].n > 1`:                             `There is no rule "model-card/y" of your own`,
		`data.config["model-card/x"].n > 1`:                             `Unknown parameter "n"; the metadata of model-card/x list none of that name.`,
		`data.aimslint.lib.field.nothing`:                               "There is nothing at `data.aimslint.lib.field.nothing`",
		`data.aimslint.rules.model_card.x.nothing`:                      "There is nothing at `data.aimslint.rules.model_card.x.nothing`",
		// What is there, or may be.
		`data.as_of > "2020"`:                          "",
		`data.acme.lib.words.least > 1`:                "",
		`data.config["model-card/setting"].words > 1`:  "",
		`some id; data.config[id].words > 1`:           "",
		`data.aimslint.lib.text.fold("A") == "a"`:      "",
		`data.aimslint.rules.model_card.x.helper == 1`: "",
		`some x in data.acme.lib.words.all; x == "a"`:  "",
		`data.acme.lib.words.all.b == "a"`:             "",
		`data.acme.lib.words[input.metadata.id]`:       "",
	} {
		text := strings.Replace(ruleOf("model_card", body), ", kinds: [model-card]", "", 1) + "\nhelper := 1\n"
		l, err := Read([]File{file("p.rego", text), file("setting.rego", good), file("w.rego", words+"\nleast := 2\n\nall := {\"b\": \"a\"}\n")}, nil, nil)
		if err == nil {
			err = l.Check()
		}
		got := ""
		if err != nil {
			got = err.Error()
		}
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%s: got %q, want %q", body, got, want)
		}
		if want != "" && !strings.Contains(got, "p.rego:9:") && !strings.Contains(got, "p.rego:10:") {
			t.Errorf("%s: %q is not at its place", body, got)
		}
	}
}

func TestRuleThatIsNamedAsATest(t *testing.T) {
	t.Parallel()
	text := strings.Replace(good, "model_card.setting", "model_card.penetration_test", 1)
	_, err := Read([]File{file("p.rego", text), file("w.rego", words)}, nil, nil)
	if err == nil || !strings.Contains(err.Error(), "p.rego:11:1: The package aimslint.rules.model_card.penetration_test ends in _test and so holds tests, which judge nothing") {
		t.Errorf("got %v", err)
	}
}

// The rules of this program refer to nothing that is not there, or the check would be
// wrong.
func TestOwnLibraryRefersToWhatIsThere(t *testing.T) {
	t.Parallel()
	var modules []Module
	all := map[string]*ast.Module{}
	err := fs.WalkDir(policies.Files, ".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".rego" || strings.HasSuffix(name, "_test.rego") {
			return err
		}
		text, err := policies.Files.ReadFile(name)
		if err != nil {
			return err
		}
		m, err := Parse(File{name, text})
		if err != nil {
			return err
		}
		modules = append(modules, *m)
		all[name] = m.Module
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	compiler := ast.NewCompiler()
	if compiler.Compile(all); compiler.Failed() {
		t.Fatal(compiler.Errors)
	}
	for _, p := range Undefined(compiler, modules, func(string) ([]string, bool) { return nil, true }) {
		t.Error(p)
	}
}
