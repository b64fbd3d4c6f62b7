package library

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/aimslint/aimslint/pkg/schema"
	"github.com/aimslint/aimslint/policies"
)

// fenced are the blocks of a page in a language.
func fenced(page, language string) []string {
	parts := strings.Split(page, "\n```"+language+"\n")[1:]
	blocks := make([]string, 0, len(parts))
	for _, part := range parts {
		block, _, _ := strings.Cut(part, "\n```")
		blocks = append(blocks, block+"\n")
	}
	return blocks
}

// TestPage takes docs/policies.md by its word: what it shows compiles, fits and
// passes.
func TestPage(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile(filepath.Join("..", "..", "docs", "policies.md"))
	if err != nil {
		t.Fatal(err)
	}
	page := string(content)
	rego, kinds := fenced(page, "rego"), fenced(page, "json")
	if len(rego) != 2 || len(kinds) != 1 {
		t.Fatalf("the page shows %d policies and %d schemas", len(rego), len(kinds))
	}
	own, err := schema.NewOwn("schemas/ethics-review.schema.json", []byte(kinds[0]))
	if err != nil {
		t.Fatal(err)
	}
	const outcome = `# METADATA
# title: The outcome is stated
# description: A review without an outcome is none.
# custom: {severity: error, requirements: [A.5.2], evidence: attested, remediation: State outcome.}
package aimslint.rules.ethics_review.outcome

import data.aimslint.lib.violation

report contains violation.at(["outcome"], "The committee has not decided") if input.outcome == "pending"
`
	_, examples, _ := strings.Cut(page, "-- pass/model-card.yaml --")
	examples, _, _ = strings.Cut(examples, "\n```")
	l, err := Read([]File{
		file("policies/rule.rego", rego[0]), file("policies/rule_test.rego", rego[1]), file("policies/rule.examples.txtar", "-- pass/model-card.yaml --"+examples+"\n"),
		file("other/outcome.rego", outcome),
	}, nil, map[string]*schema.Own{"ethics-review": own})
	if err == nil {
		err = l.Check()
	}
	if err != nil {
		t.Fatal(err)
	}
	results, _, err := Test(t.Context(), l.Modules, TestOptions{Timeout: time.Minute})
	if err != nil || len(results) != 2 {
		t.Fatalf("got %v, %v", results, err)
	}
	for _, r := range results {
		if r.Outcome != Passed {
			t.Errorf("%s: %s %s", r.Name, r.Outcome, r.Detail)
		}
	}
	set, err := policies.ParseExamples("examples.txtar", []byte("-- pass/model-card.yaml --"+examples+"\n"))
	if err != nil || len(set.Pass) != 1 || len(set.Fail) != 1 {
		t.Errorf("the examples: %v, %v", set, err)
	}
}
