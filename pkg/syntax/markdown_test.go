package syntax

import (
	"fmt"
	"strings"
	"testing"
)

func parse(tb testing.TB, content string) *Tree {
	tb.Helper()
	return Parse(NewText("card.md", []byte(content)), Markdown, DefaultLimits())
}

// dump writes an outline as lines: a heading with its level, then its blocks.
func dump(section *Section) string {
	var b strings.Builder
	var visit func(*Section)
	visit = func(s *Section) {
		if s.Heading != nil {
			fmt.Fprintf(&b, "%d %s\n", s.Level, s.Heading.Scalar)
		}
		for _, block := range s.Blocks {
			dumpBlock(&b, block)
		}
		for _, child := range s.Sections {
			visit(child)
		}
	}
	visit(section)
	return b.String()
}

func dumpBlock(b *strings.Builder, block Block) {
	switch block.Kind {
	case Paragraph:
		fmt.Fprintf(b, "p %s\n", block.Text.Scalar)
	case BulletList:
		for _, item := range block.Items {
			fmt.Fprintf(b, "- %s\n", item.Scalar)
		}
	case TableBlock:
		for _, row := range append([][]*Node{block.Table.Header}, block.Table.Rows...) {
			for _, cell := range row {
				fmt.Fprintf(b, "|%s", cell.Scalar)
			}
			b.WriteString("|\n")
		}
	}
	for _, pair := range block.Pairs {
		fmt.Fprintf(b, "= %s: %s\n", pair.Key.Scalar, plain(pair.Value))
	}
}

func plain(n *Node) string {
	if n.Kind != List {
		return n.Scalar
	}
	var items []string
	for _, item := range n.Items {
		items = append(items, item.Scalar)
	}
	return "[" + strings.Join(items, ", ") + "]"
}

func TestOutline(t *testing.T) {
	for name, test := range map[string]struct{ in, want string }{
		"headings of both kinds": {
			"before\n\n# One #\n\nfirst\n\nTwo\n---\n\n### **Three** [link](http://x) `code`\n\n## Four",
			"p before\n1 One\np first\n2 Two\n3 Three link code\n2 Four\n",
		},
		"no heading in code or comments, no mark-up in raw HTML": {
			"```\n# no\n```\n\n    # no\n\n<!--\n# no\n-->\n\n<div>\n# no\n</div>\n\n~~~ python\nx: 1\n~~~\n\n# yes",
			"p # no\n1 yes\n",
		},
		"headings, lists and paragraphs in HTML": {
			"<h2 align=\"center\">Intended <b>use</b></h2>\n<p>For &amp; by\nnurses</p>\n<ul><li>one</li>\n<li>two</li></ul>\n\n<details><summary>Training data</summary>\n\ntext\n\n</details>\n\n<!-- <h2>no</h2> -->\n<script>\n<h2>no</h2>\n</script>\n",
			"2 Intended use\np For & by nurses\n- one\n- two\n7 Training data\np text\n",
		},
		"simple tables in HTML": {
			"<table>\n<tr><th>Metric</th><th>Value</th></tr>\n<tr><td>AUROC</td><td><b>0.91</b></td></tr>\n<tr><td colspan=2>no</td></tr>\n</table>\n",
			"|Metric|Value|\n|AUROC|0.91|\n",
		},
		"text within details is read": {
			"<details>\n\ntext\n\n</details>",
			"p text\n",
		},
		"mark-up is left out": {
			"a *b* **c** `d*` [e](f \"g\") ![h](i) <br> j &amp; k \\* <mailto:l@m.org>\nn",
			"p a b c d* e   j & k * mailto:l@m.org n\n",
		},
		"lists": {
			"- a\n- b\n  1. c\n\n     more\n- [x] d\n",
			"- a\n- b\n- c more\n- d\n",
		},
		"quotations are text": {
			"> **Status:** draft  \n> **Date:** 2026-01-02\n",
			"p Status: draft Date: 2026-01-02\n= Status: draft\n= Date: 2026-01-02\n",
		},
		"tables": {
			"| A | **B** |\n|---|:-:|\n| 1 | `x\\|y` |\n| | 3 | 4 |\n| 5 |\n",
			"|A|B|\n|1|x|y|\n||3|\n|5||\n",
		},
		"pairs": {
			"- **Licence:** MIT\n- **Version**: 1.10\n- Owner: the *team*\n- **Users**\n  - nurses\n  - doctors\n- **Task: triage**\n- **Tone** calm\n- https://x.org\n",
			"- Licence: MIT\n- Version: 1.10\n- Owner: the team\n- Users\n- nurses\n- doctors\n- Task: triage\n- Tone calm\n- https://x.org\n" +
				"= Licence: MIT\n= Version: 1.10\n= Owner: the team\n= Users: [nurses, doctors]\n= Task: triage\n= Tone: calm\n",
		},
		"a pair goes on to the next one": {
			"**Developer** A company\nof two\n**Date:** today",
			"p Developer A company of two Date: today\n= Developer: A company of two\n= Date: today\n",
		},
		"a short line in bold is a heading": {
			"## Uses\n\n**Out of scope:**\n\nnone\n\n**This is a sentence.**\n",
			"2 Uses\n7 Out of scope:\np none\np This is a sentence.\n",
		},
	} {
		t.Run(name, func(t *testing.T) {
			tree := parse(t, test.in)
			if got := dump(tree.Outline.Root); got != test.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, test.want)
			}
			if crlf := dump(parse(t, strings.ReplaceAll(test.in, "\n", "\r\n")).Outline.Root); crlf != test.want {
				t.Errorf("with CRLF got:\n%s\nwant:\n%s", crlf, test.want)
			}
		})
	}
}

