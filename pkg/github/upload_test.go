package github_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/aimslint/aimslint/pkg/github"
)

const uploads = "POST /code-scanning/sarifs"

var target = github.Target{Ref: "refs/pull/7/merge", SHA: headSHA}

// unix is a time as the headers of rate limits have it.
func unix(t time.Time) string { return strconv.FormatInt(t.Unix(), 10) }

func sarif(t *testing.T) []byte {
	t.Helper()
	content, err := os.ReadFile("../report/testdata/report.sarif")
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func upload(t *testing.T, c *github.Client) error {
	t.Helper()
	analysis, err := github.ReadAnalysis(sarif(t))
	if err != nil {
		t.Fatal(err)
	}
	_, err = c.Upload(context.Background(), analysis, target)
	return err
}

func decode(t *testing.T, payload string) []byte {
	t.Helper()
	packed, err := base64.StdEncoding.DecodeString(payload)
	if err != nil {
		t.Fatal(err)
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func TestUploadSendsTheFileAsItIs(t *testing.T) {
	s := newServer(t)
	if err := upload(t, s.client()); err != nil {
		t.Fatal(err)
	}
	body := s.uploads[0]
	if !bytes.Equal(decode(t, body["sarif"]), sarif(t)) {
		t.Error("the payload is not the file")
	}
	delete(body, "sarif")
	if got, want := fmt.Sprint(body), fmt.Sprintf("map[commit_sha:%s ref:refs/pull/7/merge tool_name:aimslint]", headSHA); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if len(s.clock.slept) != 0 || len(s.requests) != 1 {
		t.Errorf("slept %v in %v", s.clock.slept, s.requests)
	}
}

// The server turns an upload down a few times, in every way that it may.
func TestUploadIsSentAgain(t *testing.T) {
	at := noon
	const secondary = `{"message":"You have exceeded a secondary rate limit.","documentation_url":"https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits"}`
	for name, c := range map[string]struct {
		faults []fault
		slept  string
	}{
		"403, primary limit": {[]fault{{status: 403, header: map[string]string{
			"X-RateLimit-Remaining": "0", "X-RateLimit-Limit": "1000", "X-RateLimit-Reset": unix(at.Add(40 * time.Second)),
		}, body: `{"message":"API rate limit exceeded for installation"}`}}, "[41s]"},
		"403, primary limit that has begun anew": {[]fault{{status: 403, header: map[string]string{
			"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": unix(at.Add(-40 * time.Second)),
		}}}, "[1s]"},
		"429, primary limit": {[]fault{{status: 429, header: map[string]string{
			"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": unix(at.Add(30 * time.Second)),
		}}}, "[31s]"},
		"429, plain":                            {[]fault{{status: 429}, {status: 429}}, "[1m0s 2m0s]"},
		"429, seconds":                          {[]fault{{status: 429, header: map[string]string{"Retry-After": "17"}}}, "[17s]"},
		"429, no time":                          {[]fault{{status: 429, header: map[string]string{"Retry-After": "0"}}}, "[1s]"},
		"403, secondary limit, seconds":         {[]fault{{status: 403, header: map[string]string{"Retry-After": "60"}, body: secondary}}, "[1m0s]"},
		"403, secondary limit, date":            {[]fault{{status: 403, header: map[string]string{"Retry-After": at.Add(90 * time.Second).Format(http.TimeFormat)}, body: secondary}}, "[1m30s]"},
		"403, secondary limit, date of asctime": {[]fault{{status: 403, header: map[string]string{"Retry-After": at.Add(9 * time.Second).Format(time.ANSIC)}, body: secondary}}, "[9s]"},
		"403, secondary limit, no time":         {[]fault{{status: 403, body: secondary}, {status: 403, body: secondary}}, "[1m0s 2m0s]"},
		"403, secondary limit, nonsense":        {[]fault{{status: 403, header: map[string]string{"Retry-After": "soon"}, body: secondary}}, "[1m0s]"},
		"faults of the server":                  {[]fault{{status: 500}, {status: 502, body: "<html>"}, {status: 503}, {status: 504}}, "[1s 2s 4s 8s]"},
		"503 with a time":                       {[]fault{{status: 503, header: map[string]string{"Retry-After": "20"}}}, "[20s]"},
		"a broken line":                         {[]fault{{}, {}}, "[1s 2s]"},
		"one after the other":                   {[]fault{{status: 502}, {status: 429, header: map[string]string{"Retry-After": "3"}}, {}}, "[1s 3s 4s]"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newServer(t)
			s.faults[uploads] = c.faults
			if err := upload(t, s.client()); err != nil {
				t.Fatal(err)
			}
			if got := fmt.Sprint(s.clock.slept); got != c.slept {
				t.Errorf("slept %s, want %s", got, c.slept)
			}
			if s.count(uploads) != len(c.faults)+1 || len(s.uploads) != 1 {
				t.Errorf("%d requests, %d uploads", s.count(uploads), len(s.uploads))
			}
			if !bytes.Equal(decode(t, s.uploads[0]["sarif"]), sarif(t)) {
				t.Error("the payload is not the file")
			}
		})
	}
}

func TestWaitsAreCapped(t *testing.T) {
	hour := fault{status: 429, header: map[string]string{"Retry-After": "3600"}}
	endless := fault{status: 429, header: map[string]string{"Retry-After": "99999999999999999999"}}
	minute := fault{status: 403, header: map[string]string{"Retry-After": "60"}}
	limits := github.Limits{Wait: 2 * time.Minute, Total: 150 * time.Second, Attempts: 9}
	for name, c := range map[string]struct {
		faults   []fault
		slept    string
		requests int
		want     string
	}{
		"one":      {[]fault{hour}, "[]", 1, "the next attempt is due in 1h0m0s, which is longer than 2m0s"},
		"several":  {[]fault{minute, minute, minute, minute}, "[1m0s 1m0s]", 3, "longer than 2m30s together"},
		"overflow": {[]fault{endless}, "[1m0s]", 2, ""},
	} {
		t.Run(name, func(t *testing.T) {
			s := newServer(t)
			s.faults[uploads] = c.faults
			err := upload(t, s.client(func(o *github.Options) { o.Limits = limits }))
			var wait *github.WaitError
			if c.want != "" && (!errors.As(err, &wait) || !strings.Contains(err.Error(), c.want)) || c.want == "" && err != nil {
				t.Errorf("error %v, want %q", err, c.want)
			}
			if got := fmt.Sprint(s.clock.slept); got != c.slept || len(s.requests) != c.requests {
				t.Errorf("slept %s in %d requests", got, len(s.requests))
			}
		})
	}
}

func TestNotReached(t *testing.T) {
	s := newServer(t)
	c := s.client(func(o *github.Options) { o.Limits.Total = 2 * time.Second })
	s.Close()
	if err := upload(t, c); err == nil || !strings.Contains(err.Error(), "was not reached (dial tcp") || fmt.Sprint(s.clock.slept) != "[1s]" {
		t.Errorf("error %v after %v", err, s.clock.slept)
	}
}

func TestAttemptsAreCounted(t *testing.T) {
	s := newServer(t)
	s.faults[uploads] = slices.Repeat([]fault{{status: 502}}, 20)
	err := upload(t, s.client())
	if err == nil || !strings.Contains(err.Error(), "502 Bad Gateway") || len(s.requests) != 5 {
		t.Errorf("error %v after %d requests", err, len(s.requests))
	}
	for _, body := range []string{"", `{"documentation_url":"https://docs.github.com/#secondary-rate-limits"}`} {
		s.faults[uploads] = slices.Repeat([]fault{{status: 403, header: map[string]string{"Retry-After": "1"}, body: body}}, 20)
		err = upload(t, s.client())
		if err == nil || !strings.Contains(err.Error(), "rate limit is still exceeded") {
			t.Errorf("error %v", err)
		}
	}
}

// A request that leaves no more of the limit is not followed by another one
// before it begins anew.
func TestUsedUpLimit(t *testing.T) {
	s := newServer(t)
	s.faults[uploads] = []fault{{status: 202, carried: true, body: `{"id":"47177e22"}`, header: map[string]string{
		"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": unix(s.clock.now.Add(time.Minute)),
	}}}
	c := s.client()
	if err := upload(t, c); err != nil {
		t.Fatal(err)
	}
	if err := c.AwaitProcessing(context.Background(), "47177e22"); err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(s.clock.slept); got != "[1m1s]" {
		t.Errorf("slept %s", got)
	}
}

func TestUploadWantsToBeAccepted(t *testing.T) {
	for _, answer := range []fault{{status: 200, body: `{"id":"47177e22"}`}, {status: 201}, {status: 204}, {status: 202, body: `{}`}} {
		s := newServer(t)
		s.faults[uploads] = []fault{answer}
		err := upload(t, s.client())
		if err == nil || !strings.Contains(err.Error(), fmt.Sprintf("answers %d without an upload's id", answer.status)) {
			t.Errorf("%d: error %v", answer.status, err)
		}
		if len(s.requests) != 1 {
			t.Errorf("%d: %d requests", answer.status, len(s.requests))
		}
	}
}

func TestRefusals(t *testing.T) {
	for name, c := range map[string]struct {
		answer  fault
		fork    bool
		refused bool
		want    []string
	}{
		"401":       {fault{status: 401, body: `{"message":"Bad credentials"}`}, false, false, []string{"does not accept the token (401)", "GITHUB_TOKEN"}},
		"403":       {fault{status: 403, body: `{"message":"Resource not accessible by integration"}`}, false, true, []string{"answers 403 (Resource not accessible by integration)", "permissions:\n    security-events: write", "--or-skip"}},
		"404":       {fault{status: 404, body: `{"message":"Not Found"}`}, false, true, []string{"answers 404 (Not Found)", "must not know of it", "security-events: write"}},
		"fork":      {fault{status: 403, body: `{"message":"Resource not accessible by integration"}`}, true, true, []string{"comes from a fork: its token may only read"}},
		"no commit": {fault{status: 422, body: `{"message":"Validation Failed","errors":[{"message":"commit not found"}]}`}, false, false, []string{"422", "commit not found"}},
		"echo":      {fault{status: 403, body: `{"message":"bad token ` + token + `"}`}, false, true, []string{"bad token ***"}},
	} {
		t.Run(name, func(t *testing.T) {
			s := newServer(t)
			s.faults[uploads] = []fault{c.answer}
			err := upload(t, s.client(func(o *github.Options) { o.Fork = c.fork }))
			if err == nil {
				t.Fatal("no error")
			}
			for _, want := range c.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("%v\nlacks %q", err, want)
				}
			}
			var refused *github.PermissionError
			if errors.As(err, &refused) != c.refused || strings.Contains(fmt.Sprintf("%v %#v", err, err), token) {
				t.Errorf("%#v", err)
			}
			if len(s.requests) != 1 || len(s.clock.slept) != 0 {
				t.Errorf("%d requests, slept %v", len(s.requests), s.clock.slept)
			}
		})
	}
}

