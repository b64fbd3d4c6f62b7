package binding

import (
	"strconv"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// shortened is a text that fits into a message.
func shortened(text string) string {
	const most = 60
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

// name is a path, identifier or number in a message, free of control
// characters.
func name(text string) string {
	quoted := strconv.Quote(text)
	return quoted[1 : len(quoted)-1]
}

// code is a key in a message.
func code(key string) string { return "`" + name(shortened(key)) + "`" }

// shown is a scalar in a message.
func shown(kind syntax.Kind, text string) string {
	text = shortened(strings.TrimSpace(text))
	if _, numeric := parseNumber(text); numeric || kind == syntax.Number || kind == syntax.Bool {
		return name(text)
	}
	return strconv.Quote(text)
}

// subject names the field that has to agree, and the entry in which it stands.
func (o occurrence) subject() string {
	for _, key := range []string{"id", "metric", "name", "characteristic", "what"} {
		if n := o.parent.Get(key); n != nil && n.IsScalar() && document.HasContent(n) {
			return code(o.Sibling) + " of " + name(shortened(n.Scalar))
		}
	}
	return code(o.Sibling)
}
