package format

import (
	"path"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// template is the problem of a file that is still to be filled in, at its first
// placeholder, or nil. Such a file is of the kind given in all but its values.
func template(tree *syntax.Tree, kind string) *syntax.Problem {
	at := marked(tree)
	if at == nil {
		share, named := shareOf(tree), namedAsTemplate(tree.Text.File)
		if !named && !share.mostlyOpen(kind) {
			return nil
		}
		if at = share.first; at == nil {
			at = syntax.NewNode(syntax.Null, tree.Text, 0, 0)
		}
	}
	problem := stillTemplate(kind, at)
	return &problem
}

func stillTemplate(kind string, at *syntax.Node) syntax.Problem {
	return syntax.Problem{
		Rule: Template, Text: at.Text(), Span: at.Span(),
		Message: "This is still the template of " + withArticle(kind),
	}
}

// withArticle is a kind as a sentence names a document of it.
func withArticle(kind string) string {
	words := strings.ReplaceAll(kind, "-", " ")
	if strings.ContainsAny(words[:1], "aeio") {
		return "an " + strings.Replace(words, "ai ", "AI ", 1)
	}
	return "a " + words
}

// marked is the first mark of a template engine in the front matter, or a title
// with a name to be put in; nil if there is neither.
func marked(tree *syntax.Tree) *syntax.Node {
	if tree.Outline == nil {
		return nil
	}
	if front := frontMatter(tree); front != nil {
		if at := match(front, templateValue); at != nil {
			return at
		}
	} else if span := templateFront().FindSubmatchIndex(tree.Text.Bytes); span != nil {
		return syntax.NewNode(syntax.Null, tree.Text, span[2], span[3])
	}
	sections := tree.Outline.Root.Sections
	if len(sections) == 0 {
		return nil
	}
	title := sections[0].Heading
	if line := tree.Text.Line(title.Span().Start.Line); templateTitle().MatchString(line) || strings.Contains(line, "{{") {
		return title
	}
	return nil
}

// match is the place in a value that the first group of a pattern matches.
func match(n *syntax.Node, pattern expression) *syntax.Node {
	start, _ := n.Offsets()
	span := pattern().FindStringSubmatchIndex(n.Source())
	if span == nil {
		return nil
	}
	return syntax.NewNode(syntax.Null, n.Text(), start+span[2], start+span[3])
}

var (
	// templateValue is a front-matter value such as {license} or {{ license }}.
	templateValue = lazily(`(?m)^[ \t]*(?:(?:-|[\w-]+:)[ \t]+)?(\{\{?[ \t]*[\w.]+[^:\n]*\})`)
	// templateFront is front matter that a template engine fills in.
	templateFront = lazily(`^\x{FEFF}?---[ \t]*\r?\n(?:#[^\n]*\n)*[ \t]*(?:[\w-]+:[ \t]*)?(\{[^\n]*)`)
	templateTitle = lazily(`(?i)(?:^|[^\[])\[(?:[^\[\]]*\b(?:name|title|model|dataset|system)\b[^\]]*)\](?:[^(]|$)|<[^<>=]*\b(?:name|title|system|model|dataset|project)\b[^<>=]*>|\{[a-z_]+\}|\byour (?:\w+ ){0,3}here\b`)
)

// namedAsTemplate reports whether a file calls itself one that is to be filled
// in: "model-card.template.md", "_TEMPLATE-risk-register.md". A card on template
// matching does not.
func namedAsTemplate(file string) bool { return templateName().MatchString(path.Base(file)) }

var templateName = lazily(`(?:^|[-_. ])(?i:template)\.\w+$|(?:^_(?i:template)|^TEMPLATE|[-_.]TEMPLATE)[-_.]|\.(?i:template)(?:\.|$)`)

// share is how much of what a file asks for is said in it.
type share struct {
	said, open, blank int          // values, placeholders, and blanks where one is asked for
	first             *syntax.Node // the first placeholder, or else the first blank
}

// mostlyOpen reports whether a file leaves so much open that it says little of
// anything. In a register blanks are common where something is said.
func (s *share) mostlyOpen(kind string) bool {
	open := s.open
	if kind != document.RiskRegister {
		open += s.blank
	}
	return open >= 5 && open > 2*s.said
}

// openRows are the first placeholder of rows that are examples of how to fill
// them in, or nil.
func openRows(rows []*syntax.Node) *syntax.Node {
	s := &share{}
	for _, row := range rows {
		s.data(row)
	}
	if s.said > 0 && s.open <= max(2, 2*s.said) {
		return nil
	}
	if s.first == nil {
		return rows[0]
	}
	return s.first
}

// shareOf counts the values of a file: the scalars of a tree of data; of a text
// the entries of its lists and tables, and the paragraphs under its headings.
func shareOf(tree *syntax.Tree) *share {
	s := &share{}
	if tree.Outline == nil {
		for _, value := range tree.Values {
			s.data(value)
		}
		return s
	}
	if front := frontMatter(tree); front != nil {
		s.data(front)
	}
	s.section(tree.Outline.Root)
	return s
}

func (s *share) data(value *syntax.Node) {
	for _, item := range value.Items {
		s.data(item)
	}
	for _, field := range value.Fields {
		if !strings.HasPrefix(field.Key.Scalar, "$") && !formatKeys[field.Key.Scalar] {
			s.data(field.Value)
		}
	}
	if value.IsScalar() {
		s.value(value)
	}
}

// formatKeys say how a file is written and not what it is about.
var formatKeys = map[string]bool{
	"bomFormat": true, "specVersion": true, "@context": true, "@type": true, "apiVersion": true, "kind": true, "schema_version": true,
	"dataContractSpecification": true, "conformsTo": true, "type": true,
}

func (s *share) section(section *syntax.Section) {
	for _, block := range section.Blocks {
		switch {
		case block.Table != nil:
			for _, row := range block.Table.Rows {
				for _, cell := range row[1:] {
					s.value(cell)
				}
			}
		case len(block.Pairs) > 0:
			for _, pair := range block.Pairs {
				s.data(pair.Value)
			}
		case block.Text != nil:
			s.value(block.Text)
		default:
			for _, item := range block.Items {
				s.value(item)
			}
		}
	}
	for _, child := range section.Sections {
		s.section(child)
	}
}

func (s *share) value(value *syntax.Node) {
	switch {
	case isOpen(value):
		if s.open++; s.open == 1 {
			s.first = value
		}
	case value.Kind == syntax.Null: // nothing was asked for
	case value.IsBlank():
		s.blank++
		if s.first == nil {
			s.first = value
		}
	default:
		s.said++
	}
}

// isOpen reports whether a text waits to be replaced: a placeholder, or nothing
// but such and what introduces them.
func isOpen(value *syntax.Node) bool {
	if document.IsPlaceholder(value) {
		return true
	}
	if value.Kind != syntax.String {
		return false
	}
	return bracketed(value.Scalar) && toReplace().MatchString(value.Scalar) || instruction(value)
}

// bracketed tells at a glance most texts in which nothing is to be replaced, since
// every text of every document is asked.
func bracketed(text string) bool {
	if len(text) > longestToReplace {
		return false
	}
	for i := range len(text) {
		switch text[i] {
		case '[', '{', '<', "…"[0]:
			return true
		case '_', '.':
			if strings.HasPrefix(text[i:], "___") || strings.HasPrefix(text[i:], "....") {
				return true
			}
		}
	}
	return false
}

// longestToReplace is the length of a text, in bytes, above which it says
// something beside what is to be replaced.
const longestToReplace = 4000

// toReplace is a text made of bracketed names, marks of a template engine and
// rules to write on, with few words around them.
var toReplace = lazily(`(?i)^\W*(?:[\w /-]{0,40}[:=]\s*)?(?:\[(?:[^\[\]]{2,200})\]|\{\{[^{}]*\}\}|\{%[^{}]*%\}|<[a-z][^<>]{1,80}>|_{3,}|\.{4,}|…)(?:[\s,;/.|–-]*(?:\[(?:[^\[\]]{2,200})\]|\{\{[^{}]*\}\}|\{%[^{}]*%\}|<[a-z][^<>]{1,80}>|_{3,}))*\W*$`)

// instruction reports whether a text is in italics from end to end and tells
// its author what to write.
func instruction(value *syntax.Node) bool {
	start, end := value.Offsets()
	text := value.Text().Bytes
	return start > 0 && end < len(text) && (text[start-1] == '_' || text[start-1] == '*') && text[end] == text[start-1] && instructs().MatchString(value.Scalar)
}

var instructs = lazily(`(?i)^(?:describe|list|explain|state|specify|provide|who|what|which|how|summari[sz]e|e\.g\.|for example|add|include|document|identify|outline|note)\b`)
