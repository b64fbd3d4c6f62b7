# METADATA
# title: A grave incident is closed with its cause, its lessons and a corrective action
# description: |
#   To restore the operation is not to keep the incident from happening again. Before a major or
#   serious incident is closed, its cause is found and something is changed.
# custom:
#   severity: error
#   requirements: [A.8.4, "10.2"]
#   evidence: attested
#   remediation: State cause and lessons of the incident, and name its entry in the corrective action log as corrective_action.
package aimslint.rules.incident_log.lessons

import data.aimslint.lib.entry
import data.aimslint.lib.fault
import data.aimslint.lib.incident

report contains found if {
	closed := entry.with_items(entry.incidents, {i: item |
		some i, item in entry.incidents.items
		incident.to_learn_from(item)
	})
	some key in ["cause", "lessons", "corrective_action"]
	faults := {i: complaint(item, key) | some i, item in closed.items}
	some found in fault.spread(closed, [key], faults)
}

complaint(item, "cause") := fault.text(item, ["cause"], "a cause although it is resolved")

complaint(item, "lessons") := fault.texts(item, ["lessons"], "lessons although it is resolved")

complaint(item, "corrective_action") := fault.text(item, ["corrective_action"], "a corrective action although it is resolved")
