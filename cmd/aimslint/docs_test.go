package main

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/gap"
	"github.com/aimslint/aimslint/pkg/prove"
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
			fmt.Fprintf(&page, "\n## %s\n\n%s\n\n| rule | severity | profile | evidence | requirements | what it asks |\n|---|---|---|---|---|---|\n", category, judges(category))
		}
		fmt.Fprintf(&page, "| [%s](%s.md) | %s | %s | %s | %s | %s |\n", r.Name(), r.ID, r.Severity, inForce(r), r.Evidence, strings.Join(r.Requirements, ", "), r.Title)
	}
	return page.String()
}

// judges says what the rules of a category judge.
func judges(category string) string {
	if document.IsKind(category) {
		return "Rules over documents of the kind [" + category + "](../kinds/" + category + ".md)."
	}
	return map[string]string{
		"document":   "Rules over documents of every kind: document control.",
		"repository": "Rules over all documents together: whether what they say of each other agrees.",
		"syntax":     "Whether a file can be read.",
		"format":     "Whether a document is what its format says.",
		"assessment": "Rules over a Statement of Applicability and the assessment: asked by `aimslint soa check` alone ([soa.md](../soa.md)).",
		"binding":    "Whether what a native document names is there and says the same: sources of values, files, digests.",
		"exception":  "Whether what is accepted for a time is accepted by somebody, for a reason, until a day: [exceptions](../exceptions.md).",
		"schema":     "Whether a native document has the shape of its kind.",
	}[category]
}

func rulePage(r *rule.Rule, examples policies.ExampleSet) string {
	var page strings.Builder
	fmt.Fprintf(&page, "# %s\n\nRule `%s`, severity %s, evidence %s, profile %s.\n\n%s\n", r.Title, r.ID, r.Severity, r.Evidence, inForce(r), wrap(r.Description, 88, 0))
	fmt.Fprintf(&page, "\n## To mend it\n\n%s\n\n## Requirements\n\n", wrap(r.Remediation, 88, 0))
	for _, id := range r.Requirements {
		requirement, _ := catalog.Get(id)
		fmt.Fprintf(&page, "- %s: %s\n", id, requirement.Topic)
	}
	relevant(&page, r)
	if len(r.Parameters) > 0 {
		page.WriteString("\n## Parameters\n\n| name | default | meaning |\n|---|---|---|\n")
	}
	for _, p := range r.Parameters {
		fmt.Fprintf(&page, "| `%s` | `%v`%s | %s |\n", p.Name, p.Default, otherDefaults(p), p.Description)
	}
	pageExample(&page, "Fails", examples.Fail)
	pageExample(&page, "Passes", examples.Pass)
	fmt.Fprintf(&page, "\n## Configuration\n\n```yaml\n# .aimslint.yaml\nrules:\n  %s: off # or error, warning, note\n```\n", r.ID)
	return page.String()
}

// inForce is the least profile of a rule. Rules of the engine are in force under
// every profile.
func inForce(r *rule.Rule) rule.Profile { return cmp.Or(r.Profile, rule.Starter) }

// otherDefaults are the defaults of a parameter under other profiles.
func otherDefaults(p rule.Parameter) string {
	var text strings.Builder
	for _, profile := range slices.Sorted(maps.Keys(p.Profiles)) {
		fmt.Fprintf(&text, "; %s: `%v`", profile, p.Profiles[profile])
	}
	return text.String()
}

