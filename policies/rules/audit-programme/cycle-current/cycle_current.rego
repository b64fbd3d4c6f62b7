# METADATA
# title: The cycle of the programme covers today
# description: |
#   Internal audits are planned at all times. When the cycle has ended and the next one is not
#   planned, no audit is due and the management system goes unaudited.
# custom:
#   severity: error
#   requirements: [9.2.1, 9.2.2]
#   evidence: attested
#   remediation: Plan the audits of the next cycle and state its days as cycle.from and cycle.to.
#   proof:
#     mutants:
#       cycle.from: [future]
#       cycle.to: [stale]
package aimslint.rules.audit_programme.cycle_current

import data.aimslint.lib.date
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["cycle", "from"], "The cycle of the programme has not begun") if {
	date.future(field.value(input, ["cycle", "from"]))
}

report contains violation.at(["cycle", "to"], "The cycle of the programme has ended") if {
	date.past(field.value(input, ["cycle", "to"]))
}
