package scan

import (
	"errors"
	"path/filepath"
	"strings"

	"github.com/aimslint/aimslint/pkg/config"
	"github.com/aimslint/aimslint/pkg/library"
	"github.com/aimslint/aimslint/pkg/policy"
	"github.com/aimslint/aimslint/pkg/report"
)

// shownFrom names files relative to the root as the person at the terminal would
// type them.
func (r Request) shownFrom(root string) func(file string) string {
	run := report.Run{Directory: relativeTo(root, r.Directory), Root: relativeTo(r.Directory, root)}
	return run.Shown
}

// located makes an error about policies or the configuration name files as the
// person at the terminal would type them. It is the error of one evaluation of the
// document of the file, "" for none, that nobody else has seen.
func (r Request) located(root, document string, err error) error {
	shown := r.shownFrom(root)
	if wrong, ok := errors.AsType[*library.Error](err); ok {
		for i := range wrong.Problems {
			if file := &wrong.Problems[i].File; *file != "" {
				*file = shown(*file)
			}
		}
	}
	if wrong, ok := errors.AsType[*config.Error](err); ok {
		for i := range wrong.Problems {
			if file := &wrong.Problems[i].File; filepath.IsAbs(*file) && within(root, resolved(*file)) {
				*file = shown(inRoot(root, *file))
			}
		}
	}
	if failed, ok := errors.AsType[*policy.SandboxError](err); ok {
		if failed.Origin != "" {
			failed.Origin = shown(failed.Origin)
		}
		if rest, ok := strings.CutPrefix(failed.Subject, document); ok && document != "" {
			failed.Subject = shown(document) + rest
		}
	}
	return err
}

// located is the error for a document of the workspace.
func (w *workspace) located(document string, err error) error {
	return w.request.located(w.root, document, err)
}
