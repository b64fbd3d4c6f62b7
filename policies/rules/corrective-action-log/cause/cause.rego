# METADATA
# title: Each nonconformity was corrected and its cause is known
# description: |
#   What is wrong is put right at once, and its cause is looked for, so that it does not come
#   about again, here or elsewhere. An item that was raised a short time ago may still lack both.
# custom:
#   severity: error
#   requirements: ["10.2"]
#   evidence: attested
#   remediation: State as correction what was done at once, and as cause why the nonconformity came about.
#   parameters:
#     - name: grace_days
#       default: 30
#       description: Days after it was raised in which an open item may lack its cause.
package aimslint.rules.corrective_action_log.cause

import data.aimslint.lib.correction
import data.aimslint.lib.fault

report contains found if {
	group := correction.settled(data.config["corrective-action-log/cause"].grace_days)
	some key, what in {"correction": "a correction", "cause": "a cause"}
	faults := {i: fault.text(item, [key], what) | some i, item in group.items}
	some found in fault.spread(group, [key], faults)
}
