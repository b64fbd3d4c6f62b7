package source

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// RevisionError is the error for a revision that cannot be compared with, and
// says what to do: wrong use, not a failure.
type RevisionError struct{ Reason string }

func (e *RevisionError) Error() string { return e.Reason }

// Change is what has changed in a repository between a base and now.
type Change struct {
	// Now and Base are the files after and before.
	Now, Base *View

	git     gitIn
	compare []string // what makes Git compare the base with now
	files   map[string]changed
	renamed map[string]string // the new path by the old one
}

// changed is what became of a file.
type changed struct {
	added bool   // it was not there before, or is another kind of file now
	from  string // the path that it had before, if that was another
}

// Since is what has changed since a revision: since the merge base of the
// revision and HEAD, as a pull request shows it, up to the working tree with
// the files that Git does not know yet. The root is that of [Root]. An error
// about the revision is a [*RevisionError].
func Since(ctx context.Context, root, revision string) (*Change, error) {
	git, err := newGit(ctx, root)
	if err != nil {
		return nil, err
	}
	base, err := git.mergeBase(ctx, revision)
	if err != nil {
		return nil, err
	}
	c := newChange(ctx, git, base)
	return c, c.read(ctx, func(untracked []string) error {
		for _, file := range untracked {
			if c.Base.entries[file].blob != "" {
				continue // it was only taken out of the index
			}
			c.files[file] = changed{added: true}
			c.Base.entries[file] = entry{}
		}
		return nil
	})
}

// Staged is what the next commit will change: Now is the index, without what
// is not staged and without files that Git neither knows nor ignores. In a hook
// of Git's it is the index of the commit at hand.
func Staged(ctx context.Context, root string) (*Change, error) {
	git, err := newGit(ctx, root)
	if err != nil {
		return nil, err
	}
	git.index = git.hookIndex(ctx)
	base, err := git.head(ctx)
	if err != nil {
		return nil, err
	}
	c := newChange(ctx, git, base)
	c.compare = []string{"--cached", base}
	return c, c.read(ctx, func(untracked []string) error {
		undone, err := c.git.unstaged(ctx)
		if err != nil {
			return err
		}
		for _, file := range untracked {
			undone[file] = entry{}
		}
		c.Now.entries = undone
		before := maps.Clone(undone)
		maps.Copy(before, c.Base.entries)
		c.Base.entries = before
		return measure(ctx, git, c.Now.entries)
	})
}

func newChange(ctx context.Context, git gitIn, base string) *Change {
	objects := &objects{ctx: ctx, git: git}
	view := func() *View { return &View{root: git.root, objects: objects, entries: map[string]entry{}} }
	return &Change{Now: view(), Base: view(), git: git, compare: []string{base}, files: map[string]changed{}, renamed: map[string]string{}}
}

// Files are the paths that have changed, in order: those that came, those that
// went, and of a file that was renamed both.
func (c *Change) Files() []string { return slices.Sorted(maps.Keys(c.files)) }

// Touches reports whether the file has changed.
func (c *Change) Touches(file string) bool {
	_, touched := c.files[file]
	return touched
}

// After is the path that a file of the base has now.
func (c *Change) After(file string) string { return cmp.Or(c.renamed[file], file) }

// Lines tells which lines of a file, from 1, have changed or are new.
func (c *Change) Lines(ctx context.Context, file string) (func(line int) bool, error) {
	f, touched := c.files[file]
	if !touched || f.added {
		return func(int) bool { return touched }, nil
	}
	paths := []string{file}
	if f.from != "" {
		paths = append(paths, f.from)
	}
	arguments := slices.Concat([]string{"--unified=0", "--inter-hunk-context=0", "--text", "--diff-algorithm=myers"}, c.compare, []string{"--"}, paths)
	patch, err := c.git.diff(ctx, arguments...)
	if err != nil {
		return nil, err
	}
	var hunks [][2]int
	for _, m := range hunk.FindAllSubmatch(patch, -1) {
		start, _ := strconv.Atoi(string(m[1]))
		count := 1
		if m[2] != nil {
			count, _ = strconv.Atoi(string(m[2]))
		}
		hunks = append(hunks, [2]int{start, start + count})
	}
	return func(line int) bool {
		return slices.ContainsFunc(hunks, func(h [2]int) bool { return h[0] <= line && line < h[1] })
	}, nil
}

