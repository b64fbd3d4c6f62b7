package format

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// The topics of a model card that have no field of their own name.
const (
	usage         topic = "?usage" // how to run it
	training      topic = "?training"
	details       topic = "?details"
	trainingData  topic = "?training-data"
	testData      topic = "?evaluation-data"
	results       topic = "?evaluation"
	fairness      topic = "?fairness"
	origin        topic = "?base-model"
	apparatus     topic = "?apparatus" // citation, links, history
	useProse      topic = "intended_use.description"
	useUsers      topic = "intended_use.users"
	useDecisions  topic = "intended_use.decisions"
	useSetting    topic = "intended_use.setting"
	useOutOfScope topic = "intended_use.out_of_scope"
	useProhibited topic = "intended_use.prohibited"
	limits        topic = "limitations"
	assumptions   topic = "assumptions"
	ethics        topic = "ethical_considerations"
	explaining    topic = "explainability"
	robustness    topic = "robustness"
	security      topic = "security"
	environment   topic = "environmental.description"
	oversight     topic = "human_oversight"
	contact       topic = "contact"
	licence       topic = "model.licence"
	ownership     topic = "metadata.owner"
)

// modelTopics follow the headings of Mitchell et al., "Model Cards for Model
// Reporting" (https://arxiv.org/abs/1810.03993), of Hugging Face's annotated
// template, and of real cards.
var modelTopics = topicTable{
	on(usage, `^(?:how to (?:use|run|get started|load|install).*|(?:basic |example )?usage(?: examples?| notes| transformers| sentence transformers)?|quick ?start|getting started.*|how to get started.*|use with .*|using .*|installation|inference|examples?|example code|code examples?|sample code|demo)$`),
	onUnless(useOutOfScope, `\b(?:out of scope|unintended|not intended|non intended|inappropriate|misuses?|unsuitable|not suitable|should not|not (?:to )?be used|non goals?|unsupported (?:uses?|domains?|scenarios?)|not for|usage restrictions|use restrictions|restrictions|discouraged|not recommended|do not use|prohibited|forbidden|disallowed|malicious|banned|unacceptable|to avoid)\b`, `\blicen[cs]e`),
	onUnless(useProhibited, `\b(?:prohibited|forbidden|disallowed|banned)\b`, `\blicen[cs]e`),
	on(useUsers, `\b(?:intended|primary|target|expected) (?:intended |end )?(?:users?|audience)\b|^(?:end )?users?$|^audience$|^who (?:should|can|is|are|uses?)\b|^stakeholders?$`),
	on(useSetting, `\b(?:deployment|intended|operational|clinical|operating|use) (?:settings?|context|environment|conditions)\b`),
	on(useDecisions, `^decisions? (?:informed|supported)$|^(?:intended )?decisions?$`),
	onUnless(useProse, `\bintended (?:[a-z]+ ){0,2}(?:use|uses|usage|purposes?|tasks?|applications?)\b|^(?:(?:model|primary|direct|downstream|foreseeable|potential|recommended|permitted|acceptable|allowed|suitable|supported|evaluated|business|main|key|core|production) )*(?:uses?|purposes?|applications?|use cases?(?: and .*)?)(?: scope| and scope)?$|\bintended use\b|^when to use|^scope$|^scope of use|^purpose and `,
		`\b(?:out of scope|unintended|not intended|non intended|inappropriate|misuse|unsuitable|not suitable|should not|not for|prohibited|forbidden|users?$|audience)\b`),
	on(limits, `\b(?:limitations?|limits|caveats?|known issues|failure (?:modes?|cases?)|weaknesses|shortcomings|boundaries)\b`),
	on(assumptions, `\bassumptions?\b|^preconditions$`),
	onUnless(ethics, `\b(?:ethic|ethics|ethical|bias|biases|risks?|harms?|societal|social impact|broader (?:impacts?|implications)|safety|negative impacts?|intended impact|discrimination)\b`, `\bbias (?:terms?|correction)\b|^inductive`),
	on(fairness, `\b(?:fairness|equity|disparity|disparities|subgroups?|demographic parity|disaggregated|bias (?:evaluation|analysis|testing|audit|metrics?|and fairness))\b`),
	on(explaining, `\b(?:explainability|explanations?|interpretability|xai|feature importance)\b`),
	on(robustness, `\b(?:robustness|adversarial|out of distribution|stress tests?|reliability)\b`),
	on(security, `\b(?:security|cybersecurity)\b`),
	on(oversight, `\bhuman\b.*\b(?:oversight|review|controls?|loop|supervision|intervention)\b|\boversight\b|^override|\bhitl\b`),
	onUnless(environment, `\b(?:environmental|carbon|co2|emissions?|energy|sustainability)\b`, `\b(?:factors|variables)\b`),
	onUnless(trainingData, `\btraining (?:and (?:evaluation|test|validation|testing) )?(?:data|datasets?|corpus|corpora|set)\b|^(?:(?:pre ?training|fine ?tuning|source|input) )?(?:data|datasets?)(?: used| sources?| overview| description| summary)?$|^data (?:mission statement|and .*|used)$|\btrained on\b|^corpus$`, `\bhow to\b`),
	on(testData, `\b(?:evaluation|test|testing|validation|benchmark|eval|held out|holdout)(?: and [a-z]+)? (?:data|datasets?|sets?|corpus)\b|\btraining and (?:evaluation|test|validation|testing) (?:data|datasets?)\b`),
	onUnless(results, `\b(?:evaluations?|evaluated|performance|results?|(?:sub ?)?metrics?|benchmarks?|benchmarking|accuracy|quantitative analys[ei]s|validation|testing|eval|evals|test results)\b`,
		`^(?:training and )?(?:evaluation|test|testing|validation|benchmark|eval|held out|holdout)(?: and [a-z]+)? (?:data|datasets?|sets?|corpus)$|^training and (?:evaluation|test|validation|testing) (?:data|datasets?)$|^evaluated uses?$|\b(?:training|inference|latency|speed|throughput) (?:performance|results)\b|^how to`),
	onUnless(training, `\btraining\b|\bpre ?processing\b|\bhyper ?parameters\b|^pre ?training$|^fine ?tuning(?: .*)?$|\boptimi[sz]er\b|^hardware(?: and software)?$|^software$|^compute infrastructure$|^speeds sizes times$|^technical specifications$`, `\b(?:data|datasets?|corpus|trained on)\b`),
	on(details, `^(?:(?:model|system|card|general|technical|basic|key) )*(?:details|description|overview|summary|info|information|identity|metadata|inventory|characteristics|at a glance)$|^(?:introduction|about|background|abstract|document control|status|governance(?: status)?|status and decision)$|^about (?:the|this) model$|^model$`),
	on(origin, `^(?:base|parent|foundation|backbone|pre ?trained) models?(?: .*)?$|^fine ?tuned from\b|^finetuned from\b`),
	on(contact, `\b(?:contacts?|feedback|questions|support contact|reach us|report(?:ing)? (?:issues|problems|concerns|adverse)|where to send)\b|^support$`),
	on(ownership, `^(?:(?:model|card|data) )?(?:owners?|ownership|maintainers?|owner and .*)$`),
	onUnless(licence, `\blicen[cs](?:es?|ing)\b`, `\bnot\b`),
	on(apparatus, `\b(?:citations?|citing|cite|bibtex|references|acknowledge?ments?|glossary|links|resources|more information|change ?log|files|repository|requirements|version history|related|changes|roadmap|pipeline|architecture|how (?:it|the model) works|comparison)\b`),
}

