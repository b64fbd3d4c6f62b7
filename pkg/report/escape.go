package report

import (
	"fmt"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// JSONEscaper gives a writer for JSON text, in which what could steer a
// terminal or a CI system or deceive its reader becomes an escape sequence: the text means the
// same, but is safe to look at. See [Printable]. Each call of Write takes whole
// characters.
func JSONEscaper(w io.Writer) io.Writer { return jsonEscaper{w} }

type jsonEscaper struct{ w io.Writer }

// Write implements io.Writer.
func (e jsonEscaper) Write(content []byte) (int, error) {
	if _, err := e.w.Write(escapeJSON(content)); err != nil {
		return 0, err
	}
	return len(content), nil
}

// escapeJSON escapes the characters of a JSON text that [visible] shows in
// another way. Outside of strings the text holds none but white space.
func escapeJSON(content []byte) []byte {
	escaped, done := []byte(nil), 0
	for i := 0; i < len(content); {
		if content[i] == '#' && ciCommandHere.Match(content[i:]) {
			escaped = append(append(escaped, content[done:i]...), `\u0023`...)
			done = i + 1
		}
		if content[i] < 0x7F {
			i++
			continue
		}
		r, size := utf8.DecodeRune(content[i:])
		if r != utf8.RuneError && visible(r) != string(r) {
			escaped = append(escaped, content[done:i]...)
			for _, unit := range utf16.AppendRune(nil, r) {
				escaped = fmt.Appendf(escaped, `\u%04x`, unit)
			}
			done = i + size
		}
		i += size
	}
	if done == 0 {
		return content
	}
	return append(escaped, content[done:]...)
}
