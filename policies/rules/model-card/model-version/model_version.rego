# METADATA
# title: The version of the model is stated
# description: The version that the card describes. Evidence for one version says nothing about the next.
# custom:
#   severity: warning
#   requirements: [A.6.2.3, A.6.2.4, A.6.2.7]
#   evidence: attested
#   remediation: State the released version, tag or commit that the card describes under model.version.
package aimslint.rules.model_card.model_version

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["model", "version"], "The version of the model is not stated") if {
	field.unnamed(input, ["model", "version"])
}
