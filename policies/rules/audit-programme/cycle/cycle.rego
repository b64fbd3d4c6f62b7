# METADATA
# title: The programme states its cycle
# description: |
#   An audit programme is planned for a period, at the end of which everything has been audited.
#   Without its first and last day nobody can say whether the programme was carried out.
# custom:
#   severity: error
#   requirements: [9.2.2]
#   evidence: attested
#   remediation: State the first and the last day of the period as cycle.from and cycle.to.
#   proof:
#     mutants:
#       cycle.from: [future]
#       cycle.to: [stale]
package aimslint.rules.audit_programme.cycle

import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["cycle", key], concat(" ", ["The programme", message])) if {
	some key, what in {"from": "the first day of its cycle", "to": "the last day of its cycle"}
	message := fault.day(input, ["cycle", key], what)
}

report contains violation.at(["cycle", "to"], "The cycle of the programme ends before it begins") if {
	date.between(field.value(input, ["cycle", "from"]), field.value(input, ["cycle", "to"])) < 0
}
