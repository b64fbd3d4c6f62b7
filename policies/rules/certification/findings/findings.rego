# METADATA
# title: Findings of the certification body are recorded as they were given
# description: |
#   How serious a finding is, which requirement it is about, and what was found decide what has to
#   follow from it and by when.
# custom:
#   severity: warning
#   requirements: ["10.2"]
#   evidence: attested
#   remediation: Copy type, requirement and text from the report of the certification body.
package aimslint.rules.certification.findings

import data.aimslint.lib.accreditation
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["findings"], sprintf("The certification %s", [message])) if {
	field.present(input, ["findings"])
	message := fault.list(input, ["findings"], "findings")
}

report contains found if some found in fault.strays(input, ["findings"], ["findings"], "finding", "")

report contains found if {
	some found in fault.unstated(accreditation.findings, {"type": "a type", "requirement": "a requirement", "text": "a description of what was found"})
}
