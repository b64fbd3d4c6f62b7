# METADATA
# title: Risks above the appetite are accepted by the authority
# description: |
#   The criteria name who may accept a risk above the appetite. An acceptance by somebody else
#   does not count.
# custom:
#   severity: error
#   requirements: [6.1.3, 5.3]
#   evidence: attested
#   remediation: Have the risk accepted by the authority that the criteria name, or change the criteria.
#   proof:
#     mutants:
#       "risks.*.acceptance.by": [unknown]
package aimslint.rules.risk_register.acceptance_by_authority

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.risk
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.at(["risks", i, "acceptance", "by"], message) if {
	authority := field.text(input, ["criteria", "acceptance_authority"])
	authority != ""
	some i, item in risk.open.items
	not risk.within_appetite(item)
	by := field.value(item, ["acceptance", "by"])
	is_string(by)
	not text.same(by, authority)
	message := sprintf("%s is accepted by somebody other than the authority that the criteria name", [fault.called(risk.group, i)])
}
