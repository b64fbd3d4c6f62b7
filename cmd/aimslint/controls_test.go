package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/config"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/scan"
)

// TestControlsPage compares docs/controls.md with the catalogue, the
// crosswalks and the rules.
func TestControlsPage(t *testing.T) {
	const file = "../../docs/controls.md"
	want := controlsPage(catalog.Serve(scan.Rules()))
	if *update {
		write(t, file, []byte(want))
	}
	page, err := os.ReadFile(file)
	if err != nil || string(page) != want {
		t.Errorf("docs/controls.md is not what the catalogue and the rules say (%v): run go test ./cmd/aimslint -update", err)
	}
}

// TestNoRuleClaimsMore demands that no rule verifies what the catalogue says
// can only be attested: one of the two is wrong.
func TestNoRuleClaimsMore(t *testing.T) {
	for _, s := range catalog.Serve(scan.Rules()) {
		if s.Machine == catalog.Attested && s.JudgedBy() == catalog.Verified {
			t.Errorf("%s is verified by a rule of %v, and pkg/catalog/catalog.json says that a machine can only hear it attested", s.ID, s.RuleIDs())
		}
	}
}

// TestNoRequirementIsEmpty demands that under the default profile every
// requirement has a rule, or is left to people for a reason.
func TestNoRequirementIsEmpty(t *testing.T) {
	asked := slices.DeleteFunc(slices.Clone(scan.Rules()), func(r *rule.Rule) bool { return !config.Default().Enabled(r) })
	served := catalog.Serve(asked)
	if len(served) != 32+38 {
		t.Errorf("there are %d requirements, want 70", len(served))
	}
	var people []string
	for _, s := range served {
		switch s.JudgedBy() {
		case catalog.HumanReview:
			people = append(people, s.ID)
			if s.Reason == "" {
				t.Errorf("%s is left to people without a reason", s.ID)
			}
		case catalog.Attested, catalog.Verified:
		default:
			t.Errorf("%s (%s) has no rule", s.ID, s.Topic)
		}
	}
	if want := []string{"4.4", "5.1", "7.1", "8.1", "10.1"}; !slices.Equal(people, want) {
		t.Errorf("left to people are %v, want %v", people, want)
	}
}

func controlsPage(served []catalog.Served) string {
	var page strings.Builder
	page.WriteString("<!-- Made from the catalogue and the rules by `go test ./cmd/aimslint -update`. -->\n\n# Requirements\n\n")
	fmt.Fprintf(&page, "The 32 clauses and 38 Annex A controls of %s:%s, in words of our own: what each\nexpects, what shows it, and which rules serve it. "+
		"`aimslint controls show ID` prints one\nin the terminal, `aimslint controls coverage` the table of how each is judged.\n\n", catalog.Standard, catalog.Edition)
	fmt.Fprintf(&page, "- **verified**: a rule holds documents against other evidence in the repository.\n- **attested**: rules hear what documents say of themselves.\n"+
		"- **human-review**: people judge it; rules only corroborate it.\n- **no rule yet**: nothing judges it.\n\n%s.\n\n", coverageTotals(served))
	page.WriteString(catalog.MappingMeans + "\n`aimslint controls list --framework ID` lists one framework:\n\n| id | framework | about |\n|---|---|---|\n")
	for _, f := range catalog.Frameworks() {
		fmt.Fprintf(&page, "| `%s` | [%s](%s) | %s |\n", f.ID, f.Name, f.Source, f.Title)
	}
	group := ""
	for _, s := range served {
		if s.Group != group {
			group = s.Group
			fmt.Fprintf(&page, "\n## %s %s\n", group, groupTitle(group))
		}
		writeControl(&page, s)
	}
	return page.String()
}

func groupTitle(id string) string {
	for _, g := range catalog.Groups() {
		if g.ID == id {
			return g.Title
		}
	}
	return ""
}

func writeControl(page *strings.Builder, s catalog.Served) {
	fmt.Fprintf(page, "\n### %s %s\n\n%s\n\n", s.ID, s.Topic, wrap(s.Expectation, 88, 0))
	fmt.Fprintf(page, "- What shows it: %s\n- Documents: %s\n- Judged by: %s\n", s.Evidence, strings.Join(s.Documents, ", "),
		strings.TrimSpace(fmt.Sprintf("**%s** %s", s.JudgedBy(), s.Reason)))
	if len(s.Rules) > 0 {
		links := make([]string, len(s.Rules))
		for i, r := range s.Rules {
			links[i] = fmt.Sprintf("[%s](rules/%s.md)", r.ID, r.ID)
		}
		fmt.Fprintf(page, "- Rules: %s\n", strings.Join(links, ", "))
	}
	var mapped []string
	for _, f := range catalog.Frameworks() {
		ids := make([]string, 0, len(f.Entries))
		for _, e := range f.For(s.ID).Entries {
			ids = append(ids, e.ID)
		}
		if len(ids) > 0 {
			mapped = append(mapped, f.Name+" ("+strings.Join(ids, ", ")+")")
		}
	}
	if len(mapped) > 0 {
		fmt.Fprintf(page, "- Relevant to: %s\n", strings.Join(mapped, "; "))
	}
}
