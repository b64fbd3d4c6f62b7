package syntax

import (
	"bytes"
	"unicode/utf8"
)

// checkEncoding finds the first byte of a text that is not UTF-8 text, for all
// languages alike: none of them allows NUL, and each reader would else treat
// broken characters in its own way.
func checkEncoding(text *Text) *Problem {
	content := text.Bytes
	if bytes.HasPrefix(content, []byte("\xFF\xFE")) || bytes.HasPrefix(content, []byte("\xFE\xFF")) {
		return invalidAt(text, 0, "The file is written in UTF-16; save it as UTF-8")
	}
	if nul := bytes.IndexByte(content, 0); nul >= 0 {
		if mostlyUTF16(content) {
			return invalidAt(text, nul, "The file seems to be written in UTF-16; save it as UTF-8")
		}
		return invalidAt(text, nul, "The file holds a NUL byte, so it is not text")
	}
	if utf8.Valid(content) {
		return nil
	}
	return invalidAt(text, invalidUTF8(content), "The file is not valid UTF-8 from here on; save it as UTF-8")
}

func invalidAt(text *Text, offset int, message string) *Problem {
	at := text.Position(offset)
	return &Problem{
		Rule: Invalid, Message: message, Text: text,
		Span: Span{Start: at, End: Position{Line: at.Line, Column: at.Column + 1}},
	}
}

// mostlyUTF16 tells whether about every other byte at the head of a file is
// NUL.
func mostlyUTF16(content []byte) bool {
	head := content[:min(len(content), 64)]
	nuls := bytes.Count(head, []byte{0})
	return nuls > 1 && nuls >= len(head)*2/5 && nuls <= len(head)*3/5
}

// invalidUTF8 is the offset of the first byte that is not valid UTF-8.
func invalidUTF8(content []byte) int {
	for i := 0; i < len(content); {
		char, size := utf8.DecodeRune(content[i:])
		if char == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(content)
}
