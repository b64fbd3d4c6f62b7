package source

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	ignore "github.com/sabhiram/go-gitignore"
)

// walker lists files where Git cannot, honouring the .gitignore files on the
// way. It follows no link.
type walker struct {
	root  string
	rules map[string]*ignoreRules // by folder, nil for one without a .gitignore
	files []string
	// unread are the folders that could not be listed, and why.
	unread map[string]error
}

// walk lists the files below a folder of the root ("." for all of it). The
// folder itself is taken even if a .gitignore above it says otherwise. It also gives
// the folders that could not be listed, and why.
func walk(ctx context.Context, root, folder string) ([]string, map[string]error, error) {
	w := &walker{root: root, rules: map[string]*ignoreRules{}, unread: map[string]error{}}
	start := filepath.Join(root, filepath.FromSlash(folder))
	err := filepath.WalkDir(start, func(file string, entry fs.DirEntry, err error) error {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		rel, relErr := filepath.Rel(root, file)
		if relErr != nil {
			return relErr
		}
		return w.visit(filepath.ToSlash(rel), folder, entry, err)
	})
	return w.files, w.unread, err
}

func (w *walker) visit(rel, start string, entry fs.DirEntry, err error) error {
	if err != nil { // a folder that may not be read
		w.unread[rel] = err
		return nil //nolint:nilerr // the others are still found
	}
	if rel != start && w.skips(rel, start, entry) {
		if entry.IsDir() {
			return fs.SkipDir
		}
		return nil
	}
	if entry.IsDir() {
		w.rules[rel] = readIgnoreRules(filepath.Join(w.root, filepath.FromSlash(rel), ".gitignore"))
		return nil
	}
	w.files = append(w.files, rel)
	return nil
}

// skips reports whether an entry is ignored, or is a folder of Git's or of
// installed dependencies, which no .gitignore need mention outside Git.
func (w *walker) skips(rel, start string, entry fs.DirEntry) bool {
	if entry.IsDir() {
		switch entry.Name() {
		case ".git", "node_modules":
			return true
		}
		if _, err := os.Lstat(filepath.Join(w.root, filepath.FromSlash(rel), "pyvenv.cfg")); err == nil {
			return true
		}
	}
	return w.ignored(rel, start, entry.IsDir())
}

// ignored asks the .gitignore files from the start of the walk down to the
// entry; a deeper one has the last word.
func (w *walker) ignored(rel, start string, isDir bool) bool {
	ignored := false
	for _, folder := range foldersBetween(start, path.Dir(rel)) {
		if rules := w.rules[folder]; rules != nil {
			name := strings.TrimPrefix(rel, folder+"/")
			if isDir {
				name += "/"
			}
			ignored = rules.ignored(name, ignored)
		}
	}
	return ignored
}

// foldersBetween are the folders from start down to end, both included.
func foldersBetween(start, end string) []string {
	folders := []string{end}
	for end != start && end != "." {
		end = path.Dir(end)
		folders = append([]string{end}, folders...)
	}
	return folders
}

// ignoreRules are the lines of one .gitignore. The second matcher is the same
// under the assumption that all is ignored already, since only so does the
// library tell that a line takes something in again.
type ignoreRules struct{ plain, inverse *ignore.GitIgnore }

func (r *ignoreRules) ignored(name string, already bool) bool {
	if already {
		return r.inverse.MatchesPath(name)
	}
	return r.plain.MatchesPath(name)
}

// maxIgnoreFile bounds a .gitignore, in bytes.
const maxIgnoreFile = 1 << 20

func readIgnoreRules(file string) *ignoreRules {
	info, err := os.Lstat(file)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxIgnoreFile {
		return nil
	}
	content, err := os.ReadFile(file) //nolint:gosec // a small regular file
	if err != nil {
		return nil
	}
	lines := strings.Split(string(bytes.TrimPrefix(content, []byte("\uFEFF"))), "\n")
	return &ignoreRules{
		plain:   ignore.CompileIgnoreLines(lines...),
		inverse: ignore.CompileIgnoreLines(append([]string{"*"}, lines...)...),
	}
}
