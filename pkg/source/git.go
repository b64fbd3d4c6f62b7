package source

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
)

// gitFiles lists what Git tracks at the given paths, or everywhere if there
// are none, plus what it does not ignore. The paths are relative to the root,
// with slashes. Some may not exist any more, and some may be folders: the
// repositories inside this one.
func gitFiles(ctx context.Context, root string, paths []string) ([]string, error) {
	args := []string{
		"--literal-pathspecs",
		"-c", "core.fsmonitor=false", // would run a program of the repository's choice
		"-c", "core.hooksPath=" + os.DevNull,
		"-c", "safe.bareRepository=explicit",
		"ls-files", "-z", "--cached", "--others", "--exclude-standard", "--",
	}
	git := exec.CommandContext(ctx, "git", slices.Concat(args, paths)...) //nolint:gosec // the paths follow "--"
	git.Dir = root
	git.Env = gitEnvironment()
	out, err := git.Output()
	if err != nil {
		return nil, gitError(ctx, err)
	}
	return strings.FieldsFunc(string(out), func(r rune) bool { return r == 0 }), nil
}

// gitEnvironment is the little that Git needs to find itself and the user's
// trust in the folder (safe.directory). What a hook sets, as GIT_DIR, is left
// out, and nothing is ever asked, locked or fetched.
func gitEnvironment() []string {
	env := []string{
		"GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "LC_ALL=C",
		// A partial clone fetches what it lacks, by a program if its remote says so.
		"GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none",
	}
	for _, name := range []string{"PATH", "HOME", "XDG_CONFIG_HOME", "USERPROFILE", "SYSTEMROOT"} {
		if value, ok := os.LookupEnv(name); ok {
			env = append(env, name+"="+value)
		}
	}
	return env
}

// gitError is the error with Git's own words for it, on one line.
func gitError(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		line, _, _ := strings.Cut(strings.TrimSpace(string(exit.Stderr)), "\n")
		return fmt.Errorf("git: %s", strings.TrimPrefix(line, "fatal: "))
	}
	return err
}
