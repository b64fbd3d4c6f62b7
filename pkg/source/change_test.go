package source

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// hostile are names that a repository may hold, and a shell, an option parser
// or a parser of Git's output may trip over.
func hostile() []string {
	names := []string{
		"a b.yaml", "-n.yaml", "--output=pwned.yaml", "$(touch pwned).yaml", "é.yaml", ":(top)x.yaml", "a{b,c}.yaml", "[x]*.yaml", ";#&.yaml",
	}
	if runtime.GOOS != "windows" {
		names = append(names, "quote\".yaml", "tab\t.yaml", "line\nfeed.yaml", "back\\slash.yaml", " lead.yaml", "trail ", "\x1b[31m.yaml")
	}
	if runtime.GOOS == "linux" {
		names = append(names, "not-utf8-\xff\xfe.yaml")
	}
	return names
}

// committed is a repository with files of one commit.
func committed(t *testing.T, files ...string) string {
	t.Helper()
	root := repository(t, files...)
	git(t, root, "init", "-q", "-b", "main")
	commit(t, root)
	return root
}

func commit(t *testing.T, root string) {
	t.Helper()
	git(t, root, "add", "-A")
	git(t, root, "commit", "-q", "--allow-empty", "-m", "x")
}

func since(t *testing.T, root, revision string) *Change {
	t.Helper()
	c, err := Since(t.Context(), root, revision)
	return opened(t, c, err)
}

func staged(t *testing.T, root string) *Change {
	t.Helper()
	c, err := Staged(t.Context(), root)
	return opened(t, c, err)
}

