# METADATA
# title: Interested parties were consulted
# description: |
#   Those who are affected, or who can speak for them, see impacts that the makers of a system do
#   not. The assessment says who was heard, when and how.
# custom:
#   severity: warning
#   requirements: [A.5.2, "4.2"]
#   evidence: attested
#   remediation: Consult the affected or their representatives, and state under interested_parties who, the day and how.
#   proof:
#     mutants:
#       interested_parties.*.consulted: [future]
package aimslint.rules.impact_assessment.interested_parties

import data.aimslint.lib.fault
import data.aimslint.lib.impact
import data.aimslint.lib.violation

report contains violation.at(["interested_parties"], sprintf("The assessment %s", [fault.list(input, ["interested_parties"], "interested parties that were consulted")]))

report contains found if some found in fault.strays(input, ["interested_parties"], ["interested_parties"], "interested party", "")

report contains found if some found in fault.unstated(impact.parties, {"who": "a name", "how": "the way of consultation"})

report contains found if {
	faults := {i: fault.past_day(item, ["consulted"], "a day of consultation") | some i, item in impact.parties.items}
	some found in fault.spread(impact.parties, ["consulted"], faults)
}
