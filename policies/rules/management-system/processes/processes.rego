# METADATA
# title: Each process has an owner, a document and gates
# description: >-
#   Responsible development is a matter of steps that somebody owns, that are written down, and at
#   which somebody may say no.
# custom:
#   severity: warning
#   requirements: [A.6.1.3]
#   evidence: attested
#   remediation: >-
#     List the processes by which AI systems are developed and operated; name for each its owner, its
#     document and the gates at which it is decided whether to go on.
package aimslint.rules.management_system.processes

import data.aimslint.lib.management

processes := management.group(["processes"], "process", ["name", "id"])

report contains found if {
	some found in management.unlisted("The management system", processes.list, processes.noun, "the processes of the life cycle")
}

report contains found if {
	some found in management.unstated(processes, {"owner": "an owner", "document": "a document", "gates": "gates"})
}
