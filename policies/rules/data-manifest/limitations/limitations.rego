# METADATA
# title: The limitations of each dataset are stated
# description: |
#   Whoever uses the data again must know what it does not cover and what it must not be used
#   for.
# custom:
#   severity: warning
#   requirements: [A.7.2, A.7.4]
#   evidence: attested
#   remediation: List what the data does not cover, and uses for which it is not suitable.
package aimslint.rules.data_manifest.limitations

import data.aimslint.lib.dataset
import data.aimslint.lib.fault

report contains found if {
	faults := {i: fault.texts(item, ["limitations"], "limitations") | some i, item in dataset.all}
	some found in fault.spread(dataset.group, ["limitations"], faults)
}
