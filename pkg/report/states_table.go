package report

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/catalog"
)

// StatesTable is a Markdown table of how many controls and clauses are in which
// state, with the change against an earlier assessment if there is one. What it
// counts it counts in full: every state has a row, and the sums stand below.
func StatesTable(now, before *assess.Assessment) string {
	controls, clauses := now.Count()
	var was [2]assess.Count
	if before != nil {
		was[0], was[1] = before.Count()
	}
	var b strings.Builder
	fmt.Fprintf(&b, "| state | controls of Annex A | clauses |\n|---|--:|--:|\n")
	for _, state := range assess.States() {
		cell := func(i int, now assess.Count) string {
			text := strconv.Itoa(now.States[state])
			if change := now.States[state] - was[i].States[state]; before != nil && change != 0 {
				text += fmt.Sprintf(" (%+d)", change)
			}
			return text
		}
		fmt.Fprintf(&b, "| %s | %s | %s |\n", state, cell(0, controls), cell(1, clauses))
	}
	fmt.Fprintf(&b, "| all | %d | %d |\n\n", controls.Total, clauses.Total)
	fmt.Fprintf(&b, "What the states of %s mean: %s No number here is a degree of compliance.\n", catalog.Standard, StateMeanings)
	return b.String()
}

// StateMeanings says in a few words what the states mean.
const StateMeanings = "verified, documents agree with something that could have disagreed; attested, they say so of themselves; " +
	"human review, people must judge; excluded, by the Statement of Applicability; waived, accepted for a time; " +
	"gap, a rule objects; no evidence, nothing says anything about it."
