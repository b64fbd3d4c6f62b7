package syntax

import (
	"bytes"
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	markdown "github.com/yuin/goldmark/text"
)

// Comments are the comments of a YAML or Markdown text that hold some words, in
// their order: after # in YAML and in front matter, between <!-- and --> in the
// body of a Markdown file. Each is a String without its marks, at the place of the
// comment with them. What looks like a comment within a value, or within code, is
// none. JSON and CSV have no comments.
func (t *Tree) Comments(words string) []*Node {
	if words == "" || !bytes.Contains(t.Text.Bytes, []byte(words)) {
		return nil
	}
	var found []*Node
	switch t.Language {
	case YAML:
		found = t.yamlComments(words, len(t.Text.Bytes))
	case Markdown:
		if len(t.Values) > 0 {
			found = t.yamlComments(words, t.body)
		}
		for _, c := range t.comments {
			if strings.Contains(c.Scalar, words) {
				found = append(found, c)
			}
		}
	}
	return found
}

// yamlComments are those of the YAML that ends before an offset. Beyond a syntax
// error nobody can tell what is one.
func (t *Tree) yamlComments(words string, end int) []*Node {
	if slices.ContainsFunc(t.Problems, func(p Problem) bool { return p.Rule == Invalid }) {
		if end = 0; len(t.Values) > 0 {
			_, end = t.Values[len(t.Values)-1].Offsets()
		}
	}
	content := t.Text.Bytes[:end]
	covered := hashes(t.Values)
	var found []*Node
	for from := 0; ; {
		at := bytes.Index(content[from:], []byte(words))
		if at < 0 {
			return found
		}
		line := t.Text.Position(from + at).Line
		start, stop := t.Text.lineStart(line), t.Text.lineEnd(line)
		mark := commentMark(content, start, min(stop, end), covered)
		if mark >= 0 && bytes.Contains(t.Text.Bytes[mark:stop], []byte(words)) {
			said := bytes.ToValidUTF8(bytes.TrimSpace(t.Text.Bytes[mark+1:stop]), []byte("\uFFFD"))
			found = append(found, NewString(string(said), t.Text, mark, stop))
		}
		from = min(max(stop, from+at+1), end)
	}
}

// commentMark is the offset of the # that begins a comment in the bytes [start,
// end) of a line, or -1.
func commentMark(content []byte, start, end int, covered []stretch) int {
	for i := start; i < end; i++ {
		if content[i] == '#' && (i == start || content[i-1] == ' ' || content[i-1] == '\t') && !covers(covered, i) {
			return i
		}
	}
	return -1
}

// stretch are the bytes [start, end).
type stretch struct{ start, end int }

// covers reports whether an offset lies within one of the stretches, which are in
// order and do not overlap.
func covers(stretches []stretch, at int) bool {
	i, found := slices.BinarySearchFunc(stretches, at, func(s stretch, at int) int { return cmp.Compare(s.start, at) })
	return found || i > 0 && at < stretches[i-1].end
}

// hashes are the stretches of the scalars, keys among them, that hold a #.
func hashes(values []*Node) []stretch {
	var found []stretch
	seen := map[*Node]bool{} // what aliases repeat
	var visit func(n *Node)
	visit = func(n *Node) {
		if n.IsScalar() {
			if start, end := n.Offsets(); bytes.IndexByte(n.text.Bytes[start:end], '#') >= 0 {
				found = append(found, stretch{start, end})
			}
			return
		}
		if seen[n] {
			return
		}
		seen[n] = true
		for _, item := range n.Items {
			visit(item)
		}
		for _, f := range n.Fields {
			visit(f.Key)
			visit(f.Value)
		}
	}
	for _, n := range values {
		visit(n)
	}
	slices.SortFunc(found, func(a, b stretch) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end)) })
	return slices.Compact(found)
}

var htmlComment = regexp.MustCompile(`(?s)<!--(.*?)-->`)

// htmlComments are the comments in the raw HTML of a Markdown body that begins at
// an offset of the text. The walk keeps no stack, since emphasis may be nested
// without limit.
func htmlComments(root ast.Node, text *Text, body int) []*Node {
	source := text.Bytes[body:]
	if !bytes.Contains(source, []byte("<!--")) {
		return nil
	}
	var found []*Node
	take := func(segments *markdown.Segments, closing markdown.Segment) {
		if segments == nil || segments.Len() == 0 {
			return
		}
		start, end := segments.At(0).Start, max(segments.At(segments.Len()-1).Stop, closing.Stop)
		for _, m := range htmlComment.FindAllSubmatchIndex(source[start:end], -1) {
			said := bytes.Join(bytes.Fields(source[start+m[2]:start+m[3]]), []byte(" "))
			found = append(found, NewString(string(bytes.ToValidUTF8(said, []byte("\uFFFD"))), text, body+start+m[0], body+start+m[1]))
		}
	}
	for node := root; node != nil; {
		switch n := node.(type) {
		case *ast.HTMLBlock:
			take(n.Lines(), n.ClosureLine)
		case *ast.RawHTML:
			take(n.Segments, markdown.Segment{})
		}
		next := node.FirstChild()
		for ; next == nil && node != nil && node != root; node = node.Parent() {
			next = node.NextSibling()
		}
		node = next
	}
	return found
}
