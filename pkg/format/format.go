// Package format knows how documents are written. Each format is one file of
// this package: it recognises its documents by their content, rearranges them
// into the canonical shape of their kind, and says what it cannot express.
package format

import (
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// Format is one way to write documents.
type Format struct {
	Name  string   // as in the configuration and in reports: "huggingface"
	Title string   // for a person: "Hugging Face card"
	Kinds []string // the kinds of document that it can hold
	// Languages are those that the format is written in.
	Languages []syntax.Language
	// Corroborates says that its files describe nothing by themselves. Their
	// documents join one that names them, in which they fill in what it leaves
	// open; by themselves they are not judged.
	Corroborates bool
	// Nominate reports whether a file may hold documents of this format, from
	// its name and raw bytes alone, before anything is parsed. It must be
	// cheap and may be generous: Read decides.
	Nominate func(file string, content []byte) bool
	// Read gives the documents that the tree holds in this format. If there
	// are none it says why the file was turned down, in words for a person.
	Read func(tree *syntax.Tree) Reading
}

// Reading is what a format made of a file.
type Reading struct {
	Documents []*document.Document
	// Problems are values that the format could not bring into the canonical
	// shape, such as a map where the format has text.
	Problems []syntax.Problem
	// Rejection says why the file holds no document of this format; empty if
	// it holds one.
	Rejection string
}

// Unreadable is the rule that a value breaks which a format cannot bring into
// the canonical shape.
const Unreadable = "format/unreadable-value"

// Formats are all formats in the order in which they are tried: the more
// specific first.
func Formats() []*Format {
	return []*Format{
		native,
		cyclonedx,
		spdx3,
		croissant,
		odcs,
		datacontract,
		frictionless,
		modelCardToolkit,
		huggingface,
		riskRegister,
		markdownCard,
		markdownRegister,
		mlmodel,
		dvc,
		dbt,
	}
}
