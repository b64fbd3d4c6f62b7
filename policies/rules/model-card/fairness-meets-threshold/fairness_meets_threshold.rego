# METADATA
# title: Each fairness measure meets its threshold or is mitigated
# description: >-
#   A group for which the model misses its threshold bears a known harm. Either the model
#   improves, or what is done about it is stated.
# custom:
#   severity: error
#   requirements: [A.6.2.4, A.5.4]
#   evidence: attested
#   profile: starter
#   remediation: >-
#     Improve the result for the group, or state under mitigation what protects it; if less is
#     better, state direction: at-most.
#   proof:
#     mutants:
#       "fairness.0.value": [0.5]
package aimslint.rules.model_card.fairness_meets_threshold

import data.aimslint.lib.field
import data.aimslint.lib.label
import data.aimslint.lib.measure
import data.aimslint.lib.violation

report contains violation.at(["fairness", i, "value"], message) if {
	some i, item in field.maps(input, ["fairness"])
	field.unworded(item, ["mitigation"])
	predicate := measure.shortfall(item, "value")
	message := sprintf("The result of %s %s, and no mitigation is stated", [label.of("fairness measure", item, ["group", "metric"]), predicate])
}
