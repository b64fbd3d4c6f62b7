# METADATA
# title: What is monitored has a method, a cadence, a result and somebody who evaluates it
# description: >-
#   How well the management system works is known only if it is decided what is measured, how, how
#   often and who draws conclusions.
# custom:
#   severity: warning
#   requirements: ["9.1"]
#   evidence: attested
#   remediation: >-
#     State for each thing that is monitored the method, the cadence, who evaluates it, and the last
#     result with its day (on).
package aimslint.rules.management_system.monitoring

import data.aimslint.lib.fault
import data.aimslint.lib.management

monitored := management.group(["monitoring"], "measurement", ["what"])

report contains found if {
	some found in management.unlisted("The management system", monitored.list, monitored.noun, "a list of what is monitored and measured")
}

report contains found if {
	some found in management.unstated(monitored, {
		"method": "a method",
		"cadence": "a cadence",
		"evaluated_by": "the role or person that evaluates it",
	})
}

report contains found if {
	faults := {i: management.scalar(item, ["last_result"], "a last result") | some i, item in monitored.items}
	some found in fault.spread(monitored, ["last_result"], faults)
}

report contains found if {
	faults := {i: fault.absent(item, ["on"], "a day of its last result") | some i, item in monitored.items}
	some found in fault.spread(monitored, ["on"], faults)
}
