package format

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/aimslint/aimslint/pkg/syntax"
)

func TestFormatsAreComplete(t *testing.T) {
	seen := map[string]bool{}
	for i, name := range Names() {
		format := Named(name)
		if format == nil || seen[name] || name == "" || format != Formats()[i] && format.Title != Formats()[i].Title {
			t.Fatalf("the format %q is not found by its name", name)
		}
		seen[name] = true
		if format.Title == "" || len(format.Kinds) == 0 || len(format.Languages) == 0 || format.Nominate == nil || format.Read == nil {
			t.Errorf("the format %s is not complete: %+v", name, format)
		}
	}
	if Named("no such format") != nil {
		t.Error("an unknown name gives a format")
	}
}

func TestNominatedByLanguage(t *testing.T) {
	content := []byte("kind: model-card\n")
	if len(Nominated("x.yaml", content)) == 0 {
		t.Error("x.yaml is not nominated")
	}
	for _, file := range []string{"x.txt", "x", "x.py", "Makefile"} {
		if formats := Nominated(file, content); len(formats) > 0 {
			t.Errorf("%s is nominated for %s", file, formats[0].Name)
		}
	}
}

// A format that the caller names is asked even if it would not have nominated
// the file.
func TestRecogniseByOverride(t *testing.T) {
	content := []byte("risks: [{id: R1, title: Drift, likelihood: 1, impact: 2}]\n")
	if formats := Nominated("values.yaml", content); len(formats) > 0 {
		t.Fatalf("values.yaml is nominated for %s", formats[0].Name)
	}
	tree := syntax.Parse(syntax.NewText("values.yaml", content), syntax.YAML, syntax.DefaultLimits())
	recognition := Recognise(tree, Named(riskRegisterName))
	if len(recognition.Documents) != 1 || len(recognition.Rejections) != 0 {
		t.Errorf("%+v, want one document", recognition)
	}
	recognition = Recognise(tree, Named(nativeName), Named(riskRegisterName))
	if len(recognition.Documents) != 1 || len(recognition.Rejections) != 1 || recognition.Rejections[0].Format != nativeName {
		t.Errorf("%+v, want one document and one rejection", recognition)
	}
	if recognition := Recognise(tree); len(recognition.Documents)+len(recognition.Rejections)+len(recognition.Problems) > 0 {
		t.Errorf("no format makes %+v", recognition)
	}
}

// checkPlaces reports a value that stands outside its text.
func checkPlaces(recognition Recognition) error {
	var problems []error
	for _, d := range recognition.Documents {
		if d.Root == nil || d.Root.Kind != syntax.Map || d.Root.Get("kind") == nil || d.Root.Get("kind").Scalar != d.Kind {
			problems = append(problems, fmt.Errorf("a document of format %s is no map of its kind %s", d.Format, d.Kind))
			continue
		}
		problems = append(problems, checkNode(d.Root))
	}
	return errors.Join(problems...)
}

func checkNode(n *syntax.Node) error {
	if n == nil || n.Text() == nil {
		return errors.New("a value has no text")
	}
	if start, end := n.Offsets(); start < 0 || start > end || end > len(n.Text().Bytes) {
		return fmt.Errorf("%s %q stands at [%d, %d) of %d bytes", n.Kind, n.Scalar, start, end, len(n.Text().Bytes))
	}
	for _, item := range n.Items {
		if err := checkNode(item); err != nil {
			return err
		}
	}
	keys := map[string]bool{}
	for _, f := range n.Fields {
		if keys[f.Key.Scalar] {
			return fmt.Errorf("the key %q occurs twice", f.Key.Scalar)
		}
		keys[f.Key.Scalar] = true
		if err := errors.Join(checkNode(f.Key), checkNode(f.Value)); err != nil {
			return err
		}
	}
	return nil
}

