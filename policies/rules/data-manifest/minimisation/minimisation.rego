# METADATA
# title: Special categories of personal data are minimised
# description: |
#   Data on health, origin, belief, biometrics and the like may only be used as far as the
#   purpose needs it, and the manifest has to say how that was ensured.
# custom:
#   severity: error
#   requirements: [A.7.2, A.7.3]
#   evidence: attested
#   remediation: Say under personal_data.minimisation what was left out, coarsened or pseudonymised, and who may re-identify.
package aimslint.rules.data_manifest.minimisation

import data.aimslint.lib.dataset
import data.aimslint.lib.fault
import data.aimslint.lib.field

report contains found if {
	faults := {i: fault.text(item, ["personal_data", "minimisation"], "a minimisation of its special categories of personal data") |
		some i, item in dataset.all
		field.present(item, ["personal_data", "special_categories"])
		object.get(item, ["personal_data", "special_categories"], null) != false
	}
	some found in fault.spread(dataset.group, ["personal_data", "minimisation"], faults)
}
