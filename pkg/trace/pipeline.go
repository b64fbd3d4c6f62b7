package trace

import (
	"path"
	"regexp"
	"strings"

	"github.com/aimslint/aimslint/pkg/syntax"
)

// isDVC reports whether a file of DVC's may name model files:
// https://dvc.org/doc/user-guide/project-structure.
func isDVC(file string) bool {
	base := path.Base(file)
	return base == "dvc.yaml" || base == "dvc.lock" || path.Ext(base) == ".dvc" && base != ".dvc"
}

// readDVC finds the model files that come out of a pipeline or are tracked.
// What dvc.lock says, dvc.yaml beside it says too; a model that both name is
// one trace, since both lead to the same file.
func readDVC(text *syntax.Text, limits syntax.Limits) []Trace {
	var traces []Trace
	seen := map[string]bool{}
	for _, root := range syntax.Parse(text, syntax.YAML, limits).Values {
		stages := []*syntax.Node{root}
		for _, stage := range fields(root.Get("stages")) {
			stages = append(stages, stage.Value)
		}
		for _, stage := range stages {
			for _, t := range modelsOut(stage, path.Dir(text.File)) {
				if !seen[t.Target] {
					seen[t.Target] = true
					traces = append(traces, t)
				}
			}
		}
	}
	return traces
}

// modelsOut are the model files that come out of a stage; folder is that of the
// file that states it.
func modelsOut(stage *syntax.Node, folder string) []Trace {
	if wdir := stage.Get("wdir"); wdir != nil {
		folder = path.Join(folder, wdir.Scalar)
	}
	var traces []Trace
	for _, out := range items(stage.Get("outs")) {
		name := outName(out)
		if name == nil || strings.Contains(name.Scalar, "://") {
			continue
		}
		target := path.Join(folder, name.Scalar)
		if f := namedModel(target); f != nil {
			traces = append(traces, Trace{Form: Pointer, Name: unquoted(name).DeriveString(path.Base(target)), Entry: &f.Entry, Scope: Runtime, Target: target})
		}
	}
	return traces
}

// outName is the path that an entry of outs names: as text, as the key of a map
// with options, or under path.
func outName(out *syntax.Node) *syntax.Node {
	switch {
	case out.Kind == syntax.String:
		return out
	case out.Get("path") != nil && out.Get("path").Kind == syntax.String:
		return out.Get("path")
	case len(out.Fields) == 1:
		return out.Fields[0].Key
	}
	return nil
}

// mlmodelEntry is what a file of MLflow's that describes a model says.
var mlmodelEntry = &Entry{Name: "MLflow model", Implies: "model", Reason: "Describes a model that MLflow saved beside it."}

// readMLmodel finds the model that an MLmodel file describes:
// https://mlflow.org/docs/latest/ml/model/.
func readMLmodel(text *syntax.Text, limits syntax.Limits) []Trace {
	for _, root := range syntax.Parse(text, syntax.YAML, limits).Values {
		if key := root.KeyOf("flavors"); key != nil {
			return []Trace{{Form: ModelFile, Name: key.DeriveString(folderName(text.File)), Entry: mlmodelEntry, Scope: Runtime, Target: text.File}}
		}
	}
	return nil
}

// folderName is the name of the folder of a file, or the file's own at the root.
func folderName(file string) string {
	if folder := path.Dir(file); folder != "." {
		return path.Base(folder)
	}
	return path.Base(file)
}

// What code in a notebook does with a module: it takes it in, and it loads a
// model or calls a service.
var (
	notebookImport = regexp.MustCompile(`^\s*(?:import\s+([A-Za-z_][\w.]*)|from\s+([A-Za-z_][\w.]*)\s+import\b)`)
	notebookUse    = regexp.MustCompile(`\bfrom_pretrained\s*\(|\bload_model\s*\(|\bpipeline\s*\(\s*["']|\bSentenceTransformer\s*\(|\.(?:chat\.completions|completions|responses|messages|embeddings)\.create\s*\(|\bChatCompletion\.create\s*\(|\bgenerate_content\s*\(|\b(?:OpenAI|AzureOpenAI|Anthropic|ChatOpenAI|AzureChatOpenAI|ChatAnthropic|GenerativeModel|InferenceClient|Llama|YOLO)\s*\(|\binvoke_model\s*\(|\bInferenceSession\s*\(|\.fit\s*\(`)
)

// readNotebook finds the modules of the catalogue that a notebook takes in, if
// it loads or trains a model or calls a service:
// https://nbformat.readthedocs.io/en/latest/format_description.html.
func readNotebook(text *syntax.Text, limits syntax.Limits) []Trace {
	var traces []Trace
	used, seen := false, map[*Entry]bool{}
	for _, cell := range items(jsonOf(text, limits).Get("cells")) {
		if kind := cell.Get("cell_type"); kind == nil || kind.Scalar != "code" {
			continue
		}
		for _, l := range sourceLines(cell.Get("source")) {
			used = used || notebookUse.MatchString(l.code)
			name, e := importedEntry(l.code)
			if e != nil && !seen[e] && e.Weight != low {
				seen[e] = true
				traces = append(traces, Trace{Form: Notebook, Name: within(l.at, name), Entry: e, Scope: Runtime})
			}
		}
	}
	if !used {
		return nil
	}
	return traces
}

// sourceLine is a line of code and the text of the notebook that holds it.
type sourceLine struct {
	code string
	at   *syntax.Node
}

// sourceLines are the lines of a cell, which is a list of texts or one text.
func sourceLines(source *syntax.Node) []sourceLine {
	var lines []sourceLine
	texts := items(source)
	if source != nil && source.Kind == syntax.String {
		texts = []*syntax.Node{source}
	}
	for _, n := range texts {
		for code := range strings.Lines(n.Scalar) {
			lines = append(lines, sourceLine{code, n})
		}
	}
	return lines
}

// importedEntry is the entry of the module that a line of Python takes in, and
// the module's name.
func importedEntry(code string) (string, *Entry) {
	m := notebookImport.FindStringSubmatch(code)
	if m == nil {
		return "", nil
	}
	module := m[1] + m[2]
	first, _, _ := strings.Cut(module, ".")
	for _, name := range []string{module, first} {
		if e := indexed().modules[strings.ReplaceAll(name, ".", "_")]; e != nil {
			return module, e
		}
	}
	return "", nil
}
