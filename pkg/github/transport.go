package github

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Limits bound how long and how often GitHub is asked. The zero value of a
// field stands for its default.
type Limits struct {
	Wait     time.Duration // the longest single wait; default 5 minutes
	Total    time.Duration // all waits together; default 15 minutes
	Attempts int           // how often one request is sent at most; default 5
	// Processing is how long the processing of an upload is waited for,
	// besides; default 5 minutes.
	Processing time.Duration
}

func (l Limits) withDefaults() Limits {
	if l.Wait <= 0 {
		l.Wait = 5 * time.Minute
	}
	if l.Total <= 0 {
		l.Total = 15 * time.Minute
	}
	if l.Attempts <= 0 {
		l.Attempts = 5
	}
	if l.Processing <= 0 {
		l.Processing = 5 * time.Minute
	}
	return l
}

// WaitError says that a request would have to wait for longer than the limits
// allow.
type WaitError struct {
	Why   string
	Wait  time.Duration // what is needed
	Limit time.Duration
	Total bool // the limit is that of all waits together
}

func (e *WaitError) Error() string {
	if e.Total {
		return fmt.Sprintf("%s: another %s would make the waits longer than %s together; raise --max-total-wait or try later", e.Why, e.Wait, e.Limit)
	}
	return fmt.Sprintf("%s: the next attempt is due in %s, which is longer than %s; raise --max-wait or try later", e.Why, e.Wait, e.Limit)
}

const (
	attemptTimeout  = 2 * time.Minute // of one request with its answer
	longestResponse = 64 << 20
	secondaryWait   = time.Minute // GitHub's advice for limits that state no wait

	headerRemaining = "X-Ratelimit-Remaining"
	headerReset     = "X-Ratelimit-Reset"
)

// transport adds the token, and waits and sends again what GitHub turned down
// for the time being. See
// https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
//
// What a limit turned down was not done, so it is sent again whatever it is.
// After a fault of the server or of the line nobody knows, and only requests
// that may be repeated are sent again; see [repeatable] and [Client.once].
type transport struct {
	base        http.RoundTripper
	token, host string
	limits      Limits
	clock       Clock
	log         func(string)

	mu     sync.Mutex
	waited time.Duration
	// resume is when requests are allowed again, once the last one used up the
	// limit.
	resume time.Time
}

func newTransport(o Options, host string) *transport {
	t := &transport{base: http.DefaultTransport, token: o.Token, host: host, limits: o.Limits.withDefaults(), clock: o.Clock, log: o.Log}
	if t.clock == nil {
		t.clock = systemClock{}
	}
	if t.log == nil {
		t.log = func(string) {}
	}
	return t
}

// RoundTrip implements [http.RoundTripper].
func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	if req.Body != nil {
		defer req.Body.Close() //nolint:errcheck // each attempt has a body of its own
	}
	for attempt := 0; ; attempt++ {
		if err := t.awaitLimit(req.Context()); err != nil {
			return nil, err
		}
		resp, body, err := t.send(req)
		delay, why := t.pause(req, resp, body, err, attempt)
		if why == "" || attempt+1 >= t.limits.Attempts || req.Context().Err() != nil {
			return resp, err
		}
		if err := t.wait(req.Context(), delay, why); err != nil {
			return nil, err
		}
	}
}

// send sends a request once and reads the whole answer.
func (t *transport) send(req *http.Request) (*http.Response, []byte, error) {
	ctx, cancel := context.WithTimeout(req.Context(), attemptTimeout)
	defer cancel()
	attempt := req.Clone(ctx)
	if req.GetBody != nil {
		body, err := req.GetBody()
		if err != nil {
			return nil, nil, err
		}
		attempt.Body = body
	}
	if req.URL.Host == t.host {
		attempt.Header.Set("Authorization", "Bearer "+t.token)
	}
	resp, err := t.base.RoundTrip(attempt)
	if err != nil {
		return nil, nil, err
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, longestResponse))
	_ = resp.Body.Close()
	if err != nil {
		return nil, nil, fmt.Errorf("read the answer: %w", err)
	}
	resp.Body = io.NopCloser(bytes.NewReader(body))
	t.noteLimit(resp)
	return resp, body, nil
}

// noteLimit remembers when a limit that this request used up begins anew. The
// headers are taken away, since go-github would fail the next request on their
// account without sending or waiting.
func (t *transport) noteLimit(resp *http.Response) {
	if resp.StatusCode >= http.StatusBadRequest || resp.Header.Get(headerRemaining) != "0" {
		return
	}
	if reset, ok := resetTime(resp.Header); ok {
		t.mu.Lock()
		t.resume = reset
		t.mu.Unlock()
	}
	resp.Header.Del(headerRemaining)
	resp.Header.Del(headerReset)
}

