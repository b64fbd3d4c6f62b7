# METADATA
# title: The assessment ends in a decision with its reason
# description: |
#   An assessment that decides nothing changes nothing. It says whether the system may go ahead, and
#   why; also where it may not.
# custom:
#   severity: error
#   requirements: [6.1.4, A.5.3, "8.4"]
#   evidence: attested
#   proof:
#     mutants:
#       conclusion: ["Yes"]
#   remediation: State the decision as proceed, proceed-with-conditions or do-not-proceed, and the reason under conclusion.
package aimslint.rules.impact_assessment.decision

import data.aimslint.lib.fault
import data.aimslint.lib.violation

report contains violation.at(["decision"], sprintf("The assessment %s", [message])) if {
	message := fault.text(input, ["decision"], "a decision whether the system may go ahead")
}

report contains violation.at(["conclusion"], sprintf("The assessment %s", [message])) if {
	message := fault.sentence(input, ["conclusion"], "a conclusion that gives the reason for the decision")
}
