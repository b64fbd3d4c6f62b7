# METADATA
# title: The people in the data are described
# description: |
#   Whether results hold for a group of people can only be judged if it is known who is in the
#   data.
# custom:
#   severity: warning
#   requirements: [A.7.3, A.7.4]
#   evidence: attested
#   remediation: Describe the people in the data by what matters for the use, such as age, sex, site and period.
package aimslint.rules.data_manifest.demographics

import data.aimslint.lib.dataset
import data.aimslint.lib.fault

report contains found if {
	faults := {i: fault.texts(item, ["demographics"], "a description of the people in it") | some i, item in dataset.all; dataset.personal(item)}
	some found in fault.spread(dataset.group, ["demographics"], faults)
}
