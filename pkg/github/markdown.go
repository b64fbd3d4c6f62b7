package github

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/aimslint/aimslint/pkg/report"
)

// markup are the characters and beginnings that Markdown, HTML and GitHub's
// autolinks give a meaning to (https://github.github.com/gfm/).
var markup = strings.NewReplacer(
	"&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\\", "&#92;", "`", "&#96;", "*", "&#42;", "_", "&#95;",
	"[", "&#91;", "]", "&#93;", "!", "&#33;", "|", "&#124;", "~", "&#126;", "$", "&#36;", "://", "&#58;//", "www.", "www&#46;",
)

// mention is what notifies people or leaves a trace in other threads, @name,
// #12 and GH-12. GitHub looks for it in the text that Markdown has become, so
// that only a zero-width space within breaks it.
var mention = regexp.MustCompile(`(@)(\w)|(#|\b[gG][hH]-)(\d)`)

const unmentioned = "$1$3\u200b$2$4"

// escape makes a text from a document fit for a line of Markdown: it is shown
// as it is, and neither formats, links, loads nor mentions anything.
func escape(text string) string {
	return markup.Replace(mention.ReplaceAllString(report.Printable(text), unmentioned))
}

// code is a text in the font of code, where nobody is mentioned.
func code(text string) string {
	return "<code>" + markup.Replace(report.Printable(text)) + "</code>"
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
