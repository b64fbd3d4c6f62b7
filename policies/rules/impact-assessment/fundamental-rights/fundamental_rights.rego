# METADATA
# title: Fundamental rights that the system touches are assessed
# description: |
#   Deployers of high-risk systems that are public bodies, provide public services, or rate credit or
#   life and health insurance assess the effect on fundamental rights before the first use: Art. 27 of
#   the EU AI Act. For others it is good practice, and what their customers will ask for.
# custom:
#   severity: warning
#   requirements: [A.5.4, A.5.2]
#   evidence: attested
#   remediation: State under rights each right of the EU Charter that may be touched, how, and what is done about it.
#   profile: eu-high-risk
package aimslint.rules.impact_assessment.fundamental_rights

import data.aimslint.lib.fault
import data.aimslint.lib.impact
import data.aimslint.lib.violation

report contains violation.at(["rights"], sprintf("The assessment %s", [fault.list(input, ["rights"], "fundamental rights that may be touched")]))

report contains found if some found in fault.strays(input, ["rights"], ["rights"], "right", "")

report contains found if some found in fault.unstated(impact.rights, {"right": "a name", "effect": "an effect on the right", "mitigation": "a mitigation"})
