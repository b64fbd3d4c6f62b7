# METADATA
# title: The role of each dataset is stated
# description: >-
#   Whether a dataset served for training, validation or testing: only then can independence of
#   the test be judged.
# custom:
#   severity: warning
#   requirements: [A.7.2, A.6.2.4]
#   evidence: attested
#   remediation: >-
#     Give each dataset the role training, validation or test; list a dataset once for each part
#     of it.
package aimslint.rules.model_card.dataset_role

import data.aimslint.lib.each
import data.aimslint.lib.field
import data.aimslint.lib.label
import data.aimslint.lib.violation

report contains violation.at(lack.path, sprintf("%s lacks a role, one of training, validation and test", [lack.subject])) if {
	some lack in each.lacking(input, ["datasets"], "role", "dataset", ["id", "name"])
}

report contains violation.at(["datasets", i, "role"], message) if {
	some i, dataset in each.items(input, ["datasets"])
	field.present(dataset, ["role"])
	not field.value(dataset, ["role"]) in {"training", "validation", "test"}
	message := sprintf("The role of %s is none of training, validation and test", [label.of("dataset", dataset, ["id", "name"])])
}

report contains violation.at(stray.path, sprintf("%s lacks a role, one of training, validation and test", [stray.subject])) if {
	some stray in each.strays(input, ["datasets"], "dataset")
}
