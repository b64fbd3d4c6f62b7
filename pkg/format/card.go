package format

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// card gathers the canonical document of a model card or dataset card written
// in Markdown.
type card struct {
	tree     *syntax.Tree
	kind     string
	root     *syntax.Node
	title    *syntax.Node // the heading that names the whole, or nil
	passages []*passage
	problems []syntax.Problem
}

func newCard(tree *syntax.Tree, kind string) *card {
	table := topicsOf(kind)
	c := &card{tree: tree, kind: kind, title: titleOf(tree.Outline, table, titles[kind])}
	outline := tree.Outline
	switch kind {
	case document.DataManifest:
		outline = answered(outline)
	case document.ModelCard:
		outline = &syntax.Outline{Root: labelled(outline.Root)}
	}
	c.passages = slices.DeleteFunc(table.passages(outline, c.title), notApplicable)
	place := c.place()
	c.root = place.Derive(syntax.Map)
	c.root.Set("kind", nil, place.DeriveString(kind))
	c.root.Set("metadata", place, place.Derive(syntax.Map))
	return c
}

func topicsOf(kind string) topicTable {
	switch kind {
	case document.DataManifest:
		return dataTopics
	case document.AISystem:
		return systemTopics
	case document.ImpactAssessment:
		return assessmentTopics
	}
	return modelTopics
}

// titles are how the title of each kind of card reads.
var titles = map[string]expression{
	document.ModelCard: modelTitle, document.DataManifest: dataTitle, document.AISystem: systemTitle, document.ImpactAssessment: impactTitle,
}

// titleOf is the heading of the whole: one that calls it a card of something,
// else the first one, if it is of the first
// level and either on no topic or the only one of that level.
func titleOf(outline *syntax.Outline, table topicTable, title expression) *syntax.Node {
	sections := outline.Root.Sections
	if len(sections) == 0 {
		return nil
	}
	for _, section := range sections {
		if says := section.Heading.Scalar; section.Level == 1 && title != nil && title().MatchString(says) && !bareTitle(says) {
			return section.Heading
		}
	}
	first := sections[0]
	onTopic := len(table.topics(first.Heading.Scalar)) > 0
	alone := len(first.Sections) > 0 && !slices.ContainsFunc(sections[1:], func(s *syntax.Section) bool { return s.Level <= first.Level })
	if first.Heading.IsBlank() || onTopic && (!alone || first.Level > 1) {
		return nil
	}
	return first.Heading
}

// bareTitle reports whether a heading is nothing but "Model card", which may
// also be that of a section on the card.
func bareTitle(heading string) bool { return len(nameWords(heading)) <= 2 }

// place is what a card as a whole points at: its front matter, its title or
// its first text.
func (c *card) place() *syntax.Node {
	if front := c.front(); front != nil && len(front.Fields) > 0 {
		return front.Fields[0].Key
	}
	if c.title != nil {
		return c.title
	}
	if sections := c.tree.Outline.Root.Sections; len(sections) > 0 {
		return sections[0].Heading
	}
	if text := prose(c.tree.Outline.Root.Blocks); text != nil {
		return text
	}
	return syntax.NewNode(syntax.Null, c.tree.Text, 0, 0)
}

// front is the front matter, or nil.
func (c *card) front() *syntax.Node { return frontMatter(c.tree) }

func frontMatter(tree *syntax.Tree) *syntax.Node {
	if len(tree.Values) == 0 || tree.Values[0].Kind != syntax.Map {
		return nil
	}
	return tree.Values[0]
}

// set gives the canonical document a value at a path such as "model.name",
// unless it has one already or there is none to give. Without a key the place
// is that of the value.
func (c *card) set(field string, key, value *syntax.Node) {
	setOnce(c.root, field, key, value)
}

func setOnce(root *syntax.Node, field string, key, value *syntax.Node) {
	p := fieldPath(field)
	if value == nil || value.IsBlank() && value.IsScalar() {
		return
	}
	if key == nil {
		key = value
	}
	if earlier := root.Lookup(p); earlier == nil || !document.HasContent(earlier) {
		setAt(root, p, key, value)
	}
}

// fieldPath is the path of a field such as "model.name".
func fieldPath(field string) syntax.Path {
	return pathsOfFields.of(field, func() syntax.Path { return syntax.Keys(strings.Split(field, ".")...) })
}

var pathsOfFields memo[string, syntax.Path]