// hunk is the head of a part of a patch. Every line of content begins with a
// sign.
var hunk = regexp.MustCompile(`(?m)^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@`)

// Close ends the process that reads from Git.
func (c *Change) Close() { c.Base.objects.close() }

// read finds what has changed among the files that Git knows, and has the rest
// added.
func (c *Change) read(ctx context.Context, add func(untracked []string) error) error {
	differences, err := c.git.differences(ctx, c.compare...)
	if err != nil {
		return err
	}
	for _, d := range differences {
		now := cmp.Or(d.after, d.file)
		c.Base.entries[now] = entry{}
		c.files[now] = changed{added: d.old.blob == ""}
		if d.after != "" {
			c.files[now] = changed{from: d.file}
			c.renamed[d.file] = d.after
		}
	}
	for _, d := range differences { // a file may have taken the name of another
		if d.old.blob == "" {
			continue
		}
		c.Base.entries[d.file] = d.old
		if !c.Touches(d.file) {
			c.files[d.file] = changed{}
		}
	}
	untracked, err := c.git.untracked(ctx)
	if err != nil {
		return err
	}
	if err := add(untracked); err != nil {
		return err
	}
	return measure(ctx, c.git, c.Base.entries)
}

// newGit is Git for comparing, in a root that must be that of a repository.
func newGit(ctx context.Context, root string) (gitIn, error) {
	if top, ok := gitTop(root); !ok || top != root {
		return gitIn{}, &RevisionError{"what has changed is asked of Git, but " + printable(root) + " is in no Git repository; run it in one, or check all documents"}
	}
	git := gitIn{root: root, workTree: true}
	if _, err := git.run(ctx, nil, "rev-parse", "--git-dir"); err != nil {
		if ctx.Err() != nil {
			return git, ctx.Err()
		}
		return git, &RevisionError{"what has changed is asked of Git, which does not answer here: " + err.Error()}
	}
	return git.withoutFilters(ctx), nil
}

