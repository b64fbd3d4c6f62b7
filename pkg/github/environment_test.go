package github_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/github"
)

const mergeSHA = "3333333333333333333333333333333333333333"

const (
	ownPull  = `{"pull_request":{"number":7,"head":{"sha":"` + headSHA + `","repo":{"full_name":"clinic/models"}},"base":{"sha":"` + baseSHA + `","repo":{"full_name":"clinic/models"}}}}`
	forkPull = `{"pull_request":{"number":7,"head":{"sha":"` + headSHA + `","repo":{"full_name":"other/models"}},"base":{"sha":"` + baseSHA + `","repo":{"full_name":"clinic/models"}}}}`
	gonePull = `{"pull_request":{"number":7,"head":{"sha":"` + headSHA + `","repo":null},"base":{"sha":"` + baseSHA + `","repo":{"full_name":"clinic/models"}}}}`
)

func environment(t *testing.T, event string, variables map[string]string) (github.Environment, error) {
	t.Helper()
	if event != "" {
		path := filepath.Join(t.TempDir(), "event.json")
		if err := os.WriteFile(path, []byte(event), 0o600); err != nil {
			t.Fatal(err)
		}
		variables["GITHUB_EVENT_PATH"] = path
	}
	return github.ReadEnvironment(func(name string) string { return variables[name] })
}

func TestTargets(t *testing.T) {
	merge := map[string]string{"GITHUB_REF": "refs/pull/7/merge", "GITHUB_SHA": mergeSHA}
	main := map[string]string{"GITHUB_REF": "refs/heads/main", "GITHUB_SHA": baseSHA}
	for name, c := range map[string]struct {
		event      string
		variables  map[string]string
		number     int
		checkedOut string
		want       github.Target
	}{
		"a push":                              {"{}", main, 0, baseSHA, github.Target{Ref: "refs/heads/main", SHA: baseSHA}},
		"pull_request":                        {ownPull, merge, 0, mergeSHA, github.Target{Ref: "refs/pull/7/merge", SHA: mergeSHA}},
		"pull_request, no Git":                {ownPull, merge, 0, "", github.Target{Ref: "refs/pull/7/merge", SHA: mergeSHA}},
		"pull_request, no event":              {"", merge, 0, mergeSHA, github.Target{Ref: "refs/pull/7/merge", SHA: mergeSHA}},
		"pull_request, head checked out":      {ownPull, merge, 0, headSHA, github.Target{Ref: "refs/pull/7/head", SHA: headSHA}},
		"pull_request, own number":            {ownPull, merge, 7, mergeSHA, github.Target{Ref: "refs/pull/7/merge", SHA: mergeSHA}},
		"pull_request, another number":        {ownPull, merge, 8, mergeSHA, github.Target{Ref: "refs/pull/8/head"}},
		"pull_request_target, head":           {ownPull, main, 0, headSHA, github.Target{Ref: "refs/pull/7/head", SHA: headSHA}},
		"pull_request_target, no Git":         {ownPull, main, 0, "", github.Target{Ref: "refs/pull/7/head", SHA: headSHA}},
		"pull_request_target, its own commit": {ownPull, main, 0, baseSHA, github.Target{Ref: "refs/heads/main", SHA: baseSHA}},
		"a number":                            {"", main, 7, baseSHA, github.Target{Ref: "refs/pull/7/head"}},
		"a comment on a pull request":         {`{"issue":{"number":7,"pull_request":{"url":"x"}}}`, main, 0, "", github.Target{Ref: "refs/pull/7/head"}},
		"a comment on an issue":               {`{"issue":{"number":7}}`, main, 0, "", github.Target{Ref: "refs/heads/main", SHA: baseSHA}},
	} {
		t.Run(name, func(t *testing.T) {
			e, err := environment(t, c.event, c.variables)
			delete(c.variables, "GITHUB_EVENT_PATH")
			if err != nil {
				t.Fatal(err)
			}
			if got := e.Target(c.number, c.checkedOut); got != c.want {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
}

func TestEnvironment(t *testing.T) {
	e, err := environment(t, ownPull, map[string]string{"GH_TOKEN": "second\n", "GITHUB_ACTIONS": "true", "GITHUB_RUN_ID": "12", "GITHUB_RUN_ATTEMPT": "2"})
	if err != nil || e.Token != "second" || !e.Actions || e.RunID != "12/2" || e.Fork || e.PullRequest != 7 || e.ServerURL != "https://github.com" {
		t.Errorf("%+v, error %v", e, err)
	}
	for _, event := range []string{forkPull, gonePull} {
		if e, err := environment(t, event, map[string]string{}); err != nil || !e.Fork {
			t.Errorf("%s is from no fork", event)
		}
	}
	if e, err := environment(t, forkPull, map[string]string{"GITHUB_REF": "refs/heads/main"}); err != nil || e.Fork {
		t.Error("on pull_request_target the token may write")
	}
	if e, _ := environment(t, "", map[string]string{"GITHUB_TOKEN": "first", "GH_TOKEN": "second"}); e.Token != "first" {
		t.Errorf("token %q", e.Token)
	}
	for _, event := range []string{"no JSON", `{"pull_request": 7}`} {
		if _, err := environment(t, event, map[string]string{}); err == nil || !strings.Contains(err.Error(), "GITHUB_EVENT_PATH") || strings.Contains(err.Error(), "struct") {
			t.Errorf("error %v", err)
		}
	}
}

func TestTargetsAreChecked(t *testing.T) {
	for want, target := range map[string]github.Target{
		"there is no commit":    {Ref: "refs/heads/main"},
		"in full, 40":           {Ref: "refs/heads/main", SHA: "1111111"},
		"there is no ref":       {SHA: headSHA},
		"such as refs/heads/ma": {SHA: headSHA, Ref: "main"},
	} {
		if err := target.Check(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
	if err := target.Check(); err != nil {
		t.Error(err)
	}
}
