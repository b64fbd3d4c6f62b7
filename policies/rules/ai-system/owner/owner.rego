# METADATA
# title: The system has an owner
# description: >-
#   One role or person is accountable for the system over its whole life, from the idea to its
#   retirement.
# custom:
#   severity: warning
#   requirements: ["5.3", A.3.2]
#   evidence: attested
#   remediation: Name under owner the one role or person that is accountable for the system.
package aimslint.rules.ai_system.owner

import data.aimslint.lib.fault
import data.aimslint.lib.system

report contains system.at(["owner"], predicate) if {
	system.asked
	predicate := fault.text(input, ["owner"], "an owner")
}