// mergeBase is the commit at which the history of HEAD left that of a revision.
func (g gitIn) mergeBase(ctx context.Context, revision string) (string, error) {
	unknown := &RevisionError{fmt.Sprintf("Git knows no commit %q; %s", revision, g.advice(ctx))}
	if revision == "" || revision[0] == '-' || strings.ContainsFunc(revision, unicode.IsControl) {
		return "", unknown
	}
	head, err := g.line(ctx, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
	if err != nil {
		return "", cmp.Or(ctx.Err(), error(&RevisionError{"there is no commit yet, so that nothing can have changed since one; check all documents"}))
	}
	commit, err := g.line(ctx, "rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}")
	if err != nil {
		return "", cmp.Or(ctx.Err(), error(unknown))
	}
	base, err := g.line(ctx, "merge-base", commit, head)
	if err != nil {
		return "", cmp.Or(ctx.Err(), error(&RevisionError{fmt.Sprintf("Git finds no commit that %q and HEAD have in common; %s", revision, g.advice(ctx))}))
	}
	return base, nil
}

// advice says how to get a commit that is not at hand.
func (g gitIn) advice(ctx context.Context) string {
	if shallow, _ := g.line(ctx, "rev-parse", "--is-shallow-repository"); shallow == "true" {
		return "this clone has only a part of the history: use fetch-depth: 0 with actions/checkout, or run 'git fetch --unshallow'"
	}
	return "name a branch, tag or commit, as origin/main, and fetch it first"
}

// head is the tree that the next commit will be compared with: the empty one
// before the first.
func (g gitIn) head(ctx context.Context) (string, error) {
	head, err := g.line(ctx, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
	if err == nil || ctx.Err() != nil {
		return head, ctx.Err()
	}
	return g.line(ctx, "hash-object", "-t", "tree", "--stdin")
}

// hookIndex is the index that Git names to a hook: that of a commit of only
// some files is not the repository's own. One that lies elsewhere than in the
// folder of Git's is not taken.
func (g gitIn) hookIndex(ctx context.Context) string {
	named := os.Getenv("GIT_INDEX_FILE")
	if named == "" {
		return ""
	}
	if !filepath.IsAbs(named) {
		named = filepath.Join(g.root, named)
	}
	folder, err := g.line(ctx, "rev-parse", "--absolute-git-dir")
	if err != nil || filepath.Dir(named) != filepath.Clean(folder) {
		return ""
	}
	if _, err := os.Lstat(named); errors.Is(err, fs.ErrNotExist) { //nolint:gosec // a file of the folder of Git's
		return ""
	}
	return named
}

// difference is a file that differs between two states.
type difference struct {
	file  string
	after string // its path in the later state, if it was renamed
	old   entry  // what it was in the earlier state, if it was a regular file
}

// differences compares a tree with the working tree, or with --cached with the
// index.
func (g gitIn) differences(ctx context.Context, compare ...string) ([]difference, error) {
	out, err := g.diff(ctx, slices.Concat([]string{"--raw", "-z", "--no-abbrev"}, compare, []string{"--"})...)
	if err != nil {
		return nil, err
	}
	return parseRaw(zeroed(out))
}

// diff runs git diff so that neither a program nor a setting of anybody's
// changes what it says.
func (g gitIn) diff(ctx context.Context, arguments ...string) ([]byte, error) {
	return g.run(ctx, nil, slices.Concat([]string{
		"diff", "--no-ext-diff", "--no-textconv", "--no-color", "--no-relative",
		"--ignore-submodules=all", "-O" + os.DevNull, "--find-renames=50%",
	}, arguments)...)
}

// parseRaw reads the raw output of git diff:
// https://git-scm.com/docs/git-diff#_raw_output_format
func parseRaw(parts []string) ([]difference, error) {
	var differences []difference
	for len(parts) > 0 {
		columns := strings.Fields(parts[0])
		if len(columns) != 5 || len(parts) < 2 {
			return nil, fmt.Errorf("git diff: %.100q is not expected", parts[0])
		}
		mode, later, blob, status := columns[0], columns[1], columns[2], columns[4]
		d := difference{file: parts[1]}
		parts = parts[2:]
		if status[0] == 'R' || status[0] == 'C' {
			if len(parts) == 0 {
				return nil, errors.New("git diff: a path is missing")
			}
			d.after, parts = parts[0], parts[1:]
		}
		if strings.HasPrefix(mode, ":100") {
			d.old.blob = blob
		}
		isLink := mode == ":160000" || later == "160000" // to a commit of another repository
		justMode := blob == columns[3] && d.after == ""  // another mode, the same content
		if !isLink && (!justMode || status[0] == 'U') {
			differences = append(differences, d)
		}
	}
	return differences, nil
}

// unstaged are the files of the working tree that are not as in the index, as
// they are there.
func (g gitIn) unstaged(ctx context.Context) (map[string]entry, error) {
	out, err := g.diff(ctx, "--raw", "-z", "--no-abbrev", "--no-renames", "--")
	if err != nil {
		return nil, err
	}
	differences, err := parseRaw(zeroed(out))
	if err != nil {
		return nil, err
	}
	entries := make(map[string]entry, len(differences))
	for _, d := range differences {
		entries[d.file] = d.old
	}
	return entries, nil
}

// untracked are the files that Git neither knows nor ignores.
func (g gitIn) untracked(ctx context.Context) ([]string, error) {
	out, err := g.run(ctx, nil, "ls-files", "-z", "--others", "--exclude-standard", "--")
	files := slices.DeleteFunc(zeroed(out), func(file string) bool { return strings.HasSuffix(file, "/") })
	return files, err
}