// relevant lists the parts of other frameworks for which the rule's requirements
// are relevant.
func relevant(page *strings.Builder, r *rule.Rule) {
	heading := "\n## Also relevant to\n\n"
	for _, f := range catalog.Frameworks() {
		var parts []string
		for _, id := range r.Requirements {
			for _, e := range f.For(id).Entries {
				if !slices.Contains(parts, e.ID) {
					parts = append(parts, e.ID)
				}
			}
		}
		if len(parts) > 0 {
			fmt.Fprintf(page, "%s- %s: %s\n", heading, f.Name, strings.Join(parts, ", "))
			heading = ""
		}
	}
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

// readmeTable is the part of the README between the two marks.
var readmeTable = regexp.MustCompile("(?s)(<!-- rules -->\n)(.*?)(<!-- /rules -->)")

// TestReadmeTable keeps the README's table of the rules.
func TestReadmeTable(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	found := readmeTable.FindSubmatch(readme)
	if found == nil {
		t.Fatal("the README has no table of the rules")
	}
	want := ruleTable()
	if *update {
		write(t, "../../README.md", readmeTable.ReplaceAll(readme, []byte("${1}"+want+"${3}")))
		return
	}
	if string(found[2]) != want {
		t.Error("the README's table of the rules is out of date: run go test ./cmd/aimslint -update")
	}
}

// ruleTable counts the rules of each category.
func ruleTable() string {
	type row struct{ rules, verified int }
	rows := map[string]*row{}
	var order []string
	for _, r := range scan.Rules() {
		if rows[r.Category()] == nil {
			rows[r.Category()] = new(row)
			order = append(order, r.Category())
		}
		rows[r.Category()].rules++
		if r.Evidence == rule.Verified {
			rows[r.Category()].verified++
		}
	}
	var table strings.Builder
	table.WriteString("| judged | rules | of them verify |\n|---|---:|---:|\n")
	for _, category := range order {
		fmt.Fprintf(&table, "| [%s](docs/rules/README.md#%s) | %d | %d |\n", category, category, rows[category].rules, rows[category].verified)
	}
	return table.String()
}

// TestProofPage keeps docs/proof.md, the table that 'aimslint rules prove'
// prints.
func TestProofPage(t *testing.T) {
	const file = "../../docs/proof.md"
	prover, err := prove.New(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	proofs, err := prover.Library(t.Context(), scan.Rules())
	if err != nil {
		t.Fatal(err)
	}
	want := proofPage(proofs)
	if *update {
		write(t, file, []byte(want))
	}
	page, err := os.ReadFile(file)
	if err != nil || string(page) != want {
		t.Errorf("docs/proof.md is not what the proof comes to (%v): run go test ./cmd/aimslint -update", err)
	}
}

func proofPage(proofs []*prove.Proof) string {
	var rows strings.Builder
	total, survivors := 0, 0
	for _, p := range proofs {
		fmt.Fprintf(&rows, "| [%s](rules/%s.md) | %d | %d | %d | %d | %d | %d |\n", p.Rule, p.Rule, len(p.Fields), len(p.Mutants),
			p.Count(prove.TheRule), p.Count(prove.Schema), p.Count(prove.Another), p.Count(prove.Nobody))
		total += len(p.Mutants)
		survivors += p.Count(prove.Nobody)
	}
	return fmt.Sprintf(`<!-- Made by go test ./cmd/aimslint -update. -->

# Proof of the rules

A rule that is content with everything proves nothing about those who pass it. So each rule's
passing example is spoiled, field by field: the field is removed, left empty or blank, filled with a
placeholder, null or an empty list, given a value of another type, a bare `+"`true`"+`, a day that does not
exist, a word in capitals where a vocabulary is fixed; and where the rule compares, a value that
disagrees, a day long past, a name that nothing has, the author as approver. Each time the rule
must object, or the schema, or another rule at that field; values that disagree the rule itself.
A test fails if a mutant survives. `+"`aimslint rules prove`"+` prints this table.

**%d rules, %d mutants, %d survive: %.1f %% found.**

| rule | fields | mutants | found by the rule | by the schema | by another rule | survive |
|---|---:|---:|---:|---:|---:|---:|
%s`, len(proofs), total, survivors, 100*float64(total-survivors)/float64(max(total, 1)), rows.String())
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
	want := beginning(printed.String())
	if *update {
		fresh := screen.ReplaceAllFunc(readme, func([]byte) []byte {
			return bytes.Join([][]byte{shown[1], []byte(want), shown[4]}, nil)
		})
		write(t, "../../README.md", fresh)
		return
	}
	if string(shown[3]) != want {
		t.Error("the README's screen is not what the command prints: run go test ./cmd/aimslint -update")
	}
}

// beginning is the first findings of a screen and its last line.
func beginning(screen string) string {
	const paragraphs = 7
	parts := strings.Split(screen, "\n\n")
	if len(parts) <= paragraphs+1 {
		return screen
	}
	return strings.Join(append(parts[:paragraphs], "...", parts[len(parts)-1]), "\n\n")
}

var gapScreen = regexp.MustCompile("(?s)(```console\n\\$ go run ./cmd/aimslint gap testdata/clinic-broken --by phase --as-of 2026-11-22\n)(.*?)(```)")

// TestGapScreens compares what the gap analysis prints with the screens that the
// README and its page show.
func TestGapScreens(t *testing.T) {
	directory, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	run, err := scan.Check(t.Context(), scan.Request{Directory: directory, Paths: []string{"testdata/clinic-broken"}, AsOf: "2026-11-22", Assess: true})
	if err != nil {
		t.Fatal(err)
	}
	var printed bytes.Buffer
	if err := report.WriteGap(&printed, &report.Gap{Run: run, Analysis: gap.Of(run.Assessment, nil, nil), By: "phase"}, report.Options{}); err != nil {
		t.Fatal(err)
	}
	const paragraphs = 5 // up to the first step
	want := strings.Join(append(strings.Split(printed.String(), "\n\n")[:paragraphs], "...\n"), "\n\n")
	for _, file := range []string{"../../README.md", "../../docs/assessment.md"} {
		page, err := os.ReadFile(file) //nolint:gosec // a page of ours
		if err != nil {
			t.Fatal(err)
		}
		shown := gapScreen.FindSubmatch(page)
		switch {
		case shown == nil:
			t.Errorf("%s shows no screen of `aimslint gap`", file)
		case *update:
			write(t, file, bytes.Replace(page, shown[0], bytes.Join([][]byte{shown[1], []byte(want), shown[3]}, nil), 1))
		case string(shown[2]) != want:
			t.Errorf("the screen in %s is not what the command prints: run go test ./cmd/aimslint -update", file)
		}
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