func FuzzRecognise(f *testing.F) {
	for _, seed := range []struct{ file, content string }{
		{"model-card.yaml", "kind: model-card\n---\nkind: x\n---\n- a\n"},
		{"risk-register.yaml", "metadata: {id: x}\nrisks:\n- {id: R1, severity: high, impact: words in a row, inherent: {likelihood: 1}, owner: {a: b}}\n"},
		{"risk-register.json", `{"register":{"risks":{"R1":{"likelihood":1,"impact":{"score":2},"mitigation":[{"action":"a"}],"due":[]}}}}`},
		{"risks.csv", "Register,,\n#,Risk,L,I,Review date\n1,a,2,3,2026-01-01\n"},
		{"bom.json", mlBOM},
		{"ai.spdx3.json", spdxGraphText},
		{"croissant.json", `{"@context":["http://mlcommons.org/croissant/1.1"],"@graph":[{"@type":["sc:Dataset"],"name":{"@value":1},"license":[{"@id":"#a"}],"creator":[[]],"rai:personalSensitiveInformation":["a"],"prov:wasDerivedFrom":[{"@id":"u:x"},null],"prov:wasGeneratedBy":[{"name":"clean","description":{}}],"distribution":{"@type":"cr:FileObject","sha256":[]},"recordSet":1}]}`},
		{"contract.yaml", "apiVersion: v3.1.0\nkind: DataContract\nteam: {members: [{role: owner, name: {a: b}}]}\nroles: {role: a, access: b}\nslaProperties: [{property: latency, value: [1]}]\nschema: [{name: [a], properties: [{items: {quality: [{mustBeBetween: []}]}}], quality: {specification: [{}]}}]\n"},
		{"contract.yaml", "dataContractSpecification: 1\ninfo: {contact: []}\nservers: {a: {roles: [1]}}\nmodels: {m: {fields: {a: {$ref: x, lineage: {inputFields: [{name: a}]}}}}}\nquality: {specification: {a: [{}, []]}}\n"},
		{"datapackage.json", `{"resources":[{"path":[1],"hash":":","sources":[1,[]]}],"contributors":[{"roles":[[]]}],"licenses":{"name":[]}}`},
		{"card.yaml", "model_details: {name: [a], version: [1], owners: [x, {name: {}}], licenses: 3, contributors: [{role: []}]}\nmodel_parameters: {data: {train: [1, []], eval: {}}, training_datasets: x}\nquantitative_analysis: {performance_metrics: [[], {type: {}, value: [], confidence_interval: 1}]}\nconsiderations: {users: {a: b}, use_cases: [[]], ethical_considerations: [[{}], {name: {}}]}\nbase_model: [{}]\n"},
		{"model_card.json", `{"model_card":{"name":[{}],"model":{"version":{"a":1}},"training_data":[{"name":[]},[],"x"],"metrics":[{"name":{},"value":1},{"a":"1"},null],"accuracy":{"value":1},"fairness":{"a":{"b":1},"c":[[]]},"ethics":[{"risk":[]}],"limitations":[[{"a":null}]],"intended_use":{"data":{}},"contact":{"a":{}}}}`},
		{"poam.json", poamText},
		{"poam.yaml", "plan-of-action-and-milestones: {metadata: {parties: [1, {uuid: a}], responsible-parties: [{party-uuids: []}]}, system-id: [], risks: [{uuid: [], status: {}, characterizations: [{facets: [{name: [], props: 1}]}], remediations: [{tasks: [{timing: {on-date: {date: 2026}}}]}], risk-log: {entries: [{start: 2026-01-01x}]}}], poam-items: [{related-risks: [{risk-uuid: []}], props: [{name: severity, value: {}}]}]}\n"},
		{"MLmodel", "flavors: {sklearn: {task: [], source_model_name: {}}, a: {model_class: x}}\nrun_id: [1]\n"},
		{"dvc.yaml", "stages: {a: {wdir: [], foreach: [1], do: {deps: [{}, {path: ../x}], outs: [{a: {}}, [], {path: x, md5: {}}], cmd: [a]}}}\nartifacts: {x: [], y: {path: z, desc: {}}}\n"},
		{"schema.yml", "version: 2\nmodels: [{name: x, meta: [], config: {meta: {owner: {}}}, tests: [{}, [], a, {b: 1}], columns: [{tests: a}, 1]}, {name: ''}]\nsources: [{name: y, tables: [{}]}]\n"},
		{"README.md", "---\nlicense: mit\n---\n# Card\n\n## Intended use\n\nx\n\n| Risk | Likelihood | Impact |\n|---|---|---|\n| a | b | c |\n"},
	} {
		f.Add(seed.file, []byte(seed.content))
	}
	archives, err := filepath.Glob("testdata/mapping/*.txtar") // the examples of every format
	if err != nil || len(archives) == 0 {
		f.Fatal("no examples of formats", err)
	}
	for _, archive := range archives {
		examples, err := txtar.ParseFile(archive)
		if err != nil {
			f.Fatal(err)
		}
		for _, example := range examples.Files {
			f.Add(example.Name, example.Data)
		}
	}
	f.Fuzz(func(t *testing.T, file string, content []byte) {
		language := syntax.LanguageOf(file)
		if language == "" {
			file, language = "risk-register.yaml", syntax.YAML
		}
		Nominated(file, content)
		tree := syntax.Parse(syntax.NewText(file, content), language, syntax.DefaultLimits())
		for _, format := range Formats() {
			recognition := Recognise(tree, format)
			if err := checkPlaces(recognition); err != nil {
				t.Errorf("%s as %s: %v", file, format.Name, err)
			}
			for _, problem := range recognition.Problems {
				if problem.Text == nil || problem.Message == "" || problem.Span.End.Before(problem.Span.Start) {
					t.Errorf("%s as %s: problem %+v", file, format.Name, problem)
				}
			}
		}
	})
}

