package format

import (
	"path"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

const impactAssessmentName = "impact-assessment"

// impactAssessment is an assessment of what an AI system does to people, in
// Markdown: of its impact as ISO/IEC 42005 asks for it, an algorithmic impact
// assessment, one of fundamental rights (EU AI Act, Art. 27), or one of data
// protection (GDPR, Art. 35) if the processing is by AI.
var impactAssessment = &Format{
	Name:      impactAssessmentName,
	Title:     "Markdown impact assessment",
	Kinds:     []string{document.ImpactAssessment},
	Languages: []syntax.Language{syntax.Markdown},
	Nominate:  nominateImpact,
	Read:      readImpact,
}

// nominateImpact looks at the name and for words on AI: most assessments of an
// impact, and procedures for them, are about something else.
func nominateImpact(file string, content []byte) bool {
	return impactFile().MatchString(path.Base(file)) && speaksOfAI().Match(content) || impactHeading().Match(content[:min(len(content), 16<<10)])
}

var (
	impactFile    = lazily(`(?i)impact[-_ .]?assessment|(?:^|[-_. ])(?:aia|aiia|aisia|dpia|fria)(?:[-_. ]|$)`)
	impactHeading = lazily(`(?im)^# .*\bimpact assessment\b`)
	impactTitle   = lazily(`(?i)\bimpact assessment\b|\b(?:AIA|AIIA|AISIA|DPIA|FRIA)\b`)
	// impactOfAI are titles that leave no doubt about what is assessed.
	impactOfAI = lazily(`\bAI\b|(?i)\b(?:artificial intelligence|algorithmic|fundamental rights|automated decision)\b|\b(?:AIA|AIIA|AISIA|FRIA)\b`)
	// ofData are titles of assessments of data protection alone, and ofRights of
	// rights alone: both leave to others what else ISO/IEC 42001 asks about.
	ofData   = lazily(`(?i)\b(?:data protection|privacy|dpia)\b`)
	ofRights = lazily(`(?i)\b(?:fundamental rights|fria)\b`)
	// aboutAssessments are titles of texts on how to assess, or of assessments of
	// something else.
	aboutAssessments = lazily(`(?i)\b(?:guide|guidance|guidelines|how to|process|procedure|policy|framework|methodology|standard|tool|toolkit|questionnaire|assessments|playbook|training|environmental impact|existing environment|code impact|migration|performance impact|business impact|change impact|regulatory impact|economic impact|traffic|breaking changes?|refactor\w*|module)\b`)
)

func readImpact(tree *syntax.Tree) Reading {
	if tree.Outline == nil {
		return Reading{Rejection: "it could not be read"}
	}
	title := firstHeading(tree)
	if rejection := rejectImpact(tree, title); rejection != "" {
		if impactTitle().MatchString(title) && (impactOfAI().MatchString(title) || namedAsTemplate(tree.Text.File)) {
			if problem := template(tree, document.ImpactAssessment); problem != nil {
				return Reading{Problems: []syntax.Problem{*problem}}
			}
		}
		return Reading{Rejection: rejection}
	}
	c := newCard(tree, document.ImpactAssessment)
	c.readAssessment()
	beyond := beyondAssessments
	if ofData().MatchString(title) || ofRights().MatchString(title) {
		beyond = slices.Concat(beyond, beyondRights)
	}
	return c.reading(impactAssessmentName, beyond)
}

// rejectImpact says why a text is no assessment. A title that leaves no doubt
// needs two headings of one, another title three and words on AI, a file name
// alone four.
func rejectImpact(tree *syntax.Tree, title string) string {
	titled, certain := impactTitle().MatchString(title), impactTitle().MatchString(title) && impactOfAI().MatchString(title)
	found := coreTopics(tree, document.ImpactAssessment)
	switch {
	case aboutAssessments().MatchString(headingText(title)) && !impactOfAI().MatchString(tail(title)):
		return "it is about something else than the impact of one AI system, by its title"
	case !titled && (!impactFile().MatchString(path.Base(tree.Text.File)) || found < 4):
		return "its title does not say that it assesses an impact"
	case !certain && len(speaksOfAI().FindAllIndex(tree.Text.Bytes, 3)) < 3:
		return "it does not speak of AI"
	case certain && found < 2 && !foreignSections(tree), !certain && found < 3:
		return "it has too few headings of an impact assessment"
	}
	return ""
}

// tail is what a title says after the words that name the assessment.
func tail(title string) string {
	_, after, _ := strings.Cut(strings.ToLower(title), "impact assessment")
	return after
}

// The topics of an impact assessment. Those without a question mark are fields.
const (
	assessedPurpose  topic = "intended_use.purpose"
	assessedDecision topic = "intended_use.decisions"
	assessedParties  topic = "interested_parties"
	assessedMisuse   topic = "foreseeable_misuse"
	assessedHarm     topic = "individuals"
	assessedMeasures topic = "measures"
	assessedRight    topic = "rights"
	assessedResidual topic = "residual"
	assessedOutcome  topic = "conclusion"
	assessedTriggers topic = "triggers"
	assessedAssessor topic = "assessor"
	assessedData     topic = "?data"
	assessedReview   topic = "?review"
	oversees         topic = "?oversight"

	foundAccountability topic = "dimensions.accountability"
	foundTransparency   topic = "dimensions.transparency"
	foundFairness       topic = "dimensions.fairness"
	foundPrivacy        topic = "dimensions.privacy"
	foundReliability    topic = "dimensions.reliability"
	foundSafety         topic = "dimensions.safety"
	foundExplainability topic = "dimensions.explainability"
	foundEnvironment    topic = "dimensions.environment"
)

var dimensions = []topic{
	foundAccountability, foundTransparency, foundFairness, foundPrivacy, foundReliability, foundSafety, foundExplainability, foundEnvironment,
}

// assessmentTopics follow the annexes of published templates: the Canadian
// Algorithmic Impact Assessment, the Australian AI impact assessment tool, the
// ICO's DPIA and FRIA templates, and real assessments.
var assessmentTopics = topicTable{
	on(assessedRight, `^(?:right to|rights? (?:and|of)|freedom of|freedoms?|human dignity)\b|\bdata subject rights\b|^rights$|\bfundamental rights\b|\brights and (?:safety|freedoms)\b`),
	on(assessedMisuse, `\b(?:misuses?|abuse|adversarial use|unintended uses?)\b`),
	on(useUsers, `\b(?:intended|primary|target) users?\b|^users?$`),
	on(useSetting, `\b(?:deployment|operational|use) (?:context|settings?|environment)\b`),
	on(assessedDecision, `\bdecisions? (?:type|informed|supported|made)\b|\badministrative decisions\b`),
	on(assessedTriggers, `\b(?:triggers?|need for (?:a|the)|is a dpia required|why (?:this|an?) assessment|legal basis|risk classification|risk threshold|risk level|level of risk)\b`),
	onUnless(assessedParties, `\b(?:stakeholders?|interested parties|affected (?:parties|groups?|people|populations?|individuals|persons)|who (?:is|may be|could be) affected|people affected|data subjects|consultation|underrepresented populations|vulnerable)\b`, `\brights\b`),
	onUnless(assessedResidual, `\bresidual\b`, `\bresidual standard\b`),
	onUnless(assessedHarm, `\b(?:risks?|harms?|adverse|failure (?:modes?|scenarios?)|worst case|disparate impact|impacts? on (?:individuals|people|persons|groups|society|rights)|(?:individual|rights and safety|potential|negative) impacts?|error types|severity|scenario|threats?|impact pre filled)\b|^impacts?$`, `\b(?:classification|threshold|register|score|residual|opportunit|risk level)\b`),
	onUnless(assessedMeasures, `\b(?:mitigations?|mitigating|measures|safeguards?|controls|conditions|action plan|recommendations?|treatment)\b`, `\bperformance measures\b`),
	on(assessedOutcome, `\b(?:conclusions?|outcome|decision and sign off|overall (?:result|risk|assessment)|result of the assessment|verdict|indicative level|determination|dpia decision|impact level)\b|^decision$|^summary of findings$`),
	on(assessedAssessor, `\b(?:assessors?|assessment team|prepared by|assessed by)\b`),
	on(oversees, `\bhuman (?:oversight|review|in the loop)\b|\boversight\b`),
	on(foundFairness, `\b(?:fairness|bias|discrimination|equity|non discrimination)\b`),
	on(foundPrivacy, `\b(?:privacy|personal (?:data|information)|data protection)\b`),
	on(foundTransparency, `\btransparency\b`),
	on(foundExplainability, `\bexplainability\b|\binterpretability\b`),
	on(foundAccountability, `\baccountability\b`),
	on(foundReliability, `\b(?:reliability|robustness|accuracy)\b`),
	on(foundSafety, `\bsafety\b`),
	on(foundEnvironment, `\b(?:environmental|sustainability|energy)\b`),
	on(assessedReview, `\b(?:monitoring|review|sign off|approval)\b`),
	on(assessedData, `\b(?:data (?:handling|flows?|inventory|processed|used|sources?)|^data|retention|transfers?|necessity|proportionality)\b`),
	on(assessedPurpose, `\b(?:purpose|(?:system|processing|project|use case) (?:description|overview|details)|description of (?:the )?(?:system|processing|project)|overview|introduction|the use case|use case|project|system|context|scope|what the (?:system|ai) does|background|benefits?)\b`),
}

var assessmentFields = aliasTable(map[string]string{
	"system":               "system, system name, ai system, name of system, project name, application, product, system under assessment, model",
	"version":              "system version, version assessed, version of the system",
	"metadata.version":     "version, document version, assessment version",
	"assessor":             "assessor, assessors, assessed by, prepared by, completed by, conducted by, respondent, author, authors, assessment team, reviewer",
	"assessed_on":          "date, assessment date, date of assessment, assessed on, completed on, last updated, date completed",
	"intended_use.purpose": "purpose, system purpose, intended purpose, description, what the ai does, intended use",
	"intended_use.users":   "users, intended users",
	"residual":             "residual risk, overall residual risk, residual impact",
	"conclusion":           "conclusion, outcome, decision, overall risk, overall result, risk level, impact level, classification, overall dpia result, overall fria result, dpia decision",
	"metadata.next_review": "review date",
	"metadata.owner":       "owner, accountable official, use case owner, responsible, dpo, data protection officer, system owner",
	"intended_use.setting": "deployment context, setting, context",
})

func (c *card) readAssessment() {
	found := c.pairs(assessedHarm, assessedRight, assessedMeasures, assessedReview)
	for _, p := range c.passages {
		for _, t := range p.topics {
			c.readAssessed(t, p)
		}
	}
	for _, t := range slices.Concat([]topic{assessedPurpose, assessedResidual, assessedOutcome, assessedAssessor, useSetting}, dimensions) {
		if p := merged(c.passages, t); p != nil {
			c.set(string(t), p.key, prose(p.blocks))
		}
	}
	for _, t := range []topic{useUsers, assessedDecision, assessedTriggers} {
		if p := merged(c.passages, t); p != nil {
			c.set(string(t), p.key, listOf(statements(p.blocks, false)))
		}
	}
	c.fill(c.root, assessmentFields, found)
	c.fill(c.root, controlFields, found)
	c.readAssessmentMentions()
	if lead := c.lead(); lead != nil {
		c.set(string(assessedPurpose), lead.Heading, prose(lead.Blocks))
	}
	c.take("assessor", "metadata.author")
	c.take("metadata.owner", "metadata.author", "assessor")
	name := c.root.Get("system")
	if name == nil {
		name = c.assessedSystem()
		c.set("system", name, name)
	}
	c.identify(name)
}

// take gives a field the value of the first of others that says something.
func (c *card) take(field string, others ...string) {
	for _, other := range others {
		if answers := c.root.Lookup(fieldPath(other)); answers != nil && document.HasContent(answers) {
			c.set(field, answers, answers)
		}
	}
}

// readAssessed adds what a passage says on a topic that has a list.
func (c *card) readAssessed(t topic, p *passage) {
	switch t {
	case assessedHarm:
		c.readImpacts(p)
	case assessedMeasures:
		c.readItems(string(t), "what", p, measureColumns)
	case assessedParties:
		c.readItems(string(t), "who", p, partyColumns)
	case assessedMisuse:
		c.readItems(string(t), "what", p, misuseColumns)
	case assessedRight:
		if text := prose(p.blocks); text != nil {
			right := entry("right", p.key, p.key)
			right.Set("effect", p.key, text)
			appendTo(c.root, string(t), p.key, right)
		}
	}
}

// assessedSystem is the system that the title names beside the assessment.
func (c *card) assessedSystem() *syntax.Node {
	if c.title == nil {
		return nil
	}
	name := strings.Trim(assessmentWords().ReplaceAllString(c.title.Scalar, " "), " :-–—|·()")
	if len(nameWords(name)) == 0 {
		return nil
	}
	return c.title.DeriveString(name)
}

var assessmentWords = lazily(`(?i)\b(?:the |an? )?(?:(?:AI|artificial intelligence|algorithmic|system|data protection|privacy|fundamental rights|human rights)[ &/-]+)*impact assessment\b(?: (?:for|of)\b)?|\((?:[^()]*)\)|[/&]? ?\b(?:DPIA|FRIA|AIA|AIIA|AISIA)\b`)

// Columns of the tables of an assessment, by the canonical field.
var (
	impactColumns = aliasTable(map[string]string{
		"harm":          "risk, harm, impact, risk to individual, failure mode, threat, scenario, description, potential harm, harm if occurs, risk description, adverse impact, assessment, answer, effect",
		"group":         "group, who, affected, affected group, stakeholder, stakeholders, affected parties, people affected, population, area, dimension",
		"severity":      "severity, impact level, consequence",
		"likelihood":    "likelihood, probability",
		"mitigation":    "mitigation, mitigations, control, controls, safeguard, safeguards, measure, measures, response",
		"reversibility": "reversibility, reversible",
		"benefit":       "benefit, benefits",
		"id":            "id, risk id, no",
	})
	measureColumns = aliasTable(map[string]string{
		"what": "measure, mitigation, action, control, safeguard, what, description, recommendation, condition", "owner": "owner, responsible, who",
		"due": "due, deadline, due date, by when, timeline", "status": "status, state",
	})
	partyColumns  = aliasTable(map[string]string{"who": "stakeholder, group, party, stakeholder group, who, interested party, affected group", "how": "consultation, how, method", "concern": "concern, interest, primary interest, concerns, impact"})
	misuseColumns = aliasTable(map[string]string{"what": "misuse, scenario, what, description, abuse", "consequence": "consequence, impact, harm", "safeguard": "safeguard, mitigation, control"})
)

// readImpacts adds the harms of a passage: the rows of a table, what a section
// of pairs says of one harm, or statements.
func (c *card) readImpacts(p *passage) {
	if one := c.oneImpact(p); one != nil {
		appendTo(c.root, string(assessedHarm), p.key, one)
		return
	}
	c.readItems(string(assessedHarm), "harm", p, impactColumns)
}

// oneImpact is a harm with a section of its own, as "Risk 1: wrongful denial"
// with its likelihood and severity below.
func (c *card) oneImpact(p *passage) *syntax.Node {
	impact := p.key.Derive(syntax.Map)
	for _, pair := range pairs(p.blocks) {
		if field := impactColumns[headingText(pair.Key.Scalar)]; field != "" {
			setOnce(impact, field, pair.Key, textOf(pair.Value))
		}
	}
	if impact.Get("likelihood") == nil && impact.Get("severity") == nil {
		return nil
	}
	setOnce(impact, "harm", p.key, p.key)
	return impact
}

// readItems adds to a list the rows of the tables of a passage by their
// columns, and its other statements under the one field.
func (c *card) readItems(list, field string, p *passage, columns map[string]string) {
	for _, block := range p.blocks {
		if block.Table == nil {
			for _, statement := range spoken([]syntax.Block{block}) {
				appendTo(c.root, list, p.key, entry(field, p.key, statement))
			}
			continue
		}
		for _, row := range block.Table.Rows {
			item := itemOf(block.Table.Header, row, columns)
			if item.Get(field) == nil {
				setOnce(item, field, p.key, rowText(row))
			}
			if len(item.Fields) > 0 {
				appendTo(c.root, list, p.key, item)
			}
		}
	}
}

// itemOf is a row under the fields that its columns stand for.
func itemOf(header, row []*syntax.Node, columns map[string]string) *syntax.Node {
	item := row[0].Derive(syntax.Map)
	for i, head := range header {
		if to := columns[headingText(head.Scalar)]; to != "" && !row[i].IsBlank() {
			setOnce(item, to, head, row[i])
		}
	}
	return item
}

// readAssessmentMentions takes statements on misuse and on what remains from
// wherever they stand, if no heading is on them.
func (c *card) readAssessmentMentions() {
	misused, remains := c.root.Get("foreseeable_misuse") == nil, c.root.Get("residual") == nil
	visitSections(c.tree.Outline.Root, func(section *syntax.Section) {
		for _, statement := range statements(section.Blocks, true) {
			if misused && misuse().MatchString(statement.Scalar) {
				appendTo(c.root, string(assessedMisuse), statement, entry("what", statement, statement))
			}
			if remains && residual().MatchString(statement.Scalar) {
				c.set(string(assessedResidual), statement, statement)
			}
		}
	})
}

var (
	misuse   = lazily(`(?i)\b(?:misus\w+|abus\w+|over-?relian\w+|prompt injection|tipping[- ]off|manipulat\w+)\b`)
	residual = lazily(`(?i)\bresidual\b|\bremaining (?:risk|impact)`)
)

// beyondAssessments is what assessments in Markdown have no custom for, or
// state in words that only a person can tell apart. Purpose, impacts on
// individuals, interested parties, misuse, conclusion and owner stay.
var beyondAssessments = slices.Concat([]document.Pattern{
	"system", "version", "triggers", "assessed_on", "assessor", "intended_use.users", "intended_use.decisions", "intended_use.setting",
	"individuals.*.id", "individuals.*.group", "individuals.*.harm", "individuals.*.severity", "individuals.*.likelihood", "individuals.*.mitigation",
	"individuals.*.reversibility", "individuals.*.vulnerable", "individuals.*.risk", "individuals.*.benefit",
	"society", "dimensions", "rights", "fundamental_rights",
	"foreseeable_misuse.*.id", "foreseeable_misuse.*.consequence", "foreseeable_misuse.*.safeguard",
	"interested_parties.*.consulted", "interested_parties.*.how", "interested_parties.*.concern",
	"measures", "decision", "publication", "data_protection", "residual",
}, uncontrolled)

// beyondRights is what an assessment of data protection or of rights alone
// leaves to others.
var beyondRights = []document.Pattern{"foreseeable_misuse", "interested_parties"}
