package binding

import (
	"errors"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// Describes is the rule that a native document breaks which says that it
// describes a file that is not there or holds nothing that it could complete.
var Describes = &rule.Rule{
	ID:    "binding/describes",
	Title: "What a document describes is there",
	Description: "A native document that says `describes: README.md` completes the document in that file: both count as one. " +
		"If the file is not there, or holds no document of the same kind, the two do not meet, and each is judged by itself.",
	Remediation:  "Correct the path, relative to the document or to a folder above it, or remove `describes`.",
	Severity:     rule.Error,
	Requirements: []string{"7.5.3"},
	Evidence:     rule.Verified,
}

// Described is the path that a document says it describes, as written, or "".
func Described(d *document.Document) string {
	n := d.Root.Get("describes")
	if n == nil || n.Kind != syntax.String || !document.HasContent(n) {
		return ""
	}
	return strings.TrimSpace(n.Scalar)
}

// Find is the file of the repository, relative to its root, that a path written
// in a document of a folder names. The error is what is wrong with the path, to
// follow "which ".
func (r *Resolver) Find(folder, written string) (string, error) {
	if isURL(written) {
		return "", errors.New("is an address; nothing is fetched during a check")
	}
	paths := candidates(folder, written)
	if len(paths) == 0 {
		return "", errOutside
	}
	for _, p := range paths {
		info, err := r.at(p, 0).Stat()
		switch {
		case err == nil && r.isKeptByGit(p):
			return "", errOutside
		case err == nil && !info.Mode().IsRegular():
			return "", errors.New("is not a regular file")
		case err == nil:
			return r.plain(p), nil
		case !isAbsent(err):
			return "", errors.New(reason(err))
		}
	}
	return "", errors.New("does not exist")
}

var errOutside = errors.New("lies outside the files of the repository")
