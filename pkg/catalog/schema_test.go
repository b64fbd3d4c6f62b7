package catalog_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/schemas"
)

// TestSchemas holds the data to the published schemas.
func TestSchemas(t *testing.T) {
	validator(t, "catalog").file("catalog.json")
	files, err := filepath.Glob("crosswalk/*.json")
	if err != nil || len(files) != len(catalog.Frameworks()) {
		t.Fatalf("%d crosswalks (%v), want %d", len(files), err, len(catalog.Frameworks()))
	}
	crosswalk := validator(t, "crosswalk")
	for _, file := range files {
		crosswalk.file(file)
		id := filepath.Base(file[:len(file)-len(".json")])
		if f, ok := catalog.GetFramework(id); !ok {
			t.Errorf("%s is of framework %q", file, f.ID)
		}
	}
}

// TestSchemaRefuses demands that the schema notices a reason too many, a
// reason too few, and a kind that does not exist.
func TestSchemaRefuses(t *testing.T) {
	good := `{"groups": [{"id": "4", "title": "Context", "phase": "plan", "requirements": [{"id": "4.4", "topic": "System",
		"expectation": "A management system for AI is set up.", "evidence": "Described processes corroborate it.",
		"documents": ["management-system"], "machine": "human-review", "reason": "It is seen where people work by it."}]}]}`
	v := validator(t, "catalog")
	if err := v.text(good); err != nil {
		t.Fatal(err)
	}
	for old, replacement := range map[string]string{
		`, "reason": "It is seen where people work by it."`: ``,
		`human-review`:            `attested`,
		`["management-system"]`:   `["spreadsheet"]`,
		`"4.4"`:                   `"4"`,
		`"management-system"], "`: `], "`,
	} {
		if err := v.text(string(bytes.Replace([]byte(good), []byte(old), []byte(replacement), 1))); err == nil {
			t.Errorf("%s in place of %s passes", replacement, old)
		}
	}
}

type schemaValidator struct {
	t      *testing.T
	schema *jsonschema.Schema
}

func validator(t *testing.T, name string) schemaValidator {
	t.Helper()
	text, ok := schemas.Get(name)
	if !ok {
		t.Fatalf("there is no schema %s", name)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat = true
	if err := compiler.AddResource(name, bytes.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	return schemaValidator{t, compiler.MustCompile(name)}
}

func (v schemaValidator) text(text string) error {
	var value any
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		v.t.Fatal(err)
	}
	return v.schema.Validate(value)
}

func (v schemaValidator) file(name string) {
	v.t.Helper()
	text, err := os.ReadFile(name) //nolint:gosec // data of this package
	if err != nil {
		v.t.Fatal(err)
	}
	if err := v.text(string(text)); err != nil {
		v.t.Errorf("%s: %#v", name, err)
	}
}
