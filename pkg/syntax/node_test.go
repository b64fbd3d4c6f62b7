package syntax

import (
	"slices"
	"strconv"
	"testing"
)

func TestSet(t *testing.T) {
	root := parseString(YAML, "a: 1\nb: 2\n").Values[0]
	m := root.Derive(Map)
	first, second := root.Get("a"), root.Get("b")
	m.Set("x", root.Fields[0].Key, first)
	m.Set("y", nil, second)
	if m.Get("x") != first || m.Fields[0].Key.Source() != "a" || m.Fields[0].Key.Scalar != "x" {
		t.Errorf("x is %v under the key %q", m.Get("x"), m.Fields[0].Key.Source())
	}
	if m.Fields[1].Key.Source() != "2" {
		t.Errorf("a key without a place has that of its value, not %q", m.Fields[1].Key.Source())
	}
	m.Set("x", nil, second)
	if m.Get("x") != second || len(m.Fields) != 2 || m.Fields[0].Key.Scalar != "x" {
		t.Errorf("setting x again leaves %v", m.Fields)
	}
}

// A map of many fields is indexed; it must answer as one that is searched, also
// after its fields have changed.
func TestGetFromManyFields(t *testing.T) {
	m := parseString(YAML, "a: 1\n").Values[0]
	value := m.Get("a")
	for i := range 1000 {
		m.Set("k"+strconv.Itoa(i), nil, value.DeriveString(strconv.Itoa(i)))
	}
	if m.Get("a") != value || m.Get("k999").Scalar != "999" || m.Get("k1000") != nil || len(m.Fields) != 1001 {
		t.Fatal("a field is not found, or one that is not there is")
	}
	m.Fields = append([]Field{{Key: value.DeriveString("front"), Value: value}}, m.Fields...)
	if m.Get("front") != value || m.Get("k500").Scalar != "500" {
		t.Error("a field in front is not found")
	}
	m.Fields = slices.DeleteFunc(m.Fields, func(f Field) bool { return f.Key.Scalar == "k3" })
	if m.Get("k3") != nil || m.Get("k4").Scalar != "4" || m.Get("k999").Scalar != "999" {
		t.Error("a field that was deleted is found, or one behind it is not")
	}
}

func TestGet(t *testing.T) {
	root := parseString(YAML, "a: [1]\n").Values[0]
	var none *Node
	if root.KeyOf("a").Source() != "a" || root.KeyOf("b") != nil {
		t.Error("a key is not found, or one that is not there is")
	}
	if root.Get("b") != nil || root.Get("a").Get("x") != nil || none.Get("a") != nil {
		t.Error("a key that is not there has a value")
	}
}

func TestDerive(t *testing.T) {
	value := parseString(YAML, "a: xyz\n").Values[0].Get("a")
	derived := value.DeriveString("other")
	if derived.Kind != String || derived.Scalar != "other" || derived.Source() != "xyz" || derived.Text() != value.Text() {
		t.Errorf("got %v", derived)
	}
	if made := NewString("m", value.Text(), 3, 6); made.Source() != "xyz" || made.Span() != value.Span() {
		t.Errorf("got %v", made)
	}
	if made := NewNode(List, value.Text(), 0, 6); made.Kind != List || made.Source() != "a: xyz" {
		t.Errorf("got %v", made)
	}
}

func TestIsBlank(t *testing.T) {
	root := parseString(YAML, "a:\nb: ''\nc: ' \t\n\n '\nd: x\ne: 0\nf: []\ng: false\n").Values[0]
	for key, want := range map[string]bool{"a": true, "b": true, "c": true, "d": false, "e": false, "f": false, "g": false, "absent": true} {
		if got := root.Get(key).IsBlank(); got != want {
			t.Errorf("%s is blank: %v", key, got)
		}
	}
}

func TestKindInWords(t *testing.T) {
	for kind, want := range map[Kind]string{Null: "null", Bool: "true or false", Number: "a number", String: "text", List: "a list", Map: "a map"} {
		if got := kind.String(); got != want {
			t.Errorf("kind %d is %q, want %q", kind, got, want)
		}
	}
}
