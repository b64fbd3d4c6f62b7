# METADATA
# title: The register names who may accept risk
# description: |
#   Accepting a risk above the criteria is a decision of management; the register must say
#   whose.
# custom:
#   severity: warning
#   requirements: [6.1.1, 6.1.3, 5.3]
#   evidence: attested
#   remediation: Name the role that may accept risks above the appetite as criteria.acceptance_authority.
package aimslint.rules.risk_register.acceptance_authority

import data.aimslint.lib.fault
import data.aimslint.lib.violation

report contains violation.at(["criteria", "acceptance_authority"], concat(" ", ["The register", message])) if {
	message := fault.text(input, ["criteria", "acceptance_authority"], "an authority that accepts risks")
}
