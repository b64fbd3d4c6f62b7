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
	versions := {version | some a in inventory.assessments_of(s); version := text.fold(inventory.assessments[a].assessed_version)}
	not text.fold(system.deployed_version) in versions
	some a in latest
	message := sprintf("The impact assessment of the AI system \"%s\" must state the deployed version as the one that it assesses", [inventory.called(system)])
	found := violation.on(inventory.assessments[a], ["version"], message)
	deployed := violation.related(system, ["version"], "The deployed version")
}