func opened(t *testing.T, c *Change, err error) *Change {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

// content is what a view has at a path; "" if nothing.
func content(t *testing.T, view *View, root, file string) string {
	t.Helper()
	at := view.At(root, file, DefaultLimit)
	content, err := at.Read()
	info, statErr := at.Stat()
	if errors.Is(err, fs.ErrNotExist) && errors.Is(statErr, fs.ErrNotExist) {
		return ""
	}
	if err != nil || statErr != nil {
		t.Fatalf("%q: %v, %v", file, err, statErr)
	}
	if info.Size() != int64(len(content)) || !info.Mode().IsRegular() {
		t.Errorf("%q: of %d bytes it says %d, mode %s", file, len(content), info.Size(), info.Mode())
	}
	return string(content)
}

// lines are the changed lines of a file among the first nine.
func lines(t *testing.T, c *Change, file string) []int {
	t.Helper()
	changed, err := c.Lines(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	var found []int
	for line := 1; line < 10; line++ {
		if changed(line) {
			found = append(found, line)
		}
	}
	return found
}

func TestSince(t *testing.T) {
	root := committed(t, "same.yaml", "edited.yaml", "gone.yaml", "sub/kept.yaml")
	write(t, root, "moved.yaml", strings.Repeat("the same line\n", 20))
	write(t, root, "edited.yaml", "a\nb\nc\nd\n")
	commit(t, root)
	git(t, root, "branch", "base")
	write(t, root, "edited.yaml", "a\nB\nc\nd\ne\n")
	git(t, root, "mv", "moved.yaml", "sub/moved.yaml")
	write(t, root, "sub/moved.yaml", strings.Repeat("the same line\n", 3)+"new\n"+strings.Repeat("the same line\n", 17))
	git(t, root, "rm", "-q", "gone.yaml")
	commit(t, root)
	write(t, root, "untracked.yaml", "x\ny\n")
	write(t, root, "same.yaml", "unstaged\n")

	c := since(t, root, "base")
	expect(t, c.Files(), "edited.yaml", "gone.yaml", "moved.yaml", "same.yaml", "sub/moved.yaml", "untracked.yaml")
	for file, want := range map[string][2]string{ // before and now
		"edited.yaml":    {"a\nb\nc\nd\n", "a\nB\nc\nd\ne\n"},
		"gone.yaml":      {"kind: model-card\n", ""},
		"same.yaml":      {"kind: model-card\n", "unstaged\n"},
		"untracked.yaml": {"", "x\ny\n"},
		"sub/kept.yaml":  {"kind: model-card\n", "kind: model-card\n"},
	} {
		if got := [2]string{content(t, c.Base, root, file), content(t, c.Now, root, file)}; got != want {
			t.Errorf("%s: %q, want %q", file, got, want)
		}
	}
	for file, want := range map[string][]int{
		"edited.yaml": {2, 5}, "sub/moved.yaml": {4}, "same.yaml": {1}, "sub/kept.yaml": nil,
		"untracked.yaml": {1, 2, 3, 4, 5, 6, 7, 8, 9},
	} {
		if got := lines(t, c, file); !slices.Equal(got, want) {
			t.Errorf("%s: lines %v have changed, want %v", file, got, want)
		}
	}
	if after := c.After("moved.yaml"); after != "sub/moved.yaml" || c.After("gone.yaml") != "gone.yaml" {
		t.Errorf("moved.yaml is %q now", after)
	}
	before, _ := discover(t, Options{Root: root, View: c.Base})
	expect(t, before, "edited.yaml", "gone.yaml", "moved.yaml", "same.yaml", "sub/kept.yaml")
	now, _ := discover(t, Options{Root: root, View: c.Now})
	expect(t, now, "edited.yaml", "same.yaml", "sub/kept.yaml", "sub/moved.yaml", "untracked.yaml")
}

// What happened on the other branch since is no change of this one.
func TestSinceIsSinceTheMergeBase(t *testing.T) {
	root := committed(t, "a.yaml", "b.yaml")
	git(t, root, "switch", "-q", "-c", "topic")
	write(t, root, "a.yaml", "topic\n")
	commit(t, root)
	git(t, root, "switch", "-q", "main")
	write(t, root, "b.yaml", "main\n")
	commit(t, root)
	git(t, root, "switch", "-q", "topic")
	expect(t, since(t, root, "main").Files(), "a.yaml")
	expect(t, since(t, root, "HEAD").Files())
}

func TestStaged(t *testing.T) {
	root := committed(t, "a.yaml", "b.yaml", "gone.yaml", "kept.yaml", "folder/only.yaml")
	write(t, root, ".gitignore", "ignored.yaml\n")
	commit(t, root)
	write(t, root, "a.yaml", "staged\n")
	write(t, root, "new.yaml", "new\n")
	git(t, root, "rm", "-q", "gone.yaml")
	git(t, root, "add", "-A")
	write(t, root, "a.yaml", "edited\nafterwards\n")
	write(t, root, "b.yaml", "unstaged\n")
	write(t, root, "untracked/x.yaml", "untracked\n")
	write(t, root, "ignored.yaml", "ignored\n")
	if err := os.RemoveAll(filepath.Join(root, "folder")); err != nil {
		t.Fatal(err)
	}
	c := staged(t, root)
	expect(t, c.Files(), "a.yaml", "gone.yaml", "new.yaml")
	for file, want := range map[string][2]string{ // before and now
		"a.yaml":           {"kind: model-card\n", "staged\n"},
		"b.yaml":           {"kind: model-card\n", "kind: model-card\n"},
		"gone.yaml":        {"kind: model-card\n", ""},
		"new.yaml":         {"", "new\n"},
		"folder/only.yaml": {"kind: model-card\n", "kind: model-card\n"},
		"untracked/x.yaml": {"", ""},
		"ignored.yaml":     {"ignored\n", "ignored\n"},
	} {
		if got := [2]string{content(t, c.Base, root, file), content(t, c.Now, root, file)}; got != want {
			t.Errorf("%s: %q, want %q", file, got, want)
		}
	}
	if got := lines(t, c, "a.yaml"); !slices.Equal(got, []int{1}) {
		t.Errorf("lines %v have changed, want the first, as it is staged", got)
	}
	now, _ := discover(t, Options{Root: root, View: c.Now})
	expect(t, now, "a.yaml", "b.yaml", "folder/only.yaml", "kept.yaml", "new.yaml")
	if info, err := c.Now.At(root, "folder", 0).Stat(); err != nil || !info.IsDir() {
		t.Errorf("a folder of the index is %v, %v", info, err)
	}
	if _, err := c.Now.At(root, "untracked", 0).Stat(); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder of untracked files: %v, want that there is none", err)
	}
}

func TestStagedBeforeTheFirstCommit(t *testing.T) {
	root := repository(t, "a.yaml", "b.yaml")
	git(t, root, "init", "-q")
	git(t, root, "add", "a.yaml")
	c := staged(t, root)
	expect(t, c.Files(), "a.yaml")
	now, _ := discover(t, Options{Root: root, View: c.Now})
	expect(t, now, "a.yaml")
	if _, err := Since(t.Context(), root, "HEAD"); !isRevisionError(err) {
		t.Errorf("since HEAD without a commit: %v", err)
	}
}

// A commit of only some files has an index of its own.
func TestStagedInAHook(t *testing.T) {
	root := committed(t, "a.yaml", "b.yaml")
	write(t, root, "a.yaml", "a\n")
	index := filepath.Join(root, ".git", "next-index")
	copied, err := os.ReadFile(filepath.Join(root, ".git", "index")) //nolint:gosec // of this test
	if err == nil {
		err = os.WriteFile(index, copied, 0o600) //nolint:gosec // of this test
	}
	if err != nil {
		t.Fatal(err)
	}
	git(t, root, "add", "a.yaml")
	for named, want := range map[string][]string{
		"": {"a.yaml"}, index: nil, ".git/next-index": nil,
		".git/gone": {"a.yaml"}, filepath.Join(t.TempDir(), "index"): {"a.yaml"},
	} {
		t.Setenv("GIT_INDEX_FILE", named)
		if got := staged(t, root).Files(); !slices.Equal(got, want) {
			t.Errorf("with the index %q %q have changed, want %q", named, got, want)
		}
	}
}

func TestChangesOfHostileNames(t *testing.T) {
	root := committed(t, hostile()...)
	for _, file := range hostile() {
		write(t, root, file, "kind: model-card\nchanged: true\n")
	}
	write(t, root, "new\"\n.yaml", "x\n")
	check := func(c *Change) {
		t.Helper()
		want := slices.Sorted(slices.Values(append(hostile(), "new\"\n.yaml")))
		if got := c.Files(); !slices.Equal(got, want) {
			t.Errorf("%q have changed, want %q", got, want)
		}
		for _, file := range hostile() {
			if got := content(t, c.Base, root, file); got != "kind: model-card\n" {
				t.Errorf("%q was %q", file, got)
			}
			if got := lines(t, c, file); !slices.Equal(got, []int{2}) {
				t.Errorf("%q: lines %v have changed, want the second", file, got)
			}
		}
	}
	check(since(t, root, "HEAD"))
	git(t, root, "add", "-A")
	check(staged(t, root))
	if left, _ := filepath.Glob(filepath.Join(root, "pwned*")); len(left) > 0 {
		t.Errorf("a name has made %q", left)
	}
}

// Two files that change names, and one that takes that of another.
func TestSwappedNames(t *testing.T) {
	root := committed(t, "c.yaml")
	one, two := strings.Repeat("one\n", 50), strings.Repeat("two\n", 50)
	write(t, root, "a.yaml", one)
	write(t, root, "b.yaml", two)
	commit(t, root)
	write(t, root, "a.yaml", two)
	write(t, root, "b.yaml", one)
	git(t, root, "mv", "-f", "a.yaml", "c.yaml")
	git(t, root, "add", "-A")
	c := staged(t, root)
	for file, want := range map[string]string{"a.yaml": one, "b.yaml": two, "c.yaml": "kind: model-card\n"} {
		if got := content(t, c.Base, root, file); got != want {
			t.Errorf("%s was %.10q, want %.10q", file, got, want)
		}
	}
	expect(t, c.Files(), "a.yaml", "b.yaml", "c.yaml")
}

func TestLinksLeadToTheFilesOfTheBase(t *testing.T) {
	root := committed(t, "run1/eval.json", "run2/eval.json")
	if err := os.Symlink("run2", filepath.Join(root, "latest")); err != nil {
		t.Skip("no links here: ", err)
	}
	commit(t, root)
	write(t, root, "run2/eval.json", "{}\n")
	c := since(t, root, "HEAD")
	if got := content(t, c.Base, root, "latest/eval.json"); got != "kind: model-card\n" {
		t.Errorf("by a link the base has %q", got)
	}
}

// A link that leads elsewhere now does not lead there in the base.
func TestLinksThatChange(t *testing.T) {
	root := committed(t, "run1/eval.json", "run2/eval.json")
	link := filepath.Join(root, "latest")
	if err := os.Symlink("run1", link); err != nil {
		t.Skip("no links here: ", err)
	}
	commit(t, root)
	if err := errors.Join(os.Remove(link), os.Symlink("run2", link)); err != nil {
		t.Fatal(err)
	}
	c := since(t, root, "HEAD")
	if got := content(t, c.Base, root, "latest/eval.json"); got != "" {
		t.Errorf("by the link of now the base has %q", got)
	}
	if got := content(t, c.Now, root, "latest/eval.json"); got == "" {
		t.Error("the link leads nowhere now")
	}
}

// What Git is only told to forget is still the file that it was.
func TestFilesOutOfTheIndex(t *testing.T) {
	root := committed(t, "a.yaml", "b.yaml")
	git(t, root, "rm", "-q", "--cached", "a.yaml")
	c := since(t, root, "HEAD")
	if got := content(t, c.Base, root, "a.yaml"); got != "kind: model-card\n" {
		t.Errorf("the base has %q", got)
	}
	if got := lines(t, c, "a.yaml"); len(got) > 0 {
		t.Errorf("lines %v have changed", got)
	}
}

func TestModesAreNoChange(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no modes here")
	}
	root := committed(t, "a.yaml")
	if err := os.Chmod(filepath.Join(root, "a.yaml"), 0o700); err != nil { //nolint:gosec // that is the point
		t.Fatal(err)
	}
	git(t, root, "add", "-A")
	expect(t, staged(t, root).Files())
}

