# METADATA
# title: The policy commits to requirements and to improvement
# description: >-
#   Top management has to bind itself to meeting the requirements that apply and to improving the
#   management system; a policy without these binds nobody.
# custom:
#   severity: error
#   requirements: ["5.2", A.2.2]
#   evidence: attested
#   proof:
#     mutants:
#       commitments.requirements: ["Yes"]
#       commitments.improvement: ["Yes"]
#   remediation: >-
#     State under commitments, in words, the commitment to meet the requirements that apply and the
#     commitment to improve the management system continually.
package aimslint.rules.ai_policy.commitments

import data.aimslint.lib.fault
import data.aimslint.lib.violation

report contains violation.at(["commitments", key], sprintf("The policy %s", [predicate])) if {
	some key, what in {
		"requirements": "a commitment to meet the requirements that apply",
		"improvement": "a commitment to improve the management system",
	}
	predicate := fault.sentence(input, ["commitments", key], what)
}
