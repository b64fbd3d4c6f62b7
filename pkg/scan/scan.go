// Package scan takes documents the whole way, from files to findings. It alone
// knows all the steps.
package scan

import (
	"context"
	"io"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/aimslint/aimslint/pkg/cache"
	"github.com/aimslint/aimslint/pkg/exception"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/source"
)

// Request is what a person asks to have checked.
type Request struct {
	// Directory is the working directory, absolute.
	Directory string
	// Root is the root of the repository, absolute; "" to look for it.
	Root string
	// Paths are files, folders and globs relative to Directory, or "-" for
	// Stdin in place of the file StdinPath. None means Directory.
	Paths     []string
	Stdin     io.Reader
	StdinPath string
	// Config is the configuration file; "" for the nearest one.
	Config string
	// Policies is [NoPolicies] to leave out the users' policies that the
	// configuration names.
	Policies string
	// PolicyBase is a revision of Git's whose configuration must name the
	// users' policies that are run; "" for no such demand. ChangedSince makes it
	// by itself.
	PolicyBase string
	// Profiles are the profiles to use instead of the configuration's.
	Profiles []string
	// AsOf is the day that counts as today, ISO 8601.
	AsOf string
	// Rules and Skip select rules by id or pattern; no Rules means all.
	Rules, Skip []string
	// Jobs is how many files are worked on at once; 0 for one a processor.
	Jobs int
	// ChangedSince asks only about what has changed since a revision of Git's,
	// and Staged about what the next commit changes. Paths then choose among
	// what is reported.
	ChangedSince string
	Staged       bool
	// Whole asks for all findings too where a change is asked about.
	Whole bool
	// Assess asks for the state of each requirement too.
	Assess bool
	// NoIgnores forbids comments that accept findings.
	NoIgnores bool
	// Statement asks the rules that hold the Statement of Applicability against
	// the assessment; it is for Assess.
	Statement bool
	// Commit asks for the commit too that was checked.
	Commit bool
	// Cache, if set, recalls what files came to in earlier runs.
	Cache *cache.Cache
	// Progress, if set, is told how many of the files are done.
	Progress func(done, total int)

	// excused asks for findings too that the formats of documents excuse.
	excused bool
	// further are files to be taken as if they were there, by path relative to
	// the root.
	further map[string][]byte
}

// Which policies of users are run.
const (
	ConfigPolicies = "config"
	NoPolicies     = "none"
)

// IncompleteError says why a run could not be completed. What was found until
// then is not reported, lest a part be taken for the whole.
type IncompleteError struct{ Err error }

func (e *IncompleteError) Error() string { return e.Err.Error() }
func (e *IncompleteError) Unwrap() error { return e.Err }

// Check evaluates the documents that the request names, with those around them
// in view. An error that is not an [IncompleteError] is about the request.
func Check(ctx context.Context, request Request) (*report.Run, error) {
	w, err := open(ctx, request)
	if err != nil {
		return nil, err
	}
	if w.change != nil {
		defer w.change.Close()
		return w.checkChange(ctx)
	}
	if err := w.compile(ctx); err != nil {
		return nil, err
	}
	defer w.close()
	results, err := w.evaluate(ctx, nil)
	if err != nil {
		return nil, &IncompleteError{err}
	}
	defer w.memory.cache.Trim()
	return w.conclude(ctx, results)
}

// conclude joins the documents that are about one thing, asks the rules over
// all of them together, and makes a run of what was found.
func (w *workspace) conclude(ctx context.Context, results []result) (*report.Run, error) {
	results, units, err := w.join(ctx, results)
	if err != nil {
		return nil, &IncompleteError{err}
	}
	repository, estate, err := w.evaluateRepository(ctx, results, units)
	if err != nil {
		return nil, &IncompleteError{err}
	}
	if !w.request.Assess {
		estate.forget()
	}
	run := w.run()
	for i := range results {
		w.notes = append(w.notes, results[i].notes...)
		if results[i].unrecognised && w.selected(w.files[i].Path) {
			run.Unrecognised = append(run.Unrecognised, w.files[i].Path)
		}
	}
	run.Documents = make([]report.Document, 0, len(units))
	for i := range units {
		if slices.ContainsFunc(units[i].document.AllFiles(), w.selected) {
			run.Documents = append(run.Documents, units[i].document)
		}
	}
	found := w.except(gathered(results, units, repository), results, units)
	if err := w.exclude(found, estate); err != nil {
		return nil, &IncompleteError{err}
	}
	run.Findings = slices.DeleteFunc(found, func(f finding.Finding) bool { return !w.concerns(&f) })
	if err := w.noteCommit(ctx, run, results); err != nil {
		return nil, err
	}
	run.Notes = w.said()
	if w.request.Assess {
		if err := w.assess(ctx, run, estate); err != nil {
			return nil, &IncompleteError{err}
		}
	}
	if w.request.Statement {
		w.holdStatements(run, results, units)
	}
	return run, nil
}

