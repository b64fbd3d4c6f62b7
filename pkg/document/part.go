package document

import (
	"math"
	"slices"

	"github.com/aimslint/aimslint/pkg/syntax"
)

// Part is one of the documents that a document was merged from. The items of
// its lists may stand elsewhere in the merged lists.
type Part struct {
	*Document

	// Items has, for each merged list, the index of every item in the part's
	// own list, or -1 for an item that the part has not got.
	Items map[*syntax.Node][]int
}

// Merged is a path into the part as one into the document that was merged from
// it.
func (part Part) Merged(merged *syntax.Node, p syntax.Path) syntax.Path {
	return part.translate(merged, p, func(items []int, index int) (at, same int) {
		at = slices.Index(items, index)
		if at < 0 {
			at = math.MaxInt
		}
		return at, at
	})
}

// own is a path into the merged document as one into the part. An item that the
// part has not got lies behind its last.
func (part Part) own(merged *syntax.Node, p syntax.Path) syntax.Path {
	return part.translate(merged, p, func(items []int, index int) (own, at int) {
		if index >= len(items) || items[index] < 0 {
			return math.MaxInt, index
		}
		return items[index], index
	})
}

// translate replaces the indexes of a path. index gives, of a list that was
// merged, the new index and the one to go on with in the merged document.
func (part Part) translate(n *syntax.Node, p syntax.Path, index func(items []int, index int) (translated, at int)) syntax.Path {
	translated := slices.Clone(p)
	for i, step := range p {
		if step.IsKey() {
			n = n.Get(step.Key)
			continue
		}
		at := step.Index
		if items, merged := part.Items[n]; merged {
			translated[i].Index, at = index(items, step.Index)
		}
		if n == nil || at >= len(n.Items) {
			n = nil
		} else {
			n = n.Items[at]
		}
	}
	return translated
}

// Locate is the place to point at for a path. What is absent from a merged
// document belongs where the nearest ancestor stands, if the format of that part
// can state it, else into the first part whose format can.
func (d *Document) Locate(p syntax.Path) (*syntax.Text, syntax.Span) {
	text, span := d.Root.Locate(p)
	if len(d.Parts) == 0 || d.Root.Lookup(p) != nil {
		return text, span
	}
	var able []Part
	for _, part := range d.Parts {
		if part.CanExpress(part.own(d.Root, p)) {
			able = append(able, part)
		}
	}
	if len(able) == 0 || slices.ContainsFunc(able, func(part Part) bool { return part.Root.Text() == text }) {
		return text, span
	}
	return able[0].Root.Locate(able[0].own(d.Root, p))
}
