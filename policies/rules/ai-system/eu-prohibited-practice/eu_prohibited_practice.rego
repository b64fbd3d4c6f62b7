# METADATA
# title: The system is not a practice that the EU AI Act prohibits
# description: >-
#   Art. 5 of the EU AI Act prohibits certain practices outright, whatever controls surround them.
# custom:
#   profile: starter
#   severity: error
#   requirements: [A.5.2, A.9.4]
#   evidence: attested
#   remediation: >-
#     Take the system out of use, or change it so that the practice falls away, and state what was found.
#   proof:
#     optional: ["regulation.eu_ai_act.class"]
#     mutants:
#       "regulation.eu_ai_act.class": [prohibited]
#       "regulation.eu_ai_act.practices": [[social-scoring]]
package aimslint.rules.ai_system.eu_prohibited_practice

import data.aimslint.lib.system
import data.aimslint.lib.vocabulary

report contains system.at(["regulation", "eu_ai_act", "class"], "is classified as prohibited under the EU AI Act") if {
	not retired
	system.eu.class == "prohibited"
}

report contains system.at(path, message) if {
	not retired
	some [path, practice] in vocabulary.unknown(input, ["regulation", "eu_ai_act", "practices"], {"none"})
	message := sprintf("states the practice %s, which Art. 5 of the EU AI Act prohibits", [practice])
}

# What the law prohibits is prohibited in and out of the scope of a management system.
retired if system.stage == "retirement"
