# METADATA
# title: The impact assessment is of the version that is deployed
# description: |
#   A new version may affect people in new ways. The assessment of an older one says nothing of
#   what is in use.
# custom:
#   severity: error
#   requirements: [A.5.3, "8.4"]
#   evidence: verified
#   kinds: [impact-assessment]
#   remediation: Assess the impact of the deployed version, or confirm that the assessment holds for it by stating that version.
#   proof:
#     mutants:
#       "impact-assessment:version": ["0.0.1"]
package aimslint.rules.repository.impact_assessment_current

import data.aimslint.lib.inventory
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.with_related(found, [deployed]) if {
	some s, latest in inventory.latest_assessments
	system := inventory.systems[s]
	system.deployed_version != ""
	every a in inventory.assessments_of(s) {
		not text.same_version(inventory.assessments[a].assessed_version, system.deployed_version)
	}
	some a in latest
	inventory.assessments[a].assessed_version != ""
	message := sprintf("The impact assessment of the AI system \"%s\" is of another version than the one that is deployed", [inventory.called(system)])
	found := violation.on(inventory.assessments[a], ["version"], message)
	deployed := violation.related(system, ["version"], "The deployed version")
}
