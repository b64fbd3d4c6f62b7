# METADATA
# title: The policy names the other policies that it agrees with, and where they are
# description: >-
#   AI touches security, privacy, quality, safety and procurement; where two policies disagree, people
#   follow neither.
# custom:
#   severity: warning
#   requirements: [A.2.3]
#   evidence: attested
#   remediation: >-
#     List under aligned_with the other policies that AI touches, each with the path or URL where it can
#     be read.
package aimslint.rules.ai_policy.aligned

import data.aimslint.lib.management

policies := management.group(["aligned_with"], "other policy", ["policy"])

report contains found if {
	some found in management.unlisted("The policy", policies.list, policies.noun, "other policies that it agrees with")
}

report contains found if {
	some found in management.unstated(policies, {"path": "a path or URL where it can be read"})
}
