package format

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/syntax"
)

const corpus = "../../../shared/corpus"

// readCorpus gives the recognition of every file below a folder of the corpus,
// by its path. It skips the test where the corpus is absent.
func readCorpus(t *testing.T, folder string) map[string]Recognition {
	t.Helper()
	if _, err := os.Stat(corpus); err != nil {
		t.Skip("the corpus of real files is not here: " + corpus)
	}
	found := map[string]Recognition{}
	err := filepath.WalkDir(filepath.Join(corpus, folder), func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(file) //nolint:gosec // below the corpus
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(corpus, file)
		if err != nil {
			return err
		}
		found[filepath.ToSlash(rel)] = recognise(filepath.ToSlash(rel), content)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// recognise does what a scan does: nominate, parse, recognise. The corpus
// keeps the path that a file had in its repository in its name.
func recognise(file string, content []byte) Recognition {
	file = strings.ReplaceAll(file, "__", "/")
	formats := Nominated(file, content)
	if len(formats) == 0 {
		return Recognition{}
	}
	tree := syntax.Parse(syntax.NewText(file, content), syntax.LanguageOf(file), syntax.DefaultLimits())
	return Recognise(tree, formats...)
}

// catalogues are files labelled as registers in the corpus that are none: they
// describe risks which nobody in them rates, owns or treats.
var catalogues = map[string]string{
	"getprobo+probo":                         "a list of suggestions: category, name and description only",
	"bad-risk-catalog-duplicate-rank.yaml":   "a test of a catalogue: severity only, nothing that deals with a risk",
	"Myr-Aya+darr-deployer-ai-risk-register": "a taxonomy drawn from other taxonomies, without ratings or owners",
	"cosai-oasis+secure-ai-tooling":          "a map of risks to controls for everybody, without ratings or owners",
}

func TestRegistersOfTheCorpus(t *testing.T) {
	for _, folder := range []string{"risk-register", "risk-register-csv"} {
		for file, recognition := range readCorpus(t, folder) {
			var catalogue bool
			for name := range catalogues {
				catalogue = catalogue || strings.Contains(file, name)
			}
			if recognised := len(recognition.Documents) > 0; recognised == catalogue {
				t.Errorf("%s: recognised %t, want %t; %v", file, recognised, !catalogue, recognition.Rejections)
			}
		}
	}
}

// None of the files that only look like documents is taken for a native
// document or a register.
func TestNegativesOfTheCorpus(t *testing.T) {
	for file, recognition := range readCorpus(t, "_negative") {
		for _, d := range recognition.Documents {
			if d.Format == nativeName || d.Format == riskRegisterName {
				t.Errorf("%s: recognised as a %s in %s", file, d.Kind, d.Format)
			}
		}
	}
}

// Nothing in the corpus makes a format panic or place a value outside its
// text.
func TestPlacesOfTheCorpus(t *testing.T) {
	for file, recognition := range readCorpus(t, ".") {
		if err := checkPlaces(recognition); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}
