package github

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strings"

	gh "github.com/google/go-github/v60/github"
)

// Outcome says what became of a comment.
type Outcome string

// The outcomes of a comment.
const (
	Created   Outcome = "created"
	Edited    Outcome = "edited"
	Unchanged Outcome = "unchanged" // it said the same already
	Withheld  Outcome = "withheld"  // there was nothing to say, and none to edit
)

var category = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._/-]*$`)

// Comment is the one comment of a category on a pull request.
type Comment struct {
	PullRequest int
	Category    string // see [CheckCategory]
	Body        string
	// Author is the login whose comment it is; "" for the token's own.
	Author string
	// OnlyEdit makes no new comment, but edits the one that is there.
	OnlyEdit bool
}

// CheckCategory reports whether a category may be the name of a comment.
func CheckCategory(name string) error {
	const longest = 100
	if len(name) > longest || !category.MatchString(name) {
		return fmt.Errorf("category %q: use up to %d letters, digits and . _ / - such as clinic/models", name, longest)
	}
	return nil
}

// marker begins a comment of a category, and is not shown.
func (m Comment) marker() string { return "<!-- aimslint comment: " + m.Category + " -->" }

// Comment edits the comment of a category on a pull request, or creates it.
// Afterwards there is one: of several, which runs side by side may have made,
// the oldest stays.
func (c *Client) Comment(ctx context.Context, m Comment) (Outcome, error) {
	const action = "comment on the pull request"
	outcome, err := c.comment(ctx, m)
	return outcome, c.explain(action, writePullRequests, err)
}

func (c *Client) comment(ctx context.Context, m Comment) (Outcome, error) {
	author, err := c.author(ctx, m.Author)
	if err != nil {
		return "", err
	}
	find := func() ([]*gh.IssueComment, error) { return c.ours(ctx, m, author) }
	ours, err := find()
	if err != nil {
		return "", err
	}
	text := m.marker() + "\n" + m.Body
	outcome := Unchanged
	if len(ours) == 0 {
		if m.OnlyEdit {
			return Withheld, nil
		}
		outcome = Created
		if ours, err = c.createComment(ctx, m.PullRequest, text, find); err != nil {
			return "", err
		}
	}
	return c.settle(ctx, ours, text, outcome)
}

// createComment creates a comment once, and gives all there are then.
func (c *Client) createComment(ctx context.Context, number int, text string, find func() ([]*gh.IssueComment, error)) ([]*gh.IssueComment, error) {
	err := c.once(ctx, func() error {
		_, _, err := c.api.Issues.CreateComment(ctx, c.owner, c.name, number, &gh.IssueComment{Body: &text})
		return err
	}, func() (bool, error) {
		found, err := find()
		return len(found) > 0, err
	})
	if err != nil {
		return nil, err
	}
	return find()
}

// settle brings the oldest of our comments up to date and removes the others.
func (c *Client) settle(ctx context.Context, ours []*gh.IssueComment, text string, outcome Outcome) (Outcome, error) {
	if len(ours) == 0 {
		return outcome, nil // just created, and not listed yet
	}
	if strings.TrimSpace(normal(ours[0].GetBody())) != strings.TrimSpace(text) {
		_, _, err := c.api.Issues.EditComment(repeatable(ctx), c.owner, c.name, ours[0].GetID(), &gh.IssueComment{Body: &text})
		if err != nil {
			return "", err
		}
		if outcome == Unchanged {
			outcome = Edited
		}
	}
	for _, double := range ours[1:] {
		if _, err := c.api.Issues.DeleteComment(ctx, c.owner, c.name, double.GetID()); err != nil && !notFound(err) {
			return "", err
		}
	}
	return outcome, nil
}

func normal(text string) string { return strings.ReplaceAll(text, "\r\n", "\n") }

// author is the login of the token's owner. The tokens of Actions and of Apps
// may not ask; then it is "", and stands for any bot.
func (c *Client) author(ctx context.Context, stated string) (string, error) {
	if stated != "" {
		return stated, nil
	}
	user, _, err := c.api.Users.Get(ctx, "")
	if err == nil {
		return user.GetLogin(), nil
	}
	if status, _ := answer(err); (status == http.StatusForbidden || status == http.StatusNotFound) && !c.limited(err) {
		return "", nil
	}
	return "", err
}

// ours are the comments of a category by an author, the oldest first. Anybody
// could write the marker, so that it is not enough.
func (c *Client) ours(ctx context.Context, m Comment, author string) ([]*gh.IssueComment, error) {
	var ours []*gh.IssueComment
	options := &gh.IssueListCommentsOptions{ListOptions: gh.ListOptions{PerPage: 100}}
	for {
		comments, resp, err := c.api.Issues.ListComments(ctx, c.owner, c.name, m.PullRequest, options)
		if err != nil {
			return nil, err
		}
		for _, comment := range comments {
			if strings.HasPrefix(normal(comment.GetBody()), m.marker()) && by(comment.GetUser(), author) {
				ours = append(ours, comment)
			}
		}
		if resp.NextPage == 0 {
			break
		}
		options.Page = resp.NextPage
	}
	slices.SortFunc(ours, func(a, b *gh.IssueComment) int { return cmp.Compare(a.GetID(), b.GetID()) })
	return ours, nil
}

func by(user *gh.User, author string) bool {
	if author == "" {
		return user.GetType() == "Bot"
	}
	return strings.EqualFold(user.GetLogin(), author)
}
