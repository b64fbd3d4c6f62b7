# METADATA
# title: The licence or the rights to each dataset are stated
# description: |
#   Data may only be used within the rights that the organization holds, by a licence, a
#   contract, the law or its own collection.
# custom:
#   severity: error
#   requirements: [A.7.3]
#   evidence: attested
#   profile: starter
#   remediation: State the licence of the dataset or, if there is none, the rights by which it is used.
package aimslint.rules.data_manifest.licence

import data.aimslint.lib.dataset
import data.aimslint.lib.fault
import data.aimslint.lib.field

report contains found if {
	faults := {i: message |
		some i, item in dataset.all
		field.absent(item, ["acquisition", "rights"])
		message := fault.texts(item, ["acquisition", "licence"], "a licence or stated rights")
	}
	some found in fault.spread(dataset.group, ["acquisition", "licence"], faults)
}

report contains found if {
	faults := {i: fault.text(item, ["acquisition", "rights"], "the rights") |
		some i, item in dataset.all
		field.present(item, ["acquisition", "rights"])
	}
	some found in fault.spread(dataset.group, ["acquisition", "rights"], faults)
}
