# METADATA
# title: The model is evaluated for groups
# description: >-
#   An average hides those for whom the model is worse. Results for the groups or conditions
#   that matter show it.
# custom:
#   severity: warning
#   requirements: [A.6.2.4, A.5.4]
#   evidence: attested
#   remediation: >-
#     State results for each group that matters under fairness or as slice of an evaluation; if
#     nobody is affected, evaluate by site, device or language.
package aimslint.rules.model_card.subgroup_evaluation

import data.aimslint.lib.evaluation
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["fairness"], "No results for groups or other subsets are stated") if not by_group

by_group if count(field.maps(input, ["fairness"])) > 0

by_group if {
	some item in field.maps(input, ["evaluation"])
	evaluation.group(item)
}
