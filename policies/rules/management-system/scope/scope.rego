# METADATA
# title: The scope is stated and names its AI systems
# description: >-
#   What the management system covers decides which systems need risks, assessments and controls; a
#   scope without systems covers nothing.
# custom:
#   severity: error
#   requirements: ["4.3"]
#   evidence: attested
#   remediation: >-
#     State the scope in words under scope.statement, and list the identifiers of the AI systems in it
#     under scope.systems.
package aimslint.rules.management_system.scope

import data.aimslint.lib.management

report contains found if {
	some found in management.unwritten(section, {"statement": "a statement in words", "systems": "the AI systems that it covers"})
}

section := {"path": ["scope"], "what": "a scope", "subject": "The scope"}
