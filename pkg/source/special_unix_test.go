//go:build unix

package source

import (
	"errors"
	"path/filepath"
	"syscall"
	"testing"
)

func TestSpecialFilesAreNeverOpened(t *testing.T) {
	for _, inGit := range []bool{false, true} {
		root := repository(t, "a.yaml")
		if err := syscall.Mkfifo(filepath.Join(root, "pipe.yaml"), 0o600); err != nil {
			t.Skip("no named pipes here: ", err)
		}
		if inGit {
			git(t, root, "init", "-q")
		} else {
			_, notes := discover(t, Options{Root: root}) // Git does not even list it
			expectNote(t, notes, "pipe.yaml", "not a regular file")
		}
		_, _, err := Discover(t.Context(), Options{Root: root, Directory: root, Arguments: []string{"pipe.yaml", "a.yaml"}})
		if wrong, ok := errors.AsType[*ArgumentError](err); !ok || wrong.Reason != "neither a file nor a folder" {
			t.Errorf("a pipe as argument: error %v", err)
		}

		swapped := File{Path: "pipe.yaml", root: root, limit: DefaultLimit}
		if _, err := swapped.Read(); !errors.Is(err, ErrNotRegular) {
			t.Errorf("reading a pipe: error %v, want ErrNotRegular", err)
		}
	}
}
