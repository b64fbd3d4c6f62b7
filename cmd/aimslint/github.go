package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/aimslint/aimslint/pkg/github"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/rule"
)

func newGitHub() *cobra.Command {
	command := &cobra.Command{
		Use:   "github",
		Short: "Bring a report to GitHub: code scanning, check runs, pull requests",
		Long: `Bring a report to GitHub, and list the files that a pull request changes.

In a workflow nothing needs to be said: the repository, the commit and the pull
request are those of the environment (GITHUB_REPOSITORY, GITHUB_SHA, GITHUB_REF,
GITHUB_EVENT_PATH, GITHUB_API_URL), and flags override them. The token is taken
from GITHUB_TOKEN or GH_TOKEN only.

Exit codes:
  0  done, or skipped with --or-skip for want of a permission
  2  wrong use: flags, environment, a file that is no report
  3  it could not be done`,
	}
	group(command, newGitHubUpload(), newGitHubCheckRun(), newGitHubComment(), newGitHubChanged())
	return command
}

// githubFlags are the flags of every command that speaks to GitHub.
type githubFlags struct {
	repository  string
	apiURL      string
	pullRequest int
	orSkip      bool
	limits      github.Limits

	environment github.Environment
}

func addGitHubFlags(command *cobra.Command) *githubFlags {
	f := &githubFlags{}
	flags := command.Flags()
	flags.StringVar(&f.repository, "repository", "", "the repository, as `OWNER/NAME` (default: GITHUB_REPOSITORY)")
	flags.StringVar(&f.apiURL, "api-url", "", "`address` of the API or of a GitHub Enterprise Server (default: GITHUB_API_URL, or github.com)")
	flags.IntVar(&f.pullRequest, "pull-request", 0, "`number` of the pull request (default: that of the event)")
	flags.BoolVar(&f.orSkip, "or-skip", false, "say so and exit with 0 when a permission is missing, as on pull requests from forks")
	flags.DurationVar(&f.limits.Wait, "max-wait", 5*time.Minute, "longest single wait that GitHub may ask for")
	flags.DurationVar(&f.limits.Total, "max-total-wait", 15*time.Minute, "longest that all waits may take together")
	return f
}

// client reads the environment and makes a client. Its errors are wrong use.
func (f *githubFlags) client(command *cobra.Command) (*github.Client, error) {
	if f.pullRequest < 0 || f.limits.Wait <= 0 || f.limits.Total <= 0 || f.limits.Processing < 0 {
		return nil, errors.New("--pull-request, --max-wait, --max-total-wait and --processing-wait are greater than 0")
	}
	environment, err := github.ReadEnvironment(os.Getenv)
	if err != nil {
		return nil, err
	}
	environment.Repository = cmp.Or(f.repository, environment.Repository)
	environment.APIURL = cmp.Or(f.apiURL, environment.APIURL)
	f.environment = environment
	return github.New(github.Options{
		Token: environment.Token, Repository: environment.Repository, APIURL: environment.APIURL, Fork: environment.Fork,
		Limits: f.limits,
		Log:    func(message string) { fmt.Fprintln(command.ErrOrStderr(), "note: "+printable(message)) },
	})
}

// number is the pull request that a command is about.
func (f *githubFlags) number() (int, error) {
	number := cmp.Or(f.pullRequest, f.environment.PullRequest)
	if number == 0 {
		return 0, errors.New("there is no pull request: the event is of none; say which with --pull-request")
	}
	return number, nil
}

// outcome is what an error of GitHub means for the exit code. A refusal may be
// accepted with --or-skip.
func (f *githubFlags) outcome(command *cobra.Command, err error) error {
	var refused *github.PermissionError
	switch {
	case err == nil:
		return nil
	case f.orSkip && errors.As(err, &refused):
		f.notice(command, "skipped: "+err.Error())
		return nil
	}
	return exit{exitIncomplete, err.Error()}
}

