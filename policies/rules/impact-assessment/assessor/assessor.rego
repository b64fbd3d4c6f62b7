# METADATA
# title: The assessor is named
# description: Somebody with the competence for it carried out the assessment and answers for its content.
# custom:
#   severity: error
#   requirements: [A.5.3, "8.4"]
#   evidence: attested
#   remediation: Name the role or person that carried out the assessment under assessor.
package aimslint.rules.impact_assessment.assessor

import data.aimslint.lib.fault
import data.aimslint.lib.violation

report contains violation.at(["assessor"], sprintf("The assessment %s", [fault.text(input, ["assessor"], "an assessor")]))
