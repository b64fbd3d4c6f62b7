package syntax

import (
	"bytes"
	"fmt"
	"regexp"
	"sync"

	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	markdown "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// parseMarkdown reads CommonMark (https://spec.commonmark.org/0.31.2/) with
// the tables and task lists of GitHub, after YAML front matter if there is
// some.
func parseMarkdown(tree *Tree, limits Limits) {
	body := parseFrontMatter(tree, limits)
	source := tree.Text.Bytes[body:]
	context := parser.NewContext()
	guard := newGuard(limits)
	context.Set(guardKey, guard)
	root := markdownParser().Parse(markdown.NewReader(source), parser.WithContext(context))
	outliner := newOutliner(tree.Text, body)
	tree.Outline = outliner.outline(root)
	tree.body, tree.comments = body, htmlComments(root, tree.Text, body)
	beyond := func(at int, message string) {
		if at >= 0 {
			span := NewNode(Null, tree.Text, body+at, body+at+1).Span()
			tree.Problems = append(tree.Problems, Problem{Rule: Limit, Message: message, Text: tree.Text, Span: span})
		}
	}
	beyond(guard.tooDeep, fmt.Sprintf("Lists and quotations are nested deeper than the limit of %d levels", limits.Depth))
	beyond(outliner.tooMany, fmt.Sprintf("There are more than %d headings; the rest open no section", maxSections))
	beyond(guard.tooWide, fmt.Sprintf("The tables of this file have more than %d cells; this one is taken as plain text", limits.Nodes))
	beyond(guard.tooCostly, "There are more links and emphasis in one paragraph than can be read; the rest is taken as plain text")
}

// parseFrontMatter adds the front matter to the tree and gives the offset at
// which the body begins. Front matter stands between a first line "---" and
// the next such line, and says something under keys; else the first line is a
// thematic break and all is body.
func parseFrontMatter(tree *Tree, limits Limits) (body int) {
	content := tree.Text.Bytes
	head := 0
	if bytes.HasPrefix(content, byteOrderMark) {
		head = len(byteOrderMark)
	}
	open := fence.FindIndex(content[head:])
	if open == nil || open[0] != 0 {
		return head
	}
	start := head + open[1]
	shut := fence.FindIndex(content[start:])
	if shut == nil {
		return head
	}
	end, body := start+shut[0], start+shut[1]
	if templated.Match(content[start:end]) {
		return body
	}
	values, problems := parseYAMLDocuments(tree.Text, start, end, limits)
	isMap := len(values) > 0 && values[0].Kind == Map
	isBroken := len(problems) > 0 && keyed.Match(content[start:end])
	if !isMap && !isBroken {
		return head
	}
	tree.Values, tree.Problems = values, append(tree.Problems, problems...)
	return body
}

var (
	fence = regexp.MustCompile(`(?m)^---[ \t]*(?:\r?\n|\z)`)
	keyed = regexp.MustCompile(`(?m)^[\w-]+[ \t]*:(?:\s|$)`)
	// templated is front matter that a template engine is still to fill in.
	// It is no YAML yet, and no fault.
	templated = regexp.MustCompile(`(?m)^[ \t]*(?:- +|[\w-]+:[ \t]+)*(?:\{\{|\{%)`)
)

var markdownParser = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(guardedContainer{parser.NewListParser()}, 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(guardedContainer{parser.NewBlockquoteParser()}, 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(guardedLinks{parser.NewLinkParser()}, 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewRawHTMLParser(), 400),
			util.Prioritized(guardedEmphasis{parser.NewEmphasisParser()}, 500),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(guardedDefinitions{parser.LinkReferenceParagraphTransformer}, 100),
			util.Prioritized(guardedTables{extension.NewTableParagraphTransformer()}, 200),
		),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
	)
})
