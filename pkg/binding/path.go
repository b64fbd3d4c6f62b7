package binding

import (
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"

	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/source"
)

// sourceReference is a source taken apart: a file, and the place in it as a
// JSON Pointer (RFC 6901), if it names one.
type sourceReference struct {
	file     string
	pointer  string
	hasPlace bool
}

func parseSource(text string) sourceReference {
	file, pointer, hasPlace := strings.Cut(strings.TrimSpace(text), "#")
	return sourceReference{file: file, pointer: pointer, hasPlace: hasPlace}
}

// scheme matches what begins with a scheme (RFC 3986, section 3.1). A single
// letter is rather a drive.
var scheme = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]+:\S`)

func isURL(text string) bool { return scheme.MatchString(text) }

var (
	pathWithFolder = regexp.MustCompile(`^\S*/(?:\S*\.[A-Za-z][A-Za-z0-9]{0,7})?$`)
	fileName       = regexp.MustCompile(`^[^\s/@]+\.(?:[A-Za-z]{1,8}|bz2|h5|mp[34])$`)
)

// looksLikePath tells the path of a file or folder from an identifier, the name
// of a record, or prose: it has no spaces, and ends as files do, in letters
// behind a dot, or with a slash. `elsewhere` in policies/lib/register.rego
// knows the same paths.
func looksLikePath(text string) bool {
	return !isURL(text) && (pathWithFolder.MatchString(text) || fileName.MatchString(text))
}

// candidates are the paths, relative to the root, that a path written in a
// document of a folder may mean, in the order in which they are tried: from
// that folder up to the root. It has none that lead out.
func candidates(folder, written string) []string {
	if strings.HasPrefix(written, "/") {
		return local(strings.TrimLeft(written, "/"))
	}
	found := local(path.Join(folder, written))
	if climbs := strings.HasPrefix(path.Clean(written), ".."); climbs || found == nil {
		return found
	}
	for folder != "." && folder != "/" {
		folder = path.Dir(folder)
		found = append(found, local(path.Join(folder, written))...)
	}
	return found
}

// Candidates are the paths, relative to the root, that a path written in a
// document of a folder may mean, in the order in which they are tried; an address
// has none.
func Candidates(folder, written string) []string {
	if isURL(written) {
		return nil
	}
	return candidates(folder, written)
}

// local is a path as the only one of a list, or none if it leads out of the
// root or into what Git keeps for itself.
func local(p string) []string {
	p = path.Clean(p)
	if !filepath.IsLocal(filepath.FromSlash(p)) {
		return nil
	}
	for name := range strings.SplitSeq(p, "/") {
		if strings.EqualFold(name, ".git") {
			return nil
		}
	}
	return []string{p}
}

// target is what a path leads to: a file or folder, or what DVC tracks and
// keeps elsewhere.
type target struct {
	path    string      // relative to the root
	info    fs.FileInfo // nil if it is not at hand
	tracked *tracked    // what DVC says, if that was asked
}

// locate finds what a path written in a document means. The rule is the one
// that is broken if it means nothing.
func (r *Resolver) locate(o occurrence, written string, broken *rule.Rule) (target, *objection) {
	paths := candidates(o.folder(), written)
	says := code(o.field()) + " names " + name(written) + ", which "
	if len(paths) == 0 {
		return target{}, &objection{rule: broken, message: says + "lies outside the files of the repository"}
	}
	for _, p := range paths {
		info, err := r.at(p, r.options.FileBytes).Stat()
		switch {
		case err == nil && r.isKeptByGit(p):
			return target{}, &objection{rule: broken, message: says + "lies outside the files of the repository"}
		case err == nil:
			return target{path: p, info: info}, nil
		case !isAbsent(err):
			return target{}, &objection{rule: broken, message: says + reason(err)}
		}
	}
	faulty := ""
	for _, p := range paths {
		found, unreadable := r.tracked(p)
		if found != nil {
			return target{path: p, tracked: found}, nil
		}
		if faulty == "" {
			faulty = unreadable
		}
	}
	if faulty != "" {
		return target{}, &objection{rule: broken, message: says + "is not there, and " + name(faulty) + " cannot be read"}
	}
	return target{}, &objection{rule: broken, message: says + "does not exist"}
}

// isKeptByGit reports whether a path leads, over links, into what Git keeps for
// itself, which may hold secrets. The path has been found to stay in the root.
func (r *Resolver) isKeptByGit(p string) bool {
	plain, err := r.at(p, 0).Followed()
	return err != nil || local(plain) == nil
}

// plain is a path without links, or as it is if it leads nowhere.
func (r *Resolver) plain(p string) string {
	if followed, err := r.at(p, 0).Followed(); err == nil {
		return followed
	}
	return p
}

// isAbsent reports whether an error says that a path leads to nothing.
func isAbsent(err error) bool {
	for _, absent := range []error{fs.ErrNotExist, syscall.ENOTDIR, syscall.EINVAL, syscall.ENAMETOOLONG} {
		if errors.Is(err, absent) {
			return true
		}
	}
	return false
}

// reason says why a file cannot be opened or read.
func reason(err error) string {
	var tooLarge *source.TooLargeError
	var system syscall.Errno
	switch {
	case errors.As(err, &tooLarge):
		return "is larger than limits.file_bytes"
	case errors.Is(err, source.ErrNotRegular):
		return "is not a regular file"
	case errors.As(err, &system):
		return "cannot be read: " + system.Error()
	}
	return "lies outside the files of the repository" // the one error of os.Root that is not the system's
}
