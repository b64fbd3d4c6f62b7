package github

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
)

// Environment is what a workflow says of itself. See
// https://docs.github.com/en/actions/reference/workflows-and-actions/variables
type Environment struct {
	Token      string // GITHUB_TOKEN, else GH_TOKEN
	Repository string // GITHUB_REPOSITORY
	APIURL     string // GITHUB_API_URL
	ServerURL  string // GITHUB_SERVER_URL
	SHA        string // GITHUB_SHA
	Ref        string // GITHUB_REF
	RunID      string // GITHUB_RUN_ID and GITHUB_RUN_ATTEMPT
	Actions    bool   // GITHUB_ACTIONS
	// PullRequest is the number of the event's pull request, or 0; Head is
	// its last commit, where the event states it.
	PullRequest int
	Head        string
	// Fork says that the pull request comes from another repository, so that the
	// token may only read; on pull_request_target it may do more.
	Fork bool
}

// event is the part of a webhook payload that matters here. See
// https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request
type event struct {
	PullRequest *struct {
		Number int    `json:"number"`
		Head   commit `json:"head"`
		Base   commit `json:"base"`
	} `json:"pull_request"`
	Issue *struct {
		Number      int              `json:"number"`
		PullRequest *json.RawMessage `json:"pull_request"`
	} `json:"issue"`
}

type commit struct {
	SHA  string `json:"sha"`
	Repo *struct {
		FullName string `json:"full_name"`
	} `json:"repo"` // null when the fork is gone
}

var pullRef = regexp.MustCompile(`^refs/pull/([1-9][0-9]{0,9})/(merge|head)$`)

// ReadEnvironment reads the variables and the event's payload.
func ReadEnvironment(getenv func(string) string) (Environment, error) {
	e := Environment{
		Token:      strings.TrimSpace(cmp.Or(getenv("GITHUB_TOKEN"), getenv("GH_TOKEN"))),
		Repository: getenv("GITHUB_REPOSITORY"),
		APIURL:     getenv("GITHUB_API_URL"),
		ServerURL:  cmp.Or(strings.TrimSuffix(getenv("GITHUB_SERVER_URL"), "/"), "https://github.com"),
		SHA:        getenv("GITHUB_SHA"),
		Ref:        getenv("GITHUB_REF"),
		RunID:      strings.Trim(getenv("GITHUB_RUN_ID")+"/"+getenv("GITHUB_RUN_ATTEMPT"), "/"),
		Actions:    getenv("GITHUB_ACTIONS") == "true",
	}
	if path := getenv("GITHUB_EVENT_PATH"); path != "" {
		if err := readEvent(&e, path); err != nil {
			return e, fmt.Errorf("read the event that GITHUB_EVENT_PATH names: %w", err)
		}
	}
	if e.PullRequest == 0 {
		e.PullRequest = numberOf(e.Ref)
	}
	e.Fork = e.Fork && !strings.HasPrefix(e.Ref, "refs/heads/")
	return e, nil
}

func numberOf(ref string) int {
	parts := pullRef.FindStringSubmatch(ref)
	if parts == nil {
		return 0
	}
	number, _ := strconv.Atoi(parts[1])
	return number
}

func readEvent(e *Environment, path string) error {
	content, err := os.ReadFile(path) //nolint:gosec // the runner's own variable
	if err != nil {
		return err
	}
	var payload event
	if json.Unmarshal(content, &payload) != nil {
		return fmt.Errorf("%s is not the JSON of an event", path)
	}
	switch pull := payload.PullRequest; {
	case pull != nil:
		e.PullRequest, e.Head = pull.Number, pull.Head.SHA
		e.Fork = pull.Base.Repo != nil && (pull.Head.Repo == nil || pull.Head.Repo.FullName != pull.Base.Repo.FullName)
	case payload.Issue != nil && payload.Issue.PullRequest != nil:
		e.PullRequest = payload.Issue.Number
	}
	return nil
}

// Target is what an analysis is of.
type Target struct {
	Ref string // refs/heads/main, refs/pull/7/merge
	SHA string // the commit, in full; "" if only GitHub knows
}

// Target is the commit and the ref that the run looked at: on the event
// pull_request the merge that GitHub made, elsewhere the head of the pull
// request, without one the commit of the workflow. CheckedOut is the commit in
// the working folder, or "": a workflow may check out another one.
func (e Environment) Target(pullRequest int, checkedOut string) Target {
	number := cmp.Or(pullRequest, e.PullRequest)
	head := Target{Ref: fmt.Sprintf("refs/pull/%d/head", number)}
	if number == e.PullRequest {
		head.SHA = e.Head
	}
	own := Target{Ref: e.Ref, SHA: e.SHA}
	itself := checkedOut != "" && checkedOut == e.SHA
	switch {
	case number == 0:
		return own
	case numberOf(e.Ref) != number && pullRequest == 0 && itself:
		return own // pull_request_target looks at the base, unless it checks out the head
	case numberOf(e.Ref) != number:
		return head
	case !itself && checkedOut == e.Head && e.Head != "":
		return head // of the event pull_request, with the head checked out
	}
	return own
}

var fullSHA = regexp.MustCompile(`^([0-9a-f]{40}|[0-9a-f]{64})$`)

// Check reports what is missing or malformed.
func (t Target) Check() error {
	switch {
	case t.SHA == "":
		return errors.New("there is no commit: set GITHUB_SHA or --sha")
	case !fullSHA.MatchString(t.SHA):
		return fmt.Errorf("commit %q: write its id in full, 40 hexadecimal digits", t.SHA)
	case t.Ref == "":
		return errors.New("there is no ref: set GITHUB_REF or --ref, such as refs/heads/main")
	case !strings.HasPrefix(t.Ref, "refs/"):
		return fmt.Errorf("ref %q: write it in full, such as refs/heads/main", t.Ref)
	}
	return nil
}
