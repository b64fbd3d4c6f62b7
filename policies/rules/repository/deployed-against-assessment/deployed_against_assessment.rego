# METADATA
# title: No system is in use that the impact assessment stopped
# description: |
#   An impact assessment may end with the decision not to go ahead. A system that is deployed all
#   the same was deployed against it, or the assessment is no longer the last word.
# custom:
#   severity: error
#   requirements: ["8.4", A.5.3, A.6.2.5]
#   evidence: verified
#   kinds: [ai-system]
#   remediation: Take the system out of use, or assess it again and state the new decision.
#   proof:
#     mutants:
#       "impact-assessment:decision": [do-not-proceed]
package aimslint.rules.repository.deployed_against_assessment

import data.aimslint.lib.inventory
import data.aimslint.lib.register
import data.aimslint.lib.violation

report contains violation.with_related(found, [other]) if {
	some s, latest in inventory.latest_assessments
	system := inventory.systems[s]
	register.deployed(system)
	some a in latest
	assessment := inventory.assessments[a]
	assessment.decision == "do-not-proceed"
	message := sprintf("The system \"%s\" is in use, though its latest impact assessment decides not to proceed", [inventory.called(system)])
	found := violation.on(system, ["stage"], message)
	other := violation.related(assessment, ["decision"], "The decision")
}
