package format

import (
	"slices"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// The topics of a dataset card. Those that begin with "datasets." name a field
// below the one dataset of the card.
const (
	dataStructure   topic = "?structure"
	dataDescription topic = "description"
	dataPurpose     topic = "purpose"
	dataUnfit       topic = "?out-of-scope"
	dataSource      topic = "acquisition.source"
	dataMethod      topic = "acquisition.method"
	dataOn          topic = "acquisition.on"
	dataSubjects    topic = "acquisition.subjects"
	dataConsent     topic = "acquisition.consent"
	dataLicence     topic = "acquisition.licence"
	dataBasis       topic = "acquisition.lawful_basis"
	dataPersonal    topic = "personal_data.description"
	dataMinimised   topic = "personal_data.minimisation"
	dataPeople      topic = "demographics"
	dataDerived     topic = "provenance.derived_from"
	dataPreparation topic = "preparation"
	dataLabels      topic = "labelling.instructions"
	dataLabellers   topic = "labelling.by"
	dataAgreement   topic = "labelling.agreement"
	dataQuality     topic = "quality"
	dataBias        topic = "known_bias"
	dataMitigation  topic = "?mitigation"
	dataBenefit     topic = "?benefit"
	dataLimits      topic = "limitations"
	dataOwner       topic = "owner"
	dataContact     topic = "?contact"
	dataAccess      topic = "access"
	dataRetention   topic = "retention"
	dataUpdates     topic = "update_cadence"
)

// dataTopics follow the headings of Gebru et al., "Datasheets for Datasets"
// (https://arxiv.org/abs/1803.09010), of the Data Cards Playbook, of Hugging
// Face's dataset card template, and of real cards.
var dataTopics = topicTable{
	on(usage, `^(?:how to .*|quick ?start|getting started.*|load.*|usage|installation|examples?|code)$`),
	on(dataUnfit, `\b(?:out of scope|not suitable|unsuitable|not intended|unintended|should not be used|misuse|inappropriate|prohibited)\b`),
	onUnless(dataPurpose, `\b(?:purpose|motivations?|intended (?:[a-z]+ )?(?:use|uses|usage|purposes?)|curation rationale|rationale|supported tasks|what tasks?|tasks could the dataset)\b|^(?:(?:primary|direct|suitable|recommended|key) )*(?:uses?|use cases?)$|\bused for any tasks\b|\bwhy was\b`, `\b(?:out of scope|not suitable|unsuitable|not intended|unintended|should not|misuse|inappropriate|prohibited)\b`),
	on(dataDerived, `^derived from\b|^source datasets?$|^upstream datasets?$`),
	onUnless(dataSource, `\b(?:source data|data sources?|sources?|provenance|origins?|lineage|data producers?|where does the data come)\b`, `\bsources of (?:noise|error|bias)|\berrors\b|\bopen source\b|\bdeduplication\b`),
	on(dataMethod, `\b(?:collection|acquisition|data gathering|acquired|how was the data|generation (?:process|method|tools?|pipeline)|data creation|dataset creation|construction|sampling|split construction|mechanisms or procedures)\b|\bpipeline\b`),
	on(dataOn, `\b(?:time ?frames?|collection (?:date|period)|temporal (?:coverage|extent)|date of collection)\b`),
	on(dataConsent, `\bconsent\b`),
	on(dataSubjects, `^(?:data subjects?|participants?|subjects?|contributors|donors)$`),
	on(dataBasis, `\b(?:lawful basis|legal basis)\b`),
	onUnless(dataLicence, `\b(?:licen[cs]es?|licen[cs]ing|copyright|terms of use)\b`, `\bnot\b`),
	on(dataPersonal, `\b(?:personal|sensitive|privacy|pii|phi|confidential|gdpr)\b`),
	on(dataMinimised, `\b(?:anonymi[sz](?:ation|ed)|de ?identification|pseudonymi[sz]ation|redaction|minimi[sz]ation)\b`),
	on(dataPeople, `\b(?:demographics?|subpopulations?|population|representation of groups)\b`),
	on(dataLabellers, `\b(?:annotators?|labell?ers|raters)\b`),
	on(dataAgreement, `\b(?:inter ?(?:annotator|rater)|annotator) agreement\b|\bagreement$`),
	onUnless(dataLabels, `\b(?:annotations?|annotation process|labell?ing|labels?|ground truth)\b`, `\b(?:annotators?|labell?ers|distribution|agreement|label or target)\b`),
	onUnless(dataPreparation, `\b(?:pre ?processing|processing|processed|cleaning|curation|preparation|transformations?|normali[sz]ation|filtering|deduplication|decontamination|contamination prevention|post ?processing)\b`, `\brationale\b`),
	on(dataQuality, `\b(?:quality|integrity|validity|validation|audit|verified|completeness|missing|errors|noise)\b`),
	on(dataBias, `\b(?:bias|biases|fairness|imbalance|potential harms|ethical considerations?|social impact|risks?)\b`),
	on(dataMitigation, `^mitigations?(?: strategies| strategy| measures)?$`),
	on(dataBenefit, `^(?:positive|neutral|benefits?|opportunities)(?: (?:limited|impacts?|effects?))?$`),
	on(dataLimits, `\b(?:limitations?|limits|caveats?|known issues|shortcomings|failure modes|gaps|anything about the composition)\b`),
	on(dataOwner, `\b(?:curators?|curated by|owners?|ownership|maintainers?|maintained by|who (?:created|maintains|owns|curates)|created by|stewards?|authors?|governance status)\b|^who (?:is|will be) (?:supporting|hosting|maintaining)`),
	on(dataContact, `\b(?:contacts?|support|feedback)\b`),
	on(dataRetention, `\b(?:retention|retained|deletion)\b`),
	onUnless(dataAccess, `\b(?:access|distribution|distributed|availability|download|hosting)\b`, `\b(?:label|class|size|length|family|difficulty|score|data) distribution\b`),
	on(dataUpdates, `\b(?:maintenance|updates?|update (?:cadence|frequency)|versioning|refresh|release plan)\b`),
	on(dataDescription, `^(?:(?:dataset|data|data ?card|card|general|key|scope) )*(?:summary|description|overview|details|information|inventory|at a glance|introduction|about|scope|composition|snapshot)$|^what (?:do the|data does)|^about\b|\bfiles? types?\b|^dataset$|^scope\b`),
	on(dataStructure, `\b(?:structure|schema|fields|splits?|format|statistics|layout|columns|features|naming|files|instances|composition|size|languages?|citation|references|acknowledge?ments?|changelog|links|resources)\b`),
}

var asideData = []topic{usage, dataStructure, dataQuality, dataBias, dataLimits, dataPreparation, dataUnfit}

// datasetFields are the names under which cards state what the dataset is.
var datasetFields = aliasTable(map[string]string{
	"name":                  "name, dataset name, pretty name, dataset, title",
	"version":               "version, dataset version, release, current version, data version",
	"role":                  "role, dataset role, role of data",
	"purpose":               "purpose, intended use, motivation",
	"description":           "description, summary",
	"acquisition.source":    "source, sources, data source, data sources, source data, origin, upstream, main source, main sources, primary source, primary sources, original source, data origin",
	"acquisition.method":    "collection method, acquisition method, collection",
	"acquisition.on":        "collected on, collection date, collection period, time frame, timeframe, date collected, data collection dates, temporal coverage",
	"acquisition.licence":   "license, licence, licenses, licences, licensing, license type, data license, dataset license, data licence",
	"acquisition.rights":    "rights, usage rights, copyright",
	"owner":                 "owner, data owner, dataset owner, owners, maintainer, maintainers, maintained by, curated by, curator, curators, created by, creator, creators, author, authors, data owner role, publisher, publishing organization",
	"steward":               "steward, data steward",
	"access":                "access, availability, access level, distribution",
	"retention":             "retention, retention period",
	"update_cadence":        "update frequency, update cadence, maintenance status, maintenance, refresh rate, updates",
	"labelling.by":          "annotators, labelled by, labeled by, annotated by, annotation creators",
	"labelling.agreement":   "inter annotator agreement, annotator agreement, agreement",
	"personal_data.present": "contains pii, contains personal data, personal data",
})

// dataContactFields name who answers for a dataset that has no owner.
var dataContactFields = aliasTable(map[string]string{
	"owner": "contact, contacts, contact person, point of contact, dataset contact, support contact, contact email, email, organization, organisation, institution, authors, author",
})

// gatheredData are the topics that have one text, however many headings a card
// has on them.
var gatheredData = []topic{
	dataDescription, dataPurpose, dataSource, dataMethod, dataConsent, dataBasis, dataPersonal, dataMinimised,
	dataLabels, dataAgreement, dataAccess, dataRetention, dataUpdates,
}

// readDataBody gathers what the body of a dataset card says about its one
// dataset. What the front matter gave is there already.
func (c *card) readDataBody(dataset *syntax.Node) {
	found := c.named(asideData...)
	for _, p := range c.passages {
		for _, t := range p.topics {
			readDataTopic(dataset, t, p)
		}
	}
	c.readMitigations(dataset)
	for _, t := range gatheredData {
		if p := merged(c.passages, t); p != nil {
			setOnce(dataset, string(t), p.key, prose(p.blocks))
		}
	}
	c.fill(dataset, datasetFields, found)
	if p := merged(c.passages, dataMethod); p != nil {
		setOnce(dataset, string(dataSource), p.key, prose(p.blocks)) // how data came about says where from
	}
	readPresence(dataset)
	c.fill(c.root, controlFields, found)
	c.fill(dataset, dataContactFields, c.named())
	if p := merged(c.passages, dataContact); p != nil {
		setOnce(dataset, string(dataOwner), p.key, prose(p.blocks))
	}
	for _, pair := range found {
		if field := headingText(pair.Key.Scalar); field == "version" || field == "dataset version" {
			if value := textOf(pair.Value); value != nil {
				c.set("metadata.version", pair.Key, value)
			}
		}
	}
	purpose := c.purposeSentence(dataDescription)
	setOnce(dataset, string(dataPurpose), purpose, purpose)
	if owner := dataset.Get("owner"); owner != nil {
		c.set("metadata.owner", owner, owner)
	}
	name := dataset.Get("name")
	if name == nil {
		name = c.subject()
		setOnce(dataset, "name", name, name)
	}
	c.identify(name)
	if id := c.root.Lookup(syntax.Keys("metadata", "id")); name != nil || !genericName(c.tree.Text.File) {
		setOnce(dataset, "id", id, id)
	}
	if lead := c.lead(); lead != nil {
		setOnce(dataset, "description", dataset, prose(lead.Blocks))
	}
	list := dataset.Derive(syntax.List)
	list.Items = []*syntax.Node{dataset}
	c.root.Set("datasets", dataset, list)
}

// readDataSentences reads what the prose of a dataset card states in sentences,
// under whatever heading.
func (c *card) readDataSentences() {
	var texts []syntax.Field
	if lead := c.lead(); lead != nil {
		for _, statement := range statements(lead.Blocks, true) {
			texts = append(texts, syntax.Field{Value: statement})
		}
	}
	for _, p := range c.passages {
		if p.is(usage) || p.is(dataStructure) {
			continue
		}
		for _, statement := range statements(p.blocks, true) {
			texts = append(texts, syntax.Field{Value: statement})
		}
	}
	readSaid(c.root.Get("datasets").Items[0], texts...)
}

// readMitigations gives the biases what the card says against them under a heading
// below theirs.
func (c *card) readMitigations(dataset *syntax.Node) {
	list, last := dataset.Get("known_bias"), (*passage)(nil)
	if list == nil {
		return
	}
	for _, p := range c.passages {
		if p.is(dataMitigation) && last != nil && last.is(dataBias) {
			text := prose(p.blocks)
			for _, bias := range list.Items {
				setOnce(bias, "mitigation", p.key, text)
			}
		}
		last = p
	}
}

// readPresence turns "no" or "yes, names" under personal_data.present into
// true or false, or into the description if it is neither.
func readPresence(dataset *syntax.Node) {
	personal := dataset.Get("personal_data")
	if personal == nil {
		return
	}
	key, present := field(personal, "present")
	if key, text := field(personal, "description"); present == nil && text != nil && deniesPersonal(text.Scalar) {
		personal.Set("present", key, boolAt(text, false))
	}
	if present == nil || present.Kind != syntax.String {
		return
	}
	answer := present.Derive(syntax.Bool)
	switch words := nameWords(present.Scalar); {
	case len(words) > 0 && (words[0] == "no" || words[0] == "none"):
		answer.Scalar = "false"
	case len(words) > 0 && words[0] == "yes":
		answer.Scalar = "true"
	default:
		key, answer = key.DeriveString("description"), present
		personal.Fields = slices.DeleteFunc(personal.Fields, func(f syntax.Field) bool { return f.Key.Scalar == "present" })
	}
	setOnce(personal, key.Scalar, key, answer)
}

// lead is the section directly under the title, or nil.
func (c *card) lead() *syntax.Section {
	for _, section := range c.tree.Outline.Root.Sections {
		if section.Heading == c.title {
			return section
		}
	}
	return nil
}

func readDataTopic(dataset *syntax.Node, t topic, p *passage) {
	switch t {
	case dataLimits:
		for _, statement := range statements(p.blocks, false) {
			appendTo(dataset, string(t), p.key, statement)
		}
	case dataBias:
		for _, statement := range spoken(p.blocks) {
			appendTo(dataset, string(t), p.key, entry("what", p.key, statement))
		}
	case dataPreparation:
		for _, statement := range spoken(p.blocks) {
			appendTo(dataset, string(t), p.key, entry("step", p.key, statement))
		}
	case dataQuality:
		for _, statement := range spoken(p.blocks) {
			appendTo(dataset, string(t), p.key, entry("measure", p.key, statement))
		}
	case dataPeople, dataSubjects, dataLabellers, dataDerived:
		setOnce(dataset, string(t), p.key, listOf(statements(p.blocks, false)))
	case dataLicence, dataOwner:
		if text := prose(p.blocks); text != nil && !slices.ContainsFunc(pairs(p.blocks), func(pair syntax.Field) bool {
			return datasetFields[headingText(pair.Key.Scalar)] == string(t)
		}) {
			setOnce(dataset, string(t), p.key, text)
		}
	}
}

// spoken are the statements of some blocks that are no placeholders.
func spoken(blocks []syntax.Block) []*syntax.Node {
	return slices.DeleteFunc(statements(blocks, false), document.IsPlaceholder)
}

// beyondDataCards is what the custom of Markdown dataset cards has no place
// for. Description, purpose, source, licence, limitations and the dataset's
// owner stay expressible; the owner of the card is the same.
var beyondDataCards = append([]document.Pattern{
	"metadata.owner",
	"datasets.*.role", "datasets.*.steward", "datasets.*.access", "datasets.*.retention", "datasets.*.update_cadence", "datasets.*.demographics",
	"datasets.*.acquisition.on", "datasets.*.acquisition.method", "datasets.*.acquisition.subjects", "datasets.*.acquisition.lawful_basis",
	"datasets.*.acquisition.rights", "datasets.*.acquisition.consent",
	"datasets.*.personal_data", "datasets.*.personal_data.present", "datasets.*.personal_data.categories", "datasets.*.personal_data.special_categories",
	"datasets.*.personal_data.minimisation",
	"datasets.*.provenance", "datasets.*.provenance.derived_from", "datasets.*.provenance.generated_by", "datasets.*.provenance.path",
	"datasets.*.provenance.digest", "datasets.*.provenance.transfers",
	"datasets.*.preparation", "datasets.*.preparation.*.method", "datasets.*.preparation.*.criteria", "datasets.*.preparation.*.tool", "datasets.*.preparation.*.step",
	"datasets.*.labelling", "datasets.*.labelling.by", "datasets.*.labelling.instructions", "datasets.*.labelling.agreement",
	"datasets.*.quality", "datasets.*.quality.*.characteristic", "datasets.*.quality.*.threshold", "datasets.*.quality.*.result", "datasets.*.quality.*.on",
	"datasets.*.quality.*.unit", "datasets.*.quality.*.direction", "datasets.*.quality.*.source",
	"datasets.*.known_bias", "datasets.*.known_bias.*.affected", "datasets.*.known_bias.*.mitigation",
}, uncontrolled...)
