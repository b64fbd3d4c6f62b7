# METADATA
# title: The requirements of the system are written down with source and rationale
# description: >-
#   A system can only be verified against what was asked of it. Where a requirement comes from, and why,
#   shows whether it may be changed.
# custom:
#   severity: warning
#   requirements: [A.6.2.2]
#   evidence: attested
#   remediation: >-
#     List under requirements what the system must do or be, each with its text, its source (a law, a
#     customer, a risk) and its rationale.
package aimslint.rules.ai_system.requirements

import data.aimslint.lib.field
import data.aimslint.lib.system

report contains found if {
	expected
	some found in system.listed(system.requirements, "requirements", {
		"text": "its text",
		"source": "its source",
		"rationale": "its rationale",
	})
}

# Whoever only uses a system may leave its requirements to those who make it.
expected if {
	system.reached("design-and-development")
	system.makes
}

expected if {
	system.reached("design-and-development")
	field.present(input, ["requirements"])
}
