package report

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"sync"
	"unicode/utf8"
)

//go:embed html/report.gohtml html/report.css html/start.js html/report.js
var htmlFiles embed.FS

// htmlAssets are the parts of a page that are the same in each.
type htmlAssets struct {
	page *template.Template
	// Style, Start and Script are written into the page, Policy lets nothing else
	// run or be fetched.
	Style         template.CSS
	Start, Script template.JS
	Policy        string
}

var loadHTML = sync.OnceValues(func() (*htmlAssets, error) {
	page, err := template.ParseFS(htmlFiles, "html/report.gohtml")
	if err != nil {
		return nil, err
	}
	assets := &htmlAssets{page: page}
	read := func(name string) string {
		content, failed := htmlFiles.ReadFile("html/" + name)
		if failed != nil {
			err = failed
		}
		return string(content)
	}
	assets.Style = template.CSS(read("report.css"))                                             //nolint:gosec // no text of a document is in it
	assets.Start, assets.Script = template.JS(read("start.js")), template.JS(read("report.js")) //nolint:gosec // nor in them
	assets.Policy = "default-src 'none'; style-src " + cspHash(string(assets.Style)) +
		"; script-src " + cspHash(string(assets.Start)) + " " + cspHash(string(assets.Script)) + "; base-uri 'none'; form-action 'none'"
	return assets, err
})

// cspHash is how a Content Security Policy names a text that may stand in a page.
func cspHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// writeHTML writes one page that needs nothing else: for people, on a screen or
// printed. Without scripts it is one long page whose links work.
func writeHTML(w io.Writer, run *Run, _ Options) error {
	if run.Assessment == nil {
		return errUnassessed
	}
	assets, err := loadHTML()
	if err != nil {
		return err
	}
	out := &inertWriter{w: bufio.NewWriter(w)}
	if err := assets.page.Execute(out, htmlPage{htmlAssets: assets, htmlContent: htmlContentOf(run)}); err != nil {
		return err
	}
	return out.flush()
}

// inertWriter writes a page as [inert] makes it, line by line.
type inertWriter struct {
	w    *bufio.Writer
	line []byte // that has not ended
}

// Write implements io.Writer.
func (out *inertWriter) Write(content []byte) (int, error) {
	end := bytes.LastIndexByte(content, '\n') + 1
	out.line = append(out.line, content[:end]...)
	if end > 0 {
		if _, err := out.w.Write(inert(out.line)); err != nil {
			return 0, err
		}
		out.line = out.line[:0]
	}
	out.line = append(out.line, content[end:]...)
	return len(content), nil
}

func (out *inertWriter) flush() error {
	if _, err := out.w.Write(inert(out.line)); err != nil {
		return err
	}
	return out.w.Flush()
}

// htmlPage is all that the template shows.
type htmlPage struct {
	*htmlAssets
	*htmlContent
}

// inert is a page in which what could deceive its reader, or steer the terminal or
// the CI system that it is printed to, is shown instead: see [Printable]. The
// texts of the page have been made so one by one; this holds for all others too.
func inert(page []byte) []byte {
	var out []byte
	done := 0
	for i := 0; i < len(page); {
		r, size := utf8.DecodeRune(page[i:])
		shown := ""
		switch {
		case r == '#' && ciCommandHere.Match(page[i:]):
			shown = `#\x23`
			size = len("##")
		case r == '\n' || r >= ' ' && r <= '~':
		case r == utf8.RuneError && size == 1:
			shown = Printable(string(page[i : i+1]))
		case visible(r) != string(r):
			shown = visible(r)
		}
		if shown != "" {
			out = append(append(out, page[done:i]...), shown...)
			done = i + size
		}
		i += size
	}
	if done == 0 {
		return page
	}
	return append(out, page[done:]...)
}
