package syntax

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/go-json-experiment/json/jsontext"
)

// syntaxError reports why the decoder could not read on.
func (r *jsonReader) syntaxError(err error) {
	var limit *limitError
	var fault *jsontext.SyntacticError
	switch {
	case errors.As(err, &limit):
		r.report(Limit, limit.start, limit.end, limit.message)
	case errors.Is(err, io.ErrUnexpectedEOF):
		r.unclosed()
	case errors.As(err, &fault):
		offset := min(r.base+int(fault.ByteOffset), len(r.source))
		message, offset := r.explain(fault.Err.Error(), r.skip(offset))
		r.reportAt(offset, message)
	default:
		r.reportAt(r.base, "The file is empty; a JSON value is expected")
	}
}

// unclosed reports the quote or bracket at which a text that breaks off is open.
func (r *jsonReader) unclosed() {
	last := r.skip(r.base + int(r.decoder.InputOffset()))
	switch {
	case strings.HasPrefix(r.source[last:], `"`):
		r.reportAt(last, "The quote that opens here is never closed")
	case len(r.open) > 0:
		r.reportAt(r.open[len(r.open)-1], "The bracket that opens here is never closed")
	default:
		r.reportAt(last, "The value that begins here is not complete")
	}
}

// explain says in plain words what is wrong at an offset, and where it is best
// mended. The decoder's reason tells what it was reading.
func (r *jsonReader) explain(reason string, offset int) (message string, at int) {
	rest := r.source[offset:]
	switch {
	case strings.Contains(reason, "escape sequence"):
		return `A \ begins an escape that JSON does not know; a backslash itself is written \\`, offset
	case strings.Contains(reason, "in string"):
		return "A string holds a line break or another control character; close the quote, or write it as an escape such as \\n",
			r.skip(r.base + int(r.decoder.InputOffset()))
	case strings.HasPrefix(rest, "/"), strings.HasPrefix(rest, "#"):
		return "JSON allows no comments", offset
	case strings.HasPrefix(rest, "'"):
		return "JSON takes double quotes around text, not single ones", offset
	case strings.HasPrefix(rest, "{{"), strings.HasPrefix(r.source[max(offset-1, 0):], "{{"):
		return "A value that begins with {{ is no JSON; put quotes around a template's placeholder", offset
	}
	if word := leadingWord(rest); word != "" {
		return explainWord(word), offset
	}
	return r.explainStructure(reason, offset)
}

// leadingWord is the word at the head of a text.
func leadingWord(text string) string {
	for i, c := range text {
		if !unicode.IsLetter(c) && c != '_' {
			return text[:i]
		}
	}
	return text
}

func explainWord(word string) string {
	switch word {
	case "NaN", "Infinity", "nan", "inf", "Inf":
		return fmt.Sprintf("JSON has no number %s; write null or a text", word)
	case "True", "False", "TRUE", "FALSE":
		return fmt.Sprintf("JSON writes %s as %s", word, strings.ToLower(word))
	case "None", "Null", "NULL", "undefined", "nil":
		return fmt.Sprintf("JSON writes %s as null", word)
	}
	return "Text in JSON stands between double quotes"
}

func (r *jsonReader) explainStructure(reason string, offset int) (message string, at int) {
	if comma := r.commaBefore(offset); comma >= 0 && strings.ContainsRune("]}", rune(r.source[offset])) {
		return "JSON allows no comma before a closing bracket", comma
	}
	switch {
	case strings.Contains(reason, "expecting ':'"):
		return "A colon is expected after the key", offset
	case strings.Contains(reason, "expecting ','") && r.leadingZero(offset):
		return "A number cannot begin with 0 in JSON; put quotes around an identifier", offset - 1
	case strings.Contains(reason, "expecting ',' or ']'"):
		return "A comma or ] is expected here", offset
	case strings.Contains(reason, "expecting ',' or '}'"):
		return "A comma or } is expected here", offset
	case strings.Contains(reason, "object member name"):
		return "A key in JSON stands between double quotes", offset
	case strings.HasPrefix(r.source[offset:], "."), strings.HasPrefix(r.source[offset:], "+"), strings.Contains(reason, "in number"):
		return "A number in JSON begins with a digit or a minus, and has digits on both sides of its point", offset
	}
	return "A value is expected here", offset
}

// commaBefore is the offset of the comma before an offset with only white
// space between, or -1.
func (r *jsonReader) commaBefore(offset int) int {
	before := strings.TrimRight(r.source[:offset], " \t\r\n")
	if offset < len(r.source) && strings.HasSuffix(before, ",") {
		return len(before) - 1
	}
	return -1
}

func (r *jsonReader) leadingZero(offset int) bool {
	return offset > 0 && r.source[offset-1] == '0' && '0' <= r.source[offset] && r.source[offset] <= '9'
}
