# METADATA
# title: Each evaluation states the version that was evaluated
# description: >-
#   The version of the model that the value was measured on, so that old results are not taken
#   for those of the release.
# custom:
#   severity: note
#   requirements: [A.6.2.4]
#   evidence: attested
#   remediation: State the version of the model under version of each evaluation.
package aimslint.rules.model_card.evaluation_version

import data.aimslint.lib.fault

report contains found if {
	some found in fault.lacking_name(fault.group_of(input, ["evaluation"], "evaluation", ["metric"]), ["version"], "the version that was evaluated")
}
