# METADATA
# title: There is a plan for communicating incidents
# description: When an incident has happened it is too late to decide who tells whom, what, and how soon.
# custom:
#   severity: error
#   requirements: [A.8.4]
#   evidence: attested
#   remediation: >-
#     State under incident_plan what counts as an incident and what is said, to whom, within how many
#     hours, and who sees to it.
#   proof:
#     mutants:
#       incident_plan.deadline_hours: [0, -24]
package aimslint.rules.management_system.incident_plan

import data.aimslint.lib.management

report contains found if {
	some found in management.unwritten(section, {
		"what": "a description of what is communicated",
		"whom": "the people who are told",
		"owner": "an owner",
	})
}

report contains found if {
	predicate := management.positive(input, ["incident_plan", "deadline_hours"], "a deadline in hours")
	some found in management.within(section, "deadline_hours", predicate)
}

section := {"path": ["incident_plan"], "what": "a plan for incidents", "subject": "The plan for incidents"}
