# METADATA
# title: Audits are held when they are planned
# description: |
#   A programme shows nothing if its audits do not take place. An audit whose day has passed was
#   held, or it is overdue.
# custom:
#   severity: error
#   requirements: [9.2.1]
#   evidence: attested
#   remediation: State as held the day on which the audit took place, or hold it now, or plan it anew with the reason in the review.
#   proof:
#     mutants:
#       audits.*.held: [future]
package aimslint.rules.audit_programme.audit_held

import data.aimslint.lib.audit
import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field

report contains found if {
	faults := {i: complaint(item) | some i, item in audit.all}
	some found in fault.spread(audit.group, ["held"], faults)
}

complaint(item) := "is overdue: the day for which it is planned has passed" if {
	field.absent(item, ["held"])
	date.past(field.value(item, ["planned"]))
} else := fault.past_day(item, ["held"], "a day on which it was held") if {
	field.present(item, ["held"])
}
