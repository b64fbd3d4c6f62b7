package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/aimslint/aimslint/pkg/scan"
	"github.com/aimslint/aimslint/policies"
)

var (
	benchInput = flag.String("bench-input", "", "folder for the input of .ci/bench")
	benchCards = flag.Int("bench-cards", 1, "how many model cards .ci/bench is to check")
)

// TestBenchInput writes what .ci/bench compares aimslint and conftest on: model
// cards, the rules in the two layouts that conftest knows, and their data.
func TestBenchInput(t *testing.T) {
	if *benchInput == "" {
		t.Skip("only for .ci/bench")
	}
	for i := range *benchCards {
		name, content := benchCard(t, i)
		write(t, filepath.Join(*benchInput, "cards", name), content)
	}
	parameters := map[string]map[string]any{}
	for _, r := range scan.Rules() {
		for _, p := range r.Parameters {
			if parameters[r.ID] == nil {
				parameters[r.ID] = map[string]any{}
			}
			parameters[r.ID][p.Name] = p.Default
		}
	}
	data, err := json.Marshal(map[string]any{"as_of": "2026-11-22", "config": parameters})
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(*benchInput, "data", "data.json"), data)
	writeConftestPolicies(t)
}

var (
	onKey = regexp.MustCompile(`\bon: `)
	// boundKeys name files, which stand beside the clinic's card alone.
	boundKeys = regexp.MustCompile(`(?m)^ +(source|path|digest): .*\n|, (source|path|digest): [^,}]+`)
)

// benchCard is a believable card. Every third lacks something.
func benchCard(t *testing.T, i int) (name string, content []byte) {
	t.Helper()
	base, err := os.ReadFile("../../testdata/clinic/models/sepsis-alert/model-card.yaml")
	if err != nil {
		t.Fatal(err)
	}
	// A YAML 1.1 reader, as conftest's, takes the key "on" for true.
	quoted := onKey.ReplaceAllString(string(base), `"on": `)
	unbound := boundKeys.ReplaceAllString(quoted, "")
	text := strings.ReplaceAll(unbound, "sepsis-alert-model", fmt.Sprintf("model-%d", i))
	switch i % 6 {
	case 1:
		text = strings.Replace(text, "value: 0.81", "value: 0.71", 1)
	case 3:
		text = strings.Replace(text, "limitations:", "x-limitations:", 1)
	case 5:
		text = strings.Replace(text, "next_review: 2027", "next_review: 2025", 1)
	}
	if i%4 != 3 {
		return fmt.Sprintf("card-%d.yaml", i), []byte(text)
	}
	var node yaml.Node
	if err := yaml.Unmarshal([]byte(text), &node); err != nil {
		t.Fatal(err)
	}
	keepDays(&node)
	var value any
	if err := node.Decode(&value); err != nil {
		t.Fatal(err)
	}
	content, err = json.MarshalIndent(value, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("card-%d.json", i), content
}

// keepDays makes days plain text, as JSON has them.
func keepDays(n *yaml.Node) {
	if n.ShortTag() == "!!timestamp" {
		n.Tag = "!!str"
	}
	for _, child := range n.Content {
		keepDays(child)
	}
}

// writeConftestPolicies writes the rules as conftest reads them. It takes the
// text of a result from "msg".
func writeConftestPolicies(t *testing.T) {
	t.Helper()
	const main = `package main

deny contains found if {
	some category in ["model_card", "document"]
	some name
	some found in data.aimslint.rules[category][name].report
}
`
	write(t, filepath.Join(*benchInput, "one", "main.rego"), []byte(main))
	err := fs.WalkDir(policies.Files, ".", func(path string, entry fs.DirEntry, err error) error {
		wanted := strings.HasPrefix(path, "lib/") || strings.HasPrefix(path, "rules/model-card/") || strings.HasPrefix(path, "rules/document/")
		if err != nil || entry.IsDir() || !wanted || !strings.HasSuffix(path, ".rego") || strings.HasSuffix(path, "_test.rego") {
			return err
		}
		content, err := policies.Files.ReadFile(path)
		if err != nil {
			return err
		}
		text := strings.ReplaceAll(string(content), `"message": message`, `"message": message, "msg": message`)
		name := strings.ReplaceAll(path, "/", "_")
		write(t, filepath.Join(*benchInput, "one", name), []byte(text))
		write(t, filepath.Join(*benchInput, "natural", name), []byte(strings.ReplaceAll(text, "report contains", "deny contains")))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, path string, content []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, content, 0o600); err != nil { //nolint:gosec // where the test is told to
		t.Fatal(err)
	}
}
