package syntax

// maxProblems is how many problems of one text are kept: a hostile or
// generated file must not bury the others under a million of them.
const maxProblems = 100

// builder makes the nodes of one text and collects its problems.
type builder struct {
	text     *Text
	limits   Limits
	nodes    int // values made so far, counting the expansions of aliases
	free     []Node
	problems []Problem
}

// node makes a node. Nodes are allocated by the dozen, since a tree lives and
// dies as a whole.
func (b *builder) node(kind Kind, scalar string, start, end int) *Node {
	if len(b.free) == 0 {
		b.free = make([]Node, 32)
	}
	n := &b.free[0]
	b.free = b.free[1:]
	n.Kind, n.Scalar, n.text, n.start, n.end = kind, scalar, b.text, start, end
	return n
}

// report adds a problem with the bytes [start, end). Once there are too many,
// the last place is for the one that ends the reading.
func (b *builder) report(rule string, start, end int, message string) {
	const last = maxProblems - 1
	full := len(b.problems) == maxProblems
	if full && (rule != Limit && rule != Invalid || b.problems[last].Rule == Limit) {
		return // before a place is looked up, which in a line of megabytes takes its time
	}
	problem := Problem{
		Rule: rule, Message: message, Text: b.text,
		Span: Span{Start: b.text.Position(start), End: b.text.Position(end)},
	}
	if full {
		b.problems[last] = problem
	} else {
		b.problems = append(b.problems, problem)
	}
}

// keySet finds the keys that occur twice in a map. A map of few keys is
// searched, since that is faster than hashing.
type keySet struct {
	index map[string]int
}

const fewKeys = 12

// find is the place of a key among the fields, or -1.
func (s *keySet) find(fields []Field, key string) int {
	if len(fields) <= fewKeys {
		for i := range fields {
			if fields[i].Key.Scalar == key {
				return i
			}
		}
		return -1
	}
	if s.index == nil {
		s.index = make(map[string]int, 2*len(fields))
	}
	for i := len(s.index); i < len(fields); i++ {
		s.index[fields[i].Key.Scalar] = i
	}
	if i, ok := s.index[key]; ok {
		return i
	}
	return -1
}
