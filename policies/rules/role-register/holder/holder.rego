# METADATA
# title: Each role is held by somebody
# description: A responsibility that is assigned to a role without a holder is borne by nobody.
# custom:
#   severity: error
#   requirements: ["5.3", A.3.2]
#   evidence: attested
#   remediation: Name the person or team that holds the role; a staff number will do where names are not to be published.
package aimslint.rules.role_register.holder

import data.aimslint.lib.entry
import data.aimslint.lib.fault

report contains found if {
	faults := {i: fault.text(item, ["holder"], "a holder") | some i, item in entry.roles.items}
	some found in fault.spread(entry.roles, ["holder"], faults)
}
