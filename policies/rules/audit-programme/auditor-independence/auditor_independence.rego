# METADATA
# title: Auditors do not audit their own work
# description: |
#   An audit is objective and impartial only if those who audit are not those whose work is
#   audited. Both must be named for anybody to see it.
# custom:
#   severity: error
#   requirements: [9.2.2]
#   evidence: attested
#   remediation: Name under audited the roles whose work is audited, and choose auditors who are not among them.
#   proof:
#     mutants:
#       audits.*.auditors: [clinical-ml-lead]
package aimslint.rules.audit_programme.auditor_independence

import data.aimslint.lib.audit
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains found if {
	faults := {i: fault.texts(item, ["audited"], "the roles whose work is audited") | some i, item in audit.all}
	some found in fault.spread(audit.group, ["audited"], faults)
}

report contains violation.at(["audits", i, "auditors"], message) if {
	some i, item in audit.all
	audited := {text.fold(name) | some name in field.texts(item, ["audited"])}
	some auditor in field.texts(item, ["auditors"])
	text.fold(auditor) in audited
	message := sprintf("%s names the auditor \"%s\", whose own work is audited", [fault.called(audit.group, i), auditor])
}
