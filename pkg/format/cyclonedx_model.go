package format

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// bomModel is a model of the BOM. Components that are the same model tell of
// it together: scanners list one for each place where they met it.
type bomModel struct {
	components []*syntax.Node
	datasets   map[string]bool // ids of those on its card
}

// addModel adds a component to the model that it is, the one with the model
// card before the others.
func (b *bom) addModel(component *syntax.Node) {
	name := scalarOf(component, "name")
	alike := b.modelsNamed[name]
	for _, model := range alike[:min(len(alike), fewAlike)] {
		if !sameThing(model.components[0], component) {
			continue
		}
		if component.Get("modelCard") != nil && model.components[0].Get("modelCard") == nil {
			model.components = append([]*syntax.Node{component}, model.components...)
		} else {
			model.components = append(model.components, component)
		}
		return
	}
	model := &bomModel{components: []*syntax.Node{component}, datasets: map[string]bool{}}
	b.models, b.modelsNamed[name] = append(b.models, model), append(alike, model)
}

// card reads a model. What the first of its components does not say is taken
// from the others.
func (b *bom) card(model *bomModel) *card {
	first := model.components[0]
	c := b.start(document.ModelCard, placeOf(first))
	if id := b.ids.of(first); id != nil {
		c.set("metadata.id", id, id)
	}
	c.set("metadata.id", nil, placeOf(first).DeriveString(fileSlug(b.tree.Text.File)))
	b.readControl(c)
	c.root.Set("model", placeOf(first), placeOf(first).Derive(syntax.Map))
	for _, component := range model.components {
		b.readComponent(c, model, component)
	}
	b.readParts(c, model)
	for _, component := range model.components {
		c.readProperties(c.root, modelProperties, component)
		if card := component.Get("modelCard"); card != nil {
			c.readProperties(c.root, modelProperties, card)
		}
		if text := firstText(component.Get("description")); text != nil && saysPurpose(text) {
			c.set("intended_use.description", component.KeyOf("description"), text)
		}
	}
	if len(b.models) == 1 {
		c.readProperties(c.root, modelProperties, b.metadata)
	}
	c.set("metadata.title", nil, c.root.Lookup(syntax.Keys("model", "name")))
	c.set("metadata.title", nil, placeOf(first).DeriveString(fileTitle(b.tree.Text.File)))
	return c
}

func (b *bom) readComponent(c *card, model *bomModel, component *syntax.Node) {
	for _, name := range []string{"name", "version"} {
		key, value := field(component, name)
		c.set("model."+name, key, c.oneText(key, value))
	}
	c.organization(c.root, "model.developed_by", component, "manufacturer", "authors", "author", "publisher")
	c.licences(c.root, "model.licence", component)
	c.digest(c.root, "model.digest", component)
	c.readAncestors(component)
	b.readContact(c, component)
	b.readSystem(c, component)
	card := c.nested(component, "modelCard")
	if card == nil {
		return
	}
	if parameters := c.nested(card, "modelParameters"); parameters != nil {
		b.readParameters(c, model, parameters)
	}
	if analysis := c.nested(card, "quantitativeAnalysis"); analysis != nil {
		c.readPerformance(analysis)
	}
	if considerations := c.nested(card, "considerations"); considerations != nil {
		c.readConsiderations(considerations)
	}
}

// modelProperties are the names under which properties say what has no field
// in the specification or what their author did not put there, without the
// namespaces before them. Generators borrow them from the AI profile of SPDX.
var modelProperties = aliasTable(map[string]string{
	"model.task":                "task, tasks, pipeline tag, primary purpose, model task",
	"model.type":                "type of model, model type, architecture type, architecture family, approach",
	"model.architecture":        "architecture, model architecture, transformer class, architectures",
	"model.licence":             "license, licence, model license",
	"model.trained_on":          "training date, trained on, training end date",
	"limitations":               "limitation, limitations, technical limitations, known limitations",
	"explainability":            "model explainability, explainability",
	"robustness":                "robustness",
	"security":                  "security, security considerations",
	"human_oversight":           "human oversight",
	"ethical_considerations":    "ethical considerations, safety risk assessment",
	"intended_use.description":  "intended use, intended uses, use case, use cases, information about application",
	"intended_use.users":        "intended users",
	"intended_use.out_of_scope": "out of scope use, out of scope uses, out of scope, prohibited uses",
	"environmental.hardware":    "training hardware, hardware, hardware type",
	"contact":                   "contact, support contact",
	"metadata.owner":            "owner, model owner",
})