func isRevisionError(err error) bool {
	_, ok := errors.AsType[*RevisionError](err)
	return ok
}

func TestWrongRevisions(t *testing.T) {
	root := committed(t, "a.yaml")
	git(t, root, "switch", "-q", "--orphan", "other")
	git(t, root, "commit", "-q", "--allow-empty", "-m", "x")
	for _, revision := range []string{"nowhere", "", "-", "--help", "--output=/tmp/x", "main..other", "HEAD:a.yaml", "a\nb", "main^{tree}", "main"} {
		if _, err := Since(t.Context(), root, revision); !isRevisionError(err) {
			t.Errorf("since %q: error %v, want a RevisionError", revision, err)
		}
	}
	loose := repository(t, "a.yaml")
	for name, err := range map[string]error{
		"since":  second(Since(t.Context(), loose, "HEAD")),
		"staged": second(Staged(t.Context(), loose)),
	} {
		if !isRevisionError(err) || !strings.Contains(err.Error(), "no Git repository") {
			t.Errorf("%s without a repository: %v", name, err)
		}
	}
	t.Setenv("PATH", t.TempDir())
	if _, err := Since(t.Context(), root, "HEAD"); !isRevisionError(err) {
		t.Errorf("without Git: %v", err)
	}
}

func second(_ *Change, err error) error { return err }

