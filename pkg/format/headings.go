package format

import (
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/syntax"
)

// A topic is what a section of a card is about. Those with a canonical field
// are named as its path.
type topic string

// topicOf is how the headings on a topic read: a pattern over the words of the
// heading as [headingText] gives them.
type topicOf struct {
	topic   topic
	heading expression
	// unless takes back a heading that only looks as if it were on the topic; nil
	// if nothing does.
	unless expression
}

// topicTable is what the headings of a kind of card may mean. A heading may be
// on several topics: "Bias, risks and limitations".
type topicTable []topicOf

func on(t topic, heading string) topicOf {
	return topicOf{topic: t, heading: lazily(heading)}
}

func onUnless(t topic, heading, unless string) topicOf {
	return topicOf{topic: t, heading: lazily(heading), unless: lazily(unless)}
}

// topics are those that a heading or the key of a pair is on.
func (table topicTable) topics(heading string) []topic { return table.on(headingText(heading)) }

// topicsOfText are the topics of a text by the table that tells them.
var topicsOfText memo[heading, []topic]

type heading struct {
	table *topicOf
	text  string
}

// longestHeading is the length of a text, in bytes, above which it is no heading
// that another file has too.
const longestHeading = 120

// on are the topics of a heading as [headingText] gives it.
func (table topicTable) on(text string) []topic {
	if len(table) == 0 || len(text) > longestHeading {
		return table.match(text)
	}
	return topicsOfText.of(heading{&table[0], text}, func() []topic { return slices.Clip(table.match(text)) })
}

func (table topicTable) match(text string) []topic {
	var topics []topic
	for _, entry := range table {
		if entry.heading().MatchString(text) && (entry.unless == nil || !entry.unless().MatchString(text)) && !slices.Contains(topics, entry.topic) {
			topics = append(topics, entry.topic)
		}
	}
	return topics
}

// headingText is a heading as lower-case words with one space between them,
// without its number, emoji, accents and what stands in parentheses.
func headingText(heading string) string {
	if len(heading) > longestHeading {
		return headingWords(heading)
	}
	return textsOfHeadings.of(heading, func() string { return headingWords(heading) })
}

var textsOfHeadings memo[string, string]