// asideModel are the topics whose pairs do not describe the model.
var asideModel = []topic{usage, training, trainingData, testData, results, fairness, limits, ethics, apparatus, environment, origin}

// modelFields are the names under which cards state what the model is, in
// front matter or in pairs.
var modelFields = aliasTable(map[string]string{
	"model.name":                     "name, model name, model, model id, model title, full name, selected model, model tag",
	"model.version":                  "model version, current version, release version",
	"model.version+metadata.version": "version, release, revision, version number",
	"model.type":                     "type, model type, type of model, model category, algorithm, model algorithm, algorithm type, model class, model family type",
	"model.architecture":             "architecture, model architecture, network architecture, backbone, network",
	"model.task":                     "task, tasks, model task, primary task, ml task, task type, problem type, pipeline tag",
	"model.licence":                  "license, licence, licenses, licences, license type, model license, model licence, licensing, licence type, spdx license",
	"model.developed_by":             "developed by, developer, developers, model developer, model developers, organization, organisation, developer organization, provider, model provider, vendor, created by, creator, creators, built by, team, institution, company, publisher, organisation owner, person or organization developing model",
	"model.path":                     "model path, model file, model artifact, weights file, weights path, artifact path",
	"model.trained_on":               "training date, trained on date, date trained, training completed, model date",
	"contact":                        "contact, contacts, contact email, contact information, contact person, support contact, point of contact, model card contact, email, feedback, questions, questions or comments, where to send questions, send questions to, inquiries, where to send questions or comments about the model",
})

