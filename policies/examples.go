package policies

import (
	"errors"
	"io/fs"
	"strings"

	"golang.org/x/tools/txtar"
)

// ExampleDay is the day that the examples take for today.
const ExampleDay = "2026-06-01"

// ExampleSet holds the examples of a rule: files that it is content with, and
// files that it objects to.
type ExampleSet struct {
	Pass []Example `json:"pass"`
	Fail []Example `json:"fail"`
}

// Example is a file of an example.
type Example struct {
	Name    string `json:"name"` // with slashes, as "model-card.yaml"
	Content string `json:"content"`
}

// Examples are the examples of a rule; a rule of the engine, which is not
// written in Rego, has none here. An error means that the archive beside the
// rule has a file that is neither under pass/ nor under fail/.
func Examples(id string) (ExampleSet, error) {
	content, err := Files.ReadFile("rules/" + id + "/examples.txtar")
	if errors.Is(err, fs.ErrNotExist) {
		return ExampleSet{}, nil
	}
	if err != nil {
		return ExampleSet{}, err
	}
	return ParseExamples("examples of "+id, content)
}

// ParseExamples reads the examples of a rule from their archive, whose name an
// error states.
func ParseExamples(name string, archive []byte) (ExampleSet, error) {
	var set ExampleSet
	for _, file := range txtar.Parse(archive).Files {
		outcome, path, _ := strings.Cut(file.Name, "/")
		example := Example{Name: path, Content: string(file.Data)}
		switch outcome {
		case "pass":
			set.Pass = append(set.Pass, example)
		case "fail":
			set.Fail = append(set.Fail, example)
		default:
			return ExampleSet{}, errors.New(name + ": " + file.Name + " is neither under pass/ nor under fail/")
		}
	}
	return set, nil
}
