# METADATA
# title: A dataset does not derive from itself
# description: A dataset that is its own origin has no origin that could be traced.
# custom:
#   severity: error
#   requirements: [A.7.5]
#   evidence: attested
#   remediation: Name under derived_from the other datasets that this one was made from.
package aimslint.rules.data_manifest.derived_from

import data.aimslint.lib.dataset
import data.aimslint.lib.fault
import data.aimslint.lib.text
import data.aimslint.lib.violation
import data.aimslint.lib.vocabulary

report contains violation.at(array.concat(["datasets", i], place), message) if {
	some i, item in dataset.all
	some place, origin in vocabulary.places(item, ["provenance", "derived_from"])
	text.same(origin, item.id)
	message := sprintf("%s is said to derive from itself", [fault.called(dataset.group, i)])
}

report contains violation.at(array.concat(["datasets", i], place), message) if {
	some i, item in dataset.all
	some place, origin in vocabulary.places(item, ["provenance", "derived_from"])
	not is_string(origin)
	message := sprintf("%s must name what it derives from by id", [fault.called(dataset.group, i)])
}