var baseModelFields = aliasTable(map[string]string{
	"base": "base model, base models, base, base policy, base checkpoint, foundation model, parent model, fine tuned from, finetuned from, finetuned from model, fine tuned from model, derived from, pretrained model, pre trained model, base llm, underlying model, backbone model",
})

// pairTopics are those that a pair states on its own: "**Out of scope:** ...".
var pairTopics = []topic{
	useProse, useUsers, useDecisions, useSetting, useOutOfScope, useProhibited, limits, trainingData, testData, oversight, assumptions,
}

// readBody gathers what the body of a model card says.
func (c *card) readModelBody() {
	found := c.named(asideModel...)
	c.readTopics()
	c.readPairTopics(c.pairs(asideModel...))
	c.readWarnings()
	c.readBiases()
	c.fill(c.root, modelFields, found)
	c.readLicenceSentence()
	c.fill(c.root, controlFields, found)
	c.readPeople()
	c.readOwner()
	purpose := c.purposeSentence(details)
	c.set(string(useProse), purpose, purpose)
	c.readBaseModels(found)
	c.readEnvironment()
	c.readMetrics()
	c.readCitation()
	c.readReleases()
	name := c.root.Lookup(syntax.Keys("model", "name"))
	if name == nil {
		name = cmp.Or(c.subject(), c.namedInProse())
		c.set("model.name", name, name)
	}
	c.identify(name)
}

// readCitation takes the version out of the only entry of BibTeX in a card, if it
// cites software or a model under the name in the title.
func (c *card) readCitation() {
	subject := c.subject()
	found := citation().FindAllSubmatchIndex(c.tree.Text.Bytes, 2)
	if subject == nil || len(found) != 1 {
		return
	}
	at := found[0]
	entry := string(c.tree.Text.Bytes[at[0]:at[1]])
	words, title := nameWords(subject.Scalar), citedTitle().FindStringSubmatch(entry)
	if len(words) == 0 || title == nil || !slices.Contains(nameWords(title[1]), words[0]) {
		return
	}
	if version := citedVersion().FindStringSubmatchIndex(entry); version != nil {
		node := syntax.NewString(entry[version[2]:version[3]], c.tree.Text, at[0]+version[2], at[0]+version[3])
		c.set("model.version", node, node)
	}
}

var (
	citation     = lazily(`(?is)@(?:software|model|misc)\{[^@]*?\n\s*\}`)
	citedTitle   = lazily(`(?i)\btitle\s*=\s*[{"]+([^{}"\n]{1,200})`)
	citedVersion = lazily(`(?i)\bversion\s*=\s*[{"]\s*([^{}"\n]{1,40}?)\s*[}"]`)
)

