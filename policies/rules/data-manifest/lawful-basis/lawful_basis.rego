# METADATA
# title: Personal data has a lawful basis
# description: Personal data needs a legal ground for this use, stated before the data is used.
# custom:
#   severity: error
#   requirements: [A.7.3, A.7.2]
#   evidence: attested
#   remediation: State the legal ground for using the personal data, with the provision it rests on.
package aimslint.rules.data_manifest.lawful_basis

import data.aimslint.lib.dataset
import data.aimslint.lib.fault

report contains found if {
	faults := {i: fault.text(item, ["acquisition", "lawful_basis"], "a lawful basis for its personal data") | some i, item in dataset.all; dataset.personal(item)}
	some found in fault.spread(dataset.group, ["acquisition", "lawful_basis"], faults)
}
