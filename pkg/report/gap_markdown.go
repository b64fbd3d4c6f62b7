package report

import "io"

// WriteGapMarkdown writes a gap analysis as a document.
func WriteGapMarkdown(w io.Writer, g *Gap) error { return nil }

// WriteGapBook x.
func WriteGapBook(w io.Writer, g *Gap) error { return nil }
