package document

import (
	"strings"
	"testing"
	"unicode/utf8"
)

var (
	placeholderTexts = []string{
		"TBD", "tba", "TBC.", "**TBD**", "to do", "TODO", "fix me", "FIXME", "N/A", "n.a.", "NA", "xxx", "???", "?", "-", "---", "—", "–", "…",
		"...", "`...`", "_", "TBD - see the wiki", "TODO: ask", "fixme (later)", "To be determined", "to be filled in", "coming soon",
		"Placeholder", "pending", "fill me in", "fill in", "insert the name here", "your name here", "Lorem ipsum dolor",
		"[More Information Needed]", "more information needed", "[TBD]", "[needs review]", "[add text]", "[insert x]", "[your team]", "[fill this]",
		"{{ owner }}", "{% block %}", "$OWNER", "${OWNER}", "<name>", "YYYY-MM-DD",
	}
	otherTexts = []string{
		"", " ", "none", "no", "0", "A", "t", "x", "xx", "tbsp", "to be or not to be", "native", "names", "pending the audit of May", "internal",
		"insert a catheter", "your data", "[1]", "[see the manual](x.md)", "$5", "<5 % of <all>", "{a: b}", "-1", "more information", "2026-03-02",
		strings.Repeat("TODO: ", 40),
	}
)

func TestIsPlaceholder(t *testing.T) {
	for _, text := range placeholderTexts {
		if !isPlaceholder(text) || !isPlaceholder(" "+text+"\n") {
			t.Errorf("%q is a placeholder", text)
		}
	}
	for _, text := range otherTexts {
		if isPlaceholder(text) {
			t.Errorf("%q is no placeholder", text)
		}
	}
}

// The glance must never turn down what the pattern would match.
func FuzzOpensPlaceholder(f *testing.F) {
	for _, text := range append(placeholderTexts, otherTexts...) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if text != "" && utf8.ValidString(text) && placeholders.MatchString(text) && !opensPlaceholder(text) {
			t.Errorf("%q", text)
		}
	})
}
