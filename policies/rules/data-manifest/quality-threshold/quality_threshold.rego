# METADATA
# title: Each quality result meets its threshold
# description: |
#   A threshold says from which result on the data is good enough for its use. A result beyond
#   it means that the data does not meet the requirement that was set.
# custom:
#   severity: error
#   requirements: [A.7.4]
#   evidence: attested
#   remediation: Improve the data or justify another threshold; record an accepted deviation as a waiver with an approver and an expiry.
#   proof:
#     mutants:
#       "datasets.*.quality.0.result": [0.5]
#       "datasets.*.quality.1.result": [0.5]
package aimslint.rules.data_manifest.quality_threshold

import data.aimslint.lib.dataset
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.measure
import data.aimslint.lib.violation
import data.aimslint.lib.vocabulary

qualities := dataset.parts(["quality"], "quality measure", ["characteristic", "measure"])

report contains found if {
	some group in qualities
	faults := {j: threshold_fault(item) | some j, item in group.items}
	some found in fault.spread(group, ["threshold"], faults)
}

report contains violation.at(array.concat(group.list, [j, "direction"]), message) if {
	some group in qualities
	some j, item in group.items
	field.present(item, ["direction"])
	not vocabulary.is_known(item.direction, {"at-least", "at-most"})
	message := sprintf("%s must state as direction at-least or at-most", [fault.called(group, j)])
}

report contains violation.at(array.concat(group.list, [j, "result"]), message) if {
	some group in qualities
	some j, item in group.items
	result := measure.read(item.result)
	threshold := measure.read(item.threshold)
	result.unit == threshold.unit
	not measure.meets(result.number, direction(item), threshold.number)
	message := sprintf("%s does not meet its threshold", [fault.called(group, j)])
}

threshold_fault(item) := message if {
	message := fault.absent(item, ["threshold"], "a threshold")
} else := "must state a threshold as a number" if {
	not measure.readable(item.threshold)
} else := "must state the threshold in the unit of its result" if {
	measure.read(item.threshold).unit != measure.read(item.result).unit
}

direction(item) := stated if {
	stated := vocabulary.word(item.direction)
	stated in {"at-least", "at-most"}
} else := threshold.direction if {
	threshold := measure.read(item.threshold)
	threshold.direction != ""
} else := "at-least"
