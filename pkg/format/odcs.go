package format

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

const odcsName = "odcs"

// odcs is a data contract of the Open Data Contract Standard, version 3, and 2
// as far as it maps (https://bitol-io.github.io/open-data-contract-standard/).
// A contract is one dataset: its tables are agreed on as a whole.
var odcs = &Format{
	Name:      odcsName,
	Title:     "Open Data Contract",
	Kinds:     []string{document.DataManifest},
	Languages: []syntax.Language{syntax.YAML, syntax.JSON},
	Nominate:  nominateODCS,
	Read:      readODCS,
}

// nominateODCS looks for the kind of the contract, or for what version 2 has
// beside its apiVersion.
func nominateODCS(_ string, content []byte) bool {
	return mentions(content, "DataContract") || bytes.Contains(content, []byte("apiVersion")) && mentions(content, "quantumName", "datasetName", "slaProperties", "physicalType")
}

func readODCS(tree *syntax.Tree) Reading {
	return readManifests(tree, func(value *syntax.Node) (*manifest, string) {
		if rejection := rejectODCS(value); rejection != "" {
			return nil, rejection
		}
		m := newManifest(tree, odcsName, anchorOf(value, "name", "id"), beyondODCS)
		newContract(m).readODCS(value)
		return m, ""
	})
}

func rejectODCS(value *syntax.Node) string {
	kind, version := value.Get("kind"), value.Get("apiVersion")
	stated := kind != nil && strings.EqualFold(kind.Scalar, "DataContract")
	switch {
	case value.Kind != syntax.Map:
		return "it is no map"
	case value.Get("$schema") != nil && value.Get("properties") != nil:
		return "it is a JSON Schema"
	case value.Get("metadata") != nil && value.Get("spec") != nil:
		return "it is a resource of Kubernetes"
	case version != nil && strings.Contains(version.Scalar, "/"):
		return "its apiVersion is none of the Open Data Contract Standard"
	case stated && (version != nil || value.Get("schema") != nil || value.Get("dataset") != nil):
		return ""
	case kind == nil && version != nil && contractVersion().MatchString(version.Scalar) && (value.Get("schema") != nil || value.Get("dataset") != nil):
		return ""
	}
	return "it states neither `kind: DataContract` nor an apiVersion with it"
}

var contractVersion = lazily(`^v?[23]\.\d`)

// contract brings a data contract into the canonical shape.
type contract struct {
	*manifest

	dataset *syntax.Node
	origins map[string]bool // what the data derives from
}

func newContract(m *manifest) *contract {
	c := &contract{m, m.place.Derive(syntax.Map), map[string]bool{}}
	m.add(c.dataset)
	return c
}

func (c *contract) readODCS(from *syntax.Node) {
	c.copyText(c.dataset, "id", from, "id", "uuid")
	c.copyText(c.dataset, "name", from, "name", "dataProduct", "datasetName", "quantumName")
	c.copyText(c.dataset, "version", from, "version")
	if key, says := field(from, "description"); says != nil && says.Kind == syntax.Map {
		c.copyText(c.dataset, "purpose", says, "purpose", "usage")
		limitsKey, limits := field(says, "limitations")
		for _, limit := range c.texts(limitsKey, limits, "description") {
			appendTo(c.dataset, "limitations", limitsKey, asText(limit))
		}
	} else {
		setOnce(c.dataset, "description", key, c.words(key, says))
	}
	c.copyText(c.dataset, "acquisition.source", from, "sourceSystem")
	c.readTeam(from)
	c.readRoles(from)
	c.readSLA(from)
	c.readCustom(from)
	c.readDefinitions(from)
	for _, list := range []string{"schema", "dataset"} {
		for _, table := range c.listed(from, list) {
			c.readTable(table)
		}
	}
	c.readServers(c.listed(from, "servers"))
	if derived := c.dataset.Lookup(syntax.Keys("provenance", "derived_from")); derived != nil {
		c.sourceFrom(derived)
	}
	c.said[c.dataset] = described(from, "schema", "dataset", "servers")
}

// described are the descriptions of a thing, and of the things in lists of it
// or under the keys of maps.
func described(from *syntax.Node, lists ...string) []syntax.Field {
	var found []syntax.Field
	for _, part := range []string{"description", "terms"} {
		key, says := field(from, part)
		switch {
		case says == nil:
		case says.Kind == syntax.Map:
			found = append(found, says.Fields...)
		default:
			found = append(found, syntax.Field{Key: key, Value: says})
		}
	}
	for _, name := range lists {
		list := from.Get(name)
		if list == nil || list.IsScalar() {
			continue
		}
		for _, item := range slices.Concat(list.Items, valuesOf(list)) {
			if key, says := field(item, "description"); says != nil {
				found = append(found, syntax.Field{Key: key, Value: says})
			}
		}
	}
	return found
}

