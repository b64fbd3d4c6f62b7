# METADATA
# title: A high-risk system has the safeguards that the EU AI Act demands
# description: >-
#   For high-risk systems, the EU AI Act demands automatic event logs (Art. 12), human oversight that can
#   overrule the system (Art. 14) and instructions for use (Art. 13), and of the provider technical
#   documentation (Art. 11). Art. 113 says from when; its days for high-risk systems were moved in 2026
#   to 2 December 2027 (Annex III) and 2 August 2028 (Annex I). What they ask for takes longer to build
#   than to state, so it is asked for now.
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
	some path, [article, what] in system.demanded
	field.unworded(input, path)
	message := sprintf("lacks %s, which Art. %d of the EU AI Act demands for high-risk systems", [what, article])
}

report contains system.at(["human_oversight", "can_override"], message) if {
	system.in_use
	system.high_risk
	some message in subdued
}

subdued contains "cannot be overridden by people, which Art. 14 of the EU AI Act demands for high-risk systems" if {
	field.value(input, ["human_oversight", "can_override"]) == false
}

# Where oversight is described, another rule asks for true or false.
subdued contains "does not say whether people can override it, which Art. 14 of the EU AI Act demands for high-risk systems" if {
	field.absent(input, ["human_oversight"])
}
