# METADATA
# title: Each inclusion and each exclusion is justified
# description: |
#   Both need a reason that holds for this organization: a risk, a duty, a decision. A word or two
#   repeat the decision and give no reason for it.
# custom:
#   severity: error
#   requirements: [6.1.3]
#   evidence: attested
#   remediation: State under justification why the control is needed, or why it is not, in a sentence that is true for your organization.
#   parameters:
#     - name: min_words
#       default: 3
#       description: The fewest words of a justification; in scripts without blanks between words, the fewest signs.
#   proof:
#     mutants:
#       controls.*.justification: [Not applicable., Yes]
package aimslint.rules.statement_of_applicability.justification

import data.aimslint.lib.annex
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.text

report contains found if {
	faults := {i: message(row) | some i, row in annex.rows.items}
	some found in fault.spread(annex.rows, ["justification"], faults)
}

message(row) := found if {
	found := fault.text(row, ["justification"], "a justification")
} else := "is justified in too few words to give a reason" if {
	count(text.words(field.text(row, ["justification"]))) < data.config["statement-of-applicability/justification"].min_words
}
