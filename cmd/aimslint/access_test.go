//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// plainUser is somebody whom permissions bind: nobody, if the tests run as root.
const plainUser = 65534

// estate is a folder of documents, and a program that whoever runs it may use no
// more of than its permissions allow.
type estate struct {
	folder, program string
	asNobody        bool
}

// newEstate is a folder with two documents. It skips the test where nobody can be
// made whom permissions bind.
func newEstate(t *testing.T) *estate {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	e := &estate{asNobody: os.Geteuid() == 0}
	top, err := os.MkdirTemp("", "aimslint-access") //nolint:usetesting // others may not look into t.TempDir
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = filepath.WalkDir(top, func(file string, entry os.DirEntry, _ error) error { // so that it can be removed
			if entry != nil && entry.IsDir() {
				_ = os.Chmod(file, 0o700) //nolint:gosec // the test's own
			}
			return nil
		})
		_ = os.RemoveAll(top)
	})
	e.folder, e.program = filepath.Join(top, "estate"), filepath.Join(top, "aimslint")
	if err := os.Mkdir(e.folder, 0o700); err != nil {
		t.Fatal(err)
	}
	copyProgram(t, self, e.program)
	e.write(t, "model-card.yaml", "kind: model-card\nmetadata: {id: one}\n")
	e.write(t, "models/b/model-card.yaml", "kind: model-card\nmetadata: {id: two}\n")
	if e.asNobody {
		for _, name := range []string{top, e.folder, e.folder + "/model-card.yaml", e.folder + "/models", e.folder + "/models/b", e.folder + "/models/b/model-card.yaml"} {
			if err := os.Chown(name, plainUser, plainUser); err != nil {
				t.Skip("the tests run as root, who may read all, and cannot give files to another: ", err)
			}
		}
	}
	if _, errors, code := e.run(t, "version"); code != 0 {
		t.Skip("the tests run as root, who may read all, and cannot run the program as another: ", errors)
	}
	return e
}

func copyProgram(t *testing.T, from, to string) {
	t.Helper()
	if os.Link(from, to) == nil && os.Geteuid() != 0 {
		return
	}
	_ = os.Remove(to)
	in, err := os.Open(from) //nolint:gosec // this program
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()                                                      //nolint:errcheck // nothing was written
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY|os.O_EXCL, 0o755) //nolint:gosec // others are to run it
	if err != nil {
		t.Fatal(err)
	}
	_, err = io.Copy(out, in)
	if err := errors.Join(err, out.Close()); err != nil {
		t.Fatal(err)
	}
}

func (e *estate) write(t *testing.T, file, content string) {
	t.Helper()
	full := filepath.Join(e.folder, filepath.FromSlash(file))
	if err := os.MkdirAll(filepath.Dir(full), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	if e.asNobody {
		if err := os.Chown(full, plainUser, plainUser); err != nil {
			t.Fatal(err)
		}
	}
}

// allow sets the permissions of a file or folder, and takes them away in the end.
func (e *estate) allow(t *testing.T, file string, mode os.FileMode) {
	t.Helper()
	full := filepath.Join(e.folder, filepath.FromSlash(file))
	if err := os.Chmod(full, mode); err != nil {
		t.Fatal(err)
	}
}

// run runs the program in the estate.
func (e *estate) run(t *testing.T, arguments ...string) (out, said string, code int) {
	t.Helper()
	command := exec.CommandContext(t.Context(), e.program, arguments...) //nolint:gosec // the test's own
	command.Dir = e.folder
	command.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + e.folder, cacheVariable + "=off"}
	if cache := filepath.Join(e.folder, "kept"); exists(cache) {
		command.Env[2] = cacheVariable + "=" + cache
	}
	if e.asNobody {
		command.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: plainUser, Gid: plainUser}}
	}
	var stdout, stderr bytes.Buffer
	command.Stdout, command.Stderr = &stdout, &stderr
	err := command.Run()
	if _, ended := errors.AsType[*exec.ExitError](err); err != nil && !ended {
		return "", err.Error(), -1
	}
	return stdout.String(), stderr.String(), command.ProcessState.ExitCode()
}

func exists(file string) bool {
	_, err := os.Lstat(file)
	return err == nil
}

