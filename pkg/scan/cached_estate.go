package scan

import (
	"cmp"
	"encoding/hex"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/fxamacker/cbor/v2"

	"github.com/aimslint/aimslint/pkg/cache"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/policy"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// keptEstate is what the rules over the repository came to in the latest run of a
// repository under some settings.
type keptEstate struct {
	_ struct{} `cbor:",toarray"`

	// Key is that of all documents, and Groups are the findings by that of the
	// documents and objections that they are of.
	Key    cache.Key
	Groups map[string][]keptFinding
}

// all are the findings of all groups.
func (k *keptEstate) all(book *Rulebook) ([]finding.Finding, error) {
	var all []finding.Finding
	for _, group := range k.Groups {
		findings, err := book.findings(group)
		if err != nil {
			return nil, err
		}
		all = append(all, findings...)
	}
	return all, nil
}

func (w *workspace) estateEntry() cache.Key {
	return cache.KeyOf("repository", w.memory.settings, w.root)
}

func (w *workspace) recallEstate() (kept keptEstate) {
	content, found := w.memory.cache.Get(w.estateEntry())
	if found && decoding.Unmarshal(content, &kept) != nil {
		return keptEstate{}
	}
	return kept
}

func (w *workspace) keepEstate(kept keptEstate) {
	if kept.Key == (cache.Key{}) {
		return
	}
	if content, err := cbor.Marshal(kept); err == nil {
		w.memory.cache.Put(w.estateEntry(), content)
	}
}

// key is that of all that the rules see: what the files came to that each document
// stands in, in order, and the traces. The zero key says that something is not
// known by its content.
func (e *estate) key(w *workspace) cache.Key {
	if w.memory.cache == nil || w.request.Assess {
		return cache.Key{}
	}
	var parts []string
	for i := range e.library.units {
		part := e.unitKey(i)
		if part == "" {
			return cache.Key{}
		}
		parts = append(parts, part)
	}
	for _, d := range e.library.traces {
		parts = append(parts, d.File, w.engine.Traced(d).Value.String())
		for i := range d.Root.Get("traces").Items {
			at := finding.At(d, syntax.Path{syntax.Key("traces"), syntax.Index(i), syntax.Key("name")})
			parts = append(parts, fmt.Sprint(at.Span), at.Line)
		}
	}
	return cache.KeyOf(parts...)
}

// unitKey names a document by the content of its files, "" if that is not known.
func (e *estate) unitKey(handle int) string {
	if handle >= len(e.library.units) {
		return ""
	}
	var key strings.Builder
	for _, at := range e.library.units[handle].members {
		file := e.results[at.file].key
		if file == (cache.Key{}) {
			return ""
		}
		fmt.Fprintf(&key, "%x %d ", file, at.index)
	}
	return key.String()
}

// groupKey names the objections to a document by what they say and by the content
// of all documents that they are about, "" if that is not known.
func (e *estate) groupKey(violations []policy.Violation) string {
	var parts []string
	add := func(document int, path syntax.Path, message string) bool {
		key := e.unitKey(document)
		parts = append(parts, key, path.Pointer(), message)
		return key != ""
	}
	for _, v := range violations {
		parts = append(parts, v.Rule.ID, strconv.Itoa(len(v.Related)))
		known := add(v.Document, v.Path, v.Message)
		for _, other := range v.Related {
			known = add(other.Document, other.Path, other.Message) && known
		}
		if !known {
			return ""
		}
	}
	key := cache.KeyOf(parts...)
	return hex.EncodeToString(key[:])
}

// byDocument parts violations by the document that they object to. It brings them
// into that order, in which documents come as the violations did.
func byDocument(violations []policy.Violation) iter.Seq2[int, []policy.Violation] {
	order := map[int]int{}
	for i := range violations {
		if _, known := order[violations[i].Document]; !known {
			order[violations[i].Document] = len(order)
		}
	}
	slices.SortStableFunc(violations, func(a, b policy.Violation) int {
		return cmp.Compare(order[a.Document], order[b.Document])
	})
	return func(yield func(int, []policy.Violation) bool) {
		for i, start := 0, 0; start < len(violations); i++ {
			end := start + 1
			for end < len(violations) && violations[end].Document == violations[start].Document {
				end++
			}
			if !yield(i, violations[start:end]) {
				return
			}
			start = end
		}
	}
}
