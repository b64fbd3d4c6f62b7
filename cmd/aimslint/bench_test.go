package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
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
	text := varied(boundKeys.ReplaceAllString(quoted, ""), i)
	switch i % 6 {
	case 1:
		text = strings.Replace(text, "value: 0.81", "value: 0.71", 1) // under its threshold
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

// varied is the card of another model: names, people, days, versions, results and
// sentences differ from card to card, as they do where many models are kept. Whatever
// a rule has seen of one card is seldom what it sees of the next.
func varied(card string, i int) string {
	random := rand.New(rand.NewPCG(uint64(i), 1)) //nolint:gosec // the same cards each time
	day := func(year, month int) string { return fmt.Sprintf("%d-%02d-%02d", year, month, 1+random.IntN(28)) }
	trained, tested, approved := 1+random.IntN(3), 4+random.IntN(3), 7+random.IntN(3)
	condition := fmt.Sprintf("%s of stage %d", []string{"sepsis", "delirium", "pneumonia", "kidney failure", "a fall", "readmission"}[i%6], i%97)
	value := func(hundredths int) string { return fmt.Sprintf("value: 0.%02d%02d", hundredths, random.IntN(100)) }
	return strings.NewReplacer(
		"sepsis-alert-model", fmt.Sprintf("model-%d", i), "sepsis-alert-gbm", fmt.Sprintf("alert-%d", i), "sepsis-alert", fmt.Sprintf("system-%d", i/3),
		"Sepsis early", fmt.Sprintf("Ward %d early", i), "sepsis", condition, "2.3.0", fmt.Sprintf("%d.%d.%d", 1+i%3, i%11, i%7),
		"clinical-ml-lead", fmt.Sprintf("lead-%d", i%40), "senior-data-scientist", fmt.Sprintf("scientist-%d", i%90), "medical-director", fmt.Sprintf("director-%d", i%12),
		"2026-09-14", day(2026, approved), "2027-03-14", day(2027, 1+random.IntN(9)), "2026-08-03", day(2026, trained), "2026-08-20", day(2026, tested),
		"ward-vitals", fmt.Sprintf("vitals-%d", i%500), "value: 0.87", value(87), "value: 0.81", value(81), "value: 0.84", value(84), "value: 0.74", value(74),
		"400 trees", fmt.Sprintf("%d trees", 100+random.IntN(900)), "18 years", fmt.Sprintf("%d years", 16+i%5), "3%", fmt.Sprintf("%d%%", 1+i%9),
		"four hours", fmt.Sprintf("%d hours", 2+i%7), "hospital.example", fmt.Sprintf("hospital-%d.example", i%25), "every month", fmt.Sprintf("every %d weeks", 1+i%8),
		"3.2", fmt.Sprintf("%d.%d", i%50, i%10), "1.1", fmt.Sprintf("%d.%d", i%20, i%9),
	).Replace(card)
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
