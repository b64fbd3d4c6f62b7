package format

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

const modelCardToolkitName = "model-card-toolkit"

// modelCardToolkit is the model card of the TensorFlow Model Card Toolkit
// (https://github.com/tensorflow/model-card-toolkit), in its schemas 0.0.1 and
// 0.0.2, with what other schemas built upon them add.
var modelCardToolkit = &Format{
	Name:      modelCardToolkitName,
	Title:     "Model Card Toolkit",
	Kinds:     []string{document.ModelCard},
	Languages: []syntax.Language{syntax.JSON, syntax.YAML},
	Nominate:  nominateModelCardToolkit,
	Read:      readModelCardToolkit,
}

func nominateModelCardToolkit(_ string, content []byte) bool {
	return bytes.Contains(content, []byte("model_details"))
}

// toolkitParts are the parts of a card beside the details of the model.
var toolkitParts = []string{"model_parameters", "quantitative_analysis", "considerations"}

func readModelCardToolkit(tree *syntax.Tree) Reading {
	var reading Reading
	for _, value := range tree.Values {
		if reason := notToolkit(value); reason != "" {
			reading.Rejection = cmp.Or(reading.Rejection, reason)
			continue
		}
		t := &toolkitCard{root: value, datasets: map[string]bool{}}
		d := t.read(tree)
		d.Index = len(reading.Documents)
		reading.Documents = append(reading.Documents, d)
		reading.Problems = append(reading.Problems, t.problems...)
	}
	switch {
	case len(reading.Documents) > 0:
		reading.Rejection = ""
	case len(tree.Values) == 0:
		reading.Rejection = "it holds no map"
	}
	return reading
}

// notToolkit says why a value is no card of the toolkit, or nothing if it is
// one.
func notToolkit(value *syntax.Node) string {
	if value.Kind != syntax.Map {
		return "it is no map, as a card of the Model Card Toolkit is"
	}
	if reason := otherwiseKnown(value); reason != "" {
		return reason
	}
	details := value.Get("model_details")
	if details == nil || details.Kind != syntax.Map {
		return "it has no map under `model_details`"
	}
	isPart := func(name string) bool {
		part := value.Get(name)
		return part != nil && part.Kind == syntax.Map
	}
	if !slices.ContainsFunc(toolkitParts, isPart) && (value.Get("schema_version") == nil || details.Get("name") == nil) {
		return "beside `model_details` it has none of the maps `" + strings.Join(toolkitParts, "`, `") + "`"
	}
	return ""
}

// otherwiseKnown says as what a Map is known that is no card whatever keys it
// has, or nothing.
func otherwiseKnown(value *syntax.Node) string {
	has := func(keys ...string) bool {
		return !slices.ContainsFunc(keys, func(key string) bool { return value.Get(key) == nil })
	}
	switch {
	case has("$defs"), has("$schema", "properties"), has("type", "properties"):
		return "it is a JSON Schema"
	case has("classes", "prefixes"):
		return "it is a LinkML schema"
	case has("apiVersion", "kind"):
		return "it is a Kubernetes resource"
	case has("openapi"), has("swagger"), has("asyncapi"):
		return "it is the description of an interface"
	}
	return ""
}

// toolkitCard is a card of the toolkit while it is read.
type toolkitCard struct {
	*card

	root     *syntax.Node // of the source
	datasets map[string]bool
}

