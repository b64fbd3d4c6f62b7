# METADATA
# title: The assessment is recent
# description: |
#   Use, users and surroundings change even if the system does not. An assessment is repeated at a
#   planned interval, and says on which day it was finished.
# custom:
#   severity: error
#   requirements: ["8.4", A.5.2, A.5.3]
#   evidence: attested
#   remediation: Repeat the assessment, or confirm that it still holds for what is in use, and state the day under assessed_on.
#   parameters:
#     - name: max_age_days
#       default: 400
#       description: The longest interval between assessments, in days; the default is a year and some weeks.
#   proof:
#     mutants:
#       assessed_on: [stale, future]
package aimslint.rules.impact_assessment.assessed_on

import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["assessed_on"], sprintf("The assessment %s", [fault.past_day(input, ["assessed_on"], "a day of assessment")]))

report contains violation.at(["assessed_on"], "The assessment is older than its interval allows") if {
	date.older(field.value(input, ["assessed_on"]), data.config["impact-assessment/assessed-on"].max_age_days)
}
