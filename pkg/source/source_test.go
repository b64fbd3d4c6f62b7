package source

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// repository is a temporary folder with the given files in it; a name that
// ends in "/" makes a folder.
func repository(t *testing.T, files ...string) string {
	t.Helper()
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		write(t, root, file, "kind: model-card\n")
	}
	return root
}

func write(t *testing.T, root, file, content string) {
	t.Helper()
	full := filepath.Join(root, filepath.FromSlash(file))
	folder := filepath.Dir(full)
	if strings.HasSuffix(file, "/") {
		folder = full
	}
	if err := os.MkdirAll(folder, 0o750); err != nil {
		t.Fatal(err)
	}
	if folder == full {
		return
	}
	if err := os.WriteFile(full, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

// git runs Git in a folder without the configuration of the machine.
func git(t *testing.T, folder string, args ...string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	args = append([]string{"-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "protocol.file.allow=always"}, args...)
	command := exec.CommandContext(t.Context(), "git", args...) //nolint:gosec // of this test
	command.Dir = folder
	command.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_SYSTEM="+os.DevNull)
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

func discover(t *testing.T, o Options) ([]string, []Note) {
	t.Helper()
	if o.Directory == "" {
		o.Directory = o.Root
	}
	files, notes, err := Discover(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	found := make([]string, 0, len(files))
	for _, file := range files {
		found = append(found, file.Path)
	}
	return found, notes
}

func expect(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

func expectNote(t *testing.T, notes []Note, file, reason string) {
	t.Helper()
	for _, note := range notes {
		if note.Path == file && strings.Contains(note.Reason, reason) {
			return
		}
	}
	t.Errorf("no note on %q that says %q in %q", file, reason, notes)
}

func TestWalkHonoursNestedIgnoreFiles(t *testing.T) {
	root := repository(t, "a.yaml", "b.py", "build/x.yaml", "deep/build/y.yaml", "deep/keep.yaml", "deep/drop.yaml",
		"logs/one.json", "logs/kept.json", ".git/config.yaml", "node_modules/m/README.md",
		"env/pyvenv.cfg", "env/lib/README.md", ".hidden/card.md", "only/here.md", "only/deep/here.md")
	write(t, root, ".gitignore", "\uFEFFbuild/\n*.json\r\n# comment\n/only/here.md\n")
	write(t, root, "deep/.gitignore", "drop.yaml\n")
	write(t, root, "logs/.gitignore", "!kept.json\n")
	found, _ := discover(t, Options{Root: root})
	expect(t, found, ".hidden/card.md", "a.yaml", "deep/keep.yaml", "logs/kept.json", "only/deep/here.md")
}

func TestGitDecidesWhatIsThere(t *testing.T) {
	root := repository(t, "tracked.yaml", "deleted.yaml", "ignored/tracked-anyway.md", "ignored/other.md", "sub/.gitignore")
	git(t, root, "init", "-q")
	write(t, root, "sub/.gitignore", "no.json\n")
	git(t, root, "add", "-f", ".")
	write(t, root, ".gitignore", "ignored/\n")
	write(t, root, "sub/no.json", "{}")
	write(t, root, "sub/yes.json", "{}")
	write(t, root, "ignored/late.md", "")
	if err := os.Remove(filepath.Join(root, "deleted.yaml")); err != nil {
		t.Fatal(err)
	}
	found, notes := discover(t, Options{Root: root})
	expect(t, found, "ignored/other.md", "ignored/tracked-anyway.md", "sub/yes.json", "tracked.yaml")
	if len(notes) > 0 {
		t.Errorf("notes %v, want none", notes)
	}
	found, _ = discover(t, Options{Root: root, Arguments: []string{"sub"}})
	expect(t, found, "sub/yes.json")
	found, _ = discover(t, Options{Root: root, Directory: filepath.Join(root, "sub"), Arguments: []string{"."}})
	expect(t, found, "sub/yes.json")
}

func TestHostileNames(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such names")
	}
	names := []string{"-leading.yaml", "new\nline.md", "quo\"te.json", " space .csv", "ünï.yaml", "*.md", "[x].yaml", ":(top)x.md"}
	want := slices.Sorted(slices.Values(names))
	for _, inGit := range []bool{false, true} {
		root := repository(t, names...)
		write(t, root, "bad\xff.yaml", "")
		if inGit {
			git(t, root, "init", "-q")
		}
		found, notes := discover(t, Options{Root: root})
		expect(t, found, want...)
		expectNote(t, notes, "bad\xff.yaml", "not valid UTF-8")
		if text := notes[0].String(); !utf8.ValidString(text) || strings.Contains(text, "\n") {
			t.Errorf("the note %q would upset a terminal", text)
		}
		for _, name := range names {
			found, _ = discover(t, Options{Root: root, Arguments: []string{name}})
			expect(t, found, name)
		}
	}
}

func TestNamedFilesAreTaken(t *testing.T) {
	root := repository(t, "ignored/card.md", "notes.txt", "a.yaml")
	write(t, root, ".gitignore", "ignored/\n")
	git(t, root, "init", "-q")
	o := Options{Root: root, Directory: root, Arguments: []string{"ignored/card.md", "./notes.txt", "."}, Exclude: []string{"**"}}
	files, _, err := Discover(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if !file.Named {
			t.Errorf("%s is not marked as named", file.Path)
		}
	}
	if len(files) != 2 {
		t.Errorf("found %v, want the two named files", files)
	}
	found, _ := discover(t, Options{Root: root, Arguments: []string{"ignored"}})
	expect(t, found, "ignored/card.md")
}

func TestGlobs(t *testing.T) {
	root := repository(t, "a/card.yaml", "a/b/card.yaml", "a/b/other.md", "c.yaml", "a/x.py")
	for glob, want := range map[string][]string{
		"**/card.yaml": {"a/b/card.yaml", "a/card.yaml"},
		"a/*.yaml":     {"a/card.yaml"},
		"a/**":         {"a/b/card.yaml", "a/b/other.md", "a/card.yaml"},
		"*.{yaml,md}":  {"c.yaml"},
	} {
		found, _ := discover(t, Options{Root: root, Arguments: []string{glob}})
		expect(t, found, want...)
	}
	found, _ := discover(t, Options{Root: root, Directory: filepath.Join(root, "a", "b"), Arguments: []string{"../*.yaml", "*.md"}})
	expect(t, found, "a/b/other.md", "a/card.yaml")
	found, _ = discover(t, Options{Root: root, Arguments: []string{"*.yaml", "a/b"}})
	expect(t, found, "a/b/card.yaml", "a/b/other.md", "c.yaml")
}

func TestIncludeAndExclude(t *testing.T) {
	root := repository(t, "a/card.yaml", "a/vendor/card.yaml", "b/card.yaml", "b/x.json")
	found, _ := discover(t, Options{Root: root, Include: []string{"a", "**/*.json"}, Exclude: []string{"**/vendor/"}})
	expect(t, found, "a/card.yaml", "b/x.json")
}

func TestWrongArguments(t *testing.T) {
	root := repository(t, "a.yaml")
	outside := repository(t, "o.yaml")
	for name, o := range map[string]Options{
		"missing file":      {Arguments: []string{"nowhere.yaml"}},
		"empty glob":        {Arguments: []string{"**/*.csv"}},
		"malformed glob":    {Arguments: []string{"[a.yaml"}},
		"file outside":      {Arguments: []string{filepath.Join(outside, "o.yaml")}},
		"folder outside":    {Arguments: []string{".."}},
		"glob outside":      {Arguments: []string{"../*.yaml"}},
		"stdin, no path":    {Arguments: []string{"-"}, Stdin: strings.NewReader("")},
		"stdin outside":     {Arguments: []string{"-"}, Stdin: strings.NewReader(""), StdinPath: "../x.yaml"},
		"malformed exclude": {Exclude: []string{"[a"}},
	} {
		o.Root, o.Directory = root, root
		_, _, err := Discover(t.Context(), o)
		argument, ok := errors.AsType[*ArgumentError](err)
		if !ok {
			t.Errorf("%s: error %v, want an ArgumentError", name, err)
		} else if argument.Argument == "" || argument.Reason == "" {
			t.Errorf("%s: the error %q does not say what and why", name, argument)
		}
	}
}

func TestLinks(t *testing.T) {
	outside := repository(t, "secret.yaml", "more/secret.md")
	for _, inGit := range []bool{false, true} {
		root := repository(t, "real.yaml", "folder/in.md")
		for link, target := range map[string]string{
			"out.yaml": filepath.Join(outside, "secret.yaml"), "dangling.yaml": "nowhere.yaml", "in.yaml": "real.yaml",
			"loop.yaml": "loop.yaml", "round": ".", "away": outside, "to-folder.md": "folder",
		} {
			if err := os.Symlink(target, filepath.Join(root, link)); err != nil {
				t.Skip("no symbolic links here: ", err)
			}
		}
		if inGit {
			git(t, root, "init", "-q")
		}
		found, notes := discover(t, Options{Root: root})
		expect(t, found, "folder/in.md", "real.yaml")
		expectNote(t, notes, "out.yaml", "out of the root")
		expectNote(t, notes, "dangling.yaml", "leads nowhere")
		expectNote(t, notes, "loop.yaml", "leads nowhere")
		expectNote(t, notes, "in.yaml", "checked as real.yaml")
		for _, argument := range []string{"out.yaml", "dangling.yaml", "loop.yaml", "away", "away/secret.yaml"} {
			_, _, err := Discover(t.Context(), Options{Root: root, Directory: root, Arguments: []string{argument}})
			if _, ok := errors.AsType[*ArgumentError](err); !ok {
				t.Errorf("%s: error %v, want an ArgumentError", argument, err)
			}
		}
		found, _ = discover(t, Options{Root: root, Arguments: []string{"in.yaml", "round/folder"}})
		expect(t, found, "folder/in.md", "real.yaml")
	}
}

func TestReadStaysInside(t *testing.T) {
	outside := repository(t, "secret.yaml")
	root := repository(t, "folder/card.yaml", "card.yaml")
	files, _, err := Discover(t.Context(), Options{Root: root})
	if err != nil {
		t.Fatal(err)
	}
	for _, swap := range []string{"folder", "card.yaml"} { // after they were found
		if err := os.RemoveAll(filepath.Join(root, swap)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(outside, filepath.Join(root, "folder")); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
	if err := os.Symlink(filepath.Join(outside, "secret.yaml"), filepath.Join(root, "card.yaml")); err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if content, err := file.Read(); err == nil {
			t.Errorf("%s: read %q through a link out of the root", file.Path, content)
		}
	}
	if len(files) != 2 {
		t.Errorf("found %d files, want 2", len(files))
	}
}

func TestSizeLimit(t *testing.T) {
	root := repository(t, "exact.yaml", "over.yaml")
	write(t, root, "exact.yaml", strings.Repeat("x", 100))
	write(t, root, "over.yaml", strings.Repeat("x", 101))
	huge, err := os.Create(filepath.Join(root, "sparse.yaml")) //nolint:gosec // a temporary folder
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(huge.Truncate(1<<30), huge.Close()); err != nil {
		t.Fatal(err)
	}
	files, _, err := Discover(t.Context(), Options{Root: root, Limit: 100})
	if err != nil || len(files) != 3 {
		t.Fatalf("found %v, %v", files, err)
	}
	if content, err := files[0].Read(); err != nil || len(content) != 100 {
		t.Errorf("a file of exactly the limit: %d bytes, %v", len(content), err)
	}
	for _, file := range files[1:] {
		before := allocated()
		content, err := file.Read()
		if tooLarge, ok := errors.AsType[*TooLargeError](err); !ok || content != nil || tooLarge.Limit != 100 {
			t.Errorf("%s: %d bytes, error %v; want a TooLargeError", file.Path, len(content), err)
		}
		if after := allocated(); after-before > 1<<20 {
			t.Errorf("%s: %d bytes of memory for a file that is not read", file.Path, after-before)
		}
	}
}

func allocated() uint64 {
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.TotalAlloc
}

func TestStdin(t *testing.T) {
	root := repository(t, "a.yaml")
	o := Options{Root: root, Directory: root, Arguments: []string{"-", "."}, StdinPath: "a.yaml", Stdin: strings.NewReader("from stdin")}
	files, _, err := Discover(t.Context(), o)
	if err != nil || len(files) != 1 {
		t.Fatalf("found %v, %v", files, err)
	}
	if content, err := files[0].Read(); string(content) != "from stdin" || err != nil {
		t.Errorf("read %q, %v", content, err)
	}
	o.Limit, o.Stdin, o.StdinPath = 5, strings.NewReader("too much"), "new/not-there-yet.yaml"
	files, _, err = Discover(t.Context(), o)
	if err != nil || len(files) != 2 {
		t.Fatalf("found %v, %v", files, err)
	}
	if _, err := files[1].Read(); err == nil {
		t.Error("standard input above the limit was read")
	}
}

func TestRoot(t *testing.T) {
	root := repository(t, "deep/er/card.yaml", "inner/card.yaml")
	git(t, root, "init", "-q")
	git(t, filepath.Join(root, "inner"), "init", "-q")
	loose := repository(t, "folder/card.yaml")
	write(t, loose, "folder/.git/", "")
	for path, want := range map[string]string{
		filepath.Join(root, "deep", "er", "card.yaml"):   root,
		filepath.Join(root, "deep", "not", "there.yaml"): root,
		root: root,
		filepath.Join(root, "inner", "card.yaml"):         filepath.Join(root, "inner"),
		filepath.Join(loose, "folder", "card.yaml"):       filepath.Join(loose, "folder"),
		filepath.Join(loose, "folder"):                    filepath.Join(loose, "folder"),
		filepath.Join(loose, "folder", ".", "..", "gone"): loose,
	} {
		if got, err := Root(path); got != want || err != nil {
			t.Errorf("Root(%s) = %s, %v; want %s", path, got, err, want)
		}
	}
}

func TestGitRunsNothingOfTheRepository(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("needs a shell")
	}
	root := repository(t, "a.yaml")
	git(t, root, "init", "-q")
	trap := filepath.Join(root, ".git", "trap")
	write(t, root, ".git/trap", "#!/bin/sh\ntouch \"$0.sprung\"\n")
	if err := os.Chmod(trap, 0o700); err != nil { //nolint:gosec // it must be possible to run it
		t.Fatal(err)
	}
	git(t, root, "config", "core.fsmonitor", trap)
	git(t, root, "config", "core.worktree", "/")
	t.Setenv("GIT_DIR", "/nonexistent")
	t.Setenv("GIT_EXTERNAL_DIFF", trap)
	found, _ := discover(t, Options{Root: root})
	expect(t, found, "a.yaml")
	if _, err := os.Stat(trap + ".sprung"); !errors.Is(err, fs.ErrNotExist) {
		t.Error("Git ran a program that the repository names")
	}
}

func TestWalkWhereGitFails(t *testing.T) {
	root := repository(t, "a.yaml", "b/c.md", "ignored.md")
	write(t, root, ".gitignore", "ignored.md\n")
	git(t, root, "init", "-q")
	write(t, root, ".git/config", "[core\nbroken")
	found, notes := discover(t, Options{Root: root})
	expect(t, found, "a.yaml", "b/c.md")
	expectNote(t, notes, "", "Git could not list the files")
	t.Setenv("PATH", t.TempDir())
	found, notes = discover(t, Options{Root: root, Arguments: []string{"b"}})
	expect(t, found, "b/c.md")
	expectNote(t, notes, "", "Git could not list the files")
}

func TestRepositoriesInside(t *testing.T) {
	root := repository(t, "a.yaml", "inner/card.yaml")
	git(t, root, "init", "-q")
	git(t, filepath.Join(root, "inner"), "init", "-q")
	git(t, filepath.Join(root, "inner"), "add", ".")
	git(t, filepath.Join(root, "inner"), "commit", "-q", "-m", "x")
	git(t, root, "-c", "advice.addEmbeddedRepo=false", "add", ".")
	found, _ := discover(t, Options{Root: root})
	expect(t, found, "a.yaml")
	found, _ = discover(t, Options{Root: root, Arguments: []string{"inner"}})
	expect(t, found, "inner/card.yaml")
}

// An untrusted repository must not choose what is read by a link that somebody
// names in passing, as a shell's * does.
func TestLinkOutOfTheRepositoryIsNoRoot(t *testing.T) {
	outside, root := repository(t, "outside.yaml"), repository(t, "inside/a.yaml")
	git(t, root, "init", "-q")
	for link, target := range map[string]string{"out": outside, "in": filepath.Join(root, "inside")} {
		if err := os.Symlink(target, filepath.Join(root, link)); err != nil {
			t.Skip("no links here: ", err)
		}
	}
	for _, path := range []string{"out", "out/outside.yaml", "in", "in/a.yaml"} {
		if got, err := Root(filepath.Join(root, filepath.FromSlash(path))); err != nil || got != root {
			t.Errorf("the root of %s is %s (%v), want %s", path, got, err, root)
		}
	}
	for _, argument := range []string{"out", "out/outside.yaml"} {
		_, _, err := Discover(t.Context(), Options{Root: root, Directory: root, Arguments: []string{argument}})
		if wrong, ok := errors.AsType[*ArgumentError](err); !ok || !strings.Contains(wrong.Reason, "outside the root") {
			t.Errorf("%s: error %v, want one about the root", argument, err)
		}
	}
	link := filepath.Join(outside, "link")
	if err := os.Symlink(root, link); err != nil {
		t.Fatal(err)
	}
	if got, err := Root(link); err != nil || got != root {
		t.Errorf("outside of a repository a link is followed, but the root is %s (%v)", got, err)
	}
}

// Files that are nowhere yet are found and read as if they were there, among those
// of the working tree.
func TestOverlay(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	if err := os.WriteFile(filepath.Join(root, "a.yaml"), []byte("a"), 0o600); err != nil {
		t.Fatal(err)
	}
	view := Overlay(root, map[string][]byte{"aims/b.yaml": []byte("b"), "aims/empty.yaml": {}})
	for _, arguments := range [][]string{{root}, {filepath.Join(root, "aims")}} {
		if err := os.MkdirAll(filepath.Join(root, "aims"), 0o750); err != nil {
			t.Fatal(err)
		}
		files, _, err := Discover(t.Context(), Options{Root: root, Directory: root, Arguments: arguments, View: view})
		if err != nil {
			t.Fatal(err)
		}
		found := make([]string, 0, len(files))
		for _, f := range files {
			content, err := f.Read()
			if err != nil {
				t.Fatal(err)
			}
			found = append(found, f.Path+"="+string(content))
		}
		want := []string{"a.yaml=a", "aims/b.yaml=b", "aims/empty.yaml="}
		if arguments[0] != root {
			want = want[1:]
		}
		if !slices.Equal(found, want) {
			t.Errorf("%q, want %q", found, want)
		}
	}
}

// What cannot be looked at matters only where something is asked for that it may hold.
func TestMayHold(t *testing.T) {
	for glob, folders := range map[string]map[string]bool{
		"*.yaml":         {"models": false, "x.yaml": true, "a/b": false},
		"models/*.yaml":  {"models": true, "models/a": false, "docs": false},
		"models":         {"models": true, "models/a/b": true, "model": false},
		"**/card.yaml":   {"a": true, "a/b/c": true},
		"a/**/b/*.json":  {"a": true, "a/x/y": true, "b": false},
		"{a/b,c}/*.yaml": {"a": true, "z": true},
		`a\[1]/*.yaml`:   {"a[1]": true, "a1": false},
	} {
		for folder, want := range folders {
			d := &discovery{Options: Options{Include: []string{glob}}}
			if got := d.mayHold(folder); got != want {
				t.Errorf("%s in %s: %t", glob, folder, got)
			}
		}
	}
}
