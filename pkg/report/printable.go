package report

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Printable is a text with what could steer a terminal or deceive its reader
// shown instead of sent: control characters, marks that change the direction
// of writing, invisible characters, bytes that are no UTF-8, and commands to a
// CI system. Documents, file names and user policies are untrusted.
func Printable(text string) string {
	text = ciCommand.ReplaceAllString(text, `#\x23$1`)
	if plain(text) {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 {
			fmt.Fprintf(&b, `\x%02x`, text[i])
		} else {
			b.WriteString(visible(r))
		}
		i += size
	}
	return b.String()
}

// plain reports whether a text is printable ASCII, as nearly all are.
func plain(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}

func visible(r rune) string {
	const joiner, nonJoiner = '\u200d', '\u200c' // parts of emoji and of words
	switch {
	case r == '\n':
		return `\n`
	case r == '\r':
		return `\r`
	case r == '\t':
		return `\t`
	case r < ' ' || r == 0x7F:
		return fmt.Sprintf(`\x%02x`, r)
	case r == joiner || r == nonJoiner:
		return string(r)
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co):
		if r > 0xFFFF {
			return fmt.Sprintf(`\U%08x`, r)
		}
		return fmt.Sprintf(`\u%04x`, r)
	}
	return string(r)
}

// ciCommand begins a command wherever in a line of output it stands: ##vso[ and
// ##[ in Azure Pipelines, ##[ in GitHub Actions, ##teamcity[ in TeamCity.
var (
	ciCommand     = regexp.MustCompile(`##([A-Za-z]*\[)`)
	ciCommandHere = regexp.MustCompile(`^` + ciCommand.String())
)

// startOfLine is a printable text at the start of a line of output, white space
// apart, where GitHub Actions takes ::error:: and the like for a command.
func startOfLine(text string) string {
	bare := strings.TrimLeft(text, " ")
	if strings.HasPrefix(bare, "::") {
		return text[:len(text)-len(bare)] + `\x3a` + bare[1:]
	}
	return text
}
