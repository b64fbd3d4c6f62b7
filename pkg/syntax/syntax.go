package syntax

import (
	"path"
	"strings"
)

// Language is one of the languages that documents are written in.
type Language string

// The languages. Markdown may begin with YAML front matter.
const (
	YAML     Language = "yaml"
	JSON     Language = "json"
	Markdown Language = "markdown"
	CSV      Language = "csv"
)

// LanguageOf is the language that a file's name says, or "" for one that is
// not read.
func LanguageOf(file string) Language {
	switch path.Base(file) {
	case "MLmodel", "dvc.lock": // of MLflow and DVC
		return YAML
	}
	switch strings.ToLower(path.Ext(file)) {
	case ".yaml", ".yml":
		return YAML
	case ".json", ".jsonld":
		return JSON
	case ".md", ".markdown", ".mdx":
		return Markdown
	case ".csv":
		return CSV
	}
	return ""
}

// Limits bound what one file may cost. See [DefaultLimits].
type Limits struct {
	Depth   int // levels of nesting
	Aliases int // expansions of YAML aliases
	Nodes   int // values in the tree, after expansion
}

// DefaultLimits are far above what a document needs and far below what could
// hurt the machine.
func DefaultLimits() Limits { return Limits{Depth: 100, Aliases: 10_000, Nodes: 500_000} }

// Tree is what a file holds.
type Tree struct {
	Language Language
	Text     *Text
	// Values are the documents of a YAML stream, the one value of a JSON
	// file, the front matter of a Markdown file if it has some, or for CSV
	// one List with a Map for each row under the names of the header. They
	// must not be changed: what YAML aliases repeat is shared.
	Values []*Node
	// Outline is the body of a Markdown file, nil for other languages.
	Outline *Outline
	// Problems are what is wrong with the text, the first hundred of them, the
	// one for which reading ended among them. A value that ends in a syntax
	// error is not among Values; the YAML documents before it are.
	Problems []Problem

	body     int     // where the body of a Markdown file begins
	comments []*Node // of that body
}

// Problem is a fault in a text. Message is a plain sentence without a full
// stop that says what was found and what is expected.
type Problem struct {
	Rule    string // Invalid, DuplicateKey, ComplexKey or Limit
	Message string
	Text    *Text
	Span    Span
}

// The rules that reading a file may break.
const (
	Invalid      = "syntax/invalid"
	DuplicateKey = "syntax/duplicate-key"
	ComplexKey   = "syntax/complex-key"
	Limit        = "syntax/limit"
)

// Parse reads a text in the given language. It never fails as a whole: what
// is wrong is in the tree's Problems.
func Parse(text *Text, language Language, limits Limits) *Tree {
	tree := &Tree{Language: language, Text: text}
	if problem := checkEncoding(text); problem != nil {
		tree.Problems = []Problem{*problem}
		return tree
	}
	switch language {
	case YAML:
		parseYAML(tree, limits)
	case JSON:
		parseJSON(tree, limits)
	case Markdown:
		parseMarkdown(tree, limits)
	case CSV:
		parseCSV(tree, limits)
	}
	return tree
}
