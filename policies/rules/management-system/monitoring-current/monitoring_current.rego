# METADATA
# title: What is monitored was measured as often as planned
# description: A measurement that was skipped hides what changed since the last one.
# custom:
#   severity: error
#   requirements: ["9.1"]
#   evidence: attested
#   remediation: Measure again, state the result and its day under on, or state the cadence that is really kept.
#   parameters:
#     - name: max_age_days
#       default: 400
#       description: Days after which a result is too old if its cadence is none of the common words.
#     - name: grace_days
#       default: 31
#       description: Days that a measurement may be late by its cadence.
#   proof:
#     mutants:
#       monitoring.*.on: [stale, future, "2026-01-04"]
package aimslint.rules.management_system.monitoring_current

import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.management

monitored := management.group(["monitoring"], "measurement", ["what"])

report contains found if {
	faults := {i: overdue(item) |
		some i, item in monitored.items
		field.present(item, ["on"])
	}
	some found in fault.spread(monitored, ["on"], faults)
}

overdue(item) := message if {
	message := fault.past_day(item, ["on"], "a day of its last result")
} else := sprintf("is older than its cadence %q allows", [field.text(item, ["cadence"])]) if {
	days := management.cadence_days(field.text(item, ["cadence"]))
	date.older(field.value(item, ["on"]), days + data.config["management-system/monitoring-current"].grace_days)
} else := "was made too long ago" if {
	date.older(field.value(item, ["on"]), data.config["management-system/monitoring-current"].max_age_days)
}
