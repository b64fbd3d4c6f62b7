# METADATA
# title: Each evaluation states its result
# description: The value that was measured, as a number that can be compared with the threshold.
# custom:
#   severity: error
#   requirements: [A.6.2.4]
#   evidence: attested
#   profile: starter
#   remediation: State the measured value of each evaluation under value, as a number.
package aimslint.rules.model_card.evaluation_result

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.label
import data.aimslint.lib.measure
import data.aimslint.lib.violation

report contains found if {
	some found in fault.lacking(fault.group(named, ["evaluation"], "evaluation", ["metric"]), ["value"], "a result")
}

# What has neither metric nor result is the concern of evaluation-metric.
named := {i: item | some i, item in field.maps(input, ["evaluation"]); field.worded(item, ["metric"])}

report contains violation.at(["evaluation", i, "value"], message) if {
	some i, evaluation in field.maps(input, ["evaluation"])
	measure.unreadable(evaluation, ["value"])
	message := sprintf("The result of %s is not a number", [label.of("evaluation", evaluation, ["metric"])])
}