// Every format reads each of its examples with any value in it in another shape: a
// list for a text, a map for a list, nothing.
func FuzzShapes(f *testing.F) {
	archives, err := filepath.Glob("testdata/mapping/*.txtar")
	if err != nil || len(archives) == 0 {
		f.Fatal("no examples of formats", err)
	}
	var examples []txtar.File
	for _, archive := range archives {
		read, err := txtar.ParseFile(archive)
		if err != nil {
			f.Fatal(err)
		}
		for _, example := range read.Files {
			if language := syntax.LanguageOf(example.Name); language == syntax.YAML || language == syntax.JSON {
				examples = append(examples, example)
			}
		}
	}
	shapes := []string{`null`, `""`, `"TBD"`, `[]`, `{}`, `[[]]`, `[null]`, `{"": null}`, `-1e999`, `true`, `[{"name": [], "@id": {}}]`, `{"value": [1], "name": {}}`, `"2026-13-99"`, `["a", {"b": []}]`}
	for i := range examples {
		for k := range shapes {
			f.Add(uint(i), uint(7*i+k), uint(k), uint(3*k), uint(k+i), "x")
		}
	}
	f.Fuzz(func(t *testing.T, which, at, shape, further, other uint, text string) {
		example := examples[which%uint(len(examples))]
		tree := syntax.Parse(syntax.NewText(example.Name, example.Data), syntax.LanguageOf(example.Name), syntax.DefaultLimits())
		if len(tree.Values) == 0 {
			t.Skip("no value")
		}
		said, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		all := append([]string{string(said)}, shapes...)
		changed := map[uint]string{at % 500: all[shape%uint(len(all))], further % 500: all[other%uint(len(all))]}
		var out strings.Builder
		reshape(&out, tree.Values[0], changed, new(uint))
		recognition := recognise(example.Name, []byte(out.String()))
		if err := checkPlaces(recognition); err != nil {
			t.Errorf("%v in\n%s", err, out.String())
		}
		for _, problem := range recognition.Problems {
			if problem.Text == nil || problem.Message == "" || problem.Span.End.Before(problem.Span.Start) || strings.Contains(problem.Message, "\n") {
				t.Errorf("problem %+v in\n%s", problem, out.String())
			}
		}
	})
}

// reshape writes a value as JSON, with others in the place of some of those in it.
func reshape(out *strings.Builder, n *syntax.Node, changed map[uint]string, count *uint) {
	*count++
	if other, ok := changed[*count]; ok {
		out.WriteString(other)
		return
	}
	text := func(s string) {
		quoted, err := json.Marshal(s)
		if err != nil {
			quoted = []byte(`"?"`)
		}
		out.Write(quoted)
	}
	switch n.Kind {
	case syntax.Map:
		out.WriteString("{")
		for i, f := range n.Fields {
			if i > 0 {
				out.WriteString(", ")
			}
			text(f.Key.Scalar)
			out.WriteString(": ")
			reshape(out, f.Value, changed, count)
		}
		out.WriteString("}")
	case syntax.List:
		out.WriteString("[")
		for i, item := range n.Items {
			if i > 0 {
				out.WriteString(", ")
			}
			reshape(out, item, changed, count)
		}
		out.WriteString("]")
	case syntax.String:
		text(n.Scalar)
	default:
		out.WriteString(cmp.Or(n.Scalar, "null"))
	}
}
