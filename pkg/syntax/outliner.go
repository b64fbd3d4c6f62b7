package syntax

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extensions "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// outliner turns a goldmark tree into an [Outline]. Offsets in that tree count
// from base.
type outliner struct {
	text   *Text
	source []byte
	base   int

	sections int // headings so far
	tooMany  int // the first heading beyond maxSections, or -1
}

// maxSections is far above what a text for people has. What a heading is on
// is told by many patterns, so each costs some 0.1 ms.
const maxSections = 20_000

func newOutliner(text *Text, base int) *outliner {
	return &outliner{text: text, source: text.Bytes[base:], base: base, tooMany: -1}
}

func (o *outliner) outline(root ast.Node) *Outline {
	open := []*Section{{}}
	begin := func(heading *Node, level int) {
		for open[len(open)-1].Level >= level {
			open = open[:len(open)-1]
		}
		section := &Section{Level: level, Heading: heading}
		parent := open[len(open)-1]
		parent.Sections = append(parent.Sections, section)
		open = append(open, section)
	}
	add := func(blocks ...Block) {
		section := open[len(open)-1]
		section.Blocks = append(section.Blocks, blocks...)
	}
	for block := root.FirstChild(); block != nil; block = block.NextSibling() {
		if raw, ok := block.(*ast.HTMLBlock); ok {
			for _, part := range o.html(raw) {
				if part.heading == nil {
					add(part.block)
				} else if o.mayOpen(part.heading) {
					begin(part.heading, part.level)
				}
			}
			continue
		}
		if heading, level := o.heading(block); heading != nil && o.mayOpen(heading) {
			begin(heading, level)
			continue
		}
		add(o.blocks(block)...)
	}
	return &Outline{Root: open[0]}
}

// mayOpen counts the headings and reports whether one more may open a section.
func (o *outliner) mayOpen(heading *Node) bool {
	if o.sections++; o.sections <= maxSections {
		return true
	}
	if o.tooMany < 0 {
		o.tooMany = heading.start - o.base
	}
	return false
}

// heading is the text and the level of a heading, or nil for another block.
func (o *outliner) heading(block ast.Node) (*Node, int) {
	switch block := block.(type) {
	case *ast.Heading:
		heading := o.node(o.runs(block))
		if heading == nil {
			end := o.lineEnd(block.Pos())
			heading = NewString("", o.text, end, end)
		}
		return heading, block.Level
	case *ast.Paragraph:
		runs := o.runs(block)
		for _, run := range runs {
			if run.lineBreak || !run.bold && !o.isBlank(run) {
				return nil, 0
			}
		}
		heading := o.node(runs)
		if heading == nil || len(strings.Fields(heading.Scalar)) > 8 || strings.ContainsAny(heading.Scalar[len(heading.Scalar)-1:], ".!;,") {
			return nil, 0
		}
		return heading, BoldHeading
	}
	return nil, 0
}

// blocks are the parts of a block that evidence is read from, in order.
func (o *outliner) blocks(block ast.Node) []Block {
	switch block := block.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		runs := o.runs(block)
		if text := o.node(runs); text != nil {
			return []Block{{Kind: Paragraph, Text: text, Pairs: o.pairs(runs)}}
		}
		return nil
	case *ast.List:
		list := Block{Kind: BulletList}
		others := o.list(block, &list)
		return append([]Block{list}, others...)
	case *extensions.Table:
		return []Block{{Kind: TableBlock, Table: o.table(block)}}
	case *ast.Blockquote:
		return o.children(block)
	}
	return nil
}

func (o *outliner) children(block ast.Node) []Block {
	var blocks []Block
	for child := block.FirstChild(); child != nil; child = child.NextSibling() {
		blocks = append(blocks, o.blocks(child)...)
	}
	return blocks
}

// list adds the items of a list and of those below it, and gives the tables
// and quotations in them.
func (o *outliner) list(list ast.Node, into *Block) (others []Block) {
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		var runs []run
		var below Block
		for child := item.FirstChild(); child != nil; child = child.NextSibling() {
			switch child.Kind() {
			case ast.KindParagraph, ast.KindTextBlock, ast.KindHeading:
				if len(runs) > 0 {
					runs = append(runs, run{lineBreak: true})
				}
				runs = append(runs, o.runs(child)...)
			case ast.KindList:
				others = append(others, o.list(child, &below)...)
			default:
				others = append(others, o.blocks(child)...)
			}
		}
		if text := o.node(runs); text != nil {
			into.Items = append(into.Items, text)
			into.Pairs = append(into.Pairs, withList(o.pairs(runs), o.lastKey(runs), below.Items)...)
		}
		into.Items = append(into.Items, below.Items...)
		into.Pairs = append(into.Pairs, below.Pairs...)
	}
	return others
}

