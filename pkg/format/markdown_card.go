package format

import (
	"cmp"
	"path"
	"slices"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

const markdownCardName = "markdown-card"

// markdownCard is a model card or dataset card in Markdown without a fixed
// form: what it says is told from its headings.
var markdownCard = &Format{
	Name:      markdownCardName,
	Title:     "Markdown card",
	Kinds:     []string{document.ModelCard, document.DataManifest},
	Languages: []syntax.Language{syntax.Markdown},
	Nominate:  nominateMarkdownCard,
	Read:      readMarkdownCard,
}

// nominateMarkdownCard looks for the name of a card, or for a heading that
// calls the text one.
func nominateMarkdownCard(file string, content []byte) bool {
	return namedAsCard(file) != "" || cardHeading().Match(content[:min(len(content), 16<<10)])
}

var cardHeading = lazily(`(?im)^(?:#{1,3} .*\b(?:model|data(?:[ -]?set)?)[ -]?(?:card|sheet)\b.*|.*\b(?:model|data(?:[ -]?set)?)[ -]?(?:card|sheet)\b.*\r?\n(?:===|---).*)$`)

// namedAsCard is the kind of card that a file's name promises, or "".
func namedAsCard(file string) string {
	base := path.Base(file)
	folder := path.Base(path.Dir(file))
	for _, name := range []string{base, folder} {
		switch {
		case dataCardName().MatchString(name):
			return document.DataManifest
		case modelCardName().MatchString(name):
			return document.ModelCard
		}
	}
	return ""
}

var (
	modelCardName = lazily(`(?i)model[-_ .]?cards?(?:[-_ .]|$)`)
	dataCardName  = lazily(`(?i)data[-_ .]?(?:set[-_ .]?)?cards?(?:[-_ .]|$)|data[-_ ]?sheets?(?:[-_ .]|$)|data[-_]statements?(?:[-_ .]|$)`)
)

func readMarkdownCard(tree *syntax.Tree) Reading {
	if tree.Outline == nil {
		return Reading{Rejection: "it could not be read"}
	}
	if front := frontMatter(tree); front != nil && countKeys(front, hubSpaceKeys) > 0 {
		return Reading{Rejection: "it describes a Space, not a model or a dataset"}
	}
	kind, rejection := freeKind(tree)
	if promised := cmp.Or(cardKind(tree), namedAsCard(tree.Text.File)); rejection != "" && promised != "" {
		if problem := template(tree, promised); problem != nil {
			return Reading{Problems: []syntax.Problem{*problem}}
		}
	}
	if rejection != "" {
		return Reading{Rejection: rejection}
	}
	c := newCard(tree, kind)
	if kind == document.DataManifest {
		c.readDataBody(c.place().Derive(syntax.Map))
		return c.reading(markdownCardName, beyondDataCards)
	}
	c.readModelBody()
	return c.reading(markdownCardName, beyondModelCards)
}

// freeKind tells what a text is a card of, or why it is none. A title that
// says so needs two headings of a card, a file name three.
func freeKind(tree *syntax.Tree) (kind, rejection string) {
	title := ""
	if sections := tree.Outline.Root.Sections; len(sections) > 0 {
		title = sections[0].Heading.Scalar
	}
	if aboutCards().MatchString(title) || bareCards().MatchString(title) {
		return "", "it is about cards, by its title"
	}
	kind, wanted := cardKind(tree), 2
	if kind == "" {
		kind, wanted = namedAsCard(tree.Text.File), 3
	}
	if kind == "" {
		return "", "neither its name nor its title says that it is a card"
	}
	named := datasetCard().MatchString(title) || datasetCard().MatchString(path.Base(tree.Text.File))
	if kind == document.DataManifest && !named && len(speaksOfDataset().FindAllIndex(tree.Text.Bytes, 2)) < 2 {
		return "", "it is no card of a dataset: a device has a datasheet too"
	}
	if coreTopics(tree, kind) < wanted && !foreignCard(tree, kind) {
		return "", "it has too few headings of a card"
	}
	return kind, ""
}

// foreignCard reports whether a text whose headings are in another language
// is called a card by its name and by its title, and has sections.
func foreignCard(tree *syntax.Tree, kind string) bool {
	return foreignSections(tree) && singleCard().MatchString(path.Base(tree.Text.File)) && cardKind(tree) == kind
}

// foreignSections reports whether a text in another language than English has
// the sections of a card.
func foreignSections(tree *syntax.Tree) bool {
	sections := 0
	for _, section := range tree.Outline.Root.Sections {
		sections += 1 + len(section.Sections)
	}
	return sections >= 4 && !isEnglish(tree.Outline)
}

// singleCard is the name of a file that is one card; guides have the plural.
var singleCard = lazily(`(?i)(?:model|data(?:[-_ ]?set)?)[-_ .]?card\.|data[-_ ]?sheet\.`)

// datasetCard is a name that leaves no doubt of what a text is a card of.
var datasetCard = lazily(`(?i)\bdata[-_ ]?set[-_ ]?card\b`)

var speaksOfDataset = lazily(`(?i)\bdata[ -]?sets?\b|\bcorpus\b`)

// aboutCards are titles of texts that explain, propose or collect cards.
var aboutCards = lazily(`(?i)\b(?:annotated|template|guide|guidebook|guidelines|playbook|standard|specification|schema|tutorial|appendix|landscape|checklist|rubric|proposal|proposed|how to|howto|create|creating|writing|generate|generating|generation|user stud(?:y|ies)|components?|co2|understanding|introduction to|class:|slot:|changelog|review of|evaluation of)\b`)

// bareCards are titles that name cards in general.
var bareCards = lazily(`(?i)^\W*(?:about |the |our |what are )?(?:model|data ?set|data|system) ?cards\??\W*$`)

// cardKind is the kind of card that a heading near the top says the text is,
// or "".
func cardKind(tree *syntax.Tree) string {
	sections := tree.Outline.Root.Sections
	if len(sections) == 0 {
		return ""
	}
	candidates := append([]*syntax.Section{sections[0]}, sections[0].Sections...)
	for _, section := range candidates[:min(len(candidates), 2)] {
		switch title := section.Heading.Scalar; {
		case dataTitle().MatchString(title):
			return document.DataManifest
		case modelTitle().MatchString(title):
			return document.ModelCard
		}
	}
	return ""
}

var (
	modelTitle = lazily(`(?i)\bmodel[ -]?card\b|\bfiche (?:de |du )?mod[eè]le\b|\bmodellkarte\b|\bficha (?:de|del|do) modelo\b`)
	dataTitle  = lazily(`(?i)\bdata[ -]?(?:set[ -]?)?card\b|\bdata[ -]?sheet\b|\bdata statement\b`)
)

// core are the topics that set a card apart from another text.
var core = map[string][]topic{
	document.ModelCard: {
		details, useProse, useUsers, useOutOfScope, limits, ethics, trainingData, testData, results, environment, oversight, fairness,
	},
	document.DataManifest: {
		dataDescription, dataPurpose, dataUnfit, dataSource, dataMethod, dataPersonal, dataMinimised, dataLabels, dataPreparation, dataQuality, dataBias, dataLimits, dataUpdates,
	},
	document.AISystem: {
		systemPurpose, systemAbout, systemUse, useUsers, systemProhibition, systemDesign, systemLimits, systemOversight, systemMonitoring,
		systemEvaluation, systemRisk, systemPrivacy,
	},
	document.ImpactAssessment: append([]topic{
		assessedPurpose, assessedParties, assessedMisuse, assessedHarm, assessedMeasures, assessedRight, assessedResidual, assessedOutcome, oversees,
	}, dimensions...),
}

// coreTopics counts the core topics that a text has headings on.
func coreTopics(tree *syntax.Tree, kind string) int {
	table := topicsOf(kind)
	found := map[topic]bool{}
	for _, p := range table.passages(tree.Outline, nil) {
		for _, t := range p.topics {
			if slices.Contains(core[kind], t) {
				found[t] = true
			}
		}
	}
	return len(found)
}
