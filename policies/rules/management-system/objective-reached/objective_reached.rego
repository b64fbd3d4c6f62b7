# METADATA
# title: An objective that is due was reached
# description: >-
#   A day that passes without a word on the target shows that nobody looked; a target that was missed
#   calls for a decision.
# custom:
#   severity: error
#   requirements: ["6.2"]
#   evidence: attested
#   remediation: >-
#     Measure the objective and state the value; if the target was missed, decide what to do, and set a
#     new day or a new target. If less is better, write the target with its direction, as "<= 5".
#   proof:
#     mutants:
#       objectives.*.due: [stale]
package aimslint.rules.management_system.objective_reached

import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.management
import data.aimslint.lib.measure

objectives := management.group(["objectives"], "objective", ["id", "statement"])

report contains found if {
	faults := {i: missed(item) |
		some i, item in objectives.items
		date.past(field.value(item, ["due"]))
	}
	some found in fault.spread(objectives, ["due"], faults)
}

missed(item) := "is past its due day and lacks a value to compare with its target" if {
	field.absent(item, ["value"])
} else := sprintf("is past its due day, and its value %s", [shortfall]) if {
	shortfall := measure.shortfall({"value": item.value, "threshold": item.target}, "value")
}
