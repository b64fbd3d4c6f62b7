// Package evidence keeps what a day's assessment rests on: a pack of the documents
// that count, the findings, the reports and a statement that names them all by
// digest, so that anybody can tell later whether something has changed and reckon
// the assessment again. The same input gives the same bytes.
package evidence

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"time"
)

// The names of the parts of a pack.
const (
	manifestName  = "manifest.json"
	statementName = "statement.intoto.json"
	sumsName      = "SHA256SUMS"
	// Documents is the folder of the files that were checked.
	Documents = "repository/"
	// ReportName is the report for programs, with the assessment.
	ReportName = "report.json"
)

// File is a file of a pack.
type File struct {
	Name    string // with slashes, relative
	Content []byte
}

// Digest is the SHA-256 of the content in hex.
func (f File) Digest() string {
	sum := sha256.Sum256(f.Content)
	return hex.EncodeToString(sum[:])
}

// Pack is the files of a pack, by name.
type Pack struct{ Files []File }

// Get is the file of a name, or nil.
func (p *Pack) Get(name string) *File {
	i, found := slices.BinarySearchFunc(p.Files, name, func(f File, name string) int { return strings.Compare(f.Name, name) })
	if !found {
		return nil
	}
	return &p.Files[i]
}

// packDay is the time of every file in an archive: the first that ZIP can write.
var packDay = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// Write writes the pack as a ZIP archive, whose bytes depend on its files alone.
func (p *Pack) Write(w io.Writer) error {
	archive := zip.NewWriter(w)
	archive.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(out, flate.BestCompression)
	})
	for _, f := range p.Files {
		header := &zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: packDay}
		header.SetMode(0o644)
		out, err := archive.CreateHeader(header)
		if err == nil {
			_, err = out.Write(f.Content)
		}
		if err != nil {
			return err
		}
	}
	return archive.Close()
}

// add puts a file into its place. The names of a pack are its own: none comes
// twice.
func (p *Pack) add(f File) {
	i, _ := slices.BinarySearchFunc(p.Files, f.Name, func(f File, name string) int { return strings.Compare(f.Name, name) })
	p.Files = slices.Insert(p.Files, i, f)
}

// mostBytes is how many bytes the files of a pack have at most together, and
// mostFiles how many there are.
const (
	mostBytes = 2 << 30
	mostFiles = 200_000
)

var errTooLarge = errors.New("it is larger than a pack of evidence may be")

// Read reads a pack. Names that lead out of it, or that come twice, are errors:
// somebody else has made the archive.
func Read(content []byte) (*Pack, error) {
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, fmt.Errorf("it is no ZIP archive: %w", err)
	}
	if len(archive.File) > mostFiles {
		return nil, errTooLarge
	}
	pack := &Pack{}
	left := int64(mostBytes)
	for _, f := range archive.File {
		if !isPlain(f.Name) || f.Mode()&^0o777 != 0 {
			return nil, fmt.Errorf("it holds %q, which is no file of a pack", f.Name)
		}
		read, err := readAll(f, left)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		left -= int64(len(read))
		pack.Files = append(pack.Files, File{f.Name, read})
	}
	slices.SortStableFunc(pack.Files, func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	for i := 1; i < len(pack.Files); i++ {
		if pack.Files[i].Name == pack.Files[i-1].Name {
			return nil, fmt.Errorf("it holds %q twice", pack.Files[i].Name)
		}
	}
	return pack, nil
}

// isPlain reports whether a name leads to a file below the pack's own folder on
// every system.
func isPlain(name string) bool {
	return name != "" && name == path.Clean(name) && !path.IsAbs(name) && name != ".." && !strings.HasPrefix(name, "../") && !strings.ContainsAny(name, "\\:\x00")
}

func readAll(f *zip.File, limit int64) ([]byte, error) {
	in, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close() //nolint:errcheck // nothing was written
	content, err := io.ReadAll(io.LimitReader(in, limit+1))
	if err == nil && int64(len(content)) > limit {
		err = errTooLarge
	}
	return content, err
}
