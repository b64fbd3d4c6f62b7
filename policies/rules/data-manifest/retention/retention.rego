# METADATA
# title: How long each dataset is kept is stated
# description: |
#   Data kept without limit outlives its purpose and its lawful basis; data deleted too early
#   leaves a result without evidence.
# custom:
#   severity: warning
#   requirements: [A.7.2, 7.5.3]
#   evidence: attested
#   remediation: State how long the data is kept, and what happens then.
package aimslint.rules.data_manifest.retention

import data.aimslint.lib.dataset
import data.aimslint.lib.fault

report contains found if {
	faults := {i: fault.text(item, ["retention"], "a retention period") | some i, item in dataset.all}
	some found in fault.spread(dataset.group, ["retention"], faults)
}
