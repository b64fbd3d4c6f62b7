package finding

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// Fingerprints gives every finding its [Finding.Fingerprint]. The findings are
// those of a whole run, in the order of [Sort].
//
// A fingerprint survives lines that move, other values that change, other
// rules, re-indentation and a change of severity. Items of a list may change
// their order if they have an id or are plain text; see [StablePath]. It does
// not survive renaming the file, the document's id or the rule, nor a change
// of the message, since a message names the value that is wrong: another value
// is another finding.
func Fingerprints(findings []Finding) {
	seen := make(map[[sha256.Size]byte]int, len(findings))
	for i := range findings {
		f := &findings[i]
		identity := f.identity()
		ordinal := seen[identity]
		seen[identity]++
		if ordinal > 0 {
			identity = digest(string(identity[:]), strconv.Itoa(ordinal))
		}
		f.Fingerprint = hex.EncodeToString(identity[:16])
	}
}

// identity digests what makes the finding this one and no other of its run,
// but for those that agree in all of it.
func (f *Finding) identity() [sha256.Size]byte {
	place := f.StablePath
	if place == "" {
		place = f.Location.Path.Pointer()
	}
	message := strings.ToLower(strings.Join(strings.Fields(f.Message), " "))
	return digest(f.Rule.ID, f.Location.File, f.Kind, f.Document, place, message)
}

// digest hashes the parts with their lengths, so that no two lists of parts
// look the same.
func digest(parts ...string) [sha256.Size]byte {
	var b []byte
	for _, part := range parts {
		b = strconv.AppendInt(b, int64(len(part)), 10)
		b = append(append(b, ':'), part...)
	}
	return sha256.Sum256(b)
}

// StablePath is a path into a document in words that hold when the items of a
// list change their order: an item is named by what identifies it (its id,
// else its name, else the text that it is), and only for want of that by its
// index. It is for [Finding.StablePath], not for looking values up.
func StablePath(d *document.Document, p syntax.Path) string {
	var b strings.Builder
	n := d.Root
	for i, step := range p {
		if step.IsKey() {
			b.WriteString(p[i : i+1].Pointer())
			n = n.Get(step.Key)
			continue
		}
		n = item(n, step.Index)
		if name := identifier(n); name != "" {
			b.WriteString("/" + strconv.Quote(name))
		} else {
			b.WriteString(p[i : i+1].Pointer())
		}
	}
	return b.String()
}

func item(n *syntax.Node, index int) *syntax.Node {
	if n == nil || index >= len(n.Items) {
		return nil
	}
	return n.Items[index]
}

// identifier is what tells an item of a list from the others, or "".
func identifier(n *syntax.Node) string {
	if n == nil {
		return ""
	}
	for _, candidate := range []*syntax.Node{n, n.Get("id"), n.Get("name")} {
		if candidate != nil && candidate.IsScalar() && document.HasContent(candidate) {
			return candidate.Scalar
		}
	}
	return ""
}
