# METADATA
# title: Measures are carried out by their due day
# description: A system that went ahead because of measures that nobody carried out went ahead without them.
# custom:
#   severity: error
#   requirements: ["8.4", A.5.4]
#   evidence: attested
#   remediation: Carry out the measure and set its status to done, or agree on a new day with whoever approved the assessment.
#   proof:
#     mutants:
#       measures.*.due: [stale]
#     optional: [measures.*.due]
package aimslint.rules.impact_assessment.measures_in_time

import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.impact

report contains found if {
	faults := {i: "is overdue" |
		some i, item in impact.measures.items
		not impact.finished(item)
		date.past(field.value(item, ["due"]))
	}
	some found in fault.spread(impact.measures, ["due"], faults)
}
