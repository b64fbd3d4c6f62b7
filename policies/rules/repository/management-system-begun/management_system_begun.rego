# METADATA
# title: The documents belong to a management system
# description: |
#   Whoever prepares for certification needs more than documents about single systems: a scope, a
#   statement of applicability, audits and reviews. Nothing in the repository begins with that.
# custom:
#   severity: error
#   requirements: [4.3, 4.4, 6.1.3]
#   evidence: attested
#   profile: certification
#   kinds: [any]
#   remediation: Begin with the scope. The command `aimslint new management-system` gives you a start with comments.
#   proof:
#     mutants:
#       "management-system:": [deleted]
package aimslint.rules.repository.management_system_begun

import data.aimslint.lib.expected
import data.aimslint.lib.violation

report contains violation.on(expected.other[0], ["metadata", "id"], message) if {
	count(expected.declaring) == 0
	message := "The repository keeps documents about AI, but declares no AI management system"
}
