package scan_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/scan"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// project writes files and gives their folder.
func project(t *testing.T, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, content := range files {
		full := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// check checks a folder and gives the outcome.
func check(t *testing.T, folder string, rules ...string) *report.Run {
	t.Helper()
	run, err := scan.Check(t.Context(), scan.Request{Directory: folder, AsOf: "2026-11-22", Rules: rules})
	if err != nil {
		t.Fatal(err)
	}
	return run
}

// under is the text under the span of a finding.
func under(text *syntax.Text, at finding.Location) string {
	return string(text.Bytes[text.Offset(at.Span.Start):text.Offset(at.Span.End)])
}

// Every finding points at the key or the value that is wrong, in all
// languages and however the text is written.
func TestPlaces(t *testing.T) {
	const (
		card     = "model-card.yaml"
		register = "risk-register.md"
	)
	for _, test := range []struct {
		name, file, content, rule, want string
	}{
		{"plain scalar", card, "kind: model-card\nmetadata:\n  owner: TBD\n", "document/owner", "TBD"},
		{"CRLF", card, "kind: model-card\r\nmetadata:\r\n  owner: TBD\r\n", "document/owner", "TBD"},
		{"byte order mark", card, "\uFEFFkind: model-card\nmetadata:\n  owner: TBD\n", "document/owner", "TBD"},
		{"byte order mark, first line", card, "\uFEFF{kind: model-card, metadata: {owner: TBD}}\n", "document/owner", "TBD"},
		{"flow map", card, "{kind: model-card, metadata: {id: x, owner: TBD}}\n", "document/owner", "TBD"},
		{"wide characters before", card, "{kind: model-card, metadata: {id: 日本😀, owner: \"TBD\"}}\n", "document/owner", `"TBD"`},
		{"tab before", card, "kind: model-card\nmetadata: {id: x,\towner: TBD}\n", "document/owner", "TBD"},
		{"comment behind", card, "kind: model-card\nmetadata:\n  owner: TBD # ask\n", "document/owner", "TBD"},
		{"single quotes", card, "kind: model-card\nmetadata:\n  owner: 'TBD'\n", "document/owner", "'TBD'"},
		{"block scalar", card, "kind: model-card\nmetadata:\n  owner: |\n    TBD\n", "document/owner", "owner"},
		{"folded scalar", card, "kind: model-card\nmetadata:\n  owner: >-\n    TBD\n  id: x\n", "document/owner", "owner"},
		{"empty value", card, "kind: model-card\nmetadata:\n  owner:\n  id: x\n", "document/owner", "owner"},
		{"null", card, "kind: model-card\nmetadata:\n  owner: ~\n", "document/owner", "~"},
		{"blank", card, "kind: model-card\nmetadata:\n  owner: '  '\n", "document/owner", "'  '"},
		{"absent in a map", card, "kind: model-card\nmetadata:\n  id: x\n", "document/owner", "metadata"},
		{"anchor", card, "kind: model-card\nmetadata:\n  owner: &o TBD\n", "document/owner", "TBD"},
		{"alias", card, "x-unknown: &o TBD\nkind: model-card\nmetadata:\n  owner: *o\n", "document/owner", "TBD"},
		{"merge", card, "kind: model-card\nmetadata:\n  <<: {owner: TBD}\n  id: x\n", "document/owner", "TBD"},
		{"second document", card, "kind: model-card\nmetadata: {owner: a}\n---\nkind: model-card\nmetadata: {owner: TBD}\n", "document/owner", "TBD"},
		{"wrong type", card, "kind: model-card\nintended_use:\n  - screening\n", "schema/wrong-type", "intended_use"},
		{"malformed day", card, "kind: model-card\nmetadata:\n  next_review: 2026-13-01\n", "schema/malformed", "2026-13-01"},
		{"malformed day in an item", card, "kind: model-card\nevaluation:\n  - {metric: auc, on: soon}\n", "schema/malformed", "soon"},
		{"unknown key", card, "kind: model-card\nmetadata:\n  \"ownr\": x\n", "schema/unknown-key", `"ownr"`},
		{"duplicate key", card, "kind: model-card\nmetadata: {id: x}\nmetadata: {id: y}\n", "syntax/duplicate-key", "metadata"},
		{"complex key", card, "kind: model-card\n? [a, b]\n: 1\n", "syntax/complex-key", "[a, b]"},
		{"template", card, "kind: model-card\nmetadata:\n  owner: {{ owner }}\n", "syntax/complex-key", "{ owner }"},
		{"placeholder that no rule asks for", card, "kind: model-card\nmetadata:\n  language: [TBD]\n", "document/placeholder", "TBD"},

		{"JSON", "model-card.json", `{"kind": "model-card", "metadata": {"owner": "TBD"}}`, "document/owner", `"TBD"`},
		{"JSON on lines", "model-card.json", "{\r\n\t\"kind\": \"model-card\",\r\n\t\"metadata\": {\r\n\t\t\"owner\": \"TBD\"\r\n\t}\r\n}\r\n", "document/owner", `"TBD"`},
		{"JSON with a mark", "model-card.json", "\uFEFF{\"metadata\": {\"owner\": null}, \"kind\": \"model-card\"}", "document/owner", "null"},
		{"JSON with escapes", "model-card.json", `{"kind": "model-card", "m\u0065tadata": {"id": "日本\u00e9", "owner": "T\u0042D"}}`, "document/owner", `"T\u0042D"`},
		{"JSON duplicate key", "model-card.json", `{"kind": "model-card", "limitations": ["x"], "limitations": []}`, "syntax/duplicate-key", `"limitations"`},
		{"JSON absent", "model-card.json", `{"kind": "model-card", "metadata": {"id": "x"}}`, "document/owner", `"metadata"`},
		{"JSON that ends", "model-card.json", `{"kind": "model-card", "metadata": {"id": "x"}`, "syntax/invalid", "{"},

		{
			"front matter", "README.md", "---\r\nlicense: TBD\r\npipeline_tag: text-classification\r\ntags: [x]\r\n---\r\n# Card\r\n",
			"model-card/licence", "TBD",
		},
		{
			"front matter with a mark", "README.md", "\uFEFF---\nlicense: TBD\npipeline_tag: text-classification\ntags: [x]\n---\n# Card\n",
			"model-card/licence", "TBD",
		},
		{
			"cell of a table", register,
			"# Risk register\n\n| ID | Risk | Likelihood | Impact | Owner |\n|---|---|---|---|---|\n| R1 | Fails | high | low | TBD |\n| R2 | Drifts | low | low | lead |\n",
			"risk-register/risk-owner", "TBD",
		},
		{
			"cell behind wide ones", register,
			"# Risk register\r\n\r\n|ID|Risk|Likelihood|Impact|Owner|\r\n|-|-|-|-|-|\r\n|R1|日本 😀|high|low|**TBD**|\r\n|R2|Drifts|low|low|lead|\r\n",
			"risk-register/risk-owner", "TBD",
		},
		{
			"CSV", "risk-register.csv", "id,risk,likelihood,impact,owner\r\nR1,\"Fails, 日本\",high,low,TBD\r\nR2,Drifts,low,low,lead\r\n",
			"risk-register/risk-owner", "TBD",
		},
		{
			"CSV in quotes", "risk-register.csv", "\uFEFFid;risk;likelihood;impact;owner\nR1;\"two\nlines\";high;low;\"TBD\"\nR2;Drifts;low;low;lead\n",
			"risk-register/risk-owner", `"TBD"`,
		},
		{
			"CSV with a short row", "risk-register.csv", "id,risk,likelihood,impact,owner\nR1,Fails\nR2,Drifts,low,low,lead\n",
			"syntax/invalid", "R1,Fails",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			run := check(t, project(t, map[string]string{test.file: test.content}), test.rule)
			text := syntax.NewText(test.file, []byte(test.content))
			places := make([]string, len(run.Findings))
			for i := range run.Findings {
				places[i] = under(text, run.Findings[i].Location)
			}
			if !slices.Contains(places, test.want) {
				t.Errorf("%s points at %q, want %q", test.rule, places, test.want)
			}
		})
	}
}

// No finding lies at the head of a file for want of a better place.
func TestNoPlaceIsInvented(t *testing.T) {
	for file, content := range map[string]string{
		"model-card.yaml":    "# about\n\nkind: model-card\n",
		"model-card.json":    "\n\n {\"kind\": \"model-card\"}",
		"data-manifest.yaml": "---\n# about\nkind: data-manifest\ndatasets:\n- id: a\n",
		"risk-register.yaml": "# about\n---\nkind: risk-register\nrisks: [{id: a}]\n",
		"MODEL_CARD.md":      "\n\n# Model card\n\n## Intended use\n\nTriage.\n\n## Limitations\n\nTBD\n",
		"README.md":          "---\nlicense: mit\npipeline_tag: text-classification\n---\n\n# x\n",
	} {
		run := check(t, project(t, map[string]string{file: content}))
		if len(run.Findings) == 0 || len(run.Documents) != 1 {
			t.Errorf("%s: %d findings in %d documents", file, len(run.Findings), len(run.Documents))
		}
		text := syntax.NewText(file, []byte(content))
		for i := range run.Findings {
			at := run.Findings[i].Location
			if at.Span.Start == (syntax.Position{Line: 1, Column: 1}) || strings.TrimSpace(under(text, at)) == "" {
				t.Errorf("%s: %s points at %q at %s", file, run.Findings[i].Rule.ID, under(text, at), at.Span.Start)
			}
		}
	}
}

// A line of ten megabytes with thousands of faults takes no more than the same
// on many lines.
func TestFaultsInOneLongLine(t *testing.T) {
	items := make([]string, 5000)
	for i := range items {
		items[i] = fmt.Sprintf(`{"metric": "é%s", "datset": "%d"}`, strings.Repeat("x", 400), i)
	}
	content := `{"kind": "model-card", "evaluation": [` + strings.Join(items, ", ") + "]}"
	run := check(t, project(t, map[string]string{"model-card.json": content}), "schema/unknown-key")
	if len(run.Findings) != len(items) {
		t.Fatalf("%d findings, want %d", len(run.Findings), len(items))
	}
	text := syntax.NewText("model-card.json", []byte(content))
	for i := range run.Findings {
		if at := run.Findings[i].Location; under(text, at) != `"datset"` || len(at.Line) > 4096 {
			t.Fatalf("finding %d points at %q, and its excerpt has %d bytes", i, under(text, at), len(at.Line))
		}
	}
}