// readReleases takes the version out of a sentence that says under which name with
// a version the maker released the model: "we released large-v3".
func (c *card) readReleases() {
	for _, p := range c.passages {
		if !p.is(details) {
			continue
		}
		for _, statement := range statements(p.blocks, true) {
			for _, sentence := range sentences(statement) {
				says := plain(sentence.Scalar)
				if found := versioned().FindAllStringSubmatch(says, -1); len(found) > 0 && releases().MatchString(says) && !fromAnother().MatchString(says) {
					c.set("model.version", sentence, sentence.DeriveString(found[len(found)-1][1]))
				}
			}
		}
	}
}

var (
	releases  = lazily(`(?i)\bwe\W+(?:have |also )*released?\b`)
	versioned = lazily(`\b[A-Za-z]\w*-(v\d+(?:\.\d+)*)\b`)
)

// readPeople finds who developed the model and whom it is for in sentences, where
// neither has a heading or entry of its own.
func (c *card) readPeople() {
	var about []*syntax.Node
	if lead := c.lead(); lead != nil {
		about = statements(lead.Blocks, true)
	}
	for _, p := range c.passages {
		if p.is(details) {
			about = append(about, statements(p.blocks, true)...)
		}
		if !p.is(useProse) {
			continue
		}
		for _, statement := range statements(p.blocks, true) {
			if match := usersSentence().FindStringSubmatch(statement.Scalar); match != nil {
				c.set(string(useUsers), p.key, listOf([]*syntax.Node{statement.DeriveString(match[1])}))
			}
		}
	}
	for _, statement := range about {
		if match := makerSentence().FindStringSubmatch(statement.Scalar); match != nil && !fromAnother().MatchString(match[0]) {
			c.set("model.developed_by", statement, statement.DeriveString(strings.TrimSpace(match[1])))
		}
	}
}

var (
	usersSentence = lazily(`(?i)\b(?:primary |main )?(?:intended|target) (?:users?|audience) (?:of (?:the|this|these) models? )?(?:is|are|includes?) ([^.;]{3,200})`)
	makerSentence = lazily(`^[^.]{0,160}\b(?:developed|trained|created|built)(?:,? (?:and|&) (?:publicly )?(?:released|developed|trained|maintained))? by (?:(?:the|researchers at) )?([A-Z][\w&'’-]*(?: (?:[A-Z][\w&'’-]*|AI|of|and|for))*)`)
	fromAnother   = lazily(`(?i)\b(?:based on|fine-? ?tuned|derived|versions? of|variant|adapter|distilled|built on|built upon|uses?|using|from|on top of)\b`)
)

// namedInProse is the name in a sentence that says what the model is: "Llama 2
// is a language model"; nil if there is none.
func (c *card) namedInProse() *syntax.Node {
	for _, p := range c.passages {
		if !p.is(details) {
			continue
		}
		texts := statements(p.blocks, true)
		for _, pair := range pairs(p.blocks) {
			texts = append(texts, pair.Value)
		}
		for _, text := range texts {
			if match := isModel().FindStringSubmatch(text.Scalar); match != nil {
				return text.DeriveString(match[1])
			}
		}
	}
	return nil
}

var isModel = lazily(`^(?:\W*[Tt]he )?([A-Z][\w.+-]*(?: [\w.+-]*\d[\w.+-]*)?) (?:is|are) (?:an?|the) [^.]{0,120}\b(?:model|models|network|classifier|LLMs?|transformer)\b`)

func (c *card) readTopics() {
	for _, p := range c.passages {
		for _, t := range p.topics {
			if !slices.Contains(gathered, t) {
				c.readTopic(t, p.key, p.blocks)
			}
		}
	}
	for _, t := range gathered {
		if p := merged(c.passages, t); p != nil {
			c.readTopic(t, p.key, p.blocks)
		}
	}
}

// gathered are the topics that have one text or list, however many headings a
// card has on them.
var gathered = []topic{
	useProse, useUsers, useDecisions, useSetting, explaining, robustness, security, environment, oversight, contact,
}