func TestShallowClone(t *testing.T) {
	root := committed(t, "a.yaml")
	first := strings.TrimSpace(readFile(t, root, ".git/refs/heads/main"))
	write(t, root, "a.yaml", "x\n")
	commit(t, root)
	clone := filepath.Join(t.TempDir(), "clone")
	git(t, root, "clone", "-q", "--depth=1", "file://"+root, clone)
	clone, err := filepath.EvalSymlinks(clone)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Since(t.Context(), clone, first); !isRevisionError(err) || !strings.Contains(err.Error(), "fetch-depth: 0") {
		t.Errorf("error %v, want one that says what to do", err)
	}
}

func readFile(t *testing.T, root, file string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(file))) //nolint:gosec // of this test
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// The repository may name programs: none of them runs, and settings that change
// what Git prints change nothing.
func TestChangesRunNothingOfTheRepository(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("needs a shell")
	}
	root := committed(t, "a.yaml", "b.yaml")
	trap := filepath.Join(root, ".git", "trap")
	write(t, root, ".git/trap", "#!/bin/sh\ntouch \"$0.sprung\"\ncat\n")
	if err := os.Chmod(trap, 0o700); err != nil { //nolint:gosec // it must be possible to run it
		t.Fatal(err)
	}
	write(t, root, ".git/info/attributes", "* filter=a diff=a\nb.yaml filter=c=d\n")
	write(t, root, "a.yaml", "changed\n")
	write(t, root, "b.yaml", "changed\n")
	for _, setting := range []string{
		"core.fsmonitor", "filter.a.clean", "filter.a.smudge", "filter.a.process", "filter.c=d.clean",
		"diff.a.command", "diff.a.textconv", "diff.external", "core.pager", "pager.diff", "core.hooksPath",
	} {
		git(t, root, "config", setting, trap)
	}
	for setting, value := range map[string]string{
		"filter.a.required": "true", "filter.c=d.required": "true", "core.worktree": "/", "diff.relative": "true", "diff.noprefix": "true",
		"color.ui": "always", "core.quotePath": "true", "diff.renames": "false", "diff.orderFile": "/nowhere", "core.abbrev": "4", "diff.context": "9",
	} {
		git(t, root, "config", setting, value)
	}
	t.Setenv("GIT_DIR", "/nonexistent")
	t.Setenv("GIT_EXTERNAL_DIFF", trap)
	t.Setenv("GIT_PAGER", trap)
	c := since(t, root, "HEAD")
	expect(t, c.Files(), "a.yaml", "b.yaml")
	if got := lines(t, c, "a.yaml"); !slices.Equal(got, []int{1}) {
		t.Errorf("lines %v have changed, want the first", got)
	}
	expect(t, staged(t, root).Files())
	if _, err := os.Stat(trap + ".sprung"); !errors.Is(err, fs.ErrNotExist) {
		t.Error("Git ran a program that the repository names")
	}
}

