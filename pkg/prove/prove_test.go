package prove

import (
	"slices"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/syntax"
	"github.com/aimslint/aimslint/policies"
)

// TestProveFindsFault holds the proof itself to account: each way in which a
// rule can be worth nothing must be named.
func TestProveFindsFault(t *testing.T) {
	prover, err := New(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	const id = "model-card/intended-use"
	good, err := policies.Examples(id)
	if err != nil {
		t.Fatal(err)
	}
	card := func(text string) []policies.Example {
		return []policies.Example{{Name: "model-card.yaml", Content: "kind: model-card\nmetadata: {id: x, title: X}\n" + text}}
	}
	for name, test := range map[string]struct {
		proof    rule.Proof
		evidence rule.Evidence
		examples policies.ExampleSet
		want     string
	}{
		"a good rule":            {examples: good},
		"examples mixed up":      {examples: policies.ExampleSet{Pass: good.Fail, Fail: good.Pass}, want: "the passing example is objected to"},
		"it never fires":         {examples: policies.ExampleSet{Pass: good.Pass, Fail: good.Pass}, want: "the rule is content with the failing example"},
		"a survivor":             {examples: good, proof: mutants("intended_use.setting", "anything else"), want: "nobody objects when model-card.yaml intended_use.setting is anything else"},
		"a field that is absent": {examples: good, proof: mutants("intended_use.nowhere", "x"), want: "does not hold the field intended_use.nowhere"},
		"a misspelt excuse":      {examples: good, proof: rule.Proof{Optional: []string{"intended_us"}}, want: "names the field intended_us, at which the rule does not report"},
		"nothing that disagrees": {examples: good, evidence: rule.Verified, want: "must declare a value that disagrees"},
		"a wrong shape": {
			examples: policies.ExampleSet{Pass: card("intended_use: {users: [a]}\nlimitation: [b]\n"), Fail: good.Fail},
			want:     "Unknown key `limitation`",
		},
	} {
		r := &rule.Rule{ID: id, Evidence: test.evidence, Proof: test.proof}
		proof, err := prover.Prove(t.Context(), r, test.examples)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		faults := strings.Join(proof.Faults, "\n")
		if test.want == "" && faults != "" || !strings.Contains(faults, test.want) {
			t.Errorf("%s: got %q, want %q", name, faults, test.want)
		}
	}
	for name, examples := range map[string]policies.ExampleSet{
		"no passing example": {Fail: good.Fail},
		"no document":        {Pass: []policies.Example{{Name: "notes.yaml", Content: "a: b\n"}}, Fail: good.Fail},
		"broken YAML":        {Pass: card("a: [\n"), Fail: good.Fail},
	} {
		if _, err := prover.Prove(t.Context(), &rule.Rule{ID: id}, examples); err == nil {
			t.Errorf("%s is no error", name)
		}
	}
}

func mutants(field string, value any) rule.Proof {
	return rule.Proof{Mutants: map[string][]any{field: {value}}}
}

func TestReplacedLeavesTheOriginal(t *testing.T) {
	tree := syntax.Parse(syntax.NewText("f.yaml", []byte("a: [{b: 1}, {b: 2}]\nc: 3\n")), syntax.YAML, syntax.DefaultLimits())
	root := tree.Values[0]
	path := syntax.Path{syntax.Key("a"), syntax.Index(1), syntax.Key("b")}
	other := replaced(root, path, root.Get("c"))
	removed := replaced(root, path, nil)
	if root.Lookup(path).Scalar != "2" || other.Lookup(path).Scalar != "3" || removed.Lookup(path) != nil || removed.Get("c") == nil {
		t.Error("the original is changed, or the copy is not")
	}
	if len(removed.Lookup(path[:2]).Fields) != 0 || !slices.Equal(path, syntax.Path{syntax.Key("a"), syntax.Index(1), syntax.Key("b")}) {
		t.Error("the field is not gone")
	}
}
