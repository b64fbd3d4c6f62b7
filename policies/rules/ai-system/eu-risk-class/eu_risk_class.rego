# METADATA
# title: The class under the EU AI Act is stated with its basis
# description: >-
#   Which duties the law lays on a system follows from its class. A class without the article that it
#   rests on cannot be checked; a system that the Act does not reach is stated as out-of-scope.
# custom:
#   severity: warning
#   requirements: ["4.1", A.5.2]
#   evidence: attested
#   remediation: >-
#     State under regulation.eu_ai_act the class, and under basis why it applies, with the article; use
#     out-of-scope if the Act does not apply.
package aimslint.rules.ai_system.eu_risk_class

import data.aimslint.lib.system

report contains found if {
	system.asked
	some found in system.section(["regulation", "eu_ai_act"], "its classification under the EU AI Act", {
		"class": "its class under the EU AI Act",
		"basis": "the basis of its class under the EU AI Act",
	})
}
