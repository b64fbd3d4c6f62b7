package finding

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/aimslint/aimslint/pkg/syntax"
)

// context is how many bytes before and after a place its excerpt may show:
// more than any frame needs, and little enough that ten thousand findings in a
// file of one line do not each hold a copy of that file.
const context = 512

// excerpt is the line on which a span begins, or the part of it around the
// span's start, and how many characters of the line stand before it.
func excerpt(text *syntax.Text, span syntax.Span) (line string, skipped int) {
	lineStart := text.Offset(syntax.Position{Line: span.Start.Line, Column: 1})
	at := text.Offset(span.Start)
	start := lineStart
	if at-lineStart > context {
		start = at - context
		for start < at && !utf8.RuneStart(text.Bytes[start]) {
			start++
		}
		skipped = span.Start.Column - 1 - utf8.RuneCount(text.Bytes[start:at])
	}
	end := min(at+context, len(text.Bytes))
	for end > at && end < len(text.Bytes) && !utf8.RuneStart(text.Bytes[end]) {
		end--
	}
	rest, _, _ := bytes.Cut(text.Bytes[start:end], []byte{'\n'})
	return strings.TrimSuffix(string(rest), "\r"), skipped
}
