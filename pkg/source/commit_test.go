package source

import (
	"os"
	"path/filepath"
	"testing"
)

func TestCommit(t *testing.T) {
	root := committed(t, "a.yaml", "sub/b.yaml")
	for name, test := range map[string]struct {
		folder string
		files  []string
		clean  bool
	}{
		"all in it":               {"", []string{"a.yaml", "sub/b.yaml"}, true},
		"below the top":           {"sub", []string{"b.yaml"}, true},
		"one that it has not":     {"", []string{"a.yaml", "new.yaml"}, false},
		"of another folder's top": {"sub", []string{"a.yaml"}, false},
		"nothing that was judged": {"", nil, true},
	} {
		t.Run(name, func(t *testing.T) {
			sha, clean, err := Commit(t.Context(), filepath.Join(root, test.folder), test.files)
			if err != nil || len(sha) != 40 || clean != test.clean {
				t.Errorf("%q, clean %t, error %v", sha, clean, err)
			}
		})
	}
	if err := os.WriteFile(filepath.Join(root, "sub/b.yaml"), []byte("changed"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, clean, err := Commit(t.Context(), filepath.Join(root, "sub"), []string{"b.yaml"}); err != nil || clean {
		t.Errorf("a changed file is clean %t, error %v", clean, err)
	}
	if sha, _, err := Commit(t.Context(), t.TempDir(), nil); sha != "" || err != nil {
		t.Errorf("without a repository it is %q, error %v", sha, err)
	}
}
