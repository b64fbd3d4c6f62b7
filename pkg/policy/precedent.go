package policy

import (
	"encoding/binary"
	"hash/maphash"
	"maps"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/aimslint/aimslint/pkg/syntax"
)

// precedents know what rules said of earlier documents, so that a rule is not asked
// again about what it has seen: a rule that only asks whether the limitations are in
// words has two answers for ten thousand cards. What a rule can see is its
// [footprint]; the day and the parameters are those of one engine.
type precedents struct {
	reads []*values
	rules []*precedent

	mutex sync.RWMutex
}

// precedent is what is known of one rule.
type precedent struct {
	name  *ast.Term // as queries call the rule
	reads []int     // places in [precedents.reads]
	whole bool      // then it is always asked
	said  map[string][]Violation
	kept  int          // violations in said
	again atomic.Int64 // how often it need not be asked
}

// values are those that a read came to, each with a number of its own.
type values struct {
	read   read
	known  map[uint64][]numbered // by hash
	size   int
	terms  int // that the values are made of
	next   uint32
	again  atomic.Int64 // how often a value was known
	varied bool         // no value comes again: not worth keeping
}

type numbered struct {
	value  *ast.Term
	number uint32
}

const (
	enoughDocuments = 16   // before precedents are kept: a few documents gain nothing
	probation       = 1024 // values of a read, or of all that a rule sees; if they came again less often, they vary
	// Then all starts anew.
	mostValues     = 8192
	mostTerms      = 1 << 17 // some 100 bytes each
	mostViolations = 1 << 16
)

// The numbers of what needs none.
const (
	unknownValue   = 0
	undefinedValue = 1
	firstNumber    = 2
)

// newPrecedents works out the footprints of the rules of a query.
func newPrecedents(q *query, category string) *precedents {
	p := &precedents{}
	places := map[string]int{}
	for _, name := range slices.Sorted(maps.Keys(q.rules)) {
		f := footprintOf(q.compiler, ruleRef(category, name))
		rule := &precedent{name: ast.InternedTerm(name), whole: f.whole, said: map[string][]Violation{}}
		p.rules = append(p.rules, rule)
		if f.whole {
			continue
		}
		for _, key := range slices.Sorted(maps.Keys(f.reads)) {
			place, found := places[key]
			if !found {
				place = len(p.reads)
				places[key] = place
				p.reads = append(p.reads, &values{read: f.reads[key], known: map[uint64][]numbered{}, next: firstNumber})
			}
			rule.reads = append(rule.reads, place)
		}
	}
	return p
}

// notebook opens once enough documents have come.
type notebook struct {
	documents  atomic.Int64
	precedents atomic.Pointer[precedents]
}

// precedents are those of a category; nil as long as they are not worth it.
func (e *Engine) precedents(q *query, category string) *precedents {
	if e.enough == 0 {
		return nil
	}
	kept, ok := e.known.Load(category)
	if !ok {
		kept, _ = e.known.LoadOrStore(category, &notebook{})
	}
	n := kept.(*notebook) //nolint:forcetypeassert // only notebooks are stored
	if n.documents.Add(1) == e.enough {
		n.precedents.Store(newPrecedents(q, category))
	}
	return n.precedents.Load()
}

func ruleRef(category, name string) ast.Ref {
	return ast.DefaultRootRef.Append(ast.InternedTerm("aimslint")).Append(ast.InternedTerm("rules")).
		Append(ast.InternedTerm(snake(category))).Append(ast.InternedTerm(name)).Append(ast.InternedTerm("report"))
}

// consulted is what precedents say of a document.
type consulted struct {
	values     []*ast.Term // by read; nil for undefined
	numbers    []uint32    // of the values
	violations []Violation
	ask        []int // places of the rules that have to be asked
}

// consult gives what is known, and which rules have to be asked.
func (p *precedents) consult(document *ast.Term) *consulted {
	c := &consulted{values: make([]*ast.Term, len(p.reads)), numbers: make([]uint32, len(p.reads))}
	for i, v := range p.reads {
		c.values[i] = v.read.of(document)
	}
	p.mutex.RLock()
	defer p.mutex.RUnlock()
	for i, v := range p.reads {
		c.numbers[i] = v.number(c.values[i])
	}
	var key []byte
	for i, rule := range p.rules {
		if key = rule.key(key[:0], c.numbers); key != nil {
			if violations, known := rule.said[string(key)]; known {
				c.violations = append(c.violations, violations...)
				rule.again.Add(1)
				continue
			}
		}
		c.ask = append(c.ask, i)
	}
	return c
}

// names are those of some rules.
func (p *precedents) names(rules []int) *ast.Array {
	names := make([]*ast.Term, len(rules))
	for i, rule := range rules {
		names[i] = p.rules[rule].name
	}
	return ast.NewArray(names...)
}

