package format

import (
	"bytes"
	"cmp"
	"math/big"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

const spdx3Name = "spdx3-ai"

// spdx3 is a document of SPDX 3 in JSON-LD that lists AI packages or datasets
// (https://spdx.github.io/spdx-spec/v3.0.1/): a model card for each AI package,
// and one data manifest for all datasets.
var spdx3 = &Format{
	Name:      spdx3Name,
	Title:     "SPDX 3 AI and dataset profiles",
	Kinds:     []string{document.ModelCard, document.DataManifest},
	Languages: []syntax.Language{syntax.JSON},
	Nominate:  nominateSPDX3,
	Read:      readSPDX3,
}

// nominateSPDX3 looks for the context of SPDX 3 and for one of its packages
// that matter here.
func nominateSPDX3(_ string, content []byte) bool {
	return bytes.Contains(content, []byte("spdx.org/rdf/")) &&
		(bytes.Contains(content, []byte("AIPackage")) || bytes.Contains(content, []byte("DatasetPackage")) || bytes.Contains(content, []byte("dataset_Dataset")))
}

// spdxGraph is the graph of a document while it is read.
type spdxGraph struct {
	tree     *syntax.Tree
	place    *syntax.Node // what the metadata point at
	models   []*syntax.Node
	data     []*syntax.Node
	byID     map[string]*syntax.Node
	from, to map[string][]spdxLink // by the id of the element
	dataIDs  map[*syntax.Node]*syntax.Node
	parts    map[*syntax.Node][]string // ids of a package and of what it contains
	whole    map[string]*syntax.Node   // the package that an element is part of
	heads    []*syntax.Node            // the document and its BOMs
	problems []syntax.Problem
}

// spdxLink is one end of a relationship, at its place.
type spdxLink struct {
	kind  string
	other *syntax.Node // the reference to the other end
}

func readSPDX3(tree *syntax.Tree) Reading {
	if len(tree.Values) == 0 || tree.Values[0].Kind != syntax.Map {
		return Reading{Rejection: "it is no map, as a document of SPDX 3 is"}
	}
	root := tree.Values[0]
	context, graph := root.Get("@context"), root.Get("@graph")
	switch {
	case context == nil || !ofSPDX3(context):
		return Reading{Rejection: "its @context is not that of SPDX 3"}
	case graph == nil:
		return Reading{Rejection: "it has no @graph of elements: the context of SPDX itself has none"}
	}
	g := &spdxGraph{tree: tree, byID: map[string]*syntax.Node{}, from: map[string][]spdxLink{}, to: map[string][]spdxLink{}, dataIDs: map[*syntax.Node]*syntax.Node{},
		parts: map[*syntax.Node][]string{}, whole: map[string]*syntax.Node{}}
	for _, element := range maps(items(graph)) {
		g.add(element)
	}
	if len(g.models)+len(g.data) == 0 {
		return Reading{Rejection: "it lists neither AI packages nor datasets"}
	}
	for _, element := range slices.Concat(g.data, g.models) {
		g.whole[spdxID(element)] = element
	}
	for _, element := range slices.Concat(g.data, g.models) {
		g.contain(element, spdxID(element))
	}
	return g.reading()
}

// contain gathers what a package contains. What another package contains, too,
// is part of the first, datasets before models.
func (g *spdxGraph) contain(element *syntax.Node, id string) {
	g.parts[element] = append(g.parts[element], id)
	for _, ref := range linked(g.from[id], []string{"contains"}) {
		if g.whole[ref.Scalar] == nil {
			g.whole[ref.Scalar] = element
			g.contain(element, ref.Scalar)
		}
	}
}

// ofSPDX3 reports whether a context, or one of several, is that of SPDX 3.
func ofSPDX3(context *syntax.Node) bool {
	return slices.ContainsFunc(items(context), func(n *syntax.Node) bool {
		return n.Kind == syntax.String && strings.Contains(n.Scalar, "spdx.org/rdf/3")
	})
}

func (g *spdxGraph) add(element *syntax.Node) {
	for _, key := range []string{"spdxId", "@id"} {
		if id := scalarOf(element, key); id != "" && g.byID[id] == nil {
			g.byID[id] = element
		}
	}
	kind := firstText(element.Get("type"), element.Get("@type"))
	if kind == nil {
		return
	}
	switch local(kind.Scalar) {
	case "AIPackage":
		g.models = append(g.models, element)
	case "DatasetPackage", "Dataset":
		g.data = append(g.data, element)
	case "SpdxDocument", "Sbom", "Bom":
		g.heads = append(g.heads, element)
	case "Relationship", "LifecycleScopedRelationship":
		g.relate(element)
	}
}

// local is the name of a term without its profile and namespace: "AIPackage"
// of "ai_AIPackage".
func local(term string) string { return term[strings.LastIndexAny(term, "_/:#")+1:] }

func (g *spdxGraph) relate(relationship *syntax.Node) {
	kind, from := scalarOf(relationship, "relationshipType"), relationship.Get("from")
	to := relationship.Get("to")
	if kind == "" || from == nil || !from.IsScalar() || to == nil {
		return
	}
	kind = local(kind)
	for _, other := range items(to) {
		if other.IsScalar() {
			g.from[from.Scalar] = append(g.from[from.Scalar], spdxLink{kind, other})
			g.to[other.Scalar] = append(g.to[other.Scalar], spdxLink{kind, from})
		}
	}
}

// related are the references to what an element is in a relationship with.
func (g *spdxGraph) related(element *syntax.Node, kinds ...string) []*syntax.Node {
	return linked(g.from[spdxID(element)], kinds)
}

// relating are the references to what is in a relationship with an element.
func (g *spdxGraph) relating(element *syntax.Node, kinds ...string) []*syntax.Node {
	return linked(g.to[spdxID(element)], kinds)
}

// relatedInside and relatingInside are those for an element and all that it
// contains, without what it contains itself.
func (g *spdxGraph) relatedInside(element *syntax.Node, kinds ...string) []*syntax.Node {
	return g.inside(element, g.from, kinds)
}

func (g *spdxGraph) relatingInside(element *syntax.Node, kinds ...string) []*syntax.Node {
	return g.inside(element, g.to, kinds)
}

func (g *spdxGraph) inside(element *syntax.Node, links map[string][]spdxLink, kinds []string) []*syntax.Node {
	found := make([]*syntax.Node, 0, len(g.parts[element]))
	for _, id := range g.parts[element] {
		found = append(found, linked(links[id], kinds)...)
	}
	return slices.DeleteFunc(found, func(ref *syntax.Node) bool { return g.whole[ref.Scalar] == element })
}

func linked(links []spdxLink, kinds []string) []*syntax.Node {
	var found []*syntax.Node
	for _, kind := range kinds {
		for _, link := range links {
			if link.kind == kind {
				found = append(found, link.other)
			}
		}
	}
	return found
}

func spdxID(element *syntax.Node) string {
	if id := firstText(element.Get("spdxId"), element.Get("@id")); id != nil {
		return id.Scalar
	}
	return "?" // no element has it
}

// called is what an element that is referred to is called: its name, or the
// reference where it stands elsewhere. It is nil where nothing is asserted.
func (g *spdxGraph) called(ref *syntax.Node) *syntax.Node {
	if ref == nil || !ref.IsScalar() || ref.IsBlank() || noElement(ref.Scalar) {
		return nil
	}
	if element := g.byID[ref.Scalar]; element != nil {
		if name := firstText(element.Get("name")); name != nil {
			return name
		}
	}
	return ref
}

func noElement(term string) bool {
	name := strings.ToLower(local(term))
	return strings.HasPrefix(name, "noassertion") || strings.HasPrefix(name, "none")
}

// agents are what the agents under a key are called.
func (g *spdxGraph) agents(element *syntax.Node, keys ...string) (*syntax.Node, []*syntax.Node) {
	for _, name := range keys {
		key, value := field(element, name)
		if value == nil {
			continue
		}
		var found []*syntax.Node
		for _, ref := range items(value) {
			if ref.Kind == syntax.Map {
				ref = firstText(ref.Get("name"))
			}
			if agent := g.called(ref); agent != nil {
				found = append(found, agent)
			}
		}
		if len(found) > 0 {
			return key, found
		}
	}
	return nil, nil
}

// setAgents sets a field to the agents under the first key that names any.
func (g *spdxGraph) setAgents(root *syntax.Node, path string, element *syntax.Node, keys ...string) {
	key, agents := g.agents(element, keys...)
	if key != nil {
		setOnce(root, path, key, joined(element.Get(key.Scalar), agents, ", "))
	}
}

// licence is the licence that is declared for an element, else the one that
// somebody concluded.
func (g *spdxGraph) licence(element *syntax.Node) *syntax.Node {
	for _, ref := range g.related(element, "hasDeclaredLicense", "hasConcludedLicense") {
		if noElement(ref.Scalar) {
			continue
		}
		licence := g.byID[ref.Scalar]
		if licence == nil {
			return ref.DeriveString(ref.Scalar[strings.LastIndex(ref.Scalar, "/")+1:])
		}
		if text := firstText(licence.Get("simplelicensing_licenseExpression"), licence.Get("name"), licence.Get("simplelicensing_licenseText")); text != nil && !noAssertion().MatchString(text.Scalar) {
			return text
		}
	}
	return nil
}

// digest reads the strongest hash that canonical documents know.
func (g *spdxGraph) digest(root *syntax.Node, path string, element *syntax.Node) {
	list := element.Get("verifiedUsing")
	if list == nil {
		return
	}
	for _, algorithm := range []string{"sha256", "sha512", "sha384", "md5"} {
		for _, hash := range maps(items(list)) {
			if value := firstText(hash.Get("hashValue")); value != nil && local(scalarOf(hash, "algorithm")) == algorithm {
				setOnce(root, path, list, value.DeriveString(algorithm+":"+strings.ToLower(value.Scalar)))
			}
		}
	}
}

// contact reads an address of the agents of an element, or where it says that
// questions go.
func (g *spdxGraph) contact(c *card, element *syntax.Node) {
	emails := func(of *syntax.Node, keys ...string) {
		for _, key := range keys {
			if value := of.Get(key); value != nil {
				for _, ref := range items(value) {
					c.set("contact", nil, g.email(ref))
				}
			}
		}
	}
	emails(element, "suppliedBy", "originatedBy")
	if list := element.Get("externalRef"); list != nil {
		for _, ref := range maps(items(list)) {
			locator := ref.Get("locator")
			if locator != nil && slices.Contains([]string{"support", "issueTracker", "mailingList", "chat"}, local(scalarOf(ref, "externalRefType"))) {
				c.set("contact", nil, firstText(items(locator)...))
			}
		}
	}
	emails(g.creation(element), "createdBy")
}

func (g *spdxGraph) email(ref *syntax.Node) *syntax.Node {
	agent := g.byID[ref.Scalar]
	if agent == nil || agent.Get("externalIdentifier") == nil {
		return nil
	}
	for _, identifier := range maps(items(agent.Get("externalIdentifier"))) {
		if local(scalarOf(identifier, "externalIdentifierType")) == "email" {
			return firstText(identifier.Get("identifier"))
		}
	}
	return nil
}

func (g *spdxGraph) reading() Reading {
	var documents []*document.Document
	add := func(c *card, beyond []document.Pattern) {
		beyond = slices.DeleteFunc(slices.Clone(beyond), func(pattern document.Pattern) bool { return occurs(c.root, pattern) })
		documents = append(documents, &document.Document{
			Kind: c.kind, Format: spdx3Name, File: g.tree.Text.File, Index: len(documents), Root: c.root, Inexpressible: beyond,
		})
		g.problems = append(g.problems, c.problems...)
	}
	g.place = placeOf(slices.Concat(g.heads, g.models, g.data)[0])
	dataIDs, modelIDs := identities{}, identities{}
	for _, element := range g.data {
		g.dataIDs[element] = dataIDs.of(element)
	}
	for _, element := range g.models {
		beyond := beyondSPDXModels
		if firstText(element.Get("ai_informationAboutTraining")) != nil {
			beyond = append(slices.Clone(beyond), "datasets") // said in words
		}
		add(g.card(element, modelIDs), beyond)
	}
	if len(g.data) > 0 {
		add(g.manifest(), beyondSPDXData)
	}
	return Reading{Documents: documents, Problems: distinct(g.problems)}
}

// creation is what is said of how an element was written; an empty Map if
// nothing is.
func (g *spdxGraph) creation(element *syntax.Node) *syntax.Node {
	info := element.Get("creationInfo")
	if info != nil && info.IsScalar() {
		info = g.byID[info.Scalar]
	}
	if info == nil || info.Kind != syntax.Map {
		return element.Derive(syntax.Map)
	}
	return info
}

// readControl reads who made the document.
func (g *spdxGraph) readControl(c *card, element *syntax.Node) {
	for _, of := range append(slices.Clone(g.heads), element) {
		if key, agents := g.agents(g.creation(of), "createdBy"); key != nil {
			c.set("metadata.author", key, listOf(agents))
		}
	}
}

func (g *spdxGraph) card(element *syntax.Node, ids identities) *card {
	place := placeOf(element)
	c := emptyCard(g.tree, document.ModelCard, place, g.place)
	c.set("metadata.id", nil, ids.of(element))
	c.set("metadata.id", nil, place.DeriveString(fileSlug(g.tree.Text.File)))
	g.readControl(c, element)
	c.root.Set("model", place, place.Derive(syntax.Map))
	c.copyTexts(c.root, element,
		"model.name", "name", "model.version", "software_packageVersion", "model.type", "ai_typeOfModel", "model.task", "ai_domain",
		"intended_use.description", "ai_informationAboutApplication", "explainability", "ai_modelExplainability")
	c.set("metadata.title", nil, c.root.Lookup(syntax.Keys("model", "name")))
	c.set("metadata.title", nil, place.DeriveString(fileTitle(g.tree.Text.File)))
	for _, name := range []string{"description", "summary", "comment"} {
		if key, text := field(element, name); text != nil && text.IsScalar() && saysPurpose(text) {
			c.set("intended_use.description", key, text)
		}
	}
	g.setAgents(c.root, "model.developed_by", element, "originatedBy", "suppliedBy")
	c.set("model.licence", nil, g.licence(element))
	g.digest(c.root, "model.digest", element)
	c.setDay("model.trained_on", element, "builtTime")
	key, value := field(element, "ai_limitation")
	c.set("limitations", key, listOf(c.texts(key, value)))
	g.readSystem(c)
	g.readBaseModels(c, element)
	g.readUsedData(c, element)
	c.readMetricEntries(element)
	c.readEnergyUse(element)
	g.contact(c, element)
	return c
}

// setDay sets a field to the day of a time.
func (c *card) setDay(path string, element *syntax.Node, name string) {
	key, value := field(element, name)
	if value == nil || value.Kind != syntax.String {
		return
	}
	if on, _, _ := strings.Cut(value.Scalar, "T"); day().MatchString(on) {
		c.set(path, key, value.DeriveString(on))
	}
}

// readSystem takes the software that the document is about for the system
// that the model is part of.
func (g *spdxGraph) readSystem(c *card) {
	for _, head := range g.heads {
		roots := head.Get("rootElement")
		if roots == nil {
			continue
		}
		for _, ref := range items(roots) {
			if element := g.byID[ref.Scalar]; element != nil && local(scalarOf(element, "type")) == "Package" {
				c.set("system", ref, firstText(element.Get("name")))
			}
		}
	}
}

func (g *spdxGraph) readBaseModels(c *card, element *syntax.Node) {
	for _, ref := range append(g.related(element, "descendantOf"), g.relating(element, "ancestorOf")...) {
		name := g.called(ref)
		if name == nil {
			continue
		}
		base := entry("name", ref, name)
		if ancestor := g.byID[ref.Scalar]; ancestor != nil {
			c.copyTexts(base, ancestor, "version", "software_packageVersion")
			g.setAgents(base, "supplier", ancestor, "suppliedBy", "originatedBy")
			setOnce(base, "licence", nil, g.licence(ancestor))
			g.digest(base, "digest", ancestor)
		}
		appendTo(c.root, "model.base_models", ref, base)
	}
}

// readUsedData reads the datasets that the model was trained and tested on.
func (g *spdxGraph) readUsedData(c *card, element *syntax.Node) {
	for _, use := range []struct{ kind, role string }{{"trainedOn", "training"}, {"testedOn", "test"}} {
		listed := map[string]bool{}
		for _, ref := range g.relatedInside(element, use.kind) {
			id, name := g.called(ref), g.called(ref)
			if known := g.dataIDs[g.whole[ref.Scalar]]; known != nil {
				id, name = ref.DeriveString(known.Scalar), firstText(g.whole[ref.Scalar].Get("name"))
			}
			if id == nil || listed[id.Scalar] {
				continue
			}
			listed[id.Scalar] = true
			dataset := entry("id", ref, id)
			setOnce(dataset, "name", nil, name)
			dataset.Set("role", ref, ref.DeriveString(use.role))
			appendTo(c.root, "datasets", ref, dataset)
		}
	}
}

// readMetricEntries reads the metrics and the thresholds under the same keys.
func (c *card) readMetricEntries(element *syntax.Node) {
	thresholds := map[string]*syntax.Node{}
	key, list := field(element, "ai_metricDecisionThreshold")
	for _, threshold := range c.maps(key, list) {
		thresholds[scalarOf(threshold, "key")] = threshold
	}
	key, list = field(element, "ai_metric")
	for _, metric := range c.maps(key, list) {
		measure := cmp.Or(firstText(metric.Get("key")), metric).Derive(syntax.Map)
		c.copyTexts(measure, metric, "metric", "key")
		c.measured(measure, "value", metric, "value")
		if threshold := thresholds[scalarOf(metric, "key")]; threshold != nil {
			c.measured(measure, "threshold", threshold, "value")
		}
		appendTo(c.root, "evaluation", key, measure)
	}
}

// energyUnits are those of the specification, in kilowatt hours.
var energyUnits = map[string]*big.Rat{"kilowattHour": big.NewRat(1, 1), "megajoule": big.NewRat(5, 18)}

// readEnergyUse reads what training and fine-tuning took, in all.
func (c *card) readEnergyUse(element *syntax.Node) {
	consumption := c.nested(element, "ai_energyConsumption")
	if consumption == nil {
		return
	}
	var all []*syntax.Node
	for _, name := range []string{"ai_trainingEnergyConsumption", "ai_finetuningEnergyConsumption"} {
		key, list := field(consumption, name)
		all = append(all, c.maps(key, list)...)
	}
	c.set("environmental.energy_kwh", element.KeyOf("ai_energyConsumption"), total(consumption, all, "ai_energyQuantity", "ai_energyUnit", energyUnits))
}

func (g *spdxGraph) manifest() *card {
	place := placeOf(g.data[0])
	c := emptyCard(g.tree, document.DataManifest, place, g.place)
	name := firstText(place)
	for _, head := range g.heads {
		if named := firstText(head.Get("name")); named != nil {
			name = named
			break
		}
	}
	if name != nil && cardID(name.Scalar) != "" {
		c.set("metadata.id", name, name.DeriveString(cardID(name.Scalar)+"-data"))
		c.set("metadata.title", name, name.DeriveString("Data of "+name.Scalar))
	}
	c.set("metadata.id", nil, place.DeriveString(fileSlug(g.tree.Text.File)+"-data"))
	c.set("metadata.title", nil, place.DeriveString("Data in "+fileTitle(g.tree.Text.File)))
	g.readControl(c, g.data[0])
	for _, element := range g.data {
		appendTo(c.root, "datasets", place, g.dataset(c, element))
	}
	return c
}

func (g *spdxGraph) dataset(c *card, element *syntax.Node) *syntax.Node {
	place := placeOf(element)
	dataset := place.Derive(syntax.Map)
	setOnce(dataset, "id", nil, g.dataIDs[element])
	for _, group := range []string{"acquisition", "provenance"} {
		dataset.Set(group, place, place.Derive(syntax.Map))
	}
	c.copyTexts(dataset, element,
		"name", "name", "version", "software_packageVersion", "description", "description", "description", "summary", "description", "comment",
		"purpose", "dataset_intendedUse", "acquisition.method", "dataset_dataCollectionProcess",
		"personal_data.minimisation", "dataset_anonymizationMethodUsed", "update_cadence", "dataset_datasetUpdateMechanism",
		"access", "dataset_datasetAvailability")
	g.setAgents(dataset, "acquisition.source", element, "originatedBy")
	c.copyTexts(dataset, element, "acquisition.source", "software_downloadLocation", "acquisition.source", "software_packageUrl", "acquisition.source", "software_homePage")
	g.setAgents(dataset, "acquisition.supplier", element, "suppliedBy")
	setOnce(dataset, "acquisition.licence", nil, g.licence(element))
	g.digest(dataset, "provenance.digest", element)
	g.readLineage(dataset, element)
	g.readRoles(dataset, element)
	key, value := field(element, "dataset_dataPreprocessing")
	for _, step := range c.texts(key, value) {
		appendTo(dataset, "preparation", key, entry("step", key, step))
	}
	key, value = field(element, "dataset_knownBias")
	for _, bias := range c.texts(key, value) {
		appendTo(dataset, "known_bias", key, entry("what", key, bias))
	}
	key, value = field(element, "dataset_datasetNoise")
	setOnce(dataset, "limitations", key, listOf(c.texts(key, value)))
	for _, name := range []string{"dataset_hasSensitivePersonalInformation", "dataset_sensitivePersonalInformation"} {
		if key, says := field(element, name); says != nil && says.IsScalar() && local(says.Scalar) == "yes" {
			present := says.Derive(syntax.Bool)
			present.Scalar = "true"
			setOnce(dataset, "personal_data.present", key, present)
		}
	}
	return dataset
}

// readLineage reads what the dataset derives from, and what generated it.
func (g *spdxGraph) readLineage(dataset, element *syntax.Node) {
	origins := append(g.related(element, "descendantOf"), g.relating(element, "ancestorOf")...)
	for _, ref := range g.relatingInside(element, "generates") {
		if g.dataIDs[g.whole[ref.Scalar]] != nil {
			origins = append(origins, ref)
		} else {
			setOnce(dataset, "provenance.generated_by", ref, g.called(ref))
		}
	}
	for _, ref := range origins {
		name := g.called(ref)
		if known := g.dataIDs[g.whole[ref.Scalar]]; known != nil {
			name = ref.DeriveString(known.Scalar)
		}
		if name != nil {
			appendTo(dataset, "provenance.derived_from", ref, name)
		}
	}
}

// readRoles reads what models in the document used the dataset for.
func (g *spdxGraph) readRoles(dataset, element *syntax.Node) {
	var roles []*syntax.Node
	for _, use := range []struct{ kind, role string }{{"trainedOn", "training"}, {"testedOn", "test"}} {
		if users := g.relatingInside(element, use.kind); len(users) > 0 {
			roles = append(roles, users[0].DeriveString(use.role))
		}
	}
	setOnce(dataset, "role", nil, listOf(roles))
}

// beyondSPDX is the document control that SPDX has no property for.
var beyondSPDX = []document.Pattern{
	"describes", "metadata.version", "metadata.owner", "metadata.approved", "metadata.approved.by", "metadata.approved.on", "metadata.next_review",
	"metadata.classification", "metadata.retention", "metadata.language", "metadata.supersedes",
}

// beyondSPDXModels is what the AI profile has no property for.
var beyondSPDXModels = append([]document.Pattern{
	"system", "assumptions", "robustness", "security", "human_oversight", "fairness", "ethical_considerations",
	"intended_use.users", "intended_use.decisions", "intended_use.setting", "intended_use.out_of_scope", "intended_use.prohibited",
	"model.architecture", "model.path", "datasets.*.version",
	"evaluation.*.unit", "evaluation.*.direction", "evaluation.*.dataset", "evaluation.*.slice", "evaluation.*.confidence_interval",
	"evaluation.*.on", "evaluation.*.version", "evaluation.*.source",
	"environmental.carbon_kg", "environmental.hardware", "environmental.region", "environmental.source",
}, beyondSPDX...)

// beyondSPDXData is what the dataset profile has no property for.
var beyondSPDXData = append([]document.Pattern{
	"datasets.*.role", "datasets.*.owner", "datasets.*.steward", "datasets.*.retention", "datasets.*.demographics", "datasets.*.labelling",
	"datasets.*.quality", "datasets.*.known_bias.*.affected", "datasets.*.known_bias.*.mitigation",
	"datasets.*.preparation.*.method", "datasets.*.preparation.*.criteria", "datasets.*.preparation.*.tool",
	"datasets.*.acquisition.on", "datasets.*.acquisition.subjects", "datasets.*.acquisition.lawful_basis", "datasets.*.acquisition.rights", "datasets.*.acquisition.consent",
	"datasets.*.personal_data", "datasets.*.personal_data.present", "datasets.*.personal_data.categories", "datasets.*.personal_data.special_categories",
	"datasets.*.provenance.path", "datasets.*.provenance.transfers",
}, beyondSPDX...)
