# METADATA
# title: Each evaluation is dated
# description: >-
#   The day on which the value was measured: it shows that the test came before the release and
#   whether it is still current.
# custom:
#   severity: warning
#   requirements: [A.6.2.4]
#   evidence: attested
#   remediation: State the day of each evaluation under on, as 2026-03-02.
#   proof:
#     mutants:
#       "evaluation.*.on": [future]
package aimslint.rules.model_card.evaluation_date

import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.label
import data.aimslint.lib.violation

report contains found if {
	some found in fault.lacking(fault.group_of(input, ["evaluation"], "evaluation", ["metric"]), ["on"], "a date")
}

report contains violation.at(["evaluation", i, "on"], message) if {
	some i, evaluation in field.maps(input, ["evaluation"])
	date.malformed(evaluation, ["on"])
	message := sprintf("The date of %s is not a day such as 2026-03-02", [label.of("evaluation", evaluation, ["metric"])])
}

report contains violation.at(["evaluation", i, "on"], message) if {
	some i, evaluation in field.maps(input, ["evaluation"])
	date.future(evaluation.on)
	message := sprintf("The date of %s lies in the future", [label.of("evaluation", evaluation, ["metric"])])
}
