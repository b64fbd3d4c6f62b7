# METADATA
# title: The register lists its risks
# description: A register without risks, or with entries that have no fields, shows no risk assessment.
# custom:
#   severity: error
#   requirements: [6.1.2, 8.2]
#   evidence: attested
#   profile: starter
#   remediation: List the assessed risks, each as a map with its id, description, rating and owner.
package aimslint.rules.risk_register.risks

import data.aimslint.lib.fault
import data.aimslint.lib.violation

report contains violation.at(["risks"], concat(" ", ["The register", message])) if {
	message := fault.list(input, ["risks"], "its risks")
}

report contains found if some found in fault.strays(input, ["risks"], ["risks"], "risk", "")
