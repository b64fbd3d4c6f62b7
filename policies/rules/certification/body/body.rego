# METADATA
# title: The certification body and its accreditation body are named
# description: |
#   Anybody may sell certificates. One counts if the body that issued it is accredited for the
#   standard, and the record says by whom.
# custom:
#   severity: error
#   requirements: ["4.4"]
#   evidence: attested
#   remediation: Name the certification body under body, and the accreditation body that stands on its accreditation certificate under accredited_by.
package aimslint.rules.certification.body

import data.aimslint.lib.accreditation
import data.aimslint.lib.fault
import data.aimslint.lib.violation

report contains violation.at([key], sprintf("The certification %s", [message])) if {
	accreditation.begun
	some key, what in {"body": "a certification body", "accredited_by": "the accreditation body of its certification body"}
	message := fault.text(input, [key], what)
}
