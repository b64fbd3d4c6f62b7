# METADATA
# title: The corrective action of a finding is in the log
# description: |
#   What an audit or a certification body finds is corrected in the log of corrective actions. A
#   finding that names an item which is not there is not followed up.
# custom:
#   severity: error
#   requirements: ["10.2", 9.2.1]
#   evidence: verified
#   kinds: [audit-programme, certification]
#   remediation: Enter the corrective action in the log under the id that the finding names, or correct the id. If the log is kept elsewhere, name the address of the action.
#   proof:
#     optional: ["audit-programme:audits.*.findings.*.corrective_action", "certification:findings.*.corrective_action"]
#     mutants:
#       "audit-programme:audits.*.findings.*.corrective_action": [unknown]
#       "certification:findings.*.corrective_action": [unknown]
#       "corrective-action-log:": [deleted]
package aimslint.rules.repository.audit_finding_corrected

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