// git makes the estate a repository of Git's that knows all its files, or none.
func (e *estate) git(t *testing.T, adds bool) {
	t.Helper()
	for _, arguments := range [][]string{{"init", "--quiet"}, {"add", "--all"}} {
		if arguments[0] == "add" && !adds {
			continue
		}
		command := exec.CommandContext(t.Context(), "git", arguments...) //nolint:gosec // the test's own
		command.Dir, command.Env = e.folder, []string{"PATH=" + os.Getenv("PATH"), "HOME=" + e.folder}
		if e.asNobody {
			command.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: plainUser, Gid: plainUser}}
		}
		if out, err := command.CombinedOutput(); err != nil {
			t.Skipf("git: %v\n%s", err, out)
		}
	}
}

var quickly = []string{"check", "--format", "json", "--as-of", "2026-11-22", "--rule", "model-card/licence,repository/document-id-unique,binding/*"}

// What may not be read ends the run, or is a finding; none passes in silence, and
// nothing of what was found before is printed.
func TestWhatMayNotBeRead(t *testing.T) {
	const whole = 1 // findings
	for name, c := range map[string]struct {
		closed string
		git    string // "", "known" or "unknown"
		config string
		want   string // on standard error
		code   int
	}{
		"nothing":                         {code: whole},
		"a document":                      {closed: "models/b/model-card.yaml", want: "models/b/model-card.yaml: permission denied; make it readable or exclude it", code: exitIncomplete},
		"a document that Git knows":       {closed: "models/b/model-card.yaml", git: "known", want: "models/b/model-card.yaml: permission denied; make it readable or exclude it", code: exitIncomplete},
		"a folder":                        {closed: "models/b", want: "models/b: permission denied; make it readable or exclude it", code: exitIncomplete},
		"a folder that Git knows":         {closed: "models/b", git: "known", want: "models/b: permission denied; make it readable or exclude it", code: exitIncomplete},
		"a folder that Git does not know": {closed: "models/b", git: "unknown", want: "models/b: permission denied; make it readable or exclude it", code: exitIncomplete},
		"an excluded folder":              {closed: "models/b", config: "exclude: ['models/**']\n", code: whole},
		"an excluded folder, by its name": {closed: "models", git: "unknown", config: "exclude: [models]\n", code: whole},
		"a folder that is not included":   {closed: "models", config: "include: ['*.yaml', 'docs/**']\n", code: whole},
		"one that may hold what is":       {closed: "models", config: "include: ['mod*/b/*.yaml']\n", want: "models: permission denied", code: exitIncomplete},
		"the configuration":               {closed: ".aimslint.yaml", config: "profile: starter\n", want: "reading the configuration: ", code: exitUsage},
	} {
		t.Run(name, func(t *testing.T) {
			e := newEstate(t)
			if c.config != "" {
				e.write(t, ".aimslint.yaml", c.config+"fail_on: warning\n")
			} else {
				e.write(t, ".aimslint.yaml", "fail_on: warning\n")
			}
			if c.git != "" {
				e.git(t, c.git == "known")
			}
			if c.closed != "" {
				e.allow(t, c.closed, 0)
			}
			out, said, code := e.run(t, quickly...)
			if code != c.code || !strings.Contains(said, c.want) || (c.want == "") != (said == "") {
				t.Errorf("%d, %q; want %d, %q", code, said, c.code, c.want)
			}
			if (code <= exitFindings) != json.Valid([]byte(out)) || code > exitFindings && out != "" {
				t.Errorf("with the code %d it prints %q", code, out)
			}
		})
	}
}

// What a document names and may not be read is not confirmed, and that is said.
func TestWhatDocumentsNameMayNotBeRead(t *testing.T) {
	e := newEstate(t)
	e.write(t, "model-card.yaml", "kind: model-card\nmetadata: {id: one}\nevaluation: [{metric: auc, value: 0.8, source: results.txt}]\nmodel: {path: weights.bin, digest: 'sha256:"+strings.Repeat("0", 64)+"'}\n")
	for _, file := range []string{"results.txt", "weights.bin"} {
		e.write(t, file, "0.8\n")
		e.allow(t, file, 0)
	}
	out, said, code := e.run(t, append(quickly, "--fail-on", "warning")...)
	if code != exitFindings && code != exitIncomplete {
		t.Errorf("%d, %s", code, said)
	}
	for _, file := range []string{"results.txt", "weights.bin"} {
		if !strings.Contains(out+said, file) {
			t.Errorf("%d: nothing is said of %s:\n%s%s", code, file, out, said)
		}
	}
}