// readAncestors reads the models that this one was made from.
func (c *card) readAncestors(component *syntax.Node) {
	pedigree := c.nested(component, "pedigree")
	if pedigree == nil || c.root.Lookup(syntax.Keys("model", "base_models")) != nil {
		return
	}
	key, list := field(pedigree, "ancestors")
	for _, ancestor := range c.maps(key, list) {
		if kind := scalarOf(ancestor, "type"); kind != "" && kind != "machine-learning-model" {
			continue
		}
		base := placeOf(ancestor).Derive(syntax.Map)
		for _, name := range []string{"name", "version"} {
			nameKey, value := field(ancestor, name)
			setOnce(base, name, nameKey, c.oneText(nameKey, value))
		}
		c.organization(base, "supplier", ancestor, "supplier", "manufacturer", "publisher", "group")
		c.licences(base, "licence", ancestor)
		c.digest(base, "digest", ancestor)
		appendTo(c.root, "model.base_models", key, base)
	}
}

// readContact reads whom to ask: a person of the model's makers, else the
// place for questions, else a person behind the BOM.
func (b *bom) readContact(c *card, component *syntax.Node) {
	people := func(of *syntax.Node, parties ...string) {
		for _, party := range parties {
			if entity := of.Get(party); entity != nil && entity.Kind == syntax.Map {
				key, contact := field(entity, "contact")
				c.set("contact", key, c.oneText(key, contact, "email", "name", "phone"))
			}
		}
	}
	people(component, "manufacturer", "supplier")
	for _, url := range references(component, "support", "issue-tracker", "mailing-list", "chat", "security-contact") {
		c.set("contact", url, url)
	}
	people(b.metadata, "manufacturer", "manufacture", "supplier")
	for _, from := range []*syntax.Node{component, b.metadata} {
		if authors := from.Get("authors"); authors != nil {
			for _, author := range items(authors) {
				key, email := field(author, "email")
				c.set("contact", key, c.oneText(key, email))
			}
		}
	}
}

// readSystem takes the subject of the BOM for the system that the model is
// part of. A subject of the model's own name is the model once more.
func (b *bom) readSystem(c *card, component *syntax.Node) {
	subject := b.metadata.Get("component")
	if subject == nil || subject.Kind != syntax.Map || is(subject, "machine-learning-model") || is(subject, "data") || is(subject, "file") {
		return
	}
	key, name := field(subject, "name")
	if name != nil && cardID(name.Scalar) != cardID(lastOf(scalarOf(component, "name"))) {
		c.set("system", key, c.oneText(key, name))
	}
}

// lastOf is the name behind a namespace: "model" of "org/model".
func lastOf(name string) string { return name[strings.LastIndex(name, "/")+1:] }

func (b *bom) readParameters(c *card, model *bomModel, parameters *syntax.Node) {
	c.copyTexts(c.root, parameters, "model.task", "task", "model.type", "architectureFamily", "model.architecture", "modelArchitecture")
	key, list := field(parameters, "datasets")
	if list == nil || list.Kind == syntax.Null {
		return
	}
	for _, item := range items(list) {
		switch {
		case item.IsScalar():
			c.addDataset(model, key, c.oneText(key, item), nil, nil)
		case item.Kind != syntax.Map:
			c.unreadable(key, item, "a list of maps")
		case item.Get("ref") != nil:
			b.addReferred(c, model, item)
		case b.dataOf[item] != nil:
			b.addKnown(c, model, placeOf(item), b.dataOf[item])
		default:
			name := item.Get("name")
			c.addDataset(model, key, firstText(name, item.Lookup(syntax.Keys("contents", "url")), item.Get("url"), item.Get("bom-ref")), name, nil)
		}
	}
}

// addReferred adds a dataset that is named by its bom-ref.
func (b *bom) addReferred(c *card, model *bomModel, item *syntax.Node) {
	key, ref := field(item, "ref")
	text := c.oneText(key, ref)
	if text == nil || text.IsBlank() {
		return
	}
	target := b.byRef[strings.TrimSpace(text.Scalar)]
	switch {
	case b.dataOf[target] != nil:
		b.addKnown(c, model, text, b.dataOf[target])
	case target != nil:
		c.addDataset(model, key, text, target.Get("name"), nil)
	default:
		c.addDataset(model, key, text, nil, nil)
		if !strings.HasPrefix(text.Scalar, "urn:cdx:") { // a BOM-Link leads into another BOM
			c.problems = append(c.problems, problemAt(item, syntax.Keys("ref"), Unreadable,
				"`ref` names the bom-ref \""+text.Scalar+"\"; nothing in this BOM has it"))
		}
	}
}

// addKnown adds a dataset that stands in the manifest, at the place that names
// it.
func (b *bom) addKnown(c *card, model *bomModel, at *syntax.Node, data *bomData) {
	id := data.id()
	if id == "" {
		id = at.Scalar
	}
	c.addDataset(model, at, at.DeriveString(id), data.name(), data.role())
}

