# METADATA
# title: The register lists the roles
# description: |
#   Every other document names roles as owners, assessors and approvers; this is where a reader
#   learns who they are.
# custom:
#   severity: error
#   requirements: ["5.3", A.3.2]
#   evidence: attested
#   remediation: List the roles of the AI management system, each as a map with its id, name, holder, responsibilities and authority.
package aimslint.rules.role_register.roles

import data.aimslint.lib.fault
import data.aimslint.lib.violation

report contains violation.at(["roles"], concat(" ", ["The register", message])) if {
	message := fault.list(input, ["roles"], "roles")
}

report contains found if some found in fault.strays(input, ["roles"], ["roles"], "role", "")