func TestProcessing(t *testing.T) {
	for name, c := range map[string]struct {
		states []string
		slept  int
		want   string
	}{
		"at once":   {nil, 0, ""},
		"after all": {[]string{"unknown", "pending", "pending", "complete"}, 3, ""},
		"failed":    {[]string{"pending", "failed"}, 1, "could not process the upload 47177e22:\n  locationFromSarifResult: expected at least one location\n  a second error"},
		"never":     {slices.Repeat([]string{"pending"}, 99), 4, "still processing the upload 47177e22 after 20s"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newServer(t)
			s.states = c.states
			err := s.client(func(o *github.Options) { o.Limits.Processing = 20 * time.Second }).AwaitProcessing(context.Background(), "47177e22")
			if err == nil && c.want != "" || err != nil && (c.want == "" || !strings.Contains(err.Error(), c.want)) {
				t.Errorf("error %v, want %q", err, c.want)
			}
			if len(s.clock.slept) != c.slept {
				t.Errorf("slept %v", s.clock.slept)
			}
		})
	}
}

func TestReadAnalysisTurnsDown(t *testing.T) {
	run := `{"tool":{"driver":{"name":"x"}},"results":[]}`
	for content, want := range map[string]string{
		``:                          "no SARIF 2.1.0",
		`{"version":"1","runs":[]}`: "no SARIF 2.1.0",
		`{"version":"2.1.0"}`:       "0 runs",
		`{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x"}}}]}`:          "no results",
		`{"version":"2.1.0","runs":[{"results":[]}]}`:                            "no name",
		`{"version":"2.1.0","runs":[` + strings.Repeat(run+",", 20) + run + `]}`: "21 runs",
	} {
		if _, err := github.ReadAnalysis([]byte(content)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want %q", content, err, want)
		}
	}
}

