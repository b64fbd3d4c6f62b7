package format

import (
	"path"
	"slices"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

const mlmodelName = "mlmodel"

// mlmodel is the file MLmodel that MLflow writes beside a model
// (https://mlflow.org/docs/latest/ml/model/#storage-format). It says which
// libraries can load the model and which run it came from, and nothing of what
// the model is for.
var mlmodel = &Format{
	Name:         mlmodelName,
	Title:        "MLflow model",
	Kinds:        []string{document.ModelCard},
	Languages:    []syntax.Language{syntax.YAML},
	Corroborates: true,
	Nominate:     func(_ string, content []byte) bool { return mentions(content, "flavors:") },
	Read:         readMLmodel,
}

func readMLmodel(tree *syntax.Tree) Reading {
	if len(tree.Values) == 0 {
		return Reading{Rejection: "it is empty"}
	}
	value := tree.Values[0]
	if rejection := rejectMLmodel(value, path.Base(tree.Text.File) == "MLmodel"); rejection != "" {
		return Reading{Rejection: rejection}
	}
	c := newCorroboration(tree, mlmodelName, document.ModelCard, value.Fields[0].Key)
	c.readMLmodel(value)
	return Reading{Documents: []*document.Document{c.document(0)}}
}

// rejectMLmodel tells a model of MLflow's by its flavors, each a map, and by its
// name or what else MLflow writes.
func rejectMLmodel(value *syntax.Node, named bool) string {
	flavors := value.Get("flavors")
	if value.Kind != syntax.Map || flavors == nil || flavors.Kind != syntax.Map || len(flavors.Fields) == 0 {
		return "it lists no `flavors`"
	}
	for _, flavor := range flavors.Fields {
		if flavor.Value.Kind != syntax.Map {
			return "its `flavors` are not those of MLflow"
		}
	}
	written := []string{"mlflow_version", "run_id", "model_uuid", "utc_time_created", "model_id"}
	if !named && flavors.Get("python_function") == nil && !slices.ContainsFunc(written, func(key string) bool { return value.Get(key) != nil }) {
		return "neither its name nor its keys are those of a model of MLflow"
	}
	return ""
}

// readMLmodel takes over what identifies the model: as its version the name of
// the model in MLflow, else its UUID, else the run that made it.
func (c *corroboration) readMLmodel(value *syntax.Node) {
	at := c.place.DeriveString("/" + path.Dir(c.tree.Text.File))
	setOnce(c.root, "model.path", nil, at)
	for _, name := range []string{"model_uuid", "model_id", "run_id"} {
		if key, id := field(value, name); id != nil && id.IsScalar() && generatedID().MatchString(id.Scalar) {
			setOnce(c.root, "model.version", key, asText(id))
		}
	}
	for _, flavor := range value.Get("flavors").Fields {
		key, task := field(flavor.Value, "task")
		setOnce(c.root, "model.task", key, scalarText(task))
		key, class := field(flavor.Value, "model_class")
		setOnce(c.root, "model.type", key, scalarText(class))
		key, source := field(flavor.Value, "source_model_name")
		if name := scalarText(source); name != nil && !name.IsBlank() {
			appendTo(c.root, "model.base_models", key, entry("name", key, name))
		}
	}
	for _, flavor := range value.Get("flavors").Fields {
		if name := flavor.Key.Scalar; name != "python_function" {
			setOnce(c.root, "model.type", flavor.Key, flavor.Key.DeriveString(name+" model"))
		}
	}
}

// generatedID is an id as MLflow makes it up. Other services put names in its
// place, which say less than a version does.
var generatedID = lazily(`^(?:m-)?[0-9a-f-]{32,36}$`)

// scalarText is a scalar as text, or nil.
func scalarText(value *syntax.Node) *syntax.Node {
	if value == nil || !value.IsScalar() {
		return nil
	}
	return asText(value)
}

// corroboration gathers what a file says that describes nothing by itself, but
// agrees or disagrees with what a document says. Paths in it are relative to the
// repository's root, with a slash before them.
type corroboration struct {
	tree   *syntax.Tree
	format string
	kind   string
	place  *syntax.Node
	root   *syntax.Node
}

func newCorroboration(tree *syntax.Tree, format, kind string, place *syntax.Node) *corroboration {
	c := &corroboration{tree: tree, format: format, kind: kind, place: place, root: place.Derive(syntax.Map)}
	c.root.Set("kind", nil, place.DeriveString(kind))
	return c
}

func (c *corroboration) document(index int) *document.Document {
	return &document.Document{Kind: c.kind, Format: c.format, File: c.tree.Text.File, Index: index, Root: c.root}
}
