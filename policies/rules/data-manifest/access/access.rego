# METADATA
# title: Who may use each dataset is stated
# description: Access that is not written down cannot be checked or withdrawn.
# custom:
#   severity: note
#   requirements: [A.7.2, A.4.3]
#   evidence: attested
#   remediation: Say who may read the data, for what, and how access is granted.
package aimslint.rules.data_manifest.access

import data.aimslint.lib.dataset
import data.aimslint.lib.fault

report contains found if {
	faults := {i: fault.text(item, ["access"], "a statement of who may use it") | some i, item in dataset.all}
	some found in fault.spread(dataset.group, ["access"], faults)
}
