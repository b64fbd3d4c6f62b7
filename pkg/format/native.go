package format

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// UnknownKind is the rule that a document breaks which is written as a native
// one but states no kind, or one that is not known.
const UnknownKind = "format/unknown-kind"

const nativeName = "native"

// native is the project's own format: a Map that states its `kind`.
var native = nativeOf(document.Kinds())

// nativeOf is the native format for some kinds.
func nativeOf(known kinds) *Format {
	return &Format{
		Name:      nativeName,
		Title:     "Native document",
		Kinds:     known,
		Languages: []syntax.Language{syntax.YAML, syntax.JSON},
		Nominate:  known.nominate,
		Read:      known.read,
	}
}

// withKinds are formats, the native one for kinds of the users' own too.
func withKinds(formats []*Format, own []string) []*Format {
	if len(own) == 0 {
		return formats
	}
	formats = slices.Clone(formats)
	for i, f := range formats {
		if f == native {
			formats[i] = nativeOf(append(document.Kinds(), own...))
		}
	}
	return formats
}

// kinds are those that native documents may be of.
type kinds []string

func (known kinds) has(kind string) bool { return slices.Contains(known, kind) }

// nominate looks for a file named after a kind, or for a `kind` that is
// one of ours or nearly so.
func (known kinds) nominate(file string, content []byte) bool {
	base := path.Base(file)
	if known.has(strings.TrimSuffix(base, path.Ext(base))) {
		return true
	}
	rest := content
	for range maxKinds {
		i := bytes.Index(rest, []byte("kind"))
		if i < 0 {
			return false
		}
		rest = rest[i+len("kind"):]
		if stated := statedKind().FindSubmatch(rest[:min(len(rest), 200)]); stated != nil && known.nearest(string(stated[1])) != "" {
			return true
		}
	}
	return true // too many to look at; reading decides
}

// maxKinds bounds how often a text is searched for a kind.
const maxKinds = 50_000

// statedKind is what may follow the letters of the key: its closing quote, the
// colon, and before the value an anchor, a tag or a block indicator.
var statedKind = lazily(`^["']?\s{0,8}:(?:\s+[&!]\S*)*(?:\s+[|>][-+0-9]*)?\s*["']?([A-Za-z0-9_/ .-]{1,40})`)

// read reads every document of the file. One that is written beside
// native documents but is none is never dropped in silence.
func (known kinds) read(tree *syntax.Tree) Reading {
	var values []*syntax.Node
	for _, value := range tree.Values {
		if slices.ContainsFunc(value.Items, func(item *syntax.Node) bool { return item.Get("kind") != nil }) {
			values = append(values, value.Items...)
		} else {
			values = append(values, value)
		}
	}
	var reading Reading
	for i, value := range values {
		if kind := value.Get("kind"); known.isNative(kind) {
			reading.Documents = append(reading.Documents, &document.Document{
				Kind: kind.Scalar, Format: nativeName, File: tree.Text.File, Index: i, Root: value,
			})
		}
	}
	for i, value := range values {
		if message := known.unknown(value, i, len(reading.Documents) > 0); message != "" {
			reading.Problems = append(reading.Problems, problemAt(value, syntax.Keys("kind"), UnknownKind, message))
		}
	}
	if len(reading.Documents)+len(reading.Problems) == 0 {
		reading.Rejection = "it states no `kind` that is known: " + strings.Join(known, ", ")
	}
	return reading
}

func (known kinds) isNative(kind *syntax.Node) bool {
	return kind != nil && kind.Kind == syntax.String && known.has(kind.Scalar)
}

// unknown is the objection to a document that is not native: to a kind
// that is nearly known in any case, to any other only beside native ones. A
// resource with an apiVersion is somebody else's.
func (known kinds) unknown(value *syntax.Node, index int, besideNative bool) string {
	kind := value.Get("kind")
	stated := ""
	if kind != nil && kind.IsScalar() {
		stated = strings.TrimSpace(kind.Scalar)
	}
	nearest := known.nearest(stated)
	switch {
	case value.IsBlank(), known.isNative(kind), value.Get("apiVersion") != nil, nearest == "" && !besideNative:
		return ""
	case value.Kind != syntax.Map:
		return fmt.Sprintf("Document %d of this file is %s; expected is a map with a `kind`", index+1, value.Kind)
	case kind == nil:
		return fmt.Sprintf("Document %d of this file states no kind; known are %s", index+1, strings.Join(known, ", "))
	case nearest != "" && strings.Contains(stated, "/"):
		return fmt.Sprintf("The kind %q is not known; version 1, the only one, is written %q", stated, nearest)
	case nearest != "":
		return fmt.Sprintf("The kind %q is not known; did you mean %q?", stated, nearest)
	}
	return fmt.Sprintf("The kind of document %d of this file is not known; known are %s", index+1, strings.Join(known, ", "))
}

// nearest is the known kind that a text states, misspells or gives a
// version of, or "".
func (known kinds) nearest(stated string) string {
	name, _, _ := strings.Cut(stated, "/")
	name = strings.Join(nameWords(name), "-")
	for _, kind := range known {
		if levenshtein.ComputeDistance(name, kind) <= 2 {
			return kind
		}
	}
	return ""
}

// problemAt is a problem at the value that a path leads to, or at the nearest
// ancestor that exists.
func problemAt(root *syntax.Node, p syntax.Path, rule, message string) syntax.Problem {
	text, span := root.Locate(p)
	return syntax.Problem{Rule: rule, Message: message, Text: text, Span: span}
}
