# METADATA
# title: Surveillance audits are held when they are due
# description: A surveillance audit that was missed or late puts the certificate at risk, and leaves a year that nobody looked at.
# custom:
#   severity: error
#   requirements: ["4.4"]
#   evidence: attested
#   remediation: Have the audit held, and state under surveillance the day and the result.
#   proof:
#     mutants:
#       surveillance.0.due: [stale]
#       surveillance.0.held: [future]
package aimslint.rules.certification.surveillance_held

import data.aimslint.lib.accreditation
import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains found if {
	faults := {i: fault.day(item, ["due"], "a due day") | some i, item in accreditation.surveillance.items}
	some found in fault.spread(accreditation.surveillance, ["due"], faults)
}

report contains found if {
	accreditation.status != "withdrawn"
	faults := {i: held_fault(item) | some i, item in accreditation.surveillance.items}
	some found in fault.spread(accreditation.surveillance, ["held"], faults)
}

report contains violation.at(["surveillance", i, "result"], sprintf("%s %s", [fault.called(accreditation.surveillance, i), message])) if {
	some i, item in accreditation.surveillance.items
	field.present(item, ["held"])
	message := fault.text(item, ["result"], "a result")
}

held_fault(item) := "is overdue" if {
	field.absent(item, ["held"])
	date.past(field.value(item, ["due"]))
} else := message if {
	field.present(item, ["held"])
	message := fault.past_day(item, ["held"], "a day on which it was held")
} else := "was held after the day by which it was due" if {
	date.valid(field.value(item, ["due"]))
	date.valid(field.value(item, ["held"]))
	item.held > item.due
}
