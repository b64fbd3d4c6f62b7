# METADATA
# title: What remains after all measures is stated
# description: Measures make harms rarer or milder and seldom make them impossible. Whoever approves the system approves what remains.
# custom:
#   severity: warning
#   requirements: [6.1.4, A.5.4]
#   evidence: attested
#   proof:
#     mutants:
#       residual: [Low]
#   remediation: State under residual which impact remains when all measures are in place, and why it can be borne.
package aimslint.rules.impact_assessment.residual

import data.aimslint.lib.fault
import data.aimslint.lib.impact
import data.aimslint.lib.violation

report contains violation.at(["residual"], sprintf("The assessment %s", [message])) if {
	impact.decision != "do-not-proceed"
	message := fault.sentence(input, ["residual"], "the impact that remains after all measures")
}
