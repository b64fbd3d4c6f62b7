// Package github brings the outcome of a run to GitHub: alerts of code
// scanning, a check run, one comment on a pull request. It also lists the files
// that a pull request changes.
//
// Requests wait and are sent again as GitHub asks for it, within [Limits]. What
// must not happen twice is not sent again before a look at whether it arrived.
// The token goes to the API's host and nowhere else, and is in no error.
package github

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"time"

	gh "github.com/google/go-github/v60/github"
)

// DefaultAPIURL is where the API of github.com is.
const DefaultAPIURL = "https://api.github.com/"

// Options say which repository is spoken of, and how.
type Options struct {
	Token      string
	Repository string // owner/name
	// APIURL is the API's address as GITHUB_API_URL has it; "" for github.com.
	// For a GitHub Enterprise Server its plain address will do.
	APIURL string
	// Fork says that the run is of a pull request from a fork, whose token may
	// only read; errors mention it.
	Fork   bool
	Limits Limits
	Clock  Clock        // nil for the system's
	Log    func(string) // is told of every wait; may be nil
}

// Client speaks to the API of GitHub about one repository. It is for one
// goroutine.
type Client struct {
	api         *gh.Client
	transport   *transport
	owner, name string
	token       string
	fork        bool
}

var repository = regexp.MustCompile(`^([A-Za-z0-9_.-]+)/([A-Za-z0-9_.-]+)$`)

// New makes a client. The errors are about the options.
func New(o Options) (*Client, error) {
	if strings.TrimSpace(o.Token) == "" {
		return nil, errors.New("there is no token: set GITHUB_TOKEN or GH_TOKEN (in a workflow: env: {GITHUB_TOKEN: ${{ github.token }}})")
	}
	if strings.ContainsAny(o.Token, "\r\n\x00") {
		return nil, errors.New("the token holds a line break: it was not copied as it is")
	}
	parts := repository.FindStringSubmatch(o.Repository)
	switch {
	case o.Repository == "":
		return nil, errors.New("there is no repository: set GITHUB_REPOSITORY or --repository to OWNER/NAME")
	case parts == nil || strings.Trim(parts[1], ".") == "" || strings.Trim(parts[2], ".") == "":
		return nil, fmt.Errorf("repository %q: write it as OWNER/NAME", o.Repository)
	}
	base, err := apiURL(o.APIURL)
	if err != nil {
		return nil, err
	}
	t := newTransport(o, base.Host)
	api, err := gh.NewClient(&http.Client{Transport: t, CheckRedirect: sameHost}).WithEnterpriseURLs(base.String(), base.String())
	if err != nil {
		return nil, fmt.Errorf("address of the API: %w", err)
	}
	api.UserAgent = "aimslint"
	return &Client{api: api, transport: t, owner: parts[1], name: parts[2], token: o.Token, fork: o.Fork}, nil
}

// apiURL is the address to speak to. A token is sent in the clear only within
// this computer.
func apiURL(address string) (*url.URL, error) {
	if address == "" {
		address = DefaultAPIURL
	}
	base, err := url.Parse(address)
	if err != nil || base.Host == "" || base.User != nil || base.RawQuery != "" {
		return nil, errors.New("the address of the API is none such as https://github.example.com/api/v3; see GITHUB_API_URL and --api-url")
	}
	if base.Scheme != "https" && (base.Scheme != "http" || !loopback(base.Hostname())) {
		return nil, fmt.Errorf("the address of the API, %s, does not begin with https://: the token would be readable on its way", address)
	}
	return base, nil
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// sameHost follows redirects, as of a repository that was renamed, but to no
// other host.
func sameHost(req *http.Request, via []*http.Request) error {
	const most = 5
	if len(via) >= most || req.URL.Host != via[0].URL.Host || req.URL.Scheme != via[0].URL.Scheme {
		return errors.New("GitHub redirects to another place, which is not followed")
	}
	return nil
}

// Clock tells the time and lets it pass.
type Clock interface {
	Now() time.Time
	// Sleep waits, and reports false if done is closed before the time is over.
	Sleep(done <-chan struct{}, d time.Duration) bool
}

type systemClock struct{}

func (systemClock) Now() time.Time { return time.Now() }

func (systemClock) Sleep(done <-chan struct{}, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-done:
		return false
	}
}