// notice says something on the page of a workflow's run, or else on standard
// error. See https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
func (f *githubFlags) notice(command *cobra.Command, message string) {
	if !f.environment.Actions {
		fmt.Fprintln(command.ErrOrStderr(), "aimslint: "+printableLines(message))
		return
	}
	escaped := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(printableLines(message))
	fmt.Fprintln(command.OutOrStdout(), "::notice title=aimslint::"+escaped)
}

// head is the commit that reviewers look at: the pull request's last, or that
// of the workflow.
func (f *githubFlags) head(ctx context.Context, client *github.Client, sha string) (string, error) {
	number := cmp.Or(f.pullRequest, f.environment.PullRequest)
	switch {
	case sha != "" || number == 0:
		return cmp.Or(sha, f.environment.SHA), nil
	case number == f.environment.PullRequest && f.environment.Head != "":
		return f.environment.Head, nil
	}
	return client.Head(ctx, number)
}

func newGitHubUpload() *cobra.Command {
	command := &cobra.Command{
		Use:   "upload FILE",
		Short: "Upload a SARIF file to code scanning and wait until it is processed",
		Long: `Upload a SARIF file to code scanning, as it is, and wait until GitHub has
processed it; what GitHub objects to is printed. Upload whole scans only: an alert
that an upload lacks is closed.

On the event pull_request the analysis is of refs/pull/N/merge, elsewhere of
refs/pull/N/head. A newer upload of a commit, ref, tool and category replaces the one
before, so that one which may have been lost is sent again.

The token needs 'security-events: write'.`,
		Example: "  aimslint check --report sarif=aimslint.sarif\n  aimslint github upload aimslint.sarif",
		Args:    cobra.ExactArgs(1),
	}
	flags := addGitHubFlags(command)
	var given github.Target
	var noWait bool
	command.Flags().StringVar(&given.Ref, "ref", "", "the `ref` that was checked, such as refs/heads/main (default: GITHUB_REF or the pull request's)")
	command.Flags().StringVar(&given.SHA, "sha", "", "the `commit` that was checked (default: GITHUB_SHA or the pull request's)")
	command.Flags().BoolVar(&noWait, "no-wait", false, "do not wait until the upload is processed")
	command.Flags().DurationVar(&flags.limits.Processing, "processing-wait", 5*time.Minute, "longest to wait until the upload is processed")
	command.RunE = func(command *cobra.Command, args []string) error {
		content, err := os.ReadFile(args[0])
		if err != nil {
			return err
		}
		analysis, err := github.ReadAnalysis(content)
		if err != nil {
			return fmt.Errorf("%s: %w", args[0], err)
		}
		client, err := flags.client(command)
		if err != nil {
			return err
		}
		target, err := flags.target(command.Context(), client, given)
		if err != nil {
			return err
		}
		return flags.outcome(command, upload(command, client, analysis, target, noWait))
	}
	return command
}

// target is the commit and ref of an upload.
func (f *githubFlags) target(ctx context.Context, client *github.Client, given github.Target) (github.Target, error) {
	target := f.environment.Target(f.pullRequest, github.CheckedOut(ctx, "."))
	target.Ref, target.SHA = cmp.Or(given.Ref, target.Ref), cmp.Or(given.SHA, target.SHA)
	if target.SHA == "" && cmp.Or(f.pullRequest, f.environment.PullRequest) != 0 {
		sha, err := f.head(ctx, client, "")
		if err != nil {
			return target, exit{exitIncomplete, err.Error()}
		}
		target.SHA = sha
	}
	return target, target.Check()
}

func upload(command *cobra.Command, client *github.Client, analysis github.Analysis, target github.Target, noWait bool) error {
	id, err := client.Upload(command.Context(), analysis, target)
	if err != nil {
		return err
	}
	state := "uploaded"
	if !noWait {
		if err := client.AwaitProcessing(command.Context(), id); err != nil {
			return err
		}
		state = "uploaded and processed"
	}
	fmt.Fprintf(command.OutOrStdout(), "%s: %s for %s at %s\n", state, printable(id), printable(target.Ref), target.SHA)
	return nil
}

