# METADATA
# title: The decisions that the output informs are stated
# description: Which decisions people take with the output, and whether it decides or only suggests.
# custom:
#   severity: note
#   requirements: [A.9.4, A.6.2.7]
#   evidence: attested
#   remediation: State under intended_use.decisions what is decided with the output and by whom.
package aimslint.rules.model_card.intended_decisions

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["intended_use", "decisions"], "The decisions that the output informs are not stated") if {
	field.unworded(input, ["intended_use", "decisions"])
}
