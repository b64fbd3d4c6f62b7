# METADATA
# title: A finished action points to evidence
# description: That a treatment was carried out must be shown by something other than its status.
# custom:
#   severity: warning
#   requirements: [8.3, 7.5.1]
#   evidence: attested
#   remediation: Name under evidence the record, document or change that shows what was done.
package aimslint.rules.risk_register.action_evidence

import data.aimslint.lib.fault
import data.aimslint.lib.risk
import data.aimslint.lib.vocabulary

report contains found if {
	some group in risk.actions(risk.all)
	faults := {j: fault.texts(item, ["evidence"], "evidence that it was done") |
		some j, item in group.items
		vocabulary.word(item.status) in {"done", "completed", "complete"}
	}
	some found in fault.spread(group, ["evidence"], faults)
}
