# METADATA
# title: The policy says whom it reaches and where they find it
# description: >-
#   A policy guides those who can read it: staff always, and partners, customers and others where it
#   concerns them.
# custom:
#   severity: warning
#   requirements: ["5.2", "7.4"]
#   evidence: attested
#   remediation: State under audience who the policy is for and under published_at where they find it.
package aimslint.rules.ai_policy.available

import data.aimslint.lib.fault
import data.aimslint.lib.violation

report contains violation.at([key], sprintf("The policy %s", [predicate])) if {
	some key, what in {
		"audience": "the audience that it is made available to",
		"published_at": "the place where they find it",
	}
	predicate := fault.texts(input, [key], what)
}
