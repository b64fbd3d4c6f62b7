# METADATA
# title: The people that the system needs are listed with their competence
# description: >-
#   A system is made, overseen and kept in order by people who have to know certain things. What they
#   have to know is part of the resource register, so that it can be compared with what they do know.
# custom:
#   severity: warning
#   requirements: [A.4.2, A.4.6]
#   evidence: attested
#   remediation: List under resources.human each role that the system needs, as the role register calls it, and the competence it must have.
package aimslint.rules.ai_system.human_resources

import data.aimslint.lib.system

report contains found if {
	system.asked
	group := system.group(["resources", "human"], "role", ["role"])
	some found in system.listed(group, "the roles that it needs and their competence", {"competence": "the competence that it needs"})
}
