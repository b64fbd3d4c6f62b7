# METADATA
# title: Each finding is about a requirement in the scope of its audit
# description: |
#   An audit is planned and staffed for its scope. A finding beyond it is worth having, but then the scope
#   that is on record is not what was audited.
# custom:
#   profile: certification
#   severity: note
#   requirements: [9.2.2]
#   evidence: attested
#   remediation: Add the requirement to the scope of the audit, or correct the requirement of the finding.
#   proof:
#     mutants:
#       audits.*.findings.*.requirement: [A.7.2]
#       audits.*.scope: [["9"]]
package aimslint.rules.audit_programme.finding_in_scope

import data.aimslint.lib.audit
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.requirement
import data.aimslint.lib.violation

report contains violation.at(["audits", i, "findings", j, "requirement"], message) if {
	some i, item in audit.all
	scope := covered(item)
	some j, finding in field.maps(item, ["findings"])
	stated := field.text(finding, ["requirement"])
	stated in requirement.ids
	not stated in scope
	group := {"items": field.maps(item, ["findings"]), "noun": "finding", "names": ["id"], "within": audit.within(item)}
	message := sprintf("%s is about %s, which is not in the scope of the audit", [fault.called(group, j), stated])
}

# A scope with parts in other words may hold anything.
covered(item) := scope if {
	parts := field.texts(item, ["scope"])
	count(parts) > 0
	every part in parts {
		count(requirement.within(part)) > 0
	}
	scope := {id | some part in parts; some id in requirement.within(part)}
}
