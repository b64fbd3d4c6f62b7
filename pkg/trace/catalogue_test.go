package trace

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write docs/traces.md anew")

// TestCatalogue holds the list to its form: sorted, no package twice, and a
// reason for each.
func TestCatalogue(t *testing.T) {
	entries := Catalogue()
	if len(entries) < 150 {
		t.Errorf("%d entries", len(entries))
	}
	if !slices.IsSortedFunc(entries, func(a, b *Entry) int { return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)) }) {
		t.Error("the entries are not sorted by name")
	}
	owner := map[string]string{}
	for i, e := range entries {
		if i > 0 && entries[i-1].Name == e.Name {
			t.Errorf("%s is there twice", e.Name)
		}
		if !strings.HasSuffix(e.Reason, ".") || len(strings.Fields(e.Reason)) < 3 {
			t.Errorf("%s: the reason is no sentence: %q", e.Name, e.Reason)
		}
		if !slices.ContainsFunc(Implications(), func(i Implication) bool { return i.Name == e.Implies }) {
			t.Errorf("%s implies %q", e.Name, e.Implies)
		}
		if e.Weight != "" && e.Weight != low {
			t.Errorf("%s has the weight %q", e.Name, e.Weight)
		}
		packages := 0
		for _, of := range Ecosystems() {
			names := e.Packages(of)
			packages += len(names)
			if !slices.IsSorted(names) {
				t.Errorf("%s: the packages of %s are not sorted", e.Name, of)
			}
			for _, name := range names {
				key := string(of) + " " + normal(of, name)
				if owner[key] != "" {
					t.Errorf("%s is with %s and with %s", key, owner[key], e.Name)
				}
				owner[key] = e.Name
				if !fits(of, name) {
					t.Errorf("%s: %q is no package of %s", e.Name, name, of)
				}
			}
		}
		if packages == 0 {
			t.Errorf("%s has no package", e.Name)
		}
	}
	for _, name := range []string{"numpy", "pandas", "scipy", "matplotlib", "statsmodels", "requests", "boto3", "google-cloud-storage", "azure-identity", "apache-airflow", "pyspark", "networkx", "joblib"} {
		if e := Find(PyPI, name); e != nil {
			t.Errorf("%s is taken for %s", name, e.Name)
		}
	}
	for _, name := range []string{"react", "express", "aws-sdk", "@aws-sdk/client-s3", "@google-cloud/storage", "lodash", "d3"} {
		if e := Find(NPM, name); e != nil {
			t.Errorf("%s is taken for %s", name, e.Name)
		}
	}
}

// fits reports whether a name has the shape of an ecosystem's.
func fits(of Ecosystem, name string) bool {
	first, _, _ := strings.Cut(name, "/")
	switch of {
	case Maven:
		return strings.Count(name, ":") == 1
	case Go:
		return strings.Contains(first, ".") && strings.Contains(name, "/")
	case NPM:
		return !strings.Contains(name, ":") && strings.HasPrefix(name, "@") == strings.Contains(name, "/")
	}
	return !strings.ContainsAny(name, ":/@ ")
}

func TestFind(t *testing.T) {
	for _, test := range []struct {
		of         Ecosystem
		name, want string
	}{
		{PyPI, "Scikit_Learn", "scikit-learn"}, {PyPI, "llama-index-llms-vertex", "Vertex AI"}, {PyPI, "llama-index-llms-x", "LlamaIndex"},
		{NPM, "@aws-sdk/client-bedrock-runtime", "Amazon Bedrock"}, {Go, "github.com/openai/openai-go/v2", "OpenAI"},
		{Go, "github.com/openai/openai-gopher", ""}, {Maven, "dev.langchain4j:langchain4j-open-ai", "OpenAI"},
		{Maven, "dev.langchain4j:langchain4j", "LangChain4j"}, {Cargo, "candle_core", "Candle"}, {PyPI, "torch-like", ""}, {PyPI, "", ""},
	} {
		got := ""
		if e := Find(test.of, test.name); e != nil {
			got = e.Name
		}
		if got != test.want {
			t.Errorf("%s %s: got %q, want %q", test.of, test.name, got, test.want)
		}
	}
}

// TestDocs compares docs/traces.md with the catalogue; with -update it writes
// the part that is made from it.
func TestDocs(t *testing.T) {
	const file, mark = "../../docs/traces.md", "<!-- What follows is made by go test ./pkg/trace -update. -->\n"
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	written, listed, ok := strings.Cut(string(content), mark)
	if !ok {
		t.Fatalf("%s lacks the mark", file)
	}
	want := lists()
	if *update {
		if err := os.WriteFile(file, []byte(written+mark+want), 0o644); err != nil { //nolint:gosec // documentation is for all to read
			t.Fatal(err)
		}
		return
	}
	if listed != want {
		t.Errorf("%s is not what the catalogue says: run go test ./pkg/trace -update", file)
	}
}

// lists are the model formats and the entries as Markdown.
func lists() string {
	var b strings.Builder
	b.WriteString("\n## Model files\n\n| format | names | why |\n|---|---|---|\n")
	for _, f := range ModelFormats() {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", f.Name, code(slices.Concat(f.Names, f.Extensions)), f.Reason)
	}
	for _, i := range Implications() {
		rows := 0
		for _, e := range Catalogue() {
			if e.Implies != i.Name {
				continue
			}
			if rows++; rows == 1 {
				fmt.Fprintf(&b, "\n## %s\n\nWhat %s.\n\n| product | why | packages |\n|---|---|---|\n", i.Name, i.Meaning)
			}
			var packages []string
			for _, of := range Ecosystems() {
				if names := e.Packages(of); len(names) > 0 {
					packages = append(packages, string(of)+": "+code(names))
				}
			}
			name := e.Name
			if e.Weight == low {
				name += " (low)"
			}
			fmt.Fprintf(&b, "| %s | %s | %s |\n", name, e.Reason, strings.Join(packages, "; "))
		}
	}
	return b.String()
}

func code(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return "`" + strings.Join(names, "`, `") + "`"
}
