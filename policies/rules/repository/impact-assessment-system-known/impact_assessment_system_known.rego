# METADATA
# title: The system that an impact assessment names is in the inventory
# description: |
#   An assessment of a system that the inventory does not know shows that one of them was
#   renamed, or that the inventory is incomplete.
# custom:
#   severity: error
#   requirements: [A.5.3, A.4.2]
#   evidence: verified
#   kinds: [impact-assessment]
#   remediation: Correct the name of the system in the assessment, or describe the system in a document of kind ai-system.
#   proof:
#     mutants:
#       "impact-assessment:system": [unknown]
package aimslint.rules.repository.impact_assessment_system_known

import data.aimslint.lib.inventory
import data.aimslint.lib.violation

report contains violation.on(assessment, ["system"], message) if {
	count(inventory.systems) > 0
	some assessment in inventory.assessments
	assessment.system != ""
	count(inventory.meant(assessment.system)) == 0
	message := sprintf("The AI system \"%s\" that the assessment names is not in the inventory of AI systems", [assessment.system])
}
