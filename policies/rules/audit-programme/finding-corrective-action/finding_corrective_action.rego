# METADATA
# title: Each nonconformity of an audit has a corrective action
# description: |
#   A major or minor finding says that a requirement is not met. It is dealt with in the
#   corrective-action log, to which the finding points.
# custom:
#   severity: error
#   requirements: [9.2.2, "10.2"]
#   evidence: attested
#   remediation: Enter the nonconformity in the corrective-action log, and state the id of the item as corrective_action.
package aimslint.rules.audit_programme.finding_corrective_action

import data.aimslint.lib.audit
import data.aimslint.lib.fault

report contains found if {
	some group in audit.nonconformities
	faults := {j: fault.text(item, ["corrective_action"], "a corrective action") | some j, item in group.items}
	some found in fault.spread(group, ["corrective_action"], faults)
}