// appendTo adds an item to the List at a path, which it makes if need be.
func appendTo(root *syntax.Node, field string, key, item *syntax.Node) {
	p := fieldPath(field)
	list := root.Lookup(p)
	if list == nil {
		list = item.Derive(syntax.List)
		setAt(root, p, key, list)
	}
	list.Items = append(list.Items, item)
}

// entry is a Map with one field, at the place of its value.
func entry(field string, key, value *syntax.Node) *syntax.Node {
	m := value.Derive(syntax.Map)
	m.Set(field, key, value)
	return m
}

// named are the entries of the front matter and the pairs of the body.
func (c *card) named(aside ...topic) []syntax.Field {
	if c.front() == nil {
		return c.pairs(aside...)
	}
	return append(slices.Clone(c.front().Fields), c.pairs(aside...)...)
}

// pairs are those of the body under headings that say what the thing is: none
// out of results, training set-ups and the like.
func (c *card) pairs(aside ...topic) []syntax.Field {
	var found []syntax.Field
	skip := map[*syntax.Node]bool{}
	for _, p := range c.passages {
		if slices.ContainsFunc(p.topics, func(t topic) bool { return slices.Contains(aside, t) }) {
			skip[p.key] = true
		}
	}
	var visit func(*syntax.Section)
	visit = func(section *syntax.Section) {
		if section.Heading != nil && skip[section.Heading] {
			return
		}
		found = append(found, pairs(section.Blocks)...)
		if value := namedBy(section); value != nil {
			found = append(found, syntax.Field{Key: section.Heading, Value: value})
		}
		for _, child := range section.Sections {
			visit(child)
		}
	}
	visit(c.tree.Outline.Root)
	return found
}

// namedBy is the value of a section that does no more than name one, as "1.2"
// under "Model version", or nil.
func namedBy(section *syntax.Section) *syntax.Node {
	if section.Heading == nil || len(section.Sections) > 0 || len(section.Blocks) != 1 || section.Blocks[0].Kind != syntax.Paragraph {
		return nil
	}
	text := section.Blocks[0].Text
	if len(strings.Fields(text.Scalar)) > 12 || len(section.Blocks[0].Pairs) > 0 {
		return nil
	}
	return text
}

// fill sets fields from pairs by the names of their keys.
func (c *card) fill(root *syntax.Node, aliases map[string]string, found []syntax.Field) {
	for _, pair := range found {
		fields, ok := aliases[headingText(pair.Key.Scalar)]
		if !ok || pair.Value.Kind == syntax.Null {
			continue
		}
		value := textOf(pair.Value)
		if value == nil || value.IsBlank() {
			continue
		}
		for field := range strings.SplitSeq(fields, "+") {
			if !dayFields[field] || day().MatchString(value.Scalar) {
				setOnce(root, field, pair.Key, value)
			}
		}
	}
}

// dayFields hold a day. Cards state many in words ("July 2026"); only what is
// written as a day is taken for one.
var dayFields = map[string]bool{
	"metadata.next_review": true, "metadata.approved.on": true, "model.trained_on": true, "acquisition.on": true, "assessed_on": true,
}

var day = lazily(`^\d{4}-\d{2}-\d{2}$`)

// controlFields are the names of what a card says of itself.
var controlFields = aliasTable(map[string]string{
	"metadata.version":        "card version, document version, model card version, data card version, dataset card version, datasheet version",
	"metadata.owner":          "owner, owners, model owner, model owners, data owner, dataset owner, card owner, document owner, owner role, data owner role, model owner role, maintainer, maintainers, maintained by, responsible, responsible party, responsible team, organisation owner, organization owner, owned by, product owner",
	"metadata.author":         "author, authors, card author, card authors, model card author, model card authors, dataset card author, dataset card authors, written by, prepared by, researcher",
	"metadata.approved.by":    "approved by, approver, approvers",
	"metadata.approved.on":    "approved on, approval date, date approved",
	"metadata.next_review":    "next review, next review date, review due, review by, next scheduled review",
	"metadata.classification": "classification, confidentiality, document classification",
})

// readOwnerSentence finds an owner that the first lines name in passing, as in
// "Owner: DPO. Review: annually".
func (c *card) readOwnerSentence() {
	lead := c.lead()
	if lead == nil {
		return
	}
	for _, statement := range statements(lead.Blocks, true) {
		if match := ownerSentence().FindStringSubmatch(statement.Scalar); match != nil {
			c.set("metadata.owner", statement, statement.DeriveString(strings.TrimSpace(match[1])))
		}
	}
}

