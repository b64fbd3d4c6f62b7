# METADATA
# title: Notifications are made by their due day
# description: |
#   Authorities, customers and users are told of an incident in time to act on it. A notification
#   after the due day, or none by that day, is a lapse.
# custom:
#   severity: error
#   requirements: [A.8.4, A.8.5]
#   evidence: attested
#   remediation: Make the notification now, state the day it was made as on, and record why it was late.
#   proof:
#     mutants:
#       incidents.*.notified.*.on: [stale, future, 2026-05-20]
package aimslint.rules.incident_log.notified_in_time

import data.aimslint.lib.date
import data.aimslint.lib.entry
import data.aimslint.lib.fault
import data.aimslint.lib.field

report contains found if {
	some part in entry.parts(entry.incidents, "notified", "notification", ["who"])
	detected := field.value(entry.incidents.items[part.list[1]], ["detected"])
	faults := {j: complaint(item, detected) | some j, item in part.items}
	some found in fault.spread(part, ["on"], faults)
}

complaint(item, detected) := made(item, detected) if field.present(item, ["on"])

complaint(item, _) := "was not made by its due day" if {
	field.absent(item, ["on"])
	date.past(field.value(item, ["due"]))
}

made(item, detected) := message if {
	message := fault.past_day(item, ["on"], "a day of notification")
} else := "was made after its due day" if {
	date.between(field.value(item, ["due"]), field.value(item, ["on"])) > 0
} else := "was made before the incident was detected" if {
	date.between(detected, field.value(item, ["on"])) < 0
}
