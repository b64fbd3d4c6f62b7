# METADATA
# title: The policy says how objectives are set
# description: >-
#   The policy is where objectives come from; without a word on who sets them, in which areas and
#   when, they have no root.
# custom:
#   severity: warning
#   requirements: ["5.2"]
#   evidence: attested
#   remediation: >-
#     State under objectives_framework who sets AI objectives, in which areas and when they are
#     reviewed.
package aimslint.rules.ai_policy.objectives_framework

import data.aimslint.lib.fault
import data.aimslint.lib.violation

report contains violation.at(["objectives_framework"], sprintf("The policy %s", [predicate])) if {
	predicate := fault.text(input, ["objectives_framework"], "a framework for setting objectives")
}
