package scan

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/aimslint/aimslint/pkg/binding"
	"github.com/aimslint/aimslint/pkg/config"
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/exception"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/format"
	"github.com/aimslint/aimslint/pkg/library"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/source"
	"github.com/aimslint/aimslint/pkg/trace"
)

// findChange finds out what has changed, if the request asks.
func (w *workspace) findChange(ctx context.Context) (err error) {
	switch {
	case w.request.Staged:
		w.change, err = source.Staged(ctx, w.root)
	case w.request.ChangedSince != "":
		w.change, err = source.Since(ctx, w.root, w.request.ChangedSince)
	default:
		return nil
	}
	if err == nil {
		w.view = w.change.Now
		return nil
	}
	if w.change != nil {
		w.change.Close()
	}
	return changeError(err)
}

// changes names the change that is asked about.
func (r Request) changes() string {
	switch {
	case r.Staged:
		return "staged"
	case r.ChangedSince != "":
		return "since " + r.ChangedSince
	}
	return ""
}

// checkChange evaluates the repository now and as it was before the change, and
// reports what the change brings: what is on a changed line, and what was not
// found before.
func (w *workspace) checkChange(ctx context.Context) (*report.Run, error) {
	base, err := w.before(ctx)
	if err != nil {
		return nil, err
	}
	if !w.request.Whole && !w.request.Assess {
		run, err := w.unconcerned(ctx, base)
		if run != nil || err != nil {
			return run, err
		}
	}
	defer w.close()
	defer base.close()
	if err := errors.Join(w.compile(ctx), base.inherit(ctx, w)); err != nil {
		return nil, err
	}
	results, err := w.evaluate(ctx, nil)
	if err != nil {
		return nil, &IncompleteError{err}
	}
	run, err := w.conclude(ctx, results)
	if err != nil {
		return nil, err
	}
	was, err := base.evaluate(ctx, w.unchanged(base, results))
	if err != nil {
		return nil, &IncompleteError{err}
	}
	before, err := base.conclude(ctx, was)
	if err != nil {
		return nil, err
	}
	return run, w.limit(ctx, run, before.Findings)
}

// before is the workspace as it was before the change, with the configuration
// that it had then unless nobody can read that.
func (w *workspace) before(ctx context.Context) (*workspace, error) {
	base := &workspace{request: w.request, root: w.root, change: w.change, view: w.change.Base, config: w.config, book: w.book, rules: w.rules}
	base.request.Progress, base.request.Paths = nil, []string{w.root}
	base.request.Assess, base.request.Commit = false, false
	if slices.ContainsFunc(w.change.Files(), w.decides) {
		was, err := loadConfig(ctx, w.request, startFolder(w.request), w.root, w.change, base.view)
		if err == nil {
			base.config, base.book, base.rules = was.config, was.book, nil
			err = base.chooseRules(ctx)
		}
		if err != nil {
			base.config, base.book, base.rules = w.config, w.book, w.rules
			w.notes = append(w.notes, source.Note{Reason: "the configuration before the change cannot be read, so that the one of now is used: " + err.Error()})
		}
	}
	base.resolver = base.newResolver()
	if err := base.loadExceptions(); err != nil {
		w.notes = append(w.notes, source.Note{Reason: "what was accepted before the change cannot be read, so that it counts for nothing: " + err.Error()})
		if base.exceptions, err = exception.NewSet(base.book.known(), nil, nil); err != nil {
			return nil, err
		}
	}
	return base, errors.Join(base.remember(), base.findChanged(ctx))
}

// inherit takes over the engine of another workspace if both have the same
// configuration.
func (w *workspace) inherit(ctx context.Context, from *workspace) error {
	if w.config == from.config {
		w.engine = from.engine
	}
	return w.compile(ctx)
}

func (w *workspace) isConfig(file string) bool {
	return path.Base(file) == config.Name ||
		w.request.Config != "" && file == inRoot(w.root, absolute(w.request.Directory, w.request.Config))
}

// decides reports whether a file decides what is asked: a configuration, or a
// policy of the users' own.
func (w *workspace) decides(file string) bool {
	if w.isConfig(file) {
		return true
	}
	l := policyLoader{root: w.root}
	return slices.ContainsFunc(w.config.Policies, func(p config.Policy) bool {
		if p.Path != "" {
			return library.IsPolicyFile(file) && inFolder(l.place(w.config.File, p.Path), file)
		}
		return file == l.place(w.config.File, p.Bundle) || file == l.place(w.config.File, p.Key)
	})
}

// targets are the paths that a document names, if a change or the commit is asked
// about, or may be by a later run that recalls this one.
func (w *workspace) targets(d *document.Document) []string {
	if w.change == nil && !w.request.Commit && w.memory.cache == nil || d.Format != nativeFormat {
		return nil
	}
	return binding.Targets(d)
}

