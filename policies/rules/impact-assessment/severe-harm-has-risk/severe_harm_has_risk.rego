# METADATA
# title: Severe harms are entered in the risk register
# description: |
#   An impact assessment finds harms; the risk register treats them. A severe harm that names no
#   risk has been noticed and then left alone.
# custom:
#   severity: error
#   requirements: [A.5.4, A.5.5, 6.1.4, 6.1.2]
#   evidence: attested
#   remediation: Enter the harm in the risk register and name the risk's id under risk.
#   parameters:
#     - name: severities
#       default: [major, severe]
#       description: The severities from which a harm must name a risk.
package aimslint.rules.impact_assessment.severe_harm_has_risk

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.impact

report contains found if {
	some group in [impact.individuals, impact.society]
	severe := impact.of_severity(group, data.config["impact-assessment/severe-harm-has-risk"].severities)
	faults := {i: "is severe and names no risk of the risk register" |
		some i, item in severe.items
		field.name(item, ["risk"]) == ""
	}
	some found in fault.spread(severe, ["risk"], faults)
}
