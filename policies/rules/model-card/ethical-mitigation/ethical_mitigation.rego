# METADATA
# title: Each ethical consideration has a mitigation
# description: >-
#   What is done about each harm, or why it is accepted. A harm that is only named is one that
#   is known and left alone.
# custom:
#   severity: warning
#   requirements: [A.5.4, A.5.5, 6.1.3]
#   evidence: attested
#   remediation: State under mitigation what reduces each harm, or why it is accepted and by whom.
package aimslint.rules.model_card.ethical_mitigation

import data.aimslint.lib.each
import data.aimslint.lib.violation

report contains violation.at(lack.path, sprintf("%s lacks a mitigation", [lack.subject])) if {
	some lack in each.unworded(input, ["ethical_considerations"], "mitigation", "ethical consideration", ["name", "harm"])
}

report contains violation.at(stray.path, sprintf("%s lacks a mitigation", [stray.subject])) if {
	some stray in each.strays(input, ["ethical_considerations"], "ethical consideration")
}
