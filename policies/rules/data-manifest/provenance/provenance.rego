# METADATA
# title: The provenance of each dataset is recorded
# description: |
#   Where data comes from and which state of it was used must be traceable over its whole life.
# custom:
#   severity: error
#   requirements: [A.7.5]
#   evidence: attested
#   remediation: Name the datasets that it derives from or what generated it, and fix its state by a digest.
package aimslint.rules.data_manifest.provenance

import data.aimslint.lib.dataset
import data.aimslint.lib.fault
import data.aimslint.lib.field

report contains found if {
	faults := {i: message |
		some i, item in dataset.all
		message := complaint(item)
	}
	some found in fault.spread(dataset.group, ["provenance"], faults)
}

complaint(item) := message if {
	message := fault.absent(item, ["provenance"], "a provenance")
} else := "must state its provenance as a map of its fields" if {
	not is_object(item.provenance)
} else := "must say from what it derives or what generated it, or give a digest" if {
	every key in ["derived_from", "generated_by", "digest"] {
		field.unworded(item, ["provenance", key])
	}
}
