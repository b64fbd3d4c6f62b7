package format

import (
	"slices"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// readOne reads a file that holds one document of a format.
func readOne(t *testing.T, format, file, content string) (*document.Document, Recognition) {
	t.Helper()
	recognition := recognise(file, []byte(content))
	if len(recognition.Documents) != 1 {
		t.Fatalf("documents %v; %v", recognition.Documents, recognition.Rejections)
	}
	d := recognition.Documents[0]
	if d.Format != format || d.Kind != document.DataManifest {
		t.Fatalf("a %s in %s, want a data manifest in %s", d.Kind, d.Format, format)
	}
	if err := checkPlaces(recognition); err != nil {
		t.Fatal(err)
	}
	return d, recognition
}

// stands checks the values of fields by path, as "value" or "value < text
// under it" where the two differ.
func stands(t *testing.T, d *document.Document, want map[string]string) {
	t.Helper()
	for field, expected := range want {
		value, source, differs := strings.Cut(expected, " < ")
		if !differs {
			source = value
		}
		n := lookup(d.Root, field)
		switch {
		case value == "" && n != nil:
			t.Errorf("%s: %q, want nothing", field, n.Scalar)
		case value == "":
		case n == nil:
			t.Errorf("%s is absent, want %q", field, value)
		case n.Scalar != value:
			t.Errorf("%s: %q, want %q", field, n.Scalar, value)
		case strings.Trim(n.Source(), `"'`) != source:
			t.Errorf("%s stands at %q, want %q", field, n.Source(), source)
		}
	}
}

func lookup(n *syntax.Node, field string) *syntax.Node {
	for key := range strings.SplitSeq(field, ".") {
		switch {
		case n == nil:
			return nil
		case n.Kind == syntax.List && len(key) == 1 && int(key[0]-'0') < len(n.Items):
			n = n.Items[key[0]-'0']
		default:
			n = n.Get(key)
		}
	}
	return n
}

// silent checks that fields are, or are not, beyond what a document can say.
func silent(t *testing.T, d *document.Document, want map[string]bool) {
	t.Helper()
	for pattern, expected := range want {
		if got := slices.Contains(d.Inexpressible, document.Pattern(pattern)); got != expected {
			t.Errorf("%s inexpressible: %t, want %t", pattern, got, expected)
		}
	}
}

// Every file of these folders of the corpus is recognised, and none of any
// other is taken for one of these formats.
func TestManifestsOfTheCorpus(t *testing.T) {
	folders := map[string]string{
		"croissant": croissantName, "odcs": odcsName, "datacontract-spec": datacontractName, "frictionless": frictionlessName,
	}
	for file, recognition := range readCorpus(t, ".") {
		folder, _, _ := strings.Cut(file, "/")
		want := folders[folder]
		var got string
		for _, d := range recognition.Documents {
			if slices.Contains([]string{croissantName, odcsName, datacontractName, frictionlessName}, d.Format) {
				got = d.Format
			}
		}
		if got != want {
			t.Errorf("%s: recognised as %q, want %q; %v", file, got, want, recognition.Rejections)
		}
		if want != "" && len(recognition.Problems) > 0 {
			t.Errorf("%s: problems %v", file, recognition.Problems)
		}
	}
}

// What has a likeness to these formats is none of them, and the reason is
// said.
func TestNoManifests(t *testing.T) {
	for name, test := range map[string]struct{ file, content, reason string }{
		"emoji":                {"croissant.json", `{"name": "croissant", "image": "x.png"}`, "neither a @context"},
		"schema.org dataset":   {"croissant_terms.json", `{"@context": "https://schema.org/", "@type": "Thing"}`, "no dataset in the vocabulary"},
		"DNS records":          {"dns.json", `{"recordSet": [{"name": "a.example", "type": "A"}]}`, "neither a @context"},
		"a list of texts":      {"croissant.json", `["a", "b"]`, "no map of properties"},
		"Kubernetes":           {"a.yaml", "apiVersion: data.example/v1\nkind: DataContract\nmetadata: {name: x}\nspec: {}\n", "Kubernetes"},
		"foreign apiVersion":   {"a.yaml", "apiVersion: data.example/v1\nkind: DataContract\n", "Open Data Contract Standard"},
		"kind alone":           {"a.yaml", "kind: DataContract\nname: x\n", "apiVersion with it"},
		"schema of contracts":  {"a.json", `{"$schema": "x", "properties": {"kind": {"const": "DataContract"}}}`, "JSON Schema"},
		"schema of contracts2": {"b.json", `{"properties": {"dataContractSpecification": {"type": "string"}}}`, "no `dataContractSpecification`"},
		"resources of texts":   {"datapackage.json", `{"resources": ["a.yaml"]}`, "no path to data"},
		"no resources":         {"datapackage.json", `{"name": "resources"}`, "lists no resources"},
		"some resources":       {"site.json", `{"resources": [{"path": "a.js"}], "schema": 1}`, "neither its name"},
	} {
		t.Run(name, func(t *testing.T) {
			recognition := recognise(test.file, []byte(test.content))
			if len(recognition.Documents) > 0 {
				t.Fatalf("recognised in %s", recognition.Documents[0].Format)
			}
			if !slices.ContainsFunc(recognition.Rejections, func(r Rejection) bool { return strings.Contains(r.Reason, test.reason) }) {
				t.Errorf("rejections %v, want %q", recognition.Rejections, test.reason)
			}
		})
	}
}

// Values of a wrong type are problems at their place.
func TestUnreadableManifests(t *testing.T) {
	for name, test := range map[string]struct{ file, content, at string }{
		"croissant": {"croissant.json", `{"@context": "http://mlcommons.org/croissant/1.0", "@type": "sc:Dataset", "name": "x", "license": {"@type": "CreativeWork", "deed": {"a": 1}}}`, `"license"`},
		"odcs":      {"a.yaml", "apiVersion: v3.0.2\nkind: DataContract\nid: x\nschema: words\n", "words"},
		"team":      {"a.yaml", "apiVersion: v3.0.2\nkind: DataContract\nid: x\nschema: []\nroles: [admin]\n", "admin"},
		"info":      {"a.yaml", "dataContractSpecification: 1.2.1\nid: x\ninfo: [a]\n", "info"},
		"model":     {"a.yaml", "dataContractSpecification: 1.2.1\nid: x\nmodels: {orders: words}\n", "words"},
		"sources":   {"datapackage.json", `{"name": "x", "resources": [{"path": "a.csv"}], "sources": [["a"]]}`, `"sources"`},
	} {
		t.Run(name, func(t *testing.T) {
			recognition := recognise(test.file, []byte(test.content))
			if len(recognition.Problems) != 1 || len(recognition.Documents) != 1 {
				t.Fatalf("documents %v, problems %v", recognition.Documents, recognition.Problems)
			}
			problem := recognition.Problems[0]
			line := strings.Split(test.content, "\n")[problem.Span.Start.Line-1]
			if got := line[problem.Span.Start.Column-1 : problem.Span.End.Column-1]; got != test.at || problem.Rule != Unreadable {
				t.Errorf("%s at %q, want %s at %q", problem.Rule, got, Unreadable, test.at)
			}
		})
	}
}

// A document that says much in ways of its own does not grow without bound.
func TestSilencedFieldsAreBounded(t *testing.T) {
	rules := strings.Repeat("  - {dimension: uniqueness, description: x}\n", 3000)
	d, _ := readOne(t, odcsName, "a.yaml", "apiVersion: v3.0.2\nkind: DataContract\nid: x\nschema:\n- name: t\n  quality:\n"+rules)
	if len(d.Inexpressible) > maxSilenced+100 || d.CanExpress(syntax.Path{syntax.Key("datasets"), syntax.Index(0), syntax.Key("quality"), syntax.Index(2999), syntax.Key("characteristic")}) {
		t.Errorf("%d patterns", len(d.Inexpressible))
	}
}
