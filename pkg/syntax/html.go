package syntax

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"
)

// htmlPart is a heading or a block in raw HTML.
type htmlPart struct {
	heading *Node
	level   int
	block   Block
}

// htmlReader takes raw HTML apart: headings, summaries, paragraphs, list items
// and simple tables. Authors of Markdown write these where they want a class or
// something to fold. Comments, scripts and preformatted text are left out.
type htmlReader struct {
	o     *outliner
	parts []htmlPart

	within  string // the element whose text is gathered
	text    strings.Builder
	start   int // of the text, in the body, or -1
	end     int
	skipped int // depth of elements that are left out
	table   *Table
	row     []*Node
}

var htmlHeadings = map[string]int{"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "summary": BoldHeading}

// html are the parts of an HTML block whose lines follow on each other.
func (o *outliner) html(block *ast.HTMLBlock) []htmlPart {
	lines := block.Lines()
	if lines.Len() == 0 {
		return nil
	}
	start, end := lines.At(0).Start, lines.At(0).Stop
	for i := 1; i < lines.Len(); i++ {
		if lines.At(i).Start != end {
			return nil
		}
		end = lines.At(i).Stop
	}
	if block.HasClosure() && block.ClosureLine.Start == end {
		end = block.ClosureLine.Stop
	}
	r := &htmlReader{o: o, start: -1}
	at := start
	tokens := html.NewTokenizer(bytes.NewReader(o.source[start:end]))
	for {
		kind := tokens.Next()
		raw := len(tokens.Raw())
		if kind == html.ErrorToken {
			break
		}
		r.token(kind, tokens, at, at+raw)
		at += raw
	}
	r.flush()
	r.endTable()
	return r.parts
}

func (r *htmlReader) token(kind html.TokenType, tokens *html.Tokenizer, start, end int) {
	switch kind {
	case html.TextToken:
		r.gather(start, end)
	case html.StartTagToken, html.EndTagToken:
		name, _ := tokens.TagName()
		r.tag(string(name), kind == html.StartTagToken)
	}
}

func (r *htmlReader) gather(start, end int) {
	raw := r.o.source[start:end]
	if r.skipped > 0 || len(bytes.TrimSpace(raw)) == 0 {
		if r.start >= 0 {
			r.text.WriteByte(' ')
		}
		return
	}
	if r.start < 0 {
		r.start = start + len(raw) - len(bytes.TrimLeft(raw, " \t\r\n"))
	}
	r.end = start + len(bytes.TrimRight(raw, " \t\r\n"))
	r.text.WriteString(html.UnescapeString(strings.ToValidUTF8(string(raw), string(utf8.RuneError))))
}

func (r *htmlReader) tag(name string, opens bool) {
	switch name {
	case "script", "style", "pre", "svg":
		if opens {
			r.skipped++
		} else if r.skipped > 0 {
			r.skipped--
		}
	case "h1", "h2", "h3", "h4", "h5", "h6", "summary", "p", "li", "td", "th", "div", "ul", "ol", "details", "blockquote", "dt", "dd":
		r.flush()
		r.within = ""
		if opens {
			r.within = name
		}
		if r.table != nil && !opens && (name == "td" || name == "th") {
			r.within = "tr"
		}
	case "table":
		r.flush()
		r.endTable()
		if opens {
			r.table = &Table{}
		}
	case "tr":
		r.flush()
		r.endRow()
	}
}

// flush makes a part of the text that was gathered.
func (r *htmlReader) flush() {
	text := strings.Join(strings.Fields(r.text.String()), " ")
	start, end := r.start, r.end
	r.text.Reset()
	r.start = -1
	if start < 0 || text == "" {
		return
	}
	node := NewString(text, r.o.text, r.o.base+start, r.o.base+end)
	level, isHeading := htmlHeadings[r.within]
	switch {
	case r.table != nil:
		r.row = append(r.row, node)
	case isHeading:
		r.parts = append(r.parts, htmlPart{heading: node, level: level})
	case r.within == "li":
		r.parts = append(r.parts, htmlPart{block: Block{Kind: BulletList, Items: []*Node{node}}})
	default:
		r.parts = append(r.parts, htmlPart{block: Block{Kind: Paragraph, Text: node}})
	}
}

func (r *htmlReader) endRow() {
	switch {
	case r.table == nil || len(r.row) == 0:
	case r.table.Header == nil:
		r.table.Header = r.row
	case len(r.row) == len(r.table.Header):
		r.table.Rows = append(r.table.Rows, r.row) // others are not simple
	}
	r.row = nil
}

func (r *htmlReader) endTable() {
	r.endRow()
	if r.table != nil && r.table.Header != nil {
		r.parts = append(r.parts, htmlPart{block: Block{Kind: TableBlock, Table: r.table}})
	}
	r.table = nil
}
