# METADATA
# title: People oversee the system and know how
# description: >-
#   Oversight needs somebody who sees what the system bases its output on, may depart from it, and has
#   been trained to do so.
# custom:
#   severity: warning
#   requirements: [A.6.1.3, A.9.2]
#   evidence: attested
#   remediation: >-
#     State under human_oversight who oversees the system, how, whether they can override it
#     (can_override), and how they are trained.
package aimslint.rules.ai_system.human_oversight

import data.aimslint.lib.field
import data.aimslint.lib.system

report contains found if {
	system.in_use
	some found in system.section(["human_oversight"], "human oversight", {
		"who": "the people who oversee it",
		"how": "an account of how it is overseen",
		"training": "training for those who oversee it",
	})
}

report contains system.at(["human_oversight", "can_override"], "does not say with true or false whether people can override it") if {
	system.in_use
	field.present(input, ["human_oversight"])
	not is_boolean(field.value(input, ["human_oversight", "can_override"]))
}
