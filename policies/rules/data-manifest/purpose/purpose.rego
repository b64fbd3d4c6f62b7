# METADATA
# title: The purpose of each dataset is stated
# description: What the data is for decides which data is suitable and which use is allowed.
# custom:
#   severity: error
#   requirements: [A.7.2]
#   evidence: attested
#   profile: starter
#   remediation: Say for what the AI system needs this dataset.
package aimslint.rules.data_manifest.purpose

import data.aimslint.lib.dataset
import data.aimslint.lib.fault

report contains found if {
	faults := {i: fault.text(item, ["purpose"], "a purpose") | some i, item in dataset.all}
	some found in fault.spread(dataset.group, ["purpose"], faults)
}
