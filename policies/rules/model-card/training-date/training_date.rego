# METADATA
# title: The day of training is a day gone by
# description: >-
#   When training ended: it tells which events the model cannot know of, and which evaluations
#   cannot be of it.
# custom:
#   severity: warning
#   requirements: [A.6.2.3]
#   evidence: attested
#   remediation: >-
#     State the day on which training ended under model.trained_on, as 2026-03-02; the data
#     belongs under datasets.
#   proof:
#     optional: ["model.trained_on"]
#     mutants:
#       "model.trained_on": [future]
package aimslint.rules.model_card.training_date

import data.aimslint.lib.date
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["model", "trained_on"], "The day of training is not a day such as 2026-03-02") if {
	date.malformed(input, ["model", "trained_on"])
}

report contains violation.at(["model", "trained_on"], "The day of training lies in the future") if {
	date.future(field.value(input, ["model", "trained_on"]))
}
