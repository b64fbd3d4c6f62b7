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

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.label
import data.aimslint.lib.violation

report contains found if {
	some found in fault.lacking(fault.group_of(input, ["datasets"], "dataset", ["id", "name"]), ["role"], "a role, one of training, validation and test")
}

report contains violation.at(["datasets", i, "role"], message) if {
	some i, dataset in field.maps(input, ["datasets"])
	field.present(dataset, ["role"])
	not field.value(dataset, ["role"]) in {"training", "validation", "test"}
	message := sprintf("The role of %s is none of training, validation and test", [label.of("dataset", dataset, ["id", "name"])])
}

report contains found if some found in fault.names_lacking(input, ["datasets"], "dataset", "a role, one of training, validation and test")
