# METADATA
# title: No competence has expired
# description: |
#   A certificate or training that has run out no longer shows that the holder of a role can do
#   what the role asks; one that is still to be obtained does not show it yet. Where the same
#   competence was obtained again, the former certificate is kept as evidence.
# custom:
#   severity: error
#   requirements: ["7.2", A.4.6]
#   evidence: attested
#   remediation: Have the competence renewed or confirmed, and bring obtained, expires and the evidence up to date.
#   proof:
#     optional: [roles.*.competence.*.expires]
#     mutants:
#       roles.*.competence.*.obtained: [future]
#       roles.*.competence.*.expires: [stale]
package aimslint.rules.role_register.competence_current

import data.aimslint.lib.date
import data.aimslint.lib.entry
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.text

report contains found if {
	some part in entry.parts(entry.roles, "competence", "competence", ["what"])
	some key in ["obtained", "expires"]
	faults := {j: complaint(item, key) | some j, item in part.items; not renewed(item, part.items)}
	some found in fault.spread(part, [key], faults)
}

# The same competence was obtained later on, and that is not still to come.
renewed(item, items) if {
	some other in items
	text.same(field.value(other, ["what"]), field.value(item, ["what"]))
	not date.future(field.value(other, ["obtained"]))
	date.between(field.value(item, ["obtained"]), field.value(other, ["obtained"])) > 0
}

complaint(item, "obtained") := "is obtained on a day that lies in the future" if date.future(field.value(item, ["obtained"]))

complaint(item, "expires") := expiry(item)

expiry(item) := message if {
	message := fault.malformed_day(item, ["expires"], "the day it expires")
} else := "expires before it was obtained" if {
	date.between(field.value(item, ["obtained"]), field.value(item, ["expires"])) < 0
} else := "has expired" if {
	date.past(field.value(item, ["expires"]))
}
