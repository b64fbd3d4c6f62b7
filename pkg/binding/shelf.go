package binding

import (
	"slices"
	"sync"

	"github.com/aimslint/aimslint/pkg/syntax"
)

// volume is a file that was read, and parsed if its language is known.
type volume struct {
	text *syntax.Text
	tree *syntax.Tree // nil for a file in no language that is read
	err  error

	mu sync.Mutex // trees are for one goroutine at a time
}

// shelf keeps the files that were read last.
type shelf struct {
	mu     sync.Mutex
	places []*shelved // the one that came first, first
	bytes  int
}

type shelved struct {
	path string
	get  func() *volume
	size int // in bytes, once it was read
}

// A shelf holds so many files: enough that none is read twice in most
// repositories, and few enough to fit in memory.
const (
	shelfFiles = 64
	shelfBytes = 16 << 20
)

// take gives the file of a path, which is read if it is not on the shelf.
func (s *shelf) take(path string, read func() *volume) *volume {
	at := s.find(path, read)
	v := at.get()
	if v.text != nil {
		s.weigh(at, len(v.text.Bytes))
	}
	return v
}

func (s *shelf) find(path string, read func() *volume) *shelved {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, at := range s.places {
		if at.path == path {
			return at
		}
	}
	at := &shelved{path: path, get: sync.OnceValue(read)}
	s.places = append(s.places, at)
	s.makeRoom()
	return at
}

// weigh notes the size of a file that was read.
func (s *shelf) weigh(at *shelved, size int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if at.size == 0 && slices.Contains(s.places, at) {
		at.size = size
		s.bytes += size
		s.makeRoom()
	}
}

// makeRoom lets the oldest files go until the others fit; the latest stays.
func (s *shelf) makeRoom() {
	for len(s.places) > 1 && (len(s.places) > shelfFiles || s.bytes > shelfBytes) {
		s.bytes -= s.places[0].size
		s.places = slices.Delete(s.places, 0, 1)
	}
}

// open reads a file of the root and parses it.
func (r *Resolver) open(path string, language syntax.Language) *volume {
	return r.shelf.take(path, func() *volume {
		content, err := r.at(path, r.options.FileBytes).Read()
		if err != nil {
			return &volume{err: err}
		}
		v := &volume{text: syntax.NewText(path, content)}
		if language != "" {
			v.tree = syntax.Parse(v.text, language, r.options.Syntax)
		}
		return v
	})
}
