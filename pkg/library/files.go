package library

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// ReadFiles reads the policies below folders, and files, with their tests and
// examples. A link to one is an error, since a check would not follow it. So is a path
// at which there is no policy.
func ReadFiles(paths []string) ([]File, error) {
	var files []File
	read := map[string]bool{}
	for _, start := range paths {
		found := false
		err := filepath.WalkDir(start, func(name string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case entry.IsDir() && entry.Name() == ".git":
				return filepath.SkipDir
			case entry.Type()&fs.ModeSymlink != 0:
				return linked(name)
			case entry.IsDir() || !IsPolicyFile(name):
				return nil
			}
			found = true
			if read[name] {
				return nil
			}
			read[name] = true
			content, err := os.ReadFile(name) //nolint:gosec // below what the command line names
			files = append(files, File{filepath.ToSlash(name), content})
			return err
		})
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("%s: no such file or folder", start)
		}
		if err != nil {
			return nil, err
		}
		if !found {
			return nil, fmt.Errorf("%s: there is no policy (.rego)", start)
		}
	}
	return files, nil
}

// linked is the error for a link to a policy or a folder.
func linked(name string) error {
	if info, err := os.Stat(name); IsPolicyFile(name) || err == nil && info.IsDir() {
		return &Error{[]Problem{{File: filepath.ToSlash(name), Message: "The policy is not read: it is a link. Put a file in its place, or remove it."}}}
	}
	return nil
}

// IsPolicyFile reports whether a file is a policy or holds examples of one.
func IsPolicyFile(name string) bool {
	return filepath.Ext(name) == ".rego" || strings.HasSuffix(name, exampleArchive)
}
