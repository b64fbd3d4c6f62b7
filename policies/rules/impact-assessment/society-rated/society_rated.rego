# METADATA
# title: Effects on society are rated and answered
# description: An effect that nobody has rated cannot be weighed against the benefit, and nobody can tell whether enough is done about it.
# custom:
#   severity: warning
#   requirements: [A.5.5]
#   evidence: attested
#   remediation: State the severity of the effect, negligible for one that does good, and under mitigation what is done about it.
package aimslint.rules.impact_assessment.society_rated

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.impact

report contains found if some found in fault.unstated(relevant, {"severity": "a severity"})

report contains found if {
	faults := {i: fault.texts(item, ["mitigation"], "a mitigation") |
		some i, item in relevant.items
		impact.severity(item) != "negligible"
	}
	some found in fault.spread(relevant, ["mitigation"], faults)
}

relevant := object.union(object.remove(impact.society, ["items"]), {"items": {i: item |
	some i, item in impact.society.items
	field.unworded(item, ["not_relevant"])
}})