// key are the numbers of what the rule sees; nil if one is not known.
func (r *precedent) key(key []byte, numbers []uint32) []byte {
	if r.whole {
		return nil
	}
	key = append(key, '.') // so that a rule that reads nothing has a key too
	for _, place := range r.reads {
		if numbers[place] == unknownValue {
			return nil
		}
		key = binary.LittleEndian.AppendUint32(key, numbers[place])
	}
	return key
}

// bound forgets what is not worth its memory.
func (r *precedent) bound() {
	if len(r.said) == probation && r.again.Load() < probation {
		r.whole = true
	}
	if r.whole || len(r.said) == mostValues || r.kept > mostViolations {
		r.forget()
	}
}

func (r *precedent) forget() { r.said, r.kept = map[string][]Violation{}, 0 }

// number is that of a known value.
func (v *values) number(value *ast.Term) uint32 {
	if value == nil {
		return undefinedValue
	}
	if v.varied {
		return unknownValue
	}
	for _, n := range v.known[hashOf(value.Value)] {
		if same(n.value.Value, value.Value) {
			v.again.Add(1)
			return n.number
		}
	}
	return unknownValue
}

// keep notes what rules said that had to be asked.
func (p *precedents) keep(c *consulted, said []Violation, copies *compactor) {
	byRule := map[string][]Violation{}
	for _, v := range said {
		name := snake(v.Rule.Name())
		byRule[name] = append(byRule[name], standalone(v))
	}
	p.mutex.Lock()
	defer p.mutex.Unlock()
	for _, i := range c.ask {
		rule := p.rules[i]
		for _, place := range rule.reads {
			if c.numbers[place] == unknownValue {
				c.numbers[place] = p.add(place, c.values[place], copies)
			}
		}
		if key := rule.key(nil, c.numbers); key != nil {
			rule.bound()
			violations := byRule[string(rule.name.Value.(ast.String))] //nolint:forcetypeassert // a name is text
			rule.said[string(key)] = violations
			rule.kept += len(violations)
		}
	}
}

// add gives a value a number, unless values of its read do not come again.
func (p *precedents) add(place int, value *ast.Term, copies *compactor) uint32 {
	v := p.reads[place]
	if n := v.number(value); n != unknownValue {
		return n // somebody else has been faster
	}
	if v.varied {
		return unknownValue
	}
	full := v.size == mostValues || v.terms > mostTerms
	if (full || v.size == probation) && v.again.Load() < int64(min(v.size, probation)) {
		v.varied = true
	}
	if v.varied || full {
		p.forget(place)
		return unknownValue
	}
	hash := hashOf(value.Value)
	v.known[hash] = append(v.known[hash], numbered{ast.NewTerm(copies.value(value.Value)), v.next})
	v.size++
	v.terms += terms(value)
	v.next++
	return v.next - 1
}

// forget drops the values of a read, and what rules said that see them.
func (p *precedents) forget(place int) {
	v := p.reads[place]
	v.known, v.size, v.terms = map[uint64][]numbered{}, 0, 0
	for _, rule := range p.rules {
		if slices.Contains(rule.reads, place) {
			rule.forget()
		}
	}
}

// terms is how many a value is made of; a long text counts as several.
func terms(value *ast.Term) int {
	const text = 100
	n := 1
	switch v := value.Value.(type) {
	case ast.String:
		n += len(v) / text
	case *ast.Array:
		v.Foreach(func(item *ast.Term) { n += terms(item) })
	case ast.Object:
		v.Foreach(func(key, value *ast.Term) { n += terms(key) + terms(value) })
	}
	return n
}

// hashOf is a hash of what is written. The evaluator's own is the same for all numbers
// that are the same but for their fraction, as most results of evaluations are.
func hashOf(v ast.Value) uint64 {
	const spread = 0x9E3779B97F4A7C15
	switch v := v.(type) {
	case ast.String:
		return maphash.String(hashSeed, string(v))
	case ast.Number:
		return maphash.String(hashSeed, string(v)) * spread
	case *ast.Array:
		hash := uint64(spread)
		for i := range v.Len() {
			hash = hash*spread + hashOf(v.Elem(i).Value)
		}
		return hash
	case ast.Object:
		hash := uint64(spread >> 1)
		v.Foreach(func(key, value *ast.Term) { hash += (hashOf(key.Value) ^ spread) * (hashOf(value.Value) | 1) })
		return hash
	}
	return uint64(v.Hash()) //nolint:gosec // any bits will do
}

var hashSeed = maphash.MakeSeed()

// standalone is a violation that shares no text with its document.
func standalone(v Violation) Violation {
	v.Path, v.Message = own(v.Path), strings.Clone(v.Message)
	v.Related = slices.Clip(slices.Clone(v.Related))
	for i := range v.Related {
		r := &v.Related[i]
		r.Path, r.Message = own(r.Path), strings.Clone(r.Message)
	}
	return v
}

func own(p syntax.Path) syntax.Path {
	p = slices.Clone(p)
	for i := range p {
		p[i].Key = strings.Clone(p[i].Key)
	}
	return slices.Clip(p)
}
