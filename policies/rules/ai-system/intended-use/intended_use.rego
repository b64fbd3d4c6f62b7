# METADATA
# title: Users, decisions, setting and prohibited uses of the system are stated
# description: >-
#   A deployer can only keep to the intended use if it is written down, and a reviewer can only tell
#   misuse from use if it says what is forbidden.
# custom:
#   severity: error
#   requirements: [A.9.4]
#   evidence: attested
#   remediation: >-
#     State under intended_use who uses the output (users), for which decisions, in which setting, and
#     what it must not be used for (prohibited).
package aimslint.rules.ai_system.intended_use

import data.aimslint.lib.system

report contains found if {
	system.asked
	some found in system.section(["intended_use"], "an intended use", {
		"users": "the users that it is meant for",
		"decisions": "the decisions that its output informs",
		"setting": "the setting that it is meant for",
		"prohibited": "the uses that are prohibited",
	})
}
