# METADATA
# title: The design of the system is recorded
# description: >-
#   Who changes the system later, or has to explain it, needs to know how it works, how its parts fit
#   together, and why it was not built another way.
# custom:
#   severity: warning
#   requirements: [A.6.2.3]
#   evidence: attested
#   remediation: >-
#     State under design the approach, the architecture and the alternatives that were considered, and
#     name the design document.
package aimslint.rules.ai_system.design

import data.aimslint.lib.system

report contains found if {
	system.makes
	system.reached("verification-and-validation")
	some found in system.section(["design"], "a record of its design", {
		"approach": "the approach of its design",
		"architecture": "its architecture",
		"alternatives": "the alternatives that were considered",
		"document": "a design document",
	})
}
