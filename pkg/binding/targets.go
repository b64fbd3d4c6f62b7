package binding

import (
	"path"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/schema"
)

// Targets are the paths, relative to the root, that the references of a
// document may mean, whether something is there or not. Nothing is opened.
func Targets(d *document.Document) []string {
	var paths []string
	for _, reference := range schema.References(d.Kind) {
		for _, o := range occurrences(d.Root, reference) {
			written := strings.TrimSpace(o.node.Scalar)
			if !isURL(written) {
				written, _, _ = strings.Cut(written, "#")
				paths = append(paths, candidates(o.folder(), written)...)
			}
		}
	}
	return paths
}

// Concerns reports whether what is at a path, or has been there, may decide
// about the references of a document with those targets: it is a target, lies
// in one, or is a file in which DVC records what it keeps elsewhere.
func (r *Resolver) Concerns(file string, targets []string) bool {
	if len(targets) > 0 && isLedger(file) {
		return true
	}
	for _, target := range targets {
		if holds(target, file) {
			return true
		}
		// The target may lead to the file by a link.
		if plain, err := r.at(target, 0).Followed(); err == nil && holds(plain, file) {
			return true
		}
	}
	return false
}

// holds reports whether a file is the target or lies in it.
func holds(target, file string) bool {
	return target == "." || file == target || strings.HasPrefix(file, target+"/")
}

func isLedger(file string) bool {
	name := path.Base(file)
	return name == "dvc.lock" || name == "dvc.yaml" || path.Ext(name) == ".dvc"
}
