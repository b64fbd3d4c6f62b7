# METADATA
# title: The status of each risk is known
# description: Whether a risk is open, in treatment, accepted or closed decides what has to happen next.
# custom:
#   severity: warning
#   requirements: [8.2, 8.3]
#   evidence: attested
#   remediation: State as status one of open, in-treatment, accepted, monitored and closed.
#   parameters:
#     - name: states
#       default: [open, in-treatment, accepted, monitored, closed, active, identified, in-progress, mitigated, mitigating, monitoring, new, resolved, under-review, transferred, realized, planned]
#       description: The states that a risk may have; the first five are those of the native form.
package aimslint.rules.risk_register.status

import data.aimslint.lib.fault
import data.aimslint.lib.risk
import data.aimslint.lib.violation
import data.aimslint.lib.vocabulary

report contains found if {
	faults := {i: fault.absent(item, ["status"], "a status") | some i, item in risk.all}
	some found in fault.spread(risk.group, ["status"], faults)
}

report contains violation.at(array.concat(["risks", i], place), message) if {
	known := data.config["risk-register/status"].states
	some i, item in risk.all
	some [place, value] in vocabulary.unknown(item, ["status"], known)
	message := sprintf("%s has the status %s where one of %s is expected", [fault.called(risk.group, i), value, concat(", ", known)])
}
