# METADATA
# title: Changes are recorded, and material ones approved and reassessed beforehand
# description: >-
#   A change that may alter risks, impacts or the intended use makes earlier assessments and approvals
#   void. It needs its own before it takes effect.
# custom:
#   severity: error
#   requirements: ["8.4", A.5.2, A.6.2.6]
#   evidence: attested
#   remediation: >-
#     State for each change its summary, the day (on) and whether it is material; for a material one also
#     who approved it and when, and that the impact assessment was looked at anew (impact_reassessed).
#   proof:
#     mutants:
#       "changes.*.approved.on": [future, "2026-03-03"]
#       "changes.*.impact_reassessed": [false]
package aimslint.rules.ai_system.changes

import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.system

group := system.group(["changes"], "change", ["version", "summary"])

report contains found if {
	system.asked
	some found in fault.strays(input, ["changes"], ["changes"], "change", "")
}

report contains found if {
	system.asked
	some path, faults in {["summary"]: undescribed, ["on"]: undated, ["material"]: unweighed, ["approved", "by"]: unapproved, ["approved", "on"]: late, ["impact_reassessed"]: unassessed}
	some found in fault.spread(group, path, faults)
}

undescribed := {i: fault.text(item, ["summary"], "a summary") | some i, item in group.items}

undated := {i: fault.day(item, ["on"], "the day on which it came into use") | some i, item in group.items}

unweighed := {i: "does not say with true or false whether it is material" |
	some i, item in group.items
	not is_boolean(field.value(item, ["material"]))
}

unapproved := {i: fault.texts(item, ["approved", "by"], "the name of who approved it, although it is material") | some i, item in material}

late := {i: unapproved_in_time(item) | some i, item in material}

unapproved_in_time(item) := message if {
	message := fault.day(item, ["approved", "on"], "the day of its approval")
} else := "was approved after it came into use" if {
	date.between(field.value(item, ["on"]), field.value(item, ["approved", "on"])) > 0
}

unassessed := {i: "is material, but its impact was not reassessed" |
	some i, item in material
	not field.value(item, ["impact_reassessed"]) == true
}

material := {i: item | some i, item in group.items; field.value(item, ["material"]) == true}
