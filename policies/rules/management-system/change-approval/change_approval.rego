# METADATA
# title: Each change was approved before it took effect
# description: An approval after the fact approves what can no longer be prevented.
# custom:
#   severity: error
#   requirements: ["6.3"]
#   evidence: attested
#   remediation: Have a change approved before its day, and state by whom and when under approved.
#   proof:
#     mutants:
#       changes.*.approved.on: [future, "2026-05-02"]
package aimslint.rules.management_system.change_approval

import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.management

changes := management.group(["changes"], "change", ["what", "id"])

report contains found if {
	faults := {i: fault.texts(item, ["approved", "by"], "a name of who approved it") | some i, item in settled}
	some found in fault.spread(changes, ["approved", "by"], faults)
}

report contains found if {
	faults := {i: late(item) | some i, item in settled}
	some found in fault.spread(changes, ["approved", "on"], faults)
}

# A change that is still to come may still be without approval.
settled := {i: item | some i, item in changes.items; not pending(item)}

pending(item) if {
	date.future(field.value(item, ["on"]))
	field.absent(item, ["approved"])
}

late(item) := message if {
	message := fault.past_day(item, ["approved", "on"], "a day of approval")
} else := "was approved after it took effect" if {
	date.valid(field.value(item, ["on"]))
	item.approved.on > item.on
}
