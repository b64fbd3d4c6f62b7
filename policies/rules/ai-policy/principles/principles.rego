# METADATA
# title: The policy states the principles that decisions about AI follow
# description: Principles settle the cases that nobody foresaw.
# custom:
#   severity: note
#   requirements: [A.2.2]
#   evidence: attested
#   remediation: State under principles the few sentences that decisions about AI systems are to follow.
package aimslint.rules.ai_policy.principles

import data.aimslint.lib.fault
import data.aimslint.lib.violation

report contains violation.at(["principles"], sprintf("The policy %s", [predicate])) if {
	predicate := fault.texts(input, ["principles"], "principles that decisions about AI follow")
}