func (c *card) readTopic(t topic, key *syntax.Node, blocks []syntax.Block) {
	if strings.HasPrefix(string(t), "intended_use.") && c.root.Get("intended_use") == nil && len(blocks) > 0 {
		c.root.Set("intended_use", key, key.Derive(syntax.Map)) // what its section lacks is missing there
	}
	switch t {
	case useOutOfScope, useProhibited, limits, assumptions:
		for _, statement := range statements(blocks, false) {
			if t == useOutOfScope && restrictions().MatchString(headingText(key.Scalar)) && !restricts().MatchString(statement.Scalar) {
				continue // what is free, or where the restrictions come from
			}
			appendTo(c.root, string(t), key, statement)
		}
	case ethics:
		for _, statement := range statements(unmeasured(blocks), false) {
			appendTo(c.root, string(t), key, entry("name", key, statement))
		}
	case useUsers, useDecisions, useSetting:
		c.set(string(t), key, listOf(statements(blocks, false)))
	case useProse, explaining, robustness, security, environment, oversight, contact:
		c.set(string(t), key, prose(blocks))
	case licence, ownership:
		if text := prose(blocks); text != nil && len(pairs(blocks)) == 0 {
			c.set(string(t), key, text)
		}
	case trainingData:
		c.readDataset(key, blocks, "training")
	case testData:
		c.readDataset(key, blocks, "test")
	}
}

// Restrictions are often those of a licence, with what it permits beside them.
var (
	restrictions = lazily(`\brestrictions?$`)
	restricts    = lazily(`(?i)\bnot\b|n['’]t\b|\b(?:prohibited|forbidden|disallowed|banned|restricted to|only (?:for|to)|no \w+|never|without)\b|❌|🚫|⛔`)
)

// unmeasured are the blocks that hold no results.
func unmeasured(blocks []syntax.Block) []syntax.Block {
	return slices.DeleteFunc(slices.Clone(blocks), func(block syntax.Block) bool { return len(measures(block)) > 0 })
}

// readWarnings takes statements about unfit uses out of other prose if there
// is no heading on them.
func (c *card) readWarnings() {
	if c.root.Lookup(syntax.Keys("intended_use", "out_of_scope")) != nil {
		return
	}
	for _, p := range c.passages {
		if !p.is(useProse) && !p.is(limits) && !p.is(ethics) && !p.is(details) {
			continue
		}
		for _, statement := range statements(p.blocks, false) {
			if warns().MatchString(statement.Scalar) {
				appendTo(c.root, string(useOutOfScope), p.key, statement)
			}
		}
	}
}

// readBiases takes sentences about bias out of other prose if there is no heading
// on ethical considerations.
func (c *card) readBiases() {
	if c.root.Get("ethical_considerations") != nil {
		return
	}
	for _, p := range c.passages {
		for _, statement := range statements(p.blocks, false) {
			for _, sentence := range sentences(statement) {
				if says := plain(sentence.Scalar); biased().MatchString(says) && !unbiased().MatchString(says) {
					appendTo(c.root, string(ethics), p.key, entry("name", sentence, sentence))
				}
			}
		}
	}
}

var (
	biased   = lazily(`(?i)\b(?:encodes?|inherits?|amplif(?:y|ies)|perpetuates?|reproduces?|exhibits?|reinforces?) (?:[\w,-]+ ){0,5}(?:bias(?:es)?|stereotypes)\b`)
	unbiased = lazily(`(?i)\b(?:not|no|never|inductive)\b`)
)

var warns = lazily(`(?i)\b(?:out[- ]of[- ]scope|not (?:be )?(?:intended|suitable|suited|appropriate|designed|validated|approved|recommended) (?:for|to)|(?:should|must|may) not be (?:used|relied|deployed)|do not use|don['’]t use|(?:do|does) not (?:support|recommend)|don['’]t (?:support|recommend)|(?:caution|recommend|advise) against|no \w+ (?:is|are) (?:approved|intended|suitable|validated) for|for tasks? (?:such as|like) [^.]{1,60}\byou should (?:look at|use|consider)|^not for|never use|not for (?:\w+ ){0,3}(?:use|uses|decisions?|deployment|production|purposes|diagnosis|commercial))\b`)

