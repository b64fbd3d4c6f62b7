# METADATA
# title: The processes for responsible use are stated
# description: >-
#   Before a system is used somebody has to decide that it may be, at what cost, from which source and
#   under which law, and who watches over it.
# custom:
#   severity: warning
#   requirements: [A.9.2]
#   evidence: attested
#   remediation: >-
#     State under responsible_use how use is approved, sourced, costed, made lawful and overseen, who
#     owns the process, and when it was reviewed.
#   parameters:
#     - name: max_age_days
#       default: 400
#       description: Days after which a review of the process is too old.
#   proof:
#     mutants:
#       responsible_use.reviewed_on: [stale, future]
package aimslint.rules.management_system.responsible_use

import data.aimslint.lib.management

report contains found if {
	some found in management.unwritten(section, {
		"approval": "an account of who approves the use",
		"sourcing": "an account of what is asked of systems from others",
		"cost": "an account of how cost is weighed",
		"legal": "an account of how the use is kept lawful",
		"oversight": "an account of human oversight",
		"owner": "an owner",
	})
}

report contains found if {
	days := data.config["management-system/responsible-use"].max_age_days
	predicate := management.review(input, ["responsible_use", "reviewed_on"], days)
	some found in management.within(section, "reviewed_on", predicate)
}

section := {"path": ["responsible_use"], "what": "processes for responsible use", "subject": "The process for responsible use"}
