# METADATA
# title: Each audit is planned with its day, scope, criteria, auditors and method
# description: |
#   An audit is planned before it is held: when, what is audited, what the evidence is held
#   against, by whom and how. The scope names requirements of the standard, so that it can be
#   seen what the audits of a cycle leave out. Who audits may be settled when the day comes near.
# custom:
#   severity: error
#   requirements: [9.2.2]
#   evidence: attested
#   remediation: >-
#     State for each audit planned, scope (clauses and Annex A controls, such as "6.1" or A.5.2),
#     criteria, auditors and method.
#   parameters:
#     - name: notice_days
#       default: 92
#       description: Days before an audit from which its auditors must be known.
#   proof:
#     mutants:
#       audits.*.scope: ["4.9", A.11]
package aimslint.rules.audit_programme.audit_plan

import data.aimslint.lib.audit
import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.requirement
import data.aimslint.lib.violation

expected := {
	"scope": "its scope",
	"criteria": "its criteria",
	"method": "its method",
}

report contains found if {
	some key, what in expected
	faults := {i: fault.texts(item, [key], what) | some i, item in audit.all}
	some found in fault.spread(audit.group, [key], faults)
}

report contains found if {
	faults := {i: fault.texts(item, ["auditors"], "its auditors") | some i, item in audit.all; not far_off(item)}
	some found in fault.spread(audit.group, ["auditors"], faults)
}

far_off(item) if {
	field.absent(item, ["held"])
	date.between(data.as_of, field.value(item, ["planned"])) > data.config["audit-programme/audit-plan"].notice_days
}

report contains found if {
	faults := {i: fault.day(item, ["planned"], "the day for which it is planned") | some i, item in audit.all}
	some found in fault.spread(audit.group, ["planned"], faults)
}

report contains violation.at(array.concat(["audits", i], stranger.path), message) if {
	some i, item in audit.all
	some stranger in requirement.strangers(item, ["scope"])
	message := sprintf("%s has \"%s\" in its scope, which is neither a clause nor a control of ISO/IEC 42001", [fault.called(audit.group, i), stranger.name])
}
