# METADATA
# title: The method of the risk assessment is stated
# description: Assessments must be consistent and comparable; that needs a method that others can follow.
# custom:
#   severity: warning
#   requirements: [6.1.2]
#   evidence: attested
#   remediation: Name the method or procedure of the assessment, and who took part.
package aimslint.rules.risk_register.method

import data.aimslint.lib.fault
import data.aimslint.lib.violation

report contains violation.at(["method"], concat(" ", ["The register", message])) if {
	message := fault.text(input, ["method"], "the method of the assessment")
}
