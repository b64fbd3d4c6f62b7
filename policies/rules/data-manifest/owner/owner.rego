# METADATA
# title: Each dataset has an owner or a steward
# description: |
#   Somebody must decide about access, correction and deletion, and answer questions about the
#   data.
# custom:
#   severity: error
#   requirements: [A.4.3, A.3.2]
#   evidence: attested
#   remediation: Name the role or person who owns the dataset, or its steward.
package aimslint.rules.data_manifest.owner

import data.aimslint.lib.dataset
import data.aimslint.lib.fault
import data.aimslint.lib.field

report contains found if {
	faults := {i: message |
		some i, item in dataset.all
		field.absent(item, ["steward"])
		message := fault.text(item, ["owner"], "an owner or a steward")
	}
	some found in fault.spread(dataset.group, ["owner"], faults)
}

report contains found if {
	faults := {i: fault.text(item, ["steward"], "a steward") |
		some i, item in dataset.all
		field.present(item, ["steward"])
	}
	some found in fault.spread(dataset.group, ["steward"], faults)
}
