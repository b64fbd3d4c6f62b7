# METADATA
# title: Incidents are listed one by one
# description: An entry without fields tells nobody what happened, and no deadline can be followed for it.
# custom:
#   severity: error
#   requirements: [A.8.4]
#   evidence: attested
#   remediation: List the incidents, each as a map with its id, system, title, the day it was detected, and its severity.
#   proof:
#     optional: [incidents]
package aimslint.rules.incident_log.incidents

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["incidents"], concat(" ", ["The log", message])) if {
	field.present(input, ["incidents"])
	message := fault.list(input, ["incidents"], "its incidents")
}

report contains found if some found in fault.strays(input, ["incidents"], ["incidents"], "incident", "")
