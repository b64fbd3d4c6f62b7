# METADATA
# title: The deployment was approved before it happened
# description: >-
#   Somebody with the authority decides that the system may be used, before it is used. An approval that
#   comes later approves nothing.
# custom:
#   severity: error
#   requirements: [A.6.2.5]
#   evidence: attested
#   remediation: >-
#     List under deployment.approvals who approved the deployment (by) and when (on), on the day of the
#     deployment at the latest.
#   proof:
#     mutants:
#       "deployment.approvals.*.on": [future, "2026-03-03"]
package aimslint.rules.ai_system.deployment_approval

import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.system
import data.aimslint.lib.violation

group := system.group(["deployment", "approvals"], "approval", ["by"])

report contains found if {
	system.deployed
	some found in system.listed(group, "an approval of its deployment", {"by": "the name of the approver"})
}

report contains found if {
	system.deployed
	faults := {i: fault.past_day(item, ["on"], "the day on which it was given") | some i, item in group.items}
	some found in fault.spread(group, ["on"], faults)
}

report contains violation.at(["deployment", "approvals", i, "on"], message) if {
	system.deployed
	some i, item in group.items
	date.between(system.deployed_on, field.value(item, ["on"])) > 0
	message := sprintf("%s was given after the deployment that it should precede", [fault.called(group, i)])
}
