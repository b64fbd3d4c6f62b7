package format

import (
	"path"
	"path/filepath"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

const dvcName = "dvc"

// dvc is a pipeline of DVC, dvc.yaml, or what DVC recorded of its last run,
// dvc.lock (https://dvc.org/doc/user-guide/project-structure/dvcyaml-files). It
// says which command made which file from which.
var dvc = &Format{
	Name:         dvcName,
	Title:        "DVC pipeline",
	Kinds:        []string{document.ModelCard, document.DataManifest},
	Languages:    []syntax.Language{syntax.YAML},
	Corroborates: true,
	Nominate: func(file string, content []byte) bool {
		base := path.Base(file)
		return (base == "dvc.yaml" || base == "dvc.lock") && mentions(content, "stages", "artifacts", "outs")
	},
	Read: readDVC,
}

func readDVC(tree *syntax.Tree) Reading {
	for _, value := range tree.Values {
		if value.Kind != syntax.Map || value.Get("apiVersion") != nil {
			break
		}
		p := &pipeline{tree: tree, stages: value.Get("stages"), artifacts: value.Get("artifacts")}
		if p.stages == nil && p.artifacts == nil && path.Base(tree.Text.File) == "dvc.lock" {
			p.stages = value // as DVC 1 wrote it
		}
		if documents := p.documents(); len(documents) > 0 {
			return Reading{Documents: documents}
		}
	}
	return Reading{Rejection: "it has no `stages` with `outs`, and no `artifacts`"}
}

// pipeline is a dvc.yaml or dvc.lock.
type pipeline struct {
	tree              *syntax.Tree
	stages, artifacts *syntax.Node
}

// documents are a manifest of all that the pipeline reads and writes, and a card
// for each file that it writes, since each may be a model.
func (p *pipeline) documents() []*document.Document {
	var manifest *corroboration
	var documents []*document.Document
	dataset := func(at *syntax.Node) *syntax.Node {
		if manifest == nil {
			manifest = newCorroboration(p.tree, dvcName, document.DataManifest, at)
		}
		d := at.Derive(syntax.Map)
		appendTo(manifest.root, "datasets", at, d)
		return d
	}
	for _, artifact := range fieldsOf(p.artifacts) {
		if at := p.path(artifact.Value, nil); at != nil {
			d := dataset(at)
			setOnce(d, "name", artifact.Key, artifact.Key.DeriveString(artifact.Key.Scalar))
			setOnce(d, "provenance.path", nil, at)
			key, description := field(artifact.Value, "desc")
			setOnce(d, "description", key, scalarText(description))
		}
	}
	for _, stage := range fieldsOf(p.stages) {
		body := stage.Value
		if each := body.Get("do"); body.Get("foreach") != nil && each != nil {
			body = each
		}
		for _, card := range p.cards(body, dataset) {
			documents = append(documents, card.document(len(documents)+1))
		}
	}
	if manifest == nil {
		return nil
	}
	return append([]*document.Document{manifest.document(0)}, documents...)
}

// cards notes as datasets what a stage reads and writes, and gives a card of each
// file that it writes.
func (p *pipeline) cards(stage *syntax.Node, dataset func(at *syntax.Node) *syntax.Node) []*corroboration {
	inputs, outputs := p.files(stage, "deps"), p.files(stage, "outs")
	cards := make([]*corroboration, 0, len(outputs))
	for _, in := range inputs {
		setDigest(dataset(in.at), "provenance", in)
	}
	for _, out := range outputs {
		d := dataset(out.at)
		setDigest(d, "provenance", out)
		key, command := field(stage, "cmd")
		setOnce(d, "provenance.generated_by", key, scalarText(command))
		card := newCorroboration(p.tree, dvcName, document.ModelCard, out.at)
		setDigest(card.root, "model", out)
		for _, in := range inputs {
			if !isCode(in.at.Scalar) {
				appendTo(d, "provenance.derived_from", in.at, in.at)
				appendTo(card.root, "datasets", in.at, entry("id", in.at, in.at))
			}
		}
		cards = append(cards, card)
	}
	return cards
}

func fieldsOf(n *syntax.Node) []syntax.Field {
	if n == nil {
		return nil
	}
	return n.Fields
}

// tracked is a file that DVC knows, and the digest that it recorded.
type tracked struct {
	at          *syntax.Node // its path
	key, digest *syntax.Node
}

func setDigest(to *syntax.Node, section string, file tracked) {
	setOnce(to, section+".path", nil, file.at)
	setOnce(to, section+".digest", file.key, file.digest)
}

// files are those in a list of a stage: paths, maps with a path as the lock has
// them, or maps from a path to its options.
func (p *pipeline) files(stage *syntax.Node, list string) []tracked {
	var found []tracked
	listed := stage.Get(list)
	if listed == nil {
		return nil
	}
	for _, item := range listed.Items {
		file := tracked{at: p.path(item, stage.Get("wdir"))}
		if file.at == nil {
			continue
		}
		if key, digest := field(item, "md5"); digest != nil && digest.IsScalar() && !strings.HasSuffix(digest.Scalar, ".dir") {
			file.key, file.digest = key, digestOf("md5", digest)
		}
		found = append(found, file)
	}
	return found
}

// path is the path of an item relative to the root, or nil if it is none or
// leads elsewhere.
func (p *pipeline) path(item, wdir *syntax.Node) *syntax.Node {
	at := item
	if item.Kind == syntax.Map {
		at = item.Get("path")
		if at == nil && len(item.Fields) == 1 {
			at = item.Fields[0].Key
		}
	}
	if at == nil || at.Kind != syntax.String || !isLocal(at.Scalar) || item.Get("repo") != nil {
		return nil
	}
	folder := path.Dir(p.tree.Text.File)
	if wdir != nil && wdir.Kind == syntax.String {
		folder = path.Join(folder, wdir.Scalar)
	}
	whole := path.Join(folder, at.Scalar)
	if !filepath.IsLocal(filepath.FromSlash(whole)) {
		return nil
	}
	return at.DeriveString("/" + whole)
}

// isCode reports whether a file that a stage depends on is a program or its
// settings, and no data.
func isCode(file string) bool {
	switch strings.ToLower(path.Ext(file)) {
	case ".py", ".ipynb", ".r", ".rmd", ".jl", ".sh", ".sql", ".go", ".rs", ".java", ".scala", ".cpp", ".c", ".h", ".js", ".ts", ".yaml", ".yml", ".toml", ".ini", ".cfg", ".lock":
		return true
	}
	first, _, _ := strings.Cut(strings.TrimPrefix(file, "/"), "/")
	return first == "src" || first == "scripts" || first == "code"
}
