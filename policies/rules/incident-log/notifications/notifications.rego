# METADATA
# title: Each notification says who is told, why, and by when
# description: |
#   A serious incident is told to somebody: an authority, customers, users. Without the duty and
#   its day nobody can see that a notification is still missing.
# custom:
#   severity: error
#   requirements: [A.8.4]
#   evidence: attested
#   remediation: List under notified who has to be told, the duty that asks for it, and the last day on which it may be done.
package aimslint.rules.incident_log.notifications

import data.aimslint.lib.entry
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.incident

report contains found if {
	faults := {i: complaint(item) | some i, item in entry.incidents.items}
	some found in fault.spread(entry.incidents, ["notified"], faults)
}

complaint(item) := fault.list(item, ["notified"], "notifications, which a serious incident needs") if {
	incident.serious(item)
} else := fault.list(item, ["notified"], "its notifications") if {
	field.present(item, ["notified"])
}

report contains found if {
	some i, item in entry.incidents.items
	some found in fault.strays(item, ["notified"], ["incidents", i, "notified"], "notification", entry.within(entry.incidents, item))
}

report contains found if {
	some part in entry.parts(entry.incidents, "notified", "notification", ["who"])
	some key in ["who", "duty", "due"]
	faults := {j: lack(item, key) | some j, item in part.items}
	some found in fault.spread(part, [key], faults)
}

lack(item, "who") := fault.text(item, ["who"], "the party that is told")

lack(item, "duty") := fault.text(item, ["duty"], "the duty that asks for it")

lack(item, "due") := fault.day(item, ["due"], "a due day")