// readReport reads a JSON report.
func readReport(path string) (*report.Run, error) {
	content, err := os.ReadFile(path) //nolint:gosec // named on the command line
	if err != nil {
		return nil, err
	}
	run, err := report.ReadJSON(bytes.NewReader(content))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return run, nil
}

// body is a report as Markdown, with links to a commit.
func (f *githubFlags) body(run *report.Run, sha string) github.Body {
	return github.Body{Run: run, Server: f.environment.ServerURL, Repository: f.environment.Repository, SHA: sha}
}

func newGitHubCheckRun() *cobra.Command {
	command := &cobra.Command{
		Use:   "check-run FILE",
		Short: "Create a check run from a JSON report or a SARIF file",
		Long: `Create a check run from what 'aimslint check --report json=FILE' or 'sarif=FILE'
wrote, with an annotation for each open finding. It fails if there is a finding at or
above --fail-on, is neutral with others, and succeeds without.

The token needs 'checks: write', and must be that of a workflow or an App.`,
		Example: "  aimslint check --report json=aimslint.json\n  aimslint github check-run aimslint.json",
		Args:    cobra.ExactArgs(1),
	}
	flags := addGitHubFlags(command)
	failOn := newOneOf("error", "error", "warning", "note", "never")
	run := github.CheckRun{}
	command.Flags().StringVar(&run.Name, "name", "aimslint", "`name` of the check run")
	command.Flags().StringVar(&run.SHA, "sha", "", "the `commit` to show it on (default: the pull request's last, or GITHUB_SHA)")
	command.Flags().Var(failOn, "fail-on", "least severity that makes the check run fail")
	command.RunE = func(command *cobra.Command, args []string) error {
		content, err := os.ReadFile(args[0])
		if err != nil {
			return err
		}
		if _, err := github.CheckOfFile(content, github.Body{}); err != nil {
			return fmt.Errorf("%s: %w", args[0], err)
		}
		client, err := flags.client(command)
		if err != nil {
			return err
		}
		if run.SHA, err = flags.head(command.Context(), client, run.SHA); err != nil {
			return flags.outcome(command, err)
		}
		if err := (github.Target{SHA: run.SHA, Ref: "refs/"}).Check(); err != nil {
			return err
		}
		check, err := github.CheckOfFile(content, flags.body(nil, run.SHA))
		if err != nil {
			return err
		}
		run.RunID, run.FailOn = flags.environment.RunID, rule.Severity(failOn.value)
		page, err := client.CheckRun(command.Context(), run, check)
		if err == nil {
			fmt.Fprintf(command.OutOrStdout(), "created the check run, %s: %s\n", check.Conclusion(run.FailOn), printable(page))
		}
		return flags.outcome(command, err)
	}
	return command
}

