package binding

import (
	"bytes"
	"regexp"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// A Git LFS pointer is a small text that stands for a file kept elsewhere:
// https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md. The lines follow
// the alphabet but for the version, which comes first. The second URL is that
// of the version before the first.
var (
	pointerVersion = regexp.MustCompile(`\Aversion https://(?:git-lfs|hawser)\.github\.com/spec/v1\n(?:[a-z0-9.-]+ [^\r\n]*\n)+\z`)
	pointerObject  = regexp.MustCompile(`(?m)^oid sha256:([0-9a-f]{64})$`)
	pointerSize    = regexp.MustCompile(`(?m)^size [0-9]+$`)
)

// longestPointer is the size in bytes above which nothing is a pointer, as in
// Git LFS itself.
const longestPointer = 1024

// parsePointerFile reads a pointer; what is none is not ok.
func parsePointerFile(content []byte) (p pointerFile, ok bool) {
	if len(content) > longestPointer || !pointerVersion.Match(content) || !pointerSize.Match(content) {
		return pointerFile{}, false
	}
	at := pointerObject.FindSubmatchIndex(content)
	if at == nil {
		return pointerFile{}, false
	}
	return pointerFile{digest{"sha256", string(content[at[2]:at[3]])}, at[0], at[1]}, true
}

// pointerFile is what a pointer says, and where it says so, in bytes.
type pointerFile struct {
	digest     digest
	start, end int
}

func isPointer(content []byte) bool {
	if !bytes.HasPrefix(content, []byte("version ")) {
		return false
	}
	_, ok := parsePointerFile(content)
	return ok
}

// pointer is what a file says of another that Git LFS keeps, or nil if it is no
// pointer.
func (r *Resolver) pointer(at target) *tracked {
	if at.info.Size() > longestPointer {
		return nil
	}
	content, err := r.at(at.path, longestPointer).Read()
	if err != nil {
		return nil
	}
	p, ok := parsePointerFile(content)
	if !ok {
		return nil
	}
	text := syntax.NewText(at.path, content)
	place := finding.InText(text, syntax.NewString("", text, p.start, p.end).Span(), nil)
	place.Message = "The pointer of Git LFS"
	return &tracked{file: at.path, digest: p.digest, place: place}
}