var ownerSentence = lazily(`\b[Oo]wner: ([^.;|:]{2,60})(?:[.;|]|$)`)

// identify sets the id, the title and, for a name found elsewhere, what they
// come from.
func (c *card) identify(name *syntax.Node) {
	c.readOwnerSentence()
	title := cmp.Or(c.title, name)
	if title != nil {
		c.set("metadata.title", title, title)
	}
	if name == nil && c.title != nil && c.kind != document.ImpactAssessment {
		name = c.subject()
	}
	if name != nil && cardID(name.Scalar) != "" {
		c.set("metadata.id", name, name.DeriveString(cardID(name.Scalar)))
	}
	c.set("metadata.id", nil, c.place().DeriveString(fileSlug(c.tree.Text.File)))
	if c.root.Lookup(syntax.Keys("metadata", "title")) == nil {
		base := path.Base(c.tree.Text.File)
		c.set("metadata.title", nil, c.place().DeriveString(strings.Join(nameWords(strings.TrimSuffix(base, path.Ext(base))), " ")))
	}
}

// cardID makes an id of a name: "Org/Model-7B v1.1" gives "org-model-7b-v1-1".
func cardID(name string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), "-")
}

// subject is what the title names: "Model card for X" names X. A title that
// says only what sort of document it heads names nothing.
func (c *card) subject() *syntax.Node {
	if c.title == nil {
		return nil
	}
	name := strings.TrimSpace(cardWords().ReplaceAllString(c.title.Scalar, ""))
	name = strings.TrimLeft(strings.TrimSpace(name), ":-–—| ")
	if len(nameWords(name)) == 0 {
		return nil
	}
	return c.title.DeriveString(name)
}

var cardWords = lazily(`(?i)^\W*(?:fiche (?:de |du )?(?:mod[eè]le|syst[eè]me)|modellkarte|systemkarte|ficha (?:de|del|do) (?:modelo|sistema))\b(?: (?:für|pour|para)\b)?|^\W*(?:model|data(?:[ -]?set)?|(?:AI )?system)[ _]?cards?\b(?:\.mdx?\b)?(?: (?:for|of)\b)?|^\W*data ?sheets?\b(?: (?:for|of)\b)?|\W*\b(?:model|data(?:[ -]?set)?|system)[ -]?(?:card|sheet)\s*$`)

// document is the card as a document. What its format has no place for, and
// this card does not say all the same, is listed as inexpressible.
func (c *card) document(format string, inexpressible []document.Pattern) *document.Document {
	patterns := slices.Clone(inexpressible)
	if c.kind == document.ModelCard || c.kind == document.DataManifest {
		patterns = slices.DeleteFunc(patterns, func(pattern document.Pattern) bool { return occurs(c.root, pattern) })
	}
	if !isEnglish(c.tree.Outline) {
		patterns = append(patterns, told[c.kind]...)
	} else if c.kind == document.DataManifest {
		c.readDataSentences()
	}
	if c.kind == document.DataManifest {
		patterns = append(patterns, "datasets.*.id") // the title names it, if anything does
	}
	return &document.Document{
		Kind: c.kind, Format: format, File: c.tree.Text.File, Root: c.root, Inexpressible: patterns, Unread: c.unread(),
	}
}

// told are the fields that are read from prose under headings. In a language
// whose headings are not known here they cannot be found.
var told = map[string][]document.Pattern{
	document.ModelCard: {
		"intended_use", "limitations", "datasets", "evaluation", "contact", "ethical_considerations",
		"metadata.owner", "metadata.version", "model", "intended_use.*",
	},
	document.DataManifest: {
		"metadata.owner", "metadata.version", "datasets.*.*", "datasets.*.acquisition.*",
	},
	document.AISystem:         {"metadata.owner", "purpose", "owner", "intended_use"},
	document.ImpactAssessment: {"metadata.owner", "intended_use", "individuals", "interested_parties", "foreseeable_misuse", "conclusion"},
}

// uncontrolled is the document control that Markdown cards have no custom for.
// Git versions the file; the version that a card states is the model's.
var uncontrolled = []document.Pattern{
	"describes", "metadata.approved", "metadata.approved.by", "metadata.approved.on", "metadata.author", "metadata.classification",
	"metadata.language", "metadata.next_review", "metadata.retention", "metadata.supersedes", "metadata.version",
}
