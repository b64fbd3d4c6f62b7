package format

import (
	"cmp"
	"path"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

const datacontractName = "datacontract"

// datacontract is a contract of the Data Contract Specification, 0.9 to 1.2
// (https://datacontract.com). Its models are agreed on as one dataset.
var datacontract = &Format{
	Name:      datacontractName,
	Title:     "Data Contract Specification",
	Kinds:     []string{document.DataManifest},
	Languages: []syntax.Language{syntax.YAML, syntax.JSON},
	Nominate: func(file string, content []byte) bool {
		return datacontractFile().MatchString(path.Base(file)) || mentions(content, "dataContractSpecification")
	},
	Read: readDatacontract,
}

// datacontractFile is the name that the specification shares with the Open Data
// Contract Standard.
var datacontractFile = lazily(`(?i)^data[-_]?contract\.(?:ya?ml|json)$`)

func readDatacontract(tree *syntax.Tree) Reading {
	return readManifests(tree, func(value *syntax.Node) (*manifest, string) {
		version := value.Get("dataContractSpecification")
		switch {
		case version == nil:
			return nil, "it states no `dataContractSpecification`"
		case !version.IsScalar():
			return nil, "its `dataContractSpecification` is no version, as in a schema"
		}
		info := value.Get("info")
		place := anchorOf(value, "id")
		if info != nil && len(info.Fields) > 0 {
			place = anchorOf(info, "title")
		}
		m := newManifest(tree, datacontractName, place, beyondDatacontract)
		newContract(m).readDatacontract(value)
		return m, ""
	})
}

func (c *contract) readDatacontract(from *syntax.Node) {
	c.copyText(c.dataset, "id", from, "id")
	if info := c.section(from, "info"); info != nil {
		c.copyText(c.dataset, "name", info, "title", "name")
		c.copyText(c.dataset, "version", info, "version")
		c.copyText(c.dataset, "purpose", info, "purpose")
		c.copyText(c.dataset, "owner", info, "owner", "dataOwner")
		c.copyText(c.dataset, "description", info, "description")
		if contact := info.Get("contact"); contact != nil && contact.Kind == syntax.Map {
			c.copyText(c.dataset, "owner", contact, "name", "email", "url")
		} else {
			c.copyText(c.dataset, "owner", info, "contact")
		}
	}
	c.readTerms(from)
	c.readLevels(from)
	c.readServerRoles(from)
	for _, model := range c.entries(from, "models") {
		c.readModel(model)
	}
	c.readPII(from)
	if quality := from.Get("quality"); quality != nil && quality.Kind == syntax.Map {
		c.readChecks(quality)
	} else {
		c.readQuality(from, nil)
	}
	if derived := c.dataset.Lookup(syntax.Keys("provenance", "derived_from")); derived != nil {
		c.sourceFrom(derived)
	}
	said := described(from, "models", "servers", "servicelevels")
	if info := from.Get("info"); info != nil {
		said = append(described(info), said...)
	}
	c.said[c.dataset] = said
}

// readTerms reads how the data may be used and what it is not fit for.
func (c *contract) readTerms(from *syntax.Node) {
	terms := c.section(from, "terms")
	if terms == nil {
		return
	}
	c.copyText(c.dataset, "purpose", terms, "usage")
	c.copyText(c.dataset, "acquisition.rights", terms, "usage")
	key, limits := field(terms, "limitations")
	for _, limit := range c.texts(key, limits, "description") {
		appendTo(c.dataset, "limitations", key, asText(limit))
	}
	policiesKey, policies := field(terms, "policies")
	var texts []string
	var at *syntax.Node
	for _, policy := range c.maps(policiesKey, policies) {
		if text := c.firstWords(policy, "description", "url", "name"); text != nil {
			texts, at = append(texts, text.Scalar), cmp.Or(at, text)
		}
	}
	if len(texts) > 0 {
		setOnce(c.dataset, "acquisition.rights", policiesKey, at.DeriveString(strings.Join(texts, "; ")))
	}
}

// readLevels reads the service levels.
func (c *contract) readLevels(from *syntax.Node) {
	levels := c.section(from, "servicelevels")
	if levels == nil {
		return
	}
	if retention := c.section(levels, "retention"); retention != nil {
		c.copyText(c.dataset, "retention", retention, "period", "description")
		if key, unlimited := field(retention, "unlimited"); unlimited != nil && strings.EqualFold(unlimited.Scalar, "true") {
			setOnce(c.dataset, "retention", key, unlimited.DeriveString("unlimited"))
		}
	}
	if frequency := c.section(levels, "frequency"); frequency != nil {
		c.copyText(c.dataset, "update_cadence", frequency, "interval", "cron", "description", "type")
	}
	for _, level := range []struct{ name, value string }{{"availability", "percentage"}, {"latency", "threshold"}, {"freshness", "threshold"}} {
		key, stated := field(levels, level.name)
		if stated == nil || stated.Kind != syntax.Map {
			continue
		}
		valueKey, value := field(stated, level.value)
		if value != nil && value.IsScalar() && !value.IsBlank() {
			c.addLevel(serviceLevels[level.name], key, valueKey, asText(value))
		}
	}
}

// readServerRoles reads who may have access, and where the data lies if that
// is beside the contract.
func (c *contract) readServerRoles(from *syntax.Node) {
	var parts []string
	var at *syntax.Node
	for _, server := range c.entries(from, "servers") {
		key, roles := field(server.Value, "roles")
		for _, role := range c.maps(key, roles) {
			name, says := c.firstWords(role, "name"), c.firstWords(role, "description")
			switch {
			case name == nil:
				continue
			case says != nil:
				parts = append(parts, name.Scalar+": "+says.Scalar)
			default:
				parts = append(parts, name.Scalar)
			}
			if at == nil {
				at = key
			}
		}
	}
	if len(parts) > 0 {
		setOnce(c.dataset, "access", at, at.DeriveString(strings.Join(parts, "; ")))
	}
	if servers := c.entries(from, "servers"); len(servers) == 1 {
		c.readServers([]*syntax.Node{servers[0].Value})
	}
}

func (c *contract) readModel(model syntax.Field) {
	c.describe(model.Value, model.Key)
	c.readQuality(model.Value, model.Key)
	for _, f := range c.entries(model.Value, "fields") {
		c.readModelField(f)
	}
}

func (c *contract) readModelField(f syntax.Field) {
	c.readQuality(f.Value, f.Key)
	if lineage := f.Value.Get("lineage"); lineage != nil && lineage.Kind == syntax.Map {
		for _, input := range c.listed(lineage, "inputFields") {
			namespace, name := c.firstWords(input, "namespace"), c.firstWords(input, "name")
			switch {
			case name == nil:
			case namespace == nil:
				c.derive(lineage, name)
			default:
				c.derive(lineage, name.DeriveString(path.Join(namespace.Scalar, name.Scalar)))
			}
		}
		key, method := field(lineage, "transformationDescription")
		if text := c.words(key, method); text != nil && !text.IsBlank() {
			step := entry("step", key, f.Key.DeriveString("transformation of "+f.Key.Scalar))
			step.Set("method", key, text)
			appendTo(c.dataset, "preparation", key, step)
		}
	}
	for _, inner := range c.entries(f.Value, "fields") {
		c.readModelField(inner)
	}
}

// readPII reads which fields hold personal data. That none does is said only
// if every field says so.
func (c *contract) readPII(from *syntax.Node) {
	marks := &piiMarks{definitions: from.Get("definitions")}
	for _, model := range items(orEmpty(from.Get("models"))) {
		for _, m := range model.Fields {
			marks.collect(m.Value.Get("fields"), 0)
		}
	}
	switch {
	case len(marks.personal) > 0:
		at := marks.at
		setOnce(c.dataset, "personal_data.present", at, boolAt(at, true))
		setOnce(c.dataset, "personal_data.categories", at, listOf(marks.personal))
	case marks.denied > 0 && marks.silent == 0:
		setOnce(c.dataset, "personal_data.present", marks.at, boolAt(marks.at, false))
	}
}

func orEmpty(n *syntax.Node) *syntax.Node {
	if n == nil {
		return &syntax.Node{}
	}
	return n
}

// piiMarks gathers what the fields of models say of personal data.
type piiMarks struct {
	definitions    *syntax.Node
	personal       []*syntax.Node // the names of the fields that hold some
	denied, silent int
	at             *syntax.Node // the first mark
}

func (p *piiMarks) collect(fields *syntax.Node, depth int) {
	if fields == nil || depth > 20 {
		return
	}
	for _, f := range fields.Fields {
		mark := p.mark(f.Value)
		switch {
		case mark == nil:
			p.silent++
		case strings.EqualFold(mark.Scalar, "false"):
			p.denied++
			p.first(mark)
		default:
			if len(p.personal) == 0 {
				p.at = mark
			}
			p.personal = append(p.personal, f.Key)
		}
		p.collect(f.Value.Get("fields"), depth+1)
	}
}

func (p *piiMarks) first(mark *syntax.Node) {
	if p.at == nil {
		p.at = mark
	}
}

// mark is what a field, or the definition that it refers to, says.
func (p *piiMarks) mark(f *syntax.Node) *syntax.Node {
	if pii := f.Get("pii"); pii != nil && pii.IsScalar() && !pii.IsBlank() {
		return pii
	}
	if at := personalMark(f); at != nil {
		return at
	}
	if ref := f.Get("$ref"); ref != nil && p.definitions != nil {
		if pii := p.definitions.Get(strings.TrimPrefix(ref.Scalar, "#/definitions/")).Get("pii"); pii != nil && pii.IsScalar() {
			return pii
		}
	}
	return nil
}

// beyondDatacontract is what the specification has no field for.
var beyondDatacontract = append([]document.Pattern{
	"datasets.*.acquisition.source", "datasets.*.preparation",
}, beyondContracts...)