// addDataset adds a dataset once.
func (c *card) addDataset(model *bomModel, key, id, name, role *syntax.Node) {
	if id == nil || id.IsBlank() || model.datasets[id.Scalar] {
		return
	}
	model.datasets[id.Scalar] = true
	dataset := entry("id", key, id)
	setOnce(dataset, "name", nil, firstText(name))
	setOnce(dataset, "role", nil, role)
	appendTo(c.root, "datasets", key, dataset)
}

// readParts adds the data that the model depends on, and if it is the subject
// of the BOM all data in it.
func (b *bom) readParts(c *card, model *bomModel) {
	if slices.Contains(model.components, b.metadata.Get("component")) {
		for _, data := range b.data {
			b.addKnown(c, model, data.place(), data)
		}
		return
	}
	for _, component := range model.components {
		for _, ref := range b.needs[scalarOf(component, "bom-ref")] {
			if data := b.dataOf[b.byRef[ref.Scalar]]; data != nil {
				b.addKnown(c, model, ref, data)
			}
		}
	}
}

func (c *card) readPerformance(analysis *syntax.Node) {
	if c.root.Get("evaluation") != nil {
		return
	}
	key, list := field(analysis, "performanceMetrics")
	for _, metric := range c.maps(key, list) {
		measure := cmp.Or(firstText(metric.Get("type")), metric).Derive(syntax.Map)
		typeKey, kind := field(metric, "type")
		setOnce(measure, "metric", typeKey, c.oneText(typeKey, kind))
		c.measured(measure, "value", metric, "value")
		sliceKey, part := field(metric, "slice")
		setOnce(measure, "slice", sliceKey, c.oneText(sliceKey, part))
		if interval := c.nested(metric, "confidenceInterval"); interval != nil {
			c.measured(measure, "confidence_interval.lower", interval, "lowerBound")
			c.measured(measure, "confidence_interval.upper", interval, "upperBound")
		}
		appendTo(c.root, "evaluation", key, measure)
	}
}

// measured reads a number that the format keeps as text. Text that states
// none stays as it is.
func (c *card) measured(measure *syntax.Node, path string, from *syntax.Node, name string) {
	key, value := field(from, name)
	text := c.oneText(key, value)
	if text == nil || text.IsBlank() {
		return
	}
	n, unit := number(text)
	if n == nil {
		n = text
	}
	setOnce(measure, path, key, n)
	if unit != nil && path == "value" {
		setOnce(measure, "unit", key, unit)
	}
}

func (c *card) readConsiderations(considerations *syntax.Node) {
	key, value := field(considerations, "users")
	if users := c.texts(key, value, "description", "name"); len(users) > 0 {
		c.set("intended_use.users", key, listOf(users))
	}
	key, value = field(considerations, "useCases")
	c.set("intended_use.description", key, joined(value, c.texts(key, value, "description", "name"), "; "))
	if c.root.Get("limitations") == nil {
		for _, name := range []string{"technicalLimitations", "performanceTradeoffs"} {
			key, value = field(considerations, name)
			for _, text := range c.texts(key, value, "description", "name") {
				appendTo(c.root, "limitations", key, text)
			}
		}
	}
	if c.root.Get("ethical_considerations") == nil {
		c.readEthics(considerations)
	}
	if c.root.Get("fairness") == nil {
		c.readFairness(considerations)
	}
	if environment := c.nested(considerations, "environmentalConsiderations"); environment != nil {
		c.readEnergy(environment)
	}
}

// joined is one text of several, at the place of the list.
func joined(list *syntax.Node, texts []*syntax.Node, between string) *syntax.Node {
	if len(texts) < 2 {
		return firstText(texts...)
	}
	var all []string
	for _, text := range texts {
		if says := strings.TrimSpace(text.Scalar); says != "" {
			all = append(all, says)
		}
	}
	return list.DeriveString(strings.Join(all, between))
}

func (c *card) readEthics(considerations *syntax.Node) {
	key, value := field(considerations, "ethicalConsiderations")
	if value == nil || value.Kind == syntax.Null {
		return
	}
	for _, item := range items(value) {
		if item.Kind != syntax.Map {
			for _, text := range c.texts(key, item) {
				appendTo(c.root, "ethical_considerations", key, entry("name", key, text))
			}
			continue
		}
		concern := item.Derive(syntax.Map)
		c.copyTexts(concern, item, "name", "name", "mitigation", "mitigationStrategy")
		appendTo(c.root, "ethical_considerations", key, concern)
	}
}

