package format

import (
	"bytes"
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

const modelCardFileName = "model-card-file"

// modelCardFile is a model card in JSON or YAML under names of its own. A key
// reads like a heading: what it says is told as from a card in Markdown.
var modelCardFile = &Format{
	Name:      modelCardFileName,
	Title:     "Model card in JSON or YAML",
	Kinds:     []string{document.ModelCard},
	Languages: []syntax.Language{syntax.JSON, syntax.YAML},
	Nominate:  nominateModelCardFile,
	Read:      readModelCardFile,
}

// nominateModelCardFile looks for the name of a card, or for a key on the
// intended use.
func nominateModelCardFile(file string, content []byte) bool {
	if modelCardName().MatchString(path.Base(file)) {
		return true
	}
	return holdsIntendedUseKey(content[:min(len(content), 64<<10)])
}

// holdsIntendedUseKey looks around each place that may be the key: to search the whole
// of every file for the expression takes ten times as long.
func holdsIntendedUseKey(content []byte) bool {
	const before, after = 2, 64 // a letter and the one that must not be there; the rest
	for _, word := range [...]string{"ntended", "NTENDED"} {
		for start := 0; ; start += len(word) {
			found := bytes.Index(content[start:], []byte(word))
			if found < 0 {
				break
			}
			start += found
			if intendedUseKey().Match(content[max(0, start-before):min(len(content), start+after)]) {
				return true
			}
		}
	}
	return false
}

var intendedUseKey = lazily(`(?i)\bintended[-_ ]?uses?"?[ \t]*:`)

func readModelCardFile(tree *syntax.Tree) Reading {
	var reading Reading
	for _, value := range tree.Values {
		for _, item := range items(value) {
			f, rejection := findCardFile(tree, unwrapped(item))
			if rejection != "" {
				reading.Rejection = cmp.Or(reading.Rejection, rejection)
				continue
			}
			d := f.document()
			d.Index = len(reading.Documents)
			reading.Documents = append(reading.Documents, d)
			reading.Problems = append(reading.Problems, f.problems...)
		}
	}
	switch {
	case len(reading.Documents) > 0:
		reading.Rejection = ""
	case reading.Rejection == "":
		reading.Rejection = "it is empty"
	}
	return reading
}

// unwrapped is the Map under `model_card`, where beside it is nothing but
// scalars such as the version of a schema.
func unwrapped(value *syntax.Node) *syntax.Node {
	var inner *syntax.Node
	for _, f := range value.Fields {
		switch {
		case f.Value.Kind == syntax.Map && headingText(f.Key.Scalar) == "model card":
			inner = f.Value
		case !f.Value.IsScalar():
			return value
		}
	}
	return cmp.Or(inner, value)
}

// findCardFile makes a card of a value, or says why it is none. A file that is
// called a card has to say two things that cards say, one of them under a
// heading of cards; any other file four under such headings, and which model.
func findCardFile(tree *syntax.Tree, value *syntax.Node) (*cardFile, string) {
	if value.Kind != syntax.Map {
		return nil, "it is no map, as a model card is"
	}
	if reason := cmp.Or(otherwiseKnown(value), rejectForeign(value)); reason != "" {
		return nil, reason
	}
	if slices.ContainsFunc(value.Fields, func(f syntax.Field) bool { return judgesCards().MatchString(headingText(f.Key.Scalar)) }) {
		return nil, "it is a report on a card"
	}
	f := newCardFile(tree, value)
	topics, names := f.says()
	named := modelCardName().MatchString(path.Base(tree.Text.File))
	switch {
	case named && (topics+names < 2 || topics == 0):
		return nil, "it has too few keys of a model card"
	case !named && (topics < 4 || names == 0):
		return nil, "it is not called a model card, and has too few keys of one"
	}
	return f, ""
}

// judgesCards are the keys of reports that rate a card.
var judgesCards = lazily(`^(?:rubric|evaluator|judge|card score|completeness score|(?:total|overall|max) (?:score|points?)|evaluation (?:date|timestamp|type))\b`)

// cardFile is a card while it is read.
type cardFile struct {
	*card

	value *syntax.Node
	items []syntax.Field // read one by one, by the field they belong to
}

// newCardFile lays a card out as if it were written in Markdown, so that one
// reader serves both.
func newCardFile(tree *syntax.Tree, value *syntax.Node) *cardFile {
	f := &cardFile{value: value}
	place := value
	if len(value.Fields) > 0 {
		place = value.Fields[0].Key
	}
	root := &syntax.Section{}
	f.lay(root, value, nil)
	f.card = emptyCard(&syntax.Tree{Text: tree.Text, Language: tree.Language, Outline: &syntax.Outline{Root: root}}, document.ModelCard, place, place)
	f.passages = modelTopics.passages(f.tree.Outline, nil)
	for _, p := range f.passages {
		if p.is(fairness) && fairnessAlone().MatchString(headingText(p.key.Scalar)) {
			p.topics = []topic{fairness}
		}
	}
	return f
}

// fairnessAlone are the keys of measures of fairness, which are neither results
// nor concerns.
var fairnessAlone = lazily(`^(?:fairness|bias|equity|disparity|subgroup) (?:metrics?|analysis|measures?|evaluation|audit)$`)

// says counts the topics of cards that the keys are on, and the names under
// which cards state what the model is.
func (f *cardFile) says() (topics, names int) {
	met := map[topic]bool{}
	for _, p := range f.passages {
		for _, t := range p.topics {
			if slices.Contains(core[document.ModelCard], t) && t != details {
				met[t] = true
			}
		}
	}
	fields := map[string]bool{}
	for _, pair := range f.named(asideModel...) {
		if field := modelFields[headingText(pair.Key.Scalar)]; field != "" {
			fields[field] = true
		}
	}
	return len(met), len(fields)
}

func (f *cardFile) document() *document.Document {
	for _, item := range f.items {
		appendTo(f.root, item.Key.Scalar, item.Key, item.Value)
	}
	f.readModelBody()
	f.readDay(f.value)
	return f.card.document(modelCardFileName, beyondModelCards)
}

// lay makes sections and blocks of the entries of a Map: what names a property
// of the model is a pair, a number is a row in a table of results, and the rest
// stands under its key as under a heading. within are the topics of the Map.
func (f *cardFile) lay(section *syntax.Section, m *syntax.Node, within []topic) {
	var pairs, numbers []syntax.Field
	for _, entry := range m.Fields {
		name := headingText(entry.Key.Scalar)
		n, _ := number(entry.Value)
		switch {
		case isAside(name, entry.Value):
		case n != nil && (metricName().MatchString(name) || overall().MatchString(name) || onResults(within) && !setting().MatchString(name)):
			numbers = append(numbers, entry)
		case namesProperty(name, entry.Value):
			if textOf(entry.Value) == nil {
				entry.Value = entry.Value.DeriveString(mapText(entry.Value))
			}
			pairs = append(pairs, entry)
		case entry.Value.Kind == syntax.String || !entry.Value.IsScalar():
			section.Sections = append(section.Sections, f.layEntry(entry, name, within))
		}
	}
	if len(pairs) > 0 {
		section.Blocks = append(section.Blocks, syntax.Block{Kind: syntax.BulletList, Pairs: pairs})
	}
	switch {
	case len(numbers) > 0 && onResults(within):
		section.Blocks = append(section.Blocks, tableOfNumbers(numbers, nil))
	case len(numbers) > 0:
		section.Sections = append(section.Sections, &syntax.Section{
			Level: 2, Heading: numbers[0].Key.DeriveString("metrics"), Blocks: []syntax.Block{tableOfNumbers(numbers, nil)},
		})
	}
}

// isAside reports whether an entry says nothing that a card is asked: a moment,
// a rating of the whole, thresholds of a decision.
func isAside(name string, value *syntax.Node) bool {
	return rating().MatchString(name) || value.Kind == syntax.Map && setting().MatchString(name) ||
		value.Kind == syntax.String && moment().MatchString(value.Scalar) && modelFields[name] == "" && controlFields[name] == ""
}

var (
	rating = lazily(`^(?:\w+ )?risk (?:tier|level|rating|score|class|category|classification)$`)
	moment = lazily(`^\d{4}-\d{2}-\d{2}(?:[T ]\S+)?$`)
)

// overall is the name of a score that sums others up.
var overall = lazily(`^overall(?: (?:score|result|accuracy))?$`)

// setting are numbers beside results that measure nothing.
var setting = lazily(`^(?:seed|random (?:seed|state)|epochs?|(?:cv )?folds?|batch size|k|year|(?:schema )?version)$|^(?:n|num|number|count|total|size) |\b(?:threshold|cutoff)s?$`)

func onResults(topics []topic) bool {
	return slices.Contains(topics, results) || slices.Contains(topics, fairness)
}

// namesProperty reports whether an entry states in a few words what the model
// is, or who answers for it. A Map may be a party or a licence; that of the
// model itself is opened.
func namesProperty(name string, value *syntax.Node) bool {
	known := modelFields[name] != "" || controlFields[name] != "" || baseModelFields[name] != "" || environmentFields[name] != ""
	return known && (value.Kind != syntax.Map || modelFields[name] != "model.name")
}

// layEntry makes a section of an entry. A name that only says "the data" or
// "the description" is that of what the entry stands in.
func (f *cardFile) layEntry(entry syntax.Field, name string, within []topic) *syntax.Section {
	section := &syntax.Section{Level: 2, Heading: entry.Key}
	topics := modelTopics.topics(name)
	switch {
	case len(within) == 0:
	case bareData().MatchString(name) && slices.Contains(within, results):
		section.Heading, topics = entry.Key.DeriveString("evaluation data"), []topic{testData}
	case bareData().MatchString(name), bareText().MatchString(name):
		section.Heading, topics = entry.Key.DeriveString(""), nil
	}
	if len(topics) == 0 {
		topics = within
	}
	switch value := entry.Value; {
	case f.itemised(entry.Key, value, topics):
	case value.Kind == syntax.String:
		section.Blocks = []syntax.Block{{Kind: syntax.Paragraph, Text: value}}
	case value.Kind == syntax.List && onResults(topics) && len(maps(value.Items)) > 0:
		for _, item := range maps(value.Items) {
			section.Blocks = append(section.Blocks, tableOfMap(item, nil))
		}
	case value.Kind == syntax.List:
		section.Blocks = []syntax.Block{{Kind: syntax.BulletList, Items: texts(value.Items)}}
	case onResults(topics) && isMeasure(value):
		section.Blocks = []syntax.Block{tableOfMap(value, entry.Key)}
	case onResults(within) && allNumbers(value):
		section.Blocks = []syntax.Block{tableOfNumbers(value.Fields, entry.Key)}
	default:
		f.lay(section, value, topics)
	}
	return section
}

var (
	bareData = lazily(`^(?:data|datasets?)$`)
	bareText = lazily(`^(?:descriptions?|summary|overview|details|text|notes?|statement|info|information|purpose|scope)$`)
)

// texts are items as one statement each, a Map as "key: value; key: value".
func texts(nodes []*syntax.Node) []*syntax.Node {
	var all []*syntax.Node
	for _, n := range nodes {
		if n.Kind == syntax.Map {
			n = n.DeriveString(mapText(n))
		}
		if text := textOf(n); text != nil {
			all = append(all, asText(text))
		}
	}
	return all
}

func mapText(m *syntax.Node) string {
	var parts []string
	if len(m.Fields) == 1 && m.Fields[0].Value.IsScalar() {
		return m.Fields[0].Value.Scalar
	}
	for _, f := range m.Fields {
		if text := textOf(f.Value); text != nil && !text.IsBlank() {
			parts = append(parts, strings.Join(nameWords(f.Key.Scalar), " ")+": "+text.Scalar)
		}
	}
	return strings.Join(parts, "; ")
}

// isMeasure reports whether a Map is one measure: it states a value.
func isMeasure(m *syntax.Node) bool {
	return slices.ContainsFunc(m.Fields, func(f syntax.Field) bool {
		n, _ := number(f.Value)
		return n != nil && valueName().MatchString(headingText(f.Key.Scalar))
	})
}

var valueName = lazily(`^(?:values?|scores?|results?)$`)

func allNumbers(m *syntax.Node) bool {
	return len(m.Fields) > 0 && !slices.ContainsFunc(m.Fields, func(f syntax.Field) bool {
		n, _ := number(f.Value)
		return n == nil
	})
}

// tableOfNumbers is a table of results with a row for each entry; of a slice,
// where there is one.
func tableOfNumbers(entries []syntax.Field, slice *syntax.Node) syntax.Block {
	at := entries[0].Key
	table := &syntax.Table{Header: []*syntax.Node{at.DeriveString("metric"), at.DeriveString("value")}}
	if slice != nil {
		table.Header = append(table.Header, slice.DeriveString("slice"))
	}
	bySlice := slice != nil && namesMeasure(slice) && !slices.ContainsFunc(entries, func(entry syntax.Field) bool { return namesMeasure(entry.Key) })
	for _, entry := range entries {
		row := []*syntax.Node{entry.Key, entry.Value}
		if bySlice { // recall: {women: 0.9, men: 0.8}
			row = []*syntax.Node{slice, entry.Value, entry.Key}
		} else if slice != nil {
			row = append(row, slice)
		}
		table.Rows = append(table.Rows, row)
	}
	return syntax.Block{Kind: syntax.TableBlock, Table: table}
}

// namesMeasure reports whether a key is the name of a metric or of a measure of
// fairness.
func namesMeasure(key *syntax.Node) bool {
	name := headingText(key.Scalar)
	return metricName().MatchString(name) || disparity().MatchString(name)
}

var disparity = lazily(`\b(?:ratios?|differences?|diff|parity|impact|odds|rates?|gaps?|disparit(?:y|ies))\b`)

// tableOfMap is a table of results with one row, that of a Map: each measure of a
// list has its own places. metric is the name under which the Map stands, if any.
func tableOfMap(m, metric *syntax.Node) syntax.Block {
	table := &syntax.Table{Rows: [][]*syntax.Node{nil}}
	add := func(name, value *syntax.Node) {
		table.Header = append(table.Header, name)
		table.Rows[0] = append(table.Rows[0], value)
	}
	seen := map[string]bool{}
	for _, f := range m.Fields[:min(len(m.Fields), maxColumns)] {
		if name := columnName(f.Key.Scalar); f.Value.IsScalar() && !seen[name] {
			seen[name] = true
			add(f.Key.DeriveString(name), f.Value)
		}
	}
	if metric != nil && !seen["metric"] {
		add(metric.DeriveString("metric"), metric)
	}
	return syntax.Block{Kind: syntax.TableBlock, Table: table}
}

// columnName is the name of a column of results: that of a measure's name is
// "metric".
func columnName(key string) string {
	if name := headingText(key); name != "name" && name != "type" {
		return key
	}
	return "metric"
}

// itemised are the entries of a list, or the one Map, under a key on datasets or
// on ethical considerations that say by name which they are; what they say is
// then not read as prose. They are kept under the canonical field.
func (f *cardFile) itemised(at *syntax.Node, value *syntax.Node, topics []topic) bool {
	role := roleOf(topics)
	found := len(f.items)
	for _, item := range items(value) {
		switch {
		case role != "":
			if dataset := f.datasetFrom(at, item); dataset != nil {
				dataset.Set("role", at, at.DeriveString(role))
				f.items = append(f.items, syntax.Field{Key: at.DeriveString("datasets"), Value: dataset})
			}
		case slices.Contains(topics, ethics) && item.Kind == syntax.Map && value.Kind == syntax.List:
			if concern := f.filled(item, concernFields); concern.Get("name") != nil {
				f.items = append(f.items, syntax.Field{Key: at.DeriveString("ethical_considerations"), Value: concern})
			}
		}
	}
	return len(f.items) > found
}

// roleOf is the role of the data that topics are on, or "".
func roleOf(topics []topic) string {
	switch test := slices.Contains(topics, testData); {
	case test == slices.Contains(topics, trainingData):
		return ""
	case test:
		return "test"
	}
	return "training"
}

var concernFields = aliasTable(map[string]string{
	"name":       "name, title, concern, risk, issue, description, consideration",
	"harm":       "harm, harms, impact, consequence",
	"mitigation": "mitigation, mitigations, mitigation strategy, mitigation strategies, mitigation measures",
})

var cardDatasetFields = aliasTable(map[string]string{
	"id":      "id, dataset id",
	"name":    "name, dataset, datasets, dataset name, title",
	"version": "version, dataset version, revision",
})

// filled is a Map with the fields that the keys of another are names of.
func (f *cardFile) filled(m *syntax.Node, aliases map[string]string) *syntax.Node {
	to := m.Derive(syntax.Map)
	for _, entry := range m.Fields {
		if field, value := aliases[headingText(entry.Key.Scalar)], textOf(entry.Value); field != "" && value != nil {
			setOnce(to, field, entry.Key, value)
		}
	}
	return to
}

// datasetFrom is a dataset that a name, or a Map with one, stands for; or nil.
func (f *cardFile) datasetFrom(key, item *syntax.Node) *syntax.Node {
	if words := len(strings.Fields(item.Scalar)); item.Kind == syntax.String && words == 1 {
		return entry("id", key, item)
	} else if item.Kind == syntax.String && words > 0 && words <= 8 && datasetKey().MatchString(headingText(key.Scalar)) {
		return entry("name", key, item)
	}
	dataset := f.filled(item, cardDatasetFields)
	if name := dataset.Get("name"); name != nil && len(strings.Fields(name.Scalar)) > 8 {
		return nil // a description
	}
	if dataset.Get("id") == nil && dataset.Get("name") == nil {
		return nil
	}
	return dataset
}

// datasetKey is a key under which a few words are the name of a dataset.
var datasetKey = lazily(`\bdatasets?(?: names?)?$`)

// readDay gives the measures the day of the evaluation, where the card states
// one for all.
func (f *cardFile) readDay(m *syntax.Node) {
	measured := f.root.Get("evaluation")
	if measured == nil {
		return
	}
	for _, entry := range m.Fields {
		switch name := headingText(entry.Key.Scalar); {
		case entry.Value.Kind == syntax.Map && slices.Contains(modelTopics.topics(name), results):
			f.readDay(entry.Value)
		case evaluationDay().MatchString(name) && day().MatchString(entry.Value.Scalar):
			for _, measure := range measured.Items {
				setOnce(measure, "on", entry.Key, entry.Value)
			}
		}
	}
}

var evaluationDay = lazily(`^(?:evaluated on|eval date|evaluation date|date of evaluation|test date|tested on)$`)
