# METADATA
# title: No evaluation uses the training data
# description: >-
#   A result on data that the model learned from says how well it remembers, not how well it
#   will do.
# custom:
#   severity: error
#   requirements: [A.6.2.4, A.7.2]
#   evidence: attested
#   profile: starter
#   remediation: >-
#     Evaluate on data held out from training and list it with role test or validation; of one
#     dataset, name the held-out part under slice.
#   proof:
#     mutants:
#       "evaluation.*.dataset": [seams-2021-2025]
package aimslint.rules.model_card.evaluation_dataset_independent

import data.aimslint.lib.evaluation
import data.aimslint.lib.field
import data.aimslint.lib.label
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.at([list, min(uses), "dataset"], message) if {
	some list in ["evaluation", "fairness"]
	some name in (trained_on - held_out)
	uses := {i |
		some i, item in field.maps(input, [list])
		text.fold(item.dataset) == name
		not evaluation.held_out(item)
	}
	message := sprintf(
		`The dataset "%s" serves for training and for evaluation, and this evaluation names no held-out part of it`,
		[label.short(field.maps(input, [list])[min(uses)].dataset)],
	)
}

trained_on := names({"training"})

# A dataset that is listed with both roles has a part for each.
held_out := names({"validation", "test"})

names(roles) := {name |
	some dataset in field.maps(input, ["datasets"])
	some role in field.items(dataset, ["role"])
	role in roles
	some key in ["id", "name"]
	name := text.fold(dataset[key])
}
