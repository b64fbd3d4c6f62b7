# METADATA
# title: The days of an incident follow each other
# description: |
#   An incident is detected, then contained, then resolved. Every deadline counts from the day it
#   was detected, so that day must be there and be right.
# custom:
#   severity: error
#   requirements: [A.8.4]
#   evidence: attested
#   remediation: Correct detected, contained and resolved so that none lies in the future or before the one it follows.
#   proof:
#     optional: [incidents.*.contained, incidents.*.resolved]
#     mutants:
#       incidents.*.detected: [future]
#       incidents.*.contained: [stale, future]
#       incidents.*.resolved: [stale, future]
package aimslint.rules.incident_log.dates

import data.aimslint.lib.date
import data.aimslint.lib.entry
import data.aimslint.lib.fault
import data.aimslint.lib.field

report contains found if {
	some key in ["detected", "contained", "resolved"]
	faults := {i: complaint(item, key) | some i, item in entry.incidents.items}
	some found in fault.spread(entry.incidents, [key], faults)
}

complaint(item, "detected") := fault.past_day(item, ["detected"], "a day of detection")

complaint(item, "contained") := disorder(item, "contained", "containment", ["detected"])

complaint(item, "resolved") := disorder(item, "resolved", "resolution", ["detected", "contained"])

disorder(item, key, what, earlier) := message if {
	field.present(item, [key])
	message := fault.past_day(item, [key], sprintf("a day of %s", [what]))
} else := sprintf("was %s before it was %s", [key, before]) if {
	before := [other | some other in earlier; date.between(field.value(item, [other]), field.value(item, [key])) < 0][0]
}
