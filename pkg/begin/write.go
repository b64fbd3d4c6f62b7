package begin

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// ErrExists says that there is a file already where one was to be written.
var ErrExists = errors.New("the file exists already and was left as it is")

// Write writes the files of a plan, each as a whole or not at all, and none over
// another or outside the root, whatever links there are. It stops at the first
// that cannot be written, and tells how many have been.
func (p *Plan) Write() (written int, err error) {
	root, err := os.OpenRoot(p.Before.Root)
	if err != nil {
		return 0, err
	}
	defer root.Close() //nolint:errcheck // the files in it are closed
	for i, f := range p.Files {
		if err := write(root, f); err != nil {
			return i, fmt.Errorf("%s: %w", f.Path, err)
		}
	}
	return len(p.Files), nil
}

// write puts the content into a file beside the one that is to be, and gives it
// the name when it is whole. A link to a name that is taken fails.
func write(root *os.Root, f File) error {
	name := filepath.FromSlash(f.Path)
	if err := root.MkdirAll(filepath.FromSlash(path.Dir(f.Path)), 0o755); err != nil {
		return err
	}
	part := filepath.Join(filepath.Dir(name), ".aimslint-"+filepath.Base(name)+".part")
	if err := create(root, part, f.Content); err != nil {
		return err
	}
	defer root.Remove(part) //nolint:errcheck // at worst a part is left, under a name of its own
	err := root.Link(part, name)
	switch {
	case errors.Is(err, fs.ErrExist):
		return ErrExists
	case err != nil: // a file system without links
		return create(root, name, f.Content)
	}
	return nil
}

// create writes a new file.
func create(root *os.Root, name string, content []byte) error {
	file, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return ErrExists
	}
	if err != nil {
		return err
	}
	_, err = file.Write(content)
	return errors.Join(err, file.Close())
}