// gathered are all findings, which are taken from where they were: there may be very
// many, and none is needed twice.
func gathered(results []result, units []unit, repository []finding.Finding) []finding.Finding {
	count := len(repository)
	for i := range results {
		count += len(results[i].findings)
	}
	for i := range units {
		count += len(units[i].own) + len(units[i].judged)
	}
	found := make([]finding.Finding, 0, count)
	for i := range results {
		found = append(found, results[i].findings...)
		results[i].findings = nil
	}
	for i := range units {
		found = append(append(found, units[i].own...), units[i].judged...)
		units[i].own, units[i].judged = nil, nil
	}
	return append(found, repository...)
}

// concerns reports whether a finding is about a file to report on. A
// contradiction is about both files.
func (w *workspace) concerns(f *finding.Finding) bool {
	return w.selected(f.Location.File) || f.Rule.ID == contradictionRule &&
		slices.ContainsFunc(f.Related, func(at finding.Location) bool { return w.selected(at.File) })
}

// identified are findings in order, each once, with their fingerprints.
func identified(findings []finding.Finding) []finding.Finding {
	finding.Sort(findings)
	findings = slices.CompactFunc(findings, same)
	finding.Fingerprints(findings)
	return findings
}

// same reports whether two findings say the same of the same place, as they do
// of a value that YAML aliases repeat.
func same(a, b finding.Finding) bool {
	return a.Rule == b.Rule && a.Message == b.Message && a.State == b.State &&
		a.Location.File == b.Location.File && a.Location.Span == b.Location.Span
}

// result is what one file came to.
type result struct {
	documents []evaluated
	findings  []finding.Finding // about the text, which could not be read as it should
	notes     []source.Note
	comments  []*exception.Exception // that accept findings, or were meant to
	// targets are the paths that the documents name, if a change or the commit is asked
	// about.
	targets []string
	// unrecognised reports whether the file should hold a document by its
	// name, and holds neither one nor a fault that would explain it.
	unrecognised bool
	// key is that of the file's content where results are kept.
	key cache.Key
}

// evaluate takes each file by itself, several at a time, and keeps the order.
// What is known of a file is taken over.
func (w *workspace) evaluate(ctx context.Context, known map[string]result) ([]result, error) {
	results := make([]result, len(w.files))
	shelves := w.memory.shelves(w.files)
	err := w.eachFile(ctx, func(ctx context.Context, i int) (err error) {
		var ok bool
		if results[i], ok = known[w.files[i].Path]; !ok {
			results[i], err = w.evaluateFile(ctx, w.files[i], shelves[i])
		} else {
			shelves[i].done()
		}
		return err
	})
	return results, err
}

// eachFile calls work for every file, see [workspace.each], and reports the
// progress.
func (w *workspace) eachFile(ctx context.Context, work func(ctx context.Context, i int) error) error {
	var progress sync.Mutex
	done := 0
	return w.each(ctx, len(w.files), func(ctx context.Context, i int) error {
		err := work(ctx, i)
		if err == nil && w.request.Progress != nil {
			progress.Lock()
			defer progress.Unlock()
			done++
			w.request.Progress(done, len(w.files))
		}
		return err
	})
}

// each calls work for every index below a count, several at a time, until all
// are done or one fails.
func (w *workspace) each(ctx context.Context, count int, work func(ctx context.Context, i int) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(w.jobs(), count) {
		workers.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= count {
					return
				}
				if err := work(ctx, i); err != nil {
					cancel(err)
					return
				}
			}
		})
	}
	workers.Wait()
	return context.Cause(ctx)
}

func (w *workspace) jobs() int {
	if w.request.Jobs > 0 {
		return w.request.Jobs
	}
	return runtime.GOMAXPROCS(0)
}

// said are the notes as the person at the terminal reads them.
func (w *workspace) said() []string {
	run := w.run()
	said := make([]string, len(w.notes))
	for i, note := range w.notes {
		said[i] = report.Printable(note.Reason)
		if note.Path != "" {
			said[i] = run.Shown(note.Path) + ": " + said[i]
		}
	}
	return said
}

// run is the frame of the outcome.
func (w *workspace) run() *report.Run {
	return &report.Run{
		AsOf:     w.request.AsOf,
		Profiles: w.config.Profiles.Names(),
		FailOn:   w.config.FailOn,
		Rules:    w.rules,
		Warnings: w.warnings,

		OwnPolicies: w.book.OwnDigest(),

		Directory: relativeTo(w.root, w.request.Directory),
		Root:      relativeTo(w.request.Directory, w.root),
		Exceptions: report.Exceptions{
			Folder:  w.exceptionsFolder(),
			MaxDays: w.config.Exceptions.MaxDays,
		},
	}
}
