# METADATA
# title: Users are told that it is AI, how to use it, where it fails, and where to turn
# description: >-
#   People can only use a system well, or object to it, if they know that AI is at work, what it cannot
#   do, how to depart from its output and whom to ask.
# custom:
#   severity: warning
#   requirements: [A.8.2]
#   evidence: attested
#   remediation: >-
#     State under user_information how AI is disclosed (ai_disclosed), the instructions, the limitations,
#     a contact, and how users override or contest the output.
#   proof:
#     mutants:
#       "user_information.ai_disclosed": [false, "no"]
package aimslint.rules.ai_system.user_information

import data.aimslint.lib.field
import data.aimslint.lib.system
import data.aimslint.lib.vocabulary

report contains found if {
	system.in_use
	some found in system.section(["user_information"], "information for its users", {
		"instructions": "instructions for use",
		"limitations": "the limitations that users are told",
		"contact": "a contact for users",
		"override": "an account of how users can override or contest its output",
	})
}

report contains system.at(["user_information", "ai_disclosed"], "does not tell people that AI is at work") if {
	system.in_use
	field.present(input, ["user_information"])
	not disclosed
}

disclosed if field.value(input, ["user_information", "ai_disclosed"]) == true

# YAML reads a bare no as text.
disclosed if {
	answer := vocabulary.word(field.text(input, ["user_information", "ai_disclosed"]))
	not answer in {"", "no", "not", "none", "never", "false"}
}
