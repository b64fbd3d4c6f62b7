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

import data.aimslint.lib.each
import data.aimslint.lib.violation

report contains violation.at(lack.path, sprintf("%s lacks the version that was evaluated", [lack.subject])) if {
	some lack in each.unnamed(input, ["evaluation"], "version", "evaluation", ["metric"])
}
