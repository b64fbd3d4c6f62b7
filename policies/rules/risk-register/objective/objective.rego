# METADATA
# title: Each risk names the objective at stake
# description: |
#   A risk is an effect on objectives. Annex C of ISO/IEC 42001 lists those that AI systems put
#   at stake.
# custom:
#   severity: note
#   requirements: [6.1.2, 6.2]
#   evidence: attested
#   remediation: State as objective one or more of the objectives of Annex C, such as safety, fairness or privacy.
#   parameters:
#     - name: objectives
#       default: [accountability, ai-expertise, data-availability-and-quality, environmental-impact, fairness, maintainability, privacy, robustness, safety, security, transparency-and-explainability, other]
#       description: The objectives that a risk may affect, after Annex C.
package aimslint.rules.risk_register.objective

import data.aimslint.lib.fault
import data.aimslint.lib.risk
import data.aimslint.lib.violation
import data.aimslint.lib.vocabulary

report contains found if {
	faults := {i: fault.absent(item, ["objective"], "an objective at stake") | some i, item in risk.all}
	some found in fault.spread(risk.group, ["objective"], faults)
}

report contains violation.at(array.concat(["risks", i], place), message) if {
	known := data.config["risk-register/objective"].objectives
	some i, item in risk.all
	some [place, value] in vocabulary.unknown(item, ["objective"], known)
	message := sprintf("%s names the objective %s where one of %s is expected", [fault.called(risk.group, i), value, concat(", ", known)])
}
