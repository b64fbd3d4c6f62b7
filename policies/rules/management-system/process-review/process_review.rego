# METADATA
# title: Each process was reviewed lately
# description: A process that nobody has looked at for long no longer says what is done.
# custom:
#   severity: warning
#   requirements: [A.6.1.3]
#   evidence: attested
#   remediation: >-
#     Review the process with those who carry it out, bring its document up to date, and state the day
#     as reviewed_on.
#   parameters:
#     - name: max_age_days
#       default: 400
#       description: Days after which a review of a process is too old.
#   proof:
#     mutants:
#       processes.*.reviewed_on: [stale, future]
package aimslint.rules.management_system.process_review

import data.aimslint.lib.fault
import data.aimslint.lib.management

processes := management.group(["processes"], "process", ["name", "id"])

report contains found if {
	days := data.config["management-system/process-review"].max_age_days
	faults := {i: management.review(item, ["reviewed_on"], days) | some i, item in processes.items}
	some found in fault.spread(processes, ["reviewed_on"], faults)
}
