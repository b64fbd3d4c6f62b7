package format

import (
	"path"
	"slices"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

const systemCardName = "system-card"

// systemCard is a card of a whole AI system in Markdown: what it is for, how it
// is built, overseen and watched. It has no fixed form; what it says is told
// from its headings.
var systemCard = &Format{
	Name:      systemCardName,
	Title:     "System card",
	Kinds:     []string{document.AISystem},
	Languages: []syntax.Language{syntax.Markdown},
	Nominate:  nominateSystemCard,
	Read:      readSystemCard,
}

func nominateSystemCard(file string, content []byte) bool {
	return systemCardFile().MatchString(path.Base(file)) || systemHeading().Match(content[:min(len(content), 16<<10)])
}

var (
	systemCardFile = lazily(`(?i)system[-_ .]?cards?(?:[-_ .]|$)`)
	systemHeading  = lazily(`(?im)^# .*\bsystem[ -]card\b`)
	systemTitle    = lazily(`(?i)\bsystem[ _-]?card\b|\bfiche (?:de |du )?syst[eè]me\b|\bsystemkarte\b|\bficha (?:de|del|do) sistema\b`)
	speaksOfAI     = lazily(`\b(?:AI|A\.I\.|IA|ML|LLMs?|GPT[-\w.]*|RAG|(?i:artificial intelligence|machine[- ]learning|language models?|neural|classifiers?|algorithm\w*|automated decisions?|predictions?|recommender|agents?|embeddings?|inference))\b`)
)

func readSystemCard(tree *syntax.Tree) Reading {
	if tree.Outline == nil {
		return Reading{Rejection: "it could not be read"}
	}
	title := firstHeading(tree)
	titled, named, wanted := systemTitle().MatchString(title), systemCardFile().MatchString(path.Base(tree.Text.File)), 3
	if titled {
		wanted = 2
	}
	rejection := ""
	switch {
	case aboutCards().MatchString(title) || bareCards().MatchString(title) && pluralCards().MatchString(title):
		rejection = "it is about cards, by its title"
	case !titled && !named:
		rejection = "neither its name nor its title says that it is a system card"
	case (!titled || !named) && len(speaksOfAI().FindAllIndex(tree.Text.Bytes, 2)) < 2:
		rejection = "it does not speak of AI"
	case coreTopics(tree, document.AISystem) < wanted && (!titled || !foreignSections(tree)):
		rejection = "it has too few headings of a system card"
	}
	if rejection != "" {
		if titled || namedAsTemplate(tree.Text.File) {
			if problem := template(tree, document.AISystem); problem != nil {
				return Reading{Problems: []syntax.Problem{*problem}}
			}
		}
		return Reading{Rejection: rejection}
	}
	c := newCard(tree, document.AISystem)
	c.readSystem()
	return c.reading(systemCardName, beyondSystemCards)
}

var pluralCards = lazily(`(?i)cards\b`)

// firstHeading is the text of the first heading, or "".
func firstHeading(tree *syntax.Tree) string {
	if sections := tree.Outline.Root.Sections; len(sections) > 0 {
		return sections[0].Heading.Scalar
	}
	return ""
}

// The topics of a system card. Those without a question mark are fields.
const (
	systemPurpose     topic = "purpose"
	systemAbout       topic = "?about"
	systemUse         topic = "?intended-use"
	systemDesign      topic = "design.architecture"
	systemLimits      topic = "user_information.limitations"
	systemContact     topic = "user_information.contact"
	systemOversight   topic = "human_oversight.how"
	systemOverride    topic = "user_information.override"
	systemMonitoring  topic = "monitoring.signals"
	systemUpdate      topic = "monitoring.update"
	systemReporting   topic = "external_reporting.channel"
	systemLog         topic = "event_log.detail"
	systemRollback    topic = "deployment.rollback"
	systemEvaluation  topic = "?evaluation"
	systemRisk        topic = "?risks"
	systemData        topic = "?data"
	systemPrivacy     topic = "?privacy"
	systemOwner       topic = "owner"
	systemProhibition topic = "intended_use.prohibited"
)

// systemTopics follow the system cards of model providers, the AI Answers card
// of the Canadian Digital Service and other real ones.
var systemTopics = topicTable{
	onUnless(systemProhibition, `\b(?:out of scope|unintended|not intended|non intended|misuses?|unsuitable|should not|not (?:to )?be used|non goals?|non purpose|non use|not for|not approved|not designed for|use restrictions|prohibited|forbidden|disallowed|unacceptable|to avoid)\b`, `\blicen[cs]e`),
	on(useUsers, `\b(?:intended|primary|target|expected) (?:intended |end )?(?:users?|audience)\b|^(?:end )?users?(?: and .*)?$|^audience$|^who (?:should|can|is|are|uses?)\b|^stakeholders?$|^user (?:groups?|types?)$`),
	on(useSetting, `\b(?:deployment|intended|operational|clinical|operating|use) (?:settings?|context|environments?|conditions|envelope)\b|^environments?$`),
	on(useDecisions, `\bdecisions? (?:informed|supported|authority|support)\b`),
	onUnless(systemPurpose, `\b(?:purpose|objectives?|mission|intended outcome|primary function|goals?|purpose and scope)\b`, `\b(?:non goals?|non purpose|out of scope|purpose limitation)\b`),
	onUnless(systemUse, `\bintended (?:[a-z]+ ){0,2}(?:use|uses|usage|purposes?|tasks?|applications?)\b|^(?:(?:primary|approved|supported|main|key) )*(?:uses?|use cases?|supported tasks|capabilities|functions?)$|^(?:system )?scope$`, `\b(?:out of scope|unintended|not intended|non use$|prohibited|users?$)\b`),
	on(systemDesign, `\b(?:architecture|components?|technical (?:specifications?|details|overview)|tech stack|pipeline|design)\b|^how it works$|^building blocks$`),
	onUnless(systemLimits, `\b(?:limitations?|limits|caveats?|known issues|failure (?:modes?|cases?|behaviou?r)|weaknesses)\b|^how it can fail$`, `\b(?:rate|character|characters|length|request|requests|quota|upload|session) limits?\b`),
	on(systemOversight, `\bhuman\b.*\b(?:oversight|review|controls?|loop|supervision|intervention)\b|\boversight\b|\bhitl\b`),
	on(systemOverride, `\b(?:override|contest\w*|appeals?|redress|recourse)\b`),
	on(systemMonitoring, `\b(?:monitoring|observability|drift)\b`),
	onUnless(systemUpdate, `\b(?:maintenance|updates?|change (?:control|management)|retraining|review cadence)\b`, `\bcard (?:maintenance|updates?)\b`),
	on(systemReporting, `\b(?:incidents?|report(?:ing)? (?:issues|problems|concerns)|vulnerability)\b`),
	on(systemLog, `\b(?:audit(?:ability| trail| log\w*)?|logging|event logs?|traceability)\b`),
	on(systemRollback, `\b(?:rollback|roll back|kill switch|fallback)\b`),
	onUnless(systemEvaluation, `\b(?:evaluations?|performance|results?|metrics?|benchmarks?|testing|accuracy)\b`, `\bmonitoring\b`),
	on(systemRisk, `\b(?:risks?|harms?|safety|bias|biases|fairness|ethic\w*|responsible ai|safeguards?|guardrails?|mitigations?)\b`),
	on(systemPrivacy, `\b(?:privacy|security|personal data|data protection|pii|phi)\b`),
	on(systemData, `\b(?:data|datasets?|knowledge base|sources)\b`),
	onUnless(systemContact, `\b(?:contacts?|feedback|support)\b`, `\b(?:languages?|bilingual|multilingual|decisions?|browsers?|platforms?|devices?|accessibility) support\b`),
	on(systemOwner, `^(?:(?:system|card) )?(?:owners?|ownership|maintainers?|governance|responsibilit(?:y|ies)|accountability)$|\bcontact and ownership\b|\bcard maintenance\b`),
	on(systemAbout, `^(?:(?:system|model|executive|general|card) )*(?:details|description|overview|summary|introduction|about|information|status|at a glance)(?: and .*)?$|^(?:what|about) (?:the|this) system\b.*|^domain and context$|^system$`),
}

// asideSystem are the topics whose pairs do not say what the system is.
var asideSystem = []topic{systemDesign, systemEvaluation, systemRisk, systemData, systemPrivacy, systemLimits, systemMonitoring}

var systemFields = aliasTable(map[string]string{
	"name":                     "name, system name, system, ai system, application, product, project",
	"version+metadata.version": "version, release, system version, document version",
	"owner":                    "owner, system owner, product owner, business owner, accountable owner, owner contact, tool owner, accountable official",
	"purpose":                  "purpose, primary purpose, system purpose, primary use case, objective",
	"intended_use.users":       "users, intended users, primary users, target users, audience",
	"user_information.contact": "contact, contacts, email, contact email, support",
	"human_oversight.how":      "human oversight, oversight, human in the loop, human review",
	"intended_use.prohibited":  "out of scope, prohibited uses, prohibited use, not approved, not intended for, out of scope uses",
})

func (c *card) readSystem() {
	found := c.pairs(asideSystem...)
	for _, p := range c.passages {
		for _, t := range p.topics {
			c.readSystemTopic(t, p)
		}
	}
	for _, t := range []topic{useUsers, useDecisions, useSetting} {
		if p := merged(c.passages, t); p != nil {
			c.set(string(t), p.key, listOf(statements(p.blocks, false)))
		}
	}
	for _, t := range []topic{systemPurpose, systemDesign, systemOversight, systemOverride, systemUpdate, systemReporting, systemLog, systemRollback, systemContact} {
		if p := merged(c.passages, t); p != nil {
			c.set(string(t), p.key, prose(p.blocks))
		}
	}
	c.readSystemPairs(c.pairs(systemEvaluation))
	c.fill(c.root, systemFields, found)
	c.fill(c.root, controlFields, found)
	c.readPurpose()
	c.readMentions()
	c.readSystemOwner()
	name := c.root.Get("name")
	if name == nil {
		name = c.subject()
		c.set("name", name, name)
	}
	c.identify(name)
}

// readSystemTopic adds what a passage says on a topic that has a list, or that
// is named where it is nothing but named.
func (c *card) readSystemTopic(t topic, p *passage) {
	switch t {
	case systemProhibition, systemLimits:
		for _, statement := range statements(p.blocks, false) {
			appendTo(c.root, string(t), p.key, statement)
		}
	case systemMonitoring:
		for _, statement := range statements(p.blocks, false) {
			appendTo(c.root, string(t), p.key, entry("what", p.key, statement))
		}
	case systemOwner:
		if text := prose(p.blocks); text != nil && len(pairs(p.blocks)) == 0 {
			c.set(string(t), p.key, text)
		}
	}
}

// readSystemPairs reads the pairs that stand for a section: "**Human
// oversight:** ...".
func (c *card) readSystemPairs(found []syntax.Field) {
	for _, pair := range found {
		topics := systemTopics.topics(pair.Key.Scalar)
		if len(topics) != 1 {
			continue
		}
		switch t := topics[0]; t {
		case systemOversight, systemOverride:
			c.set(string(t), pair.Key, textOf(pair.Value))
		case useUsers:
			c.set(string(t), pair.Key, pair.Value)
		case systemProhibition, systemLimits:
			for _, block := range blocksOf(pair.Value) {
				for _, statement := range statements([]syntax.Block{block}, true) {
					appendTo(c.root, string(t), pair.Key, statement)
				}
			}
		}
	}
}

// readPurpose takes for the purpose what the card says of the intended use,
// else the sentence that states one, else what describes the system.
func (c *card) readPurpose() {
	if p := merged(c.passages, systemUse); p != nil {
		c.set(string(systemPurpose), p.key, prose(p.blocks))
	}
	sentence := c.purposeSentence(systemAbout)
	c.set(string(systemPurpose), sentence, sentence)
	if p := merged(c.passages, systemAbout); p != nil {
		c.set(string(systemPurpose), p.key, prose(p.blocks))
	}
	if lead := c.lead(); lead != nil {
		for _, block := range lead.Blocks {
			if block.Text != nil && len(block.Pairs) == 0 {
				c.set(string(systemPurpose), block.Text, block.Text)
			}
		}
	}
}

// readMentions takes statements on human oversight and on uses that are ruled
// out from wherever they stand, if no heading is on them.
func (c *card) readMentions() {
	prohibits, overseen := c.root.Lookup(syntax.Keys("intended_use", "prohibited")) == nil, c.root.Lookup(syntax.Keys("human_oversight")) == nil
	visitSections(c.tree.Outline.Root, func(section *syntax.Section) {
		for _, statement := range statements(section.Blocks, true) {
			if prohibits && (warns().MatchString(statement.Scalar) || disallows().MatchString(statement.Scalar)) {
				appendTo(c.root, string(systemProhibition), statement, statement)
			}
			if overseen && overseesIt().MatchString(statement.Scalar) {
				c.set(string(systemOversight), statement, statement)
			}
		}
	})
}

var overseesIt = lazily(`(?i)\bhuman[- ](?:in[- ]the[- ]loop|oversight|review|approval|supervision)\b|\b(?:reviewed|approved|confirmed) by (?:a |an )?(?:human|person|people|expert)`)

var disallows = lazily(`(?i)\bnot (?:production[- ])?approved\b|\bmust (?:not|never|remain)\b|\b(?:is|are) prohibited\b`)

func visitSections(section *syntax.Section, f func(*syntax.Section)) {
	f(section)
	for _, child := range section.Sections {
		visitSections(child, f)
	}
}

// readSystemOwner lets the owner of the system answer for the card, and the
// other way round.
func (c *card) readSystemOwner() {
	c.fill(c.root, systemAnswers, c.pairs())
	c.take("owner", "metadata.owner", "user_information.contact")
	c.take("metadata.owner", "owner")
}

// systemAnswers name who answers for a system that names no owner.
var systemAnswers = aliasTable(map[string]string{
	"owner": "owner, system owner, organization, organisation, developer, developed by, deployer, author, authors, team, maintainer, maintainers, provider, accountable organisation, accountable organization",
})

// beyondSystemCards is what the custom of system cards has no place for, or
// states in words that are told apart for a person only. Name, purpose,
// prohibited uses and owner stay.
var beyondSystemCards = slices.Concat([]document.Pattern{
	"role", "version", "stage", "in_scope", "excluded",
	"intended_use.users", "intended_use.decisions", "intended_use.setting",
	"models", "datasets", "suppliers", "resources", "requirements", "design", "evaluations", "release_criteria",
	"deployment", "monitoring", "event_log", "human_oversight", "user_information", "external_reporting", "customers", "regulation", "changes",
}, uncontrolled)
