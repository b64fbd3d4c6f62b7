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
	var is, was [2]assess.Count
	is[0], is[1] = now.Count()
	if before == nil {
		return countsTable(is, nil)
	}
	was[0], was[1] = before.Count()
	return countsTable(is, &was)
}

// countsTable is [StatesTable] of controls and clauses that are counted already.
func countsTable(is [2]assess.Count, was *[2]assess.Count) string {
	var b strings.Builder
	fmt.Fprintf(&b, "| state | controls of Annex A | clauses |\n|---|--:|--:|\n")
	for _, state := range assess.States() {
		cell := func(i int) string {
			text := strconv.Itoa(is[i].States[state])
			if was == nil || is[i].States[state] == was[i].States[state] {
				return text
			}
			return text + fmt.Sprintf(" (%+d)", is[i].States[state]-was[i].States[state])
		}
		fmt.Fprintf(&b, "| %s | %s | %s |\n", state, cell(0), cell(1))
	}
	fmt.Fprintf(&b, "| all | %d | %d |\n\n", is[0].Total, is[1].Total)
	fmt.Fprintf(&b, "What the states of %s mean: %s No number here is a degree of compliance.\n", catalog.Standard, StateMeanings)
	return b.String()
}

// StateMeanings says in a few words what the states mean.
const StateMeanings = "verified, documents agree with something that could have disagreed; attested, they say so of themselves; " +
	"human review, people must judge; excluded, by the Statement of Applicability; waived, accepted for a time; " +
	"gap, a rule objects; no evidence, nothing says anything about it."
