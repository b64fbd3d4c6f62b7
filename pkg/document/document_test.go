package document

import (
	"slices"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/syntax"
)

var text = syntax.NewText("a.yaml", []byte("text"))

func scalar(kind syntax.Kind, value string) *syntax.Node {
	n := syntax.NewNode(kind, text, 0, 0)
	n.Scalar = value
	return n
}

func list(items ...*syntax.Node) *syntax.Node {
	n := syntax.NewNode(syntax.List, text, 0, 4)
	n.Items = items
	return n
}

// object is a Map with the fields given as keys and values in turn.
func object(fields ...any) *syntax.Node {
	n := syntax.NewNode(syntax.Map, text, 0, 4)
	for pair := range slices.Chunk(fields, 2) {
		n.Set(pair[0].(string), nil, pair[1].(*syntax.Node)) //nolint:forcetypeassert // of this file
	}
	return n
}

func str(value string) *syntax.Node { return scalar(syntax.String, value) }

func TestOnlyTextIsAPlaceholder(t *testing.T) {
	if !IsPlaceholder(str("TBD")) || IsPlaceholder(scalar(syntax.Number, "-")) || IsPlaceholder(list(str("TBD"))) {
		t.Error("a placeholder is text that stands for a value, and nothing else")
	}
}

func TestHasContent(t *testing.T) {
	for name, test := range map[string]struct {
		n    *syntax.Node
		want bool
	}{
		"nothing":              {nil, false},
		"null":                 {scalar(syntax.Null, "~"), false},
		"blank":                {str(" \t"), false},
		"placeholder":          {str("TBD"), false},
		"text":                 {str("x"), true},
		"zero":                 {scalar(syntax.Number, "0"), true},
		"false":                {scalar(syntax.Bool, "false"), true},
		"empty list":           {list(), false},
		"empty map":            {object(), false},
		"list of placeholders": {list(str("TBD"), str("")), false},
		"list with text":       {list(str("TBD"), str("x")), true},
		"deep placeholder":     {object("a", list(object("b", str("TODO")))), false},
		"deep text":            {object("a", list(object("b", str("TODO"), "c", str("x")))), true},
	} {
		if got := HasContent(test.n); got != test.want {
			t.Errorf("%s: HasContent %t, want %t", name, got, test.want)
		}
	}
}

func TestPatternCovers(t *testing.T) {
	path := syntax.Path{syntax.Key("evaluation"), syntax.Index(2), syntax.Key("threshold")}
	for pattern, want := range map[Pattern]bool{
		"evaluation":                 true,
		"evaluation.*":               true,
		"evaluation.*.threshold":     true,
		"*.*.*":                      true,
		"evaluation.*.threshold.low": false,
		"evaluation.*.metric":        false,
		"evaluation.threshold":       false,
		"evaluation.2":               true,
		"evaluation.1":               false,
		"metadata":                   false,
		"eval":                       false,
	} {
		if got := pattern.Covers(path); got != want {
			t.Errorf("%s covers %s: %t, want %t", pattern, path, got, want)
		}
	}
	if Pattern("metadata.approved").Covers(syntax.Keys("metadata")) {
		t.Error("a pattern covers what stands above it")
	}
}

func TestPatternGeneric(t *testing.T) {
	path := syntax.Path{syntax.Key("risks"), syntax.Index(2), syntax.Key("owner")}
	if got := PatternOf(path); got != "risks.*.owner" || !got.Covers(path) {
		t.Errorf("the pattern of %s is %s", path, got)
	}
	if got := Pattern("risks.2.actions.0").Generic(); got != "risks.*.actions.*" {
		t.Errorf("generic %s", got)
	}
}

func TestPatternMatches(t *testing.T) {
	tree := syntax.Parse(syntax.NewText("f.yaml", []byte("a: [{b: 1}, {c: 2}, {b: 3}]\nd: {e: {b: 4}}\n")), syntax.YAML, syntax.DefaultLimits())
	for pattern, want := range map[Pattern]string{
		"a": "a", "a.*.b": "a[0].b a[2].b", "a.1": "a[1]", "a.1.b": "", "a.7": "", "*.*.b": "a[0].b a[2].b d.e.b", "x.y": "",
	} {
		var got []string
		for _, path := range pattern.Matches(tree.Values[0]) {
			got = append(got, path.String())
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s matches %q, want %q", pattern, got, want)
		}
	}
}

func TestState(t *testing.T) {
	d := &Document{
		Inexpressible: []Pattern{"metadata.approved", "risks.*.system"},
		Root: object(
			"metadata", object("id", str("x"), "title", str("TBD"), "owner", str(""), "approved", object()),
			"risks", list(object("system", str("y")), object("id", str("TODO"))),
			"tags", list(str("TBD")), "empty", list(), "none", scalar(syntax.Null, ""),
		),
	}
	risk := func(i int, key string) syntax.Path {
		return syntax.Path{syntax.Key("risks"), syntax.Index(i), syntax.Key(key)}
	}
	for _, test := range []struct {
		path syntax.Path
		want FieldState
	}{
		{syntax.Keys("metadata", "id"), Present},
		{syntax.Keys("metadata", "title"), Placeholder},
		{syntax.Keys("metadata", "owner"), Absent},
		{syntax.Keys("metadata", "nothing"), Absent},
		{syntax.Keys("metadata", "approved"), NotExpressed},
		{syntax.Keys("metadata", "approved", "by"), NotExpressed},
		{syntax.Keys("metadata"), Present},
		{syntax.Keys("tags"), Placeholder},
		{syntax.Keys("empty"), Absent},
		{syntax.Keys("none"), Absent},
		{risk(0, "system"), Present},
		{risk(1, "system"), NotExpressed},
		{risk(1, "id"), Placeholder},
		{risk(7, "id"), Absent},
	} {
		if got := d.State(test.path); got != test.want {
			t.Errorf("%s is %s, want %s", test.path, got, test.want)
		}
	}
	if d.ID() != "x" || d.Title() != "" {
		t.Errorf("id %q and title %q, want x and nothing for a placeholder", d.ID(), d.Title())
	}
	if empty := (&Document{Root: object("metadata", list())}); empty.ID() != "" {
		t.Errorf("id %q of a document without one", empty.ID())
	}
}

func TestKinds(t *testing.T) {
	for _, kind := range Kinds() {
		if !IsKind(kind) {
			t.Errorf("%s is not known", kind)
		}
	}
	if IsKind("") || IsKind("Model-Card") {
		t.Error("an unknown kind is known")
	}
}
