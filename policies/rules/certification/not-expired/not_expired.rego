# METADATA
# title: The certificate has not expired
# description: After its last day a certificate may no longer be referred to. Recertification has to be finished before it.
# custom:
#   severity: error
#   requirements: ["4.4"]
#   evidence: attested
#   remediation: State the number and the days of the new certificate, or set the status to withdrawn; if another certificate is prepared, set it to planned and remove what belongs to the old one.
#   proof:
#     mutants:
#       expires: [stale]
package aimslint.rules.certification.not_expired

import data.aimslint.lib.accreditation
import data.aimslint.lib.date
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["expires"], "The certificate has expired") if {
	accreditation.issued
	date.past(field.value(input, ["expires"]))
}
