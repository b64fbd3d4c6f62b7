# METADATA
# title: An item is closed when its action was effective, and open again when it was not
# description: |
#   Only the check of its effect closes an item. If the action did not help, the cause is still
#   there, and the item needs another action. That a closed item was checked is for another rule.
# custom:
#   severity: error
#   requirements: ["10.2"]
#   evidence: attested
#   remediation: Close the item only when effectiveness.effective is true; when it is false, set the status to open and plan another action.
#   proof:
#     mutants:
#       items.0.status: [done, closed]
package aimslint.rules.corrective_action_log.closure

import data.aimslint.lib.correction
import data.aimslint.lib.fault
import data.aimslint.lib.field

report contains found if {
	faults := {i: "must be open again, since its action was not effective" |
		some i, item in correction.finished.items
		field.value(item, ["effectiveness", "effective"]) == false
	}
	some found in fault.spread(correction.finished, ["status"], faults)
}
