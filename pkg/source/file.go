package source

import (
	"errors"
	"fmt"
	"io"
	"os"
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

// Read gives the content of the file. It fails with a [*TooLargeError] above
// the limit, and whatever has become of the file since it was found, it opens
// nothing outside the root and never waits for a pipe.
func (f File) Read() ([]byte, error) {
	if f.stdin != nil {
		return f.stdin()
	}
	root, err := os.OpenRoot(f.root)
	if err != nil {
		return nil, err
	}
	defer root.Close() //nolint:errcheck // nothing was written
	file, err := root.OpenFile(f.Path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	defer file.Close() //nolint:errcheck // nothing was written
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: %w", f.Path, ErrNotRegular)
	}
	return f.read(file, info.Size())
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
