# METADATA
# title: The way each dataset was acquired is stated
# description: How the data was collected or selected explains what it can and cannot represent.
# custom:
#   severity: warning
#   requirements: [A.7.3]
#   evidence: attested
#   remediation: Say how the data was collected, selected or bought, and by which query or contract.
package aimslint.rules.data_manifest.acquisition_method

import data.aimslint.lib.dataset
import data.aimslint.lib.fault

report contains found if {
	faults := {i: fault.text(item, ["acquisition", "method"], "a method of acquisition") | some i, item in dataset.all}
	some found in fault.spread(dataset.group, ["acquisition", "method"], faults)
}
