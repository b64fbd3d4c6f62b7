# METADATA
# title: The preparation of each dataset names its steps and methods
# description: |
#   What was cleaned, selected, imputed, encoded or labelled, and by which method, changes what
#   a model learns; without it a result cannot be reproduced.
# custom:
#   severity: error
#   requirements: [A.7.6]
#   evidence: attested
#   remediation: List the preparation steps, each with the method used; if the data is used as it is, say so as a step.
package aimslint.rules.data_manifest.preparation

import data.aimslint.lib.dataset
import data.aimslint.lib.fault

report contains found if {
	faults := {i: fault.list(item, ["preparation"], "its preparation steps") | some i, item in dataset.all}
	some found in fault.spread(dataset.group, ["preparation"], faults)
}

report contains found if {
	some group in dataset.parts(["preparation"], "preparation step", ["step"])
	some [key, what] in [["step", "a name"], ["method", "a method"]]
	faults := {j: fault.text(item, [key], what) | some j, item in group.items}
	some found in fault.spread(group, [key], faults)
}

report contains found if {
	some i, item in dataset.all
	some found in fault.strays(item, ["preparation"], ["datasets", i, "preparation"], "preparation step", dataset.within(item))
}
