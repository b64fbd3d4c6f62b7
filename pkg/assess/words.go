package assess

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// count is a number with its words.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// accepted says that objections are, and until when.
func accepted(n int, until string) string {
	text := count(n, "objection is", "objections are") + " accepted"
	if until != "" {
		text += " until " + until
	}
	return text
}

// ofDocuments says how many of some documents agree.
func ofDocuments(n, all int) string {
	if n == 1 {
		return fmt.Sprintf("1 of %s agrees", count(all, "document", "documents"))
	}
	return fmt.Sprintf("%d of %s agree", n, count(all, "document", "documents"))
}

// sentence is a text that begins with a capital and ends with a full stop.
func sentence(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	text = string(unicode.ToUpper(first)) + text[size:]
	if strings.HasSuffix(text, ".") {
		return text
	}
	return text + "."
}