func valuesOf(m *syntax.Node) []*syntax.Node {
	values := make([]*syntax.Node, len(m.Fields))
	for i, f := range m.Fields {
		values[i] = f.Value
	}
	return values
}

// sourceFrom takes what the data is made from for its source.
func (c *contract) sourceFrom(derived *syntax.Node) {
	names := make([]string, len(derived.Items))
	for i, origin := range derived.Items {
		names[i] = origin.Scalar
	}
	setOnce(c.dataset, "acquisition.source", derived, derived.DeriveString(strings.Join(names, ", ")))
}

// readTeam looks for the owner and the steward: in version 3.1 the team is a
// map with members, before a list of members, in version 2 the stakeholders.
func (c *contract) readTeam(from *syntax.Node) {
	_, team := field(from, "team")
	members := slices.Concat(c.listed(from, "stakeholders"), c.listed(from, "members"))
	if team != nil && team.Kind == syntax.Map && team.Get("role") == nil {
		members = append(members, c.listed(team, "members")...)
	} else {
		members = append(members, c.listed(from, "team")...)
	}
	slices.SortStableFunc(members, func(a, b *syntax.Node) int { return bothered(a) - bothered(b) })
	for _, member := range members {
		role := member.Get("role")
		if role == nil || !role.IsScalar() {
			continue
		}
		for _, wanted := range []string{"owner", "steward"} {
			if strings.Contains(strings.ToLower(role.Scalar), wanted) {
				c.copyText(c.dataset, wanted, member, "name", "username", "email", "id")
			}
		}
	}
	c.copyText(c.dataset, "owner", from, "owner", "dataOwner")
	if team != nil && team.Kind == syntax.Map {
		c.copyText(c.dataset, "owner", team, "name")
	} else if team != nil && team.Kind == syntax.String {
		c.copyText(c.dataset, "owner", from, "team")
	}
}

// bothered is 1 for a member who has left the team.
func bothered(member *syntax.Node) int {
	if left := member.Get("dateOut"); left.IsBlank() {
		return 0
	}
	return 1
}

// readRoles reads who may have which access.
func (c *contract) readRoles(from *syntax.Node) {
	var parts []string
	key, roles := field(from, "roles")
	for _, role := range c.maps(key, roles) {
		name := c.firstWords(role, "role", "name")
		if name == nil {
			continue
		}
		part := name.Scalar
		if access := c.firstWords(role, "access"); access != nil {
			part += ": " + access.Scalar
		}
		parts = append(parts, part)
	}
	if len(parts) > 0 {
		setOnce(c.dataset, "access", key, roles.DeriveString(strings.Join(parts, "; ")))
	}
}

// firstWords is the text under the first of the keys that has any.
func (c *contract) firstWords(from *syntax.Node, keys ...string) *syntax.Node {
	for _, name := range keys {
		if key, value := field(from, name); value != nil && !value.IsBlank() && value.IsScalar() {
			return c.words(key, value)
		}
	}
	return nil
}

// readSLA reads the service levels: retention and frequency are fields of the
// canonical shape, availability and age are characteristics of quality.
func (c *contract) readSLA(from *syntax.Node) {
	for _, property := range c.listed(from, "slaProperties") {
		name := property.Get("property")
		valueKey, value := field(property, "value")
		if name == nil || !name.IsScalar() || value == nil || value.IsBlank() {
			continue
		}
		text := asText(value)
		if unit := c.firstWords(property, "unit"); unit != nil && value.IsScalar() {
			text = value.DeriveString(value.Scalar + " " + unit.Scalar)
		}
		switch word := strings.ToLower(strings.Join(nameWords(name.Scalar), "")); word {
		case "retention", "retentionperiod":
			setOnce(c.dataset, "retention", valueKey, text)
		case "frequency", "fr", "updatefrequency", "refreshrate", "interval":
			setOnce(c.dataset, "update_cadence", valueKey, text)
		default:
			if level, known := serviceLevels[word]; known {
				c.addLevel(level, name, valueKey, text)
			}
		}
	}
}