func newGitHubComment() *cobra.Command {
	command := &cobra.Command{
		Use:   "comment FILE",
		Short: "Say on a pull request what a JSON report found, in one comment",
		Long: `Write what 'aimslint check --report json=FILE' found in a comment on a pull request,
and bring that comment up to date in later runs: there is never more than one of a
category. With a report of the base, new and fixed findings are told apart.

The token needs 'pull-requests: write'.`,
		Example: "  aimslint github comment aimslint.json\n  aimslint github comment aimslint.json --base-report base.json --category clinic",
		Args:    cobra.ExactArgs(1),
	}
	flags := addGitHubFlags(command)
	comment := github.Comment{}
	var baseReport string
	var summaryOnly bool
	set := command.Flags()
	set.StringVar(&comment.Category, "category", "aimslint", "`name` that tells this comment from those of other runs")
	set.StringVar(&baseReport, "base-report", "", "JSON report of the base, to tell new findings from old: a `file`")
	set.StringVar(&comment.Author, "author", "", "`login` whose comment it is (default: the token's owner; for tokens of workflows and Apps any bot)")
	set.BoolVar(&comment.OnlyEdit, "only-edit", false, "edit the comment if it is there, and write no new one")
	set.BoolVar(&summaryOnly, "summary-only", false, "leave out the list of findings")
	command.RunE = func(command *cobra.Command, args []string) error {
		if err := github.CheckCategory(comment.Category); err != nil {
			return err
		}
		client, body, err := flags.prepareComment(command, args[0], baseReport)
		if err != nil {
			return err
		}
		if comment.PullRequest, err = flags.number(); err != nil {
			return err
		}
		if body.SHA, err = flags.head(command.Context(), client, ""); err != nil {
			return flags.outcome(command, err)
		}
		body.Details = !summaryOnly
		comment.Body = body.Markdown()
		outcome, err := client.Comment(command.Context(), comment)
		if err == nil {
			fmt.Fprintf(command.OutOrStdout(), "comment on pull request %d: %s\n", comment.PullRequest, outcome)
		}
		return flags.outcome(command, err)
	}
	return command
}

func (f *githubFlags) prepareComment(command *cobra.Command, path, basePath string) (*github.Client, github.Body, error) {
	run, err := readReport(path)
	if err != nil {
		return nil, github.Body{}, err
	}
	var base *report.Run
	if basePath != "" {
		if base, err = readReport(basePath); err != nil {
			return nil, github.Body{}, err
		}
	}
	if base != nil && run.Changes+base.Changes != "" {
		return nil, github.Body{}, errors.New("--base-report: a report of changes only cannot be compared; write both without --changed-since and --staged")
	}
	client, err := f.client(command)
	body := f.body(run, "")
	body.Base = base
	return client, body, err
}

func newGitHubChanged() *cobra.Command {
	command := &cobra.Command{
		Use:   "changed",
		Short: "List the files that a pull request changes",
		Long: `List the files that a pull request changes. GitHub lists 3,000 at most; of a larger
pull request Git in the working folder is asked, which needs its history
(actions/checkout with fetch-depth: 0).

With --null, the paths of the files that are there after the change are printed,
each ended by NUL as 'xargs -0' reads them.

The token needs 'pull-requests: read'.`,
		Args: cobra.NoArgs,
	}
	flags := addGitHubFlags(command)
	format := listFormat(command)
	null := command.Flags().BoolP("null", "z", false, "print paths only, each ended by NUL")
	command.MarkFlagsMutuallyExclusive("null", "format")
	command.RunE = func(command *cobra.Command, _ []string) error {
		client, err := flags.client(command)
		if err != nil {
			return err
		}
		number, err := flags.number()
		if err != nil {
			return err
		}
		changes, err := client.Changed(command.Context(), number, ".")
		if err != nil {
			return flags.outcome(command, err)
		}
		out := command.OutOrStdout()
		switch {
		case *null:
			return printNull(out, changes)
		case format.value == "json":
			return printJSON(out, append([]github.Change{}, changes...))
		}
		return printChanges(out, changes)
	}
	return command
}

// printNull prints the paths that exist after the change.
func printNull(out io.Writer, changes []github.Change) error {
	for _, c := range changes {
		if c.Status == "removed" {
			continue
		}
		if _, err := io.WriteString(out, c.Path+"\x00"); err != nil {
			return err
		}
	}
	return nil
}

func printChanges(out io.Writer, changes []github.Change) error {
	for _, c := range changes {
		line := fmt.Sprintf("%-8s  %s", c.Status, printable(c.Path))
		if c.Previous != "" {
			line += " (was " + printable(c.Previous) + ")"
		}
		if _, err := fmt.Fprintln(out, line); err != nil {
			return err
		}
	}
	return nil
}
