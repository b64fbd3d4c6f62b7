# METADATA
# title: The task of the model is stated
# description: What the model does, such as classification, forecasting or text generation.
# custom:
#   severity: warning
#   requirements: [A.6.2.7, A.6.2.3]
#   evidence: attested
#   profile: starter
#   remediation: >-
#     State the task under model.task, in the terms of the model hub or library where there are
#     any.
package aimslint.rules.model_card.model_task

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["model", "task"], "The task of the model is not stated") if {
	field.unnamed(input, ["model", "task"])
}
