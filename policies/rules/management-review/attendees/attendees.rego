# METADATA
# title: The review says who took part
# description: The review is the work of top management; who took part shows that it was theirs.
# custom:
#   severity: warning
#   requirements: [9.3.1]
#   evidence: attested
#   remediation: Name the roles or persons who took part under attendees.
package aimslint.rules.management_review.attendees

import data.aimslint.lib.fault
import data.aimslint.lib.violation

report contains violation.at(["attendees"], concat(" ", ["The review", message])) if {
	message := fault.texts(input, ["attendees"], "its attendees")
}