// readOwner takes who developed the model, else who wrote the card or is to be
// contacted, for the owner of a card that names none: cards have no other word for who
// answers for them.
func (c *card) readOwner() {
	owner := c.root.Lookup(syntax.Keys("metadata", "owner"))
	c.set(string(contact), owner, owner) // who answers for it can be asked
	c.readIssues()
	for _, field := range []string{"model.developed_by", "metadata.author", "contact"} {
		answers := c.root.Lookup(fieldPath(field))
		if answers != nil && document.HasContent(answers) {
			c.set("metadata.owner", answers, answers)
		}
	}
}

// readIssues takes the page for issues, which stands among the links, for the
// contact.
func (c *card) readIssues() {
	for _, pair := range c.pairs() {
		if value := textOf(pair.Value); issuePages[headingText(pair.Key.Scalar)] && value != nil && strings.Contains(value.Scalar, "://") {
			c.set(string(contact), pair.Key, value)
		}
	}
}

var issuePages = map[string]bool{"issues": true, "issue tracker": true, "github issues": true, "bug reports": true, "report issues": true}

// purposeSentence is what states a purpose at the beginning of a card, as "The
// model is intended for", or nil.
func (c *card) purposeSentence(described topic) *syntax.Node {
	text := []*syntax.Node{}
	if lead := c.lead(); lead != nil {
		text = statements(lead.Blocks, true)
	}
	for _, p := range c.passages {
		if p.is(described) {
			text = append(text, statements(p.blocks, true)...)
		}
	}
	for _, statement := range text {
		if saysPurpose(statement) {
			return statement
		}
	}
	return nil
}

// readLicenceSentence finds a licence that is named in a sentence about the
// model: "released under the Apache 2.0 license".
func (c *card) readLicenceSentence() {
	defer c.readLicenceAnywhere()
	for _, p := range c.passages {
		if !p.is(details) && !p.is(useProse) {
			continue
		}
		for _, statement := range statements(p.blocks, true) {
			if match := licensed().FindStringSubmatch(statement.Scalar); match != nil {
				c.set(string(licence), p.key, statement.DeriveString(match[1]))
			}
		}
	}
}

// readLicenceAnywhere finds a licence that a sentence under another heading names
// as that of the model: "The release is licensed CC-BY-4.0".
func (c *card) readLicenceAnywhere() {
	for _, p := range c.passages {
		for _, statement := range statements(p.blocks, true) {
			for _, sentence := range sentences(statement) {
				if match := licensedAs().FindStringSubmatch(sentence.Scalar); match != nil && !p.is(trainingData) && !p.is(testData) {
					c.set(string(licence), sentence, sentence.DeriveString(match[1]))
				}
			}
		}
	}
}

var licensedAs = lazily(`\b(?:[Mm]odel|[Ww]eights|[Rr]elease|[Cc]heckpoints?) (?:is|are) licensed (?:under )?(?:the )?((?:CC[ -]BY|CC0|Apache|MIT|BSD|L?GPL|AGPL|MPL|OpenRAIL)[\w-]*(?:\.\d+)*(?: \d[\d.]*\d)?)`)

var licensed = lazily(`(?i)\b(?:licensed|released|distributed|available|published)\b[^.]{0,40}\bunder (?:the |an? )?([^.,;]{1,40}(?:\.\d[^.,;]{0,20})?\blicen[cs]e)\b`)

// readDataset adds a dataset that the card describes in prose.
func (c *card) readDataset(key *syntax.Node, blocks []syntax.Block, role string) {
	text := prose(blocks)
	if text.IsBlank() {
		return
	}
	if named := c.datasetOf(role); named != nil {
		setOnce(named, "description", key, text)
		return
	}
	dataset := entry("description", key, text)
	for _, pair := range pairs(blocks) {
		switch headingText(pair.Key.Scalar) {
		case "name", "dataset", "dataset name", "source", "data source":
			if value := textOf(pair.Value); value != nil {
				setOnce(dataset, "name", pair.Key, value)
			}
		case "version", "dataset version":
			if value := textOf(pair.Value); value != nil {
				setOnce(dataset, "version", pair.Key, value)
			}
		}
	}
	dataset.Set("role", key, key.DeriveString(role))
	appendTo(c.root, "datasets", key, dataset)
}

