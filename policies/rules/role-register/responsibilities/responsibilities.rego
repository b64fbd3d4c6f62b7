# METADATA
# title: Each role has responsibilities and the authority for them
# description: |
#   Whoever answers for something must know for what, and must be able to decide on it: a role
#   that may not stop a release cannot answer for its safety.
# custom:
#   severity: error
#   requirements: ["5.3", A.3.2]
#   evidence: attested
#   remediation: Write under responsibilities what the role sees to, and under authority what it may decide without asking.
package aimslint.rules.role_register.responsibilities

import data.aimslint.lib.entry
import data.aimslint.lib.fault

report contains found if {
	some key, what in {"responsibilities": "responsibilities", "authority": "authority (what it may decide)"}
	faults := {i: fault.texts(item, [key], what) | some i, item in entry.roles.items}
	some found in fault.spread(entry.roles, [key], faults)
}
