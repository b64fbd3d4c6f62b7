package source

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"unicode/utf8"

	"github.com/bmatcuk/doublestar/v4"
)

// Options say where to look for files.
type Options struct {
	// Root is the repository's root, from [Root].
	Root string
	// Directory is what relative arguments are relative to; the working
	// directory if it is empty.
	Directory string
	// Arguments are files, folders, globs with "**", or "-" for Stdin. Without
	// any it is the whole root.
	Arguments []string
	// Stdin is what "-" stands for, and StdinPath the path that it is checked
	// under, relative to Directory.
	Stdin     io.Reader
	StdinPath string
	// Include and Exclude are globs relative to the root. A file must match
	// one of Include, if there are any, and none of Exclude. A glob that
	// matches a folder matches all in it. They do not apply to files that an
	// argument names.
	Include, Exclude []string
	// Also chooses by name files that are given though their language is not
	// read.
	Also func(file string) bool
	// Limit is the size in bytes above which a file is not read;
	// [DefaultLimit] if it is zero.
	Limit int64
	// View is where the files come from. Without arguments only it decides what
	// there is; nil is the working tree.
	View *View
}

// Note says why something was left out, for whoever asks.
type Note struct {
	Path   string // relative to the root; "" for the root as a whole
	Reason string
}

// String is the note on one line.
func (n Note) String() string {
	if n.Path == "" {
		return n.Reason
	}
	return printable(n.Path) + ": " + n.Reason
}

// ArgumentError is the error for an argument that names nothing, or nothing
// that may be read: wrong use, not a failure.
type ArgumentError struct {
	Argument string
	Reason   string
}

// Error names the argument and says what is wrong with it.
func (e *ArgumentError) Error() string { return printable(e.Argument) + ": " + e.Reason }

// Discover finds the files to check, sorted by path, each once. In a Git work
// tree they are what Git tracks plus what it does not ignore; elsewhere, or
// where Git fails, what a walk finds that no .gitignore names. Only files in a
// language that is read are given, and those that Also chooses, unless an
// argument names them. The notes say what else was left out. An argument that leads nowhere is an
// [*ArgumentError].
func Discover(ctx context.Context, o Options) ([]File, []Note, error) {
	d, err := newDiscovery(o)
	if err != nil {
		return nil, nil, err
	}
	if err := d.sort(o.Arguments); err != nil {
		return nil, nil, err
	}
	if err := d.list(ctx); err != nil {
		return nil, nil, err
	}
	files := make([]File, 0, len(d.found))
	for _, file := range d.found {
		files = append(files, file)
	}
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	slices.SortStableFunc(d.notes, func(a, b Note) int { return cmp.Compare(a.Path, b.Path) })
	return files, slices.Compact(d.notes), nil
}

// discovery is the work of one [Discover].
type discovery struct {
	Options

	whole   bool              // the root as a whole is asked for
	folders []string          // relative to the root
	globs   map[string]string // relative to the root -> as written
	found   map[string]File
	notes   []Note
}

func newDiscovery(o Options) (*discovery, error) {
	var err error
	if o.Directory, err = filepath.Abs(o.Directory); err != nil {
		return nil, err
	}
	if o.Root, err = filepath.Abs(o.Root); err != nil {
		return nil, err
	}
	if o.Root, err = filepath.EvalSymlinks(o.Root); err != nil {
		return nil, err
	}
	o.Limit = cmp.Or(o.Limit, DefaultLimit)
	for _, glob := range slices.Concat(o.Include, o.Exclude) {
		if !doublestar.ValidatePattern(glob) {
			return nil, &ArgumentError{glob, "the glob is malformed"}
		}
	}
	return &discovery{Options: o, globs: map[string]string{}, found: map[string]File{}}, nil
}

// sort takes the arguments apart into files, folders and globs.
func (d *discovery) sort(arguments []string) error {
	d.whole = len(arguments) == 0
	for _, argument := range arguments {
		if argument == "-" {
			if err := d.takeStdin(); err != nil {
				return err
			}
			continue
		}
		if err := d.sortPath(argument); err != nil {
			return err
		}
	}
	return nil
}

func (d *discovery) sortPath(argument string) error {
	full := d.absolute(argument)
	info, err := os.Stat(full)
	if errors.Is(err, fs.ErrNotExist) && isGlob(argument) {
		return d.addGlob(argument)
	}
	if err != nil {
		return &ArgumentError{argument, reason(err)}
	}
	full, err = filepath.EvalSymlinks(full)
	if err != nil {
		return &ArgumentError{argument, reason(err)}
	}
	rel, ok := d.relative(full)
	switch {
	case !ok:
		return &ArgumentError{argument, "lies outside the root of the repository, " + printable(d.Root)}
	case rel == ".":
		d.whole = true
	case info.IsDir():
		d.folders = append(d.folders, rel)
	case !info.Mode().IsRegular():
		return &ArgumentError{argument, "neither a file nor a folder"}
	default:
		d.take(rel, info, true)
	}
	return nil
}