// datasetOf is a dataset that the front matter names for a role, or nil.
func (c *card) datasetOf(role string) *syntax.Node {
	list := c.root.Get("datasets")
	if list == nil {
		return nil
	}
	for _, dataset := range list.Items {
		if dataset.Get("id") != nil && dataset.Get("role").Scalar == role {
			return dataset
		}
	}
	return nil
}

// readPairTopics reads the pairs that stand for a section of their own, unless
// there is one.
func (c *card) readPairTopics(found []syntax.Field) {
	var byPair []*passage
	for _, pair := range found {
		topics := modelTopics.topics(pair.Key.Scalar)
		if len(topics) != 1 || !slices.Contains(pairTopics, topics[0]) {
			continue
		}
		if slices.ContainsFunc(c.passages, func(p *passage) bool { return p.is(topics[0]) && len(p.blocks) > 0 }) {
			continue
		}
		byPair = append(byPair, &passage{topics: topics, key: pair.Key, blocks: blocksOf(pair.Value)})
	}
	for _, p := range byPair {
		c.readTopic(p.topics[0], p.key, p.blocks)
	}
}

// blocksOf is the value of a pair as blocks.
func blocksOf(value *syntax.Node) []syntax.Block {
	switch {
	case value.Kind == syntax.List:
		var texts []*syntax.Node
		for _, item := range value.Items {
			if text := textOf(item); text != nil {
				texts = append(texts, text)
			}
		}
		return []syntax.Block{{Kind: syntax.BulletList, Items: texts}}
	case value.IsScalar() && !value.IsBlank():
		return []syntax.Block{{Kind: syntax.Paragraph, Text: value}}
	}
	return nil
}

func (c *card) readBaseModels(found []syntax.Field) {
	if c.root.Lookup(syntax.Keys("model", "base_models")) != nil {
		return
	}
	for _, pair := range found {
		if _, ok := baseModelFields[headingText(pair.Key.Scalar)]; !ok || !document.HasContent(pair.Value) {
			continue
		}
		if name := textOf(pair.Value); name != nil {
			appendTo(c.root, "model.base_models", pair.Key, entry("name", pair.Key, name))
			return
		}
	}
	if p := merged(c.passages, origin); p != nil {
		appendTo(c.root, "model.base_models", p.key, baseModel(p))
	}
}

// baseModel is the model that a section on it names.
func baseModel(p *passage) *syntax.Node {
	model := p.key.Derive(syntax.Map)
	for _, pair := range pairs(p.blocks) {
		value := textOf(pair.Value)
		switch headingText(pair.Key.Scalar) {
		case "name", "model", "model name", "model id", "model family", "base model":
			setOnce(model, "name", pair.Key, value)
		case "developer", "provider", "developed by", "supplier", "organization", "organisation", "vendor":
			setOnce(model, "supplier", pair.Key, value)
		case "license", "licence":
			setOnce(model, "licence", pair.Key, value)
		case "version", "model version":
			setOnce(model, "version", pair.Key, value)
		}
	}
	setOnce(model, "name", p.key, statements(p.blocks, true)[0])
	return model
}

// environmentFields are those of Hugging Face's template
// (https://huggingface.co/docs/hub/model-cards-co2).
var environmentFields = aliasTable(map[string]string{
	"hardware": "hardware, hardware type, hardware used, gpu, gpus, accelerator, compute",
	"region":   "compute region, region, location, geographical location, cloud region",
})

// readEnvironment reads what sections on the environment name. Hardware among the
// details of training alone does not speak of it.
func (c *card) readEnvironment() {
	for _, p := range c.passages {
		if !p.is(environment) {
			continue
		}
		for _, pair := range pairs(p.blocks) {
			name, value := headingText(pair.Key.Scalar), textOf(pair.Value)
			if value == nil {
				continue
			}
			if field, ok := environmentFields[name]; ok {
				c.set("environmental."+field, pair.Key, value)
			}
			if field, ok := footprintFields[name]; ok {
				c.set("environmental."+field, pair.Key, footprint(value, field))
			}
		}
	}
}

