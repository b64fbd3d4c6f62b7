# METADATA
# title: A closed risk has no unfinished actions
# description: |
#   A risk that is closed while its treatment is not finished was closed too early, or its
#   actions were forgotten.
# custom:
#   severity: error
#   requirements: [8.3]
#   evidence: attested
#   remediation: Finish or cancel the actions, or open the risk again.
package aimslint.rules.risk_register.closed_complete

import data.aimslint.lib.fault
import data.aimslint.lib.risk
import data.aimslint.lib.violation

report contains violation.at(array.concat(group.list, [j, "status"]), message) if {
	closed := {i: item | some i, item in risk.all; risk.closed(item)}
	some group in risk.actions(closed)
	some j, item in group.items
	not risk.finished(item)
	message := sprintf("%s is not finished although the risk is closed", [fault.called(group, j)])
}
