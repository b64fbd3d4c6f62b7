package github_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/aimslint/aimslint/pkg/github"
)

const (
	token   = "ghs_aTokenThatNobodyMaySee"
	headSHA = "1111111111111111111111111111111111111111"
	baseSHA = "2222222222222222222222222222222222222222"
)

// noon is in the future, so that what takes the system's clock is found out.
var noon = time.Date(2099, 4, 1, 12, 0, 0, 0, time.UTC)

// clock is a clock that sleeping moves.
type clock struct {
	now   time.Time
	slept []time.Duration
}

func (c *clock) Now() time.Time { return c.now }

func (c *clock) Sleep(_ <-chan struct{}, d time.Duration) bool {
	c.now = c.now.Add(d)
	c.slept = append(c.slept, d)
	return true
}

// fault is what the server does once in place of its duty, or after it.
type fault struct {
	status  int // 0 breaks the connection
	header  map[string]string
	body    string
	carried bool // the request is carried out all the same
}

type comment struct {
	ID   int64             `json:"id"`
	Body string            `json:"body"`
	User map[string]string `json:"user"`
}

type checkRun struct {
	ID         int64  `json:"id"`
	Name       string `json:"name"`
	HeadSHA    string `json:"head_sha"`
	ExternalID string `json:"external_id"`
	Conclusion string `json:"conclusion"`
	Status     string `json:"status"`
	HTMLURL    string `json:"html_url"`
	Output     struct {
		Title            string           `json:"title"`
		Summary          string           `json:"summary"`
		AnnotationsCount int              `json:"annotations_count"`
		Annotations      []map[string]any `json:"annotations,omitempty"`
	} `json:"output"`
}

// server behaves as the API of GitHub does, for one repository.
type server struct {
	*httptest.Server

	t        *testing.T
	clock    *clock
	faults   map[string][]fault // by method and path
	requests []string
	headers  []http.Header

	login      string // of the token; "" refuses to say, as for a workflow's
	uploads    []map[string]string
	states     []string // of the upload, one for each question
	comments   []*comment
	checks     []*checkRun
	files      []map[string]any
	changed    int // of the pull request, if not the number of files
	base, head string
	pageSize   int
}

func newServer(t *testing.T) *server {
	t.Helper()
	s := &server{
		t: t, clock: &clock{now: noon}, faults: map[string][]fault{},
		base: baseSHA, head: headSHA, pageSize: 100,
	}
	mux := http.NewServeMux()
	const repo = "/api/v3/repos/clinic/models"
	mux.HandleFunc("POST "+repo+"/code-scanning/sarifs", s.upload)
	mux.HandleFunc("GET "+repo+"/code-scanning/sarifs/{id}", s.processing)
	mux.HandleFunc("GET /api/v3/user", s.user)
	mux.HandleFunc("GET "+repo+"/issues/7/comments", s.listComments)
	mux.HandleFunc("POST "+repo+"/issues/7/comments", s.createComment)
	mux.HandleFunc("PATCH "+repo+"/issues/comments/{id}", s.editComment)
	mux.HandleFunc("DELETE "+repo+"/issues/comments/{id}", s.deleteComment)
	mux.HandleFunc("POST "+repo+"/check-runs", s.createCheck)
	mux.HandleFunc("GET "+repo+"/commits/{sha}/check-runs", s.listChecks)
	mux.HandleFunc("GET "+repo+"/check-runs/{id}", s.getCheck)
	mux.HandleFunc("PATCH "+repo+"/check-runs/{id}", s.updateCheck)
	mux.HandleFunc("GET "+repo+"/pulls/7", s.pull)
	mux.HandleFunc("GET "+repo+"/pulls/7/files", s.listFiles)
	s.Server = httptest.NewServer(s.withFaults(mux))
	t.Cleanup(s.Close)
	return s
}

// withFaults answers with a fault if one is due.
func (s *server) withFaults(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		key := r.Method + " " + strings.TrimPrefix(strings.TrimPrefix(r.URL.Path, "/api/v3"), "/repos/clinic/models")
		s.requests = append(s.requests, key)
		s.headers = append(s.headers, r.Header)
		if r.Header.Get("Authorization") != "Bearer "+token {
			reply(w, http.StatusUnauthorized, map[string]string{"message": "Bad credentials"})
			return
		}
		due := s.faults[key]
		if len(due) == 0 {
			next.ServeHTTP(w, r)
			return
		}
		s.faults[key] = due[1:]
		if due[0].carried {
			next.ServeHTTP(httptest.NewRecorder(), r)
		}
		if due[0].status == 0 {
			panic(http.ErrAbortHandler)
		}
		for name, value := range due[0].header {
			w.Header().Set(name, value)
		}
		w.WriteHeader(due[0].status)
		_, _ = io.WriteString(w, due[0].body)
	})
}

func (s *server) client(change ...func(*github.Options)) *github.Client {
	s.t.Helper()
	options := github.Options{Token: token, Repository: "clinic/models", APIURL: s.URL, Clock: s.clock}
	for _, c := range change {
		c(&options)
	}
	client, err := github.New(options)
	if err != nil {
		s.t.Fatal(err)
	}
	return client
}

// count is how many requests of a kind came in.
func (s *server) count(key string) int {
	n := 0
	for _, request := range s.requests {
		if request == key {
			n++
		}
	}
	return n
}

func reply(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body) //nolint:errchkjson // the answers of this file
}

