package policy

import (
	"hash/maphash"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
)

// memo keeps what rules and functions gave while one document is judged. The
// evaluator's own cache is a tree of hash maps, made anew for each document; to
// fill it takes a fifth of all memory. This one is a single table, which the next
// document uses again, and it knows functions by the term that names them
// instead of comparing their names.
type memo struct {
	frames  []*frame // one, and one more within each `with`
	spare   []*frame
	names   map[*ast.Term]uint64
	numbers map[string]uint64
	seed    maphash.Seed
}

type frame struct {
	first map[uint64]int // 1-based index of the first entry, by hash
	all   []entry
	keys  []*ast.Term // those of all entries, one after the other
}

type entry struct {
	start, end int       // in keys
	next       int       // 1-based index of the next entry with the same hash
	value      *ast.Term // nil if the rule is undefined
}

func newMemo() *memo {
	m := &memo{names: map[*ast.Term]uint64{}, numbers: map[string]uint64{}, seed: maphash.MakeSeed()}
	m.Push()
	return m
}

// memos are those of a query that are not in use.
type memos struct{ pool sync.Pool }

func (p *memos) get() *memo {
	if m, ok := p.pool.Get().(*memo); ok {
		return m
	}
	return newMemo()
}

// put takes a memo back unless it has grown so large that keeping it would
// waste memory, or an evaluation that was stopped has left it half done.
func (p *memos) put(m *memo) {
	const large = 1 << 14
	if len(m.frames) == 1 && len(m.frames[0].all) < large && len(m.names) < large {
		m.frames[0].clear()
		p.pool.Put(m)
	}
}

func (f *frame) clear() {
	clear(f.first)
	clear(f.all)
	clear(f.keys)
	f.all, f.keys = f.all[:0], f.keys[:0]
}

// Push begins a frame in which nothing is known.
func (m *memo) Push() {
	if n := len(m.spare); n > 0 {
		m.frames, m.spare = append(m.frames, m.spare[n-1]), m.spare[:n-1]
		return
	}
	m.frames = append(m.frames, &frame{first: map[uint64]int{}})
}

// Pop forgets the last frame.
func (m *memo) Pop() {
	last := m.top()
	last.clear()
	m.frames, m.spare = m.frames[:len(m.frames)-1], append(m.spare, last)
}

// Get gives the value of a rule or of a call of a function, or tells that it is
// known to be undefined.
func (m *memo) Get(key ast.Ref) (value *ast.Term, undefined bool) {
	if e := m.find(key, m.hash(key)); e != nil {
		return e.value, e.value == nil
	}
	return nil, false
}

// Put keeps a value; nil stands for undefined. The key belongs to the caller,
// who may change it.
func (m *memo) Put(key ast.Ref, value *ast.Term) {
	hash := m.hash(key)
	if e := m.find(key, hash); e != nil {
		e.value = value
		return
	}
	f := m.top()
	start := len(f.keys)
	f.keys = append(f.keys, key...)
	f.all = append(f.all, entry{start: start, end: len(f.keys), next: f.first[hash], value: value})
	f.first[hash] = len(f.all)
}

// Keys are for debuggers.
func (m *memo) Keys() []ast.Ref {
	var keys []ast.Ref
	f := m.top()
	for _, e := range f.all {
		if e.value != nil {
			keys = append(keys, ast.Ref(f.keys[e.start:e.end]))
		}
	}
	return keys
}

func (m *memo) top() *frame { return m.frames[len(m.frames)-1] }

func (m *memo) find(key ast.Ref, hash uint64) *entry {
	f := m.top()
	for i := f.first[hash]; i > 0; i = f.all[i-1].next {
		if e := &f.all[i-1]; m.same(f.keys[e.start:e.end], key) {
			return e
		}
	}
	return nil
}

func (m *memo) same(a, b []*ast.Term) bool {
	if len(a) != len(b) || a[0] != b[0] && m.name(a[0]) != m.name(b[0]) {
		return false
	}
	for i := 1; i < len(a); i++ {
		if a[i] != b[i] && !ast.ValueEqual(a[i].Value, b[i].Value) {
			return false
		}
	}
	return true
}

func (m *memo) hash(key ast.Ref) uint64 {
	hash := m.name(key[0])
	for _, term := range key[1:] {
		hash *= 0x9E3779B97F4A7C15 // spreads what follows over all bits
		if text, ok := term.Value.(ast.String); ok {
			hash += maphash.String(m.seed, string(text))
		} else {
			hash += uint64(term.Value.Hash()) //nolint:gosec // any bits will do
		}
	}
	return hash
}

// name is the number of what a key begins with: a function, or the document
// data. These terms belong to the compiled rules, and so there are few.
func (m *memo) name(term *ast.Term) uint64 {
	n := m.names[term]
	if n == 0 {
		text := term.Value.String()
		if n = m.numbers[text]; n == 0 {
			n = uint64(len(m.numbers)) + 1
			m.numbers[text] = n
		}
		m.names[term] = n
	}
	return n
}
