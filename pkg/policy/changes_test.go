package policy_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/policy"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/syntax"
	"github.com/aimslint/aimslint/policies"
)

// TestFootprints changes the examples of each rule, one value at a time, and holds what
// the rule says of them against what it reads, by its footprint: of documents that
// answer all reads alike it says the same. It counts the reads without which this would
// not hold; of the others, most are told by further reads of the same rule.
func TestFootprints(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long, and does one thing after the other")
	}
	c := newChanges(t)
	reads, needed := 0, 0
	engine := engineWithoutRecords(t)
	for _, r := range engine.Rules() {
		w, err := policy.WitnessOf(engine, r)
		if err != nil {
			t.Fatal(err)
		}
		if w == nil {
			continue
		}
		heard := newHearing(len(w.Reads))
		for _, d := range examplesOf(t, r) {
			for _, d := range c.each(t, d) {
				answers, violations, err := w.Of(t.Context(), d)
				if err != nil {
					t.Fatal(err)
				}
				if before, same := heard.add(answers, fmt.Sprint(violations)); !same {
					t.Fatalf("%s says\n%v\nof\n%s\nIt reads\n%s\nas of an earlier document, of which it said\n%s",
						r.ID, violations, d.Root.Text().Bytes, strings.Join(w.Reads, "\n"), before)
				}
			}
		}
		reads += len(w.Reads)
		needed += heard.needed()
	}
	t.Logf("%d of %d reads are needed", needed, reads)
	if needed < reads/2 {
		t.Errorf("only %d of %d reads are needed: the changes tell too little", needed, reads)
	}
}

// engineWithoutRecords makes none, since nobody reads them.
func engineWithoutRecords(t *testing.T) *policy.Engine {
	t.Helper()
	var overAll []string
	for _, r := range policies.Rules {
		if r.Category() == "repository" {
			overAll = append(overAll, r.ID)
		}
	}
	engine, err := policy.New(t.Context(), policy.Options{AsOf: exampleDay, Disabled: overAll})
	if err != nil {
		t.Fatal(err)
	}
	return engine
}

// examplesOf are the documents among the examples of a rule that it judges.
func examplesOf(t *testing.T, r *rule.Rule) []*document.Document {
	t.Helper()
	examples, err := policies.Examples(r.ID)
	if err != nil {
		t.Fatal(err)
	}
	var documents []*document.Document
	for _, example := range append(examples.Pass, examples.Fail...) {
		for _, d := range read(t, example) {
			if r.Category() == "document" || r.Category() == d.Kind {
				documents = append(documents, d)
			}
		}
	}
	return documents
}

// hearing is what a rule has said by what it read.
type hearing struct {
	said    map[string]string
	without []map[string]string // the same if a read were left out, by read
	missed  []bool              // whether that would have shown
}

func newHearing(reads int) *hearing {
	h := &hearing{said: map[string]string{}, without: make([]map[string]string, reads), missed: make([]bool, reads)}
	for i := range h.without {
		h.without[i] = map[string]string{}
	}
	return h
}

// add gives what the rule said before where all was answered alike, and whether that is
// the same.
func (h *hearing) add(answers []string, said string) (before string, same bool) {
	for i := range answers {
		others := strings.Join(slices.Delete(slices.Clone(answers), i, i+1), "\n")
		_, same := recall(h.without[i], others, said)
		h.missed[i] = h.missed[i] || !same
	}
	return recall(h.said, strings.Join(answers, "\n"), said)
}

func recall(said map[string]string, key, now string) (before string, same bool) {
	before, known := said[key]
	if !known {
		said[key] = now
		return now, true
	}
	return before, before == now
}

func (h *hearing) needed() int {
	n := 0
	for _, missed := range h.missed {
		if missed {
			n++
		}
	}
	return n
}

// changes make documents of others, by lot.
type changes struct {
	random *rand.Rand
	words  map[string][]any // values that the examples have at a place, by its name
}

func newChanges(t *testing.T) *changes {
	t.Helper()
	c := &changes{random: rand.New(rand.NewPCG(1, 2)), words: map[string][]any{}} //nolint:gosec // a test that repeats itself
	for _, d := range exampleDocuments(t) {
		c.learn(d.Kind, plain(d.Root))
	}
	return c
}

