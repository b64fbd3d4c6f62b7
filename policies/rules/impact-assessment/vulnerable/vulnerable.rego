# METADATA
# title: It is said which affected groups are vulnerable
# description: |
#   Children, patients, people who depend on the decision: the same harm weighs more where people
#   can protect themselves less. For each group somebody has asked the question.
# custom:
#   severity: warning
#   requirements: [A.5.4]
#   evidence: attested
#   remediation: State for each impact under vulnerable whether the group is less able than others to protect itself.
package aimslint.rules.impact_assessment.vulnerable

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.impact

report contains found if {
	faults := {i: "does not say as true or false whether the group is vulnerable" |
		some i, item in impact.individuals.items
		not is_boolean(field.value(item, ["vulnerable"]))
	}
	some found in fault.spread(impact.individuals, ["vulnerable"], faults)
}
