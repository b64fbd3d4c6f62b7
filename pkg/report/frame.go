package report

import (
	"strings"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
	"github.com/rivo/uniseg"

	"github.com/aimslint/aimslint/pkg/finding"
)

const (
	tabWidth = 4
	ellipsis = "…"
)

// screen measures text the same on every machine, whatever its locale.
var screen = &runewidth.Condition{}

// cell is what a terminal shows as one character.
type cell struct {
	text   string
	width  int
	column int // of its first code point in the line, from 1
}

// cells cuts a line into what a terminal shows: tabs become spaces, dangerous
// characters become visible, combining characters stay with their base.
func cells(line string, skipped int) []cell {
	var row []cell
	at, column := 0, skipped+1
	for state := -1; line != ""; {
		var cluster string
		cluster, line, _, state = uniseg.FirstGraphemeClusterInString(line, state)
		c := cell{text: Printable(cluster), column: column}
		switch {
		case cluster == "\t":
			c.text = strings.Repeat(" ", tabWidth-at%tabWidth)
		case cluster == "#" && ciCommandHere.MatchString(cluster+line):
			c.text = `\x23`
		}
		c.width = screen.StringWidth(c.text)
		at += c.width
		column += utf8.RuneCountInString(cluster)
		row = append(row, c)
	}
	return row
}

func widthOf(row []cell) int {
	width := 0
	for _, c := range row {
		width += c.width
	}
	return width
}

func textOf(row []cell) string {
	var b strings.Builder
	for _, c := range row {
		b.WriteString(c.text)
	}
	return b.String()
}

// frame is the line of a place, cut to a width around the span, and the carets
// that underline the span.
func frame(at finding.Location, width int) (code, carets string) {
	before, marked, after := frameParts(at, width)
	indent, length := screen.StringWidth(before), max(1, screen.StringWidth(marked))
	return strings.TrimRight(before+marked+after, " "), strings.Repeat(" ", indent) + strings.Repeat("^", length)
}

// frameParts are what stands before the span, in it and behind it in the line of
// a place, cut to a width around the span.
func frameParts(at finding.Location, width int) (before, marked, after string) {
	row := cells(at.Line, at.Skipped)
	first, last := spanned(row, at)
	low, high := cut(row, first, last, width, at.Skipped > 0)
	end := max(first, min(last, high))
	before, marked, after = textOf(row[low:first]), textOf(row[first:end]), textOf(row[end:max(end, high)])
	if low > 0 || at.Skipped > 0 {
		before = ellipsis + before
	}
	if high < len(row) {
		after += ellipsis
	}
	return before, marked, after
}

// spanned gives the cells [first, last) that a span covers. It covers none if
// it is empty or behind the end of the line.
func spanned(row []cell, at finding.Location) (first, last int) {
	end := at.Span.End.Column
	if !at.Span.OneLine() {
		end = at.Skipped + utf8.RuneCountInString(at.Line) + 1
	}
	for i, c := range row {
		if c.column <= at.Span.Start.Column {
			first = i
		}
		if c.column < end {
			last = i + 1
		}
	}
	if at.Span.Start.Column > at.Skipped+utf8.RuneCountInString(at.Line) {
		first = len(row)
	}
	return first, max(first, last)
}

// cut chooses the cells [low, high) that fit into a width: from the start of
// the line if the span is seen there, else around the span, two thirds of the
// room from its start on.
func cut(row []cell, first, last, width int, skipped bool) (low, high int) {
	if !skipped && widthOf(row) <= width {
		return 0, len(row)
	}
	room := width - 2*len([]rune(ellipsis))
	if skipped || widthOf(row[:last]) > room {
		after := min(widthOf(row[first:]), room-room/3)
		low = first
		for before := 0; low > 0 && before+row[low-1].width <= room-after; low-- {
			before += row[low-1].width
		}
	}
	high = low
	for shown := 0; high < len(row) && shown+row[high].width <= room; high++ {
		shown += row[high].width
	}
	return low, high
}

// wrap breaks a text at spaces into lines no wider than width; a longer word
// has a line of its own.
func wrap(text string, width int) []string {
	var lines []string
	line, used := "", 0
	for word := range strings.FieldsSeq(text) {
		word = Printable(word)
		if used == 0 || used+1+screen.StringWidth(word) > width {
			word = startOfLine(word)
		}
		w := screen.StringWidth(word)
		if used > 0 && used+1+w > width {
			lines, line, used = append(lines, line), "", 0
		}
		if used > 0 {
			line, used = line+" ", used+1
		}
		line, used = line+word, used+w
	}
	return append(lines, line)
}
