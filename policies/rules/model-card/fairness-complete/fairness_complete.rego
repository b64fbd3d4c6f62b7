# METADATA
# title: Each fairness measure is complete
# description: >-
#   For whom, by which metric, with which result and against which threshold: with one missing
#   the measure shows nothing.
# custom:
#   severity: warning
#   requirements: [A.6.2.4, A.5.4]
#   evidence: attested
#   remediation: >-
#     State group, metric, value and threshold of each fairness measure, value and threshold as
#     numbers.
package aimslint.rules.model_card.fairness_complete

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.label
import data.aimslint.lib.measure
import data.aimslint.lib.violation

report contains found if {
	some found in fault.lacking_words(fault.group_of(input, ["fairness"], "fairness measure", ["metric"]), ["group"], "a group")
}

report contains found if {
	some found in fault.lacking_words(fault.group_of(input, ["fairness"], "fairness measure", ["group"]), ["metric"], "a metric")
}

report contains found if {
	some found in fault.lacking(fault.group_of(input, ["fairness"], "fairness measure", ["group", "metric"]), ["value"], "a result")
}

report contains found if {
	some found in fault.lacking(fault.group_of(input, ["fairness"], "fairness measure", ["group", "metric"]), ["threshold"], "a threshold")
}

report contains violation.at(["fairness", i, key], message) if {
	some i, item in field.maps(input, ["fairness"])
	some key, noun in {"value": "result", "threshold": "threshold"}
	measure.unreadable(item, [key])
	message := sprintf("The %s of %s is not a number", [noun, label.of("fairness measure", item, ["group", "metric"])])
}

report contains violation.at(["fairness", i, "direction"], message) if {
	some i, item in field.maps(input, ["fairness"])
	field.present(item, ["direction"])
	not field.value(item, ["direction"]) in {"at-least", "at-most"}
	message := sprintf("The direction of %s is neither at-least nor at-most", [label.of("fairness measure", item, ["group", "metric"])])
}

report contains found if some found in fault.names_lacking(input, ["fairness"], "fairness measure", "a group and a metric")