// footprintFields are the names of what training took, with a unit.
var footprintFields = aliasTable(map[string]string{
	"carbon_kg":  "carbon emitted, carbon emissions, carbon footprint, co2 emitted, co2 emissions, co2 eq emissions, co2eq, emissions, total emissions",
	"energy_kwh": "energy, energy used, energy consumed, energy consumption, power consumption, total energy, electricity",
})

// footprint is a text that states an amount with its unit, as "3.2 kg CO2eq", in
// kilograms or kilowatt hours; nil if it states none.
func footprint(text *syntax.Node, field string) *syntax.Node {
	match := withUnit().FindStringSubmatch(strings.TrimSpace(text.Scalar))
	if match == nil {
		return nil
	}
	unit := strings.ToLower(match[2])
	factor := masses[unit]
	if field == "energy_kwh" {
		factor = energies[unit]
	}
	amount, ok := new(big.Rat).SetString(strings.ReplaceAll(match[1], ",", ""))
	if factor == nil || !ok {
		return nil
	}
	n := text.Derive(syntax.Number)
	n.Scalar = strings.TrimRight(strings.TrimRight(amount.Mul(amount, factor).FloatString(20), "0"), ".")
	return n
}

var (
	withUnit = lazily(`^[~≈]?\s*(\d{1,3}(?:,\d{3})+(?:\.\d{1,12})?|\d{1,15}(?:\.\d{1,12})?)\s*([A-Za-z]{1,8})\b`)
	masses   = map[string]*big.Rat{
		"g": big.NewRat(1, 1000), "kg": big.NewRat(1, 1), "t": big.NewRat(1000, 1), "tonnes": big.NewRat(1000, 1), "tons": big.NewRat(1000, 1),
		"kgco": big.NewRat(1, 1), "kgco2": big.NewRat(1, 1), "kgco2eq": big.NewRat(1, 1), "tco2eq": big.NewRat(1000, 1), "gco2eq": big.NewRat(1, 1000),
	}
	energies = map[string]*big.Rat{"wh": big.NewRat(1, 1000), "kwh": big.NewRat(1, 1), "mwh": big.NewRat(1000, 1), "gwh": big.NewRat(1_000_000, 1)}
)

// beyondModelCards is what the custom of Markdown model cards has no place
// for. What cards commonly state stays expressible: version, owner, licence,
// intended and out-of-scope use, limitations, data, evaluation and metrics,
// contact, ethical considerations.
var beyondModelCards = append([]document.Pattern{
	"system", "assumptions", "explainability", "robustness", "security", "human_oversight", "fairness",
	"fairness.*.group", "fairness.*.metric", "fairness.*.value", "fairness.*.threshold", "fairness.*.mitigation", "fairness.*.unit", "fairness.*.on",
	"fairness.*.dataset", "fairness.*.version", "fairness.*.source", "fairness.*.direction",
	"environmental", "environmental.carbon_kg", "environmental.energy_kwh", "environmental.hardware", "environmental.region", "environmental.source",
	"intended_use.decisions", "intended_use.setting", "intended_use.users", "intended_use.prohibited",
	"model.architecture", "model.base_models", "model.base_models.*.digest", "model.base_models.*.licence", "model.base_models.*.supplier", "model.base_models.*.version",
	"model.digest", "model.path", "model.trained_on", "model.task", "model.type", "model.developed_by",
	"datasets.*.id", "datasets.*.name", "datasets.*.version",
	"ethical_considerations.*.harm", "ethical_considerations.*.mitigation",
	"evaluation.*.confidence_interval", "evaluation.*.direction", "evaluation.*.on", "evaluation.*.slice", "evaluation.*.source",
	"evaluation.*.metric", "evaluation.*.value", // where all is in words
	"evaluation.*.threshold", "evaluation.*.unit", "evaluation.*.version", "evaluation.*.dataset",
}, uncontrolled...)
