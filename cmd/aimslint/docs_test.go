package main

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/scan"
	"github.com/aimslint/aimslint/policies"
)

var update = flag.Bool("update", false, "write docs/rules and the README's screen anew")

const docs = "../../docs/rules"

// TestRulePages compares docs/rules with the metadata and the examples of the
// rules, and demands that no page is left of a rule that is gone.
func TestRulePages(t *testing.T) {
	want := map[string]string{"README.md": ruleIndex()}
	for _, r := range scan.Rules() {
		examples, err := policies.Examples(r.ID)
		if err != nil {
			t.Fatal(err)
		}
		want[r.ID+".md"] = rulePage(r, examples)
	}
	if *update {
		if err := os.RemoveAll(docs); err != nil {
			t.Fatal(err)
		}
		for name, page := range want {
			write(t, filepath.Join(docs, name), []byte(page))
		}
	}
	err := filepath.WalkDir(docs, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, _ := filepath.Rel(docs, path)
		page, err := os.ReadFile(path) //nolint:gosec // below docs/rules
		if err == nil && string(page) != want[filepath.ToSlash(name)] {
			t.Errorf("docs/rules/%s is not what the rule says: run go test ./cmd/aimslint -update", name)
		}
		delete(want, filepath.ToSlash(name))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range want {
		t.Errorf("docs/rules/%s is missing: run go test ./cmd/aimslint -update", name)
	}
}

func ruleIndex() string {
	var page strings.Builder
	page.WriteString("# Rules\n\nWhat each rule asks, on behalf of which requirements of ISO/IEC 42001. These pages\nare made from the rules; `aimslint rules show RULE` prints one in the terminal.\n")
	category := ""
	for _, r := range scan.Rules() {
		if r.Category() != category {
			category = r.Category()
			fmt.Fprintf(&page, "\n## %s\n\n%s\n\n| rule | severity | requirements | what it asks |\n|---|---|---|---|\n", category, categories[category])
		}
		fmt.Fprintf(&page, "| [%s](%s.md) | %s | %s | %s |\n", r.Name(), r.ID, r.Severity, strings.Join(r.Requirements, ", "), r.Title)
	}
	return page.String()
}

// categories say what the rules of each category judge.
var categories = map[string]string{
	"document":      "Rules over documents of every kind: document control.",
	"model-card":    "Rules over model cards.",
	"data-manifest": "Rules over data manifests and dataset cards.",
	"risk-register": "Rules over risk registers.",
	"repository":    "Rules over all documents together.",
	"syntax":        "Whether a file can be read.",
	"format":        "Whether a document is what its format says.",
	"binding":       "Whether what a native document names is there and says the same: sources of values, files, digests.",
	"schema":        "Whether a native document has the shape of its kind.",
}

func rulePage(r *rule.Rule, examples policies.ExampleSet) string {
	var page strings.Builder
	fmt.Fprintf(&page, "# %s\n\nRule `%s`, severity %s, evidence %s.\n\n%s\n", r.Title, r.ID, r.Severity, r.Evidence, wrap(r.Description, 88, 0))
	fmt.Fprintf(&page, "\n## To mend it\n\n%s\n\n## Requirements\n\n", wrap(r.Remediation, 88, 0))
	for _, id := range r.Requirements {
		requirement, _ := catalog.Get(id)
		fmt.Fprintf(&page, "- %s: %s\n", id, requirement.Topic)
	}
	if len(r.Parameters) > 0 {
		page.WriteString("\n## Parameters\n\n| name | default | meaning |\n|---|---|---|\n")
	}
	for _, p := range r.Parameters {
		fmt.Fprintf(&page, "| `%s` | `%v` | %s |\n", p.Name, p.Default, p.Description)
	}
	pageExample(&page, "Fails", examples.Fail)
	pageExample(&page, "Passes", examples.Pass)
	fmt.Fprintf(&page, "\n## Configuration\n\n```yaml\n# .aimslint.yaml\nrules:\n  %s: off # or error, warning, note\n```\n", r.ID)
	return page.String()
}

func pageExample(page *strings.Builder, heading string, files []policies.Example) {
	for i, file := range files {
		if i == 0 {
			fmt.Fprintf(page, "\n## %s\n", heading)
		}
		language := strings.TrimPrefix(filepath.Ext(file.Name), ".")
		fmt.Fprintf(page, "\n`%s`\n\n````%s\n%s````\n", file.Name, language, file.Content)
	}
}

var screen = regexp.MustCompile("(?s)(```console\n\\$ (go run ./cmd/aimslint check [^\n]*)\n)(.*?)(```)")

// TestReadmeScreen runs the README's first command and compares what it prints
// with the screen that the README shows.
func TestReadmeScreen(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := screen.FindSubmatch(readme)
	if shown == nil {
		t.Fatal("the README shows no screen of `go run ./cmd/aimslint check`")
	}
	directory, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	run, err := scan.Check(t.Context(), scan.Request{Directory: directory, Paths: []string{"testdata/clinic-broken"}, AsOf: "2026-11-22"})
	if err != nil {
		t.Fatal(err)
	}
	var printed bytes.Buffer
	if err := report.Get("text").Write(&printed, run, report.Options{}); err != nil {
		t.Fatal(err)
	}
	if *update {
		fresh := screen.ReplaceAllFunc(readme, func([]byte) []byte {
			return bytes.Join([][]byte{shown[1], printed.Bytes(), shown[4]}, nil)
		})
		write(t, "../../README.md", fresh)
		return
	}
	if !bytes.Equal(shown[3], printed.Bytes()) {
		t.Error("the README's screen is not what the command prints: run go test ./cmd/aimslint -update")
	}
}

// TestReadmeCountsRules holds the README's number of rules against the rules.
func TestReadmeCountsRules(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if want := fmt.Sprintf("%d rules", len(scan.Rules())); !bytes.Contains(readme, []byte(want)) {
		t.Errorf("the README does not say that there are %s", want)
	}
}