func TestBlobsHaveTheLimit(t *testing.T) {
	root := committed(t, "a.yaml", "b.yaml")
	write(t, root, "big.yaml", strings.Repeat("x", 1000))
	commit(t, root)
	for _, file := range []string{"a.yaml", "b.yaml", "big.yaml"} {
		write(t, root, file, "x")
	}
	c := since(t, root, "HEAD")
	_, err := c.Base.At(root, "big.yaml", 999).Read()
	if tooLarge, ok := errors.AsType[*TooLargeError](err); !ok || tooLarge.Limit != 999 {
		t.Errorf("error %v, want a TooLargeError", err)
	}
	for file, want := range map[string]int{"a.yaml": 17, "big.yaml": 1000, "b.yaml": 17} { // the next begins where the last one ends
		if got := content(t, c.Base, root, file); len(got) != want {
			t.Errorf("%s has %d bytes, want %d", file, len(got), want)
		}
	}
}

func TestRawOutput(t *testing.T) {
	null, one := strings.Repeat("0", 40), strings.Repeat("1", 40)
	raw := []string{
		":100644 100644 " + one + " " + null + " M", "m",
		":000000 100644 " + null + " " + one + " A", "a",
		":100644 100755 " + one + " " + one + " M", "mode",
		":160000 160000 " + one + " " + null + " M", "submodule",
		":100644 100644 " + one + " " + one + " R100", "from", "to",
		":120000 100644 " + one + " " + null + " T", "link",
		":000000 000000 " + null + " " + null + " U", "unmerged",
	}
	differences, err := parseRaw(raw)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, d := range differences {
		got[d.file+">"+d.after] = d.old.blob
	}
	if want := map[string]string{"m>": one, "a>": "", "from>to": one, "link>": "", "unmerged>": ""}; !maps.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, wrong := range [][]string{{"x"}, {raw[0]}, {"", "", ""}, {raw[8], "from"}} {
		if _, err := parseRaw(wrong); err == nil {
			t.Errorf("%q is taken", wrong)
		}
	}
}

func TestChangeEndsWithItsContext(t *testing.T) {
	root := committed(t, "a.yaml")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Since(ctx, root, "HEAD"); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want that of the context", err)
	}
}