func (t *toolkitCard) read(tree *syntax.Tree) *document.Document {
	details := t.root.Get("model_details")
	place := placeOf(details)
	if place == details {
		place = t.root.KeyOf("model_details")
	}
	t.card = emptyCard(tree, document.ModelCard, place, t.root.KeyOf("model_details"))
	c := t.card
	c.root.Set("model", t.root.KeyOf("model_details"), place.Derive(syntax.Map))
	t.readDetails(details)
	if parameters := c.nested(t.root, "model_parameters"); parameters != nil {
		t.readParameters(parameters)
	}
	if documentation := t.root.Get("dataset_documentation"); documentation != nil && documentation.Kind == syntax.Map {
		t.readData(documentation, "training_datasets", "training")
		t.readData(documentation, "evaluation_datasets", "test")
	}
	if analysis := c.nested(t.root, "quantitative_analysis"); analysis != nil {
		t.readAnalysis(analysis)
	}
	if considerations := c.nested(t.root, "considerations"); considerations != nil {
		t.readConsiderations(considerations)
	}
	c.copyTexts(c.root, t.root, "model.task", "pipeline_tag", "model.type", "model_category", "metadata.author", "created_by")
	var unmitigated []document.Pattern
	for _, name := range []string{"bias_model", "bias_output"} {
		key, bias := field(t.root, name)
		for _, text := range c.texts(key, bias, "description") {
			appendTo(c.root, "ethical_considerations", key, entry("name", key, text))
			at := strconv.Itoa(len(c.root.Get("ethical_considerations").Items) - 1)
			unmitigated = append(unmitigated, document.Pattern("ethical_considerations."+at+".mitigation")) // a text has no field for it
		}
	}
	key, base := field(t.root, "base_model")
	for _, name := range c.texts(key, base, "name") {
		appendTo(c.root, "model.base_models", key, entry("name", key, name))
	}
	t.readOverview(details)
	name := c.root.Lookup(syntax.Keys("model", "name"))
	c.set("metadata.title", nil, name)
	c.set("metadata.title", nil, place.DeriveString(fileTitle(tree.Text.File)))
	if name != nil && cardID(name.Scalar) != "" {
		c.set("metadata.id", name, name.DeriveString(cardID(name.Scalar)))
	}
	c.set("metadata.id", nil, place.DeriveString(fileSlug(tree.Text.File)))
	beyond := slices.DeleteFunc(slices.Clone(beyondToolkit), func(pattern document.Pattern) bool {
		// That one item of a list says it does not give the others a place for it.
		return !strings.Contains(string(pattern), "*") && occurs(c.root, pattern)
	})
	return &document.Document{
		Kind: document.ModelCard, Format: modelCardToolkitName, File: tree.Text.File, Root: c.root, Inexpressible: append(beyond, unmitigated...),
	}
}

func (t *toolkitCard) readDetails(details *syntax.Node) {
	c := t.card
	c.copyTexts(c.root, details, "model.name", "name", "metadata.author", "created_by")
	key, version := field(details, "version")
	c.set("model.version", key, c.versionName(key, version))
	key, owners := field(details, "owners")
	c.set("metadata.owner", key, c.oneText(key, owners, "name", "contact"))
	t.readContributors(details)
	key, creators := field(details, "creator_references") // in place of owners, in a schema built upon the toolkit's
	c.set("metadata.owner", key, c.oneText(key, creators, "name", "url"))
	c.set("model.developed_by", key, c.root.Lookup(syntax.Keys("metadata", "owner")))
	t.readContacts(owners, "contact", "email")
	for _, role := range []string{"maintained_by", ""} { // who looks after the model, else anybody
		t.readContacts(withRole(details.Get("contributors"), role), "email", "contact")
	}
	key, licences := field(details, "licenses")
	c.set("model.licence", key, c.oneText(key, licences, "identifier", "license_name", "custom_text", "license_link"))
	key, licence := field(details, "license")
	c.set("model.licence", key, c.oneText(key, licence, "identifier", "name", "custom_text"))
}

// versionName is the name of a version. One with nothing but a date or a list
// of changes has none.
func (c *card) versionName(key, version *syntax.Node) *syntax.Node {
	if version != nil && version.Kind == syntax.Map {
		inner, name := field(version, "name")
		return c.oneText(inner, name)
	}
	return c.oneText(key, version)
}

// readContributors reads the parties by their roles, as schemas have them that
// build upon the toolkit's.
func (t *toolkitCard) readContributors(details *syntax.Node) {
	key, list := field(details, "contributors")
	if list == nil {
		return
	}
	for _, role := range [][2]string{{"maintained_by", "metadata.owner"}, {"developed_by", "model.developed_by"}} {
		t.set(role[1], key, t.oneText(key, withRole(list, role[0]), "name", "affiliation"))
	}
}

// withRole are those of a list of parties that have a role, or all for "".
func withRole(list *syntax.Node, role string) *syntax.Node {
	if list == nil || role == "" {
		return list
	}
	in := list.Derive(syntax.List)
	for _, party := range maps(items(list)) {
		if scalarOf(party, "role") == role {
			in.Items = append(in.Items, party)
		}
	}
	return in
}

func (t *toolkitCard) readContacts(parties *syntax.Node, names ...string) {
	if parties == nil {
		return
	}
	for _, party := range maps(items(parties)) {
		for _, name := range names {
			key, contact := field(party, name)
			t.set("contact", key, t.oneText(key, contact))
		}
	}
}

// readOverview takes a description for the intended use if it states one and
// no use case does.
func (t *toolkitCard) readOverview(details *syntax.Node) {
	for _, name := range []string{"overview", "short_description"} {
		if text := firstText(details.Get(name)); text != nil && saysPurpose(text) {
			t.set("intended_use.description", details.KeyOf(name), text)
		}
	}
}

