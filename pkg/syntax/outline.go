package syntax

// Outline is the body of a Markdown file as a tree of sections. Nothing in it
// comes from code fences, indented code or HTML comments; of raw HTML come headings,
// paragraphs, lists and simple tables.
type Outline struct {
	// Root is the section without a heading that holds all others; its
	// Blocks are the text before the first heading.
	Root *Section
}

// BoldHeading is the level of a short paragraph all in bold, which authors use
// as a heading below the six that Markdown has.
const BoldHeading = 7

// Section is a heading and what stands under it, up to the next heading of the
// same or a higher level.
type Section struct {
	// Level is 1 to 6, or BoldHeading, or 0 for the root.
	Level int
	// Heading is the heading's plain text without mark-up, at the place of
	// that text; nil for the root.
	Heading  *Node
	Blocks   []Block
	Sections []*Section
}

// BlockKind says which of a [Block]'s parts is filled.
type BlockKind uint8

// The kinds of block that evidence is read from.
const (
	Paragraph BlockKind = iota
	BulletList
	TableBlock
)

// Block is a paragraph, a list (bulleted or numbered) or a table. Text and
// items are plain text without mark-up, with link targets dropped, at their
// places; a value that spans lines has one space for each line break.
type Block struct {
	Kind BlockKind
	// Text is a paragraph (String), nil for the others.
	Text *Node
	// Items are the items of a list, nested ones after their parents.
	Items []*Node
	// Pairs are the entries of a paragraph or list that name what they say:
	// "**Key:** value", "**Key** value", "Key: value". The value is a String,
	// or for a list item with a list below it and no text of its own, a List.
	Pairs []Field
	Table *Table
}

// Table is a GitHub-flavoured Markdown table. Every row has as many cells as
// the header; a missing one is an empty String at the end of the row.
type Table struct {
	Header []*Node
	Rows   [][]*Node
}
