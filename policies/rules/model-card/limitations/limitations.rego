# METADATA
# title: Known limitations are stated
# description: >-
#   Where the model is known to be weak: populations, inputs and conditions under which the
#   output should not be trusted.
# custom:
#   severity: error
#   requirements: [A.6.2.7, A.8.2]
#   evidence: attested
#   profile: starter
#   remediation: List the conditions, groups and inputs for which the model is weak or was not tested.
package aimslint.rules.model_card.limitations

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["limitations"], "The limitations are not stated") if {
	field.unworded(input, ["limitations"])
}
