package merge

import (
	"slices"
	"strings"
	"unicode"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/schema"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// match tells which of the groups of a list each item of another member belongs
// to, or -1. Two items are about the same thing if they have the same id, or,
// where one of them has none, the same name; else if they agree in the fields by
// which the schema tells the items of the list apart. Where one leaves such a
// field open, they are only if no other would do. Plain texts are the same if
// they read the same.
func (m *merger) match(at syntax.Path, groups [][]value, items []*syntax.Node) []int {
	found := slices.Repeat([]int{-1}, len(items))
	if m.isOnlyDataset(at) && len(items) == 1 && len(groups) == 1 {
		found[0] = 0
		return found
	}
	taken := byName(groups, items, found)
	if len(groups)*len(items) > mostPairs {
		return found
	}
	keys := schema.Identity(m.kind, at)
	var open [][2]int // item and group
	for i, item := range items {
		for k, group := range groups {
			switch likeness := alikeAny(group, item, keys); {
			case taken[k] || found[i] >= 0:
			case likeness == same:
				found[i], taken[k] = k, true
			case likeness == compatible:
				open = append(open, [2]int{i, k})
			}
		}
	}
	open = slices.DeleteFunc(open, func(pair [2]int) bool { return found[pair[0]] >= 0 || taken[pair[1]] })
	for _, pair := range open {
		rivals := 0
		for _, other := range open {
			if other[0] == pair[0] || other[1] == pair[1] {
				rivals++
			}
		}
		if rivals == 1 {
			found[pair[0]] = pair[1]
		}
	}
	return found
}

// mostPairs is how many pairs of items are compared field by field. In longer
// lists items are told by their names only.
const mostPairs = 1 << 18

// byName finds the groups of items that have the name of one of theirs, and
// tells which are taken then.
func byName(groups [][]value, items []*syntax.Node, found []int) (taken []bool) {
	taken = make([]bool, len(groups))
	known := map[string]int{}
	for k, group := range groups {
		for _, v := range group {
			if _, twice := known[name(v.node)]; !twice {
				known[name(v.node)] = k
			}
		}
	}
	for i, item := range items {
		if k, ok := known[name(item)]; ok && name(item) != "" && !taken[k] {
			found[i], taken[k] = k, true
		}
	}
	return taken
}

// isOnlyDataset reports whether a list is that of the datasets which a manifest
// describes, each of which has been given the path of the other.
func (m *merger) isOnlyDataset(at syntax.Path) bool {
	return m.described && m.kind == document.DataManifest && at.Pointer() == "/datasets"
}

// The degrees to which two items may be about the same thing.
const (
	different = iota
	compatible
	same
)

// alikeAny compares an item with those of a group.
func alikeAny(group []value, item *syntax.Node, keys []string) int {
	likeness := different
	for _, v := range group {
		likeness = max(likeness, alike(v.node, item, keys))
	}
	return likeness
}

// alike compares two items of a list.
func alike(a, b *syntax.Node, keys []string) int {
	if a.IsScalar() || b.IsScalar() {
		return alikeTexts(a, b)
	}
	named := []string{"id", "name"}
	x, y := texts(a, append(named, keys...)), texts(b, append(named, keys...))
	switch {
	case x["id"] != "" && y["id"] != "":
		return degree(x["id"] == y["id"])
	case x["name"] != "" && y["name"] != "" && !slices.Contains(keys, "name"):
		return degree(x["name"] == y["name"])
	case x["id"] != "" && x["id"] == y["name"], y["id"] != "" && y["id"] == x["name"]:
		return same
	case len(keys) == 0 || keys[0] == "id" || x[keys[0]] == "" || y[keys[0]] == "":
		return different
	}
	likeness := same
	for _, key := range keys {
		switch {
		case x[key] == y[key]:
		case x[key] != "" && y[key] != "":
			return different
		default:
			likeness = compatible
		}
	}
	return likeness
}

func degree(equal bool) int {
	if equal {
		return same
	}
	return different
}

// alikeTexts compares items of which one at least is a plain text: the name of
// the other, if that is a map.
func alikeTexts(a, b *syntax.Node) int {
	x, y := name(a), name(b)
	return degree(x != "" && x == y)
}

func name(n *syntax.Node) string {
	for _, candidate := range []*syntax.Node{n, n.Get("id"), n.Get("name")} {
		if candidate != nil && candidate.IsScalar() && document.HasContent(candidate) {
			return fold(candidate.Scalar)
		}
	}
	return ""
}

// fold is a text without case, spaces and marks: "Org/Model-7B" is "org model 7b".
func fold(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	return strings.Join(words, " ")
}
