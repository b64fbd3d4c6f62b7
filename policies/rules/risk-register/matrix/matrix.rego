# METADATA
# title: A matrix says which level follows from likelihood and consequence
# description: |
#   With a matrix two people who agree on likelihood and consequence arrive at the same level of
#   risk.
# custom:
#   severity: warning
#   requirements: [6.1.1, 6.1.2]
#   evidence: attested
#   remediation: Add criteria.matrix with one row for each likelihood and one column for each consequence, in the order of the scales.
package aimslint.rules.risk_register.matrix

import data.aimslint.lib.fault
import data.aimslint.lib.violation

report contains violation.at(["criteria", "matrix"], concat(" ", ["The register", message])) if {
	message := fault.absent(input, ["criteria", "matrix"], "a matrix that gives the level for likelihood and consequence")
}
