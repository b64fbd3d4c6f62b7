# METADATA
# title: The training data is named
# description: >-
#   Which data the model learned from. Without it neither its quality nor its rights nor its
#   bias can be judged.
# custom:
#   severity: warning
#   requirements: [A.7.2, A.6.2.3, A.4.3]
#   evidence: attested
#   remediation: >-
#     List the datasets with role training, or describe the data under model.trained_on if it
#     has no id.
package aimslint.rules.model_card.training_data

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["datasets"], "The training data is not named") if {
	field.unworded(input, ["model", "trained_on"])
	not training_dataset
}

training_dataset if {
	some dataset in field.items(input, ["datasets"])
	dataset.role == "training"
	not field.unnamed(dataset, ["id"])
}

# A list without roles, as other formats have it, names the data all the same.
training_dataset if {
	some dataset in field.items(input, ["datasets"])
	field.absent(dataset, ["role"])
	field.worded({"dataset": dataset}, ["dataset"])
}
