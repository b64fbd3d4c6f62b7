# METADATA
# title: What had to be done before the deployment was done before it
# description: >-
#   Prerequisites such as training, data protection and integration tests only protect anybody if they
#   are met before people depend on the system.
# custom:
#   severity: error
#   requirements: [A.6.2.5]
#   evidence: attested
#   remediation: >-
#     List under deployment.prerequisites what had to be done and the day on which it was done, none later
#     than the deployment.
#   proof:
#     mutants:
#       "deployment.prerequisites.*.done": [future, "2026-03-03"]
package aimslint.rules.ai_system.deployment_prerequisites

import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.system
import data.aimslint.lib.violation

group := system.group(["deployment", "prerequisites"], "prerequisite", ["what"])

report contains found if {
	system.deployed
	some found in system.unlisted(group, "the prerequisites of its deployment")
}

report contains found if {
	system.deployed
	faults := {i: fault.past_day(item, ["done"], "the day on which it was done") | some i, item in group.items}
	some found in fault.spread(group, ["done"], faults)
}

report contains violation.at(["deployment", "prerequisites", i, "done"], message) if {
	system.deployed
	some i, item in group.items
	date.between(system.deployed_on, field.value(item, ["done"])) > 0
	message := sprintf("%s was done after the deployment that it should precede", [fault.called(group, i)])
}
