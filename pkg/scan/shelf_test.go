package scan

import (
	"bytes"
	"fmt"
	"strconv"
	"testing"

	"github.com/fxamacker/cbor/v2"

	"github.com/aimslint/aimslint/pkg/cache"
	"github.com/aimslint/aimslint/pkg/source"
)

func shelvesOf(t *testing.T, count int, without string) map[string]*shelf {
	t.Helper()
	kept, err := cache.Open(t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	m := memory{cache: kept, settings: "x"}
	var files []source.File
	for i := range count {
		if name := fmt.Sprintf("card-%05d.yaml", i); name != without {
			files = append(files, source.File{Path: name})
		}
	}
	all := map[string]*shelf{}
	for i, s := range m.shelves(files) {
		all[files[i].Path] = s
	}
	return all
}

// A file that goes changes what its own shelf holds, and leaves the others as they are.
func TestShelvesStandWhereTheyStood(t *testing.T) {
	const count = 10_000
	before := shelvesOf(t, count, "")
	for _, gone := range []string{"card-00000.yaml", "card-05000.yaml", "card-09999.yaml"} {
		after := shelvesOf(t, count, gone)
		moved := 0
		for name, s := range after {
			if s.key != before[name].key {
				moved++
			}
		}
		if moved > shelfLimit {
			t.Errorf("without %s, %d files stand on another shelf", gone, moved)
		}
	}
	different := map[*shelf]bool{}
	for _, s := range before {
		different[s] = true
	}
	if n := len(different); n < count/shelfLength/2 || n > count/shelfLength*2 {
		t.Errorf("%d shelves", n)
	}
}

// A shelf is kept when the last of its files is done, with what was there before as long
// as there is room.
func TestShelfKeepsWhatIsNew(t *testing.T) {
	m := memory{settings: "x"}
	var err error
	if m.cache, err = cache.Open(t.TempDir(), ""); err != nil {
		t.Fatal(err)
	}
	content, err := cbor.Marshal("content")
	if err != nil {
		t.Fatal(err)
	}
	files := []source.File{{Path: "a"}, {Path: "b"}}
	key := func(i int) cache.Key { return cache.KeyOf(strconv.Itoa(i)) }
	there := func(i int) bool {
		_, found := m.shelves(files)[0].get(key(i))
		return found
	}
	put := func(numbers ...int) {
		shelves := m.shelves(files[:1])
		for _, i := range numbers {
			shelves[0].put(key(i), content)
		}
		shelves[0].done()
	}
	unfinished := m.shelves(files)
	if unfinished[0] != unfinished[1] {
		t.Skip("these two files stand on different shelves")
	}
	unfinished[0].put(key(1), content)
	unfinished[0].done()
	if there(1) {
		t.Error("half a shelf is kept")
	}
	unfinished[1].done()
	put(2)
	if !there(1) || !there(2) {
		t.Error("what was kept earlier is gone")
	}
	if content, err = cbor.Marshal("another content"); err != nil {
		t.Fatal(err)
	}
	put(2)
	if got, _ := m.shelves(files)[0].get(key(2)); !bytes.Equal(got, content) {
		t.Errorf("what is new gave way to what was there: %q", got)
	}
	many := make([]int, shelfLimit)
	for i := range many {
		many[i] = 100 + i
	}
	put(many...)
	if there(1) || !there(100) {
		t.Error("a shelf holds more than its limit")
	}
}
