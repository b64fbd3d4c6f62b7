# METADATA
# title: The review states what was decided
# description: |
#   A review ends with decisions: where to improve, and whether the management system has to
#   change. They are kept as evidence.
# custom:
#   severity: error
#   requirements: [9.3.3]
#   evidence: attested
#   remediation: State under decisions where to improve and what to change; if nothing is to change, say so.
package aimslint.rules.management_review.decisions

import data.aimslint.lib.fault
import data.aimslint.lib.violation

report contains violation.at(["decisions"], concat(" ", ["The review", message])) if {
	message := fault.texts(input, ["decisions"], "its decisions")
}
