package main

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const (
	testToken = "ghs_aTokenThatNobodyMaySee"
	testSHA   = "1111111111111111111111111111111111111111"
)

// fakeGitHub answers by method and path, and keeps what was sent.
type fakeGitHub struct {
	answers map[string]string // "403 {...}"
	sent    []string
}

func (g *fakeGitHub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	key := r.Method + " " + strings.TrimPrefix(r.URL.Path, "/api/v3/repos/clinic/models")
	g.sent = append(g.sent, key+" "+string(body))
	answer, ok := g.answers[key]
	if !ok {
		answer = `404 {"message":"Not Found"}`
	}
	status, text, _ := strings.Cut(answer, " ")
	code := map[string]int{"200": 200, "201": 201, "202": 202, "403": 403, "404": 404}[status]
	w.WriteHeader(code)
	_, _ = io.WriteString(w, text)
}

// github runs a command of the group in a workflow's environment.
func runGitHub(t *testing.T, answers map[string]string, args ...string) (fake *fakeGitHub, out string, code int) {
	t.Helper()
	fake = &fakeGitHub{answers: answers}
	server := httptest.NewServer(fake)
	defer server.Close()
	event := filepath.Join(t.TempDir(), "event.json")
	payload := `{"pull_request":{"number":7,"head":{"sha":"` + testSHA + `","repo":{"full_name":"clinic/models"}},"base":{"sha":"` + testSHA + `","repo":{"full_name":"clinic/models"}}}}`
	if err := os.WriteFile(event, []byte(payload), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, value := range map[string]string{
		"GITHUB_TOKEN": testToken, "GITHUB_REPOSITORY": "clinic/models", "GITHUB_API_URL": server.URL, "GITHUB_SHA": testSHA,
		"GITHUB_REF": "refs/pull/7/merge", "GITHUB_EVENT_PATH": event, "GITHUB_ACTIONS": "true",
	} {
		t.Setenv(name, value)
	}
	var buffer bytes.Buffer
	root := newRoot()
	root.SetOut(&buffer)
	root.SetErr(&buffer)
	root.SetArgs(append([]string{"github"}, args...))
	err := root.Execute()
	if err != nil {
		buffer.WriteString("aimslint: " + err.Error())
		code = exitCode(err)
	}
	if strings.Contains(buffer.String(), testToken) {
		t.Errorf("the token is printed:\n%s", buffer.String())
	}
	return fake, buffer.String(), code
}

const (
	reportJSON  = "../../pkg/report/testdata/report.json"
	reportSARIF = "../../pkg/report/testdata/report.sarif"
)

func TestGitHubCommands(t *testing.T) {
	const refused = `403 {"message":"Resource not accessible by integration"}`
	answers := map[string]string{
		"POST /code-scanning/sarifs":    `202 {"id":"u1"}`,
		"GET /code-scanning/sarifs/u1":  `200 {"processing_status":"complete"}`,
		"POST /check-runs":              `201 {"id":5,"html_url":"https://github.example/runs/5"}`,
		"GET /issues/7/comments":        `200 []`,
		"POST /issues/7/comments":       `201 {"id":1}`,
		"GET /pulls/7":                  `200 {"changed_files":2}`,
		"GET /pulls/7/files":            `200 [{"filename":"a\nb.yaml","status":"renamed","previous_filename":"a.yaml"},{"filename":"gone.md","status":"removed"}]`,
		"POST /code-scanning/sarifs/no": refused,
	}
	readOnly := map[string]string{"POST /code-scanning/sarifs": refused, "POST /check-runs": refused, "GET /issues/7/comments": refused, "GET /pulls/7": refused}
	for name, c := range map[string]struct {
		answers map[string]string
		args    []string
		code    int
		want    string
		request string
	}{
		"upload":             {answers, []string{"upload", reportSARIF}, 0, "uploaded and processed: u1 for refs/pull/7/merge at " + testSHA + "\n", `"ref":"refs/pull/7/merge"`},
		"upload, no wait":    {answers, []string{"upload", reportSARIF, "--no-wait", "--ref", "refs/heads/x"}, 0, "uploaded: u1 for refs/heads/x", `"ref":"refs/heads/x"`},
		"upload, refused":    {readOnly, []string{"upload", reportSARIF}, 3, "security-events: write", ""},
		"upload, skipped":    {readOnly, []string{"upload", reportSARIF, "--or-skip"}, 0, "::notice title=aimslint::skipped: upload the SARIF file: GitHub answers 403 (Resource not accessible by integration)%0AThe token needs", ""},
		"upload, a report":   {answers, []string{"upload", reportJSON}, 2, "no SARIF 2.1.0", ""},
		"upload, no file":    {answers, []string{"upload", "no-such.sarif"}, 2, "no-such.sarif", ""},
		"upload, short sha":  {answers, []string{"upload", reportSARIF, "--sha", "1111"}, 2, "in full", ""},
		"check run":          {answers, []string{"check-run", reportJSON}, 0, "created the check run, failure: https://github.example/runs/5\n", `"head_sha":"` + testSHA},
		"check run, SARIF":   {answers, []string{"check-run", reportSARIF, "--fail-on", "never"}, 0, "created the check run, neutral", `"conclusion":"neutral"`},
		"check run, skip":    {readOnly, []string{"check-run", reportJSON, "--or-skip"}, 0, "::notice title=aimslint::skipped: create the check run", ""},
		"check run, wrong":   {answers, []string{"check-run", "github_test.go"}, 2, "neither a JSON report", ""},
		"comment":            {answers, []string{"comment", reportJSON, "--base-report", reportJSON}, 0, "comment on pull request 7: created\n", "0 new, 0 fixed"},
		"comment, refused":   {readOnly, []string{"comment", reportJSON}, 3, "pull-requests: write", ""},
		"comment, skipped":   {readOnly, []string{"comment", reportJSON, "--or-skip"}, 0, "::notice title=aimslint::skipped: comment on", ""},
		"comment, category":  {answers, []string{"comment", reportJSON, "--category", "-->"}, 2, `category "-->"`, ""},
		"changed":            {answers, []string{"changed"}, 0, `renamed   a\nb.yaml (was a.yaml)` + "\nremoved   gone.md\n", ""},
		"changed, for xargs": {answers, []string{"changed", "-z"}, 0, "a\nb.yaml\x00", ""},
		"changed, JSON":      {answers, []string{"changed", "--format", "json"}, 0, `"previous": "a.yaml"`, ""},
		"changed, refused":   {readOnly, []string{"changed"}, 3, "pull-requests: read", ""},
		"changed, another":   {answers, []string{"changed", "--pull-request", "8"}, 3, "answers 404", ""},
		"a negative wait":    {answers, []string{"changed", "--max-wait", "-1s"}, 2, "--max-wait", ""},
		"another server":     {answers, []string{"changed", "--api-url", "http://github.example"}, 2, "does not begin with https://", ""},
	} {
		t.Run(name, func(t *testing.T) {
			fake, out, code := runGitHub(t, c.answers, c.args...)
			if code != c.code || !strings.Contains(out, c.want) {
				t.Errorf("exit code %d, printed\n%s\nwant %d, %q", code, out, c.code, c.want)
			}
			if !strings.Contains(strings.Join(fake.sent, "\n"), c.request) {
				t.Errorf("nothing sent has %q", c.request)
			}
			if code == exitUsage && len(fake.sent) > 0 {
				t.Errorf("wrong use, and yet it sent %v", fake.sent)
			}
		})
	}
}
