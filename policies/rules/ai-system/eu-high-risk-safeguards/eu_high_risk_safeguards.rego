# METADATA
# title: A high-risk system has the safeguards that the EU AI Act demands
# description: >-
#   For high-risk systems, the EU AI Act demands automatic event logs (Art. 12), human oversight that can
#   overrule the system (Art. 14) and instructions for use (Art. 13), and of the provider technical
#   documentation (Art. 11). Without them the system may not be in use.
# custom:
#   severity: error
#   requirements: [A.6.2.7, A.6.2.8, A.8.2, A.9.2]
#   evidence: attested
#   remediation: >-
#     Complete event_log, human_oversight and user_information, and name the technical documentation under
#     regulation.eu_ai_act.technical_documentation.
#   proof:
#     mutants:
#       "human_oversight.can_override": [false]
package aimslint.rules.ai_system.eu_high_risk_safeguards

import data.aimslint.lib.field
import data.aimslint.lib.system

report contains system.at(path, message) if {
	system.in_use
	system.high_risk
	some path, [article, what] in demanded
	field.unworded(input, path)
	message := sprintf("lacks %s, which Art. %d of the EU AI Act demands for high-risk systems", [what, article])
}

report contains system.at(["human_oversight", "can_override"], "cannot be overridden by people, which Art. 14 of the EU AI Act demands for high-risk systems") if {
	system.in_use
	system.high_risk
	not field.value(input, ["human_oversight", "can_override"]) == true
}

demanded := {path: demand |
	some path, demand in {
		["event_log", "events"]: [12, "the events that its log records"],
		["human_oversight", "who"]: [14, "the people who oversee it"],
		["human_oversight", "how"]: [14, "an account of how it is overseen"],
		["user_information", "instructions"]: [13, "instructions for use"],
		["regulation", "eu_ai_act", "technical_documentation"]: [11, "technical documentation"],
	}
	not others_duty(demand)
}

# Technical documentation is the provider's duty.
others_duty(demand) if {
	demand[0] == 11
	system.passes_on
}
