# METADATA
# title: An audit programme covers today
# description: |
#   Internal audits are planned at all times. When the cycle of the last programme has ended and the
#   next one is not planned, no audit is due and the management system goes unaudited. Programmes of
#   earlier and later years are kept beside the one that holds.
# custom:
#   severity: error
#   requirements: [9.2.1, 9.2.2]
#   evidence: attested
#   kinds: [audit-programme]
#   remediation: Plan the audits of the next cycle and state its days as cycle.from and cycle.to.
#   proof:
#     mutants:
#       "audit-programme:cycle.from": [future]
#       "audit-programme:cycle.to": [stale]
package aimslint.rules.repository.audit_programme_current

import data.aimslint.lib.date
import data.aimslint.lib.register
import data.aimslint.lib.violation

# A programme whose cycle cannot be read may cover today; another rule objects.
report contains violation.on(last[1], ["cycle", "to"], "No audit programme covers today: the cycle of the last one has ended") if {
	every programme in register.of("audit-programme") {
		past_or_future(programme)
	}
	last := max([[programme.cycle.to, programme] | some programme in register.of("audit-programme"); date.past(programme.cycle.to)])
}

report contains violation.on(first[1], ["cycle", "from"], "No audit programme covers today: the cycle of the first one has not begun") if {
	every programme in register.of("audit-programme") {
		date.future(programme.cycle.from)
	}
	first := min([[programme.cycle.from, programme] | some programme in register.of("audit-programme")])
}

past_or_future(programme) if date.past(programme.cycle.to)

past_or_future(programme) if date.future(programme.cycle.from)
