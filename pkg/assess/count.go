package assess

// Count is how many requirements are in which state. Every state has an entry,
// so that none is hidden by being absent.
type Count struct {
	Total  int
	States map[State]int
}

// Count counts the controls of Annex A and the clauses apart.
func (a *Assessment) Count() (controls, clauses Count) {
	return Tally(a.Requirements, Requirement.IsControl), Tally(a.Requirements, func(r Requirement) bool { return !r.IsControl() })
}

// Tally counts those of some requirements that a condition chooses.
func Tally(requirements []Requirement, of func(Requirement) bool) Count {
	c := Count{States: map[State]int{}}
	for _, s := range States() {
		c.States[s] = 0
	}
	for _, r := range requirements {
		if of(r) {
			c.Total++
			c.States[r.State]++
		}
	}
	return c
}
