package format

import (
	"strings"

	"github.com/aimslint/aimslint/pkg/syntax"
)

// answered is the outline of a datasheet with a section for each question that
// stands in its text or lists rather than in a heading. The questions are those
// of Gebru et al., "Datasheets for Datasets" (https://arxiv.org/abs/1803.09010),
// which many authors answer in the same paragraph.
func answered(outline *syntax.Outline) *syntax.Outline {
	left := maxQuestions
	return &syntax.Outline{Root: answeredSection(outline.Root, &left)}
}

// maxQuestions is far above the 57 of a datasheet; the rest stays text.
const maxQuestions = 1000

func answeredSection(section *syntax.Section, left *int) *syntax.Section {
	result := &syntax.Section{Level: section.Level, Heading: section.Heading}
	into := result
	for _, block := range section.Blocks {
		for _, part := range separate(block) {
			if part.Text == nil {
				into.Blocks = append(into.Blocks, part)
				continue
			}
			heading, answer := question(part.Text)
			if heading == nil || *left == 0 {
				into.Blocks = append(into.Blocks, part)
				continue
			}
			*left--
			into = &syntax.Section{Level: syntax.BoldHeading, Heading: heading}
			result.Sections = append(result.Sections, into)
			if answer != nil {
				into.Blocks = append(into.Blocks, syntax.Block{Kind: syntax.Paragraph, Text: answer})
			}
		}
	}
	for _, child := range section.Sections {
		result.Sections = append(result.Sections, answeredSection(child, left))
	}
	return result
}

// separate takes a list that asks questions apart, one paragraph an item.
func separate(block syntax.Block) []syntax.Block {
	asks := false
	for _, item := range block.Items {
		heading, _ := question(item)
		asks = asks || heading != nil
	}
	if !asks {
		return []syntax.Block{block}
	}
	items := make([]syntax.Block, 0, len(block.Items))
	for _, item := range block.Items {
		items = append(items, syntax.Block{Kind: syntax.Paragraph, Text: item})
	}
	return items
}

// question divides a text that begins with a question into that and the answer
// to it; either may be nil. What the question adds to itself ("If so, please
// describe") is no answer.
func question(text *syntax.Node) (heading, answer *syntax.Node) {
	match := asked().FindStringSubmatch(text.Scalar)
	if match == nil {
		return nil, nil
	}
	rest := match[2]
	for {
		more := addition().FindString(rest)
		if more == "" {
			break
		}
		rest = rest[len(more):]
	}
	heading = text.DeriveString(match[1])
	if rest = strings.TrimSpace(rest); rest == "" {
		return heading, nil
	}
	start, end := text.Offsets()
	if i := strings.Index(text.Source(), strings.Fields(rest)[0]); i > 0 && strings.Count(text.Source(), strings.Fields(rest)[0]) == 1 {
		start += i
	}
	return heading, syntax.NewString(rest, text.Text(), start, end)
}

var (
	asked    = lazily(`(?is)^(?:q?\d+[.):]?\s+)?((?:who|what|how|why|when|where|which|(?:for|over|under|on|in|at|by|with|to|through) (?:what|which|whom|whose)|is|are|was|were|will|does|do|did|has|have|if|should|can|could|any other)\b[^?]{8,400}\?)\s*(.*)$`)
	addition = lazily(`(?is)^(?:(?:if|please|was|were|is|are|does|do|did|how|what|who|will|has|have|when|where|which|for example)\b[^?.]{3,400}\?\s*|(?:if (?:so|not|yes|it|the|there)|please)\b(?:[^.(]|\([^)]*\)|\.\pL){3,500}\.(?:\s+|$))`)
)

// notApplicable reports whether a question is answered by saying that it does
// not apply, which leaves nothing open.
func notApplicable(p *passage) bool {
	if !strings.HasSuffix(strings.TrimSpace(p.key.Scalar), "?") {
		return false
	}
	text := prose(p.blocks)
	return text != nil && inapplicable().MatchString(strings.TrimSpace(text.Scalar))
}

var inapplicable = lazily(`(?i)^\W*(?:n\W?a|not applicable)\W*$`)
