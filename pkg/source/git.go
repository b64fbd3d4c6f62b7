package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// gitFiles lists what Git tracks at the given paths, or everywhere if there
// are none, plus what it does not ignore. The paths are relative to the root,
// with slashes. Some may not exist any more, and some may be folders: the
// repositories inside this one. It also gives the folders that Git could not list,
// and why.
func gitFiles(ctx context.Context, root string, paths []string) (files []string, unread map[string]error, err error) {
	args := []string{"ls-files", "-z", "--cached", "--others", "--exclude-standard", "--"}
	out, said, err := gitIn{root: root}.runSaying(ctx, nil, slices.Concat(args, paths)...)
	unread = map[string]error{}
	for _, m := range unlisted.FindAllSubmatch(said, -1) {
		if why := strings.ToLower(string(m[2])); why != "no such file or directory" {
			unread[strings.TrimSuffix(string(m[1]), "/")] = errors.New(why)
		}
	}
	return zeroed(out), unread, err
}

// unlisted is what Git says of a folder that it cannot list, and passes over.
var unlisted = regexp.MustCompile(`(?m)^warning: could not open directory '(.+)': (.+)$`)

// zeroed are the parts of a list, each of which ends with NUL.
func zeroed(list []byte) []string {
	return strings.FieldsFunc(string(list), func(r rune) bool { return r == 0 })
}

// gitIn runs Git in the root of a repository so that it runs nothing else: no
// program that the repository or its configuration names.
type gitIn struct {
	root string
	// workTree says that the root is the work tree, whatever the configuration
	// says.
	workTree bool
	// index is the index to use instead of the repository's own.
	index string
	// overrides are settings of the configuration, as key and value.
	overrides [][2]string
}

// withoutFilters turns off the filters that the configuration declares, which
// are programs that Git runs to compare a file with what it has recorded.
func (g gitIn) withoutFilters(ctx context.Context) gitIn {
	// It fails where there are none.
	names, _ := g.run(ctx, nil, "config", "-z", "--name-only", "--get-regexp", `^filter\.`)
	for _, key := range zeroed(names) {
		value := ""
		if strings.HasSuffix(key, ".required") {
			value = "false"
		}
		g.overrides = append(g.overrides, [2]string{key, value})
	}
	return g
}

func (g gitIn) command(ctx context.Context, args ...string) *exec.Cmd {
	safe := []string{
		"--literal-pathspecs", "--no-pager",
		"-c", "core.fsmonitor=false", // would run a program of the repository's choice
		"-c", "core.hooksPath=" + os.DevNull,
		"-c", "safe.bareRepository=explicit",
	}
	if g.workTree {
		safe = append(safe, "--work-tree=.")
	}
	command := exec.CommandContext(ctx, "git", slices.Concat(safe, args)...) //nolint:gosec // paths follow "--", and revisions are object names
	command.Dir = g.root
	command.Env = append(gitEnvironment(), "GIT_CONFIG_COUNT="+strconv.Itoa(len(g.overrides)))
	if g.index != "" {
		command.Env = append(command.Env, "GIT_INDEX_FILE="+g.index)
	}
	for i, setting := range g.overrides {
		n := strconv.Itoa(i)
		command.Env = append(command.Env, "GIT_CONFIG_KEY_"+n+"="+setting[0], "GIT_CONFIG_VALUE_"+n+"="+setting[1])
	}
	return command
}

// run gives what Git prints.
func (g gitIn) run(ctx context.Context, stdin io.Reader, args ...string) ([]byte, error) {
	out, _, err := g.runSaying(ctx, stdin, args...)
	return out, err
}

// runSaying gives what Git prints, and what it says beside that.
func (g gitIn) runSaying(ctx context.Context, stdin io.Reader, args ...string) (out, said []byte, err error) {
	var beside bytes.Buffer
	command := g.command(ctx, args...)
	command.Stdin, command.Stderr = stdin, &beside
	if out, err = command.Output(); err != nil {
		return nil, nil, gitError(ctx, err, beside.Bytes())
	}
	return out, beside.Bytes(), nil
}

// Git gives what Git prints in a folder. It runs nothing else: no program that
// the repository or its configuration names, and no fetch. The caller sees to it
// that no argument from outside is taken for an option.
func Git(ctx context.Context, folder string, args ...string) ([]byte, error) {
	return gitIn{root: folder}.run(ctx, nil, args...)
}

// line is the one line that Git prints.
func (g gitIn) line(ctx context.Context, args ...string) (string, error) {
	out, err := g.run(ctx, nil, args...)
	return string(bytes.TrimRight(out, "\r\n")), err
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
func gitError(ctx context.Context, err error, said []byte) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if _, ok := errors.AsType[*exec.ExitError](err); ok {
		line, _, _ := strings.Cut(strings.TrimSpace(string(said)), "\n")
		return fmt.Errorf("git: %s", strings.TrimPrefix(line, "fatal: "))
	}
	return err
}
