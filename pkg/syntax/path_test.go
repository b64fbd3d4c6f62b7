package syntax

import "testing"

func TestPathString(t *testing.T) {
	for _, c := range []struct {
		path          Path
		text, pointer string
	}{
		{nil, "", ""},
		{at("risks", 2, "likelihood"), "risks[2].likelihood", "/risks/2/likelihood"},
		{at(0, "a"), "[0].a", "/0/a"},
		{at("a", 0, 1), "a[0][1]", "/a/0/1"},
		{at("a/b", "c~d"), "a/b.c~d", "/a~1b/c~0d"},
		{at("", "a"), `[""].a`, "//a"},
		{at("models", "v1.2", "Intended use"), `models["v1.2"].Intended use`, "/models/v1.2/Intended use"},
		{Keys("metadata", "owner"), "metadata.owner", "/metadata/owner"},
	} {
		if got := c.path.String(); got != c.text {
			t.Errorf("the path is written %q, want %q", got, c.text)
		}
		if got := c.path.Pointer(); got != c.pointer {
			t.Errorf("the pointer is %q, want %q", got, c.pointer)
		}
	}
}

func TestHasPrefix(t *testing.T) {
	path := at("a", 0, "b")
	for _, c := range []struct {
		prefix Path
		want   bool
	}{
		{nil, true}, {at("a"), true}, {at("a", 0), true}, {path, true},
		{at("a", 1), false}, {at("a", "0"), false}, {at("b"), false}, {at("a", 0, "b", "c"), false},
	} {
		if got := path.HasPrefix(c.prefix); got != c.want {
			t.Errorf("%s under %s is %v", path, c.prefix, got)
		}
	}
}

const register = `risks:
  - id: R1
    owner:
    note: |
      One.
      Two.
    tags: []
  - plain
`

func TestLookup(t *testing.T) {
	root := parseString(YAML, register).Values[0]
	if got := root.Lookup(at("risks", 0, "id")); got == nil || got.Scalar != "R1" {
		t.Errorf("the id is %v", got)
	}
	if root.Lookup(nil) != root {
		t.Error("the empty path does not lead to the root")
	}
	for _, path := range []Path{
		at("owner"), at("risks", 2), at("risks", "id"), at("risks", 0, "id", "x"), at("risks", 0, 0), at("risks", 0, "owner", "name"),
	} {
		if got := root.Lookup(path); got != nil {
			t.Errorf("%s leads to %v", path, got)
		}
	}
}

func TestLocate(t *testing.T) {
	root := parseString(YAML, register).Values[0]
	for _, c := range []struct {
		path  Path
		under string
		start string
	}{
		{at("risks", 0, "id"), "R1", "2:9"},
		{at("risks", 0, "owner"), "owner", "3:5"}, // nothing to point at but the key
		{at("risks", 0, "note"), "note", "4:5"},   // more than a line
		{at("risks", 0, "tags"), "tags", "7:5"},
		{at("risks", 0, "tags", 0), "tags", "7:5"},
		{at("risks", 0, "owner", "name"), "owner", "3:5"},
		{at("risks", 0), "id: R1", "2:5"},
		{at("risks", 0, "treatment"), "id: R1", "2:5"},
		{at("risks", 1), "plain", "8:5"},
		{at("risks", 1, "id"), "plain", "8:5"},
		{at("risks", 5), "risks", "1:1"},
		{at("risks"), "risks", "1:1"},
		{at("metadata", "owner"), "risks:", "1:1"},
		{nil, "risks:", "1:1"},
	} {
		text, span := root.Locate(c.path)
		if !span.OneLine() {
			t.Errorf("%s spans lines: %v", c.path, span)
		}
		if got := underSpan(text, span); got != c.under || span.Start.String() != c.start {
			t.Errorf("%s lies at %s under %q, want %s under %q", c.path, span.Start, got, c.start, c.under)
		}
	}
}

func TestLocateInAnotherText(t *testing.T) {
	root := parseString(YAML, "a: 1\n").Values[0]
	sidecar := NewText("sidecar", []byte("owner: x\n"))
	value := Parse(sidecar, YAML, DefaultLimits()).Values[0].Get("owner")
	merged := root.Derive(Map)
	merged.Set("owner", nil, value)
	if text, span := merged.Locate(at("owner")); text != sidecar || span.Start.String() != "1:8" {
		t.Errorf("the value lies in %s at %s", text.File, span.Start)
	}
}
