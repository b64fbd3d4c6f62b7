package github_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/github"
)

func TestChangedOnSeveralPages(t *testing.T) {
	s := newServer(t)
	for i := range 250 {
		s.files = append(s.files, map[string]any{"filename": fmt.Sprintf("cards/%d.yaml", i), "status": "modified"})
	}
	s.files[249] = map[string]any{"filename": "new.yaml", "status": "renamed", "previous_filename": "old.yaml"}
	s.files[248] = map[string]any{"filename": "type", "status": "changed"}
	s.faults["GET /pulls/7/files"] = []fault{{status: 502}, {status: 429, header: map[string]string{"Retry-After": "2"}}}
	changes, err := s.client().Changed(context.Background(), 7, t.TempDir())
	if err != nil || len(changes) != 250 {
		t.Fatalf("%d files, error %v", len(changes), err)
	}
	for i := range 248 {
		if changes[i].Path != fmt.Sprintf("cards/%d.yaml", i) {
			t.Errorf("file %d is %s", i, changes[i].Path)
		}
	}
	if got := fmt.Sprint(changes[248:]); got != "[{type modified } {new.yaml renamed old.yaml}]" {
		t.Errorf("the last files are %s", got)
	}
}

// repository makes a repository whose two commits have hostile names.
func gitRepository(t *testing.T) (folder, base, head string) {
	t.Helper()
	folder = t.TempDir()
	run := func(args ...string) string {
		command := exec.CommandContext(t.Context(), "git", append([]string{"-c", "user.name=x", "-c", "user.email=x@example.com", "-c", "commit.gpgsign=false"}, args...)...) //nolint:gosec // the commands of this test
		command.Dir = folder
		out, err := command.CombinedOutput()
		if err != nil {
			t.Skipf("git %v: %v\n%s", args, err, out)
		}
		return strings.TrimSpace(string(out))
	}
	write := func(name, content string) {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600); err != nil {
			t.Skipf("this system has no file named %q: %v", name, err)
		}
	}
	run("init", "-q")
	write("old name", strings.Repeat("a line that stays\n", 20))
	write("gone\n$(id)", "x")
	write("--upload-pack=id", "x")
	run("add", "-A")
	run("commit", "-q", "-m", "base")
	base = run("rev-parse", "HEAD")
	run("mv", "old name", "new\tname 😀")
	run("rm", "-q", "--", "gone\n$(id)")
	write("--upload-pack=id", "y")
	write("added; rm -rf .", "z")
	run("add", "-A")
	run("commit", "-q", "-m", "head")
	return folder, base, run("rev-parse", "HEAD")
}

func TestChangedBeyondWhatGitHubLists(t *testing.T) {
	folder, base, head := gitRepository(t)
	s := newServer(t)
	s.base, s.head, s.changed = base, head, 3001
	changes, err := s.client().Changed(context.Background(), 7, folder)
	if err != nil {
		t.Fatal(err)
	}
	want := []github.Change{
		{Path: "--upload-pack=id", Status: "modified"},
		{Path: "added; rm -rf .", Status: "added"},
		{Path: "gone\n$(id)", Status: "removed"},
		{Path: "new\tname 😀", Status: "renamed", Previous: "old name"},
	}
	if !reflect.DeepEqual(changes, want) {
		t.Errorf("%q\nwant\n%q", changes, want)
	}
	if s.count("GET /pulls/7/files") != 0 {
		t.Error("GitHub is asked for a list that cannot be whole")
	}
	if github.CheckedOut(context.Background(), folder) != head || github.CheckedOut(context.Background(), filepath.Join(folder, ".git", "no")) != "" {
		t.Error("the commit that is checked out")
	}

	s.head = headSHA // which a shallow clone lacks
	_, err = s.client().Changed(context.Background(), 7, folder)
	if err == nil || !strings.Contains(err.Error(), "fetch-depth: 0") {
		t.Errorf("error %v", err)
	}
	s.head = "--output=x"
	_, err = s.client().Changed(context.Background(), 7, folder)
	if err == nil || !strings.Contains(err.Error(), "names no commits") {
		t.Errorf("error %v", err)
	}
}

// A list that is shorter than GitHub says is not taken for all.
func TestChangedIsWhole(t *testing.T) {
	folder, base, head := gitRepository(t)
	s := newServer(t)
	s.base, s.head, s.changed = base, head, 4
	s.files = []map[string]any{{"filename": "a", "status": "added"}}
	changes, err := s.client().Changed(context.Background(), 7, folder)
	if err != nil || len(changes) != 4 {
		t.Errorf("%v, error %v", changes, err)
	}
}

func TestChangedRefused(t *testing.T) {
	s := newServer(t)
	s.faults["GET /pulls/7"] = []fault{{status: 404, body: `{"message":"Not Found"}`}}
	_, err := s.client().Changed(context.Background(), 7, t.TempDir())
	if err == nil || !strings.Contains(err.Error(), "pull-requests: read") {
		t.Errorf("error %v", err)
	}
}
