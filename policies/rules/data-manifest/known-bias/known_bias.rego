# METADATA
# title: Known bias of each dataset is recorded
# description: |
#   Every dataset leans somewhere. A record of what was found, whom it affects and what is done
#   shows that somebody looked.
# custom:
#   severity: warning
#   requirements: [A.7.4, A.5.4]
#   evidence: attested
#   remediation: List each bias that is known or was looked for, whom it affects and how it is mitigated or why it is accepted.
package aimslint.rules.data_manifest.known_bias

import data.aimslint.lib.dataset
import data.aimslint.lib.fault

report contains found if {
	faults := {i: fault.list(item, ["known_bias"], "a record of its known bias") | some i, item in dataset.all}
	some found in fault.spread(dataset.group, ["known_bias"], faults)
}

report contains found if {
	some group in dataset.parts(["known_bias"], "known bias", ["what"])
	some [key, what] in [["what", "a description"], ["affected", "a statement of whom it affects"], ["mitigation", "a mitigation"]]
	faults := {j: fault.texts(item, [key], what) | some j, item in group.items}
	some found in fault.spread(group, [key], faults)
}

report contains found if {
	some i, item in dataset.all
	some found in fault.strays(item, ["known_bias"], ["datasets", i, "known_bias"], "known bias", dataset.within(item))
}
