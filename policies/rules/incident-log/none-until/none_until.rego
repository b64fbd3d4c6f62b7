# METADATA
# title: A log without incidents says until when there were none
# description: |
#   An empty log may mean that nothing happened, or that nobody looked. A recent day until which
#   there was no incident tells one from the other.
# custom:
#   severity: error
#   requirements: [A.8.4]
#   evidence: attested
#   remediation: Ask those who run the systems whether anything happened, and state the day as none_until.
#   parameters:
#     - name: max_age_days
#       default: 92
#       description: Days after which somebody has to confirm again that there were no incidents.
#   proof:
#     mutants:
#       none_until: [stale, future]
package aimslint.rules.incident_log.none_until

import data.aimslint.lib.date
import data.aimslint.lib.entry
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["none_until"], "The log lists no incidents and does not say until when there were none") if {
	field.absent(input, ["incidents"])
	field.absent(input, ["none_until"])
}

report contains violation.at(["none_until"], concat(" ", ["The log", message])) if {
	field.present(input, ["none_until"])
	message := fault.past_day(input, ["none_until"], "a last day without incidents")
}

report contains violation.at(["none_until"], "Nobody has confirmed for too long that there were no incidents") if {
	date.older(field.value(input, ["none_until"]), max_age)
	every item in entry.incidents.items {
		not recent(item)
	}
}

recent(item) if {
	date.valid(field.value(item, ["detected"]))
	not date.older(field.value(item, ["detected"]), max_age)
}

max_age := data.config["incident-log/none-until"].max_age_days
