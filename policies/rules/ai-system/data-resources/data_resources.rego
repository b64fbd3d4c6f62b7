# METADATA
# title: The data that the system needs are listed
# description: >-
#   The resource register says on which datasets and feeds the system depends, and what each is used
#   for, so that a change of the data is seen as a change of the system.
# custom:
#   severity: warning
#   requirements: [A.4.2, A.4.3]
#   evidence: attested
#   remediation: >-
#     List under datasets the identifier and the role of each dataset, and under resources.data what else
#     the system takes in.
package aimslint.rules.ai_system.data_resources

import data.aimslint.lib.field
import data.aimslint.lib.system

report contains system.at(["datasets"], "lacks the datasets or other data that it needs") if {
	system.asked
	field.absent(input, ["datasets"])
	field.unworded(input, ["resources", "data"])
}

report contains found if {
	system.asked
	field.present(input, ["datasets"])
	group := system.group(["datasets"], "dataset", ["id"])
	some found in system.listed(group, "datasets", {"role": "the role in which it is used"})
}
