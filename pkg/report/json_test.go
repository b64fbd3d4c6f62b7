package report_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/syntax"
)

func validate(t *testing.T, schema, report string) {
	t.Helper()
	content, err := os.ReadFile(schema) //nolint:gosec // a path of the tests
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat = true
	if err := compiler.AddResource("schema.json", strings.NewReader(string(content))); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := compiled.Validate(decode(t, report)); err != nil {
		t.Errorf("%#v", err)
	}
}

func decode(t *testing.T, report string) any {
	t.Helper()
	var value any
	if err := json.Unmarshal([]byte(report), &value); err != nil {
		t.Fatal(err)
	}
	return value
}

func TestJSONFollowsItsSchema(t *testing.T) {
	const schema = "../../schemas/report.schema.json"
	for name, run := range runs(t) {
		t.Run(name, func(t *testing.T) { validate(t, schema, write(t, "json", run, report.Options{})) })
	}
	validate(t, schema, write(t, "json", &report.Run{Version: "0.1.0", AsOf: "2026-04-01"}, report.Options{}))
}

// The commit is there if it is known, and is read again.
func TestJSONNamesTheCommit(t *testing.T) {
	run := sample()
	if strings.Contains(write(t, "json", run, report.Options{}), `"commit"`) {
		t.Error("a commit that is not known")
	}
	run.Commit = &report.Commit{SHA: strings.Repeat("0a", 20), Dirty: true}
	text := write(t, "json", run, report.Options{})
	validate(t, "../../schemas/report.schema.json", text)
	read, err := report.ReadJSON(strings.NewReader(text))
	if err != nil || read.Commit == nil || *read.Commit != *run.Commit {
		t.Errorf("read again it is %v, error %v", read.Commit, err)
	}
}

// An editor or a reader of the schema finds words for every property.
func TestJSONSchemaIsDescribed(t *testing.T) {
	content, err := os.ReadFile("../../schemas/report.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	schema := decode(t, string(content))
	var visit func(path string, value any)
	visit = func(path string, value any) {
		object, ok := value.(map[string]any)
		if !ok {
			return
		}
		for _, group := range []string{"properties", "$defs"} {
			members, _ := object[group].(map[string]any)
			for name, member := range members {
				at := path + "/" + name
				m, _ := member.(map[string]any)
				ref, _ := m["$ref"].(string)
				if (m["title"] == nil || m["description"] == nil) && ref == "" {
					t.Errorf("%s has no title or description", at)
				}
				visit(at, m)
			}
		}
		if object["type"] == "object" && object["additionalProperties"] != false {
			t.Errorf("%s allows other properties", path)
		}
	}
	visit("", schema)
}

func TestJSONKeepsWhatIsNoText(t *testing.T) {
	run := &report.Run{Findings: []finding.Finding{{
		Rule: &rule.Rule{ID: "syntax/invalid"}, Severity: rule.Error, Message: "A byte \xff and \x1b[0m <&>.",
		Location: finding.Location{File: "a.yaml", Path: syntax.Keys("a/b", "c~d")},
	}}}
	var got struct {
		Findings []struct {
			Message      string
			State        string
			Requirements []string
			Location     struct{ Path string }
		}
	}
	if err := json.Unmarshal([]byte(write(t, "json", run, report.Options{})), &got); err != nil {
		t.Fatal(err)
	}
	f := got.Findings[0]
	if f.Message != "A byte \uFFFD and \x1b[0m <&>." || f.State != "open" || f.Requirements == nil || f.Location.Path != "/a~1b/c~0d" {
		t.Errorf("%+v", f)
	}
}
