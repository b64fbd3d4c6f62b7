package format

import (
	"bytes"
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

const cyclonedxName = "cyclonedx"

// cyclonedx is a bill of materials that lists models or data
// (https://cyclonedx.org/docs/1.7/json/): a model card for each model, and one
// data manifest for all data.
var cyclonedx = &Format{
	Name:      cyclonedxName,
	Title:     "CycloneDX ML-BOM",
	Kinds:     []string{document.ModelCard, document.DataManifest},
	Languages: []syntax.Language{syntax.JSON},
	Nominate:  nominateCycloneDX,
	Read:      readCycloneDX,
}

// nominateCycloneDX looks for the format's mark and for a type of component
// that matters here, so that most bills of materials are never parsed.
func nominateCycloneDX(_ string, content []byte) bool {
	return bytes.Contains(content, []byte("CycloneDX")) &&
		(bytes.Contains(content, []byte("machine-learning-model")) || bytes.Contains(content, []byte("modelCard")) || dataType().Match(content))
}

var dataType = lazily(`"type"\s*:\s*"data"`)

// bom is a bill of materials while it is read.
type bom struct {
	tree     *syntax.Tree
	root     *syntax.Node
	metadata *syntax.Node // empty if the BOM has none
	models   []*bomModel
	data     []*bomData
	byRef    map[string]*syntax.Node // components and data by their bom-ref
	dataOf   map[*syntax.Node]*bomData
	needs    map[string][]*syntax.Node // what a component depends on, by bom-ref
	ids      identities                // of the models
	problems []syntax.Problem

	modelsNamed map[string][]*bomModel
	dataNamed   map[string][]*bomData
}

func readCycloneDX(tree *syntax.Tree) Reading {
	if len(tree.Values) == 0 || tree.Values[0].Kind != syntax.Map {
		return Reading{Rejection: "it is no map, as a bill of materials is"}
	}
	root := tree.Values[0]
	if says := root.Get("bomFormat"); says == nil || says.Scalar != "CycloneDX" {
		return Reading{Rejection: "it does not state the bomFormat CycloneDX"}
	}
	b := newBOM(tree, root)
	b.walk()
	if len(b.models)+len(b.data) == 0 {
		return Reading{Rejection: "it is a bill of materials without models or data"}
	}
	return b.reading()
}

func newBOM(tree *syntax.Tree, root *syntax.Node) *bom {
	b := &bom{
		tree: tree, root: root, metadata: root.Derive(syntax.Map),
		byRef: map[string]*syntax.Node{}, dataOf: map[*syntax.Node]*bomData{}, needs: map[string][]*syntax.Node{},
		ids: identities{}, modelsNamed: map[string][]*bomModel{}, dataNamed: map[string][]*bomData{},
	}
	if metadata := root.Get("metadata"); metadata != nil && metadata.Kind == syntax.Map {
		b.metadata = metadata
	}
	if list := root.Get("dependencies"); list != nil {
		for _, dependency := range maps(items(list)) {
			if on := dependency.Get("dependsOn"); on != nil {
				ref := scalarOf(dependency, "ref")
				b.needs[ref] = append(b.needs[ref], items(on)...)
			}
		}
	}
	return b
}

// walk finds the models and the data: in the subject of the BOM, in its
// components, in what they were made with, and in all components of those.
func (b *bom) walk() {
	if subject := b.metadata.Get("component"); subject != nil {
		b.visit(subject, false)
	}
	b.visitAll(b.root.Get("components"), false)
	if formulation := b.root.Get("formulation"); formulation != nil {
		for _, formula := range items(formulation) {
			b.visitAll(formula.Get("components"), false)
		}
	}
	b.settle()
}

func (b *bom) visitAll(components *syntax.Node, inModel bool) {
	if components == nil {
		return
	}
	for _, component := range items(components) {
		b.visit(component, inModel)
	}
}

func (b *bom) visit(component *syntax.Node, inModel bool) {
	if component.Kind != syntax.Map {
		return
	}
	b.refer(component)
	card := component.Get("modelCard")
	isModel := is(component, "machine-learning-model") || card != nil && card.Kind == syntax.Map
	switch {
	case isModel:
		b.addModel(component)
		b.addInline(component)
	case is(component, "data"):
		b.addData(component, isWeights(component, inModel))
	}
	b.visitAll(component.Get("components"), inModel || isModel)
}

// refer remembers a component or data by its bom-ref.
func (b *bom) refer(n *syntax.Node) {
	if ref := scalarOf(n, "bom-ref"); ref != "" && b.byRef[ref] == nil {
		b.byRef[ref] = n
	}
}

func is(component *syntax.Node, kind string) bool { return scalarOf(component, "type") == kind }

// scalarOf is the text under a key, or "".
func scalarOf(m *syntax.Node, key string) string {
	if value := m.Get(key); value != nil && value.IsScalar() {
		return strings.TrimSpace(value.Scalar)
	}
	return ""
}

// isWeights tells the files of a model, which some list as data, from
// datasets. In a model a file of a format for any values is one, too.
func isWeights(component *syntax.Node, inModel bool) bool {
	name := scalarOf(component, "name")
	return weights().MatchString(name) || inModel && dump().MatchString(name)
}

var (
	weights = lazily(`(?i)\.(?:safetensors|gguf|ggml|onnx|tflite|pth|ckpt|keras|mlmodel)$|\b(?:weights|checkpoint)\b`)
	dump    = lazily(`(?i)\.(?:pt|bin|h5|pb|pkl|pickle|joblib|npz|msgpack)$`)
)

// sameThing reports whether two components are one: they have the same name,
// and neither contradicts the other about what else identifies it.
func sameThing(a, b *syntax.Node) bool {
	if name := scalarOf(a, "name"); name == "" || name != scalarOf(b, "name") {
		return false
	}
	return !slices.ContainsFunc([]string{"group", "version", "purl"}, func(key string) bool {
		one, other := scalarOf(a, key), scalarOf(b, key)
		return one != "" && other != "" && one != other
	})
}

// fewAlike is how many things of one name are looked at for one that is the
// same: enough for what scanners repeat.
const fewAlike = 32

// identities are the ids that are taken, each with the last number that was
// added to tell it from others.
type identities map[string]int

// of is an id made of the name of a thing, or if that is taken of its name and
// version, what refers to it as written, or with a number. Its place is the name.
func (taken identities) of(parts ...*syntax.Node) *syntax.Node {
	name := nameOf(parts)
	if name == nil || cardID(name.Scalar) == "" {
		return nil
	}
	id := cardID(name.Scalar)
	if ref := firstText(parts[0].Get("bom-ref")); taken[id] > 0 && scalarOf(parts[0], "version") == "" && ref != nil && taken[ref.Scalar] == 0 {
		taken[ref.Scalar] = 1
		return ref
	}
	if taken[id] > 0 {
		id = strings.TrimSuffix(id+"-"+cardID(scalarOf(parts[0], "version")), "-")
	}
	base := id
	for taken[id] > 0 {
		taken[base]++
		id = base + "-" + strconv.Itoa(taken[base])
	}
	taken[id] = 1
	return name.DeriveString(id)
}

// nameOf is what a thing is called by its name, or where it has none by what
// refers to it, or nil.
func nameOf(parts []*syntax.Node) *syntax.Node {
	for _, key := range []string{"name", "bom-ref", "purl", "contents.url"} {
		for _, part := range parts {
			if name := firstText(part.Lookup(syntax.Keys(strings.Split(key, ".")...))); name != nil {
				return name
			}
		}
	}
	return nil
}

// firstText is the first scalar that says something, or nil.
func firstText(nodes ...*syntax.Node) *syntax.Node {
	for _, n := range nodes {
		if n != nil && n.IsScalar() && !n.IsBlank() {
			return n
		}
	}
	return nil
}

// placeOf is what a component as a whole points at: its name, else its first
// key.
func placeOf(component *syntax.Node) *syntax.Node {
	if name := component.Get("name"); name != nil && name.IsScalar() {
		return name
	}
	if len(component.Fields) > 0 {
		return component.Fields[0].Key
	}
	return component
}

// start is a canonical document without content yet. What it lacks in
// metadata is missing in those of the BOM.
func (b *bom) start(kind string, place *syntax.Node) *card {
	return emptyCard(b.tree, kind, place, cmp.Or(b.root.KeyOf("metadata"), place))
}

// emptyCard is a canonical document that points at a place, and with its
// metadata at another.
func emptyCard(tree *syntax.Tree, kind string, place, metadata *syntax.Node) *card {
	c := &card{tree: tree, kind: kind, root: place.Derive(syntax.Map)}
	c.root.Set("kind", nil, place.DeriveString(kind))
	c.root.Set("metadata", metadata, metadata.Derive(syntax.Map))
	return c
}

// readControl reads what the BOM says of itself.
func (b *bom) readControl(c *card) {
	key, version := field(b.root, "version")
	c.set("metadata.version", key, c.oneText(key, version))
	for _, from := range []string{"manufacturer", "manufacture", "supplier"} {
		key, entity := field(b.metadata, from)
		c.set("metadata.owner", key, c.oneText(key, entity, "name"))
	}
	key, authors := field(b.metadata, "authors")
	c.set("metadata.author", key, c.oneText(key, authors, "name", "email"))
	if constraints := b.metadata.Get("distributionConstraints"); constraints != nil {
		key, tlp := field(constraints, "tlp")
		if tlp != nil && tlp.Kind == syntax.String {
			c.set("metadata.classification", key, tlp.DeriveString("TLP:"+tlp.Scalar))
		}
	}
}

// minor is n of the specification 1.n that the BOM follows. One that states
// none is held against the earliest that has models.
func (b *bom) minor() int {
	_, after, _ := strings.Cut(scalarOf(b.root, "specVersion"), ".")
	if n, err := strconv.Atoi(after); err == nil {
		return n
	}
	return 5
}

func (b *bom) reading() Reading {
	var documents []*document.Document
	add := func(c *card, beyond []document.Pattern) {
		beyond = slices.DeleteFunc(slices.Clone(beyond), func(pattern document.Pattern) bool { return occurs(c.root, pattern) })
		if c.kind == document.DataManifest {
			b.readDescriptions(c)
		}
		documents = append(documents, &document.Document{
			Kind: c.kind, Format: cyclonedxName, File: b.tree.Text.File, Index: len(documents), Root: c.root, Inexpressible: beyond,
		})
		b.problems = append(b.problems, c.problems...)
	}
	for _, model := range b.models {
		add(b.card(model), b.beyondCards())
	}
	if len(b.data) > 0 {
		add(b.manifest(), b.beyondManifests())
	}
	return Reading{Documents: documents, Problems: distinct(b.problems)}
}

// distinct are the problems without those that were met more than once, since
// several documents read the metadata of the BOM.
func distinct(problems []syntax.Problem) []syntax.Problem {
	type place struct {
		span    syntax.Span
		message string
	}
	seen := map[place]bool{}
	return slices.DeleteFunc(problems, func(p syntax.Problem) bool {
		at := place{p.Span, p.Message}
		twice := seen[at]
		seen[at] = true
		return twice
	})
}

// beyondBOM is the document control that the specification has no field for.
func (b *bom) beyondBOM() []document.Pattern {
	beyond := []document.Pattern{
		"describes", "metadata.approved", "metadata.approved.by", "metadata.approved.on", "metadata.next_review",
		"metadata.retention", "metadata.language", "metadata.supersedes",
	}
	if b.minor() < 7 {
		beyond = append(beyond, "metadata.classification")
	}
	return beyond
}

// nested is the Map at a path of keys, or nil. What is no Map on the way is a
// problem.
func (c *card) nested(from *syntax.Node, keys ...string) *syntax.Node {
	for _, name := range keys {
		key, value := field(from, name)
		switch {
		case value == nil || value.Kind == syntax.Null:
			return nil
		case value.Kind != syntax.Map:
			c.unreadable(key, value, "a map")
			return nil
		}
		from = value
	}
	return from
}

// licences reads the licences of a component: SPDX identifiers, names or
// expressions, several joined with commas.
func (c *card) licences(root *syntax.Node, field string, component *syntax.Node) {
	key, list := component.KeyOf("licenses"), component.Get("licenses")
	var found []*syntax.Node
	var names []string
	for _, choice := range c.maps(key, list) {
		licence := choice.Get("expression")
		if inner := choice.Get("license"); inner != nil {
			licence = c.oneText(key, inner, "id", "name", "url")
		}
		if licence == nil || licence.IsBlank() || !licence.IsScalar() || noAssertion().MatchString(licence.Scalar) || slices.Contains(names, licence.Scalar) {
			continue
		}
		found, names = append(found, licence), append(names, licence.Scalar)
	}
	switch len(found) {
	case 0:
	case 1:
		setOnce(root, field, key, found[0])
	default:
		setOnce(root, field, key, list.DeriveString(strings.Join(names, ", ")))
	}
}

// noAssertion are the values of SPDX that say that nothing is said.
var noAssertion = lazily(`^(?:NOASSERTION|NONE)$`)

// digest reads the strongest of a component's hashes that canonical documents
// know.
func (c *card) digest(root *syntax.Node, path string, component *syntax.Node) {
	key, list := field(component, "hashes")
	hashes := map[string]*syntax.Node{}
	for _, hash := range c.maps(key, list) {
		if content := hash.Get("content"); content != nil && content.Kind == syntax.String {
			hashes[strings.ToUpper(scalarOf(hash, "alg"))] = content
		}
	}
	for _, alg := range []string{"SHA-256", "SHA-512", "SHA-384", "MD5"} {
		if content := hashes[alg]; content != nil {
			name := strings.ToLower(strings.ReplaceAll(alg, "-", ""))
			setOnce(root, path, key, content.DeriveString(name+":"+strings.ToLower(strings.TrimSpace(content.Scalar))))
		}
	}
}

// organization sets a field to the first of a component's parties that it
// names.
func (c *card) organization(root *syntax.Node, path string, component *syntax.Node, parties ...string) {
	for _, party := range parties {
		key, value := field(component, party)
		setOnce(root, path, key, c.oneText(key, value, "name"))
	}
}

// readProperties reads the properties of a thing by the last parts of their
// names: "vendor:model:task" is a task.
func (c *card) readProperties(root *syntax.Node, fields map[string]string, of *syntax.Node) {
	list := of.Get("properties")
	if list == nil {
		return
	}
	for _, property := range maps(items(list)) {
		parts := strings.FieldsFunc(scalarOf(property, "name"), func(r rune) bool { return r == ':' || r == '.' || r == '/' })
		value := firstText(property.Get("value"))
		if len(parts) == 0 || value == nil || noAssertion().MatchString(value.Scalar) {
			continue
		}
		path := fields[headingText(parts[len(parts)-1])]
		if path == "" && len(parts) > 1 {
			path = fields[headingText(strings.Join(parts[len(parts)-2:], " "))]
		}
		if path == "" || dayFields[path] && !day().MatchString(value.Scalar) {
			continue
		}
		key := property.KeyOf("value")
		switch path {
		case "limitations", "intended_use.out_of_scope":
			setOnce(root, path, key, listOf([]*syntax.Node{value}))
		case "ethical_considerations":
			setOnce(root, path, key, listOf([]*syntax.Node{entry("name", key, value)}))
		case "known_bias":
			setOnce(root, path, key, listOf([]*syntax.Node{entry("what", key, value)}))
		default:
			setOnce(root, path, key, value)
		}
	}
}

// references are the addresses of a component's external references of some
// types.
func references(component *syntax.Node, types ...string) []*syntax.Node {
	list := component.Get("externalReferences")
	if list == nil {
		return nil
	}
	var found []*syntax.Node
	for _, kind := range types {
		for _, reference := range items(list) {
			if url := reference.Get("url"); is(reference, kind) && url != nil && url.IsScalar() && !url.IsBlank() {
				found = append(found, url)
			}
		}
	}
	return found
}

// fileTitle is the name of the file in words.
func fileTitle(file string) string {
	base := path.Base(file)
	return strings.Join(nameWords(strings.TrimSuffix(base, path.Ext(base))), " ")
}
