# METADATA
# title: The role of each dataset is known
# description: |
#   Whether a dataset trains, validates or tests a model, or feeds it in production, decides
#   what may be concluded from results on it.
# custom:
#   severity: error
#   requirements: [A.7.2, A.6.2.4]
#   evidence: attested
#   remediation: State as role one or more of training, validation, test and production.
#   parameters:
#     - name: roles
#       default: [training, validation, test, production]
#       description: The roles that a dataset may have.
package aimslint.rules.data_manifest.role

import data.aimslint.lib.dataset
import data.aimslint.lib.fault
import data.aimslint.lib.violation
import data.aimslint.lib.vocabulary

report contains found if {
	faults := {i: fault.absent(item, ["role"], "a role") | some i, item in dataset.all}
	some found in fault.spread(dataset.group, ["role"], faults)
}

report contains violation.at(array.concat(["datasets", i], place), message) if {
	roles := data.config["data-manifest/role"].roles
	some i, item in dataset.all
	some [place, value] in vocabulary.unknown(item, ["role"], roles)
	message := sprintf("%s states %s as its role where one of %s is expected", [fault.called(dataset.group, i), value, concat(", ", roles)])
}
