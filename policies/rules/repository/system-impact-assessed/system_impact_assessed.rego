# METADATA
# title: Each AI system has an impact assessment
# description: |
#   What a system may do to people and societies is assessed for every system in scope, before it
#   is used and again when it changes. Auditors ask for it first.
# custom:
#   severity: error
#   requirements: [A.5.3, "8.4"]
#   evidence: verified
#   kinds: [ai-system]
#   remediation: Assess the impact of the system in a document of kind impact-assessment that names it under system, or correct the name there.
#   proof:
#     mutants:
#       "ai-system:metadata.id": [unknown]
package aimslint.rules.repository.system_impact_assessed

import data.aimslint.lib.inventory
import data.aimslint.lib.violation

report contains violation.on(system, ["metadata", "id"], message) if {
	some s, system in inventory.asked
	count(inventory.assessments_of(s)) == 0
	message := sprintf("The AI system \"%s\" has no impact assessment in the repository", [inventory.called(system)])
}
