package exception

import (
	"regexp"
	"strings"
	"time"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// mark begins a comment that accepts findings.
const mark = "aimslint:ignore"

// form is how such a comment is written.
const form = "`" + mark + " RULE reason until DATE`"

// alike finds comments that were meant to be one.
var alike = regexp.MustCompile(`(?i)^aimslint[\s:._-]*(?:ignore|disable|waive|skip|suppress|accept)(?:[\s:._-]|$)`)

// Comments are the comments of a text that accept findings, or were meant to. A
// comment beside a value accepts what is found on its line; one on lines of its own
// what is found on the next line that holds something. JSON and CSV have none.
func Comments(tree *syntax.Tree, known Known) []*Exception {
	var found []*Exception
	for _, n := range tree.Comments("aimslint") {
		if !alike.MatchString(n.Scalar) {
			continue
		}
		e := comment(n.Scalar)
		at := inText(n.Text(), oneLine(n))
		e.place = func(string) place { return at }
		e.Kind, e.Location, e.line = finding.ByIgnore, at.Location, lineOf(n, tree.Language)
		if e.problem != "" {
			e.reject(malformed, "", e.problem)
		}
		if !e.void && document.IsPlaceholder(n.DeriveString(e.Reason)) {
			e.reject(incomplete, "", e.name()+" gives no reason"+placeholder(n.DeriveString(e.Reason))+".")
		}
		e.check(known)
		found = append(found, &e.Exception)
	}
	return found
}

// parsed is what a comment says, or what is wrong with it.
type parsed struct {
	Exception

	problem string // a sentence
}

// comment takes the words of a comment apart.
func comment(words string) parsed {
	var p parsed
	fields := strings.Fields(words)
	if len(fields) == 0 || fields[0] != mark {
		p.problem = "The comment is no exception; write it as " + form + "."
		return p
	}
	fields = fields[1:]
	if len(fields) == 0 {
		p.problem = "The comment names no rule; write it as " + form + "."
		return p
	}
	p.Rule, fields = fields[0], fields[1:]
	last := len(fields) - 1
	if last < 1 || fields[last-1] != "until" {
		p.problem = "The comment that accepts `" + shortened(p.Rule) + "` does not end with `until` and a day; write it as " + form + "."
		return p
	}
	p.Until, p.Reason = fields[last], strings.Join(fields[:last-1], " ")
	if _, err := time.Parse(time.DateOnly, p.Until); err != nil {
		p.problem = "The comment that accepts `" + shortened(p.Rule) + "` ends with \"" + shortened(p.Until) + "\", which is no day such as 2026-03-02."
	} else if p.Reason == "" {
		p.problem = "The comment that accepts `" + shortened(p.Rule) + "` gives no reason; write it as " + form + "."
	}
	return p
}

// oneLine is the place of a comment, or of its first line.
func oneLine(n *syntax.Node) syntax.Span {
	span := n.Span()
	if span.OneLine() {
		return span
	}
	span.End = n.Text().Position(n.Text().Offset(syntax.Position{Line: span.Start.Line, Column: 1 << 30}))
	return span
}

// lineOf is the line whose findings a comment accepts.
func lineOf(n *syntax.Node, language syntax.Language) int {
	text, span := n.Text(), n.Span()
	start, end := n.Offsets()
	before := text.Bytes[text.Offset(syntax.Position{Line: span.Start.Line, Column: 1}):start]
	if strings.TrimSpace(string(before)) != "" {
		return span.Start.Line
	}
	after := text.Bytes[end:text.Offset(syntax.Position{Line: span.End.Line, Column: 1 << 30})]
	if strings.TrimSpace(string(after)) != "" && !isComment(string(after), language) {
		return span.End.Line
	}
	for line := span.End.Line + 1; line <= text.Lines(); line++ {
		if words := strings.TrimSpace(text.Line(line)); words != "" && words != "---" && !isComment(words, language) {
			return line
		}
	}
	return span.Start.Line
}

// isComment reports whether a line holds nothing but comments.
func isComment(line string, language syntax.Language) bool {
	line = strings.TrimSpace(line)
	return language == syntax.YAML && strings.HasPrefix(line, "#") ||
		language == syntax.Markdown && strings.HasPrefix(line, "<!--") && strings.HasSuffix(line, "-->")
}
