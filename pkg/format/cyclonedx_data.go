package format

import (
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// bomData is one dataset of the BOM: a component of the type data, one of
// several datasets that such a component holds, or data that a model card
// describes in its midst.
type bomData struct {
	// parts say what is known of it, the first before the others: the data
	// object, the component around it, and components that are the same.
	parts []*syntax.Node
	// other is true of data that is no dataset, such as a configuration or the
	// weights of a model.
	other bool
	ident *syntax.Node // its id, nil if it has no name
}

// addData adds the datasets of a component, or the component as other data.
func (b *bom) addData(component *syntax.Node, other bool) {
	var data, datasets []*syntax.Node
	if list := component.Get("data"); list != nil {
		for _, item := range maps(items(list)) {
			b.refer(item)
			data = append(data, item)
			if kind := scalarOf(item, "type"); kind == "dataset" || kind == "" {
				datasets = append(datasets, item)
			}
		}
	}
	switch {
	case other:
		b.addDataset(&bomData{parts: []*syntax.Node{component}, other: true})
	case len(datasets) > 1:
		for _, dataset := range datasets {
			b.addDataset(&bomData{parts: []*syntax.Node{dataset, component}})
		}
	case len(datasets) == 1:
		b.addDataset(&bomData{parts: []*syntax.Node{component, datasets[0]}})
	default:
		b.addDataset(&bomData{parts: []*syntax.Node{component}, other: len(data) > 0})
	}
}

// addInline adds the data that a model card describes in its midst. One that
// it only names is no more than a reference.
func (b *bom) addInline(component *syntax.Node) {
	list := component.Lookup(syntax.Keys("modelCard", "modelParameters", "datasets"))
	if list == nil {
		return
	}
	for _, item := range maps(items(list)) {
		b.refer(item)
		if slices.ContainsFunc(item.Fields, describes) {
			b.addDataset(&bomData{parts: []*syntax.Node{item}})
		}
	}
}

// describes reports whether a field of inline data says more than which it is.
func describes(f syntax.Field) bool {
	return !slices.Contains([]string{"ref", "type", "name", "bom-ref"}, f.Key.Scalar) && !f.Value.IsBlank()
}

// addDataset adds a dataset, or what is said of a known one in another place.
func (b *bom) addDataset(data *bomData) {
	name := scalarOf(data.parts[0], "name")
	alike := b.dataNamed[name]
	for _, known := range alike[:min(len(alike), fewAlike)] {
		if sameThing(known.parts[0], data.parts[0]) {
			known.parts = append(known.parts, data.parts...)
			return
		}
	}
	b.data, b.dataNamed[name] = append(b.data, data), append(alike, data)
}

// settle gives the datasets their ids. Data that is no dataset does not count.
func (b *bom) settle() {
	b.data = slices.DeleteFunc(b.data, func(d *bomData) bool { return d.other })
	taken := identities{}
	for _, data := range b.data {
		data.ident = taken.of(data.parts...)
		for _, part := range data.parts {
			if b.dataOf[part] == nil {
				b.dataOf[part] = data
			}
		}
	}
}

func (d *bomData) place() *syntax.Node { return placeOf(d.parts[0]) }

// id is its id, or "" if nothing names it.
func (d *bomData) id() string {
	if d.ident == nil {
		return ""
	}
	return d.ident.Scalar
}

func (d *bomData) name() *syntax.Node {
	for _, part := range d.parts {
		if name := firstText(part.Get("name")); name != nil {
			return name
		}
	}
	return nil
}

// role is the part of the dataset in development, with its place, if the
// property of that name in CycloneDX's taxonomy says it.
func (d *bomData) role() *syntax.Node {
	for _, part := range d.parts {
		list := part.Get("properties")
		if list == nil {
			continue
		}
		for _, property := range maps(items(list)) {
			value := firstText(property.Get("value"))
			if scalarOf(property, "name") != "cdx:ai-ml:dataset:stage" || value == nil {
				continue
			}
			for _, stage := range stages {
				if stage.words().MatchString(value.Scalar) {
					return value.DeriveString(stage.role)
				}
			}
		}
	}
	return nil
}

var stages = []struct {
	role  string
	words expression
}{
	{"test", lazily(`(?i)\btest|eval|benchmark`)},
	{"validation", lazily(`(?i)validat`)},
	{"training", lazily(`(?i)train|tun(?:e|ing)`)},
}

// manifest is the document of all data of the BOM.
func (b *bom) manifest() *card {
	subject := b.metadata.Get("component")
	place := b.root.KeyOf("components")
	if place == nil {
		place = b.data[0].place()
	}
	c := b.start(document.DataManifest, place)
	if subject != nil && subject.Kind == syntax.Map {
		if name := firstText(subject.Get("name")); name != nil && cardID(name.Scalar) != "" {
			c.set("metadata.id", name, name.DeriveString(cardID(name.Scalar)+"-data"))
			c.set("metadata.title", name, name.DeriveString("Data of "+name.Scalar))
		}
	}
	at := b.root.KeyOf("bomFormat")
	c.set("metadata.id", nil, at.DeriveString(fileSlug(b.tree.Text.File)+"-data"))
	c.set("metadata.title", nil, at.DeriveString("Data in "+fileTitle(b.tree.Text.File)))
	b.readControl(c)
	for _, data := range b.data {
		appendTo(c.root, "datasets", place, b.dataset(c, data))
	}
	return c
}

func (b *bom) dataset(c *card, data *bomData) *syntax.Node {
	place := data.place()
	dataset := place.Derive(syntax.Map)
	setOnce(dataset, "id", nil, data.ident)
	dataset.Set("acquisition", place, place.Derive(syntax.Map))
	dataset.Set("provenance", place, place.Derive(syntax.Map))
	setOnce(dataset, "role", nil, data.role())
	for _, part := range data.parts {
		c.copyTexts(dataset, part, "name", "name", "version", "version", "description", "description")
		c.licences(dataset, "acquisition.licence", part)
		c.organization(dataset, "acquisition.supplier", part, "supplier", "manufacturer", "publisher", "authors", "author")
		c.digest(dataset, "provenance.digest", part)
		c.readSource(dataset, part)
		b.readOrigin(c, dataset, part)
		c.readGovernance(dataset, part)
		c.readSensitive(dataset, part)
		c.readProperties(dataset, dataProperties, part)
	}
	return dataset
}

// readDescriptions reads what descriptions of the data state in sentences, which
// the specification has no field for all the same.
func (b *bom) readDescriptions(c *card) {
	for i, dataset := range c.root.Get("datasets").Items {
		for _, part := range b.data[i].parts {
			readSaid(dataset, described(part)...)
		}
	}
}

// readSource reads where the data was obtained.
func (c *card) readSource(dataset, part *syntax.Node) {
	if contents := part.Get("contents"); contents != nil && contents.Kind == syntax.Map {
		c.copyTexts(dataset, contents, "acquisition.source", "url")
	}
	for _, url := range references(part, "distribution", "source-distribution", "vcs", "website", "documentation") {
		setOnce(dataset, "acquisition.source", url, url)
	}
	c.copyTexts(dataset, part, "acquisition.source", "purl")
	if is(part, "dataset") && strings.EqualFold(scalarOf(part, "classification"), "public") {
		c.copyTexts(dataset, part, "access", "classification")
	}
}

// readOrigin reads what the data derives from, by id where that is in the BOM.
func (b *bom) readOrigin(c *card, dataset, part *syntax.Node) {
	pedigree := c.nested(part, "pedigree")
	if pedigree == nil || dataset.Lookup(syntax.Keys("provenance", "derived_from")) != nil {
		return
	}
	key, list := field(pedigree, "ancestors")
	for _, ancestor := range c.maps(key, list) {
		name := firstText(ancestor.Get("name"), ancestor.Get("bom-ref"), ancestor.Get("purl"))
		if name == nil {
			continue
		}
		if known := b.dataOf[b.byRef[scalarOf(ancestor, "bom-ref")]]; known != nil && known.ident != nil {
			name = name.DeriveString(known.id())
		}
		appendTo(dataset, "provenance.derived_from", key, name)
	}
}

// readGovernance reads who answers for the data. A custodian, who keeps it
// safe, looks after it where no steward does.
func (c *card) readGovernance(dataset, part *syntax.Node) {
	governance := c.nested(part, "governance")
	if governance == nil {
		return
	}
	for _, duty := range []struct{ from, to string }{{"owners", "owner"}, {"stewards", "steward"}, {"custodians", "steward"}} {
		key, list := field(governance, duty.from)
		var parties []*syntax.Node
		for _, party := range c.maps(key, list) {
			for _, kind := range []string{"organization", "contact"} {
				partyKey, value := field(party, kind)
				if text := c.oneText(partyKey, value, "name", "email"); text != nil && !text.IsBlank() {
					parties = append(parties, text)
				}
			}
		}
		setOnce(dataset, duty.to, key, joined(list, parties, ", "))
	}
}

// readSensitive reads the categories of personal data among what the BOM calls
// sensitive, which secrets of a business are as well.
func (c *card) readSensitive(dataset, part *syntax.Node) {
	key, list := field(part, "sensitiveData")
	var personal []*syntax.Node
	for _, text := range c.texts(key, list, "name", "description") {
		if sensitivePersonal().MatchString(text.Scalar) && !sensitiveNone().MatchString(text.Scalar) {
			personal = append(personal, text)
		}
	}
	if len(personal) == 0 {
		return
	}
	present := key.Derive(syntax.Bool)
	present.Scalar = "true"
	setOnce(dataset, "personal_data.present", key, present)
	setOnce(dataset, "personal_data.categories", key, listOf(personal))
}

var (
	sensitivePersonal = lazily(`(?i)\b(?:person(?:al|ally)?|pii|phi|names?|e-?mails?|address(?:es)?|phone|birth|age|gender|sex|race|racial|ethnic\w*|religio\w*|health|medical|patients?|biometric\w*|genetic|faces?|voices?|location|identit\w+|passport|social security|ssn|salar\w+|customers?|employees?|individuals?|users?|children)\b`)
	sensitiveNone     = lazily(`(?i)^\W*(?:no|none|not|without)\b|\banonymi[sz]ed\b|\b(?:no|without) (?:pii|phi|personal)\b`)
)

// dataProperties are the names under which properties say what has no field in
// the specification, without the namespaces before them.
var dataProperties = aliasTable(map[string]string{
	"acquisition.on":         "date obtained, date collected, collection date, acquisition date, obtained on, collected on",
	"acquisition.method":     "data collection process, collection process, collection method",
	"purpose":                "purpose, intended use, dataset purpose",
	"limitations":            "limitations, limitation, known limitations",
	"known_bias":             "known bias, known biases, bias",
	"update_cadence":         "dataset update mechanism, update cadence, update frequency",
	"retention":              "retention, retention period",
	"labelling.instructions": "annotation protocol, labelling instructions",
})

// beyondManifests is what the specification has no field for.
func (b *bom) beyondManifests() []document.Pattern {
	beyond := append(b.beyondBOM(),
		"datasets.*.purpose", "datasets.*.role", "datasets.*.access", "datasets.*.retention", "datasets.*.update_cadence",
		"datasets.*.demographics", "datasets.*.preparation", "datasets.*.labelling", "datasets.*.quality", "datasets.*.known_bias", "datasets.*.limitations",
		"datasets.*.acquisition.method", "datasets.*.acquisition.on", "datasets.*.acquisition.subjects", "datasets.*.acquisition.lawful_basis",
		"datasets.*.acquisition.rights", "datasets.*.acquisition.consent",
		"datasets.*.personal_data", "datasets.*.personal_data.present", "datasets.*.personal_data.categories", "datasets.*.personal_data.special_categories", "datasets.*.personal_data.minimisation",
		"datasets.*.provenance.generated_by", "datasets.*.provenance.path", "datasets.*.provenance.transfers",
	)
	return beyond
}
