package syntax

import (
	"bytes"
	"fmt"
	"sort"
	"sync"
	"unicode/utf8"
)

// Position is a place in a text. Line and Column are 1-based; a column counts
// Unicode code points, as SARIF's columnKind "unicodeCodePoints" does.
type Position struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

// Before reports whether p stands before q.
func (p Position) Before(q Position) bool {
	return p.Line < q.Line || p.Line == q.Line && p.Column < q.Column
}

// String is the position as compilers print it, "line:column".
func (p Position) String() string { return fmt.Sprintf("%d:%d", p.Line, p.Column) }

// Span is a half-open stretch of a text: End is the position just after its
// last character.
type Span struct {
	Start Position `json:"start"`
	End   Position `json:"end"`
}

// OneLine reports whether the span lies within one line.
func (s Span) OneLine() bool { return s.Start.Line == s.End.Line }

// Text is the content of one file, with the index that turns byte offsets
// into positions. The index is built when the first position is asked for,
// since most files never need one. A Text may be used by several goroutines.
type Text struct {
	// File is the path of the file, relative to the root, with slashes.
	File string
	// Bytes is the file as it was read.
	Bytes []byte

	once   sync.Once
	starts []int // offset of the first byte of each line

	counting sync.Once
	counts   []int // characters before each multiple of stride
}

// stride is how many bytes lie between two places at which the characters
// before are known, so that a place in a line of ten megabytes is found as fast
// as any other.
const stride = 4096

// NewText wraps the bytes of a file. They must not be changed afterwards.
func NewText(file string, content []byte) *Text {
	return &Text{File: file, Bytes: content}
}

// Lines is the number of lines; an empty text has one.
func (t *Text) Lines() int { return len(t.index()) }

// Position is the place of a byte offset. An offset outside the text is taken
// to the nearest end.
func (t *Text) Position(offset int) Position {
	offset = min(max(offset, 0), len(t.Bytes))
	starts := t.index()
	line := sort.SearchInts(starts, offset+1) - 1
	return Position{Line: line + 1, Column: 1 + t.characters(t.lineStart(line+1), offset)}
}

// Offset is the byte offset of a position: the inverse of [Text.Position]. A
// column past the end of its line is taken to that end.
func (t *Text) Offset(p Position) int {
	starts := t.index()
	if p.Line < 1 {
		return 0
	}
	if p.Line > len(starts) {
		return len(t.Bytes)
	}
	offset, end, column := t.lineStart(p.Line), t.lineEnd(p.Line), 1
	if counts := t.charactersBefore(); p.Column > stride && len(counts) > 0 {
		target := t.before(offset) + p.Column - 1
		if known := sort.SearchInts(counts, target+1) - 1; known*stride > offset {
			column += counts[known] - t.before(offset)
			offset = known * stride
			for offset < end && !utf8.RuneStart(t.Bytes[offset]) {
				offset++
			}
		}
	}
	for ; column < p.Column && offset < end; column++ {
		_, size := utf8.DecodeRune(t.Bytes[offset:end])
		offset += size
	}
	return min(offset, end)
}

// Line is the text of a 1-based line, without its line break.
func (t *Text) Line(n int) string {
	starts := t.index()
	if n < 1 || n > len(starts) {
		return ""
	}
	return string(t.Bytes[t.lineStart(n):t.lineEnd(n)])
}

// characters is the number of code points in the bytes [start, end); a byte
// that is no UTF-8 counts as one.
func (t *Text) characters(start, end int) int {
	if end-start <= stride || len(t.charactersBefore()) == 0 {
		return utf8.RuneCount(t.Bytes[min(start, end):end])
	}
	return t.before(end) - t.before(start)
}

// before is the number of characters before an offset.
func (t *Text) before(offset int) int {
	known := offset / stride
	return t.charactersBefore()[known] + firstBytes(t.Bytes[known*stride:offset])
}

// charactersBefore are the counts; none of a text that is not UTF-8, which is
// never asked for more than the place of its first fault.
func (t *Text) charactersBefore() []int {
	t.counting.Do(func() {
		if !utf8.Valid(t.Bytes) {
			return
		}
		count := 0
		t.counts = append(make([]int, 0, 1+len(t.Bytes)/stride), 0)
		for i := stride; i <= len(t.Bytes); i += stride {
			count += firstBytes(t.Bytes[i-stride : i])
			t.counts = append(t.counts, count)
		}
	})
	return t.counts
}

// firstBytes counts the bytes that begin a character.
func firstBytes(content []byte) int {
	n := 0
	for _, b := range content {
		if utf8.RuneStart(b) {
			n++
		}
	}
	return n
}

// lineStart is the offset of the first character of a line; a byte order mark
// at the head of the file is none.
func (t *Text) lineStart(n int) int {
	start := t.index()[n-1]
	if start == 0 && bytes.HasPrefix(t.Bytes, byteOrderMark) {
		start = len(byteOrderMark)
	}
	return start
}

var byteOrderMark = []byte("\uFEFF")

func (t *Text) index() []int {
	t.once.Do(func() {
		t.starts = append(make([]int, 0, 1+bytes.Count(t.Bytes, []byte{'\n'})), 0)
		for i := 0; ; {
			n := bytes.IndexByte(t.Bytes[i:], '\n')
			if n < 0 {
				return
			}
			i += n + 1
			t.starts = append(t.starts, i)
		}
	})
	return t.starts
}

// lineEnd is the offset just after the last character of a line, before its
// line break.
func (t *Text) lineEnd(n int) int {
	starts := t.index()
	end := len(t.Bytes)
	if n < len(starts) {
		end = starts[n] - 1
	}
	if end > starts[n-1] && t.Bytes[end-1] == '\r' {
		end--
	}
	return end
}
