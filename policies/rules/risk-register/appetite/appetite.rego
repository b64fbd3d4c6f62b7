# METADATA
# title: The register says how much risk is acceptable
# description: |
#   Criteria for accepting risk are set before risks are assessed, so that the result does not
#   decide what counts as acceptable.
# custom:
#   severity: error
#   requirements: [6.1.1, 6.1.2, 6.1.3]
#   evidence: attested
#   remediation: State criteria.appetite as the highest level of risk that is accepted without more treatment, named as in criteria.levels.
package aimslint.rules.risk_register.appetite

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.risk
import data.aimslint.lib.violation

report contains violation.at(["criteria", "appetite"], concat(" ", ["The register", message])) if {
	message := fault.rating(input, ["criteria", "appetite"], "a level of risk up to which risks are accepted (criteria.appetite)")
}

report contains violation.at(["criteria", "appetite"], "The accepted level of risk is not on the scale of levels of the register") if {
	appetite := field.value(input, ["criteria", "appetite"])
	type_name(appetite) in {"string", "number"}
	count(risk.scales.levels) > 0
	not on_scale(appetite)
}

on_scale(appetite) if risk.rank("levels", appetite)
