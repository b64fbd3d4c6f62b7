# METADATA
# title: The plan for incidents names the legal duties to report
# description: >-
#   Laws and contracts set days for reporting incidents to authorities, and they run from the moment
#   somebody knows.
# custom:
#   severity: warning
#   requirements: [A.8.4]
#   evidence: attested
#   remediation: >-
#     List under incident_plan.duties each duty to report, the authority and the days within which it
#     must be told.
#   proof:
#     mutants:
#       incident_plan.duties.*.deadline_days: [0, -1]
package aimslint.rules.management_system.incident_duties

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.management
import data.aimslint.lib.violation

duties := management.group(["incident_plan", "duties"], "duty", ["duty"])

report contains violation.at(duties.list, sprintf("The plan for incidents %s", [predicate])) if {
	field.present(input, ["incident_plan"])
	predicate := fault.list(input, duties.list, "the legal duties to report")
}

report contains found if {
	some found in fault.strays(input, duties.list, duties.list, duties.noun, "")
}

report contains found if {
	some found in management.unstated(duties, {"authority": "an authority to report to"})
}

report contains found if {
	faults := {i: management.positive(item, ["deadline_days"], "a deadline in days") | some i, item in duties.items}
	some found in fault.spread(duties, ["deadline_days"], faults)
}
