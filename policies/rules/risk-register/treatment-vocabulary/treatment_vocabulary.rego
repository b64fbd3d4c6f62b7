# METADATA
# title: Treatment options bear their names from ISO 31000
# description: |
#   With the options of ISO 31000 a reader knows what a treatment is meant to change, and rules
#   can check what follows from it.
# custom:
#   severity: note
#   requirements: [6.1.3]
#   evidence: attested
#   remediation: Name the option as ISO 31000 does, such as change-likelihood, share or retain.
#   parameters:
#     - name: options
#       default: [avoid, take-or-increase, remove-source, change-likelihood, change-consequence, share, retain]
#       description: The treatment options of ISO 31000.
#     - name: other_words
#       default: [accept, mitigate, reduce, transfer, treat, tolerate, terminate, avoidance, acceptance, mitigation, reduction, transference, modify]
#       description: Words of other practices that say as clearly what is meant.
package aimslint.rules.risk_register.treatment_vocabulary

import data.aimslint.lib.fault
import data.aimslint.lib.risk
import data.aimslint.lib.vocabulary

report contains found if {
	config := data.config["risk-register/treatment-vocabulary"]
	known := array.concat(config.options, config.other_words)
	faults := {i: message |
		some i, item in risk.all
		count(vocabulary.unknown(item, ["treatment", "option"], known)) > 0
		message := sprintf("names a treatment option that is not one of %s", [concat(", ", config.options)])
	}
	some found in fault.spread(risk.group, ["treatment", "option"], faults)
}
