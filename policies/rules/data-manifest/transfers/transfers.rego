# METADATA
# title: Each transfer of data names both ends and the day
# description: |
#   A transfer from one party or place to another is part of the provenance of the data: who
#   gave it to whom, and when.
# custom:
#   severity: error
#   requirements: [A.7.5]
#   evidence: attested
#   remediation: State from, to and on for each transfer, the day as 2025-02-14.
package aimslint.rules.data_manifest.transfers

import data.aimslint.lib.dataset
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.violation

transfers := dataset.parts(["provenance", "transfers"], "transfer", [])

report contains found if {
	some group in transfers
	some [key, what] in [["from", "a sender"], ["to", "a recipient"]]
	faults := {j: fault.text(item, [key], what) | some j, item in group.items}
	some found in fault.spread(group, [key], faults)
}

report contains found if {
	some group in transfers
	faults := {j: fault.past_day(item, ["on"], "a day") | some j, item in group.items}
	some found in fault.spread(group, ["on"], faults)
}

report contains found if {
	some i, item in dataset.all
	some found in fault.strays(item, ["provenance", "transfers"], ["datasets", i, "provenance", "transfers"], "transfer", dataset.within(item))
}

report contains violation.at(["datasets", i, "provenance", "transfers"], message) if {
	some i, item in dataset.all
	field.present(item, ["provenance", "transfers"])
	not is_array(item.provenance.transfers)
	message := sprintf("%s must state its transfers as a list", [fault.called(dataset.group, i)])
}
