package syntax

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	markdown "github.com/yuin/goldmark/text"
)

// guard bounds what one Markdown text may cost. goldmark nests containers
// without limit, and takes time that grows with the square of a block's length
// for links, emphasis and link definitions. What goes beyond the guard is
// read as plain text.
type guard struct {
	depth int // lists and quotations that may stand in each other
	steps int // what links, emphasis and definitions may still cost
	cells int // of tables that may still be read

	tooDeep, tooCostly, tooWide int // first places that went beyond it, or -1

	block      ast.Node // that is being read
	delimiters int      // of emphasis in it so far
}

// maxSteps is about a second.
const maxSteps = 1 << 28

var guardKey = parser.NewContextKey()

func newGuard(limits Limits) *guard {
	return &guard{depth: limits.Depth, steps: maxSteps, cells: limits.Nodes, tooDeep: -1, tooCostly: -1, tooWide: -1}
}

// guardOf is the guard of a parse; without one nothing may be spent.
func guardOf(context parser.Context) *guard {
	if g, ok := context.Get(guardKey).(*guard); ok {
		return g
	}
	return &guard{tooDeep: -1, tooCostly: -1, tooWide: -1}
}

// spend takes steps for what stands at a place and reports whether there were
// enough.
func (g *guard) spend(steps, at int) bool {
	if steps <= g.steps {
		g.steps -= steps
		return true
	}
	if g.tooCostly < 0 {
		g.tooCostly = at
	}
	return false
}

// guardedContainer is the parser of lists or quotations, kept to the depth.
type guardedContainer struct{ parser.BlockParser }

// Open implements parser.BlockParser.
func (c guardedContainer) Open(parent ast.Node, reader markdown.Reader, context parser.Context) (ast.Node, parser.State) {
	line, place := reader.Position()
	node, state := c.BlockParser.Open(parent, reader, context)
	g := guardOf(context)
	if node == nil || depth(parent) < g.depth {
		return node, state
	}
	reader.SetPosition(line, place)
	if g.tooDeep < 0 {
		g.tooDeep = place.Start
	}
	return nil, parser.NoChildren
}

// depth is the number of lists and quotations that a block stands in.
func depth(block ast.Node) int {
	n := 0
	for ; block != nil; block = block.Parent() {
		if block.Kind() == ast.KindList || block.Kind() == ast.KindBlockquote {
			n++
		}
	}
	return n
}

// guardedLinks is the parser of links. Each may look at the rest of its block.
type guardedLinks struct{ parser.InlineParser }

// Parse implements parser.InlineParser.
func (l guardedLinks) Parse(parent ast.Node, block markdown.Reader, context parser.Context) ast.Node {
	_, place := block.Position()
	lines := parent.Lines()
	rest := lines.At(lines.Len()-1).Stop - place.Start
	if !guardOf(context).spend(rest, place.Start) {
		return nil
	}
	return l.InlineParser.Parse(parent, block, context)
}

// CloseBlock implements parser.CloseBlocker.
func (l guardedLinks) CloseBlock(parent ast.Node, block markdown.Reader, context parser.Context) {
	if closer, ok := l.InlineParser.(parser.CloseBlocker); ok {
		closer.CloseBlock(parent, block, context)
	}
}

// guardedEmphasis is the parser of emphasis. Each delimiter may be compared
// with all before it in the block.
type guardedEmphasis struct{ parser.InlineParser }

// Parse implements parser.InlineParser.
func (e guardedEmphasis) Parse(parent ast.Node, block markdown.Reader, context parser.Context) ast.Node {
	g := guardOf(context)
	if g.block != parent {
		g.block, g.delimiters = parent, 0
	}
	g.delimiters++
	if _, place := block.Position(); !g.spend(g.delimiters, place.Start) {
		return nil
	}
	return e.InlineParser.Parse(parent, block, context)
}

// guardedDefinitions is the transformer of link definitions. Each moves all
// the lines after it.
type guardedDefinitions struct{ parser.ParagraphTransformer }

// Transform implements parser.ParagraphTransformer.
func (d guardedDefinitions) Transform(paragraph *ast.Paragraph, reader markdown.Reader, context parser.Context) {
	lines := paragraph.Lines()
	if lines.Len() == 0 {
		return
	}
	first := lines.At(0)
	text := first.TrimLeftSpace(reader.Source())
	if text.IsEmpty() || reader.Source()[text.Start] != '[' {
		return
	}
	if guardOf(context).spend(lines.Len()*lines.Len(), first.Start) {
		d.ParagraphTransformer.Transform(paragraph, reader, context)
	}
}

// guardedTables is the transformer of tables. Every row is given as many cells
// as the header has, however short its line is.
type guardedTables struct{ parser.ParagraphTransformer }

// Transform implements parser.ParagraphTransformer.
func (t guardedTables) Transform(paragraph *ast.Paragraph, reader markdown.Reader, context parser.Context) {
	lines := paragraph.Lines()
	columns := 0
	for i := 1; i < lines.Len(); i++ {
		line := lines.At(i)
		if value := line.Value(reader.Source()); len(bytes.Trim(value, "-|: \t\r\n")) == 0 {
			columns = max(columns, bytes.Count(value, []byte("|"))+1)
		}
	}
	if columns == 0 {
		return
	}
	g := guardOf(context)
	if cells := columns * lines.Len(); cells <= g.cells {
		g.cells -= cells
		t.ParagraphTransformer.Transform(paragraph, reader, context)
		return
	}
	if g.tooWide < 0 {
		g.tooWide = lines.At(0).Start
	}
}
