# METADATA
# title: The categories of personal data are listed
# description: Which data about people a dataset holds decides what protection it needs.
# custom:
#   severity: warning
#   requirements: [A.7.2, A.7.3]
#   evidence: attested
#   remediation: List the categories of personal data, as names, contact data, vital signs.
package aimslint.rules.data_manifest.personal_data_categories

import data.aimslint.lib.dataset
import data.aimslint.lib.fault

report contains found if {
	faults := {i: fault.texts(item, ["personal_data", "categories"], "the categories of its personal data") | some i, item in dataset.all; dataset.personal(item)}
	some found in fault.spread(dataset.group, ["personal_data", "categories"], faults)
}
