# METADATA
# title: The deployment is planned, dated, and can be undone
# description: >-
#   A deployment follows a plan, of a version that is named, and with a way back if the system does harm
#   or fails.
# custom:
#   severity: warning
#   requirements: [A.6.2.5]
#   evidence: attested
#   remediation: >-
#     State the version that is deployed, and under deployment the plan, the day (on) and how to go back
#     (rollback).
#   proof:
#     mutants:
#       "deployment.on": [future]
package aimslint.rules.ai_system.deployment

import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.management
import data.aimslint.lib.system

report contains system.at(["version"], predicate) if {
	system.in_use
	predicate := management.scalar(input, ["version"], "the version that is deployed")
}

report contains found if {
	system.in_use
	some found in system.section(["deployment"], "an account of its deployment", {
		"plan": "a deployment plan",
		"rollback": "a way back from the deployment",
	})
}

report contains system.at(["deployment", "on"], predicate) if {
	system.in_use
	field.present(input, ["deployment"])
	predicate := fault.day(input, ["deployment", "on"], "the day of its deployment")
}

report contains system.at(["deployment", "on"], "is in operation, but its day of deployment lies in the future") if {
	system.reached("operation-and-monitoring")
	system.stage != ""
	date.future(system.deployed_on)
}
