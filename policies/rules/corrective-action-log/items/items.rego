# METADATA
# title: The log lists its items, or says up to which day there was none
# description: |
#   An empty log may mean that nothing went wrong, or that nobody looked. A log without items
#   therefore says up to which day no nonconformity had come to light, and says so anew.
# custom:
#   severity: error
#   requirements: ["10.2"]
#   evidence: attested
#   remediation: List the nonconformities under items; if there was none, state as none_until the day up to which you know that.
#   parameters:
#     - name: max_age_days
#       default: 183
#       description: Days after which a log without items must say anew that there is none.
#   proof:
#     mutants:
#       none_until: [stale, future]
package aimslint.rules.corrective_action_log.items

import data.aimslint.lib.correction
import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["items"], "The log neither lists an item nor says up to which day there was none (none_until)") if {
	field.absent(input, ["items"])
	field.absent(input, ["none_until"])
}

report contains violation.at(["items"], concat(" ", ["The log", message])) if {
	field.present(input, ["items"])
	message := fault.list(input, ["items"], "its items")
}

report contains found if some found in fault.strays(input, ["items"], ["items"], "item", "")

report contains violation.at(["none_until"], concat(" ", ["The log", message])) if {
	field.present(input, ["none_until"])
	message := fault.past_day(input, ["none_until"], "a day up to which there was no item")
}

report contains violation.at(["none_until"], "The log does not say for the time until now that there was no item") if {
	field.absent(input, ["items"])
	date.older(field.value(input, ["none_until"]), data.config["corrective-action-log/items"].max_age_days)
}

report contains violation.at(["none_until"], message) if {
	some i, item in correction.all
	date.between(field.value(item, ["raised"]), field.value(input, ["none_until"])) >= 0
	message := sprintf("%s was raised in the time in which there was none according to the log", [fault.called(correction.group, i)])
}
