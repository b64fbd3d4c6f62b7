# METADATA
# title: Each open risk has a treatment option
# description: For every assessed risk somebody decides what to do about it. ISO 31000 names the options.
# custom:
#   severity: error
#   requirements: [6.1.3, 8.3]
#   evidence: attested
#   remediation: State as treatment.option one of avoid, take-or-increase, remove-source, change-likelihood, change-consequence, share and retain.
#   parameters:
#     - name: options
#       default: [avoid, take-or-increase, remove-source, change-likelihood, change-consequence, share, retain]
#       description: The treatment options of ISO 31000.
#     - name: other_words
#       default: [accept, mitigate, reduce, transfer, treat, tolerate, terminate, avoidance, acceptance, mitigation, reduction, transference, modify]
#       description: Words of other practices that say as clearly what is meant.
package aimslint.rules.risk_register.treatment_option

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.risk
import data.aimslint.lib.violation

report contains found if {
	faults := {i: fault.text(item, ["treatment", "option"], "a treatment option") | some i, item in risk.open.items}
	some found in fault.spread(risk.open, ["treatment", "option"], faults)
}

report contains violation.at(["risks", i, "treatment", "option"], message) if {
	config := data.config["risk-register/treatment-option"]
	some i, item in risk.all
	is_string(field.value(item, ["treatment", "option"]))
	not known(risk.option(item), array.concat(config.options, config.other_words))
	message := sprintf("%s states a treatment option that is not one of %s", [fault.called(risk.group, i), concat(", ", config.options)])
}

known(option, options) if option in options
