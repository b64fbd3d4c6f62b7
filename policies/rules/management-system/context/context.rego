# METADATA
# title: The external and internal issues are stated
# description: >-
#   A management system that does not know what bears on it from outside and inside cannot say which
#   risks and objectives matter.
# custom:
#   severity: warning
#   requirements: ["4.1"]
#   evidence: attested
#   remediation: >-
#     State under context what bears on the management system from outside (law, market, culture,
#     technology) and inside (governance, staff, contracts, intended uses).
package aimslint.rules.management_system.context

import data.aimslint.lib.management

report contains found if {
	some found in management.unwritten(section, {
		"external": "the issues outside the organization",
		"internal": "the issues within the organization",
	})
}

section := {"path": ["context"], "what": "the context of the organization", "subject": "The context"}
