# METADATA
# title: Each item has an action, with an owner and a day
# description: |
#   The action removes the cause. It is done if somebody has to do it by a day. An item that was
#   raised a short time ago has an owner, but may still lack the action.
# custom:
#   severity: error
#   requirements: ["10.2"]
#   evidence: attested
#   remediation: State action, owner and due of the item; if no action is needed, say as action why.
#   parameters:
#     - name: grace_days
#       default: 30
#       description: Days after it was raised in which an open item may lack its action and its due day.
package aimslint.rules.corrective_action_log.action

import data.aimslint.lib.correction
import data.aimslint.lib.fault

settled := correction.settled(data.config["corrective-action-log/action"].grace_days)

report contains found if {
	faults := {i: fault.text(item, ["owner"], "an owner") | some i, item in correction.all}
	some found in fault.spread(correction.group, ["owner"], faults)
}

report contains found if {
	faults := {i: fault.texts(item, ["action"], "an action") | some i, item in settled.items}
	some found in fault.spread(settled, ["action"], faults)
}

report contains found if {
	faults := {i: fault.day(item, ["due"], "a due day") | some i, item in settled.items}
	some found in fault.spread(settled, ["due"], faults)
}
