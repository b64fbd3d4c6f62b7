# METADATA
# title: The assessment says what called for it
# description: |
#   The process for impact assessments names the occasions for one: a new system or purpose, a
#   material change, an incident, an interval. The assessment says which it was.
# custom:
#   severity: warning
#   requirements: [A.5.2]
#   evidence: attested
#   remediation: State under triggers what called for this assessment.
package aimslint.rules.impact_assessment.triggers

import data.aimslint.lib.fault
import data.aimslint.lib.violation

report contains violation.at(["triggers"], "The assessment does not say in words what called for it") if fault.texts(input, ["triggers"], "")
