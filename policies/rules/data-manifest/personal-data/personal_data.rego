# METADATA
# title: Whether each dataset holds personal data is stated
# description: |
#   Every later duty about people (lawful basis, minimisation, retention) hangs on this one
#   statement, so it must be made for each dataset, also when the answer is no.
# custom:
#   severity: error
#   requirements: [A.7.2, A.7.3]
#   evidence: attested
#   remediation: State personal_data.present as true or false.
package aimslint.rules.data_manifest.personal_data

import data.aimslint.lib.dataset
import data.aimslint.lib.fault

report contains found if {
	faults := {i: fault.boolean(item, ["personal_data", "present"], "a statement of whether it holds personal data") | some i, item in dataset.all}
	some found in fault.spread(dataset.group, ["personal_data", "present"], faults)
}