func headingWords(heading string) string {
	words := nameWords(heading)
	for len(words) > 1 && numbering().MatchString(words[0]) {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

var numbering = lazily(`^(?:\d{1,3}[a-z]?|[ivx]{1,4}|section|step|part|appendix|the|our|#)$`)

// passage is what a card says under one heading, with the sections below it
// that are on no topic of their own.
type passage struct {
	topics []topic
	key    *syntax.Node // the heading, or the key of a pair
	blocks []syntax.Block
}

// merged are the passages on a topic as one under the first of their headings,
// or nil if there is none with any text.
func merged(passages []*passage, t topic) *passage {
	var all *passage
	for _, p := range passages {
		switch {
		case !p.is(t) || len(p.blocks) == 0:
		case all == nil:
			all = &passage{topics: []topic{t}, key: p.key, blocks: slices.Clone(p.blocks)}
		default:
			all.blocks = append(all.blocks, p.blocks...)
		}
	}
	return all
}

func (p *passage) is(t topic) bool { return slices.Contains(p.topics, t) }

// passages takes the body of a card apart. What stands under no heading on a
// topic is not in it. The title is not taken for a topic.
func (table topicTable) passages(outline *syntax.Outline, title *syntax.Node) []*passage {
	var found []*passage
	met := map[string][]topic{}
	read := table.topics
	if !isEnglish(outline) {
		read = table.translated
	}
	topicsOf := func(heading string) []topic {
		if topics, ok := met[heading]; ok {
			return topics
		}
		met[heading] = read(heading)
		return met[heading]
	}
	var visit func(section *syntax.Section, current *passage)
	visit = func(section *syntax.Section, current *passage) {
		if section.Heading != nil && section.Heading != title {
			if topics := topicsOf(section.Heading.Scalar); len(topics) > 0 {
				current = &passage{topics: topics, key: section.Heading}
				found = append(found, current)
			}
		}
		if current != nil {
			current.blocks = append(current.blocks, section.Blocks...)
		}
		for _, child := range section.Sections {
			visit(child, current)
		}
	}
	visit(outline.Root, nil)
	return found
}

// labelled is a section in which a list has one of its own whose label, the
// paragraph before it that ends in a colon, is on a topic that a pair may state:
// "Out-of-scope uses:".
func labelled(section *syntax.Section) *syntax.Section {
	result := &syntax.Section{Level: section.Level, Heading: section.Heading}
	for i := 0; i < len(section.Blocks); i++ {
		block := section.Blocks[i]
		if i+1 < len(section.Blocks) && section.Blocks[i+1].Kind == syntax.BulletList && labelsList(block) {
			i++
			result.Sections = append(result.Sections, &syntax.Section{Level: syntax.BoldHeading, Heading: block.Text, Blocks: section.Blocks[i : i+1]})
			continue
		}
		result.Blocks = append(result.Blocks, block)
	}
	for _, child := range section.Sections {
		result.Sections = append(result.Sections, labelled(child))
	}
	return result
}

func labelsList(block syntax.Block) bool {
	if block.Kind != syntax.Paragraph || !labelEnd().MatchString(block.Text.Scalar) || len(strings.Fields(block.Text.Scalar)) > longLabel {
		return false
	}
	topics := modelTopics.topics(block.Text.Scalar)
	return len(topics) > 0 && !slices.ContainsFunc(topics, func(t topic) bool { return !slices.Contains(labelTopics, t) })
}

// longLabel is the length in words beyond which a paragraph is a text.
const longLabel = 20

// labelEnd may have a mark of the source behind the colon.
var labelEnd = lazily(`:\s*(?:\[[^\]\n]{1,40}\])?$`)

// labelTopics are the topics that the label of a list tells without doubt.
var labelTopics = []topic{useOutOfScope, useProhibited, limits}

// prose is the text of some blocks as one String whose place covers them, or
// nil if they say nothing.
func prose(blocks []syntax.Block) *syntax.Node {
	items := statements(blocks, true)
	slices.SortStableFunc(items, func(a, b *syntax.Node) int {
		x, _ := a.Offsets()
		y, _ := b.Offsets()
		return x - y
	})
	switch len(items) {
	case 0:
		return nil
	case 1:
		return items[0]
	}
	var b strings.Builder
	start, end := items[0].Offsets()
	for i, item := range items {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(item.Scalar)
		from, to := item.Offsets()
		start, end = min(start, from), max(end, to)
	}
	return syntax.NewString(b.String(), items[0].Text(), start, end)
}

// statements are the single statements of some blocks: the items of lists, the
// rows of tables, and paragraphs. A paragraph that only introduces a list, code or
// sections, as "Limitations include:", is left out unless lead is set.
func statements(blocks []syntax.Block, lead bool) []*syntax.Node {
	var items []*syntax.Node
	for i, block := range blocks {
		switch block.Kind {
		case syntax.Paragraph:
			beforeProse := i < len(blocks)-1 && blocks[i+1].Kind == syntax.Paragraph
			if lead || beforeProse || !strings.HasSuffix(block.Text.Scalar, ":") {
				items = append(items, block.Text)
			}
		case syntax.BulletList:
			items = append(items, block.Items...)
		case syntax.TableBlock:
			for _, row := range block.Table.Rows {
				if text := rowText(row); text != nil {
					items = append(items, text)
				}
			}
		}
	}
	return items
}

// rowText is a row as one String: "first: second; third".
func rowText(row []*syntax.Node) *syntax.Node {
	var cells []*syntax.Node
	for _, cell := range row {
		if !cell.IsBlank() {
			cells = append(cells, cell)
		}
	}
	if len(cells) == 0 {
		return nil
	}
	var text strings.Builder
	for i, cell := range cells {
		text.WriteString([...]string{"", ": ", "; "}[min(i, 2)])
		text.WriteString(cell.Scalar)
	}
	start, _ := cells[0].Offsets()
	_, end := cells[len(cells)-1].Offsets()
	return syntax.NewString(text.String(), cells[0].Text(), start, end)
}

// listOf is a List of statements, or nil if there are none.
func listOf(items []*syntax.Node) *syntax.Node {
	if len(items) == 0 {
		return nil
	}
	start, _ := items[0].Offsets()
	_, end := items[len(items)-1].Offsets()
	list := syntax.NewNode(syntax.List, items[0].Text(), start, max(start, end))
	list.Items = items
	return list
}

// pairs are the entries of some blocks that name what they say: those of
// paragraphs and lists, the rows of a table of two columns, and the columns of
// a table of one row.
func pairs(blocks []syntax.Block) []syntax.Field {
	var found []syntax.Field
	for _, block := range blocks {
		found = append(found, block.Pairs...)
		if block.Table != nil {
			found = append(found, tablePairs(block.Table)...)
		}
	}
	return found
}

func tablePairs(table *syntax.Table) []syntax.Field {
	var found []syntax.Field
	if len(table.Header) == 2 {
		for _, row := range append([][]*syntax.Node{table.Header}, table.Rows...) {
			found = append(found, syntax.Field{Key: row[0], Value: row[1]})
		}
		return found
	}
	if len(table.Rows) == 1 {
		for i, key := range table.Header {
			found = append(found, syntax.Field{Key: key, Value: table.Rows[0][i]})
		}
	}
	return found
}
