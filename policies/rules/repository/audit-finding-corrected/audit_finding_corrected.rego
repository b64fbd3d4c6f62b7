# METADATA
# title: The corrective action of a finding is in the log, and was not done before it
# description: |
#   What an audit or a certification body finds is corrected in the log of corrective actions. A
#   finding that names an item which is not there is not followed up, and neither is one whose action had
#   been done long before the audit.
# custom:
#   severity: error
#   requirements: ["10.2", 9.2.1]
#   evidence: verified
#   kinds: [audit-programme, certification]
#   remediation: Enter the corrective action in the log under the id that the finding names, or correct the id. If the log is kept elsewhere, name the address of the action.
#   parameters:
#     - name: days_before
#       default: 31
#       description: Days before the last day of an audit on which an action may have been done, since audits take days and some findings are corrected at once.
#   proof:
#     optional: ["audit-programme:audits.*.findings.*.corrective_action", "certification:findings.*.corrective_action"]
#     mutants:
#       "corrective-action-log:items.*.done": [stale]
#       "audit-programme:audits.*.findings.*.corrective_action": [unknown]
#       "certification:findings.*.corrective_action": [unknown]
#       "corrective-action-log:": [deleted]
package aimslint.rules.repository.audit_finding_corrected

import data.aimslint.lib.date
import data.aimslint.lib.label
import data.aimslint.lib.register
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.on(entry.record, array.concat(entry.place, ["corrective_action"]), message) if {
	some entry in register.findings
	action := entry.finding.corrective_action
	action != ""
	not register.address(action)
	not text.fold(action) in register.corrective_actions
	message := sprintf("%s names the corrective action \"%s\", which is in no log of corrective actions", [label.the("finding", entry.finding, ["id"]), action])
}

report contains violation.with_related(found, [done]) if {
	some entry in register.audits
	some j, finding in entry.audit.findings
	some action in register.actions(finding.corrective_action)
	date.between(action.item.done, entry.audit.held) > data.config["repository/audit-finding-corrected"].days_before
	message := sprintf("%s names the corrective action \"%s\", which was done before the audit", [label.the("finding", finding, ["id"]), finding.corrective_action])
	found := violation.on(entry.programme, array.concat(entry.place, ["findings", j, "corrective_action"]), message)
	done := violation.related(action.log, array.concat(action.place, ["done"]), "The day on which it was done")
}
