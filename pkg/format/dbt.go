package format

import (
	"path"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

const dbtName = "dbt"

// dbt is a file of properties of dbt's, in which a project describes its models,
// seeds, snapshots and sources and the tests on them
// (https://docs.getdbt.com/reference/configs-and-properties).
var dbt = &Format{
	Name:         dbtName,
	Title:        "dbt properties",
	Kinds:        []string{document.DataManifest},
	Languages:    []syntax.Language{syntax.YAML},
	Corroborates: true,
	Nominate: func(_ string, content []byte) bool {
		return mentions(content, "models:", "seeds:", "snapshots:", "sources:") && mentions(content, "columns:", "tests:", "description:", "tables:")
	},
	Read: readDBT,
}

func readDBT(tree *syntax.Tree) Reading {
	for _, value := range tree.Values {
		if rejection := rejectDBT(value); rejection != "" {
			return Reading{Rejection: rejection}
		}
		c := newCorroboration(tree, dbtName, document.DataManifest, value.Fields[0].Key)
		for _, list := range dbtLists {
			for _, resource := range dbtResources(value, list) {
				c.readResource(resource)
			}
		}
		for _, source := range dbtResources(value, "sources") {
			for _, table := range dbtResources(source, "tables") {
				c.readResource(table)
			}
		}
		if c.root.Get("datasets") == nil {
			return Reading{Rejection: "it describes no model, seed, snapshot or table"}
		}
		return Reading{Documents: []*document.Document{c.document(0)}}
	}
	return Reading{Rejection: "it is empty"}
}

// dbtLists are the lists of what dbt makes.
var dbtLists = []string{"models", "seeds", "snapshots"}

// rejectDBT tells properties by their lists of named resources, each with
// something that only dbt writes so, and by `version: 2`, which newer projects
// leave out. Other YAML has models, sources and versions too.
func rejectDBT(value *syntax.Node) string {
	if value.Kind != syntax.Map {
		return "it is no map"
	}
	for _, foreign := range []string{"kind", "apiVersion", "openapi", "swagger", "services", "dataContractSpecification", "$schema", "@context", "bomFormat"} {
		if value.Get(foreign) != nil {
			return "it states `" + foreign + "`, which dbt does not"
		}
	}
	version := value.Get("version")
	if version != nil && strings.TrimSpace(version.Scalar) != "2" {
		return "its `version` is not 2"
	}
	told := version != nil
	resources := 0
	for _, list := range append([]string{"sources"}, dbtLists...) {
		for _, resource := range dbtResources(value, list) {
			if name := resource.Get("name"); name == nil || !name.IsScalar() {
				return "its `" + list + "` have no names"
			}
			resources++
			for _, key := range []string{"columns", "tests", "data_tests", "tables"} {
				part := resource.Get(key)
				told = told || part != nil && part.Kind == syntax.List
			}
		}
	}
	switch {
	case resources == 0:
		return "it lists no models, seeds, snapshots or sources"
	case !told:
		return "it states neither `version: 2` nor columns or tests"
	}
	return ""
}

// dbtResources are the maps in a list.
func dbtResources(value *syntax.Node, list string) []*syntax.Node {
	listed := value.Get(list)
	if listed == nil {
		return nil
	}
	var found []*syntax.Node
	for _, item := range listed.Items {
		if item.Kind == syntax.Map {
			found = append(found, item)
		}
	}
	return found
}

// readResource reads a model or table as a dataset: its owner, and its tests as
// what is asked of its quality.
func (c *corroboration) readResource(resource *syntax.Node) {
	name := resource.Get("name")
	if name == nil || !name.IsScalar() || name.IsBlank() {
		return
	}
	dataset := name.Derive(syntax.Map)
	setOnce(dataset, "id", resource.KeyOf("name"), asText(name))
	key, description := field(resource, "description")
	if text := scalarText(description); text != nil && !strings.Contains(text.Scalar, "{{") {
		setOnce(dataset, "description", key, text)
	}
	key, version := field(resource, "latest_version")
	setOnce(dataset, "version", key, scalarText(version))
	for _, meta := range []*syntax.Node{resource.Get("meta"), resource.Get("config").Get("meta")} {
		key, owner := meta.KeyOf("owner"), meta.Get("owner")
		if owner != nil && owner.Kind == syntax.Map {
			key, owner = owner.KeyOf("name"), owner.Get("name")
		}
		setOnce(dataset, "owner", key, scalarText(owner))
	}
	readTests(dataset, resource, nil)
	for _, column := range dbtResources(resource, "columns") {
		readTests(dataset, column, column.Get("name"))
	}
	appendTo(c.root, "datasets", name, dataset)
}

// readTests reads the tests of a model or of one of its columns.
func readTests(dataset, of, column *syntax.Node) {
	for _, list := range []string{"tests", "data_tests"} {
		key, tests := field(of, list)
		if tests == nil {
			continue
		}
		for _, test := range tests.Items {
			at := test
			if test.Kind == syntax.Map && len(test.Fields) > 0 {
				at = test.Fields[0].Key
			}
			if !at.IsScalar() || at.IsBlank() {
				continue
			}
			measure := at.Derive(syntax.Map)
			text := strings.ReplaceAll(path.Base(strings.ReplaceAll(at.Scalar, ".", "/")), "_", " ")
			if column != nil && column.IsScalar() {
				text += " of " + column.Scalar
			}
			measure.Set("measure", at, at.DeriveString(text))
			if characteristic := dbtCharacteristics[at.Scalar]; characteristic != "" {
				measure.Set("characteristic", at, at.DeriveString(characteristic))
			}
			appendTo(dataset, "quality", key, measure)
		}
	}
}

// dbtCharacteristics are the characteristics of ISO/IEC 5259-2 that the tests
// measure which dbt has itself (https://docs.getdbt.com/docs/build/data-tests).
// Uniqueness is none of them.
var dbtCharacteristics = map[string]string{
	"not_null": "completeness", "accepted_values": "accuracy", "relationships": "consistency",
}
