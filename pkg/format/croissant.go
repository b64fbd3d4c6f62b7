package format

import (
	"path"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

const croissantName = "croissant"

// croissant is the metadata of a dataset in the vocabulary of MLCommons
// Croissant, 0.8 to 1.1, with its extension for responsible AI
// (https://docs.mlcommons.org/croissant/docs/croissant-spec.html,
// https://docs.mlcommons.org/croissant/docs/croissant-rai-spec.html).
var croissant = &Format{
	Name:      croissantName,
	Title:     "Croissant metadata",
	Kinds:     []string{document.DataManifest},
	Languages: []syntax.Language{syntax.JSON, syntax.YAML},
	Nominate:  nominateCroissant,
	Read:      readCroissant,
}

// nominateCroissant looks for the vocabulary, its record sets, or the name.
func nominateCroissant(file string, content []byte) bool {
	return mentions(content, "mlcommons.org/", "recordSet", "cr:FileObject") || namedCroissant(file)
}

func namedCroissant(file string) bool {
	return strings.Contains(strings.ToLower(path.Base(file)), croissantName)
}

func readCroissant(tree *syntax.Tree) Reading {
	return readManifests(tree, func(value *syntax.Node) (*manifest, string) {
		g := newGraph(value)
		found, rejection := g.croissants(namedCroissant(tree.Text.File))
		if rejection != "" {
			return nil, rejection
		}
		c := &croissantReader{graph: g, manifest: newManifest(tree, croissantName, found[0].place(), beyondCroissant)}
		for i, dataset := range found {
			c.add(c.dataset(i, dataset))
		}
		return c.manifest, ""
	})
}

// graph is what a JSON-LD text describes.
type graph struct {
	context *syntax.Node
	things  []thing
	byID    map[string]thing
}

// thing is one node of the graph, with its properties by their local names, so
// that "rai:dataBiases", "cr:dataBiases" and "dataBiases" are one.
type thing struct {
	*syntax.Node

	properties map[string]syntax.Field
}

// newGraph gathers the things at the top of a value, in its list or under its
// @graph.
func newGraph(value *syntax.Node) *graph {
	g := &graph{context: value.Get("@context"), byID: map[string]thing{}}
	tops := items(value)
	if inner := value.Get("@graph"); inner != nil {
		tops = append(slices.Clone(tops), items(inner)...)
	}
	for _, top := range tops {
		if top.Kind != syntax.Map {
			continue
		}
		if g.context == nil {
			g.context = top.Get("@context")
		}
		t := newThing(top)
		g.things = append(g.things, t)
		if id := top.Get("@id"); id != nil && id.IsScalar() {
			g.byID[id.Scalar] = t
		}
	}
	return g
}

func newThing(node *syntax.Node) thing {
	t := thing{node, make(map[string]syntax.Field, len(node.Fields))}
	for _, f := range node.Fields {
		name := localName(f.Key.Scalar)
		if earlier, twice := t.properties[name]; !twice || !document.HasContent(earlier.Value) {
			t.properties[name] = f
		}
	}
	return t
}

// localName is the name of a property without its vocabulary, in lower case
// and without marks between its words: keys drift in capitals and dashes.
func localName(key string) string {
	if strings.HasPrefix(key, "@") {
		return key
	}
	key = key[strings.LastIndexAny(key, ":/#")+1:]
	return strings.ToLower(nameMarks.Replace(key))
}

var nameMarks = strings.NewReplacer("_", "", "-", "", " ", "")

// get is the first of the properties that is there and not blank.
func (t thing) get(names ...string) (key, value *syntax.Node) {
	for _, name := range names {
		if f, ok := t.properties[name]; ok && !f.Value.IsBlank() {
			return f.Key, f.Value
		}
	}
	return nil, nil
}

// is reports whether a thing has a type, by its local name.
func (t thing) is(name string) bool {
	_, types := t.get("@type", "type")
	return types != nil && slices.ContainsFunc(items(types), func(n *syntax.Node) bool { return localName(n.Scalar) == name })
}

// place is what a thing as a whole points at.
func (t thing) place() *syntax.Node {
	if _, name := t.get("name"); name != nil && name.IsScalar() {
		return name
	}
	return anchorOf(t.Node, "@id", "@type")
}

// croissants are the datasets that a graph describes in this vocabulary, or
// the reason why there are none. A graph may describe the datasets that one was
// made from too: what has records or files is the subject.
func (g *graph) croissants(named bool) ([]thing, string) {
	if len(g.things) == 0 {
		return nil, "it is no map of properties, as JSON-LD has"
	}
	spoken := speaks(g.context)
	var described, mere []thing
	for _, t := range g.things {
		_, conforms := t.get("conformsto")
		_, records := t.get("recordset")
		_, files := t.get("distribution")
		typed := t.is("dataset")
		untyped := t.Get("@type") == nil && (records != nil || files != nil)
		switch {
		case !typed && !untyped, !spoken && !speaks(conforms) && (!typed || records == nil && !named):
		case records != nil || files != nil:
			described = append(described, t)
		default:
			mere = append(mere, t)
		}
	}
	switch {
	case len(described) > 0:
		return described, ""
	case len(mere) > 0:
		return mere[:1], ""
	case g.context == nil:
		return nil, "it has neither a @context nor a dataset with record sets, as Croissant metadata has"
	}
	return nil, "it is linked data that describes no dataset in the vocabulary of Croissant"
}

// speaks reports whether a value names the vocabulary anywhere.
func speaks(n *syntax.Node) bool {
	if n == nil {
		return false
	}
	return n.IsScalar() && croissantVocabulary().MatchString(n.Scalar) || slices.ContainsFunc(n.Items, speaks) ||
		slices.ContainsFunc(n.Fields, func(f syntax.Field) bool { return speaks(f.Value) })
}

var croissantVocabulary = lazily(`mlcommons\.org/(?:croissant|schema)|mlcommons/croissant`)

// croissantReader brings datasets of a graph into the canonical shape.
type croissantReader struct {
	*graph
	*manifest
}

// croissantTexts are the canonical fields that hold one text, each with the
// properties that state it, the most telling first.
var croissantTexts = []struct {
	field      string
	properties []string
}{
	{"name", []string{"name", "alternatename"}},
	{"version", []string{"version", "datasetversion", "softwareversion"}},
	{"purpose", []string{"datausecases", "usecases", "datausecase", "intendeduse"}},
	{"description", []string{"description", "abstract"}},
	{"acquisition.method", []string{"datacollection", "datacollectionprotocol", "datacollectiontype", "measurementtechnique"}},
	{"acquisition.source", []string{"datacollectionrawdata", "rawdata", "wasderivedfrom", "isbasedon", "hadprimarysource", "datacollection", "datasource", "sameas", "url"}},
	{"acquisition.licence", []string{"license", "licence"}},
	{"acquisition.rights", []string{"usageinfo", "rights", "usagerights"}},
	{"labelling.instructions", []string{"dataannotationprotocol", "annotationprotocol"}},
	{"labelling.agreement", []string{"dataannotationanalysis", "annotationanalysis"}},
	{"owner", []string{"maintainer", "publisher", "creator", "creators", "author", "authors", "provider"}},
	{"access", []string{"conditionsofaccess", "accessrights"}},
	{"update_cadence", []string{"datareleasemaintenanceplan", "datareleasemaintenance", "releasemaintenanceplan", "datamaintenanceplan", "maintenanceplan", "accrualperiodicity"}},
	{"provenance.generated_by", []string{"wasgeneratedby", "syntheticdatageneration"}},
}

func (c *croissantReader) dataset(index int, from thing) *syntax.Node {
	to := from.place().Derive(syntax.Map)
	for _, text := range croissantTexts {
		for _, property := range text.properties {
			key, value := from.get(property)
			setOnce(to, text.field, key, c.joined(key, value))
		}
	}
	if name := to.Get("name"); name != nil && cardID(name.Scalar) != "" {
		to.Set("id", name, name.DeriveString(cardID(name.Scalar)))
	}
	c.readStatements(to, from)
	c.readPeriod(to, from)
	c.readPersonal(index, to, from)
	c.readLabellers(to, from)
	c.readPreparation(to, from)
	c.readOrigins(index, to, from)
	c.readActivities(to, from)
	c.readFiles(to, from)
	c.said[to] = wordy(from)
	if key, live := from.get("islivedataset"); live != nil && live.Kind == syntax.Bool {
		cadence := map[string]string{"true": "a live dataset, which changes", "false": "fixed: no live dataset"}[strings.ToLower(live.Scalar)]
		setOnce(to, "update_cadence", key, live.DeriveString(cadence))
	}
	return to
}

// wordy are the properties that may say more of a dataset than they are for.
func wordy(from thing) []syntax.Field {
	return slices.DeleteFunc(slices.Clone(from.Fields), func(f syntax.Field) bool {
		return f.Value.Kind != syntax.String || slices.Contains(wordless, localName(f.Key.Scalar))
	})
}

var wordless = []string{"@type", "@id", "name", "alternatename", "license", "licence", "citeas", "citation", "url", "version"}

// readStatements reads what is a list of statements in the canonical shape.
func (c *croissantReader) readStatements(to *syntax.Node, from thing) {
	for _, names := range [][]string{
		{"datalimitations", "datalimitation", "limitations"},
		{"datanotintendedusecases", "notintendedusecases", "outofscopeusecases", "datamisuse"},
	} {
		key, value := from.get(names...)
		for _, text := range c.texts(key, value) {
			appendTo(to, "limitations", key, text)
		}
	}
	key, value := from.get("databiases", "databias", "biases", "knownbiases")
	for _, text := range c.texts(key, value) {
		appendTo(to, "known_bias", key, entry("what", key, text))
	}
	key, value = from.get("datacollectionmissingdata", "collectionmissingdata", "missingdata")
	for _, text := range c.texts(key, value) {
		measure := entry("measure", key, text)
		measure.Set("characteristic", key, key.DeriveString("completeness"))
		appendTo(to, "quality", key, measure)
	}
}

// readPeriod takes the last day on which data was collected. What is no day
// stays as it is written, so that somebody sees it.
func (c *croissantReader) readPeriod(to *syntax.Node, from thing) {
	for _, names := range [][]string{{"datacollectiontimeframe", "collectiontimeframe", "timeframe"}, {"datecreated"}} {
		key, value := from.get(names...)
		if texts := c.texts(key, value, "enddate", "end", "startdate", "start"); len(texts) > 0 {
			setOnce(to, "acquisition.on", key, lastDay(texts[len(texts)-1]))
		}
	}
}

// lastDay is the day in which a text ends that is written as ISO 8601 has
// dates, times and intervals, or else the text itself.
func lastDay(text *syntax.Node) *syntax.Node {
	_, end, found := strings.Cut(text.Scalar, "/")
	if !found {
		end = text.Scalar
	}
	if match := dayOrTime().FindStringSubmatch(strings.TrimSpace(end)); match != nil {
		return text.DeriveString(match[1])
	}
	return text
}

var dayOrTime = lazily(`^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.*)?$`)

// readPersonal reads `rai:personalSensitiveInformation`: a list of categories,
// a word that there is none, or prose, which may say either.
func (c *croissantReader) readPersonal(index int, to *syntax.Node, from thing) {
	key, value := from.get("personalsensitiveinformation", "datapersonalsensitiveinformation", "sensitiveinformation", "personalinformation")
	texts := c.texts(key, value)
	if len(texts) == 0 {
		return
	}
	if value.Kind == syntax.Bool || len(texts) == 1 && document.IsPlaceholder(texts[0]) {
		setOnce(to, "personal_data.present", key, value)
		return
	}
	if !slices.ContainsFunc(texts, func(n *syntax.Node) bool { return deniesPersonal(n.Scalar) || len(strings.Fields(n.Scalar)) > 6 }) {
		setOnce(to, "personal_data.present", key, boolAt(key, true))
		setOnce(to, "personal_data.categories", key, listOf(texts))
		return
	}
	setOnce(to, "personal_data.description", key, c.joined(key, value))
	if len(texts) == 1 && deniesPersonal(texts[0].Scalar) {
		setOnce(to, "personal_data.present", key, boolAt(texts[0], false))
		return
	}
	c.silence(index, "personal_data.present")
}

func deniesPersonal(text string) bool { return noPersonal().MatchString(text) }

var noPersonal = lazily(`(?i)^\s*(?:no|none|nil|false|not any)\b|\b(?:contains?|includes?|holds?|has|have|there (?:is|are)|collects?) no (?:[\w-]+ ){0,2}(?:personal\w*|sensitive|pii|phi|identif\w*)|\b(?:does|do) not (?:contain|include|hold|collect) (?:any )?(?:[\w-]+ ){0,2}(?:personal\w*|sensitive|pii|phi|identif\w*)`)

func boolAt(at *syntax.Node, value bool) *syntax.Node {
	node := at.Derive(syntax.Bool)
	node.Scalar = map[bool]string{true: "true", false: "false"}[value]
	return node
}

// readLabellers gathers who or what assigned the labels.
func (c *croissantReader) readLabellers(to *syntax.Node, from thing) {
	var by []*syntax.Node
	var at *syntax.Node
	for _, names := range [][]string{
		{"annotatordemographics", "dataannotatordemographics"}, {"dataannotationplatform", "annotationplatform"}, {"machineannotationtools", "dataannotationtools"},
	} {
		key, value := from.get(names...)
		if texts := c.texts(key, value); len(texts) > 0 {
			by = append(by, texts...)
			if at == nil {
				at = key
			}
		}
	}
	if len(by) > 0 {
		list := by[0].Derive(syntax.List)
		list.Items = by
		to = innerMap(to, "labelling", at)
		to.Set("by", at, list)
	}
}

// innerMap is the Map under a key of a Map, which it makes if need be.
func innerMap(of *syntax.Node, name string, at *syntax.Node) *syntax.Node {
	if inner := of.Get(name); inner != nil {
		return inner
	}
	inner := at.Derive(syntax.Map)
	of.Set(name, at, inner)
	return inner
}

// readPreparation reads the protocols of preparation, each a step named by its
// property.
func (c *croissantReader) readPreparation(to *syntax.Node, from thing) {
	for _, step := range []struct {
		name       string
		properties []string
	}{
		{"preprocessing", []string{"datapreprocessingprotocol", "datapreprocessing", "preprocessingprotocol"}},
		{"manipulation", []string{"datamanipulationprotocol", "datamanipulation", "manipulationprotocol"}},
		{"imputation", []string{"dataimputationprotocol", "dataimputation", "imputationprotocol"}},
	} {
		key, value := from.get(step.properties...)
		for _, text := range c.texts(key, value) {
			method := entry("step", key, key.DeriveString(step.name))
			method.Set("method", key, text)
			appendTo(to, "preparation", key, method)
		}
	}
}

// readOrigins reads what the data was made from. A sentence names no dataset;
// it has been read as the source already.
func (c *croissantReader) readOrigins(index int, to *syntax.Node, from thing) {
	key, value := from.get("wasderivedfrom", "isbasedon", "hadprimarysource", "source")
	var names []*syntax.Node
	for _, text := range c.addresses(key, value) {
		if len(strings.Fields(text.Scalar)) > 8 {
			c.silence(index, "provenance")
			continue
		}
		names = append(names, text)
	}
	if len(names) == 0 {
		return
	}
	setOnce(to, "provenance.derived_from", key, listOf(names))
}

// readActivities reads the activities of PROV that made the data
// (https://www.w3.org/TR/prov-o/#Activity), by what they are called.
func (c *croissantReader) readActivities(to *syntax.Node, from thing) {
	key, value := from.get("wasgeneratedby")
	if value == nil {
		return
	}
	for _, item := range items(value) {
		if item.Kind != syntax.Map {
			continue
		}
		activity := newThing(c.resolve(item))
		nameKey, name := activity.get("label", "name", "preflabel", "type")
		called := c.joined(nameKey, name)
		saysKey, says := activity.get("description", "comment", "definition")
		text := c.joined(saysKey, says)
		if called == nil || text == nil {
			continue
		}
		_, kind := activity.get("type")
		words := strings.ToLower(called.Scalar)
		if kind != nil && kind.IsScalar() {
			words += " " + strings.ToLower(kind.Scalar)
		}
		switch {
		case labelsData().MatchString(words):
			setOnce(to, "labelling.instructions", saysKey, text)
		case preparesData().MatchString(words):
			step := entry("step", nameKey, called)
			step.Set("method", saysKey, text)
			appendTo(to, "preparation", key, step)
		case strings.Contains(words, "collect"):
			setOnce(to, "acquisition.method", saysKey, text)
		}
	}
}

var (
	labelsData   = lazily(`annotat|label`)
	preparesData = lazily(`process|clean|filter|transform|dedup|normali|prepar|imput`)
)

// readFiles takes the digest of a file of the dataset. The canonical shape has
// room for one: the first that is no digest, so that it is found, or else the
// first.
func (c *croissantReader) readFiles(to *syntax.Node, from thing) {
	key, distribution := from.get("distribution")
	var files []thing
	for _, item := range c.maps(key, distribution) {
		if file := newThing(c.resolve(item)); file.is("fileobject") || file.is("datadownload") {
			files = append(files, file)
		}
	}
	var at, digest *syntax.Node
	for _, file := range files {
		for _, algorithm := range []string{"sha256", "sha384", "sha512", "md5"} {
			stated, value := file.get(algorithm)
			if value == nil || !value.IsScalar() {
				continue
			}
			own := digestOf(algorithm, value)
			if digest == nil || wellFormed().MatchString(digest.Scalar) && !wellFormed().MatchString(own.Scalar) {
				at, digest = stated, own
			}
			break
		}
	}
	setOnce(to, "provenance.digest", at, digest)
	if len(files) == 1 {
		urlKey, url := files[0].get("contenturl")
		if url != nil && url.Kind == syntax.String && isLocal(url.Scalar) {
			setOnce(to, "provenance.path", urlKey, url)
		}
	}
}

// digestOf is a digest with its algorithm. What is none stays as it is written.
func digestOf(algorithm string, value *syntax.Node) *syntax.Node {
	hex := strings.ToLower(strings.TrimSpace(value.Scalar))
	if hex = strings.TrimPrefix(hex, algorithm+":"); hexadecimal().MatchString(hex) {
		return value.DeriveString(algorithm + ":" + hex)
	}
	return asText(value)
}

var (
	hexadecimal = lazily(`^[0-9a-f]+$`)
	wellFormed  = lazily(`^(?:sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128}|md5:[0-9a-f]{32})$`)
)

// resolve is the thing of the graph that a reference such as {"@id": "x"}
// means, or the Map itself.
func (g *graph) resolve(node *syntax.Node) *syntax.Node {
	if id := node.Get("@id"); id != nil && len(node.Fields) == 1 {
		if t, ok := g.byID[id.Scalar]; ok {
			return t.Node
		}
	}
	return node
}

// naming are the properties by which a thing in place of a text is called.
var naming = []string{"@value", "name", "label", "preflabel", "description", "text", "url", "@id", "identifier", "email"}

// texts are the texts of a value: of a scalar, a list, or things, each told by
// the first of the properties that it has. What has none is a problem.
func (c *croissantReader) texts(key, value *syntax.Node, properties ...string) []*syntax.Node {
	if value == nil || value.IsBlank() {
		return nil
	}
	switch value.Kind {
	case syntax.List:
		var all []*syntax.Node
		for _, item := range value.Items {
			all = append(all, c.texts(key, item, properties...)...)
		}
		return all
	case syntax.Map:
		t := newThing(c.resolve(value))
		for _, property := range slices.Concat(properties, naming) {
			if _, says := t.get(property); says != nil && says.Kind != syntax.Map {
				return c.texts(key, says)
			}
		}
		if len(t.Fields) > 0 {
			c.unreadable(key, value, "text, a list of texts, or a thing with a name")
		}
		return nil
	}
	return []*syntax.Node{asText(value)}
}

// joined are the texts of a value as one, with commas between them.
func (c *croissantReader) joined(key, value *syntax.Node) *syntax.Node {
	texts := c.texts(key, value)
	if len(texts) < 2 {
		return append(texts, nil)[0]
	}
	parts := make([]string, len(texts))
	for i, text := range texts {
		parts[i] = text.Scalar
	}
	return value.DeriveString(strings.Join(parts, ", "))
}

// addresses are the texts of a value, of things their address before their
// name.
func (c *croissantReader) addresses(key, value *syntax.Node) []*syntax.Node {
	if value == nil {
		return nil
	}
	var found []*syntax.Node
	for _, item := range items(value) {
		if id := item.Get("@id"); item.Get("url") == nil && id != nil && isAddress(id.Scalar) {
			found = append(found, asText(id))
			continue
		}
		found = append(found, c.texts(key, item, "url")...)
	}
	return found
}

// beyondCroissant is what Croissant has no property for. The owner of the
// dataset stays expressible; that of the metadata is the same.
var beyondCroissant = []document.Pattern{
	"describes", "metadata.approved", "metadata.author", "metadata.classification", "metadata.language", "metadata.next_review",
	"metadata.owner", "metadata.retention", "metadata.supersedes",
	"datasets.*.role", "datasets.*.steward", "datasets.*.access", "datasets.*.retention", "datasets.*.demographics",
	"datasets.*.acquisition.supplier", "datasets.*.acquisition.subjects", "datasets.*.acquisition.lawful_basis",
	"datasets.*.acquisition.rights", "datasets.*.acquisition.consent",
	"datasets.*.personal_data.special_categories", "datasets.*.personal_data.minimisation",
	"datasets.*.provenance.transfers", "datasets.*.preparation.*.criteria", "datasets.*.preparation.*.tool", "datasets.*.labelling",
	"datasets.*.quality", "datasets.*.quality.*.threshold", "datasets.*.quality.*.result", "datasets.*.quality.*.on",
	"datasets.*.quality.*.unit", "datasets.*.quality.*.direction", "datasets.*.quality.*.source",
	"datasets.*.known_bias.*.affected", "datasets.*.known_bias.*.mitigation",
}