func (t *transport) awaitLimit(ctx context.Context) error {
	t.mu.Lock()
	left := t.resume.Sub(t.clock.Now())
	t.mu.Unlock()
	if left <= 0 {
		return nil
	}
	return t.wait(ctx, left+time.Second, "the rate limit is used up")
}

// pause says how long to wait before the request is sent again, and why; "" if
// it must not be.
func (t *transport) pause(req *http.Request, resp *http.Response, body []byte, err error, attempt int) (time.Duration, string) {
	if req.Body != nil && req.GetBody == nil {
		return 0, ""
	}
	if err == nil {
		if delay, limited := limitOf(resp, body, t.clock.Now(), attempt); limited {
			return delay, "a rate limit was hit"
		}
	}
	if !mayRepeat(req) {
		return 0, ""
	}
	switch {
	case err != nil:
		return backOff(attempt), fmt.Sprintf("GitHub was not reached (%v)", err)
	case faulty(resp.StatusCode):
		return faultPause(resp, t.clock.Now(), attempt), fmt.Sprintf("GitHub has a fault (%d)", resp.StatusCode)
	}
	return 0, ""
}

// wait lets time pass, unless it would be more than the limits allow.
func (t *transport) wait(ctx context.Context, d time.Duration, why string) error {
	t.mu.Lock()
	if d > t.limits.Wait {
		t.mu.Unlock()
		return &WaitError{Why: why, Wait: d.Round(time.Second), Limit: t.limits.Wait}
	}
	if t.waited+d > t.limits.Total {
		t.mu.Unlock()
		return &WaitError{Why: why, Wait: d.Round(time.Second), Limit: t.limits.Total, Total: true}
	}
	t.waited += d
	t.mu.Unlock()
	t.log(fmt.Sprintf("%s; waiting %s", why, d.Round(time.Second)))
	if !t.clock.Sleep(ctx.Done(), d) {
		return ctx.Err()
	}
	return nil
}

// limitOf reports whether an answer says that a limit was hit, primary or
// secondary, and how long to wait. GitHub answers 403 or 429.
func limitOf(resp *http.Response, body []byte, now time.Time, attempt int) (time.Duration, bool) {
	if resp.StatusCode != http.StatusForbidden && resp.StatusCode != http.StatusTooManyRequests {
		return 0, false
	}
	if delay, ok := retryAfter(resp.Header, now); ok {
		return delay, true
	}
	if reset, ok := resetTime(resp.Header); ok && resp.Header.Get(headerRemaining) == "0" {
		return max(reset.Sub(now), 0) + time.Second, true
	}
	if resp.StatusCode == http.StatusTooManyRequests || secondary(body) {
		return secondaryWait << min(attempt, 10), true
	}
	return 0, false
}

// secondary reports whether a refusal is a secondary limit without a header.
func secondary(body []byte) bool {
	text := strings.ToLower(string(body[:min(len(body), 64<<10)]))
	for _, sign := range []string{"secondary rate limit", "secondary-rate-limits", "abuse detection", "#abuse-rate-limits"} {
		if strings.Contains(text, sign) {
			return true
		}
	}
	return false
}

// retryAfter reads the header Retry-After: seconds or a date (RFC 9110, 10.2.3).
func retryAfter(header http.Header, now time.Time) (time.Duration, bool) {
	value := strings.TrimSpace(header.Get("Retry-After"))
	if seconds, err := strconv.ParseUint(value, 10, 31); err == nil {
		return max(time.Duration(seconds)*time.Second, time.Second), true
	}
	if date, err := http.ParseTime(value); err == nil {
		return max(date.Sub(now), time.Second), true
	}
	return 0, false
}

func resetTime(header http.Header) (time.Time, bool) {
	seconds, err := strconv.ParseInt(header.Get(headerReset), 10, 64)
	return time.Unix(seconds, 0), err == nil && seconds > 0
}

func faulty(status int) bool {
	switch status {
	case http.StatusInternalServerError, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return true
	}
	return false
}

func faultPause(resp *http.Response, now time.Time, attempt int) time.Duration {
	if delay, ok := retryAfter(resp.Header, now); ok {
		return delay
	}
	return backOff(attempt)
}

// backOff doubles from a second. It has no jitter: one run is one client, and
// runs do not begin in the same instant.
func backOff(attempt int) time.Duration { return time.Second << min(attempt, 10) }

type repeatableKey struct{}

// repeatable marks requests that leave things as they are when they are sent
// twice, though their method does not say so.
func repeatable(ctx context.Context) context.Context {
	return context.WithValue(ctx, repeatableKey{}, true)
}

func mayRepeat(req *http.Request) bool {
	switch req.Method {
	case http.MethodGet, http.MethodHead, http.MethodDelete:
		return true
	}
	return req.Context().Value(repeatableKey{}) != nil
}
