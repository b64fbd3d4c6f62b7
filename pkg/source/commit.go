package source

import (
	"bytes"
	"context"
)

// Commit is the commit that HEAD names in Git's hexadecimal, and whether all of
// some files, relative to the root, are as they are in it. It is "" where there is
// no repository or no commit yet.
func Commit(ctx context.Context, root string, files []string) (commit string, clean bool, err error) {
	git := gitIn{root: root}
	if commit, err = git.line(ctx, "rev-parse", "--verify", "--quiet", "HEAD^{commit}"); err != nil {
		return "", false, ctx.Err()
	}
	inside, err := git.line(ctx, "rev-parse", "--show-prefix") // "" at the top
	if err != nil {
		return "", false, err
	}
	git = git.withoutFilters(ctx)
	out, err := git.run(ctx, nil, "ls-tree", "-r", "-z", "--name-only", "--full-tree", commit)
	if err != nil {
		return "", false, err
	}
	tracked := map[string]bool{}
	for _, name := range zeroed(out) {
		tracked[name] = true
	}
	changed, err := git.run(ctx, nil, "diff-index", "-z", "--name-only", "--no-renames", commit, "--")
	if err != nil {
		return "", false, err
	}
	for name := range bytes.SplitSeq(changed, []byte{0}) {
		delete(tracked, string(name))
	}
	for _, name := range files {
		if !tracked[inside+name] {
			return commit, false, nil
		}
	}
	return commit, true, nil
}
