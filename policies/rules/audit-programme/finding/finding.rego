# METADATA
# title: Each audit finding says how grave it is, which requirement it is about and what was found
# description: |
#   A finding is a comparison of evidence with a requirement. Without the requirement, the
#   evidence and the gravity nobody can judge it or act on it.
# custom:
#   severity: error
#   requirements: [9.2.2]
#   evidence: attested
#   remediation: State type as major, minor or observation, requirement as a clause or an Annex A control, and text.
#   proof:
#     mutants:
#       audits.*.findings.*.type: [unknown]
#       audits.*.findings.*.requirement: ["8.9", A.11.2, "6"]
package aimslint.rules.audit_programme.finding

import data.aimslint.lib.audit
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.requirement
import data.aimslint.lib.violation
import data.aimslint.lib.vocabulary

types := ["major", "minor", "observation"]

expected := {"type": "its type", "requirement": "its requirement", "text": "a text that says what was found"}

report contains found if {
	some i, item in audit.all
	some found in fault.strays(item, ["findings"], ["audits", i, "findings"], "finding", audit.within(item))
}

report contains found if {
	some group in audit.findings
	some key, what in expected
	faults := {j: fault.text(item, [key], what) | some j, item in group.items}
	some found in fault.spread(group, [key], faults)
}

report contains violation.at(array.concat(group.list, array.concat([j], place)), message) if {
	some group in audit.findings
	some j, item in group.items
	is_string(field.value(item, ["type"]))
	some [place, value] in vocabulary.unknown(item, ["type"], types)
	message := sprintf("%s has the type %s where one of %s is expected", [fault.called(group, j), value, concat(", ", types)])
}

report contains violation.at(array.concat(group.list, [j, "requirement"]), message) if {
	some group in audit.findings
	some j, item in group.items
	stated := field.text(item, ["requirement"])
	stated != ""
	not stated in requirement.ids
	message := sprintf("%s is about \"%s\", which is no requirement of ISO/IEC 42001", [fault.called(group, j), stated])
}
