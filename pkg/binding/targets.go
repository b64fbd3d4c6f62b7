package binding

import (
	"path"
	"slices"
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
	if written := Described(d); written != "" {
		paths = append(paths, candidates(path.Dir(d.File), written)...)
	}
	return paths
}

// Concerns tells, of the targets of a document, whether what is at some paths, or
// has been there, may decide about its references: one of them is a target, lies
// in one, is a link on the way to one, or is a file in which DVC records what it
// keeps elsewhere.
func (r *Resolver) Concerns(files []string) func(targets []string) bool {
	touched := map[string]bool{} // the files and all folders that hold them
	for _, file := range files {
		for at := file; !touched[at]; at = path.Dir(at) {
			touched[at] = true
		}
	}
	isFile := map[string]bool{}
	for _, file := range files {
		isFile[file] = true
	}
	ledger := slices.ContainsFunc(files, isLedger)
	touches := func(target string) bool {
		for at := path.Dir(target); at != "."; at = path.Dir(at) {
			if isFile[at] {
				return true
			}
		}
		return touched[target] || touched[r.plain(target)] // it may lead to the file by a link
	}
	return func(targets []string) bool {
		return ledger && len(targets) > 0 || slices.ContainsFunc(targets, touches)
	}
}

func isLedger(file string) bool {
	name := path.Base(file)
	return name == "dvc.lock" || name == "dvc.yaml" || path.Ext(name) == ".dvc"
}