func (s *server) read(r *http.Request, into any) {
	if err := json.NewDecoder(r.Body).Decode(into); err != nil {
		s.t.Errorf("%s %s: %v", r.Method, r.URL, err)
	}
}

func (s *server) upload(w http.ResponseWriter, r *http.Request) {
	var body map[string]string
	s.read(r, &body)
	s.uploads = append(s.uploads, body)
	reply(w, http.StatusAccepted, map[string]string{"id": "47177e22", "url": s.URL})
}

func (s *server) processing(w http.ResponseWriter, r *http.Request) {
	state := "complete"
	if len(s.states) > 0 {
		state, s.states = s.states[0], s.states[1:]
	}
	if r.PathValue("id") != "47177e22" || state == "unknown" {
		reply(w, http.StatusNotFound, map[string]string{"message": "Not Found"})
		return
	}
	body := map[string]any{"processing_status": state}
	if state == "failed" {
		body["errors"] = []string{"locationFromSarifResult: expected at least one location", "a second error"}
	}
	reply(w, http.StatusOK, body)
}

func (s *server) user(w http.ResponseWriter, _ *http.Request) {
	if s.login == "" {
		reply(w, http.StatusForbidden, map[string]string{"message": "Resource not accessible by integration"})
		return
	}
	reply(w, http.StatusOK, map[string]string{"login": s.login})
}

// page writes one page of a list, and a link to the next one.
func page[T any](s *server, w http.ResponseWriter, r *http.Request, all []T, wrap func([]T) any) {
	number, _ := strconv.Atoi(r.URL.Query().Get("page"))
	number = max(number, 1)
	from := min((number-1)*s.pageSize, len(all))
	to := min(from+s.pageSize, len(all))
	if to < len(all) {
		w.Header().Set("Link", fmt.Sprintf(`<%s%s?page=%d>; rel="next"`, s.URL, r.URL.Path, number+1))
	}
	reply(w, http.StatusOK, wrap(append([]T{}, all[from:to]...)))
}

func (s *server) listComments(w http.ResponseWriter, r *http.Request) {
	page(s, w, r, s.comments, func(c []*comment) any { return c })
}

func (s *server) owner() map[string]string {
	if s.login == "" {
		return map[string]string{"login": "github-actions[bot]", "type": "Bot"}
	}
	return map[string]string{"login": s.login, "type": "User"}
}

func (s *server) createComment(w http.ResponseWriter, r *http.Request) {
	made := &comment{ID: int64(1000 + len(s.comments)), User: s.owner()}
	s.read(r, made)
	s.comments = append(s.comments, made)
	reply(w, http.StatusCreated, made)
}

func (s *server) editComment(w http.ResponseWriter, r *http.Request) {
	for _, c := range s.comments {
		if strconv.FormatInt(c.ID, 10) == r.PathValue("id") {
			s.read(r, c)
			reply(w, http.StatusOK, c)
			return
		}
	}
	reply(w, http.StatusNotFound, map[string]string{"message": "Not Found"})
}

func (s *server) deleteComment(w http.ResponseWriter, r *http.Request) {
	s.comments = slices.DeleteFunc(s.comments, func(c *comment) bool { return strconv.FormatInt(c.ID, 10) == r.PathValue("id") })
	w.WriteHeader(http.StatusNoContent)
}

func (s *server) createCheck(w http.ResponseWriter, r *http.Request) {
	made := &checkRun{ID: int64(500 + len(s.checks)), HTMLURL: s.URL + "/runs/1"}
	s.read(r, made)
	s.annotate(w, made, made.Output.Annotations)
	s.checks = append(s.checks, made)
	reply(w, http.StatusCreated, made)
}

func (s *server) annotate(_ http.ResponseWriter, run *checkRun, more []map[string]any) {
	if len(more) > 50 {
		s.t.Errorf("%d annotations in a request", len(more))
	}
	run.Output.AnnotationsCount += len(more)
}

func (s *server) listChecks(w http.ResponseWriter, r *http.Request) {
	page(s, w, r, s.checks, func(runs []*checkRun) any {
		return map[string]any{"total_count": len(s.checks), "check_runs": runs}
	})
}

func (s *server) find(r *http.Request) *checkRun {
	for _, run := range s.checks {
		if strconv.FormatInt(run.ID, 10) == r.PathValue("id") {
			return run
		}
	}
	s.t.Errorf("there is no check run %s", r.PathValue("id"))
	return &checkRun{}
}

func (s *server) getCheck(w http.ResponseWriter, r *http.Request) {
	reply(w, http.StatusOK, s.find(r))
}

func (s *server) updateCheck(w http.ResponseWriter, r *http.Request) {
	run, update := s.find(r), &checkRun{}
	s.read(r, update)
	s.annotate(w, run, update.Output.Annotations)
	run.Output.Annotations = append(run.Output.Annotations, update.Output.Annotations...)
	reply(w, http.StatusOK, run)
}

func (s *server) pull(w http.ResponseWriter, _ *http.Request) {
	changed := s.changed
	if changed == 0 {
		changed = len(s.files)
	}
	reply(w, http.StatusOK, map[string]any{
		"number": 7, "changed_files": changed, "head": map[string]string{"sha": s.head}, "base": map[string]string{"sha": s.base},
	})
}

func (s *server) listFiles(w http.ResponseWriter, r *http.Request) {
	page(s, w, r, s.files[:min(len(s.files), 3000)], func(files []map[string]any) any { return files })
}
