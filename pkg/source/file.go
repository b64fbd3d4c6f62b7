package source

import (
	"bytes"
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
	"syscall"

	"github.com/aimslint/aimslint/pkg/syntax"
)

// DefaultLimit is the size in bytes above which a file is not read.
const DefaultLimit = 10 << 20

// File is a file to be checked.
type File struct {
	// Path is relative to the root, with slashes.
	Path string
	// Named says that an argument named this very file, so that whoever
	// cannot use it should say so.
	Named bool

	root  string
	limit int64
	stdin func() ([]byte, error) // reads standard input, once
	view  *View
	// first tells what was read the first time; nil for a file that is not compared.
	first *atomic.Uint64
}

// Language is the language that the file's name says, or "".
func (f File) Language() syntax.Language { return syntax.LanguageOf(f.Path) }

// TooLargeError is the error for a file above the size limit.
type TooLargeError struct {
	Path  string
	Limit int64 // in bytes
}

// Error says what the limit is.
func (e *TooLargeError) Error() string {
	return fmt.Sprintf("%s: the file is larger than the limit of %d bytes", e.Path, e.Limit)
}

// ErrNotRegular is the error for a directory, pipe, device or socket that took
// the place of a file after it was found.
var ErrNotRegular = errors.New("not a regular file")

// ErrChanged is the error for a file that was written to while it was read, or that
// holds something else than when it was read before.
var ErrChanged = errors.New("the file changed during the run")

// seed is that of the hashes by which files are compared within a run.
var seed = maphash.MakeSeed()

// At is a file that something other than a discovery names: a path relative to
// the root, with slashes. It need not exist. The limit is for [File.Read], in
// bytes.
func At(root, path string, limit int64) File { return File{Path: path, root: root, limit: limit} }

// Read gives the content of the file. It fails with a [*TooLargeError] above
// the limit, and whatever has become of the file since it was found, it opens
// nothing outside the root and never waits for a pipe. A file that Discover found and
// that changes while it is read, or between two times, is [ErrChanged].
func (f File) Read() ([]byte, error) {
	if f.stdin != nil {
		return f.stdin()
	}
	file, size, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer file.Close() //nolint:errcheck // nothing was written
	content, err := f.read(file, size)
	if err == nil && f.first != nil && !f.same(content, size) {
		err = fmt.Errorf("%s: %w", f.Path, ErrChanged)
	}
	return content, err
}

// Open opens the file for reading and tells its size in bytes, as safely as
// [File.Read] and whatever the limit. Anything but a regular file is
// [ErrNotRegular].
func (f File) Open() (file io.ReadCloser, size int64, err error) {
	if e, ok := f.view.entry(f.Path); ok {
		switch {
		case !e.isFile():
			return nil, 0, absent("open", f.Path)
		case e.content != nil:
			return io.NopCloser(bytes.NewReader(e.content)), e.size, nil
		}
		file, err := f.view.objects.open(e.blob)
		return file, e.size, err
	}
	return f.openInTree()
}

// Stat describes the file or folder; links are followed within the root only.
func (f File) Stat() (fs.FileInfo, error) {
	if info, err := f.view.stat(f.Path); !errors.Is(err, errAsInTree) {
		return info, err
	}
	root, err := os.OpenRoot(f.root)
	if err != nil {
		return nil, err
	}
	defer root.Close() //nolint:errcheck // nothing was written
	return root.Stat(filepath.FromSlash(f.Path))
}

// Followed is the path without links, relative to the root. What leads out of
// the root or nowhere is an error.
func (f File) Followed() (string, error) {
	if _, err := f.view.stat(f.Path); err == nil {
		return f.view.followed(f.Path), nil
	}
	plain, err := filepath.EvalSymlinks(filepath.Join(f.root, filepath.FromSlash(f.Path)))
	if err != nil {
		return "", err
	}
	relative, err := filepath.Rel(f.root, plain)
	if err == nil && !filepath.IsLocal(relative) {
		err = fmt.Errorf("%s: leads out of the root", f.Path)
	}
	return filepath.ToSlash(relative), err
}

// same reports whether a content is all of the file, and what it was before.
func (f File) same(content []byte, size int64) bool {
	sum := max(maphash.Bytes(seed, content), 1) // 0 is for none
	return int64(len(content)) == size && (f.first.CompareAndSwap(0, sum) || f.first.Load() == sum)
}

// openInTree opens a file of the working tree.
func (f File) openInTree() (_ io.ReadCloser, size int64, err error) {
	root, err := os.OpenRoot(f.root)
	if err != nil {
		return nil, 0, err
	}
	defer root.Close() //nolint:errcheck // nothing was written
	file, err := root.OpenFile(filepath.FromSlash(f.Path), os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, 0, err
	}
	info, err := file.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = fmt.Errorf("%s: %w", f.Path, ErrNotRegular)
	}
	if err != nil {
		return nil, 0, errors.Join(err, file.Close())
	}
	return file, info.Size(), nil
}

// read takes at most the limit from r, of which size bytes are expected.
func (f File) read(r io.Reader, size int64) ([]byte, error) {
	tooLarge := &TooLargeError{Path: f.Path, Limit: f.limit}
	if size > f.limit {
		return nil, tooLarge
	}
	content := make([]byte, 0, size+512)
	for {
		n, err := r.Read(content[len(content):cap(content)])
		content = content[:len(content)+n]
		if int64(len(content)) > f.limit {
			return nil, tooLarge
		}
		if errors.Is(err, io.EOF) {
			return content, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Path, err)
		}
		if len(content) == cap(content) {
			content = append(content, 0)[:len(content)]
		}
	}
}