// serviceLevels are those that speak of a characteristic of data quality.
var serviceLevels = map[string]struct{ characteristic, direction string }{
	"availability": {"availability", "at-least"}, "generalavailability": {"availability", ""}, "av": {"availability", "at-least"},
	"latency": {"timeliness", "at-most"}, "ly": {"timeliness", "at-most"}, "freshness": {"currentness", "at-most"},
	"errorrate": {"accuracy", "at-most"}, "er": {"accuracy", "at-most"}, "completeness": {"completeness", "at-least"},
}

func (c *contract) addLevel(level struct{ characteristic, direction string }, name, key, stated *syntax.Node) {
	if level.direction == "" {
		return
	}
	measure := name.Derive(syntax.Map)
	measure.Set("characteristic", name, name.DeriveString(level.characteristic))
	measure.Set("measure", name, asText(name))
	if !c.setAmount(measure, key, stated) {
		c.silence(0, "quality."+strconv.Itoa(c.count("quality"))+".threshold")
	} else {
		measure.Set("direction", key, key.DeriveString(level.direction))
	}
	appendTo(c.dataset, "quality", name, measure)
}

// setAmount sets the threshold and unit of a measure from a text such as
// "99.9%" or "24 h", and reports whether there is a number in it.
func (c *contract) setAmount(measure, key, stated *syntax.Node) bool {
	match := amount().FindStringSubmatch(strings.TrimSpace(stated.Scalar))
	if match == nil {
		return false
	}
	number := stated.Derive(syntax.Number)
	number.Scalar = match[1]
	measure.Set("threshold", key, number)
	if match[2] != "" {
		measure.Set("unit", key, stated.DeriveString(match[2]))
	}
	return true
}

var amount = lazily(`^(-?(?:0|[1-9]\d*)(?:\.\d+)?)\s*(%|[A-Za-z]{1,12})?$`)

// count is how many items the list under a field of the dataset has.
func (c *contract) count(name string) int {
	if list := c.dataset.Get(name); list != nil {
		return len(list.Items)
	}
	return 0
}

// readCustom reads custom properties whose names say what they hold.
func (c *contract) readCustom(from *syntax.Node) {
	for _, property := range c.listed(from, "customProperties") {
		name, value := property.Get("property"), property.Get("value")
		if name == nil || value == nil || !name.IsScalar() || !value.IsScalar() || value.IsBlank() {
			continue
		}
		key := property.KeyOf("value")
		word := strings.Join(nameWords(name.Scalar), " ")
		if target, known := customFields[word]; known {
			setOnce(c.dataset, target, key, asText(value))
		}
		if slices.Contains([]string{"pii", "contains pii", "has pii", "personal data", "contains personal data"}, word) && value.Kind == syntax.Bool {
			setOnce(c.dataset, "personal_data.present", key, value)
		}
	}
}

var customFields = map[string]string{
	"owner": "owner", "data owner": "owner", "data steward": "steward", "steward": "steward",
	"licence": "acquisition.licence", "license": "acquisition.licence", "source": "acquisition.source", "source system": "acquisition.source",
	"legal basis": "acquisition.lawful_basis", "lawful basis": "acquisition.lawful_basis", "retention": "retention", "retention period": "retention",
}

// readTable reads a table of the schema with its columns.
func (c *contract) readTable(table *syntax.Node) {
	c.describe(table, c.firstWords(table, "name", "physicalName", "table"))
	c.readQuality(table, c.firstWords(table, "name", "physicalName", "table"))
	c.readDefinitions(table)
	for _, list := range []string{"properties", "columns"} {
		for _, column := range c.listed(table, list) {
			c.readColumn(column)
		}
	}
}

// describe adds the description of a table to that of the dataset.
func (c *contract) describe(table, name *syntax.Node) {
	key, value := field(table, "description")
	text := c.words(key, value)
	if text == nil || text.IsBlank() {
		return
	}
	earlier := c.dataset.Get("description")
	switch {
	case earlier == nil:
		c.dataset.Set("description", key, text)
	case name != nil && len(earlier.Scalar) < enoughDescription:
		c.dataset.Set("description", c.dataset.KeyOf("description"), earlier.DeriveString(earlier.Scalar+" "+name.Scalar+": "+text.Scalar))
	}
}

// enoughDescription is the length at which a description gathered from many
// tables says enough.
const enoughDescription = 2000

func (c *contract) readColumn(column *syntax.Node) {
	name := c.firstWords(column, "name", "column", "businessName")
	c.readQuality(column, name)
	c.readTransformation(column, name)
	c.readDefinitions(column)
	if at := personalMark(column); at != nil && name != nil {
		setOnce(c.dataset, "personal_data.present", at, boolAt(at, true))
		appendTo(c.dataset, "personal_data.categories", at, name)
	}
	for _, inner := range c.listed(column, "properties") {
		c.readColumn(inner)
	}
	if element := column.Get("items"); element != nil && element.Kind == syntax.Map {
		c.readColumn(element)
	}
}

