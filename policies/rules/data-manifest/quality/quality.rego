# METADATA
# title: The quality of each dataset is measured
# description: |
#   Data must meet quality requirements that fit the use. That can only be shown by measures
#   with results.
# custom:
#   severity: error
#   requirements: [A.7.4]
#   evidence: attested
#   remediation: List at least one quality characteristic per dataset with its measure and the result as a number.
package aimslint.rules.data_manifest.quality

import data.aimslint.lib.dataset
import data.aimslint.lib.fault
import data.aimslint.lib.measure

report contains found if {
	faults := {i: fault.list(item, ["quality"], "quality measures") | some i, item in dataset.all}
	some found in fault.spread(dataset.group, ["quality"], faults)
}

qualities := dataset.parts(["quality"], "quality measure", ["characteristic", "measure"])

report contains found if {
	some group in qualities
	some [key, what] in [["characteristic", "a characteristic"], ["measure", "a description of what is measured"]]
	faults := {j: fault.text(item, [key], what) | some j, item in group.items}
	some found in fault.spread(group, [key], faults)
}

report contains found if {
	some group in qualities
	faults := {j: result_fault(item) | some j, item in group.items}
	some found in fault.spread(group, ["result"], faults)
}

report contains found if {
	some i, item in dataset.all
	some found in fault.strays(item, ["quality"], ["datasets", i, "quality"], "quality measure", dataset.within(item))
}

result_fault(item) := message if {
	message := fault.absent(item, ["result"], "a result")
} else := "must state a result as a number" if {
	not measure.readable(item.result)
}
