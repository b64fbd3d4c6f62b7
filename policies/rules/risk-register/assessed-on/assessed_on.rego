# METADATA
# title: The risk assessment is recent
# description: |
#   Risks are assessed at planned intervals and after significant changes. An assessment without
#   a day, or an old one, does not show that.
# custom:
#   severity: error
#   requirements: [8.2, 6.1.2]
#   evidence: attested
#   remediation: Assess the risks again and state the day as assessed_on.
#   parameters:
#     - name: max_age_days
#       default: 365
#       description: Days after which an assessment counts as old.
#   proof:
#     mutants:
#       "assessed_on": [stale, future]
package aimslint.rules.risk_register.assessed_on

import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["assessed_on"], concat(" ", ["The register", message])) if {
	message := fault.past_day(input, ["assessed_on"], "a day of assessment")
}

report contains violation.at(["assessed_on"], "The risk assessment is older than its interval allows") if {
	date.older(field.value(input, ["assessed_on"]), data.config["risk-register/assessed-on"].max_age_days)
}
