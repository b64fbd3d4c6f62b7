# METADATA
# title: The conformity of a high-risk system was assessed before it came into use, and registered
# description: >-
#   The provider of a high-risk system assesses its conformity before it is placed on the market or put
#   into service (Art. 16 and 43 of the EU AI Act), and registers it where Art. 49 asks for that. Art. 113
#   says from when, and Art. 111(2) leaves out systems that were in use before and have not changed much
#   since; an organization for which that holds accepts the finding in a waiver.
# custom:
#   profile: eu-high-risk
#   severity: error
#   requirements: ["4.1", A.6.2.5]
#   evidence: attested
#   remediation: >-
#     State under regulation.eu_ai_act.conformity the procedure and the day on which it was completed, and
#     under registration the number in the EU database, or why none is needed.
#   proof:
#     mutants:
#       "regulation.eu_ai_act.conformity.on": [future, "2026-03-03"]
package aimslint.rules.ai_system.eu_conformity

import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.system

act := ["regulation", "eu_ai_act"]

day := array.concat(act, ["conformity", "on"])

report contains found if {
	expected
	some found in system.section(array.concat(act, ["conformity"]), "a conformity assessment under the EU AI Act", {"procedure": "the procedure of its conformity assessment"})
}

report contains system.at(day, predicate) if {
	expected
	field.present(input, array.concat(act, ["conformity"]))
	predicate := fault.past_day(input, day, "the day of its conformity assessment")
}

report contains system.at(day, "was assessed for conformity after its deployment") if {
	expected
	date.between(system.deployed_on, field.value(input, day)) > 0
}

report contains system.at(array.concat(act, ["registration"]), predicate) if {
	expected
	predicate := fault.text(input, array.concat(act, ["registration"]), "its registration in the EU database, or the reason why it needs none")
}

expected if {
	system.in_use
	system.high_risk
	not system.passes_on
}