// learn notes a value and those within it.
func (c *changes) learn(name string, value any) {
	if !slices.ContainsFunc(c.words[name], func(known any) bool { return fmt.Sprint(known) == fmt.Sprint(value) }) {
		c.words[name] = append(c.words[name], value)
	}
	switch v := value.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			c.learn(name+"."+key, v[key])
		}
	case []any:
		for _, item := range v {
			c.learn(name+"[]", item)
		}
	}
}

// place is where a value stands in a document, or might: some other example has one.
type place struct {
	path    syntax.Path
	name    string // its path without indexes, after the kind
	missing bool
}

// places are those within a value.
func (c *changes) places(name string, value any, path syntax.Path) []place {
	var all []place
	visit := func(step syntax.Step, name string, is any, missing bool) {
		at := append(slices.Clip(path), step)
		all = append(append(all, place{at, name, missing}), c.places(name, is, at)...)
	}
	switch v := value.(type) {
	case map[string]any:
		for _, key := range c.keys(name, v) {
			is, there := v[key]
			visit(syntax.Key(key), name+"."+key, is, !there)
		}
	case []any:
		for i, item := range v {
			visit(syntax.Index(i), name+"[]", item, false)
		}
	}
	return all
}

// keys are those of a map, and of the maps at its place in other examples.
func (c *changes) keys(name string, v map[string]any) []string {
	keys := maps.Clone(v)
	for _, known := range c.words[name] {
		if known, isMap := known.(map[string]any); isMap {
			maps.Copy(keys, known)
		}
	}
	return slices.Sorted(maps.Keys(keys))
}

// gone is the value of what is not there.
type gone struct{}

// misfits are values that belong in few places.
var misfits = []any{
	"something else", "2026-02-30", "2031-01-01", json.Number("7"), json.Number("-1.5"),
	true, false, []any{"a", nil}, map[string]any{"id": "x"},
}

// values are some that a place may get.
func (c *changes) values(p place) []any {
	var some []any
	if words := c.words[p.name]; len(words) > 0 {
		some = append(some, words[c.random.IntN(len(words))])
	}
	if p.missing {
		return some
	}
	return append(some, misfits[c.random.IntN(len(misfits))], gone{})
}

// each are a document and those that differ from it in one place.
func (c *changes) each(t *testing.T, d *document.Document) []*document.Document {
	t.Helper()
	all := []*document.Document{d}
	root := plain(d.Root)
	for _, p := range c.places(d.Kind, root, nil) {
		for _, value := range c.values(p) {
			all = append(all, written(t, d, set(root, p.path, value)))
		}
	}
	return all
}

// one is a document that differs in one place.
func (c *changes) one(t *testing.T, d *document.Document) *document.Document {
	t.Helper()
	root := plain(d.Root)
	places := c.places(d.Kind, root, nil)
	p := places[c.random.IntN(len(places))]
	values := c.values(p)
	return written(t, d, set(root, p.path, values[c.random.IntN(len(values))]))
}

// set is a copy of a value with another one at a path.
func set(value any, path syntax.Path, other any) any {
	if len(path) == 0 {
		return other
	}
	switch v := value.(type) {
	case map[string]any:
		v = maps.Clone(v)
		if v[path[0].Key] = set(v[path[0].Key], path[1:], other); v[path[0].Key] == (gone{}) {
			delete(v, path[0].Key)
		}
		return v
	case []any:
		v = slices.Clone(v)
		if v[path[0].Index] = set(v[path[0].Index], path[1:], other); v[path[0].Index] == (gone{}) {
			v[path[0].Index] = nil
		}
		return v
	}
	return value
}

// written is a document of the kind of another with a value as its content.
func written(t *testing.T, d *document.Document, value any) *document.Document {
	t.Helper()
	content, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	tree := syntax.Parse(syntax.NewText(d.File+".json", content), syntax.JSON, syntax.DefaultLimits())
	if len(tree.Values) != 1 {
		t.Fatalf("%s: %v", content, tree.Problems)
	}
	return &document.Document{Kind: d.Kind, File: d.File, Root: tree.Values[0]}
}

func plain(n *syntax.Node) any {
	switch n.Kind {
	case syntax.Map:
		object := map[string]any{}
		for _, field := range n.Fields {
			object[field.Key.Scalar] = plain(field.Value)
		}
		return object
	case syntax.List:
		items := make([]any, len(n.Items))
		for i, item := range n.Items {
			items[i] = plain(item)
		}
		return items
	case syntax.Number:
		return json.Number(n.Scalar)
	case syntax.Bool:
		return n.Scalar == "true"
	case syntax.Null:
		return nil
	case syntax.String:
	}
	return n.Scalar
}
