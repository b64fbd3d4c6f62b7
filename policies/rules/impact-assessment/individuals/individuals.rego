# METADATA
# title: Impacts on individuals and groups are described and rated
# description: |
#   Who may be harmed in which way, how badly and how probably, and what is done about it, is what
#   the assessment is for. Benefits stand beside the harms and do not replace them.
# custom:
#   severity: error
#   requirements: [A.5.4, 6.1.4, "8.4"]
#   evidence: attested
#   remediation: State for each impact the group, the harm, its severity and likelihood, and the mitigation.
#   parameters:
#     - name: unmitigated
#       default: [negligible]
#       description: The severities of harms that need no mitigation.
package aimslint.rules.impact_assessment.individuals

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.impact
import data.aimslint.lib.violation

report contains violation.at(["individuals"], sprintf("The assessment %s", [fault.list(input, ["individuals"], "impacts on individuals and groups")]))

report contains found if some found in fault.strays(input, ["individuals"], ["individuals"], "impact", "")

report contains found if some found in fault.unstated(impact.individuals, {"group": "a group that is affected"})

report contains found if some found in fault.unstated(harms, {"harm": "a harm", "severity": "a severity", "likelihood": "a likelihood"})

report contains found if {
	faults := {i: fault.texts(item, ["mitigation"], "a mitigation") |
		some i, item in harms.items
		not impact.severity(item) in data.config["impact-assessment/individuals"].unmitigated
	}
	some found in fault.spread(harms, ["mitigation"], faults)
}

harms := object.union(object.remove(impact.individuals, ["items"]), {"items": {i: item |
	some i, item in impact.individuals.items
	not gain(item)
}})

# Beside the harms an entry may state a benefit alone.
gain(item) if {
	field.absent(item, ["harm"])
	field.worded(item, ["benefit"])
	some_harm
}

some_harm if {
	some item in impact.individuals.items
	field.worded(item, ["harm"])
}
