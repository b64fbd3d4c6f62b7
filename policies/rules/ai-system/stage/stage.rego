# METADATA
# title: The stage in the life cycle is stated
# description: >-
#   What is asked of a system depends on its stage: a plan for one that is being designed, approvals and
#   monitoring for one in operation.
# custom:
#   severity: warning
#   requirements: [A.6.1.3]
#   evidence: attested
#   remediation: >-
#     State under stage where the system is in its life cycle, in the terms of ISO/IEC 22989, such as
#     design-and-development or operation-and-monitoring.
package aimslint.rules.ai_system.stage

import data.aimslint.lib.fault
import data.aimslint.lib.system

report contains system.at(["stage"], predicate) if {
	not system.outside
	predicate := fault.text(input, ["stage"], "its stage in the life cycle")
}