func TestPlaces(t *testing.T) {
	const content = "\uFEFF---\r\nlicense: mit\r\n---\r\n# Ä *card*\r\n\r\n- **Owner:** é team\r\n\r\n| a | b |\r\n|---|---|\r\n| ü | |\r\n| x |\r\n"
	tree := parse(t, content)
	if len(tree.Problems) > 0 {
		t.Fatal(tree.Problems)
	}
	section := tree.Outline.Root.Sections[0]
	pair, table := section.Blocks[0].Pairs[0], section.Blocks[1].Table
	for _, test := range []struct {
		node   *Node
		source string
		place  string
	}{
		{tree.Values[0].Get("license"), "mit", "2:10"},
		{section.Heading, "Ä *card", "4:3"},
		{pair.Key, "Owner", "6:5"},
		{pair.Value, "é team", "6:14"},
		{table.Header[1], "b", "8:7"},
		{table.Rows[0][0], "ü", "10:3"},
		{table.Rows[0][1], "", "10:7"},
		{table.Rows[1][1], "", "11:6"},
	} {
		if got, place := test.node.Source(), test.node.Span().Start.String(); got != test.source || place != test.place {
			t.Errorf("%q: under the span stands %q at %s, not %q at %s", test.node.Scalar, got, place, test.source, test.place)
		}
	}
}

func TestFrontMatter(t *testing.T) {
	for name, test := range map[string]struct {
		in       string
		fields   int
		body     string
		problems int
	}{
		"none":                   {"# a\n---\nb: c\n---\n", 0, "1 a\n2 b: c\n", 0},
		"not on the first line":  {"\n---\na: b\n---\n", 0, "2 a: b\n", 0},
		"a later rule":           {"---\na: b\n---\nx\n\n---\n\ny: z\n", 1, "p x\np y: z\n= y: z\n", 0},
		"never closed":           {"---\na: b\n", 0, "p a: b\n= a: b\n", 0},
		"text between two rules": {"---\n\nSome words\n\n---\n# a\n", 0, "p Some words\n1 a\n", 0},
		"four dashes":            {"----\na: b\n---\n", 0, "2 a: b\n", 0},
		"closed at the end":      {"---\na: b\n---", 1, "", 0},
		"trailing blanks":        {"--- \na: b\n---\t\nx", 1, "p x\n", 0},
		"no YAML":                {"---\na: [b\n---\nx\n", 0, "p x\n", 1},
		"template":               {"---\n{{ card_data }}\n---\nx\n", 0, "p x\n", 0},
		"template in a value":    {"---\nlicense: {{ license }}\n---\nx\n", 0, "p x\n", 0},
	} {
		t.Run(name, func(t *testing.T) {
			tree := parse(t, test.in)
			fields := 0
			if len(tree.Values) > 0 {
				fields = len(tree.Values[0].Fields)
			}
			if fields != test.fields || len(tree.Problems) != test.problems {
				t.Errorf("%d fields and problems %v, want %d and %d", fields, tree.Problems, test.fields, test.problems)
			}
			if body := dump(tree.Outline.Root); body != test.body {
				t.Errorf("body:\n%s\nwant:\n%s", body, test.body)
			}
		})
	}
}

func TestDeepNestingIsBounded(t *testing.T) {
	for name, content := range map[string]string{
		"quotations": "# a\n\n" + strings.Repeat(">", 100_000) + " deep",
		"lists":      "# a\n\n" + strings.Repeat("- ", 100_000) + "deep",
		"numbers":    "# a\n\n" + strings.Repeat("1. ", 100_000) + "deep",
		"mixed":      "# a\n\n" + strings.Repeat("> + ", 50_000) + "deep",
	} {
		t.Run(name, func(t *testing.T) {
			tree := parse(t, content)
			if len(tree.Problems) != 1 || tree.Problems[0].Rule != Limit || tree.Problems[0].Span.Start.Line != 3 {
				t.Errorf("problems %v", tree.Problems)
			}
			if got := tree.Outline.Root.Sections[0].Heading.Scalar; got != "a" {
				t.Errorf("heading %q", got)
			}
		})
	}
}

