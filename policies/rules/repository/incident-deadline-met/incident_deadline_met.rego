# METADATA
# title: Incidents are notified within the deadlines of the incident plan
# description: |
#   The incident plan says how soon after detection somebody must know of an incident, and by when
#   each legal duty to notify is met. The log shows whether that holds.
# custom:
#   severity: error
#   requirements: [A.8.4]
#   evidence: verified
#   kinds: [incident-log]
#   remediation: Correct the days if they are wrong. If the notification was late, keep the log as it is, find out why, and record a corrective action and a waiver.
#   proof:
#     mutants:
#       "incident-log:incidents.*.notified.*.on": ["2026-05-30", future]
#       "incident-log:incidents.*.notified": [[{who: Heads of the wards}]]
#       "incident-log:incidents.*.detected": [stale]
#       "management-system:incident_plan.deadline_hours": [12]
package aimslint.rules.repository.incident_deadline_met

import data.aimslint.lib.date
import data.aimslint.lib.label
import data.aimslint.lib.register
import data.aimslint.lib.violation

# Whoever is told first must be told in time.
report contains violation.with_related(found, [deadline]) if {
	plan.deadline_hours != null
	some entry in register.incidents
	dated := {[notified.on, j] | some j, notified in entry.incident.notified; date.valid(notified.on)}
	first := min(dated)
	not overdue(entry.incident.notified[first[1]])
	date.between(entry.incident.detected, first[0]) > days
	message := sprintf("%s was notified to nobody within the deadline of the incident plan", [called(entry)])
	found := violation.on(entry.log, array.concat(entry.place, ["notified", first[1], "on"]), message)
}

# Minor incidents need not be notified to anybody.
report contains violation.with_related(found, [deadline]) if {
	plan.deadline_hours != null
	some entry in register.incidents
	entry.incident.severity != "minor"
	count([1 | some notified in entry.incident.notified; date.valid(notified.on)]) == 0
	date.between(entry.incident.detected, data.as_of) > days
	message := sprintf("%s has no notification with a day, though the deadline of the incident plan has passed", [called(entry)])
	found := violation.on(entry.log, array.concat(entry.place, ["notified"]), message)
}

report contains violation.with_related(found, [place]) if {
	some k, duty in plan.incident_duties
	some entry in register.incidents
	some j, notified in entry.incident.notified
	alike(notified.duty, duty.duty)
	not overdue(notified)
	date.between(entry.incident.detected, notified.on) > duty.deadline_days
	message := sprintf("%s was notified later than the incident plan allows for \"%s\"", [called(entry), label.short(duty.duty)])
	found := violation.on(entry.log, array.concat(entry.place, ["notified", j, "on"]), message)
	place := violation.related(plan, ["incident_plan", "duties", k, "deadline_days"], "The deadline of the duty")
}

# A notification after its own due day is the matter of incident-log/notified-in-time.
overdue(notified) if date.between(notified.due, notified.on) > 0

# The day is all that is known, so a deadline of 24 hours ends with the next day.
days := ceil(plan.deadline_hours / 24)

plan := register.current("management-system")[0]

deadline := violation.related(plan, ["incident_plan", "deadline_hours"], "The deadline")

called(entry) := label.the("incident", entry.incident, ["id"])

# One says what the other says, or more.
alike(a, b) if {
	count(words(a)) > 0
	contains(words(b), words(a))
}

alike(a, b) if {
	count(words(b)) > 0
	contains(words(a), words(b))
}

words(duty) := regex.replace(lower(duty), `[^\pL\pN]+`, " ")
