// Package ci has the templates for CI systems; the test holds them and
// docs/ci.md against what they speak of.
package ci

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/aimslint/aimslint/pkg/report"
)

type action struct {
	Inputs map[string]struct {
		Description string
		Default     string
	}
	Outputs map[string]any
	Runs    struct {
		Steps []struct {
			Run, Uses, Shell string
		}
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.FromSlash(path))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func parse(t *testing.T, name, text string, into any) {
	t.Helper()
	if err := yaml.Unmarshal([]byte(text), into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// TestActionRunsFilesOnly demands that no script of the Action has an
// expression in it, and that what is not ours is pinned by commit.
func TestActionRunsFilesOnly(t *testing.T) {
	var a action
	parse(t, "action.yml", read(t, "../../action.yml"), &a)
	script := regexp.MustCompile(`^bash "\$GITHUB_ACTION_PATH/(\.github/action/[a-z]+\.sh)"$`)
	pinned := regexp.MustCompile(`^[^@]+@[0-9a-f]{40}$`)
	for _, step := range a.Runs.Steps {
		if step.Uses != "" {
			if !pinned.MatchString(step.Uses) {
				t.Errorf("%s is not pinned by commit", step.Uses)
			}
			continue
		}
		match := script.FindStringSubmatch(step.Run)
		if match == nil || step.Shell != "bash" {
			t.Errorf("a step runs %q in %s, not a script of .github/action in bash", step.Run, step.Shell)
			continue
		}
		read(t, "../../"+match[1])
	}
}

// TestInputsAreDocumented holds the table in docs/ci.md against action.yml.
func TestInputsAreDocumented(t *testing.T) {
	var a action
	parse(t, "action.yml", read(t, "../../action.yml"), &a)
	page := read(t, "../ci.md")
	rows := map[string]string{}
	for _, row := range regexp.MustCompile("(?m)^\\| `([a-z-]+)` \\| (.*?) ?\\| (.*) \\|$").FindAllStringSubmatch(page, -1) {
		rows[row[1]] = row[2]
	}
	for name, input := range a.Inputs {
		stated, documented := rows[name]
		if !documented {
			t.Errorf("docs/ci.md does not say what the input %s is for", name)
		}
		literal := input.Default != "" && !strings.Contains(input.Default, "${{")
		if literal && stated != "`"+input.Default+"`" {
			t.Errorf("docs/ci.md states %s as the default of %s, which is `%s`", stated, name, input.Default)
		}
		if input.Description == "" {
			t.Errorf("the input %s has no description", name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(rows)) {
		if _, known := a.Inputs[name]; !known {
			t.Errorf("docs/ci.md documents %s, which is no input of the Action", name)
		}
	}
	for name := range a.Outputs {
		if !strings.Contains(page, "`"+name+"`") {
			t.Errorf("docs/ci.md does not name the output %s", name)
		}
	}
}

// TestTemplatesAskForWhatExists looks up the formats that the page and the
// templates name.
func TestTemplatesAskForWhatExists(t *testing.T) {
	asked := regexp.MustCompile(`--(?:format|report)[ =]"?([a-z]+)`)
	for _, path := range []string{"gitlab-ci.yml", "azure-pipelines.yml", "Jenkinsfile"} {
		matches := asked.FindAllStringSubmatch(read(t, path), -1)
		if len(matches) < 2 {
			t.Errorf("%s asks for hardly any report", path)
		}
		for _, match := range matches {
			if !slices.Contains(report.Names(), match[1]) {
				t.Errorf("%s asks for the report %s, which does not exist", path, match[1])
			}
		}
	}
}

// TestGitLabTemplate checks the keywords of a job that carry the template.
// https://docs.gitlab.com/ci/yaml/
func TestGitLabTemplate(t *testing.T) {
	var file map[string]struct {
		Stage     string
		Image     string
		Variables map[string]string
		Before    []string `yaml:"before_script"` //nolint:tagliatelle // GitLab's word
		Script    []string
		Artifacts struct {
			When    string
			Paths   []string
			Reports map[string]string
		}
		Rules []map[string]string
	}
	text := read(t, "gitlab-ci.yml")
	parse(t, "gitlab-ci.yml", text, &file)
	job, ok := file["aimslint"]
	if !ok || len(file) != 1 || job.Stage == "" || job.Image == "" || len(job.Rules) == 0 {
		t.Fatalf("gitlab-ci.yml is not one job with a stage, an image and rules: %+v", file)
	}
	if job.Artifacts.When != "always" {
		t.Error("the reports of a job that fails are not kept")
	}
	for kind, path := range map[string]string{"gitlab": job.Artifacts.Reports["codequality"], "junit": job.Artifacts.Reports["junit"]} {
		if path == "" || !strings.Contains(text, "--report "+kind+"="+path) {
			t.Errorf("the %s report is not the one that is handed over as %q", kind, path)
		}
	}
	checkShell(t, "gitlab-ci.yml", strings.Join(slices.Concat(job.Before, job.Script), "\n"))
}

// TestAzureTemplate checks the steps.
// https://learn.microsoft.com/azure/devops/pipelines/yaml-schema/steps
func TestAzureTemplate(t *testing.T) {
	var file struct {
		Pool  map[string]string
		Steps []struct {
			Bash, Task, Condition string
			DisplayName           string `yaml:"displayName"`
			Inputs                map[string]string
		}
	}
	parse(t, "azure-pipelines.yml", read(t, "azure-pipelines.yml"), &file)
	if file.Pool["vmImage"] == "" || len(file.Steps) == 0 {
		t.Fatal("azure-pipelines.yml lacks a pool or steps")
	}
	for _, step := range file.Steps {
		switch {
		case step.Bash != "":
			checkShell(t, "azure-pipelines.yml: "+step.DisplayName, step.Bash)
			if strings.Contains(step.Bash, "$(") {
				t.Errorf("%s: Azure would replace a macro in the script", step.DisplayName)
			}
		case !regexp.MustCompile(`^[A-Za-z]+@\d+$`).MatchString(step.Task):
			t.Errorf("a step is neither a script nor a task of a version: %+v", step)
		case step.Condition != "succeededOrFailed()":
			t.Errorf("%s does not run when the check fails", step.Task)
		}
	}
}

// TestJenkinsTemplate checks the sections that a declarative pipeline must have,
// its scripts, and with Groovy at hand its syntax.
// https://www.jenkins.io/doc/book/pipeline/syntax/
func TestJenkinsTemplate(t *testing.T) {
	text := read(t, "Jenkinsfile")
	scripts := regexp.MustCompile(`(?s)sh '''(.*?)'''`)
	for _, script := range scripts.FindAllStringSubmatch(text, -1) {
		checkShell(t, "Jenkinsfile", strings.ReplaceAll(script[1], `\\`, `\`))
	}
	rest := scripts.ReplaceAllString(text, "sh ''")
	for _, pair := range []string{"{}", "()"} {
		if strings.Count(rest, pair[:1]) != strings.Count(rest, pair[1:]) {
			t.Errorf("Jenkinsfile: %s are not balanced", pair)
		}
	}
	for _, section := range []string{"pipeline {", "agent {", "stages {", "steps {", "always {"} {
		if !strings.Contains(rest, section) {
			t.Errorf("Jenkinsfile lacks %q", section)
		}
	}
	if exec.CommandContext(t.Context(), "groovyc", "-version").Run() != nil {
		t.Skip("there is no Groovy that runs; the Jenkinsfile was not compiled")
	}
	source := filepath.Join(t.TempDir(), "Jenkinsfile.groovy")
	if err := os.WriteFile(source, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	compile := exec.CommandContext(t.Context(), "groovyc", "Jenkinsfile.groovy")
	compile.Dir = filepath.Dir(source)
	if out, err := compile.CombinedOutput(); err != nil {
		t.Errorf("groovyc: %v\n%s", err, out)
	}
}

// checkShell parses a script without running it.
func checkShell(t *testing.T, name, script string) {
	t.Helper()
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("bash is not installed")
	}
	command := exec.CommandContext(t.Context(), "bash", "-n")
	command.Stdin = strings.NewReader(script)
	if out, err := command.CombinedOutput(); err != nil {
		t.Errorf("%s: %v\n%s\n%s", name, err, out, script)
	}
}

// TestExamplesAreYAML parses every block of the page.
func TestExamplesAreYAML(t *testing.T) {
	blocks := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatch(read(t, "../ci.md"), -1)
	if len(blocks) < 4 {
		t.Fatalf("docs/ci.md has only %d blocks of YAML", len(blocks))
	}
	hooks := read(t, "../../.pre-commit-hooks.yaml")
	for _, block := range blocks {
		var file struct {
			Repos []struct {
				Hooks []struct{ ID string }
			}
			Jobs map[string]any
		}
		parse(t, "docs/ci.md", block[1], &file)
		if len(file.Jobs) == 0 && len(file.Repos) == 0 {
			t.Errorf("neither a workflow nor a configuration of pre-commit:\n%s", block[1])
		}
		for _, repository := range file.Repos {
			for _, hook := range repository.Hooks {
				if !strings.Contains(hooks, "- id: "+hook.ID+"\n") {
					t.Errorf("docs/ci.md names the hook %s, which does not exist", hook.ID)
				}
			}
		}
	}
}
