package syntax

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// syntaxError reports why the library could not read on.
func (r *yamlReader) syntaxError(err error) {
	var cause *yaml.LoadError
	if !errors.As(err, &cause) {
		r.report(Invalid, r.cursor.offset, r.cursor.offset, "This is not valid YAML: "+err.Error())
		return
	}
	fault := yamlFault{message: cause.Message, context: cause.ContextMsg, source: r.cursor.source}
	fault.at = r.cursor.start + cause.Mark.Index // all that the library knows of an unreadable byte
	if cause.Mark.Line > 0 {
		fault.at = r.cursor.seek(cause.Mark.Line, cause.Mark.Column)
	}
	fault.opened = fault.at
	if cause.ContextMark.Line > 0 {
		fault.opened = r.cursor.seek(cause.ContextMark.Line, cause.ContextMark.Column)
	}
	if cause.Message == errTooDeep.Error() {
		r.tooDeep(fault.at)
		return
	}
	message, offset := fault.explain()
	offset = fault.visible(offset)
	r.report(Invalid, offset, offset+runeSize(fault.source[offset:]), message)
}

// yamlFault is an error of the library with its places as offsets.
type yamlFault struct {
	message, context string
	at               int // where the library gave up
	opened           int // where the construct began in which it did
	source           []byte
}

// explain says in plain words what is wrong, and where it is best mended.
func (f *yamlFault) explain() (message string, offset int) {
	switch {
	case strings.Contains(f.message, "tab"), f.next() == '\t':
		return "A tab is used for indentation; YAML takes spaces only", f.at
	case strings.HasPrefix(f.context, "while scanning a quoted scalar"):
		return f.explainQuoted()
	case strings.HasPrefix(f.context, "while scanning an a"), strings.HasPrefix(f.message, "unknown anchor"):
		return f.explainAnchor()
	case strings.Contains(f.context, "tag"), f.message == "found undefined tag handle":
		return "Text that begins with ! is read as a tag; put quotes around it", f.opened
	case strings.HasPrefix(f.context, "while scanning a block scalar"):
		return "Text follows | or > on the same line; begin it on the next line, or put quotes around the whole", f.opened
	case strings.HasPrefix(f.context, "while scanning a directive"):
		return "A line that begins with % is read as a directive; put quotes around the text", f.opened
	}
	return f.explainStructure()
}

func (f *yamlFault) explainQuoted() (message string, offset int) {
	switch f.message {
	case "found unexpected end of stream", "found unexpected document indicator":
		return "The quote that opens here is never closed", f.opened
	}
	return `A \ between double quotes begins an escape that YAML does not know; write \\, or use single quotes`, f.at
}

func (f *yamlFault) explainAnchor() (message string, offset int) {
	name, ok := strings.CutPrefix(f.message, "unknown anchor '")
	name = strings.TrimSuffix(name, "' referenced")
	if ok && !strings.ContainsAny(name, "*:") {
		return fmt.Sprintf("The alias *%s has no anchor &%s before it; put quotes around the text if it is no alias", name, name), f.opened
	}
	if f.opened < len(f.source) && f.source[f.opened] == '&' {
		return "Text that begins with & is read as an anchor; put quotes around it", f.opened
	}
	return "Text that begins with * is read as an alias; put quotes around it", f.opened
}

func (f *yamlFault) explainStructure() (message string, offset int) {
	switch f.message {
	case "mapping values are not allowed in this context":
		if before := f.lineBefore(); bytes.Contains(before, []byte(": ")) {
			return "The text holds a colon and a space, which begin a value; put quotes around the whole text", f.at
		}
		return "A key is not expected here; check the indentation of this line and of the one above", f.lineStart()
	case "found character that cannot start any token":
		return fmt.Sprintf("Text cannot begin with %c; put quotes around it", f.next()), f.at
	case "mapping keys are not allowed in this context":
		return "Text that begins with ? is read as a key; put quotes around it", f.at
	case "block sequence entries are not allowed in this context":
		return "A list item cannot begin here; put it on a line of its own, or put quotes around the text", f.at
	case "could not find expected ':'":
		return "A colon and a space are expected after this key; if it goes on from the line above, indent it", f.opened
	case "did not find expected ',' or ']'":
		return f.explainFlow("]")
	case "did not find expected ',' or '}'":
		return f.explainFlow("}")
	case "did not find expected node content":
		return "A value is expected here; put quotes around it if it is text", f.at
	}
	if closed := f.closedBefore(); closed != "" {
		return fmt.Sprintf("Text follows the closing %s; put quotes around the whole value", closed), f.at
	}
	return f.explainIndentation()
}

func (f *yamlFault) explainIndentation() (message string, offset int) {
	switch f.message {
	case "did not find expected key":
		return "A key is expected here; check the indentation of this line", f.at
	case "did not find expected '-' indicator":
		return `A list item that begins with "- " is expected here; check the indentation of this line`, f.at
	case "did not find expected <document start>":
		return "The document has ended before this text; check the indentation of this line", f.at
	}
	if strings.HasPrefix(f.message, "control characters are not allowed") {
		return "The file holds a control character, which YAML does not allow", f.at
	}
	return "This is not valid YAML: " + f.message, f.at
}

// explainFlow points at the bracket that is open, unless the fault is on its
// line, where it is rather a missing comma.
func (f *yamlFault) explainFlow(closing string) (message string, offset int) {
	if f.opened < f.at && bytes.IndexByte(f.source[f.opened:min(f.at, len(f.source))], '\n') < 0 {
		return fmt.Sprintf("A comma or %s is expected here", closing), f.at
	}
	return fmt.Sprintf("The bracket that opens here is not closed with %s, or a comma is missing after it", closing), f.opened
}

// next is the character at which the library gave up, or 0 at the end.
func (f *yamlFault) next() rune {
	if f.at >= len(f.source) {
		return 0
	}
	next, _ := utf8.DecodeRune(f.source[f.at:])
	return next
}

// lineBefore is the part of the line before the fault.
func (f *yamlFault) lineBefore() []byte {
	before := f.source[:f.at]
	return before[bytes.LastIndexAny(before, "\r\n")+1:]
}

// lineStart is the first character on the line of the fault.
func (f *yamlFault) lineStart() int {
	before := f.lineBefore()
	return f.at - len(bytes.TrimLeft(before, " \t"))
}

// closedBefore names the quote or bracket that ends just before the fault.
func (f *yamlFault) closedBefore() string {
	before := bytes.TrimRight(f.lineBefore(), " \t")
	if len(before) == 0 {
		return ""
	}
	switch before[len(before)-1] {
	case '"', '\'':
		return "quote"
	case ']', '}':
		return "bracket"
	}
	return ""
}

// visible moves an offset at the end of a line or of the text back to the last
// character that can be seen.
func (f *yamlFault) visible(offset int) int {
	offset = min(offset, len(f.source))
	if offset < len(f.source) && yamlBreak(f.source[offset:]) == 0 {
		return offset
	}
	before := bytes.TrimRight(f.source[:offset], " \t\r\n")
	if len(before) == 0 {
		return 0
	}
	_, size := utf8.DecodeLastRune(before)
	return len(before) - size
}
