package scan_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/scan"
)

// git runs Git in a folder without the configuration of the machine.
func git(t *testing.T, folder string, args ...string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	args = append([]string{"-c", "user.name=t", "-c", "user.email=t@example.org"}, args...)
	command := exec.CommandContext(t.Context(), "git", args...) //nolint:gosec // of this test
	command.Dir = folder
	command.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_SYSTEM="+os.DevNull)
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

// brought is what a change brings, as "file change rule", and whether the rules
// were evaluated at all.
func brought(t *testing.T, files, edits map[string]string, rules ...string) (findings []string, evaluated bool) {
	t.Helper()
	folder := project(t, files)
	git(t, folder, "init", "-q")
	git(t, folder, "add", "-A")
	git(t, folder, "commit", "-q", "-m", "x")
	for name, content := range edits {
		full := filepath.Join(folder, filepath.FromSlash(name))
		if content == "" {
			_ = os.Remove(full)
			continue
		}
		if err := os.MkdirAll(filepath.Dir(full), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	request := scan.Request{Directory: folder, AsOf: "2026-11-22", Rules: rules, ChangedSince: "HEAD"}
	request.Progress = func(int, int) { evaluated = true }
	request.Jobs = 1
	sinceHead := changes(t, request)
	git(t, folder, "add", "-A")
	request.ChangedSince, request.Staged = "", true
	if staged := changes(t, request); !slices.Equal(staged, sinceHead) {
		t.Errorf("staged brings %q, since HEAD %q", staged, sinceHead)
	}
	return sinceHead, evaluated
}

func changes(t *testing.T, request scan.Request) []string {
	t.Helper()
	run, err := scan.Check(t.Context(), request)
	if err != nil {
		t.Fatal(err)
	}
	found := make([]string, 0, len(run.Findings))
	for i := range run.Findings {
		f := &run.Findings[i]
		found = append(found, strings.Join([]string{f.Location.File, string(f.Change), f.Rule.ID}, " "))
	}
	return found
}

const (
	byLine     = " " + string(finding.ChangedLine) + " "
	byDocument = " " + string(finding.ChangedDocument) + " "
)

func TestWhatAChangeBrings(t *testing.T) {
	card := func(more string) string { return "kind: model-card\nmetadata:\n  id: one\n" + more }
	bound := card("evaluation:\n  - {metric: auc, value: 0.9, source: metrics/eval.json#/auc}\n")
	const register = "# Risk register\n\n| Risk | Owner |\n|---|---|\n"
	for _, test := range []struct {
		name         string
		files, edits map[string]string
		rules        []string
		want         []string
		idle         bool // nothing is evaluated
	}{
		{
			name:  "absent before and after",
			files: map[string]string{"model-card.yaml": card("")}, edits: map[string]string{"model-card.yaml": card("intended_use: x\n")},
			rules: []string{"document/owner"},
		},
		{
			name:  "absent since",
			files: map[string]string{"model-card.yaml": card("  owner: a\n")}, edits: map[string]string{"model-card.yaml": card("")},
			rules: []string{"document/owner"}, want: []string{"model-card.yaml" + byDocument + "document/owner"},
		},
		{
			name:  "a placeholder instead of a value",
			files: map[string]string{"model-card.yaml": card("  owner: a\n")}, edits: map[string]string{"model-card.yaml": card("  owner: TBD\n")},
			rules: []string{"document/owner"}, want: []string{"model-card.yaml" + byLine + "document/owner"},
		},
		{
			name:  "lines that move",
			files: map[string]string{"model-card.yaml": card("  owner: TBD\n")}, edits: map[string]string{"model-card.yaml": "# a comment\n\n" + card("  owner: TBD\n")},
			rules: []string{"document/owner"},
		},
		{
			name:  "a source that a document names",
			files: map[string]string{"model-card.yaml": bound, "metrics/eval.json": `{"auc": 0.9}`}, edits: map[string]string{"metrics/eval.json": `{"auc": 0.5}`},
			rules: []string{"binding/*"}, want: []string{"model-card.yaml" + byDocument + "binding/value-agrees"},
		},
		{
			name:  "a source that goes",
			files: map[string]string{"model-card.yaml": bound, "metrics/eval.json": `{"auc": 0.9}`}, edits: map[string]string{"metrics/eval.json": ""},
			rules: []string{"binding/*"}, want: []string{"model-card.yaml" + byDocument + "binding/source-readable"},
		},
		{
			name:  "a source that comes nearer",
			files: map[string]string{"a/model-card.yaml": bound, "metrics/eval.json": `{"auc": 0.9}`}, edits: map[string]string{"a/metrics/eval.json": `{"auc": 0.5}`},
			rules: []string{"binding/*"}, want: []string{"a/model-card.yaml" + byDocument + "binding/value-agrees"},
		},
		{
			name:  "a file that nobody names",
			files: map[string]string{"model-card.yaml": bound, "metrics/eval.json": `{"auc": 0.5}`}, edits: map[string]string{"metrics/other.json": `{"auc": 0.5}`, "main.py": "x"},
			idle: true,
		},
		{
			name:  "a document that can no longer be read",
			files: map[string]string{"model-card.yaml": card("")}, edits: map[string]string{"model-card.yaml": "kind: model-card\nmetadata: [\n"},
			rules: []string{"syntax/*"}, want: []string{"model-card.yaml" + byLine + "syntax/invalid"},
		},
		{
			name:  "a configuration that asks more",
			files: map[string]string{"model-card.yaml": card(""), ".aimslint.yaml": "rules: {document/owner: off}\n"}, edits: map[string]string{".aimslint.yaml": "rules: {}\n"},
			want: []string{"model-card.yaml" + byDocument + "document/owner"},
		},
		{
			name:  "a configuration that could not be read",
			files: map[string]string{"model-card.yaml": card(""), ".aimslint.yaml": "rules: [\n"}, edits: map[string]string{".aimslint.yaml": "rules: {}\n"},
		},
		{
			name: "a finding on the repository that moves to another document",
			files: map[string]string{
				"a/management-system.yaml": "kind: management-system\nmetadata: {id: a}\n",
				"b/management-system.yaml": "kind: management-system\nmetadata: {id: b}\n",
			},
			edits: map[string]string{"a/management-system.yaml": ""},
			rules: []string{"repository/risk-register-kept"},
		},
		{
			name: "one finding on the repository that goes and two that come",
			files: map[string]string{
				"a/model-card.yaml": "kind: model-card\nmetadata: {id: a}\n",
				"b/model-card.yaml": "kind: model-card\nmetadata: {id: b}\nsystem: s\n",
				"c/model-card.yaml": "kind: model-card\nmetadata: {id: c}\nsystem: s\n",
				"ai-system.yaml":    "kind: ai-system\nmetadata: {id: s}\nname: s\n",
			},
			edits: map[string]string{"a/model-card.yaml": "", "ai-system.yaml": ""},
			rules: []string{"repository/system-has-risks"}, want: []string{"c/model-card.yaml" + byDocument + "repository/system-has-risks"},
		},
		{
			name:  "another format",
			files: map[string]string{"risk-register.md": register + "| Fire | me |\n"}, edits: map[string]string{"risk-register.md": register + "| Fire | me |\n| Flood | TBD |\n"},
			rules: []string{"risk-register/risk-owner"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, evaluated := brought(t, test.files, test.edits, test.rules...)
			if test.name == "a configuration that asks more" {
				got = slices.DeleteFunc(got, func(f string) bool { return !strings.HasSuffix(f, "document/owner") })
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
			if evaluated == test.idle {
				t.Errorf("evaluated: %v", evaluated)
			}
		})
	}
}

// With all findings asked for, those of the change are marked among them.
func TestWholeRunBesideTheChange(t *testing.T) {
	folder := project(t, map[string]string{"model-card.yaml": "kind: model-card\n"})
	git(t, folder, "init", "-q")
	git(t, folder, "add", "-A")
	git(t, folder, "commit", "-q", "-m", "x")
	run, err := scan.Check(t.Context(), scan.Request{Directory: folder, AsOf: "2026-11-22", ChangedSince: "HEAD", Whole: true})
	if err != nil {
		t.Fatal(err)
	}
	full, err := scan.Check(t.Context(), scan.Request{Directory: folder, AsOf: "2026-11-22"})
	if err != nil {
		t.Fatal(err)
	}
	whole := run.Whole()
	if len(run.Findings) != 0 || len(whole.Findings) == 0 || len(whole.Findings) != len(full.Findings) || whole.Changes != "" {
		t.Errorf("%d findings of the change and %d of all, want none and %d", len(run.Findings), len(whole.Findings), len(full.Findings))
	}
	for i := range full.Findings {
		if whole.Findings[i].Fingerprint != full.Findings[i].Fingerprint {
			t.Errorf("finding %d is another than without the change", i)
		}
	}
}

// A working directory that is reached by a link, as temporary folders of macOS
// are, is that of the repository.
func TestChangesBehindALink(t *testing.T) {
	folder := project(t, map[string]string{
		"model-card.yaml": "kind: model-card\n", "a/b/model-card.yaml": "kind: model-card\n", "conf.yaml": "rules: {document/owner: off}\n",
	})
	git(t, folder, "init", "-q")
	git(t, folder, "add", "-A")
	git(t, folder, "commit", "-q", "-m", "x")
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(folder, link); err != nil {
		t.Skip("links cannot be made here: ", err)
	}
	if err := os.WriteFile(filepath.Join(folder, "conf.yaml"), []byte("rules: {}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(folder, "a")); err != nil {
		t.Fatal(err)
	}
	request := scan.Request{Directory: link, AsOf: "2026-11-22", ChangedSince: "HEAD", Config: "conf.yaml"}
	for path, want := range map[string]bool{".": true, "model-card.yaml": true, "*.yaml": true, "a/b/model-card.yaml": false, "a/b": false} {
		request.Paths = []string{path}
		got := changes(t, request)
		if slices.Contains(got, "model-card.yaml"+byDocument+"document/owner") != want {
			t.Errorf("%s brings %q", path, got)
		}
	}
}
