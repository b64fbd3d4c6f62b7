# METADATA
# title: The training data is named
# description: >-
#   Which data the model learned from. Without it neither its quality nor its rights nor its
#   bias can be judged.
# custom:
#   severity: warning
#   requirements: [A.7.2, A.6.2.3, A.4.3]
#   evidence: attested
#   profile: starter
#   remediation: >-
#     List the datasets that the model learned from with role training, by the ids of their data
#     manifest where there is one.
package aimslint.rules.model_card.training_data

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["datasets"], "The training data is not named") if not named

# A list without roles, as other formats have it, names the data all the same.
named if {
	some dataset in field.maps(input, ["datasets"])
	object.get(dataset, "role", "training") == "training"
	field.worded({"dataset": object.remove(dataset, ["role"])}, ["dataset"])
}

named if {
	some dataset in field.items(input, ["datasets"])
	is_string(dataset)
	trim_space(dataset) != ""
}
