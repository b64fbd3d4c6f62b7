package github_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/github"
)

const (
	listing  = "GET /issues/7/comments"
	creating = "POST /issues/7/comments"
	marker   = "<!-- aimslint comment: aimslint -->\n"
)

func said(s *server) string {
	var b strings.Builder
	for _, c := range s.comments {
		fmt.Fprintf(&b, "%s: %s\n", c.User["login"], strings.ReplaceAll(c.Body, "\n", "|"))
	}
	return b.String()
}

func say(t *testing.T, s *server, body string) github.Outcome {
	t.Helper()
	outcome, err := s.client().Comment(context.Background(), github.Comment{PullRequest: 7, Category: "aimslint", Body: body})
	if err != nil {
		t.Fatal(err)
	}
	return outcome
}

func TestOneComment(t *testing.T) {
	for _, login := range []string{"", "quality-lead"} {
		s := newServer(t)
		s.login = login
		for _, step := range []struct {
			body string
			want github.Outcome
		}{{"first", github.Created}, {"first", github.Unchanged}, {"second", github.Edited}} {
			if got := say(t, s, step.body); got != step.want {
				t.Errorf("%s: %s, want %s", step.body, got, step.want)
			}
		}
		if want := s.owner()["login"] + ": <!-- aimslint comment: aimslint -->|second\n"; said(s) != want {
			t.Errorf("%s, want %s", said(s), want)
		}
		if s.count(creating) != 1 || s.count("PATCH /issues/comments/1000") != 1 {
			t.Errorf("requests %v", s.requests)
		}
	}
}

// Anybody can write the marker, and other categories have comments too. Ours
// is on the third page.
func TestCommentsOfOthersAreLeftAlone(t *testing.T) {
	s := newServer(t)
	s.pageSize = 2
	user, bot := map[string]string{"login": "a-user", "type": "User"}, map[string]string{"login": "github-actions[bot]", "type": "Bot"}
	s.comments = []*comment{
		{1, marker + "forged", user}, {2, "quoted: " + marker, bot}, {3, "<!-- aimslint comment: aimslint/b -->\nb", bot},
		{4, "hello", user}, {5, "<!-- aimslint comment: aimslint -->\r\nold", bot},
	}
	before := strings.Replace(said(s), "\r|old", "|new", 1)
	if got := say(t, s, "new"); got != github.Edited {
		t.Errorf("outcome %s", got)
	}
	if said(s) != before || s.count(listing) != 3 {
		t.Errorf("%s\nwant\n%s", said(s), before)
	}
	s.login = "another-bot"
	if got := say(t, s, "mine"); got != github.Created || len(s.comments) != 6 {
		t.Errorf("a comment of another author is taken for ours: %s", got)
	}
}

// However creating it fails, one comment is there in the end.
func TestCommentIsNotDoubled(t *testing.T) {
	for name, c := range map[string]struct {
		faults  []fault
		created int
	}{
		"arrived, then a fault":      {[]fault{{status: 502, carried: true}}, 1},
		"arrived, then broken":       {[]fault{{carried: true}}, 1},
		"did not arrive":             {[]fault{{status: 502}}, 2},
		"broken before it arrived":   {[]fault{{}, {}}, 3},
		"arrived at last":            {[]fault{{}, {}, {}, {}, {carried: true}}, 5},
		"a limit":                    {[]fault{{status: 429}, {status: 403, header: map[string]string{"Retry-After": "60"}}}, 3},
		"a limit, a fault, a broken": {[]fault{{status: 429}, {status: 503, header: map[string]string{"Retry-After": "6"}}, {carried: true}}, 3},
	} {
		t.Run(name, func(t *testing.T) {
			s := newServer(t)
			s.faults[creating] = c.faults
			say(t, s, "text")
			if len(s.comments) != 1 || s.count(creating) != c.created {
				t.Errorf("%d comments after %v", len(s.comments), s.requests)
			}
		})
	}
}

// Two runs side by side have made one each: the oldest stays.
func TestDoublesAreRemoved(t *testing.T) {
	s := newServer(t)
	for id := range int64(3) {
		s.comments = append(s.comments, &comment{ID: 30 - id, Body: marker + "old", User: s.owner()})
	}
	s.faults["DELETE /issues/comments/30"] = []fault{{status: 404, carried: true}} // the other run was quicker
	say(t, s, "new")
	if len(s.comments) != 1 || s.comments[0].ID != 28 || s.comments[0].Body != marker+"new" {
		t.Errorf("comments %s", said(s))
	}
}

func TestEditIsSentAgain(t *testing.T) {
	s := newServer(t)
	s.comments = []*comment{{1, marker + "old", s.owner()}}
	s.faults["PATCH /issues/comments/1"] = []fault{{status: 502}, {carried: true}}
	if got := say(t, s, "new"); got != github.Edited || s.comments[0].Body != marker+"new" {
		t.Errorf("%s, %s", got, said(s))
	}
}

func TestOnlyEdit(t *testing.T) {
	s := newServer(t)
	m := github.Comment{PullRequest: 7, Category: "aimslint", Body: "x", OnlyEdit: true}
	outcome, err := s.client().Comment(context.Background(), m)
	if err != nil || outcome != github.Withheld || len(s.comments) != 0 {
		t.Errorf("outcome %s, error %v", outcome, err)
	}
	s.comments = []*comment{{1, marker + "old", s.owner()}}
	outcome, err = s.client().Comment(context.Background(), m)
	if err != nil || outcome != github.Edited {
		t.Errorf("outcome %s, error %v", outcome, err)
	}
}

func TestCommentRefused(t *testing.T) {
	s := newServer(t)
	s.faults[creating] = []fault{{status: 403, body: `{"message":"Resource not accessible by integration"}`}}
	_, err := s.client().Comment(context.Background(), github.Comment{PullRequest: 7, Category: "aimslint"})
	if err == nil || !strings.Contains(err.Error(), "pull-requests: write") || s.count(creating) != 1 {
		t.Errorf("error %v", err)
	}
	s.faults[creating] = slices.Repeat([]fault{{status: 502}}, 9)
	_, err = s.client().Comment(context.Background(), github.Comment{PullRequest: 7, Category: "aimslint"})
	if err == nil || !strings.Contains(err.Error(), "502") || s.count(creating) != 6 {
		t.Errorf("error %v after %v", err, s.requests)
	}
}

func TestCategories(t *testing.T) {
	for _, good := range []string{"aimslint", "aimslint/", "clinic/models_2.x-y"} {
		if err := github.CheckCategory(good); err != nil {
			t.Error(err)
		}
	}
	for _, bad := range []string{"", "-->", "a b", "a\nb", "/a", strings.Repeat("a", 101)} {
		if github.CheckCategory(bad) == nil {
			t.Errorf("%q may be a category", bad)
		}
	}
}
