package github

import (
	"context"
	"errors"
	"fmt"
	"strings"

	gh "github.com/google/go-github/v60/github"

	"github.com/aimslint/aimslint/pkg/source"
)

// mostListed is how many files of a pull request GitHub lists, see
// https://docs.github.com/en/rest/pulls/pulls#list-pull-requests-files
const mostListed = 3000

// Change is a file that a pull request changes.
type Change struct {
	Path   string `json:"path"`   // relative to the repository's root, with slashes
	Status string `json:"status"` // added, modified, removed, renamed, copied
	// Previous is the path before a file was renamed or copied.
	Previous string `json:"previous,omitempty"`
}

// Changed are the files that a pull request changes. GitHub lists no more than
// 3,000; beyond, Git is asked in the given folder, which needs the history of
// both sides.
func (c *Client) Changed(ctx context.Context, number int, folder string) ([]Change, error) {
	const action = "list the files of the pull request"
	pull, _, err := c.api.PullRequests.Get(ctx, c.owner, c.name, number)
	if err != nil {
		return nil, c.explain(action, readPullRequests, err)
	}
	if pull.GetChangedFiles() > mostListed {
		return c.changedByGit(ctx, pull, folder)
	}
	changes, err := c.listed(ctx, number)
	if err != nil {
		return nil, c.explain(action, readPullRequests, err)
	}
	if len(changes) < pull.GetChangedFiles() {
		return c.changedByGit(ctx, pull, folder)
	}
	return changes, nil
}

// Head is the last commit of a pull request.
func (c *Client) Head(ctx context.Context, number int) (string, error) {
	pull, _, err := c.api.PullRequests.Get(ctx, c.owner, c.name, number)
	if err != nil {
		return "", c.explain("look up the pull request", readPullRequests, err)
	}
	return pull.GetHead().GetSHA(), nil
}

func (c *Client) listed(ctx context.Context, number int) ([]Change, error) {
	var changes []Change
	options := &gh.ListOptions{PerPage: 100}
	for {
		files, resp, err := c.api.PullRequests.ListFiles(ctx, c.owner, c.name, number, options)
		if err != nil {
			return nil, err
		}
		for _, f := range files {
			changes = append(changes, Change{Path: f.GetFilename(), Status: statusOf(f.GetStatus()), Previous: f.GetPreviousFilename()})
		}
		if resp.NextPage == 0 {
			return changes, nil
		}
		options.Page = resp.NextPage
	}
}

// statusOf brings GitHub's "changed", a file whose type changed, into line with
// Git's words here.
func statusOf(status string) string {
	if status == "changed" {
		return "modified"
	}
	return status
}

func (c *Client) changedByGit(ctx context.Context, pull *gh.PullRequest, folder string) ([]Change, error) {
	base, head := pull.GetBase().GetSHA(), pull.GetHead().GetSHA()
	if !fullSHA.MatchString(base) || !fullSHA.MatchString(head) {
		return nil, errors.New("list the files of the pull request: GitHub names no commits for it")
	}
	changes, err := gitDiff(ctx, folder, base, head)
	if err != nil {
		return nil, fmt.Errorf("list the files of the pull request: GitHub lists no more than %d, and Git cannot compare %.12s...%.12s: %w\n"+
			"check the repository out with its history (actions/checkout with fetch-depth: 0)", mostListed, base, head, err)
	}
	return changes, nil
}

// gitDiff asks Git what changed since the two commits parted.
func gitDiff(ctx context.Context, folder, base, head string) ([]Change, error) {
	out, err := source.Git(ctx, folder, "diff", "--name-status", "-z", "--find-renames", "--no-ext-diff", "--no-textconv", base+"..."+head, "--")
	if err != nil {
		return nil, err
	}
	return parseNameStatus(string(out))
}

// CheckedOut is the commit in a folder, or "" if there is none.
func CheckedOut(ctx context.Context, folder string) string {
	out, err := source.Git(ctx, folder, "rev-parse", "--verify", "--quiet", "HEAD")
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}

// parseNameStatus reads what git diff --name-status -z prints: a letter, for
// renames and copies with a number, and then one path or two, each ended by NUL.
func parseNameStatus(out string) ([]Change, error) {
	words := map[byte]string{'A': "added", 'M': "modified", 'T': "modified", 'D': "removed", 'R': "renamed", 'C': "copied"}
	if out == "" {
		return nil, nil
	}
	fields := strings.Split(strings.TrimSuffix(out, "\x00"), "\x00")
	var changes []Change
	for len(fields) > 0 {
		status, paths := "", 1
		if fields[0] != "" {
			status = words[fields[0][0]]
		}
		if status == "renamed" || status == "copied" {
			paths = 2
		}
		if status == "" || len(fields) < 1+paths {
			return nil, fmt.Errorf("git diff prints %q, which is not understood", fields[0])
		}
		change := Change{Path: fields[paths], Status: status}
		if paths > 1 {
			change.Previous = fields[1]
		}
		changes = append(changes, change)
		fields = fields[1+paths:]
	}
	return changes, nil
}