func TestOptions(t *testing.T) {
	good := github.Options{Token: token, Repository: "clinic/models"}
	for want, change := range map[string]func(*github.Options){
		"there is no token":      func(o *github.Options) { o.Token = " " },
		"line break":             func(o *github.Options) { o.Token = token + "\nx" },
		"there is no repository": func(o *github.Options) { o.Repository = "" },
		"OWNER/NAME":             func(o *github.Options) { o.Repository = "clinic/models/../x" },
		`"clinic/.."`:            func(o *github.Options) { o.Repository = "clinic/.." },
		"readable on its way":    func(o *github.Options) { o.APIURL = "http://github.example.com/api/v3" },
		"address of the API":     func(o *github.Options) { o.APIURL = "https://user:pass@github.example.com" },
	} {
		o := good
		change(&o)
		if _, err := github.New(o); err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), token) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
	for _, address := range []string{"", "https://github.example.com", "https://github.example.com/api/v3", "https://api.clinic.ghe.com"} {
		o := good
		o.APIURL = address
		if _, err := github.New(o); err != nil {
			t.Errorf("%s: %v", address, err)
		}
	}
}

// The token goes to no other host, whatever the API answers.
func TestRedirects(t *testing.T) {
	s, other := newServer(t), newServer(t)
	s.faults[uploads] = []fault{{status: 307, header: map[string]string{"Location": other.URL + "/api/v3/repos/clinic/models/code-scanning/sarifs"}}}
	err := upload(t, s.client(func(o *github.Options) { o.Limits.Attempts = 1 }))
	if err == nil || !strings.Contains(err.Error(), "redirects to another place") || len(other.requests) != 0 {
		t.Errorf("error %v, %v", err, other.requests)
	}
	s.faults[uploads] = []fault{{status: 307, header: map[string]string{"Location": s.URL + "/api/v3/repos/clinic/models/code-scanning/sarifs"}}}
	if err := upload(t, s.client()); err != nil || len(s.uploads) != 1 {
		t.Errorf("error %v, %d uploads", err, len(s.uploads))
	}
}

func TestCancel(t *testing.T) {
	s := newServer(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	analysis, err := github.ReadAnalysis(sarif(t))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.client().Upload(ctx, analysis, target); !errors.Is(err, context.Canceled) || len(s.requests) != 0 {
		t.Errorf("error %v", err)
	}
}