// withList adds the pair of a key without a value of its own and the items
// below it.
func withList(pairs []Field, key *Node, items []*Node) []Field {
	if key == nil || len(items) == 0 {
		return pairs
	}
	start, _ := items[0].Offsets()
	_, end := items[len(items)-1].Offsets()
	list := NewNode(List, key.text, start, end)
	list.Items = items
	return append(pairs, Field{Key: key, Value: list})
}

func (o *outliner) table(table *extensions.Table) *Table {
	t := &Table{}
	for row := table.FirstChild(); row != nil; row = row.NextSibling() {
		cells := o.row(row)
		if row.Kind() == extensions.KindTableHeader {
			t.Header = cells
		} else {
			t.Rows = append(t.Rows, cells)
		}
	}
	return t
}

func (o *outliner) row(row ast.Node) []*Node {
	var cells []*Node
	end := o.lineEnd(row.Pos())
	for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
		node := o.node(o.runs(cell))
		if node == nil {
			at := end
			if lines := cell.Lines(); lines != nil && lines.Len() > 0 {
				at = o.base + lines.At(0).Start
			}
			node = NewString("", o.text, at, at)
		}
		cells = append(cells, node)
	}
	return cells
}

// lineEnd is the offset in the text of the end of the line that holds an
// offset in the body, without trailing white space.
func (o *outliner) lineEnd(at int) int {
	line := o.source[min(max(at, 0), len(o.source)):]
	if n := bytes.IndexByte(line, '\n'); n >= 0 {
		line = line[:n]
	}
	return o.base + at + len(bytes.TrimRight(line, " \t\r"))
}

// run is a stretch of a block's text without mark-up, or a line break.
type run struct {
	start, end int  // offsets in the body
	literal    bool // without escapes and entities: code
	bold       bool // within strong emphasis
	lineBreak  bool
}

// runs are the text of a block that holds text. Images and raw HTML are left
// out. The walk keeps no stack, since emphasis may be nested without limit.
func (o *outliner) runs(block ast.Node) []run {
	var runs []run
	bold, literal := 0, 0
	node := block.FirstChild()
	for node != nil {
		next := node.FirstChild()
		switch n := node.(type) {
		case *ast.Text:
			runs = append(runs, run{start: n.Segment.Start, end: n.Segment.Stop, literal: literal > 0, bold: bold > 0})
			if n.SoftLineBreak() || n.HardLineBreak() {
				runs = append(runs, run{lineBreak: true})
			}
		case *ast.AutoLink:
			at := n.Pos() + 1
			runs = append(runs, run{start: at, end: at + len(n.Label(o.source)), literal: true, bold: bold > 0})
		case *ast.Image:
			next = nil
		}
		b, l := weight(node)
		bold, literal = bold+b, literal+l
		for ; next == nil && node != block; node = node.Parent() {
			b, l := weight(node)
			bold, literal = bold-b, literal-l
			next = node.NextSibling()
		}
		node = next
	}
	return runs
}

// weight is what a node makes of the text in it: bold, literal, or neither.
func weight(node ast.Node) (bold, literal int) {
	if node.FirstChild() == nil {
		return 0, 0
	}
	switch node := node.(type) {
	case *ast.Emphasis:
		return node.Level / 2, 0
	case *ast.CodeSpan:
		return 0, 1
	}
	return 0, 0
}

// node is the text of some runs at their place, or nil if they hold nothing.
func (o *outliner) node(runs []run) *Node {
	runs = o.trim(runs)
	if len(runs) == 0 {
		return nil
	}
	var b strings.Builder
	for _, run := range runs {
		if run.lineBreak {
			b.WriteByte(' ')
			continue
		}
		b.WriteString(o.plain(run))
	}
	return NewString(strings.TrimSpace(b.String()), o.text, o.base+runs[0].start, o.base+runs[len(runs)-1].end)
}

func (o *outliner) plain(r run) string {
	raw := o.source[r.start:r.end]
	if !r.literal {
		raw = util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(raw)))
	}
	return strings.ToValidUTF8(string(raw), string(utf8.RuneError))
}