// A cache that cannot be used costs time and nothing else.
func TestCacheThatCannotBeUsed(t *testing.T) {
	e := newEstate(t)
	e.write(t, ".aimslint.yaml", "fail_on: warning\nexclude: [kept, out]\n")
	want, said, code := e.run(t, quickly...)
	if code != exitFindings || said != "" {
		t.Fatal(code, said)
	}
	for name, prepare := range map[string]func(t *testing.T){
		"a file":             func(t *testing.T) { t.Helper(); e.write(t, "kept", "no folder") },
		"a folder of others": func(t *testing.T) { t.Helper(); e.write(t, "kept/x", ""); e.allow(t, "kept", 0) },
		"read-only, empty":   func(t *testing.T) { t.Helper(); e.write(t, "kept/x", ""); e.allow(t, "kept", 0o500) },
		"read-only, filled": func(t *testing.T) {
			t.Helper()
			e.write(t, "kept/x", "")
			e.own(t, "kept")
			if out, said, code := e.run(t, quickly...); out != want || said != "" || code != exitFindings {
				t.Errorf("while it is filled: %d, %s\n%s", code, said, out)
			}
			e.everywhere(t, "kept", 0o400, 0o500)
		},
		"entries that may not be read": func(t *testing.T) {
			t.Helper()
			e.write(t, "kept/x", "")
			e.own(t, "kept")
			e.run(t, quickly...)
			e.everywhere(t, "kept", 0, 0o700)
		},
	} {
		t.Run(name, func(t *testing.T) {
			prepare(t)
			t.Cleanup(func() {
				e.everywhere(t, "kept", 0o600, 0o700)
				if err := os.RemoveAll(filepath.Join(e.folder, "kept")); err != nil {
					t.Error(err)
				}
			})
			if out, said, code := e.run(t, quickly...); out != want || said != "" || code != exitFindings {
				t.Errorf("%d, %s\n%s\nwant\n%s", code, said, out, want)
			}
		})
	}
}

// own gives a folder to whoever runs the program.
func (e *estate) own(t *testing.T, folder string) {
	t.Helper()
	if e.asNobody {
		if err := os.Chown(filepath.Join(e.folder, folder), plainUser, plainUser); err != nil {
			t.Fatal(err)
		}
	}
}

// everywhere sets the permissions of all that lies at or below a path.
func (e *estate) everywhere(t *testing.T, name string, file, folder os.FileMode) {
	t.Helper()
	var folders []string
	top := filepath.Join(e.folder, name)
	_ = os.Chmod(top, 0o700) //nolint:gosec // the test's own
	err := filepath.WalkDir(top, func(path string, entry os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			folders = append(folders, path)
			return nil
		}
		return os.Chmod(path, file) //nolint:gosec // nobody else is in the folder
	})
	for _, path := range folders {
		err = errors.Join(err, os.Chmod(path, folder))
	}
	if err != nil {
		t.Fatal(err)
	}
}

// A report that cannot be put in its place leaves the one that is there as it is, and
// nothing beside it.
func TestReportThatCannotBeWritten(t *testing.T) {
	const old = "the report of yesterday\n"
	e := newEstate(t)
	e.write(t, "out/report.json", old)
	e.own(t, "out")
	e.allow(t, "out", 0o500)
	_, said, code := e.run(t, append(quickly, "--quiet", "--report", "json=out/report.json")...)
	if code != exitIncomplete || !strings.Contains(said, "write the json report: ") || !strings.Contains(said, "out/") || !strings.Contains(said, "permission denied") {
		t.Errorf("a folder that may not be written to: %d, %s", code, said)
	}
	e.allow(t, "out", 0o700)
	e.allow(t, "models/b", 0)
	if _, said, code := e.run(t, append(quickly, "--quiet", "--report", "json=out/report.json")...); code != exitIncomplete || !strings.Contains(said, "models/b: permission denied") {
		t.Errorf("a run that fails: %d, %s", code, said)
	}
	if content, err := os.ReadFile(filepath.Join(e.folder, "out", "report.json")); err != nil || string(content) != old {
		t.Errorf("%q, %v", content, err)
	}
	if entries, err := os.ReadDir(filepath.Join(e.folder, "out")); err != nil || len(entries) != 1 {
		t.Errorf("%v %v", entries, err)
	}
	e.allow(t, "models/b", 0o700)
	if _, said, code := e.run(t, append(quickly, "--quiet", "--report", "json=out/report.json")...); code > exitFindings {
		t.Errorf("once all is well: %d, %s", code, said)
	}
	if content, err := os.ReadFile(filepath.Join(e.folder, "out", "report.json")); err != nil || !json.Valid(content) {
		t.Errorf("%q, %v", content, err)
	}
}
