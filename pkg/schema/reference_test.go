package schema

import (
	"slices"
	"testing"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

func TestReferences(t *testing.T) {
	t.Parallel()
	for kind, want := range map[string][]Reference{
		document.ModelCard: {
			{"model.path", FileReference, "digest"},
			{"evaluation.*.source", SourceBinding, "value"},
			{"fairness.*.source", SourceBinding, "value"},
		},
		document.DataManifest: {
			{"datasets.*.provenance.path", FileReference, "digest"},
			{"datasets.*.labelling.instructions", EvidenceReference, ""},
			{"datasets.*.quality.*.source", SourceBinding, "result"},
		},
		document.RiskRegister: {
			{"risks.*.treatment.actions.*.evidence", EvidenceReference, ""},
		},
		"no-such-kind": nil,
	} {
		if got := References(kind); !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", kind, got, want)
		}
	}
}

// TestReferencesPointSomewhere demands of every kind that a source binds a
// value, and that the field which has to agree exists.
func TestReferencesPointSomewhere(t *testing.T) {
	t.Parallel()
	for _, kind := range document.Kinds() {
		for _, r := range References(kind) {
			if r.Format == SourceBinding && r.Sibling == "" {
				t.Errorf("%s: %s binds nothing; give it x-binds", kind, r.Field)
			}
			if r.Sibling != "" && !hasSibling(kind, r.Sibling) {
				t.Errorf("%s: %s names `%s`, which no map of the schema has", kind, r.Field, r.Sibling)
			}
		}
	}
}

func hasSibling(kind, key string) bool {
	found := false
	var visit func(n *syntax.Node)
	visit = func(n *syntax.Node) {
		found = found || n.Get("properties").Get(key) != nil
		for _, f := range n.Fields {
			visit(f.Value)
		}
		for _, item := range n.Items {
			visit(item)
		}
	}
	visit(source(kind))
	return found
}

// TestCollectReferences follows the ways in which a schema may say what a field
// holds.
func TestCollectReferences(t *testing.T) {
	t.Parallel()
	tree := syntax.Parse(syntax.NewText("s", []byte(`{
		"properties": {
			"both": {"type": ["string", "array"], "format": "file-reference", "items": {"format": "file-reference"}},
			"items": {"items": {"format": "file-reference"}},
			"choice": {"anyOf": [{"format": "evidence-reference"}, {"items": {"properties": {"a": {"format": "file-reference"}}}}]},
			"named": {"additionalProperties": {"$ref": "#/$defs/loop"}},
			"day": {"format": "date"}
		},
		"$defs": {"loop": {"properties": {
			"at": {"format": "source-binding", "x-binds": "v"},
			"again": {"$ref": "#/$defs/loop"}
		}}}
	}`)), syntax.JSON, syntax.DefaultLimits())
	sources.Store("test of references", tree.Values[0])
	found := referencesIn(place{"test of references", tree.Values[0]})
	want := []Reference{
		{"both", FileReference, ""},
		{"both.*", FileReference, ""},
		{"items.*", FileReference, ""},
		{"choice", EvidenceReference, ""},
		{"choice.*.a", FileReference, ""},
		{"named.*.at", SourceBinding, "v"},
	}
	if !slices.Equal(found, want) {
		t.Errorf("got %v, want %v", found, want)
	}
}
