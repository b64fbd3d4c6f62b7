# METADATA
# title: The programme lists its audits, each with an id of its own
# description: |
#   The programme is the list of the audits of its cycle, those that were held and those to
#   come. Reports and corrective actions refer to an audit by its id, which must not mean two.
# custom:
#   severity: error
#   requirements: [9.2.2]
#   evidence: attested
#   remediation: List the planned audits under audits, each as a map with an id that no other audit has.
#   proof:
#     mutants:
#       audits.1.id: [IA-2026-1]
package aimslint.rules.audit_programme.audits

import data.aimslint.lib.audit
import data.aimslint.lib.fault
import data.aimslint.lib.grouping
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.at(["audits"], concat(" ", ["The programme", message])) if {
	message := fault.list(input, ["audits"], "its audits")
}

report contains found if some found in fault.strays(input, ["audits"], ["audits"], "audit", "")

report contains found if {
	faults := {i: fault.text(item, ["id"], "an id") | some i, item in audit.all}
	some found in fault.spread(audit.group, ["id"], faults)
}

report contains violation.at(["audits", i, "id"], message) if {
	some indexes in holders
	some i in (indexes - {min(indexes)})
	message := sprintf("The id \"%s\" belongs to another audit of this programme already", [trim_space(audit.all[i].id)])
}

holders := grouping.by_key({[key, i] |
	some i, item in audit.all
	key := text.fold(item.id)
	key != ""
})