// trim leaves out line breaks and white space at both ends.
func (o *outliner) trim(runs []run) []run {
	runs = slices.Clone(runs)
	for len(runs) > 0 && o.isBlank(runs[0]) {
		runs = runs[1:]
	}
	for len(runs) > 0 && o.isBlank(runs[len(runs)-1]) {
		runs = runs[:len(runs)-1]
	}
	if len(runs) > 0 {
		first, last := &runs[0], &runs[len(runs)-1]
		first.start += skipped(o.source[first.start:first.end], strings.TrimLeft)
		last.end -= skipped(o.source[last.start:last.end], strings.TrimRight)
	}
	return runs
}

// skipped is how many bytes of white space a trimming takes away.
func skipped(raw []byte, trim func(string, string) string) int {
	return len(raw) - len(trim(string(raw), " \t\r\n"))
}

func (o *outliner) isBlank(r run) bool {
	return r.lineBreak || strings.TrimSpace(string(o.source[r.start:r.end])) == ""
}

// pairs are the entries "Key: value" that begin a line; a value goes on to the
// next one. A key in bold needs no colon.
func (o *outliner) pairs(runs []run) []Field {
	var pairs []Field
	var key *Node
	var value []run
	flush := func() {
		if key == nil {
			return
		}
		if v := o.node(value); v != nil {
			pairs = append(pairs, Field{Key: key, Value: v})
		}
	}
	for _, line := range lines(runs) {
		k, rest := o.split(line)
		if k != nil {
			flush()
			key, value = k, rest
			continue
		}
		value = append(append(value, run{lineBreak: true}), line...)
	}
	flush()
	return pairs
}

// lastKey is the key that ends an item without a value: "**Users:**".
func (o *outliner) lastKey(runs []run) *Node {
	all := lines(runs)
	if len(all) == 0 {
		return nil
	}
	key, value := o.split(all[len(all)-1])
	if o.node(value) != nil {
		return nil
	}
	return key
}

func lines(runs []run) [][]run {
	lines := [][]run{nil}
	for _, run := range runs {
		if run.lineBreak {
			lines = append(lines, nil)
			continue
		}
		lines[len(lines)-1] = append(lines[len(lines)-1], run)
	}
	return lines
}

// split divides a line into key and value, or gives no key.
func (o *outliner) split(line []run) (key *Node, value []run) {
	line = o.trim(line)
	n := 0
	for n < len(line) && line[n].bold {
		n++
	}
	if n > 0 {
		return o.splitBold(line, n)
	}
	if len(line) == 0 {
		return nil, nil
	}
	first := line[0]
	match := plainKey.FindSubmatchIndex(o.source[first.start:first.end])
	if match == nil {
		return nil, nil
	}
	rest := first
	rest.start += match[1]
	first.end = first.start + match[3]
	return o.node([]run{first}), append([]run{rest}, line[1:]...)
}

// splitBold divides a line whose first n runs are bold: "**Key:** value",
// "**Key**: value", "**Key** value", "**Key: value**".
func (o *outliner) splitBold(line []run, n int) (key *Node, value []run) {
	bold, value := slices.Clone(line[:n]), slices.Clone(line[n:])
	if len(value) == 0 && n == 1 {
		if match := plainKey.FindSubmatchIndex(o.source[bold[0].start:bold[0].end]); match != nil {
			rest := bold[0]
			rest.start += match[1]
			bold[0].end = bold[0].start + match[3]
			return o.node(bold), []run{rest}
		}
	}
	last := &bold[n-1]
	last.end = last.start + len(strings.TrimRight(string(o.source[last.start:last.end]), ": \t"))
	if len(value) > 0 {
		value[0].start += len(separator.Find(o.source[value[0].start:value[0].end]))
	}
	key = o.node(bold)
	if key == nil || len(key.Scalar) > maxKey {
		return nil, nil
	}
	return key, value
}

var (
	// plainKey is up to six words before a colon at the start of a line.
	plainKey = regexp.MustCompile(`^(\pL[^\s:|]*(?:[ /][^\s:|]+){0,5})[ \t]*:(?:\s+|$)`)
	// separator stands between a key in bold and its value.
	separator = regexp.MustCompile(`^\s*(?:[:=]|[-–—]\s)?\s*`)
)

const maxKey = 80
