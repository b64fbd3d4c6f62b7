# METADATA
# title: The corrective action of an incident is in the log, and was not done before it
# description: |
#   What is done so that an incident does not come back is followed up in the log of corrective
#   actions. An incident that names an item which is not there is not followed up, and an action that was done before did not keep it away.
# custom:
#   severity: error
#   requirements: ["10.2", A.8.4]
#   evidence: verified
#   kinds: [incident-log]
#   remediation: Enter the corrective action in the log under the id that the incident names, or correct the id. After an action that did not help, enter another. If the log is kept elsewhere, name the address of the action.
#   proof:
#     optional: ["incident-log:incidents.*.corrective_action"]
#     mutants:
#       "incident-log:incidents.*.corrective_action": [unknown]
#       "corrective-action-log:items.*.id": [unknown]
#       "corrective-action-log:items.*.done": [stale]
package aimslint.rules.repository.incident_corrective_action_known

import data.aimslint.lib.date
import data.aimslint.lib.label
import data.aimslint.lib.register
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.on(entry.log, array.concat(entry.place, ["corrective_action"]), message) if {
	some entry in register.incidents
	action := entry.incident.corrective_action
	action != ""
	not register.address(action)
	not text.fold(action) in register.corrective_actions
	message := sprintf("%s names the corrective action \"%s\", which is in no log of corrective actions", [label.the("incident", entry.incident, ["id"]), action])
}

report contains violation.with_related(found, [done]) if {
	some entry in register.incidents
	some action in register.actions(entry.incident.corrective_action)
	date.between(action.item.done, entry.incident.detected) > 0
	message := sprintf("%s names the corrective action \"%s\", which was done before the incident was detected", [label.the("incident", entry.incident, ["id"]), entry.incident.corrective_action])
	found := violation.on(entry.log, array.concat(entry.place, ["corrective_action"]), message)
	done := violation.related(action.log, array.concat(action.place, ["done"]), "The day on which it was done")
}
