package finding

import (
	"strconv"
	"sync"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"

	"github.com/aimslint/aimslint/pkg/syntax"
)

// LineHashes gives GitHub's primaryLocationLineHash of the 1-based lines of a
// text, by which code scanning knows an alert again when lines move. A line
// that the text lacks has the hash "". The text is read when the first line is
// asked for. The result may be used by several goroutines.
//
// The algorithm is that of github/codeql-action (src/fingerprints.ts), which
// completes a SARIF file on upload and warns about hashes that differ from its
// own. It counts a lone carriage return as the end of a line, which a
// [syntax.Text] does not.
func LineHashes(text *syntax.Text) func(line int) string {
	hashes := sync.OnceValue(func() []lineHash { return hashLines(text.Bytes) })
	return func(line int) string {
		all := hashes()
		if line < 1 || line > len(all) {
			return ""
		}
		h := all[line-1]
		return strconv.FormatUint(h.sum, 16) + ":" + strconv.Itoa(int(h.ordinal))
	}
}

// lineHash is the hash of the characters from a line's start, and how many
// lines up to this one have that hash.
type lineHash struct {
	sum     uint64
	ordinal int32
}

const (
	window     = 100 // UTF-16 code units that a hash covers
	multiplier = 37
	endOfText  = 65535
)

// leaving is what a code unit weighs when it leaves the window: 37^100 mod 2^64.
var leaving = func() uint64 {
	power := uint64(1)
	for range window {
		power *= multiplier
	}
	return power
}()

// hashLines computes the hash of every line in one pass: the hash of a line is
// that of the window when it begins with the line's first unit.
func hashLines(content []byte) []lineHash {
	h := lineHasher{count: map[uint64]int32{}, atLineStart: true}
	if !utf8.Valid(content) {
		// As the WHATWG decoder that the action reads files with.
		content, _ = unicode.UTF8.NewDecoder().Bytes(content)
	}
	var units []uint16
	for len(content) > 0 {
		r, size := rune(content[0]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(content)
		}
		content = content[size:]
		units = utf16.AppendRune(units[:0], r)
		for _, unit := range units {
			h.read(uint64(unit))
		}
	}
	h.read(endOfText)
	for range window {
		h.shift(0, false)
	}
	return h.lines
}

// lineHasher rolls a window over the code units of a text.
type lineHasher struct {
	units  [window]uint64 // a ring; next is its oldest unit
	starts [window]bool   // which of the units begin a line
	next   int
	sum    uint64

	atLineStart, afterCR bool

	lines []lineHash
	count map[uint64]int32
}

// read takes the next unit of the text: white space within lines does not
// count, and every line break is one line feed.
func (h *lineHasher) read(unit uint64) {
	switch {
	case unit == ' ' || unit == '\t' || unit == '\n' && h.afterCR:
		h.afterCR = false
		return
	case unit == '\r':
		unit, h.afterCR = '\n', true
	default:
		h.afterCR = false
	}
	h.shift(unit, h.atLineStart)
	h.atLineStart = unit == '\n'
}

// shift moves the window by one unit.
func (h *lineHasher) shift(unit uint64, startsLine bool) {
	if h.starts[h.next] {
		h.count[h.sum]++
		h.lines = append(h.lines, lineHash{h.sum, h.count[h.sum]})
	}
	h.sum = h.sum*multiplier + unit - leaving*h.units[h.next]
	h.units[h.next], h.starts[h.next] = unit, startsLine
	h.next = (h.next + 1) % window
}
