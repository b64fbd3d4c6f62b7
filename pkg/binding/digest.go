package binding

import (
	"context"
	"crypto/md5" //nolint:gosec // what DVC records; it shows a change, not an attack
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"hash"
	"io"
	"regexp"
	"strings"
	"sync"
)

// digest is a digest in hexadecimal, for a folder of DVC's with ".dir" at the
// end.
type digest struct{ algorithm, hex string }

func (d digest) String() string { return d.algorithm + ":" + d.hex }

var digests = regexp.MustCompile(`^(?:sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128}|md5:[0-9a-f]{32}(?:\.dir)?)$`)

// parseDigest reads a digest as the schemas have it.
func parseDigest(text string) (digest, bool) {
	text = strings.TrimSpace(text)
	if !digests.MatchString(text) {
		return digest{}, false
	}
	algorithm, sum, _ := strings.Cut(text, ":")
	return digest{algorithm, sum}, true
}

var algorithms = map[string]func() hash.Hash{
	"sha256": sha256.New, "sha384": sha512.New384, "sha512": sha512.New, "md5": md5.New,
}

// fileDigest is the digest of a file. DVC before version 3 took the MD5 of a
// text after turning its line ends into those of Unix; that one counts too.
type fileDigest struct{ primary, unixLines digest }

func (f fileDigest) is(stated digest) bool { return f.primary == stated || f.unixLines == stated }

// digest computes the digest of a file, once a run.
func (r *Resolver) digest(ctx context.Context, file, algorithm string) (fileDigest, error) {
	once, _ := r.digests.LoadOrStore(algorithm+":"+file, sync.OnceValues(func() (fileDigest, error) {
		return r.compute(ctx, file, algorithm)
	}))
	return once.(func() (fileDigest, error))() //nolint:forcetypeassert // only this is stored
}

func (r *Resolver) compute(ctx context.Context, file, algorithm string) (fileDigest, error) {
	opened, _, err := r.at(file, 0).Open()
	if err != nil {
		return fileDigest{}, err
	}
	defer opened.Close() //nolint:errcheck // nothing was written
	sum, unix := algorithms[algorithm](), unixLines{}
	to := io.Writer(sum)
	if algorithm == "md5" {
		unix.sum = md5.New() //nolint:gosec // as above
		to = io.MultiWriter(sum, &unix)
	}
	// The file may have grown since it was found.
	if _, err := io.Copy(to, io.LimitReader(cancellable{ctx, opened}, r.options.DigestBytes)); err != nil {
		return fileDigest{}, err
	}
	found := fileDigest{primary: digest{algorithm, hex.EncodeToString(sum.Sum(nil))}}
	if unix.sum != nil {
		found.unixLines = digest{algorithm, unix.finish()}
	}
	return found, nil
}

// cancellable is a reader that ends with its context.
type cancellable struct {
	ctx    context.Context //nolint:containedctx // the reader lives as long as one call
	reader io.Reader
}

func (c cancellable) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.reader.Read(p)
}

// unixLines digests a text with its line ends turned into those of Unix.
type unixLines struct {
	sum      hash.Hash
	returned bool // a carriage return is still to be written
}

func (u *unixLines) Write(p []byte) (int, error) {
	plain := make([]byte, 0, len(p)+1)
	for _, b := range p {
		if u.returned && b != '\n' {
			plain = append(plain, '\r')
		}
		if u.returned = b == '\r'; !u.returned {
			plain = append(plain, b)
		}
	}
	_, err := u.sum.Write(plain)
	return len(p), err
}

func (u *unixLines) finish() string {
	if u.returned {
		u.sum.Write([]byte{'\r'})
	}
	return hex.EncodeToString(u.sum.Sum(nil))
}
