package syntax

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// yamlCursor turns the library's lines and columns into byte offsets. Nodes
// come in the order of the text, so it only ever walks on.
type yamlCursor struct {
	source       []byte // up to the end of the stream
	start        int    // of the stream
	offset       int
	line, column int
}

func (c *yamlCursor) rewind() {
	c.offset, c.line, c.column = c.start, 1, 1
	if bytes.HasPrefix(c.source[c.start:], byteOrderMark) {
		c.offset += len(byteOrderMark)
	}
}

// seek is the byte offset of a 1-based line and column in code points.
func (c *yamlCursor) seek(line, column int) int {
	if line < c.line || line == c.line && column < c.column {
		c.rewind()
	}
	for c.offset < len(c.source) && (c.line < line || c.line == line && c.column < column) {
		if size := yamlBreak(c.source[c.offset:]); size > 0 {
			c.offset += size
			c.line++
			c.column = 1
			continue
		}
		c.offset += runeSize(c.source[c.offset:])
		c.column++
	}
	return c.offset
}

func runeSize(text []byte) int {
	if text[0] < utf8.RuneSelf {
		return 1
	}
	_, size := utf8.DecodeRune(text)
	return size
}

// yamlBreak is the length of the line break at the head of a text, or 0. The
// library reads those of YAML 1.1, which are more than a line feed.
func yamlBreak[T string | []byte](text T) int {
	switch text[0] {
	case '\n':
		return 1
	case '\r':
		if len(text) > 1 && text[1] == '\n' {
			return 2
		}
		return 1
	case 0xC2:
		if len(text) > 1 && text[1] == 0x85 {
			return 2
		}
	case 0xE2:
		if len(text) > 2 && text[1] == 0x80 && (text[2] == 0xA8 || text[2] == 0xA9) {
			return 3
		}
	}
	return 0
}

// skipSpace is the offset of the first byte at or after i that is neither
// white space, nor within a comment, nor one of the given bytes.
func (c *yamlCursor) skipSpace(i int, also string) int {
	for i < len(c.source) {
		size := blankSize(c.source[i:])
		switch {
		case size > 0:
			i += size
		case strings.IndexByte(also, c.source[i]) >= 0:
			i++
		case c.source[i] == '#':
			i = c.lineEnd(i)
		default:
			return i
		}
	}
	return i
}

// lineEnd is the offset of the first line break at or after i.
func (c *yamlCursor) lineEnd(i int) int {
	for i < len(c.source) && yamlBreak(c.source[i:]) == 0 {
		i++
	}
	return i
}

// skipProperties is where a node's content begins, after its anchor and tag.
func (r *yamlReader) skipProperties(n *yaml.Node, start int) int {
	if n.Kind == yaml.AliasNode || n.Anchor == "" && n.Style&yaml.TaggedStyle == 0 && n.Tag != "!" {
		return start
	}
	source, i := r.cursor.source, start
	for i < len(source) && (source[i] == '&' || source[i] == '!') {
		if bytes.HasPrefix(source[i:], []byte("!<")) {
			i += bytes.IndexByte(append(source[i:len(source):len(source)], '>'), '>')
		}
		for i < len(source) && !strings.ContainsRune(" \t\r\n,[]{}", rune(source[i])) {
			i++
		}
		if n.Value == "" && n.Kind == yaml.ScalarNode && n.Style&scalarQuotes == 0 {
			return i
		}
		i = r.cursor.skipSpace(i, "")
	}
	return i
}

// collectionEnd is where a list or a map ends whose last part ends at last.
func (r *yamlReader) collectionEnd(n *yaml.Node, start, last int, closing byte) int {
	source := r.cursor.source
	last = min(last, len(source))
	opening := closing - 2 // in ASCII
	if n.Style&yaml.FlowStyle == 0 || start >= len(source) || source[start] != opening {
		return last
	}
	if n.Kind == yaml.MappingNode && len(n.Content) > 0 && n.Content[0].Line == n.Line && n.Content[0].Column == n.Column {
		return last // the one pair of [{a: 1}: b], which has no braces of its own
	}
	i := r.cursor.skipSpace(max(last, start+1), ",?:")
	if i < len(source) && source[i] == closing {
		return i + 1
	}
	return last
}

// scalarEnd is where the scalar ends whose content begins at start.
func (r *yamlReader) scalarEnd(n *yaml.Node, start, block int) int {
	switch {
	case n.Style&yaml.DoubleQuotedStyle != 0:
		return r.doubleQuotedEnd(start)
	case n.Style&yaml.SingleQuotedStyle != 0:
		return r.singleQuotedEnd(start)
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return r.blockScalarEnd(n, start, block)
	}
	return r.plainEnd(n.Value, start)
}

func (r *yamlReader) doubleQuotedEnd(start int) int {
	source := r.cursor.source
	for i := start + 1; i < len(source); i++ {
		switch source[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(source)
}

func (r *yamlReader) singleQuotedEnd(start int) int {
	source := r.cursor.source
	for i := start + 1; i < len(source); i++ {
		if source[i] != '\'' {
			continue
		}
		if i+1 == len(source) || source[i+1] != '\'' {
			return i + 1
		}
		i++
	}
	return len(source)
}

// plainEnd follows the value through the text. The two differ only in white
// space, since the lines of a plain scalar are folded.
func (r *yamlReader) plainEnd(value string, start int) int {
	source := r.cursor.source
	if strings.HasPrefix(string(source[start:min(start+len(value), len(source))]), value) {
		return start + len(value)
	}
	i := start
	for j := 0; j < len(value); {
		if size := blankSize(value[j:]); size > 0 {
			j += size
			for i < len(source) && blankSize(source[i:]) > 0 {
				i += blankSize(source[i:])
			}
			continue
		}
		if i >= len(source) || source[i] != value[j] {
			return i
		}
		i++
		j++
	}
	return i
}

// blankSize is the length of the space, tab or line break at the head of a
// text, or 0.
func blankSize[T string | []byte](text T) int {
	if text[0] == ' ' || text[0] == '\t' {
		return 1
	}
	return yamlBreak(text)
}

// blockScalarEnd is the end of the last line on which a block scalar has
// content, or else of its header.
func (r *yamlReader) blockScalarEnd(n *yaml.Node, start, block int) int {
	source := r.cursor.source
	end, indent := start, -1
	for end < len(source) && strings.IndexByte("|>+-0123456789", source[end]) >= 0 {
		if digit := source[end]; '1' <= digit && digit <= '9' {
			indent = int(digit-'0') + r.indentation(block)
		}
		end++
	}
	if strings.Trim(n.Value, " \t\r\n") == "" {
		return end
	}
	for i := r.cursor.lineEnd(end); i < len(source); {
		line := i + yamlBreak(source[i:])
		i = r.cursor.lineEnd(line)
		content := bytes.TrimLeft(source[line:i], " ")
		if len(bytes.TrimLeft(content, "\t")) == 0 {
			continue
		}
		spaces := i - line - len(content)
		if indent < 0 {
			indent = spaces
		}
		if spaces < indent {
			break
		}
		end = i
	}
	return end
}

// indentation is how far the block collection at an offset is indented.
func (r *yamlReader) indentation(block int) int {
	if block < 0 {
		return 0
	}
	before := r.cursor.source[r.cursor.start:block]
	return utf8.RuneCount(before[bytes.LastIndexAny(before, "\r\n")+1:])
}