// concerned tells whether the change may decide about the references of
// documents with the targets given.
func (w *workspace) concerned() func(targets []string) bool {
	return w.resolver.Concerns(w.change.Files())
}

// unchanged are the results that hold for the base too, by file: those of files
// that have not changed and name none that has.
func (w *workspace) unchanged(base *workspace, results []result) map[string]result {
	if base.config != w.config {
		return nil
	}
	known, concerned := make(map[string]result, len(results)), w.concerned()
	for i := range results {
		if file := w.files[i].Path; !w.change.Touches(file) && !concerned(results[i].targets) {
			known[file] = results[i]
		}
	}
	return known
}

// unconcerned is the run without findings if the change touches no document,
// nothing that a document names and no configuration. Else it is nil.
func (w *workspace) unconcerned(ctx context.Context, base *workspace) (*report.Run, error) {
	for _, side := range []*workspace{w, base} {
		if touched, err := side.touchesDocument(); touched || err != nil {
			return nil, err
		}
	}
	run, concerned := w.run(), w.concerned()
	var notes []source.Note
	known := make([][]described, len(w.files))
	for i := range w.files {
		read, err := w.read(w.files[i])
		if err != nil {
			return nil, &IncompleteError{err}
		}
		if slices.ContainsFunc(read.Documents, func(d *document.Document) bool { return concerned(w.targets(d)) }) {
			return nil, nil //nolint:nilnil // it is to be evaluated
		}
		known[i] = describeAll(read)
		notes = append(notes, read.notes...)
	}
	groups, err := w.recognised(known)
	if err != nil {
		return nil, &IncompleteError{err}
	}
	run.Documents = listed(groups, w.selected)
	if err := w.noteCommit(ctx, run, nil); err != nil {
		return nil, err
	}
	w.notes = append(w.notes, notes...)
	run.Notes, run.Changes = w.said(), w.request.changes()
	return run, ctx.Err()
}

// touchesDocument reports whether a configuration has changed, what is accepted, or
// a file that looks like a document or may hold traces.
func (w *workspace) touchesDocument() (bool, error) {
	if slices.ContainsFunc(w.change.Files(), func(file string) bool { return w.decides(file) || w.isException(file) }) {
		return true, nil
	}
	touched := func(file source.File) bool { return w.change.Touches(file.Path) }
	if slices.ContainsFunc(w.traceable, touched) {
		return true, nil
	}
	for _, file := range w.files {
		if !touched(file) {
			continue
		}
		if nominated, err := w.nominated(file); nominated || err != nil {
			return nominated, err
		}
	}
	return false, nil
}

// nominated reports whether a file looks like a document.
func (w *workspace) nominated(file source.File) (bool, error) {
	content, err := file.Read()
	var tooLarge *source.TooLargeError
	switch {
	case errors.As(err, &tooLarge):
		return len(format.Nominated(file.Path, nil)) > 0, nil
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, source.ErrNotRegular):
		return false, nil
	case err != nil:
		return false, &IncompleteError{err}
	}
	return len(w.formats(file, content)) > 0, nil
}

// limit leaves those findings in the run that the change brings. The others are
// kept aside.
func (w *workspace) limit(ctx context.Context, run *report.Run, before []finding.Finding) error {
	run.Changes = w.request.changes()
	known := w.earlier(run.Findings, before)
	var brought []finding.Finding
	lines := map[string]func(int) bool{}
	for i := range run.Findings {
		f := &run.Findings[i]
		file := f.Location.File
		if lines[file] == nil {
			var err error
			if lines[file], err = w.change.Lines(ctx, file); err != nil {
				return &IncompleteError{err}
			}
		}
		switch {
		case lines[file](f.Location.Span.Start.Line):
			f.Change = finding.ChangedLine
		case !known(f):
			f.Change = finding.ChangedDocument
		default:
			continue
		}
		brought = append(brought, *f)
	}
	run.All, run.Findings = run.Findings, brought
	run.Unrecognised = slices.DeleteFunc(run.Unrecognised, func(file string) bool { return !w.change.Touches(file) })
	return nil
}

// earlier tells which findings were there before the change, and no less
// serious: those with the fingerprint of one of then, whose file may have been
// renamed, and of the rules over the repository those that only have moved to
// another document, as the lack of a policy does when the first document goes.
// One that has gone stands for one that has come, not for several. One that was
// accepted then and counts now was not there, nor was one that counted and is
// accepted now.
func (w *workspace) earlier(now, before []finding.Finding) func(*finding.Finding) bool {
	was := slices.Clone(before)
	for i := range was {
		was[i].Location.File = w.change.After(was[i].Location.File)
	}
	was = identified(was)
	still := map[string]bool{}
	for i := range now {
		still[now[i].Fingerprint] = true
	}
	same, moved := map[string]*finding.Finding{}, map[[2]string][]*finding.Finding{}
	for i := range was {
		f := &was[i]
		same[f.Fingerprint] = f
		if !still[f.Fingerprint] && f.Rule.Category() == repositoryCategory {
			key := [2]string{f.Rule.ID, f.Message}
			moved[key] = append(moved[key], f)
		}
	}
	return func(f *finding.Finding) bool {
		then := same[f.Fingerprint]
		if key := [2]string{f.Rule.ID, f.Message}; then == nil && len(moved[key]) > 0 {
			then, moved[key] = moved[key][0], moved[key][1:]
		}
		return then != nil && then.Counts() == f.Counts() && then.Severity.Rank() >= f.Severity.Rank()
	}
}

