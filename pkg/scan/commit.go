package scan

import (
	"context"

	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/source"
)

// noteCommit says which commit was checked, if that is asked for and Git can tell.
func (w *workspace) noteCommit(ctx context.Context, run *report.Run, results []result) error {
	if !w.request.Commit {
		return nil
	}
	commit, clean, err := source.Commit(ctx, w.root, w.restsOn(run, results))
	switch {
	case ctx.Err() != nil:
		return &IncompleteError{ctx.Err()}
	case err != nil:
		w.notes = append(w.notes, source.Note{Reason: "the commit is not known: " + err.Error()})
	case commit != "":
		staged := w.request.Staged && len(w.change.Files()) > 0 // what the next commit holds
		run.Commit = &report.Commit{SHA: commit, Dirty: !clean || staged}
	}
	return nil
}

// restsOn are the files that a run rests on: documents, what they name, what was
// found fault with and the configuration.
func (w *workspace) restsOn(run *report.Run, results []result) []string {
	named := map[string]bool{}
	for i := range run.Documents {
		for _, file := range run.Documents[i].AllFiles() {
			named[file] = true
		}
	}
	for i := range results {
		for _, target := range results[i].targets {
			named[target] = true
		}
	}
	for i := range run.Findings {
		named[run.Findings[i].Location.File] = true
	}
	if w.config.File != "" {
		named[inRoot(w.root, w.config.File)] = true
	}
	var files []string
	for _, name := range sortedKeys(named) {
		info, err := w.view.At(w.root, name, w.config.Limits.FileBytes).Stat()
		if err == nil && info.Mode().IsRegular() {
			files = append(files, name)
		}
	}
	return files
}
