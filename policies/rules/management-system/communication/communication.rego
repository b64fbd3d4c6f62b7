# METADATA
# title: Each communication says what, when, with whom and how
# description: What is not planned is told late or to the wrong people.
# custom:
#   severity: warning
#   requirements: ["7.4"]
#   evidence: attested
#   remediation: >-
#     List what is communicated about the management system and the AI systems, and state for each when,
#     with whom and how.
package aimslint.rules.management_system.communication

import data.aimslint.lib.management

communications := management.group(["communication"], "communication", ["what"])

report contains found if {
	some found in management.unlisted("The management system", communications.list, communications.noun, "a plan of what is communicated")
}

report contains found if {
	some found in management.unstated(communications, {
		"when": "the time or the occasion",
		"with": "the people whom it is for",
		"how": "the means by which it is told",
	})
}
