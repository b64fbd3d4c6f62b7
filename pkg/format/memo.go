package format

import (
	"sync"
	"sync/atomic"
)

// memo remembers what a pure function gave. Documents use the same few hundred
// headings and keys over and over, and matching one against all patterns takes
// longer than parsing the text around it. It keeps the first results only, so
// that no file can fill the memory.
type memo[K comparable, V any] struct {
	known sync.Map
	count atomic.Int32
}

// mostRemembered is how many results a memo keeps.
const mostRemembered = 10_000

// of is the result for a key, found by find unless it is remembered. Nobody may change
// it.
func (m *memo[K, V]) of(key K, find func() V) V {
	if value, ok := m.known.Load(key); ok {
		return value.(V) //nolint:forcetypeassert // only values of the type are stored
	}
	value := find()
	if m.count.Load() < mostRemembered {
		if _, loaded := m.known.LoadOrStore(key, value); !loaded {
			m.count.Add(1)
		}
	}
	return value
}
