# METADATA
# title: Each objective was measured lately
# description: >-
#   Whether an objective will be reached is known only to those who measure; an old value tells about
#   an old system.
# custom:
#   severity: warning
#   requirements: ["6.2", A.6.1.2, A.9.3]
#   evidence: attested
#   remediation: >-
#     Measure the objective, state the value and the day as measured_on, and name the file that holds it
#     as source.
#   parameters:
#     - name: max_age_days
#       default: 400
#       description: Days after which a measurement of an objective is too old.
#   proof:
#     mutants:
#       objectives.*.measured_on: [stale, future]
package aimslint.rules.management_system.objective_measured

import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.management

objectives := management.group(["objectives"], "objective", ["id", "statement"])

report contains found if {
	faults := {i: management.scalar(item, ["value"], "a value of its last measurement") | some i, item in objectives.items}
	some found in fault.spread(objectives, ["value"], faults)
}

report contains found if {
	faults := {i: unmeasured(item) | some i, item in objectives.items}
	some found in fault.spread(objectives, ["measured_on"], faults)
}

unmeasured(item) := message if {
	message := fault.past_day(item, ["measured_on"], "a day of measurement")
} else := "was measured too long ago" if {
	date.older(field.value(item, ["measured_on"]), data.config["management-system/objective-measured"].max_age_days)
}
