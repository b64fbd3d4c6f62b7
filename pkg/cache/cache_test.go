package cache

import (
	"bytes"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

func open(t *testing.T, folder, base string) *Cache {
	t.Helper()
	c, err := Open(folder, base)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestWhatIsPutIsFound(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "kept")
	c := open(t, folder, "1.0")
	key := KeyOf("a", "b")
	if _, found := c.Get(key); found {
		t.Error("an empty cache has an entry")
	}
	c.Put(key, []byte("content"))
	if content, found := c.Get(key); !found || string(content) != "content" {
		t.Errorf("got %q, %t", content, found)
	}
	if _, found := open(t, folder, "1.1").Get(key); found {
		t.Error("another program finds the entry")
	}
	if info, err := os.Stat(folder); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("others may look into the folder: %v %v", info.Mode(), err)
	}
}

func TestPartsOfKeysAreToldApart(t *testing.T) {
	if KeyOf("ab", "c") == KeyOf("a", "bc") || KeyOf("a") == KeyOf("a", "") {
		t.Error("different parts have one key")
	}
}

func TestTheNilCacheIsEmpty(t *testing.T) {
	var none *Cache
	none.Put(KeyOf("a"), []byte("content"))
	none.Trim()
	if _, found := none.Get(KeyOf("a")); found {
		t.Error("it is not")
	}
}

// What is not as it was put is not found.
func TestDamageIsNotFound(t *testing.T) {
	for name, damage := range map[string]func([]byte) []byte{
		"truncated": func(content []byte) []byte { return content[:len(content)/2] },
		"emptied":   func([]byte) []byte { return nil },
		"edited":    func(content []byte) []byte { return bytes.Replace(content, []byte("open"), []byte("shut"), 1) },
		"longer":    func(content []byte) []byte { return append(content, 'x') },
	} {
		folder := t.TempDir()
		c := open(t, folder, "1.0")
		c.Put(KeyOf("a"), []byte("the door is open"))
		files, err := filepath.Glob(filepath.Join(folder, "*", "*-d"))
		if err != nil || len(files) != 1 {
			t.Fatal(files, err)
		}
		content, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(files[0], damage(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if content, found := c.Get(KeyOf("a")); found {
			t.Errorf("%s: found %q", name, content)
		}
	}
}

func TestManyAtOnce(t *testing.T) {
	folder := t.TempDir()
	var workers sync.WaitGroup
	for range 8 {
		c := open(t, folder, "1.0")
		workers.Go(func() {
			for i := range 50 {
				key := KeyOf(string(rune('a' + i)))
				c.Put(key, []byte{byte(i)})
				if content, found := c.Get(key); found && !bytes.Equal(content, []byte{byte(i)}) {
					t.Errorf("entry %d is %v", i, content)
				}
			}
		})
	}
	workers.Wait()
}

func TestSizeAndClean(t *testing.T) {
	folder := t.TempDir()
	c := open(t, folder, "1.0")
	c.Put(KeyOf("a"), []byte("one"))
	c.Put(KeyOf("b"), []byte("two"))
	other := filepath.Join(folder, "00", "notes.txt")
	if err := os.WriteFile(other, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if entries, bytes, err := Size(folder); entries != 2 || bytes == 0 || err != nil {
		t.Errorf("%d entries, %d bytes, %v", entries, bytes, err)
	}
	if err := Clean(folder); err != nil {
		t.Fatal(err)
	}
	if entries, _, err := Size(folder); entries != 0 || err != nil {
		t.Errorf("%d entries are left, %v", entries, err)
	}
	if _, err := os.Stat(other); err != nil {
		t.Errorf("a file that is none of the cache's went too: %v", err)
	}
	if entries, bytes, err := Size(filepath.Join(folder, "gone")); entries != 0 || bytes != 0 || err != nil {
		t.Errorf("a folder that is not there has %d entries, %d bytes, %v", entries, bytes, err)
	}
}

func TestOpenSaysWhatIsWrong(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(file, "1.0"); err == nil {
		t.Error("a file is opened as a folder")
	}
}
