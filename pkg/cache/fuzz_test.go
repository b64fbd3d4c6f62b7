package cache

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// However the files of a cache are changed, an entry is what was put, or is not
// there.
func FuzzDamage(f *testing.F) {
	f.Add([]byte("content"), uint(0), uint(3), []byte("x"), false)
	f.Add([]byte("content"), uint(1), uint(0), []byte("v1 "), true)
	f.Add([]byte(""), uint(1), uint(70), []byte{}, true)
	f.Add(bytes.Repeat([]byte("ab"), 999), uint(0), uint(99), []byte("\n"), true)
	folder := f.TempDir() // it takes long to make all the folders in it
	c, err := Open(folder, "1.0")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, content []byte, which, at uint, by []byte, cut bool) {
		if err := Clean(folder); err != nil {
			t.Fatal(err)
		}
		key, other := KeyOf("a"), KeyOf("b")
		c.Put(key, content)
		c.Put(other, append([]byte("other "), content...))
		files, err := filepath.Glob(filepath.Join(folder, "??", "*"))
		if err != nil || len(files) < 3 {
			t.Fatal(files, err)
		}
		file := files[which%uint(len(files))]
		was, err := os.ReadFile(file) //nolint:gosec // in the folder of the test
		if err != nil {
			t.Fatal(err)
		}
		place := int(at % uint(len(was)+1))
		now := append(bytes.Clone(was[:place]), by...)
		if !cut {
			now = append(now, was[min(place+len(by), len(was)):]...)
		}
		if err := os.WriteFile(file, now, 0o600); err != nil { //nolint:gosec // in the folder of the test
			t.Fatal(err)
		}
		if got, found := c.Get(key); found && !bytes.Equal(got, content) {
			t.Errorf("%q became %q", content, got)
		}
		if got, found := c.Get(other); found && !bytes.Equal(got, append([]byte("other "), content...)) {
			t.Errorf("another became %q", got)
		}
		c.Put(key, content)
		if got, found := c.Get(key); !found || !bytes.Equal(got, content) {
			t.Errorf("put again, it is %q, %t", got, found)
		}
	})
}
