package scan

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/source"
	"github.com/aimslint/aimslint/pkg/syntax"
	"github.com/aimslint/aimslint/pkg/trace"
)

// partTraces parts the files that may hold traces from those that may hold
// documents.
func (w *workspace) partTraces() {
	w.traceable = slices.DeleteFunc(slices.Clone(w.files), func(f source.File) bool { return !trace.Candidate(f.Path) })
	w.files = slices.DeleteFunc(w.files, func(f source.File) bool {
		return f.Language() == "" && (!f.Named || trace.Reads(f.Path))
	})
}

// addTraces adds the traces of AI use to the documents, those of each file with
// a handle. They are looked for only if a rule asks for them.
func (w *workspace) addTraces(ctx context.Context, e *estate) error {
	if !slices.ContainsFunc(w.rules, func(r *rule.Rule) bool { return r.Judges(document.Trace) && r.Category() == repositoryCategory }) {
		return nil
	}
	found, err := w.findTraces(ctx)
	if err != nil {
		return err
	}
	for _, t := range found {
		d := trace.Document(t.file, t.project, t.traces)
		record := w.engine.Traced(d)
		record.Document = len(e.library.units) + len(e.library.traces)
		e.records[d.Kind] = append(e.records[d.Kind], record)
		e.library.traces = append(e.library.traces, d)
	}
	return nil
}

// traced are the traces in a file.
type traced struct {
	file    string
	project string // the folder that the file belongs to
	traces  []trace.Trace
}

// findTraces reads the files that may hold traces, and those that they take in.
// Only files that hold some are given, by path.
func (w *workspace) findTraces(ctx context.Context) ([]traced, error) {
	folder, _ := w.project()
	base := relativeTo(w.root, folder)
	manifests := map[string]bool{}
	includable := map[string]source.File{}
	for _, f := range w.traceable {
		if trace.IsManifest(f.Path) {
			manifests[path.Dir(f.Path)] = true
			w.traced = append(w.traced, f.Path) // projects are told apart by them
		}
		if !trace.Reads(f.Path) {
			includable[f.Path] = f
		}
	}
	readings, err := w.readTraceable(ctx, base, manifests)
	if err != nil {
		return nil, err
	}
	var found []traced
	add := func(file string, r trace.Reading) {
		if len(r.Traces)+len(r.Includes) > 0 {
			w.traced = append(w.traced, file)
		}
		if len(r.Traces) > 0 {
			project := trace.Project(file, base, func(folder string) bool { return manifests[folder] })
			found = append(found, traced{file, project, r.Traces})
		}
	}
	var includes []trace.Include
	for i, r := range readings {
		add(w.traceable[i].Path, r)
		includes = append(includes, r.Includes...)
	}
	for len(includes) > 0 {
		next := includes[0]
		includes = includes[1:]
		f, ok := includable[next.File]
		if !ok {
			continue
		}
		delete(includable, next.File)
		r, notes, err := w.readTraces(f, base, next.Scope)
		if err != nil {
			return nil, err
		}
		w.notes = append(w.notes, notes...)
		add(f.Path, r)
		includes = append(includes, r.Includes...)
	}
	slices.SortFunc(found, func(a, b traced) int { return cmp.Compare(a.file, b.file) })
	return found, nil
}

// readTraceable reads the files that may hold traces, but not a lock file beside
// the manifest that it was made from.
func (w *workspace) readTraceable(ctx context.Context, base string, manifests map[string]bool) ([]trace.Reading, error) {
	readings := make([]trace.Reading, len(w.traceable))
	notes := make([][]source.Note, len(w.traceable))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(w.jobs())
	for i, f := range w.traceable {
		if !trace.Reads(f.Path) || trace.IsLock(f.Path) && manifests[path.Dir(f.Path)] {
			continue
		}
		group.Go(func() (err error) {
			if ctx.Err() == nil {
				readings[i], notes[i], err = w.readTraces(f, base, trace.Runtime)
			}
			return err
		})
	}
	err := group.Wait()
	for _, of := range notes {
		w.notes = append(w.notes, of...)
	}
	return readings, err
}

// readTraces reads a file: of what may be a model only the beginning.
func (w *workspace) readTraces(f source.File, base string, scope trace.Scope) (r trace.Reading, notes []source.Note, err error) {
	read := f.Read
	if trace.IsModelName(f.Path) {
		read = func() ([]byte, error) { return head(f) }
	}
	content, err := read()
	var tooLarge *source.TooLargeError
	switch {
	case errors.As(err, &tooLarge):
		return r, []source.Note{{Path: f.Path, Reason: fmt.Sprintf("not searched for traces of AI, since it is larger than %d bytes", tooLarge.Limit)}}, nil
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, source.ErrNotRegular):
		return r, nil, nil
	case err != nil:
		return r, nil, fmt.Errorf("%w; make it readable or exclude it in .aimslint.yaml", err)
	case trace.IsModelName(f.Path):
		return trace.ReadModel(f.Path, content, base), nil, nil
	}
	return trace.ReadText(syntax.NewText(f.Path, content), base, scope, w.limits()), nil, nil
}

// head is the beginning of a file.
func head(f source.File) (content []byte, err error) {
	opened, size, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer opened.Close() //nolint:errcheck // nothing was written
	content = make([]byte, min(size, trace.HeadBytes))
	n, err := io.ReadFull(opened, content)
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		err = nil
	}
	return content[:n], err
}
