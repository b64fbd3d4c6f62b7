# METADATA
# title: The organization's role towards the system is stated
# description: >-
#   Whoever provides a system has other duties than who makes a part of it or only uses it. ISO/IEC
#   22989 has names for the roles.
# custom:
#   severity: warning
#   requirements: ["4.1"]
#   evidence: attested
#   remediation: >-
#     State under role what the organization is towards the system in the terms of ISO/IEC 22989, such as
#     provider, developer or user; one or a list.
package aimslint.rules.ai_system.role

import data.aimslint.lib.fault
import data.aimslint.lib.system

report contains system.at(["role"], predicate) if {
	predicate := fault.texts(input, ["role"], "the organization's role towards it")
}
