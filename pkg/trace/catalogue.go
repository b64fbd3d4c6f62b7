package trace

import (
	_ "embed"
	"strings"
	"sync"

	"go.yaml.in/yaml/v4"
)

// Entry is a product of the catalogue: what a dependency on it says about the
// use of AI, and why it is on the list.
type Entry struct {
	// Name is what the product is called, and Aliases what else.
	Name    string   `yaml:"name"`
	Aliases []string `yaml:"aliases"`
	// Implies is one of [Implications].
	Implies string `yaml:"implies"`
	// Suppliers are the organizations that may supply a service, the maker
	// first; none if it is no service, or one of anybody's.
	Suppliers []string `yaml:"suppliers"`
	// Weight is "low" for what may as well serve something else than AI.
	Weight string `yaml:"weight"`
	Reason string `yaml:"reason"`
	// The packages by ecosystem. A name that ends in * stands for all that
	// begin so.
	PyPI  []string `yaml:"pypi"`
	NPM   []string `yaml:"npm"`
	Go    []string `yaml:"go"`
	Maven []string `yaml:"maven"`
	Cargo []string `yaml:"cargo"`
	// Imports are the modules of Python that differ from the package.
	Imports []string `yaml:"imports"`
}

// Service reports whether the product is a hosted service of others.
func (e *Entry) Service() bool { return strings.HasSuffix(e.Implies, "-service") }

// Implication is what a trace says about the use of AI.
type Implication struct{ Name, Meaning string }

// Implications are all that entries may imply, services first.
func Implications() []Implication {
	return []Implication{
		{"model-service", "sends prompts or data to a model that somebody else hosts"},
		{"language-service", "has text understood or translated by a hosted service"},
		{"speech-service", "has speech understood or spoken by a hosted service"},
		{"vision-service", "has pictures or documents read by a hosted service"},
		{"orchestration", "builds applications or agents on language models"},
		{"inference", "runs trained models"},
		{"training", "trains models"},
		{"automl", "chooses and trains models by itself"},
		{"vector-store", "keeps embeddings and searches them"},
		{"model", "is a trained model"},
		{"evaluation", "measures or explains models"},
		{"language-tools", "works on text, partly with trained models"},
		{"vision-tools", "works on pictures, partly with trained models"},
		{"compute", "rents processors, most often for models"},
	}
}

// Ecosystem is where packages of one kind come from.
type Ecosystem string

// The ecosystems.
const (
	PyPI  Ecosystem = "pypi"
	NPM   Ecosystem = "npm"
	Go    Ecosystem = "go"
	Maven Ecosystem = "maven"
	Cargo Ecosystem = "cargo"
)

// Ecosystems are all of them.
func Ecosystems() []Ecosystem { return []Ecosystem{PyPI, NPM, Go, Maven, Cargo} }

// Packages are the packages of the product in an ecosystem.
func (e *Entry) Packages(of Ecosystem) []string {
	return map[Ecosystem][]string{PyPI: e.PyPI, NPM: e.NPM, Go: e.Go, Maven: e.Maven, Cargo: e.Cargo}[of]
}

//go:embed catalogue.yaml
var catalogueText []byte

// Catalogue is the list, by name.
var Catalogue = sync.OnceValue(func() []*Entry {
	var entries []*Entry
	if err := yaml.Unmarshal(catalogueText, &entries); err != nil {
		panic("catalogue.yaml: " + err.Error()) // the tests read it
	}
	return entries
})

// index finds entries by package.
type index struct {
	exact    map[Ecosystem]map[string]*Entry
	prefixes map[Ecosystem]map[string]*Entry
	modules  map[string]*Entry // of Python, by their first name or a dotted one
}

var indexed = sync.OnceValue(func() index {
	x := index{map[Ecosystem]map[string]*Entry{}, map[Ecosystem]map[string]*Entry{}, map[string]*Entry{}}
	for _, of := range Ecosystems() {
		x.exact[of], x.prefixes[of] = map[string]*Entry{}, map[string]*Entry{}
	}
	for _, e := range Catalogue() {
		for _, of := range Ecosystems() {
			for _, name := range e.Packages(of) {
				if prefix, ok := strings.CutSuffix(name, "*"); ok {
					x.prefixes[of][prefix] = e
				} else {
					x.exact[of][normal(of, name)] = e
				}
			}
		}
		for _, name := range e.PyPI {
			x.modules[strings.ReplaceAll(name, "-", "_")] = e
		}
		for _, name := range e.Imports {
			x.modules[name] = e
		}
	}
	return x
})

// normal is the name of a package as it compares. PyPI takes runs of -, _ and .
// for one: https://packaging.python.org/en/latest/specifications/name-normalization/.
func normal(of Ecosystem, name string) string {
	switch of {
	case PyPI:
		parts := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == '-' || r == '_' || r == '.' })
		return strings.Join(parts, "-")
	case Cargo:
		return strings.ReplaceAll(name, "_", "-")
	}
	return name
}

// Find is the entry that a package belongs to, or nil.
func Find(of Ecosystem, name string) *Entry {
	x := indexed()
	name = normal(of, name)
	if e := x.exact[of][name]; e != nil {
		return e
	}
	if of == Go {
		for at := strings.LastIndexByte(name, '/'); at > 0; at = strings.LastIndexByte(name[:at], '/') {
			if e := x.exact[Go][name[:at]]; e != nil {
				return e
			}
		}
		return nil
	}
	for end := len(name); end > 0; end-- {
		if e := x.prefixes[of][name[:end]]; e != nil {
			return e
		}
	}
	return nil
}
