package source

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// View is the files of a repository, some of them not as they are in the
// working tree but as they stand in Git, or as if they were not there. The nil
// View is the working tree.
type View struct {
	root    string
	entries map[string]entry // by path relative to the root
	objects *objects

	index   sync.Once
	folders map[string]bool // see findFolders
}

// entry is a file that is not as it is in the working tree: a blob of Git's, a
// content that is nowhere yet, or nothing.
type entry struct {
	blob    string // the name of the object
	content []byte // if not nil, in place of the blob
	size    int64  // in bytes
}

// isFile reports whether there is a file at all.
func (e entry) isFile() bool { return e.blob != "" || e.content != nil }

// Overlay is the working tree as it would be with further files, by their paths
// relative to the root.
func Overlay(root string, files map[string][]byte) *View {
	v := &View{root: root, entries: make(map[string]entry, len(files))}
	for file, content := range files {
		v.entries[file] = entry{content: append([]byte{}, content...), size: int64(len(content))}
	}
	return v
}

// At is [At], of the file as the view has it.
func (v *View) At(root, file string, limit int64) File {
	return File{Path: file, root: root, limit: limit, view: v}
}

// list makes a list of the files of the working tree one of the view.
func (v *View) list(files []string) []string {
	if v == nil {
		return files
	}
	listed := slices.DeleteFunc(slices.Clone(files), func(file string) bool { _, known := v.entries[file]; return known })
	for file, e := range v.entries {
		if e.isFile() {
			listed = append(listed, file)
		}
	}
	return listed
}

// entry is what the view has at a path, if that is not what the working tree
// has. Links of the working tree are followed.
func (v *View) entry(file string) (entry, bool) {
	if v == nil || len(v.entries) == 0 {
		return entry{}, false
	}
	if e, ok := v.entries[file]; ok {
		return e, true
	}
	for at := path.Dir(file); at != "." && at != "/"; at = path.Dir(at) {
		if _, ok := v.entries[at]; ok {
			return entry{}, true // no folder there, or a link to another
		}
	}
	e, ok := v.entries[v.followed(file)]
	return e, ok
}

// followed is the path without links, as far as it leads into the root.
func (v *View) followed(file string) string {
	full := filepath.Join(v.root, filepath.FromSlash(file))
	plain, err := filepath.EvalSymlinks(full)
	if err != nil {
		if plain, err = filepath.EvalSymlinks(filepath.Dir(full)); err != nil {
			return file
		}
		plain = filepath.Join(plain, filepath.Base(full))
	}
	relative, err := filepath.Rel(v.root, plain)
	if err != nil || !filepath.IsLocal(relative) {
		return file
	}
	return filepath.ToSlash(relative)
}

// errAsInTree says that a view has the same as the working tree.
var errAsInTree = errors.New("as in the working tree")

// stat describes what the view has at a path, a file or a folder that is only
// in one of the two, or fails with errAsInTree.
func (v *View) stat(file string) (fs.FileInfo, error) {
	if e, ok := v.entry(file); ok {
		if !e.isFile() {
			return nil, absent("stat", file)
		}
		return described{name: path.Base(file), size: e.size}, nil
	}
	if v == nil || len(v.entries) == 0 {
		return nil, errAsInTree
	}
	v.index.Do(v.findFolders)
	folder := v.followed(file)
	switch holdsBlob, known := v.folders[folder]; {
	case holdsBlob:
		return described{name: path.Base(file), mode: fs.ModeDir}, nil
	case known && !v.showsAny(folder):
		return nil, absent("stat", file)
	}
	return nil, errAsInTree
}

// findFolders notes the folders that hold an entry, and whether one of them is
// a file.
func (v *View) findFolders() {
	v.folders = map[string]bool{}
	for file, e := range v.entries {
		for folder := path.Dir(file); folder != "."; folder = path.Dir(folder) {
			v.folders[folder] = v.folders[folder] || e.isFile()
		}
	}
}

// showsAny reports whether a folder of the working tree holds a file that the
// view has too.
func (v *View) showsAny(folder string) bool {
	found := errors.New("found")
	err := filepath.WalkDir(filepath.Join(v.root, filepath.FromSlash(folder)), func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return nil //nolint:nilerr // what cannot be read shows nothing
		}
		relative, err := filepath.Rel(v.root, file)
		if err != nil {
			return err
		}
		if _, known := v.entries[filepath.ToSlash(relative)]; !known {
			return found
		}
		return nil
	})
	return errors.Is(err, found)
}

func absent(operation, file string) error {
	return &fs.PathError{Op: operation, Path: file, Err: fs.ErrNotExist}
}

// described is what is known of a file in Git.
type described struct {
	name string
	size int64
	mode fs.FileMode
}

func (d described) Name() string      { return d.name }
func (d described) Size() int64       { return d.size }
func (d described) Mode() fs.FileMode { return d.mode }
func (described) ModTime() time.Time  { return time.Time{} }
func (d described) IsDir() bool       { return d.mode.IsDir() }
func (described) Sys() any            { return nil }

// lstat describes a file of the view without following it.
func (v *View) lstat(root, file string) (fs.FileInfo, error) {
	if v != nil {
		if e, ok := v.entries[file]; ok {
			return described{name: path.Base(file), size: e.size}, nil
		}
	}
	return os.Lstat(filepath.Join(root, filepath.FromSlash(file)))
}

// measure finds the sizes of the blobs. That one is missing, as in a clone that
// left them out, is an error.
func measure(ctx context.Context, git gitIn, entries map[string]entry) error {
	files := make([]string, 0, len(entries))
	var names bytes.Buffer
	for file, e := range entries {
		if e.blob != "" {
			files = append(files, file)
		}
	}
	if len(files) == 0 {
		return nil
	}
	slices.SortFunc(files, cmp.Compare[string])
	for _, file := range files {
		names.WriteString(entries[file].blob + "\n")
	}
	out, err := git.run(ctx, &names, "cat-file", "--batch-check=%(objecttype) %(objectsize)")
	if err != nil {
		return err
	}
	lines := strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
	for i, file := range files {
		size, isBlob := strings.CutPrefix(lines[min(i, len(lines)-1)], "blob ")
		bytes, err := strconv.ParseInt(size, 10, 64)
		if !isBlob || err != nil || len(lines) != len(files) {
			return &RevisionError{fmt.Sprintf("this clone lacks what %s was before the change; clone without --filter", printable(file))}
		}
		entries[file] = entry{blob: entries[file].blob, size: bytes}
	}
	return nil
}