// readFairness reads the groups at risk. The harm to a group is an ethical
// consideration as well, since a measurement of fairness has none.
func (c *card) readFairness(considerations *syntax.Node) {
	key, value := field(considerations, "fairnessAssessments")
	for _, item := range c.maps(key, value) {
		assessment := item.Derive(syntax.Map)
		c.copyTexts(assessment, item, "group", "groupAtRisk", "mitigation", "mitigationStrategy")
		appendTo(c.root, "fairness", key, assessment)
		if harms := item.Get("harms"); harms != nil && document.HasContent(harms) {
			concern := item.Derive(syntax.Map)
			c.copyTexts(concern, item, "name", "groupAtRisk", "harm", "harms", "mitigation", "mitigationStrategy")
			appendTo(c.root, "ethical_considerations", key, concern)
		}
	}
}

// copyTexts sets fields to the texts under keys, given in pairs.
func (c *card) copyTexts(to, from *syntax.Node, pairs ...string) {
	for pair := range slices.Chunk(pairs, 2) {
		key, value := field(from, pair[1])
		setOnce(to, pair[0], key, c.oneText(key, value))
	}
}

// readEnergy reads what training took: the sum over the activities that are
// training.
func (c *card) readEnergy(environment *syntax.Node) {
	key, list := field(environment, "energyConsumptions")
	var energy, carbon []*syntax.Node
	for _, consumption := range c.maps(key, list) {
		if !trainingActivities[scalarOf(consumption, "activity")] {
			continue
		}
		if cost := c.nested(consumption, "activityEnergyCost"); cost != nil {
			energy = append(energy, cost)
		}
		if cost := c.nested(consumption, "co2CostEquivalent"); cost != nil {
			carbon = append(carbon, cost)
		}
		providersKey, providers := field(consumption, "energyProviders")
		for _, provider := range c.maps(providersKey, providers) {
			c.readRegion(provider)
		}
	}
	c.set("environmental.energy_kwh", key, total(list, energy, "value", "unit", units))
	c.set("environmental.carbon_kg", key, total(list, carbon, "value", "unit", units))
}

var trainingActivities = map[string]bool{"training": true, "fine-tuning": true}

func (c *card) readRegion(provider *syntax.Node) {
	address := c.nested(provider, "organization", "address")
	if address == nil {
		return
	}
	for _, name := range []string{"region", "country", "locality"} {
		key, value := field(address, name)
		c.set("environmental.region", key, c.oneText(key, value))
	}
}

// units are those of the specification and their multiples, in kilowatt hours
// and in kilograms.
var units = map[string]*big.Rat{
	"kWh": big.NewRat(1, 1), "MWh": big.NewRat(1000, 1), "Wh": big.NewRat(1, 1000),
	"tCO2eq": big.NewRat(1000, 1), "kgCO2eq": big.NewRat(1, 1), "gCO2eq": big.NewRat(1, 1000),
}

// total is the sum of measures with their units, or nil if there is none or
// one cannot be read. One alone keeps its place.
func total(list *syntax.Node, measures []*syntax.Node, quantity, unit string, units map[string]*big.Rat) *syntax.Node {
	sum, place := new(big.Rat), list
	for _, measure := range measures {
		factor, value := units[scalarOf(measure, unit)], measure.Get(quantity)
		if value == nil || factor == nil || !decimal().MatchString(value.Scalar) {
			return nil
		}
		amount, ok := new(big.Rat).SetString(value.Scalar)
		if !ok {
			return nil
		}
		sum.Add(sum, amount.Mul(amount, factor))
		if len(measures) == 1 {
			place = value
		}
	}
	if len(measures) == 0 {
		return nil
	}
	n := place.Derive(syntax.Number)
	n.Scalar = sum.FloatString(20)
	n.Scalar = strings.TrimRight(strings.TrimRight(n.Scalar, "0"), ".")
	return n
}

var decimal = lazily(`^-?\d{1,15}(?:\.\d{1,15})?(?:[eE][-+]?\d{1,2})?$`)

// beyondCards is what the specification has no field for.
func (b *bom) beyondCards() []document.Pattern {
	beyond := append(b.beyondBOM(),
		"system", "assumptions", "explainability", "robustness", "security", "human_oversight",
		"intended_use.decisions", "intended_use.setting", "intended_use.out_of_scope", "intended_use.prohibited",
		"model.trained_on", "model.path", "datasets.*.role", "datasets.*.version",
		"evaluation.*.threshold", "evaluation.*.direction", "evaluation.*.dataset", "evaluation.*.on", "evaluation.*.version", "evaluation.*.source",
		"fairness.*.metric", "fairness.*.value", "fairness.*.unit", "fairness.*.threshold", "fairness.*.direction",
		"fairness.*.dataset", "fairness.*.on", "fairness.*.version", "fairness.*.source",
		"ethical_considerations.*.harm", "environmental.hardware", "environmental.source",
	)
	if b.minor() < 6 {
		beyond = append(beyond, "environmental")
	}
	return beyond
}
