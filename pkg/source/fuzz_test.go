package source

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Whatever a .gitignore says, the walk ends, tells of no file that is not there, and
// a line that is none changes nothing.
func FuzzIgnoreRules(f *testing.F) {
	for _, seed := range []string{
		"*.md\n!README.md\n", "[", "a[", "**/a/**\n", "\\", "!\n/\n", "(\n)", "a{2,1}\n+", "\uFEFF*\r\n!keep.yaml\r\n", "**", "/**/", "\x00", "a\\ ", "# x", "?[!a-", "$^", "[[:alpha:]]", "*" + strings.Repeat("*a", 50),
	} {
		f.Add(seed, "docs/card.yaml")
	}
	f.Add("*.yaml", "a\nb")
	f.Fuzz(func(t *testing.T, rules, name string) {
		if len(rules) > 1<<12 || len(name) > 100 || strings.Count(name, "/") > 5 || !filepath.IsLocal(name) || strings.ContainsAny(name, "\x00") {
			t.Skip("no name of a file, or too much of it")
		}
		root := t.TempDir()
		if os.MkdirAll(filepath.Join(root, filepath.Dir(name)), 0o700) != nil || os.WriteFile(filepath.Join(root, name), nil, 0o600) != nil {
			t.Skip("no file can have such a name here")
		}
		if err := os.WriteFile(filepath.Join(root, ".gitignore"), []byte(rules), 0o600); err != nil {
			t.Skip("the file is the folder of the rules itself")
		}
		files, unread, err := walk(t.Context(), root, ".")
		if err != nil || len(unread) > 0 {
			t.Fatal(unread, err)
		}
		for _, file := range files {
			if _, err := os.Lstat(filepath.Join(root, filepath.FromSlash(file))); err != nil || !filepath.IsLocal(file) {
				t.Errorf("%q: %v", file, err)
			}
		}
	})
}