func (t *toolkitCard) readParameters(parameters *syntax.Node) {
	t.copyTexts(t.card.root, parameters, "model.architecture", "model_architecture")
	data := parameters.Get("data")
	if data != nil && data.Kind == syntax.Map && data.Get("name") == nil {
		t.readData(data, "train", "training")
		t.readData(data, "validation", "validation")
		t.readData(data, "eval", "test")
		t.readData(data, "test", "test")
	} else {
		t.readData(parameters, "data", "")
	}
	t.readData(parameters, "training_datasets", "training")
	t.readData(parameters, "evaluation_datasets", "test")
}

// readData adds the datasets under a key, each once.
func (t *toolkitCard) readData(from *syntax.Node, name, role string) {
	key, list := field(from, name)
	if list == nil || list.Kind == syntax.Null {
		return
	}
	for _, item := range items(list) {
		id := t.oneText(key, item, "id", "name", "link", "url", "description")
		if id == nil || id.IsBlank() || t.datasets[id.Scalar] {
			continue
		}
		t.datasets[id.Scalar] = true
		dataset := entry("id", key, id)
		if item.Kind == syntax.Map {
			t.copyTexts(dataset, item, "name", "name")
		}
		if role != "" {
			dataset.Set("role", key, key.DeriveString(role))
		}
		appendTo(t.card.root, "datasets", key, dataset)
	}
}

func (t *toolkitCard) readAnalysis(analysis *syntax.Node) {
	key, list := field(analysis, "performance_metrics")
	for _, metric := range t.maps(key, list) {
		measure := cmp.Or(firstText(metric.Get("type")), metric).Derive(syntax.Map)
		t.copyTexts(measure, metric, "metric", "type", "unit", "unit", "slice", "slice")
		t.measured(measure, "value", metric, "value")
		if interval := t.nested(metric, "confidence_interval"); interval != nil {
			t.measured(measure, "confidence_interval.lower", interval, "lower_bound")
			t.measured(measure, "confidence_interval.upper", interval, "upper_bound")
		}
		appendTo(t.card.root, "evaluation", key, measure)
	}
}

func (t *toolkitCard) readConsiderations(considerations *syntax.Node) {
	lists := func(name, path string) {
		key, value := field(considerations, name)
		for _, text := range t.texts(key, value, "description", "name") {
			appendTo(t.card.root, path, key, text)
		}
	}
	lists("users", "intended_use.users")
	lists("limitations", "limitations")
	lists("tradeoffs", "limitations")
	lists("out_of_scope_uses", "intended_use.out_of_scope")
	key, value := field(considerations, "use_cases")
	t.set("intended_use.description", key, joined(value, t.texts(key, value, "description", "name"), "; "))
	key, value = field(considerations, "ethical_considerations")
	if value == nil || value.Kind == syntax.Null {
		return
	}
	for _, item := range items(value) {
		if item.Kind != syntax.Map {
			for _, text := range t.texts(key, item) {
				appendTo(t.card.root, "ethical_considerations", key, entry("name", key, text))
			}
			continue
		}
		concern := item.Derive(syntax.Map)
		t.copyTexts(concern, item, "name", "name", "name", "description", "mitigation", "mitigation_strategy")
		appendTo(t.card.root, "ethical_considerations", key, concern)
	}
}

// beyondToolkit is what the toolkit's schemas have no field for. The version
// in a card is the model's.
var beyondToolkit = append(slices.Clone(uncontrolled),
	"system", "assumptions", "explainability", "robustness", "security", "human_oversight", "fairness",
	"intended_use.decisions", "intended_use.setting", "intended_use.out_of_scope", "intended_use.prohibited",
	"model.type", "model.task",
	"model.base_models", "model.base_models.*.version", "model.base_models.*.supplier", "model.base_models.*.licence", "model.base_models.*.digest",
	"model.trained_on", "model.path", "model.digest",
	"datasets.*.role", "datasets.*.version",
	"evaluation.*.unit", "evaluation.*.threshold", "evaluation.*.direction", "evaluation.*.dataset", "evaluation.*.on",
	"evaluation.*.version", "evaluation.*.source", "evaluation.*.confidence_interval.level",
	"ethical_considerations.*.harm",
	"environmental", "environmental.energy_kwh", "environmental.carbon_kg", "environmental.hardware", "environmental.region", "environmental.source",
)
