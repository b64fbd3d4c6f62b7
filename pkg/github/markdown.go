package github

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/aimslint/aimslint/pkg/report"
)

// reference is what GitHub takes for an issue, besides what [report.Markdown]
// breaks.
var reference = regexp.MustCompile(`\b([gG][hH]-)(\d)`)

// zeroWidthSpace keeps apart what GitHub would link or notify people about.
const zeroWidthSpace = "&#8203;"

// escape makes a text from a document fit for a line of Markdown: it is shown
// as it is, and neither formats, links, loads nor mentions anything.
func escape(text string) string {
	return reference.ReplaceAllString(report.Markdown(text), "${1}"+zeroWidthSpace+"${2}")
}

// code is a text in the font of code, where nobody is mentioned, so that a copy
// of it holds nothing else.
func code(text string) string {
	return "<code>" + strings.ReplaceAll(report.Markdown(text), zeroWidthSpace, "") + "</code>"
}

// clip shortens a text to at most so many bytes.
func clip(text string, most int) string {
	const ellipsis = "…"
	if len(text) <= most {
		return text
	}
	cut := most - len(ellipsis)
	for cut > 0 && !utf8.RuneStart(text[cut]) {
		cut--
	}
	return text[:cut] + ellipsis
}

// link is the address of a line of a file at a commit.
func link(server, repository, sha, file string, line int) string {
	return fmt.Sprintf("%s/%s/blob/%s/%s#L%d", server, repository, sha, pathEscape(file), line)
}

// pathEscape escapes a path for a URL, but for its slashes, so that nothing in
// it ends a link in Markdown.
func pathEscape(file string) string {
	steps := strings.Split(file, "/")
	for i, step := range steps {
		steps[i] = strings.NewReplacer("(", "%28", ")", "%29", "*", "%2A", "_", "%5F", "!", "%21", "~", "%7E", "'", "%27").Replace(url.PathEscape(step))
	}
	return strings.Join(steps, "/")
}
