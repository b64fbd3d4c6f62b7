# METADATA
# title: The process of impact assessment is written down and current
# description: Without agreed triggers and a method, whether a system's impact is assessed is left to chance.
# custom:
#   severity: error
#   requirements: [A.5.2, 6.1.4]
#   evidence: attested
#   remediation: >-
#     State under impact_process its document, what triggers an assessment, the method and the owner;
#     review it at least yearly and state the day.
#   parameters:
#     - name: max_age_days
#       default: 400
#       description: Days after which a review of the process is too old.
#   proof:
#     mutants:
#       impact_process.reviewed_on: [stale, future]
package aimslint.rules.management_system.impact_process

import data.aimslint.lib.management

report contains found if {
	some found in management.unwritten(section, {
		"document": "a document",
		"triggers": "triggers",
		"method": "a method",
		"owner": "an owner",
	})
}

report contains found if {
	days := data.config["management-system/impact-process"].max_age_days
	predicate := management.review(input, ["impact_process", "reviewed_on"], days)
	some found in management.within(section, "reviewed_on", predicate)
}

section := {"path": ["impact_process"], "what": "a process of impact assessment", "subject": "The process of impact assessment"}
