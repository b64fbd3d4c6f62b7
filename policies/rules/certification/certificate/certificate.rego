# METADATA
# title: A certificate has a number and its days
# description: Who is certified can name the certificate, its first and its last day. Without them nobody can look it up.
# custom:
#   severity: error
#   requirements: ["4.4"]
#   evidence: attested
#   remediation: Copy the number and the days from the certificate to certificate, issued and expires.
#   proof:
#     mutants:
#       issued: [future]
package aimslint.rules.certification.certificate

import data.aimslint.lib.accreditation
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["certificate"], "The certification lacks the number of its certificate") if {
	accreditation.issued
	field.name(input, ["certificate"]) == ""
}

report contains violation.at(["issued"], sprintf("The certification %s", [message])) if {
	accreditation.issued
	message := fault.past_day(input, ["issued"], "a first day of its certificate")
}

report contains violation.at(["expires"], sprintf("The certification %s", [message])) if {
	accreditation.issued
	message := fault.day(input, ["expires"], "a last day of its certificate")
}
