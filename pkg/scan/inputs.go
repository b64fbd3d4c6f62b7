package scan

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/source"
)

// Inputs are the files of a repository that a run rests on: the documents, what
// they name, the files with traces, and what was found fault with.
type Inputs struct {
	Files []Input
	// Folders are those that documents name.
	Folders []string
	// Left are files that documents name and that are larger than the limit.
	Left []Input
	// Root is the root of the repository, absolute.
	Root string
	// Folder and Config are what was checked and by which configuration ("" for
	// none), relative to the root.
	Folder, Config string
}

// Input is a file by its path relative to the root, with slashes.
type Input struct {
	Path    string
	Bytes   int64
	Content []byte // nil for one that was left out
}

// CheckWithInputs is [Check] with an assessment, and gives what it rests on.
func CheckWithInputs(ctx context.Context, request Request) (*report.Run, *Inputs, error) {
	request.Assess = true
	w, err := open(ctx, request)
	if err != nil {
		return nil, nil, err
	}
	if err := w.compile(ctx); err != nil {
		return nil, nil, err
	}
	defer w.close()
	results, err := w.evaluate(ctx, nil)
	if err != nil {
		return nil, nil, &IncompleteError{err}
	}
	run, err := w.conclude(ctx, results)
	if err != nil {
		return nil, nil, err
	}
	inputs, err := w.inputs(run, results)
	if err != nil {
		return nil, nil, &IncompleteError{err}
	}
	return run, inputs, nil
}

// inputs gathers the files.
func (w *workspace) inputs(run *report.Run, results []result) (*Inputs, error) {
	named := map[string]bool{}
	for i := range results {
		if len(results[i].documents) == 0 {
			continue
		}
		named[w.files[i].Path] = true
		if err := w.nameTargets(w.files[i], named); err != nil {
			return nil, err
		}
	}
	for i := range run.Findings {
		f := &run.Findings[i]
		named[f.Location.File] = true
		for _, at := range f.Related {
			named[at.File] = true
		}
	}
	for _, file := range w.traced {
		named[file] = true
	}
	for _, file := range run.Unrecognised {
		named[file] = true
	}
	inputs := &Inputs{Root: w.root, Folder: inRoot(w.root, startFolder(w.request))}
	if w.config.File != "" {
		inputs.Config = inRoot(w.root, w.config.File)
		named[inputs.Config] = true
	}
	w.namePolicies(named)
	waivers, baseline := w.exceptionFiles()
	named[waivers], named[baseline] = true, true
	for _, name := range sortedKeys(named) {
		if err := w.take(name, inputs); err != nil {
			return nil, err
		}
	}
	return inputs, nil
}

// namePolicies names the files of the users' policies and kinds.
func (w *workspace) namePolicies(named map[string]bool) {
	if w.book.users != nil {
		for _, file := range w.book.users.Files {
			named[file] = true
		}
	}
	l := policyLoader{root: w.root}
	for _, p := range w.config.Policies {
		for _, file := range []string{p.Bundle, p.Key} {
			if file != "" {
				named[l.place(w.config.File, file)] = true
			}
		}
	}
	for _, k := range w.config.Kinds {
		named[l.place(w.config.File, k.Schema)] = true
	}
}

// nameTargets names what the documents of a file name, and the files in which DVC
// records what it keeps elsewhere.
func (w *workspace) nameTargets(file source.File, named map[string]bool) error {
	read, err := w.read(file)
	if err != nil {
		return err
	}
	for _, d := range read.Documents {
		addNamed(d, named)
	}
	return nil
}

// take adds a file or folder, if it is there.
func (w *workspace) take(name string, inputs *Inputs) error {
	file := w.view.At(w.root, name, w.config.Limits.FileBytes)
	info, err := file.Stat()
	switch {
	case err != nil: // it is not there, or leads out of the root
		return nil //nolint:nilerr // findings say so
	case info.IsDir():
		inputs.Folders = append(inputs.Folders, name)
		return nil
	case !info.Mode().IsRegular():
		return nil
	}
	content, err := file.Read()
	var tooLarge *source.TooLargeError
	switch {
	case errors.As(err, &tooLarge):
		inputs.Left = append(inputs.Left, Input{Path: name, Bytes: info.Size()})
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	default:
		inputs.Files = append(inputs.Files, Input{Path: name, Bytes: int64(len(content)), Content: content})
	}
	return nil
}

func sortedKeys(set map[string]bool) []string {
	keys := make([]string, 0, len(set))
	for key := range set {
		if filepath.IsLocal(filepath.FromSlash(key)) && !strings.HasPrefix(key, ".git/") {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}
