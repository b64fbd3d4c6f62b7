# METADATA
# title: The policy says how exceptions are decided
# description: Every policy meets a case that it does not fit; without a way to ask, people stop asking.
# custom:
#   profile: certification
#   severity: note
#   requirements: [A.2.2]
#   evidence: attested
#   remediation: >-
#     State under exceptions_process how somebody asks for an exception, who decides, and how long it
#     lasts.
package aimslint.rules.ai_policy.exceptions

import data.aimslint.lib.fault
import data.aimslint.lib.violation

report contains violation.at(["exceptions_process"], sprintf("The policy %s", [predicate])) if {
	predicate := fault.text(input, ["exceptions_process"], "a process for exceptions")
}