func isGlob(argument string) bool { return strings.ContainsAny(argument, "*?[{") }

func (d *discovery) addGlob(argument string) error {
	base, pattern := doublestar.SplitPattern(filepath.ToSlash(argument))
	if !doublestar.ValidatePattern(pattern) {
		return &ArgumentError{argument, "the glob is malformed"}
	}
	folder, err := filepath.EvalSymlinks(d.absolute(filepath.FromSlash(base)))
	if err != nil {
		return &ArgumentError{argument, "matches no file"}
	}
	rel, ok := d.relative(folder)
	if !ok {
		return &ArgumentError{argument, "lies outside the root of the repository, " + printable(d.Root)}
	}
	d.globs[path.Join(escapeGlob(rel), pattern)] = argument
	return nil
}

// escapeGlob makes a pattern that matches the text itself.
func escapeGlob(text string) string {
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`, `{`, `\{`).Replace(text)
}

func (d *discovery) takeStdin() error {
	if d.StdinPath == "" || d.Stdin == nil {
		return &ArgumentError{"-", "the path of what stands on standard input is not given"}
	}
	full := d.absolute(d.StdinPath)
	folder, err := existingFolder(filepath.Dir(full))
	if err != nil {
		return &ArgumentError{d.StdinPath, reason(err)}
	}
	rel, ok := d.relative(full)
	if _, inside := d.relative(folder); !ok || !inside {
		return &ArgumentError{d.StdinPath, "lies outside the root of the repository, " + printable(d.Root)}
	}
	file := File{Path: rel, Named: true, root: d.Root, limit: d.Limit}
	file.stdin = sync.OnceValues(func() ([]byte, error) { return file.read(d.Stdin, 0) })
	d.found[rel] = file
	return nil
}

func (d *discovery) absolute(file string) string {
	if filepath.IsAbs(file) {
		return filepath.Clean(file)
	}
	return filepath.Join(d.Directory, file)
}

// relative is a path relative to the root with slashes, and whether it lies
// inside.
func (d *discovery) relative(full string) (string, bool) {
	rel, err := filepath.Rel(d.Root, full)
	if err != nil || !filepath.IsLocal(rel) {
		return "", false
	}
	return filepath.ToSlash(rel), true
}

// list finds the files of the folders and globs.
func (d *discovery) list(ctx context.Context) error {
	if d.whole || len(d.globs) > 0 {
		return d.listAll(ctx)
	}
	if len(d.folders) == 0 {
		return nil
	}
	files, byGit, err := d.listGit(ctx, d.folders)
	if err != nil {
		return err
	}
	if err := d.takeAll(slices.DeleteFunc(d.View.list(slices.Clone(files)), func(file string) bool { return !d.inFolders(file) })); err != nil {
		return err
	}
	for _, folder := range d.folders {
		inside := func(file string) bool { return strings.HasPrefix(file, folder+"/") }
		if byGit && slices.ContainsFunc(files, inside) {
			continue
		}
		// Git knows nothing of a folder that it ignores; named, it counts.
		if err := d.walk(ctx, folder); err != nil {
			return err
		}
	}
	return nil
}

func (d *discovery) listAll(ctx context.Context) error {
	files, byGit, err := d.listGit(ctx, nil)
	if err != nil {
		return err
	}
	if !byGit {
		var unread map[string]error
		files, unread, err = walk(ctx, d.Root, ".")
		if err = cmp.Or(err, d.missAll(unread)); err != nil {
			return err
		}
	}
	files = d.View.list(files)
	asked := files
	if !d.whole {
		asked = slices.DeleteFunc(slices.Clone(files), func(file string) bool { return !d.inFolders(file) })
	}
	if err := d.takeAll(asked); err != nil {
		return err
	}
	return d.takeGlobs(files)
}

func (d *discovery) inFolders(file string) bool {
	return slices.ContainsFunc(d.folders, func(folder string) bool { return strings.HasPrefix(file, folder+"/") })
}

func (d *discovery) takeGlobs(files []string) error {
	for glob, argument := range d.globs {
		matches := slices.DeleteFunc(slices.Clone(files), func(file string) bool {
			return !doublestar.MatchUnvalidated(glob, file)
		})
		if len(matches) == 0 {
			return &ArgumentError{argument, "matches no file"}
		}
		if err := d.takeAll(matches); err != nil {
			return err
		}
	}
	return nil
}

// listGit asks Git, and reports whether it answered. That it could not, in
// what looks like its work tree, is noted.
func (d *discovery) listGit(ctx context.Context, paths []string) ([]string, bool, error) {
	if _, ok := gitTop(d.Root); !ok {
		return nil, false, nil
	}
	files, unread, err := gitFiles(ctx, d.Root, paths)
	if err == nil {
		if d.View == nil { // else what Git does not know is not asked for
			err = d.missAll(unread)
		}
		return files, true, err
	}
	if ctx.Err() == nil {
		d.notes = append(d.notes, Note{Reason: "Git could not list the files, so the folders were walked: " + err.Error()})
	}
	return nil, false, ctx.Err()
}

func (d *discovery) walk(ctx context.Context, folder string) error {
	files, unread, err := walk(ctx, d.Root, folder)
	if err = cmp.Or(err, d.missAll(unread)); err != nil {
		return err
	}
	return d.takeAll(files)
}

// missAll is the error for folders that could not be listed, by their paths.
func (d *discovery) missAll(unread map[string]error) error {
	for _, folder := range slices.Sorted(maps.Keys(unread)) {
		if err := d.miss(folder, unread[folder]); err != nil {
			return err
		}
	}
	return nil
}

// miss is the error for what could not be looked at, lest a part be taken for the
// whole. Whoever leaves it out only has a note, as has one that it is no longer there.
func (d *discovery) miss(file string, err error) error {
	if isAbsent(err) || matchesAny(d.Exclude, file) || !d.mayHold(file) {
		d.note(file, reason(err))
		return nil
	}
	return fmt.Errorf("%s: %s; make it readable or exclude it in .aimslint.yaml", printable(file), reason(err))
}

// mayHold reports whether what lies below a path may be asked for by Include.
func (d *discovery) mayHold(folder string) bool {
	return len(d.Include) == 0 || slices.ContainsFunc(d.Include, func(glob string) bool {
		if strings.Contains(glob, "{") { // which may stand around a slash
			return true
		}
		parts := strings.Split(folder, "/")
		for i, step := range strings.Split(glob, "/") {
			switch {
			case i == len(parts) || step == "**":
				return true
			case !doublestar.MatchUnvalidated(step, parts[i]):
				return false
			}
		}
		return true // the glob matches a folder above
	})
}

// isAbsent reports whether there is nothing at a path any more, as for a file whose
// folder has become a file.
func isAbsent(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
}

func (d *discovery) takeAll(files []string) error {
	for _, file := range files {
		if !d.selected(file) {
			continue
		}
		info, err := d.View.lstat(d.Root, file)
		switch {
		case isAbsent(err): // tracked, but deleted
		case err != nil:
			if err := d.miss(file, err); err != nil {
				return err
			}
		default:
			d.take(file, info, false)
		}
	}
	return nil
}

// selected reports whether a file's name says a language and passes Include
// and Exclude. A folder, which Git lists for a repository inside this one, has
// no language.
func (d *discovery) selected(file string) bool {
	if (File{Path: file}).Language() == "" && (d.Also == nil || !d.Also(file)) {
		return false
	}
	return (len(d.Include) == 0 || matchesAny(d.Include, file)) && !matchesAny(d.Exclude, file)
}

// matchesAny reports whether a glob matches the file or a folder it lies in.
func matchesAny(globs []string, file string) bool {
	for _, glob := range globs {
		for part := file; part != "." && part != "/"; part = path.Dir(part) {
			if doublestar.MatchUnvalidated(strings.TrimSuffix(glob, "/"), part) {
				return true
			}
		}
	}
	return false
}

// take adds a file, or notes why it cannot be read.
func (d *discovery) take(file string, info fs.FileInfo, named bool) {
	if earlier, ok := d.found[file]; ok {
		named = named || earlier.Named
		earlier.Named = named
		d.found[file] = earlier
		return
	}
	switch mode := info.Mode(); {
	case !utf8.ValidString(file):
		d.note(file, "the name is not valid UTF-8")
	case mode&fs.ModeSymlink != 0:
		d.note(file, d.linkReason(file))
	case !mode.IsRegular():
		d.note(file, "not a regular file")
	default:
		d.found[file] = File{Path: file, Named: named, root: d.Root, limit: d.Limit, view: d.View, first: new(atomic.Uint64)}
	}
}

// linkReason says why a symbolic link is not followed.
func (d *discovery) linkReason(file string) string {
	target, err := filepath.EvalSymlinks(filepath.Join(d.Root, filepath.FromSlash(file)))
	if err != nil {
		return "a symbolic link that leads nowhere"
	}
	rel, ok := d.relative(target)
	if !ok {
		return "a symbolic link that leads out of the root"
	}
	return "a symbolic link; its target is checked as " + printable(rel)
}

func (d *discovery) note(file, reason string) {
	d.notes = append(d.notes, Note{Path: file, Reason: reason})
}

// reason is the reason of a failed operation without the path, which the
// message names already.
func reason(err error) string {
	if errors.Is(err, fs.ErrNotExist) {
		return "no such file or folder"
	}
	if pathError, ok := errors.AsType[*fs.PathError](err); ok {
		return pathError.Err.Error()
	}
	return err.Error()
}

// printable is a path as it may be shown: quoted if it holds what a terminal
// would act upon or what is no text.
func printable(file string) string {
	if quoted := fmt.Sprintf("%q", file); quoted != `"`+file+`"` {
		return quoted
	}
	return file
}
