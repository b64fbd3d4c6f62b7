# METADATA
# title: A system in use is monitored, repaired and updated
# description: >-
#   Data drift, use changes and errors creep in. A signal is only of use if it has a threshold, is looked
#   at often enough, and belongs to somebody who acts.
# custom:
#   severity: warning
#   requirements: [A.6.2.6]
#   evidence: attested
#   remediation: >-
#     List under monitoring.signals what is watched, the threshold at which somebody acts, the cadence and
#     the alert owner; state how faults are repaired and how the system is updated.
package aimslint.rules.ai_system.monitoring

import data.aimslint.lib.field
import data.aimslint.lib.system

report contains found if {
	system.in_use
	some found in system.section(["monitoring"], "monitoring in operation", {
		"repair": "an account of how faults are repaired",
		"update": "an account of how it is updated",
	})
}

report contains found if {
	system.in_use
	field.present(input, ["monitoring"])
	group := system.group(["monitoring", "signals"], "signal", ["what"])
	some found in system.listed(group, "the signals that are monitored", {
		"threshold": "the threshold at which somebody acts",
		"cadence": "the cadence at which it is looked at",
		"alert_owner": "an alert owner",
	})
}
