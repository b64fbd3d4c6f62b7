package source

import (
	"bytes"
	"os"
	"path/filepath"
)

// Root is the root of the repository that holds a path: the nearest folder at
// or above it that Git works in, else the folder itself (for a file, the
// folder that it lies in). A link that leads out of its repository is not
// followed to another root. The result is absolute and free of links. The path
// need not exist, but some folder above it must.
func Root(path string) (string, error) {
	folder, err := existingFolder(path)
	if err != nil {
		return "", err
	}
	if top, left := repositoryLeft(path, folder); left {
		return top, nil
	}
	if top, ok := gitTop(folder); ok {
		return top, nil
	}
	return folder, nil
}

// repositoryLeft is the root of the repository that a path as written lies in,
// if a link on the path leads out of it to the folder.
func repositoryLeft(path, folder string) (top string, left bool) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", false
	}
	top, ok := gitTop(path)
	if !ok {
		return "", false
	}
	top, err = filepath.EvalSymlinks(top)
	if err != nil {
		return "", false
	}
	relative, err := filepath.Rel(top, folder)
	return top, err != nil || !filepath.IsLocal(relative)
}

// existingFolder is the nearest folder at or above a path, free of links.
func existingFolder(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	for {
		info, err := os.Stat(path)
		if err == nil && info.IsDir() {
			return filepath.EvalSymlinks(path)
		}
		parent := filepath.Dir(path)
		if parent == path {
			return "", err
		}
		path = parent
	}
}

// gitTop is the nearest folder at or above the given one with a `.git` in it:
// a Git directory, or the file that stands for one in a linked work tree or a
// submodule. Git itself is not asked, since what it says can be changed by the
// repository (core.worktree) and by the environment of a hook (GIT_DIR).
func gitTop(folder string) (string, bool) {
	for {
		if isGitDir(filepath.Join(folder, ".git")) {
			return folder, true
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			return "", false
		}
		folder = parent
	}
}

func isGitDir(path string) bool {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return false
	case info.IsDir():
		_, err := os.Stat(filepath.Join(path, "HEAD"))
		return err == nil
	case info.Mode().IsRegular() && info.Size() < 1<<16:
		content, err := os.ReadFile(path) //nolint:gosec // a small regular file that only names a folder
		return err == nil && bytes.HasPrefix(content, []byte("gitdir:"))
	}
	return false
}
