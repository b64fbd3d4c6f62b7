# METADATA
# title: Severe harms lead to a risk in the register
# description: |
#   An impact assessment finds what a system may do to people; the risk register is where that is
#   treated. A severe harm without a risk is known and left alone.
# custom:
#   severity: error
#   requirements: [A.5.4, 6.1.4]
#   evidence: verified
#   kinds: [impact-assessment]
#   remediation: Add the harm to a risk register, and state the id of the risk as risk beside the harm.
#   parameters:
#     - name: severities
#       default: [major, severe]
#       description: The severities of harms that must have a risk.
#   proof:
#     mutants:
#       "impact-assessment:individuals.*.risk": [unknown]
#       "impact-assessment:society.*.risk": [unknown]
#       "risk-register:": [deleted]
package aimslint.rules.repository.severe_harm_has_risk

import data.aimslint.lib.label
import data.aimslint.lib.register
import data.aimslint.lib.violation
import data.aimslint.lib.vocabulary

report contains violation.on(assessment, [list, i, "risk"], message) if {
	some assessment in register.current("impact-assessment")
	some list, noun in {"individuals": "harm", "society": "effect on society"}
	some i, item in assessment[list]
	not excused(item)
	problem := complaint(item)
	message := sprintf("%s %s", [label.the(noun, item, ["id", "group", "area"]), problem])
}

excused(item) if item.excused == true

complaint(item) := sprintf("is rated as %s, but names no risk in which it is treated", [item.severity]) if {
	item.risk == ""
	item.severity in {vocabulary.word(severity) | some severity in data.config["repository/severe-harm-has-risk"].severities}
} else := sprintf("names the risk \"%s\", which is in no risk register", [item.risk]) if {
	item.risk != ""
	count(register.risks(item.risk)) == 0
}
