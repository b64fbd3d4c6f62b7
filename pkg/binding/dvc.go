package binding

import (
	"path"
	"strings"
	"sync"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/source"
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

// ledger reads a file of DVC's, once a run.
func (r *Resolver) ledger(file string) ledger {
	once, _ := r.ledgers.LoadOrStore(file, sync.OnceValue(func() ledger { return r.readLedger(file) }))
	return once.(func() ledger)() //nolint:forcetypeassert // only this is stored
}

func (r *Resolver) readLedger(file string) ledger {
	if _, err := source.At(r.options.Root, file, 0).Stat(); err != nil {
		return ledger{}
	}
	v := r.open(file, syntax.YAML)
	if v.err != nil || len(v.tree.Problems) > 0 || len(v.tree.Values) != 1 {
		return ledger{faulty: true}
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	root := v.tree.Values[0]
	l := ledger{entries: map[string]*tracked{}}
	if strings.HasSuffix(file, ".dvc") {
		l.add(file, root, root.Get("wdir"))
		return l
	}
	directories := r.workingDirectories(path.Join(path.Dir(file), "dvc.yaml"))
	stages := root.Get("stages")
	if root.Get("schema") == nil {
		stages = root // as DVC 1 wrote it
	}
	if stages != nil {
		for _, stage := range stages.Fields {
			name, _, _ := strings.Cut(stage.Key.Scalar, "@") // "train@small" is made from the stage "train"
			l.add(file, stage.Value, directories[name])
		}
	}
	return l
}

// workingDirectories are the folders to which the paths of stages are relative,
// for those that have one of their own: dvc.lock leaves that to dvc.yaml.
func (r *Resolver) workingDirectories(file string) map[string]*syntax.Node {
	if _, err := source.At(r.options.Root, file, 0).Stat(); err != nil {
		return nil
	}
	v := r.open(file, syntax.YAML)
	if v.err != nil || len(v.tree.Values) != 1 {
		return nil
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	directories := map[string]*syntax.Node{}
	if stages := v.tree.Values[0].Get("stages"); stages != nil {
		for _, stage := range stages.Fields {
			if n := stage.Value.Get("wdir"); n != nil {
				directories[stage.Key.Scalar] = n
			}
		}
	}
	return directories
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
