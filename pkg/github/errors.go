package github

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	gh "github.com/google/go-github/v60/github"
)

// permission is what a job must be given, in the syntax of workflows.
type permission string

// The permissions that the requests of this package need. See
// https://docs.github.com/en/rest/authentication/permissions-required-for-github-apps
const (
	writeSecurityEvents permission = "security-events: write"
	writeChecks         permission = "checks: write"
	writePullRequests   permission = "pull-requests: write"
	readPullRequests    permission = "pull-requests: read"
)

// PermissionError says that GitHub refused a request, as it does for want of a
// permission: with 403, or with 404 so as not to tell that something exists.
type PermissionError struct {
	Action     string // what could not be done
	Permission string // in the syntax of workflows, as "checks: write"
	Status     int
	Message    string // GitHub's own words
	Repository string
	Fork       bool
}

func (e *PermissionError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: GitHub answers %d", e.Action, e.Status)
	if e.Message != "" {
		fmt.Fprintf(&b, " (%s)", e.Message)
	}
	if e.Status == http.StatusNotFound {
		fmt.Fprintf(&b, "; either it is not in %s, or the token must not know of it", e.Repository)
	}
	if e.Fork {
		return b.String() + "\nThe pull request comes from a fork: its token may only read, whatever the workflow says." +
			"\nUse the annotations and the job summary there, or --or-skip."
	}
	return b.String() + "\nThe token needs, in the workflow or the job:\n  permissions:\n    " + e.Permission +
		"\n(a personal token or an App needs the same permission); --or-skip accepts the refusal."
}

// explain says in words what could not be done and what to do about it. The
// token is in none of them.
func (c *Client) explain(action string, needed permission, err error) error {
	if err == nil {
		return nil
	}
	if wait, ok := errors.AsType[*WaitError](err); ok {
		return fmt.Errorf("%s: %w", action, wait)
	}
	status, message := answer(err)
	message = c.redact(message)
	switch status {
	case 0:
		return c.explainFault(action, err)
	case http.StatusUnauthorized:
		return fmt.Errorf("%s: GitHub does not accept the token (401): it is wrong, has expired or was revoked; see GITHUB_TOKEN and GH_TOKEN", action)
	case http.StatusForbidden, http.StatusNotFound:
		if c.limited(err) {
			return fmt.Errorf("%s: the rate limit is still exceeded after several attempts: %s", action, message)
		}
		return &PermissionError{
			Action: action, Permission: string(needed), Status: status, Message: message,
			Repository: c.owner + "/" + c.name, Fork: c.fork,
		}
	}
	return fmt.Errorf("%s: GitHub answers %d %s: %s", action, status, http.StatusText(status), message)
}

// explainFault is about errors that are no answer of GitHub.
func (c *Client) explainFault(action string, err error) error {
	if errors.Is(err, context.Canceled) {
		return fmt.Errorf("%s: %w", action, context.Canceled)
	}
	if fault, ok := errors.AsType[*url.Error](err); ok {
		err = fault.Err
	}
	return fmt.Errorf("%s: %s", action, c.redact(err.Error()))
}

// answer is the status of GitHub's answer and its words, or 0 if there was none.
func answer(err error) (int, string) {
	if e, ok := errors.AsType[*gh.ErrorResponse](err); ok {
		return e.Response.StatusCode, describe(e)
	}
	if e, ok := errors.AsType[*gh.RateLimitError](err); ok {
		return e.Response.StatusCode, e.Message
	}
	if e, ok := errors.AsType[*gh.AbuseRateLimitError](err); ok {
		return e.Response.StatusCode, e.Message
	}
	if e, ok := errors.AsType[*gh.TwoFactorAuthError](err); ok {
		return e.Response.StatusCode, e.Message
	}
	return 0, ""
}

func describe(e *gh.ErrorResponse) string {
	words := make([]string, 0, 1+len(e.Errors))
	words = append(words, e.Message)
	for _, detail := range e.Errors {
		text := detail.Message
		if text == "" {
			text = strings.TrimSpace(detail.Resource + " " + detail.Field + " " + detail.Code)
		}
		words = append(words, text)
	}
	return strings.Join(words, "; ")
}

// limited reports whether a refusal is about a rate limit, in any of the shapes
// that go-github gives it.
func (c *Client) limited(err error) bool {
	if e, ok := errors.AsType[*gh.ErrorResponse](err); ok {
		_, limited := limitOf(e.Response, []byte(e.Message+" "+e.DocumentationURL), c.transport.clock.Now(), 0)
		return limited
	}
	_, primary := errors.AsType[*gh.RateLimitError](err)
	_, abuse := errors.AsType[*gh.AbuseRateLimitError](err)
	return primary || abuse
}

func (c *Client) redact(text string) string { return strings.ReplaceAll(text, c.token, "***") }

// uncertain reports whether it is unknown if a request was carried out.
func uncertain(err error) bool {
	if err == nil || errors.Is(err, context.Canceled) {
		return false
	}
	if _, waiting := errors.AsType[*WaitError](err); waiting {
		return false
	}
	status, _ := answer(err)
	return status == 0 || faulty(status)
}

// once sends what must not happen twice. When it is unknown whether it was
// carried out, arrived has a look before it is sent again.
func (c *Client) once(ctx context.Context, send func() error, arrived func() (bool, error)) error {
	for attempt := 0; ; attempt++ {
		err := send()
		if !uncertain(err) {
			return err
		}
		pause := backOff(attempt)
		if e, ok := errors.AsType[*gh.ErrorResponse](err); ok {
			pause = faultPause(e.Response, c.transport.clock.Now(), attempt)
		}
		if waitErr := c.transport.wait(ctx, pause, "it is unknown whether GitHub took it; looking"); waitErr != nil {
			return waitErr
		}
		if done, lookErr := arrived(); done || lookErr != nil {
			return lookErr
		}
		if attempt+1 >= c.transport.limits.Attempts {
			return err
		}
	}
}
