package binding

import (
	"errors"
	"path"
	"strings"
	"sync"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// tracked is what is recorded of a file or folder that is kept elsewhere.
type tracked struct {
	file   string // in which it is recorded
	digest digest // the zero value if none is
	place  finding.Location
	within string // the folder that is tracked as a whole, for what lies in it
}

// ledger is what one file of DVC's records, by path relative to the root.
type ledger struct {
	entries map[string]*tracked
	faulty  bool // the file is there and cannot be read
}

// tracked finds what DVC records of a path: in PATH.dvc, in a dvc.lock above
// it, or in those of a folder that holds it. If nothing is found, faulty is a
// file that cannot be read and might have said so.
func (r *Resolver) tracked(p string) (found *tracked, faulty string) {
	for at := p; at != "." && at != "/"; at = path.Dir(at) {
		files := []string{at + ".dvc"}
		for folder := path.Dir(at); ; folder = path.Dir(folder) {
			files = append(files, path.Join(folder, "dvc.lock"))
			if folder == "." || folder == "/" {
				break
			}
		}
		for _, file := range files {
			l := r.ledger(file)
			if l.faulty && faulty == "" {
				faulty = file
			}
			entry := l.entries[at]
			switch {
			case entry != nil && at == p:
				return entry, ""
			case entry != nil && strings.HasSuffix(entry.digest.hex, ".dir"):
				return &tracked{file: entry.file, place: entry.place, within: at}, ""
			}
		}
	}
	return nil, faulty
}

// ledger reads a file of DVC's, once a run. Of most paths there is none, and
// nothing is kept of that.
func (r *Resolver) ledger(file string) ledger {
	if _, err := r.at(file, 0).Stat(); isAbsent(err) {
		return ledger{}
	}
	once, _ := r.ledgers.LoadOrStore(file, sync.OnceValue(func() ledger { return r.readLedger(file) }))
	return once.(func() ledger)() //nolint:forcetypeassert // only this is stored
}

func (r *Resolver) readLedger(file string) ledger {
	root, err := r.yaml(file)
	switch {
	case err != nil:
		return ledger{faulty: true}
	case strings.HasSuffix(file, ".dvc"):
		l := ledger{entries: map[string]*tracked{}}
		l.add(file, root, root.Get("wdir"))
		return l
	}
	pipeline, _ := r.yaml(path.Join(path.Dir(file), "dvc.yaml")) // may well not be there
	return parseLock(file, root, pipeline)
}

// yaml is the tree of a file of DVC's. It goes past the shelf, since each such
// file is read for one ledger only.
func (r *Resolver) yaml(file string) (*syntax.Node, error) {
	content, err := r.at(file, r.options.FileBytes).Read()
	if err != nil {
		return nil, err
	}
	tree := syntax.Parse(syntax.NewText(file, content), syntax.YAML, r.options.Syntax)
	if len(tree.Problems) > 0 || len(tree.Values) != 1 {
		return nil, errNoYAML
	}
	return tree.Values[0], nil
}

var errNoYAML = errors.New("not one YAML document")

// parseLock reads a dvc.lock. The folders to which the paths of its stages are
// relative stand in dvc.yaml only, the pipeline.
func parseLock(file string, root, pipeline *syntax.Node) ledger {
	l := ledger{entries: map[string]*tracked{}}
	stages := root.Get("stages")
	if root.Get("schema") == nil {
		stages = root // as DVC 1 wrote it
	}
	if stages == nil {
		return l
	}
	for _, stage := range stages.Fields {
		name, _, _ := strings.Cut(stage.Key.Scalar, "@") // "train@small" is made from the stage "train"
		l.add(file, stage.Value, pipeline.Get("stages").Get(name).Get("wdir"))
	}
	return l
}

// add takes over what a stage or a .dvc file records: what came out of it, and
// what went in unless that is known already.
func (l ledger) add(file string, stage, wdir *syntax.Node) {
	folder := path.Dir(file)
	if wdir != nil && wdir.Kind == syntax.String {
		folder = path.Join(folder, wdir.Scalar)
	}
	for _, part := range []string{"outs", "deps"} {
		list := stage.Get(part)
		if list == nil {
			continue
		}
		for _, item := range list.Items {
			at := item.Get("path")
			if at == nil || at.Kind != syntax.String || item.Get("repo") != nil || isURL(at.Scalar) || path.IsAbs(at.Scalar) {
				continue // kept in another repository or outside of any
			}
			p := path.Join(folder, at.Scalar)
			if known := l.entries[p]; known == nil || part == "outs" {
				l.entries[p] = entry(file, item)
			}
		}
	}
}

// entry is one item of outs or deps. The name of the algorithm is the key of
// the digest: https://dvc.org/doc/user-guide/project-structure/dvcyaml-files#dvclock-file
func entry(file string, item *syntax.Node) *tracked {
	t := &tracked{file: file}
	at := item.Get("path")
	for _, algorithm := range []string{"md5", "sha512", "sha384", "sha256"} {
		if n := item.Get(algorithm); n != nil && n.IsScalar() {
			if d, ok := parseDigest(algorithm + ":" + strings.ToLower(n.Scalar)); ok {
				t.digest, at = d, n
			}
		}
	}
	text, span := at.Locate(nil)
	t.place = finding.InText(text, span, nil)
	t.place.Message = "What DVC records"
	return t
}
