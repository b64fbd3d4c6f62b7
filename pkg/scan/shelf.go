package scan

import (
	"bytes"
	"hash/fnv"
	"maps"
	"slices"
	"sync"

	"github.com/fxamacker/cbor/v2"

	"github.com/aimslint/aimslint/pkg/cache"
	"github.com/aimslint/aimslint/pkg/source"
)

// shelf is what neighbouring files came to, which the cache keeps as one entry: to look
// for thousands of entries takes longer than to read some dozens.
type shelf struct {
	cache *cache.Cache
	key   cache.Key

	mutex   sync.Mutex
	files   int                           // that have not been judged yet
	earlier map[cache.Key]cbor.RawMessage // from earlier runs; nil until it is asked for
	used    map[cache.Key]cbor.RawMessage // in this run
	new     bool                          // something is used that was not there
}

const (
	shelfLength = 64  // files of a shelf, on average
	shelfLimit  = 256 // entries; then what this run does not use is left out
)

// shelves are those of files in order. A shelf begins at a file by its path, so that a
// file that comes or goes changes its own shelf alone.
func (m memory) shelves(files []source.File) []*shelf {
	all := make([]*shelf, len(files))
	if m.cache == nil {
		return all
	}
	var last *shelf
	for i := range files {
		hash := fnv.New32a()
		_, _ = hash.Write([]byte(files[i].Path)) // a hash never fails
		if last == nil || hash.Sum32()%shelfLength == 0 || last.files == shelfLimit {
			last = &shelf{cache: m.cache, key: cache.KeyOf("shelf", m.settings, files[i].Path), used: map[cache.Key]cbor.RawMessage{}}
		}
		last.files++
		all[i] = last
	}
	return all
}

type shelved struct {
	_ struct{} `cbor:",toarray"`

	Key     cache.Key
	Content cbor.RawMessage
}

// get is what is kept under a key.
func (s *shelf) get(key cache.Key) (cbor.RawMessage, bool) {
	if s == nil {
		return nil, false
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.read()
	content, found := s.earlier[key]
	if found {
		s.used[key] = content
	}
	return content, found
}

func (s *shelf) read() {
	if s.earlier != nil {
		return
	}
	s.earlier = map[cache.Key]cbor.RawMessage{}
	var list []shelved
	if content, found := s.cache.Get(s.key); found && decoding.Unmarshal(content, &list) == nil {
		for _, entry := range list {
			s.earlier[entry.Key] = entry.Content
		}
	}
}

// put keeps something under a key.
func (s *shelf) put(key cache.Key, content cbor.RawMessage) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.used[key], s.new = content, true
}

// done says that one of the files has been judged. With the last one the cache keeps
// the shelf if there is something new.
func (s *shelf) done() {
	if s == nil {
		return
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.files--; s.files > 0 {
		return
	}
	if s.new {
		s.write()
	}
	s.earlier, s.used = nil, nil
}

func (s *shelf) write() {
	s.read()
	if len(s.earlier)+len(s.used) <= shelfLimit {
		all := maps.Clone(s.earlier)
		maps.Copy(all, s.used) // what is new counts
		s.used = all
	}
	list := make([]shelved, 0, len(s.used))
	for key, content := range s.used {
		list = append(list, shelved{Key: key, Content: content})
	}
	slices.SortFunc(list, func(a, b shelved) int { return bytes.Compare(a.Key[:], b.Key[:]) })
	if content, err := cbor.Marshal(list); err == nil {
		s.cache.Put(s.key, content)
	}
}
