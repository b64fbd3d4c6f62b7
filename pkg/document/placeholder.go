package document

import (
	"regexp"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/syntax"
)

// HasContent reports whether a value says something: a scalar that is neither
// blank nor a placeholder, or a list or map with such a scalar in it.
func HasContent(n *syntax.Node) bool {
	if n == nil {
		return false
	}
	if slices.ContainsFunc(n.Items, HasContent) {
		return true
	}
	for _, field := range n.Fields {
		if HasContent(field.Value) {
			return true
		}
	}
	return n.IsScalar() && !n.IsBlank() && !IsPlaceholder(n)
}

// IsPlaceholder reports whether a scalar stands for a value still to be
// written: TBD, TODO, N/A, [More Information Needed], {{ template }}, $ANSWER,
// <angle brackets>. Blank is not a placeholder but no value at all.
func IsPlaceholder(n *syntax.Node) bool {
	return n.Kind == syntax.String && isPlaceholder(n.Scalar)
}

func isPlaceholder(text string) bool {
	text = strings.TrimSpace(text)
	if text == "" {
		return false
	}
	words := strings.Trim(text, "*_`\"'. ")
	return words == "" || len(words) <= 120 && opensPlaceholder(words) && placeholders.MatchString(words)
}

// opensPlaceholder tells at a glance most texts that are no placeholder, since
// every text of every document is asked.
func opensPlaceholder(text string) bool {
	if openingMarks[text[0]] {
		return true
	}
	return slices.ContainsFunc(openings[text[0]|0x20], func(opening string) bool { // 0x20 makes a letter small
		return len(text) >= len(opening) && strings.EqualFold(text[:len(opening)], opening)
	})
}

var (
	openingMarks = map[byte]bool{'[': true, '?': true, '-': true, '$': true, '<': true, '{': true, "—"[0]: true}
	openings     = map[byte][]string{
		't': {"tb", "to do", "todo", "to be "}, 'f': {"fix", "fill "}, 'n': {"n/", "na", "n."}, 'x': {"xxx"}, 'c': {"coming "},
		'p': {"placeholder", "pending"}, 'i': {"insert "}, 'y': {"your ", "yyyy"}, 'l': {"lorem "}, 'm': {"more "},
	}
)

// placeholders match a whole text. Words and forms seen in real documents.
var placeholders = regexp.MustCompile(`(?i)^(?:` + strings.Join([]string{
	`tb[dacs]`, `to ?do`, `fix ?me`, `n/?\.?a`, `x{3,}`, `\?+`, `-+`, `—|–`, `…`,
	`tb[dac] ?[:(\-–—].*`, `todo ?[:(\-–—].*`, `fixme ?[:(\-–—].*`,
	`to be (?:determined|defined|added|announced|completed|confirmed|decided|done|filled(?: in)?|provided|updated|written)`,
	`(?:coming soon|placeholder|pending|fill (?:me |this )?in|insert .{1,60} here|your .{1,40} here|lorem ipsum.*)`,
	`\[?more information needed\]?`, `\[\pL[^\[\]]+\]`,
	`\{\{.*\}\}`, `\{%.*%\}`, `\$\{?[A-Z][A-Z0-9_]*\}?`, `<[^<>]+>`, `yyyy-mm-dd`,
}, "|") + `)$`)