const repositoryCategory = "repository"

// findChanged finds all files of the project in the view. The arguments only
// choose among those to report on.
func (w *workspace) findChanged(ctx context.Context) error {
	files, notes, err := source.Discover(ctx, source.Options{
		Root:    w.root,
		Include: w.globs(w.config.Include),
		Exclude: w.globs(w.config.Exclude),
		Also:    trace.Candidate,
		Limit:   w.config.Limits.FileBytes,
		View:    w.view,
	})
	if err != nil {
		return discoverError(err)
	}
	folder, whole := w.project()
	project := relativeTo(w.root, folder)
	w.notes = append(w.notes, notes...)
	w.files = slices.DeleteFunc(files, func(f source.File) bool { return !inFolder(project, f.Path) })
	defer w.partTraces()
	if whole {
		return nil
	}
	w.chosen = map[string]bool{}
	for _, a := range w.request.arguments() {
		if err := w.choose(a); err != nil {
			return err
		}
	}
	return nil
}

// choose marks the files that an argument names. It may name one that the
// change deletes.
func (w *workspace) choose(a argument) error {
	name := inRoot(w.root, absolute(w.request.Directory, string(a)))
	_, err := w.view.At(w.root, name, 0).Stat()
	matches := func(file string) bool { return inFolder(name, file) }
	if err != nil && strings.ContainsAny(string(a), "*?[{") {
		matches = func(file string) bool { matched, _ := doublestar.Match(name, file); return matched }
	}
	found := err == nil
	for _, f := range w.files {
		if matches(f.Path) {
			w.chosen[f.Path] = true
			found = true
		}
	}
	switch {
	case name == ".." || strings.HasPrefix(name, "../"):
		return &source.ArgumentError{Argument: string(a), Reason: "lies outside the root of the repository"}
	case !found && !slices.ContainsFunc(w.change.Files(), matches):
		return &source.ArgumentError{Argument: string(a), Reason: "no such file or folder"}
	}
	return nil
}

// inFolder reports whether a file is a path relative to the root or lies in it.
func inFolder(folder, file string) bool {
	return folder == "." || file == folder || strings.HasPrefix(file, folder+"/")
}

// configIn finds the configuration as a view has it; no file means that it has
// none.
func configIn(view *source.View, request Request, start, root string) (file string, content []byte, err error) {
	full := func(file string) string { return filepath.Join(root, filepath.FromSlash(file)) }
	if request.Config != "" {
		file := inRoot(root, absolute(request.Directory, request.Config))
		if content, err := view.At(root, file, largestConfig).Read(); err == nil {
			return full(file), content, nil
		}
		return "", nil, nil
	}
	for folder := relativeTo(root, start); ; folder = path.Dir(folder) {
		file := path.Join(folder, config.Name)
		content, err := view.At(root, file, largestConfig).Read()
		switch {
		case err == nil:
			return full(file), content, nil
		case !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR) && !errors.Is(err, source.ErrNotRegular):
			return "", nil, err
		case folder == "." || strings.HasPrefix(folder, ".."):
			return "", nil, nil
		}
	}
}

// trustBase finds out which policies the configuration of the base names, if a
// change is asked about or the request names a base. A change that is only
// staged is the own work of who asks.
func (l *policyLoader) trustBase(change *source.Change, start string) (err error) {
	if l.request.PolicyBase != "" && (change == nil || l.request.Staged) {
		if change, err = source.Since(l.ctx, l.root, l.request.PolicyBase); err != nil {
			return changeError(err)
		}
		defer change.Close()
	} else if change == nil || l.request.Staged {
		return nil
	}
	l.isBound = true
	file, content, err := configIn(change.Base, l.request, start, l.root)
	for _, p := range config.PoliciesOf(content) {
		l.trusted = append(l.trusted, l.placed(file, p))
	}
	return err
}

// changeError tells a revision that is wrong from a failure.
func changeError(err error) error {
	if _, wrong := errors.AsType[*source.RevisionError](err); wrong {
		return err
	}
	return &IncompleteError{err}
}

// largestConfig is far more than a configuration needs, in bytes.
const largestConfig = 1 << 20
