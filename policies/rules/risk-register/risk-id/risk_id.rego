# METADATA
# title: Each risk has an id of its own
# description: |
#   Treatment plans, assessments and the Statement of Applicability refer to a risk by its id,
#   so it must be there and must not mean two risks.
# custom:
#   severity: error
#   requirements: [6.1.2, 7.5.2]
#   evidence: attested
#   profile: starter
#   remediation: Give each risk an id that no other risk has, and never use the id of a closed risk again.
package aimslint.rules.risk_register.risk_id

import data.aimslint.lib.fault
import data.aimslint.lib.grouping
import data.aimslint.lib.risk
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains found if {
	faults := {i: fault.text(item, ["id"], "an id") | some i, item in risk.all}
	some found in fault.spread(object.union(risk.group, {"names": ["title"]}), ["id"], faults)
}

report contains violation.at(["risks", i, "id"], message) if {
	some indexes in holders
	some i in (indexes - {min(indexes)})
	message := sprintf("The id \"%s\" belongs to another risk of this register already", [trim_space(risk.all[i].id)])
}

holders := grouping.by_key({[key, i] |
	some i, item in risk.all
	key := text.fold(item.id)
	key != ""
})
