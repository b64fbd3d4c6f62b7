package format

import (
	"bytes"
	"math/big"
	"regexp"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

const huggingFaceName = "huggingface"

// huggingface is a model card or dataset card of the Hugging Face Hub:
// Markdown with metadata in front (https://huggingface.co/docs/hub/model-cards,
// https://huggingface.co/docs/hub/datasets-cards).
var huggingface = &Format{
	Name:      huggingFaceName,
	Title:     "Hugging Face card",
	Kinds:     []string{document.ModelCard, document.DataManifest},
	Languages: []syntax.Language{syntax.Markdown},
	Nominate:  nominateHuggingFace,
	Read:      readHuggingFace,
}

// The keys of the Hub's metadata
// (https://github.com/huggingface/hub-docs/blob/main/modelcard.md,
// https://github.com/huggingface/hub-docs/blob/main/datasetcard.md). Those of
// one kind alone decide; shared ones need company, since other tools have
// front matter with a license or tags too.
var (
	hubModelKeys = []string{
		"pipeline_tag", "library_name", "base_model", "base_model_relation", "model-index", "co2_eq_emissions", "widget",
		"new_version", "quantized_by", "model_creator", "eval_results", "mask_token", "instance_prompt",
	}
	hubDatasetKeys = []string{
		"task_categories", "task_ids", "size_categories", "annotations_creators", "language_creators", "source_datasets",
		"dataset_info", "multilinguality", "pretty_name", "train-eval-index", "configs",
	}
	hubSharedKeys = []string{
		"license", "license_name", "license_link", "language", "tags", "datasets", "metrics", "thumbnail", "inference", "arxiv", "paperswithcode_id", "viewer",
	}
	hubSpaceKeys = []string{"sdk", "sdk_version", "app_file", "app_port", "colorFrom", "colorTo"}
	// siteKeys are those of web sites and notes, not of the Hub.
	siteKeys = []string{
		"title", "layout", "sidebar", "sidebar_label", "sidebar_position", "nav_order", "permalink", "slug", "date", "categories", "draft",
		"weight", "parent", "search", "aliases", "hide_table_of_contents", "toc", "template", "redirect_from", "page_type", "description",
	}
)

// nominateHuggingFace looks for front matter with a key of the Hub.
func nominateHuggingFace(_ string, content []byte) bool {
	content = bytes.TrimPrefix(content, []byte("\uFEFF"))
	return bytes.HasPrefix(content, []byte("---")) && hubKey().Match(content)
}

var hubKey = lazily(`(?m)^(?:` + strings.Join(quoteAll(slices.Concat(hubModelKeys, hubDatasetKeys, hubSharedKeys)), "|") + `)[ \t]*:`)

func quoteAll(keys []string) []string {
	quoted := make([]string, len(keys))
	for i, key := range keys {
		quoted[i] = regexp.QuoteMeta(key)
	}
	return quoted
}

func readHuggingFace(tree *syntax.Tree) Reading {
	front := frontMatter(tree)
	if front == nil || tree.Outline == nil {
		return Reading{Rejection: "it has no front matter that can be read"}
	}
	kind, rejection := hubKind(tree, front)
	if rejection != "" {
		return Reading{Rejection: rejection}
	}
	c := newCard(tree, kind)
	if kind == document.DataManifest {
		c.readHubDataset(front)
		return c.reading(huggingFaceName, beyondDataCards)
	}
	c.readHubModel(front)
	c.readModelBody()
	return c.reading(huggingFaceName, beyondModelCards)
}

func (c *card) reading(format string, beyond []document.Pattern) Reading {
	return Reading{Documents: []*document.Document{c.document(format, beyond)}, Problems: c.problems}
}

// hubKind tells what the front matter is about, or why it is no card's.
func hubKind(tree *syntax.Tree, front *syntax.Node) (kind, rejection string) {
	model, data, shared := countKeys(front, hubModelKeys), countKeys(front, hubDatasetKeys), countKeys(front, hubSharedKeys)
	saysCard := cardKind(tree)
	switch {
	case countKeys(front, hubSpaceKeys) > 0:
		return "", "it describes a Space, not a model or a dataset"
	case model+data == 0 && (shared < 2 || countKeys(front, siteKeys) > 0) && (shared == 0 || saysCard == ""):
		return "", "its front matter has too few keys of a Hugging Face card"
	case model+data == 1 && saysCard != "":
		return saysCard, "" // a title says more than one key
	case data > model || data == model && data > 0 && saysCard == document.DataManifest:
		return document.DataManifest, ""
	case model == 0 && saysCard != "":
		return saysCard, ""
	}
	return document.ModelCard, ""
}

func countKeys(front *syntax.Node, keys []string) int {
	n := 0
	for _, key := range keys {
		if front.Get(key) != nil {
			n++
		}
	}
	return n
}

// field is an entry of a Map, with nil nodes if it lacks the key.
func field(m *syntax.Node, key string) (name, value *syntax.Node) {
	for _, f := range m.Fields {
		if f.Key.Scalar == key {
			return f.Key, f.Value
		}
	}
	return nil, nil
}

func (c *card) readHubModel(front *syntax.Node) {
	c.readHubLicence(c.root, "model.licence", front)
	key, value := field(front, "pipeline_tag")
	c.set("model.task", key, c.oneText(key, value))
	c.readHubBaseModels(front)
	key, value = field(front, "datasets")
	for _, id := range c.texts(key, value, "name", "id", "type") {
		dataset := entry("id", key, id)
		dataset.Set("role", key, id.DeriveString("training"))
		appendTo(c.root, "datasets", key, dataset)
	}
	c.readModelIndex(front)
	c.readEmissions(front)
}

// readHubLicence reads `license`, or for "other" the name beside it.
func (c *card) readHubLicence(root *syntax.Node, path string, front *syntax.Node) {
	key, value := field(front, "license")
	text := c.oneText(key, value, "name", "id", "type", "link")
	if nameKey, name := field(front, "license_name"); name != nil && !name.IsBlank() && (text == nil || text.Scalar == "other") {
		key, text = nameKey, c.oneText(nameKey, name)
	}
	setOnce(root, path, key, text)
}

func (c *card) readHubBaseModels(front *syntax.Node) {
	key, value := field(front, "base_model")
	for _, name := range c.texts(key, value, "name", "id", "model") {
		model := entry("name", key, name)
		if supplier, _, ok := strings.Cut(name.Scalar, "/"); ok && supplier != "" && !strings.HasPrefix(name.Scalar, ".") {
			model.Set("supplier", key, name.DeriveString(supplier))
		}
		appendTo(c.root, "model.base_models", key, model)
	}
}

// readModelIndex reads the results in `model-index`
// (https://github.com/huggingface/hub-docs/blob/main/modelcard.md).
func (c *card) readModelIndex(front *syntax.Node) {
	key, index := field(front, "model-index")
	if index == nil || index.Kind == syntax.Null {
		return
	}
	for _, model := range c.maps(key, index) {
		if nameKey, name := field(model, "name"); name != nil {
			c.set("model.name", nameKey, c.oneText(nameKey, name))
		}
		resultsKey, list := field(model, "results")
		for _, result := range c.maps(resultsKey, list) {
			c.readResult(key, result)
		}
	}
}

func (c *card) readResult(key, result *syntax.Node) {
	dataset := result.Get("dataset")
	metricsKey, metrics := field(result, "metrics")
	for _, metric := range c.maps(metricsKey, metrics) {
		measure := metric.Derive(syntax.Map)
		for _, name := range []string{"type", "name"} {
			nameKey, value := field(metric, name)
			setOnce(measure, "metric", nameKey, c.oneText(nameKey, value))
		}
		if valueKey, value := field(metric, "value"); value != nil && value.Kind != syntax.Map {
			value = numeric(value)
			measure.Set("value", valueKey, value)
		}
		if dataset != nil && dataset.Kind == syntax.Map {
			for _, name := range []string{"name", "type"} {
				nameKey, value := field(dataset, name)
				setOnce(measure, "dataset", nameKey, c.oneText(nameKey, value))
			}
			splitKey, split := field(dataset, "split")
			setOnce(measure, "slice", splitKey, c.oneText(splitKey, split))
		}
		appendTo(c.root, "evaluation", key, measure)
	}
}

// numeric is a text that states a number as that number.
func numeric(value *syntax.Node) *syntax.Node {
	if value.Kind == syntax.String {
		if n, _ := number(value); n != nil {
			return n
		}
	}
	return value
}

// readEmissions reads `co2_eq_emissions`, in grams
// (https://huggingface.co/docs/hub/model-cards-co2), as kilograms.
func (c *card) readEmissions(front *syntax.Node) {
	key, value := field(front, "co2_eq_emissions")
	if value == nil || value.Kind == syntax.Null {
		return
	}
	if value.Kind == syntax.Map {
		c.copyTexts(c.root, value, "environmental.hardware", "hardware_used", "environmental.region", "geographical_location")
		key, value = field(value, "emissions")
	}
	if value == nil {
		return
	}
	grams, ok := new(big.Rat).SetString(numeric(value).Scalar)
	if !ok || len(value.Scalar) > 40 {
		c.set("environmental.carbon_kg", key, c.oneText(key, value))
		return
	}
	kilograms := value.Derive(syntax.Number)
	kilograms.Scalar = strings.TrimRight(strings.TrimRight(new(big.Rat).Quo(grams, big.NewRat(1000, 1)).FloatString(20), "0"), ".")
	c.set("environmental.carbon_kg", key, kilograms)
}

func (c *card) readHubDataset(front *syntax.Node) {
	dataset := c.place().Derive(syntax.Map)
	key, value := field(front, "pretty_name")
	setOnce(dataset, "name", key, c.oneText(key, value))
	c.readHubLicence(dataset, "acquisition.licence", front)
	for _, list := range []struct{ from, to string }{{"source_datasets", "provenance.derived_from"}, {"annotations_creators", "labelling.by"}} {
		key, value := field(front, list.from)
		if texts := c.texts(key, value, "name"); len(texts) > 0 {
			setOnce(dataset, list.to, key, listOf(texts))
		}
	}
	if derived := dataset.Lookup(syntax.Keys("provenance", "derived_from")); derived != nil {
		readOrigins(dataset, derived)
	}
	c.readDataBody(dataset)
	for _, name := range []string{"task_categories", "task_ids"} {
		key, value = field(front, name) // a dataset for a task is for that
		setOnce(dataset, string(dataPurpose), key, c.oneText(key, value))
	}
}

// readOrigins takes the Hub's vocabulary of `source_datasets` apart: "original"
// says that there is no earlier dataset, "extended|x" that x is one.
func readOrigins(dataset, derived *syntax.Node) {
	var earlier []*syntax.Node
	for _, origin := range derived.Items {
		switch name, found := strings.CutPrefix(origin.Scalar, "extended|"); {
		case found:
			earlier = append(earlier, origin.DeriveString(name))
		case origin.Scalar == "original":
			setOnce(dataset, "acquisition.source", origin, origin)
		default:
			earlier = append(earlier, origin)
		}
	}
	derived.Items = earlier
}

// texts are the texts of a value that may be one text, a list, or a Map that
// gives the text under one of the names. What is none of these is a problem.
func (c *card) texts(key, value *syntax.Node, names ...string) []*syntax.Node {
	if value == nil || value.Kind == syntax.Null {
		return nil
	}
	switch value.Kind {
	case syntax.List:
		var all []*syntax.Node
		for _, item := range value.Items {
			all = append(all, c.texts(key, item, names...)...)
		}
		return all
	case syntax.Map:
		for _, name := range names {
			if inner := value.Get(name); inner != nil && inner.IsScalar() && !inner.IsBlank() {
				return []*syntax.Node{inner}
			}
		}
		c.unreadable(key, value, "text or a list of texts")
		return nil
	}
	return []*syntax.Node{value}
}

// oneText is the text of a value, several joined with commas.
func (c *card) oneText(key, value *syntax.Node, names ...string) *syntax.Node {
	texts := c.texts(key, value, names...)
	switch len(texts) {
	case 0:
		return nil
	case 1:
		return texts[0]
	}
	var parts []string
	for _, text := range texts {
		parts = append(parts, text.Scalar)
	}
	return value.DeriveString(strings.Join(parts, ", "))
}

// maps are the Maps of a list of them. Anything else is a problem.
func (c *card) maps(key, value *syntax.Node) []*syntax.Node {
	if value == nil || value.Kind == syntax.Null {
		return nil
	}
	var maps []*syntax.Node
	for _, item := range items(value) {
		if item.Kind == syntax.Map {
			maps = append(maps, item)
		} else {
			c.unreadable(key, item, "a list of maps")
		}
	}
	return maps
}

func (c *card) unreadable(key, value *syntax.Node, expected string) {
	at := value.Derive(syntax.Map)
	at.Set(key.Scalar, key, value)
	c.problems = append(c.problems, problemAt(at, syntax.Keys(key.Scalar), Unreadable,
		"`"+key.Scalar+"` holds "+value.Kind.String()+"; expected is "+expected))
}