// personalMark is the classification or tag that says that a column holds
// personal data, or nil.
func personalMark(column *syntax.Node) *syntax.Node {
	var marks []*syntax.Node
	for _, key := range []string{"classification", "tags"} {
		if value := column.Get(key); value != nil {
			marks = append(marks, items(value)...)
		}
	}
	for _, mark := range marks {
		if mark.IsScalar() && personalMarks().MatchString(mark.Scalar) {
			return mark
		}
	}
	return nil
}

var personalMarks = lazily(`(?i)^(?:pii|phi|spi|gdpr|personal(?:[ _-]?(?:data|information))?|(?:contains|is|has)[ _:-]?pii|pii[ _:=-]?(?:true|yes|direct|indirect|sensitive)|sensitive[ _-]personal[ _-](?:data|information))$`)

// readTransformation reads where a column comes from and what was done to it.
func (c *contract) readTransformation(column, name *syntax.Node) {
	for _, from := range []string{"transformSourceObjects", "transformSourceTables"} {
		key, value := field(column, from)
		for _, origin := range c.texts(key, value, "name", "object", "table") {
			c.derive(key, asText(origin))
		}
	}
	for _, from := range []string{"transformDescription", "transformLogic"} {
		key, value := field(column, from)
		if method := c.words(key, value); method != nil && !method.IsBlank() && name != nil {
			step := entry("step", key, name.DeriveString("transformation of "+name.Scalar))
			step.Set("method", key, method)
			appendTo(c.dataset, "preparation", key, step)
			return
		}
	}
}

// readDefinitions looks for the program that makes the data among the
// authoritative definitions.
func (c *contract) readDefinitions(of *syntax.Node) {
	for _, definition := range c.listed(of, "authoritativeDefinitions") {
		kind := definition.Get("type")
		if kind != nil && kind.IsScalar() && implementations[strings.ToLower(kind.Scalar)] {
			c.copyText(c.dataset, "provenance.generated_by", definition, "url")
		}
	}
}

var implementations = map[string]bool{"transformationimplementation": true, "implementation": true, "lineage": true}

// derive adds an origin of the data unless it is there.
func (c *contract) derive(key, origin *syntax.Node) {
	if !origin.IsBlank() && !c.origins[origin.Scalar] {
		c.origins[origin.Scalar] = true
		appendTo(c.dataset, "provenance.derived_from", key, origin)
	}
}

// readServers takes the path of the data if it lies beside the contract.
func (c *contract) readServers(servers []*syntax.Node) {
	if len(servers) != 1 {
		return
	}
	kind := servers[0].Get("type")
	if kind == nil || !strings.EqualFold(kind.Scalar, "local") {
		return
	}
	key, file := field(servers[0], "path")
	if file != nil && file.Kind == syntax.String && isLocal(file.Scalar) {
		setOnce(c.dataset, "provenance.path", key, file)
	}
}

// beyondODCS is what the standard has no field for.
var beyondODCS = append([]document.Pattern{
	"datasets.*.acquisition.source", "datasets.*.acquisition.licence", "datasets.*.acquisition.rights",
	"datasets.*.personal_data.present", "datasets.*.preparation",
}, beyondContracts...)

// beyondContracts is what data contracts of either specification leave out.
// They state what is promised, not what was measured.
var beyondContracts = []document.Pattern{
	"describes", "metadata.approved", "metadata.author", "metadata.classification", "metadata.language", "metadata.next_review",
	"metadata.owner", "metadata.retention", "metadata.supersedes",
	"datasets.*.role", "datasets.*.steward", "datasets.*.demographics", "datasets.*.labelling", "datasets.*.known_bias",
	"datasets.*.acquisition.supplier", "datasets.*.acquisition.method", "datasets.*.acquisition.on", "datasets.*.acquisition.subjects",
	"datasets.*.acquisition.lawful_basis", "datasets.*.acquisition.consent",
	"datasets.*.personal_data.special_categories", "datasets.*.personal_data.minimisation",
	"datasets.*.provenance.generated_by", "datasets.*.provenance.digest", "datasets.*.provenance.transfers",
	"datasets.*.preparation.*.criteria", "datasets.*.preparation.*.tool",
	"datasets.*.quality.*.result", "datasets.*.quality.*.on", "datasets.*.quality.*.source",
}
