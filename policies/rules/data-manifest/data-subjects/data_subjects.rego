# METADATA
# title: The people whom personal data is about are named
# description: |
#   Which groups of people are in the data, and in what position, is needed to judge what the
#   use means for them.
# custom:
#   severity: warning
#   requirements: [A.7.3, A.5.4]
#   evidence: attested
#   remediation: Name the groups of people in the data under acquisition.subjects, as adult inpatients, staff, children.
package aimslint.rules.data_manifest.data_subjects

import data.aimslint.lib.dataset
import data.aimslint.lib.fault

report contains found if {
	faults := {i: fault.texts(item, ["acquisition", "subjects"], "the subjects of its personal data") | some i, item in dataset.all; dataset.personal(item)}
	some found in fault.spread(dataset.group, ["acquisition", "subjects"], faults)
}
