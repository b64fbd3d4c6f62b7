// Package finding holds the central thing that every later step passes on: a
// rule's objection at a place.
package finding

import (
	"cmp"
	"slices"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// State says whether a finding counts.
type State string

// The states of a finding.
const (
	Open     State = "open"
	Waived   State = "waived"
	Baseline State = "baseline"
	Excluded State = "excluded" // all that the rule serves is left out by the Statement of Applicability
)

// Change says what a finding has to do with the change that was asked about.
type Change string

// A finding that a change brings stands on a line that has changed, or was not
// there before and is there because a document has changed.
const (
	ChangedLine     Change = "line"
	ChangedDocument Change = "document"
)

// Finding is a rule's objection at a place.
type Finding struct {
	Rule     *rule.Rule
	Severity rule.Severity // the rule's, unless the configuration says otherwise
	Message  string        // one plain sentence with a full stop; stable from run to run
	State    State
	// Exception says why the finding does not count; nil for one that does.
	Exception *Exception
	// Kind and Document name the document: its kind and its id ("" if it has
	// none). Both are empty for a file that could not be read.
	Kind     string
	Document string
	Location Location
	// Related are other places that the finding is about.
	Related []Location
	// StablePath is Location.Path in words that hold when lists are reordered:
	// see the function [StablePath]. Empty if no document is at hand.
	StablePath string
	// Fingerprint identifies the finding when lines move: see [Fingerprints].
	Fingerprint string
	// LineHash is GitHub's primaryLocationLineHash of the finding's line.
	LineHash string
	// Change is set only if a change was asked about that brings the finding.
	Change Change
}

// Counts reports whether the finding still asks for something: it is neither
// waived, nor from before adoption, nor excluded.
func (f *Finding) Counts() bool {
	return f.State != Waived && f.State != Baseline && f.State != Excluded
}

// Location is a place in a file.
type Location struct {
	File string
	Span syntax.Span // within one line
	// Path leads to the value within its document; empty for the document as
	// a whole, or when a file could not be read.
	Path syntax.Path
	// Line is the text of the line, for the code frame; of a very long line
	// only the part around the span.
	Line string
	// Skipped is how many characters of the line stand before Line.
	Skipped int
	// Message says what is at a related place; empty for the finding's own.
	Message string
}

// At is the place of the value at a path of a document, or of its nearest
// ancestor if it is absent.
func At(d *document.Document, p syntax.Path) Location {
	text, span := d.Locate(p)
	return InText(text, span, p)
}

// InText is the place of a span of a text.
func InText(text *syntax.Text, span syntax.Span, p syntax.Path) Location {
	line, skipped := excerpt(text, span)
	return Location{File: text.File, Span: span, Path: p, Line: line, Skipped: skipped}
}

// Sort puts findings into the order in which every report shows them: by file,
// place, rule and message.
func Sort(findings []Finding) {
	slices.SortStableFunc(findings, func(a, b Finding) int {
		if order := cmp.Or(
			cmp.Compare(a.Location.File, b.Location.File),
			cmp.Compare(a.Location.Span.Start.Line, b.Location.Span.Start.Line),
			cmp.Compare(a.Location.Span.Start.Column, b.Location.Span.Start.Column),
			cmp.Compare(a.Rule.ID, b.Rule.ID),
			cmp.Compare(a.Message, b.Message),
		); order != 0 {
			return order
		}
		return cmp.Compare(a.Location.Path.Pointer(), b.Location.Path.Pointer())
	})
}