func TestCostIsBounded(t *testing.T) {
	for _, unit := range []string{"*a_ ", "[a](<b", "[a](\"", "[a](", "![a](b", "[a]: b\n"} {
		t.Run(unit, func(t *testing.T) {
			tree := parse(t, strings.Repeat(unit, 1_000_000/len(unit)))
			if len(tree.Problems) != 1 || tree.Problems[0].Rule != Limit {
				t.Errorf("problems %v", tree.Problems)
			}
		})
	}
}

func FuzzMarkdown(f *testing.F) {
	for _, seed := range []string{
		"---\na: b\n---\n# c\n\n- **k:** v\n  - w\n\n|a|b|\n|-|-|\n|1|`x\\|y`|\n|2|\n", "\uFEFF---\r\n---\r\n", "> - > 1. a\n\n**b**\n",
		"a\n===\n\n<!-- x -->\n\n```\n# no\n```\n", "![a](b) <c@d.e> [f][g] &amp; \\*\n\n[g]: h\n", "Key: v\nlazy\n\tcode",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, content string) {
		tree := parse(t, content)
		if tree.Outline == nil {
			if len(tree.Problems) == 0 {
				t.Error("neither an outline nor a problem")
			}
			return
		}
		check(t, tree.Outline.Root, len(content))
		for _, problem := range tree.Problems {
			if problem.Message == "" || problem.Text == nil {
				t.Errorf("problem without words or text: %+v", problem)
			}
		}
	})
}

// check demands that every node of a section lies within the text.
func check(t *testing.T, section *Section, size int) {
	t.Helper()
	for _, node := range nodes(section) {
		if start, end := node.Offsets(); start < 0 || start > end || end > size {
			t.Errorf("%q is said to stand at %d to %d of %d", node.Scalar, start, end, size)
		}
	}
	for _, child := range section.Sections {
		if child.Level <= section.Level {
			t.Errorf("a section of level %d stands in one of level %d", child.Level, section.Level)
		}
		check(t, child, size)
	}
}

func nodes(section *Section) []*Node {
	var all []*Node
	if section.Heading != nil {
		all = append(all, section.Heading)
	}
	for _, block := range section.Blocks {
		if block.Text != nil {
			all = append(all, block.Text)
		}
		all = append(all, block.Items...)
		for _, pair := range block.Pairs {
			all = append(all, pair.Key, pair.Value)
		}
		if block.Table != nil {
			all = append(all, block.Table.Header...)
			for _, row := range block.Table.Rows {
				all = append(all, row...)
			}
		}
	}
	return all
}

func BenchmarkMarkdown(b *testing.B) {
	content := []byte("---\nlicense: mit\ntags: [a, b]\n---\n" + strings.Repeat("# Card\n\n## Intended use\n\nSome *text* about **use** with `code`.\n\n- **Owner:** team\n- **Version:** 1.2\n\n| metric | value |\n|---|---|\n| AUC | 0.8 |\n\n```\ncode\n```\n", 20))
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		Parse(NewText("card.md", content), Markdown, DefaultLimits())
	}
}

// A short row is given as many cells as the header has: a file of 1 MB could
// ask for a thousand million.
func TestWideTablesAreBounded(t *testing.T) {
	text := "# A\n\n|" + strings.Repeat("a|", 10_000) + "\n|" + strings.Repeat("-|", 10_000) + "\n" + strings.Repeat("|b|\n", 1000)
	tree := Parse(NewText("a.md", []byte(text)), Markdown, DefaultLimits())
	if len(tree.Problems) != 1 || tree.Problems[0].Rule != Limit || tree.Problems[0].Span.Start.Line != 3 {
		t.Errorf("%+v", tree.Problems)
	}
	for _, block := range tree.Outline.Root.Sections[0].Blocks {
		if block.Table != nil {
			t.Error("the table is read")
		}
	}
}

func TestHeadingsAreBounded(t *testing.T) {
	text := strings.Repeat("# A\n\n", maxSections+2)
	tree := Parse(NewText("a.md", []byte(text)), Markdown, DefaultLimits())
	if got := len(tree.Outline.Root.Sections); got != maxSections {
		t.Errorf("%d sections", got)
	}
	if len(tree.Problems) != 1 || tree.Problems[0].Rule != Limit || tree.Problems[0].Span.Start.Line != 2*maxSections+1 {
		t.Errorf("%+v", tree.Problems)
	}
}
