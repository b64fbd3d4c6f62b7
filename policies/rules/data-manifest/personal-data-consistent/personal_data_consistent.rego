# METADATA
# title: What is said of personal data does not contradict itself
# description: |
#   A dataset without personal data has no categories of it, no data subjects and needs no
#   minimisation. One of the two statements is wrong, and the wrong one decides which duties are
#   met.
# custom:
#   severity: error
#   requirements: [A.7.2, A.7.3]
#   evidence: attested
#   profile: starter
#   remediation: State personal_data.present as true, or remove what describes personal data.
#   proof:
#     mutants:
#       "datasets.*.personal_data.present": [false]
package aimslint.rules.data_manifest.personal_data_consistent

import data.aimslint.lib.dataset
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["datasets", i, "personal_data", "present"], message) if {
	some i, item in dataset.all
	field.value(item, ["personal_data", "present"]) == false
	some key in ["categories", "special_categories"]
	field.present(item, ["personal_data", key])
	message := sprintf("%s is said to hold no personal data and yet lists categories of it", [fault.called(dataset.group, i)])
}
