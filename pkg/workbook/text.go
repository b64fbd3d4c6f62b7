package workbook

import (
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
)

// MaxText is how much a cell holds, in UTF-16 units.
const MaxText = 32_767

// Inert is a text as a cell shows it: characters that the format cannot hold are
// shown as pictures of them, line ends are those of a spreadsheet, and what is too
// long is cut and says so.
func Inert(text string) string {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	text = strings.Map(visible, text)
	units := utf16Length(text)
	if units <= MaxText {
		return text
	}
	const room = 80 // for the words that say so
	kept, end := 0, 0
	for i, r := range text {
		kept += utf16.RuneLen(r)
		if kept > MaxText-room {
			end = i
			break
		}
	}
	return fmt.Sprintf("%s … [cut here: a cell holds no more; %d characters are left out]", text[:end], utf8.RuneCountInString(text[end:]))
}

// visible shows the characters that XML 1.0 forbids, and those of terminals.
func visible(r rune) rune {
	switch {
	case r == '\n', r == '\t':
		return r
	case r < ' ':
		return '␀' + r
	case r == 0x7f:
		return '␡'
	case r >= 0x80 && r < 0xa0, r == 0xfffe, r == 0xffff, r == utf8.RuneError:
		return utf8.RuneError
	}
	return r
}

func utf16Length(text string) int {
	units := 0
	for _, r := range text {
		units += utf16.RuneLen(r)
	}
	return units
}

// narrow measures letters alike in every locale.
var narrow = &runewidth.Condition{}

// lines is how many lines a text takes in a column of a width, about.
func lines(text string, width int) int {
	width = max(width, 1)
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		n++
		used := 0
		for word := range strings.FieldsSeq(line) {
			size := narrow.StringWidth(word)
			if used > 0 && used+1+size <= width {
				used += 1 + size
				continue
			}
			if used > 0 {
				n++
			}
			n += max(size-1, 0) / width // a long word is broken
			used = max(size-1, 0)%width + 1
		}
	}
	return n
}

// tabNames are the names of the sheets as Excel takes them: each one another, of at
// most 31 characters, without []:*?/\ and without an apostrophe at an end.
func tabNames(sheets []Sheet) []string {
	taken := map[string]bool{"history": true} // Excel keeps it for itself
	names := make([]string, len(sheets))
	for i := range sheets {
		base := strings.Trim(strings.TrimSpace(strings.Map(inName, Inert(sheets[i].Name))), "'")
		if base == "" {
			base = "Sheet"
		}
		name := shorten(base, 31)
		for n := 2; taken[strings.ToLower(name)]; n++ {
			suffix := fmt.Sprintf(" (%d)", n)
			name = shorten(base, 31-len(suffix)) + suffix
		}
		taken[strings.ToLower(name)] = true
		names[i] = name
	}
	return names
}

func inName(r rune) rune {
	if strings.ContainsRune(`[]:*?/\`+"\n\t", r) {
		return '-'
	}
	return r
}

// shorten cuts a text at a number of UTF-16 units.
func shorten(text string, units int) string {
	for i, r := range text {
		if units -= utf16.RuneLen(r); units < 0 {
			return strings.TrimRight(text[:i], " '")
		}
	}
	return text
}
