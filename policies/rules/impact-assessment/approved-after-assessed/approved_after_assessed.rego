# METADATA
# title: The assessment was finished before it was approved
# description: An approval that is older than the assessment was given to something else, such as an earlier assessment or a draft.
# custom:
#   severity: error
#   requirements: [A.5.3, 7.5.2]
#   evidence: attested
#   remediation: Have the assessment approved as it stands now, and state the day under metadata.approved.on.
#   proof:
#     mutants:
#       metadata.approved.on: [stale]
#       assessed_on: [future]
#     optional: [metadata.approved.on]
package aimslint.rules.impact_assessment.approved_after_assessed

import data.aimslint.lib.date
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["metadata", "approved", "on"], "The approval is older than the assessment") if {
	approved := field.value(input, ["metadata", "approved", "on"])
	assessed := field.value(input, ["assessed_on"])
	date.valid(approved)
	date.valid(assessed)
	approved < assessed
}
